"""What every run over the rows of a batch does: start, pause, threads, and how it ended written down."""

from __future__ import annotations

import logging
import threading
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic

from koodrive.batch.models import BatchState, PauseReason
from koodrive.batch.running.reporter import Reporter
from koodrive.batch.running.row_queue import Row
from koodrive.batch.running.worker import INTERNAL_ERROR, Result, RowWorker
from koodrive.core.deadline import Cancellation
from koodrive.errors import JournalError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from koodrive.api.client import KooDriveClient
    from koodrive.batch.running.dispatcher import Dispatcher
    from koodrive.batch.running.lost_watch import LostWatch
    from koodrive.batch.running.pace import TokenBucket
    from koodrive.batch.running.progress import RowEvent, RunProgress
    from koodrive.journal import Batch, BatchUndo, RunStates
    from koodrive.messages import Message
    from koodrive.models import Connection

_log = logging.getLogger(__name__)

_ENDING_SECONDS = 5.0
"""Longest wait for the end of the run before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions(Generic[Row, Result]):
    """How a run goes, and who is told of it; the listeners are called on its threads, one at a time."""

    connection: Connection
    """Service address and user to send as."""
    client: Callable[[], KooDriveClient]
    """Returns the client to send with, before each row: one with the token of now. It may raise `KoodriveError`,
    which pauses the run."""
    bucket: TokenBucket
    """Limits the requests in a second, of all runs of the connection together."""
    owner: str
    """Names this process, for others that want to run the same batch."""
    is_alive: Callable[[str], bool]
    """Says whether a batch still runs in the process of that name."""
    starting: threading.Lock
    """Held while a run starts, by all runners of the process."""
    search_pauses: Sequence[float]
    """Seconds between one look for a lost request and the next; empty where others look for them."""
    on_row: Callable[[RowEvent[Row, Result]], object]
    """Called when a row has ended; must return soon."""
    on_progress: Callable[[RunProgress], object]
    """Called when anything has changed, but for rows at most ten times a second; likewise."""


class Runner(ABC, Generic[Row, Result]):
    """Runs over the rows of one batch on threads of its own; any thread may call its methods.

    Args:
        dispatcher: Hands out the rows.
        states: Where it is written down what the run does.
        batch_id: The stored batch.
        options: How it runs, and who is told.
    """

    def __init__(
        self,
        dispatcher: Dispatcher[Row],
        states: RunStates,
        batch_id: int,
        options: RunOptions[Row, Result],
    ) -> None:
        self.batch_id = batch_id
        self.connection = options.connection
        self._dispatcher = dispatcher
        self._states = states
        self._client = options.client
        self._owner, self._is_alive = options.owner, options.is_alive
        self._search_pauses = options.search_pauses
        self._starting = options.starting
        self._cancellation = Cancellation()
        self._watch: LostWatch | None = None
        self._thread: threading.Thread | None = None
        self._reporter = Reporter(self._dispatcher.progress, options.on_row, options.on_progress)

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

        Rows in flight before are looked for first. Rows with which nothing was done and that were not at fault go out
        again; refusals of the kind that it has paused for are passed over from now on.

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
            run = self._begin()
            self._client = client or self._client
            self._cancellation = Cancellation()
            self._dispatcher.begin(run.pace)
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
                self._states.ask_to_end(self.batch_id, BatchState.STOPPED, is_alive=self._is_alive)

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

    @abstractmethod
    def _begin(self) -> Batch | BatchUndo:
        """Set the run ``running`` for this process, and return it as it was.

        Raises:
            BatchStateError: When it runs already, or its connection is another one.
            JournalError: When the history cannot be written.
        """

    @abstractmethod
    def _new_watch(self) -> LostWatch:
        """Return what looks for lost requests of the run alongside."""

    @abstractmethod
    def _new_worker(self) -> RowWorker[Row, Result]:
        """Return what does the rows."""

    @abstractmethod
    def _prepare(self) -> None:
        """Do what comes before the first row; where that cannot be done, the dispatcher is told to end."""

    def _ending(
        self, state: BatchState, reason: PauseReason | None, text: Message | None
    ) -> tuple[BatchState, PauseReason | None, Message | None]:
        """Return how the run has ended, by what the rows have come to.

        Raises:
            JournalError: When the history cannot be used.
        """
        return state, reason, text

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
        watch = self._watch = self._new_watch()
        worker = self._new_worker()
        try:
            self._reporter.report()
            self._prepare()
            self._dispatcher.open()
            self._reporter.report()
            watch.start()
            threads = [
                threading.Thread(target=worker.work, name=f"koodrive-batch-{number}", daemon=True)
                for number in range(self._dispatcher.concurrency.most)
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        except Exception:  # noqa: BLE001 - logged, and told to the user
            _log.exception("batch %d", self.batch_id)
            self._dispatcher.end_with(BatchState.PAUSED, PauseReason.CRASH, INTERNAL_ERROR)
        finally:
            watch.stop()
            worker.close()
            self._end()

    def _end(self) -> None:
        """Write down how the run ended; where the disk does not take it, the next start finds a dead run."""
        try:
            state, reason, text = self._ending(*self._dispatcher.ending)
            self._dispatcher.replace_ending(state, reason, text)
            self._states.set_state(self.batch_id, state, reason, text)
            self._dispatcher.recount()
        except JournalError as error:
            _log.exception("the end of batch %d could not be written", self.batch_id)
            self._dispatcher.replace_ending(BatchState.PAUSED, PauseReason.DISK, error.message)
        _log.info("batch %d: %s", self.batch_id, self._dispatcher.ending[:2])
        self._reporter.report()

    def _on_found(self) -> None:
        self._dispatcher.recount()
        self._reporter.report()

    def _on_tick(self) -> None:
        """Do what another process has asked for, and say where the run stands, also while it waits."""
        wish = self._states.wish(self.batch_id)
        if wish is not None:
            self._end_with(BatchState(wish), PauseReason.USER if wish == BatchState.PAUSED else None)
        self._reporter.report()
