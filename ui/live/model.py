"""Table model of the service's lists, filtered and sorted in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from koodrive.core.characters import folded
from ui.live.columns import (
    LiveColumn,
    by_history_text,
    header_text,
    is_created_by_history,
    text_of,
    tool_tip_of,
)
from ui.tables.row_delegate import QUIET_ROLE
from ui.tables.table_model import TitledTable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from koodrive.listing.live_rows import LiveRow, Standing
    from koodrive.models import RequestKind

_NO_INDEX = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)

_ACCESSIBLE_DESCRIPTION = int(Qt.ItemDataRole.AccessibleDescriptionRole)
_ROLES = frozenset({_DISPLAY, _TOOL_TIP, QUIET_ROLE, _ACCESSIBLE_DESCRIPTION})


def _created(row: LiveRow) -> str:
    """Return when something was created, as a text to sort by."""
    known = "" if row.known_at is None else f"{row.known_at:%Y-%m-%dT%H:%M:%SZ}"
    return row.create_time or known


_KEYS: dict[int, Callable[[LiveRow], Any]] = {
    LiveColumn.KIND: lambda row: (row.kind, row.album_kind or 0, row.album_type or 0),
    LiveColumn.ID: lambda row: (len(row.object_id), row.object_id),
    LiveColumn.STANDING: lambda row: row.standing,
    LiveColumn.CREATED: _created,
    LiveColumn.CREATOR: lambda row: row.creator or "",
    LiveColumn.GROUP_ID: lambda row: (len(row.group_id or ""), row.group_id or ""),
    LiveColumn.FILE_ID: lambda row: row.file_id or "",
}
"""Sort key of each column but the name."""


@dataclass(frozen=True, slots=True)
class LiveQuery:
    """Filter of the rows; None and empty values set no limit."""

    text: str = ""
    """In the name or in one of the IDs, in any case of letters."""
    kind: RequestKind | None = None
    standing: Standing | None = None


class LiveModel(TitledTable):
    """Rows of `LiveRow`.

    Signals:
        changed: Other rows are shown, or in another order.
    """

    changed = Signal()

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.titles = tuple(header_text(column) for column in LiveColumn)
        self._all: list[tuple[LiveRow, str]] = []
        self._shown: list[LiveRow] = []
        self._query = LiveQuery()
        self._places: Mapping[str, int] = {}
        self._user_id = ""
        self._column = int(LiveColumn.KIND)
        self._is_descending = False

    @property
    def total(self) -> int:
        """Number of rows without any filter."""
        return len(self._all)

    def set_rows(self, rows: Sequence[LiveRow], places: Mapping[str, int], user_id: str = "") -> None:
        """Show `rows` in place of those that were there.

        Args:
            rows: What the service lists, and the history knows.
            places: The place of each of their names, see `ui.texts.name_order.name_places`.
            user_id: Who looks at them.
        """
        self._places, self._user_id = places, user_id
        self._all = [(row, _searched(row)) for row in rows]
        self._show()

    def set_query(self, query: LiveQuery) -> None:
        """Show the rows that match `query`."""
        if query != self._query:
            self._query = query
            self._show()

    def shown_rows(self) -> list[LiveRow]:
        """Return all rows that are shown, in their order."""
        return list(self._shown)

    def row_at(self, row: int) -> LiveRow:
        """Return the row at an index of the table."""
        return self._shown[row]

    def row_of(self, wanted: LiveRow) -> int:
        """Return where the same thing stands, whatever is known of it by now; -1 where it is not shown."""
        return self.row_with(wanted.kind, wanted.object_id)

    def row_with(self, kind: RequestKind, object_id: str) -> int:
        """Return where an album or shared folder stands; -1 where it is not shown."""
        places = (
            place for place, row in enumerate(self._shown) if row.object_id == object_id and row.kind is kind
        )
        return next(places, -1)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        self._column, self._is_descending = column, order == Qt.SortOrder.DescendingOrder
        self._show()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> Any:
        """Return the data of a cell."""
        if role not in _ROLES or not index.isValid():
            return None
        row, column = self._shown[index.row()], index.column()
        if role == _TOOL_TIP:
            return tool_tip_of(row, column)
        if role != _DISPLAY:
            is_by_history = column == LiveColumn.CREATED and is_created_by_history(row)
            if role == QUIET_ROLE:
                return is_by_history
            return by_history_text() if is_by_history else None
        if column == LiveColumn.CREATOR and row.creator and row.creator == self._user_id:
            return self.tr("You")
        return text_of(row, column)

    def _show(self) -> None:
        query, text = self._query, folded(self._query.text.strip())
        self.beginResetModel()
        self._shown = [row for row, searched in self._all if text in searched]
        if query.kind is not None:
            self._shown = [row for row in self._shown if row.kind is query.kind]
        if query.standing is not None:
            self._shown = [row for row in self._shown if row.standing is query.standing]
        key = self._name_place if self._column == LiveColumn.NAME else _KEYS[self._column]
        self._shown.sort(key=key, reverse=self._is_descending)
        self.endResetModel()
        self.changed.emit()

    def _name_place(self, row: LiveRow) -> int:
        return self._places[row.name]


def _searched(row: LiveRow) -> str:
    texts = (row.name, row.object_id, row.group_id or "", row.file_id or "", row.creator or "")
    return "\n".join(map(folded, texts))
