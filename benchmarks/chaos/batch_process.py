"""Simulates somebody who runs one batch to its end: ``python -m benchmarks.chaos.batch_process CONFIG``.

May be killed at any time. After each pause it does what people would do: a new token, a moment of patience, go on.
"""

from __future__ import annotations

import json
import random
import sys
import time
import urllib.request
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.chaos.operating import ImpatientBackend, connection_to
from benchmarks.chaos.troubles import PAUSES, Troubles
from koodrive.api.serialization import ALBUM_CREATE, SHARED_FOLDER_CREATE
from koodrive.batch.cross_check import check_table
from koodrive.batch.models import BatchState, PauseReason
from koodrive.batch.running import list_reading, reactions
from koodrive.batch.running.pace import throttle_wait
from koodrive.batch.running.result_files import write_results
from koodrive.batch.stored_rows import new_row
from koodrive.batch.table import open_table
from koodrive.core.deadline import Cancellation
from koodrive.journal import NewBatch, Pace

if TYPE_CHECKING:
    from koodrive.api.client import KooDriveClient
    from koodrive.batch.running.progress import RowEvent
    from koodrive.batch.running.runner import BatchRunner
    from koodrive.batch.undoing.undo_runner import UndoRunner
    from koodrive.journal import Journal

FAULT_SHARE = 0.12
_PATIENCE = 0.02
"""Times the real waits after throttling."""
_PARALLEL = 4
_MOST_PASSES = 400


@dataclass(frozen=True)
class BatchConfig:
    """Configuration of the process; passed as JSON on its command line."""

    seed: int
    life: int
    """Number of earlier processes."""
    service_address: str
    secret: str
    """Secret of the sandbox's control calls."""
    data_dir: str
    table: str
    """Path of the file to create from."""
    result: str
    """Path of the result file, written at the end."""
    is_calm: bool = False
    """Whether there are no more faults."""

    def as_json(self) -> dict[str, object]:
        """Return the members as JSON values."""
        return asdict(self)


class BatchOperator:
    """One person with one data directory and one batch.

    Args:
        config: Batch and service.
    """

    def __init__(self, config: BatchConfig) -> None:
        self._config = config
        draw = random.Random(f"batch {config.seed} {config.life}")
        self._troubles = None if config.is_calm else Troubles(config.service_address, config.secret, draw)
        self._backend = ImpatientBackend(Path(config.data_dir))
        self._backend.open()
        self._connection = connection_to(config.service_address)
        self._token = self._new_token()
        reactions.throttle_wait = list_reading.throttle_wait = lambda stated: (
            _PATIENCE * throttle_wait(stated)
        )
        list_reading._LOST_WAIT *= _PATIENCE  # noqa: SLF001 - a run with many faults would mostly wait

    def work(self) -> None:
        """Run the batch until all is decided, as far as that can be, and write its result."""
        batch_id = self.batch(Path(self._config.table))
        self.create(batch_id)
        write_results(Path(self._config.result), self.journal, batch_id)
        self.close()

    @property
    def journal(self) -> Journal:
        """The history."""
        return self._backend.journal

    def close(self) -> None:
        """Close the data directory."""
        self._backend.close()

    def batch(self, table: Path) -> int:
        """Return the batch of a table, stored now if it is not yet."""
        stored = {batch.name: batch.batch_id for batch in self.journal.batches.batches()}
        return stored[table.name] if table.name in stored else self._store(table)

    def create(self, batch_id: int) -> None:
        """Create the rows of a batch until all is decided, as far as that can be."""
        for _ in range(_MOST_PASSES):
            state = self._run(batch_id)
            lost = self.journal.batch_runs.unknown_attempts(batch_id)
            if state is BatchState.FINISHED and not lost:
                break
            if state is BatchState.FINISHED:
                self._look_for(lost)
                if self.journal.batch_runs.unknown_attempts(batch_id) == lost:
                    # Only people can tell.
                    break

    def _run(self, batch_id: int) -> BatchState:
        runner = self._backend.batch_runs.runner(
            batch_id,
            connection=self._connection,
            client=self._client,
            search_pauses=PAUSES,
            on_row=self._on_row,
        )
        return self._ended(runner)

    def _ended(self, runner: BatchRunner | UndoRunner) -> BatchState:
        """Run it to its end or to a pause, and do what people do then."""
        runner.start()
        runner.wait()
        progress = runner.progress
        if progress.reason is PauseReason.TOKEN:
            self._token = self._new_token()
        elif progress.state is BatchState.PAUSED:
            time.sleep(_PATIENCE)
        return progress.state

    def _look_for(self, lost: list[int]) -> None:
        """Look for what became of lost requests as long as it takes."""
        self._backend.resolver.resolve(
            lost,
            client=self._client(),
            connection=self._connection,
            pauses=PAUSES,
            cancellation=Cancellation(),
        )

    def _on_row(self, event: RowEvent) -> None:
        if self._troubles is not None:
            path = SHARED_FOLDER_CREATE if event.row.kind == "sharedFolder" else ALBUM_CREATE
            self._troubles.for_row(path, FAULT_SHARE)

    def _store(self, path: Path) -> int:
        table = open_table(path)
        names = {place: name for name, place in table.columns.places.items()}
        mapping = tuple(names.get(place) for place in range(len(table.columns.headings)))
        batch = NewBatch(
            table.source.name,
            table.source.sha256,
            table.columns.headings,
            mapping,
            {"separator": table.source.separator or ","},
            Pace(_PARALLEL, None),
        )
        batch_id = self._backend.journal.batches.add(batch, map(new_row, check_table(table)))
        if batch_id is None:
            raise RuntimeError("the table was not stored")
        return batch_id

    def _client(self) -> KooDriveClient:
        return self._backend.clients.client(self._connection, self._token)

    def _new_token(self) -> str:
        order = urllib.request.Request(
            f"{self._config.service_address}/sandbox/renew-token",
            b"{}",
            {"Content-Type": "application/json", "X-Sandbox-Secret": self._config.secret},
        )
        with urllib.request.urlopen(order, timeout=20) as answer:
            token: str = json.load(answer)["token"]
        return token


if __name__ == "__main__":
    BatchOperator(BatchConfig(**json.loads(sys.argv[1]))).work()
