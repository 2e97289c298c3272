"""Creates batches and takes them back against faults, kills and other people: ``make chaos ARGS="--undo 5000"``."""

from __future__ import annotations

import heapq
import time
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.chaos.batch_running import BatchRun
from benchmarks.chaos.batch_table import write_table
from benchmarks.chaos.undo_verdict import UndoVerdict, judge
from benchmarks.chaos.undo_watching import UndoWatch
from koodrive.backend.backend import JOURNAL_FILE
from koodrive.sandbox import Change, Sandbox

if TYPE_CHECKING:
    from pathlib import Path

_BATCH = 500
"""Rows of one batch; while one is created, the one before is taken back."""
_CHANGED_SHARE = 0.15
"""Of what is made, how much somebody else changes before, while or after it is taken back."""
_LATER_SHARE, _LATER_SECONDS = 0.5, 30.0
_OF_ALBUMS = (Change.FILL, Change.FILL, Change.FILL, Change.RENAME, Change.DELETE)
_OF_FOLDERS = (*_OF_ALBUMS, Change.JOIN, Change.JOIN)
_WINDOW_SHARE = 0.3
"""Of the changes that put something in, how many come between the last look and the call."""


class Made(NamedTuple):
    """A change by somebody else that was carried out, or waits for the delete of its object."""

    object_id: str
    change: Change
    at: float
    """Unix time after which it was there; of one that waits, the time from which on it did."""
    is_in_window: bool


class UndoRun(BatchRun):
    """One chaos run of batches that are created and taken back.

    Args:
        seed: Decides rows, faults, kills and what other people do.
        rows: Number of rows of all batches.
        kills: Number of kills.
        folder: Folder of the data directory and the files.
        seconds: Most seconds of the run.
    """

    MODULE = "benchmarks.chaos.undo_process"

    def __init__(self, *, seed: int, rows: int, kills: int, folder: Path, seconds: float) -> None:
        self.undo_watch = UndoWatch()
        super().__init__(
            seed=seed, rows=rows, kills=kills, folder=folder, seconds=seconds, watch=self.undo_watch
        )
        self._changes: list[Made] = []
        self._planned: list[tuple[float, int, str, Change, bool]] = []
        self._count = 0

    def undo_verdict(self) -> UndoVerdict:
        """Run it to its end and judge it.

        Raises:
            ChaosError: When it does not end in time, or its process fails otherwise than by a kill.
        """
        tables, results, data_dir = (self._folder / name for name in ("tables", "results", "data"))
        for folder in (tables, results):
            folder.mkdir(parents=True)
        for number, first in enumerate(range(0, self._rows, _BATCH)):
            rows = min(_BATCH, self._rows - first)
            write_table(tables / f"table-{number:03}.csv", rows, self._seed + number, f"b{number} ")
        with Sandbox(observer=self._watch) as sandbox:
            self._live(sandbox, data_dir, tables, results)
            return judge(
                sandbox.effects(),
                sandbox.deletes(),
                self.undo_watch,
                self._changes,
                data_dir / JOURNAL_FILE,
            )

    def _meanwhile(self, sandbox: Sandbox) -> None:
        """Plan and carry out what other people do to what was made."""
        now = time.time()
        for kind, object_id in self.undo_watch.pop_made():
            if self._draw.random() >= _CHANGED_SHARE:
                continue
            change = self._draw.choice(_OF_ALBUMS if kind == "album" else _OF_FOLDERS)
            later = self._draw.uniform(0, _LATER_SECONDS) if self._draw.random() < _LATER_SHARE else 0.0
            waits = change in {Change.FILL, Change.JOIN} and self._draw.random() < _WINDOW_SHARE
            self._count += 1
            heapq.heappush(self._planned, (now + later, self._count, object_id, change, waits))
        while self._planned and self._planned[0][0] <= now:
            _, _, object_id, change, waits = heapq.heappop(self._planned)
            name = f"By others {self._count}" if change is Change.RENAME else None
            try:
                sandbox.change_elsewhere(change, object_id, name=name, before_delete=waits)
            except ValueError:
                # It is gone by now, or the name is taken.
                continue
            self._changes.append(Made(object_id, change, time.time(), waits))
