"""Group commit: what threads want to write at the same time goes to the disk together.

A commit waits for the disk, whatever is in it. While one thread commits, others queue up; the first of them then writes
for all of them. Nobody waits for more writes to come, so that a single write takes no longer than by itself.
"""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from koodrive.errors import JournalError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from koodrive.journal.connection import DatabaseConnection

T = TypeVar("T")

MOST_AT_ONCE = 64
"""Most writes of one transaction: another process waits for its end."""


@dataclass(slots=True, eq=False)
class _Write(Generic[T]):
    """One write of one thread."""

    run: Callable[[sqlite3.Connection], T]
    sleep: threading.Lock = field(default_factory=threading.Lock)
    """Held by the thread that waits; a lock wakes it in a third of the time of an event."""
    is_woken: bool = False
    """Whether it is done, or its thread has to commit."""
    is_done: bool = False
    value: T | None = None
    error: Exception | None = None

    def wake(self) -> None:
        """Let its thread go on; called with the lock of the queue held."""
        if not self.is_woken:
            self.is_woken = True
            self.sleep.release()


class GroupCommit:
    """Writes for any number of threads, in as few transactions as possible.

    Args:
        writer: The connection that writes.
        alone: Runs one write in a transaction of its own, and deals with damage.
    """

    def __init__(
        self,
        writer: DatabaseConnection,
        alone: Callable[[Callable[[sqlite3.Connection], Any]], Any],
    ) -> None:
        self._writer = writer
        self._alone = alone
        self._lock = threading.Lock()
        self._queue: list[_Write[Any]] = []
        self._is_committing = False

    def run(self, write: Callable[[sqlite3.Connection], T]) -> T:
        """Return the result of `write`, which is on the disk by then.

        Args:
            write: Changes the database, and nothing else: it may be called again after an error. What it raises takes
                back its own changes alone.

        Raises:
            JournalError: When it could not be written.
            Exception: What `write` raises.
        """
        own = _Write(write)
        own.sleep.acquire()
        with self._lock:
            self._queue.append(own)
            leads, self._is_committing = not self._is_committing, True
        if not leads:
            self._wait(own)
        if not own.is_done:
            self._commit_queue()
        if own.error is not None:
            raise own.error
        return cast("T", own.value)

    def _wait(self, own: _Write[Any]) -> None:
        """Wait until a write is done or its thread has to commit."""
        try:
            own.sleep.acquire()
        except BaseException:
            # Ctrl+C: the others must not wait for this thread.
            with self._lock:
                if own in self._queue:
                    self._queue.remove(own)
                if own.is_woken and not own.is_done:
                    self._hand_over()
            raise

    def _hand_over(self) -> None:
        """Let the first that waits commit; the caller holds the lock."""
        self._is_committing = bool(self._queue)
        if self._queue:
            self._queue[0].wake()

    def _commit_queue(self) -> None:
        """Commit what waits, first this thread's write, and hand over to the next thread that waits by then."""
        with self._lock:
            group, self._queue = self._queue[:MOST_AT_ONCE], self._queue[MOST_AT_ONCE:]
        try:
            if len(group) == 1 or not self._commit_together(group):
                self._commit_each(group)
        finally:
            # After Ctrl+C, say, nothing of the group may be written yet; the others of it go on without this thread.
            left = [write for write in group[1:] if not write.is_done]
            with self._lock:
                self._queue[:0] = left
                self._hand_over()
                for write in group:
                    if write.is_done:
                        write.wake()

    def _commit_together(self, group: Sequence[_Write[Any]]) -> bool:
        """Run the writes in one transaction, and return whether that is on the disk; else nothing is."""
        try:
            with self._writer.transaction() as database:
                for write in group:
                    database.execute("SAVEPOINT own")
                    _run(write, database)
                    database.execute("RELEASE own")
        except JournalError:
            return False
        for write in group:
            write.is_done = True
        return True

    def _commit_each(self, group: Sequence[_Write[Any]]) -> None:
        """Run each write in a transaction of its own, so that one that cannot be written keeps back no other."""
        for write in group:
            write.value = write.error = None
            try:
                write.value = self._alone(write.run)
            except Exception as error:  # noqa: BLE001 - raised again on the thread of the write
                write.error = error
            write.is_done = True


def _run(write: _Write[Any], database: sqlite3.Connection) -> None:
    """Run one write of several; raises what the database raises."""
    try:
        write.value = write.run(database)
    except (sqlite3.Error, OSError):
        raise
    except Exception as error:  # noqa: BLE001 - raised again on the thread of the write
        database.execute("ROLLBACK TO own")
        write.error = error
