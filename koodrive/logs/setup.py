"""Logging setup: everything that KooDesk logs goes into one rotating file of the data directory.

Lines are formatted on the thread that logs and written by a thread of their own, so a slow disk does not block.
"""

from __future__ import annotations

import atexit
import logging
import os
import sys
import threading
from contextlib import suppress
from logging.handlers import QueueHandler, QueueListener, RotatingFileHandler
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

from koodrive.core.files import ensure_private_directory, make_private
from koodrive.logs.formatter import LineFormatter
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import TextIOWrapper
    from logging import LogRecord

FILE_BYTES = 512 * 1024
OLDER_FILES = 3


class LogFile(RotatingFileHandler):
    """Appends one line per record and rotates before the file exceeds its size; for one thread only.

    Every line is flushed to the operating system at once, so it survives the death of the process. Lines that cannot
    be written are counted in `lost`; the next line that can be is preceded by their number.

    Args:
        path: The file, such as ``koodesk.log``; rotated files are ``koodesk.1.log`` and so on. Its folder is made when
            the first line is written.
        on_error: Called with the exception each time that a line cannot be written.
        file_bytes: Most bytes of one file.
        older_files: How many rotated files are kept.
    """

    def __init__(
        self,
        path: Path,
        on_error: Callable[[BaseException | None], None],
        *,
        file_bytes: int = FILE_BYTES,
        older_files: int = OLDER_FILES,
    ) -> None:
        super().__init__(path, maxBytes=file_bytes, backupCount=older_files, encoding="utf-8", delay=True)
        self.namer = _older_name
        self.lost = 0
        self._on_error = on_error

    def emit(self, record: LogRecord) -> None:
        """Write the line of `record`, after the number of lost lines if there are any."""
        lost = self.lost
        if lost:
            record.msg = f"({lost} lines could not be written)\n{record.msg}"
        super().emit(record)
        if self.stream is not None:
            self.lost -= lost

    def shouldRollover(self, record: LogRecord) -> bool:  # noqa: N802 - the name of the standard library
        """Return whether the line would exceed the size; opens the file, and opens it anew when it was deleted."""
        if self.stream is not None and os.fstat(self.stream.fileno()).st_nlink == 0:
            self.close()
        self.stream = self.stream or self._open()
        size = os.fstat(self.stream.fileno()).st_size
        return size > 0 and size + len(f"{self.format(record)}\n".encode()) > self.maxBytes

    def handleError(self, record: LogRecord) -> None:  # noqa: ARG002, N802 - the signature of the standard library
        """Count the line as lost and drop its bytes; the file is opened anew for the next one."""
        self.lost += 1
        if self.stream is not None:
            # Closing the text stream would try to write the buffered bytes once more.
            with suppress(OSError):
                self.stream.buffer.raw.close()  # type: ignore[attr-defined]
            self.stream = None
        self._on_error(sys.exc_info()[1])

    def _open(self) -> TextIOWrapper:
        """Open the file for its owner only, and end a torn last line."""
        path = Path(self.baseFilename)
        ensure_private_directory(path.parent)
        path.touch(mode=0o600)
        stream = super()._open()
        stream.reconfigure(newline="\n")
        if path.is_file():
            make_private(path)
            with path.open("rb") as file:
                if file.seek(0, os.SEEK_END):
                    file.seek(-1, os.SEEK_END)
                    stream.write("" if file.read() == b"\n" else "\n")
        return stream


def _older_name(name: str) -> str:
    """Return ``koodesk.1.log`` for ``koodesk.log.1``."""
    path, _, number = name.rpartition(".")
    return str(Path(path).with_suffix(f".{number}{Path(path).suffix}"))


LOG_FILE = "koodesk.log"
COMMAND_LOG_FILE = "koodrive.log"
"""Log of the command: several of its processes may write at once, and none of them into that of the window."""
PATIENCE_SECONDS = 2.0
"""Seconds that the end of the process waits for a disk that does not respond."""
_MOST_WAITING = 10_000
_OURS = ("koodrive", "ui")

_log = logging.getLogger(__name__)


class LogWriter(QueueHandler):
    """Logging handler that writes the log of one data directory, from `start` to `stop`.

    When the disk does not take a line the application goes on; the log says later how many lines are missing.

    Args:
        directory: Folder of the files; made when it is not there.
        file_name: `LOG_FILE` or `COMMAND_LOG_FILE`.
        on_error: Called once, on the thread that writes, with a title and a message for the user, when the log
            cannot be written.
    """

    def __init__(
        self,
        directory: Path,
        *,
        file_name: str = LOG_FILE,
        on_error: Callable[[Message, Message], None] | None = None,
    ) -> None:
        # Unlike `queue.Queue`, it can be used by a finalizer that logs while its thread is logging.
        self._lines: SimpleQueue[logging.LogRecord | threading.Event] = SimpleQueue()
        super().__init__(self._lines)
        self.setFormatter(LineFormatter())
        self._file = LogFile(directory / file_name, self._report)
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
    """Return the existing files of the logs of window and command, the newest of each first.

    Args:
        directory: Folder of the logs.
    """
    names = [
        name
        for log in (LOG_FILE, COMMAND_LOG_FILE)
        for name in (log, *(f"{Path(log).stem}.{number}.log" for number in range(1, OLDER_FILES + 1)))
    ]
    return [path for name in names if (path := directory / name).is_file()]
