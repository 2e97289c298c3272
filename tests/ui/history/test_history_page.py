"""The history page: content, stable selection and scroll position, errors."""

from __future__ import annotations

import sqlite3
import threading

import pytest
from history_fixtures import cells, find, label_text, opened, press, select, table, wait_for_rows
from history_samples import FIRST_ID, begin, settle, write
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QWidget

from koodrive.backend.backend import JOURNAL_FILE
from koodrive.journal.connection import DatabaseConnection
from koodrive.models import OutcomeKind, RequestKind
from ui.history.columns import Column
from ui.history.views import NARROW


def test_before_the_backend_is_open_it_says_so(page) -> None:
    assert label_text(page, "notice.title") == "Opening the history…"
    assert not table(page).isVisible()


def test_an_empty_history_says_what_will_appear_here(page, qtbot) -> None:
    page.set_journal_ready()

    qtbot.waitUntil(lambda: label_text(page, "notice.title") == "Nothing here yet")
    assert "album and shared folder" in label_text(page, "notice.message")
    with qtbot.waitSignal(page.create_requested):
        press(page, qtbot, "notice.action")
    assert not find(page, QPushButton, "export").isEnabled()


def test_rows_appear_newest_first_and_are_counted(page, qtbot, journal) -> None:
    for number in range(3):
        write(journal, number)
    opened(page, qtbot, 3)

    assert cells(page, Column.NAME) == ["Album 2", "Album 1", "Album 0"]
    assert label_text(page, "count") == "3 attempts"


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
    assert not find(page, QPushButton, "copyId").isEnabled()

    settle(journal, attempt_id, OutcomeKind.CREATED, number=1)
    page.refresh()

    qtbot.waitUntil(lambda: details.value("albumId") == str(FIRST_ID + 1))
    assert find(page, QPushButton, "copyId").isEnabled()


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


@pytest.mark.parametrize(("width", "is_beside"), [(NARROW - 1, False), (NARROW, True)])
def test_the_details_stand_where_there_is_room(page, qtbot, journal, width, is_beside) -> None:
    write(journal, 1)
    opened(page, qtbot, 1)
    page.resize(width, 700)
    details = select(page, qtbot, 0)
    qtbot.waitUntil(lambda: page.width() == width and details.isVisible())
    name = find(page, QLabel, "panel.name")
    assert page._views.is_beside is is_beside
    assert name.isVisible() is is_beside
    value = page.findChild(QWidget, "history.details.name")
    assert value.isVisible() is not is_beside
    assert name.text() == "Album 1"
    below = details.mapTo(page, details.rect().topLeft()).y() > table(page).mapTo(page, table(page).pos()).y()
    assert below is not is_beside


def test_on_a_low_page_table_and_details_take_turns(page, qtbot, journal) -> None:
    write(journal, 1)
    opened(page, qtbot, 1)
    details = select(page, qtbot, 0)
    switch = find(page, QPushButton, "showDetails")
    assert details.isVisible()
    assert not switch.isVisible()

    page.resize(740, 500)
    qtbot.waitUntil(switch.isVisible)
    assert table(page).isVisible()
    assert not details.isVisible()

    table(page).setFocus()
    qtbot.keyClick(table(page), Qt.Key.Key_Return)
    assert details.isVisible()
    assert not table(page).isVisible()
    assert details.isAncestorOf(page.focusWidget())

    press(page, qtbot, "showDetails")
    assert table(page).isVisible()
    assert table(page).hasFocus()
    page.resize(1100, 700)
    qtbot.waitUntil(lambda: details.isVisible() and table(page).isVisible())


def test_the_details_beside_the_table_are_closed_and_opened_again(page, qtbot, journal) -> None:
    write(journal, 1)
    opened(page, qtbot, 1)
    details, switch = select(page, qtbot, 0), find(page, QPushButton, "showDetails")

    press(page, qtbot, "panel.close")
    assert not details.isVisible()
    assert table(page).hasFocus()
    assert switch.isVisible()
    press(page, qtbot, "showDetails")
    assert details.isVisible()
    assert not switch.isVisible()

    press(page, qtbot, "panel.close")
    qtbot.keyClick(table(page), Qt.Key.Key_Return)
    assert details.isAncestorOf(page.focusWidget())
    page.resize(740, 500)
    qtbot.waitUntil(lambda: table(page).isVisible() and not details.isVisible())


def test_what_cannot_be_read_is_told_and_can_be_tried_again(page, qtbot, journal, backend) -> None:
    write(journal, 1)
    database = sqlite3.connect(backend.data_dir / JOURNAL_FILE, isolation_level=None)
    database.execute("ALTER TABLE connection RENAME TO elsewhere")
    page.set_journal_ready()
    qtbot.waitUntil(lambda: label_text(page, "notice.title") == "The history could not be read")
    assert label_text(page, "notice.message")

    database.execute("ALTER TABLE elsewhere RENAME TO connection")
    database.close()
    press(page, qtbot, "notice.action")
    wait_for_rows(page, qtbot, 1)
    assert label_text(page, "count") == "1 attempt"


def test_a_closed_journal_is_told(page, qtbot, journal) -> None:
    journal.close()
    page.set_journal_ready()

    qtbot.waitUntil(lambda: label_text(page, "notice.title") == "The history could not be read")
    assert "closed" in label_text(page, "notice.message")
    assert find(page, QPushButton, "notice.action").text() == "Try again"


def test_the_window_thread_never_asks_the_database(page, qtbot, journal, monkeypatch) -> None:
    for number in range(300):
        begin(journal, number)
    threads: set[str] = set()
    held = DatabaseConnection.exclusive

    def recording(self: DatabaseConnection):
        threads.add(threading.current_thread().name)
        return held(self)

    monkeypatch.setattr(DatabaseConnection, "exclusive", recording)
    opened(page, qtbot, 300)
    select(page, qtbot, 3)
    table(page).scrollToBottom()
    qtbot.waitUntil(lambda: table(page).model().row_at(299) is not None)
    page.show_attempt(100)
    qtbot.waitUntil(lambda: table(page).selected.attempt_id == 100)
    find(page, QLineEdit, "search").setText("Album 29")
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
