"""(d) The history with a million rows: open, jump to the end, search, memory."""

from __future__ import annotations

import resource
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTableView

from benchmarks import history_data, stage
from koodrive.desk import JOURNAL_FILE
from koodrive.journal import HistoryQuery
from ui.pages.history_page import HistoryPage
from ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Iterator

    from koodrive.journal import Journal
    from ui.main_window import MainWindow

ROWS = 1_000_000
DATA = Path(__file__).parent / ".data"
WINDOW_ROWS = 256
COMMON, CHINESE, RARE = "Family", "假期", "no such thing"


def run() -> Iterator[str]:
    """Yield the lines of the report."""
    if not (DATA / JOURNAL_FILE).exists():
        DATA.mkdir(mode=0o700, exist_ok=True)
        history_data.build(DATA / JOURNAL_FILE, ROWS)
    with stage.window(data_dir=DATA) as window:
        watch = stage.LoopWatch()
        watch.start()
        yield from _page(window)
        p99, longest = watch.stop()
        yield f"event loop meanwhile: p99 {p99:.1f} ms, longest {longest:.1f} ms (aim: under 50)"
        journal = window.session.desk.journal
        (row,) = journal.window(HistoryQuery(), ROWS // 3, 1)
        for text in (
            row.result_id or row.connection_name,
            row.started_at.strftime("%y"),
            COMMON,
            CHINESE,
            RARE,
        ):
            yield _search(journal, text)


def _page(window: MainWindow) -> Iterator[str]:
    before = _memory_megabytes()
    page = HistoryPage(window.session)
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
        stage.spin(lambda: _rows_are_shown(window, table))
        yield f"{what}: {(time.perf_counter() - begun) * 1000:.0f} ms (aim: under 100)"
    yield f"memory of the page after that: +{_memory_megabytes() - before:.0f} MB, {table.model().rowCount():,} rows"
    page.close()
    page.deleteLater()


def _rows_are_shown(window: MainWindow, table: QTableView) -> bool:
    row = table.rowAt(table.viewport().height() // 2)
    is_loaded = row >= 0 and bool(table.model().index(row, 0).data())
    return is_loaded and not window.session.runner.is_lane_busy(Lane.HISTORY)


def _search(journal: Journal, text: str) -> str:
    """Measure the first search for `text`; the journal remembers what a search found."""
    query = HistoryQuery(text=text)
    begun = time.perf_counter()
    count = journal.count(query)
    rows = journal.window(query, 0, WINDOW_ROWS)
    taken = (time.perf_counter() - begun) * 1000
    assert len(rows) == min(count, WINDOW_ROWS)
    return f"search “{text}”: {count:,} found and the first rows read in {taken:.0f} ms (aim: under 100)"


def _memory_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
