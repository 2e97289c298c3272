"""The values and the rows that the intents of creates and of deletes have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.journal import search_index
from koodrive.journal.attempts.stored_messages import message_columns
from koodrive.journal.encoding import milliseconds, place_of, to_db_text, to_db_texts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping
    from datetime import datetime

    from koodrive.messages import Message
    from koodrive.models import Connection

ADD_CONNECTION = """
    INSERT OR IGNORE INTO connection (connection_id, name, service_address, user_id)
    VALUES (:connection_id, :connection_name, :service_address, :user_id)
"""
_ADD_EXCHANGE = """
    INSERT INTO exchange (attempt_id, body, note, note_data) VALUES (:attempt_id, :body, :note, :note_data)
"""


def intent_values(
    *,
    connection: Connection,
    trace_id: str,
    body: str,
    started_at: datetime,
    served_at: datetime | None,
    note: Message | None,
    process: str,
) -> dict[str, object]:
    """Return the columns of an intent that do not depend on what it is about.

    Args:
        connection: Service address and user to send as.
        trace_id: The X-Traceid header of the request.
        body: The JSON text of the request; empty for one without a body.
        started_at: Start by the local clock.
        served_at: Start by the service's clock; None while its time is not known.
        note: Remark on how it was begun.
        process: The process that sends it.

    Raises:
        ValueError: When `started_at` or `served_at` has no time zone.
    """
    texts: dict[str, str | None] = {
        "trace_id": trace_id,
        "connection_id": connection.connection_id,
        "connection_name": connection.name,
        "body": body,
    }
    return {
        **to_db_texts(texts),
        **message_columns(note=note),
        **place_of(connection),
        "started_at": milliseconds(started_at),
        "served_at": None if served_at is None else milliseconds(served_at),
        "process": process,
    }


def add_exchange(database: sqlite3.Connection, values: Mapping[str, object]) -> int:
    """Write the request of the attempt that this transaction has just added, and return its number."""
    attempt_id: int = database.execute("SELECT last_insert_rowid()").fetchone()[0]
    name = values["name"]
    search_index.add_folded_name(database, attempt_id, to_db_text(name) if isinstance(name, str) else None)
    database.execute(_ADD_EXCHANGE, {**values, "attempt_id": attempt_id})
    return attempt_id
