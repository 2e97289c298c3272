"""The running batches of this process: one run of each batch, and one limit for each connection."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from koodrive.batch.pace import TokenBucket
from koodrive.batch.runner import BatchRunner
from koodrive.creation.search_schedule import PAUSES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from koodrive.api.client import KooDriveClient
    from koodrive.batch.progress import RowEvent, RunProgress
    from koodrive.creation.creator import Creator
    from koodrive.models import Connection


class BatchRuns:
    """Makes the runners of batches; any thread may call its methods.

    Args:
        creator: Carries out the creates.
        owner: Names this process, for others that want to run the same batch.
        is_alive: Says whether a process of that name is still there.
    """

    def __init__(self, creator: Creator, owner: str, is_alive: Callable[[str], bool]) -> None:
        self._creator = creator
        self._owner, self._is_alive = owner, is_alive
        self._lock = threading.Lock()
        self._runners: dict[int, BatchRunner] = {}
        self._buckets: dict[tuple[str, str], TokenBucket] = {}

    @property
    def running(self) -> list[BatchRunner]:
        """Those that send, or wait for what is in flight."""
        with self._lock:
            return [runner for runner in self._runners.values() if runner.is_running]

    def runner(
        self,
        batch_id: int,
        *,
        connection: Connection,
        client: Callable[[], KooDriveClient],
        search_pauses: Sequence[float] = PAUSES,
        on_row: Callable[[RowEvent], object] = lambda _event: None,
        on_progress: Callable[[RunProgress], object] = lambda _progress: None,
    ) -> BatchRunner:
        """Return a new runner of a batch, which has yet to be started.

        The connection's limit in a second becomes that of this batch. Arguments are those of `BatchRunner`.

        Raises:
            JournalError: When there is no such batch, or the history cannot be read.
        """
        rate = self._creator.journal.batches.batch(batch_id).pace.rate
        with self._lock:
            bucket = self._buckets.setdefault(connection.account_key, TokenBucket(rate))
        bucket.rate = rate
        runner = BatchRunner(
            self._creator,
            batch_id,
            connection=connection,
            client=client,
            bucket=bucket,
            owner=self._owner,
            is_alive=self._is_alive_elsewhere,
            search_pauses=search_pauses,
            on_row=on_row,
            on_progress=on_progress,
        )
        with self._lock:
            if batch_id not in self._runners or not self._runners[batch_id].is_running:
                self._runners[batch_id] = runner
        return runner
