"""Writes attempts: the intent before a request is sent, the outcome after, and later findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from koodrive.journal import search_index
from koodrive.journal.attempts.intents import ADD_CONNECTION, add_exchange, intent_values
from koodrive.journal.attempts.known import KnownAttempts
from koodrive.journal.attempts.settling import (
    SET_NOTE,
    add_note,
    close_ended,
    settlement_values,
    write_outcome,
)
from koodrive.journal.attempts.stored_messages import message_columns
from koodrive.journal.attempts.undo_intents import add_delete
from koodrive.journal.batches.claims import claim_row
from koodrive.journal.duplicates import find_duplicates, find_open_duplicate
from koodrive.journal.encoding import fingerprint_of, related_ids, to_db_texts
from koodrive.journal.queue import leave_queue
from koodrive.journal.sharing.group_commit import GroupCommit
from koodrive.models import CreateAlbum, OutcomeKind, RequestKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from datetime import datetime

    from koodrive.journal.batches.records import RowKey
    from koodrive.journal.connection import DatabaseConnection
    from koodrive.journal.duplicates import DuplicateCheck
    from koodrive.journal.records import Attempt, Settlement
    from koodrive.journal.sharing.processes import ProcessRegistry
    from koodrive.messages import Message
    from koodrive.models import Connection, CreateRequest

T = TypeVar("T")

_ADD_ATTEMPT = """
    INSERT INTO attempt
        (kind, name, outcome, connection_key, started_at, served_at, trace_id, related_ids, fingerprint, is_repeat,
        process)
    SELECT :kind, :name, 'sending', connection_key, :started_at, :served_at, :trace_id, :related_ids, :fingerprint,
        :is_repeat, :process
    FROM connection
    WHERE connection_id = :connection_id AND name = :connection_name
        AND service_address = :service_address AND user_id = :user_id
"""
_FOLLOW_UP = "UPDATE attempt SET followed_up = 1 WHERE attempt_id = :attempt_id AND outcome = 'unknown'"
_IS_CREATED = "SELECT 1 FROM attempt WHERE attempt_id = ? AND outcome = 'created'"
# Another one of the same may have been begun meanwhile: two open ones are no reason to lose the truth about either.
_REOPEN = """
    UPDATE attempt SET outcome = 'unknown', is_repeat = is_repeat OR EXISTS (
        SELECT 1 FROM attempt other WHERE other.fingerprint = attempt.fingerprint
        AND other.outcome IN ('unknown', 'sending')
    )
    WHERE attempt_id = :attempt_id AND outcome = 'refused'
"""
_REOPEN_EXCHANGE = """
    UPDATE exchange SET title = :title, title_data = :title_data, message = :message, message_data = :message_data,
        note = :note, note_data = :note_data
    WHERE attempt_id = :attempt_id
"""


class AttemptTable(KnownAttempts):
    """Writes intents and outcomes, and reads the attempts that are open or were ruled out.

    What a method writes is there as a whole or not at all, and is on the disk when the method returns. Threads that
    write at the same time share a transaction (`koodrive.journal.sharing.group_commit`).

    Args:
        writer: The connection that writes; it raises `JournalError` where the history is read-only.
        on_index_removed: Called when searches cannot use the search index any more, as it is damaged.
        processes: Those that use the history; what this one begins belongs to it.
    """

    def __init__(
        self, writer: DatabaseConnection, on_index_removed: Callable[[], object], processes: ProcessRegistry
    ) -> None:
        super().__init__(writer, processes)
        self._on_index_removed = on_index_removed
        self._commits = GroupCommit(writer, self._write_alone)

    def begin(
        self,
        *,
        request: CreateRequest,
        connection: Connection,
        trace_id: str,
        body: str,
        started_at: datetime,
        served_at: datetime | None = None,
        note: Message | None = None,
        check: DuplicateCheck | None = None,
        queued_id: int | None = None,
        batch_row: RowKey | None = None,
    ) -> int:
        """Check for duplicates and write the intent of one create, in one transaction.

        Args:
            request: The create to write down.
            connection: Service address and user to send as; stored with the attempt, as connections change.
            trace_id: The X-Traceid header of the request.
            body: The JSON text of the request.
            started_at: Start by the local clock; with a time zone.
            served_at: Start by the service's clock; None while its time is not known.
            note: Remark on how it was begun.
            check: Refuses a request that may double something; None when the user has confirmed it.
            queued_id: Number in `QueueTable`, which the request leaves in the same transaction.
            batch_row: The row of a batch that the request was made of; claimed in the same transaction.

        Returns:
            The number of the attempt, which no other attempt ever has.

        Raises:
            RowTakenError: When the row was sent already; nothing was written.
            JournalError: When it could not be written, so that nothing may be sent; names the file.
            KoodriveError: Raised by `check`; nothing was written.
            ValueError: When `started_at` or `served_at` has no time zone.
        """
        kind = RequestKind.ALBUM if isinstance(request, CreateAlbum) else RequestKind.SHARED_FOLDER
        values = intent_values(
            connection=connection,
            trace_id=trace_id,
            body=body,
            started_at=started_at,
            served_at=served_at,
            note=note,
            process=self._processes.own,
        )
        fingerprint = fingerprint_of(
            kind, str(values["service_address"]), str(values["user_id"]), str(values["body"])
        )
        texts = {
            "kind": kind,
            "name": request.name,
            "related_ids": " ".join(related_ids(request)) or None,
            "fingerprint": fingerprint,
        }
        values |= to_db_texts(texts)

        def write(database: sqlite3.Connection) -> int:
            open_id = find_open_duplicate(database, fingerprint)
            if check is not None:
                check.refuse(
                    find_duplicates(
                        database,
                        check,
                        connection=connection,
                        kind=kind,
                        name=request.name,
                        fingerprint=fingerprint,
                        open_id=open_id,
                    )
                )
            database.execute(ADD_CONNECTION, values)
            database.execute(_ADD_ATTEMPT, values | {"is_repeat": open_id is not None})
            attempt_id = add_exchange(database, values)
            leave_queue(database, queued_id)
            claim_row(database, batch_row, attempt_id)
            return attempt_id

        return self._write(write)

    def begin_undo(
        self,
        attempt_id: int,
        *,
        connection: Connection,
        trace_id: str,
        body: str,
        started_at: datetime,
        served_at: datetime | None = None,
        note: Message | None = None,
    ) -> int:
        """Write the intent of the delete that takes a create back, if that can be taken back still.

        Args:
            attempt_id: The create.
            connection: Service address and user to send as: those of the create.
            trace_id: The X-Traceid header of the request.
            body: The JSON text of the request; empty for one without a body.
            started_at: Start by the local clock; with a time zone.
            served_at: Start by the service's clock; None while its time is not known.
            note: Remark on how it was begun.

        Returns:
            The number of the delete, which no other attempt ever has.

        Raises:
            TakenBackError: When it was taken back already; nothing was written, as with all of these.
            UndoUnderWayError: When a delete of the same is under way, or its answer was lost.
            NotUndoableError: When the attempt is no create, has made nothing, or is that of another service or user.
            JournalError: When it could not be written, so that nothing may be sent; names the file.
            ValueError: When `started_at` or `served_at` has no time zone.
        """
        values = intent_values(
            connection=connection,
            trace_id=trace_id,
            body=body,
            started_at=started_at,
            served_at=served_at,
            note=note,
            process=self._processes.own,
        )
        return self._write(lambda database: add_delete(database, attempt_id, connection, values))

    def settle(self, attempt_id: int, settlement: Settlement) -> Attempt | None:
        """Write the outcome of an attempt.

        An outcome is final, except ``unknown``: that may be settled again when the truth was found out.

        Args:
            attempt_id: From `begin` or `begin_undo`.
            settlement: The outcome; ``created`` only for a create, ``deleted`` only for a delete.

        Returns:
            The first attempt at the same service with the same result, where `settlement.note_if_known` is given
            and there is one; else None.

        Raises:
            JournalError: When it could not be written, the attempt has its outcome or does not exist, or what was found
                is the result of another one.
        """
        values = settlement_values(attempt_id, settlement)
        return self._write(lambda database: write_outcome(database, settlement, values))

    def close_interrupted(self) -> int:
        """Give the outcome ``unknown`` to every attempt that is ``sending`` and whose process has ended.

        Returns:
            How many they are.

        Raises:
            JournalError: When it could not be written.
        """
        return self._write(lambda database: close_ended(database, self._processes.is_alive))

    def annotate(self, attempt_id: int, note: Message) -> None:
        """Replace the note of an attempt whose outcome stays ``unknown``; others keep theirs.

        Raises:
            JournalError: When it could not be written.
        """
        values = {"attempt_id": attempt_id, **message_columns(note=note)}

        def write(database: sqlite3.Connection) -> None:
            if database.execute(_FOLLOW_UP, values).rowcount:
                database.execute(SET_NOTE, values)

        self._write(write)

    def add_remark(self, attempt_id: int, remark: Message) -> None:
        """Add to the note of an attempt with the outcome ``created``; others keep theirs.

        Raises:
            JournalError: When it could not be written.
        """

        def write(database: sqlite3.Connection) -> None:
            if database.execute(_IS_CREATED, (attempt_id,)).fetchone() is not None:
                add_note(database, attempt_id, remark)

        self._write(write)

    def reopen(self, attempt: Attempt, title: Message, message: Message, note: Message) -> None:
        """Give an attempt the outcome ``unknown`` back, as it may have made something after all.

        Args:
            attempt: From `ruled_out_attempts`; one that has another outcome by now stays as it is.
            title: Short text for the user.
            message: Text for the user.
            note: Replaces the note before.

        Raises:
            JournalError: When it could not be written.
            ValueError: When `attempt` was not ruled out.
        """
        if attempt.outcome is not OutcomeKind.REFUSED or not attempt.is_followed_up:
            raise ValueError("only an attempt that was ruled out can be opened again")
        values = {
            "attempt_id": attempt.attempt_id,
            **message_columns(title=title, message=message, note=note),
        }

        def write(database: sqlite3.Connection) -> None:
            if database.execute(_REOPEN, values).rowcount:
                database.execute(_REOPEN_EXCHANGE, values)

        self._write(write)

    def _write(self, write: Callable[[sqlite3.Connection], T]) -> T:
        """Return the result of `write`, which is on the disk by then, perhaps with the writes of other threads."""
        return self._commits.run(write)

    def _write_alone(self, write: Callable[[sqlite3.Connection], T]) -> T:
        """Return the result of `write`, run in one transaction; where the search index is damaged, again without it."""

        def transact(writer: DatabaseConnection) -> T:
            with writer.transaction() as database:
                return write(database)

        return search_index.written_without(self._writer, transact, self._on_index_removed)
