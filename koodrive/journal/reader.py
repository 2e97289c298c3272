"""Reads attempts for the window and for exports."""

from __future__ import annotations

import sqlite3
import threading
from array import array
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING

from koodrive.errors import JournalError
from koodrive.journal.created_objects import find_created
from koodrive.journal.errors import Operation, closed_error, is_damage
from koodrive.journal.listed_objects import find_listed
from koodrive.journal.pragmas import is_write_ahead
from koodrive.journal.records import CreatedObject, FirstRows
from koodrive.journal.rows import full_rows, light_rows
from koodrive.journal.selection import Selection, select, select_around, select_soon
from koodrive.journal.statistics import statistics_of
from koodrive.messages import Message
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from koodrive.journal.connection import DatabaseConnection
    from koodrive.journal.listed_objects import ListedObject
    from koodrive.journal.records import Attempt, AttemptRow, HistoryQuery
    from koodrive.journal.statistics import HistoryStatistics
    from koodrive.models import Connection, RequestKind

_BATCH = 100
"""Attempts that an export holds in memory at once; each has up to 64 KiB of answer."""


class HistoryReader:
    """Reads for a window over one connection, and for each export over one of its own.

    Args:
        open_reader: Opens a connection for reading.
        indexed: Whether the search index can be used.

    Raises:
        JournalError: When the first connection cannot be opened.
    """

    def __init__(self, open_reader: Callable[[], DatabaseConnection], *, indexed: bool) -> None:
        self._open_reader = open_reader
        self._indexed = indexed
        self._reader = open_reader()
        self._selected: tuple[int, Selection] | None = None
        self._exports: set[DatabaseConnection] = set()
        self._exports_lock = threading.Lock()
        self._closed = False
        self._is_damaged = False

    def set_damaged(self, *, damaged: bool) -> None:
        """Set whether rows have to be put together around damage, from the table and its indexes."""
        self._is_damaged, self._selected = damaged, None

    def forgo_search_index(self) -> None:
        """Search without the index from now on, as it is out of step."""
        self._indexed, self._selected = False, None

    def count(self, query: HistoryQuery) -> int:
        """Return how many attempts `query` selects.

        Raises:
            JournalError: When the history cannot be read.
            ReadInterruptedError: When `interrupt` stopped it.
            ValueError: When a time of `query` has no time zone.
        """
        with self._reader.snapshot() as connection:
            return self._selection(query, connection).count

    def rows(self, query: HistoryQuery, first: int, size: int) -> list[AttemptRow]:
        """Return up to `size` rows of what `query` selects, from place `first` (from 0) in its order.

        Raises:
            JournalError: When the history cannot be read.
            ReadInterruptedError: When `interrupt` stopped it.
            ValueError: When a time of `query` has no time zone.
        """
        with self._reader.snapshot() as connection:
            with _without_damage():
                selection = self._selection(query, connection)
                return light_rows(connection, selection.rows(connection, max(first, 0), size))
            # An index is damaged: from now on every window is one of the same list.
            self.set_damaged(damaged=True)
            selection = self._selection(query, connection)
            return light_rows(connection, selection.rows(connection, max(first, 0), size))

    def first_rows(self, query: HistoryQuery, size: int) -> FirstRows:
        """Return the first rows of what `query` selects soon, though to count all of them may take long.

        When the count is not known, there may be fewer than `size` rows or none, as no more were found soon
        enough, and `count` and `rows` have everything to do; when it is, they have nothing left to do.

        Raises:
            JournalError: When the history cannot be read.
            ReadInterruptedError: When `interrupt` stopped it.
            ValueError: When a time of `query` has no time zone.
        """
        with self._reader.snapshot() as connection:
            version = _version_of(connection)
            found = self._remembered(query, version) or self._selected_soon(query, connection, size)
            if not isinstance(found, Selection):
                return FirstRows(light_rows(connection, found), None)
            self._selected = (version, found)
            return FirstRows(light_rows(connection, found.rows(connection, 0, size)), found.count)

    def statistics(self, query: HistoryQuery) -> HistoryStatistics:
        """Return what `query` selects in numbers.

        Raises:
            JournalError: When the history cannot be read.
            ReadInterruptedError: When `interrupt` stopped it.
            ValueError: When a time of `query` has no time zone.
        """
        with self._reader.snapshot() as connection:
            return statistics_of(self._selection(query, connection), connection)

    def attempt(self, attempt_id: int) -> Attempt:
        """Return one attempt with all its values.

        Raises:
            JournalError: When there is no such attempt, or the history cannot be read.
        """
        with self._reader.snapshot() as connection:
            found = full_rows(connection, [attempt_id])
        if not found:
            raise JournalError(
                Operation.READING.value, Message("Entry {number} is not in it.", number=attempt_id)
            )
        return found[0]

    def latest_id(self) -> int:
        """Return the number of the newest attempt, or 0 when there is none.

        Raises:
            JournalError: When the history cannot be read.
        """
        return self._number("SELECT coalesce(max(attempt_id), 0) FROM attempt")

    def unknown_count(self) -> int:
        """Return how many attempts have the outcome ``unknown``.

        Raises:
            JournalError: When the history cannot be read.
        """
        return self._number("SELECT count(*) FROM attempt WHERE outcome = ?", OutcomeKind.UNKNOWN)

    def connections(self) -> list[tuple[str, str]]:
        """Return ID and name of every connection in the history, by name; of its names the one last used.

        Raises:
            JournalError: When the history cannot be read.
        """
        with self._reader.snapshot() as connection:
            used = connection.execute(
                "SELECT c.connection_id, c.name, "
                "(SELECT max(attempt_id) FROM attempt WHERE connection_key = c.connection_key) AS latest "
                "FROM connection c ORDER BY latest"
            )
            names = {connection_id: name for connection_id, name, _latest in used}
        return sorted(names.items(), key=lambda pair: (pair[1].casefold(), pair[0]))

    def attempts(self, query: HistoryQuery) -> Iterator[Attempt]:
        """Yield all attempts that `query` selects with all their values, in its order and in bounded memory.

        All belong to one moment: what is written meanwhile is not among them. On a network share only the selection
        does, and each row is as it is when it is read, so that no writer has to wait. It has a connection of its own,
        so `rows` is not delayed and `interrupt` does not stop it. Close an iterator that is not read to its end.

        Raises:
            JournalError: When the history cannot be read, or is closed meanwhile.
            ValueError: When a time of `query` has no time zone.
        """
        with self._export_reader() as reader:
            with reader.exclusive() as connection:
                is_logged = is_write_ahead(connection)
            yield from (self._at_one_moment if is_logged else self._bit_by_bit)(query, reader)

    def attempts_of(self, attempt_ids: Sequence[int]) -> Iterator[Attempt]:
        """Yield these attempts with all their values, in that order, each as it is when it is read.

        It has a connection of its own, as `attempts` has. Close an iterator that is not read to its end.

        Raises:
            JournalError: When the history cannot be read, or is closed meanwhile.
        """
        with self._export_reader() as reader:
            yield from _in_batches(attempt_ids, reader)

    def created_objects(
        self, connection: Connection, kind: RequestKind, listed_ids: Collection[str], most: int
    ) -> tuple[dict[str, CreatedObject], dict[str, CreatedObject]]:
        """Return the objects that attempts are known to have created, apart by whether the service lists them.

        What was taken back is only among those that it lists.

        It has a connection of its own, as `attempts` has.

        Args:
            connection: Service address and user that they were sent as.
            kind: Album or shared folder.
            listed_ids: The IDs that the service lists.
            most: How many there may be that it does not list; the newest count.

        Returns:
            Those of `listed_ids`, and all others; by ID, newest first.

        Raises:
            JournalError: When the history cannot be read, or is closed meanwhile.
        """
        with self._export_reader() as reader, reader.snapshot() as database:
            return find_created(database, connection, kind, listed_ids, most)

    def listed_objects(
        self, text: str, accounts: Collection[tuple[str, str]], most: int
    ) -> list[ListedObject]:
        """Return what the service's lists showed with a text in name or ID, newest first.

        It has a connection of its own, as `attempts` has.

        Args:
            text: Not empty.
            accounts: Service address and user of the connections that count.
            most: How many at most.

        Raises:
            JournalError: When the history cannot be read, or is closed meanwhile.
        """
        with self._export_reader() as reader, reader.snapshot() as database:
            return find_listed(database, text, accounts, most)

    def interrupt(self) -> None:
        """Stop the read for the window that is under way, which then raises `ReadInterruptedError`."""
        self._reader.interrupt()

    def close(self) -> None:
        """Stop what runs and close everything; may be called twice."""
        with self._exports_lock:
            self._closed = True
            exports = list(self._exports)
        for reader in [self._reader, *exports]:
            reader.interrupt()
            reader.close()

    def _selection(self, query: HistoryQuery, connection: sqlite3.Connection) -> Selection:
        """Return what `query` selects, worked out anew when it or the history is not that of the last time."""
        version = _version_of(connection)
        selection = self._remembered(query, version)
        if selection is None:
            selection = self._select(query, connection)
            self._selected = (version, selection)
        return selection

    def _select(self, query: HistoryQuery, connection: sqlite3.Connection) -> Selection:
        """Work out what `query` selects, around what is damaged."""
        if not self._is_damaged:
            with _without_damage():
                return select(query, connection, indexed=self._indexed)
        return select_around(query, connection)

    def _selected_soon(
        self, query: HistoryQuery, connection: sqlite3.Connection, size: int
    ) -> Selection | list[int]:
        if not self._is_damaged:
            with _without_damage():
                return select_soon(query, connection, size, indexed=self._indexed)
        return select_around(query, connection)

    def _remembered(self, query: HistoryQuery, version: int) -> Selection | None:
        if self._selected is None:
            return None
        selected_version, selection = self._selected
        return selection if selected_version == version and selection.query == query else None

    def _at_one_moment(self, query: HistoryQuery, reader: DatabaseConnection) -> Iterator[Attempt]:
        """Yield what `query` selects from one transaction, which lasts as long as the caller takes."""
        with reader.exclusive() as connection:
            connection.execute("BEGIN")
            batches = self._select(query, connection).all_in_batches(connection, _BATCH)
        # The lock is not held while the reader of the rows works, so that closing need not wait for that.
        while rows := _next_rows(batches, reader):
            yield from rows

    def _bit_by_bit(self, query: HistoryQuery, reader: DatabaseConnection) -> Iterator[Attempt]:
        """Yield what `query` selects at first, some at a time: without a write-ahead log, a read blocks writers."""
        with reader.snapshot() as connection:
            batches = self._select(query, connection).all_in_batches(connection, _BATCH)
            selected = array("q", chain.from_iterable(batches))
        yield from _in_batches(selected, reader)

    def _number(self, statement: str, *values: str) -> int:
        with self._reader.snapshot() as connection:
            number: int = connection.execute(statement, values).fetchone()[0]
        return number

    @contextmanager
    def _export_reader(self) -> Iterator[DatabaseConnection]:
        """Open a connection of its own for the block; `close` interrupts and closes it."""
        with self._exports_lock:
            if self._closed:
                raise closed_error(Operation.READING)
            reader = self._open_reader()
            self._exports.add(reader)
        try:
            yield reader
        finally:
            with self._exports_lock:
                self._exports.discard(reader)
            reader.close()


@contextmanager
def _without_damage() -> Iterator[None]:
    """Go on behind the block when that finds the file damaged."""
    try:
        yield
    except sqlite3.DatabaseError as exc:
        if not is_damage(exc):
            raise


def _version_of(connection: sqlite3.Connection) -> int:
    """Return a number that is another one after every change of the history."""
    version: int = connection.execute("PRAGMA data_version").fetchone()[0]
    return version


def _next_rows(batches: Iterator[list[int]], reader: DatabaseConnection) -> list[Attempt]:
    with reader.exclusive() as connection:
        return full_rows(connection, next(batches, []))


def _in_batches(attempt_ids: Sequence[int], reader: DatabaseConnection) -> Iterator[Attempt]:
    for start in range(0, len(attempt_ids), _BATCH):
        with reader.snapshot() as connection:
            rows = full_rows(connection, list(attempt_ids[start : start + _BATCH]))
        yield from rows
