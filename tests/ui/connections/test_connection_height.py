"""Height of the connection dialog: that of its content, without jumps under the mouse."""

from __future__ import annotations

import pytest
from connection_fixtures import Driver
from PySide6.QtCore import QCoreApplication

from ui.inputs.field import Field
from ui.widgets import auto_size_dialog


@pytest.fixture
def driver(qtbot, session, window, stored, monkeypatch):
    """Return the driver of a dialog on a screen that has room for everything."""
    monkeypatch.setattr(auto_size_dialog, "ROOM_FOR_FRAME", -2000)
    return Driver(qtbot, session, window, stored)


def is_snug(driver, below):
    """Return whether the dialog is as high as what it shows, and lower than `below`."""
    dialog = driver.dialog
    return dialog.height() == dialog.content_height < below


def laid_out_height(driver):
    """Return the height of the dialog once every layout has been done."""
    for _ in range(20):
        QCoreApplication.sendPostedEvents()
    assert driver.dialog.height() >= driver.dialog.content_height
    return driver.dialog.height()


def high_after_a_test(driver):
    """Test the connection, and return the height that is left; which heights it has meanwhile depends on chance."""
    low = driver.dialog.height()
    driver.click("test")
    driver.wait_for_banner("The connection works")
    driver.qtbot.waitUntil(driver.find("test").isEnabled)
    high = laid_out_height(driver)
    assert high > low
    return high


def test_the_test_button_stays_under_the_mouse_when_something_is_typed(driver, qtbot):
    high = high_after_a_test(driver)
    top = driver.find("test").y()
    driver.type("userId", "1")
    qtbot.waitUntil(lambda: not driver.find("walk").isVisible())
    assert (laid_out_height(driver), driver.find("test").y()) == (high, top)


def test_the_buttons_do_not_jump_up_when_the_next_test_begins(driver, qtbot):
    high = high_after_a_test(driver)
    top = driver.find("save").y()
    driver.click("test")
    assert laid_out_height(driver) >= high
    driver.wait_for_banner("The connection works")
    qtbot.waitUntil(driver.find("test").isEnabled)
    assert laid_out_height(driver) >= high
    assert driver.find("save").y() >= top


def test_it_gives_the_height_of_the_advanced_fields_back(driver):
    low = driver.dialog.height()
    driver.click("advanced")
    driver.qtbot.waitUntil(lambda: driver.dialog.height() > low + 200)
    high = driver.dialog.height()
    driver.click("advanced")
    driver.qtbot.waitUntil(lambda: is_snug(driver, high))


def test_it_keeps_the_height_that_people_gave_it(driver, qtbot):
    given = high_after_a_test(driver) + 20
    driver.dialog.resize(driver.dialog.width(), given)
    driver.type("userId", "1")
    qtbot.waitUntil(lambda: not driver.find("walk").isVisible())
    driver.click("advanced")
    qtbot.waitUntil(lambda: driver.dialog.height() > given)
    driver.click("advanced")
    qtbot.waitUntil(lambda: driver.dialog.height() == given)


@pytest.mark.parametrize("way", ["token", "account", "appKey"])
def test_the_fields_of_each_way_to_sign_in_have_their_height(qtbot, session, window, way):
    new = Driver(qtbot, session, window)
    for name in ("account", "token", way):
        new.find(f"signInWay.{name}").click()
    shown = [field for field in new.dialog.findChildren(Field) if field.isVisible()]
    qtbot.waitUntil(
        lambda: all(field.height() >= field.layout().heightForWidth(field.width()) for field in shown)
    )
