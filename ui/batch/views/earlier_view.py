"""The earlier batches below the start of the page: open one, remove one that was not run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from ui.batch.texts import source_text
from ui.batch.views.batch_list import BatchList
from ui.texts.visible import as_tool_tip, in_short
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import column, row
from ui.widgets.question import Question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.batch.views.batch_list import ListedBatch

_WIDTH = 640
_LONGEST_NAME = 60


class EarlierView(QFrame):
    """A list of batches and what can be done with the selected one; hidden while there is none.

    Signals:
        chosen: The number of the batch that is to be opened (an int, as object).
        remove_requested: The number of the batch that is to be removed; the user has agreed.
    """

    chosen = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = BatchList()
        self._open = PushButton(self.tr("Ope&n"), name="batch.list.open", role="small", auto_default=False)
        self._remove = PushButton(
            self.tr("Re&move…"), name="batch.list.remove", role="small", auto_default=False
        )
        self.setMaximumWidth(max(_WIDTH, 44 * self.fontMetrics().height()))
        heading = PlainLabel(self.tr("Earlier batches"), role="head")
        head = row(heading, 1, self._open, self._remove)
        column(head, self.list, spacing=8, parent=self)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_remove)
        self.list.chosen.connect(self.chosen)
        self.list.current_changed.connect(self._on_current_changed)
        self._open.clicked.connect(self.list.choose)
        self._remove.clicked.connect(self._on_remove)
        self.hide()

    def show_batches(self, batches: Sequence[ListedBatch]) -> None:
        """Show other batches, the newest first."""
        self.list.show_batches(batches)
        self._on_current_changed()
        self.setVisible(bool(batches))

    @Slot()
    def _on_current_changed(self) -> None:
        listed = self.list.current
        can_remove = listed is not None and listed.is_not_run
        self._open.setEnabled(listed is not None)
        self._remove.setEnabled(can_remove)
        words = self.tr("What was sent belongs to the history and stays.")
        self._remove.setToolTip("" if can_remove else as_tool_tip(words))

    @Slot()
    def _on_remove(self) -> None:
        listed = self.list.current
        if listed is None or not listed.is_not_run:
            return
        batch = listed.batch
        name = in_short(batch.name, _LONGEST_NAME) or self.tr("the pasted table")
        question = Question(
            "batch.removeQuestion",
            self.tr("Remove the plan of {name}?").format(name=name),
            self.tr("It was not run: {rows}.").format(rows=source_text(batch)),
            self.tr("What was edited here is gone. The file stays where it is.")
            if batch.name
            else self.tr("What was pasted and edited is gone."),
            confirm=self.tr("&Remove"),
            parent=self.window(),
        )
        question.accepted.connect(lambda: self.remove_requested.emit(batch.batch_id))
        question.open()
