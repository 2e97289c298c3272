"""The rows of the history as a table model that holds only the windows that are looked at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QColor

from koodrive.journal import HistoryQuery, SortColumn
from koodrive.models import Action, OutcomeKind, RequestKind
from ui.history.columns import Column, text_of, tool_tip_of
from ui.history.fetcher import WINDOW_ROWS, HistoryFetcher, Wanted
from ui.tables.row_delegate import ICON_ROLE, QUIET_ROLE
from ui.tables.table_model import TitledTable
from ui.texts.attempts import fate_text, outcome_colour, row_kind_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from koodrive.journal import AttemptRow, Batch, Journal
    from ui.core.tasks import TaskRunner
    from ui.history.fetcher import Reading

_KEPT_WINDOWS = 16
_NO_INDEX = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_DESCRIPTION = int(Qt.ItemDataRole.AccessibleDescriptionRole)
_ROLES = frozenset({_DISPLAY, _FOREGROUND, _TOOL_TIP, _ACCESSIBLE, _DESCRIPTION, ICON_ROLE, QUIET_ROLE})
_ICONS: dict[str, str] = {RequestKind.ALBUM: "album", RequestKind.SHARED_FOLDER: "folder-shared"}


class HistoryModel(TitledTable):
    """The attempts that a query selects; an attempt that is not loaded yet has empty texts and is on its way.

    Rows stand for attempts by their number (`AttemptRow.attempt_id`), not by their place: after `refresh` a
    selected attempt is still selected, wherever it stands now.

    Args:
        runner: Runs the reads.

    Signals:
        requested: Other rows are being read, in place of those that are shown.
        loaded: They are here: `rowCount`, `total` and `unknown` are up to date. When counting the rows takes
            long, first without being `is_counted`: then these are the first rows, and all are to follow.
        refreshing: `refresh` is about to begin; a persistent index that is made now is kept on its attempt.
        rows_about_to_move: Rows are about to stand elsewhere; of each selected stretch the ends are to be kept only.
        rows_moved: They do.
        located: The number of an attempt that was to be found, and its row, or -1 when it is not among the rows.
        failed: What kept the history from being read; `refresh` tries again.
    """

    requested = Signal()
    loaded = Signal()
    refreshing = Signal()
    rows_about_to_move = Signal()
    rows_moved = Signal()
    located = Signal(object, int)
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, parent: Any = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._feed: HistoryFetcher | None = None
        self._query = HistoryQuery()
        self._find: int | None = None
        self._count = 0
        self._windows: dict[int, list[AttemptRow]] = {}
        self._colours: dict[str, QColor] = {}
        self._is_reading = False
        self._refresh_again = False
        self._reset_pending = True
        self._recount_pending = True
        self.is_counted = False
        """Whether `rowCount` is how many attempts the query selects, and not just the first of them."""
        self.connections: tuple[tuple[str, str], ...] = ()
        """ID and name of every connection in the history."""
        self.batches: tuple[Batch, ...] = ()
        """Batches that have sent something, the newest first."""
        self.total = 0
        """Number of all attempts, whatever the query."""
        self.unknown = 0
        """Number of all attempts of unknown outcome."""
        self.titles = (
            self.tr("Started"),
            self.tr("Kind"),
            self.tr("Name"),
            self.tr("ID"),
            self.tr("Outcome"),
            self.tr("Connection"),
        )

    @property
    def query(self) -> HistoryQuery:
        """The query that is shown, or is being read to be shown."""
        return self._query

    def open(self, journal: Journal) -> None:
        """Show what `journal` holds, from now on."""
        self._feed = HistoryFetcher(self._runner, journal, self)
        self._feed.first_read.connect(self._on_first_read)
        self._feed.read.connect(self._on_read)
        self._feed.window_read.connect(self._on_window_read)
        self._feed.failed.connect(self._on_failed)
        self._request()
        self.requested.emit()

    def set_query(self, query: HistoryQuery, find: int | None = None) -> None:
        """Show what another query selects, from its first row.

        Args:
            query: What to show.
            find: The number of an attempt; `located` says where it is.
        """
        self._query = query
        self._find = find
        self._reset_pending = True
        self._refresh_again = False
        self._request()
        self.requested.emit()

    def refresh(self, find: int | None = None) -> None:
        """Read anew what changed, and keep every persistent index on its attempt.

        Args:
            find: ID of an attempt to find; None keeps the earlier one.
        """
        self._find = self._find if find is None else find
        self._recount_pending = True
        if self._is_reading:
            # Not instead of what is under way: refreshes in quick succession would show nothing until they end.
            self._refresh_again = True
            return
        self.refreshing.emit()
        self._request()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Show the same attempts in another order."""
        descending = order == Qt.SortOrder.DescendingOrder
        query = replace(self._query, sort=SortColumn[Column(column).name], descending=descending)
        if query != self._query:
            self.set_query(query)

    def row_at(self, row: int) -> AttemptRow | None:
        """Return the attempt in a row, or None while it is not loaded or where there is none."""
        window = self._windows.get(row // WINDOW_ROWS)
        offset = row % WINDOW_ROWS
        return window[offset] if window is not None and 0 <= offset < len(window) else None

    def prefetch(self, first: int, last: int) -> None:
        """Load the rows from `first` to `last`, which will soon be looked at."""
        for row in (first, last):
            if 0 <= row < self._count:
                self._want(row)

    def set_colours(self, colours: Mapping[str, str]) -> None:
        """Take over the colours of `ui.core.theme.colours` that go with the palette in use."""
        self._colours = {name: QColor(value) for name, value in colours.items()}
        if self._count:
            last = self.index(self._count - 1, Column.OUTCOME)
            self.dataChanged.emit(self.index(0, Column.OUTCOME), last, [_FOREGROUND])

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Return how many attempts are shown, all when `is_counted`."""
        return 0 if parent.isValid() else self._count

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> Any:
        """Return a cell's text or looks, and load its row when it is not here."""
        if role not in _ROLES or not index.isValid():
            return None
        attempt = self.row_at(index.row())
        if attempt is None:
            self._want(index.row())
            return "" if role == _DISPLAY else None
        if role == _DISPLAY:
            return text_of(attempt, index.column())
        if role == _TOOL_TIP:
            return tool_tip_of(attempt, index.column())
        return self._looks(attempt, index.column(), role)

    def _looks(self, attempt: AttemptRow, column: int, role: int) -> QColor | str | bool | None:
        if role == QUIET_ROLE:
            return column == Column.TIME or (column == Column.ID and not attempt.result_id)
        if role in {ICON_ROLE, _DESCRIPTION}:
            looks = _icon_of(attempt) if role == ICON_ROLE else row_kind_text(attempt)
            return looks if column == Column.NAME else None
        return self._outcome_looks(attempt, role) if column == Column.OUTCOME else None

    def _outcome_looks(self, attempt: AttemptRow, role: int) -> QColor | str | None:
        if role == _FOREGROUND:
            outcome = OutcomeKind.DELETED if attempt.undone_at is not None else attempt.outcome
            return self._colours.get(outcome_colour(outcome))
        return fate_text(attempt)

    def _want(self, row: int) -> None:
        number = row // WINDOW_ROWS
        if self._feed is not None and number not in self._windows:
            self._feed.want_window(number)

    def _request(self) -> None:
        if self._feed is None:
            return
        self._is_reading = True
        keep = {} if self._reset_pending else self._requested_rows()
        wanted = Wanted(self._query, self._count, keep, self._find, recount=self._recount_pending)
        self._feed.request(wanted, first_rows=self._reset_pending)

    def _requested_rows(self) -> dict[int, int]:
        """Return the attempts with a persistent index, with their rows."""
        rows = {index.row() for index in self.persistentIndexList()}
        return {attempt.attempt_id: row for row in rows if (attempt := self.row_at(row)) is not None}

    @Slot(object)
    def _on_first_read(self, rows: list[AttemptRow]) -> None:
        self.is_counted = False
        self._reset(len(rows), {0: rows})
        self.loaded.emit()

    @Slot(object)
    def _on_read(self, reading: Reading) -> None:
        if not self._reset_pending and not self._requested_rows().keys() <= reading.places.keys():
            # Another row was selected while this was on its way.
            self._request()
            return
        self._is_reading = False
        self.is_counted = True
        if reading.summary is not None:
            self._recount_pending = False
            self.total, self.unknown = reading.summary.total, reading.summary.unknown
            self.connections = reading.summary.connections
            self.batches = reading.summary.batches
        if self._reset_pending:
            self._reset(reading.count, reading.windows)
        else:
            self._move(reading)
        self.loaded.emit()
        self._locate_in(reading)
        if self._refresh_again and not self._is_reading:
            self._refresh_again = False
            self.refresh()

    def _locate_in(self, reading: Reading) -> None:
        found = reading.wanted.find
        if found is None or found != self._find:
            return
        self._find = None
        row = reading.places.get(found)
        self.located.emit(found, -1 if row is None else row)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._is_reading = False
        self._refresh_again = False
        self.failed.emit(error)

    def _reset(self, count: int, windows: Mapping[int, list[AttemptRow]]) -> None:
        self._reset_pending = False
        self.beginResetModel()
        self._count = count
        self._take_rows(windows)
        self.endResetModel()

    def _take_rows(self, windows: Mapping[int, list[AttemptRow]]) -> None:
        self._windows = dict(windows)
        if self._feed is not None:
            self._feed.show(self._query)

    def _move(self, reading: Reading) -> None:
        """Put the rows that were read in place of those that are shown, without a reset.

        A reset would take the selection and, for a moment, the details of the selected attempt away.
        """
        self.rows_about_to_move.emit()
        self._move_rows(reading)
        self.rows_moved.emit()

    def _move_rows(self, reading: Reading) -> None:
        before = self._count
        if reading.count > before:
            self.beginInsertRows(_NO_INDEX, before, reading.count - 1)
            self._count = reading.count
            self.endInsertRows()
        self.layoutAboutToBeChanged.emit()
        moves = {row: reading.places.get(attempt_id) for attempt_id, row in self._requested_rows().items()}
        self._take_rows(reading.windows)
        old = self.persistentIndexList()
        self.changePersistentIndexList(old, [self._moved(index, moves, reading.count) for index in old])
        self.layoutChanged.emit()
        if reading.count < before:
            self.beginRemoveRows(_NO_INDEX, reading.count, before - 1)
            self._count = reading.count
            self.endRemoveRows()

    def _moved(self, index: QModelIndex, moves: Mapping[int, int | None], count: int) -> QModelIndex:
        row = moves.get(index.row(), index.row())
        return QModelIndex() if row is None or row >= count else self.index(row, index.column())

    @Slot(int, object)
    def _on_window_read(self, number: int, rows: list[AttemptRow]) -> None:
        self._windows[number] = rows
        pinned = {index.row() // WINDOW_ROWS for index in self.persistentIndexList()} | {number}
        for other in list(self._windows)[: max(0, len(self._windows) - _KEPT_WINDOWS)]:
            if other not in pinned:
                del self._windows[other]
        first = number * WINDOW_ROWS
        last = min(first + WINDOW_ROWS, self._count) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.titles) - 1))


def _icon_of(attempt: AttemptRow) -> str | None:
    return "undo" if attempt.action == Action.DELETE else _ICONS.get(attempt.kind)
