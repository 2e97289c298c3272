"""The index that finds a piece of text among a million attempts.

FTS5 with trigrams: every three neighbouring characters of the name and of each ID are looked up, so that any
part of an ID, and Chinese, which has no blanks between words, are found alike. With ``detail=none`` the index
knows in which attempts three characters occur, but not where (a quarter of the size); so it only proposes
attempts, and the text itself decides (`koodrive.journal.filters`). What a search means is therefore the same
with the index and without it.

Not in it: the connection's name and user, which a handful of rows hold for all attempts, and the texts of
request and answer.

Triggers keep it in step. A Python whose SQLite has no FTS5 drops them, as it could not write a single attempt
otherwise; where they are missing, the index is out of step and is built anew.

Beside it are the names in the form that searches compare (`folded`), where SQLite's LIKE, which folds A to Z only, does
not compare them so. A name for which LIKE is enough, ASCII and most Chinese, has no row there. Names of a history from
before are folded afterwards, some at a time; until that is done a search finds them by A to Z only.
"""

from __future__ import annotations

import logging
import sqlite3
from typing import TYPE_CHECKING, TypeVar

from koodrive.core.characters import ascii_lower, folded
from koodrive.errors import JournalError
from koodrive.journal.connection import all_at_once, writable_schema
from koodrive.journal.errors import is_damage
from koodrive.journal.schema import ID_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.journal.connection import DatabaseConnection

T = TypeVar("T")

_log = logging.getLogger(__name__)

SEARCHED_COLUMNS = ("name", *ID_COLUMNS)
"""The columns of an attempt that a search looks into."""

SHORTEST = 3
"""With fewer characters the index cannot help."""

_MOST_TRIGRAMS = 24
"""More do not narrow the proposals down any further, but take time."""

_FOLDED_AT_ONCE = 2_000
"""Attempts whose names are folded in one transaction, which takes some milliseconds."""
_ADD_FOLDED = "INSERT OR REPLACE INTO folded_name (attempt_id, name) VALUES (?, ?)"
_UNFOLDED = "SELECT first_attempt, last_attempt FROM unfolded"
# The control characters are in the class, too: for LIKE a text ends with a NUL.
_NAMES_TO_FOLD = (
    "SELECT attempt_id, name FROM attempt WHERE attempt_id BETWEEN ? AND ? AND name GLOB '*[^ -~]*'"
)

_NEW = ", ".join(f"new.{column}" for column in SEARCHED_COLUMNS)
_OLD = ", ".join(f"old.{column}" for column in SEARCHED_COLUMNS)
_COLUMNS = ", ".join(SEARCHED_COLUMNS)
_CHANGED = " OR ".join(f"new.{column} IS NOT old.{column}" for column in SEARCHED_COLUMNS)

_CREATE_TABLE = f"""
    CREATE VIRTUAL TABLE IF NOT EXISTS attempt_search USING fts5 (
        {_COLUMNS}, content = 'attempt', content_rowid = 'attempt_id', tokenize = 'trigram', detail = none
    )
"""
_REBUILD = "INSERT INTO attempt_search (attempt_search) VALUES ('rebuild')"
_INSERT_NEW = f"INSERT INTO attempt_search (rowid, {_COLUMNS}) VALUES (new.attempt_id, {_NEW});"  # noqa: S608 - constants
_DELETE_OLD = f"""
    INSERT INTO attempt_search (attempt_search, rowid, {_COLUMNS}) VALUES ('delete', old.attempt_id, {_OLD});
"""  # noqa: S608 - constants
_TRIGGERS = {
    "attempt_search_insert": f"AFTER INSERT ON attempt BEGIN {_INSERT_NEW} END",
    "attempt_search_update": f"AFTER UPDATE ON attempt WHEN {_CHANGED} BEGIN {_DELETE_OLD} {_INSERT_NEW} END",
    "attempt_search_delete": f"AFTER DELETE ON attempt BEGIN {_DELETE_OLD} END",
}


def trigrams_available() -> bool:
    """Return whether the SQLite of this Python has FTS5 with its trigram tokenizer (3.34 or newer)."""
    probe = sqlite3.connect(":memory:")
    try:
        probe.execute("CREATE VIRTUAL TABLE probe USING fts5 (text, tokenize = 'trigram')")
    except sqlite3.OperationalError:
        return False
    else:
        return True
    finally:
        probe.close()


def prepare(connection: sqlite3.Connection) -> bool:
    """Put the index in step with the attempts, or out of the way where it cannot work.

    Args:
        connection: May write, in autocommit mode.

    Returns:
        Whether searches can use the index.

    Raises:
        sqlite3.Error: When the file cannot be written.
    """
    available = trigrams_available()
    in_step = _triggers_of(connection) == set(_TRIGGERS)
    if available and not in_step:
        build(connection)
    elif not available and _triggers_of(connection):
        remove_triggers(connection)
    return available


def build(connection: sqlite3.Connection) -> None:
    """Index all attempts anew and keep the index in step from now on, in one transaction.

    Args:
        connection: May write, in autocommit mode.

    Raises:
        sqlite3.Error: When the file cannot be written; it is as it was.
    """
    statements = [f"CREATE TRIGGER {name} {body}" for name, body in _TRIGGERS.items()]
    with all_at_once(connection):
        for statement in [*_drops(), _CREATE_TABLE, _REBUILD, *statements]:
            connection.execute(statement)


def rebuild(connection: sqlite3.Connection) -> None:
    """Begin the index anew, whatever is left of a damaged one.

    Args:
        connection: May write, in autocommit mode.

    Raises:
        sqlite3.Error: When the file cannot be written; attempts can be written without the index then.
    """
    if not trigrams_available():
        return
    remove_triggers(connection)
    try:
        with all_at_once(connection):
            connection.execute("DROP TABLE IF EXISTS attempt_search")
    except sqlite3.DatabaseError as exc:
        if not is_damage(exc):
            raise
        with writable_schema(connection):
            connection.execute(
                "DELETE FROM sqlite_master WHERE name = 'attempt_search' OR tbl_name GLOB 'attempt_search_*'"
            )
            connection.execute("PRAGMA writable_schema = RESET")
    build(connection)


def written_without(
    writer: DatabaseConnection, write: Callable[[DatabaseConnection], T], on_removed: Callable[[], object]
) -> T:
    """Return what `write` returns, also where a damaged index keeps attempts from being written.

    Then its triggers are removed and `write` is called once more; the index is built anew after the next start at the
    latest.

    Args:
        writer: The connection that writes.
        write: One transaction.
        on_removed: Called when searches cannot use the index any more.

    Raises:
        JournalError: When it could not be written.
    """
    try:
        return write(writer)
    except JournalError as error:
        cause = error.__cause__
        if not (isinstance(cause, sqlite3.Error) and is_damage(cause)):
            raise
        with writer.exclusive() as connection:
            if not _triggers_of(connection):
                raise
            remove_triggers(connection)
        _log.warning("search index of the history may be damaged, written without it")
    on_removed()
    return write(writer)


def remove_triggers(connection: sqlite3.Connection) -> None:
    """Let attempts be written without the index; the next `prepare` that can builds it anew.

    Args:
        connection: May write, in autocommit mode.

    Raises:
        sqlite3.Error: When the file cannot be written; it is as it was.
    """
    with all_at_once(connection):
        for statement in _drops():
            connection.execute(statement)


def proposal(text: str) -> str:
    """Return the FTS5 expression for the attempts that may hold `text`.

    Args:
        text: At least `SHORTEST` characters; none of them has a meaning for FTS5.

    Returns:
        Three characters at a time, each in quotes, all of them wanted.
    """
    every = dict.fromkeys(text[start : start + SHORTEST] for start in range(len(text) - SHORTEST + 1))
    step = -(-len(every) // _MOST_TRIGRAMS)
    return " AND ".join('"' + trigram.replace('"', '""') + '"' for trigram in list(every)[::step])


def _triggers_of(connection: sqlite3.Connection) -> set[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    return {name for (name,) in found} & set(_TRIGGERS)


def _drops() -> list[str]:
    return [f"DROP TRIGGER IF EXISTS {name}" for name in _TRIGGERS]


def add_folded_name(database: sqlite3.Connection, attempt_id: int, name: str | None) -> None:
    """Write the folded name of one attempt down, if LIKE needs it.

    Args:
        database: Inside a transaction that writes.
        attempt_id: Its number.
        name: As it is stored.
    """
    form = _folded_form(name)
    if form is not None:
        database.execute(_ADD_FOLDED, (attempt_id, form))


def fold_some_names(connection: sqlite3.Connection) -> bool:
    """Fold some of the names that have not been, in one transaction, and return whether any are left.

    Args:
        connection: May write, in autocommit mode.

    Raises:
        sqlite3.Error: When the file is damaged, locked for too long or cannot be written; it is as it was.
    """
    if connection.execute(_UNFOLDED).fetchone() is None:
        return False
    with all_at_once(connection):
        first, last = connection.execute(_UNFOLDED).fetchone() or (1, 0)
        end = min(first + _FOLDED_AT_ONCE, last + 1)
        for attempt_id, name in connection.execute(_NAMES_TO_FOLD, (first, end - 1)).fetchall():
            add_folded_name(connection, attempt_id, name)
        connection.execute("UPDATE unfolded SET first_attempt = ?", (end,))
        connection.execute("DELETE FROM unfolded WHERE first_attempt > last_attempt")
    return end <= last


def _folded_form(name: object) -> str | None:
    if not isinstance(name, str):
        return None
    form = folded(name)
    return None if form == ascii_lower(name) else form
