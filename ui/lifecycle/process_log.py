"""The log of the process, and its crash file."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot, qVersion

from koodrive.core.lazy import load
from koodrive.errors import KoodriveError
from koodrive.logs.crash_file import LAST_CRASH_FILE, LOG_DIRECTORY, CrashFile
from koodrive.messages import Message
from koodrive.version import VERSION

if TYPE_CHECKING:
    from pathlib import Path

    from koodrive.logs.setup import LogWriter

_log = logging.getLogger(__name__)


class _EarlyRecords(logging.Handler):
    """Keeps log records in memory until the log can be written."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


class ProcessLog(QObject):
    """The log and the crash file of one data directory, which this process has for itself.

    Args:
        data_dir: The data directory.

    Signals:
        troubled: A `KoodriveError` that says that the log cannot be written; once.
    """

    troubled = Signal(object)

    def __init__(self, data_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._directory = data_dir / LOG_DIRECTORY
        self._early = _EarlyRecords()
        self._writer: LogWriter | None = None
        self._crash_file = CrashFile(self._directory)
        self._left_behind: str | None = None

    def begin(self) -> None:
        """Keep log records until `start_writing`, and open the crash file."""
        logging.getLogger().addHandler(self._early)
        try:
            self._left_behind = self._crash_file.open()
        except OSError as error:
            _log.warning("the crash file could not be opened: %s", error.strerror)
        if self._left_behind is not None:
            _log.warning("the last process died of a fault: %s", self._left_behind)

    @property
    def notices(self) -> tuple[Message, ...]:
        """Message about the end of the previous process."""
        if self._left_behind is None:
            return ()
        return (
            Message(
                "KooDesk ended unexpectedly last time. Requests that were under way then are in the history with an"
                " unknown outcome. Where it happened is in {path}; Help > Support bundle… collects it.",
                path=self._directory / LAST_CRASH_FILE,
            ),
        )

    def start_writing(self) -> None:
        """Write the log from now on; not before the window stands, as this imports a lot. On any thread."""
        self._writer = load("koodrive.logs.setup:LogWriter")(self._directory, on_error=self._on_trouble)
        self._writer.start()
        logging.getLogger().removeHandler(self._early)
        for record in self._early.records:
            self._writer.handle(record)
        _log.info("KooDesk %s has started as process %d", VERSION, os.getpid())

    def log_versions(self) -> None:
        """Log the versions of KooDesk's platform; blocks."""
        versions: dict[str, str] = load("koodrive.backend.diagnostics:versions")()
        facts = ", ".join(f"{name} {version}" for name, version in versions.items())
        _log.info("versions: %s, Qt %s", facts, qVersion())

    @Slot()
    def end(self) -> None:
        """Write the remaining records, and close the files."""
        self._crash_file.close()
        if self._writer is None:
            self.start_writing()
        if self._writer is not None:
            self._writer.stop()

    def _on_trouble(self, title: Message, message: Message) -> None:
        self.troubled.emit(KoodriveError(title, message))
