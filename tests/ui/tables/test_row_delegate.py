"""What a row of a table looks like: its bar, its hairline, the focus, a mark, the pointer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest

from ui.core.theme import current
from ui.tables.row_delegate import BAR, MARK_ROLE, SignDelegate, row_height
from ui.tables.table_view import MiddleElideDelegate, ReadOnlyTable


@pytest.fixture
def table(qtbot):
    """A table of three rows with an ID in the second column."""
    table = ReadOnlyTable()
    model = QStandardItemModel(3, 2, table)
    for row in range(3):
        model.setItem(row, 0, QStandardItem(f"Name {row}"))
        model.setItem(row, 1, QStandardItem("1805929618641813633"))
    model.setHorizontalHeaderLabels(["Name", "ID"])
    table.setModel(model)
    table.setItemDelegateForColumn(1, MiddleElideDelegate(table))
    table.resize(420, 200)
    qtbot.addWidget(table)
    table.show()
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    return table


def colour_at(table, row, x):
    image = table.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    y = table.rowViewportPosition(row) + 4
    return image.pixelColor(round(x * ratio), round(y * ratio)).name()


def test_a_selected_row_has_a_bar_and_one_ground(table):
    table.selectRow(1)
    tokens = current()
    assert colour_at(table, 1, BAR - 2) == tokens["accent_ink"]
    assert colour_at(table, 1, table.columnViewportPosition(1) + table.columnWidth(1) - 3) == tokens["select"]
    assert colour_at(table, 0, BAR - 2) == tokens["card"]


def test_the_row_under_the_pointer_is_shown_as_a_whole(table):
    middle = QPoint(30, table.rowViewportPosition(2) + 10)
    QTest.mouseMove(table.viewport(), middle)
    assert table.hovered_row == 2
    for column in (0, 1):
        left = table.columnViewportPosition(column)
        assert colour_at(table, 2, left + table.columnWidth(column) - 3) == current()["hover"]


def test_the_focus_is_a_frame_round_the_current_cell(table):
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    table.clearSelection()
    image = table.viewport().grab().toImage()
    middle = row_height(table.fontMetrics()) // 2
    assert image.pixelColor(1, middle).name() == current()["accent_ink"]
    table.clearFocus()
    assert table.viewport().grab().toImage().pixelColor(1, middle).name() == current()["card"]


def test_a_mark_stands_before_the_text(table):
    table.model().setData(table.model().index(0, 0), "created", MARK_ROLE)
    image = table.viewport().grab().toImage()
    middle = row_height(table.fontMetrics()) // 2
    assert current()["good"] in {image.pixelColor(x, middle).name() for x in range(8, 24)}


def test_a_sign_is_painted_as_its_mark_and_stays_in_the_text(table):
    table.setItemDelegateForColumn(0, SignDelegate(table))
    index = table.model().index(0, 0)
    table.model().setData(index, "✕ Refused")
    image = table.viewport().grab().toImage()
    middle = row_height(table.fontMetrics()) // 2
    assert current()["bad"] in {image.pixelColor(x, middle).name() for x in range(8, 24)}
    assert index.data() == "✕ Refused"


def test_rows_and_heading_grow_with_the_font(table):
    before = table.verticalHeader().defaultSectionSize(), table.horizontalHeader().height()
    font = table.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    table.setFont(font)
    assert table.verticalHeader().defaultSectionSize() == row_height(table.fontMetrics()) > before[0]
    assert table.horizontalHeader().height() > before[1]
    assert before[1] >= 28
