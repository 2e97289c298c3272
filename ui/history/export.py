"""Writes what the history shows into a file that the user names, and says what became of it."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from koodrive.core.deadline import Cancellation, CancelledByUserError
from koodrive.errors import KoodriveError
from koodrive.journal.export import write_csv, write_json
from ui.core.tasks import Lane
from ui.texts.attempts import count_text
from ui.texts.translate import translate
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import row
from ui.widgets.save_file import ask_where_to_save
from ui.widgets.style_state import set_style_state

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from koodrive.journal import Attempt, HistoryQuery, Journal
    from ui.core.tasks import Task, TaskRunner


BACKUP = "sqlite3"
"""The format of a backup: all of the history, whatever is shown, as KooDesk itself keeps it."""


class HistoryExport(QWidget):
    """The line that says how an export or a backup goes, with its Cancel button; `menu` starts one.

    Args:
        runner: Runs the export.

    Signals:
        query_wanted: A file is about to be named for what is shown now; answer with `ask_for_file`.
    """

    query_wanted = Signal(str)

    _progressed = Signal(int)

    def __init__(self, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._task: Task | None = None
        self._path = Path()
        self._pending: tuple[Journal, HistoryQuery, str] | None = None
        self.menu = QMenu(self)
        self._exports: list[QAction] = []
        for file_format, label in (
            ("csv", self.tr("&CSV, for spreadsheets…")),
            ("json", self.tr("&JSON, complete…")),
            (BACKUP, self.tr("&Back up the history…")),
        ):
            action = self.menu.addAction(label)
            action.setObjectName(f"history.export.{file_format}")
            action.setData(file_format)
            self._exports.append(action)
        self.menu.triggered.connect(self._on_chosen)
        self.menu.insertSeparator(self._exports.pop())
        self._progressed.connect(self._on_progressed)
        self._status = PlainLabel(name="history.export.status", role="message", wraps=True, selectable=True)
        # A path may be one long word; it must not decide how wide the page is.
        self._status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._cancel = PushButton(self.tr("Cancel"), name="history.export.cancel", auto_default=False)
        self._cancel.clicked.connect(self._on_cancel)
        row(self._status, self._cancel, stretch=self._status, parent=self)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether a file is being written."""
        return self._task is not None

    def set_exportable(self, exportable: bool) -> None:  # noqa: FBT001 - a setter, as Qt has them
        """Set whether there is anything to export; a backup has all of the history, whatever is shown."""
        for action in self._exports:
            action.setEnabled(exportable)

    def ask_for_file(self, journal: Journal, query: HistoryQuery, file_format: str) -> None:
        """Let the user name a file, then write into it.

        Args:
            journal: Where to read.
            query: Which attempts, in which order.
            file_format: ``csv``, ``json`` or `BACKUP`.
        """
        self._pending = (journal, query, file_format)
        name = f"koodesk-history-{datetime.now().astimezone():%Y-%m-%d}.{file_format}"
        title = self.tr("Back up the history") if file_format == BACKUP else self.tr("Export the history")
        dialog = ask_where_to_save("history.export.file", title, name, self)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        self.query_wanted.emit(action.data())

    @Slot(str)
    def _on_file_selected(self, path: str) -> None:
        if self._pending is None or self._task is not None:
            return
        (journal, query, file_format), self._pending = self._pending, None
        self._path = Path(path)
        cancellation = Cancellation()
        target, progress = self._path, self._progressed.emit

        def work() -> int:
            if file_format == BACKUP:
                return journal.back_up(target, cancellation, progress)
            return _write(target, file_format, journal.history.attempts(query), cancellation)

        self._task = self._runner.start(Lane.FILES, work, cancellation=cancellation, key="export")
        is_backup = file_format == BACKUP
        self._task.succeeded.connect(self._on_backed_up if is_backup else self._on_written)
        self._task.failed.connect(self._on_failed)
        self._task.finished.connect(self._on_finished)
        self.menu.setEnabled(False)
        self._show_message("", self.tr("Backing up…") if is_backup else self.tr("Exporting…"))
        self._cancel.show()

    @Slot()
    def _on_cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    @Slot(object)
    def _on_written(self, count: int) -> None:
        words = self.tr("Exported {attempts} to {path}")
        self._show_message("", words.format(attempts=count_text(count), path=self._path))

    @Slot(object)
    def _on_backed_up(self, count: int) -> None:
        words = self.tr(
            "Backed up {attempts} to {path}. The file holds names, IDs, user IDs, requests and answers in clear, and no"
            " token."
        )
        self._show_message("", words.format(attempts=count_text(count), path=self._path))

    @Slot(int)
    def _on_progressed(self, percent: int) -> None:
        # What was sent before the end may arrive after it.
        if self._task is not None:
            self._show_message("", self.tr("Backing up… {percent} %").format(percent=percent))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, CancelledByUserError):
            self._show_message("", self.tr("The export was cancelled; no file was written."))
        elif isinstance(error, KoodriveError):
            self._show_message("problem", f"{translate(error.title)}: {translate(error.message)}")
        else:
            self._runner.unhandled.emit(error)
            self._show_message("problem", self.tr("The export failed; no file was written."))

    @Slot()
    def _on_finished(self) -> None:
        self._task = None
        self.menu.setEnabled(True)
        self._cancel.hide()

    def _show_message(self, state: str, text: str) -> None:
        self._status.setText(text)
        set_style_state(self._status, state)
        self.show()


def _write(path: Path, file_format: str, attempts: Iterator[Attempt], cancellation: Cancellation) -> int:
    write = write_csv if file_format == "csv" else write_json
    # An iterator that is not read to its end keeps its connection to the file until it is closed.
    with closing(cast("Generator[Attempt]", attempts)):
        return write(path, _until_cancelled(attempts, cancellation))


def _until_cancelled(attempts: Iterator[Attempt], cancellation: Cancellation) -> Iterator[Attempt]:
    for attempt in attempts:
        if cancellation.is_cancelled:
            raise CancelledByUserError
        yield attempt
