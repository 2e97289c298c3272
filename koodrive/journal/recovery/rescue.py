"""Puts attempts together whose rows the table does not give back.

Every index of the table repeats some columns, and the texts of request and answer stand in a table of their own. So
an attempt in a damaged page is still known by name, ID, outcome, time and connection, as long as one of them is sound.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from koodrive.journal.attempts.stored_messages import DATA_COLUMNS, message_columns, stored_message
from koodrive.messages import Message, sentences
from koodrive.models import Action

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


Row = dict[str, Any]

NOTE = Message("Parts of this entry can no longer be read: the history file is damaged.")

_EMPTY: Row = dict.fromkeys(
    (
        *("kind", "name", "outcome", "result_id", "connection_id", "connection_name", "started_at"),
        *("settled_at", "trace_id", "service_address", "user_id", "file_id", "group_id", "tenant_id"),
        *("creator", "create_time", "status", "code", "is_followed_up", "of_attempt"),
    )
) | {"action": str(Action.CREATE)}
LIGHT = (
    "attempt_id",
    "kind",
    "name",
    "outcome",
    "result_id",
    "connection_id",
    "connection_name",
    "started_at",
    "action",
    "of_attempt",
)
"""The columns of a row in a table."""

_LONG = ("body", "answer", "title", "message", "note", *DATA_COLUMNS)
# Each index alone answers its statement: INDEXED BY without a column from elsewhere does not read the table.
_INDEXES = {
    "attempt_by_name": ("name", "kind", "outcome", "connection_key", "started_at"),
    "attempt_by_result": ("result_id", "kind", "outcome", "connection_key", "started_at"),
    "attempt_by_time": ("kind", "outcome", "connection_key", "started_at"),
    "attempt_by_kind": ("kind", "outcome", "connection_key", "started_at"),
    "attempt_by_outcome": ("kind", "outcome", "connection_key", "started_at"),
    "attempt_by_connection": ("kind", "outcome", "connection_key", "started_at"),
}
_IN = "SELECT value FROM json_each(?)"
# An index of the deletes alone, so that what is in it is one.
_DELETES = f"""
    SELECT attempt_id, of_attempt, outcome FROM attempt INDEXED BY attempt_by_create
    WHERE of_attempt IS NOT NULL AND +attempt_id IN ({_IN})
"""  # noqa: S608 - values are bound
_CONNECTION = "SELECT connection_id, name, service_address, user_id FROM connection WHERE connection_key = ?"


# From each key to the next one along the index, so that a million attempts are not read.
_LOST_CONNECTIONS = """
    WITH RECURSIVE used (key) AS (
        SELECT min(connection_key) FROM attempt
        UNION ALL SELECT (SELECT min(connection_key) FROM attempt WHERE connection_key > key)
        FROM used WHERE key IS NOT NULL
    )
    SELECT key FROM used WHERE typeof(key) = 'integer' AND key NOT IN (SELECT connection_key FROM connection)
"""
_UNKNOWN_CONNECTION = Message("Unknown connection")


def add_lost_connections(connection: sqlite3.Connection) -> None:
    """Give a row to every connection that attempts name and that is gone, as rows are ordered by connections.

    Args:
        connection: May write, in autocommit mode.

    Raises:
        sqlite3.Error: When the file cannot be written.
    """
    for (key,) in list(readable(connection.execute, _LOST_CONNECTIONS)):
        connection.execute(
            "INSERT OR IGNORE INTO connection VALUES (?, ?, ?, '', '')",
            (key, f"unknown-{key}", str(_UNKNOWN_CONNECTION)),
        )


def attempts(connection: sqlite3.Connection, attempt_ids: Sequence[int]) -> dict[int, Row]:
    """Return what the indexes and the requests still know of attempts that the table does not give back.

    Args:
        connection: Inside a transaction.
        attempt_ids: Which ones; each index is read through once for all of them.

    Returns:
        By number, a value for each column of `koodrive.journal.rows` that is no long text. A number that nothing knows
        is left out.
    """
    found = columns(connection, attempt_ids)
    return {attempt_id: _completed(connection, attempt_id, row) for attempt_id, row in found.items()}


def columns(connection: sqlite3.Connection, attempt_ids: Sequence[int]) -> dict[int, Row]:
    """Return the columns of the table that its indexes still know, likewise by number.

    Args:
        connection: Inside a transaction.
        attempt_ids: Which ones.
    """
    wanted = json.dumps(list(attempt_ids))
    found: dict[int, Row] = {}
    for index, names in _INDEXES.items():
        statement = f"SELECT attempt_id, {', '.join(names)} FROM attempt INDEXED BY {index} WHERE +attempt_id IN ({_IN})"  # noqa: S608, E501 - constants
        for attempt_id, *values in readable(connection.execute, statement, wanted):
            row = found.setdefault(attempt_id, {})
            for name, value in zip(names, values, strict=True):
                row.setdefault(name, value)
    for attempt_id, of_attempt, outcome in readable(connection.execute, _DELETES, wanted):
        row = found.setdefault(attempt_id, {})
        row.setdefault("outcome", outcome)
        row |= {"of_attempt": of_attempt, "action": str(Action.DELETE)}
    for attempt_id in attempt_ids:
        if attempt_id not in found and exchange(connection, attempt_id)["body"] is not None:
            found[attempt_id] = {}
    return found


def exchange(connection: sqlite3.Connection, attempt_id: int) -> Row:
    """Return what can be read of the long texts of one attempt; its note says that it is damaged.

    Args:
        connection: Inside a transaction.
        attempt_id: Its number.
    """
    row: Row = dict.fromkeys(_LONG)
    for column in _LONG:
        statement = f"SELECT {column} FROM exchange WHERE attempt_id = ?"  # noqa: S608 - constants
        for (value,) in readable(connection.execute, statement, attempt_id):
            row[column] = value
    known = stored_message(row["note"], row["note_data"])
    return row | message_columns(note=sentences(known, NOTE) if known else NOTE)


def readable(execute: Any, statement: str, *values: object) -> Iterable[tuple[Any, ...]]:
    """Yield the rows of a statement as far as they can be read.

    Args:
        execute: That of a connection.
        statement: What to read.
        values: What stands for its places.
    """
    with suppress(sqlite3.DatabaseError):
        yield from execute(statement, values)


def _completed(connection: sqlite3.Connection, attempt_id: int, row: Row) -> Row:
    key = row.pop("connection_key", None)
    whole: Row = {"attempt_id": attempt_id, **_EMPTY, **row}
    for values in readable(connection.execute, _CONNECTION, key):
        whole.update(
            zip(("connection_id", "connection_name", "service_address", "user_id"), values, strict=True)
        )
    return whole
