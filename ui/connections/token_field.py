"""Field for an access token: never shown, cleaned after a paste and on leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from koodrive.api.auth import AuthorizationFormat, check_token, clean_token
from koodrive.messages import Message
from koodrive.rules.problems import Problem
from ui.inputs.choice_field import Option, SegmentField
from ui.inputs.field import TextField
from ui.session.secret_line import LONGEST_SECRET, PastedToken, hide_what_is_typed
from ui.texts.translate import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class FormatField(SegmentField):
    """A choice of three authorization formats.

    Args:
        form: The first part of all object names.
    """

    def __init__(self, form: str, parent: QWidget | None = None) -> None:
        super().__init__(
            form,
            "authorizationFormat",
            translate("FormatField", "Authori&zation format"),
            _options(),
            parent=parent,
        )
        self.set_value(AuthorizationFormat.BEARER)


def format_name(value: AuthorizationFormat) -> str:
    """Return the display name of an authorization format."""
    return next(option.label for option in _options() if option.value == value)


def _options() -> tuple[Option, ...]:
    return (
        Option(
            AuthorizationFormat.BEARER,
            translate("FormatField", "Bearer"),
            translate("FormatField", "“Bearer”, a space, the token. This is the usual form."),
        ),
        Option(
            AuthorizationFormat.BEARER_PLUS,
            translate("FormatField", "Bearer+"),
            translate("FormatField", "“Bearer+” and the token, as the API reference prints it."),
        ),
        Option(
            AuthorizationFormat.AS_IS,
            translate("FormatField", "Unchanged"),
            translate("FormatField", "Only what you paste, for a token that begins with AT for example."),
        ),
    )


class TokenField(TextField):
    """Takes an access token.

    Args:
        form: The first part of all object names.
        kept_at: Service address of the stored token, which an empty field leaves unchanged; None without one.

    Signals:
        changed: The text or its problem has changed.
    """

    changed = Signal()

    def __init__(self, form: str, *, kept_at: str | None, parent: QWidget | None = None) -> None:
        super().__init__(form, "token", self.tr("Access &token"), parent=parent)
        self._kept_at = kept_at
        self._address = kept_at
        self._format = AuthorizationFormat.BEARER
        self._explanation = "" if self._is_kept else self.tr("Paste the token that the service gave you.")
        hide_what_is_typed(self.line)
        self.line.setMaxLength(LONGEST_SECRET)
        self.set_help(self._explanation)
        self._pasted = PastedToken(self.line, self._format)
        self._pasted.cleaned.connect(self._on_told)
        self.line.textChanged.connect(self._on_text_changed)
        self.left.connect(self.clean)
        self.judge()

    @property
    def token(self) -> str:
        """The cleaned token; empty when none is typed."""
        return clean_token(self.text, self._format).token

    @property
    def _is_kept(self) -> bool:
        """Whether a token is stored for this service; it must not reach another one by an edit."""
        return self._kept_at is not None and self._kept_at == self._address

    def set_address(self, address: str) -> None:
        """Set the service of the connection."""
        self._address = address

    def set_format(self, authorization_format: AuthorizationFormat) -> None:
        """Check and clean for this authorization format."""
        self._format = authorization_format
        self._pasted.set_format(authorization_format)
        self.judge()

    def require(self) -> None:
        """Require the token from now on, as it is missing, and move the focus here."""
        self._kept_at = None
        self.demand()

    def demand(self) -> None:
        """Require a token although one should be stored, because there is none."""
        self.set_verdict(self._missing())
        self.reveal()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def judge(self) -> None:
        """Show the current problem."""
        self.set_verdict(self._verdict())

    @Slot()
    def clean(self) -> None:
        """Clean the token, and show what was removed."""
        self._pasted.clean()

    def _verdict(self) -> Problem | None:
        if self.text:
            return check_token(self.token, self._format)
        return None if self._is_kept else self._missing()

    def _missing(self) -> Problem | None:
        if self._kept_at is not None and not self._is_kept:
            return Problem(
                "token_elsewhere", Message("The token that is kept is for another address. Paste one.")
            )
        return check_token("", self._format)

    @Slot(str)
    def _on_told(self, words: str) -> None:
        self.set_help(words or self._explanation)

    @Slot()
    def _on_text_changed(self) -> None:
        self.judge()
        self.changed.emit()
