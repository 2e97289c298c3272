"""Rows of the database as the values that the journal gives out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from koodrive.journal.records import Attempt, AttemptRow
from koodrive.journal.texts import moment_of
from koodrive.models import OutcomeKind, RequestKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from enum import StrEnum

_LIGHT = """
    SELECT a.attempt_id, a.kind, a.name, a.outcome, a.result_id, c.connection_id, c.name AS connection_name,
        a.started_at
"""
_FULL = f"""
    {_LIGHT}, a.settled_at, a.trace_id, c.service_address, c.user_id, a.file_id, a.group_id, a.tenant_id,
        a.creator, a.create_time, e.body, e.answer, a.status, a.code, e.title, e.message, e.note,
        a.followed_up AS is_followed_up
"""
_FROM = "FROM attempt a JOIN connection c USING (connection_key)"
_FROM_ALL = f"{_FROM} JOIN exchange e USING (attempt_id)"
_AT_ONCE = 500
"""Rows that are asked for in one statement."""


def light_rows(connection: sqlite3.Connection, attempt_ids: Sequence[int]) -> list[AttemptRow]:
    """Return the rows of `attempt_ids`, in that order."""
    return [AttemptRow(**_shared(row)) for row in _fetched(connection, f"{_LIGHT} {_FROM}", attempt_ids)]


def full_rows(connection: sqlite3.Connection, attempt_ids: Sequence[int]) -> list[Attempt]:
    """Return everything about `attempt_ids`, in that order; an ID that is not there is left out."""
    return [_attempt(row) for row in _fetched(connection, f"{_FULL} {_FROM_ALL}", attempt_ids)]


def _fetched(connection: sqlite3.Connection, select: str, attempt_ids: Sequence[int]) -> list[dict[str, Any]]:
    found: dict[int, dict[str, Any]] = {}
    for start in range(0, len(attempt_ids), _AT_ONCE):
        some = attempt_ids[start : start + _AT_ONCE]
        cursor = connection.execute(f"{select} WHERE a.attempt_id IN ({', '.join('?' * len(some))})", some)
        columns = [column[0] for column in cursor.description]
        for values in cursor:
            found[values[0]] = dict(zip(columns, values, strict=True))
    return [found[attempt_id] for attempt_id in attempt_ids if attempt_id in found]


def _shared(row: dict[str, Any]) -> dict[str, Any]:
    return {
        **row,
        "kind": _known(RequestKind, row["kind"]),
        "outcome": _known(OutcomeKind, row["outcome"]),
        "started_at": moment_of(row["started_at"]),
    }


def _attempt(row: dict[str, Any]) -> Attempt:
    settled_at = row["settled_at"]
    changed = {
        "settled_at": None if settled_at is None else moment_of(settled_at),
        "is_followed_up": bool(row["is_followed_up"]),
    }
    return Attempt(**{**_shared(row), **changed})


def _known(words: type[StrEnum], word: str) -> StrEnum | str:
    """Return the member of `words`, or the word itself when a newer KooDesk has more of them."""
    try:
        return words(word)
    except ValueError:
        return word
