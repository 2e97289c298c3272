"""Columns: as wide as their texts, and one takes what is left, until the user gives it a width."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QStandardItemModel

from ui.tables.multi_select_table import MultiSelectTable

NAME = 1


@pytest.fixture
def table(qtbot) -> MultiSelectTable:
    table = MultiSelectTable()
    table.setModel(QStandardItemModel(3, 3, table))
    qtbot.addWidget(table)
    table.measure_columns({0: ["00:00"], 1: ["Customer 0041"], 2: ["0" * 19]}, rest=NAME)
    table.resize(600, 200)
    table.show()
    return table


def is_full(table: MultiSelectTable) -> bool:
    return table.horizontalHeader().length() == table.viewport().width()


def test_the_rest_follows_the_room_and_the_other_columns(qtbot, table):
    assert is_full(table)
    table.setColumnWidth(0, 150)
    assert is_full(table)
    table.setColumnHidden(2, True)
    assert is_full(table)
    table.setColumnHidden(2, False)
    font = table.font()
    font.setPointSizeF(font.pointSizeF() * 1.2)
    table.setFont(font)
    assert is_full(table)
    table.resize(260, 200)
    qtbot.waitUntil(lambda: table.viewport().width() < 260)
    assert table.columnWidth(NAME) >= 10 * table.fontMetrics().averageCharWidth()


def test_a_width_that_the_user_gave_stays(qtbot, table):
    table.horizontalHeader().resizeSection(NAME, 200)
    table.resize(500, 200)
    table.setColumnWidth(0, 90)
    assert table.columnWidth(NAME) == 200


def test_hidden_and_shown_again_it_takes_the_rest(qtbot, table):
    table.setColumnHidden(NAME, True)
    table.setColumnHidden(NAME, False)
    table.resize(640, 200)
    qtbot.waitUntil(lambda: is_full(table))
