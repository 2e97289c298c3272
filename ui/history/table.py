"""The table of the history: one attempt a row, of a million as quickly as of ten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from ui.history.columns import Column
from ui.widgets.table_view import MiddleElideDelegate, ReadOnlyTable

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from koodrive.journal import AttemptRow
    from ui.history.model import HistoryModel

_WIDTHS = {
    Column.TIME: 120,
    Column.KIND: 98,
    Column.NAME: 150,
    Column.ID: 156,
    Column.OUTCOME: 92,
    Column.CONNECTION: 90,
}
_ENTER_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class HistoryTable(ReadOnlyTable):
    """Shows a `HistoryModel` and says which attempt is selected.

    Args:
        model: What to show.

    Signals:
        attempt_selected: The selected `AttemptRow`, or None; again when its row has changed.
        details_requested: The user wants to go on to the details of the selected attempt.
        copy_requested: The user wants a copy of what is selected.
    """

    attempt_selected = Signal(object)
    details_requested = Signal()
    copy_requested = Signal()

    def __init__(self, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history.table")
        self.setAccessibleName(self.tr("Attempts"))
        self._history = model
        self._selected: AttemptRow | None = None
        self._anchor: QPersistentModelIndex | None = None
        self._anchor_row = 0
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.horizontalHeader().setSortIndicator(Column.TIME, Qt.SortOrder.DescendingOrder)
        self.setModel(model)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.setSortingEnabled(True)
        self.setItemDelegateForColumn(Column.ID, MiddleElideDelegate(self))
        self._connect()

    def _connect(self) -> None:
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._history.refreshing.connect(self._on_refreshing)
        self._history.loaded.connect(self._on_loaded)
        self._history.dataChanged.connect(self._on_selection_changed)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def selected(self) -> AttemptRow | None:
        """The selected attempt, or None while nothing is selected or its row is not loaded."""
        return self._selected

    def select_row(self, row: int) -> None:
        """Select the attempt in `row` and scroll to it."""
        index = self._history.index(row, 0)
        # The scroll bar learns of new rows when they are laid out, which is put off until the next paint.
        self.executeDelayedItemsLayout()
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the details with Enter, copy with Ctrl+C."""
        if event.key() in _ENTER_KEYS and self._selected is not None:
            self.details_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: Qt would read row after row on the window thread; that is what the search box is for."""

    def sizeHint(self) -> QSize:
        """Return room for a dozen rows."""
        return QSize(640, 360)

    @Slot()
    def _on_selection_changed(self) -> None:
        rows = self.selectionModel().selectedRows()
        selected = self._history.row_at(rows[0].row()) if rows else None
        if selected != self._selected:
            self._selected = selected
            self.attempt_selected.emit(selected)

    @Slot()
    def _on_refreshing(self) -> None:
        top = self.indexAt(self.viewport().rect().topLeft())
        # At the top people look at what is new; anywhere else, at what they scrolled to.
        self._anchor = QPersistentModelIndex(top) if top.row() > 0 else None
        self._anchor_row = top.row()

    @Slot()
    def _on_loaded(self) -> None:
        anchor, self._anchor = self._anchor, None
        if anchor is not None and anchor.isValid():
            self.executeDelayedItemsLayout()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + anchor.row() - self._anchor_row)
        self._on_selection_changed()

    @Slot(int)
    def _on_scrolled(self, first: int) -> None:
        shown = self.viewport().height() // max(1, self.verticalHeader().defaultSectionSize())
        self._history.prefetch(first - shown, first + 2 * shown)
