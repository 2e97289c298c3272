"""Finding attempts again: the search box and the filters of the history."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from history_fixtures import cells, choose, find, label_text, opened, press, table, wait_for_rows
from history_samples import FIRST_ID, connection, write
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QPushButton

from koodrive.journal import HistoryQuery
from koodrive.models import OutcomeKind, RequestKind
from ui.history.columns import Column


@pytest.mark.parametrize("words", ["春节", "家", str(FIRST_ID + 1), "00003", "  春节 "])
def test_the_search_finds_names_ids_and_trace_ids(page, qtbot, journal, words) -> None:
    write(journal, 1, name="家庭春节")
    write(journal, 2, name="Holiday", outcome=OutcomeKind.REFUSED)
    write(journal, 3, name="家庭春节 2", outcome=OutcomeKind.NOT_SENT)
    opened(page, qtbot, 3)
    expected = journal.history.count(HistoryQuery(text=words.strip()))
    assert 0 < expected < 3

    find(page, QLineEdit, "search").setText(words)
    wait_for_rows(page, qtbot, expected)
    assert label_text(page, "count") == f"{expected} of 3"


def test_enter_searches_at_once(page, qtbot, journal) -> None:
    write(journal, 1, name="one")
    write(journal, 2, name="two")
    opened(page, qtbot, 2)
    search = find(page, QLineEdit, "search")
    search.setText("one")
    with qtbot.waitSignal(page._filters.changed, timeout=100):
        qtbot.keyClick(search, Qt.Key.Key_Return)
    wait_for_rows(page, qtbot, 1)


def test_filters_can_be_combined_and_cleared(page, qtbot, journal) -> None:
    write(journal, 1, where=connection(1, "A"))
    write(journal, 2, where=connection(2, "支持"), outcome=OutcomeKind.UNKNOWN)
    write(journal, 3, where=connection(2, "支持"), kind=RequestKind.SHARED_FOLDER)
    opened(page, qtbot, 3)
    clear = find(page, QPushButton, "clearFilters")
    assert not clear.isVisible()

    choose(page, "connection", "支持")
    wait_for_rows(page, qtbot, 2)
    choose(page, "kind", "Album")
    wait_for_rows(page, qtbot, 1)
    choose(page, "outcome", "? Unknown")
    wait_for_rows(page, qtbot, 1)
    choose(page, "outcome", "✕ Refused")
    qtbot.waitUntil(lambda: label_text(page, "notice.title") == "No attempt matches")
    assert label_text(page, "count") == "0 of 3"

    press(page, qtbot, "notice.action")
    wait_for_rows(page, qtbot, 3)
    assert not clear.isEnabled()
    assert find(page, QComboBox, "connection").currentText() == "All connections"


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
    find(page, QDateEdit, "since").setDate(yesterday.addDays(-60))
    find(page, QDateEdit, "until").setDate(yesterday)
    qtbot.waitUntil(lambda: cells(page, Column.NAME) == ["Album 2", "Album 1"])
    find(page, QDateEdit, "since").setDate(yesterday.addDays(5))
    assert find(page, QDateEdit, "until").date() == yesterday.addDays(5)


def test_a_new_connection_can_be_filtered_at_once(page, qtbot, journal) -> None:
    write(journal, 1, where=connection(1, "A"))
    opened(page, qtbot, 1)
    choose(page, "connection", "A")

    write(journal, 2, where=connection(2, "B"))
    page.refresh()
    combo = find(page, QComboBox, "connection")
    qtbot.waitUntil(lambda: combo.findText("B") > 0)

    assert combo.currentText() == "A"
    assert cells(page, Column.NAME) == ["Album 1"]


def test_the_search_takes_the_keyboard(page, qtbot, journal) -> None:
    write(journal, 1)
    opened(page, qtbot, 1)
    table(page).setFocus()

    page.focus_search()
    qtbot.waitUntil(find(page, QLineEdit, "search").hasFocus)
