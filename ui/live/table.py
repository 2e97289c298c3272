"""The table of what the service lists; what is selected stays so in another order, and when it is read again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal, Slot

from koodrive.listing.live_rows import Standing
from koodrive.models import AlbumKind, AlbumType
from ui.live.columns import HIDDEN_AT_FIRST, LiveColumn, standing_text
from ui.tables.column_choice import ColumnChoice
from ui.tables.multi_select_table import MultiSelectTable
from ui.tables.row_delegate import SignDelegate
from ui.tables.table_view import MiddleElideDelegate
from ui.texts.attempts import album_text, local_time

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from koodrive.listing.live_rows import LiveRow
    from ui.live.model import LiveModel

_MARK = "——"
"""As wide as a mark with its room."""


class LiveTable(MultiSelectTable):
    """Shows a `LiveModel`; several rows can be selected.

    Args:
        model: What to show.

    Attributes:
        columns: Which columns are shown.

    Signals:
        selected: Other rows are selected, or the one of the keyboard is another one.
    """

    selected = Signal()

    def __init__(self, model: LiveModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._kept: list[LiveRow] = []
        """What was selected when other rows were to be shown, or the same in another order; first that of the
        keyboard."""
        self._selects_first = True
        self.setObjectName("live.table")
        self.setAccessibleName(self.tr("What the service lists"))
        self.setModel(model)
        fixed = (LiveColumn.ID, LiveColumn.GROUP_ID, LiveColumn.FILE_ID)
        self.measure_columns(_samples(), rest=LiveColumn.NAME, fixed=fixed)
        self.horizontalHeader().setSortIndicator(LiveColumn.KIND, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.columns = ColumnChoice(self, [column.name.lower() for column in LiveColumn], HIDDEN_AT_FIRST)
        for column in (LiveColumn.ID, LiveColumn.GROUP_ID, LiveColumn.FILE_ID):
            self.setItemDelegateForColumn(column, MiddleElideDelegate(self))
        self.setItemDelegateForColumn(LiveColumn.STANDING, SignDelegate(self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        model.modelAboutToBeReset.connect(self._keep)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.selectionModel().currentRowChanged.connect(self._on_selection_changed)

    def selected_rows(self) -> list[LiveRow]:
        """Return what is selected, from top to bottom."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._rows.row_at(place) for place in places]

    def current_row(self) -> LiveRow | None:
        """Return the selected row that the keyboard is at, or the first selected one; None while none is selected."""
        current = self.currentIndex()
        if current.isValid() and self.selectionModel().isRowSelected(current.row()):
            return self._rows.row_at(current.row())
        return next(iter(self.selected_rows()), None)

    def forget(self) -> None:
        """Keep nothing selected when other rows are shown, as they belong to another connection."""
        self._kept = []
        self._selects_first = True

    @Slot()
    def _keep(self) -> None:
        # What is left out for a while is selected again when it comes back.
        rows, current = self.selected_rows(), self.current_row()
        if current is not None:
            self._kept = [current, *(row for row in rows if row is not current)]

    def restore(self) -> None:
        """Select what was selected before the rows were changed, or the first row when the table is opened."""
        places = [place for row in self._kept if (place := self._rows.row_of(row)) >= 0]
        if not places:
            self._select_first()
            return
        selection = QItemSelection()
        for place in places:
            index = self._rows.index(place, 0)
            selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self._rows.index(places[0], 0), flags.NoUpdate)
        self.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)

    def showEvent(self, event: QShowEvent) -> None:
        """Select the first row when the table is opened; see QWidget.showEvent."""
        super().showEvent(event)
        self._select_first()

    def _select_first(self) -> None:
        if self._selects_first and self.isVisible() and self._rows.rowCount():
            self._selects_first = False
            if not self.selectionModel().hasSelection() and not self._kept:
                self.selectRow(0)

    @Slot()
    def _on_selection_changed(self) -> None:
        self.selected.emit()


def _samples() -> dict[int, list[str]]:
    """Return the texts that are not to be cut, by column."""
    digits = ["0" * 19]
    return {
        LiveColumn.KIND: [album_text(kind, scope) for kind in AlbumType for scope in AlbumKind],
        LiveColumn.NAME: ["Customer 0041 x"],
        LiveColumn.ID: digits,
        LiveColumn.STANDING: [_MARK + standing_text(each) for each in Standing],
        LiveColumn.CREATED: [local_time(datetime(2028, 10, 28, tzinfo=UTC))],
        LiveColumn.GROUP_ID: digits,
        LiveColumn.FILE_ID: digits,
    }
