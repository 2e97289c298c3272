"""A copy is confirmed at the button, in a word, for two seconds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from ui.widgets.copy_button import COPIED_MS, CopyButton
from ui.widgets.detail_lines import AttemptLine


def test_it_says_so_and_becomes_as_it_was(qtbot):
    line = AttemptLine("entry.id", "Album ID", copyable=True)
    qtbot.addWidget(line)
    line.set_text("1805929618641813633")
    line.show()
    button = line.findChild(CopyButton, "entry.id.copy")
    assert button.accessibleName() == "Copy Album ID"
    note = line.findChild(QLabel, "entry.id.copied")
    assert not note.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "1805929618641813633"
    assert note.isVisible()
    assert note.text() == "Copied"
    qtbot.waitUntil(lambda: not note.isVisible(), timeout=2 * COPIED_MS)


def test_an_id_stands_in_a_font_of_fixed_width(qtbot):
    line = AttemptLine("entry.id", "Album ID", copyable=True, is_id=True)
    qtbot.addWidget(line)
    assert line.findChild(QWidget, "entry.id").property("mono") == "true"
