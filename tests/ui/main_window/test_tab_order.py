"""Tab stops at everything on a page, in the order that the eye has, whatever was clicked before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget


def click(window, name):
    QTest.mouseClick(window.findChild(QWidget, name), Qt.MouseButton.LeftButton)


def stops(window, first, *, count=40):
    """Return the names of what Tab stops at, from the widget called `first` on, until it is there again."""
    window.activateWindow()
    window.findChild(QWidget, first).setFocus()
    names = []
    for _ in range(count):
        names.append(window.focusWidget().objectName())
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        if window.focusWidget().objectName() == first:
            return names
    raise AssertionError(names)


def test_what_stands_before_the_first_input_is_reached_as_well(qtbot, window):
    found = stops(window, "help")
    start = found.index("album.templates")
    assert found[start:] == [
        "album.templates",
        "album.activity",
        "album.type.2",
        "album.albumKind.1",
        "album.name",
        "album.clear",
        "album.create",
        *found[start + 7 :],
    ]


def test_after_a_click_on_another_option_tab_stops_there(qtbot, window):
    click(window, "album.type.1")
    click(window, "album.albumKind.2")
    found = stops(window, "help")
    start = found.index("album.activity")
    assert found[start + 1 : start + 5] == [
        "album.type.1",
        "album.albumKind.2",
        "album.name",
        "album.sharedFolder.choose",
    ]


@pytest.mark.parametrize(
    ("page", "first", "then"),
    [
        ("live", "live.refresh", "live.search"),
        ("recipe", "recipe.activity", "recipeFolder.name"),
        ("history", "history.glance", "history.search"),
        ("sharedFolder", "sharedFolder.templates", "sharedFolder.activity"),
    ],
)
def test_on_the_other_pages(qtbot, window, page, first, then):
    click(window, f"nav.{page}")
    qtbot.waitUntil(lambda: not window.session.runner.is_busy)
    found = stops(window, "help")
    assert found[1:3] == [first, then]
    assert [name for name in found if name.startswith("nav.")] == [f"nav.{page}"]


def paused(qtbot, window, page, create):
    """Press the button `create` with a token that has ended, until a prompt asks for another."""
    click(window, f"nav.{page}")
    qtbot.waitUntil(lambda: not window.session.runner.is_busy)
    for line in window.findChildren(QLineEdit):
        if line.isVisible() and line.objectName().endswith(".name"):
            line.setText("Family")
    sandbox = window.session.backend.sandbox
    assert sandbox is not None
    sandbox.expire_tokens()
    click(window, create)
    qtbot.waitUntil(lambda: window.focusWidget().objectName().endswith(".signIn.token"))


def paused_stops(qtbot, window, page, create):
    paused(qtbot, window, page, create)
    return stops(window, "help")


def test_tab_comes_to_the_prompt_of_a_step_right_after_the_reason(qtbot, window):
    found = paused_stops(qtbot, window, "recipe", "recipe.create")
    start = found.index("recipeFolder.containerId")
    assert found[start + 1 : start + 6] == [
        "recipeFolder.result.history",
        "recipeFolder.signIn.token",
        "recipeFolder.signIn.goOn",
        "recipeFolder.signIn.cancel",
        "recipeAlbum.name",
    ]


def test_tab_comes_from_the_form_to_activity_and_its_prompt(qtbot, window):
    window.resize(1_100, 760)
    found = paused_stops(qtbot, window, "album", "album.create")
    start = found.index("album.create")
    assert found[start + 1 : start + 6] == [
        "activity.tab",
        "album.result.menu",
        "album.signIn.token",
        "album.signIn.goOn",
        "album.signIn.cancel",
    ]
    assert found[start + 6].startswith("nav.")


def test_tab_goes_through_the_drawer_and_closes_it_at_its_end(qtbot, window):
    window.resize(800, 760)
    window.activateWindow()
    paused(qtbot, window, "album", "album.create")
    names = ["album.signIn.token", "album.signIn.goOn", "album.signIn.cancel", "nav.album"]
    for name in names:
        assert window.focusWidget().objectName() == name
        assert window.page_services.panel.isVisible() == (name != "nav.album")
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)


def test_tab_leaves_a_form_with_all_its_fields(qtbot, window):
    for name in ("album.type.1", "album.albumKind.2"):
        click(window, name)
    found = stops(window, "help")
    assert len(found) == len(set(found))
    assert found.index("album.containerId") < found.index("album.create") < found.index("nav.album")


def test_work_begins_where_it_did(qtbot, window):
    begins = {"album": "album.name", "live": "live.search", "history": "history.search"}
    window.activateWindow()
    for page, name in begins.items():
        click(window, f"nav.{page}")
        assert window.focusWidget().objectName() == name
