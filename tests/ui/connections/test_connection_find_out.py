"""Find out: which form of a token the service accepts, against the sandbox that accepts only one of them."""

from __future__ import annotations

import socket

import pytest
from connection_fixtures import CANARY, Driver, keyring, sandbox, session, shown_text, stored, window
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from koodrive.sandbox import SANDBOX_TOKEN, Fault

__all__ = ["keyring", "sandbox", "session", "stored", "window"]


@pytest.fixture
def filled(qtbot, session, window, sandbox):
    driver = Driver(qtbot, session, window)
    driver.fill(address=sandbox.base_url, token=SANDBOX_TOKEN)
    return driver


def tried(driver):
    return driver.label("findOut.tried")


def test_the_form_that_works_is_proposed_with_what_was_tried(qtbot, filled, sandbox):
    sandbox.accept_only("bearer_plus")
    filled.click("findOut")
    filled.wait_for_banner("“Bearer+” works")
    lines = tried(filled).text().splitlines()
    assert lines[0].startswith("✗ Bearer … – The service does not accept the token in this form.")
    assert lines[1] == "✓ Bearer+… – The service accepts the token in this form."
    assert filled.find("authorizationFormat.bearer").isChecked(), "nothing is chosen for people"
    assert filled.focus_name == "connection.useFormat"
    assert SANDBOX_TOKEN not in shown_text(filled.dialog)
    assert sandbox.effects() == []
    qtbot.keyClick(filled.find("useFormat"), Qt.Key.Key_Return)
    assert filled.find("authorizationFormat.bearer_plus").isChecked()
    filled.wait_for_banner("“Bearer+” is chosen")
    assert filled.focus_name == "connection.authorizationFormat.bearer_plus"
    filled.click("test")
    filled.wait_for_banner("The connection works")


def test_the_form_that_is_chosen_already_needs_no_action(filled):
    filled.click("findOut")
    filled.wait_for_banner("“Bearer” works")
    assert "It is the form that is chosen." in shown_text(filled.find_banner())
    assert filled.find("useFormat") is None


def test_a_token_that_has_to_be_spelt_in_another_way_is(qtbot, filled, sandbox):
    sandbox.accept_only("bearer")
    filled.type("token", "")
    filled.paste("token", f"AT {SANDBOX_TOKEN}")
    filled.find("userId").setFocus()
    assert "choose the format" in filled.message("token")
    filled.click("findOut")
    filled.wait_for_banner("in another spelling than was given")
    filled.click("useFormat")
    assert filled.find("token").text() == SANDBOX_TOKEN
    assert not filled.message("token").startswith("⚠")
    with qtbot.waitSignal(filled.dialog.saved) as saved:
        filled.click("save")
    assert saved.args[0].authorization_format == "bearer"


def test_no_form_works(filled):
    filled.type("token", CANARY)
    filled.click("findOut")
    filled.wait_for_banner("The service accepts the token in no form")
    assert all(line.startswith("✗ ") for line in tried(filled).text().splitlines())
    assert "the token alone" in tried(filled).text()
    assert CANARY not in shown_text(filled.dialog)
    assert tried(filled).textFormat() is Qt.TextFormat.PlainText


def test_an_edit_takes_the_findings_away(filled):
    filled.click("findOut")
    filled.wait_for_banner("works")
    assert tried(filled).isVisible()
    filled.type("userId", "1")
    assert not tried(filled).isVisible()
    assert not filled.find_banner().isVisible()


def test_what_stands_in_the_way_is_said(filled):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    filled.type("serviceAddress", f"http://127.0.0.1:{port}")
    filled.click("findOut")
    filled.wait_for_banner("The service cannot be reached")
    assert not tried(filled).isVisible()
    filled.type("userId", "")
    filled.click("findOut")
    assert filled.focus_name == "connection.userId"


def test_a_user_who_is_refused_is_said(filled):
    filled.type("userId", "42")
    filled.click("findOut")
    filled.wait_for_banner("The service does not accept the user")


def test_without_a_token_it_is_asked_for(filled, sandbox):
    filled.type("token", "")
    filled.click("findOut")
    assert filled.focus_name == "connection.token"
    assert filled.message("token") == "⚠ Paste the access token."
    assert sandbox.requests() == []


def test_it_can_be_stopped(qtbot, filled, sandbox, session):
    sandbox.inject(Fault.HANG)
    filled.find("findOut").setFocus()
    qtbot.keyClick(filled.find("findOut"), Qt.Key.Key_Space)
    filled.wait_for_banner("Finding out…")
    assert filled.focus_name == "connection.stopFindingOut"
    filled.click("stopFindingOut")
    assert "KooDesk stopped finding out" in shown_text(filled.find_banner())
    assert filled.focus_name == "connection.findOut"
    qtbot.waitUntil(lambda: not session.runner.is_busy)
    assert not tried(filled).isVisible()


def test_the_kept_token_is_tried_where_none_is_typed(qtbot, session, window, stored, sandbox, keyring):
    sandbox.accept_only("as_is")
    driver = Driver(qtbot, session, window, stored)
    driver.click("findOut")
    driver.wait_for_banner("“Unchanged” works")
    driver.click("useFormat")
    assert driver.find("token").text() == "", "the kept token stays as it is"
    with qtbot.waitSignal(driver.dialog.saved) as saved:
        driver.click("save")
    assert saved.args[0].authorization_format == "as_is"
    assert keyring.items == {"stored-1": SANDBOX_TOKEN}


def test_it_is_offered_for_pasted_tokens_only(filled):
    assert filled.find("findOut").isVisible()
    filled.find("signInWay.account").click()
    assert not filled.find("findOut").isVisible()
    filled.find("signInWay.appKey").click()
    assert not filled.find("findOut").isVisible()


def test_the_words_of_the_service_are_shown_literally_and_do_not_widen_the_dialog(filled, sandbox):
    width = filled.dialog.width()
    filled.type("token", "not-the-token")
    filled.click("findOut")
    filled.wait_for_banner("in no form")
    assert filled.dialog.width() == width
    for label in filled.dialog.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
