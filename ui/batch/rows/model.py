"""The rows of a batch as a table model that holds only the windows that are looked at."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot

from koodrive.batch.models import Severity, Verdict
from koodrive.journal import RowFilter
from koodrive.models import RequestKind
from ui.batch.rows.columns import Column, Columns
from ui.batch.rows.fetcher import WINDOW_ROWS, RowFetcher
from ui.batch.rows.shown_row import WAITING, ShownRow
from ui.tables.row_delegate import ICON_ROLE, MARK_ROLE, QUIET_ROLE
from ui.tables.table_model import TitledTable
from ui.texts.visible import as_tool_tip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from ui.batch.rows.fetcher import Reading
    from ui.batch.rows.reader import BatchReader
    from ui.core.tasks import TaskRunner

_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_EDITABLE = _FLAGS | Qt.ItemFlag.ItemIsEditable
"""Made once: Qt asks three times for each cell that it paints."""
_KEPT_WINDOWS = 64
_LATEST_WINDOWS = 4
"""Those that were read last, in which are all rows in sight."""
_NO_INDEX = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_DESCRIPTION = int(Qt.ItemDataRole.AccessibleDescriptionRole)
_ROLES = {_DISPLAY, _EDIT, _TOOL_TIP, _DESCRIPTION, MARK_ROLE, ICON_ROLE, QUIET_ROLE}
_ICONS: dict[str, str] = {RequestKind.ALBUM: "album", RequestKind.SHARED_FOLDER: "folder-shared"}
_QUIET_STATES = {Verdict.READY, Verdict.EXCLUDED, WAITING}


class BatchModel(TitledTable):
    """The rows of one batch that a filter lets through, in the order of the file.

    A row that is not loaded yet has empty texts and is on its way.

    Args:
        runner: Runs the reads.

    Signals:
        about_to_reset: Other rows are about to be shown.
        counted: `counts` and the rows that are shown are up to date.
        edited: A cell of the file was given another text: number of the row, column of the file, text.
        failed: What kept rows from being read; `refresh` tries again.
    """

    about_to_reset = Signal()
    counted = Signal()
    edited = Signal(int, int, str)
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, parent: Any = None) -> None:
        super().__init__(parent)
        self._fetcher = RowFetcher(runner, self)
        self._fetcher.read.connect(self._on_read)
        self._fetcher.window_read.connect(self._on_window_read)
        self._fetcher.failed.connect(self._on_failed)
        self._reader: BatchReader | None = None
        self._filter = RowFilter()
        self.numbers: Sequence[int] = ()
        """Numbers of the rows that are shown, in their order."""
        self._windows: dict[int, Sequence[ShownRow]] = {}
        self._is_anew = True
        self._is_reading = False
        self._is_stale = False
        self.columns: Columns | None = None
        """The columns; None before there is a batch."""
        self.counts: Mapping[str, int] = {}
        """Rows by state, whatever the filter."""

    def show(
        self, reader: BatchReader | None, columns: Columns | None, wanted: RowFilter | None = None
    ) -> None:
        """Show a batch from its first row; None for none.

        Args:
            reader: Reads its rows.
            columns: Its columns.
            wanted: Which of its rows.
        """
        self.beginResetModel()
        self._fetcher.stop()
        self._reader, self.columns = reader, columns
        self._filter = wanted or RowFilter()
        self.titles = columns.titles if columns is not None else ()
        self.numbers, self._windows, self.counts = (), {}, {}
        self._is_reading = self._is_stale = False
        self.endResetModel()
        self._request(is_anew=True)

    @property
    def filter(self) -> RowFilter:
        """Which rows are shown."""
        return self._filter

    def set_filter(self, wanted: RowFilter) -> None:
        """Show other rows of the same batch, from the first one."""
        if wanted != self._filter:
            self._filter = wanted
            self._request(is_anew=True)

    @Slot()
    def refresh(self) -> None:
        """Read anew what is looked at; rows keep their places unless the filter keeps some of them back now."""
        if self._is_reading:
            # Not instead of what is under way: refreshes in quick succession would show nothing until they end.
            self._is_stale = True
        else:
            self._request(is_anew=False)

    def _request(self, *, is_anew: bool) -> None:
        if self._reader is None:
            return
        self._is_anew, self._is_reading, self._is_stale = is_anew, True, False
        windows = [0] if is_anew else list(self._windows)[-_LATEST_WINDOWS:] or [0]
        # The rows of a batch are as many as they were; only a filter may let others through.
        known = self.numbers if not is_anew and self._filter == RowFilter() else None
        self._fetcher.request(self._reader, self._filter, windows, known)

    @property
    def is_stale(self) -> bool:
        """Whether a `refresh` waits for the reading under way, which may be older than what it is for."""
        return self._is_stale

    def row_at(self, place: int) -> ShownRow | None:
        """Return the row at a place, None while it is not loaded or where there is none."""
        window = self._windows.get(place // WINDOW_ROWS)
        offset = place % WINDOW_ROWS
        return window[offset] if window is not None and 0 <= offset < len(window) else None

    def place_of(self, row: int) -> int:
        """Return the place of a row by its number, or that of the next one; -1 beyond the last."""
        place = bisect_left(self.numbers, row)
        return place if place < len(self.numbers) else -1

    def prefetch(self, first: int, last: int) -> None:
        """Load the rows from `first` to `last`, which will soon be looked at."""
        for place in (first, last):
            if 0 <= place < len(self.numbers):
                self._want(place)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Return how many rows the filter lets through."""
        return 0 if parent.isValid() else len(self.numbers)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let cells of the file be edited in rows that were not sent."""
        row = self.row_at(index.row())
        if row is None or self.columns is None or not row.is_open:
            return _FLAGS
        return _FLAGS if self.columns.file_column(index.column()) is None else _EDITABLE

    def setData(self, index: QModelIndex | QPersistentModelIndex, value: Any, role: int = _EDIT) -> bool:
        """Emit `edited`; the cell shows the new text when it is written and the row is checked."""
        row = self.row_at(index.row())
        column = self.columns.file_column(index.column()) if self.columns is not None else None
        if role != _EDIT or row is None or column is None:
            return False
        if str(value) != self._columns.whole_text(row, index.column()):
            self.edited.emit(row.row, column, str(value))
        return True

    @property
    def _columns(self) -> Columns:
        assert self.columns is not None  # noqa: S101 - a cell has a column
        return self.columns

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> Any:
        """Return a cell's text or looks, and load its row when it is not here."""
        if role not in _ROLES or not index.isValid():
            return None
        row = self.row_at(index.row())
        if row is None:
            self._want(index.row())
            return "" if role == _DISPLAY else None
        column = index.column()
        if role == _DISPLAY:
            return self._columns.text(row, column)
        if role == _EDIT:
            return self._columns.whole_text(row, column)
        if role in {_TOOL_TIP, _DESCRIPTION}:
            words = self._explanation(row, column)
            return as_tool_tip(words) if role == _TOOL_TIP else words
        return self._looks(row, column, role)

    def _explanation(self, row: ShownRow, column: int) -> str:
        if column == Column.STATE:
            return row.word
        if column == Column.REASON:
            return "\n".join(remark.text for remark in row.remarks) or row.reason
        place = self._columns.file_column(column)
        remarks = [remark.text for remark in row.remarks if place is not None and remark.column == place]
        return "\n".join(filter(None, (self._columns.whole_text(row, column), *remarks)))

    def _looks(self, row: ShownRow, column: int, role: int) -> Any:
        if role == MARK_ROLE:
            return row.state if column == Column.STATE else None
        if role == ICON_ROLE:
            return _ICONS.get(row.kind) if column == Column.KIND else None
        is_left_out = row.state == Verdict.EXCLUDED
        is_quiet = (
            is_left_out or column == Column.LINE or (column == Column.REASON and row.state == Verdict.EXISTS)
        )
        return is_quiet or (column == Column.STATE and row.state in _QUIET_STATES)

    def severity(self, row: ShownRow, column: int) -> Severity | None:
        """Return the severity of what is wrong with a cell; None for nothing."""
        place = self._columns.file_column(column)
        remark = None if place is None or row.state == Verdict.EXCLUDED else row.remark_at(place)
        return None if remark is None else remark.severity

    def _want(self, place: int) -> None:
        number = place // WINDOW_ROWS
        if number not in self._windows:
            self._fetcher.want_window(number)

    @Slot(object)
    def _on_read(self, reading: Reading) -> None:
        self._is_reading = False
        self.counts = reading.counts
        if self._is_anew or reading.numbers != self.numbers:
            self.about_to_reset.emit()
            self.beginResetModel()
            self.numbers, self._windows = reading.numbers, dict(reading.windows)
            self.endResetModel()
        else:
            self._windows = dict(reading.windows)
            self._announce_change(0, len(self.numbers))
        self.counted.emit()
        if self._is_stale:
            self.refresh()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._is_reading = self._is_stale = False
        self.failed.emit(error)

    def _announce_change(self, first: int, end: int) -> None:
        last = min(end, len(self.numbers)) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.titles) - 1))

    @Slot(int, object)
    def _on_window_read(self, number: int, rows: Sequence[ShownRow]) -> None:
        self._windows[number] = rows
        for other in list(self._windows)[: max(0, len(self._windows) - _KEPT_WINDOWS)]:
            del self._windows[other]
        self._announce_change(number * WINDOW_ROWS, (number + 1) * WINDOW_ROWS)
