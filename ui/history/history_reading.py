"""What the history table needs from the journal, read in one go on a background lane."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from koodrive.journal import HistoryQuery, SortColumn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from koodrive.journal import AttemptRow, Journal

WINDOW_ROWS = 256
"""Rows that are read at once."""

_VIEWPORT_ROWS = 100
"""As many rows as a high screen shows below each other."""

_NEIGHBOURS = (0, 1, -1, 2, -2)
"""Where else an attempt is looked for, in windows around the place where it should be."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be read."""

    query: HistoryQuery
    shown_count: int = 0
    """How many rows the table has at present."""
    keep: Mapping[int, int] = field(default_factory=dict)
    """Attempts that the table holds on to, and the rows they are in at present."""
    find: int | None = None
    """An attempt that is to be shown."""
    recount: bool = True
    """Whether the summary is wanted, too."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What is said of the whole history, whatever the query."""

    total: int
    unknown: int
    """How many have an unknown outcome."""
    connections: tuple[tuple[str, str], ...]
    """ID and name of each."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read."""

    wanted: Wanted
    count: int
    windows: Mapping[int, list[AttemptRow]]
    """Some windows of rows; window n begins at row n * `WINDOW_ROWS`."""
    places: Mapping[int, int | None]
    """The row of each attempt that was read or is to be kept or found; None when the query does not select it."""
    summary: Summary | None
    """None when it was not asked."""


def read(journal: Journal, wanted: Wanted) -> Reading:
    """Read the first rows of a query and those around the attempts to keep or to find; blocks.

    Raises:
        JournalError: When the history cannot be read.
    """
    # The journal remembers what the last query selected, so that the wanted one comes last.
    summary = _summary(journal) if wanted.recount else None
    hint = 0 if wanted.find is None else _row_by_time(journal, wanted.query, wanted.find)
    windows = _Windows(journal, wanted.query, journal.count(wanted.query))
    windows.read(0)
    places: dict[int, int | None] = {}
    for attempt_id, row in wanted.keep.items():
        places[attempt_id] = windows.find(attempt_id, (row + windows.count - wanted.shown_count, row))
    if wanted.find is not None:
        places[wanted.find] = windows.find(wanted.find, (hint,))
    for place in [place for place in places.values() if place is not None]:
        windows.read((place + _VIEWPORT_ROWS) // WINDOW_ROWS)
    return Reading(wanted, windows.count, windows.by_number, {**places, **windows.places()}, summary)


def _summary(journal: Journal) -> Summary:
    return Summary(journal.count(HistoryQuery()), journal.unknown_count(), tuple(journal.connections()))


class _Windows:
    """The windows of one query, each read once."""

    def __init__(self, journal: Journal, query: HistoryQuery, count: int) -> None:
        self._journal = journal
        self._query = query
        self.count = count
        self.by_number: dict[int, list[AttemptRow]] = {}

    def read(self, number: int) -> list[AttemptRow]:
        """Return the rows of a window, none for a window that does not exist."""
        if not 0 <= number * WINDOW_ROWS < self.count:
            return []
        if number not in self.by_number:
            self.by_number[number] = self._journal.window(self._query, number * WINDOW_ROWS, WINDOW_ROWS)
        return self.by_number[number]

    def find(self, attempt_id: int, hints: Iterable[int]) -> int | None:
        """Return the row of an attempt that is not far from one of `hints`, or None."""
        for step in _NEIGHBOURS:
            for hint in hints:
                number = hint // WINDOW_ROWS + step
                for offset, row in enumerate(self.read(number)):
                    if row.attempt_id == attempt_id:
                        return number * WINDOW_ROWS + offset
        return None

    def places(self) -> dict[int, int]:
        """Return the row of every attempt that was read."""
        return {
            row.attempt_id: number * WINDOW_ROWS + offset
            for number, rows in self.by_number.items()
            for offset, row in enumerate(rows)
        }


def _row_by_time(journal: Journal, query: HistoryQuery, attempt_id: int) -> int:
    """Return how many rows of `query` stand before an attempt.

    Only in the order of time; in any other order the first row is as good a guess as any.
    """
    if query.sort is not SortColumn.TIME:
        return 0
    if query.descending:
        return journal.count(replace(query, after_attempt=attempt_id))
    return journal.count(query) - journal.count(replace(query, after_attempt=attempt_id - 1))
