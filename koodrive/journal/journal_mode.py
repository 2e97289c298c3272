"""How the database keeps a change safe until it is whole: in a log ahead of the file, or in a journal beside it.

With a write-ahead log, reading and writing are in nobody's way; but its readers and writers share memory, which no
network share offers. There the older rollback journal does the work: who writes waits for those who read.
"""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_WRITE_VERSION_AT = 18
"""Where the file says it: https://www.sqlite.org/fileformat.html#file_format_version_numbers."""
_NAMES = {1: "DELETE", 2: "WAL"}


def prepare(connection: sqlite3.Connection, *, shared: bool) -> None:
    """Have changes kept in the way that suits the disk; a commit is on the disk when it returns.

    A file that somebody else has open stays as it is, and so does one on a disk that cannot do what is wanted.

    Args:
        connection: May write, in autocommit mode.
        shared: Whether the file is on a network share.

    Raises:
        sqlite3.Error: When the file cannot be used.
    """
    try:
        connection.execute(f"PRAGMA journal_mode = {'DELETE' if shared else 'WAL'}")
    except sqlite3.OperationalError as exc:
        if exc.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
    # FULL reaches the disk with every commit, also when the power goes right after. With a rollback journal it
    # takes EXTRA: else the journal that was just deleted may be back after that, and take the commit back.
    connection.execute(f"PRAGMA synchronous = {'FULL' if is_write_ahead(connection) else 'EXTRA'}")
    # macOS, and only it, calls a commit done that is still in the drive's own memory.
    connection.execute("PRAGMA fullfsync = ON")


def is_write_ahead(connection: sqlite3.Connection) -> bool:
    """Tell whether the file of `connection` has a write-ahead log, whatever was wanted.

    Raises:
        sqlite3.Error: When the file cannot be read.
    """
    mode: str = connection.execute("PRAGMA journal_mode").fetchone()[0]
    return mode == "wal"


def mode_of(path: Path) -> str | None:
    """Return ``WAL`` or ``DELETE``, as the file at `path` says, without opening it as a database; else None.

    Raises:
        OSError: When the file cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(_WRITE_VERSION_AT + 1)
    return _NAMES.get(head[_WRITE_VERSION_AT]) if len(head) > _WRITE_VERSION_AT else None


def leave_log(connection: sqlite3.Connection) -> None:
    """Take a file that came to a network share with a write-ahead log out of it, and close the connection.

    Nobody else may have the file open: alone, SQLite needs no shared memory.

    Args:
        connection: May write, and has not read yet.

    Raises:
        sqlite3.Error: When the file cannot be used.
    """
    with contextlib.closing(connection):
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = DELETE")
