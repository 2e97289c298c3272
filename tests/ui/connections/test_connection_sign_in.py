"""Signing in with account and password in the connection dialog, against the sandbox on a real socket."""

from __future__ import annotations

import json
import logging
import socket
from types import FunctionType, MethodType

import pytest
from account_driver import logins, new_carrier, save, sign_in
from connection_fixtures import Driver, assert_in_no_file, shown_text, written
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLineEdit

from koodrive.api.tokens import tokens_from_text
from koodrive.logs.redaction import SECRETS
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID, Fault
from koodrive.sandbox.identity import SANDBOX_ACCOUNT, SANDBOX_AGENT, SANDBOX_PASSWORD


@pytest.fixture
def filled(qtbot, session, window, sandbox):
    return new_carrier(qtbot, session, window, sandbox)


def texts_within(thing, seen):
    """Yield every text that Python attributes, containers and closures hold on to, from `thing` on."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, MethodType | FunctionType):
        parts = [thing.__self__] if isinstance(thing, MethodType) else []
        parts += [cell.cell_contents for cell in getattr(thing, "__closure__", None) or ()]
    elif isinstance(thing, dict):
        parts = [*thing.keys(), *thing.values()]
    elif isinstance(thing, list | tuple | set | frozenset):
        parts = list(thing)
    elif type(thing).__module__.startswith(("koodrive", "ui", "PySide6")):
        parts = [*getattr(thing, "__dict__", {}).values()]
        parts += [getattr(thing, name, None) for name in getattr(type(thing), "__slots__", ())]
        parts += thing.children() if isinstance(thing, QObject) else []
    else:
        return
    if isinstance(thing, str) or id(thing) in seen or thing is SECRETS:
        return
    seen[id(thing)] = thing
    for part in parts:
        yield from texts_within(part, seen)


def test_signing_in_fills_in_the_user_and_empties_the_password(filled, sandbox, keyring, session):
    assert filled.find("password", QLineEdit).echoMode() is QLineEdit.EchoMode.Password
    sign_in(filled)
    assert filled.find("userId").text() == SANDBOX_USER_ID
    assert filled.find("password").text() == ""
    assert not filled.find("password", QLineEdit).isUndoAvailable()
    told = shown_text(filled.find_banner())
    assert "stored only when you save" in told
    assert "keyring" not in told, "which there may be none of"
    said = filled.label("signIn.message").text()
    assert said == f"✓ Signed in as {SANDBOX_USER_ID}. Save to stay signed in."
    (login,) = logins(sandbox)
    assert login.headers["x-hw-agentName"] == SANDBOX_AGENT
    assert keyring.items == {}, "nothing is stored before somebody saves"
    assert written(session) == ""


def test_a_save_keeps_the_session_and_never_the_password(qtbot, filled, session, keyring, sandbox, caplog):
    caplog.set_level(logging.DEBUG)
    sign_in(filled)
    connection = save(qtbot, filled)
    (stored,) = json.loads(written(session))["connections"]
    assert stored == {
        "connection_id": connection.connection_id,
        "name": "Carrier",
        "service_address": sandbox.base_url,
        "user_id": SANDBOX_USER_ID,
        "authorization_format": "as_is",
        "language": "en-US",
        "account": SANDBOX_ACCOUNT,
        "agent_name": SANDBOX_AGENT,
    }
    tokens = tokens_from_text(keyring.items[connection.connection_id])
    assert tokens.access_token.startswith("AT ")
    assert len(logins(sandbox)) == 1
    for secret in (SANDBOX_PASSWORD, *tokens.access_token.split()[1:], tokens.refresh_token):
        assert_in_no_file(session, secret)
        assert secret not in caplog.text
    assert SANDBOX_PASSWORD not in keyring.items[connection.connection_id]


def test_nothing_holds_on_to_the_password_after_the_sign_in(qtbot, filled, session):
    assert filled.find("password").text() == SANDBOX_PASSWORD
    sign_in(filled)
    qtbot.waitUntil(lambda: not session.runner.is_busy)
    held = [text for root in (filled.dialog, session) for text in texts_within(root, {})]
    assert SANDBOX_ACCOUNT in held, "the walk does see what is held"
    assert not [text for text in held if SANDBOX_PASSWORD in text]
    for line in filled.dialog.findChildren(QLineEdit):
        assert SANDBOX_PASSWORD not in line.text()


def test_save_signs_in_first_with_one_press(qtbot, filled, sandbox, keyring):
    connection = save(qtbot, filled)
    assert connection.user_id == SANDBOX_USER_ID
    assert len(logins(sandbox)) == 1
    assert tokens_from_text(keyring.items[connection.connection_id]) is not None


def test_enter_in_the_password_saves(qtbot, filled, sandbox):
    with qtbot.waitSignal(filled.dialog.saved):
        qtbot.keyClick(filled.find("password"), Qt.Key.Key_Return)
    assert len(logins(sandbox)) == 1


def test_a_wrong_password_is_said_and_can_be_typed_over(qtbot, filled, session, keyring):
    filled.type("password", "wrong-password")
    filled.click("save")
    filled.wait_for_banner("did not accept this account and password")
    assert "wrong-password" not in shown_text(filled.dialog)
    assert filled.find("save").isEnabled()
    assert filled.focus_name == "connection.password"
    assert written(session) == ""
    assert keyring.items == {}
    qtbot.keyClicks(filled.find("password"), SANDBOX_PASSWORD)
    assert filled.find("password").text() == SANDBOX_PASSWORD
    save(qtbot, filled)


def test_no_network_keeps_what_was_typed(filled):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    filled.type("serviceAddress", f"http://127.0.0.1:{port}")
    filled.click("signIn")
    filled.wait_for_banner("The service cannot be reached")
    assert filled.find("password").text() == SANDBOX_PASSWORD
    assert filled.find("account").isEnabled()


def test_the_button_asks_for_what_is_missing(filled, sandbox):
    filled.type("password", "")
    filled.click("signIn")
    assert filled.message("password") == "⚠ Enter the password of the account."
    assert filled.focus_name == "connection.password"
    filled.type("account", "")
    filled.type("agentName", "Ähre")
    filled.click("save")
    assert "plain English only" in filled.message("agentName")
    assert filled.message("account").startswith("⚠ Enter the account")
    assert not filled.message("userId").startswith("⚠"), "the service will tell it"
    assert logins(sandbox) == []


def test_escape_stops_a_sign_in_that_hangs(qtbot, filled, sandbox, session, keyring):
    sandbox.inject(Fault.HANG)
    filled.click("save")
    filled.wait_for_banner("Signing in…")
    qtbot.waitUntil(lambda: bool(logins(sandbox)))
    assert not filled.find("save").isEnabled()
    assert not filled.find("account").isEnabled()
    assert filled.find("cancel").isEnabled()
    qtbot.keyClick(filled.dialog, Qt.Key.Key_Escape)
    assert filled.dialog.isVisible()
    assert "The sign-in was stopped" in shown_text(filled.find_banner())
    assert filled.find("save").isEnabled()
    qtbot.waitUntil(lambda: not session.runner.is_busy)
    assert keyring.items == {}
    assert filled.find("password").text() == SANDBOX_PASSWORD
    save(qtbot, filled)


def test_clicks_while_it_signs_in_send_one_login(qtbot, filled, sandbox, session):
    sandbox.inject(Fault.HANG)
    for _ in range(3):
        filled.click("signIn")
        filled.click("save")
    qtbot.waitUntil(lambda: bool(logins(sandbox)))
    filled.click("stopSigningIn")
    qtbot.waitUntil(lambda: not session.runner.is_busy)
    assert len(logins(sandbox)) == 1


def test_closing_while_it_signs_in_leaves_nothing_behind(qtbot, filled, sandbox, session, keyring):
    sandbox.inject(Fault.HANG)
    filled.click("signIn")
    qtbot.waitUntil(lambda: bool(logins(sandbox)))
    filled.dialog.done(0)
    filled.wait_until_gone()
    qtbot.waitUntil(lambda: not session.runner.is_busy)
    assert keyring.items == {}


def test_a_locked_keyring_does_not_make_it_sign_in_again(qtbot, filled, sandbox, keyring):
    keyring.is_locked = True
    filled.click("save")
    filled.wait_for_banner("The keyring is locked")
    keyring.is_locked = False
    with qtbot.waitSignal(filled.dialog.saved):
        filled.click("tryAgain")
    assert len(logins(sandbox)) == 1


def test_kept_for_the_session_only_the_tokens_are_in_memory(qtbot, filled, session, keyring):
    keyring.is_locked = True
    filled.click("save")
    filled.wait_for_banner("The keyring is locked")
    with qtbot.waitSignal(filled.dialog.saved) as saved:
        filled.click("keepForSession")
    held = session.backend.sessions.load(saved.args[0])
    assert held.token.startswith("AT ")
    assert keyring.items == {}


def test_another_account_after_the_sign_in_needs_another_one(filled, sandbox):
    sign_in(filled)
    filled.type("account", "someone-else")
    assert filled.label("signIn.message").text() == "Not signed in yet. Saving signs in, too."
    filled.click("save")
    assert filled.focus_name == "connection.password"
    filled.type("account", SANDBOX_ACCOUNT)
    assert filled.label("signIn.message").text().startswith("✓ Signed in")
    assert len(logins(sandbox)) == 1


def test_a_sign_in_is_not_thrown_away_without_a_question(qtbot, filled):
    sign_in(filled)
    qtbot.keyClick(filled.dialog, Qt.Key.Key_Escape)
    assert filled.find("discardQuestion").isVisible()


def test_the_ways_keep_what_was_typed(filled):
    filled.find("signInWay.token").click()
    filled.type("token", SANDBOX_TOKEN)
    assert not filled.find("account").isVisible()
    assert not filled.find("signIn").isVisible()
    filled.find("signInWay.account").click()
    assert not filled.find("token").isVisible()
    assert filled.find("account").text() == SANDBOX_ACCOUNT
    assert filled.find("password").text() == SANDBOX_PASSWORD
    filled.find("signInWay.token").click()
    assert filled.find("token").text() == SANDBOX_TOKEN


def test_a_token_is_the_usual_way(qtbot, session, window):
    driver = Driver(qtbot, session, window)
    assert driver.find("signInWay.token").isChecked()
    assert driver.find("token").isVisible()


def test_the_test_signs_in_and_uses_the_new_tokens(filled, sandbox):
    filled.click("test")
    filled.wait_for_banner("The connection works")
    assert len(logins(sandbox)) == 1
    assert sandbox.requests()[-1].headers["Authorization"].startswith("AT ")
    filled.click("test")
    filled.wait_for_banner("The connection works")
    assert len(logins(sandbox)) == 1
