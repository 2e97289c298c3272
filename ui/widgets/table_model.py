"""What every table model here says of its columns."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

_NO_INDEX = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


class TitledTable(QAbstractTableModel):
    """A table with a title above each column; a subclass sets `titles` and brings the rows."""

    titles: tuple[str, ...] = ()

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Return the number of columns; see QAbstractItemModel.columnCount."""
        return 0 if parent.isValid() else len(self.titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Return the title of a column; see QAbstractItemModel.headerData."""
        if orientation == Qt.Orientation.Horizontal and role == _DISPLAY:
            return self.titles[section]
        return None
