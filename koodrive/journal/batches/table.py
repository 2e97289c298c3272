"""The table of the batches: how each file was read, its connection, its pace and the state of its run."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING

from koodrive.errors import JournalError
from koodrive.journal.batches import rows as stored
from koodrive.journal.batches.claims import BatchStateError
from koodrive.journal.batches.run_states import RunStates
from koodrive.journal.encoding import milliseconds, place_of, to_db_text
from koodrive.messages import Message

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from koodrive.core.deadline import Cancellation
    from koodrive.journal.batches.records import Batch, NewBatch, NewRow
    from koodrive.journal.connection import DatabaseConnection
    from koodrive.models import Connection

_ROWS_OF_ONE_START = 20_000
"""Rows of removed batches that one start of a process removes, some 0.2 s; the next one goes on."""
ROWS_AT_ONCE = 1_000
"""Rows of one transaction, some 10 ms: creates of others wait no longer for the file."""

_ADD_CONNECTION = """
    INSERT OR IGNORE INTO connection (connection_id, name, service_address, user_id)
    VALUES (:connection_id, :connection_name, :service_address, :user_id)
"""
_CONNECT = """
    UPDATE batch SET connection_key = (
        SELECT connection_key FROM connection WHERE connection_id = :connection_id AND name = :connection_name
        AND service_address = :service_address AND user_id = :user_id
    ) WHERE batch_id = :batch_id
"""
_REMOVE_ROWS = """
    DELETE FROM batch_row WHERE row_key IN (SELECT row_key FROM batch_row WHERE batch_id = ? LIMIT ?)
"""
_UNFINISHED = "SELECT batch_id FROM batch WHERE row_count IS NULL AND added_at < ?"
# The newest few stay whatever their age: who opens a table on Friday may want to run it on Monday.
_EXPIRE = """
    UPDATE batch SET row_count = NULL WHERE state = 'checked' AND row_count IS NOT NULL AND added_at < :before
    AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.batch_id = batch.batch_id)
    AND batch_id NOT IN (
        SELECT batch_id FROM batch WHERE state = 'checked' AND row_count IS NOT NULL
        ORDER BY batch_id DESC LIMIT :kept
    )
"""
_WAS_SENT = "SELECT 1 FROM attempt WHERE batch_id = ? LIMIT 1"


class BatchTable(RunStates):
    """Table of the batches; their rows are in `BatchRowTable`.

    Methods that read wait for no write.

    Args:
        writer: The connection that writes; it raises `JournalError` where the history is read-only.
        reader: A connection for reading, which nothing long uses.
    """

    def __init__(self, writer: DatabaseConnection, reader: DatabaseConnection) -> None:
        super().__init__(writer, reader, "batch")
        self._undos = RunStates(writer, reader, "batch_undo")

    def add(
        self,
        batch: NewBatch,
        rows: Iterable[NewRow],
        *,
        cancellation: Cancellation | None = None,
        progress: Callable[[int], object] | None = None,
    ) -> int | None:
        """Store a batch with its rows; it is among `batches` when all rows are in.

        Args:
            batch: The table.
            rows: Its rows, asked for one by one.
            cancellation: Ends it early; then nothing is stored.
            progress: Called with the number of rows so far, after each transaction.

        Returns:
            Its number, which no other batch ever has; None when it was cancelled.

        Raises:
            JournalError: When it could not be written; what was stored of it is not among `batches`.
        """
        with self._writer.transaction() as database:
            database.execute(stored.ADD_BATCH, stored.batch_values(batch, datetime.now(UTC)))
            batch_id: int = database.execute("SELECT last_insert_rowid()").fetchone()[0]
        count, source = 0, iter(rows)
        while values := [stored.row_values(batch_id, row) for row in islice(source, ROWS_AT_ONCE)]:
            if cancellation is not None and cancellation.is_cancelled:
                self.remove(batch_id)
                return None
            with self._writer.transaction() as database:
                database.executemany(stored.ADD_ROW, values)
            count += len(values)
            if progress is not None:
                progress(count)
        with self._writer.transaction() as database:
            database.execute("UPDATE batch SET row_count = ? WHERE batch_id = ?", (count, batch_id))
        return batch_id

    def batch(self, batch_id: int) -> Batch:
        """Return one batch.

        Raises:
            JournalError: When there is none of this number, or the history cannot be read.
        """
        with self._reader.exclusive() as database:
            return _batch(database, batch_id)

    def batches(self) -> list[Batch]:
        """Return all batches whose rows are in, the newest first.

        Raises:
            JournalError: When the history cannot be read.
        """
        statement = f"{stored.SELECT_BATCHES} WHERE b.row_count IS NOT NULL ORDER BY b.batch_id DESC"
        with self._reader.exclusive() as database:
            return [stored.batch_of(values) for values in stored.dicts(database.execute(statement))]

    def remove(self, batch_id: int) -> None:
        """Remove a batch of which nothing was sent, with its rows.

        Raises:
            BatchStateError: When something was sent: the history keeps it.
            JournalError: When it could not be written.
        """
        with self._writer.transaction() as database:
            if database.execute(_WAS_SENT, (batch_id,)).fetchone() is not None:
                raise BatchStateError(
                    Message("The batch stays"),
                    Message("Rows of it were sent, so it belongs to the history and is not removed."),
                )
            database.execute("UPDATE batch SET row_count = NULL WHERE batch_id = ?", (batch_id,))
        while self._remove_some(batch_id):
            pass

    def _remove_some(self, batch_id: int) -> int:
        """Remove rows of a batch, or the batch itself when none are left; return the number of the rows."""
        with self._writer.transaction() as database:
            count = database.execute(_REMOVE_ROWS, (batch_id, ROWS_AT_ONCE)).rowcount
            if not count:
                database.execute("DELETE FROM batch WHERE batch_id = ?", (batch_id,))
        return count

    def connect(self, batch_id: int, connection: Connection) -> None:
        """Note the service and the user of a batch; from the first row that is sent on they stay.

        Args:
            batch_id: From `add`.
            connection: Service address and user to send as.

        Raises:
            BatchStateError: When rows were sent to another service or as another user.
            JournalError: When it could not be written.
        """
        with self._writer.transaction() as database:
            _connect(database, _batch(database, batch_id), connection)

    def begin_run(
        self, batch_id: int, connection: Connection, owner: str, *, is_alive: Callable[[str], bool]
    ) -> Batch:
        """Set a batch ``running`` for one process, and return it as it was.

        Args:
            batch_id: From `add`.
            connection: Service address and user to send as.
            owner: Names the process that runs it.
            is_alive: Says whether a process of that name is still there.

        Raises:
            BatchStateError: When it runs already or is being taken back, or its connection is another one.
            JournalError: When it could not be written.
        """
        with self._writer.transaction() as database:
            batch = _batch(database, batch_id)
            self.require_not_running(database, batch_id, is_alive)
            if self._undos.is_running(database, batch_id, is_alive):
                raise BatchStateError(
                    Message("The batch is being taken back"),
                    Message("Nothing was sent. Wait until that has ended, or pause it first."),
                )
            _connect(database, batch, connection)
            self.write_state(database, batch_id, "running", owner=owner)
        return batch

    def expire(self, before: datetime, *, kept: int) -> int:
        """Take tables that were opened and never run out of `batches`, and return how many they are.

        `remove_unfinished` removes them.

        Args:
            before: Only those that were opened before then; with a time zone.
            kept: How many of the newest stay all the same.

        Raises:
            JournalError: When it could not be written.
        """
        with self._writer.transaction() as database:
            return database.execute(_EXPIRE, {"before": milliseconds(before), "kept": kept}).rowcount

    def remove_unfinished(self, before: datetime) -> int:
        """Remove batches whose rows never came in whole, or that have expired, and return how many have gone.

        Args:
            before: Only those that were begun before then, by other processes or this one; with a time zone.

        Raises:
            JournalError: When it could not be written.
        """
        with self._reader.exclusive() as database:
            found = [batch_id for (batch_id,) in database.execute(_UNFINISHED, (milliseconds(before),))]
        left = _ROWS_OF_ONE_START
        for number, batch_id in enumerate(found):
            while count := self._remove_some(batch_id):
                left -= count
                if left <= 0:
                    return number
        return len(found)


def _batch(database: sqlite3.Connection, batch_id: int) -> Batch:
    cursor = database.execute(f"{stored.SELECT_BATCHES} WHERE b.batch_id = ?", (batch_id,))
    for values in stored.dicts(cursor):
        return stored.batch_of(values)
    raise JournalError(
        Message("There is no such batch"), Message("The history has no batch {number}.", number=batch_id)
    )


def _connect(database: sqlite3.Connection, batch: Batch, connection: Connection) -> None:
    was_sent = database.execute(_WAS_SENT, (batch.batch_id,)).fetchone() is not None
    if was_sent and (batch.service_address, batch.user_id) != connection.account_key:
        raise BatchStateError(
            Message("The batch belongs to another connection"),
            Message(
                "Nothing was sent. Rows of this batch were sent to {address} as user {user}; use that connection.",
                address=batch.service_address,
                user=batch.user_id,
            ),
        )
    values = {
        "connection_id": to_db_text(connection.connection_id),
        "connection_name": to_db_text(str(connection.name)),
        **place_of(connection),
        "batch_id": batch.batch_id,
    }
    database.execute(_ADD_CONNECTION, values)
    database.execute(_CONNECT, values)
