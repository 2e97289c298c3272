"""A choice by radio buttons: where the keyboard is after a click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from ui.inputs.choice_field import ChoiceField, Option, SegmentField


@pytest.fixture
def below_a_line(qtbot):
    """A window in use with a line, and a choice below it."""
    window, line = QWidget(), QLineEdit()
    field = ChoiceField("form", "way", "Way", (Option("a", "A", ""), Option("b", "B", "")))
    layout = QVBoxLayout(window)
    layout.addWidget(line)
    layout.addWidget(field)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window, line, field


def test_a_click_moves_the_keyboard_within_the_choice_and_takes_it_from_no_line(below_a_line):
    window, line, field = below_a_line
    a, b = (field.findChild(QRadioButton, f"form.way.{value}") for value in "ab")
    line.setFocus()
    QTest.mouseClick(a, Qt.MouseButton.LeftButton, pos=QPoint(8, a.height() // 2))
    assert field.value == "a"
    assert window.focusWidget() is line
    a.setFocus()
    QTest.mouseClick(b, Qt.MouseButton.LeftButton, pos=QPoint(8, b.height() // 2))
    assert field.value == "b"
    assert window.focusWidget() is b


def test_tab_stops_at_what_is_chosen_also_after_a_click_from_elsewhere(below_a_line):
    window, line, field = below_a_line
    a, b = (field.findChild(QRadioButton, f"form.way.{value}") for value in "ab")
    field.set_value("a")
    a.setFocus()
    line.setFocus()
    QTest.mouseClick(b, Qt.MouseButton.LeftButton, pos=QPoint(8, b.height() // 2))
    assert window.focusWidget() is line
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert window.focusWidget() is b
    QTest.keyClick(b, Qt.Key.Key_Up)
    assert (window.focusWidget(), field.value) == (a, "a")


def test_in_a_narrow_window_rows_are_as_high_as_their_words(qtbot):
    window = QWidget()
    explanation = (
        "Each request is signed with the secret of an app. The reference for carriers rules this out."
    )
    field = ChoiceField("form", "way", "Way", (Option("a", "A", explanation), Option("b", "B", explanation)))
    layout = QVBoxLayout(window)
    layout.addWidget(field)
    layout.addStretch(1)
    qtbot.addWidget(window)
    window.resize(180, 700)
    window.show()
    labels = [label for label in field.findChildren(QLabel) if label.text() == explanation]
    assert len(labels) == 2
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)
    assert not labels[0].geometry().intersects(labels[1].geometry())


def test_of_segments_the_chosen_one_is_explained_below_and_all_of_each_can_be_clicked(qtbot):
    options = (Option("a", "Bearer", "The usual form."), Option("b", "Unchanged", "Only what you paste."))
    field = SegmentField("form", "way", "Way", options)
    qtbot.addWidget(field)
    field.resize(400, 100)
    field.show()
    message = field.findChild(QLabel, "form.way.message")
    a, b = (field.findChild(QRadioButton, f"form.way.{value}") for value in "ab")
    field.set_value("a")
    assert message.text() == "The usual form."
    assert a.geometry().top() == b.geometry().top()
    QTest.mouseClick(b, Qt.MouseButton.LeftButton, pos=b.rect().bottomRight() - QPoint(2, 2))
    assert (field.value, message.text()) == ("b", "Only what you paste.")
    assert b.accessibleDescription() == "Only what you paste."

    field.resize(100, 200)
    qtbot.waitUntil(lambda: a.geometry().top() < b.geometry().top())
