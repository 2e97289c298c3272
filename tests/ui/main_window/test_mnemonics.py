"""No two controls that are in sight together listen to the same letter."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTableView

from ui.connections.dialog import ConnectionDialog


def letters(window):
    """Return how many controls in sight listen to each key."""
    buttons = [button.text() for button in window.findChildren(QAbstractButton) if button.isVisible()]
    labels = [
        label.text()
        for label in window.findChildren(QLabel)
        if label.isVisible() and label.buddy() is not None
    ]
    keys = [QKeySequence.mnemonic(text).toString() for text in (*buttons, *labels)]
    return Counter(key for key in keys if key)


def press(window, *names):
    for name in names:
        window.findChild(QAbstractButton, name).click()


@pytest.mark.parametrize("page", ["album", "sharedFolder", "recipe", "batch", "live", "history"])
def test_on_each_page(window, page):
    press(window, f"nav.{page}")
    found = letters(window)
    assert [key for key, count in found.items() if count > 1] == []
    # Those of the navigation and Help are there on every page.
    assert {"Alt+A", "Alt+D", "Alt+W", "Alt+R", "Alt+H", "Alt+P"} < set(found)


def test_with_all_fields_of_an_album(window):
    window.resize(1_100, 760)
    press(window, "album.type.1", "album.albumKind.2", "activity.request")
    found = letters(window)
    assert [key for key, count in found.items() if count > 1] == []
    for name in ("album.scopeDir.choose", "album.sharedFolder.choose"):
        assert QKeySequence.mnemonic(window.findChild(QAbstractButton, name).text()).toString() in found


def test_with_a_clean_name_on_offer(window):
    window.album.findChild(QLineEdit, "album.name").insert("Summer ")
    window.album.findChild(QAbstractButton, "album.create").setFocus()
    found = letters(window)
    assert found["Alt+U"] == 1
    assert [key for key, count in found.items() if count > 1] == []


@pytest.mark.parametrize("page", ["album", "sharedFolder", "recipe"])
def test_ctrl_f_on_a_page_that_creates_searches_the_history(qtbot, window, page):
    press(window, "nav.history")
    window.findChild(QTableView, "history.table").setFocus()
    press(window, f"nav.{page}")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for text in ("first", "next"):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert window.page_name == "history"
        for character in text:
            QTest.keyClick(window.focusWidget(), character)
        assert window.focusWidget().objectName() == "history.search"
        assert window.focusWidget().text() == text
        press(window, f"nav.{page}")


def test_the_label_of_an_input_of_several_parts_leads_to_it(qtbot, window):
    press(window, "album.type.1")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    assert window.focusWidget().objectName() == "album.scopeDir.entry"
    press(window, "connection.add")
    (dialog,) = window.findChildren(ConnectionDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.findChild(QAbstractButton, "connection.signInWay.account").click()
    QTest.keyClick(dialog, Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    assert dialog.focusWidget().objectName() == "connection.signInWay.account"
