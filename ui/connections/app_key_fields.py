"""Fields for an app's key, with a warning about the power of such a secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from koodrive.api.auth import check_app_key, clean_app_key
from ui.inputs.field import TextField
from ui.session.secret_line import hide_what_is_typed
from ui.texts.translate import translated
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import column

if TYPE_CHECKING:
    from koodrive.messages import Message


class AppKeyFields(QWidget):
    """Takes the ID of an app and its secret.

    Args:
        form: The first part of all object names.
        warning: Text about the power of such a secret.
        is_stored: Whether a key is stored; empty fields leave it unchanged.

    Signals:
        changed: Something was typed.
    """

    changed = Signal()

    def __init__(
        self, form: str, warning: Message, *, is_stored: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._is_stored = is_stored
        self._kept_id = ""
        self._app_id = TextField(
            form,
            "appId",
            self.tr("ID o&f the app (AppId)"),
            help_text=self.tr("From the operator of the service."),
            parent=self,
        )
        self._secret = TextField(
            form,
            "appSecret",
            self.tr("Secre&t of the app (AppSecret)"),
            help_text=self.tr("Each request is signed with it; it is never sent."),
            parent=self,
        )
        hide_what_is_typed(self._secret.line)
        label = PlainLabel(
            f"⚠ {translated(warning)}",
            name=f"{form}.appSecret.warning",
            role="message",
            wraps=True,
            selectable=True,
        )
        label.setProperty("state", "advice")
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column(*self.fields(), label, parent=self)
        for field in self.fields():
            field.line.textChanged.connect(self._on_text_changed)
            field.left.connect(self.clean)

    def fields(self) -> tuple[TextField, ...]:
        """Return all fields in their order."""
        return self._app_id, self._secret

    @property
    def app_id(self) -> str:
        """The ID of the app, as typed."""
        return self._app_id.text.strip()

    @property
    def has_typed_secret(self) -> bool:
        """Whether the secret's field has text."""
        return bool(self._secret.text)

    @property
    def key_text(self) -> str:
        """The secret to store in the keyring; empty to leave the stored one."""
        return clean_app_key(self.app_id, self._secret.text).token if self.has_typed_secret else ""

    def show_stored(self, app_id: str) -> None:
        """Show the ID whose secret is stored."""
        self._kept_id = app_id
        self._app_id.set_text(app_id)
        self.judge()

    def set_placeholder(self, words: str) -> None:
        """Show in the secret's empty field that one is stored."""
        self._secret.line.setPlaceholderText(words)

    def require(self) -> None:
        """Require the secret from now on, as it is missing, and move the focus there."""
        self._is_stored = False
        self.judge()
        for field in self.fields():
            field.reveal()
            if field.shown_problem is not None:
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def judge(self) -> None:
        """Show the current problems; a changed ID needs a new secret."""
        problems = check_app_key(self.app_id, self._secret.text.strip())
        if self._is_stored and self.app_id == self._kept_id and not self.has_typed_secret:
            problems = {}
        for field in self.fields():
            field.set_verdict(problems.get(field.api_field))

    @Slot()
    def clean(self) -> None:
        """Remove from ID and secret the other parts of a pasted key."""
        for field, text in (
            (self._app_id, clean_app_key(self._app_id.text, "").token.removesuffix(":")),
            (self._secret, clean_app_key("", self._secret.text).token.removeprefix(":")),
        ):
            field.set_text(text)

    @Slot()
    def _on_text_changed(self) -> None:
        self.judge()
        self.changed.emit()
