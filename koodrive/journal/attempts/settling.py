"""The outcome of an attempt: the rows that a settlement changes, and the end of attempts whose process is dead."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from koodrive.errors import JournalError
from koodrive.journal.attempts.known import SENDING
from koodrive.journal.attempts.stored_messages import message_columns, stored_message
from koodrive.journal.encoding import (
    milliseconds,
    result_columns,
    to_db_texts,
    truncate_answer,
)
from koodrive.journal.errors import Operation
from koodrive.journal.rows import full_rows
from koodrive.messages import Message, sentences
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from koodrive.journal.records import Attempt, Settlement

_INTERRUPTED_TITLE = Message("KooDesk ended before the answer came")
_CREATE_INTERRUPTED = Message(
    "The request may have reached the service, so it may have been created. Do not send it again before it"
    " is known what became of it."
)
_DELETE_INTERRUPTED = Message(
    "The request may have reached the service, so it may have been taken back. Find out what became of it before you"
    " do it again."
)

# Creates are settled once, so that only what is found out or decided later meets an outcome that is unknown.
_SETTLE_ATTEMPT = """
    UPDATE attempt SET followed_up = followed_up OR outcome = 'unknown',
        served_at = coalesce(:served_at, served_at), outcome = :outcome, process = NULL,
        settled_at = :settled_at, result_id = coalesce(:result_id, result_id), file_id = :file_id, group_id = :group_id,
        tenant_id = :tenant_id, creator = :creator, create_time = :create_time,
        status = coalesce(:status, status), code = coalesce(:code, code)
    WHERE attempt_id = :attempt_id AND outcome IN ('sending', 'unknown')
        AND iif(of_attempt IS NULL, :outcome <> 'deleted', :outcome <> 'created')
"""
# What the service answered to the create stays, also when the outcome is found out later by other means.
_SETTLE_EXCHANGE = """
    UPDATE exchange SET title = :title, title_data = :title_data, message = :message, message_data = :message_data,
        answer = coalesce(:answer, answer), note = coalesce(:note, note),
        note_data = iif(:note IS NULL, note_data, :note_data)
    WHERE attempt_id = :attempt_id
"""
_NOTE = "SELECT note, note_data FROM exchange WHERE attempt_id = ?"
SET_NOTE = "UPDATE exchange SET note = :note, note_data = :note_data WHERE attempt_id = :attempt_id"
_SAME_RESULT = """
    SELECT a.attempt_id FROM attempt a JOIN connection c USING (connection_key)
    WHERE a.result_id = :result_id AND a.attempt_id <> :attempt_id AND a.of_attempt IS NULL AND c.service_address = (
        SELECT service_address FROM connection WHERE connection_key = (
            SELECT connection_key FROM attempt WHERE attempt_id = :attempt_id
        )
    )
    ORDER BY a.attempt_id LIMIT 1
"""
# An object that was deleted is gone from all lists of the service, so that none is taken for one that is not whole.
_FORGET_OBJECT = """
    UPDATE list_object SET is_gone = 1, name = NULL, visible_name = NULL,
        missing_since = coalesce(missing_since, :settled_at)
    WHERE object_id = (SELECT result_id FROM attempt WHERE attempt_id = :attempt_id) AND list_key IN (
        SELECT l.list_key FROM attempt a JOIN connection c USING (connection_key)
        JOIN list l ON l.service_address = c.service_address
        WHERE a.attempt_id = :attempt_id AND (l.name LIKE '%album/%') = (a.kind = 'album')
    )
"""
_CLOSE_EXCHANGES = """
    UPDATE exchange SET title = :title, message = :message
    WHERE attempt_id IN (SELECT value FROM json_each(:interrupted))
"""
_CLOSE_ATTEMPTS = """
    UPDATE attempt SET outcome = 'unknown', settled_at = :now, process = NULL
    WHERE attempt_id IN (SELECT value FROM json_each(:interrupted))
"""


def settlement_values(attempt_id: int, settlement: Settlement) -> dict[str, object]:
    """Return the columns of an outcome."""
    texts = {
        "outcome": settlement.kind,
        "code": settlement.code,
        **result_columns(settlement.created),
    }
    return {
        **to_db_texts(texts),
        **message_columns(title=settlement.title, message=settlement.message, note=settlement.note),
        "attempt_id": attempt_id,
        "settled_at": milliseconds(settlement.settled_at),
        "served_at": None if settlement.served_at is None else milliseconds(settlement.served_at),
        "status": settlement.status,
        "answer": None if settlement.answer is None else truncate_answer(settlement.answer),
    }


def write_outcome(
    database: sqlite3.Connection, settlement: Settlement, values: dict[str, object]
) -> Attempt | None:
    """Write an outcome within a transaction of the caller; see `AttemptTable.settle`.

    Args:
        database: Inside that transaction.
        settlement: The outcome.
        values: Its columns, from `settlement_values`.

    Raises:
        JournalError: When the attempt has its outcome, or what was found is the result of another one.
    """
    earlier = None
    if settlement.is_found or settlement.note_if_known is not None:
        earlier = _with_same_result(database, values)
    if settlement.is_found and earlier is not None:
        raise _taken(earlier)
    if not database.execute(_SETTLE_ATTEMPT, values).rowcount:
        raise _not_open(values["attempt_id"], database)
    database.execute(_SETTLE_EXCHANGE, values)
    if settlement.note_if_known is not None and earlier is not None:
        add_note(database, values["attempt_id"], settlement.note_if_known(earlier))
    if settlement.kind is OutcomeKind.DELETED:
        database.execute(_FORGET_OBJECT, values)
    return earlier


def add_note(database: sqlite3.Connection, attempt_id: object, note: Message) -> None:
    """Add to the note of an attempt.

    Args:
        database: Inside a transaction that writes.
        attempt_id: Its number.
        note: What is added.
    """
    row = database.execute(_NOTE, (attempt_id,)).fetchone()
    known = None if row is None else stored_message(*row)
    values = message_columns(note=sentences(known, note) if known else note)
    database.execute(SET_NOTE, {**values, "attempt_id": attempt_id})


def close_ended(database: sqlite3.Connection, is_alive: Callable[[str], bool]) -> int:
    """Give the outcome ``unknown`` to every attempt under way whose process has ended, and return how many they are.

    Args:
        database: Inside a transaction that writes.
        is_alive: Whether the process of a name has not ended.
    """
    sending = database.execute(SENDING).fetchall()
    alive = {name for name in {name for _, name, _ in sending} if name and is_alive(name)}
    ended = [(attempt_id, of_attempt) for attempt_id, name, of_attempt in sending if name not in alive]
    creates = [attempt_id for attempt_id, of_attempt in ended if of_attempt is None]
    deletes = [attempt_id for attempt_id, of_attempt in ended if of_attempt is not None]
    for interrupted, message in ((creates, _CREATE_INTERRUPTED), (deletes, _DELETE_INTERRUPTED)):
        if interrupted:
            values = {
                "title": str(_INTERRUPTED_TITLE),
                "message": str(message),
                "now": milliseconds(datetime.now(UTC)),
                "interrupted": json.dumps(interrupted),
            }
            database.execute(_CLOSE_EXCHANGES, values)
            database.execute(_CLOSE_ATTEMPTS, values)
    return len(ended)


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


def _not_open(attempt_id: object, database: sqlite3.Connection) -> JournalError:
    row = database.execute("SELECT outcome FROM attempt WHERE attempt_id = ?", (attempt_id,)).fetchone()
    if row is None:
        return JournalError(
            Operation.WRITING.value, Message("Entry {number} is not in it.", number=attempt_id)
        )
    return JournalError(
        Operation.WRITING.value,
        Message("Entry {number} has its outcome already ({outcome}).", number=attempt_id, outcome=row[0]),
    )
