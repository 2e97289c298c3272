"""Finds earlier attempts and listed objects that a new request would double, inside the transaction of its intent.

Two programs on one history cannot both pass: SQLite gives ``BEGIN IMMEDIATE`` to one at a time, and a unique index
lets one fingerprint have one open attempt, unless the user has confirmed another one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from koodrive.journal.attempts.undone import is_undone, taken_back_ids
from koodrive.journal.encoding import milliseconds, place_of, to_db_text
from koodrive.journal.rows import full_rows
from koodrive.journal.service_lists import ListedIds, listed_as

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection
    from datetime import datetime, timedelta

    from koodrive.journal.records import Attempt
    from koodrive.models import Connection, RequestKind

_OPEN_DUPLICATE = """
    SELECT max(attempt_id) FROM attempt WHERE fingerprint = :fingerprint AND outcome IN ('unknown', 'sending')
"""
# The order of the attempts, and no clock, says which one is the latest.
_CREATED_DUPLICATE = f"""
    SELECT attempt_id, coalesce(served_at, started_at), served_at IS NOT NULL FROM attempt a
    WHERE fingerprint = :fingerprint AND outcome = 'created' AND NOT {is_undone("a")}
    ORDER BY attempt_id DESC LIMIT 1
"""  # noqa: S608 - values are bound

# What was followed up and has ended as refused made nothing, as far as is known: the service itself has
# refused none of these. The index by name serves both kinds of names.
_RULED_OUT = """
    SELECT a.attempt_id FROM attempt a JOIN connection c USING (connection_key)
    WHERE {named} AND c.service_address = :service_address AND c.user_id = :user_id
    AND a.started_at >= :since AND +a.outcome = 'refused' AND a.followed_up AND a.of_attempt IS NULL
    ORDER BY a.attempt_id
"""
_RULED_OUT_NAMED = _RULED_OUT.format(named="a.name = :name COLLATE NOCASE AND a.name = :name")
_RULED_OUT_UNNAMED = _RULED_OUT.format(named="a.name IS NULL")


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Earlier attempts and listed objects that a new request may double."""

    attempt: Attempt | None
    """The latest attempt with the same fingerprint: an open one, or else one that was created a moment ago."""
    listed: ListedIds
    """Objects of the same name in the service's list."""
    ruled_out_attempts: tuple[Attempt, ...]
    """Attempts of the same name that were ``unknown`` and then found to have made nothing, oldest first."""
    taken_back: frozenset[str] = frozenset()
    """IDs of that name that were taken back, though a list that is late may show them still."""


@dataclass(frozen=True, slots=True)
class DuplicateCheck:
    """Parameters of the duplicate check of one request."""

    list_name: str
    """The list that shows what the request makes, see `koodrive.api.serialization.list_name`."""
    moments: tuple[datetime, ...]
    """The service's time, as well as it is known; several where a clock was set since the last answer."""
    recent: timedelta
    """Age up to which a created attempt is "a moment ago"."""
    ruled_out_since: datetime
    """From when on attempts count that were ruled out, by the local clock."""
    begun_lately: Collection[int]
    """Attempts that this process began during `recent`, by a clock that is never set."""
    refuse: Callable[[Duplicates], None]
    """Raises an error to hold the request back; then nothing is written."""
    seen_ids: Collection[str] = ()
    """IDs of that name in the list as it has just been read."""


def find_open_duplicate(database: sqlite3.Connection, fingerprint: str) -> int | None:
    """Return the latest attempt with `fingerprint` that is ``unknown`` or ``sending``."""
    row = database.execute(_OPEN_DUPLICATE, {"fingerprint": fingerprint}).fetchone()
    attempt_id: int | None = row[0]
    return attempt_id


def find_duplicates(
    database: sqlite3.Connection,
    check: DuplicateCheck,
    *,
    connection: Connection,
    kind: RequestKind,
    name: str | None,
    fingerprint: str,
    open_id: int | None,
) -> Duplicates:
    """Return what a new request may double.

    Args:
        database: Inside the transaction that writes the intent.
        check: The parameters of the check.
        connection: Service address and user to send as.
        kind: What the request makes.
        name: The name in the request.
        fingerprint: That of the request.
        open_id: From `find_open_duplicate`.
    """
    attempt_id = open_id or _recent_duplicate(database, check, fingerprint)
    listed = listed_as(database, connection, check.list_name, name) if name else ListedIds((), (), None)
    shown = {*check.seen_ids, *listed.shown, *listed.missing}
    return Duplicates(
        full_rows(database, [attempt_id])[0] if attempt_id else None,
        listed,
        tuple(find_ruled_out(database, connection, name, check.ruled_out_since)),
        frozenset(taken_back_ids(database, connection.service_address, kind, shown)),
    )


def _recent_duplicate(database: sqlite3.Connection, check: DuplicateCheck, fingerprint: str) -> int | None:
    """Return the latest created attempt with `fingerprint` when it is a moment ago.

    By the service's time, where an answer gave it; else by the clock of this process that is never set, and for
    attempts of other processes by the local clock. A time in the future bars a name no longer than one in the past.
    """
    row = database.execute(_CREATED_DUPLICATE, {"fingerprint": fingerprint}).fetchone()
    if row is None:
        return None
    attempt_id, began, is_service_time = row
    distance = min(abs(milliseconds(moment) - began) for moment in check.moments)
    is_recent = distance <= round(check.recent.total_seconds() * 1000) or (
        not is_service_time and attempt_id in check.begun_lately
    )
    return attempt_id if is_recent else None


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
