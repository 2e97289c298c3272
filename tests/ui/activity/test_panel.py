"""The panel at the right of the forms: Activity and the preview of the request."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit


@pytest.fixture
def panel(window):
    window.resize(1100, 760)
    window.open_page("album")
    return window.page_services.panel


def test_it_stands_beside_the_forms_alone(window, panel) -> None:
    assert panel.isVisible()
    window.open_page("history")
    assert not panel.isVisible()
    window.open_page("sharedFolder")
    assert panel.isVisible()


def test_its_first_tab_counts_the_creates_of_the_connection(qtbot, window, panel, pending) -> None:
    assert panel.activity_tab.text() == "Activity"
    window.activity.submit(pending("First"))
    qtbot.waitUntil(lambda: not window.activity.is_sending)
    qtbot.waitUntil(lambda: panel.activity_tab.text() == "Activity 1")


def test_its_second_tab_shows_the_request_of_the_form(window, panel) -> None:
    QTest.mouseClick(panel.request_tab, Qt.MouseButton.LeftButton)
    assert window.album.preview.isVisible()
    assert not panel.list.isVisible()
    window.open_page("sharedFolder")
    assert window.shared_folder.preview.isVisible()
    assert not window.album.preview.isVisible()


def test_in_a_small_window_it_is_a_drawer_that_escape_closes(window, panel) -> None:
    window.resize(800, 600)
    assert not panel.isVisible()
    button = window.findChild(QAbstractButton, "album.activity")
    button.click()
    assert panel.isVisible()
    assert window.focusWidget() is panel.activity_tab
    QTest.keyClick(panel.activity_tab, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert window.focusWidget() is window.findChild(QLineEdit, "album.name")


@pytest.mark.parametrize("how", ["button", "veil"])
def test_the_mouse_closes_the_drawer(window, panel, how) -> None:
    window.resize(800, 600)
    window.findChild(QAbstractButton, "album.activity").click()
    if how == "button":
        QTest.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)
    else:
        QTest.mouseClick(window.childAt(300, 300), Qt.MouseButton.LeftButton)
    assert not panel.isVisible()
    window.resize(1100, 760)
    assert panel.isVisible()
    assert not panel.close_button.isVisible()


def test_the_drawer_closes_when_the_keyboard_leaves_it(qtbot, window, panel) -> None:
    window.resize(900, 700)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.album.activity_button.click()
    assert panel.isVisible()
    QTest.keyClick(panel.activity_tab, Qt.Key.Key_Right)
    assert panel.isVisible()
    window.album.first_input.setFocus()
    assert not panel.isVisible()
    assert window.focusWidget() is window.album.first_input
