"""Background work on an open history: checkpoints when it is idle, and the check after the start."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import threading
from typing import TYPE_CHECKING

from koodrive.errors import JournalError
from koodrive.journal import pragmas, search_index
from koodrive.journal.connection import connect, writable_schema
from koodrive.journal.errors import is_damage
from koodrive.journal.recovery.integrity_check import Condition, check
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from koodrive.core.file_lock import FileLock
    from koodrive.journal.connection import DatabaseConnection

IDLE_SECONDS = 1.0
"""Time without a write after which the write-ahead log goes into the main file."""

_PAUSE = 0.002
"""Seconds between two pieces of the check, so that it takes a part of one processor only."""

_INDEXES = """
    SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
    AND tbl_name IN ('attempt', 'connection', 'list_object')
"""

_MOST_IN_MEMORY = 256 * 1024 * 1024
"""Bytes of a file that may be written anew as a whole, which takes as much memory."""

_log = logging.getLogger(__name__)


class Maintenance:
    """A background thread for one open history.

    Nothing that it does by itself delays a write: it reads, and its checkpoints are PASSIVE, which neither wait
    nor block (https://www.sqlite.org/c3ref/wal_checkpoint_v2.html). Only the repair of a damaged index does.

    Args:
        path: The history.
        writer: Repairs what is damaged.
        indexed: Whether there is a search index.
        report: Called on the background thread with what the check has found, after repairs.
        repair_lock: Held during repairs, which one process does.
    """

    def __init__(
        self,
        path: Path,
        writer: DatabaseConnection,
        report: Callable[[Condition], object],
        repair_lock: FileLock,
        *,
        indexed: bool,
    ) -> None:
        self._path = path
        self._writer = writer
        self._report = report
        self._repair_lock = repair_lock
        self._indexed = indexed
        self.names_are_folded = False
        """Whether a search finds every name whatever its case."""
        self._stopped = threading.Event()
        self._written = threading.Event()
        self._connection: sqlite3.Connection | None = None
        self._thread = threading.Thread(target=self._run, name="history maintenance", daemon=True)

    def start(self) -> None:
        """Begin with the work; to be called once."""
        self._writer.listen(self._written.set)
        self._thread.start()

    def close(self) -> None:
        """Stop the work and wait for its end, which is a matter of milliseconds; may be called twice."""
        self._stopped.set()
        self._written.set()
        while self._thread.is_alive():
            # Again and again: what is stopped may have just begun.
            connection = self._connection
            if connection is not None:
                with contextlib.suppress(sqlite3.ProgrammingError):
                    connection.interrupt()
            self._thread.join(0.05)

    def _run(self) -> None:
        for work in (self._checkpoint, self._fold_names, self._check, self._checkpoint_when_idle):
            try:
                if not self._stopped.is_set():
                    work()
            except (sqlite3.Error, JournalError, OSError) as exc:
                if not self._stopped.is_set():
                    # The name of the error only: what SQLite says may quote the file.
                    name = getattr(exc, "sqlite_errorname", type(exc).__name__)
                    _log.warning("maintenance of the history: %s", name)

    def _checkpoint_when_idle(self) -> None:
        while True:
            self._written.wait()
            while not self._stopped.is_set() and self._written.is_set():
                self._written.clear()
                self._stopped.wait(IDLE_SECONDS)
            if self._stopped.is_set():
                return
            try:
                self._checkpoint()
            except sqlite3.Error as exc:
                _log.warning("checkpoint of the history: %s", getattr(exc, "sqlite_errorname", "error"))

    def _checkpoint(self) -> None:
        """Put what is in the write-ahead log into the main file, and on the disk."""
        with contextlib.closing(connect(self._path, busy_seconds=0.0)) as connection:
            if pragmas.is_write_ahead(connection):
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute("PRAGMA wal_checkpoint (PASSIVE)").fetchone()

    def _fold_names(self) -> None:
        """Fold the names of a large history from before, with a pause for everybody else after every few of them."""
        are_left = True
        while are_left:
            if self._stopped.wait(_PAUSE):
                return
            with self._writer.exclusive() as connection:
                are_left = search_index.fold_some_names(connection)
        self.names_are_folded = True

    def _check(self) -> None:
        condition = self._checked()
        if condition is None or condition.is_sound:
            return
        _log.warning("history damaged: %s", condition)
        with contextlib.suppress(JournalError):
            if (condition.indexes_damaged or condition.search_index_damaged) and self._repair_alone(
                condition
            ):
                condition = self._checked()
        if condition is not None:
            self._report(condition)

    def _checked(self) -> Condition | None:
        with contextlib.closing(connect(self._path, busy_seconds=5.0, mode="ro")) as connection:
            self._connection = connection
            try:
                is_logged = pragmas.is_write_ahead(connection)
                return check(connection, indexed=self._indexed, whole=is_logged, pause=self._pause)
            finally:
                self._connection = None

    def _pause(self) -> bool:
        return self._stopped.wait(_PAUSE)

    def _repair_alone(self, condition: Condition) -> bool:
        """Repair what can be, unless another process is at it; return whether something was repaired."""
        if not self._repair_lock.acquire():
            return False
        try:
            return self._repair(condition)
        finally:
            self._repair_lock.release()

    def _repair(self, condition: Condition) -> bool:
        """Rebuild the indexes, unless rows are damaged: then they are all that is known of these."""
        with self._writer.exclusive() as connection:
            if condition.search_index_damaged:
                # It must not keep attempts from being written, whatever becomes of it.
                search_index.remove_triggers(connection)
            if condition.damaged:
                return False
            if condition.indexes_damaged:
                self._rebuild_indexes(connection)
                _log.warning("indexes of the history rebuilt")
            if condition.search_index_damaged or condition.indexes_damaged:
                search_index.rebuild(connection)
                _log.warning("search index of the history rebuilt")
        return True

    def _rebuild_indexes(self, connection: sqlite3.Connection) -> None:
        """Build every index anew, one after the other, so that a write waits for one of them at most."""
        has_lost_room = False
        for name, statement in connection.execute(_INDEXES).fetchall():
            try:
                connection.execute(f"REINDEX {name}")
            except sqlite3.DatabaseError as exc:
                if not is_damage(exc):
                    raise
                with writable_schema(connection):
                    connection.execute("DELETE FROM sqlite_master WHERE type = 'index' AND name = ?", (name,))
                    connection.execute("PRAGMA writable_schema = RESET")
                    connection.execute(statement)
                has_lost_room = True
        if has_lost_room and self._path.stat().st_size <= _MOST_IN_MEMORY:
            connection.execute("VACUUM")


def damage_text(path: Path, condition: Condition) -> Message | None:
    """Return the message for the user about a damaged history; None when nothing is damaged.

    Args:
        path: Its file.
        condition: The result of the check.
    """
    values = {
        "path": path,
        "damaged": condition.damaged,
        "garbled": condition.garbled,
        "total": condition.attempts,
    }
    if condition.damaged:
        return Message(
            "The history {path} is damaged: {damaged} of {total} entries cannot be read whole. What is left of them"
            " and all other entries are shown and exported. Export the history, and check the disk.",
            **values,
        )
    if condition.garbled:
        return Message(
            "The history {path} is damaged: {garbled} of {total} entries hold text that cannot be read; it is shown"
            " as “\ufffd”. All other entries are whole. Export the history, and check the disk.",
            **values,
        )
    if condition.indexes_damaged or condition.other_damage:
        return Message(
            "The history {path} is damaged, but all of its {total} entries can be read. Export the history, and check"
            " the disk.",
            **values,
        )
    return None
