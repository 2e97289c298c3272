"""The first rows of a search that finds many are shown before they are counted, and nothing shown is ever wrong."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from history_fixtures import backend_at, find, label_text, opened, page_on, select, table, wait_for_rows
from history_samples import begin, settle
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from koodrive.errors import JournalError
from koodrive.journal import FirstRows, HistoryQuery, Journal, selection
from koodrive.journal.reader import HistoryReader
from koodrive.messages import Message
from koodrive.models import OutcomeKind
from ui.history.columns import Column
from ui.history.details import AttemptDetails
from ui.history.fetcher import WINDOW_ROWS
from ui.history.model import HistoryModel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from koodrive.backend.backend import Backend
    from ui.core.tasks import TaskRunner
    from ui.history.page import HistoryPage

pytestmark = pytest.mark.slow

MANY = 600
ALBUMS = HistoryQuery(text="Album")


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[Backend]:
    with backend_at(tmp_path / "data") as backend:
        with backend.journal._writer.exclusive() as connection:
            connection.execute("PRAGMA synchronous = OFF")
        for number in range(MANY):
            begin(backend.journal, number)
        yield backend


@pytest.fixture
def journal(backend: Backend) -> Journal:
    return backend.journal


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Make this history one that takes long to be read, and its rows uncounted while the gate is closed."""
    monkeypatch.setattr(selection, "_FEW", 0)
    gate = threading.Event()
    gate.set()
    count = HistoryReader.count

    def waiting(self: HistoryReader, query: HistoryQuery) -> int:
        assert gate.wait(10)
        return count(self, query)

    monkeypatch.setattr(HistoryReader, "count", waiting)
    yield gate
    gate.set()


@pytest.fixture
def model(qtbot, runner: TaskRunner, journal: Journal, gate: threading.Event) -> HistoryModel:
    model = HistoryModel(runner)
    with qtbot.waitSignal(model.loaded):
        model.open(journal)
    assert model.is_counted
    assert model.rowCount() == MANY
    return model


@pytest.fixture
def page(qtbot, backend: Backend, gate: threading.Event) -> Iterator[HistoryPage]:
    with page_on(backend, qtbot) as page:
        opened(page, qtbot, MANY)
        yield page
        gate.set()


def show_first(qtbot, model: HistoryModel, gate: threading.Event, query: HistoryQuery = ALBUMS) -> None:
    """Ask for `query` and wait for its first rows."""
    gate.clear()
    with qtbot.waitSignal(model.loaded):
        model.set_query(query)
    assert not model.is_counted


def count(qtbot, model: HistoryModel, gate: threading.Event) -> None:
    """Let the rows be counted, and wait for that; no persistent index may get lost."""
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.loaded):
        gate.set()
    assert model.is_counted


def rows(model: HistoryModel, size: int) -> list[int]:
    return [model.row_at(row).attempt_id for row in range(size)]


def test_the_first_rows_are_shown_and_the_others_follow(qtbot, model, gate, qtmodeltester) -> None:
    qtmodeltester.check(model)
    show_first(qtbot, model, gate)
    assert model.rowCount() == WINDOW_ROWS
    assert rows(model, WINDOW_ROWS) == list(range(MANY, MANY - WINDOW_ROWS, -1))
    assert model.index(WINDOW_ROWS - 1, Column.NAME).data() == f"Album {MANY - WINDOW_ROWS}"

    count(qtbot, model, gate)
    assert model.rowCount() == MANY
    model.index(MANY - 1, Column.NAME).data()
    qtbot.waitUntil(lambda: model.row_at(MANY - 1) is not None)
    assert model.row_at(MANY - 1).attempt_id == 1


def test_each_count_is_told_once(qtbot, model, gate) -> None:
    told: list[tuple[int, bool]] = []
    model.loaded.connect(lambda: told.append((model.rowCount(), model.is_counted)))
    with qtbot.waitSignal(model.loaded, check_params_cb=lambda: model.is_counted):
        model.set_query(ALBUMS)
    with qtbot.waitSignal(model.loaded):
        model.set_query(HistoryQuery(text="Album 599"))
    assert told == [(WINDOW_ROWS, False), (MANY, True), (1, True)]


def test_what_is_found_at_once_is_counted_at_once(qtbot, model, gate, monkeypatch) -> None:
    monkeypatch.setattr(selection, "_FEW", 20_000)
    told: list[tuple[int, bool]] = []
    model.loaded.connect(lambda: told.append((model.rowCount(), model.is_counted)))
    with qtbot.waitSignal(model.loaded):
        model.set_query(ALBUMS)
    assert told == [(MANY, True)]


def test_a_row_selected_while_counting_stays_selected(qtbot, model, gate) -> None:
    show_first(qtbot, model, gate)
    held = QPersistentModelIndex(model.index(7, Column.NAME))
    count(qtbot, model, gate)
    assert (held.row(), held.data()) == (7, f"Album {MANY - 8}")


def test_a_row_stays_selected_though_others_come_while_counting(qtbot, model, gate, journal) -> None:
    show_first(qtbot, model, gate)
    held = QPersistentModelIndex(model.index(7, Column.NAME))
    for number in range(MANY, MANY + 3):
        begin(journal, number)
    count(qtbot, model, gate)
    assert (held.row(), held.data()) == (10, f"Album {MANY - 8}")
    assert model.rowCount() == MANY + 3
    assert rows(model, WINDOW_ROWS) == [
        row.attempt_id for row in journal.history.rows(ALBUMS, 0, WINDOW_ROWS)
    ]


def test_a_row_is_found_again_though_very_many_come_while_counting(qtbot, model, gate, journal) -> None:
    show_first(qtbot, model, gate)
    held = QPersistentModelIndex(model.index(7, Column.NAME))
    for number in range(MANY, MANY + 2 * WINDOW_ROWS):
        begin(journal, number)
    count(qtbot, model, gate)
    assert (held.row(), held.data()) == (7 + 2 * WINDOW_ROWS, f"Album {MANY - 8}")
    assert model.rowCount() == MANY + 2 * WINDOW_ROWS


def test_a_row_that_goes_while_counting_is_not_shown_any_more(qtbot, model, gate, journal) -> None:
    show_first(qtbot, model, gate, HistoryQuery(outcomes=frozenset({OutcomeKind.SENDING})))
    gone, stays = (QPersistentModelIndex(model.index(row, 0)) for row in (7, 8))
    settle(journal, MANY - 7, OutcomeKind.REFUSED)
    count(qtbot, model, gate)
    assert not gone.isValid()
    assert stays.row() == 7
    assert model.rowCount() == MANY - 1


def test_few_first_rows_are_shown_too(qtbot, model, gate, journal, monkeypatch) -> None:
    some = journal.history.rows(ALBUMS, 0, 3)
    monkeypatch.setattr(HistoryReader, "first_rows", lambda *_args: FirstRows(some, None))
    show_first(qtbot, model, gate)
    assert model.rowCount() == 3
    count(qtbot, model, gate)
    assert model.rowCount() == MANY
    assert rows(model, WINDOW_ROWS) == list(range(MANY, MANY - WINDOW_ROWS, -1))


def test_while_no_row_was_found_what_is_shown_stays(qtbot, model, gate, monkeypatch) -> None:
    monkeypatch.setattr(HistoryReader, "first_rows", lambda *_args: FirstRows([], None))
    told: list[tuple[int, bool]] = []
    model.loaded.connect(lambda: told.append((model.rowCount(), model.is_counted)))
    with qtbot.waitSignal(model.loaded):
        model.set_query(HistoryQuery(text="lbum 1"))
    assert told == [(111, True)]


def test_another_query_while_counting_is_the_one_that_is_shown(qtbot, model, gate) -> None:
    show_first(qtbot, model, gate)
    told: list[tuple[int, bool]] = []
    model.loaded.connect(lambda: told.append((model.rowCount(), model.is_counted)))
    model.set_query(HistoryQuery(text="Album 59"))
    gate.set()
    qtbot.waitUntil(lambda: model.is_counted)
    assert told == [(11, True)]
    assert model.index(10, Column.NAME).data() == "Album 59"


def test_a_refresh_while_counting_keeps_the_row_and_the_count(qtbot, model, gate, journal) -> None:
    show_first(qtbot, model, gate)
    held = QPersistentModelIndex(model.index(0, Column.NAME))
    begin(journal, MANY)
    model.refresh()
    gate.set()
    qtbot.waitUntil(lambda: model.total == MANY + 1)
    assert (held.row(), held.data()) == (1, f"Album {MANY - 1}")
    assert model.rowCount() == MANY + 1


def test_an_attempt_is_located_when_all_rows_are_there(qtbot, model, gate) -> None:
    gate.clear()
    with qtbot.waitSignal(model.located) as located:
        with qtbot.assertNotEmitted(model.located), qtbot.waitSignal(model.loaded):
            model.set_query(ALBUMS, find=5)
        assert not model.is_counted
        gate.set()
    assert located.args == [5, MANY - 5]


def test_first_rows_that_cannot_be_read_are_read_with_the_others(qtbot, model, gate, monkeypatch) -> None:
    def broken(*_args: object) -> None:
        raise OSError("the disk is gone")

    monkeypatch.setattr(HistoryReader, "first_rows", broken)
    with qtbot.assertNotEmitted(model.failed), qtbot.waitSignal(model.loaded):
        model.set_query(ALBUMS)
    assert (model.rowCount(), model.is_counted) == (MANY, True)


def test_when_counting_fails_that_is_told_and_tried_again(qtbot, model, gate, monkeypatch) -> None:
    show_first(qtbot, model, gate)
    held = QPersistentModelIndex(model.index(7, Column.NAME))
    with monkeypatch.context() as patch:
        patch.setattr(HistoryReader, "rows", _fail)
        with qtbot.waitSignal(model.failed):
            gate.set()
    assert (model.rowCount(), model.is_counted) == (WINDOW_ROWS, False)
    with qtbot.waitSignal(model.loaded):
        model.refresh()
    assert (model.rowCount(), model.is_counted) == (MANY, True)
    assert held.row() == 7


def _fail(*_args: object) -> None:
    raise JournalError(Message("The history could not be read"), Message("The disk is gone."))


def test_the_page_says_that_it_counts(page, qtbot, gate) -> None:
    gate.clear()
    find(page, QLineEdit, "search").setText("Album")
    wait_for_rows(page, qtbot, WINDOW_ROWS)
    assert label_text(page, "count") == "Counting…"
    assert find(page, QPushButton, "export").isEnabled()

    gate.set()
    wait_for_rows(page, qtbot, MANY)
    assert label_text(page, "count") == f"{MANY} of {MANY}"


def test_what_people_select_and_scroll_to_while_it_counts_stays(page, qtbot, gate) -> None:
    gate.clear()
    find(page, QLineEdit, "search").setText("Album")
    wait_for_rows(page, qtbot, WINDOW_ROWS)
    table(page).verticalScrollBar().setValue(100)
    table(page).selectRow(105)

    gate.set()
    wait_for_rows(page, qtbot, MANY)
    assert table(page).selected.attempt_id == MANY - 105
    assert [index.row() for index in table(page).selectionModel().selectedRows()] == [105]
    assert table(page).verticalScrollBar().value() == 100
    details = find(page, AttemptDetails, "details")
    qtbot.waitUntil(lambda: details.attempt is not None and details.attempt.attempt_id == MANY - 105)


def test_first_rows_of_another_search_do_not_show_the_details_of_the_last(page, qtbot, gate) -> None:
    details = select(page, qtbot, 3)
    gate.clear()
    find(page, QLineEdit, "search").setText("Album")
    wait_for_rows(page, qtbot, WINDOW_ROWS)
    assert table(page).selected is None
    assert details.attempt is None


def test_sorting_while_it_counts_shows_the_other_end(page, qtbot, gate) -> None:
    gate.clear()
    find(page, QLineEdit, "search").setText("Album")
    wait_for_rows(page, qtbot, WINDOW_ROWS)
    with qtbot.waitSignal(table(page).model().loaded):
        table(page).sortByColumn(Column.TIME, Qt.SortOrder.AscendingOrder)
        gate.set()
    wait_for_rows(page, qtbot, MANY)
    assert table(page).model().index(0, Column.NAME).data() == "Album 0"
    assert label_text(page, "count") == f"{MANY} of {MANY}"
