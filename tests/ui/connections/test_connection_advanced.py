"""Choices of a connection for the contradictions of the service's documentation, as the service reads them."""

from __future__ import annotations

import json

import pytest
from connection_fixtures import Driver, written
from PySide6.QtCore import Qt

from koodrive.sandbox import SANDBOX_TOKEN


@pytest.fixture
def new(qtbot, session, window):
    driver = Driver(qtbot, session, window)
    driver.fill()
    driver.click("advanced")
    return driver


def save(qtbot, driver):
    with qtbot.waitSignal(driver.dialog.saved) as saved:
        driver.click("save")
    return saved.args[0]


def test_the_usual_choices_are_made_and_leave_no_trace(qtbot, new, session):
    assert new.find("numberForm.integer").isChecked()
    assert new.find("deleteIdForm.list").isChecked()
    assert new.find("languageForm.hyphen").isChecked()
    assert new.find("idleMinutes").text() == "20"
    connection = save(qtbot, new)
    assert (connection.number_form, connection.language_form, connection.idle_minutes) == (
        "integer",
        "hyphen",
        "20",
    )
    assert connection.delete_id_form == "list"
    (entry,) = json.loads(written(session))["connections"]
    assert not {"number_form", "delete_id_form", "language_form", "idle_minutes"} & set(entry)


def test_other_choices_are_stored_and_shown_again(qtbot, new, session, window):
    new.find("numberForm.text").click()
    new.find("deleteIdForm.text").click()
    new.find("languageForm.underscore").click()
    new.type("idleMinutes", " 30 ")
    connection = save(qtbot, new)
    assert (connection.number_form, connection.language_form, connection.idle_minutes) == (
        "text",
        "underscore",
        "30",
    )
    assert connection.delete_id_form == "text"
    new.wait_until_gone()
    editing = Driver(qtbot, session, window, connection)
    assert editing.find("numberForm.text").isVisible(), "the fold is open where something is unusual"
    assert editing.find("numberForm.text").isChecked()
    assert editing.find("deleteIdForm.text").isChecked()
    assert editing.find("languageForm.underscore").isChecked()
    assert editing.find("idleMinutes").text() == "30"


def test_each_choice_has_its_documented_reason(new):
    for name, words in (
        ("numberForm.integer", "as in the example of the page"),
        ("numberForm.text", "as the table of the same page says"),
        ("deleteIdForm.list", "as in the example of the page"),
        ("deleteIdForm.text", "as the table of the same page says"),
        ("languageForm.hyphen", "As the Chinese pages"),
        ("languageForm.underscore", "As the text of the English pages"),
    ):
        assert words in new.find(name).accessibleDescription()
    assert "20 is assumed" in new.message("idleMinutes")


@pytest.mark.parametrize("text", ["", "0", "-5", "2.5", "ten", "99999", "２０"])
def test_what_is_no_number_of_minutes_is_a_problem_that_unfolds(new, session, text):
    new.find("idleMinutes").setText(text)
    new.click("advanced")
    new.click("save")
    assert new.find("idleMinutes").isVisible()
    assert new.focus_name == "connection.idleMinutes"
    assert new.message("idleMinutes").startswith("⚠ Enter a whole number of minutes")
    assert written(session) == ""


def test_the_language_goes_out_as_chosen(qtbot, session, window, sandbox):
    driver = Driver(qtbot, session, window)
    driver.fill(address=sandbox.base_url, token=SANDBOX_TOKEN)
    driver.click("advanced")
    driver.find("languageForm.underscore").click()
    driver.click("test")
    driver.wait_for_banner("The connection works")
    assert {request.headers["language"] for request in sandbox.requests()} == {"en_us"}


@pytest.mark.parametrize("is_sent", [True, False])
def test_the_trace_id_goes_out_or_stays_out_as_chosen(qtbot, session, window, sandbox, is_sent):
    driver = Driver(qtbot, session, window)
    driver.fill(address=sandbox.base_url, token=SANDBOX_TOKEN)
    driver.click("advanced")
    box = driver.find("traceId.sent")
    assert box.isChecked()
    assert "Optional" in box.accessibleDescription()
    if not is_sent:
        box.click()
    driver.click("test")
    driver.wait_for_banner("The connection works")
    assert {"X-Traceid" in request.headers for request in sandbox.requests()} == {is_sent}
    connection = save(qtbot, driver)
    assert connection.trace_id_header == ("sent" if is_sent else "omitted")
    assert ("trace_id_header" in written(session)) is not is_sent
    driver.wait_until_gone()
    editing = Driver(qtbot, session, window, connection)
    assert editing.find("traceId.sent").isVisibleTo(editing.dialog) is not is_sent
    assert editing.find("traceId.sent").isChecked() is is_sent


def test_a_choice_counts_as_a_change(qtbot, session, window, stored):
    driver = Driver(qtbot, session, window, stored)
    driver.click("advanced")
    driver.find("languageForm.underscore").click()
    qtbot.keyClick(driver.dialog, Qt.Key.Key_Escape)
    assert driver.find("discardQuestion").isVisible()


@pytest.mark.parametrize("way", ["token", "account", "appKey"])
def test_tab_goes_through_all_fields_as_the_eye_does(qtbot, new, way):
    new.find(f"signInWay.{way}").click()
    new.find("proxy.manual").click()
    new.find("name").setFocus()
    first = new.dialog.focusWidget()
    seen = []
    while not seen or new.dialog.focusWidget() is not first:
        widget = new.dialog.focusWidget()
        seen.append((widget.mapTo(new.dialog, widget.rect().topLeft()).y(), widget.objectName()))
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
        assert len(seen) < 60
    in_form = [
        (y, name)
        for y, name in seen
        if name not in ("connection.test", "connection.cancel", "connection.save")
    ]
    names = [name for _, name in in_form]
    assert names[0] == "connection.name"
    assert names[-1] == "connection.idleMinutes"
    tops = [
        new.find(name.removeprefix("connection.")).mapToGlobal(new.dialog.rect().topLeft()).y()
        for name in names
        if name
    ]
    assert tops == sorted(tops)
