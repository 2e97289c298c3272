"""What is entered before the connection is ready is sent when it is, and nothing typed meanwhile is added to it."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from koodrive.models import OutcomeKind
from ui.session.session import TokenState


@pytest.fixture
def line(window) -> QLineEdit:
    window.open_page("album")
    return window.findChild(QLineEdit, "album.name")


def enter(line: QLineEdit, *names: str) -> None:
    for name in names:
        QTest.keyClicks(line, name)
        QTest.keyClick(line, Qt.Key.Key_Return)


def test_names_of_the_first_moments_are_created_each(qtbot, window, sandbox, line):
    session, connection = window.session, window.session.current
    session.current, session.token = None, None
    session.begin_start()
    enter(line, "One", "Two")
    QTest.keyClicks(line, "Thr")
    assert line.text() == "Thr"
    assert "“\u2068One\u2069”, “\u2068Two\u2069”" in window.album.notice.accessibleName()
    assert window.album.has_unsaved_input
    assert sandbox.effects() == []
    session.use(connection)
    qtbot.waitUntil(lambda: len(sandbox.effects()) == 2)
    assert [effect["name"] for effect in sandbox.effects()] == ["One", "Two"]
    assert window.album.notice.isHidden()
    assert line.text() == "Thr"
    qtbot.waitUntil(lambda: window.activity.newest_outcome("album") is not None)
    assert window.activity.newest_outcome("album").kind is OutcomeKind.CREATED


def test_without_a_connection_they_wait_until_there_is_one(qtbot, window, sandbox, line):
    session, connection = window.session, window.session.current
    session.current, session.token = None, None
    session.begin_start()
    enter(line, "One")
    session.end_start()
    assert "No connection yet" in window.album.notice.accessibleName()
    assert "One" in window.album.notice.accessibleName()
    session.use(connection)
    qtbot.waitUntil(lambda: [effect["name"] for effect in sandbox.effects()] == ["One"])


def test_for_another_account_it_goes_back_into_the_form(qtbot, window, sandbox, line):
    session, connection = window.session, window.session.current
    release = threading.Event()
    session.backend.sessions.load = lambda _connection, **_options: release.wait(10) and None
    session._set_token_state(TokenState.LOADING)
    session.token = None
    session.current = type(connection)("other", "Other", "https://elsewhere.example", "1", "bearer", "en-US")
    enter(line, "One", "Two")
    session.use(connection)
    release.set()
    assert line.text() == "One"
    assert "Two" in window.album.notice.accessibleName()
    assert sandbox.effects() == []
    window.album._on_clear()
    assert not window.album.has_unsaved_input


def test_the_recipe_waits_with_what_is_typed_and_is_carried_out_once(qtbot, window, sandbox):
    window.open_page("recipe")
    session, connection = window.session, window.session.current
    names = [window.findChild(QLineEdit, f"{step}.name") for step in ("recipeFolder", "recipeAlbum")]
    for name, text in zip(names, ("Family", "Spring"), strict=True):
        name.insert(text)
    session.current, session.token = None, None
    session.begin_start()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    names[1].setFocus()
    for _ in range(3):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
        QTest.keyClicks(window.focusWidget(), "Next ")
    assert [name.text() for name in names] == ["Family", "Spring"]
    assert "“\u2068Family\u2069”, “\u2068Spring\u2069”" in window.recipe.notice.accessibleName()
    assert any(step.has_unsaved_input for step in window.recipe.steps)
    session.use(connection)
    qtbot.waitUntil(lambda: window.recipe.album.is_over, timeout=10_000)
    assert [effect["name"] for effect in sandbox.effects()] == ["Family", "Spring"]
    assert window.recipe.notice.isHidden()


def test_the_recipe_does_not_go_to_an_account_that_was_chosen_meanwhile(window, sandbox):
    window.open_page("recipe")
    session, connection = window.session, window.session.current
    for step, text in (("recipeFolder", "Family"), ("recipeAlbum", "Spring")):
        window.findChild(QLineEdit, f"{step}.name").insert(text)
    session.token, session.token_state = None, TokenState.LOADING
    session.current = type(connection)("other", "Other", "https://elsewhere.example", "1", "bearer", "en-US")
    window.recipe.make()
    session.use(connection)
    assert "Another connection" in window.recipe.notice.accessibleName()
    assert window.recipe.create_button.isEnabled()
    assert sandbox.effects() == []
    window.recipe.start_fresh()
