"""Test connection where only the token is refused: the other authorization formats, against the sandbox."""

from __future__ import annotations

from connection_fixtures import CANARY, Driver, shown_text
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from koodrive.sandbox import SANDBOX_TOKEN


def steps(driver):
    return driver.find("walk").copied_text.splitlines()


def test_the_format_that_works_is_offered_and_nothing_is_chosen_by_itself(qtbot, filled, sandbox):
    sandbox.accept_only("bearer_plus")
    filled.click("test")
    filled.wait_for_banner("“Bearer+” works")
    assert steps(filled)[-1].startswith("✓ Authorization format – Bearer …: The service does not accept")
    assert steps(filled)[-1].endswith("Bearer+…: The service accepts the token in this form.")
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


def test_a_token_that_is_accepted_is_tried_in_no_other_format(filled, sandbox):
    filled.click("test")
    filled.wait_for_banner("The connection works")
    assert {request.headers["Authorization"] for request in sandbox.requests()} == {f"Bearer {SANDBOX_TOKEN}"}
    assert len(steps(filled)) == 6
    assert filled.find("useFormat") is None


def test_a_token_that_has_to_be_spelt_in_another_way_is(qtbot, filled, sandbox):
    sandbox.accept_only("bearer")
    filled.find("authorizationFormat.as_is").click()
    filled.type("token", f"AT {SANDBOX_TOKEN}")
    filled.click("test")
    filled.wait_for_banner("in another spelling than was given")
    filled.click("useFormat")
    assert filled.find("token").text() == SANDBOX_TOKEN
    assert not filled.message("token").startswith("⚠")
    with qtbot.waitSignal(filled.dialog.saved) as saved:
        filled.click("save")
    assert saved.args[0].authorization_format == "bearer"


def test_no_format_works(filled):
    width = filled.dialog.width()
    filled.type("token", CANARY)
    filled.click("test")
    filled.wait_for_banner("The service does not accept the token")
    assert steps(filled)[-1].startswith("✗ Authorization format – Bearer …: ")
    assert "The token alone: " in steps(filled)[-1]
    assert CANARY not in shown_text(filled.dialog)
    assert filled.find("useFormat") is None
    assert filled.dialog.width() == width
    for label in filled.dialog.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_an_edit_takes_the_offer_away(filled, sandbox):
    sandbox.accept_only("bearer_plus")
    filled.click("test")
    filled.wait_for_banner("works")
    filled.type("userId", "1")
    assert not filled.find_banner().isVisible()
    assert not filled.find("walk").isVisible()


def test_the_stored_token_is_tried_where_none_is_typed(qtbot, session, window, stored, sandbox, keyring):
    sandbox.accept_only("as_is")
    driver = Driver(qtbot, session, window, stored)
    driver.click("test")
    driver.wait_for_banner("“Unchanged” works")
    driver.click("useFormat")
    assert driver.find("token").text() == "", "the kept token stays as it is"
    with qtbot.waitSignal(driver.dialog.saved) as saved:
        driver.click("save")
    assert saved.args[0].authorization_format == "as_is"
    assert keyring.items == {"stored-1": SANDBOX_TOKEN}
