"""An app's key in the connection dialog, against the sandbox that checks each signature."""

from __future__ import annotations

import json

import pytest
from connection_fixtures import Driver, assert_in_no_file, shown_text, written
from PySide6.QtWidgets import QLineEdit

from koodrive.api.auth import APP_SECRET_WARNING
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID
from koodrive.sandbox.identity import SANDBOX_APP_ID, SANDBOX_APP_SECRET
from ui.session.session import TokenState

KEY = f"{SANDBOX_APP_ID}:{SANDBOX_APP_SECRET}"


@pytest.fixture
def filled(qtbot, session, window, sandbox):
    driver = Driver(qtbot, session, window)
    driver.type("name", "App")
    driver.type("serviceAddress", sandbox.base_url)
    driver.find("signInWay.appKey").click()
    driver.type("userId", SANDBOX_USER_ID)
    driver.type("appId", SANDBOX_APP_ID)
    driver.type("appSecret", SANDBOX_APP_SECRET)
    return driver


def save(qtbot, driver):
    with qtbot.waitSignal(driver.dialog.saved) as saved:
        driver.click("save")
    return saved.args[0]


@pytest.fixture
def kept(qtbot, filled, session):
    connection = save(qtbot, filled)
    filled.wait_until_gone()
    session.use(connection)
    qtbot.waitUntil(lambda: session.token_state is TokenState.READY)
    return connection


def test_the_choice_says_that_the_carrier_reference_rules_it_out(filled):
    choice = filled.find("signInWay.appKey")
    assert "reference for carriers rules this out" in choice.accessibleDescription()
    assert "reference for carriers rules this out" in choice.toolTip()
    choice.click()
    assert "reference for carriers rules this out" in filled.message("signInWay")


def test_the_key_is_in_the_keyring_and_nowhere_else(qtbot, filled, session, keyring):
    assert filled.find("appSecret", QLineEdit).echoMode() is QLineEdit.EchoMode.Password
    connection = save(qtbot, filled)
    assert keyring.items == {connection.connection_id: KEY}
    (entry,) = json.loads(written(session))["connections"]
    assert entry["authorization_format"] == "app_signature"
    assert "account" not in entry
    assert_in_no_file(session, SANDBOX_APP_SECRET)
    assert_in_no_file(session, SANDBOX_APP_ID)


def test_what_such_a_secret_can_do_is_said_and_stops_nobody(filled):
    warning = filled.label("appSecret.warning")
    assert warning.isVisible()
    assert warning.text() == f"⚠ {APP_SECRET_WARNING}"
    assert warning.property("state") == "advice"
    assert SANDBOX_APP_SECRET not in shown_text(filled.dialog)
    filled.find("signInWay.token").click()
    assert not warning.isVisible()


def test_the_test_signs_its_calls(filled, sandbox):
    filled.click("test")
    filled.wait_for_banner("The connection works")
    assert "the signature and the user" in shown_text(filled.find_banner())
    for request in sandbox.requests():
        assert request.headers["Authorization"].startswith(f"HMAC-SHA256 AppId={SANDBOX_APP_ID},")
    filled.type("appSecret", "another-secret")
    filled.click("test")
    filled.wait_for_banner("The service does not accept the signature")
    assert "Check the AppId and the AppSecret." in filled.find("walk").copied_text
    for missing in ("oken",):
        assert missing not in filled.find("walk").copied_text
    assert "another-secret" not in shown_text(filled.dialog)


def test_what_is_missing_or_wrong_is_said_at_the_field(filled, session):
    filled.type("appId", "")
    filled.type("appSecret", "")
    filled.click("save")
    assert filled.message("appId") == "⚠ Enter the AppId."
    assert filled.message("appSecret") == "⚠ Enter the AppSecret."
    assert filled.focus_name == "connection.appId"
    filled.type("appId", "a:b")
    assert "no comma and no colon" in filled.message("appId")
    assert not filled.message("token").startswith("⚠"), "no token is needed"
    assert written(session) == ""


def test_what_comes_along_with_a_paste_goes(filled):
    for name in ("appId", "appSecret"):
        filled.type(name, "")
    filled.paste("appId", f"  {SANDBOX_APP_ID}\u200b ")
    filled.paste("appSecret", f"{SANDBOX_APP_SECRET} ")
    filled.find("userId").setFocus()
    assert filled.find("appId").text() == SANDBOX_APP_ID
    assert filled.find("appSecret").text() == SANDBOX_APP_SECRET


def test_an_edit_with_an_empty_secret_keeps_the_stored_one(qtbot, session, window, kept, keyring):
    driver = Driver(qtbot, session, window, kept)
    assert driver.find("signInWay.appKey").isChecked()
    assert driver.find("appId").text() == SANDBOX_APP_ID
    assert driver.find("appSecret").text() == ""
    assert driver.find("appSecret").placeholderText().startswith("Stored in connection_fixtures")
    driver.type("name", "Renamed")
    driver.click("test")
    driver.wait_for_banner("The connection works")
    keyring.is_locked = True
    assert save(qtbot, driver).name == "Renamed"
    assert keyring.items == {kept.connection_id: KEY}


def test_another_app_needs_another_secret(qtbot, session, window, kept, keyring):
    driver = Driver(qtbot, session, window, kept)
    driver.type("appId", "other-app")
    driver.click("save")
    assert driver.focus_name == "connection.appSecret"
    driver.type("appSecret", "other-secret")
    save(qtbot, driver)
    assert keyring.items == {kept.connection_id: "other-app:other-secret"}


def test_a_secret_alone_needs_its_app(qtbot, session, window, kept, keyring):
    session.use(None)
    driver = Driver(qtbot, session, window, kept)
    assert driver.find("appId").text() == "", "the keyring is not asked for that"
    driver.type("appSecret", "other-secret")
    driver.click("save")
    assert driver.focus_name == "connection.appId"
    driver.type("appSecret", "")
    save(qtbot, driver)
    assert keyring.items == {kept.connection_id: KEY}


def test_where_none_is_kept_the_secret_is_asked_for(qtbot, session, window, kept, keyring):
    keyring.items.clear()
    driver = Driver(qtbot, session, window, kept)
    driver.click("test")
    qtbot.waitUntil(lambda: driver.focus_name == "connection.appSecret")
    assert driver.message("appSecret") == "⚠ Enter the AppSecret."


def test_a_token_becomes_an_app_key(qtbot, session, window, stored, keyring):
    driver = Driver(qtbot, session, window, stored)
    driver.find("signInWay.appKey").click()
    driver.click("save")
    assert driver.focus_name == "connection.appId", "what is kept is a token"
    driver.type("appId", SANDBOX_APP_ID)
    driver.type("appSecret", SANDBOX_APP_SECRET)
    assert keyring.items == {"stored-1": SANDBOX_TOKEN}
    assert save(qtbot, driver).authorization_format == "app_signature"
    assert keyring.items == {"stored-1": KEY}
