"""What a batch is saved as: its result, the rows that are left, a copy with its problems."""

from __future__ import annotations

from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from koodrive.batch.running.result_files import result_name, results_as_text, write_remaining, write_results
from koodrive.batch.template import write_csv_template, write_xlsx_template
from koodrive.journal.errors import Operation, translate_errors
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.texts.translate import translated

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from koodrive.core.deadline import Cancellation
    from koodrive.journal import Batch, Journal
    from ui.batch.results import ResultExport
    from ui.session.session import Session

KEY = "batch"
"""Queue of the history's lane."""

_write_results = partial(write_results, translate=translated)


class ResultFiles(QObject):
    """Saves the files of the batch that is shown.

    Args:
        session: Journal and task runner.
        export: Asks for the file and writes it.
        parent: Owner.

    Signals:
        copied: The result is on the clipboard.
        failed: What kept it from being copied.
    """

    copied = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, export: ResultExport, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._export = export
        self._batch: Batch | None = None
        self._task = LatestTask(session.runner, self, reports_unexpected=True)

    def show(self, batch: Batch | None) -> None:
        """Set the batch that is shown; None for none."""
        self._batch = batch

    @Slot(str)
    def save_template(self, ending: str) -> None:
        """Save an empty table with all columns.

        Args:
            ending: ``xlsx``, also with the rules and an example, or ``csv``.
        """
        write_template = write_xlsx_template if ending == "xlsx" else write_csv_template

        def work(path: Path, _cancellation: Cancellation, _progress: Callable[[int], object]) -> int:
            with translate_errors(path, Operation.EXPORTING):
                write_template(path)
            return 0

        self._export.save(self.tr("Save a template"), f"koodesk-template.{ending}", work)

    @Slot()
    def save_problems(self) -> None:
        """Save the table with the verdict and the reasons of each row behind its columns."""
        batch = self._batch
        if batch is not None:
            suffix = PurePath(batch.name).suffix.lower()
            suffix = suffix if suffix in {".xlsx", ".csv"} else ".xlsx"
            name = f"{PurePath(batch.name).stem or 'table'}-problems{suffix}"
            self._save(batch, self.tr("Save a copy with the problems"), name, _write_results)

    @Slot(str)
    def save_result(self, kind: str) -> None:
        """Save a file.

        Args:
            kind: One of `ui.batch.views.foot.RESULT_FORMATS`.
        """
        batch = self._batch
        if batch is None:
            return
        name, _, ending = kind.partition(".")
        is_remaining = name == "remaining"
        title = (
            self.tr("Save the rows that may be sent again") if is_remaining else self.tr("Save the result")
        )
        write = write_remaining if is_remaining else _write_results
        self._save(batch, title, result_name(batch, f".{ending}", remaining=is_remaining), write)

    def _save(self, batch: Batch, title: str, name: str, write: Callable[[Path, Journal, int], int]) -> None:
        journal = self._session.backend.journal

        def work(path: Path, _cancellation: Cancellation, _progress: Callable[[int], object]) -> int:
            return write(path, journal, batch.batch_id)

        self._export.save(title, name, work)

    @Slot()
    def copy_result(self) -> None:
        """Put the result on the clipboard, to be pasted back into the spreadsheet."""
        batch = self._batch
        if batch is not None:
            journal = self._session.backend.journal
            self._task.start(
                Lane.HISTORY,
                lambda: results_as_text(journal, batch.batch_id, translate=translated),
                self._on_read,
                self.failed.emit,
                key=KEY,
            )

    def _on_read(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit()
