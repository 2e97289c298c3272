"""Sign-in sessions of connections: login, storage of their tokens, refresh.

A refresh may make the old tokens worthless (whether it does is not documented). So there is one at a
time for a connection, none is repeated by itself, and the old pair stays where it is until the new one is stored.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import threading
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from koodrive.api import login
from koodrive.api.tokens import SessionTokens, SignedIn, tokens_from_text
from koodrive.connections.rules import check_connection
from koodrive.core.deadline import is_cancelled
from koodrive.core.file_lock import FileLock
from koodrive.errors import AuthenticationError, CredentialError, InvalidRequestError, NotSentError
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from koodrive.api.auth_headers import Auth
    from koodrive.api.transport import Transport
    from koodrive.core.deadline import Cancellation
    from koodrive.credentials.store import CredentialStore
    from koodrive.models import Connection

_RENEWAL_SECONDS = 90.0
"""How long to wait for another process that renews the session: a call may take a minute, and the keyring its time."""

_log = logging.getLogger(__name__)


class TransportFor(Protocol):
    """Makes the transport of a connection, as `ClientFactory.transport` does."""

    def __call__(self, connection: Connection, auth: Auth, *, proxy_password: str | None = None) -> Transport:
        """Return a transport that is authenticated by `auth`."""


@dataclass(frozen=True, slots=True)
class StoredCredentials:
    """Stored credentials of a connection."""

    token: str = field(repr=False)
    """Token argument of `KooDriveClient`: an access token, or an app's key as text."""
    tokens: SessionTokens | None = None
    """The session of the access token; None for a pasted token and for an app's key."""


@dataclass(frozen=True, slots=True)
class _Renewed:
    tokens: SessionTokens
    is_new: bool
    """Whether this call has refreshed them; False if an earlier one had."""


class SessionManager:
    """Signs in with accounts, and keeps and renews their sessions; safe to share between threads.

    Every method but `storage_warning` and `is_session_only` blocks.

    Args:
        credentials: Keeps the tokens.
        transport: Makes the transport of a connection.
        lock_folder: Folder of the locks by which processes that share the keyring's entries take turns; None where
            there is no other process.
    """

    def __init__(
        self, credentials: CredentialStore, transport: TransportFor, lock_folder: Path | None = None
    ) -> None:
        self._credentials = credentials
        self._transport = transport
        self._lock_folder = lock_folder
        self._lock = threading.Lock()
        self._under_way: dict[str, Future[_Renewed | None]] = {}
        self._storing: dict[str, threading.Lock] = {}
        self._unstored: dict[str, tuple[str, Message]] = {}

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self._under_way)} renewals under way>"

    def load(
        self, connection: Connection, cancellation: Cancellation | None = None
    ) -> StoredCredentials | None:
        """Return the stored credentials of a connection, those of this session first; None without any.

        Args:
            connection: The connection.
            cancellation: Ends the wait early.

        Raises:
            CredentialError: When the keyring was needed and did not answer.
        """
        text = self._credentials.load(connection.connection_id, cancellation=cancellation)
        if text is None:
            return None
        tokens = tokens_from_text(text)
        if tokens is not None:
            return StoredCredentials(tokens.access_token, tokens)
        return StoredCredentials(text)

    def log_in(
        self,
        connection: Connection,
        password: str,
        cancellation: Cancellation | None = None,
        *,
        proxy_password: str | None = None,
    ) -> SignedIn:
        """Sign in with the account of a connection; nothing is stored before `save`.

        Args:
            connection: Service address, account and carrier.
            password: The password; it is sent and not kept.
            cancellation: Ends the wait within a second.
            proxy_password: The password of the connection's proxy; by default the one that is kept.

        Raises:
            InvalidRequestError: When account or carrier cannot be sent, for example from a file edited by hand.
            NotSentError: When the service cannot be reached.
            AuthenticationError: When it refuses this account.
            RefusedError: When it refuses the request for another reason.
            OutcomeUnknownError: When no trustworthy answer came.
        """
        _require_no_problems({"account": connection.account, "agentName": connection.agent_name})
        return login.log_in(
            lambda auth: self._transport(connection, auth, proxy_password=proxy_password),
            agent_name=connection.agent_name,
            account=connection.account,
            password=password,
            cancellation=cancellation,
        )

    def save(self, connection_id: str, text: str, cancellation: Cancellation | None = None) -> None:
        """Store a token in the keyring; a refresh under way does not replace it.

        Args:
            connection_id: ID of the connection.
            text: The token, or the text of a session.
            cancellation: Ends the wait early.

        Raises:
            CredentialError: When the keyring did not store it; the earlier token stays.
        """
        with self._storing_lock(connection_id):
            self._credentials.save(connection_id, text, cancellation=cancellation)

    def delete(self, connection_id: str, cancellation: Cancellation | None = None) -> None:
        """Delete the stored credentials of a connection; a refresh under way does not restore them.

        Args:
            connection_id: ID of the connection.
            cancellation: Ends the wait early.

        Raises:
            CredentialError: When the keyring may still hold it.
        """
        with self._storing_lock(connection_id):
            self._credentials.delete(connection_id, cancellation=cancellation)

    def renew(
        self, connection: Connection, seen: str, cancellation: Cancellation | None = None
    ) -> SessionTokens:
        """Renew the session of a connection unless it was renewed meanwhile; concurrent calls share one refresh.

        New tokens that the keyring does not store are kept for this session, and `storage_warning` is set.

        Args:
            connection: The connection.
            seen: The access token that the caller had.
            cancellation: Ends the wait within a second; when the refresh has left by then, those who share it do not
                get its answer either.

        Returns:
            The current tokens.

        Raises:
            CredentialError: When the keyring could not be read; nothing was sent.
            NotSentError: When the service cannot be reached, or it was cancelled before it was sent.
            AuthenticationError: When there is no session, or the service does not renew it any more: signing in helps.
            RefusedError: When it refuses the request for another reason.
            OutcomeUnknownError: When no trustworthy answer came; the stored tokens stay.
        """
        while True:
            with self._lock:
                flight = self._under_way.get(connection.connection_id)
                is_ours = flight is None
                if flight is None:
                    flight = self._under_way[connection.connection_id] = Future()
            renewed = (
                self._refresh_shared(flight, connection, seen, cancellation)
                if is_ours
                else _wait(flight, cancellation)
            )
            # The shared refresh may have been started with an older token, for which there was nothing to do.
            if renewed is not None and (renewed.is_new or renewed.tokens.access_token != seen):
                return renewed.tokens

    def storage_warning(self, connection_id: str) -> Message | None:
        """Return the warning that the tokens of the last refresh could not be stored, or None; does not block."""
        with self._lock:
            text, remark = self._unstored.get(connection_id, (None, None))
        # Only for the tokens of that refresh, not for later ones.
        is_there_still = text is not None and self._credentials.load_for_session(connection_id) == text
        return remark if is_there_still else None

    def is_session_only(self, connection_id: str) -> bool:
        """Return whether the user keeps the token for this session only, rather than that the keyring failed."""
        return (
            self._credentials.is_session_only(connection_id) and self.storage_warning(connection_id) is None
        )

    def _refresh_shared(
        self,
        flight: Future[_Renewed | None],
        connection: Connection,
        seen: str,
        cancellation: Cancellation | None,
    ) -> _Renewed:
        """Refresh once, and give the result to all threads that wait for it."""
        try:
            with self._alone(connection.connection_id, cancellation):
                renewed = self._refresh_if_current(connection, seen, cancellation)
        except BaseException as error:
            self._end_refresh(connection.connection_id)
            if is_cancelled(cancellation) and isinstance(error, NotSentError | CredentialError):
                # Nothing was sent, and only this caller has cancelled; the others try again.
                flight.set_result(None)
            else:
                flight.set_exception(error)
            raise
        self._end_refresh(connection.connection_id)
        flight.set_result(renewed)
        return renewed

    @contextlib.contextmanager
    def _alone(self, connection_id: str, cancellation: Cancellation | None) -> Iterator[None]:
        """Keep other processes from refreshing the same session during the block.

        Raises:
            NotSentError: When another process has been at it for too long, or it was cancelled.
        """
        if self._lock_folder is None:
            yield
            return
        # An ID from a file edited by hand may be anything.
        name = hashlib.sha256(connection_id.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        lock = FileLock(self._lock_folder / f"session-{name}")
        try:
            lock.acquire_within(_RENEWAL_SECONDS, cancellation)
        except OSError as error:
            raise NotSentError(
                Message("The session could not be renewed"),
                Message("Nothing was sent: another KooDesk is renewing it. Try again in a minute."),
            ) from error
        try:
            yield
        finally:
            lock.release()

    def _end_refresh(self, connection_id: str) -> None:
        with self._lock:
            del self._under_way[connection_id]

    def _refresh_if_current(
        self, connection: Connection, seen: str, cancellation: Cancellation | None
    ) -> _Renewed:
        stored = self.load(connection, cancellation)
        if stored is None or stored.tokens is None:
            raise AuthenticationError(
                Message("There is no session to renew"),
                Message("Nothing was sent. Sign in again, or paste a token."),
            )
        if stored.tokens.access_token != seen:
            return _Renewed(stored.tokens, is_new=False)
        tokens = login.refresh(lambda auth: self._transport(connection, auth), stored.tokens, cancellation)
        return _Renewed(self._store_renewed(connection, stored.tokens, tokens, cancellation), is_new=True)

    def _store_renewed(
        self,
        connection: Connection,
        old: SessionTokens,
        new: SessionTokens,
        cancellation: Cancellation | None,
    ) -> SessionTokens:
        """Replace `old` by `new` in the keyring, and return the tokens to use from now on."""
        connection_id = connection.connection_id
        with self._storing_lock(connection_id):
            try:
                stored = self.load(connection, cancellation)
                if stored is None or stored.tokens != old:
                    # The user has signed in or removed the connection while the answer was on its way.
                    return stored.tokens if stored is not None and stored.tokens is not None else new
                if self.is_session_only(connection_id):
                    self._credentials.save_for_session(connection_id, new.text)
                else:
                    self._credentials.save(connection_id, new.text, cancellation=cancellation)
            except CredentialError as error:
                _log.warning("the renewed tokens are kept for this session only: %s", type(error).__name__)
                self._credentials.save_for_session(connection_id, new.text)
                with self._lock:
                    self._unstored[connection_id] = new.text, _not_stored(error)
        return new

    def _storing_lock(self, connection_id: str) -> threading.Lock:
        with self._lock:
            return self._storing.setdefault(connection_id, threading.Lock())


def _wait(flight: Future[_Renewed | None], cancellation: Cancellation | None) -> _Renewed | None:
    """Return the result of another thread's refresh; None where that was cancelled unsent.

    Raises:
        NotSentError: When the wait was cancelled.
        KoodriveError: The error of the refresh.
    """
    wake = threading.Event()
    flight.add_done_callback(lambda _: wake.set())
    if cancellation is not None:
        cancellation.listen(wake.set)
    wake.wait()
    if flight.done():
        return flight.result()
    raise NotSentError(
        Message("Cancelled before it was sent"),
        Message("Nothing was sent, so nothing was created. Send it whenever you like."),
    )


def _not_stored(error: CredentialError) -> Message:
    return Message(
        "The session was renewed, but its new tokens could not be stored: {reason}. They are kept until KooDesk ends;"
        " then you may have to sign in again.",
        reason=error.title,
    )


def _require_no_problems(fields: dict[str, str]) -> None:
    problems = {name: problem for name, problem in check_connection(fields).items() if name in fields}
    if problems:
        title = Message("This account cannot sign in yet")
        raise InvalidRequestError(title, next(iter(problems.values())).message, problems)
