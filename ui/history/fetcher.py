"""Brings what the history table shows from the journal to the window thread, newest wish first."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from koodrive.core.deadline import Cancellation
from koodrive.journal import HistoryQuery, ReadInterruptedError, SortColumn
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from koodrive.journal import AttemptRow, Batch, FirstRows, Journal
    from ui.core.tasks import TaskRunner

WINDOW_ROWS = 256
"""Rows that are read at once."""

_VIEWPORT_ROWS = 100
"""As many rows as a high screen shows below each other."""

_NOT_STARTED = "checked"
"""`koodrive.batch.models.BatchState.CHECKED`."""
_MOST_BATCHES = 100
"""Batches that can be chosen in the filter."""

_NEIGHBOURS = (0, 1, -1, 2, -2)
"""Distances, in windows from the expected row, at which an attempt is searched for."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Request to read a part of the history."""

    query: HistoryQuery
    shown_count: int = 0
    """Current number of rows of the table."""
    keep: Mapping[int, int] = field(default_factory=dict)
    """Attempts that the table holds on to, and the rows they are in at present."""
    find: int | None = None
    """An attempt that is to be shown."""
    recount: bool = True
    """Whether the summary is wanted, too."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Facts about the whole history, independent of the query."""

    total: int
    unknown: int
    """Number of attempts of unknown outcome."""
    connections: tuple[tuple[str, str], ...]
    """ID and name of each."""
    batches: tuple[Batch, ...]
    """Those that have sent something, the newest first."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Result of one read."""

    wanted: Wanted
    count: int
    windows: Mapping[int, list[AttemptRow]]
    """Some windows of rows; window n begins at row n * `WINDOW_ROWS`."""
    places: Mapping[int, int | None]
    """The row of each attempt that was read or is to be kept or found; None when the query does not select it."""
    summary: Summary | None
    """None when it was not asked."""


def read(journal: Journal, wanted: Wanted) -> Reading:
    """Read the first rows of a query and those around the attempts to keep or to find; blocks.

    Raises:
        JournalError: When the history cannot be read.
    """
    # The journal remembers what the last query selected, so that the wanted one comes last.
    summary = _summary(journal) if wanted.recount else None
    hint = 0 if wanted.find is None else _row_by_time(journal, wanted.query, wanted.find)
    windows = _Windows(journal, wanted.query, journal.history.count(wanted.query))
    windows.read(0)
    places: dict[int, int | None] = {}
    for attempt_id, row in wanted.keep.items():
        places[attempt_id] = windows.find(attempt_id, (row + windows.count - wanted.shown_count, row))
    if wanted.find is not None:
        places[wanted.find] = windows.find(wanted.find, (hint,))
    for place in [place for place in places.values() if place is not None]:
        windows.read((place + _VIEWPORT_ROWS) // WINDOW_ROWS)
    return Reading(wanted, windows.count, windows.by_number, {**places, **windows.places()}, summary)


def _summary(journal: Journal) -> Summary:
    return Summary(
        journal.history.count(HistoryQuery()),
        journal.history.unknown_count(),
        tuple(journal.history.connections()),
        tuple(batch for batch in journal.batches.batches() if batch.state != _NOT_STARTED)[:_MOST_BATCHES],
    )


class _Windows:
    """The windows of one query, each read once."""

    def __init__(self, journal: Journal, query: HistoryQuery, count: int) -> None:
        self._journal = journal
        self._query = query
        self.count = count
        self.by_number: dict[int, list[AttemptRow]] = {}

    def read(self, number: int) -> list[AttemptRow]:
        """Return the rows of a window, none for a window that does not exist."""
        if not 0 <= number * WINDOW_ROWS < self.count:
            return []
        if number not in self.by_number:
            self.by_number[number] = self._journal.history.rows(
                self._query, number * WINDOW_ROWS, WINDOW_ROWS
            )
        return self.by_number[number]

    def find(self, attempt_id: int, hints: Iterable[int]) -> int | None:
        """Return the row of an attempt that is not far from one of `hints`, or None."""
        for step in _NEIGHBOURS:
            for hint in hints:
                number = hint // WINDOW_ROWS + step
                for offset, row in enumerate(self.read(number)):
                    if row.attempt_id == attempt_id:
                        return number * WINDOW_ROWS + offset
        return None

    def places(self) -> dict[int, int]:
        """Return the row of every attempt that was read."""
        return {
            row.attempt_id: number * WINDOW_ROWS + offset
            for number, rows in self.by_number.items()
            for offset, row in enumerate(rows)
        }


def _row_by_time(journal: Journal, query: HistoryQuery, attempt_id: int) -> int:
    """Return how many rows of `query` stand before an attempt.

    Only in the order of time; in any other order the first row is as good a guess as any.
    """
    if query.sort is not SortColumn.TIME:
        return 0
    if query.descending:
        return journal.history.count(replace(query, after_attempt=attempt_id))
    return journal.history.count(query) - journal.history.count(replace(query, after_attempt=attempt_id - 1))


_MOST_WAITING = 4
"""Windows that may wait to be read; of a longer list the oldest were scrolled past long ago."""


class HistoryFetcher(QObject):
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
        self._journal = journal
        self._wanted: Wanted | None = None
        self._first = LatestTask(runner, self)
        self._reading = LatestTask(runner, self)
        self._query: HistoryQuery | None = None
        self._waiting: list[int] = []
        self._window_number = -1
        self._window = LatestTask(runner, self)
        # Without delay, but after all rows of one paint were asked for.
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._read_next_window)

    def request(self, wanted: Wanted, *, first_rows: bool = False) -> None:
        """Read anew; an earlier request that has not been answered is dropped.

        Args:
            wanted: What to read.
            first_rows: Whether the first rows are wanted as soon as they are known.
        """
        self._first.cancel()
        self._reading.cancel()
        self._wanted = wanted
        journal = self._journal
        # Tasks of one lane run one after the other, so that these rows are here before all is read.
        if first_rows:
            self._start(
                self._first,
                lambda: journal.history.first_rows(wanted.query, WINDOW_ROWS),
                self._on_first_read,
            )
        self._start(self._reading, lambda: read(journal, wanted), self._on_read, self._on_read_failed)

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
        self._window.ignore()

    def _start(
        self,
        latest: LatestTask,
        work: Callable[[], object],
        on_success: Callable[[Any], None],
        on_error: Callable[[Exception], None] | None = None,
    ) -> None:
        cancellation = Cancellation()
        interrupt = self._journal.history.interrupt

        def interruptible() -> object:
            if cancellation.is_cancelled:
                return None
            cancellation.listen(interrupt)
            return work()

        latest.start(Lane.HISTORY, interruptible, on_success, on_error, cancellation=cancellation)

    @Slot()
    def _read_next_window(self) -> None:
        if self._window.is_running or not self._waiting or self._query is None:
            return
        journal, query = self._journal, self._query
        number = self._window_number = self._waiting.pop()
        self._start(
            self._window,
            lambda: (number, journal.history.rows(query, number * WINDOW_ROWS, WINDOW_ROWS)),
            self._on_window_read,
            self._on_window_failed,
        )

    def _on_first_read(self, first: FirstRows | None) -> None:
        # With the count known, all is read in a moment.
        if first is not None and first.rows and first.count is None:
            self.first_read.emit(first.rows)

    def _on_read(self, reading: Reading | None) -> None:
        if reading is not None:
            self.read.emit(reading)

    def _on_read_failed(self, error: Exception) -> None:
        if isinstance(error, ReadInterruptedError) and self._wanted is not None:
            # Meant for the one before, which had ended in that very moment.
            self.request(self._wanted)
            return
        self.failed.emit(error)

    def _on_window_read(self, answer: tuple[int, list[AttemptRow]] | None) -> None:
        if answer is None:
            return
        self._window_number = -1
        self.window_read.emit(*answer)
        self._read_next_window()

    def _on_window_failed(self, error: Exception) -> None:
        number, self._window_number = self._window_number, -1
        if isinstance(error, ReadInterruptedError):
            self.want_window(number)
            return
        self._waiting.clear()
        self.failed.emit(error)
