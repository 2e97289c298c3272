"""Picking a shared folder in the real window, against the sandbox over a socket."""

from __future__ import annotations

import json
import threading
import time

import pytest
from picker_fixtures import (
    LIST,
    expected,
    fill,
    ids,
    listed,
    part,
    rows,
    search,
    state,
    text,
    use_server,
)
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLabel, QLineEdit, QTableView
from scripted_server import ScriptedServer, reply

from benchmarks.harness import LoopWatch
from koodrive.models import SharedFolder
from koodrive.sandbox import Fault
from ui.core.tasks import Lane
from ui.pickers.shared_folder_model import FolderColumn, SharedFolderRows
from ui.pickers.shared_folder_picker import NAME, SharedFolderPicker

LONG_NAME = "春节快乐" * 7 + "家庭&"
OTHER = "1644817543959100099"


# The way of who picks ---------------------------------------------------------------------------------------------


def test_a_folder_is_picked_with_the_keyboard_alone(qtbot, page, sandbox, opened):
    first, second = fill(sandbox, "Family one", "Family two")
    fill(sandbox, "Work")
    picker = opened()
    qtbot.waitUntil(search(picker).hasFocus)
    QTest.keyClicks(search(picker), "family")
    qtbot.waitUntil(lambda: rows(picker) == ["Family two", "Family one"])
    QTest.keyClick(search(picker), Qt.Key.Key_Down)
    assert search(picker).hasFocus()
    with qtbot.waitSignal(picker.accepted):
        QTest.keyClick(search(picker), Qt.Key.Key_Return)
    assert ids(page) == expected(first)
    assert "Family one" in text(page, "sharedFolder.name", QLabel)
    assert page.names_list(page.spec.check(page.fields()))
    assert first["id"] != second["id"]


def test_the_whole_way_goes_without_a_mouse(qtbot, window, page, sandbox):
    (folder,) = fill(sandbox, LONG_NAME)
    window.activateWindow()
    name = page.findChild(QLineEdit, "album.name")
    name.setFocus()
    QTest.keyClick(name, Qt.Key.Key_Tab)
    assert window.focusWidget().objectName() == "album.sharedFolder.choose"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    picker = window.findChild(SharedFolderPicker)
    qtbot.waitUntil(lambda: rows(picker) == [LONG_NAME] and not window.session.runner.is_busy)
    walk = ["mine", "table", "cancel", "choose", "search"]
    for key in walk:
        QTest.keyClick(picker.focusWidget(), Qt.Key.Key_Tab)
        assert picker.focusWidget().objectName() == f"{NAME}.{key}"
    QTest.keyClick(picker, Qt.Key.Key_Return)
    assert ids(page) == expected(folder)
    QTest.keyClick(page.findChild(QAbstractButton, "album.sharedFolder.choose"), Qt.Key.Key_Tab)
    assert window.focusWidget() is page.findChild(QLineEdit, "album.groupId")


def test_a_double_click_picks_and_escape_does_not(qtbot, page, sandbox, opened):
    (folder,) = fill(sandbox, LONG_NAME)
    picker = opened()
    with qtbot.waitSignal(picker.rejected):
        QTest.keyClick(search(picker), Qt.Key.Key_Escape)
    assert ids(page) == ("", "")
    picker = opened()
    table = part(picker, "table", QTableView)
    place = table.visualRect(table.model().index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(picker.accepted):
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert ids(page) == expected(folder)
    assert page.window().minimumSizeHint().width() <= 800


@pytest.mark.parametrize("field", ["groupId", "shareFolderId"])
def test_the_name_goes_when_an_id_is_changed_by_hand(qtbot, page, sandbox, opened, field):
    fill(sandbox, "Family")
    picker = opened()
    part(picker, "choose").click()
    assert "Family" in text(page, "sharedFolder.name", QLabel)
    page.findChild(QLineEdit, f"album.{field}").insert("1")
    assert text(page, "sharedFolder.name", QLabel) == ""


def test_whose_folders_are_shown_is_a_choice(qtbot, page, sandbox, opened):
    fill(sandbox, "Mine")
    fill(sandbox, "Theirs", creator=OTHER)
    picker = opened()
    assert rows(picker) == ["Theirs", "Mine"]
    assert rows(picker, FolderColumn.OWNER) == [OTHER, "You"]
    assert rows(picker, FolderColumn.MEMBERS) == ["6", "6"]
    mine = part(picker, "mine", QComboBox)
    mine.setCurrentIndex(1)
    qtbot.waitUntil(lambda: rows(picker) == ["Mine"])
    mine.setCurrentIndex(2)
    qtbot.waitUntil(lambda: rows(picker) == ["Theirs"])


# Searching and paging ---------------------------------------------------------------------------------------------


def test_the_newest_search_wins_over_a_slow_one(qtbot, page, sandbox, opened):
    fill(sandbox, "Alpha", "Beta")
    picker = opened()
    sandbox.inject(Fault.HANG, path=LIST)
    count = len(listed(sandbox))
    search(picker).setText("Alpha")
    qtbot.waitUntil(lambda: len(listed(sandbox)) == count + 1)
    assert state(picker) == "Searching…"
    search(picker).setText("Beta")
    qtbot.waitUntil(lambda: rows(picker) == ["Beta"])
    qtbot.waitUntil(lambda: not page.session.runner.is_busy)
    assert rows(picker) == ["Beta"]


def test_an_answer_that_is_there_already_when_the_search_changes_is_dropped(qtbot, page, sandbox, opened):
    fill(sandbox, "Alpha", "Beta")
    picker = opened()
    search(picker).setText("Alpha")
    QTest.keyClick(search(picker), Qt.Key.Key_Return)
    answered = threading.Event()
    page.session.runner.start(Lane.READ, answered.set, key="picker")
    assert answered.wait(5), "the lane has done what was asked before"
    search(picker).setText("Beta")
    shown = []
    part(picker, "table", QTableView).model().modelReset.connect(lambda: shown.append(rows(picker)))
    qtbot.waitUntil(lambda: rows(picker) == ["Beta"])
    assert shown == [["Beta"]]


def test_enter_waits_for_what_was_typed_last(qtbot, page, sandbox, opened):
    alpha, _beta = fill(sandbox, "Alpha", "Beta")
    picker = opened()
    search(picker).setText("Alpha")
    assert not page.session.runner.is_busy
    QTest.keyClick(search(picker), Qt.Key.Key_Return)
    assert page.session.runner.is_lane_busy(Lane.READ, key="picker"), "Enter waits for no pause"
    assert picker.isVisible()
    qtbot.waitUntil(lambda: rows(picker) == ["Alpha"])
    QTest.keyClick(search(picker), Qt.Key.Key_Return)
    assert ids(page) == expected(alpha)


def test_typing_is_one_question_and_a_long_one_is_none(qtbot, page, sandbox, opened):
    fill(sandbox, "Alpha")
    picker = opened()
    count = len(listed(sandbox))
    QTest.keyClicks(search(picker), "alpha")
    assert not page.session.runner.is_busy, "typing has to rest first"
    qtbot.waitUntil(lambda: len(listed(sandbox)) > count)
    qtbot.waitUntil(lambda: not page.session.runner.is_busy)
    assert len(listed(sandbox)) == count + 2, "the rows, and that there are no more"
    count = len(listed(sandbox))
    search(picker).setText("x" * 33)
    qtbot.waitUntil(lambda: rows(picker) == [])
    assert "32" in state(picker)
    assert search(picker).text() == "x" * 33
    assert not part(picker, "choose").isEnabled()
    assert len(listed(sandbox)) == count
    search(picker).setText("alpha")
    qtbot.waitUntil(lambda: rows(picker) == ["Alpha"])


def test_scrolling_reads_to_the_end_and_no_further(qtbot, page, sandbox, opened):
    names = [f"Folder {number}" for number in range(250)]
    fill(sandbox, *names)
    picker = opened()
    assert len(rows(picker)) == 100
    assert part(picker, "more").text() == "100 shown, more…"
    for count in (200, 250):
        part(picker, "table", QTableView).scrollToBottom()
        qtbot.waitUntil(lambda: len(rows(picker)) == count)  # noqa: B023 - used before the loop goes on
    part(picker, "table", QTableView).scrollToBottom()
    qtbot.waitUntil(lambda: not part(picker, "more").isVisible())
    qtbot.waitUntil(lambda: not page.session.runner.is_busy)
    assert rows(picker) == names[::-1]
    assert state(picker) == "250 shared folders."
    count = len(listed(sandbox))
    part(picker, "table", QTableView).scrollToTop()
    part(picker, "table", QTableView).scrollToBottom()
    assert not page.session.runner.is_busy
    assert len(listed(sandbox)) == count


def test_the_first_page_of_last_time_is_shown_while_the_service_thinks(qtbot, page, sandbox, opened):
    fill(sandbox, "Alpha", "Beta")
    opened().reject()
    fill(sandbox, "New")
    sandbox.inject(Fault.SLOW, path=LIST, seconds=0.5)
    picker = opened(wait=False)
    qtbot.waitUntil(lambda: rows(picker) == ["Beta", "Alpha"])
    assert "last time" in state(picker)
    QTest.keyClick(search(picker), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: rows(picker) == ["New", "Beta", "Alpha"])
    table = part(picker, "table", QTableView)
    assert table.selectionModel().selectedRows()[0].data() == "Alpha", "the selected folder stays selected"


def test_a_page_that_never_changes_ends_the_list(qtbot, window, page, opened):
    folders = [{"id": str(number), "name": f"F{number}", "groupId": "1"} for number in range(1, 6)]
    with ScriptedServer(reply(200, json.dumps({"folders": folders, "code": 0}).encode())) as server:
        use_server(window, server)
        picker = opened()
        qtbot.waitUntil(lambda: state(picker) == "5 shared folders.")
        assert len(rows(picker)) == 5
        picker.reject()
        qtbot.waitUntil(lambda: not window.session.runner.is_busy)


# The window goes on -----------------------------------------------------------------------------------------------


def test_the_window_goes_on_while_a_slow_service_lists_a_thousand(qtbot, page, sandbox, opened):
    fill(sandbox, *[f"家庭 {number}" for number in range(1_000)])
    sandbox.inject(Fault.SLOW, path=LIST, times=20, seconds=0.05)
    picker = opened()
    watch = LoopWatch()
    watch.start()
    while len(rows(picker)) < 1_000:
        count = len(rows(picker))
        part(picker, "table", QTableView).scrollToBottom()
        qtbot.waitUntil(lambda: len(rows(picker)) > count)  # noqa: B023 - used before the loop goes on
    p99, _longest = watch.stop()
    assert p99 < 100


def test_a_page_is_put_in_at_once():
    model = SharedFolderRows("1")
    took = []
    for number in range(50):
        folders = [SharedFolder(str(number * 100 + row), f"Folder {row}") for row in range(100)]
        before = time.perf_counter()
        assert model.add(folders) == 100
        took.append(time.perf_counter() - before)
    assert model.rowCount() == 5_000
    assert model.add([SharedFolder("7", "again")]) == 0
    assert sorted(took)[len(took) // 2] < 0.005


@pytest.mark.parametrize(
    ("create_time", "shown"),
    [
        (None, "–"),
        ("", "–"),
        ("soon", "soon"),
        ("9999-12-31T23:59:59Z", None),
        ("2025-09-01T02:34:57.815Z", None),
    ],
)
def test_a_time_is_that_of_the_clock_on_the_wall_or_shown_as_it_is(create_time, shown):
    model = SharedFolderRows("1")
    model.start([SharedFolder("7", "", create_time=create_time)])
    cell = model.index(0, FolderColumn.CREATED).data()
    assert cell == shown if shown else cell[:2] in {"20", "99", "10"}
    assert model.index(0, FolderColumn.NAME).data() == "(no name)"


def test_the_dialog_fits_into_the_smallest_window(page, opened):
    picker = opened()
    assert isinstance(picker, QDialog)
    assert picker.minimumSizeHint().width() <= 640
    assert picker.minimumSizeHint().height() <= 400
