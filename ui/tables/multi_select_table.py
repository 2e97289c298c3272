"""A read-only table of whole rows of which several can be selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView

from ui.widgets.table_view import ReadOnlyTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class MultiSelectTable(ReadOnlyTable):
    """Rows are selected as everywhere: with Shift a stretch, with Ctrl one more or less, with Ctrl+A all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def selectRow(self, row: int) -> None:
        """Select this row alone; Qt's own would add or take it away while a Ctrl key is held, as for a shortcut."""
        flags = QItemSelectionModel.SelectionFlag
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
