"""The resolve dialog with any text, by keyboard, and on a small screen."""

from __future__ import annotations

import pytest
from connection_fixtures import keyring, sandbox, session, stored, window
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from resolve_fixtures import LONG, album, collection, doubtful, stage

from koodrive.models import OutcomeKind
from koodrive.sandbox import Fault
from ui.texts.visible import visible

__all__ = ["doubtful", "keyring", "sandbox", "session", "stage", "stored", "window"]


def test_the_request_is_shown_as_it_was_typed(stage) -> None:
    attempt_id = stage.lose(collection(30))
    stage.open()
    stage.wait_for("request.kind", "Collection album, just me")
    assert stage.text("request.scopeDir").splitlines() == list(collection(30).scope_dir)
    assert stage.text("request.scopeKind") == "Pictures and videos"
    assert stage.text("request.traceId") == stage.attempt(attempt_id).trace_id
    stage.qtbot.mouseClick(stage.find("request.traceId.copy"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == stage.attempt(attempt_id).trace_id


def test_enter_decides_nothing(stage, qtbot, doubtful) -> None:
    attempt_id, _made, other = doubtful
    dialog = stage.open()
    stage.wait_for("title", "Which of these did it make?")
    stage.select(other)
    stage.candidates.setFocus()

    qtbot.keyClick(stage.candidates, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is stage.find("adopt")
    qtbot.keyClick(stage.find("adopt"), Qt.Key.Key_Return)
    assert QApplication.focusWidget() is stage.find("back")
    qtbot.keyClick(stage.find("back"), Qt.Key.Key_Return)
    assert stage.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN
    assert dialog.isVisible()
    # Where no button has the keyboard, Enter closes.
    stage.find("request.kind").setFocus()
    qtbot.keyClick(stage.find("request.kind"), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert stage.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN


def test_escape_goes_back_one_step(stage, qtbot, doubtful) -> None:
    attempt_id, _made, other = doubtful
    dialog = stage.open()
    stage.wait_for("title", "Which of these did it make?")
    stage.select(other)
    stage.click("adopt")
    qtbot.keyClick(stage.find("back"), Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "confirm" not in stage.buttons()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert stage.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN


def test_tab_goes_as_the_eye_goes(stage, doubtful) -> None:
    _attempt_id, _made, other = doubtful
    stage.lose(album("Other"), Fault.DROP_BEFORE_COMMIT)
    dialog = stage.open()
    stage.wait_for("title", "Which of these did it make?")
    stage.select(other)

    names, widget = [], stage.find("next")
    widget.setFocus()
    while not names or widget is not stage.find("next"):
        names.append(widget.objectName().removeprefix("resolve."))
        stage.qtbot.keyClick(widget, Qt.Key.Key_Tab)
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
def test_names_are_shown_literally(stage, name) -> None:
    stage.lose(album(name), Fault.DROP_BEFORE_COMMIT)
    stage.open(pauses=LONG)
    stage.wait_for("request.name", visible(name))
    assert stage.find("subject").textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("letter", ["W", "长", "\u05d0", "W "])
def test_very_long_texts_break_nothing(stage, letter) -> None:
    attempt_id = stage.lose(album("Holiday"), Fault.DROP_BEFORE_COMMIT)
    with stage.session.backend.journal._writing().transaction() as database:
        database.execute("UPDATE attempt SET name = ? WHERE attempt_id = ?", (letter * 10_000, attempt_id))
    dialog = stage.open(pauses=LONG)
    stage.wait_for("text", "Next look in")
    dialog.resize(dialog.minimumSize())

    assert dialog.width() == dialog.minimumWidth() <= 800
    assert dialog.height() <= 432
    assert stage.text("request.name").replace("\n", "") == letter * 10_000
    for part in ("close", "stop", "title"):
        widget = stage.find(part)
        corner = widget.mapTo(dialog, widget.rect().bottomRight())
        assert dialog.rect().contains(corner), part


def test_every_label_is_whole_in_a_language_with_long_words(stage, qtbot, doubtful) -> None:
    dialog = stage.open()
    stage.wait_for("title", "Which of these did it make?")
    stage.select(doubtful[1])
    buttons = [stage.find(name, QPushButton) for name in (*stage.buttons(), "close")]
    for button in buttons:
        button.setText(button.text() + " Entscheidung")
    dialog.resize(dialog.minimumSize())
    qtbot.waitUntil(lambda: all(button.width() >= button.sizeHint().width() for button in buttons))
    places = {button.mapTo(dialog, button.rect().bottomRight()) for button in buttons}
    assert len(places) == len(buttons)
    assert all(dialog.rect().contains(place) for place in places)


def test_it_fits_on_a_small_screen_with_all_there_is(stage, doubtful) -> None:
    stage.lose(album("Other"), Fault.DROP_BEFORE_COMMIT)
    dialog = stage.open()
    stage.wait_for("title", "Which of these did it make?")
    stage.select(doubtful[1])

    assert dialog.layout().totalMinimumSize().width() <= 805
    stage.click("adopt")
    assert dialog.layout().totalMinimumSize().height() <= 432
