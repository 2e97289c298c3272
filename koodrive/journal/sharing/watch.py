"""Notices what other processes write into the history, and that one of them has ended while it sent."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from koodrive.errors import JournalError

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.journal.attempts.table import AttemptTable
    from koodrive.journal.connection import DatabaseConnection

POLL_SECONDS = 0.4
"""Time between two looks; one takes some microseconds and reads no page of the file."""
_LOOKS_PER_CHECK = 5
"""Looks until the processes are checked that have attempts under way."""

_log = logging.getLogger(__name__)


class ProcessWatch:
    """A background thread for one open history.

    Args:
        writer: The connection that writes: what it has written itself is no news.
        attempts: Gives the attempts of processes that have ended the outcome ``unknown``.
        on_changed: Called on the background thread after other processes have written, with the number of attempts that
            such a process has left behind and that are ``unknown`` since this call. Must be quick.
    """

    def __init__(
        self, writer: DatabaseConnection, attempts: AttemptTable, on_changed: Callable[[int], object]
    ) -> None:
        self._writer = writer
        self._attempts = attempts
        self._on_changed = on_changed
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="history watch", daemon=True)

    def start(self) -> None:
        """Begin with the work; to be called once."""
        self._thread.start()

    def close(self) -> None:
        """Stop the work and wait for its end; may be called twice."""
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        seen, looks = self._version(), 0
        while not self._stopped.wait(POLL_SECONDS):
            version, looks = self._version(), looks + 1
            interrupted = self._interrupted() if looks % _LOOKS_PER_CHECK == 0 else 0
            if version is not None and (interrupted or version != seen):
                self._on_changed(interrupted)
            seen = version if version is not None else seen

    def _version(self) -> int | None:
        """Return a number that is another one when another connection has written; None when it cannot be had."""
        try:
            with self._writer.exclusive() as database:
                version: int = database.execute("PRAGMA data_version").fetchone()[0]
                return version
        except JournalError:
            return None

    def _interrupted(self) -> int:
        try:
            return self._attempts.close_interrupted() if self._attempts.others_are_sending() else 0
        except JournalError as error:
            _log.warning("attempts of other processes: %s", error.title)
            return 0
