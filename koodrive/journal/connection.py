"""One connection to the history file with the lock that lets threads share it."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from koodrive.journal.errors import Operation, closed_error, translate_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from koodrive.journal.recovery.file_identity import FileIdentity


@contextmanager
def all_at_once(connection: sqlite3.Connection) -> Iterator[None]:
    """Make the changes inside one transaction, which is on the disk when the block has ended.

    Args:
        connection: In autocommit mode.

    Raises:
        sqlite3.Error: When the file is locked for too long or cannot be written; it is as it was.
        BaseException: Raised by the block; the file is as it was.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A full disk, for one, has made SQLite roll back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def writable_schema(connection: sqlite3.Connection) -> Iterator[None]:
    """Make the changes inside one transaction that may also write ``sqlite_master``.

    Takes an index or a table out of the schema whose pages cannot even be given back: they stay in the file unused.

    Args:
        connection: In autocommit mode.
    """
    connection.execute("PRAGMA writable_schema = ON")
    try:
        with all_at_once(connection):
            yield
    finally:
        connection.execute("PRAGMA writable_schema = OFF")


class DatabaseConnection:
    """A database connection for one role: writing, reading for a window, or one export.

    Roles have connections of their own, so that a slow read never keeps a write waiting.

    Args:
        connection: In autocommit mode and usable from any thread; owned from now on.
        path: The file of the history, for messages.
        doing: The kind of work, for errors.
        files: Those that have to be in their places for a transaction to count.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        doing: Operation,
        files: tuple[FileIdentity, ...] = (),
    ) -> None:
        self._connection: sqlite3.Connection | None = connection
        self._path = path
        self._doing = doing
        self._files = files
        self._lock = threading.Lock()
        self._on_written: Callable[[], object] | None = None

    def listen(self, on_written: Callable[[], object]) -> None:
        """Have a function called after each transaction that is on the disk; it must return at once."""
        self._on_written = on_written

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for one transaction: on the disk when the block has ended, or not at all.

        Raises:
            JournalError: When the file is locked for too long, cannot be written or is no longer in its place,
                or the connection is closed.
        """
        with self.exclusive() as connection:
            with all_at_once(connection):
                yield connection
                self._require_files()
            # Gone meanwhile: what was written went with it.
            self._require_files()
        if self._on_written is not None:
            self._on_written()

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for reads that all see the same state.

        Raises:
            JournalError: When the file cannot be read, or the connection is closed.
            ReadInterruptedError: When `interrupt` stopped it.
        """
        with self.exclusive() as connection:
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                # A disk that fails has made SQLite roll back by itself.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @contextlib.contextmanager
    def exclusive(self) -> Iterator[sqlite3.Connection]:
        """Give the connection to one thread, outside of any transaction that it does not begin itself.

        Raises:
            JournalError: In place of every error of the database, or when the connection is closed.
        """
        with self._lock:
            if self._connection is None:
                raise closed_error(self._doing)
            with translate_errors(self._path, self._doing):
                yield self._connection

    def interrupt(self) -> None:
        """Stop the statement that runs on this connection, if there is one; does not wait."""
        connection = self._connection
        if connection is not None:
            # One that is closed in this very moment has nothing left to stop.
            with contextlib.suppress(sqlite3.ProgrammingError):
                connection.interrupt()

    def close(self) -> None:
        """Close the connection when its thread lets go of it; may be called twice."""
        with self._lock:
            connection, self._connection = self._connection, None
            if connection is not None:
                connection.close()

    def _require_files(self) -> None:
        for file in self._files:
            file.require()
