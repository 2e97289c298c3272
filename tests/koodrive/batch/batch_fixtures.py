"""A backend, a sandbox and batches between them, for the tests of runs."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from koodrive.backend.backend import Backend
from koodrive.batch.cross_check import check_table
from koodrive.batch.models import CheckedRow, Verdict
from koodrive.batch.stored_rows import findings_from_text, new_row
from koodrive.batch.table import open_table
from koodrive.journal import HistoryQuery, NewBatch, Pace
from koodrive.models import Connection, RequestKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, SANDBOX_USER_ID, Sandbox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from koodrive.api.client import KooDriveClient
    from koodrive.batch.models import BatchState, Finding, PauseReason
    from koodrive.batch.running.progress import RowEvent, RunProgress
    from koodrive.batch.running.runner import BatchRunner
    from koodrive.batch.undoing.undo_runner import UndoRunner
    from koodrive.journal import Attempt, BatchRow

SOON = (0.01, 0.01, 0.01)
FAST = Pace(4, None)
ALBUM_LIST = "/koodrive/ose/v1/album/list"
ALBUM_POST = "/koodrive/ose/v1/album/create"
FOLDER_POST = "/koodrive/ose/v1/sharefolder/create"


def album(row: int, name: str | None = None, **values: Any) -> CheckedRow:
    """Return a checked row of a manual album."""
    name = name or f"Album {row}"
    fields = {"name": name, "type": "2", "albumKind": "1"}
    return _row(row, RequestKind.ALBUM, fields, values)


def folder(row: int, name: str | None = None, **values: Any) -> CheckedRow:
    """Return a checked row of a shared folder."""
    fields = {"name": name or f"Folder {row}", "containerId": SANDBOX_CONTAINER_ID}
    return _row(row, RequestKind.SHARED_FOLDER, fields, values)


def album_in(row: int, folder_row: int, name: str | None = None) -> CheckedRow:
    """Return a checked row of an album in the shared folder of another row."""
    fields = {"name": name or f"Album {row}", "type": "2", "albumKind": "2"}
    return _row(row, RequestKind.ALBUM, fields, {"folder_row": folder_row, "folder_key": str(folder_row + 1)})


def _row(row: int, kind: RequestKind, fields: dict[str, str], values: dict[str, Any]) -> CheckedRow:
    defaults: dict[str, Any] = {"ref": None, "verdict": Verdict.READY, "cells": (fields["name"],)}
    return CheckedRow(**{"row": row, "line": row + 1, "kind": kind, "fields": fields, **defaults, **values})


@dataclass
class BatchDriver:
    """A backend whose connection leads to a sandbox, and what its runs have said."""

    backend: Backend
    sandbox: Sandbox
    connection: Connection
    token: str = SANDBOX_TOKEN
    events: list[RowEvent] = field(default_factory=list)
    reports: list[RunProgress] = field(default_factory=list)

    def client(self) -> KooDriveClient:
        """Return the client of the token of now."""
        return self.backend.clients.client(self.connection, self.token)

    def add(self, rows: Iterable[CheckedRow], pace: Pace = FAST) -> int:
        """Store a batch."""
        batch = NewBatch("albums.csv", "00" * 32, ("name",), ("name",), pace=pace)
        batch_id = self.backend.journal.batches.add(batch, map(new_row, rows))
        assert batch_id is not None
        return batch_id

    def open(self, source: str | Path, folder: Path, pace: Pace = FAST) -> int:
        """Store the batch of a file, or of the text of one."""
        path = source
        if isinstance(source, str):
            path = folder / "table.csv"
            path.write_bytes(source.encode())
        table = open_table(path)
        names = {place: name for name, place in table.columns.places.items()}
        headings = table.columns.headings
        mapping = tuple(names.get(place) for place in range(len(headings)))
        reading = {} if table.source.separator is None else {"separator": table.source.separator}
        batch = NewBatch(table.source.name, table.source.sha256, headings, mapping, reading, pace)
        batch_id = self.backend.journal.batches.add(batch, map(new_row, check_table(table)))
        assert batch_id is not None
        return batch_id

    def runner(self, batch_id: int, **options: Any) -> BatchRunner:
        """Return a runner of a batch that looks for lost creates with tiny pauses."""
        defaults = {
            "connection": self.connection,
            "client": self.client,
            "search_pauses": SOON,
            "on_row": self.events.append,
            "on_progress": self.reports.append,
        }
        return self.backend.batch_runs.runner(batch_id, **(defaults | options))

    def run(self, batch_id: int, **options: Any) -> tuple[BatchState, PauseReason | None]:
        """Run a batch until it ends or pauses, and return how."""
        runner = self.runner(batch_id, **options)
        runner.start()
        assert runner.wait(60)
        return runner.progress.state, runner.progress.reason

    def undo_runner(self, batch_id: int, **options: Any) -> UndoRunner:
        """Return a runner that takes a batch back and looks for lost deletes with tiny pauses."""
        defaults = {
            "connection": self.connection,
            "client": self.client,
            "search_pauses": SOON,
            "on_row": self.events.append,
            "on_progress": self.reports.append,
        }
        return self.backend.batch_runs.undo_runner(batch_id, **(defaults | options))

    def undo(
        self, batch_id: int, *, is_anew: bool = False, **options: Any
    ) -> tuple[BatchState, PauseReason | None]:
        """Take a batch back until that ends or pauses, and return how."""
        runner = self.undo_runner(batch_id, **options)
        runner.start(is_anew=is_anew)
        assert runner.wait(60)
        return runner.progress.state, runner.progress.reason

    def undo_states(self, batch_id: int) -> dict[int, str]:
        """Return what became of the rows of a batch that is taken back, by their numbers."""
        rows = self.backend.journal.batch_undos.page(batch_id, limit=100_000)
        return {row.row: row.state for row in rows if row.row is not None}

    def deleted(self) -> list[str]:
        """Return the IDs of all that was deleted at the service, in that order."""
        return [deletion["id"] for deletion in self.sandbox.deletes()]

    def rows(self, batch_id: int) -> list[BatchRow]:
        """Return all rows of a batch."""
        return self.backend.journal.batch_rows.page(batch_id, limit=100_000)

    def states(self, batch_id: int) -> list[str]:
        """Return the states of all rows of a batch."""
        return [row.state for row in self.rows(batch_id)]

    def found(self, row: BatchRow) -> tuple[Finding, ...]:
        """Return what was found in a row."""
        return findings_from_text(row.findings)

    def attempts(self) -> list[Attempt]:
        """Return the whole history, oldest first."""
        return list(self.backend.journal.history.attempts(HistoryQuery(descending=False)))

    def attempt(self, attempt_id: int) -> Attempt:
        """Return what the history has of an attempt."""
        return self.backend.journal.history.attempt(attempt_id)

    def made(self) -> dict[str, str]:
        """Return the names of all that exists at the service, by ID."""
        return {effect["id"]: effect["name"] for effect in self.sandbox.effects()}

    def requests(self, method: str) -> list[str]:
        """Return the paths of the requests of a method that have arrived."""
        return [one.path for one in self.sandbox.requests() if one.method == method]


@contextlib.contextmanager
def batch_driver(folder: Path, clock: Callable[[], float] | None = None) -> Iterator[BatchDriver]:
    """Give a driver whose files are in a folder."""
    with Sandbox(**({} if clock is None else {"clock": clock})) as sandbox:
        backend = Backend(folder / "data")
        backend.open()
        connection = Connection("c1", "Family cloud", sandbox.base_url, SANDBOX_USER_ID, "bearer", "en-US")
        try:
            yield BatchDriver(backend, sandbox, connection)
        finally:
            backend.close()
