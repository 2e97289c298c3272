"""Creates batches and takes them back against faults, kills and other people: ``make chaos ARGS="--undo 5000"``."""

from __future__ import annotations

import heapq
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.chaos.batch_running import BatchRun
from benchmarks.chaos.batch_table import write_table
from benchmarks.chaos.undo_verdict import UndoVerdict, judge
from benchmarks.chaos.undo_watching import UndoWatch
from koodrive.backend.backend import JOURNAL_FILE
from koodrive.sandbox import Change, Sandbox

if TYPE_CHECKING:
    from pathlib import Path

_ROUND, _AT_ONCE = 500, 2
"""Rows of one account at most, as each look reads whole lists; and accounts at once."""
_BATCHES = 4
"""Of one account; while one is created, the one before is taken back."""
_SEED_STEP = 1_000_000
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


def undo_rounds(*, seed: int, rows: int, kills: int, seconds: float, folder: Path) -> UndoVerdict:
    """Create and take back rows in rounds, each with an account of its own, and return what was found in all.

    Args:
        seed: Seed of the first round; those of later rounds follow from it.
        rows: Number of rows of all rounds.
        kills: Number of kills of each round.
        seconds: Most seconds of a round.
        folder: Folder of the histories.

    Raises:
        ChaosError: When a round failed, so that it proves nothing.
    """
    count = max(1, -(-rows // _ROUND))
    rounds = [
        (seed + _SEED_STEP * number, (rows + number) // count, kills, folder / f"round-{number}", seconds)
        for number in range(count)
    ]
    if count == 1:
        return _one_round(rounds[0])
    # A fork would take the threads of the other round's sandbox along.
    with ProcessPoolExecutor(_AT_ONCE, mp_context=get_context("spawn")) as pool:
        return sum(pool.map(_one_round, rounds), UndoVerdict())


def _one_round(arguments: tuple[int, int, int, Path, float]) -> UndoVerdict:
    seed, rows, kills, folder, seconds = arguments
    verdict = UndoRun(seed=seed, rows=rows, kills=kills, folder=folder, seconds=seconds).undo_verdict()
    print(f"{folder.name} is over: {'good' if verdict.is_good else 'NOT GOOD'}", flush=True)
    return verdict


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
        for number in range(_BATCHES):
            rows = (self._rows + number) // _BATCHES
            write_table(tables / f"table-{number:03}.csv", rows, self._seed + number, f"b{number} ")
        with Sandbox(observer=self._watch) as sandbox:
            self._live(sandbox, data_dir, tables, results)
            verdict = judge(
                sandbox.effects(),
                sandbox.deletes(),
                self.undo_watch,
                self._changes,
                data_dir / JOURNAL_FILE,
            )
        return replace(verdict, deaths=self.deaths, faults=Counter(self.faults))

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
