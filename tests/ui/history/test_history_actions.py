"""Actions of an attempt in the history: show, copy, use as a template."""

from __future__ import annotations

import json
import sqlite3

from history_fixtures import cells, find, opened, press, select, table, wait_for_rows
from history_samples import FIRST_ID, begin, settle, write
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from koodrive.backend.backend import JOURNAL_FILE
from koodrive.models import OutcomeKind
from ui.history.columns import Column


def test_an_attempt_that_a_filter_hides_is_shown_all_the_same(page, qtbot, journal) -> None:
    ids = [begin(journal, number) for number in range(600)]
    opened(page, qtbot, 600)
    table(page).sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
    find(page, QLineEdit, "search").setText("Album 599")
    wait_for_rows(page, qtbot, 1)

    page.show_attempt(ids[7])

    qtbot.waitUntil(lambda: table(page).selected is not None and table(page).selected.attempt_id == ids[7])
    assert find(page, QLineEdit, "search").text() == ""
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


def test_beside_the_table_few_buttons_stand_and_the_others_are_in_a_menu(page, qtbot, journal) -> None:
    write(journal, 0)
    settle(journal, begin(journal, 1), OutcomeKind.UNKNOWN, number=1)
    opened(page, qtbot, 2)
    names = ("ticket", "template", "resolve", "sendAgain", "more")

    select(page, qtbot, 1)
    assert shown(page, names) == ["ticket", "more"]
    menu = find(page, QPushButton, "more").menu()
    qtbot.waitUntil(menu.actions()[0].isEnabled)
    with qtbot.waitSignal(page.template_requested) as wanted:
        menu.actions()[0].trigger()
    assert wanted.args[0].name == "Album 0"
    select(page, qtbot, 0)
    assert shown(page, names) == ["ticket", "resolve", "more"]

    page.resize(740, 700)
    qtbot.waitUntil(lambda: shown(page, names) == ["ticket", "template", "resolve"])


def shown(page, names) -> list[str]:
    return [name for name in names if find(page, QPushButton, name).isVisible()]


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
    assert names == [
        "Copy IDs",
        "Copy rows",
        "Copy for a ticket",
        "Use as template",
        "Find out…",
        "Send again",
        "Take back…",
        "Selected rows",
        "Columns",
    ]


def test_a_template_is_the_whole_attempt(page, qtbot, journal) -> None:
    write(journal, 1, outcome=OutcomeKind.REFUSED)
    assert not find(page, QPushButton, "template").isEnabled()
    opened(page, qtbot, 1)
    select(page, qtbot, 0)

    with qtbot.waitSignal(page.template_requested) as requested:
        press(page, qtbot, "template")
    assert json.loads(requested.args[0].body)["name"] == "Album 1"


def test_a_kind_from_the_future_is_shown_but_is_no_template(page, qtbot, journal, backend) -> None:
    write(journal, 1)
    with sqlite3.connect(backend.data_dir / JOURNAL_FILE) as database:
        database.execute("UPDATE attempt SET kind = 'video', outcome = 'postponed'")
    database.close()
    opened(page, qtbot, 1)
    details = select(page, qtbot, 0)

    assert (cells(page, Column.KIND), cells(page, Column.OUTCOME)) == (["video"], ["· postponed"])
    assert details.value("resultId") == str(FIRST_ID + 1)
    assert not find(page, QPushButton, "template").isEnabled()


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
