"""The history in numbers: how many attempts came to what on each day, and how long the services took to answer."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING, Any

from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from koodrive.journal.selection import Selection

_QUARTERS_A_DAY = 96
_EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
# Every time zone begins its days at a multiple of 15 minutes. Counting in a table of its own takes a third of the time
# of GROUP BY, which sorts all rows first. The tables are made in a transaction that is always rolled back.
_DAYS = (
    "CREATE TEMP TABLE quarter (number INTEGER, outcome TEXT, n INTEGER, PRIMARY KEY (number, outcome)) WITHOUT ROWID",
    """
    INSERT INTO quarter SELECT a.started_at / 900000, a.outcome, 1 FROM {source} {also} true
    ON CONFLICT (number, outcome) DO UPDATE SET n = n + 1
    """,
    "SELECT number, outcome, n FROM quarter",
)
# What was found out later was settled later than it was answered. A day holds less than 2 ** 27 milliseconds; whatever
# took longer was no answer.
_TIMES = (
    "CREATE TEMP TABLE taken (place INTEGER PRIMARY KEY, n INTEGER)",
    """
    INSERT INTO taken SELECT (a.connection_key << 27) + a.settled_at - a.started_at, 1 FROM {source}
    {also} a.status IS NOT NULL AND NOT a.followed_up AND a.of_attempt IS NULL AND +a.outcome IN ('created', 'refused')
    AND a.settled_at - a.started_at BETWEEN 0 AND 86400000
    ON CONFLICT (place) DO UPDATE SET n = n + 1
    """,
    "SELECT place >> 27, place & 134217727, n FROM taken",
)
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
    connection_id: str = field(default="", compare=False)
    """Empty where a file has lost it."""


@dataclass(frozen=True, slots=True)
class HistoryStatistics:
    """What a query selects, in numbers."""

    days: Mapping[date, Mapping[OutcomeKind | str, int]]
    """Number of attempts by local day and outcome, without days on which there were none; in their order."""
    times: tuple[AnswerTimes, ...]
    """By connection, those with the most answers first; without connections that never got an answer."""


def statistics_of(selection: Selection, connection: sqlite3.Connection) -> HistoryStatistics:
    """Return what was selected in numbers; a million attempts take some seconds.

    Args:
        selection: From `koodrive.journal.selection`.
        connection: In the same state of the history as when the rows were selected; its transaction is rolled back.
    """
    if selection.listed is None:
        source, values = f"attempt a {selection.filter.where}", dict(selection.filter.values)
        also = "AND" if selection.filter.where else "WHERE"
    else:
        source = "json_each(:listed) l CROSS JOIN attempt a ON a.attempt_id = l.value"
        values, also = {"listed": json.dumps(selection.listed.tolist())}, "WHERE"
    days, times = (
        _counted(connection, statements, source=source, also=also, values=values)
        for statements in (_DAYS, _TIMES)
    )
    names = connection.execute(_NAMES).fetchall()
    return HistoryStatistics(_by_day(days), _by_connection(times, names))


def _counted(
    connection: sqlite3.Connection,
    statements: tuple[str, str, str],
    *,
    source: str,
    also: str,
    values: dict[str, object],
) -> list[Any]:
    """Return the rows of a table that is made, filled from `source` and read."""
    create, fill, read = statements
    connection.execute(create)
    connection.execute(fill.format(source=source, also=also), values)
    return connection.execute(read).fetchall()


def _by_day(rows: Iterable[tuple[int, str, int]]) -> dict[date, dict[OutcomeKind | str, int]]:
    days: defaultdict[date, Counter[OutcomeKind | str]] = defaultdict(Counter)
    # How far local time is ahead of UTC at both ends of a UTC day; only on the few days where it changes it is asked
    # for each quarter.
    offsets: dict[int, tuple[int, int]] = {}
    for quarter, outcome, count in rows:
        utc_day = quarter // _QUARTERS_A_DAY
        if utc_day not in offsets:
            offsets[utc_day] = _offset(utc_day * _QUARTERS_A_DAY), _offset((utc_day + 1) * _QUARTERS_A_DAY)
        first, last = offsets[utc_day]
        offset = first if first == last else _offset(quarter)
        day = date.fromordinal(_EPOCH_ORDINAL + (quarter + offset) // _QUARTERS_A_DAY)
        days[day][_known(outcome)] += count
    return {day: dict(days[day]) for day in sorted(days)}


def _offset(quarter: int) -> int:
    """Return how far local time is ahead of UTC at a moment, all in quarters of an hour."""
    ahead = datetime.fromtimestamp(quarter * 900, UTC).astimezone().utcoffset() or timedelta()
    return int(ahead.total_seconds()) // 900


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
            connection_id,
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
