"""Selects the rows of a query, once for its count and all of its windows.

Few rows are listed in their order, so that every window is a slice. Many rows are only counted: a window of
them is read along the index of its order from the nearer end, which is quick, as windows are small. For the
same reason the first of many rows are found long before all of them are counted.
"""

from __future__ import annotations

import sqlite3
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from koodrive.journal.errors import is_damage
from koodrive.journal.filters import Filter, filter_of, order_of
from koodrive.journal.keyset import first_keyset_ids, keyset_ids
from koodrive.journal.recovery import intact_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from koodrive.journal.records import HistoryQuery

_MOST_LISTED = 50_000
"""Rows; more are walked. Listing as many takes about 40 ms and 400 kB."""

_MOST_PROPOSED = 250_000
"""Attempts that the search index may propose; for more of them, reading all attempts is faster."""

_FEW = 20_000
"""Attempts; to look at as many takes up to 40 ms, so that the first rows are not needed earlier."""

_EVERY = "attempt a"

# Made in a transaction that is always rolled back, so that it is empty at first and gone in the end.
_LIST_TABLE = "CREATE TEMP TABLE listed (attempt_id INTEGER PRIMARY KEY)"


@dataclass(frozen=True, slots=True)
class Selection:
    """The rows that a query selects in one state of the history."""

    query: HistoryQuery
    filter: Filter
    count: int
    listed: array[int] | None
    """All attempt IDs in the order of the query; None when they are too many to list."""

    def rows(self, connection: sqlite3.Connection, first: int, size: int) -> list[int]:
        """Return the attempt IDs of up to `size` rows from place `first` (from 0) in the order of the query.

        Args:
            connection: In the same state of the history as when the rows were selected.
            first: The place of the first row.
            size: How many rows are wanted.
        """
        size = min(size, self.count - first)
        if size <= 0:
            return []
        if self.listed is not None:
            return self.listed[first : first + size].tolist()
        from_end = self.count - first - size
        if first <= from_end:
            return [
                row for (row,) in keyset_ids(connection, self.query, self.filter, size=size, skipped=first)
            ]
        found = keyset_ids(connection, self.query, self.filter, size=size, skipped=from_end, backwards=True)
        return [row for (row,) in found][::-1]

    def all_in_batches(self, connection: sqlite3.Connection, size: int) -> Iterator[list[int]]:
        """Yield the attempt IDs of all rows in the order of the query, `size` at a time.

        Args:
            connection: In the same state of the history as for `rows`; may run other statements meanwhile.
            size: How many IDs a batch has; the last one may have fewer.
        """
        if self.listed is not None:
            for start in range(0, self.count, size):
                yield self.listed[start : start + size].tolist()
            return
        given = array("q")
        try:
            rows = keyset_ids(connection, self.query, self.filter)
            while batch := rows.fetchmany(size):
                given.extend(row for (row,) in batch)
                yield given[-len(batch) :].tolist()
        except sqlite3.DatabaseError as exc:
            if not is_damage(exc):
                raise
            known = set(given)
            rest = [
                row for row in intact_rows.selected(self.query, self.filter, connection) if row not in known
            ]
            for start in range(0, len(rest), size):
                yield rest[start : start + size]


def select_around(query: HistoryQuery, connection: sqlite3.Connection) -> Selection:
    """Work out which rows `query` selects in a damaged file; see `koodrive.journal.recovery.intact_rows`.

    Args:
        query: Filter and order.
        connection: Inside a transaction.

    Raises:
        ValueError: When a time of `query` has no time zone.
    """
    chosen = filter_of(query, connection)
    listed = intact_rows.selected(query, chosen, connection)
    return Selection(query, chosen, len(listed), listed)


def select(query: HistoryQuery, connection: sqlite3.Connection, *, indexed: bool) -> Selection:
    """Work out which rows `query` selects.

    Args:
        query: Filter and order.
        connection: Inside a transaction, which keeps the state of the history.
        indexed: Whether the search index can be used.

    Raises:
        ValueError: When a time of `query` has no time zone.
    """
    chosen = filter_of(query, connection)
    if not chosen.condition:
        return _of_all(query, chosen, connection)
    proposed = _proposed_up_to(_MOST_PROPOSED, chosen, connection, indexed=indexed)
    if proposed <= _MOST_PROPOSED:
        return _of_proposed(proposed, query, chosen, connection)
    return _of_every(query, chosen, connection)


def select_soon(
    query: HistoryQuery, connection: sqlite3.Connection, size: int, *, indexed: bool
) -> Selection | list[int]:
    """Work out which rows `query` selects when that takes some 40 ms at most, or else find the first of them.

    Args:
        query: Filter and order.
        connection: Inside a transaction, which keeps the state of the history.
        size: How many first rows are wanted.
        indexed: Whether the search index can be used.

    Returns:
        The same as `select`, or up to `size` attempt IDs from the start of the order; fewer, or none, when
        no more were found in that time.

    Raises:
        ValueError: When a time of `query` has no time zone.
    """
    chosen = filter_of(query, connection)
    if not chosen.condition:
        return _of_all(query, chosen, connection)
    # Folded names are read one by one: where there are many, that takes longer than the first rows may take.
    has_many_folded = (
        "folded" in chosen.values and _count_up_to(_FEW, connection, "SELECT 1 FROM folded_name") > _FEW
    )
    indexed = indexed and not has_many_folded
    proposed = _proposed_up_to(_FEW, chosen, connection, indexed=indexed)
    if proposed <= _FEW:
        return _of_proposed(proposed, query, chosen, connection)
    if _count_up_to(_FEW, connection, "SELECT 1 FROM attempt") <= _FEW:
        return _of_every(query, chosen, connection)
    found, is_over = first_keyset_ids(connection, query, chosen, size)
    if is_over or len(found) == size:
        return found
    return Selection(query, chosen, len(found), array("q", found))


def _of_all(query: HistoryQuery, chosen: Filter, connection: sqlite3.Connection) -> Selection:
    return Selection(query, chosen, _count(connection, _EVERY, chosen), None)


def _of_proposed(
    proposed: int, query: HistoryQuery, chosen: Filter, connection: sqlite3.Connection
) -> Selection:
    joined = f"({' UNION '.join(chosen.proposals)}) p CROSS JOIN attempt a ON a.attempt_id = p.attempt_id"
    if proposed > _MOST_LISTED:
        count = _count(connection, joined, chosen)
        if count > _MOST_LISTED:
            return Selection(query, chosen, count, None)
    listed = _in_order(connection, joined, query, chosen)
    return Selection(query, chosen, len(listed), listed)


def _of_every(query: HistoryQuery, chosen: Filter, connection: sqlite3.Connection) -> Selection:
    connection.execute(_LIST_TABLE)
    found = connection.execute(
        f"INSERT INTO listed SELECT a.attempt_id FROM {_EVERY} {chosen.where} LIMIT {_MOST_LISTED + 1}",  # noqa: S608 - values are bound
        chosen.values,
    ).rowcount
    if found > _MOST_LISTED:
        return Selection(query, chosen, _count(connection, _EVERY, chosen), None)
    joined = "listed l CROSS JOIN attempt a ON a.attempt_id = l.attempt_id"
    return Selection(query, chosen, found, _in_order(connection, joined, query, Filter()))


def _count(connection: sqlite3.Connection, source: str, chosen: Filter) -> int:
    row = connection.execute(f"SELECT count(*) FROM {source} {chosen.where}", chosen.values).fetchone()  # noqa: S608 - values are bound
    count: int = row[0]
    return count


def _count_up_to(
    most: int, connection: sqlite3.Connection, source: str, values: dict[str, object] | None = None
) -> int:
    """Return how many rows `source` has, or a higher number than `most`."""
    row = connection.execute(f"SELECT count(*) FROM ({source} LIMIT {most + 1})", values or {}).fetchone()  # noqa: S608 - values are bound
    count: int = row[0]
    return count


def _proposed_up_to(most: int, chosen: Filter, connection: sqlite3.Connection, *, indexed: bool) -> int:
    """Return how many attempts may hold the text at most, or a higher number than `most`: who knows."""
    if not indexed or "proposal" not in chosen.values:
        return most + 1
    # To count an attempt twice that holds the text and belongs to such a connection is quicker than to notice it.
    return _count_up_to(most, connection, " UNION ALL ".join(chosen.proposals), chosen.values)


def _in_order(connection: sqlite3.Connection, source: str, query: HistoryQuery, chosen: Filter) -> array[int]:
    rows = connection.execute(
        f"SELECT a.attempt_id FROM {source} LEFT JOIN connection c ON c.connection_key = a.connection_key "  # noqa: S608 - values are bound
        f"{chosen.where} ORDER BY {order_of(query.sort, descending=query.descending)}",
        chosen.values,
    )
    return array("q", (row for (row,) in rows))
