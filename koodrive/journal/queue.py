"""The table of requests that wait for their turn: pressed, not begun, and kept over restarts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from koodrive.journal.encoding import milliseconds, moment_of, place_of, to_db_text

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from koodrive.journal.connection import DatabaseConnection
    from koodrive.models import Connection, RequestKind

_ADD = """
    INSERT INTO queued (kind, body, connection_id, connection_name, service_address, user_id, queued_at)
    VALUES (:kind, :body, :connection_id, :connection_name, :service_address, :user_id, :queued_at)
    RETURNING queued_id
"""
_REMOVE = "DELETE FROM queued WHERE queued_id = ?"
_ALL = """
    SELECT queued_id, kind, body, connection_id, connection_name, service_address, user_id, queued_at
    FROM queued ORDER BY queued_id
"""


@dataclass(frozen=True, slots=True)
class QueuedRequest:
    """A request in the queue."""

    queued_id: int
    kind: str
    """A `RequestKind`, or the kind of a newer KooDesk."""
    body: str
    """The JSON text of the request."""
    connection_id: str
    connection_name: str
    service_address: str
    user_id: str
    queued_at: datetime
    """UTC, to the millisecond."""


class QueueTable:
    """Table of the requests that the user has asked for and that have not begun yet.

    A request leaves it in the transaction in which its attempt begins (`AttemptTable.begin`).

    Args:
        writer: The connection that writes; it raises `JournalError` where the history is read-only.
    """

    def __init__(self, writer: DatabaseConnection) -> None:
        self._writer = writer

    def add(self, kind: RequestKind, body: str, connection: Connection, queued_at: datetime) -> int:
        """Append a request.

        Args:
            kind: Which of the two creates it is.
            body: JSON text of the request.
            connection: Service address and user to send as.
            queued_at: When the user has asked for it; with a time zone.

        Returns:
            Its number, which no other request ever has.

        Raises:
            JournalError: When it could not be written.
        """
        values = {
            "kind": kind,
            "body": to_db_text(body),
            "connection_id": to_db_text(connection.connection_id),
            "connection_name": to_db_text(str(connection.name)),
            **place_of(connection),
            "queued_at": milliseconds(queued_at),
        }
        with self._writer.transaction() as database:
            queued_id: int = database.execute(_ADD, values).fetchone()[0]
        return queued_id

    def remove(self, queued_id: int) -> None:
        """Remove a request, if it is there.

        Raises:
            JournalError: When that could not be written.
        """
        with self._writer.transaction() as database:
            leave_queue(database, queued_id)

    def requests(self) -> list[QueuedRequest]:
        """Return all requests, the first in the queue first.

        Raises:
            JournalError: When the history cannot be used.
        """
        with self._writer.transaction() as database:
            rows = database.execute(_ALL).fetchall()
        return [
            QueuedRequest(number, kind, body, connection_id, name, address, user_id, moment_of(at))
            for number, kind, body, connection_id, name, address, user_id, at in rows
        ]


def leave_queue(database: sqlite3.Connection, queued_id: int | None) -> None:
    """Remove a request within a transaction of the caller; None removes nothing."""
    if queued_id is not None:
        database.execute(_REMOVE, (queued_id,))
