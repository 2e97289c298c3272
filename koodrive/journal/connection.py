"""Connections to the history file: how one is opened, its transactions, and the lock that lets threads share it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from koodrive.journal.errors import MovedFileError, Operation, closed_error, translate_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path, PurePath

    from koodrive.messages import Message


@dataclass(frozen=True, slots=True)
class FileIdentity:
    """Which file a path named at one moment."""

    path: Path
    """Absolute."""
    device: int
    number: int
    """No other file of the device has it, as long as this one exists or is open."""

    @classmethod
    def of(cls, path: Path) -> FileIdentity:
        """Return which file `path` names now.

        The file is never opened for it: closing it again would give up every lock that this process has on it.

        Args:
            path: The file; links are followed.

        Raises:
            OSError: When it is not there, or may not be looked at.
        """
        absolute = path.absolute()
        found = absolute.stat()
        return cls(absolute, found.st_dev, found.st_ino)

    def require(self) -> None:
        """Return when the path still names this file.

        Raises:
            MovedFileError: When it names another file, or none.
            OSError: When that may not be looked at.
        """
        try:
            now = os.stat(self.path)  # noqa: PTH116 - four times for each commit, and a path takes four times as long
        except (FileNotFoundError, NotADirectoryError) as exc:
            raise MovedFileError(f"{self.path} is gone") from exc
        if (now.st_dev, now.st_ino) != (self.device, self.number):
            raise MovedFileError(f"{self.path} is another file")


def connect(path: Path, busy_seconds: float, *, mode: str = "rw") -> sqlite3.Connection:
    """Return a connection in autocommit mode that any thread may use.

    Args:
        path: The file, which has to be there.
        busy_seconds: How long to wait for another program that keeps the file locked.
        mode: ``rw`` or ``ro``.

    Raises:
        sqlite3.Error: When it cannot be opened.
    """
    connection = sqlite3.connect(
        f"{address_of(path.absolute())}?mode={mode}",
        uri=True,
        timeout=busy_seconds,
        isolation_level=None,
        check_same_thread=False,
    )
    # One byte that is no UTF-8 must not hide a whole row, and with it all others.
    connection.text_factory = _text
    # What a search finds is kept in memory: temporary files would be outside of the data folder.
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _text(stored: bytes) -> str:
    return stored.decode("utf-8", "replace")


def address_of(path: PurePath) -> str:
    r"""Return the ``file:`` address that SQLite knows `path` by.

    Args:
        path: Absolute; ``\\server\share`` of Windows, too, whose server SQLite takes as part of the path only.
    """
    address = path.as_uri()
    return address if address.startswith("file:///") else address.replace("file://", "file:////", 1)


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
        connection: In autocommit mode and usable from any thread, and owned from now on; None where there is none.
        path: The file of the history, for messages.
        doing: The kind of work, for errors.
        files: Those that have to be in their places for a transaction to count.
        refusal: Message of the error where `connection` is None; by default that the history is closed.
    """

    def __init__(
        self,
        connection: sqlite3.Connection | None,
        path: Path,
        doing: Operation,
        files: tuple[FileIdentity, ...] = (),
        *,
        refusal: Message | None = None,
    ) -> None:
        self._connection = connection
        self._path = path
        self._doing = doing
        self._files = files
        self._refusal = refusal
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
                raise closed_error(self._doing, self._refusal)
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
