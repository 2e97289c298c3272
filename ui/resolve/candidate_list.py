"""The list of what an attempt may have made, one thing of the service's list a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ui.tables.table_view import configure_table
from ui.texts.translate import joined
from ui.texts.visible import as_tool_tip, in_short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from koodrive.creation.matching import Candidate

_MOST_ROWS_ASKED_FOR = 6
_ID_WIDTH = 160
_LONGEST_CELL = 500
"""Characters; more are not visible, and laying them out takes time."""
_ENTER_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CandidateList(QTableWidget):
    """Shows candidates, those with the fewest doubts first, and says which one is selected.

    Signals:
        candidate_selected: The selected `Candidate`, or None.
        decision_wanted: Enter was pressed on a candidate.
    """

    candidate_selected = Signal(object)
    decision_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("What it may have created"))
        self._candidates: list[Candidate] = []
        self.setHorizontalHeaderLabels([self.tr("Name"), self.tr("ID"), self.tr("Doubts")])
        configure_table(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._set_up_headers()
        self.itemSelectionChanged.connect(self._on_selection_changed)

    def _set_up_headers(self) -> None:
        columns = self.horizontalHeader()
        columns.setTextElideMode(Qt.TextElideMode.ElideRight)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        columns.setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        columns.resizeSection(1, _ID_WIDTH)

    @property
    def selected(self) -> Candidate | None:
        """The selected candidate, or None."""
        rows = self.selectionModel().selectedRows()
        return self._candidates[rows[0].row()] if rows else None

    def set_candidates(self, candidates: Sequence[Candidate]) -> None:
        """Show `candidates`; what is selected stays so where it is among them, and a single one is selected."""
        wanted = sorted(candidates, key=lambda found: len(found.doubts))
        if wanted == self._candidates:
            return
        chosen = self.selected
        self._candidates = wanted
        self.clearSelection()
        self.setRowCount(len(wanted))
        for row, found in enumerate(wanted):
            for column, text in enumerate(self._cells(found)):
                item = QTableWidgetItem(in_short(text, _LONGEST_CELL))
                item.setToolTip(as_tool_tip(text))
                self.setItem(row, column, item)
        same = [row for row, found in enumerate(wanted) if chosen and found.listed.id == chosen.listed.id]
        if same or len(wanted) == 1:
            self.selectRow(same[0] if same else 0)
        self.updateGeometry()

    def _cells(self, found: Candidate) -> tuple[str, str, str]:
        doubts = joined("", *found.doubts)
        return found.listed.name or "–", found.listed.id, doubts or self.tr("None")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the decision with Enter."""
        if event.key() in _ENTER_KEYS and self.selected is not None:
            self.decision_wanted.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return room for the first few candidates."""
        rows = min(max(1, self.rowCount()), _MOST_ROWS_ASKED_FOR)
        height = (
            self.horizontalHeader().sizeHint().height() + rows * self.verticalHeader().defaultSectionSize()
        )
        return QSize(400, height + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the same height, as what surrounds the list can be scrolled."""
        return QSize(200, self.sizeHint().height())

    @Slot()
    def _on_selection_changed(self) -> None:
        self.candidate_selected.emit(self.selected)
