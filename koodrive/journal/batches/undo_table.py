"""The table of the batches that are taken back: which creates, what was seen of them, how far the run is."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from koodrive.errors import JournalError
from koodrive.journal.attempts.stored_messages import message_from_json, message_to_json, with_messages
from koodrive.journal.batches import rows as stored
from koodrive.journal.batches import undo_statements as sql
from koodrive.journal.batches.claims import BatchStateError
from koodrive.journal.batches.records import Pace
from koodrive.journal.batches.run_states import RunStates
from koodrive.journal.batches.table import ROWS_AT_ONCE
from koodrive.journal.batches.undo_records import BatchUndo, UndoRow
from koodrive.journal.encoding import milliseconds, moment_of, place_of
from koodrive.messages import Message

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterable, Sequence

    from koodrive.journal.batches.undo_records import UndoJudgement
    from koodrive.journal.connection import DatabaseConnection
    from koodrive.models import Connection

OPEN, TO_TAKE_BACK = frozenset({"open"}), frozenset({"open", "ready", "gone"})
"""States of the rows that a look goes over, and of those that a run takes back."""
_UNDECIDED = TO_TAKE_BACK | {"sending", "unknown"}
_NEWEST = 2**63 - 1


class BatchUndoTable(RunStates):
    """Table of the batches that are taken back, and of their rows: the creates that have made something.

    A row has the outcome of the deletes of its create, whoever has begun them. Methods that read wait for no write.

    Args:
        writer: The connection that writes; it raises `JournalError` where the history is read-only.
        reader: A connection for reading, which nothing long uses.
    """

    def __init__(self, writer: DatabaseConnection, reader: DatabaseConnection) -> None:
        super().__init__(writer, reader, "batch_undo")
        self._batches = RunStates(writer, reader, "batch")

    def undo(self, batch_id: int) -> BatchUndo | None:
        """Return the run that takes a batch back; None while nobody has asked for it.

        Raises:
            JournalError: When the history cannot be read.
        """
        return next((undo for undo in self.undos() if undo.batch_id == batch_id), None)

    def undos(self) -> list[BatchUndo]:
        """Return the runs of all batches that are, or were, taken back, by the number of the batch.

        Raises:
            JournalError: When the history cannot be read.
        """
        with self._reader.exclusive() as database:
            return [_undo_of(values) for values in stored.dicts(database.execute(sql.SELECT_UNDOS))]

    def begin_run(
        self, batch_id: int, connection: Connection, owner: str, *, is_alive: Callable[[str], bool]
    ) -> BatchUndo:
        """Set the run that takes a batch back ``running`` for one process, with a row for each thing that was made.

        Args:
            batch_id: The batch.
            connection: Service address and user to delete as.
            owner: Names the process that runs it.
            is_alive: Says whether a process of that name is still there.

        Returns:
            The run as it was; of the pace of the batch, when it is new.

        Raises:
            BatchStateError: When the batch is running or is being taken back, or its connection is another one.
            JournalError: When there is no such batch, or it could not be written.
        """
        values = {"batch_id": batch_id, "now": milliseconds(datetime.now(UTC))}
        with self._writer.transaction() as database:
            self.require_not_running(database, batch_id, is_alive)
            self._batches.require_not_running(database, batch_id, is_alive)
            _require_place(database, batch_id, connection)
            database.execute(sql.BEGIN, values)
            self.write_state(database, batch_id, "running", owner=owner)
        self._add_rows(batch_id)
        return next(undo for undo in self.undos() if undo.batch_id == batch_id)

    def _add_rows(self, batch_id: int) -> None:
        after = 0
        while True:
            with self._writer.transaction() as database:
                values = {"batch_id": batch_id, "after": after, "limit": ROWS_AT_ONCE}
                (until,) = database.execute(sql.LAST_OF, values).fetchone()
                if until is None:
                    return
                database.execute(sql.ADD_ROWS, {"batch_id": batch_id, "after": after, "until": until})
            after = until

    def counts(self, batch_id: int, *, without: Collection[int] = ()) -> dict[str, int]:
        """Return the number of rows of each `UndoRow.state`; states of no row are left out.

        Args:
            batch_id: The batch.
            without: Creates that are not counted.

        Raises:
            JournalError: When the history cannot be read.
        """
        with self._reader.exclusive() as database:
            values = {"batch_id": batch_id, "without": json.dumps(list(without))}
            return dict(database.execute(sql.COUNTS, values))

    def page(
        self,
        batch_id: int,
        before: int | None = None,
        limit: int = 500,
        *,
        states: Collection[str] = frozenset(),
    ) -> list[UndoRow]:
        """Return the next rows, in the reverse order of making.

        Args:
            batch_id: The batch.
            before: The create of the last row of the page before; None for the first page.
            limit: Most rows.
            states: Only rows in these states; empty for all.

        Raises:
            JournalError: When the history cannot be read.
        """
        return self._select((sql.IN_STATES if states else "") + sql.BEFORE, batch_id, before, limit, states)

    def set_pace(self, batch_id: int, pace: Pace) -> None:
        """Write down how fast a batch is taken back, also before that was asked for.

        Raises:
            JournalError: When it could not be written.
        """
        with self._writer.transaction() as database:
            database.execute(sql.BEGIN, {"batch_id": batch_id, "now": milliseconds(datetime.now(UTC))})
        super().set_pace(batch_id, pace)

    def next_rows(
        self, batch_id: int, before: int | None = None, limit: int = 200, *, looks_only: bool = False
    ) -> list[UndoRow]:
        """Return the next rows to look at or to take back; a shared folder waits for its albums of the batch.

        Args:
            batch_id: The batch.
            before: Only creates before this one; None for all.
            limit: Most rows.
            looks_only: Whether for a look, which goes over rows that nothing was seen of.

        Raises:
            JournalError: When the history cannot be read.
        """
        states = OPEN if looks_only else TO_TAKE_BACK
        where = sql.IN_STATES + sql.WITHOUT_OPEN_ALBUM + sql.BEFORE
        return self._select(where, batch_id, before, limit, states, looks_only=looks_only)

    def waiting(self, batch_id: int, limit: int = 1) -> list[UndoRow]:
        """Return shared folders that wait for albums of the batch in them whose fate is not known.

        Raises:
            JournalError: When the history cannot be read.
        """
        return self._select(
            sql.IN_STATES + sql.WITH_OPEN_ALBUM + sql.BEFORE, batch_id, None, limit, TO_TAKE_BACK
        )

    def of_rows(self, batch_id: int, numbers: Sequence[int]) -> dict[int, UndoRow]:
        """Return what became of rows of the table, by their numbers; those that made nothing are left out.

        Raises:
            JournalError: When the history cannot be read.
        """
        found = self._select(sql.OF_ROWS, batch_id, rows=numbers)
        return {row.row: row for row in found if row.row is not None}

    def without_row(self, batch_id: int) -> list[UndoRow]:
        """Return the creates that were found late, after their rows of the table were sent once more.

        Raises:
            JournalError: When the history cannot be read.
        """
        return self._select(sql.WITHOUT_ROW, batch_id)

    def of_folder(self, batch_id: int, folder_attempt: int) -> list[UndoRow]:
        """Return the albums that the batch has made in a shared folder of its own.

        Raises:
            JournalError: When the history cannot be read.
        """
        return self._select(sql.OF_FOLDER, batch_id, folder=folder_attempt)

    def unknown_attempts(self, batch_id: int) -> list[int]:
        """Return the deletes of a batch whose outcome is unknown, oldest first.

        Raises:
            JournalError: When the history cannot be read.
        """
        with self._reader.exclusive() as database:
            return [attempt_id for (attempt_id,) in database.execute(sql.UNKNOWN, (batch_id,))]

    def judge(self, judgements: Iterable[UndoJudgement]) -> None:
        """Write down what was seen of rows.

        Raises:
            JournalError: When it could not be written.
        """
        values = [
            {"of_attempt": one.of_attempt, "verdict": one.verdict, "reason": message_to_json(one.reason)}
            for one in judgements
        ]
        with self._writer.transaction() as database:
            database.executemany(sql.JUDGE, values)

    def release(self, batch_id: int, of_attempts: Iterable[int]) -> None:
        """Let rows be taken back whose deletes so far took nothing back; others stay as they are.

        Raises:
            JournalError: When it could not be written.
        """
        with self._writer.transaction() as database:
            database.execute(sql.RELEASE, {"batch_id": batch_id, "rows": json.dumps(list(of_attempts))})

    def release_blameless(self, batch_id: int) -> None:
        """Let all rows be taken back whose last delete took nothing back for a reason that is not theirs.

        Raises:
            JournalError: When it could not be written.
        """
        with self._writer.transaction() as database:
            database.execute(sql.RELEASE_BLAMELESS, (batch_id,))

    def reopen(self, batch_id: int) -> None:
        """Let all rows be looked at that were not taken back, also those that were kept or refused before.

        Raises:
            JournalError: When it could not be written.
        """
        with self._writer.transaction() as database:
            database.execute(sql.REOPEN, (batch_id,))

    def _select(
        self,
        where: str,
        batch_id: int,
        before: int | None = None,
        limit: int = -1,
        states: Collection[str] = (),
        *,
        looks_only: bool = False,
        rows: Sequence[int] = (),
        folder: int | None = None,
    ) -> list[UndoRow]:
        values = {
            "batch_id": batch_id,
            "before_attempt": _NEWEST if before is None else before,
            "limit": limit,
            "states": json.dumps(sorted(states)),
            "before": json.dumps(sorted(OPEN if looks_only else _UNDECIDED)),
            "rows": json.dumps(list(rows)),
            "folder": folder,
        }
        with self._reader.exclusive() as database:
            found = stored.dicts(database.execute(sql.SELECT_ROWS + where, values))
            return [_row_of(row) for row in found]


def _require_place(database: sqlite3.Connection, batch_id: int, connection: Connection) -> None:
    found = database.execute(sql.PLACE_OF, (batch_id,)).fetchone()
    if found is None:
        raise JournalError(
            Message("There is no such batch"), Message("The history has no batch {number}.", number=batch_id)
        )
    if found != tuple(place_of(connection).values()):
        raise BatchStateError(
            Message("The batch belongs to another connection"),
            Message(
                "Nothing was taken back. This batch was sent to {address} as user {user}; use that connection.",
                address=found[0] or "–",
                user=found[1] or "–",
            ),
        )


def _undo_of(values: dict[str, Any]) -> BatchUndo:
    pace = Pace(values.pop("parallel"), values.pop("rate"))
    return BatchUndo(
        **values
        | {
            "begun_at": moment_of(values["begun_at"]),
            "reason_text": message_from_json(values["reason_text"]),
        },
        pace=pace,
    )


def _row_of(values: dict[str, Any]) -> UndoRow:
    settled_at = values["settled_at"]
    values["reason"] = message_from_json(values["reason"])
    values["settled_at"] = None if settled_at is None else moment_of(settled_at)
    return UndoRow(**with_messages(values))
