"""Opening the history file: a new one, an older one, a newer one, a damaged one."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from koodrive.core.file_lock import file_lock
from koodrive.core.files import ensure_private_directory
from koodrive.journal import pragmas, schema, search_index
from koodrive.journal.connection import DatabaseConnection, FileIdentity, connect
from koodrive.journal.errors import DamagedFileError, Operation, is_damage, translate_errors
from koodrive.journal.pragmas import is_on_network_share
from koodrive.journal.recovery import damage, rescue, salvage
from koodrive.journal.sharing.processes import lock_folder
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from koodrive.journal.sharing.processes import ProcessRegistry

_CHECKED_WHOLE = 4 * 1024 * 1024
"""Bytes; a file up to this size is read through when it is opened, which takes some milliseconds."""


_OPENING = "opening"
"""Name of the lock that is held while a process opens the file."""

_FOLDED_AT_OPENING = 10
"""Transactions of `search_index.fold_some_names`, some 100 ms together: 20,000 attempts."""


@dataclass(frozen=True, slots=True)
class OpenedDatabase:
    """Result of opening the history file."""

    writer: DatabaseConnection | None
    """None when the file can only be read."""
    indexed: bool
    """Whether the search index can be used."""
    folded: bool
    """Whether all names are folded, so that a search finds them whatever their case."""
    notice: Message | None
    """Message for the user about the file."""


def open_database(path: Path, busy_seconds: float, processes: ProcessRegistry) -> OpenedDatabase:
    """Open the file for writing, bring it to the newest version, or begin a new one; one process at a time does so.

    Args:
        path: The file; its folder is made when it is missing.
        busy_seconds: How long to wait for another program that keeps the file locked, or opens it.
        processes: Those that use the file; this one enters, unless the file can only be read.

    Raises:
        JournalError: When the file can neither be opened nor begun.
    """
    with translate_errors(path, Operation.OPENING), _turn(path, busy_seconds):
        opened = _opened(path, busy_seconds, is_alone=not processes.others())
        if opened.writer is not None:
            try:
                processes.enter()
            except BaseException:
                opened.writer.close()
                raise
        return opened


@contextlib.contextmanager
def _turn(path: Path, busy_seconds: float) -> Iterator[None]:
    """Keep other processes from opening the file during the block."""
    ensure_private_directory(path.parent)
    with file_lock(lock_folder(path) / _OPENING, busy_seconds):
        yield


def _opened(path: Path, busy_seconds: float, *, is_alone: bool) -> OpenedDatabase:
    """Open the file; when it is damaged, begin a new one with what can be read of it.

    Args:
        path: The file.
        busy_seconds: How long to wait for another program that keeps the file locked.
        is_alone: Whether no other process uses the file: files in use are not put aside.
    """
    shared = is_on_network_share(path)
    try:
        return _open_sound(path, busy_seconds, shared=shared, is_alone=is_alone)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as exc:
        if not is_damage(exc) or not is_alone:
            raise
    aside = damage.set_aside(path)
    count, partly = _taken_over(aside, path, busy_seconds)
    opened = _open_sound(path, busy_seconds, shared=shared, is_alone=is_alone)
    return replace(opened, notice=_salvaged(aside, count, partly) if count else _damaged(aside))


def open_reader(path: Path, busy_seconds: float) -> DatabaseConnection:
    """Open one more connection to the file, which cannot change it.

    Args:
        path: The file, opened by `open_database` before.
        busy_seconds: Most seconds to wait for a lock of another process.

    Raises:
        JournalError: When it cannot be opened.
    """
    with translate_errors(path, Operation.OPENING):
        return DatabaseConnection(connect(path, busy_seconds, mode="ro"), path, Operation.READING)


def _open_sound(path: Path, busy_seconds: float, *, shared: bool, is_alone: bool) -> OpenedDatabase:
    """Open a file that is not damaged; the log beside it may be."""
    _make_private(path)
    # Known before the file is opened: whatever is put in its place after that is noticed.
    identity = FileIdentity.of(path)
    if _version(path, busy_seconds, shared=shared) > len(schema.MIGRATIONS):
        return OpenedDatabase(None, indexed=False, folded=True, notice=_newer(path))
    lost_log = damage.set_damaged_log_aside(path) if is_alone else None
    notice = None if lost_log is None else _damaged_log(lost_log)
    with _closed_on_error(connect(path, busy_seconds)) as connection:
        pragmas.prepare(connection, shared=shared)
        schema.migrate(connection, schema.MIGRATIONS)
        rescue.add_lost_connections(connection)
        indexed = search_index.prepare(connection)
        folded = _fold_names(connection)
        files = (identity, *_log_of(connection, path))
        return OpenedDatabase(
            DatabaseConnection(connection, path, Operation.WRITING, files), indexed, folded, notice
        )


def _fold_names(connection: sqlite3.Connection) -> bool:
    """Fold names of an older history for a short time, and return whether all are folded."""
    try:
        return not all(search_index.fold_some_names(connection) for _ in range(_FOLDED_AT_OPENING))
    except sqlite3.DatabaseError as exc:
        if not is_damage(exc):
            raise
        return False


def _log_of(connection: sqlite3.Connection, path: Path) -> tuple[FileIdentity, ...]:
    """Return the file that commits go to first; it stays the same as long as `connection` is open."""
    return (FileIdentity.of(Path(f"{path}-wal")),) if pragmas.is_write_ahead(connection) else ()


def _version(path: Path, busy_seconds: float, *, shared: bool) -> int:
    """Return the version of a file that is not damaged, as `_inspected` does, also of one new to a share."""
    try:
        return _inspected(path, busy_seconds)
    except sqlite3.OperationalError as exc:
        if not shared or is_damage(exc):
            raise
    pragmas.leave_log(connect(path, busy_seconds))
    return _inspected(path, busy_seconds)


@contextlib.contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    try:
        yield connection
    except BaseException:
        connection.close()
        raise


def _inspected(path: Path, busy_seconds: float) -> int:
    """Return the version of a file that is not damaged, as far as a quick look tells; else raise.

    It looks without being able to write: SQLite would tidy up what belongs to a damaged file.
    """
    with contextlib.closing(connect(path, busy_seconds, mode="ro")) as connection:
        version = schema.version_of(connection)
        if version > 0 and not schema.is_complete(connection):
            raise DamagedFileError("tables are missing")
        if path.stat().st_size <= _CHECKED_WHOLE:
            verdict = connection.execute("PRAGMA quick_check (1)").fetchone()[0]
            if verdict != "ok":
                raise DamagedFileError(verdict)
        return version


def _make_private(path: Path) -> None:
    """Make the file when it is not there, and let only its owner read it; what SQLite adds follows suit."""
    ensure_private_directory(path.parent)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    os.close(descriptor)
    if path.stat().st_mode & 0o077:
        # A disk without permissions cannot, and has nothing to hide them from.
        with contextlib.suppress(OSError):
            path.chmod(0o600)


def _newer(path: Path) -> Message:
    return Message(
        "The history {path} was written by a newer KooDesk. This one shows it, but cannot add to it, and so "
        "creates nothing. Use the newer KooDesk.",
        path=path,
    )


def _taken_over(aside: Path, path: Path, busy_seconds: float) -> tuple[int, int]:
    """Take what can be read of a damaged history over into a new one of its version, and return how much that is."""
    _make_private(path)
    try:
        with (
            contextlib.closing(connect(aside, 0.0, mode="ro")) as damaged,
            contextlib.closing(connect(path, busy_seconds)) as new,
        ):
            damaged.execute("PRAGMA writable_schema = ON")
            version = schema.version_of(damaged)
            if not 0 < version <= len(schema.MIGRATIONS):
                return 0, 0
            schema.migrate(new, schema.MIGRATIONS[:version])
            return salvage.copy_rows(damaged, new)
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        # A file that is no database at all has nothing to give.
        path.unlink()
        return 0, 0


def _salvaged(aside: Path, count: int, partly: int) -> Message:
    return Message(
        "The history was damaged. {count} entries could be read and are here, {partly} of them only in part. The "
        "damaged file was kept as {path}; entries that nothing can be read of are missing here. Check the disk.",
        count=count,
        partly=partly,
        path=aside,
    )


def _damaged(aside: Path) -> Message:
    return Message(
        "The history was damaged and could not be read. It was put aside as {path}, and a new one was begun.",
        path=aside,
    )


def _damaged_log(aside: Path) -> Message:
    return Message(
        "The newest part of the history was damaged and put aside as {path}. Everything before it is there; the "
        "entries of the last run may be missing.",
        path=aside,
    )
