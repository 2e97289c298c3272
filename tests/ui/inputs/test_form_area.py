"""The scroll bar of a form lies in its margin: it moves no field."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.create.layout import COLUMN_WIDTH, FieldPair, form_column
from ui.inputs.form_area import FormArea


def test_a_scroll_bar_that_comes_leaves_the_fields_where_they_are(qtbot):
    line, filler = QLineEdit(), QWidget()
    area = FormArea(form_column(line, filler, 1))
    qtbot.addWidget(area)
    area.resize(COLUMN_WIDTH + 200, 300)
    with qtbot.waitExposed(area):
        area.show()
    before = line.mapTo(area, line.rect().topLeft()), line.width()
    assert area.verticalScrollBar().maximum() == 0
    filler.setMinimumHeight(900)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert (line.mapTo(area, line.rect().topLeft()), line.width()) == before


def test_two_fields_stand_side_by_side_where_there_is_room(qtbot):
    first, second = QLineEdit(), QLineEdit()
    pair = FieldPair(first, second)
    qtbot.addWidget(pair)
    pair.resize(600, 100)
    pair.show()
    qtbot.waitUntil(lambda: first.geometry().top() == second.geometry().top())
    assert first.width() == second.width()
    pair.resize(300, 200)
    qtbot.waitUntil(lambda: first.geometry().bottom() < second.geometry().top())
    assert first.width() == 300
