"""The table of a batch: rows are looked at, edited, left out and confirmed, with mouse or keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView

from koodrive.batch.models import Verdict
from koodrive.models import OutcomeKind, RequestKind
from ui.batch.rows.columns import Column
from ui.batch.rows.delegate import BatchDelegate
from ui.batch.texts import row_outcome_text, verdict_text
from ui.tables.column_choice import ColumnChoice
from ui.tables.multi_select_table import MultiSelectTable
from ui.texts.attempts import kind_text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from ui.batch.rows.model import BatchModel
    from ui.batch.rows.shown_row import ShownRow

_MARK = "——"
"""As wide as a mark or an icon with its room."""
_ENTER_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_NAME_SAMPLE = "Holidays of the choir"


class BatchTableView(MultiSelectTable):
    """Shows a `BatchModel`.

    Args:
        model: What to show.

    Signals:
        row_shown: The `ShownRow` at the keyboard, or None; again when it has changed.
        exclude_requested: Selected rows are to be left out, or put back.
        confirm_requested: Doubtful ones among the selected rows are to be sent all the same.
    """

    row_shown = Signal(object)
    exclude_requested = Signal()
    confirm_requested = Signal()

    def __init__(self, model: BatchModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batch.table")
        self.setAccessibleName(self.tr("Rows"))
        self._batch = model
        self._kept: int | None = None
        """Number of the row that the keyboard is in, while other rows are read."""
        self._kept_column = int(Column.NAME)
        self._followed = 0
        """Value of the scroll bar that `follow` has set."""
        self.choice: ColumnChoice | None = None
        """Which columns are shown; None before there is a batch."""
        self.setModel(model)
        self.setItemDelegate(BatchDelegate(self, model))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        # The heading asks whether whole columns are selected, cell after cell: a second for 10,000 rows.
        heading = self.horizontalHeader()
        heading.setSelectionModel(QItemSelectionModel(model, heading))
        heading.setSectionsClickable(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._connect()

    def _connect(self) -> None:
        self._batch.about_to_reset.connect(self._on_about_to_reset)
        self._batch.counted.connect(self._on_counted)
        self._batch.dataChanged.connect(self._announce)
        self.selectionModel().currentChanged.connect(self._announce)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def begin(self) -> None:
        """Take over the columns of the batch that the model shows now."""
        columns = self._batch.columns
        if self.choice is not None:
            self.choice.menu.deleteLater()
            self.choice.deleteLater()
            self.choice = None
        if columns is None:
            return
        self._kept = None
        self._kept_column = int(Column.NAME)
        hidden = columns.names[len(Column) :]
        self.choice = ColumnChoice(self, columns.names, hidden)
        self._measured_for = ""
        self.measure_columns(_samples(len(columns.names)))

    @property
    def current_row(self) -> ShownRow | None:
        """The row at the keyboard; None where there is none, or it is not loaded."""
        return self._batch.row_at(self.currentIndex().row())

    @property
    def selected_numbers(self) -> list[int]:
        """Numbers of the selected rows, in their order."""
        selection = self.selectionModel().selection()
        parts = sorted(
            (selection.at(one).top(), selection.at(one).bottom()) for one in range(selection.count())
        )
        numbers = self._batch.numbers
        return [number for first, last in parts for number in numbers[first : last + 1]]

    def go_to(self, row: int, file_column: int | None = None) -> None:
        """Select a row, scroll to it and put the keyboard into one of its cells.

        Args:
            row: Its number.
            file_column: Column of the file; shown where it was hidden. None for the one that the keyboard was in.
        """
        place, columns = self._batch.place_of(row), self._batch.columns
        if place < 0 or columns is None:
            return
        column = self.currentIndex().column() if file_column is None else columns.column_of(file_column)
        column = column if column >= 0 else int(Column.NAME)
        if self.isColumnHidden(column) and self.choice is not None:
            self.choice.menu.actions()[column].trigger()
        self.executeDelayedItemsLayout()
        self._set_current(place, column)
        self.scrollTo(self._batch.index(place, column), QAbstractItemView.ScrollHint.PositionAtCenter)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_current(self, place: int, column: int) -> None:
        flags = QItemSelectionModel.SelectionFlag
        index = self._batch.index(place, column)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def start_following(self) -> None:
        """Let `follow` scroll, until somebody scrolls."""
        self._followed = self.verticalScrollBar().value()

    def follow(self, place: int) -> None:
        """Keep a row in sight with some of those above it, unless somebody has scrolled.

        Args:
            place: Place of the row among those that are shown.
        """
        bar = self.verticalScrollBar()
        if self._followed != bar.value():
            return
        shown = self.viewport().height() // max(1, self.verticalHeader().defaultSectionSize())
        bar.setValue(max(bar.value(), place - shown * 2 // 3))
        self._followed = bar.value()

    def edit_current(self) -> None:
        """Open the cell at the keyboard, or the one that has a problem where that cannot be edited."""
        index, row, columns = self.currentIndex(), self.current_row, self._batch.columns
        if row is None or columns is None:
            return
        if not index.flags() & Qt.ItemFlag.ItemIsEditable or columns.file_column(index.column()) is None:
            wrong = next((one.column for one in row.remarks if one.column is not None), None)
            place = columns.column_of(wrong) if wrong is not None else int(Column.NAME)
            index = self._batch.index(index.row(), place)
            self.setCurrentIndex(index)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.scrollTo(index)
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit with Enter, leave out with Delete, confirm with the blank."""
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() in _ENTER_KEYS:
            self.edit_current()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.exclude_requested.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.confirm_requested.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: Qt would read row after row on the window thread; that is what the filter is for."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the reason take the room that is left."""
        super().resizeEvent(event)
        self.horizontalHeader().setStretchLastSection(True)

    @Slot()
    def _on_about_to_reset(self) -> None:
        numbers, place = self._batch.numbers, self.currentIndex().row()
        if 0 <= place < len(numbers):
            self._kept, self._kept_column = numbers[place], self.currentIndex().column()

    @Slot()
    def _on_counted(self) -> None:
        kept, self._kept = self._kept, None
        if self._batch.rowCount() and not self.currentIndex().isValid():
            place = self._batch.place_of(kept) if kept is not None else 0
            self._set_current(max(place, 0), max(self._kept_column, 0))
            if kept is not None:
                self.executeDelayedItemsLayout()
                self.scrollTo(self.currentIndex())
        self._announce()

    @Slot()
    def _announce(self) -> None:
        self.row_shown.emit(self.current_row)

    @Slot(int)
    def _on_scrolled(self, first: int) -> None:
        shown = self.viewport().height() // max(1, self.verticalHeader().defaultSectionSize())
        self._batch.prefetch(first - shown, first + 2 * shown)


def _samples(count: int) -> dict[int, list[str]]:
    """Return the texts that are not to be cut, by column."""
    verdicts = [_MARK + verdict_text(verdict) for verdict in Verdict]
    outcomes = [_MARK + row_outcome_text(outcome) for outcome in OutcomeKind]
    more = {column: [_NAME_SAMPLE] for column in range(len(Column), count)}
    return {
        Column.LINE: ["00000"],
        Column.STATE: [*verdicts, *outcomes, _MARK + row_outcome_text(None)],
        Column.KIND: [_MARK + kind_text(kind) for kind in RequestKind],
        Column.NAME: [_NAME_SAMPLE + _MARK],
        Column.FOLDER: ["Customer 00"],
        Column.REASON: ["0" * 22],
        **more,
    }
