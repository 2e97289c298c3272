"""The shared folders that a search has found, as far as they were fetched, as a table model."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from ui.tables.table_model import TitledTable
from ui.texts.attempts import service_time
from ui.texts.visible import as_tool_tip, in_short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from koodrive.models import SharedFolder

_NO_INDEX = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_LONGEST_CELL = 200
"""Characters; more are not visible."""


class FolderColumn(IntEnum):
    """Columns of the table of shared folders, from left to right."""

    NAME = 0
    OWNER = 1
    CREATED = 2
    MEMBERS = 3


class SharedFolderRows(TitledTable):
    """Table model of the fetched shared folders.

    Args:
        user_id: User whose folders are shown as own ones.
    """

    def __init__(self, user_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._user_id = user_id
        self._rows: list[SharedFolder] = []
        self._ids: set[str] = set()
        self.titles = (self.tr("Name"), self.tr("Owner"), self.tr("Created"), self.tr("Members allowed"))

    def folder_at(self, row: int) -> SharedFolder | None:
        """Return the folder in a row; None where there is none."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, folder_id: str) -> int:
        """Return the row of the folder with the primary key `folder_id`; -1 when it is not there."""
        if folder_id not in self._ids:
            return -1
        return next(row for row, folder in enumerate(self._rows) if folder.id == folder_id)

    def begins_with(self, rows: Sequence[SharedFolder]) -> bool:
        """Return whether exactly `rows` are shown."""
        return self._rows == list(rows)

    def start(self, rows: Sequence[SharedFolder]) -> None:
        """Show `rows` in place of all others."""
        self.beginResetModel()
        self._rows, self._ids = [], set()
        self._rows += self._new(rows)
        self.endResetModel()

    def add(self, rows: Sequence[SharedFolder]) -> int:
        """Show `rows` below the others; one that is there already, as the list has moved on, is left out.

        Returns:
            Number of new rows.
        """
        new = self._new(rows)
        if new:
            self.beginInsertRows(_NO_INDEX, len(self._rows), len(self._rows) + len(new) - 1)
            self._rows += new
            self.endInsertRows()
        return len(new)

    def _new(self, rows: Sequence[SharedFolder]) -> list[SharedFolder]:
        new = {row.id: row for row in rows if row.id not in self._ids}
        self._ids.update(new)
        return list(new.values())

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Return how many folders were fetched."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> Any:
        """Return the text of a cell, or its tool tip."""
        if role not in {_DISPLAY, _TOOL_TIP} or not index.isValid():
            return None
        folder, column = self._rows[index.row()], index.column()
        if role == _TOOL_TIP:
            return as_tool_tip(self._whole_text(folder, column, exactly=True))
        return in_short(self._whole_text(folder, column, exactly=False), _LONGEST_CELL)

    def _whole_text(self, folder: SharedFolder, column: int, *, exactly: bool) -> str:
        if column == FolderColumn.NAME:
            return folder.name or self.tr("(no name)")
        if column == FolderColumn.OWNER:
            return self._owner(folder, exactly=exactly)
        if column == FolderColumn.CREATED:
            return service_time(folder.create_time, exactly=exactly)
        return "–" if folder.max_member is None else str(folder.max_member)

    def _owner(self, folder: SharedFolder, *, exactly: bool) -> str:
        owner = folder.owner_id or folder.creator or "–"
        is_mine = self._user_id in {folder.owner_id, folder.creator}
        return self.tr("You") if is_mine and not exactly else owner
