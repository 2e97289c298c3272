"""Rows of the database as the values that the journal gives out, also where the file is damaged.

A row that its table does not give back is put together from what else holds parts of it
(`koodrive.journal.recovery.rescue`), so that every attempt that is asked for and known of is there.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from koodrive.journal.attempts.stored_messages import MESSAGE_COLUMNS, with_messages
from koodrive.journal.attempts.undone import undone_by
from koodrive.journal.encoding import decoded, moment_of
from koodrive.journal.errors import is_damage
from koodrive.journal.records import Attempt, AttemptRow
from koodrive.journal.recovery import rescue
from koodrive.models import Action, OutcomeKind, RequestKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from enum import StrEnum

    Row = dict[str, Any]

_LIGHT = """
    SELECT a.attempt_id, a.kind, a.name, a.outcome, a.result_id, c.connection_id, c.name AS connection_name,
        a.started_at, a.action, a.of_attempt
"""
_SMALL = f"""
    {_LIGHT}, a.settled_at, a.trace_id, c.service_address, c.user_id, a.file_id, a.group_id, a.tenant_id,
        a.creator, a.create_time, a.status, a.code, a.followed_up AS is_followed_up
"""
_LONG = f", e.body, e.answer, {MESSAGE_COLUMNS}"
# A connection or a request that is gone takes no attempt with it.
_FROM = "FROM attempt a LEFT JOIN connection c ON c.connection_key = a.connection_key"
_FROM_ALL = f"{_FROM} LEFT JOIN exchange e ON e.attempt_id = a.attempt_id"
_AT_ONCE = 500
"""Rows that are asked for in one statement."""

_NUMBERS = frozenset({"attempt_id", "status", "started_at", "settled_at", "of_attempt"})
_NEEDED = frozenset(
    {"kind", "outcome", "connection_id", "connection_name", "trace_id", "service_address"}
) | {
    "user_id",
    "body",
    "action",
}
"""Texts that are always there, if only as an empty one."""

_EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)


def light_rows(connection: sqlite3.Connection, attempt_ids: Sequence[int]) -> list[AttemptRow]:
    """Return the rows of `attempt_ids`, in that order."""
    found = _fetched(connection, f"{_LIGHT} {_FROM}", attempt_ids)
    for attempt_id, row in _rescued(connection, found, attempt_ids).items():
        found[attempt_id] = {name: row[name] for name in rescue.LIGHT}
    undone = _undone(connection, attempt_ids)
    return [
        AttemptRow(**_shared(found[attempt_id]), **undone.get(attempt_id, {}))
        for attempt_id in attempt_ids
        if attempt_id in found
    ]


def full_rows(connection: sqlite3.Connection, attempt_ids: Sequence[int]) -> list[Attempt]:
    """Return everything about `attempt_ids`, in that order; an ID that nothing is known of is left out."""
    found = _fetched(connection, f"{_SMALL} {_LONG} {_FROM_ALL}", attempt_ids)
    missing = [attempt_id for attempt_id in attempt_ids if attempt_id not in found]
    if missing:
        # Where only the long texts are damaged, everything else is there.
        found.update(_fetched(connection, f"{_SMALL} {_FROM}", missing))
        found.update(_rescued(connection, found, missing))
        for attempt_id in missing:
            if attempt_id in found:
                found[attempt_id] |= rescue.exchange(connection, attempt_id)
    undone = _undone(connection, attempt_ids)
    return [
        _attempt(found[attempt_id], undone.get(attempt_id, {}))
        for attempt_id in attempt_ids
        if attempt_id in found
    ]


def _undone(connection: sqlite3.Connection, attempt_ids: Sequence[int]) -> dict[int, Row]:
    """Return by what and when attempts were taken back; of a damaged file, what can be read of that."""
    try:
        found = undone_by(connection, attempt_ids)
    except sqlite3.DatabaseError as exc:
        if not is_damage(exc):
            raise
        return {}
    return {
        attempt_id: {"undone_by": delete_id, "undone_at": _moment(at)}
        for attempt_id, (delete_id, at) in found.items()
    }


def _fetched(connection: sqlite3.Connection, select: str, attempt_ids: Sequence[int]) -> dict[int, Row]:
    """Return those of `attempt_ids` that can be read, by number."""
    found: dict[int, Row] = {}
    for start in range(0, len(attempt_ids), _AT_ONCE):
        some = attempt_ids[start : start + _AT_ONCE]
        try:
            found.update(_select(connection, select, some))
        except sqlite3.DatabaseError as exc:
            if not is_damage(exc):
                raise
            for attempt_id in some:
                with suppress(sqlite3.DatabaseError):
                    found.update(_select(connection, select, [attempt_id]))
    return found


def _select(connection: sqlite3.Connection, select: str, attempt_ids: Sequence[int]) -> dict[int, Row]:
    cursor = connection.execute(
        f"{select} WHERE a.attempt_id IN ({', '.join('?' * len(attempt_ids))})", attempt_ids
    )
    columns = [column[0] for column in cursor.description]
    return {values[0]: dict(zip(columns, values, strict=True)) for values in cursor}


def _rescued(
    connection: sqlite3.Connection, found: dict[int, Row], attempt_ids: Sequence[int]
) -> dict[int, Row]:
    missing = [attempt_id for attempt_id in attempt_ids if attempt_id not in found]
    return rescue.attempts(connection, missing) if missing else {}


def _shared(row: Row) -> Row:
    sound = {name: _sound(name, value) for name, value in row.items()}
    return {
        **sound,
        "kind": _known(RequestKind, sound["kind"]),
        "outcome": _known(OutcomeKind, sound["outcome"]),
        "action": _known(Action, sound["action"]),
        "started_at": _moment(sound["started_at"]) or _EARLIEST,
    }


def _attempt(row: Row, undone: Row) -> Attempt:
    changed = {
        "settled_at": _moment(_sound("settled_at", row["settled_at"])),
        "is_followed_up": bool(row["is_followed_up"]),
    }
    return Attempt(**with_messages({**_shared(row), **changed, **undone}))


def _sound(name: str, value: object) -> Any:
    """Return what a column may hold, made of what it does hold: a flipped bit turns text into bytes or a number."""
    if name in _NUMBERS:
        return value if isinstance(value, int) else None
    if value is None:
        return "" if name in _NEEDED else None
    return decoded(value)


def _moment(stored: object) -> datetime | None:
    if not isinstance(stored, int):
        return None
    try:
        return moment_of(stored)
    except OverflowError:
        return None


def _known(words: type[StrEnum], word: str) -> StrEnum | str:
    """Return the member of `words`, or the word itself when a newer KooDesk has more of them."""
    try:
        return words(word)
    except ValueError:
        return word
