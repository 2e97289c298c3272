"""The intent of a delete that takes a create back: what has to be true of the create as it is written.

The conditions and the row are one transaction, and the fingerprint of the object is in the index of the open attempts:
of two windows or programs that take the same back at once, one is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from koodrive.errors import JournalError
from koodrive.journal.attempts.intents import ADD_CONNECTION, add_exchange
from koodrive.journal.attempts.undone import undone_by
from koodrive.journal.duplicates import find_open_duplicate
from koodrive.journal.encoding import fingerprint_of, place_of
from koodrive.journal.errors import Operation
from koodrive.messages import Message
from koodrive.models import Action, OutcomeKind

if TYPE_CHECKING:
    import sqlite3

    from koodrive.models import Connection

_CREATE = """
    SELECT a.action, a.outcome, a.kind, a.name, a.result_id, a.file_id, a.group_id, c.service_address, c.user_id
    FROM attempt a JOIN connection c USING (connection_key) WHERE a.attempt_id = ?
"""
_COLUMNS = (
    "action",
    "outcome",
    "kind",
    "name",
    "result_id",
    "file_id",
    "group_id",
    "service_address",
    "user_id",
)
_ADD_DELETE = """
    INSERT INTO attempt
        (action, of_attempt, kind, name, outcome, connection_key, started_at, served_at, trace_id, result_id,
        related_ids, fingerprint, process)
    SELECT 'delete', :of_attempt, :kind, :name, 'sending', connection_key, :started_at, :served_at, :trace_id,
        :result_id, :related_ids, :fingerprint, :process
    FROM connection
    WHERE connection_id = :connection_id AND name = :connection_name
        AND service_address = :service_address AND user_id = :user_id
"""


class NotUndoableError(JournalError):
    """Raised when an attempt has created nothing that can be taken back with this connection; nothing was written."""


class TakenBackError(NotUndoableError):
    """Raised when it was taken back already.

    Args:
        attempt_id: The delete.
    """

    def __init__(self, attempt_id: int) -> None:
        super().__init__(
            Message("It was taken back already"),
            Message("Nothing was sent. Entry {number} has deleted it.", number=attempt_id),
        )
        self.attempt_id = attempt_id


class UndoUnderWayError(NotUndoableError):
    """Raised when a delete of the same object is under way, or its answer was lost.

    Args:
        attempt_id: That delete.
    """

    def __init__(self, attempt_id: int) -> None:
        super().__init__(
            Message("It is being taken back already"),
            Message(
                "Nothing was sent. Entry {number} deletes it right now, or its answer was lost. Find out first what"
                " became of that.",
                number=attempt_id,
            ),
        )
        self.attempt_id = attempt_id


def add_delete(
    database: sqlite3.Connection, of_attempt: int, connection: Connection, values: dict[str, object]
) -> int:
    """Write the intent of a delete, and return its number.

    Args:
        database: Inside a transaction that writes.
        of_attempt: The create.
        connection: Service address and user to send as.
        values: From `koodrive.journal.attempts.intents.intent_values`.

    Raises:
        NotUndoableError: When that cannot be taken back; nothing was written.
    """
    made = _created(database, of_attempt, connection)
    address, kind, object_id = str(made["service_address"]), str(made["kind"]), str(made["result_id"])
    fingerprint = fingerprint_of(f"{Action.DELETE} {kind}", address, str(made["user_id"]), object_id)
    if (open_id := find_open_duplicate(database, fingerprint)) is not None:
        raise UndoUnderWayError(open_id)
    row = {
        **values,
        **{name: made[name] for name in ("kind", "name", "result_id")},
        "of_attempt": of_attempt,
        # The other IDs of a shared folder find its delete, too.
        "related_ids": " ".join(str(made[name]) for name in ("file_id", "group_id") if made[name]) or None,
        "fingerprint": fingerprint,
    }
    database.execute(ADD_CONNECTION, row)
    database.execute(_ADD_DELETE, row)
    return add_exchange(database, row)


def _created(database: sqlite3.Connection, attempt_id: int, connection: Connection) -> dict[str, Any]:
    """Return what is known of a create that can be taken back."""
    row = database.execute(_CREATE, (attempt_id,)).fetchone()
    if row is None:
        raise NotUndoableError(
            Operation.WRITING.value, Message("Entry {number} is not in it.", number=attempt_id)
        )
    made = dict(zip(_COLUMNS, row, strict=True))
    if made["action"] != Action.CREATE or made["outcome"] != OutcomeKind.CREATED or not made["result_id"]:
        raise NotUndoableError(
            Message("There is nothing to take back"),
            Message(
                "Nothing was sent. Entry {number} has created nothing, or that is not known yet.",
                number=attempt_id,
            ),
        )
    place = place_of(connection)
    if any(made[name] != place[name] for name in place):
        raise NotUndoableError(
            Message("It belongs to another service or user"),
            Message(
                "Nothing was sent. Entry {number} was created at {address} as the user {user}. Use a connection for"
                " that.",
                number=attempt_id,
                address=made["service_address"],
                user=made["user_id"],
            ),
        )
    if (deleted := undone_by(database, [attempt_id]).get(attempt_id)) is not None:
        raise TakenBackError(deleted[0])
    return made
