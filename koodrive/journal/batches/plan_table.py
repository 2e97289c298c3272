"""What the history knows about rows before they are sent: earlier attempts of the same, and names in use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from koodrive.core.characters import visible_form
from koodrive.journal.attempts.undone import has_delete, is_undone, taken_back_ids
from koodrive.journal.encoding import milliseconds, moment_of, place_of, to_db_text

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from koodrive.journal.connection import DatabaseConnection
    from koodrive.models import Connection, RequestKind

_COLUMNS = "SELECT a.attempt_id, a.outcome, a.result_id, a.name, a.started_at FROM attempt a"
_HOLDS_BACK = f"""
    a.of_attempt IS NULL AND (
        a.outcome IN ('unknown', 'sending')
        OR a.outcome = 'created' AND a.started_at >= :since AND NOT {is_undone("a")}
    )
"""
# An open one of whatever age; of those that were created, the latest, but first one whose name is exactly the same.
_SAME = f"""
    {_COLUMNS} WHERE a.fingerprint = :fingerprint AND {_HOLDS_BACK}
    ORDER BY a.outcome = 'created', a.name IS :name DESC, a.attempt_id DESC LIMIT 1
"""
_SAME_NAME = f"""
    {_COLUMNS} JOIN connection c USING (connection_key)
    WHERE a.name = :name COLLATE NOCASE AND a.name = :name AND a.kind = :kind
    AND c.service_address = :service_address AND c.user_id = :user_id AND {_HOLDS_BACK}
    ORDER BY a.outcome = 'created', a.attempt_id DESC LIMIT 1
"""
_LISTED = f"""
    SELECT o.object_id FROM list l JOIN list_object o USING (list_key)
    WHERE l.service_address = :service_address AND l.user_id = :user_id AND l.name = :list_name
    AND o.visible_name = :name AND o.missing_since IS NULL AND NOT {has_delete("o.object_id", ["deleted"])}
    ORDER BY o.object_id LIMIT 1
"""  # noqa: S608 - values are bound
_GONE = """
    SELECT o.is_gone FROM list l JOIN list_object o USING (list_key)
    WHERE l.service_address = :service_address AND l.user_id = :user_id AND l.name = :list_name
    AND o.object_id = :object_id
"""


@dataclass(frozen=True, slots=True)
class PlannedRequest:
    """A request that may be sent, as the history is asked about it."""

    kind: str
    name: str | None
    fingerprint: str
    """From `koodrive.journal.encoding.fingerprint_of`."""
    list_name: str
    """The list that shows what it makes, see `koodrive.api.serialization.list_name`."""


@dataclass(frozen=True, slots=True)
class EarlierAttempt:
    """An attempt of the history that a request would double."""

    attempt_id: int
    outcome: str
    """``created``, ``unknown`` or ``sending``."""
    result_id: str | None
    name: str | None
    started_at: datetime
    """UTC, to the millisecond."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the history and the last readings of the lists say about a request."""

    same: EarlierAttempt | None
    """The same request, where names count as they look: an open one, or else the latest that was created."""
    is_same_name: bool
    """Whether the name of `same` is the same in each character."""
    same_name: EarlierAttempt | None
    """Another request of that kind with the same name, likewise."""
    listed_id: str | None
    """An object of that name in the service's list."""
    is_gone: bool
    """Whether what the same request has created counts as removed."""


class PlanTable:
    """Reads what is known about requests that may be sent.

    Args:
        reader: A connection for reading, which nothing long uses.
    """

    def __init__(self, reader: DatabaseConnection) -> None:
        self._reader = reader

    def known(
        self, connection: Connection, requests: Iterable[PlannedRequest], since: datetime
    ) -> list[Knowledge]:
        """Return what is known about each of `requests`, in their order.

        Args:
            connection: Service address and user to send as.
            requests: A few hundred at most: they are asked about at once.
            since: Only what was created since then counts; with a time zone.

        Raises:
            JournalError: When the history cannot be read.
        """
        values = {**place_of(connection), "since": milliseconds(since)}
        with self._reader.snapshot() as database:
            return [_known(database, one, values) for one in requests]

    def taken_back(self, connection: Connection, kind: RequestKind, object_ids: Collection[str]) -> set[str]:
        """Return those of `object_ids` at the service of `connection` that were taken back.

        Raises:
            JournalError: When the history cannot be read.
        """
        with self._reader.exclusive() as database:
            return taken_back_ids(database, connection.service_address, kind, object_ids)


def _known(database: sqlite3.Connection, request: PlannedRequest, values: dict[str, object]) -> Knowledge:
    name = to_db_text(request.name) if request.name else None
    same = _attempt(database, _SAME, {**values, "fingerprint": request.fingerprint, "name": name})
    is_same_name = same is not None and (same.name or None) == name
    if name is None:
        return Knowledge(same, is_same_name, None, None, is_gone=_is_gone(database, request, same, values))
    named = {**values, "name": name, "kind": request.kind}
    same_name = _attempt(database, _SAME_NAME, named)
    listed = {**named, "list_name": request.list_name, "name": visible_form(name)}
    row = database.execute(_LISTED, listed).fetchone()
    return Knowledge(
        same,
        is_same_name,
        None if same is not None and same_name == same else same_name,
        None if row is None else row[0],
        is_gone=_is_gone(database, request, same, values),
    )


def _attempt(
    database: sqlite3.Connection, statement: str, values: dict[str, object]
) -> EarlierAttempt | None:
    row = database.execute(statement, values).fetchone()
    if row is None:
        return None
    attempt_id, outcome, result_id, name, started_at = row
    return EarlierAttempt(attempt_id, outcome, result_id, name, moment_of(started_at))


def _is_gone(
    database: sqlite3.Connection,
    request: PlannedRequest,
    same: EarlierAttempt | None,
    values: dict[str, object],
) -> bool:
    if same is None or same.result_id is None:
        return False
    place = {**values, "list_name": request.list_name, "object_id": same.result_id}
    row = database.execute(_GONE, place).fetchone()
    return row is not None and bool(row[0])
