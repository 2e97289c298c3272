"""Logging setup: everything that KooDesk logs goes into one rotating file of the data directory.

Lines are formatted on the thread that logs and written by a thread of their own, so a slow disk does not block.
"""

from __future__ import annotations

import atexit
import logging
import threading
from logging.handlers import QueueHandler, QueueListener
from queue import SimpleQueue
from typing import TYPE_CHECKING

from koodrive.logs.file_handler import OLDER_FILES, LogFile
from koodrive.logs.formatter import LineFormatter
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LOG_FILE = "koodesk.log"
PATIENCE_SECONDS = 2.0
"""How long the end of the process waits for a disk that does not answer."""
_MOST_WAITING = 10_000
_OURS = ("koodrive", "ui")

_log = logging.getLogger(__name__)


class LogWriter(QueueHandler):
    """Logging handler that writes the log of one data directory, from `start` to `stop`.

    When the disk does not take a line the application goes on; the log says later how many lines are missing.

    Args:
        directory: Folder of the files; made when it is not there.
        on_error: Called once, on the thread that writes, with a title and a message for the user, when the log
            cannot be written.
    """

    def __init__(
        self, directory: Path, *, on_error: Callable[[Message, Message], None] | None = None
    ) -> None:
        # Unlike `queue.Queue`, it can be used by a finalizer that logs while its thread is logging.
        self._lines: SimpleQueue[logging.LogRecord | threading.Event] = SimpleQueue()
        super().__init__(self._lines)
        self.setFormatter(LineFormatter())
        self._file = LogFile(directory / LOG_FILE, self._report)
        self._on_error = on_error
        self._thread: _Listener | None = None
        self._levels: dict[str, int] = {}

    def start(self) -> None:
        """Take over what is logged from now on; does not touch the disk itself."""
        if self._thread is not None:
            return
        self._thread = _Listener(self._lines, self._file)
        self._thread.start()
        for name in _OURS:
            logger = logging.getLogger(name)
            self._levels[name] = logger.level
            if logger.level == logging.NOTSET:
                logger.setLevel(logging.INFO)
        logging.getLogger().addHandler(self)
        if logging.lastResort is not None:
            # Redacts what is logged after `stop`, which goes to the terminal.
            logging.lastResort.setFormatter(LineFormatter())
        atexit.register(self.stop)

    def emit(self, record: logging.LogRecord) -> None:
        """Enqueue the line of `record`; only count it when the queue is full."""
        # Without the base class's handling of errors, which prints the record with its secrets.
        if self._lines.qsize() < _MOST_WAITING:
            self.enqueue(self.prepare(record))
        else:
            self._file.lost += 1

    def drain(self, seconds: float = PATIENCE_SECONDS) -> bool:
        """Wait until every line logged before is written or given up.

        Args:
            seconds: How long at most.

        Returns:
            Whether that is so now.
        """
        if self._thread is None:
            return True
        written = threading.Event()
        self._lines.put(written)
        return written.wait(seconds)

    def stop(self) -> None:
        """Write the lines that are left and close the file; may be called twice."""
        if self._thread is None:
            return
        _log.info("KooDesk ends")
        logging.getLogger().removeHandler(self)
        for name, level in self._levels.items():
            logging.getLogger(name).setLevel(level)
        if self.drain():
            self._thread.stop()
            self._file.close()
        else:
            # At the end of the process it would wait for the lock that the writing thread holds.
            atexit.unregister(logging.shutdown)
        self._thread = None
        atexit.unregister(self.stop)

    def _report(self, error: BaseException | None) -> None:
        on_error, self._on_error = self._on_error, None
        if on_error is not None:
            on_error(
                Message("The log cannot be written"),
                Message(
                    "{path}: {reason}. KooDesk continues without it; what you create is kept in the"
                    " history as always. Make room on the disk, or check who may write there.",
                    path=self._file.baseFilename,
                    reason=getattr(error, "strerror", None) or type(error).__name__,
                ),
            )


class _Listener(QueueListener):
    """Writes records on a daemon thread, and sets the events between them."""

    def handle(self, record: logging.LogRecord | threading.Event) -> None:
        """Write `record`, or set the event."""
        if isinstance(record, threading.Event):
            record.set()
        else:
            super().handle(record)


def log_files(directory: Path) -> list[Path]:
    """Return the existing files of the log, the newest first.

    Args:
        directory: Folder of the log.
    """
    names = [LOG_FILE, *(f"koodesk.{number}.log" for number in range(1, OLDER_FILES + 1))]
    return [path for name in names if (path := directory / name).is_file()]
