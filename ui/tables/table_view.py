"""A table of whole rows of one height, as quick with a million of them as with ten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.tables.row_delegate import RowDelegate, row_height

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

_LEAST_HEADING = 28
_NO_ROW = -1


class ReadOnlyTable(QTableView):
    """One row is selected at a time; nothing can be edited, and no row is measured."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered_row = _NO_ROW
        """The row under the pointer; -1 for none."""
        configure_table(self)
        self.setMouseTracking(True)
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        # A double click on a border looks at the rows in sight only; any other row would have to be loaded.
        columns.setResizeContentsPrecision(0)
        columns.setStretchLastSection(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which row is under the pointer."""
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Show no row as under the pointer."""
        self._hover(_NO_ROW)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            _measure(self)

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
    table.setItemDelegate(RowDelegate(table))
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    rows, columns = table.verticalHeader(), table.horizontalHeader()
    rows.hide()
    # Rows of one fixed height are placed by a multiplication, whatever their number.
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    columns.setHighlightSections(False)
    columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    _measure(table)


def _measure(table: QTableView) -> None:
    """Give heading and rows the heights that go with the font."""
    metrics = table.fontMetrics()
    table.verticalHeader().setDefaultSectionSize(row_height(metrics))
    table.horizontalHeader().setFixedHeight(max(_LEAST_HEADING, metrics.height() + 12))


class MiddleElideDelegate(RowDelegate):
    """Shows IDs: in the font of fixed width, and elided in the middle, as they differ at both ends."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table, is_fixed=True, mode=Qt.TextElideMode.ElideMiddle)
