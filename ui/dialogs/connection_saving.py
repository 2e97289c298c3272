"""The way of one save: the token to the keyring, then the connection to its file, then to the window."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from koodrive.errors import CredentialError
from ui.dialogs.steps import Steps
from ui.tasks import Lane
from ui.wording import in_words

if TYPE_CHECKING:
    from koodrive.credentials import CredentialStore
    from koodrive.models import Connection
    from ui.dialogs.keyring_line import KeyringLine
    from ui.session import Session
    from ui.widgets.banner import Banner

KEEP_FOR_SESSION = "keepForSession"
TRY_AGAIN = "tryAgain"
PATIENCE_MS = 1_000
"""How long the keyring may take before people are told that it is waited for."""

_log = logging.getLogger(__name__)


class ConnectionSaving(QObject):
    """Saves what a dialog holds, one step after the other, each in the background.

    Args:
        session: Where keyring, profiles and task runner come from.
        banner: Tells what is waited for and what went wrong.
        keyring: Knows what the keyring is called.
        is_new: Whether the connection is added; otherwise it is replaced.
        parent: The dialog.

    Signals:
        busy_changed: Whether a save is under way.
        saved: The `Connection`, after everything is stored.
    """

    busy_changed = Signal(bool)
    saved = Signal(object)

    def __init__(
        self, session: Session, banner: Banner, keyring: KeyringLine, *, is_new: bool, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._banner = banner
        self._keyring = keyring
        self._is_new = is_new
        self._steps = Steps(session.runner, self)
        self._connection: Connection | None = None
        self._token = ""
        self._may_have_stored = False
        self._is_saved = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_over)

    @property
    def is_busy(self) -> bool:
        """Whether a save is under way."""
        return self._steps.is_running

    def start(self, connection: Connection, token: str) -> None:
        """Save `connection`, and `token` first; an empty one leaves the stored one as it is."""
        self._connection, self._token = connection, token
        if not token:
            self._store_connection(connection)
            return
        credentials, connection_id = self._session.desk.credentials, connection.connection_id
        self._may_have_stored = True
        self._patience.start()
        self._steps.start(
            Lane.KEYRING,
            lambda: credentials.save(connection_id, token),
            self._on_token_stored,
            self._on_token_failed,
        )
        self.busy_changed.emit(True)

    def keep_for_session(self) -> None:
        """Save the connection, and keep its token in memory only."""
        if self._connection is not None:
            self._session.desk.credentials.keep_for_session(self._connection.connection_id, self._token)
            self._store_connection(self._connection)

    def stop_waiting(self) -> None:
        """Stop waiting for the keyring, where that is what is waited for."""
        if self._patience.isActive() or self._banner.isVisible():
            ...
