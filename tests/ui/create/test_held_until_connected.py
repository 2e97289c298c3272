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
