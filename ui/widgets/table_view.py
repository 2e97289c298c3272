"""A table of whole rows of one fixed height, as quick with a million of them as with ten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

_ROW_PADDING = 10


class ReadOnlyTable(QTableView):
    """One row is selected at a time; nothing can be edited, and no row is measured."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        configure_table(self)
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        # A double click on a border looks at the rows in sight only; any other row would have to be loaded.
        columns.setResizeContentsPrecision(0)
        columns.setStretchLastSection(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the first arrow key select the row that the keyboard came to."""
        is_arrow = event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}
        if is_arrow and self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            # Otherwise it would select the next one, and the first row could not be had.
            self.selectRow(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Let Home and End mean the first and the last row."""
        if action in {QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd}:
            modifiers |= Qt.KeyboardModifier.ControlModifier
        return super().moveCursor(action, modifiers)


def configure_table(table: QTableView) -> None:
    """Let `table` show whole rows of one height, of which one can be selected and none be edited."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    rows, columns = table.verticalHeader(), table.horizontalHeader()
    rows.hide()
    # Rows of one fixed height are placed by a multiplication, whatever their number.
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(table.fontMetrics().height() + _ROW_PADDING)
    columns.setHighlightSections(False)
    columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class MiddleElideDelegate(QStyledItemDelegate):
    """Elides the middle, as IDs differ at both ends."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Elide the middle of a long text."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle
