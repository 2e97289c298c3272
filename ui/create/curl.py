"""Copy as cURL: the remembered shell, the question before a secret is copied, and its removal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from koodrive.creation.curl import Shell
from ui.core.clipboard import SECONDS_ON_CLIPBOARD, SecretClipboard
from ui.widgets.question import Question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.core.window_settings import WindowSettings
    from ui.create.request_preview import RequestPreview
    from ui.session.session import Session

SHELL_SETTING = "preview/shell"


class CurlCopying(QObject):
    """Serves the previews of all forms.

    Args:
        session: Where the token comes from.
        settings: Where the shell of last time is remembered.
        window: Parent of the question; it owns this object.
    """

    def __init__(self, session: Session, settings: WindowSettings, window: QWidget) -> None:
        super().__init__(window)
        self.clipboard = SecretClipboard(self)
        self._session = session
        self._settings = settings
        self._window = window
        self._previews: list[RequestPreview] = []
        self._asking: RequestPreview | None = None
        self._is_closed = False
        self._is_signature = False
        self.clipboard.counted.connect(self._on_counted)

    def serve(self, preview: RequestPreview) -> None:
        """Connect `preview`."""
        self._previews.append(preview)
        preview.set_shell(self.shell)
        preview.shell_chosen.connect(self.choose)
        preview.token_requested.connect(self._on_token_requested)
        preview.clear_requested.connect(self.clipboard.clear)

    @property
    def shell(self) -> Shell:
        """Shell that commands are written for: the one of last time, or that of the system."""
        try:
            return Shell(str(self._settings.value(SHELL_SETTING)))
        except ValueError:
            return Shell.POWERSHELL if sys.platform == "win32" else Shell.SH

    def close(self) -> None:
        """Remove the secret from the clipboard and copy no more, as the application ends."""
        self._is_closed = True
        self.clipboard.clear()

    @Slot(object)
    def choose(self, shell: Shell) -> None:
        """Write commands for `shell` from now on, in all previews."""
        self._settings.setValue(SHELL_SETTING, shell.value)
        for preview in self._previews:
            preview.set_shell(shell)

    @Slot(object)
    def _on_token_requested(self, preview: RequestPreview) -> None:
        if self._session.token is None:
            preview.show_note(self._nothing_to_copy())
            return
        self._asking = preview
        question = self._question()
        question.stay.setText(self.tr("&Do not copy"))
        question.accepted.connect(self._on_confirmed)
        question.open()

    def _nothing_to_copy(self) -> str:
        if self._session.uses_app_key:
            return self.tr("There is nothing to sign with. Add AppId and AppSecret to this connection first.")
        return self.tr("There is no token to copy. Add the token to this connection first.")

    def _question(self) -> Question:
        if self._session.uses_app_key:
            title, confirm = self.tr("Copy with a signature?"), self.tr("&Copy with signature")
            reason = self.tr(
                "The command will hold a signature for exactly this request. Anyone who has it can send"
                " the request, also more than once, for 15 minutes. The AppSecret is not in it."
            )
        else:
            title, confirm = self.tr("Copy with your token?"), self.tr("&Copy with token")
            reason = self.tr(
                "The command will hold your token. Anyone who has it can do everything that you can do."
            )
        consequence = self.tr(
            "Your shell may keep the command in its history. KooDesk marks the clipboard as secret and clears it after"
            " {seconds} seconds, and when you quit."
        ).format(seconds=SECONDS_ON_CLIPBOARD)
        return Question("copyToken", title, reason, consequence, confirm=confirm, parent=self._window)

    @Slot()
    def _on_confirmed(self) -> None:
        preview, self._asking = self._asking, None
        token = self._session.token
        if preview is None or token is None or self._is_closed:
            return
        command = preview.command(token)
        if command is not None:
            self._is_signature = self._session.uses_app_key
            self.clipboard.copy(command)

    @Slot(int)
    def _on_counted(self, seconds_left: int) -> None:
        for preview in self._previews:
            preview.show_countdown(seconds_left, signed=self._is_signature)
