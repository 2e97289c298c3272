"""Selects the rows of a query in a damaged file: all that can be read around the damage."""

from __future__ import annotations

import sqlite3
from array import array
from contextlib import suppress
from typing import TYPE_CHECKING

from koodrive.core.characters import is_found
from koodrive.journal.encoding import milliseconds
from koodrive.journal.errors import is_damage
from koodrive.journal.filters import Filter
from koodrive.journal.keyset import keyset_ids
from koodrive.journal.recovery import rescue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from koodrive.journal.records import HistoryQuery

_HIGHEST = (
    "SELECT max(attempt_id) FROM exchange",
    "SELECT max(attempt_id) FROM attempt NOT INDEXED",
    "SELECT max(attempt_id) FROM attempt INDEXED BY attempt_by_time",
    "SELECT seq FROM sqlite_sequence WHERE name = 'attempt'",
)
MOST = 10**8
"""Attempts; a higher number in a damaged file is part of the damage."""

_KNOWN = (
    "SELECT attempt_id FROM attempt INDEXED BY attempt_by_time",
    "SELECT attempt_id FROM attempt INDEXED BY attempt_by_name",
)


def selected(query: HistoryQuery, chosen: Filter, connection: sqlite3.Connection) -> array[int]:
    """Return the attempt IDs of `query` in its order, or in that of their numbers where its index is damaged.

    Args:
        query: What is wanted.
        chosen: The condition of `query`.
        connection: Inside a transaction.

    Raises:
        sqlite3.Error: When it is not damage that keeps the file from being read.
    """
    wanted = set(in_table(connection, chosen))
    wanted.update(_rescued(query, connection))
    everything = Filter()
    try:
        return array("q", (row for (row,) in keyset_ids(connection, query, everything) if row in wanted))
    except sqlite3.DatabaseError as exc:
        if not is_damage(exc):
            raise
        return array("q", sorted(wanted, reverse=query.descending))


def in_table(connection: sqlite3.Connection, chosen: Filter) -> Iterator[int]:
    """Yield the IDs of all attempts that their table gives back and for which a condition holds, as they rise.

    Args:
        connection: Inside a transaction.
        chosen: The condition.

    Raises:
        sqlite3.Error: When it is not damage that keeps the file from being read.
    """
    condition = f"AND ({chosen.condition})" if chosen.condition else ""
    # NOT INDEXED: along the rowid, which is the only way that can leave a range out.
    statement = f"SELECT a.attempt_id FROM attempt a NOT INDEXED WHERE a.attempt_id BETWEEN :first AND :last {condition}"  # noqa: S608, E501 - values are bound
    return _readable(connection, statement, chosen.values)


def lost(connection: sqlite3.Connection) -> list[int]:
    """Return the attempts that an index or a request knows and the table does not give back, as they rise.

    Args:
        connection: Inside a transaction.
    """
    requests = "SELECT attempt_id FROM exchange WHERE attempt_id BETWEEN :first AND :last"
    known = set(_readable(connection, requests, {}))
    for statement in _KNOWN:
        with suppress(sqlite3.DatabaseError):
            known.update(number for (number,) in connection.execute(statement))
    known.difference_update(in_table(connection, Filter()))
    return sorted(known)


def _readable(connection: sqlite3.Connection, statement: str, values: dict[str, object]) -> Iterator[int]:
    """Yield what a statement selects in all ranges that can be read."""
    try:
        # Where the way to no row at all is damaged, every range is, and there are too many to try them.
        connection.execute(statement, {**values, "first": -1, "last": -1}).fetchall()
    except sqlite3.DatabaseError as exc:
        if not is_damage(exc):
            raise
        return
    yield from _in_range(connection, statement, values, 0, _highest_id(connection))


def _highest_id(connection: sqlite3.Connection) -> int:
    highest = [0]
    for statement in _HIGHEST:
        with suppress(sqlite3.DatabaseError):
            highest += [number for (number,) in connection.execute(statement) if isinstance(number, int)]
    return max(number for number in highest if number <= MOST)


def _in_range(
    connection: sqlite3.Connection, statement: str, values: dict[str, object], first: int, last: int
) -> Iterator[int]:
    """Yield what a statement selects in a range; where it fails, what it selects in each half."""
    if first == last:
        # With BETWEEN, SQLite would come upon the damage behind this row on its way to the next one.
        statement = statement.replace("BETWEEN :first AND :last", "= :first")
    try:
        rows = connection.execute(statement, {**values, "first": first, "last": last}).fetchall()
    except sqlite3.DatabaseError as exc:
        if not is_damage(exc):
            raise
        if first < last:
            middle = (first + last) // 2
            yield from _in_range(connection, statement, values, first, middle)
            yield from _in_range(connection, statement, values, middle + 1, last)
        return
    yield from (number for (number,) in rows)


def _rescued(query: HistoryQuery, connection: sqlite3.Connection) -> list[int]:
    """Return those of the attempts that the table does not give back which are wanted, by what is known of them."""
    missing = lost(connection)
    rows = rescue.attempts(connection, missing) if missing else {}
    return [attempt_id for attempt_id, row in rows.items() if _is_wanted(query, row)]


def _is_wanted(query: HistoryQuery, row: rescue.Row) -> bool:
    started_at = row["started_at"] if isinstance(row["started_at"], int) else 0
    values = ("name", "result_id", "connection_name", "user_id")
    return (
        (not query.kinds or row["kind"] in query.kinds)
        and (not query.outcomes or row["outcome"] in query.outcomes)
        and (not query.connection_ids or row["connection_id"] in query.connection_ids)
        and (not query.actions or row["action"] in query.actions)
        # Whether it was taken back is not known of it.
        and not query.is_undone
        and (query.since is None or started_at >= milliseconds(query.since))
        and (query.until is None or started_at < milliseconds(query.until))
        and (
            not query.text
            or any(is_found(query.text, str(row[name])) for name in values if row[name] is not None)
        )
    )
