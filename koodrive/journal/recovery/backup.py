"""A whole copy of the history in one file, made while it is open.

SQLite's online backup (https://www.sqlite.org/backup.html) copies one state of the file, whatever is written meanwhile.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from koodrive.core.deadline import CancelledByUserError
from koodrive.core.files import replace_atomic
from koodrive.errors import JournalError
from koodrive.journal import pragmas, schema
from koodrive.journal.connection import connect
from koodrive.journal.errors import DamagedFileError, Operation, translate_errors
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.core.deadline import Cancellation

_PAGES = 256
"""Pages that are copied between two looks at the cancellation, a megabyte."""

_SIDECARS = ("", "-wal", "-shm", "-journal")


def back_up(
    history: Path,
    target: Path,
    cancellation: Cancellation | None = None,
    progress: Callable[[int], object] | None = None,
) -> int:
    """Copy a history into one file that needs no other beside it, and return how many attempts are in it.

    The copy has all that the history has: names, IDs, requests, answers, user IDs, and no token.

    Args:
        history: Its file, which may be open.
        target: Where to; replaced as a whole when all is copied and can be read, else untouched.
        cancellation: Stops it between two megabytes.
        progress: Called with the percentage that is copied.

    Raises:
        JournalError: When `history` cannot be read or `target` not be written, or when they are the same file.
        CancelledByUserError: When `cancellation` stopped it.
    """
    if any(_is_same(Path(f"{history}{sidecar}"), target) for sidecar in _SIDECARS):
        raise JournalError(
            Operation.BACKING_UP.value,
            Message("{path} is the open history itself. Choose another file.", path=target),
        )

    def on_progress(_status: int, remaining: int, total: int) -> None:
        if cancellation is not None and cancellation.is_cancelled:
            raise CancelledByUserError
        if progress is not None:
            progress(100 * (total - remaining) // max(total, 1))

    with translate_errors(target, Operation.BACKING_UP), replace_atomic(target) as temporary:
        _copy(history, temporary, on_progress)
        return _verified(temporary)


def _is_same(path: Path, target: Path) -> bool:
    with contextlib.suppress(OSError):
        if path.samefile(target):
            return True
    return os.path.realpath(path) == os.path.realpath(target)


def _copy(history: Path, temporary: Path, on_progress: Callable[[int, int, int], None]) -> None:
    with (
        contextlib.closing(connect(history, busy_seconds=5.0, mode="ro")) as source,
        contextlib.closing(connect(temporary, busy_seconds=5.0)) as copy,
    ):
        # The file is new and not shared: nothing has to be taken back.
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
        if pragmas.is_write_ahead(source):
            # One state, without blocking writers. Elsewhere a long read would block them, so each step reads anew.
            source.execute("BEGIN")
            source.execute("SELECT 1 FROM sqlite_master").fetchone()
        source.backup(copy, pages=_PAGES, progress=on_progress)
        # Without a write-ahead log, the file can be read from a disk that is read-only, too.
        copy.execute("PRAGMA journal_mode = DELETE")


def _verified(copy: Path) -> int:
    """Return how many attempts a copy has, which is read for that as any history is."""
    with contextlib.closing(connect(copy, busy_seconds=5.0, mode="ro")) as connection:
        if not schema.is_complete(connection):
            raise DamagedFileError("tables are missing")
        try:
            count: int = connection.execute("SELECT count(*) FROM attempt").fetchone()[0]
        except sqlite3.DatabaseError as exc:
            raise DamagedFileError("the attempts cannot be counted") from exc
        return count
