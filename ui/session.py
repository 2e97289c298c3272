"""Which connection is in use, and whether its token is at hand."""

from __future__ import annotations

import logging
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from koodrive.deadline import Cancellation
from koodrive.desk import SANDBOX_CONNECTION_ID
from ui.tasks import Lane

if TYPE_CHECKING:
    from koodrive.desk import Desk
    from koodrive.errors import KoodriveError
    from koodrive.models import Connection
    from ui.space_lookup import SpaceLookup
    from ui.tasks import Task, TaskRunner
    from ui.token_renewal import TokenRenewal

_log = logging.getLogger(__name__)


class TokenState(StrEnum):
    """What is known of the token of the connection in use."""

    LOADING = "loading"
    """The keyring was asked and has not answered; it may be asking for its password."""
    READY = "ready"
    MISSING = "missing"
    """The keyring holds none for this connection."""
    FAILED = "failed"
    """The keyring could not be read; `Session.token_error` says why."""


class Session(QObject):
    """The connections and the one in use; the window thread's view of what `Desk` keeps.

    Signals:
        connections_changed: One was added, changed or removed.
        current_changed: Another connection is in use.
        token_changed: `token_state` has another value.
    """

    connections_changed = Signal()
    current_changed = Signal()
    token_changed = Signal()

    def __init__(self, desk: Desk, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.runner = runner
        self.connections: tuple[Connection, ...] = ()
        self.current: Connection | None = None
        self.token: str | None = None
        self.token_state = TokenState.MISSING
        self.token_error: KoodriveError | None = None
        self._loading: Task | None = None

    @property
    def is_sandbox(self) -> bool:
        """Whether the connection in use is the sandbox."""
        return self.current is not None and self.current.connection_id == SANDBOX_CONNECTION_ID

    @cached_property
    def spaces(self) -> SpaceLookup:
        """The spaces of the user of the connection in use."""
        from ui.space_lookup import SpaceLookup  # noqa: PLC0415 - not needed to start

        return SpaceLookup(self)

    @cached_property
    def renewal(self) -> TokenRenewal:
        """Gets a new token for the connection in use, where work has to wait for one."""
        from ui.token_renewal import TokenRenewal  # noqa: PLC0415 - as above

        return TokenRenewal(self)

    def set_connections(self, connections: tuple[Connection, ...]) -> None:
        """Take over the list as it is stored; keeps the one in use where it still exists."""
        self.connections = connections
        self.connections_changed.emit()
        if self.current is None or self.is_sandbox:
            return
        same = [item for item in connections if item.connection_id == self.current.connection_id]
        if not same:
            self.use(None)
        elif same[0] != self.current:
            self.use(same[0])

    def use(self, connection: Connection | None) -> None:
        """Make `connection` the one in use and ask the keyring for its token."""
        self.current = connection
        self.token = None
        self.token_error = None
        self.current_changed.emit()
        if connection is None:
            self._set_token_state(TokenState.MISSING)
        else:
            _log.info("connection in use: %s at %s", connection.connection_id, connection.service_address)
            self.reload_token()

    @Slot()
    def reload_token(self) -> None:
        """Ask the keyring (again) for the token of the connection in use."""
        if self.current is None:
            return
        connection_id = self.current.connection_id
        if self.desk.credentials.is_session_only(connection_id):
            # In memory, so that nothing has to be waited for, least of all a keyring that hangs.
            self._loading = None
            self.token = self.desk.credentials.load(connection_id)
            self._set_token_state(TokenState.READY)
            return
        self._set_token_state(TokenState.LOADING)
        cancellation = Cancellation()
        credentials = self.desk.credentials
        self._loading = self.runner.start(
            Lane.KEYRING,
            lambda: (connection_id, credentials.load(connection_id, cancellation=cancellation)),
            cancellation=cancellation,
        )
        self._loading.succeeded.connect(self._on_token_loaded)
        self._loading.failed.connect(self._on_token_failed)

    @Slot(object)
    def _on_token_loaded(self, answer: tuple[str, str | None]) -> None:
        connection_id, token = answer
        if self.sender() is not self._loading or self.current is None:
            return
        if self.current.connection_id == connection_id:
            self.token = token
            self._set_token_state(TokenState.READY if token else TokenState.MISSING)

    @Slot(object)
    def _on_token_failed(self, error: KoodriveError) -> None:
        if self.sender() is self._loading:
            self.token_error = error
            self._set_token_state(TokenState.FAILED)

    def _set_token_state(self, state: TokenState) -> None:
        self.token_state = state
        self.token_changed.emit()
