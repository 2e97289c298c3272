"""Brings what the history table shows from the journal to the window thread, newest wish first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from koodrive.core.deadline import Cancellation
from koodrive.journal import ReadInterruptedError
from ui.core.tasks import Lane
from ui.history.history_reading import WINDOW_ROWS, read

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.journal import AttemptRow, FirstRows, HistoryQuery, Journal
    from ui.core.tasks import Task, TaskRunner
    from ui.history.history_reading import Reading, Wanted

_MOST_WAITING = 4
"""Windows that may wait to be read; of a longer list the oldest were scrolled past long ago."""


class HistoryFeed(QObject):
    """Reads on the history lane; what is overtaken by a newer wish is stopped and never heard of again.

    Args:
        runner: Runs the reads.
        journal: Where to read.

    Signals:
        first_read: The first rows of the latest `request`, when all of it takes longer; `read` follows.
        read: A `Reading`, the answer to the latest `request`.
        window_read: The number of a window and its rows.
        failed: An exception; nothing more comes until the next `request`.
    """

    first_read = Signal(object)
    read = Signal(object)
    window_read = Signal(int, object)
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._journal = journal
        self._wanted: Wanted | None = None
        self._first: Task | None = None
        self._reading: Task | None = None
        self._query: HistoryQuery | None = None
        self._waiting: list[int] = []
        self._window_number = -1
        self._window: Task | None = None
        # Without delay, but after all rows of one paint were asked for.
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._read_next_window)

    def request(self, wanted: Wanted, *, first_rows: bool = False) -> None:
        """Read anew; an earlier request that has not been answered is dropped.

        Args:
            wanted: What to read.
            first_rows: Whether the first rows are wanted as soon as they are known.
        """
        for task in (self._first, self._reading):
            if task is not None:
                task.cancel()
        self._wanted = wanted
        journal = self._journal
        # Tasks of one lane run one after the other, so that these rows are here before all is read.
        self._first = (
            self._start(lambda: journal.first_rows(wanted.query, WINDOW_ROWS)) if first_rows else None
        )
        if self._first is not None:
            self._first.succeeded.connect(self._on_first_read)
            self._first.failed.connect(self._on_first_failed)
        self._reading = self._start(lambda: read(journal, wanted))
        if self._reading is not None:
            self._reading.succeeded.connect(self._on_read)
            self._reading.failed.connect(self._on_read_failed)

    def want_window(self, number: int) -> None:
        """Read a window of the rows that are shown, after what was wanted later; cheap enough to be called often."""
        if number == self._window_number or number in self._waiting:
            return
        self._waiting.append(number)
        del self._waiting[:-_MOST_WAITING]
        if self._query is not None and not self._timer.isActive():
            self._timer.start()

    def show(self, query: HistoryQuery) -> None:
        """Take `query` as the one whose windows are wanted from now on, and forget those of any other."""
        self._query = query
        self._forget_windows()

    def _forget_windows(self) -> None:
        self._waiting.clear()
        self._window_number = -1
        self._window = None

    def _start(self, work: Callable[[], object]) -> Task | None:
        cancellation = Cancellation()
        interrupt = self._journal.interrupt

        def interruptible() -> object:
            if cancellation.is_cancelled:
                return None
            cancellation.listen(interrupt)
            return work()

        try:
            return self._runner.start(Lane.HISTORY, interruptible, cancellation=cancellation)
        except RuntimeError:
            # The window closes, and paints for the last time.
            return None

    @Slot()
    def _read_next_window(self) -> None:
        if self._window is not None or not self._waiting or self._query is None:
            return
        journal, query = self._journal, self._query
        number = self._window_number = self._waiting.pop()
        self._window = self._start(lambda: (number, journal.window(query, number * WINDOW_ROWS, WINDOW_ROWS)))
        if self._window is not None:
            self._window.succeeded.connect(self._on_window_read)
            self._window.failed.connect(self._on_window_failed)

    @Slot(object)
    def _on_first_read(self, first: FirstRows | None) -> None:
        if self.sender() is not self._first or first is None:
            return
        self._first = None
        # With the count known, all is read in a moment.
        if first.rows and first.count is None:
            self.first_read.emit(first.rows)

    @Slot(object)
    def _on_first_failed(self, _error: Exception) -> None:
        """Leave it to the read that follows: it succeeds, or says what is wrong."""
        if self.sender() is self._first:
            self._first = None

    @Slot(object)
    def _on_read(self, reading: Reading | None) -> None:
        if self.sender() is self._reading and reading is not None:
            self._reading = None
            self.read.emit(reading)

    @Slot(object)
    def _on_read_failed(self, error: Exception) -> None:
        if self.sender() is not self._reading:
            return
        self._reading = None
        if isinstance(error, ReadInterruptedError) and self._wanted is not None:
            # Meant for the one before, which had ended in that very moment.
            self.request(self._wanted)
            return
        self.failed.emit(error)

    @Slot(object)
    def _on_window_read(self, answer: tuple[int, list[AttemptRow]] | None) -> None:
        if self.sender() is not self._window or answer is None:
            return
        self._window = None
        self._window_number = -1
        self.window_read.emit(*answer)
        self._read_next_window()

    @Slot(object)
    def _on_window_failed(self, error: Exception) -> None:
        if self.sender() is not self._window:
            return
        number = self._window_number
        self._window = None
        self._window_number = -1
        if isinstance(error, ReadInterruptedError):
            self.want_window(number)
            return
        self._waiting.clear()
        self.failed.emit(error)
