"""The rows of a query along the index of its order: any stretch of them, or as many first ones as a moment gives."""

from __future__ import annotations

import sqlite3
from time import monotonic
from typing import TYPE_CHECKING

from koodrive.journal.filters import order_of, source_of

if TYPE_CHECKING:
    from koodrive.journal.filters import Filter
    from koodrive.journal.records import HistoryQuery

_MOMENT = 0.04
"""Seconds; some 25,000 to 100,000 attempts can be looked at meanwhile."""

_STEPS = 20_000
"""Virtual machine instructions of SQLite between two readings of the clock, about a millisecond."""


def keyset_ids(
    connection: sqlite3.Connection,
    query: HistoryQuery,
    chosen: Filter,
    *,
    size: int = -1,
    skipped: int = 0,
    backwards: bool = False,
) -> sqlite3.Cursor:
    """Return a cursor over the attempt IDs of `query`, one after the other as they are found.

    Args:
        connection: Inside a transaction.
        query: Gives the order.
        chosen: The condition of `query`.
        size: How many are wanted; -1: all.
        skipped: How many are left out before them.
        backwards: Whether to begin at the end of the order.
    """
    descending = query.descending != backwards
    return connection.execute(
        f"SELECT a.attempt_id FROM {source_of(query.sort)} {chosen.where} "  # noqa: S608 - values are bound
        f"ORDER BY {order_of(query.sort, descending=descending)} LIMIT :size OFFSET :skipped",
        {**chosen.values, "size": size, "skipped": skipped},
    )


def first_keyset_ids(
    connection: sqlite3.Connection, query: HistoryQuery, chosen: Filter, size: int
) -> tuple[list[int], bool]:
    """Return the attempt IDs of the first rows of `query`, as far as they are found within `_MOMENT`.

    Args:
        connection: Inside a transaction.
        query: Gives the order.
        chosen: The condition of `query`.
        size: How many are wanted.

    Returns:
        Up to `size` IDs, with none left out between them, and whether the time ran out before the end.

    Raises:
        sqlite3.OperationalError: When it was interrupted for another reason.
    """
    found: list[int] = []
    end = monotonic() + _MOMENT
    is_over = False

    def is_time_over() -> bool:
        nonlocal is_over
        is_over = monotonic() >= end
        return is_over

    connection.set_progress_handler(is_time_over, _STEPS)
    try:
        found.extend(row for (row,) in keyset_ids(connection, query, chosen, size=size))
    except sqlite3.OperationalError:
        if not is_over:
            raise
    finally:
        connection.set_progress_handler(None, 0)
    return found, is_over
