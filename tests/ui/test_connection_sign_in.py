"""Signing in with account and password in the connection dialog, against the sandbox on a real socket."""

from __future__ import annotations

import json
import logging
import socket
from dataclasses import replace
from types import FunctionType, MethodType

import pytest
from connection_desk import Driver, assert_in_no_file, keyring, sandbox, session, shown_text, window, written
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLineEdit

from koodrive.models import Connection
from koodrive.proxy_passwords import secret_name
from koodrive.redaction import KNOWN
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID, Fault
from koodrive.sandbox.identity import SANDBOX_ACCOUNT, SANDBOX_AGENT, SANDBOX_PASSWORD
from koodrive.session_tokens import tokens_from_text
from ui.dialogs.remove_connection import RemoveConnection
from ui.session import TokenState

__all__ = ["keyring", "sandbox", "session", "window"]


@pytest.fixture
def filled(qtbot, session, window, sandbox):
    driver = Driver(qtbot, session, window)
    driver.type("name", "Carrier")
    driver.type("serviceAddress", sandbox.base_url)
    fill_account(driver)
    return driver


@pytest.fixture
def kept(qtbot, session, sandbox):
    """Return a connection whose session is in the keyring, and in use."""
    blank = Connection("signed-in-1", "Carrier", sandbox.base_url, "", "as_is", "en-US")
    connection = replace(blank, user_id=SANDBOX_USER_ID, account=SANDBOX_ACCOUNT, agent_name=SANDBOX_AGENT)
    signed_in = session.desk.sign_ins.log_in(connection, SANDBOX_PASSWORD)
    session.desk.sign_ins.store(connection, signed_in.tokens)
    session.set_connections(session.desk.profiles.add(connection))
    session.use(connection)
    qtbot.waitUntil(lambda: session.token_state is TokenState.READY)
    return connection


def fill_account(driver, password=SANDBOX_PASSWORD):
    driver.find("signInWay.account").click()
    driver.type("agentName", SANDBOX_AGENT)
    driver.type("account", SANDBOX_ACCOUNT)
    driver.type("password", password)


def logins(sandbox):
    return [request for request in sandbox.requests() if request.path.endswith("/auth/login")]


def sign_in(driver):
    driver.click("signIn")
    driver.wait_for_banner(f"Signed in as {SANDBOX_USER_ID}")


def save(qtbot, driver):
    with qtbot.waitSignal(driver.dialog.saved) as saved:
        driver.click("save")
    return saved.args[0]


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
    if isinstance(thing, str) or id(thing) in seen or thing is KNOWN:
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
    assert "kept in your keyring when you save" in shown_text(filled.find_banner())
    assert filled.label("signIn.message").text().startswith(f"✓ Signed in as {SANDBOX_USER_ID}; the tokens")
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
    assert filled.message("password") == "⚠ Give the password of the account."
    assert filled.focus_name == "connection.password"
    filled.type("account", "")
    filled.type("agentName", "Ähre")
    filled.click("save")
    assert "plain English only" in filled.message("agentName")
    assert filled.message("account").startswith("⚠ Give the name of the account")
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
    held = session.desk.sign_ins.load(saved.args[0])
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


def test_an_edit_needs_no_password(qtbot, session, window, kept, keyring, sandbox):
    before = dict(keyring.items)
    driver = Driver(qtbot, session, window, kept)
    assert driver.find("signInWay.account").isChecked()
    assert driver.find("agentName").text() == SANDBOX_AGENT
    assert driver.label("signIn.message").text().startswith("You have signed in before.")
    driver.type("name", "Renamed")
    driver.click("test")
    driver.wait_for_banner("The connection works")
    assert save(qtbot, driver) == replace(kept, name="Renamed")
    assert keyring.items == before
    assert len(logins(sandbox)) == 1, "the one of the fixture"


@pytest.mark.parametrize(("field", "text"), [("account", "other"), ("agentName", "Other Carrier")])
def test_an_edit_of_who_signs_in_needs_the_password(qtbot, session, window, kept, field, text):
    driver = Driver(qtbot, session, window, kept)
    driver.type(field, text)
    driver.click("save")
    assert driver.focus_name == "connection.password"
    assert driver.message("password") == "⚠ Give the password of the account."


def test_an_edit_of_the_address_needs_the_password(qtbot, session, window, kept):
    driver = Driver(qtbot, session, window, kept)
    driver.type("serviceAddress", "https://cn.myhuaweicloud-koodrive.com")
    driver.click("test")
    assert driver.focus_name == "connection.password"


def test_a_typed_password_signs_in_anew(qtbot, session, window, kept, keyring, sandbox):
    before = keyring.items[kept.connection_id]
    driver = Driver(qtbot, session, window, kept)
    driver.type("password", SANDBOX_PASSWORD)
    save(qtbot, driver)
    assert keyring.items[kept.connection_id] != before
    assert len(logins(sandbox)) == 2
    renewed = tokens_from_text(keyring.items[kept.connection_id])
    qtbot.waitUntil(lambda: session.token == renewed.access_token)


def test_where_nothing_is_kept_the_password_is_asked_for(qtbot, session, window, kept, keyring):
    keyring.items.clear()
    driver = Driver(qtbot, session, window, kept)
    driver.click("test")
    qtbot.waitUntil(lambda: driver.focus_name == "connection.password")
    assert driver.message("password") == "⚠ Give the password of the account."
    driver.type("password", SANDBOX_PASSWORD)
    driver.click("test")
    driver.wait_for_banner("The connection works")


def test_a_token_instead_of_an_account_drops_the_account(qtbot, session, window, kept, keyring):
    driver = Driver(qtbot, session, window, kept)
    driver.find("signInWay.token").click()
    driver.click("save")
    assert driver.focus_name == "connection.token", "what is kept is no pasted token"
    driver.type("token", SANDBOX_TOKEN)
    connection = save(qtbot, driver)
    assert (connection.account, connection.agent_name, connection.authorization_format) == ("", "", "bearer")
    assert keyring.items == {kept.connection_id: SANDBOX_TOKEN}


def test_removing_it_forgets_the_session_and_the_proxy_password(qtbot, session, window, kept, keyring):
    session.desk.proxy_passwords.save(kept.connection_id, "canary-proxy")
    assert set(keyring.items) == {kept.connection_id, secret_name(kept.connection_id)}
    dialog = RemoveConnection(session, kept, window)
    dialog.ask()
    with qtbot.waitSignal(dialog.removed):
        dialog.findChild(QObject, "removeConnection.remove").click()
    assert keyring.items == {}
    assert session.desk.sign_ins.load(kept) is None
