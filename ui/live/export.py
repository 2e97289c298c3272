"""Writes what the service lists into a file that the user names."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from koodrive.core.deadline import CancelledByUserError
from koodrive.journal.export import FileFormat
from koodrive.listing.live_export import write_live_rows
from ui.tables.export_menu import SUFFIXES, ExportMenu
from ui.tables.file_export import ExportJob, FileExport
from ui.texts.numbers import number_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from koodrive.core.deadline import Cancellation
    from koodrive.listing.live_rows import LiveRow
    from ui.core.tasks import TaskRunner


class LiveExport(FileExport):
    """The line that says how an export goes, with its Cancel button; `menu` starts one.

    Args:
        runner: Runs the export.
        shown: Returns all rows that are shown, in their order.
        selected: Returns the selected ones.
    """

    def __init__(
        self,
        runner: TaskRunner,
        shown: Callable[[], list[LiveRow]],
        selected: Callable[[], list[LiveRow]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("live.export", runner, parent)
        self._shown = shown
        self._selected = selected
        self.menu = ExportMenu("live", self)
        self.menu.shown_requested.connect(self._on_shown_requested)
        self.menu.selected_requested.connect(self._on_selected_requested)

    @Slot(str)
    def _on_shown_requested(self, file_format: str) -> None:
        self._export(self._shown(), FileFormat(file_format))

    @Slot(str)
    def _on_selected_requested(self, file_format: str) -> None:
        self._export(self._selected(), FileFormat(file_format))

    def _export(self, rows: list[LiveRow], file_format: FileFormat) -> None:
        self.ask_for_file(
            ExportJob(
                self.tr("Export what the service lists"),
                f"koodesk-service-{datetime.now().astimezone():%Y-%m-%d}.{SUFFIXES[file_format]}",
                self.tr("Exporting…"),
                lambda path, cancellation, _progress: _write(path, file_format, rows, cancellation),
                self._words,
            )
        )

    def _words(self, count: int, path: Path) -> str:
        words = (
            self.tr("Exported 1 row to {path}") if count == 1 else self.tr("Exported {count} rows to {path}")
        )
        return words.format(count=number_text(count), path=path)

    def _set_idle(self, *, is_idle: bool) -> None:
        self.menu.setEnabled(is_idle)


def _write(path: Path, file_format: FileFormat, rows: Iterable[LiveRow], cancellation: Cancellation) -> int:
    return write_live_rows(path, _until_cancelled(rows, cancellation), file_format)


def _until_cancelled(rows: Iterable[LiveRow], cancellation: Cancellation) -> Iterator[LiveRow]:
    for row in rows:
        if cancellation.is_cancelled:
            raise CancelledByUserError
        yield row
