"""(g) The page Create many: gaps of the event loop while a table is opened, scrolled, edited, filtered and run."""

from __future__ import annotations

import csv
import resource
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTableView, QWidget

from benchmarks import harness
from koodrive.sandbox import SANDBOX_CONTAINER_ID
from ui.batch.page import BatchPage
from ui.batch.rows.columns import Column
from ui.batch.views.batch_list import BatchList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ui.main_window.main_window import MainWindow

SIZES = (10_000, 100_000)
STEPS = 300
"""Pages that are scrolled through, and as many steps of the wheel."""
EDITS = 10
RUN_SECONDS = 8.0


def run() -> Iterator[str]:
    """Yield the lines of the report."""
    with tempfile.TemporaryDirectory() as folder, harness.sandbox_process() as connection:
        for size in SIZES:
            path = Path(folder) / f"{size}.csv"
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(_rows(size))
            with harness.window(connection) as window:
                yield from _Grid(window, path, size).report()


class _Grid:
    """Operates the page of one window on one table."""

    def __init__(self, window: MainWindow, path: Path, size: int) -> None:
        self._window, self._path, self._size = window, path, size
        window.open_page("batch")
        window.resize(1_080, 760)
        self._table = window.findChild(QTableView, "batch.table")
        self._start = self._button("batch.start")

    def report(self) -> Iterator[str]:
        """Yield a line for each thing that is done with the table."""
        before = _memory_megabytes()
        yield self._measured("read, checked and planned", self._open)
        yield f"{self._size:,} rows: the memory of that: +{_memory_megabytes() - before:.0f} MB (aim: under 120)"
        yield from self._scrolled()
        yield self._measured("the first edit", lambda: self._edit(4), "s (aim: under 1)")
        yield self._measured(
            f"{EDITS} edits", lambda: [self._edit(4 + 10 * one) for one in range(1, EDITS + 1)]
        )
        yield self._measured("opened again, and edited at once", self._reopen)
        yield self._measured("filtered, and all rows again", self._filter)
        yield self._measured("run, then paused", self._run)

    def _measured(self, what: str, act: Callable[[], object], unit: str = "s") -> str:
        watch = harness.LoopWatch()
        watch.start()
        begun = time.perf_counter()
        act()
        seconds = time.perf_counter() - begun
        p99, longest = watch.stop()
        return (
            f"{self._size:,} rows: {what}: {seconds:.2f} {unit}; p99 {p99:.1f} ms, longest {longest:.1f} ms"
            f" (aim: under 50; the window thread itself worked {watch.longest_work:.1f} ms at most)"
        )

    def _button(self, name: str) -> QAbstractButton:
        return self._window.findChild(QAbstractButton, name)

    def _cell(self, place: int, column: int) -> str:
        return self._table.model().index(place, column).data()

    def _open(self) -> None:
        self._window.findChild(BatchPage).doors.open_file(self._path)
        harness.spin(lambda: self._table.model().rowCount() == self._size and self._is_ready())

    def _is_ready(self) -> bool:
        return self._start.isEnabled() and bool(self._cell(0, Column.STATE))

    def _scrolled(self) -> Iterator[str]:
        """Scroll in pages over the whole table, then row by row; each step with its painting, and its rows loaded."""
        bar, watch, steps = self._table.verticalScrollBar(), harness.LoopWatch(), []
        places = [bar.maximum() * step // STEPS for step in range(STEPS + 1)]
        watch.start()
        for place in (*places, *range(places[-1], places[-1] - 3 * STEPS, -3)):
            begun, worked = time.perf_counter(), time.thread_time()
            bar.setValue(place)
            self._table.viewport().repaint()
            steps.append((time.perf_counter() - begun, time.thread_time() - worked))
            seen = len(watch.gaps)
            harness.spin(lambda: len(watch.gaps) > seen + 2)  # noqa: B023 - used before the loop goes on
        _, longest = watch.stop()
        times, work = (sorted(column) for column in zip(*steps, strict=True))
        place = int(len(times) * 0.99)
        yield (
            f"{self._size:,} rows: scrolled: p99 {times[place] * 1000:.1f} ms (aim: under 25; the window thread itself"
            f" worked {work[place] * 1000:.1f} ms), longest gap {longest:.1f} ms (aim: under 50; itself"
            f" {watch.longest_work:.1f} ms at most)"
        )

    def _edit(self, place: int) -> None:
        """Give an album's name another text by keyboard, and wait until it is checked and shown."""
        name = f"Other {place}"
        self._table.setCurrentIndex(self._table.model().index(place, Column.NAME))
        harness.spin(lambda: self._cell(place, Column.NAME))
        QTest.keyClick(self._table, Qt.Key.Key_Return)
        editor = self._table.findChild(QLineEdit, "batch.cell")
        editor.setText(name)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        harness.spin(lambda: self._cell(place, Column.NAME) == name)

    def _reopen(self) -> None:
        self._button("batch.back").click()
        earlier = self._window.findChild(BatchList)
        harness.spin(lambda: earlier.model().rowCount())
        QTest.keyClick(earlier, Qt.Key.Key_Return)
        harness.spin(lambda: self._table.model().rowCount() == self._size)
        self._edit(4 + 10 * (EDITS + 1))

    def _filter(self) -> None:
        search = self._window.findChild(QLineEdit, "batch.search")
        search.setText("Customer 1")
        harness.spin(lambda: 0 < self._table.model().rowCount() < self._size)
        search.clear()
        harness.spin(lambda: self._table.model().rowCount() == self._size)

    def _run(self) -> None:
        pause, paused = self._button("batch.pause"), self._window.findChild(QWidget, "batch.paused")
        harness.spin(self._is_ready)
        self._start.click()
        until = time.perf_counter() + RUN_SECONDS
        harness.spin(lambda: time.perf_counter() > until and pause.isVisible())
        pause.click()
        harness.spin(paused.isVisible)


def _rows(size: int) -> Iterator[Sequence[str]]:
    """Yield a heading, and for every ten rows a shared folder, an album in it and eight manual albums."""
    yield "kind", "ref", "in", "name", "type", "albumKind", "containerId"
    for number in range(size):
        if number % 10 == 0:
            yield "shared_folder", f"f{number}", "", f"Customer {number}", "", "", SANDBOX_CONTAINER_ID
        elif number % 10 == 1:
            yield "album", "", f"f{number - 1}", f"相册 {number}", "2", "2", ""
        else:
            yield "album", "", "", f"Album {number}", "2", "1", ""


def _memory_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
