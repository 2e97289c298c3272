"""The history in numbers: how many attempts came to what on each day, and how long the services took to answer."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING

from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from koodrive.journal.selection import Selection

_QUARTER = timedelta(minutes=15)
"""Every time zone begins its days at a multiple of this."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_DAYS = "SELECT a.started_at / 900000, a.outcome, count(*) FROM {source} GROUP BY 1, 2"
# What was found out later was settled later than it was answered.
_TIMES = """
    SELECT a.connection_key, a.settled_at - a.started_at, count(*) FROM {source}
    {also} a.status IS NOT NULL AND NOT a.followed_up AND a.settled_at >= a.started_at
    AND +a.outcome IN ('created', 'refused') GROUP BY 1, 2
"""
_NAMES = "SELECT connection_key, connection_id, name FROM connection ORDER BY connection_key"


@dataclass(frozen=True, slots=True)
class AnswerTimes:
    """How long the answers to the creates of one connection took."""

    connection_name: str
    """The name that it had last."""
    count: int
    """Number of answers."""
    median_ms: int
    late_ms: int
    """The 95th percentile: 19 of 20 answers took no longer."""


@dataclass(frozen=True, slots=True)
class HistoryStatistics:
    """What a query selects, in numbers."""

    days: Mapping[date, Mapping[OutcomeKind | str, int]]
    """Number of attempts by local day and outcome, without days on which there were none; in their order."""
    times: tuple[AnswerTimes, ...]
    """By connection, those with the most answers first; without connections that never got an answer."""


def statistics_of(selection: Selection, connection: sqlite3.Connection) -> HistoryStatistics:
    """Return what was selected in numbers; a million attempts take about two seconds.

    Args:
        selection: From `koodrive.journal.selection`.
        connection: In the same state of the history as when the rows were selected.
    """
    if selection.listed is None:
        source, values = f"attempt a {selection.filter.where}", dict(selection.filter.values)
        also = "AND" if selection.filter.where else "WHERE"
    else:
        source = "json_each(:listed) l CROSS JOIN attempt a ON a.attempt_id = l.value"
        values, also = {"listed": json.dumps(selection.listed.tolist())}, "WHERE"
    days = connection.execute(_DAYS.format(source=source), values)
    times = connection.execute(_TIMES.format(source=source, also=also), values)
    names = connection.execute(_NAMES).fetchall()
    return HistoryStatistics(_by_day(days), _by_connection(times, names))


def _by_day(rows: Iterable[tuple[int, str, int]]) -> dict[date, dict[OutcomeKind | str, int]]:
    days: defaultdict[date, Counter[OutcomeKind | str]] = defaultdict(Counter)
    for quarter, outcome, count in rows:
        day = (_EPOCH + quarter * _QUARTER).astimezone().date()
        days[day][_known(outcome)] += count
    return {day: dict(days[day]) for day in sorted(days)}


def _by_connection(
    rows: Iterable[tuple[int, int, int]], names: Iterable[tuple[int, str, str]]
) -> tuple[AnswerTimes, ...]:
    ids, last_names = {}, {}
    for key, connection_id, name in names:
        ids[key], last_names[connection_id] = connection_id, name
    taken: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for key, milliseconds, count in rows:
        taken[ids.get(key, "")][milliseconds] += count
    found = [
        AnswerTimes(
            last_names.get(connection_id, ""),
            counts.total(),
            percentile(counts, 0.5),
            percentile(counts, 0.95),
        )
        for connection_id, counts in taken.items()
    ]
    return tuple(sorted(found, key=lambda times: (-times.count, times.connection_name.casefold())))


def percentile(counts: Mapping[int, int], share: float) -> int:
    """Return the smallest of the values that at least this share of all does not exceed.

    Args:
        counts: How often each value occurs; not empty.
        share: Above 0, up to 1.
    """
    wanted = ceil(sum(counts.values()) * share)
    passed = 0
    for value in sorted(counts):
        passed += counts[value]
        if passed >= wanted:
            return value
    raise ValueError("there are no values")


def _known(outcome: str) -> OutcomeKind | str:
    try:
        return OutcomeKind(outcome)
    except ValueError:
        return outcome
