"""Tiles: radio buttons with icon, word and explanation, side by side or one below the other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QRadioButton, QVBoxLayout, QWidget

from ui.inputs.choice_field import Option, TileField
from ui.inputs.tiles import LEAST_HEIGHT, Tile, TileBox

OPTIONS = (
    Option("1", "&Manual", "People add the pictures themselves.", "album-plus"),
    Option("2", "C&ollection", "Fills itself from folders you choose.", "folder-in"),
)


@pytest.fixture
def below_a_line(qtbot):
    """A window in use with a line, and tiles below it."""
    window, line = QWidget(), QLineEdit()
    field = TileField("form", "type", "Type", OPTIONS)
    layout = QVBoxLayout(window)
    layout.addWidget(line)
    layout.addWidget(field)
    layout.addStretch(1)
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window, line, field


def tiles(field):
    return [field.findChild(QRadioButton, f"form.type.{value}") for value in "12"]


def test_they_are_radio_buttons_with_an_explanation(below_a_line):
    _window, _line, field = below_a_line
    for tile, option in zip(tiles(field), OPTIONS, strict=True):
        assert isinstance(tile, Tile)
        assert tile.accessibleDescription() == option.explanation
        assert tile.text() == option.label


def test_a_click_anywhere_chooses_and_takes_the_keyboard_from_no_line(below_a_line):
    window, line, field = below_a_line
    first, second = tiles(field)
    line.setFocus()
    QTest.mouseClick(second, Qt.MouseButton.LeftButton, pos=QPoint(second.width() - 4, second.height() - 4))
    assert field.value == "2"
    assert window.focusWidget() is line
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert window.focusWidget() is second
    QTest.keyClick(second, Qt.Key.Key_Left)
    assert (window.focusWidget(), field.value) == (first, "1")


def test_their_letters_choose(below_a_line):
    window, line, field = below_a_line
    line.setFocus()
    QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    assert field.value == "2"


def test_they_stand_side_by_side_where_there_is_room(below_a_line, qtbot):
    window, _line, field = below_a_line
    first, second = tiles(field)
    assert first.y() == second.y()
    assert first.height() == second.height() >= LEAST_HEIGHT
    window.resize(360, 500)
    qtbot.waitUntil(lambda: second.y() > first.geometry().bottom())
    assert first.width() == second.width() == field.findChild(TileBox).width()


def test_with_large_letters_they_are_as_high_as_their_words(below_a_line, qtbot):
    _window, _line, field = below_a_line
    first, second = tiles(field)
    box, before = field.findChild(TileBox), first.height()
    font = box.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    for widget in (first, second, box):
        widget.setFont(font)
    qtbot.waitUntil(lambda: box.height() >= box.heightForWidth(box.width()) > before)
    for tile in (first, second):
        assert tile.height() >= tile.heightForWidth(tile.width())
    assert not first.geometry().intersects(second.geometry())
