"""The steps of a test of a connection, one by one, against the sandbox on a real socket."""

from __future__ import annotations

import pytest
from connection_fixtures import Driver
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea
from scripted_server import ScriptedServer, reply

from koodrive.connections.auth_method import AuthMethod
from koodrive.connections.check import Step, StepName, StepState
from koodrive.messages import Message
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, Fault
from ui.connections.test_steps import CheckSteps
from ui.core.theme import current


@pytest.fixture
def lines(qtbot):
    widget = CheckSteps("walk")
    qtbot.addWidget(widget)
    widget.resize(400, 100)
    widget.start(AuthMethod.TOKEN)
    return widget


def shown(driver):
    steps = driver.find("walk", CheckSteps)
    return [steps.item(row).text() for row in range(steps.count())]


def test_all_steps_of_a_good_connection(filled):
    assert not filled.find("walk").isVisible()
    filled.click("test")
    filled.wait_for_banner("The connection works")
    assert filled.find("walk").isVisible()
    address, tls, clock, token, user, space = shown(filled)
    assert address == "✓ Address – KooDrive answers there."
    assert tls == "– Secure connection (TLS) – Not needed on this computer."
    assert clock.startswith("✓ Clock – The clock of this computer")
    assert token == "✓ Token – The service accepts it."
    assert user == "✓ User – The service accepts the user."
    assert space.startswith(f"✓ Space – {SANDBOX_CONTAINER_ID} (")


def test_a_step_that_fails_says_why_and_ends_it(filled):
    filled.type("token", "not-the-token")
    filled.click("test")
    filled.wait_for_banner("The service does not accept the token")
    address, _, clock, token, user, space, _format = shown(filled)
    assert address.startswith("✓ ")
    assert clock.startswith("✓ ")
    assert token.startswith("✗ Token – It is wrong, has expired")
    assert (user, space) == ("– User – Not reached.", "– Space – Not reached.")


def test_the_steps_come_while_the_test_still_runs(qtbot, session, window):
    folders = reply(200, b'{"folders": [], "count": 0, "code": 0, "msg": "Success."}')
    answers = [folders]

    def answer_once(connection):
        answers.pop()(connection) if answers else connection.recv(1)

    with ScriptedServer(answer_once) as server:
        driver = Driver(qtbot, session, window)
        driver.fill(address=server.url, token=SANDBOX_TOKEN)
        driver.click("test")
        qtbot.waitUntil(lambda: shown(driver)[4] == "✓ User – The service accepts the user.")
        assert shown(driver)[5] == "… Space – to come"
        driver.wait_for_banner("Testing…")
        driver.click("stopTest")
        assert shown(driver)[5] == "… Space – to come"
        qtbot.waitUntil(lambda: not session.runner.is_busy)


def test_an_edit_takes_the_steps_away_and_a_late_one_is_passed_over(qtbot, filled, sandbox, session):
    sandbox.inject(Fault.HANG)
    filled.click("test")
    assert [text[0] for text in shown(filled)] == ["…"] * 6
    qtbot.waitUntil(lambda: bool(sandbox.requests()))
    filled.type("name", "Other")
    assert not filled.find("walk").isVisible()
    qtbot.waitUntil(lambda: not session.runner.is_busy)
    assert shown(filled) == []


def test_steps_of_the_test_before_are_passed_over(qtbot, filled, sandbox):
    sandbox.inject(Fault.HANG, times=2)
    filled.click("test")
    qtbot.waitUntil(lambda: len(sandbox.requests()) == 1)
    filled.type("name", "Other")
    filled.click("test")
    qtbot.waitUntil(lambda: len(sandbox.requests()) == 2)
    assert [text[0] for text in shown(filled)] == ["…"] * 6
    filled.click("stopTest")


def test_the_steps_are_in_sight_on_a_small_screen(qtbot, filled):
    filled.dialog.setMaximumHeight(456)
    filled.click("test")
    filled.wait_for_banner("The connection works")
    qtbot.waitUntil(lambda: not filled.find("walk").viewport().visibleRegion().isEmpty())
    assert filled.dialog.height() <= 456
    for name in ("test", "cancel", "save"):
        assert not filled.find(name).visibleRegion().isEmpty()
    area = filled.dialog.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()


def test_lines_can_be_copied_and_read_aloud(qtbot, lines):
    assert lines.accessibleName() == "Steps of the test"
    qtbot.keyClick(lines, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[0] == "… Address – to come"
    lines.item(3).setSelected(True)
    qtbot.keyClick(lines, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "… Token – to come"


def test_long_words_of_the_service_are_wrapped_and_copied_as_they_are(qtbot, lines):
    lines.show()
    before = lines.height()
    words = "<b>no</b> " + "x" * 300
    lines.show_step(Step(StepName.SPACE, StepState.WARNED, Message("{words}", words=words)))
    assert lines.height() > before + 5 * lines.fontMetrics().height()
    assert lines.horizontalScrollBar().maximum() == 0
    assert lines.copied_text.splitlines()[-1] == f"⚠ Space – {words}"
    assert "<b>no</b>" in lines.item(5).text()


def test_a_state_is_never_told_by_its_colour_alone(lines):
    signs = {}
    for state in StepState:
        lines.show_step(Step(StepName.TOKEN, state, Message("words")))
        signs[state] = lines.item(3).text()[0]
    assert signs[StepState.PASSED] != signs[StepState.FAILED] != signs[StepState.WARNED]
    assert signs[StepState.PASSED] == "✓"


def test_results_stand_in_a_column_of_their_own_and_are_as_high_as_their_words(qtbot, lines):
    lines.show()
    lines.show_step(Step(StepName.ADDRESS, StepState.PASSED, Message("KooDrive answers there.")))
    lines.show_step(Step(StepName.USER, StepState.FAILED, Message("Check the user ID. " * 8)))
    short, long = (lines.visualItemRect(lines.item(list(StepName).index(name))) for name in SHORT_AND_LONG)
    assert long.height() >= 3 * short.height()
    image = lines.viewport().grab(long).toImage()
    ink = [x for x in range(40, image.width()) if image.pixelColor(x, 40).name() == current()["bad"]]
    assert ink, "the result has the colour of a failure"
    assert lines.item(0).text() == "✓ Address – KooDrive answers there."


SHORT_AND_LONG = (StepName.ADDRESS, StepName.USER)
