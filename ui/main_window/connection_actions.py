"""Actions on connections in the main window: use, add, edit, remove, and try the sandbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from koodrive.core.lazy import load
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from koodrive.models import Connection
    from ui.connections.dialog import ConnectionDialog
    from ui.session.session import Session
    from ui.session.sign_in_prompt import SignInPrompt


class ConnectionActions(QObject):
    """Opens the dialogs and starts the sandbox.

    Args:
        session: The connections and the one in use.
        window: What the dialogs stand over; it owns this object.

    Signals:
        failed: The exception that kept the sandbox from starting.
    """

    failed = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        session.token_wanted.connect(self.renew_token)

    @Slot()
    def use_sandbox(self) -> None:
        """Start the sandbox in the background and make it the connection in use."""
        task = self._session.runner.start(Lane.SETUP, self._session.backend.start_sandbox)
        task.succeeded.connect(self._on_sandbox_started)
        task.failed.connect(self.failed)

    @Slot(object)
    def _on_sandbox_started(self, connection: Connection) -> None:
        self._session.use(connection)

    @Slot()
    def add(self) -> None:
        """Ask for a new connection."""
        self._open_dialog(None)

    @Slot()
    def edit(self) -> None:
        """Let the connection in use be changed."""
        self._open_dialog(self._session.current)

    @Slot()
    def open_for_token(self) -> None:
        """Open the dialog in which a missing token or connection is given."""
        current = None if self._session.is_sandbox else self._session.current
        dialog = self._open_dialog(current)
        if current is not None:
            dialog.require_token()

    @Slot()
    def renew_token(self) -> None:
        """Ask for a new token on the page that is open, or in the dialog where no page is the place for it."""
        prompt = None if self._session.uses_app_key else self._prompt()
        if prompt is None:
            self.open_for_token()
        else:
            prompt.ask("")

    def _prompt(self) -> SignInPrompt | None:
        create_form, sign_in_prompt = (
            load("ui.create.form:CreateForm"),
            load("ui.session.sign_in_prompt:SignInPrompt"),
        )
        forms = [form.prompt for form in self._window.findChildren(create_form) if form.isVisible()]
        others = [prompt for prompt in self._window.findChildren(sign_in_prompt) if _has_place(prompt)]
        prompts = [*forms, *others]
        # On a page of several steps the one that asks already, so that no two do.
        return next((prompt for prompt in prompts if prompt.is_asking), next(iter(prompts), None))

    @Slot()
    def remove(self) -> None:
        """Ask whether the connection in use shall go, and remove it."""
        if self._session.current is not None:
            load("ui.connections.remove_dialog:RemoveConnection")(
                self._session, self._session.current, self._window
            ).open()

    @Slot()
    def diagnose(self) -> None:
        """Show what is in force for the connection in use."""
        load("ui.support.diagnostics_dialog:DiagnosticsDialog")(self._session, self._window).open()

    def _open_dialog(self, connection: Connection | None) -> ConnectionDialog:
        dialog: ConnectionDialog = load("ui.connections.dialog:ConnectionDialog")(
            self._session, connection, self._window
        )
        dialog.saved.connect(self._on_saved)
        dialog.open()
        return dialog

    @Slot(object)
    def _on_saved(self, connection: Connection) -> None:
        self._session.use(connection)


def _has_place(prompt: SignInPrompt) -> bool:
    """Return whether `prompt` would be seen if it asked."""
    host = prompt.parentWidget()
    return host is not None and host.isVisible()
