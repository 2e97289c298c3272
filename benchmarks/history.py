"""(d) The history with a million rows: open, jump to the end, search, memory."""

from __future__ import annotations

import resource
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QTableView

from benchmarks import harness, history_data
from koodrive.backend.backend import JOURNAL_FILE
from ui.core.tasks import Lane
from ui.history.page import HistoryPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.main_window.main_window import MainWindow

ROWS = 1_000_000
DATA = Path(__file__).parent / ".data"
TEXTS = ("Family", "Holiday", "假期", "25", "zz", "不", "no such thing")
"""From a quarter of all attempts to none; with less than three characters the search index cannot help."""


def run() -> Iterator[str]:
    """Yield the lines of the report."""
    if not (DATA / JOURNAL_FILE).exists():
        DATA.mkdir(mode=0o700, exist_ok=True)
        history_data.build(DATA / JOURNAL_FILE, ROWS)
    with harness.window(data_dir=DATA) as window:
        watch = harness.LoopWatch()
        watch.start()
        page = HistoryPage(window.services)
        yield from _scrolling(page, window)
        row = page.findChild(QTableView, "history.table").model().row_at(ROWS // 2)
        for text in (row.result_id or row.connection_name, *TEXTS):
            yield _search(page, window, text)
        p99, longest = watch.stop()
        yield f"event loop meanwhile: p99 {p99:.1f} ms, longest {longest:.1f} ms (aim: under 50)"
        page.close()
        page.deleteLater()


def _scrolling(page: HistoryPage, window: MainWindow) -> Iterator[str]:
    before = _memory_megabytes()
    page.resize(1000, 700)
    page.show()
    table = page.findChild(QTableView, "history.table")
    for what, action in (
        ("open", page.set_journal_ready),
        ("jump to the end", table.scrollToBottom),
        ("jump to the middle", lambda: table.scrollTo(table.model().index(ROWS // 2, 0))),
        ("jump to the top", table.scrollToTop),
    ):
        begun = time.perf_counter()
        action()
        harness.spin(lambda: _rows_are_shown(window, table))
        yield f"{what}: {(time.perf_counter() - begun) * 1000:.0f} ms (aim: under 100)"
    yield f"memory of the page after that: +{_memory_megabytes() - before:.0f} MB, {table.model().rowCount():,} rows"


def _rows_are_shown(window: MainWindow, table: QTableView) -> bool:
    row = table.rowAt(table.viewport().height() // 2)
    is_loaded = row >= 0 and bool(table.model().index(row, 0).data())
    return is_loaded and not window.session.runner.is_lane_busy(Lane.HISTORY)


def _search(page: HistoryPage, window: MainWindow, text: str) -> str:
    """Measure from Enter in the search box until the first rows are painted, and until all are counted.

    Each text is searched for once, so that no cache helps.
    """
    table = page.findChild(QTableView, "history.table")
    search = page.findChild(QLineEdit, "history.search")
    model = table.model()
    shown: list[tuple[float, int]] = []

    def see() -> None:
        table.viewport().repaint()
        shown.append(((time.perf_counter() - begun) * 1000, model.rowCount()))

    model.loaded.connect(see)
    search.setText(text)
    begun = time.perf_counter()
    search.returnPressed.emit()
    harness.spin(lambda: shown and model.is_counted and not window.session.runner.is_lane_busy(Lane.HISTORY))
    model.loaded.disconnect(see)
    (first, rows), (counted, count) = shown[0], shown[-1]
    return f"search “{text}”: {rows:,} rows in {first:.0f} ms (aim: under 100), {count:,} counted in {counted:.0f} ms"


def _memory_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
