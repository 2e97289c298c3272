"""The pickers at services that answer otherwise than documented, and with odd words to look for."""

from __future__ import annotations

import json

import pytest
from picker_fixtures import part, rows, search, state, use_server
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTreeView
from scripted_server import ScriptedServer, reply, send

from koodrive.sandbox import SANDBOX_CONTAINER_ID
from ui.pickers.folder_picker import FolderPicker

_ODD = "\u202eabc\n\t\x00<b>&" * 300
_FOLDER = {
    "id": "1765148493107805441",
    "name": _ODD,
    "createTime": "9999-12-31T23:59:59Z",
    "ownerId": "x" * 9_000,
    "maxMember": 10**30,
}
_MANY = [{"id": f"{number}", "name": f"Folder {number}"} for number in range(5_000)]


def ok(folders, files):
    return reply(200, json.dumps({"code": 0, "folders": folders, "files": files}).encode())


SHOWN = ""
UNTRUSTED = "No trustworthy answer came back"
CASES = {
    "a page for people": (reply(200, b"<html><body>Log in</body></html>"), UNTRUSTED, UNTRUSTED),
    "no list": (reply(200, b'{"code":0}'), "There is no shared folder yet.", "There are no folders"),
    "nothing": (ok([], []), "There is no shared folder yet.", "There are no folders"),
    "rows without IDs": (ok([{"name": "x"}], [{"fileName": "x"}]), UNTRUSTED, UNTRUSTED),
    "rows without names": (ok([{"id": "1"}], [{"id": "x"}]), SHOWN, "Check the folders"),
    "odd values": (
        ok([_FOLDER], [{"id": "y" * 64, "fileName": _ODD}]),
        SHOWN,
        "Check the folders",
    ),
    "an ID that is too long": (ok([_FOLDER], [{"id": "y" * 5_000, "fileName": "x"}]), SHOWN, UNTRUSTED),
    "all at once": (ok(_MANY, _MANY), SHOWN, "Check the folders"),
    "no space": (reply(400, b'{"code":13000301,"msg":"no"}'), "does not know", "does not know"),
    "closed": (send(b""), "was lost", "was lost"),
}


@pytest.mark.parametrize("case", list(CASES))
def test_whatever_comes_is_said_and_can_be_left(qtbot, window, page, opened, case):
    script, of_list, of_tree = CASES[case]
    runner = window.session.runner
    with ScriptedServer(script) as server:
        use_server(window, server)
        picker = opened()
        assert of_list in state(picker)
        assert bool(rows(picker)) == (of_list == SHOWN)
        part(picker, "cancel").click()
        page.findChild(QAbstractButton, "album.type.1").click()
        page.findChild(QLineEdit, "album.containerId").setText(SANDBOX_CONTAINER_ID)
        page.findChild(QAbstractButton, "album.scopeDir.choose").click()
        (tree,) = window.findChildren(FolderPicker)
        qtbot.waitUntil(lambda: not runner.is_busy)
        assert of_tree in said_of(tree)
        assert "The others can be chosen" not in said_of(tree), "there are none"
        tree.reject()
        qtbot.waitUntil(lambda: not runner.is_busy)


def said_of(picker):
    first = picker.findChild(QTreeView, "folderPicker.tree").model().index(0, 0).data()
    return f"{first} {picker.findChild(QLabel, 'folderPicker.state').text()}"


def test_a_user_without_a_space_is_told_so(qtbot, window, page):
    with ScriptedServer(reply(400, b'{"code":13000301,"msg":"no"}')) as server:
        use_server(window, server)
        reason = page.findChild(QLabel, "album.containerId.reason")
        qtbot.waitUntil(lambda: "knows no space of this user" in reason.text())
        qtbot.waitUntil(lambda: not window.session.runner.is_busy)


@pytest.mark.parametrize("word", ["%", "_", "🎉", "עברית", "x" * 32, "\u202e", "&+=?#/", "é" * 33])
def test_whatever_is_looked_for_is_answered_and_enter_chooses_nothing(qtbot, sandbox, opened, word):
    picker = opened()
    search(picker).setText(word)
    QTest.keyClick(search(picker), Qt.Key.Key_Return)
    is_too_long = len(word) > 32
    words = "Remove 1" if is_too_long else "in its name was found"
    qtbot.waitUntil(lambda: words in state(picker))
    QTest.keyClick(search(picker), Qt.Key.Key_Return)
    assert picker.isVisible()
    with qtbot.waitSignal(picker.rejected):
        QTest.keyClick(search(picker), Qt.Key.Key_Escape)
