"""The backend: all that belongs to one data directory, put together for a window or a script to work with.

Every method blocks; a window calls them on background tasks.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from koodrive.backend.history import HistoryService
from koodrive.backend.sandbox_host import SandboxHost
from koodrive.connections import SANDBOX_CONNECTION_ID
from koodrive.core.files import ensure_private_directory
from koodrive.errors import ConnectionStoreError, CredentialError, JournalError
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from koodrive.api.auth_headers import Auth
    from koodrive.api.client import KooDriveClient
    from koodrive.api.retry import Retry
    from koodrive.api.transport import Transport
    from koodrive.clock.registry import ClockRegistry
    from koodrive.clock.server_clock import ServerClock
    from koodrive.connections.client_factory import ClientFactory
    from koodrive.connections.sessions import SessionManager
    from koodrive.connections.store import ConnectionStore
    from koodrive.connections.token_expiries import TokenExpiryRegistry
    from koodrive.core.deadline import Cancellation
    from koodrive.creation.findings import LookResult
    from koodrive.creation.resolver import Resolver
    from koodrive.credentials.proxy_passwords import ProxyPasswords
    from koodrive.credentials.store import CredentialStore
    from koodrive.credentials.trusted_keyrings import TrustedKeyrings
    from koodrive.journal import Journal
    from koodrive.listing.live import LiveView
    from koodrive.listing.lookup_cache import LookupCache
    from koodrive.listing.lookups import Lookups
    from koodrive.models import Connection, CreateRequest, Outcome
    from koodrive.sandbox import Sandbox

JOURNAL_FILE = "history.sqlite3"
CONNECTIONS_FILE = "connections.json"
TRUSTED_KEYRINGS_FILE = "trusted-keyrings.json"

_log = logging.getLogger(__name__)


class OpenResult(NamedTuple):
    """What was found when a data directory was opened."""

    connections: tuple[Connection, ...]
    interrupted: int
    """How many creates of an earlier run have no known outcome since it ended."""
    notices: tuple[Message, ...]
    """What people should know: a damaged file set aside, a history that can only be read."""


class Backend:
    """The journal, the connections, their tokens, the services' clocks and the sandbox of one data directory.

    Args:
        data_dir: Holds every file; made when it is not there.
    """

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self._history = HistoryService(data_dir / JOURNAL_FILE)
        self._sandbox = SandboxHost(data_dir)

    # The parts are imported when they are first used, on a background thread, so that a window can be painted
    # before they are there.

    @cached_property
    def profiles(self) -> ConnectionStore:
        """The stored connections."""
        from koodrive.connections.store import ConnectionStore  # noqa: PLC0415

        return ConnectionStore(self.data_dir / CONNECTIONS_FILE)

    @cached_property
    def credentials(self) -> CredentialStore:
        """The tokens of the connections."""
        from koodrive.credentials.store import CredentialStore  # noqa: PLC0415

        return CredentialStore(trusted=self.trusted_keyrings.load)

    @cached_property
    def trusted_keyrings(self) -> TrustedKeyrings:
        """The keyrings that people trust although KooDesk does not know them."""
        from koodrive.credentials.trusted_keyrings import TrustedKeyrings  # noqa: PLC0415 - as above

        return TrustedKeyrings(self.data_dir / TRUSTED_KEYRINGS_FILE)

    @cached_property
    def proxy_passwords(self) -> ProxyPasswords:
        """The passwords of the connections' proxies."""
        from koodrive.credentials.proxy_passwords import ProxyPasswords  # noqa: PLC0415 - as above

        return ProxyPasswords(self.credentials)

    @cached_property
    def token_expiries(self) -> TokenExpiryRegistry:
        """How long the tokens still live."""
        from koodrive.connections.token_expiries import TokenExpiryRegistry  # noqa: PLC0415 - as above

        return TokenExpiryRegistry(self.clock)

    @cached_property
    def sessions(self) -> SessionManager:
        """The sessions of those who sign in with an account."""
        from koodrive.connections.sessions import SessionManager  # noqa: PLC0415 - as above

        return SessionManager(self.credentials, self.transport)

    @cached_property
    def _clocks(self) -> ClockRegistry:
        from koodrive.clock.registry import ClockRegistry  # noqa: PLC0415 - as above

        return ClockRegistry()

    @cached_property
    def _client_factory(self) -> ClientFactory:
        from koodrive.connections.client_factory import ClientFactory  # noqa: PLC0415 - as above

        return ClientFactory(self._clocks, self.proxy_passwords, self.token_expiries)

    @property
    def journal(self) -> Journal:
        """The history.

        Raises:
            JournalError: Before `open` and after it has failed.
        """
        return self._history.journal

    @property
    def resolver(self) -> Resolver:
        """Finds out what became of attempts whose answers were lost.

        Raises:
            JournalError: As for `journal`.
        """
        return self._history.resolver

    @property
    def sandbox(self) -> Sandbox | None:
        """The sandbox, while it runs."""
        return self._sandbox.running

    def open(self) -> OpenResult:
        """Open the journal and the connections; attempts that a dead process left behind become unknown.

        To be called by one process at a time for a data directory.

        Raises:
            JournalError: When the history can neither be opened nor begun.
        """
        try:
            ensure_private_directory(self.data_dir)
        except OSError as error:
            raise JournalError(
                Message("The data directory cannot be used"),
                Message("{path}: {reason}.", path=self.data_dir, reason=error.strerror or error),
            ) from error
        interrupted = self._history.open()
        notices = [self._history.journal.notice]
        try:
            connections = self.profiles.load()
            notices.append(self.profiles.notice)
        except ConnectionStoreError as error:
            # Without them the sandbox and the history still work.
            connections = ()
            notices += [error.title, error.message]
        # Made here rather than by whoever needs it first, which may be the window thread.
        _ = self.proxy_passwords
        return OpenResult(connections, interrupted, tuple(notice for notice in notices if notice is not None))

    def trust_keyring(self, class_name: str, *, is_trusted: bool) -> None:
        """Write down whether people trust a class of keyring, and go by it from the next call on.

        Args:
            class_name: See `koodrive.credentials.backends.class_name`.
            is_trusted: False takes it back; what that keyring holds stays there.

        Raises:
            CredentialError: When it cannot be written down; nothing was changed.
        """
        if is_trusted:
            self.trusted_keyrings.add(class_name)
        else:
            self.trusted_keyrings.remove(class_name)
        self.credentials.reset_backend()

    def warm_up(self) -> None:
        """Load what the first create needs, so that the first click does not wait for it."""
        import koodrive.api.client  # noqa: F401, PLC0415 - brings `requests`, about 90 ms
        from koodrive.rules.names import find_emoji  # noqa: PLC0415 - its pattern is compiled at the first use

        find_emoji("")

    def create(
        self,
        request: CreateRequest,
        connection: Connection,
        token: str,
        cancellation: Cancellation | None = None,
        *,
        again: bool = False,
    ) -> Outcome:
        """Create one album or shared folder; see `koodrive.creation.creator.Creator.create`.

        Args:
            request: What to create.
            connection: Where and as whom.
            token: The access token of `connection`.
            cancellation: Ends the wait within a second.
            again: Whether it may make one more of something that is there already, or may be.
        """
        return self._history.creator.create(
            request,
            client=self.client(connection, token),
            connection=connection,
            cancellation=cancellation,
            again=again,
        )

    def look(
        self,
        attempt_ids: Collection[int],
        connection: Connection,
        token: str,
        *,
        last: Collection[int] = (),
        cancellation: Cancellation | None = None,
    ) -> tuple[LookResult, ...]:
        """Look once for what became of open attempts; see `koodrive.creation.resolver.Resolver.look`.

        Args:
            attempt_ids: Which ones.
            connection: Where and as whom they were sent.
            token: The access token of `connection`.
            last: Those for which nobody will look again.
            cancellation: Ends it within a second.
        """
        # An outcome that the disk did not take when it came would look as if it were still awaited.
        self._history.creator.flush_pending_outcomes()
        findings = self.resolver.look(
            attempt_ids,
            last=last,
            client=self.client(connection, token),
            connection=connection,
            cancellation=cancellation,
        )
        for finding in findings:
            _log.info("looked for attempts %s: %s", finding.attempt_ids, finding.ending or "not known yet")
        return findings

    def take_stock(
        self,
        request: CreateRequest,
        connection: Connection,
        token: str,
        cancellation: Cancellation,
        *,
        unless_read_within: float = 0.0,
    ) -> None:
        """Read the list that will show what `request` makes, so that it is known what was there before.

        Args:
            request: What may be created soon.
            connection: Where and as whom.
            token: The access token of `connection`.
            cancellation: Ends it within a second.
            unless_read_within: Seconds; where the last whole reading is younger, nothing is read.

        Raises:
            KoodriveError: When it could not be read to its end, or not be written down.
        """
        self._history.creator.readings.read(
            request,
            client=self.client(connection, token),
            connection=connection,
            cancellation=cancellation,
            unless_read_within=unless_read_within,
        )

    def read_back(
        self, outcome: Outcome, connection: Connection, token: str, cancellation: Cancellation
    ) -> Message | None:
        """Look whether a shared album is where it was created; see `koodrive.listing.read_back.read_back`.

        Args:
            outcome: Of its create.
            connection: With which it was created.
            token: The access token of `connection`.
            cancellation: Ends it within a second.

        Raises:
            JournalError: As for `journal`.
        """
        from koodrive.listing.read_back import read_back  # noqa: PLC0415 - see above

        client = self.client(connection, token)
        return read_back(outcome, client=client, journal=self.journal, cancellation=cancellation)

    def client(
        self,
        connection: Connection,
        token: str,
        *,
        proxy_password: str | None = None,
        retry: Retry | None = None,
        is_trial: bool = False,
    ) -> KooDriveClient:
        """Return a client for `connection`; clients of one service address share what they learn of its time.

        Args:
            connection: Where and as whom.
            token: The access token.
            proxy_password: The password of its proxy; by default the one that is kept.
            retry: How calls that only read are repeated; by default they are not.
            is_trial: Whether what becomes of it says nothing about the token that the connection has.
        """
        from koodrive.api.retry import ONCE  # noqa: PLC0415 - as above

        return self._client_factory.client(
            connection, token, proxy_password, retry or ONCE, is_trial=is_trial
        )

    def transport(
        self, connection: Connection, auth: Auth, *, proxy_password: str | None = None
    ) -> Transport:
        """Return the way to the service of `connection` for somebody who is not signed in.

        Args:
            connection: Where.
            auth: Authorizes the requests.
            proxy_password: As for `client`.
        """
        return self._client_factory.transport(connection, auth, proxy_password)

    def lookups(self, connection: Connection, token: str) -> Lookups:
        """Return what lists the things that people pick, for one connection.

        Args:
            connection: Where and as whom.
            token: The access token.

        Raises:
            JournalError: As for `journal`.
        """
        from koodrive.api.retry import PATIENT  # noqa: PLC0415 - as above
        from koodrive.listing.lookups import Lookups  # noqa: PLC0415 - as above

        return Lookups(self.client(connection, token, retry=PATIENT), connection, self.journal)

    def kept_lookups(self, connection: Connection) -> LookupCache:
        """Return what is remembered of the answers to `lookups`; raises as `journal` does."""
        from koodrive.listing.lookup_cache import LookupCache  # noqa: PLC0415 - as above

        return LookupCache(connection, self.journal)

    def live(
        self,
        connection: Connection,
        token: str,
        cancellation: Cancellation | None = None,
        progress: Callable[[int], object] | None = None,
    ) -> LiveView:
        """Return what the service lists, joined with the history; see `koodrive.listing.live.read_live`."""
        from koodrive.api.retry import PATIENT  # noqa: PLC0415 - as above
        from koodrive.listing.live import read_live  # noqa: PLC0415 - as above

        client = self.client(connection, token, retry=PATIENT)
        return read_live(client, connection, self.journal, cancellation, progress)

    def forget_secrets(self, connection_id: str, *, cancellation: Cancellation | None = None) -> None:
        """Forget the token of a connection and the password of its proxy, here and in the keyring.

        Args:
            connection_id: Whose.
            cancellation: Ends the wait early.

        Raises:
            CredentialError: When the keyring may still hold one of them.
        """
        try:
            self.sessions.forget(connection_id, cancellation)
        except CredentialError:
            with suppress(CredentialError):
                self.proxy_passwords.delete(connection_id, cancellation=cancellation)
            raise
        self.proxy_passwords.delete(connection_id, cancellation=cancellation)

    def clock(self, service_address: str) -> ServerClock:
        """Return what is known of the time of a service; does not block."""
        return self._clocks.clock(service_address)

    def x_date(self, service_address: str) -> str:
        """Return the `X-Date` that a request to `service_address` would carry now; does not block."""
        return self._clocks.clock(service_address).x_date()

    def start_sandbox(self) -> Connection:
        """Start the sandbox, if it is not running, and return the connection to it.

        Raises:
            KoodriveError: When it cannot be started.
        """
        connection, token = self._sandbox.start()
        self.credentials.save_for_session(SANDBOX_CONNECTION_ID, token)
        return connection

    def close(self) -> None:
        """Stop the sandbox and close the files; may be called twice."""
        self._sandbox.stop()
        self._history.close()
