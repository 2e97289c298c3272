"""On a small screen, the field that the keyboard was put into is in sight."""

from __future__ import annotations

from account_driver import fill_account
from connection_fixtures import Driver
from PySide6.QtWidgets import QListWidget


def is_in_sight(driver, name):
    field = driver.find(name)
    return driver.focus_name == f"connection.{name}" and field.visibleRegion().boundingRect() == field.rect()


def on_a_small_screen(driver):
    driver.dialog.setMaximumHeight(360)
    driver.dialog.resize(driver.dialog.width(), 360)
    driver.qtbot.waitUntil(lambda: driver.dialog.height() == 360)
    return driver


def test_after_a_wrong_password(qtbot, session, window, sandbox):
    driver = on_a_small_screen(Driver(qtbot, session, window))
    driver.type("serviceAddress", sandbox.base_url)
    fill_account(driver, "not the one")
    driver.find("signIn").click()
    driver.wait_for_banner("did not accept this account and password")
    qtbot.waitUntil(lambda: is_in_sight(driver, "password"))


def test_where_the_token_is_missing(qtbot, session, window, stored, keyring):
    keyring.items.clear()
    driver = on_a_small_screen(Driver(qtbot, session, window, stored))
    driver.find("test").click()
    qtbot.waitUntil(lambda: is_in_sight(driver, "token"))


def test_when_it_opens_to_ask_for_the_token(qtbot, session, window, stored):
    driver = on_a_small_screen(Driver(qtbot, session, window, stored))
    driver.dialog.require_token()
    qtbot.waitUntil(lambda: is_in_sight(driver, "token"))


def test_all_steps_of_a_test_that_failed_are_in_sight(qtbot, session, window, sandbox):
    driver = on_a_small_screen(Driver(qtbot, session, window))
    driver.dialog.setMaximumHeight(500)
    driver.fill(address=sandbox.base_url, token="not-the-one")
    driver.click("test")
    driver.wait_for_banner("does not accept the token")
    lines = driver.find("walk", QListWidget)
    last = lines.visualItemRect(lines.item(lines.count() - 1))
    qtbot.waitUntil(lambda: lines.viewport().visibleRegion().contains(last.center()))
