"""Templates of a form, and names that count."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton
from resolve_driver import close

from ui.create.templates import FormTemplates
from ui.widgets.question import Question


@pytest.fixture
def templates(window) -> FormTemplates:
    return window.album.findChild(FormTemplates)


def entries(window) -> list[str]:
    menu = window.findChild(QMenu, "album.templates.menu")
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if action.text()]


def name_it(window, name: str) -> None:
    window.findChild(QMenu, "album.templates.menu").aboutToShow.emit()
    window.findChild(QMenu, "album.templates.menu").findChild(QAction, "album.templates.save").trigger()
    window.findChild(QLineEdit, "album.templates.name").setText(name)
    window.findChild(QPushButton, "album.templates.confirm").click()


def test_without_a_template_the_menu_says_so(window):
    assert entries(window) == ["No templates yet", "&Save this form…"]


def test_a_form_comes_back_by_its_name(qtbot, window):
    window.album.start_fresh(
        {"type": "1", "name": "Kunde {n:000}", "scopeDir": ["F1", "F2"], "scopeKind": "1"}
    )
    name_it(window, "Customers & more")
    window.album.start_fresh()
    assert entries(window)[0] == "Customers && more"
    window.findChild(QMenu, "album.templates.menu").actions()[0].trigger()
    assert window.findChild(QLineEdit, "album.name").text() == "Kunde {n:000}"
    assert window.album.fields()["scopeDir"] == ["F1", "F2"]
    assert window.album.fields()["name"] == "Kunde 001"


def test_input_that_would_be_lost_is_asked_about(window):
    window.album.start_fresh({"name": "Saved"})
    name_it(window, "Saved")
    window.album.start_fresh()
    window.findChild(QLineEdit, "album.name").insert("typed")
    entries(window)
    window.findChild(QMenu, "album.templates.menu").actions()[0].trigger()
    assert window.findChild(Question, "replace") is not None
    assert window.findChild(QLineEdit, "album.name").text() == "typed"
    window.findChild(Question, "replace").reject()


def test_templates_survive_a_restart_and_can_be_removed(qtbot, window, start, templates):
    templates.save("One")
    templates.save("Two")
    assert list(templates.stored) == ["One", "Two"]
    close(qtbot, window)
    again = start("--sandbox")
    stored = again.album.findChild(FormTemplates)
    assert list(stored.stored) == ["One", "Two"]
    stored.remove("One")
    assert entries(again)[0] == "Two"


@pytest.mark.parametrize("damaged", ["", "{", "[]", '{"a": 1}', "null"])
def test_damaged_settings_hold_no_templates(window, templates, damaged):
    templates._settings.setValue("templates/album", damaged)
    assert templates.stored == {}


def test_a_pattern_counts_with_each_press(qtbot, window, sandbox):
    line = window.findChild(QLineEdit, "album.name")
    line.insert("Kunde {n:041}")
    message = window.findChild(QLabel, "album.name.message")
    assert "Kunde 041" in message.text()
    for _ in range(3):
        window.album.submit()
    assert "Kunde 044" in message.text()
    assert line.text() == "Kunde {n:041}"
    assert not window.album.has_unsaved_input
    qtbot.waitUntil(lambda: len(sandbox.effects()) == 3 and not window.activity.is_sending, timeout=15_000)
    assert [effect["name"] for effect in sandbox.effects()] == ["Kunde 041", "Kunde 042", "Kunde 043"]


def test_a_held_enter_is_one_press_of_a_pattern(qtbot, window, sandbox):
    """An X server may send a release before each repeat, so that Qt does not know it as one."""
    line = window.findChild(QLineEdit, "album.name")
    line.insert("Kunde {n:000}")
    for repeat in range(10):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
            event.setTimestamp(1_000 + 40 * (repeat + (kind is QEvent.Type.KeyRelease)))
            QApplication.sendEvent(line, event)
    qtbot.waitUntil(lambda: bool(sandbox.effects()) and not window.activity.is_sending, timeout=15_000)
    assert [entry.pending.request.name for entry in window.activity.entries] == ["Kunde 001"]


def test_a_name_that_was_used_shows_no_problem_until_something_is_typed(qtbot, window):
    line, message = window.findChild(QLineEdit, "album.name"), window.findChild(QLabel, "album.name.message")
    line.setFocus()
    line.insert("Used")
    window.album.submit()
    window.findChild(QPushButton, "album.clear").setFocus()
    assert "Enter a name" not in message.text()
    line.setFocus()
    QTest.keyClicks(line, "x")
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    window.findChild(QPushButton, "album.clear").setFocus()
    assert "Enter a name" in message.text()
