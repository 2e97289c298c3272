"""What can be read of a damaged history that was put aside, taken over into the new one."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

from koodrive.journal import around_damage, folded_names, rescue
from koodrive.journal.filters import Filter
from koodrive.journal.transactions import all_at_once

if TYPE_CHECKING:
    from collections.abc import Sequence

_ATTEMPT = (
    *("attempt_id", "kind", "name", "outcome", "connection_key", "started_at", "settled_at", "trace_id"),
    *(
        "result_id",
        "file_id",
        "group_id",
        "tenant_id",
        "creator",
        "create_time",
        "related_ids",
        "status",
        "code",
    ),
)
_NEEDED = {"kind": "", "outcome": "unknown", "connection_key": 0, "started_at": 0, "trace_id": "", "body": ""}
"""What stands for a value that the tables demand and that is gone."""

_EXCHANGE = ("attempt_id", "body", "answer", "title", "message", "note")
_OTHERS = {
    "connection": 5,
    "list": 4,
    "list_reading": 3,
    "list_object": 4,
    "kept_answer": 5,
    "object_name": 3,
}
"""The other tables, and how many columns they have."""


def take_over(damaged: sqlite3.Connection, new: sqlite3.Connection) -> tuple[int, int]:
    """Copy every attempt of a damaged history, or what is left of it, with its number.

    Args:
        damaged: May only read.
        new: May write, in autocommit mode; its history is empty.

    Returns:
        How many attempts were copied, and how many of them in part.

    Raises:
        sqlite3.Error: When the new file cannot be written, or nothing can be read of the old one; the new one is empty.
    """
    _prepare(damaged)
    with all_at_once(new):
        for table, columns in _OTHERS.items():
            _copy(table, columns, damaged, new)
        whole = list(around_damage.in_table(damaged, Filter()))
        lost = rescue.columns(damaged, around_damage.lost(damaged))
        partly = set(lost)
        for attempt_id in whole:
            row = _row(damaged, "attempt", _ATTEMPT, attempt_id)
            _insert(new, "attempt", _ATTEMPT, row)
        for attempt_id, known in lost.items():
            _insert(new, "attempt", _ATTEMPT, {**known, "attempt_id": attempt_id})
        for attempt_id in [*whole, *lost]:
            row = _row(damaged, "exchange", _EXCHANGE, attempt_id)
            if row is None or attempt_id in lost:
                partly.add(attempt_id)
                row = rescue.exchange(damaged, attempt_id) | {"attempt_id": attempt_id}
            _insert(new, "exchange", _EXCHANGE, row)
        for attempt_id, name in new.execute("SELECT attempt_id, name FROM attempt").fetchall():
            folded_names.add(new, attempt_id, name)
        _keep_numbers(damaged, new)
    rescue.add_lost_connections(new)
    return len(whole) + len(lost), len(partly)


def _prepare(damaged: sqlite3.Connection) -> None:
    """Let a file be read whose end or whose tables are missing."""
    # With it, SQLite reads a file that is shorter than its header says, and passes over a schema that it cannot read.
    damaged.execute("PRAGMA writable_schema = ON")
    found = {name for (name,) in damaged.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table, columns in (("attempt", _ATTEMPT), ("exchange", _EXCHANGE)):
        if table not in found:
            damaged.execute(
                f"CREATE TEMP TABLE {table} ({columns[0]} INTEGER PRIMARY KEY, {', '.join(columns[1:])})"
            )


def _row(
    damaged: sqlite3.Connection, table: str, columns: Sequence[str], attempt_id: int
) -> dict[str, object] | None:
    statement = f"SELECT {', '.join(columns)} FROM {table} NOT INDEXED WHERE attempt_id = ?"  # noqa: S608 - constants
    with contextlib.suppress(sqlite3.DatabaseError):
        for values in damaged.execute(statement, (attempt_id,)):
            return dict(zip(columns, values, strict=True))
    return None


def _insert(
    new: sqlite3.Connection, table: str, columns: Sequence[str], row: dict[str, object] | None
) -> None:
    if row is None:
        return
    values = [row.get(column) if row.get(column) is not None else _NEEDED.get(column) for column in columns]
    places = ", ".join("?" * len(columns))
    new.execute(f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({places})", values)  # noqa: S608 - constants


def _copy(table: str, columns: int, damaged: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Copy the rows of a table as far as they can be read."""
    statement = f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * columns)})"  # noqa: S608 - constants
    for row in rescue.readable(damaged.execute, f"SELECT * FROM {table}"):  # noqa: S608 - constants
        new.execute(statement, row)


def _keep_numbers(damaged: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """See to it that no number that was given to an attempt is given to another one."""
    for (highest,) in rescue.readable(
        damaged.execute, "SELECT seq FROM sqlite_sequence WHERE name = 'attempt'"
    ):
        if isinstance(highest, int) and highest <= around_damage.MOST:
            new.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'attempt'", (highest,))
