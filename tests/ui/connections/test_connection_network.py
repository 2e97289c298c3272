"""The fold Advanced of the connection dialog: proxy and CA file, with a real proxy and a real TLS service behind it."""

from __future__ import annotations

import json
import threading

import connect_proxy
import pytest
import trustme
from connect_proxy import ConnectProxy
from connection_fixtures import CANARY, Driver, assert_in_no_file, shown_text, written
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit
from scripted_server import reply
from tls_service import tls_service

from koodrive.credentials.proxy_passwords import secret_name
from ui.connections.remove_dialog import RemoveConnection
from ui.core.tasks import Lane

PASSWORD = "canary-proxy-5b1e"
NO_FOLDERS = b'{"folders": [], "count": 0, "code": 0, "msg": "Success."}'


@pytest.fixture
def new(qtbot, session, window):
    driver = Driver(qtbot, session, window)
    driver.fill()
    return driver


@pytest.fixture
def authority():
    return trustme.CA()


@pytest.fixture
def ca_file(authority, tmp_path):
    path = tmp_path / "company.pem"
    authority.cert_pem.write_to_path(path)
    return path


def name_proxy(driver, address="proxy.example:8080", user="", password=""):
    if not driver.find("proxy").isVisible():
        driver.click("advanced")
    driver.find("proxy.manual").click()
    driver.type("proxyAddress", address)
    driver.type("proxyUser", user)
    driver.type("proxyPassword", password)


def save(qtbot, driver):
    with qtbot.waitSignal(driver.dialog.saved) as saved:
        driver.click("save")
    return saved.args[0]


def entry(session):
    return json.loads(written(session))["connections"][-1]


def test_the_fold_is_closed_and_opens_by_keyboard(qtbot, new):
    assert not new.find("proxy").isVisible()
    new.find("language").setFocus()
    qtbot.keyClick(new.dialog.focusWidget(), Qt.Key.Key_Tab)
    assert new.focus_name == "connection.advanced"
    qtbot.keyClick(new.dialog.focusWidget(), Qt.Key.Key_Space)
    assert new.find("proxy").isVisible()
    qtbot.keyClick(new.dialog.focusWidget(), Qt.Key.Key_Tab)
    assert new.focus_name == "connection.proxy.none"
    assert not new.find("proxyAddress").isVisible()
    new.find("proxy.manual").click()
    for name in ("proxyAddress", "proxyUser", "proxyPassword", "caFile"):
        assert new.find(name).isVisible()
        assert new.find(name).accessibleName()


def test_what_unfolds_is_scrolled_to_where_the_screen_is_small(qtbot, new):
    new.dialog.resize(new.dialog.width(), 400)
    new.click("advanced")
    qtbot.waitUntil(lambda: not new.find("proxy.none").visibleRegion().isEmpty())
    assert not new.find("advanced").visibleRegion().isEmpty()


def test_without_any_of_it_nothing_more_is_stored(qtbot, new, session):
    new.click("advanced")
    connection = save(qtbot, new)
    assert (connection.proxy, connection.proxy_address, connection.ca_file) == ("none", "", "")
    assert "proxy" not in entry(session)
    assert "ca_file" not in entry(session)


def test_a_named_proxy_is_stored_and_its_password_in_the_keyring(qtbot, new, session, keyring):
    assert new.find("proxyPassword", QLineEdit).echoMode() is QLineEdit.EchoMode.Password
    name_proxy(new, "Proxy.Example:8080", "anna", PASSWORD)
    connection = save(qtbot, new)
    assert entry(session)["proxy"] == "manual"
    assert entry(session)["proxy_address"] == "http://proxy.example:8080"
    assert entry(session)["proxy_user"] == "anna"
    identity = connection.connection_id
    assert keyring.items == {identity: CANARY, secret_name(identity): PASSWORD}
    assert_in_no_file(session, PASSWORD)
    assert session.backend.proxy_passwords.load(identity) == PASSWORD


def test_a_locked_keyring_can_keep_both_for_the_session(qtbot, new, session, keyring):
    name_proxy(new, user="anna", password=PASSWORD)
    keyring.is_locked = True
    new.click("save")
    new.wait_for_banner("The keyring is locked")
    assert PASSWORD not in shown_text(new.dialog)
    with qtbot.waitSignal(new.dialog.saved) as saved:
        qtbot.mouseClick(new.find("keepForSession"), Qt.MouseButton.LeftButton)
    identity = saved.args[0].connection_id
    assert keyring.items == {}
    assert session.backend.proxy_passwords.is_session_only(identity)
    assert session.backend.proxy_passwords.load(identity) == PASSWORD


def test_what_is_wrong_is_said_at_the_field_and_unfolds(qtbot, new, session):
    name_proxy(new, "socks5://proxy:1")
    new.click("advanced")
    assert not new.find("proxyAddress").isVisible()
    new.click("save")
    assert new.find("proxyAddress").isVisible()
    assert new.focus_name == "connection.proxyAddress"
    assert "KooDesk knows no other kind" in new.message("proxyAddress")
    new.type("proxyAddress", "proxy.example:8080")
    new.type("serviceAddress", "http://127.0.0.1:8000")
    new.click("save")
    assert "Plain http stays on this computer" in new.message("proxyAddress")
    new.find("proxy.none").click()
    save(qtbot, new)
    assert "proxy" not in entry(session)


def test_a_ca_file_is_looked_into_when_it_is_chosen(qtbot, new, session, ca_file):
    new.click("advanced")
    new.find("caFile.choose").click()
    dialog = new.dialog.findChild(QFileDialog, "connection.caFile.dialog")
    dialog.fileSelected.emit(str(ca_file))
    dialog.reject()
    qtbot.waitUntil(lambda: new.message("caFile").startswith("It holds: "))
    assert "until 3000-01-01" in new.message("caFile")
    save(qtbot, new)
    assert entry(session)["ca_file"] == str(ca_file)


def test_a_ca_file_is_looked_into_while_a_long_export_is_written(new, session, ca_file):
    written_whole = threading.Event()
    session.runner.start(Lane.FILES, lambda: written_whole.wait(30), key="export")
    new.click("advanced")
    new.type("caFile", str(ca_file))
    new.qtbot.keyClick(new.find("caFile"), Qt.Key.Key_Tab)
    new.qtbot.waitUntil(lambda: new.message("caFile").startswith("It holds: "))
    assert session.runner.is_lane_busy(Lane.FILES, key="export")
    written_whole.set()


def test_save_waits_for_what_a_typed_file_holds(new, session, ca_file, authority):
    new.click("advanced")
    ca_file.write_bytes(authority.cert_pem.bytes() + authority.private_key_pem.bytes())
    new.type("caFile", str(ca_file))
    new.qtbot.keyClick(new.find("caFile"), Qt.Key.Key_Return)
    new.qtbot.waitUntil(lambda: "private key" in new.message("caFile"))
    new.qtbot.waitUntil(lambda: new.focus_name == "connection.caFile")
    assert written(session) == ""
    new.type("caFile", "company.pem")
    new.click("save")
    new.qtbot.waitUntil(lambda: "whole path" in new.message("caFile"))
    assert written(session) == ""
    authority.cert_pem.write_to_path(ca_file)
    new.type("caFile", str(ca_file))
    save(new.qtbot, new)
    assert entry(session)["ca_file"] == str(ca_file)


def test_the_test_goes_through_the_typed_proxy_with_the_typed_password(new, ca_file, authority):
    with (
        tls_service(authority.issue_cert("service.example"), reply(200, NO_FOLDERS)) as service,
        ConnectProxy(service.port, secrets=f"anna:{PASSWORD}") as proxy,
    ):
        new.type("serviceAddress", "https://service.example")
        name_proxy(new, proxy.url, "anna", "not-the-password")
        new.click("test")
        new.wait_for_banner("The proxy does not accept the user and password")
        assert PASSWORD not in shown_text(new.dialog)
        new.type("proxyPassword", PASSWORD)
        new.click("test")
        new.wait_for_banner("does not trust the authority")
        assert service.requests == []
        new.type("caFile", str(ca_file))
        new.click("test")
        new.wait_for_banner("The connection works")
        assert len(service.requests) == 2, "the list, and the space"


def test_a_proxy_that_hangs_can_be_stopped(new):
    with ConnectProxy(behaviour=connect_proxy.hang) as proxy:
        new.type("serviceAddress", "https://service.example")
        name_proxy(new, proxy.url)
        new.click("test")
        assert proxy.asked.wait(5)
        new.wait_for_banner("Testing")
        new.click("stopTest")
        new.wait_for_banner("The test was stopped", timeout=1_000)


def test_a_stored_connection_shows_all_and_a_dropped_proxy_drops_its_password(
    qtbot, new, session, window, keyring, ca_file
):
    name_proxy(new, user="anna", password=PASSWORD)
    new.type("caFile", str(ca_file))
    connection = save(qtbot, new)
    new.wait_until_gone()
    editing = Driver(qtbot, session, window, connection)
    assert editing.find("proxyAddress").isVisible()
    assert editing.find("proxyAddress").text() == "http://proxy.example:8080"
    assert editing.find("proxyUser").text() == "anna"
    assert editing.find("proxyPassword").text() == ""
    assert editing.find("proxyPassword").placeholderText() == "Kept. Type to replace it."
    qtbot.waitUntil(lambda: editing.message("caFile").startswith("It holds: "))
    save(qtbot, editing)
    editing.wait_until_gone()
    assert keyring.items[secret_name(connection.connection_id)] == PASSWORD
    again = Driver(qtbot, session, window, session.connections[-1])
    again.find("proxy.none").click()
    save(qtbot, again)
    qtbot.waitUntil(lambda: keyring.items == {connection.connection_id: CANARY})


def test_a_removed_connection_takes_its_proxy_password_along(qtbot, new, session, window, keyring):
    name_proxy(new, user="anna", password=PASSWORD)
    connection = save(qtbot, new)
    new.wait_until_gone()
    dialog = RemoveConnection(session, connection, window)
    dialog.open()
    with qtbot.waitSignal(dialog.removed):
        dialog.findChild(object, "removeConnection.remove").click()
    assert keyring.items == {}
    assert session.backend.proxy_passwords.load(connection.connection_id) is None


def test_a_typed_password_is_not_thrown_away_without_a_question(new):
    new.dialog.findChild(QLineEdit, "connection.proxyPassword").setText(PASSWORD)
    new.qtbot.keyClick(new.dialog, Qt.Key.Key_Escape)
    assert new.find("discardQuestion").isVisible()
    new.find("discardQuestion").close()
