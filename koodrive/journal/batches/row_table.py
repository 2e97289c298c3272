"""The table of the rows of batches: read in pages, counted, edited and decided about."""

from __future__ import annotations

import json
from array import array
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING

from koodrive.core.characters import folded
from koodrive.journal.attempts.stored_messages import to_json
from koodrive.journal.batches import rows as stored
from koodrive.journal.batches.claims import BatchStateError
from koodrive.journal.batches.records import RowFilter
from koodrive.journal.batches.table import ROWS_AT_ONCE
from koodrive.messages import Message

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from koodrive.journal.batches.records import BatchRow, NewRow
    from koodrive.journal.connection import DatabaseConnection

ALL_ROWS = RowFilter()
_IN_STATEMENT = 500
"""Rows that one statement asks for."""

_COUNTS = f"""
    SELECT {stored.STATE} AS state, count(*) {stored.FROM}
    WHERE r.batch_id = ? AND r.row NOT IN (SELECT value FROM json_each(?)) GROUP BY state
"""  # noqa: S608 - values are bound
_NUMBERS = f"SELECT r.row {stored.FROM} WHERE r.batch_id = :batch_id"
_IN_STATES = "{state} IN (SELECT value FROM json_each(:states))"
# Between ASCII and ASCII, LIKE says the same, and takes a twentieth of the time.
_HOLDS_TEXT = r"""
    (r.cells LIKE :text ESCAPE '\' OR (NOT :is_ascii OR r.cells GLOB '*[^ -~]*') AND holds_text(r.cells))
"""
_DECIDE = f"""
    UPDATE batch_row AS r SET decision = :decision WHERE r.batch_id = :batch_id AND {stored.IS_FREE}
    AND r.row IN (SELECT value FROM json_each(:rows))
"""  # noqa: S608 - values are bound
_STATE_OF_BATCH = "SELECT state FROM batch WHERE batch_id = ?"


class BatchRowTable:
    """Table of the rows of all batches.

    A row has the outcome of its attempt, which claims it in the transaction in which it begins
    (`koodrive.journal.attempts.table.AttemptTable.begin`). Methods that read wait for no write; those that change rows
    do so in transactions of `ROWS_AT_ONCE` rows.

    Args:
        writer: The connection that writes; it raises `JournalError` where the history is read-only.
        reader: A connection for reading, which nothing long uses.
    """

    def __init__(self, writer: DatabaseConnection, reader: DatabaseConnection) -> None:
        self._writer = writer
        self._reader = reader

    def counts(self, batch_id: int, *, without: Collection[int] = ()) -> dict[str, int]:
        """Return the number of rows of each `BatchRow.state`; states of no row are left out.

        Args:
            batch_id: Number of the batch.
            without: Numbers of rows that are not counted.

        Raises:
            JournalError: When the history cannot be read.
        """
        with self._reader.exclusive() as database:
            return dict(database.execute(_COUNTS, (batch_id, json.dumps(list(without)))))

    def numbers(self, batch_id: int, rows: RowFilter = ALL_ROWS) -> Sequence[int]:
        """Return the numbers of the rows that a filter selects, in the order of the file; 8 bytes each.

        Raises:
            JournalError: When the history cannot be read.
        """
        # What stands in the text is JSON, where quotes and backslashes are written differently.
        text = to_json(rows.text)[1:-1]
        wanted = folded(text)
        pattern = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        values = {
            "batch_id": batch_id,
            "states": json.dumps(sorted(rows.states)),
            "text": f"%{pattern}%",
            "is_ascii": text.isascii(),
        }
        statement = " AND ".join(
            (
                _NUMBERS,
                *([_IN_STATES.format(state=stored.STATE)] if rows.states else []),
                *([_HOLDS_TEXT] if rows.text else []),
                *(["r.findings IS NOT NULL"] if rows.has_findings else []),
            )
        )
        with self._reader.exclusive() as database:
            database.create_function(
                "holds_text", 1, lambda cells: wanted in folded(cells), deterministic=True
            )
            return array("q", (row for (row,) in database.execute(f"{statement} ORDER BY r.row", values)))

    def rows(self, batch_id: int, numbers: Sequence[int]) -> list[BatchRow]:
        """Return the rows of `numbers`, in that order; one that is not there is left out.

        Raises:
            JournalError: When the history cannot be read.
        """
        found: dict[int, BatchRow] = {}
        with self._reader.exclusive() as database:
            for start in range(0, len(numbers), _IN_STATEMENT):
                values = {
                    "batch_id": batch_id,
                    "rows": json.dumps(list(numbers[start : start + _IN_STATEMENT])),
                }
                where = "r.batch_id = :batch_id AND r.row IN (SELECT value FROM json_each(:rows))"
                found |= {row.row: row for row in select_rows(database, where, values)}
        return [found[number] for number in numbers if number in found]

    def page(self, batch_id: int, after: int = 0, limit: int = 500) -> list[BatchRow]:
        """Return the next rows in the order of the file.

        Args:
            batch_id: The batch.
            after: Number of the last row of the page before; 0 for the first page.
            limit: Most rows.

        Raises:
            JournalError: When the history cannot be read.
        """
        where = "r.batch_id = :batch_id AND r.row > :after ORDER BY r.row LIMIT :limit"
        with self._reader.exclusive() as database:
            return select_rows(database, where, {"batch_id": batch_id, "after": after, "limit": limit})

    def replace(self, batch_id: int, rows: Iterable[NewRow]) -> None:
        """Replace rows that were not sent; others stay as they are.

        What was left out stays so, and what was confirmed does while neither the request nor a doubt is another.

        Args:
            batch_id: The batch.
            rows: What stands in them now.

        Raises:
            BatchStateError: When the batch is running.
            JournalError: When it could not be written.
        """
        source = iter(rows)
        while values := [stored.row_values(batch_id, row) for row in islice(source, ROWS_AT_ONCE)]:
            with self._writer.transaction() as database:
                _require_no_run(database, batch_id)
                database.executemany(stored.REPLACE_ROW, values)

    def decide(self, batch_id: int, numbers: Iterable[int], decision: str | None) -> None:
        """Write down what the user has decided about rows that were not sent.

        Args:
            batch_id: The batch.
            numbers: Numbers of the rows.
            decision: ``confirmed`` for doubtful rows, ``excluded`` for those to leave out; None takes it back.

        Raises:
            JournalError: When it could not be written.
        """
        change_rows(self._writer, _DECIDE, batch_id, numbers, {"decision": decision})


def change_rows(
    writer: DatabaseConnection,
    statement: str,
    batch_id: int,
    numbers: Iterable[int],
    values: Mapping[str, object] = MappingProxyType({}),
) -> None:
    """Run a statement about some rows, in transactions of `ROWS_AT_ONCE` rows.

    Args:
        writer: The connection that writes.
        statement: With the numbers of the rows as the JSON array ``:rows``.
        batch_id: For ``:batch_id``.
        numbers: Numbers of the rows.
        values: For its other places.

    Raises:
        JournalError: When it could not be written.
    """
    source = iter(numbers)
    while some := list(islice(source, ROWS_AT_ONCE)):
        with writer.transaction() as database:
            database.execute(statement, {"batch_id": batch_id, "rows": json.dumps(some), **values})


def select_rows(database: sqlite3.Connection, where: str, values: dict[str, object]) -> list[BatchRow]:
    """Return the rows that a condition selects."""
    cursor = database.execute(f"{stored.SELECT_ROWS} WHERE {where}", values)
    return [stored.row_of(found) for found in stored.dicts(cursor)]


def _require_no_run(database: sqlite3.Connection, batch_id: int) -> None:
    state = database.execute(_STATE_OF_BATCH, (batch_id,)).fetchone()
    if state is not None and state[0] == "running":
        raise BatchStateError(
            Message("The batch is running"),
            Message("Nothing was changed. Pause the batch first, then change its rows."),
        )
