"""Dialog that removes a connection and its secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot

from koodrive.connections.auth_method import AuthMethod, auth_method_of
from koodrive.core.deadline import Cancellation
from koodrive.credentials.errors import cancelled
from koodrive.errors import CredentialError, KeyringMissingError
from ui.connections.save import PATIENCE_MS
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.texts.attempts import isolated
from ui.texts.translate import error_texts
from ui.widgets.auto_size_dialog import AutoHeightDialog
from ui.widgets.banner import Banner, focus_action
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel, with_break_points

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from koodrive.models import Connection
    from ui.session.session import Session

NAME = "removeConnection"
TEXT_WIDTH = 432
REMOVE_ANYWAY = "removeAnyway"
TRY_AGAIN = "tryAgain"


class RemoveConnection(AutoHeightDialog):
    """Asks for confirmation, then deletes the secrets of a connection and removes it from the list.

    Args:
        session: Where connections, keyring and task runner come from.
        connection: Connection to remove.
        parent: The window.

    Signals:
        removed: The `Connection`, after it is off the list; the dialog closes then.
    """

    removed = Signal(object)

    def __init__(self, session: Session, connection: Connection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._connection = connection
        self._steps = LatestTask(session.runner, self, reports_unexpected=True)
        self._banner = Banner(NAME)
        self._cancel = PushButton(self.tr("Cancel"), name=f"{NAME}.cancel")
        self._remove = PushButton(self.tr("&Remove"), name=f"{NAME}.remove", role="danger")
        self._was_session_only = False
        self._waits_for_keyring = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        self.setObjectName(NAME)
        self.setWindowTitle(self.tr("Remove connection"))
        # Enter must not remove anything by accident.
        self._cancel.setDefault(True)
        name = isolated(self._connection.name)
        question = self.tr("Remove the connection “{name}”?").format(name=name)
        for role, text in (("bannerTitle", question), ("", self._what_goes())):
            label = PlainLabel(with_break_points(text), role=role, wraps=True)
            label.setMinimumWidth(TEXT_WIDTH)
            self.column.addWidget(label)
        self.column.addWidget(self._banner)
        self.set_foot(1, self._cancel, self._remove)

    def _what_goes(self) -> str:
        templates = {
            AuthMethod.TOKEN: self.tr("Its token is deleted from the keyring as well. {rest}"),
            AuthMethod.ACCOUNT: self.tr(
                "The tokens of its session are deleted from the keyring as well. {rest}"
            ),
            AuthMethod.APP_KEY: self.tr("Its app key is deleted from the keyring as well. {rest}"),
        }
        rest = self.tr("The history stays, and nothing changes on the service.")
        return templates[auth_method_of(self._connection)].format(rest=rest)

    def _connect(self) -> None:
        self._remove.clicked.connect(self._delete_token)
        self._cancel.clicked.connect(self.reject)
        self._banner.action_chosen.connect(self._on_action)
        self._patience.timeout.connect(self._on_patience_over)
        self.finished.connect(self._on_closed)

    def reject(self) -> None:
        """Stop waiting for the keyring, or close; Escape and the window's close button call this."""
        if self._waits_for_keyring:
            self._steps.cancel()
            self._on_failed(cancelled())
        elif not self._steps.is_running:
            super().reject()

    @Slot()
    def _delete_token(self) -> None:
        backend, cancellation = self._session.backend, Cancellation()
        connection_id, credentials = self._connection.connection_id, backend.credentials
        self._was_session_only = self._was_session_only or credentials.is_session_only(connection_id)
        self._banner.clear()
        self._remove.setEnabled(False)
        self._waits_for_keyring = True
        self._patience.start()
        self._steps.start(
            Lane.KEYRING,
            lambda: backend.delete_secrets(connection_id, cancellation=cancellation),
            lambda _nothing: self._delete_connection(),
            self._on_failed,
            cancellation=cancellation,
        )

    def _delete_connection(self) -> None:
        self._patience.stop()
        self._waits_for_keyring = False
        self._banner.clear()
        profiles, connection_id = self._session.backend.profiles, self._connection.connection_id
        self._steps.start(
            Lane.SETUP, lambda: profiles.remove(connection_id), self._on_removed, self._on_failed
        )

    def _on_removed(self, connections: tuple[Connection, ...]) -> None:
        self._session.set_connections(connections)
        self.removed.emit(self._connection)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._patience.stop()
        self._waits_for_keyring = False
        self._remove.setEnabled(True)
        title, message = error_texts(error)
        if not isinstance(error, CredentialError):
            self._banner.show_content("problem", title, message)
            return
        if self._was_session_only and isinstance(error, KeyringMissingError):
            # The token was never in a keyring, and the one of this session is forgotten by now.
            self._delete_connection()
            return
        self._remove.setEnabled(False)
        self._banner.show_content(
            "problem",
            self.tr("The token could not be deleted"),
            self.tr(
                "{problem}. Try again; or remove the connection anyway, and delete the entry for KooDesk"
                " with the program of your keyring."
            ).format(problem=title),
            actions=[
                (TRY_AGAIN, self.tr("&Try again")),
                (REMOVE_ANYWAY, self.tr("Remove the connection any&way")),
            ],
        )
        focus_action(self._banner, TRY_AGAIN)

    @Slot(str)
    def _on_action(self, action: str) -> None:
        if action == TRY_AGAIN:
            self._delete_token()
        elif action == REMOVE_ANYWAY:
            self._delete_connection()

    @Slot()
    def _on_patience_over(self) -> None:
        self._banner.show_content(
            "sending",
            self.tr("Waiting for your password manager…"),
            self.tr("It may be asking for its password in a window of its own. Cancel stops the waiting."),
        )

    @Slot()
    def _on_closed(self) -> None:
        self._patience.stop()
        self._steps.detach()
        self.deleteLater()
