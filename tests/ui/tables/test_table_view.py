"""A table by the keyboard: each row can be had, the first one, too."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.tables.table_view import ReadOnlyTable


def test_the_first_arrow_key_selects_the_first_row(qtbot):
    window, line, table = QWidget(), QLineEdit(), ReadOnlyTable()
    model = QStringListModel(["a", "b", "c"], table)
    table.setModel(model)
    layout = QVBoxLayout(window)
    layout.addWidget(line)
    layout.addWidget(table)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert window.focusWidget() is table
    assert not table.selectionModel().hasSelection(), "who only passes by selects nothing"

    def pressed(key):
        QTest.keyClick(table, key)
        return [index.data() for index in table.selectionModel().selectedRows()]

    assert pressed(Qt.Key.Key_Down) == ["a"]
    assert pressed(Qt.Key.Key_Down) == ["b"]
    assert pressed(Qt.Key.Key_Up) == ["a"]
