"""The table of the history: one attempt a row, of a million as quickly as of ten, several of them selectable."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from koodrive.models import OutcomeKind, RequestKind
from ui.history.columns import Column
from ui.history.selected_rows import SelectedRows, merged
from ui.tables.column_choice import ColumnChoice
from ui.tables.multi_select_table import MultiSelectTable
from ui.tables.row_delegate import SignDelegate
from ui.tables.table_view import MiddleElideDelegate
from ui.texts.attempts import kind_text, local_time, outcome_text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from koodrive.journal import AttemptRow
    from ui.history.model import HistoryModel

_ORDER = (Column.OUTCOME, Column.NAME, Column.ID, Column.TIME, Column.KIND, Column.CONNECTION)
"""From left to right."""
_HIDDEN_AT_FIRST = ("kind", "connection")
"""The icon beside the name tells the kind."""
_MARK = "——"
"""As wide as a mark or an icon with its room."""
_MOST_COMPARED = 256
"""Rows of a stretch that are looked at one by one where the stretch has not moved as a whole."""
_ENTER_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Stretch(NamedTuple):
    """Selected rows below each other."""

    first: QPersistentModelIndex
    last: QPersistentModelIndex
    length: int
    ids: set[int]


class HistoryTable(MultiSelectTable):
    """Shows a `HistoryModel` and says which attempts are selected; selected ones stay so when others are added.

    Args:
        model: What to show.

    Attributes:
        columns: Which columns are shown.

    Signals:
        attempt_selected: The selected `AttemptRow` whose details are wanted, or None; again when it has changed. Of
            several it is that of the keyboard.
        count_changed: How many rows are selected.
        details_requested: The user wants to go on to the details of the selected attempt.
        copy_requested: The user wants a copy of what is selected.
    """

    attempt_selected = Signal(object)
    count_changed = Signal(int)
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
        self._count = 0
        self._moving: list[_Stretch] | None = None
        """What was selected, while rows are moved."""
        self._selects_first = True
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.horizontalHeader().setSortIndicator(Column.TIME, Qt.SortOrder.DescendingOrder)
        self.setModel(model)
        for place, column in enumerate(_ORDER):
            header = self.horizontalHeader()
            header.moveSection(header.visualIndex(column), place)
        self.measure_columns(_samples(), rest=Column.NAME, fixed=(Column.ID,))
        self.setSortingEnabled(True)
        self.setItemDelegateForColumn(Column.ID, MiddleElideDelegate(self))
        self.setItemDelegateForColumn(Column.OUTCOME, SignDelegate(self))
        self.columns = ColumnChoice(self, [column.name.lower() for column in Column], _HIDDEN_AT_FIRST)
        self._connect()

    def _connect(self) -> None:
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.selectionModel().currentRowChanged.connect(self._on_selection_changed)
        self._history.rows_about_to_move.connect(self._on_rows_about_to_move)
        self._history.rows_moved.connect(self._on_rows_moved)
        self._history.refreshing.connect(self._on_refreshing)
        self._history.loaded.connect(self._on_loaded)
        self._history.dataChanged.connect(self._on_selection_changed)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def selected(self) -> AttemptRow | None:
        """The selected attempt whose details are wanted; None while there is none or its row is not loaded."""
        return self._selected

    @property
    def selected_count(self) -> int:
        """How many rows are selected."""
        return self._count

    @property
    def selected_rows(self) -> SelectedRows:
        """All selected rows."""
        spans = self._spans()
        ends = {row for span in spans for row in span}
        known = {row: found.attempt_id for row in ends if (found := self._history.row_at(row)) is not None}
        return SelectedRows(self._history.query, spans, known)

    def loaded_rows(self) -> list[AttemptRow] | None:
        """Return all selected rows from top to bottom; None where some of them are not loaded."""
        rows: list[AttemptRow] = []
        for first, last in self._spans():
            for row in range(first, last + 1):
                found = self._history.row_at(row)
                if found is None:
                    return None
                rows.append(found)
        return rows

    def _spans(self) -> tuple[tuple[int, int], ...]:
        selection = self.selectionModel().selection()
        parts = [selection.at(place) for place in range(selection.count())]
        return merged((part.top(), part.bottom()) for part in parts)

    def select_row(self, row: int) -> None:
        """Select the attempt in `row` and scroll to it."""
        # The scroll bar learns of new rows when they are laid out, which is put off until the next paint.
        self.executeDelayedItemsLayout()
        self.selectRow(row)
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

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

    def showEvent(self, event: QShowEvent) -> None:
        """Select the first row when the table is opened, and bring the selected one into sight; see QWidget."""
        super().showEvent(event)
        self._select_first()
        current = self.currentIndex()
        if current.isValid() and self.selectionModel().isRowSelected(current.row(), current.parent()):
            self.executeDelayedItemsLayout()
            self.scrollTo(current)

    def _select_first(self) -> None:
        """Select the first row once, unless people or the window have selected one before."""
        if self._selects_first and self.isVisible() and self._history.rowCount():
            self._selects_first = not self._history.is_counted
            if not self.selectionModel().hasSelection():
                self.selectRow(0)

    @Slot()
    def _on_selection_changed(self) -> None:
        if self._moving is not None:
            return
        spans = self._spans()
        for first, last in spans:
            self._history.prefetch(first, last)
        row = self._row_for_details(spans)
        selected = None if row is None else self._history.row_at(row)
        if selected != self._selected:
            self._selected = selected
            self.attempt_selected.emit(selected)
        count = sum(last - first + 1 for first, last in spans)
        if count != self._count:
            self._count = count
            self.count_changed.emit(count)

    def _row_for_details(self, spans: tuple[tuple[int, int], ...]) -> int | None:
        current = self.currentIndex().row()
        if any(first <= current <= last for first, last in spans):
            return current
        return spans[0][0] if spans else None

    # Qt keeps an index for each selected row while rows move, which takes seconds for a million of them.

    @Slot()
    def _on_rows_about_to_move(self) -> None:
        self._moving = [self._stretch(first, last) for first, last in self._spans()]
        self.selectionModel().clearSelection()

    def _stretch(self, first: int, last: int) -> _Stretch:
        index = self._history.index
        rows = range(first, last + 1) if last - first < _MOST_COMPARED else ()
        ids = {found.attempt_id for row in rows if (found := self._history.row_at(row)) is not None}
        return _Stretch(
            QPersistentModelIndex(index(first, 0)), QPersistentModelIndex(index(last, 0)), last - first, ids
        )

    @Slot()
    def _on_rows_moved(self) -> None:
        stretches, self._moving = self._moving or [], None
        selection = QItemSelection()
        for stretch in stretches:
            first, last = stretch.first.row(), stretch.last.row()
            if first >= 0 and last - first == stretch.length:
                selection.select(self._history.index(first, 0), self._history.index(last, 0))
                continue
            # Others have come in between, or some have gone.
            near = range(max(0, first), min(max(first, last), first + 2 * _MOST_COMPARED) + 1)
            for row in near:
                found = self._history.row_at(row)
                if found is not None and found.attempt_id in stretch.ids:
                    selection.select(self._history.index(row, 0), self._history.index(row, 0))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flags.Select | flags.Rows)

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
        self._select_first()

    @Slot(int)
    def _on_scrolled(self, first: int) -> None:
        shown = self.viewport().height() // max(1, self.verticalHeader().defaultSectionSize())
        self._history.prefetch(first - shown, first + 2 * shown)


def _samples() -> dict[int, list[str]]:
    """Return the texts that are not to be cut, by column."""
    return {
        Column.TIME: [local_time(datetime(2028, 10, 28, tzinfo=UTC))],
        Column.KIND: [kind_text(kind) for kind in RequestKind],
        Column.NAME: [f"{_MARK}Customer 0041"],
        Column.ID: ["0" * 19],
        Column.OUTCOME: [_MARK + outcome_text(outcome) for outcome in OutcomeKind],
    }
