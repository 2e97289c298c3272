"""The check of a history that is open: which entries are damaged, and whether an index is.

It only reads, over a connection of its own, a few rows at a time, and can be stopped between them.
"""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from koodrive.journal.errors import is_damage
from koodrive.journal.recovery import intact_rows
from koodrive.journal.search_index import SHORTEST, proposal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_AT_ONCE = 200
"""Rows that are read in one statement; with their texts some 100 kB, at most 13 MB."""

_CHECKED_THOROUGHLY = 50_000
"""Attempts of which every index is compared with the table row by row; of more, their numbers are."""

_SAMPLES = 100
"""Attempts that are looked up in the search index."""

_WHOLE_INDEXES = """
    SELECT CAST(name AS BLOB) FROM sqlite_master
    WHERE type = 'index' AND tbl_name = 'attempt' AND sql IS NOT NULL AND sql NOT LIKE '%WHERE%'
"""
_TABLES = ("attempt", "exchange")
_VOCABULARY = "CREATE VIRTUAL TABLE temp.search_terms USING fts5vocab (main, attempt_search, row)"


@dataclass(frozen=True, slots=True)
class Condition:
    """Result of a check."""

    attempts: int
    """Number of attempts, as far as it is known."""
    damaged: int
    """Number of attempts that cannot be read whole."""
    garbled: int
    """Number of attempts with text that is no UTF-8, and is shown with replacement characters."""
    indexes_damaged: bool
    search_index_damaged: bool
    other_damage: bool
    """Whether pages are damaged that hold no attempt."""

    @property
    def is_sound(self) -> bool:
        """Whether there is nothing to repair and nothing to say."""
        return not (
            self.damaged
            or self.garbled
            or self.indexes_damaged
            or self.search_index_damaged
            or self.other_damage
        )


def check(
    connection: sqlite3.Connection, *, indexed: bool, whole: bool, pause: Callable[[], bool]
) -> Condition | None:
    """Return the condition of the history.

    Args:
        connection: May only read, in autocommit mode, not shared.
        indexed: Whether there is a search index.
        whole: Whether SQLite shall check every page in one statement. Without a write-ahead log, that
            would block writers.
        pause: Called between two statements; True stops the check.

    Returns:
        None when it was stopped.

    Raises:
        sqlite3.Error: When it is not damage that keeps the file from being read.
    """
    garbled: set[int] = set()
    damaged: set[int] = set()
    for table in _TABLES:
        for start in _starts(connection, table):
            _read(connection, table, start, garbled, damaged)
            if pause():
                return None
    # At one moment: what is written between two counts would look like damage.
    with _one_moment(connection):
        counts = _counts(connection)
    is_uneven = len(set(counts)) > 1
    is_ok = not whole or _is_ok(connection, max(counts))
    if damaged or is_uneven or not is_ok:
        damaged.update(intact_rows.lost(connection))
        damaged.update(_without_request(connection))
    return Condition(
        attempts=max(counts),
        damaged=len(damaged),
        garbled=len(garbled - damaged),
        indexes_damaged=not damaged and (is_uneven or not is_ok),
        search_index_damaged=indexed and not _is_search_index_sound(connection),
        other_damage=not is_ok,
    )


def _starts(connection: sqlite3.Connection, table: str) -> Iterator[int]:
    """Yield the first number of each stretch of rows."""
    statement = f"SELECT max(attempt_id) FROM {table} NOT INDEXED"  # noqa: S608 - constants
    last = 0
    with _damage_suppressed():
        last = connection.execute(statement).fetchone()[0] or 0
    return iter(range(0, min(last, intact_rows.MOST) + 1, _AT_ONCE))


def _read(
    connection: sqlite3.Connection, table: str, start: int, garbled: set[int], damaged: set[int]
) -> None:
    """Read a stretch of rows whole; where that fails, row by row."""
    statement = f"SELECT * FROM {table} NOT INDEXED WHERE attempt_id BETWEEN ? AND ?"  # noqa: S608 - constants
    # Python itself refuses what is no UTF-8, far quicker than any code of ours can look for it.
    connection.text_factory = str
    try:
        connection.execute(statement, (start, start + _AT_ONCE - 1)).fetchall()
    except sqlite3.Error as exc:
        if isinstance(exc, sqlite3.OperationalError) and getattr(exc, "sqlite_errorcode", None) is not None:
            _require_damage(exc)
    else:
        return
    finally:
        connection.text_factory = bytes
    # Not BETWEEN: behind the row before the damage, it would come upon that.
    single = f"SELECT * FROM {table} NOT INDEXED WHERE attempt_id = ?"  # noqa: S608 - constants
    for number in range(start, start + _AT_ONCE):
        try:
            rows = connection.execute(single, (number,)).fetchall()
        except sqlite3.DatabaseError as exc:
            _require_damage(exc)
            damaged.add(number)
        else:
            garbled.update(number for row in rows if not all(map(_is_text, row)))


def _is_text(cell: object) -> bool:
    try:
        return not isinstance(cell, bytes) or cell.decode() is not None
    except UnicodeDecodeError:
        return False


def _counts(connection: sqlite3.Connection) -> list[int]:
    """Return how many attempts the table and each of its indexes have; -1 where that cannot be read."""
    names = [name.decode() for (name,) in connection.execute(_WHOLE_INDEXES)]
    sources = ["attempt NOT INDEXED", *(f"attempt INDEXED BY {name}" for name in names), "exchange"]
    counts = []
    for source in sources:
        count = -1
        with _damage_suppressed():
            count = connection.execute(f"SELECT count(*) FROM {source}").fetchone()[0]  # noqa: S608 - constants
        counts.append(count)
    return counts


def _is_ok(connection: sqlite3.Connection, attempts: int) -> bool:
    # The thorough check looks each attempt up in each index: 6 s of 100,000 attempts, the quick one 0.6 s.
    thoroughness = "integrity_check" if attempts <= _CHECKED_THOROUGHLY else "quick_check"
    with _damage_suppressed():
        messages = [bytes(message) for (message,) in connection.execute(f"PRAGMA {thoroughness}")]
        # Such pages are lost room, and nothing else: the rest of an index that was built anew.
        return all(message == b"ok" or message.endswith(b"is never used") for message in messages)
    return False


def _without_request(connection: sqlite3.Connection) -> list[int]:
    """Return the attempts whose request and answer are gone."""
    with _damage_suppressed():
        found = connection.execute(
            "SELECT attempt_id FROM attempt a NOT INDEXED WHERE NOT EXISTS "
            "(SELECT 1 FROM exchange e WHERE e.attempt_id = a.attempt_id)"
        )
        return [number for (number,) in found]
    return []


def _is_search_index_sound(connection: sqlite3.Connection) -> bool:
    connection.text_factory = str
    with _damage_suppressed(), _one_moment(connection):
        (documents,) = connection.execute("SELECT count(*) FROM attempt_search_docsize").fetchone()
        (attempts,) = connection.execute("SELECT count(*) FROM attempt NOT INDEXED").fetchone()
        connection.execute(_VOCABULARY)
        connection.execute("SELECT sum(doc) FROM search_terms").fetchone()
        return bool(documents == attempts) and _are_samples_found(connection, attempts)
    return False


def _are_samples_found(connection: sqlite3.Connection, attempts: int) -> bool:
    """Look some attempts up in the search index by their trace IDs."""
    step = max(1, attempts // _SAMPLES)
    samples = connection.execute(
        "SELECT attempt_id, trace_id FROM attempt NOT INDEXED WHERE attempt_id % ? = 0 LIMIT ?",
        (step, _SAMPLES),
    ).fetchall()
    statement = "SELECT 1 FROM attempt_search WHERE attempt_search MATCH ? AND rowid = ?"
    return all(
        connection.execute(statement, (proposal(trace_id), number)).fetchone()
        for number, trace_id in samples
        if isinstance(trace_id, str) and len(trace_id) >= SHORTEST and trace_id.isascii()
    )


@contextlib.contextmanager
def _one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """Let all statements of the block read the same state, whatever is written meanwhile."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        # Some errors have ended it; after others, it cannot be committed.
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _require_damage(exc: sqlite3.Error) -> None:
    if not is_damage(exc):
        raise exc


@contextlib.contextmanager
def _damage_suppressed() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as exc:
        interrupted = getattr(exc, "sqlite_errorcode", None) in {
            sqlite3.SQLITE_INTERRUPT,
            sqlite3.SQLITE_BUSY,
        }
        if interrupted:
            raise
