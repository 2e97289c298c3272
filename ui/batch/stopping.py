"""Asks whether the batch that is shown is to end for good, and ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ui.texts.numbers import number_text
from ui.widgets.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from koodrive.journal import Batch
    from ui.batch.running import BatchRun


class Stopping(QObject):
    """One question at a time; no row begins while it stands.

    Args:
        run: The run of this window, which is held meanwhile.
        left: Returns how many rows are not sent yet.
        parent: Stands below the question; it owns this object.
    """

    def __init__(self, run: BatchRun, left: Callable[[], int], parent: QWidget) -> None:
        super().__init__(parent)
        self._run, self._left, self._parent = run, left, parent
        self._question: Question | None = None
        self._batch: Batch | None = None

    def ask(self, batch: Batch) -> None:
        """Ask about a batch, whether it runs or waits."""
        self._run.hold(is_held=True)
        question = Question(
            "batch.stopQuestion",
            self.tr("Stop this batch?"),
            self._reason(),
            self.tr(
                "What is created stays. The rows that are left can be saved as a file, and opened again."
            ),
            confirm=self.tr("&Stop"),
            parent=self._parent.window(),
        )
        self._question, self._batch = question, batch
        question.accepted.connect(self._on_confirmed)
        question.rejected.connect(self._on_rejected)
        question.open()

    def update(self) -> None:
        """Count the rows that were under way when it was asked; without a row that is left there is no question."""
        if self._question is None:
            return
        if self._left():
            self._question.show_reason(self._reason())
        else:
            self._question.reject()

    def _reason(self) -> str:
        return self.tr("{count} rows were not sent yet.").format(count=number_text(self._left()))

    @Slot()
    def _on_rejected(self) -> None:
        self._question = None
        self._run.hold(is_held=False)

    @Slot()
    def _on_confirmed(self) -> None:
        batch, self._question = self._batch, None
        if batch is not None and self._run.batch_id == batch.batch_id:
            self._run.stop()
        elif batch is not None:
            self._run.stop_stored(batch.batch_id)
