"""The space ID that is filled in automatically: it never replaces typed text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton
from window_fixtures import has_settled, posts, submission_of

from koodrive.api.serialization import SHARED_FOLDER_CREATE
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, SANDBOX_USER_ID, Fault
from ui.fields.space_field import capacity_text

SPACE = f"/koodrive/ose/v1/space/{SANDBOX_USER_ID}"
TYPED = "IAAtyped1645841408025905538"


@pytest.fixture
def page(window):
    window.open_page("sharedFolder")
    return window.shared_folder


@pytest.fixture
def line(page):
    found = page.findChild(QLineEdit, "sharedFolder.containerId")
    assert found.text() == SANDBOX_CONTAINER_ID
    return found


def button(page, key):
    return page.findChild(QAbstractButton, f"sharedFolder.{key}")


def said(page, key="message"):
    return page.findChild(QLabel, f"sharedFolder.containerId.{key}").text()


def look_up_again(qtbot, window):
    window.services.spaces.refresh()
    qtbot.waitUntil(lambda: not window.services.spaces.is_loading)


def settled(qtbot, page):
    qtbot.waitUntil(lambda: has_settled(page))
    return submission_of(page).outcome


def test_the_only_space_is_there_with_its_capacity_and_is_nobodys_input(window, page, line):
    assert said(page) == "Your space, 200 GB."
    assert not page.has_unsaved_input
    assert page.holds({})
    assert page.fields()["containerId"] == SANDBOX_CONTAINER_ID
    album = window.album
    assert album.fields()["containerId"] == SANDBOX_CONTAINER_ID
    assert not album.has_unsaved_input


def test_a_name_is_all_that_a_shared_folder_needs(qtbot, page, line, sandbox):
    page.findChild(QLineEdit, "sharedFolder.name").insert("Family")
    button(page, "create").click()
    settled(qtbot, page)
    assert sandbox.effects()[0]["containerId"] == SANDBOX_CONTAINER_ID
    assert line.text() == SANDBOX_CONTAINER_ID
    assert page.field("containerId").is_automatic
    assert not page.has_unsaved_input


@pytest.mark.parametrize("way", ["keys", "insert", "setText", "paste", "backspace first"])
def test_what_comes_first_replaces_it_with_and_without_the_focus(page, line, way):
    assert not line.hasFocus()
    QGuiApplication.clipboard().setText(TYPED)
    if way == "keys":
        QTest.keyClicks(line, TYPED)
    elif way == "paste":
        QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    elif way == "backspace first":
        QTest.keyClick(line, Qt.Key.Key_Backspace)
        assert line.text() == ""
        QTest.keyClicks(line, TYPED)
    else:
        getattr(line, way)(TYPED)
    assert line.text() == TYPED
    assert page.has_unsaved_input
    QTest.keyClicks(line, "9")
    assert line.text() == f"{TYPED}9", "from then on it is like any other line"


def test_who_places_the_cursor_edits_it(page, line):
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_End)
    QTest.keyClicks(line, "9")
    assert line.text() == f"{SANDBOX_CONTAINER_ID}9"


def click_behind(line, count=1):
    for _ in range(count):
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(line.width() - 8, line.height() // 2))


def test_the_first_click_selects_it_and_the_second_one_places_the_cursor(page, line):
    click_behind(line)
    assert line.selectedText() == SANDBOX_CONTAINER_ID
    click_behind(line)
    assert line.selectedText() == ""
    QTest.keyClicks(line, "9")
    assert line.text() == f"{SANDBOX_CONTAINER_ID}9"


def test_who_clicks_and_types_replaces_it(page, line):
    click_behind(line)
    QTest.keyClicks(line, TYPED)
    assert line.text() == TYPED


def test_who_comes_back_to_it_replaces_it(page, line):
    click_behind(line, 2)
    line.setFocus()
    page.findChild(QLineEdit, "sharedFolder.name").setFocus()
    QTest.keyClicks(line, TYPED)
    assert line.text() == TYPED


def test_ctrl_z_brings_it_back_and_clear_lets_it_fill_itself(page, line):
    QTest.keyClicks(line, TYPED)
    while line.isUndoAvailable():
        QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == SANDBOX_CONTAINER_ID
    assert not page.has_unsaved_input
    button(page, "clear").click()
    assert page.field("containerId").is_automatic


def test_what_was_typed_stays_and_the_own_space_can_be_had_back(qtbot, window, page, line):
    assert button(page, "containerId.use").isHidden()
    QTest.keyClicks(line, TYPED)
    look_up_again(qtbot, window)
    assert line.text() == TYPED
    assert said(page) != "Your space, 200 GB."
    button(page, "containerId.use").click()
    assert line.text() == SANDBOX_CONTAINER_ID
    assert not page.has_unsaved_input


def test_who_empties_it_finds_it_empty(qtbot, window, page, line):
    line.clear()
    look_up_again(qtbot, window)
    assert line.text() == ""
    assert "containerId" in page.spec.check(page.fields())
    button(page, "clear").click()
    assert line.text() == SANDBOX_CONTAINER_ID


def test_a_template_is_never_replaced(qtbot, window, page, line):
    page.start_fresh({"name": "x", "containerId": TYPED})
    look_up_again(qtbot, window)
    assert line.text() == TYPED
    page.start_fresh()
    assert page.field("containerId").is_automatic
    page.start_fresh({"name": "x", "containerId": SANDBOX_CONTAINER_ID})
    assert not page.field("containerId").is_automatic
    window.session.use(None)
    assert line.text() == SANDBOX_CONTAINER_ID


def test_a_collection_album_from_elsewhere_says_itself_where_its_folders_are(window):
    album = window.album
    album.start_fresh({"type": "1", "scopeDir": ["17"], "scopeParentFolderId": "root"})
    assert album.fields()["containerId"] == ""
    album.start_fresh()
    assert album.fields()["containerId"] == SANDBOX_CONTAINER_ID


def use_other_user(window, user_id="17"):
    session = window.session
    session.backend.credentials.save_for_session("other", SANDBOX_TOKEN)
    session.use(replace(session.current, connection_id="other", user_id=user_id))


def test_another_user_has_another_space(qtbot, window, page, line):
    use_other_user(window)
    assert line.text() == "", "the space of the one before is of no use to the other"
    assert not page.has_unsaved_input
    window.session.use(window.session.backend.start_sandbox())
    qtbot.waitUntil(lambda: line.text() == SANDBOX_CONTAINER_ID)


def test_what_was_typed_stays_for_another_user(window, page, line):
    QTest.keyClicks(line, TYPED)
    use_other_user(window)
    assert line.text() == TYPED


def test_several_spaces_are_for_people_to_choose_from(qtbot, window, page, line, sandbox):
    sandbox.set_spaces([TYPED, "IAAother"])
    look_up_again(qtbot, window)
    assert line.text() == ""
    assert "You have 2 spaces" in said(page)
    menu = page.findChild(QPushButton, "sharedFolder.containerId.choose").menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [f"{TYPED}, 200 GB", "IAAother, 200 GB"]
    menu.actions()[1].trigger()
    assert line.text() == "IAAother"
    assert page.has_unsaved_input
    look_up_again(qtbot, window)
    assert line.text() == "IAAother"


def test_where_it_fails_the_reason_stands_beside_it_and_typing_goes_on(qtbot, window, page, line, sandbox):
    sandbox.inject(Fault.NONZERO_CODE, path=f"{SPACE[:-1]}9", times=9)
    use_other_user(window, f"{SANDBOX_USER_ID[:-1]}9")
    again = button(page, "containerId.again")
    qtbot.waitUntil(again.isVisible)
    assert "could not be looked up" in said(page, "reason")
    QTest.keyClicks(line, TYPED)
    assert line.text() == TYPED
    sandbox.clear_faults()
    window.session.use(window.session.backend.start_sandbox())
    qtbot.waitUntil(lambda: not again.isVisible())
    assert line.text() == TYPED


def test_an_answer_during_a_create_is_for_the_next_one(qtbot, window, page, line, sandbox):
    sandbox.inject(Fault.SLOW, path=SHARED_FOLDER_CREATE, seconds=1)
    page.findChild(QLineEdit, "sharedFolder.name").insert("Family")
    button(page, "create").click()
    sandbox.set_spaces(["IAAnew"])
    look_up_again(qtbot, window)
    assert submission_of(page).is_busy
    assert line.text() == "IAAnew"
    settled(qtbot, page)
    assert sandbox.effects()[0]["containerId"] == SANDBOX_CONTAINER_ID


def test_filling_itself_is_no_edit(qtbot, window, page, line, sandbox):
    edited = []
    page.edited.connect(edited.append)
    sandbox.set_spaces(["IAAnew"])
    look_up_again(qtbot, window)
    assert line.text() == "IAAnew"
    assert edited == []
    assert posts(sandbox) == []


@pytest.mark.parametrize(
    ("capacity", "words"),
    [
        (200 << 30, "200 GB"),
        ((200 << 30) + 1024, "200 GB"),
        (3 << 29, "1.5 GB"),
        (1 << 40, "1 TB"),
        (512 << 20, "512 MB"),
        (0, "0 MB"),
    ],
)
def test_a_capacity_is_said_as_people_say_it(capacity, words):
    assert capacity_text(capacity) == words


def test_what_was_told_last_is_there_without_a_token(qtbot, window, line):
    session = window.session
    use_other_user(window)
    assert line.text() == ""
    session.use(replace(session.current, connection_id="no token", user_id=SANDBOX_USER_ID))
    qtbot.waitUntil(lambda: line.text() == SANDBOX_CONTAINER_ID)
    qtbot.waitUntil(lambda: not session.runner.is_busy)
    assert session.token is None
