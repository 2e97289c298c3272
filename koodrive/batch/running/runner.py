"""The run of a batch: sends its rows, each as an ordinary create, at a pace, until it ends or has to pause."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from koodrive.batch.models import BatchState, PauseReason
from koodrive.batch.running.dispatcher import Dispatcher
from koodrive.batch.running.list_reading import list_text
from koodrive.batch.running.reactions import pause_text, reason_of
from koodrive.batch.running.reporter import Reporter
from koodrive.batch.running.row_sender import INTERNAL_ERROR, RowSender
from koodrive.batch.running.service_watch import ServiceWatch
from koodrive.batch.running.unsendable import close_waiting, reopen_waiting
from koodrive.core.deadline import Cancellation
from koodrive.creation.search_schedule import PAUSES
from koodrive.errors import AuthenticationError, CredentialError, JournalError, KoodriveError, NotSentError
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from koodrive.api.client import KooDriveClient
    from koodrive.batch.running.pace import TokenBucket
    from koodrive.batch.running.progress import RowEvent, RunProgress
    from koodrive.creation.creator import Creator
    from koodrive.models import Connection

_log = logging.getLogger(__name__)

_ENDING_SECONDS = 5.0
"""Longest wait for the end of the run before."""

_FOLDERS_OPEN = Message(
    "{count} rows wait for shared folders whose outcome is unknown. Find out what became of those, then go on."
)


class BatchRunner:
    """Runs one batch on threads of its own; any thread may call its methods.

    The callbacks are called on these threads, one at a time, and must return soon.

    Args:
        creator: Carries out the creates.
        batch_id: The stored batch.
        connection: Service address and user to send as.
        client: Returns the client to send with, before each row: one with the token of now. It may raise
            `KoodriveError`, which pauses the run.
        bucket: Limits the creates in a second, of all batches of the connection together.
        owner: Names this process, for others that want to run the same batch.
        is_alive: Says whether a batch still runs in the process of that name.
        starting: Held while a run starts, by all runners of the process.
        search_pauses: Seconds between one look for a lost create and the next; empty where others look for them.
        again: Whether rows are sent that would double something, too: somebody has confirmed all of them.
        on_row: Called when a row has ended.
        on_progress: Called when anything has changed, but for rows at most ten times a second.
    """

    def __init__(
        self,
        creator: Creator,
        batch_id: int,
        *,
        connection: Connection,
        client: Callable[[], KooDriveClient],
        bucket: TokenBucket,
        owner: str,
        is_alive: Callable[[str], bool],
        starting: threading.Lock,
        search_pauses: Sequence[float] = PAUSES,
        again: bool = False,
        on_row: Callable[[RowEvent], object] = lambda _event: None,
        on_progress: Callable[[RunProgress], object] = lambda _progress: None,
    ) -> None:
        self.batch_id = batch_id
        self.connection = connection
        self._creator = creator
        self._journal = creator.journal
        self._client = client
        self._owner, self._is_alive = owner, is_alive
        self._search_pauses = search_pauses
        self._starting = starting
        self._again = again
        self._cancellation = Cancellation()
        self._watch: ServiceWatch | None = None
        self._thread: threading.Thread | None = None
        self._goes_without_lists = False
        self._dispatcher = Dispatcher(
            self._journal, batch_id, bucket=bucket, may_find_folders=self._may_find_folders
        )
        self._reporter = Reporter(self._dispatcher.progress, on_row, on_progress)

    @property
    def progress(self) -> RunProgress:
        """Where the batch stands."""
        return self._dispatcher.progress()

    @property
    def is_running(self) -> bool:
        """Whether it sends, or waits for what is in flight."""
        return self._thread is not None and self._thread.is_alive()

    def start(self, client: Callable[[], KooDriveClient] | None = None) -> None:
        """Begin, or go on after a pause; returns soon, at once where no run of it is just ending.

        Rows in flight before are looked for first, and the lists are read. Rows that made nothing and were not at
        fault go out again; refusals of the kind that it has paused for are passed over from now on.

        Args:
            client: Replaces the one from before, as after a token has ended.

        Raises:
            BatchStateError: When it runs already, here or in another process, or its connection is another one.
            JournalError: When the history cannot be written.
        """
        if self._dispatcher.is_ending and threading.current_thread() is not self._thread:
            # That it is paused is reported a moment before it is written down.
            self.wait(_ENDING_SECONDS)
        with self._starting:
            batch = self._journal.batches.begin_run(
                self.batch_id,
                self.connection,
                self._owner,
                is_alive=self._is_alive,
            )
            self._client = client or self._client
            self._cancellation = Cancellation()
            self._dispatcher.begin(batch.pace)
            self._thread = threading.Thread(target=self._run, name="koodrive-batch", daemon=True)
            self._thread.start()

    def pause(self, reason: PauseReason = PauseReason.USER, text: Message | None = None) -> None:
        """Begin no further row; what is in flight ends, then the batch is paused. Returns at once.

        Args:
            reason: Why; the first reason counts.
            text: What happened, for the user.
        """
        self._end_with(BatchState.PAUSED, reason, text)

    def hold(self, *, is_held: bool) -> None:
        """Begin no further row while somebody is asked about the run, or go on; returns at once.

        Args:
            is_held: Whether rows wait; a start, too, lets them go on.
        """
        self._dispatcher.hold(is_held=is_held)

    def stop(self) -> None:
        """Begin no further row; what is in flight ends, then the batch is stopped. Returns at once.

        One that is paused, was never started or runs in another process is stopped, too.

        Raises:
            JournalError: When that could not be written.
        """
        self._end_with(BatchState.STOPPED)
        with self._starting:
            if not self.is_running:
                self._journal.batches.ask_to_end(self.batch_id, BatchState.STOPPED, is_alive=self._is_alive)

    def cancel_in_flight(self) -> None:
        """End the waits for what is in flight within a second: those outcomes are unknown then."""
        self._cancellation.cancel()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until the run has ended or paused; return whether it has.

        Args:
            seconds: Most time to wait; None for no limit.
        """
        if self._thread is not None:
            self._thread.join(seconds)
        return not self.is_running

    def _end_with(
        self, state: BatchState, reason: PauseReason | None = None, text: Message | None = None
    ) -> None:
        if self.is_running:
            self._dispatcher.end_with(state, reason, text)
            if self._watch is not None and self._dispatcher.progress().is_preparing:
                self._watch.cancel()
            self._reporter.report()

    def _run(self) -> None:
        """Prepare, send with as many threads as may be in flight, and write down how it ended."""
        watch = self._watch = ServiceWatch(
            self._creator,
            self.batch_id,
            connection=self.connection,
            client=self._client,
            pauses=self._search_pauses,
            on_found=self._on_found,
            on_tick=self._on_tick,
        )
        sender = RowSender(
            self._creator,
            self._dispatcher,
            self._reporter,
            watch,
            connection=self.connection,
            client=self._client,
            cancellation=self._cancellation,
            again=self._again,
        )
        try:
            self._prepare(watch)
            watch.start()
            workers = [
                threading.Thread(target=sender.work, name=f"koodrive-batch-{number}", daemon=True)
                for number in range(self._dispatcher.concurrency.most)
            ]
            for worker in workers:
                worker.start()
            for worker in workers:
                worker.join()
        except Exception:  # noqa: BLE001 - logged, and told to the user
            _log.exception("batch %d", self.batch_id)
            self._dispatcher.end_with(BatchState.PAUSED, PauseReason.CRASH, INTERNAL_ERROR)
        finally:
            watch.stop()
            sender.close()
            self._end()

    def _prepare(self, watch: ServiceWatch) -> None:
        """Find out what became of rows from before, and read the lists; pause where that cannot be done."""
        self._reporter.report()
        try:
            self._creator.flush_pending_outcomes()
            watch.look_once()
            self._journal.batch_runs.release_blameless(self.batch_id)
            reopen_waiting(self._journal, self.batch_id)
            self._read_lists(watch)
        except KoodriveError as error:
            own = isinstance(error, JournalError | AuthenticationError | CredentialError)
            text = pause_text(error) if own or watch.unread is None else list_text(watch.unread, error)
            self._dispatcher.end_with(BatchState.PAUSED, reason_of(error), text)
        self._dispatcher.open()
        self._reporter.report()

    def _read_lists(self, watch: ServiceWatch) -> None:
        """Read the lists; one that cannot be read pauses the run, and is gone without when it goes on after that."""
        try:
            watch.read_lists()
        except (JournalError, NotSentError, AuthenticationError, CredentialError):
            raise
        except KoodriveError:
            self._goes_without_lists = not self._goes_without_lists
            if self._goes_without_lists:
                raise
            _log.warning("batch %d goes on without all lists", self.batch_id)

    def _end(self) -> None:
        """Write down how the run ended; where the disk does not take it, the next start finds a dead run."""
        try:
            state, reason, text = self._dispatcher.ending
            if state is BatchState.FINISHED and (count := close_waiting(self._journal, self.batch_id)):
                text = Message(_FOLDERS_OPEN.template, count=count)
                state, reason = BatchState.PAUSED, PauseReason.UNKNOWN_ROWS
                self._dispatcher.replace_ending(state, reason, text)
            self._journal.batches.set_state(self.batch_id, state, reason, text)
            self._dispatcher.recount()
        except JournalError as error:
            _log.exception("the end of batch %d could not be written", self.batch_id)
            self._dispatcher.replace_ending(BatchState.PAUSED, PauseReason.DISK, error.message)
        _log.info("batch %d: %s", self.batch_id, self._dispatcher.ending[:2])
        self._reporter.report()

    def _may_find_folders(self) -> bool:
        """Return whether rows wait for a folder that is still looked for."""
        if not self._journal.batch_runs.waiting(self.batch_id, 0, 1):
            return False
        return self._watch is not None and self._watch.may_find()

    def _on_found(self) -> None:
        self._dispatcher.recount()
        self._reporter.report()

    def _on_tick(self) -> None:
        """Do what another process has asked for, and say where the run stands, also while it waits."""
        wish = self._journal.batches.batch(self.batch_id).wish
        if wish is not None:
            self._end_with(BatchState(wish), PauseReason.USER if wish == BatchState.PAUSED else None)
        self._reporter.report()
