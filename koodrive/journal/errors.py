"""Translates errors of SQLite and the file system into `JournalError` with texts for the user."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import contextmanager
from enum import Enum
from typing import TYPE_CHECKING

from koodrive.core.file_lock import FileLockTimeoutError
from koodrive.errors import JournalError
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class ReadInterruptedError(JournalError):
    """Raised by a read of the history that was interrupted, as its result is not needed any more."""


class DamagedFileError(sqlite3.DatabaseError):
    """Raised inside this package for a file that SQLite can open, but that cannot be the history."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


class MovedFileError(sqlite3.OperationalError):
    """Raised inside this package for a file that is no longer where it was opened."""

    sqlite_errorcode = sqlite3.SQLITE_READONLY_DBMOVED


class Operation(Enum):
    """Kinds of work with the history; the value is the title of the error."""

    OPENING = Message("The history could not be opened")
    READING = Message("The history could not be read")
    WRITING = Message("The history could not be written")
    EXPORTING = Message("The export could not be written")
    BACKING_UP = Message("The history could not be backed up")


_DAMAGED = Message(
    "{path} is damaged. Quit KooDesk, move the file to another folder and start KooDesk again: "
    "it begins a new history."
)
_MEANINGS: dict[int | None, Message] = {
    sqlite3.SQLITE_FULL: Message("The disk is full, so {path} cannot grow. Free some space and try again."),
    sqlite3.SQLITE_READONLY: Message(
        "{path} cannot be changed: the file, its folder or its disk is read-only. Make it writable and "
        "try again."
    ),
    sqlite3.SQLITE_CANTOPEN: Message(
        "{path} cannot be opened. Check that its folder is there and that you may write to it."
    ),
    sqlite3.SQLITE_PERM: Message("{path} cannot be opened: access to it is denied. Check its permissions."),
    sqlite3.SQLITE_BUSY: Message("Another program keeps {path} locked. Close it and try again."),
    sqlite3.SQLITE_IOERR: Message(
        "The disk did not do what was asked with {path}. Check that it is there and has free space, and "
        "try again."
    ),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_READONLY_DBMOVED: Message(
        "{path} was moved, replaced or deleted while KooDesk had it open, so nothing more can be written down. "
        "Put it back where it was, or quit KooDesk and start it again: it begins a new history when there is none."
    ),
}
_FILE_ERRORS = {
    errno.EACCES: sqlite3.SQLITE_PERM,
    errno.EPERM: sqlite3.SQLITE_PERM,
    errno.ENOENT: sqlite3.SQLITE_CANTOPEN,
    errno.ENOTDIR: sqlite3.SQLITE_CANTOPEN,
    errno.EISDIR: sqlite3.SQLITE_CANTOPEN,
    errno.EEXIST: sqlite3.SQLITE_CANTOPEN,
    errno.EROFS: sqlite3.SQLITE_READONLY,
    errno.ENOSPC: sqlite3.SQLITE_FULL,
    errno.EDQUOT: sqlite3.SQLITE_FULL,
    errno.EFBIG: sqlite3.SQLITE_FULL,
    errno.EIO: sqlite3.SQLITE_IOERR,
    errno.ESTALE: sqlite3.SQLITE_IOERR,
}


def primary_code(exc: sqlite3.Error) -> int | None:
    """Return SQLite's primary result code behind `exc`, or None when it does not come from SQLite itself."""
    code = getattr(exc, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def is_damage(exc: sqlite3.Error | UnicodeDecodeError) -> bool:
    """Return whether `exc` means that the file is no database, or a broken one.

    A `UnicodeDecodeError` does: SQLite quotes a damaged schema in its message, and Python cannot read that.
    """
    if isinstance(exc, UnicodeDecodeError):
        return True
    return primary_code(exc) in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def journal_error(
    exc: sqlite3.Error | UnicodeDecodeError | OSError, path: Path, doing: Operation
) -> JournalError:
    """Return the `JournalError` for `exc`.

    Args:
        exc: Raised by the database or the file system.
        path: The file, which the message names.
        doing: The kind of work.
    """
    code = _code_of(exc)
    if code == sqlite3.SQLITE_INTERRUPT:
        return ReadInterruptedError(doing.value, Message("It was stopped before it was done."))
    full_code = getattr(exc, "sqlite_errorcode", None)
    meaning = _MEANINGS.get(full_code) or _MEANINGS.get(code)
    if meaning is None:
        detail = _name_of(exc)
        return JournalError(
            doing.value, Message("{path} did not work as expected: {detail}.", path=path, detail=detail)
        )
    return JournalError(doing.value, meaning.filled(path=path))


def _code_of(exc: sqlite3.Error | UnicodeDecodeError | OSError) -> int | None:
    if isinstance(exc, sqlite3.Error):
        return primary_code(exc)
    if isinstance(exc, FileLockTimeoutError):
        return sqlite3.SQLITE_BUSY
    return sqlite3.SQLITE_CORRUPT if isinstance(exc, UnicodeDecodeError) else _FILE_ERRORS.get(exc.errno or 0)


def _name_of(exc: sqlite3.Error | UnicodeDecodeError | OSError) -> str:
    """Return what an error is called; what SQLite says in full may quote a cell."""
    if isinstance(exc, OSError):
        return exc.strerror or type(exc).__name__
    return getattr(exc, "sqlite_errorname", None) or type(exc).__name__


def closed_error(doing: Operation, reason: Message | None = None) -> JournalError:
    """Return the error for work with a history that is closed, or closed to it for another `reason`."""
    return JournalError(
        doing.value, reason or Message("The history is closed because KooDesk is about to end.")
    )


@contextmanager
def translate_errors(path: Path, doing: Operation) -> Iterator[None]:
    """Turn what the database raises inside into a `JournalError`.

    Args:
        path: The file.
        doing: The kind of work.

    Raises:
        JournalError: In place of every `sqlite3.Error` and `OSError`.
    """
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError, OSError) as exc:
        # Without its cause where that quotes what is in the file: logs show causes.
        raise journal_error(exc, path, doing) from (None if isinstance(exc, UnicodeDecodeError) else exc)
