"""The table model of the history, on a real journal and real background lanes."""

from __future__ import annotations

import shutil
import threading
from typing import TYPE_CHECKING

import pytest
from history_samples import FIRST_ID, begin, connection, settle, write
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from koodrive.errors import JournalError
from koodrive.journal import HistoryQuery, Journal, SortColumn
from koodrive.journal.connection import DatabaseConnection
from koodrive.journal.reader import HistoryReader
from koodrive.models import OutcomeKind, RequestKind
from ui.core.tasks import TaskRunner
from ui.history.columns import Column
from ui.history.fetcher import WINDOW_ROWS
from ui.history.model import HistoryModel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANY = 5_000


@pytest.fixture
def journal(tmp_path: Path, runner: TaskRunner) -> Iterator[Journal]:
    with Journal(tmp_path / "history.sqlite3") as journal:
        yield journal


@pytest.fixture(scope="module")
def large_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "history.sqlite3"
    with Journal(path) as journal:
        for number in range(MANY):
            begin(journal, number)
    return path


@pytest.fixture
def large(large_file: Path, tmp_path: Path, runner: TaskRunner, qtbot) -> Iterator[HistoryModel]:
    shutil.copy(large_file, tmp_path / "large.sqlite3")
    with Journal(tmp_path / "large.sqlite3") as journal:
        model = opened(HistoryModel(runner), journal, qtbot)
        yield model
        qtbot.waitUntil(lambda: not runner.is_busy)


def opened(model: HistoryModel, journal: Journal, qtbot) -> HistoryModel:
    with qtbot.waitSignal(model.loaded):
        model.open(journal)
    return model


def text(model: HistoryModel, row: int, column: Column) -> str:
    return model.index(row, column).data()


def wait_for_row(qtbot, model: HistoryModel, row: int) -> None:
    model.index(row, Column.NAME).data()
    qtbot.waitUntil(lambda: model.row_at(row) is not None)


def test_a_row_says_everything_in_words(qtbot, runner, journal, qtmodeltester) -> None:
    write(journal, 1, name="家庭 <b>相册</b>", where=connection(1, "支持"))
    write(journal, 2, kind=RequestKind.SHARED_FOLDER, name="Holiday", outcome=OutcomeKind.NOT_SENT)
    model = opened(HistoryModel(runner), journal, qtbot)
    model.set_colours({"good": "#1b7a3d", "quiet": "#5c6370"})

    assert [text(model, 1, column) for column in Column][1:] == [
        "Album",
        "家庭 <b>相册</b>",
        str(FIRST_ID + 1),
        "✓ Created",
        "支持",
    ]
    assert [text(model, 0, column) for column in Column][1:] == [
        "Shared folder",
        "Holiday",
        "–",
        "– Not sent",
        "Family cloud",
    ]
    assert model.index(1, Column.OUTCOME).data(Qt.ItemDataRole.AccessibleTextRole) == "Created"
    assert model.index(1, Column.OUTCOME).data(Qt.ItemDataRole.ForegroundRole) == QColor("#1b7a3d")
    qtmodeltester.check(model)


def test_times_are_local_and_the_tool_tip_says_utc_too(qtbot, runner, journal, monkeypatch) -> None:
    write(journal, 0)
    model = opened(HistoryModel(runner), journal, qtbot)
    local = model.row_at(0).started_at.astimezone()

    assert text(model, 0, Column.TIME) == f"{local:%Y-%m-%d %H:%M}"
    tip = model.index(0, Column.TIME).data(Qt.ItemDataRole.ToolTipRole)
    assert "2026-03-01 09:30:00.125 UTC" in tip
    assert f"{local:%Y-%m-%d %H:%M:%S}.125" in tip


def test_a_tool_tip_shows_markup_literally(qtbot, runner, journal) -> None:
    write(journal, 1, name="<img src=x>")
    model = opened(HistoryModel(runner), journal, qtbot)

    assert "&lt;img src=x&gt;" in model.index(0, Column.NAME).data(Qt.ItemDataRole.ToolTipRole)


def test_an_id_is_exact_text(qtbot, runner, journal) -> None:
    write(journal, 0)
    model = opened(HistoryModel(runner), journal, qtbot)

    assert text(model, 0, Column.ID) == "1805929618625036417"


def test_rows_on_both_sides_of_a_window_border_follow_each_other(qtbot, large: HistoryModel) -> None:
    for border in (WINDOW_ROWS, 2 * WINDOW_ROWS, 10 * WINDOW_ROWS):
        around = range(border - 2, border + 2)
        for row in around:
            wait_for_row(qtbot, large, row)
        assert [text(large, row, Column.NAME) for row in around] == [
            f"Album {MANY - 1 - row}" for row in around
        ]


def test_the_end_is_one_jump_away(qtbot, large: HistoryModel) -> None:
    last = large.rowCount() - 1
    assert last == MANY - 1
    assert text(large, last, Column.NAME) == ""

    with qtbot.waitSignal(large.dataChanged) as changed:
        pass

    assert text(large, last, Column.NAME) == "Album 0"
    top_left, bottom_right = changed.args[:2]
    assert top_left.row() <= last == bottom_right.row()


def test_only_a_few_windows_are_kept(qtbot, large: HistoryModel) -> None:
    held = QPersistentModelIndex(large.index(3, 0))
    for row in range(0, MANY, WINDOW_ROWS):
        wait_for_row(qtbot, large, row)

    loaded = [row for row in range(0, MANY, WINDOW_ROWS) if large.row_at(row) is not None]
    assert len(loaded) <= 17
    assert held.row() in loaded or large.row_at(3) is not None, "a row that somebody holds on to stays"
    assert large.row_at(WINDOW_ROWS) is None


def test_of_many_wanted_windows_the_oldest_are_skipped(qtbot, large: HistoryModel) -> None:
    for row in range(WINDOW_ROWS, 15 * WINDOW_ROWS, WINDOW_ROWS):
        large.index(row, Column.NAME).data()

    qtbot.waitUntil(lambda: large.row_at(14 * WINDOW_ROWS) is not None)
    qtbot.waitUntil(lambda: large.row_at(12 * WINDOW_ROWS) is not None)
    assert large.row_at(2 * WINDOW_ROWS) is None


@pytest.mark.parametrize("order", list(Qt.SortOrder))
@pytest.mark.parametrize("column", list(Column))
def test_sorting_is_done_by_the_journal(qtbot, runner, journal, column: Column, order) -> None:
    for number, (name, kind, outcome, where) in enumerate(
        [
            ("b", RequestKind.ALBUM, OutcomeKind.CREATED, connection(1, "Zebra")),
            ("春节", RequestKind.SHARED_FOLDER, OutcomeKind.UNKNOWN, connection(2, "ant")),
            ("A", RequestKind.ALBUM, OutcomeKind.REFUSED, connection(3, "客户")),
        ]
    ):
        write(journal, number, name=name, kind=kind, outcome=outcome, where=where)
    model = opened(HistoryModel(runner), journal, qtbot)

    descending = order == Qt.SortOrder.DescendingOrder
    if (column, descending) != (Column.TIME, True):
        with qtbot.waitSignal(model.loaded):
            model.sort(column, order)

    expected = HistoryQuery(sort=SortColumn[column.name], descending=descending)
    assert model.query == expected
    assert [model.row_at(row) for row in range(3)] == journal.history.rows(expected, 0, 3)


def test_sorting_as_it_is_sorted_reads_nothing(qtbot, large: HistoryModel) -> None:
    with qtbot.assertNotEmitted(large.requested):
        large.sort(Column.TIME, Qt.SortOrder.DescendingOrder)


def test_only_the_last_of_several_queries_is_shown(qtbot, large: HistoryModel) -> None:
    shown: list[int] = []
    large.loaded.connect(lambda: shown.append(large.rowCount()))
    with qtbot.waitSignal(large.loaded):
        for words in ("Album 1", "Album 12", "Album 123", "Album 1234"):
            large.set_query(HistoryQuery(text=words))

    assert shown == [1]
    assert text(large, 0, Column.NAME) == "Album 1234"


def test_a_window_of_an_older_query_is_dropped(qtbot, large: HistoryModel) -> None:
    large.index(MANY - 1, Column.NAME).data()
    with qtbot.waitSignal(large.loaded):
        large.set_query(HistoryQuery(descending=False))

    wait_for_row(qtbot, large, MANY - 1)
    assert text(large, MANY - 1, Column.NAME) == f"Album {MANY - 1}"


def test_a_new_attempt_moves_the_others_without_a_reset(qtbot, runner, journal, qtmodeltester) -> None:
    for number in range(5):
        write(journal, number)
    model = opened(HistoryModel(runner), journal, qtbot)
    qtmodeltester.check(model)
    held = QPersistentModelIndex(model.index(1, Column.NAME))
    assert held.data() == "Album 3"

    write(journal, 5)
    write(journal, 6)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.loaded):
        model.refresh()

    assert (held.row(), held.data()) == (3, "Album 3")
    assert text(model, 0, Column.NAME) == "Album 6"
    assert (model.rowCount(), model.total) == (7, 7)


def test_an_attempt_far_down_is_kept_through_many_new_ones(qtbot, large: HistoryModel, tmp_path) -> None:
    wait_for_row(qtbot, large, 3_000)
    held = QPersistentModelIndex(large.index(3_000, Column.NAME))
    name = held.data()

    with Journal(tmp_path / "large.sqlite3") as other:
        for number in range(MANY, MANY + 300):
            begin(other, number)
    with qtbot.waitSignal(large.loaded):
        large.refresh()

    assert (held.row(), held.data()) == (3_300, name)


def test_a_row_selected_while_a_refresh_runs_is_kept_too(qtbot, large: HistoryModel, tmp_path) -> None:
    with Journal(tmp_path / "large.sqlite3") as other:
        begin(other, MANY)
    with qtbot.waitSignal(large.loaded):
        large.refresh()
        held = QPersistentModelIndex(large.index(7, Column.NAME))
        name = held.data()

    assert (held.row(), held.data()) == (8, name)


def test_refreshes_in_quick_succession_do_not_keep_each_other_from_ending(qtbot, runner, journal) -> None:
    model = opened(HistoryModel(runner), journal, qtbot)
    shown: list[int] = []
    model.loaded.connect(lambda: shown.append(model.rowCount()))

    for number in range(50):
        write(journal, number)
        model.refresh()
        if number % 10 == 9:
            qtbot.waitUntil(lambda: not runner.is_busy)

    qtbot.waitUntil(lambda: model.rowCount() == 50)
    assert len(shown) <= 2 * 5


def test_an_attempt_is_located_though_a_refresh_is_under_way(qtbot, large: HistoryModel) -> None:
    with qtbot.waitSignal(large.located) as located:
        large.refresh()
        large.refresh(find=77)
    assert large.row_at(located.args[1]).attempt_id == 77


def test_an_attempt_that_no_longer_matches_goes(qtbot, runner, journal, qtmodeltester) -> None:
    ids = [write(journal, number, outcome=OutcomeKind.UNKNOWN) for number in range(3)]
    model = opened(HistoryModel(runner), journal, qtbot)
    qtmodeltester.check(model)
    with qtbot.waitSignal(model.loaded):
        model.set_query(HistoryQuery(outcomes=frozenset({OutcomeKind.UNKNOWN})))
    gone, stays = (QPersistentModelIndex(model.index(row, 0)) for row in (0, 2))
    assert model.unknown == 3

    settle(journal, ids[2], OutcomeKind.CREATED)
    with qtbot.waitSignal(model.loaded):
        model.refresh()

    assert (model.rowCount(), model.total, model.unknown) == (2, 3, 2)
    assert not gone.isValid()
    assert stays.row() == 1
    assert model.row_at(1).attempt_id == ids[0]


@pytest.mark.parametrize("descending", [True, False])
def test_an_attempt_is_located_anywhere_in_the_order_of_time(qtbot, large: HistoryModel, descending) -> None:
    wanted = 1_234
    with qtbot.waitSignal(large.located) as located:
        large.set_query(HistoryQuery(descending=descending), find=wanted)

    attempt_id, row = located.args
    assert attempt_id == wanted
    assert large.row_at(row).attempt_id == wanted


def test_an_attempt_that_a_filter_hides_is_not_located(qtbot, large: HistoryModel) -> None:
    with qtbot.waitSignal(large.located) as located:
        large.set_query(HistoryQuery(text="Album 4999"), find=17)

    assert located.args == [17, -1]


def test_the_summary_does_not_depend_on_the_query(qtbot, runner, journal) -> None:
    write(journal, 1, where=connection(2, "b"), outcome=OutcomeKind.UNKNOWN)
    write(journal, 2, where=connection(1, "A"))
    model = opened(HistoryModel(runner), journal, qtbot)
    with qtbot.waitSignal(model.loaded):
        model.set_query(HistoryQuery(text="no such text"))

    assert (model.rowCount(), model.total, model.unknown) == (0, 2, 1)
    assert model.connections == (("c1", "A"), ("c2", "b"))


def test_a_closed_journal_is_reported_and_nothing_hangs(qtbot, runner, journal) -> None:
    write(journal, 1)
    model = opened(HistoryModel(runner), journal, qtbot)
    journal.close()

    with qtbot.waitSignal(model.failed) as failed:
        model.refresh()
    assert isinstance(failed.args[0], JournalError)
    assert model.rowCount() == 1, "what is shown stays"


def test_a_window_that_cannot_be_read_is_reported(qtbot, large: HistoryModel, monkeypatch) -> None:
    def broken(*_args: object) -> None:
        raise OSError("the disk is gone")

    monkeypatch.setattr(HistoryReader, "rows", broken)
    with qtbot.waitSignal(large.failed):
        large.index(MANY - 1, Column.NAME).data()


def test_after_the_runner_has_closed_a_paint_asks_for_nothing(qtbot, journal) -> None:
    for number in range(3):
        write(journal, number)
    runner = TaskRunner()
    model = opened(HistoryModel(runner), journal, qtbot)
    qtbot.waitUntil(lambda: not runner.is_busy)
    with qtbot.waitSignal(runner.idle):
        runner.close()

    model.refresh()
    assert model.rowCount() == 3


def test_the_window_thread_never_asks_the_database(qtbot, large: HistoryModel, monkeypatch) -> None:
    threads: set[str] = set()
    held = DatabaseConnection.exclusive

    def recording(self: DatabaseConnection):
        threads.add(threading.current_thread().name)
        return held(self)

    monkeypatch.setattr(DatabaseConnection, "exclusive", recording)
    with qtbot.waitSignal(large.loaded):
        large.set_query(HistoryQuery(text="Album"))
    wait_for_row(qtbot, large, 2_000)
    with qtbot.waitSignal(large.loaded):
        large.sort(Column.NAME, Qt.SortOrder.AscendingOrder)
    with qtbot.waitSignal(large.located):
        large.refresh(find=99)

    assert threads == {"lane-history"}
