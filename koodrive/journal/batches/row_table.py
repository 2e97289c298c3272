"""The table of the rows of batches: read in pages, counted, edited, decided about, and made free to be sent again."""

from __future__ import annotations

import json
from array import array
from itertools import islice
from typing import TYPE_CHECKING

from koodrive.journal.batches import rows as stored
from koodrive.journal.batches.claims import BatchStateError
from koodrive.journal.batches.records import RowFilter
from koodrive.journal.batches.table import ROWS_AT_ONCE
from koodrive.messages import Message

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from koodrive.journal.batches.records import BatchRow, NewRow
    from koodrive.journal.connection import DatabaseConnection

ALL_ROWS = RowFilter()
_IN_STATEMENT = 500
"""Rows that one statement asks for."""

_COUNTS = f"SELECT {stored.STATE} AS state, count(*) {stored.FROM} WHERE r.batch_id = ? GROUP BY state"
_NUMBERS = f"SELECT r.row {stored.FROM} WHERE r.batch_id = :batch_id"
_IN_STATES = "{state} IN (SELECT value FROM json_each(:states))"
_SENDABLE = f"""
    r.batch_id = :batch_id AND r.row > :after AND r.attempt_id IS NULL AND {stored.SENDABLE}
    AND (r.folder_row IS NULL OR {stored.IS_FOLDER_THERE}) ORDER BY r.row LIMIT :limit
"""
_COUNT_WAITING = f"""
    SELECT count(*) FROM batch_row r WHERE r.batch_id = ? AND r.attempt_id IS NULL AND r.folder_row IS NOT NULL
    AND {stored.SENDABLE} AND NOT {stored.IS_FOLDER_THERE}
"""  # noqa: S608 - values are bound
_ALIKE = "SELECT row FROM batch_row WHERE batch_id = :batch_id AND {column} = :value ORDER BY row LIMIT 1000"
_DECIDE = """
    UPDATE batch_row SET decision = :decision WHERE batch_id = :batch_id AND attempt_id IS NULL
    AND row IN (SELECT value FROM json_each(:rows))
"""
# Only what has certainly made nothing.
_RELEASE = """
    UPDATE batch_row SET attempt_id = NULL WHERE batch_id = :batch_id
    AND row IN (SELECT value FROM json_each(:rows)) AND EXISTS (
        SELECT 1 FROM attempt a WHERE a.attempt_id = batch_row.attempt_id AND a.outcome IN ('refused', 'not_sent')
    )
"""
_STATE_OF_BATCH = "SELECT state FROM batch WHERE batch_id = ?"


class BatchRowTable:
    """Table of the rows of all batches.

    A row has the outcome of its attempt, which claims it in the transaction in which it begins
    (`koodrive.journal.attempts.AttemptTable.begin`). Methods that read wait for no write; those that change rows do so
    in transactions of `ROWS_AT_ONCE` rows.

    Args:
        writer: The connection that writes; it raises `JournalError` where the history is read-only.
        reader: A connection for reading, which nothing long uses.
    """

    def __init__(self, writer: DatabaseConnection, reader: DatabaseConnection) -> None:
        self._writer = writer
        self._reader = reader

    def counts(self, batch_id: int) -> dict[str, int]:
        """Return the number of rows of each `BatchRow.state`; states of no row are left out.

        Raises:
            JournalError: When the history cannot be read.
        """
        with self._reader.exclusive() as database:
            return dict(database.execute(_COUNTS, (batch_id,)))

    def numbers(self, batch_id: int, rows: RowFilter = ALL_ROWS) -> Sequence[int]:
        """Return the numbers of the rows that a filter selects, in the order of the file; 8 bytes each.

        Raises:
            JournalError: When the history cannot be read.
        """
        # What stands in the text is JSON, where quotes and backslashes are written differently.
        text = stored.to_json(rows.text)[1:-1].replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        values = {"batch_id": batch_id, "states": json.dumps(sorted(rows.states)), "text": f"%{text}%"}
        statement = " AND ".join(
            (
                _NUMBERS,
                *([_IN_STATES.format(state=stored.STATE)] if rows.states else []),
                *(["r.cells LIKE :text ESCAPE '\\'"] if rows.text else []),
                *(["r.findings IS NOT NULL"] if rows.has_findings else []),
            )
        )
        with self._reader.exclusive() as database:
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
                found |= {row.row: row for row in _select(database, where, values)}
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
            return _select(database, where, {"batch_id": batch_id, "after": after, "limit": limit})

    def sendable(self, batch_id: int, after: int = 0, limit: int = 200) -> list[BatchRow]:
        """Return the next rows that may be sent now; those wait whose folder is not made yet.

        Args:
            batch_id: The batch.
            after: Only rows with a higher number.
            limit: Most rows.

        Raises:
            JournalError: When the history cannot be read.
        """
        with self._reader.exclusive() as database:
            return _select(database, _SENDABLE, {"batch_id": batch_id, "after": after, "limit": limit})

    def waiting(self, batch_id: int) -> int:
        """Return how many rows may be sent but for the folder that they are to be in, which is not made.

        Raises:
            JournalError: When the history cannot be read.
        """
        with self._reader.exclusive() as database:
            count: int = database.execute(_COUNT_WAITING, (batch_id,)).fetchone()[0]
        return count

    def alike(self, batch_id: int, row: NewRow) -> tuple[list[int], list[int]]:
        """Return the numbers of other rows that ask for the same, and of those whose names look the same.

        Raises:
            JournalError: When the history cannot be read.
        """
        found = []
        with self._reader.exclusive() as database:
            for column, value in (("fingerprint", row.fingerprint), ("name_key", row.name_key)):
                values = {"batch_id": batch_id, "value": value}
                numbers = database.execute(_ALIKE.format(column=column), values) if value is not None else ()
                found.append([number for (number,) in numbers if number != row.row])
        same, same_name = found
        return same, same_name

    def replace(self, batch_id: int, rows: Iterable[NewRow]) -> None:
        """Replace rows that were not sent; others stay as they are. Decisions about them stay, too.

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
        self._change(_DECIDE, batch_id, numbers, decision=decision)

    def release(self, batch_id: int, numbers: Iterable[int]) -> None:
        """Let rows be sent again whose attempts have certainly made nothing; others stay as they are.

        Raises:
            JournalError: When it could not be written.
        """
        self._change(_RELEASE, batch_id, numbers)

    def _change(self, statement: str, batch_id: int, numbers: Iterable[int], **values: object) -> None:
        source = iter(numbers)
        while some := list(islice(source, ROWS_AT_ONCE)):
            with self._writer.transaction() as database:
                database.execute(statement, {"batch_id": batch_id, "rows": json.dumps(some), **values})


def _select(database: sqlite3.Connection, where: str, values: dict[str, object]) -> list[BatchRow]:
    cursor = database.execute(f"{stored.SELECT_ROWS} WHERE {where}", values)
    return [stored.row_of(found) for found in stored.dicts(cursor)]


def _require_no_run(database: sqlite3.Connection, batch_id: int) -> None:
    state = database.execute(_STATE_OF_BATCH, (batch_id,)).fetchone()
    if state is not None and state[0] == "running":
        raise BatchStateError(
            Message("The batch is running"),
            Message("Nothing was changed. Pause the batch first, then change its rows."),
        )
