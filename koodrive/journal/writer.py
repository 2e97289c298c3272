"""What is written down about an attempt: the intent before it is sent, the outcome after."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from koodrive.errors import JournalError
from koodrive.journal import folded_names
from koodrive.journal.duplicates import find_duplicates, find_open_twin
from koodrive.journal.encoding import kept_answer, milliseconds, to_db_text
from koodrive.journal.errors import Operation
from koodrive.journal.fingerprints import fingerprint_of
from koodrive.journal.rows import full_rows
from koodrive.messages import Message
from koodrive.models import (
    AlbumKind,
    AlbumType,
    CreateAlbum,
    CreatedSharedFolder,
    RequestKind,
)

if TYPE_CHECKING:
    import sqlite3

    from koodrive.journal.connection import DatabaseConnection
    from koodrive.journal.duplicates import DuplicateCheck
    from koodrive.journal.records import Attempt, Settlement
    from koodrive.models import Connection, Created, CreateRequest

_INTERRUPTED_TITLE = Message("KooDesk ended before the answer came")
_INTERRUPTED_MESSAGE = Message(
    "The request may have reached the service, so it may have been made. "
    "Do not send it again before it is known what became of it."
)

_ADD_CONNECTION = """
    INSERT OR IGNORE INTO connection (connection_id, name, service_address, user_id)
    VALUES (:connection_id, :connection_name, :service_address, :user_id)
"""
_ADD_ATTEMPT = """
    INSERT INTO attempt (
        kind, name, outcome, connection_key, started_at, served_at, trace_id, related_ids, fingerprint, is_repeat
    )
    SELECT :kind, :name, 'sending', connection_key, :started_at, :served_at, :trace_id, :related_ids,
        :fingerprint, :is_repeat
    FROM connection
    WHERE connection_id = :connection_id AND name = :connection_name
        AND service_address = :service_address AND user_id = :user_id
"""
# Creates are settled once, so that only what is found out or decided later meets an outcome that is unknown.
_SETTLE_ATTEMPT = """
    UPDATE attempt SET followed_up = followed_up OR outcome = 'unknown',
        served_at = coalesce(:served_at, served_at), outcome = :outcome,
        settled_at = :settled_at, result_id = :result_id,
        file_id = :file_id, group_id = :group_id, tenant_id = :tenant_id, creator = :creator,
        create_time = :create_time,
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
_CLOSE_EXCHANGES = """
    UPDATE exchange SET title = :title, message = :message
    WHERE attempt_id IN (SELECT attempt_id FROM attempt WHERE outcome = 'sending')
"""
_CLOSE_ATTEMPTS = "UPDATE attempt SET outcome = 'unknown', settled_at = :now WHERE outcome = 'sending'"


def begin(
    channel: DatabaseConnection,
    *,
    request: CreateRequest,
    connection: Connection,
    trace_id: str,
    body: str,
    started_at: datetime,
    served_at: datetime | None,
    note: str | None,
    check: DuplicateCheck | None,
) -> int:
    """Write the intent down; see `koodrive.journal.Journal.begin`."""
    kind = RequestKind.ALBUM if isinstance(request, CreateAlbum) else RequestKind.SHARED_FOLDER
    sent = to_db_text(body)
    values = {
        "kind": kind,
        "name": request.name,
        "trace_id": trace_id,
        "related_ids": " ".join(_related_ids(request)) or None,
        "connection_id": connection.connection_id,
        "connection_name": connection.name,
        "service_address": connection.service_address,
        "user_id": connection.user_id,
    }
    stored = {
        **_storable(values),
        "started_at": milliseconds(started_at),
        "served_at": None if served_at is None else milliseconds(served_at),
    }
    place = str(stored["service_address"]), str(stored["user_id"])
    fingerprint = fingerprint_of(kind, *place, sent)
    with channel.transaction() as database:
        twin = find_open_twin(database, fingerprint)
        if check is not None:
            check.refuse(
                find_duplicates(
                    database,
                    check,
                    connection=connection,
                    name=request.name,
                    fingerprint=fingerprint,
                    open_twin=twin,
                )
            )
        stored |= {"fingerprint": fingerprint, "is_repeat": twin is not None}
        database.execute(_ADD_CONNECTION, stored)
        database.execute(_ADD_ATTEMPT, stored)
        attempt_id: int = database.execute("SELECT last_insert_rowid()").fetchone()[0]
        folded_names.add(database, attempt_id, request.name and to_db_text(request.name))
        database.execute(
            "INSERT INTO exchange (attempt_id, body, note) VALUES (?, ?, ?)",
            (attempt_id, sent, None if note is None else to_db_text(note)),
        )
    return attempt_id


def settle(channel: DatabaseConnection, attempt_id: int, settlement: Settlement) -> Attempt | None:
    """Write the outcome down; see `koodrive.journal.Journal.settle`."""
    values = {
        "outcome": settlement.kind,
        "code": settlement.code,
        "title": settlement.title,
        "message": settlement.message,
        "note": settlement.note,
        **_result(settlement.created),
    }
    stored = {
        **_storable(values),
        "attempt_id": attempt_id,
        "settled_at": milliseconds(settlement.settled_at),
        "served_at": None if settlement.served_at is None else milliseconds(settlement.served_at),
        "status": settlement.status,
        "answer": None if settlement.answer is None else kept_answer(settlement.answer),
    }
    with channel.transaction() as database:
        earlier = None if settlement.note_if_known is None else _with_same_result(database, stored)
        if not database.execute(_SETTLE_ATTEMPT, stored).rowcount:
            raise _not_open(attempt_id, database)
        if settlement.note_if_known is not None and earlier is not None:
            stored["note"] = _with_note(database, attempt_id, settlement.note_if_known(earlier))
        database.execute(_SETTLE_EXCHANGE, stored)
    return earlier


def _with_same_result(database: sqlite3.Connection, stored: dict[str, object]) -> Attempt | None:
    """Return the first attempt at the same service that is known to have the result which is written down now."""
    if stored["result_id"] is None:
        return None
    found = database.execute(_SAME_RESULT, stored).fetchone()
    return None if found is None else full_rows(database, found)[0]


def _with_note(database: sqlite3.Connection, attempt_id: int, note: str) -> str:
    row = database.execute("SELECT note FROM exchange WHERE attempt_id = ?", (attempt_id,)).fetchone()
    return " ".join(filter(None, (row[0] if row else None, to_db_text(note))))


def close_interrupted(channel: DatabaseConnection) -> int:
    """Settle what a dead process left; see `koodrive.journal.Journal.close_interrupted`."""
    values = {
        "title": str(_INTERRUPTED_TITLE),
        "message": str(_INTERRUPTED_MESSAGE),
        "now": milliseconds(datetime.now(UTC)),
    }
    with channel.transaction() as database:
        database.execute(_CLOSE_EXCHANGES, values)
        return database.execute(_CLOSE_ATTEMPTS, values).rowcount


def _related_ids(request: CreateRequest) -> list[str]:
    """Return the IDs that go out with `request`, so that a search for one of them finds it."""
    ids: list[str | None] = [request.container_id]
    if isinstance(request, CreateAlbum):
        if request.type is AlbumType.COLLECTION:
            ids += [request.scope_parent_folder_id, *request.scope_dir]
        if request.album_kind is AlbumKind.SHARED:
            ids += [request.share_folder_id, request.group_id]
    return [identifier for identifier in ids if identifier]


def _result(created: Created | None) -> dict[str, str | None]:
    folder = created if isinstance(created, CreatedSharedFolder) else None
    return {
        "result_id": created.result_id if created else None,
        "file_id": folder.share_folder_id if folder else None,
        "group_id": folder.group_id if folder else None,
        "tenant_id": folder.tenant_id if folder else None,
        "creator": folder.creator if folder else None,
        "create_time": folder.create_time if folder else None,
    }


def _storable(values: dict[str, str | None]) -> dict[str, object]:
    """Return plain text for every text: a sentence or an enum's word is more than the database takes."""
    return {name: None if value is None else to_db_text(str(value)) for name, value in values.items()}


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
