"""The selected rows of the history, however many: where they stand, and what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from koodrive.journal import ReadInterruptedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from koodrive.journal import AttemptRow, HistoryQuery, Journal

MOST_AT_ONCE = 100_000
"""Rows that can be copied or exported by selecting them; all that is shown can be exported whatever its number."""
_BATCH = 5_000


class RowsMovedError(Exception):
    """Raised when other rows stand where those were that had been selected."""


class SelectedRows(NamedTuple):
    """Places of rows, in the order of a query."""

    query: HistoryQuery
    spans: tuple[tuple[int, int], ...]
    """First and last row of each stretch, from top to bottom."""
    known: Mapping[int, int]
    """The attempts of some rows, by row; they show whether the rows are still those that were selected."""


def merged(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return stretches of rows in their order, those that touch or overlap as one."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)


def read_selected(journal: Journal, selected: SelectedRows) -> list[AttemptRow]:
    """Return the selected rows from top to bottom; blocks.

    Raises:
        JournalError: When the history cannot be read.
        RowsMovedError: When they do not stand there any more.
    """
    rows: list[AttemptRow] = []
    for first, last in selected.spans:
        for start in range(first, last + 1, _BATCH):
            size = min(_BATCH, last + 1 - start)
            read = _read(journal, selected.query, start, size)
            are_same = all(
                read[row - start].attempt_id == attempt_id
                for row, attempt_id in selected.known.items()
                if start <= row < start + len(read)
            )
            if len(read) < size or not are_same:
                raise RowsMovedError
            rows += read
    return rows


def _read(journal: Journal, query: HistoryQuery, first: int, size: int) -> list[AttemptRow]:
    while True:
        try:
            return journal.history.rows(query, first, size)
        except ReadInterruptedError:
            # Meant for a search that ran on this lane before.
            continue
