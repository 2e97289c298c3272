"""Test connection, through the real dialog against the sandbox on a real socket."""

from __future__ import annotations

import socket

import pytest
from connection_fixtures import CANARY, Driver, shown_text
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID, Fault


def banner_state(driver):
    return driver.find_banner().property("state")


def test_fine(filled, sandbox):
    filled.click("test")
    filled.wait_for_banner("The connection works")
    assert "The service accepts the token and the user." in shown_text(filled.find_banner())
    assert banner_state(filled) == "fine"
    request = sandbox.requests()[0]
    assert request.headers["Authorization"] == f"Bearer {SANDBOX_TOKEN}"
    assert request.headers["X-User-Id"] == SANDBOX_USER_ID
    assert sandbox.effects() == []


def test_nothing_is_stored_by_a_test(filled, session, keyring):
    filled.click("test")
    filled.wait_for_banner("The connection works")
    assert keyring.items == {}
    assert session.backend.profiles.load() == ()


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("token", CANARY, "The service does not accept the token"),
        ("userId", "42", "The service does not accept the user"),
        ("serviceAddress", "https://koodesk-test.invalid", "The host name of the service is not known"),
    ],
)
def test_each_mistake_has_its_own_verdict(filled, field, text, words):
    filled.type(field, text)
    filled.click("test")
    filled.wait_for_banner(words)
    assert banner_state(filled) == "problem"
    assert CANARY not in shown_text(filled.dialog)


def test_no_network(filled):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    filled.type("serviceAddress", f"http://127.0.0.1:{port}")
    filled.click("test")
    filled.wait_for_banner("The service cannot be reached")


def test_a_wrong_clock_is_said_beside_a_good_verdict(filled, sandbox):
    sandbox.inject(Fault.CLOCK_SLOW, times=2, seconds=3600)
    filled.click("test")
    filled.wait_for_banner("The connection works")
    assert "The clock of this computer is wrong by" in shown_text(filled.find_banner())


def test_words_of_the_service_are_plain_text(filled):
    for label in filled.find_banner().findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_the_name_is_not_needed_but_the_rest_is(filled):
    filled.type("name", "")
    filled.click("test")
    filled.wait_for_banner("The connection works")
    filled.type("userId", "")
    filled.click("test")
    assert filled.message("userId").startswith("⚠")
    assert filled.focus_name == "connection.userId"
    assert not filled.find_banner().isVisible()


def test_a_test_can_be_stopped_and_says_that_it_runs(qtbot, filled, sandbox):
    sandbox.inject(Fault.HANG)
    filled.find("test").setFocus()
    qtbot.keyClick(filled.find("test"), Qt.Key.Key_Space)
    filled.wait_for_banner("Testing…")
    assert filled.find("test").text() == "Testing… 0 s"
    assert not filled.find("test").isEnabled()
    assert filled.focus_name == "connection.stopTest"
    qtbot.waitUntil(lambda: filled.find("test").text() == "Testing… 1 s")
    filled.click("stopTest")
    assert "The test was stopped" in shown_text(filled.find_banner())
    assert filled.find("test").text() == "Test &connection"
    assert filled.focus_name == "connection.test"
    filled.click("test")
    filled.wait_for_banner("The connection works")
    paths = [request.path.rpartition("/v1/")[2] for request in sandbox.requests()]
    assert paths == ["sharefolder/list", "sharefolder/list", f"space/{SANDBOX_USER_ID}"]


def test_an_edit_takes_the_verdict_away(filled, session, qtbot, sandbox):
    filled.click("test")
    filled.wait_for_banner("The connection works")
    filled.type("userId", "1")
    assert not filled.find_banner().isVisible()
    sandbox.inject(Fault.HANG)
    before = len(sandbox.requests())
    filled.click("test")
    qtbot.waitUntil(lambda: len(sandbox.requests()) == before + 1)
    filled.find("authorizationFormat.as_is").click()
    assert not filled.find_banner().isVisible()
    qtbot.waitUntil(lambda: not session.runner.is_busy)
    assert not filled.find_banner().isVisible(), "a late verdict is about what is no longer there"


def test_closing_while_it_tests_leaves_nothing_behind(qtbot, filled, sandbox, session):
    sandbox.inject(Fault.HANG)
    filled.click("test")
    qtbot.waitUntil(lambda: bool(sandbox.requests()))
    qtbot.keyClick(filled.dialog, Qt.Key.Key_Escape)
    filled.click("discard")
    filled.wait_until_gone()
    qtbot.waitUntil(lambda: not session.runner.is_busy)


def test_the_stored_token_is_used_where_none_is_typed(qtbot, session, window, stored):
    driver = Driver(qtbot, session, window, stored)
    driver.click("test")
    driver.wait_for_banner("The connection works")


def test_a_token_that_is_not_there_is_asked_for(qtbot, session, window, stored, keyring):
    keyring.items.clear()
    driver = Driver(qtbot, session, window, stored)
    driver.click("test")
    qtbot.waitUntil(lambda: driver.message("token") == "⚠ Paste the access token.")
    assert driver.focus_name == "connection.token"
    assert driver.find("test").isEnabled()
    assert not driver.find_banner().isVisible()


def test_a_locked_keyring_is_said(qtbot, session, window, stored, keyring):
    driver = Driver(qtbot, session, window, stored)
    keyring.is_locked = True
    driver.click("test")
    driver.wait_for_banner("The keyring is locked")
    assert driver.find("test").isEnabled()


def test_a_keyring_that_hangs_can_be_left(qtbot, session, window, stored, keyring):
    driver = Driver(qtbot, session, window, stored)
    keyring.answer.clear()
    driver.click("test")
    driver.wait_for_banner("Testing…")
    driver.click("stopTest")
    assert "The test was stopped" in shown_text(driver.find_banner())
    driver.type("token", SANDBOX_TOKEN)
    driver.click("test")
    driver.wait_for_banner("The connection works")


def test_a_refused_token_is_told_with_the_button_that_tries_the_formats(filled):
    filled.type("token", CANARY)
    filled.click("test")
    filled.wait_for_banner("The service does not accept the token")
    assert "choose another authorization format" in shown_text(filled.find_banner())
    assert "choose another authorization format" in filled.find("walk").copied_text


def test_an_address_here_without_a_scheme_is_taken_and_shown_as_http(filled, sandbox):
    filled.type("serviceAddress", sandbox.base_url.removeprefix("http://"))
    filled.find("userId").setFocus()
    assert filled.find("serviceAddress").currentText() == sandbox.base_url
    filled.click("test")
    filled.wait_for_banner("The connection works")


def test_an_address_elsewhere_without_a_scheme_is_shown_as_https(filled):
    filled.type("serviceAddress", "intl.myhuaweicloud-koodrive.com")
    filled.find("userId").setFocus()
    assert filled.find("serviceAddress").currentText() == "https://intl.myhuaweicloud-koodrive.com"
