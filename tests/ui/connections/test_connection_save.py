"""Saving a connection where the keyring or the disk does not do what is asked."""

from __future__ import annotations

import json

import pytest
from connection_fixtures import CANARY, Driver, assert_in_no_file, shown_text, written
from PySide6.QtCore import Qt

from koodrive.backend.backend import CONNECTIONS_FILE
from koodrive.sandbox import SANDBOX_TOKEN
from ui.session.session import TokenState


@pytest.fixture
def filled(qtbot, session, window):
    driver = Driver(qtbot, session, window)
    driver.fill()
    return driver


def assert_nothing_is_lost(driver):
    assert driver.find("name").text() == "Family cloud"
    assert driver.find("serviceAddress").currentText() == "https://intl.myhuaweicloud-koodrive.com"
    assert driver.find("userId").text() == "1644817543959100032"
    assert driver.find("token").text() == CANARY
    for name in ("name", "serviceAddress", "userId", "token", "save", "test"):
        assert driver.find(name).isEnabled()


def only_id(session):
    (connection,) = json.loads(written(session))["connections"]
    return connection["connection_id"]


def test_a_locked_keyring_offers_two_ways_out(filled, session, keyring):
    keyring.is_locked = True
    filled.click("save")
    filled.wait_for_banner("The keyring is locked")
    words = shown_text(filled.find_banner())
    assert "The keyring in use is connection_fixtures.KeyringInMemory." in words
    assert "&Keep the token for this session only" in words
    assert "T&ry again" in words
    assert CANARY not in shown_text(filled.dialog)
    assert filled.focus_name == "connection.tryAgain"
    assert_nothing_is_lost(filled)
    assert written(session) == ""


def test_try_again_saves_once_the_keyring_is_open(qtbot, filled, session, keyring):
    keyring.is_locked = True
    filled.click("save")
    filled.wait_for_banner("The keyring is locked")
    keyring.is_locked = False
    with qtbot.waitSignal(filled.dialog.saved):
        filled.click("tryAgain")
    assert keyring.items == {only_id(session): CANARY}


def test_kept_for_the_session_only_the_token_is_in_no_keyring_and_no_file(qtbot, filled, session, keyring):
    keyring.is_locked = True
    filled.click("save")
    filled.wait_for_banner("The keyring is locked")
    with qtbot.waitSignal(filled.dialog.saved):
        filled.click("keepForSession")
    credentials = session.backend.credentials
    assert credentials.is_session_only(only_id(session))
    assert credentials.load(only_id(session)) == CANARY
    assert keyring.items == {}
    assert_in_no_file(session, CANARY)
    filled.wait_until_gone()
    qtbot.waitUntil(lambda: not session.runner.is_busy)
    assert credentials.load(only_id(session)) == CANARY


def test_a_keyring_that_hangs_is_waited_for_in_words_and_can_be_left(qtbot, filled, session, keyring):
    keyring.answer.clear()
    filled.click("save")
    filled.wait_for_banner("Waiting for your password manager…")
    assert not filled.find("save").isEnabled()
    assert filled.find("cancel").isEnabled()
    qtbot.keyClick(filled.dialog, Qt.Key.Key_Escape)
    assert filled.dialog.isVisible()
    assert "KooDesk stopped waiting for the keyring" in shown_text(filled.find_banner())
    assert_nothing_is_lost(filled)
    with qtbot.waitSignal(filled.dialog.saved):
        filled.click("keepForSession")
    assert session.backend.credentials.is_session_only(only_id(session))


def test_an_answer_that_comes_late_is_taken(qtbot, filled, session, keyring):
    keyring.answer.clear()
    filled.click("save")
    filled.wait_for_banner("Waiting for your password manager…")
    with qtbot.waitSignal(filled.dialog.saved):
        keyring.answer.set()
    assert keyring.items == {only_id(session): CANARY}


def test_a_disk_that_takes_nothing_loses_nothing(qtbot, filled, session, keyring):
    obstacle = session.backend.data_dir / CONNECTIONS_FILE
    obstacle.mkdir()
    filled.click("save")
    filled.wait_for_banner("The connections could not be read")
    assert_nothing_is_lost(filled)
    obstacle.rmdir()
    with qtbot.waitSignal(filled.dialog.saved):
        filled.click("save")
    assert keyring.items == {only_id(session): CANARY}


def test_a_token_without_a_connection_is_taken_back(qtbot, filled, session, keyring):
    (session.backend.data_dir / CONNECTIONS_FILE).mkdir()
    filled.click("save")
    filled.wait_for_banner("The connections could not be read")
    assert list(keyring.items.values()) == [CANARY]
    qtbot.keyClick(filled.dialog, Qt.Key.Key_Escape)
    filled.click("discard")
    filled.wait_until_gone()
    qtbot.waitUntil(lambda: not session.runner.is_busy)
    assert keyring.items == {}


def test_closing_after_the_wait_was_given_up_is_quiet(qtbot, filled, session, keyring):
    keyring.answer.clear()
    filled.click("save")
    filled.wait_for_banner("Waiting for your password manager…")
    filled.click("cancel")
    filled.click("cancel")
    filled.click("discard")
    filled.wait_until_gone()
    qtbot.waitUntil(lambda: not session.runner.is_busy)
    assert written(session) == ""


def test_enter_and_clicks_while_it_saves_save_once(qtbot, filled, session, keyring):
    keyring.answer.clear()
    filled.find("token").setFocus()
    for _ in range(5):
        qtbot.keyClick(filled.dialog.focusWidget(), Qt.Key.Key_Return)
        filled.click("save")
    with qtbot.waitSignal(filled.dialog.saved):
        keyring.answer.set()
    qtbot.waitUntil(lambda: not session.runner.is_busy)
    assert len(session.connections) == 1


def test_the_keyboard_is_back_where_it_was_after_a_failure(qtbot, filled, session):
    (session.backend.data_dir / CONNECTIONS_FILE).mkdir()
    filled.find("userId").setFocus()
    qtbot.keyClick(filled.find("userId"), Qt.Key.Key_Return)
    filled.wait_for_banner("The connections could not be read")
    assert filled.focus_name == "connection.userId"


def test_enter_presses_the_way_out_that_has_the_keyboard(qtbot, filled, session, keyring):
    keyring.is_locked = True
    filled.click("save")
    filled.wait_for_banner("The keyring is locked")
    filled.find("keepForSession").setFocus()
    with qtbot.waitSignal(filled.dialog.saved):
        qtbot.keyClick(filled.find("keepForSession"), Qt.Key.Key_Return)
    assert session.backend.credentials.is_session_only(only_id(session))


def test_an_edit_with_an_empty_token_field_keeps_the_stored_token(qtbot, session, window, stored, keyring):
    driver = Driver(qtbot, session, window, stored)
    driver.type("name", "Renamed")
    keyring.is_locked = True
    with qtbot.waitSignal(driver.dialog.saved):
        driver.click("save")
    assert [connection.name for connection in session.backend.profiles.load()] == ["Renamed"]
    assert keyring.items == {"stored-1": SANDBOX_TOKEN}


def test_a_new_token_of_the_connection_in_use_is_used_at_once(qtbot, session, window, stored, keyring):
    session.use(stored)
    qtbot.waitUntil(lambda: session.token == SANDBOX_TOKEN)
    driver = Driver(qtbot, session, window, stored)
    driver.type("token", CANARY)
    with qtbot.waitSignal(driver.dialog.saved):
        driver.click("save")
    qtbot.waitUntil(lambda: session.token == CANARY)
    assert session.token_state is TokenState.READY
    assert keyring.items == {"stored-1": CANARY}


def test_a_connection_without_a_token_can_still_be_renamed(qtbot, session, window, stored, keyring):
    keyring.items.clear()
    session.use(stored)
    qtbot.waitUntil(lambda: session.token_state is TokenState.MISSING)
    driver = Driver(qtbot, session, window, stored)
    assert driver.find("token").placeholderText() == "There is none yet. Paste it here."
    driver.type("name", "Renamed")
    with qtbot.waitSignal(driver.dialog.saved):
        driver.click("save")


def test_the_placeholder_knows_tokens_of_this_session(qtbot, session, window, stored):
    session.backend.credentials.save_for_session("stored-1", CANARY)
    driver = Driver(qtbot, session, window, stored)
    assert driver.find("token").placeholderText() == "Kept for this session. Type to replace it."
