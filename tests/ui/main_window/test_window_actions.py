"""The shortcuts of the window, and what Help shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QWidget

from koodrive.version import VERSION
from ui.support.documents import changes_text, licences_text
from ui.widgets.banner import Banner

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def front(qtbot, window):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def press(window, key, modifier=CTRL) -> None:
    QTest.keyClick(window.focusWidget() or window, key, modifier)


def dialog(qtbot, name) -> QDialog:
    def is_open() -> bool:
        opened = QApplication.activeModalWidget()
        return opened is not None and opened.objectName() == name

    qtbot.waitUntil(is_open)
    return QApplication.activeModalWidget()


def test_ctrl_and_a_number_opens_a_page(front):
    for key, page in zip(
        "123456", ["album", "sharedFolder", "recipe", "batch", "live", "history"], strict=True
    ):
        press(front, getattr(Qt.Key, f"Key_{key}"))
        assert front.page_name == page


def test_ctrl_n_begins_an_album_wherever_the_keyboard_is(front):
    press(front, Qt.Key.Key_5)
    press(front, Qt.Key.Key_N)
    assert front.page_name == "album"
    assert front.focusWidget().objectName() == "album.name"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_creates_once_from_any_field(qtbot, front, sandbox, key):
    front.findChild(QLineEdit, "album.name").setText("By keys")
    front.findChild(QWidget, "album.type.2").setFocus()
    press(front, key)
    qtbot.waitUntil(lambda: [effect["name"] for effect in sandbox.effects()] == ["By keys"], timeout=10_000)
    qtbot.waitUntil(lambda: not front.session.runner.is_busy, timeout=10_000)


def test_ctrl_f_goes_to_the_search_of_a_page_that_has_one(front):
    for number, search in ((Qt.Key.Key_5, "live.search"), (Qt.Key.Key_6, "history.search")):
        press(front, number)
        front.setFocus()
        press(front, Qt.Key.Key_F)
        assert front.focusWidget().objectName() == search


def test_f5_reads_the_lists_again(qtbot, front, sandbox):
    press(front, Qt.Key.Key_5)
    qtbot.waitUntil(lambda: not front.session.runner.is_busy, timeout=10_000)
    before = len(sandbox.requests())
    press(front, Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: len(sandbox.requests()) > before, timeout=10_000)
    qtbot.waitUntil(lambda: not front.session.runner.is_busy, timeout=10_000)


def test_ctrl_q_quits(qtbot, front):
    with qtbot.waitSignal(front.shut_down, timeout=15_000):
        press(front, Qt.Key.Key_Q)


def test_f1_lists_the_shortcuts_of_all_actions(qtbot, front):
    press(front, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    shown = dialog(qtbot, "shortcuts")
    actions = [action for action in front.actions() if action.shortcuts()]
    assert len(actions) >= 10
    for action in actions:
        label = shown.findChild(QLabel, f"shortcuts.{action.objectName()}")
        assert label.text() == action.shortcut().toString()
    shown.reject()


def test_no_two_actions_have_one_shortcut(front):
    keys = [key.toString() for action in front.actions() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def action(window, name) -> QAction:
    return window.findChild(QAction, f"action.{name}")


def test_help_has_the_entries(front):
    names = {entry.objectName() for entry in front.findChild(QWidget, "help").findChild(QMenu).actions()}
    assert {"action.shortcuts", "action.changes", "action.logFolder", "action.about"} <= names
    assert {"help.supportBundle", "help.diagnostics"} <= names


def test_what_is_new_and_about_show_what_comes_with_the_program(qtbot, front):
    action(front, "changes").trigger()
    shown = dialog(qtbot, "changes")
    qtbot.waitUntil(lambda: "• " in shown.text)
    assert "Unreleased" in shown.text
    shown.reject()
    action(front, "about").trigger()
    shown = dialog(qtbot, "about")
    qtbot.waitUntil(lambda: "keyring" in shown.text)
    assert VERSION in shown.findChild(QLabel, "about.words").text()
    assert "PySide6" in shown.findChild(QLabel, "about.words").text()
    shown.reject()


class Opened(QObject):
    """Notes what the desktop is asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.urls = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.urls.append(url)


def test_the_log_folder_is_opened_by_the_desktop(front, data_dir):
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "open")
    try:
        action(front, "logFolder").trigger()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert [url.toLocalFile() for url in opened.urls] == [str(data_dir / "logs")]


def test_where_no_program_opens_folders_its_path_is_told(front, data_dir, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    action(front, "logFolder").trigger()
    assert str(data_dir / "logs") in front.findChild(Banner, "notice").accessibleName()


def test_the_list_of_changes_becomes_plain_text():
    head = "# Changelog\n\nForm of [Keep](https://a.example).\n\n"
    text = f"{head}## [1.0]\n\n### Added\n- One `thing`\n  in two lines.\n- Two\n"
    assert changes_text(text) == "1.0\n\nAdded\n• One thing in two lines.\n• Two"


def test_the_table_of_licences_becomes_lines():
    text = "# Licences\n\n| package | version | licence |\n|---|---|---|\n| a | 1 | MIT |\n| b | 2 | BSD |\n"
    assert licences_text(text) == "a 1: MIT\nb 2: BSD"
