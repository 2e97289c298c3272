"""The running batches of this process: one run of each batch, and one limit for each connection."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from koodrive.batch.models import PauseReason
from koodrive.batch.running.base_runner import RunOptions
from koodrive.batch.running.pace import TokenBucket
from koodrive.batch.running.plan import Planner
from koodrive.batch.running.runner import BatchRunner
from koodrive.batch.running.service_watch import listed_requests, read_lists
from koodrive.batch.undoing.undo_runner import UndoRunner
from koodrive.creation.search_schedule import PAUSES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from koodrive.api.client import KooDriveClient
    from koodrive.batch.running.progress import RowEvent, RunProgress
    from koodrive.batch.running.row_queue import Row
    from koodrive.batch.running.worker import Result
    from koodrive.core.deadline import Cancellation
    from koodrive.creation.creator import Creator
    from koodrive.creation.undo.models import UndoOutcome
    from koodrive.creation.undo.undoer import Undoer
    from koodrive.journal import BatchRow, UndoRow
    from koodrive.models import Connection, Outcome


_PATIENCE = 3.0
"""Seconds that creates in flight are waited for at the end of the process."""


class BatchRuns:
    """Makes the runners of batches; any thread may call its methods.

    Args:
        creator: Carries out the creates.
        undoer: Takes them back.
    """

    def __init__(self, creator: Creator, undoer: Undoer) -> None:
        self._creator, self._undoer = creator, undoer
        self._processes = creator.journal.processes
        self._lock = threading.Lock()
        self._starting = threading.Lock()
        self._runners: list[BatchRunner] = []
        self._undoers: list[UndoRunner] = []
        self._buckets: dict[tuple[str, str], TokenBucket] = {}

    @property
    def running(self) -> list[BatchRunner]:
        """Those that create, or wait for what is in flight."""
        with self._lock:
            return [runner for runner in self._runners if runner.is_running]

    @property
    def undoing(self) -> list[UndoRunner]:
        """Those that take a batch back, or look at what it has made."""
        with self._lock:
            return [runner for runner in self._undoers if runner.is_running]

    def close(self) -> None:
        """Pause all that run, give what is in flight a few seconds, and end the waits for the rest."""
        running = self._all()
        for runner in running:
            runner.pause(PauseReason.CLOSED)
        deadline = time.monotonic() + _PATIENCE
        for runner in running:
            if not runner.wait(max(0.0, deadline - time.monotonic())):
                runner.cancel_in_flight()
        for runner in running:
            runner.wait()

    def plan(
        self,
        batch_id: int,
        connection: Connection,
        client: KooDriveClient | None,
        *,
        cancellation: Cancellation,
        progress: Callable[[int], object] | None = None,
    ) -> None:
        """Read the service's lists, whole and fresh, and judge the rows of a batch by them and by the history; blocks.

        Args:
            batch_id: The batch; its connection is this one from now on.
            connection: Service address and user to send as.
            client: Reads the lists; None to go by what was read of them last.
            cancellation: Ends it within a second; the rest stays as it was.
            progress: Called with the number of rows that were judged so far.

        Raises:
            BatchStateError: When the batch is running, or rows of it were sent by another connection.
            KoodriveError: When a list could not be read; the rows are judged all the same.
            JournalError: When the history cannot be used.
        """
        self._creator.journal.batches.connect(batch_id, connection)
        try:
            if client is not None:
                requests = listed_requests(self._creator.journal, batch_id)
                read_lists(
                    requests, self._creator, client=client, connection=connection, cancellation=cancellation
                )
        finally:
            Planner(self._creator.journal, connection).plan(
                batch_id, cancellation=cancellation, progress=progress
            )

    def runner(
        self,
        batch_id: int,
        *,
        connection: Connection,
        client: Callable[[], KooDriveClient],
        search_pauses: Sequence[float] = PAUSES,
        again: bool = False,
        on_row: Callable[[RowEvent[BatchRow, Outcome]], object] = lambda _event: None,
        on_progress: Callable[[RunProgress], object] = lambda _progress: None,
    ) -> BatchRunner:
        """Return a new runner of a batch, which has yet to be started.

        The connection's limit in a second becomes that of this batch when it starts. Arguments are those of
        `RunOptions` and `BatchRunner`.

        Raises:
            JournalError: When there is no such batch, or the history cannot be read.
        """
        options = self._options(
            batch_id,
            connection=connection,
            client=client,
            search_pauses=search_pauses,
            on_row=on_row,
            on_progress=on_progress,
        )
        runner = BatchRunner(self._creator, batch_id, options, again=again)
        with self._lock:
            self._runners = [other for other in self._runners if other.is_running] + [runner]
        return runner

    def undo_runner(
        self,
        batch_id: int,
        *,
        connection: Connection,
        client: Callable[[], KooDriveClient],
        search_pauses: Sequence[float] = PAUSES,
        on_row: Callable[[RowEvent[UndoRow, UndoOutcome]], object] = lambda _event: None,
        on_progress: Callable[[RunProgress], object] = lambda _progress: None,
    ) -> UndoRunner:
        """Return a new runner that takes a batch back, which has yet to be started; it looks first, or deletes.

        Arguments are those of `RunOptions`.

        Raises:
            JournalError: When there is no such batch, or the history cannot be read.
        """
        options = self._options(
            batch_id,
            connection=connection,
            client=client,
            search_pauses=search_pauses,
            on_row=on_row,
            on_progress=on_progress,
        )
        runner = UndoRunner(self._creator, self._undoer, batch_id, options)
        with self._lock:
            self._undoers = [other for other in self._undoers if other.is_running] + [runner]
        return runner

    def _options(
        self,
        batch_id: int,
        *,
        connection: Connection,
        client: Callable[[], KooDriveClient],
        search_pauses: Sequence[float],
        on_row: Callable[[RowEvent[Row, Result]], object],
        on_progress: Callable[[RunProgress], object],
    ) -> RunOptions[Row, Result]:
        rate = self._creator.journal.batches.batch(batch_id).pace.rate
        with self._lock:
            bucket = self._buckets.setdefault(connection.account_key, TokenBucket(rate))
        return RunOptions(
            connection=connection,
            client=client,
            bucket=bucket,
            owner=self._processes.own,
            is_alive=lambda owner: self._is_run_by(owner, batch_id),
            starting=self._starting,
            search_pauses=search_pauses,
            on_row=on_row,
            on_progress=on_progress,
        )

    def _is_run_by(self, owner: str, batch_id: int) -> bool:
        """Return whether a process runs a batch, or takes it back, which it had begun to do."""
        if owner == self._processes.own:
            return any(runner.batch_id == batch_id for runner in self._all())
        return self._processes.is_alive(owner)

    def _all(self) -> list[BatchRunner | UndoRunner]:
        return [*self.running, *self.undoing]
