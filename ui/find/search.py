"""The search itself: rows of the history, then objects of the service's lists that the history does not have."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, NamedTuple

from koodrive.journal import HistoryQuery, ReadInterruptedError

if TYPE_CHECKING:
    from collections.abc import Collection

    from koodrive.journal import AttemptRow, Journal, ListedObject

MOST_ROWS = 30
"""Rows of each kind; who has more types more."""
_TRIES = 3


class Found(NamedTuple):
    """What a text was found in."""

    attempts: list[AttemptRow]
    """Newest first."""
    objects: list[ListedObject]
    """Newest first."""


def find(journal: Journal, text: str, accounts: Collection[tuple[str, str]]) -> Found:
    """Return what has a name, ID or trace ID with a text in it; blocks.

    Args:
        journal: The history.
        text: Not empty.
        accounts: Service address and user of each connection; objects of others are left out.

    Raises:
        JournalError: When the history cannot be read.
    """
    attempts = _attempts(journal, text)
    return Found(attempts, journal.history.listed_objects(text, accounts, MOST_ROWS))


def _attempts(journal: Journal, text: str) -> list[AttemptRow]:
    for _try in range(_TRIES):
        # The page History may want something else at the same moment.
        with contextlib.suppress(ReadInterruptedError):
            return _read_attempts(journal, HistoryQuery(text=text))
    return _read_attempts(journal, HistoryQuery(text=text))


def _read_attempts(journal: Journal, query: HistoryQuery) -> list[AttemptRow]:
    first = journal.history.first_rows(query, MOST_ROWS)
    if first.count is None and len(first.rows) < MOST_ROWS:
        return journal.history.rows(query, 0, MOST_ROWS)
    return first.rows
