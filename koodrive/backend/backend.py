"""The backend: everything that belongs to one data directory, put together for a window or a script.

Every method blocks unless it says otherwise; a window calls them in background tasks, and imports this module there.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from koodrive.api.retry import PATIENT
from koodrive.backend.ticket import ticket_of
from koodrive.batch.old_plans import remove_old_plans
from koodrive.clock.registry import ClockRegistry
from koodrive.connections import CONNECTIONS_FILE, SANDBOX_CONNECTION_ID
from koodrive.connections.client_factory import ClientFactory, TokenExpiryRegistry
from koodrive.connections.sessions import SessionManager
from koodrive.connections.store import ConnectionStore
from koodrive.core.file_lock import LOCK_FOLDER
from koodrive.core.files import ensure_private_directory
from koodrive.core.lazy import load
from koodrive.creation.creator import Creator
from koodrive.credentials.proxy_passwords import ProxyPasswords
from koodrive.credentials.store import CredentialStore
from koodrive.credentials.trusted_keyrings import TrustedKeyrings
from koodrive.errors import ConnectionStoreError, CredentialError, JournalError
from koodrive.journal import Journal, ReadInterruptedError
from koodrive.listing.live import LiveView, read_live
from koodrive.listing.lookup_cache import LookupCache
from koodrive.listing.lookups import Lookups
from koodrive.listing.read_back import read_back
from koodrive.listing.recent_folders import RecentFolders
from koodrive.messages import Message
from koodrive.rules.names import find_emoji

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from koodrive.backend.sandbox_host import SandboxHost
    from koodrive.batch.running.runs import BatchRuns
    from koodrive.clock.server_clock import ServerClock
    from koodrive.core.deadline import Cancellation
    from koodrive.creation.findings import LookResult
    from koodrive.creation.resolver import Resolver
    from koodrive.creation.undo.undoer import Undoer
    from koodrive.models import Connection, CreateRequest, Outcome
    from koodrive.sandbox import Sandbox

JOURNAL_FILE = "history.sqlite3"
TRUSTED_KEYRINGS_FILE = "trusted-keyrings.json"

_log = logging.getLogger(__name__)


class OpenResult(NamedTuple):
    """Content of a data directory, as `Backend.open` found it."""

    connections: tuple[Connection, ...]
    interrupted: int
    """Number of creates of an earlier process whose outcome is unknown since it ended."""
    notices: tuple[Message, ...]
    """Messages for the user: a damaged file set aside, a history that can only be read."""


class Backend:
    """The journal, the connections, their secrets, the services' clocks and the sandbox of one data directory.

    Methods that send take `connection`, the service address and user to send as, `token`, its access token, and
    `cancellation`, which ends them within a second. Most need the open history and raise `JournalError` without it.

    Args:
        data_dir: Folder that holds every file; made by `open` when it is missing.

    Attributes:
        profiles: The stored connections.
        trusted_keyrings: Keyrings that KooDesk does not know and the user trusts.
        token_expiries: Expiry of the tokens.
    """

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self.profiles = ConnectionStore(data_dir / CONNECTIONS_FILE)
        self.trusted_keyrings = TrustedKeyrings(data_dir / TRUSTED_KEYRINGS_FILE)
        self.token_expiries = TokenExpiryRegistry(self.clock)
        self._clocks = ClockRegistry()
        self._sandbox: SandboxHost | None = None
        self._creator: Creator | None = None
        self._undoer: Undoer | None = None
        self._batch_runs: BatchRuns | None = None

    @cached_property
    def credentials(self) -> CredentialStore:
        """The tokens of the connections."""
        return CredentialStore(trusted=self.trusted_keyrings.load)

    @cached_property
    def proxy_passwords(self) -> ProxyPasswords:
        """The passwords of the connections' proxies."""
        return ProxyPasswords(self.credentials)

    @cached_property
    def sessions(self) -> SessionManager:
        """The sessions of connections that sign in with an account."""
        return SessionManager(self.credentials, self.clients.transport, self.data_dir / LOCK_FOLDER)

    @cached_property
    def clients(self) -> ClientFactory:
        """The clients of the connections."""
        return ClientFactory(self._clocks, self.proxy_passwords, self.token_expiries)

    @property
    def sandbox(self) -> Sandbox | None:
        """The sandbox, while it runs."""
        return None if self._sandbox is None else self._sandbox.running

    @property
    def creator(self) -> Creator:
        """Sends creates and records them."""
        if self._creator is None:
            raise JournalError(
                Message("The history is not open"),
                Message(
                    "Nothing was sent, because it could not be written down first. Open the history again."
                ),
            )
        return self._creator

    @property
    def journal(self) -> Journal:
        """The history."""
        return self.creator.journal

    @property
    def resolver(self) -> Resolver:
        """Finds the outcome of lost requests."""
        return self.creator.resolver

    @property
    def undoer(self) -> Undoer:
        """Takes back what creates have made."""
        if self._undoer is None:
            # Loaded by those who take back: a create does without.
            self._undoer = load("koodrive.creation.undo.undoer:Undoer")(self.journal)
        return self._undoer

    @property
    def batch_runs(self) -> BatchRuns:
        """The running batches of this process."""
        if self._batch_runs is None:
            # Loaded by those who run batches: a single create does without.
            self._batch_runs = load("koodrive.batch.running.runs:BatchRuns")(self.creator, self.undoer)
        return self._batch_runs

    def open(self) -> OpenResult:
        """Open the journal and the connections; attempts that a dead process left behind become unknown.

        Several processes may have a data directory open at once.

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
        interrupted = self._open_journal()
        notices = [self.journal.notice]
        try:
            connections = self.profiles.load()
            notices.append(self.profiles.notice)
        except ConnectionStoreError as error:
            # Without them the sandbox and the history still work.
            connections = ()
            notices += [error.title, error.message]
        # Made here, so that the window thread does not have to.
        _ = self.proxy_passwords
        return OpenResult(connections, interrupted, tuple(notice for notice in notices if notice is not None))

    def _open_journal(self) -> int:
        """Open the journal anew; return the number of attempts that a dead process left behind."""
        self._close_journal()
        journal = Journal(self.data_dir / JOURNAL_FILE)
        interrupted = 0
        if not journal.read_only:
            interrupted = journal.attempts.close_interrupted()
            journal.batches.close_interrupted(journal.processes.is_alive)
            journal.batch_undos.close_interrupted(journal.processes.is_alive)
            remove_old_plans(journal)
        journal.start_maintenance()
        self._creator = Creator(journal)
        _log.info("history opened, %d interrupted, read only: %s", interrupted, journal.read_only)
        return interrupted

    def close(self) -> None:
        """Stop the sandbox and close the files; may be called twice."""
        if self._sandbox is not None:
            self._sandbox.stop()
        self._close_journal()

    def _close_journal(self) -> None:
        if self._batch_runs is not None:
            self._batch_runs.close()
            self._batch_runs = None
        self._undoer = None
        if self._creator is not None:
            self._creator.flush_pending_outcomes()
            self._creator.journal.close()
            self._creator = None

    def warm_up(self) -> None:
        """Compile the pattern of emoji, about 90 ms, so that the first click does not wait for it."""
        find_emoji("")

    def start_sandbox(self, *, may_share: bool = False) -> Connection:
        """Start the sandbox, if it is not running, and return the connection to it.

        Args:
            may_share: Whether one that another process runs for this data directory serves as well.

        Raises:
            KoodriveError: When it cannot be started.
        """
        if self._sandbox is None:
            # 6 MB that few starts need.
            self._sandbox = load("koodrive.backend.sandbox_host:SandboxHost")(self.data_dir)
        connection, token = self._sandbox.start(may_share=may_share)
        self.credentials.save_for_session(SANDBOX_CONNECTION_ID, token)
        return connection

    def create(
        self,
        request: CreateRequest,
        connection: Connection,
        token: str,
        cancellation: Cancellation | None = None,
        *,
        again: bool = False,
        queued_id: int | None = None,
    ) -> Outcome:
        """Create one album or shared folder (`koodrive.creation.creator.Creator.create`).

        With `again`, it may be one more of something that exists already, or may exist; with `queued_id` it leaves the
        journal's queue.
        """
        client = self.clients.client(connection, token)
        return self.creator.create(
            request,
            client=client,
            connection=connection,
            cancellation=cancellation,
            again=again,
            queued_id=queued_id,
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
        """Look once for the outcome of open attempts (`koodrive.creation.resolver.Resolver.look`).

        Those in `last` are not looked for again.
        """
        # An outcome that the disk did not take when it came would look as if it were still awaited.
        self.creator.flush_pending_outcomes()
        client = self.clients.client(connection, token)
        findings = self.resolver.look(
            attempt_ids, last=last, client=client, connection=connection, cancellation=cancellation
        )
        for finding in findings:
            _log.info("looked for attempts %s: %s", finding.attempt_ids, finding.ending or "not known yet")
        return findings

    def snapshot_list(
        self,
        request: CreateRequest,
        connection: Connection,
        token: str,
        cancellation: Cancellation,
        *,
        unless_read_within: float = 0.0,
    ) -> None:
        """Read the list that will show the result of `request`, so that its content before the create is known.

        Nothing is read when the last whole reading is younger than `unless_read_within` seconds.

        Raises:
            KoodriveError: When it could not be read to its end or not be recorded.
        """
        self.creator.readings.read(
            request,
            client=self.clients.client(connection, token),
            connection=connection,
            cancellation=cancellation,
            unless_read_within=unless_read_within,
        )

    def read_back(
        self, outcome: Outcome, connection: Connection, token: str, cancellation: Cancellation
    ) -> Message | None:
        """Return a warning when a created shared album is not where it should be (`koodrive.listing.read_back`)."""
        client = self.clients.client(connection, token)
        return read_back(outcome, client=client, journal=self.journal, cancellation=cancellation)

    def lookups(self, connection: Connection, token: str) -> Lookups:
        """Return the lists that the user picks from, for one connection."""
        return Lookups(self.clients.client(connection, token, retry=PATIENT), connection, self.journal)

    def kept_lookups(self, connection: Connection) -> LookupCache:
        """Return the remembered answers to `lookups`."""
        return LookupCache(connection, self.journal)

    def recent_folders(self, connection: Connection) -> RecentFolders:
        """Return the folders that were chosen last at a connection, for the top of the pickers."""
        return RecentFolders(connection, self.journal)

    def live(
        self,
        connection: Connection,
        token: str,
        cancellation: Cancellation | None = None,
        progress: Callable[[int], object] | None = None,
    ) -> LiveView:
        """Return the service's lists joined with the history (`koodrive.listing.live.read_live`)."""
        client = self.clients.client(connection, token, retry=PATIENT)
        return read_live(client, connection, self.journal, cancellation, progress)

    def ticket(self, attempt_id: int) -> str:
        """Return one attempt as a plain text for a ticket, without secrets (`koodrive.backend.ticket`).

        Raises:
            JournalError: When there is no such attempt, or the history cannot be read.
        """
        while True:
            try:
                return ticket_of(self.journal.history.attempt(attempt_id), self.journal)
            except ReadInterruptedError:
                # Meant for a search of the window, which reads through the same channel.
                continue

    def clock(self, service_address: str) -> ServerClock:
        """Return the estimate of a service's time; does not block."""
        return self._clocks.clock(service_address)

    def trust_keyring(self, class_name: str, *, is_trusted: bool) -> None:
        """Record whether the user trusts a class of keyring; takes effect with the next call.

        Args:
            class_name: Full name of the class (`koodrive.credentials.backends.class_name`).
            is_trusted: False takes the trust back; entries of that keyring stay there.

        Raises:
            CredentialError: When it cannot be recorded; nothing was changed.
        """
        if is_trusted:
            self.trusted_keyrings.add(class_name)
        else:
            self.trusted_keyrings.remove(class_name)
        self.credentials.reset_backend()

    def delete_secrets(self, connection_id: str, *, cancellation: Cancellation | None = None) -> None:
        """Delete the token of a connection and the password of its proxy, in memory and in the keyring.

        Args:
            connection_id: ID of the connection.
            cancellation: Ends the wait early.

        Raises:
            CredentialError: When the keyring may still hold one of them.
        """
        try:
            self.sessions.delete(connection_id, cancellation)
        except CredentialError:
            with suppress(CredentialError):
                self.proxy_passwords.delete(connection_id, cancellation=cancellation)
            raise
        self.proxy_passwords.delete(connection_id, cancellation=cancellation)
