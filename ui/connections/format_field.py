"""The field for the form in which a token goes out, with a button that finds out which one the service wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSizePolicy

from koodrive.api.auth import AuthorizationFormat
from ui.texts.wording import in_words
from ui.widgets.buttons import PushButton
from ui.widgets.choice_field import ChoiceField, Option
from ui.widgets.plain_label import PlainLabel, breakable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from koodrive.connections.format_finding import FormatFinding

_NOTHING_BUT_THE_TOKEN = "…"  # noqa: S105 - how `Tried.shape` shows a token


class FormatField(ChoiceField):
    """A choice of three forms; below it what was tried, once the button was pressed.

    Args:
        form: The first part of all object names.
    """

    def __init__(self, form: str, parent: QWidget | None = None) -> None:
        super().__init__(
            form,
            "authorizationFormat",
            QCoreApplication.translate("FormatField", "Authori&zation format"),
            _options(),
            parent=parent,
        )
        self.find_out = PushButton(self.tr("&Find out"))
        self.find_out.setObjectName(f"{form}.findOut")
        self.find_out.setAutoDefault(False)
        self.find_out.setAccessibleDescription(
            self.tr("Tries the forms on the service, with a call that changes nothing.")
        )
        self._tried = PlainLabel(selectable=True)
        self._tried.setObjectName(f"{form}.findOut.tried")
        self._tried.setProperty("role", "quiet")
        self._tried.setWordWrap(True)
        self._tried.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._tried.hide()
        self._lines.addWidget(self.find_out, alignment=Qt.AlignmentFlag.AlignLeft)
        self._add_below(self._tried)
        self.choose(AuthorizationFormat.BEARER)

    def show_tried(self, finding: FormatFinding) -> None:
        """Say what was tried, one form a line, and what the service said to it."""
        lines = [
            self.tr("{mark} {form} – {words}").format(
                mark="✓" if tried.format == finding.works and tried.token == finding.token else "✗",
                form=self.tr("the token alone") if tried.shape == _NOTHING_BUT_THE_TOKEN else tried.shape,
                words=in_words(tried.words),
            )
            for tried in finding.tried
        ]
        self._tried.setText(breakable("\n".join(lines)))
        self._tried.setVisible(bool(lines))

    def forget_tried(self) -> None:
        """Say nothing of it any more, because it is not about what is typed."""
        self._tried.hide()
        self._tried.setText("")


def format_name(value: AuthorizationFormat) -> str:
    """Return what people call a form in which a token goes out."""
    return next(option.label for option in _options() if option.value == value)


def _options() -> tuple[Option, ...]:
    return (
        Option(
            AuthorizationFormat.BEARER,
            _tr("Bearer"),
            _tr("“Bearer”, a blank, the token. This is the usual form."),
        ),
        Option(
            AuthorizationFormat.BEARER_PLUS,
            _tr("Bearer+"),
            _tr("“Bearer+” and the token, as the API reference prints it."),
        ),
        Option(
            AuthorizationFormat.AS_IS,
            _tr("Unchanged"),
            _tr("Only what you paste, for a token that begins with AT for example."),
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("FormatField", text)
