"""Attempts that seemed to have made nothing, and how one of them is opened again when that turns out to be wrong."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from koodrive.journal.encoding import milliseconds, to_db_text
from koodrive.journal.rows import full_rows
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection
    from datetime import datetime

    from koodrive.journal.connection import DatabaseConnection
    from koodrive.journal.records import Attempt
    from koodrive.messages import Message
    from koodrive.models import Connection

_AT_PLACE = """
    SELECT a.attempt_id FROM attempt a JOIN connection c USING (connection_key)
    WHERE c.service_address = :service_address AND c.user_id = :user_id
"""
_OPEN = f"{_AT_PLACE} AND a.outcome IN ('unknown', 'sending') ORDER BY a.attempt_id"
_FOLLOW_UP = "UPDATE attempt SET followed_up = 1 WHERE attempt_id = ? AND outcome = ?"
_KNOWN = """
    SELECT a.result_id FROM attempt a JOIN connection c USING (connection_key)
    WHERE a.result_id IN (SELECT value FROM json_each(:ids)) AND c.service_address = :service_address
"""


def open_attempts(channel: DatabaseConnection, connection: Connection) -> list[Attempt]:
    """See `koodrive.journal.Journal.open_attempts`."""
    with channel.held() as database:
        found = [attempt_id for (attempt_id,) in database.execute(_OPEN, place_of(connection))]
        return full_rows(database, found)


def known_ids(channel: DatabaseConnection, connection: Connection, object_ids: Collection[str]) -> set[str]:
    """See `koodrive.journal.Journal.known_ids`."""
    values = {**place_of(connection), "ids": json.dumps([to_db_text(object_id) for object_id in object_ids])}
    with channel.held() as database:
        return {result_id for (result_id,) in database.execute(_KNOWN, values)}


def annotate(channel: DatabaseConnection, attempt_id: int, note: str) -> None:
    """See `koodrive.journal.Journal.annotate`."""
    with channel.transaction() as database:
        database.execute(_FOLLOW_UP, (attempt_id, OutcomeKind.UNKNOWN))
        database.execute(
            "UPDATE exchange SET note = ? WHERE attempt_id = ? AND EXISTS "
            "(SELECT 1 FROM attempt a WHERE a.attempt_id = exchange.attempt_id AND a.outcome = ?)",
            (to_db_text(note), attempt_id, OutcomeKind.UNKNOWN),
        )


def add_remark(channel: DatabaseConnection, attempt_id: int, remark: str) -> None:
    """See `koodrive.journal.Journal.add_remark`."""
    with channel.transaction() as database:
        database.execute(
            "UPDATE exchange SET note = coalesce(note || ' ', '') || ? WHERE attempt_id = ? AND EXISTS "
            "(SELECT 1 FROM attempt a WHERE a.attempt_id = exchange.attempt_id AND a.outcome = ?)",
            (to_db_text(remark), attempt_id, OutcomeKind.CREATED),
        )


def place_of(connection: Connection) -> dict[str, str]:
    """Return the values by which statements tell one user of one service from others."""
    return {
        "service_address": to_db_text(connection.service_address),
        "user_id": to_db_text(connection.user_id),
    }


# What was followed up and has ended as refused made nothing, as far as anybody could see: the service itself has
# refused none of these. The index by name serves both kinds of names.
_RULED_OUT = """
    SELECT a.attempt_id FROM attempt a JOIN connection c USING (connection_key)
    WHERE {named} AND c.service_address = :service_address AND c.user_id = :user_id
    AND a.started_at >= :since AND +a.outcome = 'refused' AND a.followed_up
    ORDER BY a.attempt_id
"""
_RULED_OUT_NAMED = _RULED_OUT.format(named="a.name = :name COLLATE NOCASE AND a.name = :name")
_RULED_OUT_UNNAMED = _RULED_OUT.format(named="a.name IS NULL")
# Another one of the same may have been begun meanwhile: two open ones are no reason to lose the truth about either.
_REOPEN = """
    UPDATE attempt SET outcome = 'unknown', is_repeat = is_repeat OR EXISTS (
        SELECT 1 FROM attempt other WHERE other.fingerprint = attempt.fingerprint
        AND other.outcome IN ('unknown', 'sending')
    )
    WHERE attempt_id = :attempt_id AND outcome = 'refused'
"""
_TELL = "UPDATE exchange SET title = :title, message = :message, note = :note WHERE attempt_id = :attempt_id"


def find_ruled_out(
    database: sqlite3.Connection, connection: Connection, name: str | None, since: datetime
) -> list[Attempt]:
    """Return the attempts that were ``unknown`` and then found to have made nothing, oldest first.

    Args:
        database: Of the history.
        connection: Service address and user that they were sent as.
        name: The name in their requests.
        since: Only those that began then or later; with a time zone.
    """
    values: dict[str, object] = {**place_of(connection), "since": milliseconds(since)}
    if name is not None:
        values["name"] = to_db_text(name)
    found = database.execute(_RULED_OUT_UNNAMED if name is None else _RULED_OUT_NAMED, values)
    return full_rows(database, [attempt_id for (attempt_id,) in found])


def ruled_out_attempts(
    channel: DatabaseConnection, connection: Connection, name: str | None, since: datetime
) -> list[Attempt]:
    """See `koodrive.journal.Journal.ruled_out_attempts`."""
    with channel.held() as database:
        return find_ruled_out(database, connection, name, since)


def reopen(
    channel: DatabaseConnection, attempt: Attempt, title: Message, message: Message, note: str
) -> None:
    """See `koodrive.journal.Journal.reopen`."""
    values = {
        "attempt_id": attempt.attempt_id,
        "title": to_db_text(title),
        "message": to_db_text(message),
        "note": to_db_text(note),
    }
    if attempt.outcome is not OutcomeKind.REFUSED or not attempt.is_followed_up:
        raise ValueError("only an attempt that was ruled out can be opened again")
    with channel.transaction() as database:
        if database.execute(_REOPEN, values).rowcount:
            database.execute(_TELL, values)
