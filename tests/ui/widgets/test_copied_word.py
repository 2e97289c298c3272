"""A button says for a while that it has copied, and keeps its letter."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets import copied_word
from ui.widgets.buttons import PushButton
from ui.widgets.copied_word import CopiedWord
from ui.widgets.layouts import row


def test_it_says_copied_for_a_while_and_keeps_its_letter(qtbot, monkeypatch):
    monkeypatch.setattr(copied_word, "SHOWN_MS", 50)
    window, button = QWidget(), PushButton("&Copy ID")
    row(button, 1, parent=window)
    button.clicked.connect(CopiedWord(button).show)
    qtbot.addWidget(window)
    window.show()
    letter, width = button.shortcut(), button.width()
    button.click()
    assert button.text() == "Copied"
    assert button.shortcut() == letter
    button.click()
    assert button.width() >= width
    qtbot.waitUntil(lambda: button.text() == "&Copy ID")
    assert button.shortcut() == letter
    assert button.minimumWidth() == 0


def test_a_stretched_button_makes_its_row_no_wider(qtbot):
    window, button = QWidget(), PushButton("Copy IDs")
    holder = QWidget()
    row(button, parent=holder)
    row(holder, parent=window)
    qtbot.addWidget(window)
    window.resize(600, 50)
    window.show()
    before = holder.minimumSizeHint().width()
    CopiedWord(button).show()
    assert button.text() == "Copied"
    assert holder.minimumSizeHint().width() == before
