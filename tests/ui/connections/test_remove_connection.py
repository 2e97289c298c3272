"""Removing a connection takes its token along, or says that it cannot."""

from __future__ import annotations

import pytest
from connection_fixtures import shown_text
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from shiboken6 import isValid

from koodrive.backend.backend import CONNECTIONS_FILE
from ui.connections.remove_dialog import RemoveConnection


@pytest.fixture
def asking(qtbot, session, window, stored):
    dialog = RemoveConnection(session, stored, window)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def click(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QWidget, f"removeConnection.{name}"), Qt.MouseButton.LeftButton)


def wait_for(qtbot, dialog, words):
    qtbot.waitUntil(lambda: words in shown_text(dialog))


def test_the_question_says_what_goes_and_what_stays(asking):
    words = shown_text(asking)
    assert "Remove the connection “\u2068Family cloud\u2069”?" in words
    assert "token is deleted" in words
    assert "history stays" in words
    assert asking.findChild(QPushButton, "removeConnection.cancel").isDefault()
    for label in asking.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_the_token_and_the_connection_go(qtbot, asking, session, keyring, stored):
    session.use(stored)
    with qtbot.waitSignal(asking.removed) as removed:
        click(qtbot, asking, "remove")
    assert removed.args == [stored]
    assert keyring.items == {}
    assert session.backend.profiles.load() == ()
    assert session.connections == ()
    assert session.current is None
    qtbot.waitUntil(lambda: not isValid(asking))


def test_escape_and_enter_remove_nothing(qtbot, asking, session, keyring):
    qtbot.keyClick(asking, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isValid(asking))
    assert len(session.backend.profiles.load()) == 1
    assert "stored-1" in keyring.items


def test_a_token_that_stays_is_said_and_the_connection_can_go_anyway(qtbot, asking, session, keyring):
    keyring.is_locked = True
    click(qtbot, asking, "remove")
    wait_for(qtbot, asking, "The token could not be deleted")
    assert len(session.backend.profiles.load()) == 1
    with qtbot.waitSignal(asking.removed):
        click(qtbot, asking, "removeAnyway")
    assert session.backend.profiles.load() == ()
    assert "stored-1" in keyring.items


def test_try_again(qtbot, asking, session, keyring):
    keyring.is_locked = True
    click(qtbot, asking, "remove")
    wait_for(qtbot, asking, "The token could not be deleted")
    keyring.is_locked = False
    with qtbot.waitSignal(asking.removed):
        click(qtbot, asking, "tryAgain")
    assert keyring.items == {}


def test_a_keyring_that_hangs_can_be_left(qtbot, asking, session, keyring):
    keyring.answer.clear()
    click(qtbot, asking, "remove")
    wait_for(qtbot, asking, "Waiting for your password manager…")
    qtbot.keyClick(asking, Qt.Key.Key_Escape)
    wait_for(qtbot, asking, "The token could not be deleted")
    qtbot.keyClick(asking, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(asking))
    assert len(session.backend.profiles.load()) == 1


def test_a_disk_that_takes_nothing_is_said(qtbot, asking, session):
    path = session.backend.data_dir / CONNECTIONS_FILE
    path.unlink()
    path.mkdir()
    click(qtbot, asking, "remove")
    wait_for(qtbot, asking, "The connections could not be read")
    assert asking.isVisible()
