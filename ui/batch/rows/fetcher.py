"""Brings the rows that the table of a batch shows from the journal to the window thread, the newest wish first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from koodrive.errors import KoodriveError
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from koodrive.journal import RowFilter
    from ui.batch.rows.reader import BatchReader
    from ui.batch.rows.shown_row import ShownRow
    from ui.core.tasks import TaskRunner

WINDOW_ROWS = 64
"""Rows that are read at once: some milliseconds, in which the window thread has to share the interpreter."""
_MOST_WAITING = 4
"""Windows that may wait; of a longer list the oldest were scrolled past long ago."""
KEY = "batch"
"""Queue of the history lane, so that a long search in the history holds nothing up here."""


def window_of(numbers: Sequence[int], window: int) -> Sequence[int]:
    """Return the numbers of the rows in a window."""
    return numbers[window * WINDOW_ROWS : (window + 1) * WINDOW_ROWS]


class Reading(NamedTuple):
    """Counts of a batch, and some of its rows."""

    numbers: Sequence[int]
    """Numbers of the rows that the filter lets through, in the order of the file."""
    counts: Mapping[str, int]
    """Rows by state, whatever the filter."""
    windows: Mapping[int, Sequence[ShownRow]]
    """Some windows of rows; window n begins at place n * `WINDOW_ROWS`."""


class RowFetcher(QObject):
    """Reads counts and windows of rows of one batch.

    Args:
        runner: Runs the reads.

    Signals:
        read: A `Reading`, the answer to the latest `request`.
        window_read: The number of a window and its `ShownRow`s.
        failed: What kept rows from being read.
    """

    read = Signal(object)
    window_read = Signal(int, object)
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader: BatchReader | None = None
        self._numbers: Sequence[int] = ()
        self._reading = LatestTask(runner, self, reports_unexpected=True)
        self._window = LatestTask(runner, self, reports_unexpected=True)
        self._window_number = -1
        self._waiting: list[int] = []
        # Without delay, but after all rows of one paint were asked for.
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._read_next_window)

    def request(
        self,
        reader: BatchReader,
        wanted: RowFilter,
        windows: Sequence[int],
        known: Sequence[int] | None = None,
    ) -> None:
        """Read anew; an earlier request that has not been answered is dropped.

        Args:
            reader: Where to read.
            wanted: Which rows are shown.
            windows: Numbers of the windows that are wanted at once.
            known: Numbers of the rows, where they cannot have changed.
        """
        self.stop()
        self._reader = reader

        def read() -> Reading:
            numbers = reader.numbers(wanted) if known is None else known
            read = {number: reader.rows(window_of(numbers, number)) for number in windows}
            return Reading(numbers, reader.counts(), {number: rows for number, rows in read.items() if rows})

        self._reading.start(Lane.HISTORY, read, self._on_read, self._on_failed, key=KEY)

    def stop(self) -> None:
        """Forget what was asked for."""
        self._reading.cancel()
        self._window.cancel()
        self._waiting.clear()
        self._window_number = -1

    def want_window(self, number: int) -> None:
        """Read a window after what was wanted later; cheap enough to be called often."""
        if number == self._window_number or number in self._waiting:
            return
        self._waiting.append(number)
        del self._waiting[:-_MOST_WAITING]
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _read_next_window(self) -> None:
        reader = self._reader
        if self._window.is_running or not self._waiting or reader is None:
            return
        number = self._window_number = self._waiting.pop()
        numbers = window_of(self._numbers, number)
        self._window.start(
            Lane.HISTORY,
            lambda: reader.rows(numbers),
            self._on_window_read,
            self._on_failed,
            key=KEY,
        )

    def _on_read(self, reading: Reading) -> None:
        self._numbers = reading.numbers
        self.read.emit(reading)

    def _on_window_read(self, rows: Sequence[ShownRow]) -> None:
        number, self._window_number = self._window_number, -1
        self.window_read.emit(number, rows)
        self._read_next_window()

    def _on_failed(self, error: Exception) -> None:
        self._window_number = -1
        self._waiting.clear()
        if isinstance(error, KoodriveError):
            self.failed.emit(error)
