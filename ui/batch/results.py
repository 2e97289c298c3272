"""Saves the files of a batch: result, remaining rows, template, the table with its problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.tables.file_export import ExportJob, FileExport
from ui.texts.numbers import number_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from koodrive.core.deadline import Cancellation
    from ui.core.tasks import TaskRunner

    Write = Callable[[Path, Cancellation, Callable[[int], object]], int]


class ResultExport(FileExport):
    """The line that says how a file is written.

    Args:
        runner: Writes the files.

    Signals:
        idle_changed: Whether nothing is being written.
    """

    idle_changed = Signal(bool)

    def __init__(self, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__("batch.export", runner, parent)

    def save(self, title: str, file_name: str, write: Write) -> None:
        """Ask where to, then write.

        Args:
            title: Title of the dialog.
            file_name: Proposed name; its suffix is the file type.
            write: As `ExportJob.write`.
        """
        self.ask_for_file(ExportJob(title, file_name, self.tr("Saving…"), write, self._words))

    def _words(self, count: int, path: Path) -> str:
        if not count:
            return self.tr("Saved as {path}").format(path=path)
        words = self.tr("Saved 1 row in {path}") if count == 1 else self.tr("Saved {count} rows in {path}")
        return words.format(count=number_text(count), path=path)

    def _set_idle(self, *, is_idle: bool) -> None:
        self.idle_changed.emit(is_idle)
