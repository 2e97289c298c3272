"""Copies the readable rows of a damaged history that was put aside into the new one."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from koodrive.journal import search_index
from koodrive.journal.connection import all_at_once
from koodrive.journal.filters import Filter
from koodrive.journal.recovery import intact_rows, rescue

if TYPE_CHECKING:
    from collections.abc import Sequence

_NEEDED = {"kind": "", "outcome": "unknown", "connection_key": 0, "started_at": 0, "trace_id": "", "body": ""}
"""Replacements for lost values of NOT NULL columns."""

_OWN = ("attempt", "exchange", "folded_name", "unfolded")
"""Tables that are not copied as they are."""


def copy_rows(damaged: sqlite3.Connection, new: sqlite3.Connection) -> tuple[int, int]:
    """Copy every attempt of a damaged history, or what is left of it, with its number.

    Args:
        damaged: May only read.
        new: May write, in autocommit mode; its history is empty and of the same version.

    Returns:
        Number of copied attempts, and number of those copied in part.

    Raises:
        sqlite3.Error: When the new file cannot be written, or nothing can be read of the old one; the new one is empty.
    """
    tables = _columns_of(new)
    _prepare(damaged, tables)
    with all_at_once(new):
        for table, columns in tables.items():
            if table not in _OWN:
                _copy(table, columns, damaged, new)
        # Once each: in a damaged page, a number may be that of another attempt.
        whole = list(dict.fromkeys(intact_rows.in_table(damaged, Filter())))
        lost = rescue.columns(damaged, intact_rows.lost(damaged))
        partly = set(lost)
        for attempt_id in whole:
            row = _row(damaged, "attempt", tables["attempt"], attempt_id)
            if row is None:
                partly.add(attempt_id)
            _insert(new, "attempt", row or {"attempt_id": attempt_id})
        for attempt_id, known in lost.items():
            _insert(new, "attempt", {**known, "attempt_id": attempt_id})
        for attempt_id in [*whole, *lost]:
            row = _row(damaged, "exchange", tables["exchange"], attempt_id)
            if row is None or attempt_id in partly:
                partly.add(attempt_id)
                known = rescue.exchange(damaged, attempt_id) | {"attempt_id": attempt_id}
                row = {name: known[name] for name in tables["exchange"]}
            _insert(new, "exchange", row)
        if "folded_name" in tables:
            for attempt_id, name in new.execute("SELECT attempt_id, name FROM attempt").fetchall():
                search_index.add_folded_name(new, attempt_id, name)
        _copy_sequence(damaged, new)
    return len(whole) + len(lost), len(partly)


def _columns_of(new: sqlite3.Connection) -> dict[str, list[str]]:
    """Return the tables of a new history that hold something, and their columns."""
    found = new.execute(
        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' "
        "AND m.name NOT GLOB 'sqlite_*' AND m.name NOT GLOB 'attempt_search*'"
    )
    columns: dict[str, list[str]] = {}
    for table, column in found:
        columns.setdefault(table, []).append(column)
    return columns


def _prepare(damaged: sqlite3.Connection, tables: dict[str, list[str]]) -> None:
    """Let a file be read whose end or whose tables are missing."""
    # With it, SQLite reads a file that is shorter than its header says, and passes over a schema that it cannot read.
    damaged.execute("PRAGMA writable_schema = ON")
    found = {name for (name,) in damaged.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table in {"attempt", "exchange"} - found:
        others = [column for column in tables[table] if column != "attempt_id"]
        damaged.execute(f"CREATE TEMP TABLE {table} (attempt_id INTEGER PRIMARY KEY, {', '.join(others)})")


def _row(
    damaged: sqlite3.Connection, table: str, columns: Sequence[str], attempt_id: int
) -> dict[str, object] | None:
    statement = f"SELECT {', '.join(columns)} FROM {table} NOT INDEXED WHERE attempt_id = ?"  # noqa: S608 - our own names
    for values in rescue.readable(damaged.execute, statement, attempt_id):
        return dict(zip(columns, values, strict=True))
    return None


def _insert(new: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    known = {column: value for column, value in row.items() if value is not None}
    needed = ("body",) if table == "exchange" else tuple(name for name in _NEEDED if name != "body")
    values = {**{name: _NEEDED[name] for name in needed}, **known}
    statement = f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})"  # noqa: S608 - our own names
    try:
        new.execute(statement, list(values.values()))
    except sqlite3.IntegrityError:
        if "is_repeat" not in values or values["is_repeat"] == 1:
            raise
        # Two open attempts of one request: none of them may be left out.
        _insert(new, table, {**row, "is_repeat": 1})


def _copy(table: str, columns: Sequence[str], damaged: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Copy the rows of a table as far as they can be read."""
    names = ", ".join(columns)
    statement = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608 - our own names
    for row in rescue.readable(damaged.execute, f"SELECT {names} FROM {table}"):  # noqa: S608 - our own names
        new.execute(statement, row)


def _copy_sequence(damaged: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Make sure that the number of an attempt is never used again."""
    for (highest,) in rescue.readable(
        damaged.execute, "SELECT seq FROM sqlite_sequence WHERE name = 'attempt'"
    ):
        if isinstance(highest, int) and highest <= intact_rows.MOST:
            new.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'attempt'", (highest,))
