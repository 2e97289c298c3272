"""The navigation: words or icons alone, counts, and what opens a page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget

from ui.main_window.connection_card import ConnectionCard
from ui.main_window.pages import PAGES as ALL_PAGES
from ui.main_window.sidebar import RAIL_WIDTH, WIDTH, Sidebar

PAGES = ["album", "sharedFolder", "recipe", "batch", "live", "history"]


@pytest.fixture
def wide(window):
    """The window with room for the words."""
    window.resize(1080, 760)
    return window


def nav(window, page):
    return window.findChild(QPushButton, f"nav.{page}")


def test_where_there_is_room_the_words_are_shown(wide):
    sidebar = wide.findChild(Sidebar)
    assert sidebar.width() == WIDTH
    for page in PAGES:
        assert nav(wide, page).width() >= nav(wide, page).full_width
        assert nav(wide, page).toolTip() == ""


def test_in_a_narrow_window_there_are_icons_with_tool_tips(window):
    window.resize(879, 600)
    sidebar = window.findChild(Sidebar)
    assert sidebar.width() == RAIL_WIDTH
    assert "New album" in nav(window, "album").toolTip()
    QTest.mouseClick(nav(window, "live"), Qt.MouseButton.LeftButton)
    assert window.page_name == "live"
    window.resize(900, 600)
    assert sidebar.width() == WIDTH


def test_large_letters_widen_it_until_the_page_needs_the_room(wide):
    sidebar = wide.findChild(Sidebar)
    font = sidebar.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    for page in PAGES:
        nav(wide, page).setFont(font)
    sidebar.fit(1400)
    assert sidebar.width() > WIDTH
    sidebar.fit(900)
    assert sidebar.width() == RAIL_WIDTH


@pytest.mark.parametrize("page", PAGES)
def test_assistive_technology_opens_a_page_by_its_own_action(window, page):
    other = "history" if page != "history" else "album"
    window.open_page(other)
    actions = QAccessible.queryAccessibleInterface(nav(window, page)).actionInterface()
    assert actions is not None
    actions.doAction("Toggle")
    assert window.page_name == page
    assert [name for name in PAGES if nav(window, name).isChecked()] == [page]


def test_a_click_opens_a_page_once(window, qtbot):
    chosen = []
    window.findChild(Sidebar).page_chosen.connect(chosen.append)
    QTest.mouseClick(nav(window, "recipe"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(nav(window, "recipe"), Qt.MouseButton.LeftButton)
    assert chosen == ["recipe", "recipe"]


def test_the_count_stands_in_the_words_and_the_tool_tip(wide):
    sidebar = wide.findChild(Sidebar)
    sidebar.set_unknown_count(3)
    assert nav(wide, "history").text().endswith("3 ?")
    assert "unknown outcome: 3" in nav(wide, "history").toolTip()
    sidebar.set_unknown_count(0)
    assert nav(wide, "history").text() == "&History"
    assert nav(wide, "history").toolTip() == ""


def test_the_whole_card_opens_the_menu(wide, qtbot):
    card = wide.findChild(ConnectionCard)
    mark = wide.findChild(QLabel, "connection.sandboxMark")
    assert mark.text() == "SANDBOX"
    assert card.isAncestorOf(mark)
    QTest.mouseClick(mark, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(card.menu().isVisible)
    card.menu().close()


def test_the_mark_of_the_sandbox_is_on_the_rail_as_well(window):
    window.resize(720, 420)
    mark = window.findChild(QLabel, "connection.sandboxMark")
    assert mark.isVisible()
    assert (mark.text(), mark.accessibleName()) == ("S", "SANDBOX")
    card = window.findChild(ConnectionCard)
    assert card.width() == 40


def test_a_connection_can_be_added_from_either(window):
    for size in ((720, 420), (1080, 760)):
        window.resize(*size)
        add = window.findChild(QAbstractButton, "connection.add")
        assert add.isVisible()
        assert add.accessibleName() == "Add a connection"


def test_there_is_no_button_for_a_page_that_does_not_exist(window):
    shown = {
        button.objectName()
        for button in window.findChildren(QWidget)
        if button.objectName().startswith("nav.")
    }
    assert shown == {f"nav.{page}" for page in ALL_PAGES if page != "welcome"}
