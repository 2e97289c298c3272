"""The history page as people use it, on a real desk: table, details, actions."""

from __future__ import annotations

import json
import sqlite3
import threading
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from history_journal import FIRST_ID, begin, connection, settle, write
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from koodrive.desk import JOURNAL_FILE, Desk
from koodrive.journal import HistoryQuery
from koodrive.journal.channel import Channel
from koodrive.models import OutcomeKind, RequestKind
from ui.models.history_columns import Column
from ui.pages.attempt_details import AttemptDetails
from ui.pages.history_page import NARROW, HistoryPage
from ui.session import Session
from ui.tasks import TaskRunner

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from koodrive.journal import Journal


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "data")
    desk.open()
    yield desk
    desk.close()


@pytest.fixture
def journal(desk: Desk) -> Journal:
    return desk.journal


@pytest.fixture
def page(qtbot, desk: Desk) -> Iterator[HistoryPage]:
    """Give a page that is shown, but whose journal is not open yet."""
    runner = TaskRunner()
    page = HistoryPage(Session(desk, runner))
    qtbot.addWidget(page)
    page.resize(1100, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield page
    runner.cancel_all()
    with qtbot.waitSignal(runner.idle):
        runner.close()


def child(page: QWidget, kind: type, name: str):
    found = page.findChild(kind, f"history.{name}")
    assert found is not None, f"there is no {kind.__name__} history.{name}"
    return found


def table(page: HistoryPage) -> QTableView:
    return child(page, QTableView, "table")


def cells(page: HistoryPage, column: Column) -> list[str]:
    model = table(page).model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def said(page: HistoryPage, name: str) -> str:
    label = child(page, QLabel, name)
    return label.text() if label.isVisible() else ""


def opened(page: HistoryPage, qtbot, rows: int) -> HistoryPage:
    page.set_journal_ready()
    wait_for_rows(page, qtbot, rows)
    return page


def wait_for_rows(page: HistoryPage, qtbot, rows: int) -> None:
    view = table(page)
    qtbot.waitUntil(lambda: view.model().rowCount() == rows and view.isVisible() == bool(rows))


def select(page: HistoryPage, qtbot, row: int) -> AttemptDetails:
    table(page).selectRow(row)
    details = child(page, AttemptDetails, "details")
    wanted = table(page).selected.attempt_id
    qtbot.waitUntil(lambda: details.attempt is not None and details.attempt.attempt_id == wanted)
    return details


def choose(page: HistoryPage, name: str, text: str) -> None:
    combo = child(page, QComboBox, name)
    assert combo.findText(text) >= 0, [combo.itemText(item) for item in range(combo.count())]
    combo.setCurrentText(text)


def press(page: HistoryPage, qtbot, name: str) -> None:
    button = child(page, QPushButton, name)
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


# What is shown ----------------------------------------------------------------------------------------------------


def test_before_the_desk_is_open_it_says_so(page) -> None:
    assert said(page, "notice.title") == "Opening the history…"
    assert not table(page).isVisible()


def test_an_empty_history_says_what_will_appear_here(page, qtbot) -> None:
    page.set_journal_ready()

    qtbot.waitUntil(lambda: said(page, "notice.title") == "Nothing here yet")
    assert "album and shared folder" in said(page, "notice.message")
    assert not child(page, QPushButton, "notice.action").isVisible()
    assert not child(page, QPushButton, "export").isEnabled()


def test_rows_appear_newest_first_and_are_counted(page, qtbot, journal) -> None:
    for number in range(3):
        write(journal, number)
    opened(page, qtbot, 3)

    assert cells(page, Column.NAME) == ["Album 2", "Album 1", "Album 0"]
    assert said(page, "count") == "3 attempts"


def test_a_click_on_a_header_sorts(page, qtbot, journal) -> None:
    for number, name in enumerate(["b", "春节", "A"]):
        write(journal, number, name=name)
    opened(page, qtbot, 3)
    header = table(page).horizontalHeader()
    place = QPoint(header.sectionPosition(Column.NAME) + 20, header.height() // 2)

    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: cells(page, Column.NAME) == ["A", "b", "春节"])


def test_a_new_attempt_appears_and_the_selected_one_stays_selected(page, qtbot, journal) -> None:
    for number in range(4):
        write(journal, number)
    opened(page, qtbot, 4)
    details = select(page, qtbot, 1)

    write(journal, 4)
    page.refresh()
    wait_for_rows(page, qtbot, 5)

    assert cells(page, Column.NAME)[0] == "Album 4"
    assert table(page).selected.name == "Album 2"
    assert [index.row() for index in table(page).selectionModel().selectedRows()] == [2]
    assert details.attempt.name == "Album 2"


def test_the_details_follow_an_outcome_that_comes_later(page, qtbot, journal) -> None:
    attempt_id = begin(journal, 1)
    opened(page, qtbot, 1)
    details = select(page, qtbot, 0)
    assert not child(page, QPushButton, "copyId").isEnabled()

    settle(journal, attempt_id, OutcomeKind.CREATED, number=1)
    page.refresh()

    qtbot.waitUntil(lambda: details.value("albumId") == str(FIRST_ID + 1))
    assert child(page, QPushButton, "copyId").isEnabled()


def test_people_who_scrolled_down_stay_where_they_are(page, qtbot, journal) -> None:
    for number in range(120):
        begin(journal, number)
    opened(page, qtbot, 120)
    view = table(page)
    view.verticalScrollBar().setValue(50)
    top = view.indexAt(view.viewport().rect().topLeft())
    name = top.siblingAtColumn(Column.NAME).data()

    for number in range(120, 123):
        begin(journal, number)
    page.refresh()
    wait_for_rows(page, qtbot, 123)

    top = view.indexAt(view.viewport().rect().topLeft())
    assert (top.row(), top.siblingAtColumn(Column.NAME).data()) == (53, name)


def test_people_at_the_top_see_what_is_new(page, qtbot, journal) -> None:
    for number in range(120):
        begin(journal, number)
    opened(page, qtbot, 120)

    begin(journal, 120)
    page.refresh()
    wait_for_rows(page, qtbot, 121)

    assert table(page).indexAt(table(page).viewport().rect().topLeft()).row() == 0


def test_the_widths_of_columns_survive_a_refresh(page, qtbot, journal) -> None:
    write(journal, 1)
    opened(page, qtbot, 1)
    table(page).setColumnWidth(Column.NAME, 333)

    write(journal, 2)
    page.refresh()
    wait_for_rows(page, qtbot, 2)

    assert table(page).columnWidth(Column.NAME) == 333


def test_the_number_of_unknown_outcomes_is_told(page, qtbot, journal) -> None:
    attempt_id = write(journal, 1, outcome=OutcomeKind.UNKNOWN)
    with qtbot.waitSignal(page.unknown_count_changed) as told:
        page.set_journal_ready()
    assert told.args == [1]

    settle(journal, attempt_id, OutcomeKind.CREATED, number=1)
    with qtbot.waitSignal(page.unknown_count_changed) as told:
        page.refresh()
    assert told.args == [0]


@pytest.mark.parametrize(
    ("width", "orientation"),
    [(NARROW - 1, Qt.Orientation.Vertical), (NARROW, Qt.Orientation.Horizontal)],
)
def test_the_details_stand_where_there_is_room(page, qtbot, width, orientation) -> None:
    page.resize(width, 600)
    qtbot.waitUntil(lambda: page.width() == width)

    assert page._splitter.orientation() == orientation


# Search and filters -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["春节", "家", str(FIRST_ID + 1), "00003", "  春节 "])
def test_the_search_finds_names_ids_and_trace_ids(page, qtbot, journal, words) -> None:
    write(journal, 1, name="家庭春节")
    write(journal, 2, name="Holiday", outcome=OutcomeKind.REFUSED)
    write(journal, 3, name="家庭春节 2", outcome=OutcomeKind.NOT_SENT)
    opened(page, qtbot, 3)
    expected = journal.count(HistoryQuery(text=words.strip()))
    assert 0 < expected < 3

    child(page, QLineEdit, "search").setText(words)
    wait_for_rows(page, qtbot, expected)
    assert said(page, "count") == f"{expected} of 3"


def test_enter_searches_at_once(page, qtbot, journal) -> None:
    write(journal, 1, name="one")
    write(journal, 2, name="two")
    opened(page, qtbot, 2)
    search = child(page, QLineEdit, "search")
    search.setText("one")
    with qtbot.waitSignal(page._filters.changed, timeout=100):
        qtbot.keyClick(search, Qt.Key.Key_Return)
    wait_for_rows(page, qtbot, 1)


def test_filters_can_be_combined_and_cleared(page, qtbot, journal) -> None:
    write(journal, 1, where=connection(1, "A"))
    write(journal, 2, where=connection(2, "支持"), outcome=OutcomeKind.UNKNOWN)
    write(journal, 3, where=connection(2, "支持"), kind=RequestKind.SHARED_FOLDER)
    opened(page, qtbot, 3)
    clear = child(page, QPushButton, "clearFilters")
    assert not clear.isEnabled()

    choose(page, "connection", "支持")
    wait_for_rows(page, qtbot, 2)
    choose(page, "kind", "Album")
    wait_for_rows(page, qtbot, 1)
    choose(page, "outcome", "? Unknown")
    wait_for_rows(page, qtbot, 1)
    choose(page, "outcome", "✕ Refused")
    qtbot.waitUntil(lambda: said(page, "notice.title") == "No attempt matches")
    assert said(page, "count") == "0 of 3"

    press(page, qtbot, "notice.action")
    wait_for_rows(page, qtbot, 3)
    assert not clear.isEnabled()
    assert child(page, QComboBox, "connection").currentText() == "All"


def test_days_are_those_of_the_user(page, qtbot, journal) -> None:
    now = datetime.now().astimezone()
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    for number, at in enumerate([midnight, midnight - timedelta(milliseconds=1), now - timedelta(days=40)]):
        write(journal, number, at=at)
    opened(page, qtbot, 3)

    choose(page, "period", "Today")
    wait_for_rows(page, qtbot, 1)
    choose(page, "period", "Last 7 days")
    wait_for_rows(page, qtbot, 2)
    choose(page, "period", "Between…")
    yesterday = QDate.currentDate().addDays(-1)
    child(page, QDateEdit, "since").setDate(yesterday.addDays(-60))
    child(page, QDateEdit, "until").setDate(yesterday)
    qtbot.waitUntil(lambda: cells(page, Column.NAME) == ["Album 1", "Album 2"])
    child(page, QDateEdit, "since").setDate(yesterday.addDays(5))
    assert child(page, QDateEdit, "until").date() == yesterday.addDays(5)


def test_a_new_connection_can_be_filtered_at_once(page, qtbot, journal) -> None:
    write(journal, 1, where=connection(1, "A"))
    opened(page, qtbot, 1)
    choose(page, "connection", "A")

    write(journal, 2, where=connection(2, "B"))
    page.refresh()
    combo = child(page, QComboBox, "connection")
    qtbot.waitUntil(lambda: combo.findText("B") > 0)

    assert combo.currentText() == "A"
    assert cells(page, Column.NAME) == ["Album 1"]


def test_ctrl_f_goes_to_the_search(page, qtbot, journal) -> None:
    write(journal, 1)
    opened(page, qtbot, 1)
    table(page).setFocus()

    qtbot.keyClick(table(page), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(child(page, QLineEdit, "search").hasFocus)


# The attempt to show ----------------------------------------------------------------------------------------------


def test_an_attempt_that_a_filter_hides_is_shown_all_the_same(page, qtbot, journal) -> None:
    ids = [begin(journal, number) for number in range(600)]
    opened(page, qtbot, 600)
    table(page).sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
    child(page, QLineEdit, "search").setText("Album 599")
    wait_for_rows(page, qtbot, 1)

    page.show_attempt(ids[7])

    qtbot.waitUntil(lambda: table(page).selected is not None and table(page).selected.attempt_id == ids[7])
    assert child(page, QLineEdit, "search").text() == ""
    row = table(page).currentIndex()
    assert table(page).viewport().rect().contains(table(page).visualRect(row).center())


def test_an_attempt_made_a_moment_ago_can_be_shown(page, qtbot, journal) -> None:
    write(journal, 1)
    opened(page, qtbot, 1)

    page.show_attempt(write(journal, 2))

    qtbot.waitUntil(lambda: table(page).selected is not None and table(page).selected.name == "Album 2")


def test_an_attempt_wanted_too_early_is_shown_later(page, qtbot, journal) -> None:
    attempt_id = write(journal, 1)
    write(journal, 2)
    page.show_attempt(attempt_id)

    page.set_journal_ready()

    qtbot.waitUntil(lambda: table(page).selected is not None and table(page).selected.name == "Album 1")


# Actions ----------------------------------------------------------------------------------------------------------


def test_the_id_is_copied_exactly(page, qtbot, journal) -> None:
    write(journal, 0)
    opened(page, qtbot, 1)
    select(page, qtbot, 0)

    press(page, qtbot, "copyId")
    assert QGuiApplication.clipboard().text() == "1805929618625036417"


def test_ctrl_c_in_the_table_copies_the_id(page, qtbot, journal) -> None:
    write(journal, 0)
    opened(page, qtbot, 1)
    select(page, qtbot, 0)
    table(page).setFocus()
    QGuiApplication.clipboard().setText("something else")

    qtbot.keyClick(table(page), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "1805929618625036417"


def test_a_row_is_copied_as_one_line(page, qtbot, journal) -> None:
    write(journal, 0, name="two\twords")
    opened(page, qtbot, 1)
    select(page, qtbot, 0)

    press(page, qtbot, "copyRow")
    cells_copied = QGuiApplication.clipboard().text().split("\t")
    assert cells_copied[1:] == ["Album", "two words", "1805929618625036417", "Created", "Family cloud"]


def test_the_context_menu_offers_the_same_actions(page) -> None:
    names = [action.text().replace("&", "") for action in table(page).actions()]
    assert names == ["Copy ID", "Copy row", "Use as template"]


def test_a_template_is_the_whole_attempt(page, qtbot, journal) -> None:
    write(journal, 1, outcome=OutcomeKind.REFUSED)
    opened(page, qtbot, 1)
    assert not child(page, QPushButton, "template").isEnabled()
    select(page, qtbot, 0)

    with qtbot.waitSignal(page.template_requested) as requested:
        press(page, qtbot, "template")
    assert json.loads(requested.args[0].body)["name"] == "Album 1"


def test_a_kind_from_the_future_is_shown_but_is_no_template(page, qtbot, journal, desk) -> None:
    write(journal, 1)
    with sqlite3.connect(desk.data_dir / JOURNAL_FILE) as database:
        database.execute("UPDATE attempt SET kind = 'video', outcome = 'postponed'")
    database.close()
    opened(page, qtbot, 1)
    details = select(page, qtbot, 0)

    assert (cells(page, Column.KIND), cells(page, Column.OUTCOME)) == (["video"], ["· postponed"])
    assert details.value("resultId") == str(FIRST_ID + 1)
    assert not child(page, QPushButton, "template").isEnabled()


def test_enter_goes_on_to_the_details(page, qtbot, journal) -> None:
    write(journal, 1)
    opened(page, qtbot, 1)
    details = select(page, qtbot, 0)
    table(page).setFocus()

    qtbot.keyClick(table(page), Qt.Key.Key_Return)
    assert details.isAncestorOf(QGuiApplication.instance().focusWidget())


def test_home_and_end_are_the_first_and_the_last_attempt(page, qtbot, journal) -> None:
    for number in range(300):
        begin(journal, number)
    opened(page, qtbot, 300)
    table(page).setFocus()

    qtbot.keyClick(table(page), Qt.Key.Key_End)
    qtbot.waitUntil(lambda: table(page).selected is not None and table(page).selected.name == "Album 0")
    qtbot.keyClick(table(page), Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: table(page).selected.name == "Album 299")


def test_typing_in_the_table_reads_no_rows(page, qtbot, journal) -> None:
    for number in range(300):
        begin(journal, number)
    opened(page, qtbot, 300)
    model = table(page).model()

    QTest.keyClicks(table(page), "zzz")
    assert model.row_at(299) is None


# Errors, threads, names -------------------------------------------------------------------------------------------


def test_what_cannot_be_read_is_told_and_can_be_tried_again(page, qtbot, journal, desk) -> None:
    write(journal, 1)
    database = sqlite3.connect(desk.data_dir / JOURNAL_FILE, isolation_level=None)
    database.execute("ALTER TABLE connection RENAME TO elsewhere")
    page.set_journal_ready()
    qtbot.waitUntil(lambda: said(page, "notice.title") == "The history could not be read")
    assert said(page, "notice.message")

    database.execute("ALTER TABLE elsewhere RENAME TO connection")
    database.close()
    press(page, qtbot, "notice.action")
    wait_for_rows(page, qtbot, 1)
    assert said(page, "count") == "1 attempt"


def test_a_closed_journal_is_told(page, qtbot, journal) -> None:
    journal.close()
    page.set_journal_ready()

    qtbot.waitUntil(lambda: said(page, "notice.title") == "The history could not be read")
    assert "closed" in said(page, "notice.message")
    assert child(page, QPushButton, "notice.action").text() == "Try again"


def test_the_window_thread_never_asks_the_database(page, qtbot, journal, monkeypatch) -> None:
    for number in range(300):
        begin(journal, number)
    threads: set[str] = set()
    held = Channel.held

    def recording(self: Channel):
        threads.add(threading.current_thread().name)
        return held(self)

    monkeypatch.setattr(Channel, "held", recording)
    opened(page, qtbot, 300)
    select(page, qtbot, 3)
    table(page).scrollToBottom()
    qtbot.waitUntil(lambda: table(page).model().row_at(299) is not None)
    page.show_attempt(100)
    qtbot.waitUntil(lambda: table(page).selected.attempt_id == 100)
    child(page, QLineEdit, "search").setText("Album 29")
    wait_for_rows(page, qtbot, 11)
    page.refresh()

    assert threads == {"lane-history"}


def test_every_control_can_be_reached_and_has_a_name(page, qtbot, journal) -> None:
    write(journal, 1, kind=RequestKind.SHARED_FOLDER)
    opened(page, qtbot, 1)
    select(page, qtbot, 0)
    buddies = {label.buddy() for label in page.findChildren(QLabel) if label.buddy() is not None}

    controls = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.objectName()
    ]
    assert len(controls) > 20
    for widget in controls:
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        assert widget.accessibleName() or text or widget in buddies, widget.objectName()
