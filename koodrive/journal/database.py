"""Opening the history file: a new one, an older one, a newer one, a damaged one."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from koodrive.files import ensure_private_directory
from koodrive.journal import schema, search_index
from koodrive.journal.channel import Channel
from koodrive.journal.faults import DamagedFileError, Doing, is_damage, translated
from koodrive.wording import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIDECARS = ("", "-wal", "-shm")
_CHECKED_WHOLE = 4 * 1024 * 1024
"""Bytes; a file up to this size is read through when it is opened, which takes some milliseconds."""


@dataclass(frozen=True, slots=True)
class OpenedDatabase:
    """What opening the history file came to."""

    writer: Channel | None
    """None when the file can only be read."""
    indexed: bool
    """Whether the search index can be used."""
    notice: Sentence | None
    """What people should know about the file."""


def open_database(path: Path, busy_seconds: float) -> OpenedDatabase:
    """Open the file for writing, bring it to the newest version, or begin a new one.

    Args:
        path: The file; its folder is made when it is missing.
        busy_seconds: How long to wait for another program that keeps the file locked.

    Raises:
        JournalError: When the file can neither be opened nor begun.
    """
    with translated(path, Doing.OPENING):
        _make_private(path)
        try:
            return _open_sound(path, busy_seconds)
        except sqlite3.DatabaseError as exc:
            if not is_damage(exc):
                raise
        aside = _set_aside(path)
        _make_private(path)
        opened = _open_sound(path, busy_seconds)
        notice = Sentence(
            "The history was damaged and could not be read. It was put aside as {path}, and a new one "
            "was begun.",
            path=aside,
        )
        return OpenedDatabase(opened.writer, opened.indexed, notice)


def reading_channel(path: Path, busy_seconds: float) -> Channel:
    """Open one more channel to the file, which cannot change it.

    Args:
        path: The file, opened by `open_database` before.
        busy_seconds: As for `open_database`.

    Raises:
        JournalError: When it cannot be opened.
    """
    with translated(path, Doing.OPENING):
        return Channel(connect(path, busy_seconds, mode="ro"), path, Doing.READING)


def connect(path: Path, busy_seconds: float, *, mode: str = "rw") -> sqlite3.Connection:
    """Return a connection in autocommit mode that any thread may use.

    Args:
        path: The file, which has to be there.
        busy_seconds: As for `open_database`.
        mode: ``rw`` or ``ro``.

    Raises:
        sqlite3.Error: When it cannot be opened.
    """
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=busy_seconds,
        isolation_level=None,
        check_same_thread=False,
    )
    # What a search finds is kept in memory: temporary files would be outside of the data folder.
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _open_sound(path: Path, busy_seconds: float) -> OpenedDatabase:
    """Open a file that is not damaged."""
    if _inspected(path, busy_seconds) > len(schema.MIGRATIONS):
        return OpenedDatabase(None, indexed=False, notice=_newer(path))
    with _closed_on_error(connect(path, busy_seconds)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        # A commit is on the disk when it returns, also when the power goes right after.
        connection.execute("PRAGMA synchronous = FULL")
        # macOS, and only it, calls a commit done that is still in the drive's own memory.
        connection.execute("PRAGMA fullfsync = ON")
        schema.migrate(connection, schema.MIGRATIONS)
        indexed = search_index.prepare(connection)
        return OpenedDatabase(Channel(connection, path, Doing.WRITING), indexed, None)


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


def _set_aside(path: Path) -> Path:
    """Rename the file and what belongs to it, and return its new path."""
    now = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    aside = path.with_name(f"{path.name}.corrupt-{now}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.corrupt-{now}-{number}")
    for sidecar in _SIDECARS:
        old = Path(f"{path}{sidecar}")
        if old.exists():
            old.rename(f"{aside}{sidecar}")
    return aside


def _newer(path: Path) -> Sentence:
    return Sentence(
        "The history {path} was written by a newer KooDesk. This one shows it, but cannot add to it, and so "
        "creates nothing. Use the newer KooDesk.",
        path=path,
    )
