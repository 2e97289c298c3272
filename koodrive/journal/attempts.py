"""The table of the attempts: the intent before a request is sent, the outcome after, and later findings."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from koodrive.errors import JournalError
from koodrive.journal import search_index
from koodrive.journal.batches.claims import claim_row
from koodrive.journal.duplicates import find_duplicates, find_open_duplicate, find_ruled_out
from koodrive.journal.encoding import (
    fingerprint_of,
    milliseconds,
    place_of,
    related_ids,
    result_columns,
    to_db_text,
    to_db_texts,
    truncate_answer,
)
from koodrive.journal.errors import Operation
from koodrive.journal.queue import leave_queue
from koodrive.journal.rows import full_rows
from koodrive.journal.sharing.group_commit import GroupCommit
from koodrive.messages import Message
from koodrive.models import (
    CreateAlbum,
    OutcomeKind,
    RequestKind,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection

    from koodrive.journal.batches.records import RowKey
    from koodrive.journal.connection import DatabaseConnection
    from koodrive.journal.duplicates import DuplicateCheck
    from koodrive.journal.records import Attempt, Settlement
    from koodrive.journal.sharing.processes import ProcessRegistry
    from koodrive.models import Connection, CreateRequest

T = TypeVar("T")

_INTERRUPTED_TITLE = Message("KooDesk ended before the answer came")
_INTERRUPTED_MESSAGE = Message(
    "The request may have reached the service, so it may have been created. Do not send it again before it"
    " is known what became of it."
)

_ADD_CONNECTION = """
    INSERT OR IGNORE INTO connection (connection_id, name, service_address, user_id)
    VALUES (:connection_id, :connection_name, :service_address, :user_id)
"""
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
_ADD_EXCHANGE = "INSERT INTO exchange (attempt_id, body, note) VALUES (:attempt_id, :body, :note)"
# Creates are settled once, so that only what is found out or decided later meets an outcome that is unknown.
_SETTLE_ATTEMPT = """
    UPDATE attempt SET followed_up = followed_up OR outcome = 'unknown',
        served_at = coalesce(:served_at, served_at), outcome = :outcome, process = NULL,
        settled_at = :settled_at, result_id = :result_id, file_id = :file_id, group_id = :group_id,
        tenant_id = :tenant_id, creator = :creator, create_time = :create_time,
        status = coalesce(:status, status), code = coalesce(:code, code)
    WHERE attempt_id = :attempt_id AND outcome IN ('sending', 'unknown')
"""
# What the service answered to the create stays, also when the outcome is found out later by other means.
_SETTLE_EXCHANGE = """
    UPDATE exchange SET title = :title, message = :message,
        answer = coalesce(:answer, answer), note = coalesce(:note, note)
    WHERE attempt_id = :attempt_id
"""
_SAME_RESULT = """
    SELECT a.attempt_id FROM attempt a JOIN connection c USING (connection_key)
    WHERE a.result_id = :result_id AND a.attempt_id <> :attempt_id AND c.service_address = (
        SELECT service_address FROM connection WHERE connection_key = (
            SELECT connection_key FROM attempt WHERE attempt_id = :attempt_id
        )
    )
    ORDER BY a.attempt_id LIMIT 1
"""
_SENDING = "SELECT attempt_id, process FROM attempt WHERE outcome = 'sending'"
_CLOSE_EXCHANGES = """
    UPDATE exchange SET title = :title, message = :message
    WHERE attempt_id IN (SELECT value FROM json_each(:interrupted))
"""
_CLOSE_ATTEMPTS = """
    UPDATE attempt SET outcome = 'unknown', settled_at = :now, process = NULL
    WHERE attempt_id IN (SELECT value FROM json_each(:interrupted))
"""
_AT_PLACE = """
    SELECT a.attempt_id FROM attempt a JOIN connection c USING (connection_key)
    WHERE c.service_address = :service_address AND c.user_id = :user_id
"""
_OPEN = f"{_AT_PLACE} AND a.outcome IN ('unknown', 'sending') ORDER BY a.attempt_id"
_FOLLOW_UP = "UPDATE attempt SET followed_up = 1 WHERE attempt_id = :attempt_id AND outcome = 'unknown'"
_KNOWN = """
    SELECT a.result_id FROM attempt a JOIN connection c USING (connection_key)
    WHERE a.result_id IN (SELECT value FROM json_each(:ids)) AND c.service_address = :service_address
"""
_ANNOTATE = """
    UPDATE exchange SET note = :note WHERE attempt_id = :attempt_id AND EXISTS (
        SELECT 1 FROM attempt a WHERE a.attempt_id = exchange.attempt_id AND a.outcome = 'unknown'
    )
"""
_ADD_REMARK = """
    UPDATE exchange SET note = coalesce(note || ' ', '') || :note WHERE attempt_id = :attempt_id AND EXISTS (
        SELECT 1 FROM attempt a WHERE a.attempt_id = exchange.attempt_id AND a.outcome = 'created'
    )
"""
# Another one of the same may have been begun meanwhile: two open ones are no reason to lose the truth about either.
_REOPEN = """
    UPDATE attempt SET outcome = 'unknown', is_repeat = is_repeat OR EXISTS (
        SELECT 1 FROM attempt other WHERE other.fingerprint = attempt.fingerprint
        AND other.outcome IN ('unknown', 'sending')
    )
    WHERE attempt_id = :attempt_id AND outcome = 'refused'
"""
_REOPEN_EXCHANGE = (
    "UPDATE exchange SET title = :title, message = :message, note = :note WHERE attempt_id = :attempt_id"
)


class AttemptTable:
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
        self._writer = writer
        self._on_index_removed = on_index_removed
        self._processes = processes
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
        note: str | None = None,
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
        place, sent = place_of(connection), to_db_text(body)
        fingerprint = fingerprint_of(kind, place["service_address"], place["user_id"], sent)
        texts = {
            "kind": kind,
            "name": request.name,
            "trace_id": trace_id,
            "related_ids": " ".join(related_ids(request)) or None,
            "connection_id": connection.connection_id,
            "connection_name": connection.name,
            "note": note,
        }
        values = {
            **to_db_texts(texts),
            **place,
            "started_at": milliseconds(started_at),
            "served_at": None if served_at is None else milliseconds(served_at),
            "fingerprint": fingerprint,
            "body": sent,
            "process": self._processes.own,
        }

        def write(database: sqlite3.Connection) -> int:
            open_id = find_open_duplicate(database, fingerprint)
            if check is not None:
                check.refuse(
                    find_duplicates(
                        database,
                        check,
                        connection=connection,
                        name=request.name,
                        fingerprint=fingerprint,
                        open_id=open_id,
                    )
                )
            database.execute(_ADD_CONNECTION, values)
            database.execute(_ADD_ATTEMPT, values | {"is_repeat": open_id is not None})
            attempt_id: int = database.execute("SELECT last_insert_rowid()").fetchone()[0]
            search_index.add_folded_name(database, attempt_id, request.name and to_db_text(request.name))
            database.execute(_ADD_EXCHANGE, values | {"attempt_id": attempt_id})
            leave_queue(database, queued_id)
            claim_row(database, batch_row, attempt_id)
            return attempt_id

        return self._write(write)

    def settle(self, attempt_id: int, settlement: Settlement) -> Attempt | None:
        """Write the outcome of an attempt.

        An outcome is final, except ``unknown``: that may be settled again when the truth was found out.

        Args:
            attempt_id: From `begin`.
            settlement: The outcome.

        Returns:
            The first attempt at the same service with the same result, where `settlement.note_if_known` is given
            and there is one; else None.

        Raises:
            JournalError: When it could not be written, the attempt has its outcome or does not exist, or what was found
                is the result of another one.
        """
        texts = {
            "outcome": settlement.kind,
            "code": settlement.code,
            "title": settlement.title,
            "message": settlement.message,
            "note": settlement.note,
            **result_columns(settlement.created),
        }
        values = {
            **to_db_texts(texts),
            "attempt_id": attempt_id,
            "settled_at": milliseconds(settlement.settled_at),
            "served_at": None if settlement.served_at is None else milliseconds(settlement.served_at),
            "status": settlement.status,
            "answer": None if settlement.answer is None else truncate_answer(settlement.answer),
        }

        def write(database: sqlite3.Connection) -> Attempt | None:
            earlier = None
            if settlement.is_found or settlement.note_if_known is not None:
                earlier = _with_same_result(database, values)
            if settlement.is_found and earlier is not None:
                raise _taken(earlier)
            if not database.execute(_SETTLE_ATTEMPT, values).rowcount:
                raise _not_open(attempt_id, database)
            note = values["note"]
            if settlement.note_if_known is not None and earlier is not None:
                note = _with_note(database, attempt_id, settlement.note_if_known(earlier))
            database.execute(_SETTLE_EXCHANGE, values | {"note": note})
            return earlier

        return self._write(write)

    def close_interrupted(self) -> int:
        """Give the outcome ``unknown`` to every attempt that is ``sending`` and whose process has ended.

        Returns:
            How many they are.

        Raises:
            JournalError: When it could not be written.
        """

        def write(database: sqlite3.Connection) -> int:
            sending = database.execute(_SENDING).fetchall()
            alive = {
                name for name in {name for _, name in sending} if name and self._processes.is_alive(name)
            }
            interrupted = [attempt_id for attempt_id, name in sending if name not in alive]
            if interrupted:
                values = {
                    "title": str(_INTERRUPTED_TITLE),
                    "message": str(_INTERRUPTED_MESSAGE),
                    "now": milliseconds(datetime.now(UTC)),
                    "interrupted": json.dumps(interrupted),
                }
                database.execute(_CLOSE_EXCHANGES, values)
                database.execute(_CLOSE_ATTEMPTS, values)
            return len(interrupted)

        return self._write(write)

    def others_are_sending(self) -> bool:
        """Return whether an attempt is ``sending`` that this process has not begun.

        Raises:
            JournalError: When the history cannot be used.
        """
        with self._writer.exclusive() as database:
            names = {name for _, name in database.execute(_SENDING)}
        return bool(names - {self._processes.own})

    def annotate(self, attempt_id: int, note: str) -> None:
        """Replace the note of an attempt whose outcome stays ``unknown``; others keep theirs.

        Raises:
            JournalError: When it could not be written.
        """
        self._execute((_FOLLOW_UP, _ANNOTATE), {"attempt_id": attempt_id, "note": to_db_text(note)})

    def add_remark(self, attempt_id: int, remark: str) -> None:
        """Add to the note of an attempt with the outcome ``created``; others keep theirs.

        Raises:
            JournalError: When it could not be written.
        """
        self._execute((_ADD_REMARK,), {"attempt_id": attempt_id, "note": to_db_text(remark)})

    def reopen(self, attempt: Attempt, title: Message, message: Message, note: str) -> None:
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
            "title": to_db_text(title),
            "message": to_db_text(message),
            "note": to_db_text(note),
        }

        def write(database: sqlite3.Connection) -> None:
            if database.execute(_REOPEN, values).rowcount:
                database.execute(_REOPEN_EXCHANGE, values)

        self._write(write)

    def open_attempts(self, connection: Connection) -> list[Attempt]:
        """Return the attempts that are ``unknown`` or ``sending`` at the place of `connection`, oldest first.

        Raises:
            JournalError: When the history cannot be used.
        """
        with self._writer.exclusive() as database:
            found = [attempt_id for (attempt_id,) in database.execute(_OPEN, place_of(connection))]
            return full_rows(database, found)

    def ruled_out_attempts(self, connection: Connection, name: str | None, since: datetime) -> list[Attempt]:
        """Return the attempts that were ``unknown`` and then found to have made nothing, oldest first.

        Args:
            connection: Service address and user that they were sent as.
            name: The name in their requests.
            since: Only those that began then or later; with a time zone.

        Raises:
            JournalError: When the history cannot be used.
        """
        with self._writer.exclusive() as database:
            return find_ruled_out(database, connection, name, since)

    def known_ids(self, connection: Connection, object_ids: Collection[str]) -> set[str]:
        """Return those of `object_ids` that an attempt at the service of `connection` is known to have created.

        Raises:
            JournalError: When the history cannot be used.
        """
        ids = json.dumps([to_db_text(object_id) for object_id in object_ids])
        with self._writer.exclusive() as database:
            return {
                result_id for (result_id,) in database.execute(_KNOWN, place_of(connection) | {"ids": ids})
            }

    def _execute(self, statements: tuple[str, ...], values: dict[str, object]) -> None:
        def write(database: sqlite3.Connection) -> None:
            for statement in statements:
                database.execute(statement, values)

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


def _with_same_result(database: sqlite3.Connection, stored: dict[str, object]) -> Attempt | None:
    """Return the first attempt at the same service that is known to have the result which is written down now."""
    if stored["result_id"] is None:
        return None
    found = database.execute(_SAME_RESULT, stored).fetchone()
    return None if found is None else full_rows(database, found)[0]


def _taken(earlier: Attempt) -> JournalError:
    return JournalError(
        Message("Another entry has this ID already"),
        Message(
            "{object_id} was created by entry {number}, according to the history.",
            object_id=earlier.result_id,
            number=earlier.attempt_id,
        ),
    )


def _with_note(database: sqlite3.Connection, attempt_id: int, note: str) -> str:
    row = database.execute("SELECT note FROM exchange WHERE attempt_id = ?", (attempt_id,)).fetchone()
    return " ".join(filter(None, (row[0] if row else None, to_db_text(note))))


def _not_open(attempt_id: int, database: sqlite3.Connection) -> JournalError:
    row = database.execute("SELECT outcome FROM attempt WHERE attempt_id = ?", (attempt_id,)).fetchone()
    if row is None:
        return JournalError(
            Operation.WRITING.value, Message("Entry {number} is not in it.", number=attempt_id)
        )
    return JournalError(
        Operation.WRITING.value,
        Message("Entry {number} has its outcome already ({outcome}).", number=attempt_id, outcome=row[0]),
    )
