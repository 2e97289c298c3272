"""A plan in the journal: a checked table is stored, and its rows are checked again as they are edited or left out."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from koodrive.batch.columns import map_columns
from koodrive.batch.cross_check import check_table, own_part
from koodrive.batch.editing import edited, outer_blanks
from koodrive.batch.models import Verdict
from koodrive.batch.running.plan import Planner
from koodrive.batch.stored_index import EXCLUDED, StoredIndex
from koodrive.batch.stored_rows import checked_row, new_row
from koodrive.errors import JournalError
from koodrive.journal import NewBatch
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from koodrive.batch.columns import Columns
    from koodrive.batch.cross_check import RowIndex
    from koodrive.batch.table import Table
    from koodrive.core.deadline import Cancellation
    from koodrive.journal import BatchRow, Journal
    from koodrive.models import Connection

CONFIRMED = "confirmed"
"""Decision of the user about a row, see `BatchRowTable.decide`."""
_AT_ONCE = 1_000
"""Rows that are read at once."""


def store_table(
    journal: Journal,
    table: Table,
    *,
    cancellation: Cancellation | None = None,
    progress: Callable[[int], object] | None = None,
    index: RowIndex | None = None,
) -> int | None:
    """Check all rows of a table and store them, and return the number of the batch; None when it was cancelled.

    Args:
        journal: Where it is stored.
        table: As `open_table` returns it.
        cancellation: Ends it early; nothing is kept then.
        progress: Called with the number of rows so far.
        index: An empty one that is wanted for a `StoredIndex`.

    Raises:
        JournalError: When it could not be stored.
    """
    source, columns = table.source, table.columns
    names = {place: name for name, place in columns.places.items()}
    path = "" if table.path is None else str(table.path.absolute())
    reading = {
        "encoding": source.encoding,
        "separator": source.separator,
        "sheet": source.sheet,
        "path": path,
    }
    batch = NewBatch(
        source.name,
        source.sha256,
        columns.headings,
        tuple(names.get(place) for place in range(len(columns.headings))),
        {name: value for name, value in reading.items() if value},
    )
    rows = map(new_row, check_table(table, index))
    return journal.batches.add(batch, rows, cancellation=cancellation, progress=progress)


class PlanEditor:
    """Edits the plan of one batch; what follows from an edit for other rows is stored with it. Every call blocks.

    Calls may come from any thread; they wait for each other.

    Args:
        journal: Holds the batch.
        batch_id: Its number.
        connection: Service address and user to send as, for what history and service say about a row; None for none.
        index: That of its rows.
    """

    def __init__(
        self,
        journal: Journal,
        batch_id: int,
        connection: Connection | None = None,
        index: StoredIndex | None = None,
    ) -> None:
        self._rows = journal.batch_rows
        self.batch_id = batch_id
        self._planner = Planner(journal, connection) if connection is not None else None
        self._columns: Columns = map_columns(journal.batches.batch(batch_id).headings)
        self._index = index or StoredIndex(journal, batch_id)
        self._lock = threading.Lock()

    def edit(self, number: int, cells: Mapping[int, str]) -> None:
        """Give cells of a row other texts, and check it.

        Args:
            number: Number of the row.
            cells: Texts by the index of their column.

        Raises:
            BatchStateError: When the batch is running.
            JournalError: When it could not be stored.
        """
        with self._lock:
            self._store(self._edited([(row, cells) for row in self._read([number])]))

    def trim_all(self) -> int:
        """Remove the blanks at both ends of all cells, and return how many rows that has changed.

        Raises:
            BatchStateError: When the batch is running.
            JournalError: When it could not be stored.
        """
        with self._lock:
            blanks = (
                (row, outer_blanks(checked_row(row), self._columns))
                for row in self._index.rows()
                if row.attempt_id is None
            )
            changes = [(row, cells) for row, cells in blanks if cells]
            self._store(self._edited(changes))
        return len(changes)

    def exclude(self, numbers: Iterable[int], *, is_excluded: bool) -> None:
        """Leave rows out, or take them in again.

        Args:
            numbers: Numbers of rows that were not sent.
            is_excluded: Whether they are left out.

        Raises:
            JournalError: When it could not be stored.
        """
        with self._lock:
            index, wanted = self._index.get(), list(numbers)
            self._rows.decide(self.batch_id, wanted, EXCLUDED if is_excluded else None)
            touched: set[int] = set()
            for row in self._read(wanted):
                own = own_part(checked_row(row))
                touched |= index.update(replace(own, verdict=Verdict.EXCLUDED) if is_excluded else own)
            if not is_excluded:
                touched |= set(wanted)
            self._store(touched)

    def confirm(self, numbers: Iterable[int]) -> None:
        """Let doubtful rows be sent all the same.

        Raises:
            JournalError: When it could not be stored.
        """
        with self._lock:
            self._rows.decide(self.batch_id, numbers, CONFIRMED)

    def _edited(self, changes: Iterable[tuple[BatchRow, Mapping[int, str]]]) -> set[int]:
        """Check rows with other cells and store them alone; return the numbers of all rows to be judged."""
        index = self._index.get()
        touched: set[int] = set()
        rows, confirmed = [], []
        for row, cells in changes:
            confirmed += [row.row] if row.decision == CONFIRMED else []
            checked = edited(checked_row(row), self._columns, cells)
            is_out = row.decision == EXCLUDED
            touched |= {
                *index.update(replace(checked, verdict=Verdict.EXCLUDED) if is_out else checked),
                row.row,
            }
            rows.append(new_row(checked))
        self._rows.replace(self.batch_id, rows)
        # What was confirmed was another request.
        self._rows.decide(self.batch_id, confirmed, None)
        return touched

    def _store(self, numbers: Iterable[int]) -> None:
        """Judge rows by all others, and store them."""
        index, wanted = self._index.get(), sorted(numbers)
        for start in range(0, len(wanted), _AT_ONCE):
            read = self._read(wanted[start : start + _AT_ONCE])
            judged = [index.judge(own_part(checked_row(row))) for row in read if row.attempt_id is None]
            if self._planner is not None:
                judged = [self._planner.judge(row) for row in judged]
            self._rows.replace(self.batch_id, map(new_row, judged))

    def _read(self, numbers: Iterable[int]) -> list[BatchRow]:
        wanted = list(numbers)
        rows = self._rows.rows(self.batch_id, wanted)
        if len(rows) < len(wanted):
            raise JournalError(
                Message("The row is not there"), Message("The history has no such row in this batch.")
            )
        return rows
