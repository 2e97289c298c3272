"""Writes a file that the user names, in the background, and says what became of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from koodrive.core.deadline import Cancellation, CancelledByUserError
from koodrive.errors import KoodriveError
from ui.core.tasks import Lane
from ui.texts.translate import titled
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import row
from ui.widgets.save_file import OpenFolderButton, ask_where_to_save
from ui.widgets.style_state import set_style_state

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.core.tasks import Task, TaskRunner

SHOWN_MS = 60_000
"""How long it says that a file was written; a problem stays until the next export."""


class ExportJob(NamedTuple):
    """Work that writes one file."""

    title: str
    """Title of the dialog that asks for the file."""
    file_name: str
    """Proposed name; its suffix is the file type."""
    is_running: str
    """Words for while it runs."""
    write: Callable[[Path, Cancellation, Callable[[int], object]], int]
    """Blocking; gets the file, what ends it early and a function for the percentage, and returns how many rows
    were written."""
    is_written: Callable[[int, Path], str]
    """Words for the end, from that number and the file."""


class FileExport(QWidget):
    """The line that says how an export goes, with its Cancel button; hidden before the first one.

    Args:
        name: Begin of all object names.
        runner: Runs the exports.
    """

    _progressed = Signal(int)

    def __init__(self, name: str, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._runner = runner
        self._task: Task | None = None
        self._path = Path()
        self._wanted: ExportJob | None = None
        self._job: ExportJob | None = None
        self._progressed.connect(self._on_progressed)
        self._end = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._end.timeout.connect(self.hide)
        self._status = PlainLabel(name=f"{name}.status", role="message", wraps=True, selectable=True)
        # A path may be one long word; it must not decide how wide the page is.
        self._status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._cancel = PushButton(self.tr("Cancel"), name=f"{name}.cancel", auto_default=False)
        self._cancel.clicked.connect(self._on_cancel)
        self._open_folder = OpenFolderButton(f"{name}.openFolder")
        row(self._status, self._open_folder, self._cancel, stretch=self._status, parent=self)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether a file is being written."""
        return self._task is not None

    def ask_for_file(self, job: ExportJob) -> None:
        """Let the user name a file, then write it; nothing happens while another one is being written.

        Args:
            job: What to write.
        """
        if self.is_busy:
            return
        self._wanted = job
        dialog = ask_where_to_save(f"{self._name}.file", job.title, job.file_name, self)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def show_problem(self, text: str) -> None:
        """Say why there is no export."""
        self._cancel.setVisible(self.is_busy)
        self._show_message("problem", text)

    def _set_idle(self, *, is_idle: bool) -> None:
        """Take note that a file is being written, or not any more; for subclasses."""

    @Slot(str)
    def _on_file_selected(self, path: str) -> None:
        job, self._wanted = self._wanted, None
        if job is None or self._task is not None:
            return
        target, cancellation, progress = Path(path), Cancellation(), self._progressed.emit
        self._path, self._job = target, job
        self._task = self._runner.start(
            Lane.FILES,
            lambda: job.write(target, cancellation, progress),
            cancellation=cancellation,
            key="export",
        )
        self._task.succeeded.connect(self._on_written)
        self._task.failed.connect(self._on_failed)
        self._task.finished.connect(self._on_finished)
        self._set_idle(is_idle=False)
        self._open_folder.hide()
        self._end.stop()
        self._show_message("", job.is_running)
        self._cancel.show()

    @Slot()
    def _on_cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    @Slot(object)
    def _on_written(self, count: int) -> None:
        if self._job is not None:
            self._show_message("", self._job.is_written(count, self._path))
            self._open_folder.offer(self._path)
            self._end.start()

    @Slot(int)
    def _on_progressed(self, percent: int) -> None:
        # What was sent before the end may arrive after it.
        if self._task is not None and self._job is not None:
            self._show_message(
                "", self.tr("{words} {percent} %").format(words=self._job.is_running, percent=percent)
            )

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, CancelledByUserError):
            self._show_message("", self.tr("The export was cancelled; no file was written."))
        elif isinstance(error, KoodriveError):
            self._show_message("problem", titled(error.title, error.message))
        else:
            self._runner.unhandled.emit(error)
            self._show_message("problem", self.tr("The export failed; no file was written."))

    @Slot()
    def _on_finished(self) -> None:
        self._task = self._job = None
        self._set_idle(is_idle=True)
        self._cancel.hide()

    def _show_message(self, state: str, text: str) -> None:
        self._status.setText(text)
        set_style_state(self._status, state)
        self.show()
