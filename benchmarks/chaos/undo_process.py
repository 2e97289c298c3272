"""Simulates somebody who creates batches and takes them back: ``python -m benchmarks.chaos.undo_process CONFIG``.

While a batch is created, the one before is taken back, and single objects of that by another window. May be killed at
any time.
"""

from __future__ import annotations

import json
import random
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.chaos.batch_process import FAULT_SHARE, BatchConfig, BatchOperator
from benchmarks.chaos.troubles import PAUSES
from koodrive.api.serialization import ALBUM, SHARED_FOLDER_DELETE
from koodrive.batch.models import BatchState
from koodrive.batch.undoing.undo_results import write_undo_results
from koodrive.creation.undo.models import UndoVerdict
from koodrive.errors import KoodriveError
from koodrive.models import RequestKind

if TYPE_CHECKING:
    from koodrive.journal import UndoRow

_MOST_PASSES = 400
_LOOK_FAULT_SHARE = 0.05
_LISTS = 4
"""Chances of a fault of the lists; what is not met waits for the next process."""
_RIVAL_SHARE = 0.1
"""Of the objects of a batch, those that another window takes back meanwhile."""
_LEFT = ("open", "ready", "gone")


class UndoOperator(BatchOperator):
    """One person with one data directory, who creates batches and takes each back.

    Args:
        config: Its table is the folder of the tables, its result that of the results.
    """

    def __init__(self, config: BatchConfig) -> None:
        super().__init__(config)
        self._random = random.Random(f"undo {config.seed} {config.life}")
        self._armed: set[int] = set()
        """Batches whose faults are injected; once, or each pass would add to those that wait."""

    def work(self) -> None:
        """Create and take back one batch after another, until all is decided, as far as that can be."""
        tables = sorted(Path(self._config.table).glob("*.csv"))
        before: int | None = None
        for table in (*tables, None):
            batch_id = None if table is None else self.batch(table)
            creating = threading.Thread(target=self.create, args=(batch_id,), name="creating")
            if batch_id is not None and not self._is_created(batch_id):
                creating.start()
            if before is not None:
                self._take_back(before)
            if creating.ident is not None:
                creating.join()
            before = batch_id
        self.close()

    def _is_created(self, batch_id: int) -> bool:
        is_finished = self.journal.batches.batch(batch_id).state == BatchState.FINISHED
        return is_finished and not self.journal.batch_runs.unknown_attempts(batch_id)

    def _take_back(self, batch_id: int) -> None:
        for _ in range(_MOST_PASSES):
            undo = self.journal.batch_undos.undo(batch_id)
            lost = self.journal.batch_undos.unknown_attempts(batch_id)
            if undo is not None and undo.state == BatchState.FINISHED and not lost:
                break
            if undo is not None and undo.state == BatchState.FINISHED:
                self._look_for(lost)
                if self.journal.batch_undos.unknown_attempts(batch_id) == lost:
                    # Only people can tell.
                    break
            self._run_back(batch_id)
        name = f"{self.journal.batches.batch(batch_id).name}-taken-back.csv"
        write_undo_results(Path(self._config.result) / name, self.journal, batch_id)

    def _run_back(self, batch_id: int) -> None:
        runner = self._backend.batch_runs.undo_runner(
            batch_id, connection=self._connection, client=self._client, search_pauses=PAUSES
        )
        if self.journal.batch_undos.undo(batch_id) is None:
            runner.start_looking()
            runner.wait()
        rows = self.journal.batch_undos.page(batch_id, limit=100_000, states=_LEFT)
        if batch_id not in self._armed:
            self._armed.add(batch_id)
            self._arm(rows)
        rival = threading.Thread(target=self._rival, args=(rows,), name="rival")
        rival.start()
        self._ended(runner)
        rival.join()

    def _arm(self, rows: list[UndoRow]) -> None:
        """Inject faults into the looks and the deletes of some of the objects."""
        if self._troubles is None:
            return
        for row in rows:
            if row.kind == RequestKind.ALBUM:
                self._troubles.for_row(f"{ALBUM}/{row.result_id}", FAULT_SHARE)
                self._troubles.for_look(f"{ALBUM}/{row.result_id}/list", _LOOK_FAULT_SHARE)
            else:
                self._troubles.for_row(SHARED_FOLDER_DELETE, FAULT_SHARE)
        for _ in range(_LISTS):
            self._troubles.for_lists()

    def _rival(self, rows: list[UndoRow]) -> None:
        """Take back single objects of the batch, as another window would."""
        for row in rows:
            if self._random.random() >= _RIVAL_SHARE:
                continue
            try:
                attempt = next(iter(self.journal.history.attempts_of([row.of_attempt])))
                client, undoer = self._client(), self._backend.undoer
                look = undoer.look(attempt, client=client, connection=self._connection)
                if look.verdict is not UndoVerdict.KEPT and not look.own_albums:
                    undoer.undo(look, client=client, connection=self._connection)
            except KoodriveError:
                # The batch has been faster, or the history is busy.
                continue


if __name__ == "__main__":
    UndoOperator(BatchConfig(**json.loads(sys.argv[1]))).work()
