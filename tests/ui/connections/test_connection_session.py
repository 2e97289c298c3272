"""Changing and removing a connection whose session is kept, against the sandbox on a real socket."""

from __future__ import annotations

from dataclasses import replace

import pytest
from account_driver import logins, save
from connection_fixtures import Driver, shown_text
from PySide6.QtCore import QObject

from koodrive.api.tokens import tokens_from_text
from koodrive.credentials.proxy_passwords import secret_name
from koodrive.models import Connection
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID
from koodrive.sandbox.identity import SANDBOX_ACCOUNT, SANDBOX_AGENT, SANDBOX_PASSWORD
from ui.connections.remove_dialog import RemoveConnection
from ui.session.session import TokenState


@pytest.fixture
def kept(qtbot, session, sandbox):
    """Return a connection whose session is in the keyring, and in use."""
    blank = Connection("signed-in-1", "Carrier", sandbox.base_url, "", "as_is", "en-US")
    connection = replace(blank, user_id=SANDBOX_USER_ID, account=SANDBOX_ACCOUNT, agent_name=SANDBOX_AGENT)
    signed_in = session.backend.sessions.log_in(connection, SANDBOX_PASSWORD)
    session.backend.sessions.save(connection.connection_id, signed_in.tokens.text)
    session.set_connections(session.backend.profiles.add(connection))
    session.use(connection)
    qtbot.waitUntil(lambda: session.token_state is TokenState.READY)
    return connection


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
    assert driver.message("password") == "⚠ Enter the password of the account."


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
    assert driver.message("password") == "⚠ Enter the password of the account."
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
    session.backend.proxy_passwords.save(kept.connection_id, "canary-proxy")
    assert set(keyring.items) == {kept.connection_id, secret_name(kept.connection_id)}
    dialog = RemoveConnection(session, kept, window)
    dialog.open()
    assert "tokens of its session are deleted" in shown_text(dialog)
    with qtbot.waitSignal(dialog.removed):
        dialog.findChild(QObject, "removeConnection.remove").click()
    assert keyring.items == {}
    assert session.backend.sessions.load(kept) is None
