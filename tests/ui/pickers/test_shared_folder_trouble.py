"""Picking a shared folder when something is in the way: failures, an ended token, nothing there, and a file ID."""

from __future__ import annotations

import json

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
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTableView, QWidget
from scripted_server import ScriptedServer, reply

from koodrive.sandbox import Fault
from ui.pickers.shared_folder_picker import SharedFolderPicker

# What goes wrong --------------------------------------------------------------------------------------------------


def test_a_failure_tells_why_and_keeps_what_was_typed(qtbot, page, sandbox, opened):
    fill(sandbox, "Alpha", "Beta")
    picker = opened()
    sandbox.inject(Fault.NONZERO_CODE, path=LIST, times=9)
    search(picker).setText("Alpha")
    qtbot.waitUntil(part(picker, "again").isVisible)
    assert state(picker).startswith("⚠")
    assert not part(picker, "choose").isEnabled()
    sandbox.clear_faults()
    part(picker, "again").click()
    qtbot.waitUntil(lambda: rows(picker) == ["Alpha"])
    assert search(picker).text() == "Alpha"
    assert not part(picker, "again").isVisible()


def test_a_page_that_fails_is_read_when_it_is_tried_again(qtbot, page, sandbox, opened):
    fill(sandbox, *[f"Folder {number}" for number in range(150)])
    picker = opened()
    sandbox.inject(Fault.NONZERO_CODE, path=LIST, times=9)
    part(picker, "table", QTableView).scrollToBottom()
    qtbot.waitUntil(part(picker, "again").isVisible)
    assert len(rows(picker)) == 100
    assert part(picker, "choose").isEnabled(), "what is there can be picked"
    sandbox.clear_faults()
    part(picker, "again").click()
    qtbot.waitUntil(lambda: len(rows(picker)) == 150)


def test_a_token_that_has_ended_is_asked_for_in_place(qtbot, page, sandbox, opened):
    fill(sandbox, "Alpha", "Beta")
    picker = opened()
    sandbox.expire_tokens()
    search(picker).setText("Alpha")
    token = part(picker, "signIn.token", QLineEdit)
    qtbot.waitUntil(token.isVisible)
    QTest.keyClicks(token, sandbox.renew_token())
    QTest.keyClick(token, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(picker) == ["Alpha"])
    assert picker.isVisible()
    assert not token.isVisible()
    assert search(picker).text() == "Alpha"


@pytest.mark.parametrize("key", ["table", "mine", "search"])
def test_after_a_renewal_the_keyboard_is_where_it_was(qtbot, window, page, sandbox, opened, key):
    fill(sandbox, "Alpha", "Beta")
    picker = opened()
    before = part(picker, key, QWidget)
    before.setFocus()
    sandbox.expire_tokens()
    part(picker, "mine", QComboBox).setCurrentIndex(1)
    token = part(picker, "signIn.token", QLineEdit)
    qtbot.waitUntil(token.hasFocus)
    token.insert(sandbox.renew_token())
    QTest.keyClick(token, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not token.isVisible() and len(rows(picker)) == 2)
    assert picker.focusWidget() is before


def test_after_a_renewal_at_the_start_the_keyboard_is_in_the_search(qtbot, window, page, sandbox, opened):
    sandbox.expire_tokens()
    picker = opened()
    token = part(picker, "signIn.token", QLineEdit)
    qtbot.waitUntil(token.isVisible)
    token.insert(sandbox.renew_token())
    QTest.keyClick(token, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: state(picker) == "There is no shared folder yet.")
    assert picker.focusWidget() is search(picker)


def test_without_any_folder_one_can_be_created(qtbot, window, page, opened):
    picker = opened()
    assert state(picker) == "There is no shared folder yet."
    with qtbot.waitSignals([page.shared_folder_requested, picker.rejected]):
        part(picker, "create").click()


def test_what_is_not_found_is_said(qtbot, page, sandbox, opened):
    fill(sandbox, "Alpha")
    picker = opened()
    search(picker).setText("<i>Gamma")
    qtbot.waitUntil(lambda: state(picker) == "No shared folder with “<i>Gamma” in its name was found.")
    assert not part(picker, "create").isVisible()
    part(picker, "mine", QComboBox).setCurrentIndex(2)
    search(picker).setText("")
    qtbot.waitUntil(lambda: state(picker) == "You have joined no shared folder of others.")


def test_a_group_that_the_list_leaves_out_is_missed(qtbot, window, page, opened):
    page.findChild(QLineEdit, "album.groupId").insert("of another folder")
    row = {"id": "1765148493107805441", "name": "No group"}
    with ScriptedServer(reply(200, json.dumps({"folders": [row], "code": 0}).encode())) as server:
        use_server(window, server)
        picker = opened()
        qtbot.waitUntil(lambda: rows(picker) == ["No group"])
        part(picker, "choose").click()
        assert ids(page) == ("", "1765148493107805441")
        assert "does not tell the group ID" in text(page, "sharedFolder.message", QLabel)
        page.findChild(QLineEdit, "album.groupId").insert("17")
        assert "No group" in text(page, "sharedFolder.name", QLabel), "what is missing may be added"
        qtbot.waitUntil(lambda: not window.session.runner.is_busy)


# The trap ---------------------------------------------------------------------------------------------------------


def test_a_file_id_is_explained_and_the_folder_put_in_its_place(qtbot, page, sandbox):
    folder, _other = fill(sandbox, "Family", "Other")
    line = page.findChild(QLineEdit, "album.shareFolderId")
    line.insert(folder["shareFolderFileId"])
    assert text(page, "shareFolderId.message", QLabel).startswith("⚠"), (
        "at once: no further key makes it right"
    )
    use = page.findChild(QAbstractButton, "album.shareFolderId.use")
    qtbot.waitUntil(lambda: not use.isHidden())
    assert use.text() == "&Use “Family”"
    use.click()
    assert ids(page) == expected(folder)
    assert not use.isVisibleTo(page)
    assert "Family" in text(page, "sharedFolder.name", QLabel)


def test_a_file_id_that_nobody_knows_leads_to_the_picker(qtbot, page, sandbox, opened):
    (folder,) = fill(sandbox, "Family")
    page.findChild(QLineEdit, "album.shareFolderId").insert("Fnobody-knows-this-file-id")
    qtbot.waitUntil(lambda: len(listed(sandbox)) > 1 and not page.session.runner.is_busy)
    assert page.findChild(QAbstractButton, "album.shareFolderId.use").isHidden()
    page.findChild(QAbstractButton, "album.shareFolderId.chooseInstead").click()
    picker = page.window().findChild(SharedFolderPicker)
    qtbot.waitUntil(lambda: rows(picker) == ["Family"])
    part(picker, "choose").click()
    assert ids(page) == expected(folder)


def test_without_a_connection_the_button_says_why_it_shows_no_list(window, page):
    connection = window.session.current
    window.session.use(None)
    page.findChild(QAbstractButton, "album.sharedFolder.choose").click()
    assert [found for found in window.findChildren(SharedFolderPicker) if found.isVisible()] == []
    message = page.findChild(QLabel, "album.sharedFolder.message")
    assert message.text().startswith("⚠ No account is connected.")
    window.session.use(connection)
    assert message.text().startswith("Fills in both IDs.")
