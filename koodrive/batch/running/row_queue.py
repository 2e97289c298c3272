"""Which row of a run goes out next: in their order, read from the journal a few at a time."""

from __future__ import annotations

import heapq
from abc import ABC, abstractmethod
from collections import deque
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection

ROWS_AHEAD = 200
"""Rows that are read at once."""
ROWS_BETWEEN = 20
"""Rows that go out before one that was turned away for being one too many, while there are so many."""


class RunRow(Protocol):
    """A row that a run works on."""

    @property
    def batch_id(self) -> int:
        """Number of its batch."""

    @property
    def place(self) -> int:
        """Its place in the order of the run; no other row has it."""

    @property
    def state(self) -> str:
        """Its state when it was read."""


Row = TypeVar("Row", bound=RunRow)


class RowQueue(ABC, Generic[Row]):
    """The rows of a run that may go out, one by one; its owner holds a lock."""

    def __init__(self) -> None:
        self._ahead: deque[Row] = deque()
        self._returned: list[tuple[int, Row]] = []
        self._late: dict[int, tuple[int, Row]] = {}
        """Rows that let others go first, by their place, with the number of rows after which they are due."""
        self._taken = 0
        self._last: Row | None = None
        self._is_rescan_due = True

    @abstractmethod
    def counts(self, without: Collection[int]) -> dict[str, int]:
        """Return the number of rows of each state; states of no row are left out.

        Args:
            without: Places of rows that are not counted.

        Raises:
            JournalError: When the history cannot be read.
        """

    @abstractmethod
    def _read(self, last: Row | None) -> list[Row]:
        """Return the next `ROWS_AHEAD` rows that may go out now behind `last`; None for the first ones."""

    def start_anew(self) -> None:
        """Begin with the first row again: rows may have become ready since they were passed."""
        self._ahead.clear()
        self._returned.clear()
        self._late.clear()
        self._last, self._is_rescan_due = None, True

    def note_change(self) -> None:
        """Look once more for rows that were passed, as what they wait for may have been decided."""
        self._is_rescan_due = True

    def take(self, in_flight: Collection[int]) -> Row | None:
        """Return the next row and hand it over; None when no row may go out now.

        Args:
            in_flight: Places of the rows that were taken and have not ended.

        Raises:
            JournalError: When the history cannot be read.
        """
        row = self._take_due() or self._take_next(in_flight)
        if row is None and self._late:
            _, row = self._late.pop(min(self._late))
        self._taken += row is not None
        return row

    def _take_due(self) -> Row | None:
        """Return a row that has let others go first, where so many have gone."""
        for place, (due, row) in self._late.items():
            if due <= self._taken:
                del self._late[place]
                return row
        return None

    def _take_next(self, in_flight: Collection[int]) -> Row | None:
        if self._returned and (not self._ahead or self._returned[0][0] < self._ahead[0].place):
            return heapq.heappop(self._returned)[1]
        while True:
            while self._ahead:
                row = self._ahead.popleft()
                if row.place not in in_flight and row.place not in self._late:
                    return row
            rows = self._read(self._last)
            if not rows:
                if not self._is_rescan_due or self._last is None:
                    self._is_rescan_due = False
                    return None
                self._is_rescan_due, self._last = False, None
                continue
            self._ahead.extend(rows)
            self._last = rows[-1]

    def put_back(self, row: Row, *, is_late: bool = False) -> None:
        """Take back a row with which nothing was done; it is the next one with the lowest place.

        Args:
            row: From `take`.
            is_late: Whether others go first: `ROWS_BETWEEN`, or as many as there are.
        """
        if is_late:
            self._late[row.place] = (self._taken + ROWS_BETWEEN, row)
        else:
            heapq.heappush(self._returned, (row.place, row))
