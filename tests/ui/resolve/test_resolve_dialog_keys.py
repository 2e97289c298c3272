"""The resolve dialog with any text, by keyboard, and on a small screen."""

from __future__ import annotations

import pytest
from connection_fixtures import keyring, sandbox, session, stored, window
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from resolve_fixtures import LONG, album, collection, doubtful, driver

from koodrive.models import OutcomeKind
from koodrive.sandbox import Fault
from ui.texts.visible import visible

__all__ = ["doubtful", "driver", "keyring", "sandbox", "session", "stored", "window"]


def test_the_request_is_shown_as_it_was_typed(driver) -> None:
    attempt_id = driver.lose(collection(30))
    driver.open()
    driver.wait_for("request.kind", "Collection album, just me")
    assert driver.text("request.scopeDir").splitlines() == list(collection(30).scope_dir)
    assert driver.text("request.scopeKind") == "Pictures and videos"
    assert driver.text("request.traceId") == driver.attempt(attempt_id).trace_id
    driver.qtbot.mouseClick(driver.find("request.traceId.copy"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == driver.attempt(attempt_id).trace_id


def test_enter_decides_nothing(driver, qtbot, doubtful) -> None:
    attempt_id, _made, other = doubtful
    dialog = driver.open()
    driver.wait_for("title", "Which of these did it create?")
    driver.select(other)
    driver.candidates.setFocus()

    qtbot.keyClick(driver.candidates, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is driver.find("adopt")
    qtbot.keyClick(driver.find("adopt"), Qt.Key.Key_Return)
    assert QApplication.focusWidget() is driver.find("back")
    qtbot.keyClick(driver.find("back"), Qt.Key.Key_Return)
    assert driver.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN
    assert dialog.isVisible()
    # Where no button has the keyboard, Enter closes.
    driver.find("request.kind").setFocus()
    qtbot.keyClick(driver.find("request.kind"), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert driver.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN


def test_escape_goes_back_one_step(driver, qtbot, doubtful) -> None:
    attempt_id, _made, other = doubtful
    dialog = driver.open()
    driver.wait_for("title", "Which of these did it create?")
    driver.select(other)
    driver.click("adopt")
    qtbot.keyClick(driver.find("back"), Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "confirm" not in driver.buttons()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert driver.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN


def test_tab_goes_as_the_eye_goes(driver, doubtful) -> None:
    _attempt_id, _made, other = doubtful
    driver.lose(album("Other"), Fault.DROP_BEFORE_COMMIT)
    dialog = driver.open()
    driver.wait_for("title", "Which of these did it create?")
    driver.select(other)

    names, widget = [], driver.find("next")
    widget.setFocus()
    while not names or widget is not driver.find("next"):
        names.append(widget.objectName().removeprefix("resolve."))
        driver.qtbot.keyClick(widget, Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
    order = [
        "next",
        "request.kind",
        "request.traceId",
        "candidates",
        "comparison.name",
        "adopt",
        "later",
        "close",
    ]
    assert [name for name in names if name in order] == order
    assert isinstance(dialog.findChild(QPushButton, "resolve.close"), QPushButton)


@pytest.mark.parametrize("name", ["<b>bold</b> &amp;", "\u202egnirts", "e\u0301" * 9, "a\u2067b\u2069c"])
def test_names_are_shown_literally(driver, name) -> None:
    driver.lose(album(name), Fault.DROP_BEFORE_COMMIT)
    driver.open(pauses=LONG)
    driver.wait_for("request.name", visible(name))
    assert driver.find("subject").textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("letter", ["W", "长", "\u05d0", "W "])
def test_very_long_texts_break_nothing(driver, letter) -> None:
    attempt_id = driver.lose(album("Holiday"), Fault.DROP_BEFORE_COMMIT)
    with driver.session.backend.journal._writer.transaction() as database:
        database.execute("UPDATE attempt SET name = ? WHERE attempt_id = ?", (letter * 10_000, attempt_id))
    dialog = driver.open(pauses=LONG)
    driver.wait_for("text", "Next look in")
    dialog.resize(dialog.minimumSize())

    assert dialog.width() == dialog.minimumWidth() <= 800
    assert dialog.height() <= 432
    assert driver.text("request.name").replace("\n", "") == letter * 10_000
    for part in ("close", "stop", "title"):
        widget = driver.find(part)
        corner = widget.mapTo(dialog, widget.rect().bottomRight())
        assert dialog.rect().contains(corner), part


def test_every_label_is_whole_in_a_language_with_long_words(driver, qtbot, doubtful) -> None:
    dialog = driver.open()
    driver.wait_for("title", "Which of these did it create?")
    driver.select(doubtful[1])
    buttons = [driver.find(name, QPushButton) for name in (*driver.buttons(), "close")]
    for button in buttons:
        button.setText(button.text() + " Entscheidung")
    dialog.resize(dialog.minimumSize())
    qtbot.waitUntil(lambda: all(button.width() >= button.sizeHint().width() for button in buttons))
    places = {button.mapTo(dialog, button.rect().bottomRight()) for button in buttons}
    assert len(places) == len(buttons)
    assert all(dialog.rect().contains(place) for place in places)


def test_it_fits_on_a_small_screen_with_all_there_is(driver, doubtful) -> None:
    driver.lose(album("Other"), Fault.DROP_BEFORE_COMMIT)
    dialog = driver.open()
    driver.wait_for("title", "Which of these did it create?")
    driver.select(doubtful[1])

    assert dialog.layout().totalMinimumSize().width() <= 805
    driver.click("adopt")
    assert dialog.layout().totalMinimumSize().height() <= 432
