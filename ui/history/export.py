"""Writes what the history shows, or its selected rows, into a file that the user names; or backs all of it up."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Slot

from koodrive.core.deadline import CancelledByUserError
from koodrive.journal import HistoryQuery
from koodrive.journal.export import FileFormat, write_attempts
from ui.tables.export_menu import SUFFIXES, ExportMenu
from ui.tables.file_export import ExportJob, FileExport
from ui.texts.attempts import count_text
from ui.texts.translate import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from koodrive.core.deadline import Cancellation
    from koodrive.journal import Attempt, AttemptRow, Journal
    from ui.core.tasks import TaskRunner

    _UseRows = Callable[[Callable[[list[AttemptRow]], None]], None]

BACKUP = "sqlite3"
"""The format of a backup: all of the history, whatever is shown, as KooDesk itself keeps it."""


class HistoryExport(FileExport):
    """The line that says how an export or a backup goes, with its Cancel button; `menu` starts one.

    Args:
        runner: Runs the export.
    """

    def __init__(self, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__("history.export", runner, parent)
        self._journal: Journal | None = None
        self._query: Callable[[], HistoryQuery] = HistoryQuery
        self._use_rows: _UseRows | None = None
        self.menu = ExportMenu("history", self)
        self.menu.shown_requested.connect(self._on_format_chosen)
        self.menu.selected_requested.connect(self._on_selected_requested)
        self.menu.addSeparator()
        backup = self.menu.addAction(self.tr("&Back up the history…"))
        backup.setObjectName(f"history.export.{BACKUP}")
        backup.setData(BACKUP)

    def open(self, journal: Journal, query: Callable[[], HistoryQuery], use_rows: _UseRows) -> None:
        """Export from `journal` from now on.

        Args:
            journal: The history.
            query: Returns what is shown.
            use_rows: Calls a function with the selected rows (`HistorySelection.use_rows`).
        """
        self._journal, self._query, self._use_rows = journal, query, use_rows

    @Slot(str)
    def _on_format_chosen(self, file_format: str) -> None:
        journal = self._journal
        if journal is None:
            return
        if file_format == BACKUP:
            self._back_up(journal)
            return
        query = self._query()
        self._export(file_format, lambda: journal.history.attempts(query))

    @Slot(str)
    def _on_selected_requested(self, file_format: str) -> None:
        journal = self._journal
        if journal is None or self._use_rows is None:
            return

        def export(rows: list[AttemptRow]) -> None:
            attempt_ids = [row.attempt_id for row in rows]
            self._export(file_format, lambda: journal.history.attempts_of(attempt_ids))

        self._use_rows(export)

    def _back_up(self, journal: Journal) -> None:
        words = self.tr(
            "Backed up {attempts} to {path}. The file holds names, IDs, user IDs, requests and answers in clear, and no"
            " token."
        )
        self.ask_for_file(
            ExportJob(
                self.tr("Back up the history"),
                _file_name(BACKUP),
                self.tr("Backing up…"),
                journal.back_up,
                lambda count, path: words.format(attempts=count_text(count), path=path),
            )
        )

    def _export(self, format_name: str, read: Callable[[], Iterator[Attempt]]) -> None:
        file_format = FileFormat(format_name)
        words = self.tr("Exported {attempts} to {path}")
        self.ask_for_file(
            ExportJob(
                self.tr("Export the history"),
                _file_name(SUFFIXES[file_format]),
                self.tr("Exporting…"),
                lambda path, cancellation, _progress: _write(path, file_format, read(), cancellation),
                lambda count, path: words.format(attempts=count_text(count), path=path),
            )
        )

    def _set_idle(self, *, is_idle: bool) -> None:
        self.menu.setEnabled(is_idle)


def _file_name(suffix: str) -> str:
    return f"koodesk-history-{datetime.now().astimezone():%Y-%m-%d}.{suffix}"


def _write(
    path: Path, file_format: FileFormat, attempts: Iterator[Attempt], cancellation: Cancellation
) -> int:
    # An iterator that is not read to its end keeps its connection to the file until it is closed.
    with closing(cast("Generator[Attempt]", attempts)):
        return write_attempts(path, _until_cancelled(attempts, cancellation), file_format, translated)


def _until_cancelled(attempts: Iterator[Attempt], cancellation: Cancellation) -> Iterator[Attempt]:
    for attempt in attempts:
        if cancellation.is_cancelled:
            raise CancelledByUserError
        yield attempt
