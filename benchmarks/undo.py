"""A batch that is created and taken back at a sandbox in another process: the ratio of both times, at most 4."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.harness import sandbox_process
from koodrive.backend.backend import Backend
from koodrive.batch.models import BatchState, CheckedRow, Verdict
from koodrive.batch.stored_rows import new_row
from koodrive.journal import NewBatch, Pace
from koodrive.models import RequestKind
from koodrive.sandbox import SANDBOX_TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from koodrive.batch.running.runner import BatchRunner
    from koodrive.batch.undoing.undo_runner import UndoRunner
    from koodrive.models import Connection

ROWS = 1000
PACES = (Pace(), Pace(4, None))
"""The usual one, and one without a limit a second."""


def run() -> Iterator[str]:
    """Yield the lines of the report."""
    for pace in PACES:
        with sandbox_process() as connection, tempfile.TemporaryDirectory() as directory:
            yield _compared(Path(directory), connection, pace)


def _compared(directory: Path, connection: Connection, pace: Pace) -> str:
    backend = Backend(directory)
    backend.open()
    rows = map(new_row, map(_row, range(1, ROWS + 1)))
    batch_id = backend.journal.batches.add(
        NewBatch("albums.csv", "00" * 32, ("name",), ("name",), pace=pace), rows
    )
    assert batch_id is not None
    client = backend.clients.client(connection, SANDBOX_TOKEN)
    runs = backend.batch_runs
    created = _seconds(runs.runner(batch_id, connection=connection, client=lambda: client))
    taken_back = _seconds(runs.undo_runner(batch_id, connection=connection, client=lambda: client))
    counts = backend.journal.batch_undos.counts(batch_id)
    assert counts == {"deleted": ROWS}, counts
    backend.close()
    limit = "no limit a second" if pace.rate is None else f"{pace.rate:g} a second"
    return (
        f"{ROWS} albums, {pace.parallel} at once, {limit}: created in {created:.1f} s, taken back in"
        f" {taken_back:.1f} s, ratio {taken_back / created:.2f} (at most 4)"
    )


def _seconds(runner: BatchRunner | UndoRunner) -> float:
    begun = time.perf_counter()
    runner.start()
    assert runner.wait(600)
    assert runner.progress.state is BatchState.FINISHED, runner.progress
    return time.perf_counter() - begun


def _row(number: int) -> CheckedRow:
    fields: dict[str, str | list[str]] = {"name": f"Album {number}", "type": "2", "albumKind": "1"}
    return CheckedRow(number, number + 1, None, RequestKind.ALBUM, fields, ("x",), Verdict.READY)
