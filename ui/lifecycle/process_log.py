"""The log of the process, and its crash file."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot, qVersion

from koodrive.errors import KoodriveError
from koodrive.logs.crash_file import LAST_CRASH_FILE, CrashFile
from koodrive.logs.setup import LOG_DIRECTORY, LogWriter
from koodrive.messages import Message
from koodrive.version import VERSION
from ui.core.lazy import load

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)


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
        self._logbook = LogWriter(self._directory, on_error=self._on_trouble)
        self._crash_file = CrashFile(self._directory)
        self._left_behind: str | None = None
        self.trouble: KoodriveError | None = None
        """What `troubled` has said, for whoever was not there yet to hear it."""

    def begin(self) -> None:
        """Write down what happens from now on."""
        self._logbook.start()
        try:
            self._left_behind = self._crash_file.open()
        except OSError as error:
            _log.warning("a crash would leave nothing behind: %s", error.strerror)
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

    def log_start(self) -> None:
        """Log that the process has started; not before the window stands, as the first line of a log takes a while."""
        _log.info("KooDesk %s has started as process %d", VERSION, os.getpid())

    def log_versions(self) -> None:
        """Log what KooDesk runs on; blocks."""
        versions: dict[str, str] = load("koodrive.backend.diagnostics:versions")()
        facts = ", ".join(f"{name} {version}" for name, version in versions.items())
        _log.info("versions: %s, Qt %s", facts, qVersion())

    @Slot()
    def end(self) -> None:
        """Write down what is left, and close the files."""
        self._crash_file.close()
        self._logbook.stop()

    def _on_trouble(self, title: Message, message: Message) -> None:
        self.trouble = KoodriveError(title, message)
        self.troubled.emit(self.trouble)
