"""The table in which one shared folder is picked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QHeaderView

from ui.core.theme import scaled
from ui.pickers.shared_folder_model import FolderColumn
from ui.tables.table_view import MiddleElideDelegate, ReadOnlyTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from koodrive.models import SharedFolder
    from ui.pickers.shared_folder_model import SharedFolderRows

_WIDTHS = {FolderColumn.OWNER: 130, FolderColumn.CREATED: 130, FolderColumn.MEMBERS: 140}
"""Pixels, for letters of the usual size."""
_LEAST_NAME = 120
_SCREENS_AHEAD = 2


class SharedFolderTable(ReadOnlyTable):
    """Table of `SharedFolderRows` with single selection; signals when more rows are needed.

    Args:
        name: The object name.
        rows: What to show.

    Signals:
        end_near: The last row is in sight, or will soon be.
        picked: Another folder, or none, is selected.
    """

    end_near = Signal()
    picked = Signal()

    def __init__(self, name: str, rows: SharedFolderRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Shared folders"))
        self._rows = rows
        self.setModel(rows)
        self._set_up_columns()
        self.setItemDelegateForColumn(FolderColumn.OWNER, MiddleElideDelegate(self))
        self.selectionModel().selectionChanged.connect(self.picked)
        self.verticalScrollBar().valueChanged.connect(self.load_ahead)
        self.verticalScrollBar().rangeChanged.connect(self.load_ahead)

    def _set_up_columns(self) -> None:
        columns = self.horizontalHeader()
        columns.setStretchLastSection(False)
        # With less room the table scrolls, and the name stays to be read.
        columns.setMinimumSectionSize(scaled(_LEAST_NAME))
        columns.setSectionResizeMode(FolderColumn.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            columns.resizeSection(column, scaled(width))

    @property
    def folder(self) -> SharedFolder | None:
        """The selected folder, or None."""
        rows = self.selectionModel().selectedRows()
        return self._rows.folder_at(rows[0].row()) if rows else None

    def start(self, rows: Sequence[SharedFolder]) -> None:
        """Show `rows` in place of others; the selected folder stays selected and in its place, or the first is."""
        selected, top = self.folder, self.rowAt(0)
        is_new = not self._rows.begins_with(rows)
        if is_new:
            self._rows.start(rows)
        row = self._rows.row_of(selected.id) if selected else -1
        self.select_row(max(row, 0))
        if is_new and row >= 0:
            self.verticalScrollBar().setValue(top)
        self.load_ahead()

    def select_row(self, row: int) -> None:
        """Select the folder in a row, where there is one."""
        if 0 <= row < self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(row, 0))

    @Slot()
    def load_ahead(self) -> None:
        """Emit `end_near` near the end of the rows."""
        seen = self.viewport().height() // max(1, self.verticalHeader().defaultSectionSize())
        first = self.verticalScrollBar().value()
        if first + (1 + _SCREENS_AHEAD) * seen >= self._rows.rowCount():
            self.end_near.emit()

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters belong into the search field."""

    def sizeHint(self) -> QSize:
        """Return room for a dozen rows."""
        return QSize(560, 320)

    def minimumSizeHint(self) -> QSize:
        """Return room for three rows and the beginnings of names."""
        rows = 4 * self.verticalHeader().defaultSectionSize()
        return QSize(sum(_WIDTHS.values()) + _LEAST_NAME, rows)
