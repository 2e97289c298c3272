"""The names of attempts in the form that searches compare, where SQLite's LIKE does not compare them so.

LIKE folds A to Z only. A name for which that is enough, ASCII and most Chinese, has no row here. Names of a history
from before are folded afterwards, some at a time; until that is done a search finds them by A to Z only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.core.folding import ascii_lower, folded
from koodrive.journal.connection import all_at_once

if TYPE_CHECKING:
    import sqlite3

_AT_ONCE = 2_000
"""Attempts whose names are folded in one transaction, which takes some milliseconds."""

_ADD = "INSERT OR REPLACE INTO folded_name (attempt_id, name) VALUES (?, ?)"
_LEFT = "SELECT first_attempt, last_attempt FROM unfolded"
# The control characters are in the class, too: for LIKE a text ends with a NUL.
_NAMES = "SELECT attempt_id, name FROM attempt WHERE attempt_id BETWEEN ? AND ? AND name GLOB '*[^ -~]*'"


def add(database: sqlite3.Connection, attempt_id: int, name: str | None) -> None:
    """Write the folded name of one attempt down, if LIKE needs it.

    Args:
        database: Inside a transaction that writes.
        attempt_id: Its number.
        name: As it is stored.
    """
    form = _form_of(name)
    if form is not None:
        database.execute(_ADD, (attempt_id, form))


def fold_some(connection: sqlite3.Connection) -> bool:
    """Fold some of the names that have not been, in one transaction, and return whether any are left.

    Args:
        connection: May write, in autocommit mode.

    Raises:
        sqlite3.Error: When the file is damaged, locked for too long or cannot be written; it is as it was.
    """
    if connection.execute(_LEFT).fetchone() is None:
        return False
    with all_at_once(connection):
        first, last = connection.execute(_LEFT).fetchone() or (1, 0)
        end = min(first + _AT_ONCE, last + 1)
        for attempt_id, name in connection.execute(_NAMES, (first, end - 1)).fetchall():
            add(connection, attempt_id, name)
        connection.execute("UPDATE unfolded SET first_attempt = ?", (end,))
        connection.execute("DELETE FROM unfolded WHERE first_attempt > last_attempt")
    return end <= last


def _form_of(name: object) -> str | None:
    if not isinstance(name, str):
        return None
    form = folded(name)
    return None if form == ascii_lower(name) else form
