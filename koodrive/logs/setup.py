"""The logbook: what every part of KooDesk logs goes into one file of the data directory, line by line.

Lines are made where something is logged and written by a thread of their own, so that no disk holds up a window.
"""

from __future__ import annotations

import atexit
import logging
import threading
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from koodrive.core.files import ensure_private_directory
from koodrive.logs.file_handler import LogFile, older_names
from koodrive.logs.formatter import LineFormatter
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LOG_DIRECTORY = "logs"
LOG_FILE = "koodesk.log"
PATIENCE_SECONDS = 2.0
"""How long the end of the process waits for a disk that does not answer."""
_MOST_WAITING = 10_000
_MOST_AT_ONCE = 200
_OURS = ("koodrive", "ui")

_log = logging.getLogger(__name__)


class LogWriter:
    """The log of one data directory, from `start` to `stop`.

    When the disk does not take a line the application goes on; the log says later how many lines are missing.

    Args:
        directory: Where the files are; made when it is not there.
        on_error: Called once, on the thread that writes, with a title and a message for people, when the log
            cannot be written.
    """

    def __init__(
        self, directory: Path, *, on_error: Callable[[Message, Message], None] | None = None
    ) -> None:
        self._directory = directory
        self._file = LogFile(directory / LOG_FILE)
        self._on_error = on_error
        self._lines: SimpleQueue[str | threading.Event | None] = SimpleQueue()
        self._lost = 0
        self._has_told = False
        self._handler = _ToQueue(self)
        self._thread: threading.Thread | None = None
        self._levels: dict[str, int] = {}

    def start(self) -> None:
        """Take over what is logged from now on; does not touch the disk itself."""
        if self._thread is not None:
            return
        # A daemon: a disk that hangs must not hold up the end of the process.
        self._thread = threading.Thread(target=self._work, name="koodesk-log", daemon=True)
        self._thread.start()
        for name in _OURS:
            logger = logging.getLogger(name)
            self._levels[name] = logger.level
            if logger.level == logging.NOTSET:
                logger.setLevel(logging.INFO)
        logging.getLogger().addHandler(self._handler)
        if logging.lastResort is not None:
            # What is logged after the end goes to the terminal, and has to be as harmless there.
            logging.lastResort.setFormatter(LineFormatter())
        atexit.register(self.stop)

    def add(self, line: str) -> None:
        """Have `line` written; of a flood that no disk keeps up with, the rest is only counted."""
        if self._lines.qsize() < _MOST_WAITING:
            self._lines.put(line)
        else:
            self._lost += 1

    def flush(self, seconds: float = PATIENCE_SECONDS) -> bool:
        """Wait until what was logged before is written.

        Args:
            seconds: How long at most.

        Returns:
            Whether it is written, or given up.
        """
        if self._thread is None:
            return True
        written = threading.Event()
        self._lines.put(written)
        return written.wait(seconds)

    def stop(self) -> None:
        """Write what is left and close the file; may be called twice."""
        thread, self._thread = self._thread, None
        if thread is None:
            return
        _log.info("KooDesk ends")
        logging.getLogger().removeHandler(self._handler)
        for name, level in self._levels.items():
            logging.getLogger(name).setLevel(level)
        self._lines.put(None)
        thread.join(PATIENCE_SECONDS)
        atexit.unregister(self.stop)

    def _work(self) -> None:
        is_open = True
        while is_open:
            items = [self._lines.get()]
            with suppress(Empty):
                while len(items) < _MOST_AT_ONCE:
                    items.append(self._lines.get_nowait())
            is_open = None not in items
            self._write([item for item in items if isinstance(item, str)])
            for item in items:
                if isinstance(item, threading.Event):
                    item.set()
        with suppress(OSError):
            self._file.close()

    def _write(self, lines: list[str]) -> None:
        if not lines:
            return
        missing = self._lost
        if missing:
            lines = [f"({missing} lines could not be written)", *lines]
        try:
            ensure_private_directory(self._directory)
            self._file.write("".join(f"{line}\n" for line in lines).encode())
        except OSError as error:
            self._lost += len(lines) - (1 if missing else 0)
            self._tell(error)
        else:
            self._lost -= missing

    def _tell(self, error: OSError) -> None:
        if self._has_told or self._on_error is None:
            return
        self._has_told = True
        self._on_error(
            Message("The log cannot be written"),
            Message(
                "{path}: {reason}. KooDesk goes on without it; what you create is kept in the history as always."
                " Make room on the disk, or check who may write there.",
                path=self._directory / LOG_FILE,
                reason=error.strerror or type(error).__name__,
            ),
        )


class _ToQueue(logging.Handler):
    """Makes the line on the thread that logs, as its values may change afterwards, and leaves the disk to another."""

    def __init__(self, logbook: LogWriter) -> None:
        super().__init__()
        self._logbook = logbook
        self.setFormatter(LineFormatter())

    def emit(self, record: logging.LogRecord) -> None:
        """Hand the line for `record` over."""
        # LineFormatter does not raise; whatever else did would be printed by the base class, secrets and all.
        self._logbook.add(self.format(record))

    def flush(self) -> None:
        """Wait until everything is written; see logging.Handler.flush."""
        self._logbook.flush()


def log_files(directory: Path) -> list[Path]:
    """Return the files of the log that are there, the newest first.

    Args:
        directory: As for `LogWriter`.
    """
    newest = directory / LOG_FILE
    return [path for path in (newest, *older_names(newest)) if path.is_file()]
