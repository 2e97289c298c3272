"""Secrets stay with the service and the user that they are for, whatever is typed in the connection dialog."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
import trustme
from account_driver import logins, new_carrier, save
from connection_fixtures import Driver, written
from PySide6.QtCore import Qt

import ui.connections.ca_file_field
from koodrive.models import Connection
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID, Sandbox
from koodrive.sandbox.identity import SANDBOX_APP_ID, SANDBOX_APP_SECRET, SANDBOX_PASSWORD


@pytest.fixture
def signed_in(qtbot, session, window, sandbox):
    driver = new_carrier(qtbot, session, window, sandbox)
    driver.find("signIn").click()
    driver.wait_for_banner(f"Signed in as {SANDBOX_USER_ID}")
    return driver


@pytest.fixture
def slow_disk(monkeypatch):
    """Delay the reading of CA files until the returned event is set."""
    may_read = threading.Event()
    read = ui.connections.ca_file_field._read_or_problem

    def read_later(path):
        may_read.wait(10)
        return read(path)

    monkeypatch.setattr(ui.connections.ca_file_field, "_read_or_problem", read_later)
    yield may_read
    may_read.set()


def test_nothing_is_sent_to_an_address_that_is_typed_after_the_press(
    qtbot, session, window, sandbox, tmp_path, slow_disk
):
    ca_file = tmp_path / "ca.pem"
    trustme.CA().cert_pem.write_to_path(ca_file)
    driver = Driver(qtbot, session, window)
    driver.fill("https://127.0.0.1:9", SANDBOX_TOKEN)
    driver.click("advanced")
    driver.type("caFile", str(ca_file))
    driver.click("test")
    driver.type("serviceAddress", sandbox.base_url)
    slow_disk.set()
    qtbot.waitUntil(lambda: "It holds" in driver.message("caFile"))
    qtbot.waitUntil(lambda: not session.runner.is_busy)
    assert sandbox.requests() == []
    driver.click("test")
    qtbot.waitUntil(lambda: bool(sandbox.requests()), timeout=5_000)
    qtbot.waitUntil(lambda: not session.runner.is_busy)


def test_a_session_is_not_saved_under_another_user(qtbot, signed_in, session, sandbox):
    signed_in.type("userId", "999")
    signed_in.click("save")
    assert signed_in.focus_name == "connection.userId"
    assert SANDBOX_USER_ID in signed_in.message("userId")
    assert written(session) == ""
    # The service says anew who it is.
    signed_in.type("password", SANDBOX_PASSWORD)
    assert save(qtbot, signed_in).user_id == SANDBOX_USER_ID
    assert len(logins(sandbox)) == 2


def test_a_kept_session_is_not_given_to_another_user(qtbot, signed_in, session, window):
    connection = save(qtbot, signed_in)
    signed_in.wait_until_gone()
    driver = Driver(qtbot, session, window, connection)
    driver.type("userId", "999")
    driver.click("test")
    assert driver.focus_name == "connection.userId"
    driver.type("userId", SANDBOX_USER_ID)
    driver.click("test")
    driver.wait_for_banner("The connection works")


def test_escape_closes_the_dialog_of_an_app_that_nobody_touched(qtbot, session, window, keyring, sandbox):
    connection = Connection("app-1", "App", sandbox.base_url, SANDBOX_USER_ID, "app_signature", "en-US")
    keyring.items["app-1"] = f"{SANDBOX_APP_ID}:{SANDBOX_APP_SECRET}"
    session.set_connections(session.backend.profiles.add(connection))
    session.use(connection)
    qtbot.waitUntil(lambda: session.token is not None)
    driver = Driver(qtbot, session, window, connection)
    assert driver.find("appId").text() == SANDBOX_APP_ID
    qtbot.keyClick(driver.dialog, Qt.Key.Key_Escape)
    driver.wait_until_gone()


OTHER = "https://other.example.com"


@pytest.fixture
def in_use(qtbot, session, stored):
    session.use(stored)
    qtbot.waitUntil(lambda: session.token == SANDBOX_TOKEN)
    return stored


@pytest.mark.parametrize("button", ["test", "save"])
def test_a_kept_token_does_not_go_to_another_address(qtbot, session, window, in_use, button):
    driver = Driver(qtbot, session, window, in_use)
    with Sandbox() as other:
        driver.type("serviceAddress", other.base_url)
        driver.click(button)
        assert driver.focus_name == "connection.token"
        assert driver.message("token") == "⚠ The token that is kept is for another address. Paste one."
        driver.type("serviceAddress", in_use.service_address)
        driver.click("test")
        driver.wait_for_banner("The connection works")
        assert other.requests() == []


@pytest.mark.parametrize("goes_back", [False, True])
def test_where_the_disk_takes_nothing_the_old_address_keeps_the_old_token(
    qtbot, session, window, in_use, keyring, monkeypatch, goes_back
):
    driver = Driver(qtbot, session, window, in_use)
    driver.type("serviceAddress", OTHER)
    driver.type("token", "token-for-the-other")
    with monkeypatch.context() as patch:
        patch.setattr("koodrive.connections.store.write_atomic", _full)
        driver.click("save")
        driver.wait_for_banner("The connections could not be saved")
    assert (session.token, keyring.items[in_use.connection_id]) == (SANDBOX_TOKEN, SANDBOX_TOKEN)
    if goes_back:
        driver.type("serviceAddress", in_use.service_address)
        driver.type("token", SANDBOX_TOKEN)
        assert save(qtbot, driver) == in_use
    else:
        qtbot.keyClick(driver.dialog, Qt.Key.Key_Escape)
        driver.click("discard")
    driver.wait_until_gone()
    qtbot.waitUntil(lambda: not session.runner.is_busy)
    assert keyring.items == {in_use.connection_id: SANDBOX_TOKEN}


def test_a_token_of_the_session_leaves_none_in_the_keyring_for_the_new_address(
    qtbot, session, window, in_use, keyring
):
    """After the next start the keyring is open again, and what it holds is for the old address."""
    driver = Driver(qtbot, session, window, in_use)
    keyring.is_locked = True
    driver.type("serviceAddress", OTHER)
    driver.type("token", "token-for-the-other")
    driver.click("save")
    driver.wait_for_banner("locked")
    with qtbot.waitSignal(driver.dialog.saved) as saved:
        driver.click("keepForSession")
    (connection,) = saved.args
    keyring.is_locked = False
    assert connection.service_address == OTHER
    assert session.connections == (connection,)
    assert keyring.items.get(connection.connection_id) is None
    assert session.backend.credentials.load(connection.connection_id) == "token-for-the-other"


@pytest.mark.parametrize("is_locked", [False, True])
def test_the_password_of_the_proxy_goes_along(qtbot, session, window, in_use, keyring, is_locked):
    proxied = replace(in_use, proxy="manual", proxy_address="http://127.0.0.1:9", proxy_user="anna")
    session.backend.proxy_passwords.save(proxied.connection_id, "proxy-password")
    session.set_connections(session.backend.profiles.replace(proxied))
    driver = Driver(qtbot, session, window, proxied)
    driver.type("serviceAddress", OTHER)
    driver.type("token", "token-for-the-other")
    keyring.is_locked = is_locked
    in_use_meanwhile = []
    session.current_changed.connect(lambda: in_use_meanwhile.append(session.current))
    with qtbot.waitSignal(driver.dialog.saved) as saved:
        driver.click("save")
        if is_locked:
            driver.wait_for_banner("locked")
            driver.click("keepForSession")
    (connection,) = saved.args
    assert in_use_meanwhile == [connection]
    qtbot.waitUntil(lambda: not session.runner.is_busy)
    assert session.backend.proxy_passwords.load(connection.connection_id) == "proxy-password"
    if not is_locked:
        kept = {
            connection.connection_id: "token-for-the-other",
            f"{connection.connection_id}-proxy": "proxy-password",
        }
        assert keyring.items == kept


def _full(*_arguments, **_named):
    raise OSError(28, "No space left on device")
