"""Which connection is in use, and whether its token is at hand."""

from __future__ import annotations

import logging
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from koodrive.connections import SANDBOX_CONNECTION_ID
from koodrive.core.deadline import Cancellation
from koodrive.core.lazy import load
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.api.token_expiry import TokenExpiry
    from koodrive.api.tokens import SessionTokens
    from koodrive.backend.backend import Backend
    from koodrive.connections.sessions import StoredCredentials
    from koodrive.errors import KoodriveError
    from koodrive.models import Connection
    from ui.core.tasks import TaskRunner

_log = logging.getLogger(__name__)

_SIGNS = "app_signature"
"""`koodrive.api.auth.AuthorizationFormat.APP_SIGNATURE`, whose module is not needed to start."""


class TokenState(StrEnum):
    """State of the token of the connection in use."""

    LOADING = "loading"
    """The keyring was asked and has not answered; it may be asking for its password."""
    READY = "ready"
    MISSING = "missing"
    """The keyring holds none for this connection."""
    FAILED = "failed"
    """The keyring could not be read; `Session.token_error` says why."""


class Session(QObject):
    """The connections and the one in use; the window thread's view of the `Backend`.

    Args:
        make_backend: Makes the backend when it is first used: on the window thread, after its import in the background.
        runner: Runs the background tasks.

    Signals:
        connections_changed: One was added, changed or removed.
        current_changed: Another connection is in use.
        token_changed: `token_state` has another value.
        token_renewed: The connection in use goes on with a fresh token.
        token_wanted: The user wants to give a new token or to sign in again.
        renewal_wanted: A call waits for a token that the service accepts.
    """

    connections_changed = Signal()
    current_changed = Signal()
    token_changed = Signal()
    token_renewed = Signal()
    token_wanted = Signal()
    renewal_wanted = Signal()

    def __init__(
        self, make_backend: Callable[[], Backend], runner: TaskRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._make_backend = make_backend
        self._backend: Backend | None = None
        self.runner = runner
        self.connections: tuple[Connection, ...] = ()
        self.current: Connection | None = None
        self.token: str | None = None
        """Credential of requests: an access token, or an app's key as text."""
        self.tokens: SessionTokens | None = None
        """The access token with the one that renews it, where the user has signed in with an account."""
        self.token_state = TokenState.MISSING
        self.token_error: KoodriveError | None = None
        self._is_starting = False
        self.renewal_count = 0
        """Number of fresh tokens so far."""
        self._loading = LatestTask(runner, self)
        self._is_anew = False

    @property
    def backend(self) -> Backend:
        """Everything of the data directory."""
        if self._backend is None:
            self._backend = self._make_backend()
        return self._backend

    def close_backend(self) -> None:
        """Close the backend, where one was made; blocks."""
        if self._backend is not None:
            self._backend.close()

    @property
    def is_connecting(self) -> bool:
        """Whether a connection and its token may be there in a moment, without the user doing anything."""
        return self._is_starting or (self.current is not None and self.token_state is TokenState.LOADING)

    def begin_start(self) -> None:
        """Say that the connection of last time will be used, as soon as it is known; `use` or `end_start` follows."""
        self._is_starting = True

    @Slot()
    def end_start(self) -> None:
        """Say that there is no connection to go on with."""
        if self._is_starting:
            self._is_starting = False
            self.token_changed.emit()

    @property
    def is_sandbox(self) -> bool:
        """Whether the connection in use is the sandbox."""
        return self.current is not None and self.current.connection_id == SANDBOX_CONNECTION_ID

    @property
    def asks_password(self) -> bool:
        """Whether the user of the connection in use signs in with a password."""
        return self.current is not None and bool(self.current.account)

    @property
    def account_key(self) -> tuple[str, str] | None:
        """Service address and user of the connection in use, which determine the objects for the pickers."""
        return None if self.current is None else self.current.account_key

    @property
    def uses_app_key(self) -> bool:
        """Whether the requests of the connection in use are signed with an app's secret, which does not end."""
        return self.current is not None and self.current.authorization_format == _SIGNS

    @property
    def life(self) -> TokenExpiry | None:
        """Remaining life of the token; None without one and for an app's key. Does not block."""
        if self.current is None or self.token is None or self.uses_app_key:
            return None
        return self.backend.token_expiries.of(self.current, self.token)

    @property
    def is_token_expired(self) -> bool:
        """Whether the token is known to have ended, or has not been used for so long that it probably has.

        That of the sandbox has no end that could be assumed.
        """
        life = self.life
        return life is not None and life.is_expired and not (self.is_sandbox and not self._is_certain(life))

    @property
    def is_token_rejected(self) -> bool:
        """Whether the service is known to accept the token no more, so that no call can succeed."""
        life = self.life
        return life is not None and life.is_expired and self._is_certain(life)

    @staticmethod
    def _is_certain(life: TokenExpiry) -> bool:
        return life.is_exact or life.is_rejected

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
        self._is_starting = False
        before, self.current = self.current, connection
        self._loading.ignore()
        self.token = None
        self.tokens = None
        self.token_error = None
        # What was refused may be accepted now, as the connection may be another.
        self._is_anew = bool(connection and before and connection.connection_id == before.connection_id)
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
        self._loading.ignore()
        kept = self.backend.credentials.load_for_session(self.current.connection_id)
        if kept is not None:
            # In memory, so that nothing has to be waited for, least of all a keyring that hangs.
            self._set_token(kept, load("koodrive.api.tokens:tokens_from_text")(kept))
            self._set_token_state(TokenState.READY)
            return
        self._set_token_state(TokenState.LOADING)
        cancellation = Cancellation()
        connection, backend = self.current, self.backend
        self._loading.start(
            Lane.KEYRING,
            lambda: backend.sessions.load(connection, cancellation=cancellation),
            on_success=self._on_token_loaded,
            on_error=self._on_token_failed,
            cancellation=cancellation,
        )

    def renew(self, connection_id: str, token: str, tokens: SessionTokens | None = None) -> None:
        """Go on with a fresh token, which is kept elsewhere by now; nothing happens for another connection.

        Args:
            connection_id: ID of the token's connection.
            token: What requests carry from now on.
            tokens: As for the attribute `tokens`.
        """
        if self.current is None or self.current.connection_id != connection_id:
            return
        # An answer of the keyring that is still awaited tells of the old one.
        self._loading.ignore()
        self._is_anew = True
        self._set_token(token, tokens)
        self.token_error = None
        if self.token_state is not TokenState.READY:
            self._set_token_state(TokenState.READY)
        self.token_renewed.emit()

    def _set_token(self, token: str | None, tokens: SessionTokens | None) -> None:
        self.tokens = tokens
        self.token = tokens.access_token if tokens is not None else token
        if tokens is not None and self.current is not None:
            self.backend.token_expiries.register(self.current, tokens)
        life, is_anew, self._is_anew = self.life, self._is_anew, False
        if is_anew and life is not None and life.is_rejected:
            # Nobody knows; so it has the benefit of the doubt.
            life.mark_accepted()

    def _on_token_loaded(self, stored: StoredCredentials | None) -> None:
        self._set_token(stored.token if stored else None, stored.tokens if stored else None)
        self._set_token_state(TokenState.READY if stored else TokenState.MISSING)

    def _on_token_failed(self, error: KoodriveError) -> None:
        self.token_error = error
        self._set_token_state(TokenState.FAILED)

    def _set_token_state(self, state: TokenState) -> None:
        self.token_state = state
        self.token_changed.emit()
