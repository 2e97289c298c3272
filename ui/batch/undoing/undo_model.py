"""The objects of a batch that is taken back as a table model, which reads further ones as they are scrolled to."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot

from koodrive.models import RequestKind
from ui.batch.undoing.undo_texts import MARKS, reason_text, state_text
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.tables.row_delegate import ICON_ROLE, MARK_ROLE, QUIET_ROLE
from ui.tables.table_model import TitledTable
from ui.texts.attempts import kind_text
from ui.texts.visible import as_tool_tip, in_short

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from koodrive.journal import Journal, UndoRow
    from ui.core.tasks import TaskRunner

PAGE = 500
"""Rows that are read at once."""
_MOST_READ_AGAIN = 2_000
"""Rows that are read again while a run goes on; of more, those that were read last are as they were."""
_LONGEST_CELL = 500
KEY = "batchUndo"
"""Queue of the history's lane."""
_NO_INDEX = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ICONS: dict[str, str] = {RequestKind.ALBUM: "album", RequestKind.SHARED_FOLDER: "folder-shared"}


class Column(IntEnum):
    """The columns, from left to right."""

    LINE = 0
    STATE = 1
    NAME = 2
    ID = 3
    REASON = 4


class UndoModel(TitledTable):
    """The objects in some states, in the reverse order of making.

    Args:
        runner: Runs the reads.

    Signals:
        counted: `counts` is up to date.
        failed: What kept rows from being read.
    """

    counted = Signal()
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, parent: Any = None) -> None:
        super().__init__(parent)
        self.titles = (
            self.tr("Line"),
            self.tr("State"),
            self.tr("Name"),
            self.tr("ID"),
            self.tr("Reason"),
        )
        self._reading = LatestTask(runner, self, reports_unexpected=True)
        self._more = LatestTask(runner, self, reports_unexpected=True)
        self._journal: Journal | None = None
        self._batch_id = 0
        self._states: frozenset[str] = frozenset()
        self.rows: list[UndoRow] = []
        """The rows that were read so far."""
        self._is_whole = True
        self._is_stale = False
        self.counts: Mapping[str, int] = {}
        """Objects by state, whatever is shown of them."""

    def show(self, journal: Journal | None, batch_id: int = 0) -> None:
        """Show the objects of a batch from the first one; None for none."""
        self._journal, self._batch_id, self.counts = journal, batch_id, {}
        self._replace([], is_whole=True)
        self._is_stale = False
        self._reading.cancel()
        self.refresh()

    def set_states(self, states: frozenset[str]) -> None:
        """Show the objects in some states only; all where there are none."""
        if states != self._states:
            self._states = states
            self._replace([], is_whole=True)
            self._reading.cancel()
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read again what was read so far, and the counts."""
        if self._journal is None:
            return
        if self._reading.is_running:
            self._is_stale = True
            return
        self._more.cancel()
        undos, batch_id, states = self._journal.batch_undos, self._batch_id, self._states
        limit = min(max(PAGE, len(self.rows)), _MOST_READ_AGAIN)
        self._reading.start(
            Lane.HISTORY,
            lambda: (undos.counts(batch_id), undos.page(batch_id, None, limit, states=states), limit),
            self._on_read,
            self._on_failed,
            key=KEY,
        )

    def _on_read(self, read: tuple[Mapping[str, int], list[UndoRow], int]) -> None:
        self.counts, rows, limit = read
        kept = self.rows[len(rows) :] if len(rows) == limit and len(self.rows) > limit else []
        whole = [*rows, *kept]
        if [row.of_attempt for row in whole] == [row.of_attempt for row in self.rows]:
            self.rows = whole
            if whole:
                self.dataChanged.emit(self.index(0, 0), self.index(len(whole) - 1, Column.REASON))
        else:
            self._replace(whole, is_whole=len(rows) < limit)
        self.counted.emit()
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def _on_failed(self, error: Exception) -> None:
        self._is_stale = False
        self.failed.emit(error)

    def _replace(self, rows: list[UndoRow], *, is_whole: bool) -> None:
        self.beginResetModel()
        self.rows, self._is_whole = rows, is_whole
        self.endResetModel()

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Return whether rows are left that were not read."""
        return not parent.isValid() and not self._is_whole and not self._more.is_running

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:  # noqa: ARG002 - the signature of Qt
        """Read the next rows in the background."""
        if self._journal is None or not self.rows:
            return
        undos, batch_id, states = self._journal.batch_undos, self._batch_id, self._states
        last = self.rows[-1].of_attempt
        self._more.start(
            Lane.HISTORY,
            lambda: undos.page(batch_id, last, PAGE, states=states),
            self._on_more,
            self.failed.emit,
            key=KEY,
        )

    def _on_more(self, rows: Sequence[UndoRow]) -> None:
        self._is_whole = len(rows) < PAGE
        if rows:
            self.beginInsertRows(_NO_INDEX, len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows += rows
            self.endInsertRows()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Return how many rows were read so far."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> Any:
        """Return a cell's text or looks."""
        row, column = self.rows[index.row()], index.column()
        if role == _DISPLAY:
            return _text(row, column)
        if role == _TOOL_TIP:
            return as_tool_tip(reason_text(row) if column == Column.REASON else _text(row, column))
        if role == MARK_ROLE and column == Column.STATE:
            return MARKS.get(row.state)
        if role == ICON_ROLE and column == Column.NAME:
            return _ICONS.get(row.kind)
        return column == Column.LINE if role == QUIET_ROLE else None


def _text(row: UndoRow, column: int) -> str:
    if column == Column.LINE:
        return "–" if row.line is None else str(row.line)
    if column == Column.STATE:
        return state_text(row.state)
    if column == Column.NAME:
        return in_short(row.name or kind_text(row.kind), _LONGEST_CELL)
    return row.result_id if column == Column.ID else in_short(reason_text(row), _LONGEST_CELL)
