"""Two parts beside each other, or below each other where there is no room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.stacking_row import StackingRow


@pytest.fixture
def parts(qtbot):
    words, buttons = PlainLabel("Words"), [QPushButton("Back"), QPushButton("Create")]
    flow = FlowLayout()
    for button in buttons:
        button.setFixedSize(100, 30)
        flow.addWidget(button)
    row = StackingRow(words, flow, least=120)
    qtbot.addWidget(row)
    row.show()
    return row, words, buttons


def test_the_buttons_are_below_where_the_words_have_no_room_beside_them(qtbot, parts):
    row, words, (first, last) = parts
    row.resize(600, 40)
    qtbot.waitUntil(lambda: first.x() > words.x() and last.geometry().right() <= row.width())
    row.resize(250, 100)
    qtbot.waitUntil(lambda: first.y() >= words.geometry().bottom() and first.x() == words.x())
    assert row.minimumSizeHint().width() <= 250


def test_no_words_take_no_line(qtbot, parts):
    row, words, (first, _last) = parts
    row.resize(250, 100)
    words.setText("")
    qtbot.waitUntil(lambda: words.isHidden() and first.y() < 50)
    row.resize(600, 40)
    qtbot.waitUntil(lambda: words.isVisible() and first.x() > 300)
