"""A line that shows one value, to be read, selected and copied as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.visible_text import ShownText

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent


_MOST_SHOWN = 10_000
"""Characters; more fit on no screen, and are laid out all the same."""


class ValueLine(QLineEdit):
    """Shows a value with what cannot be seen in it spelled; what is copied is the value.

    A line edit, as a label would keep what surrounds it as wide as the longest value.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ShownText("", is_line=True)
        self.setReadOnly(True)
        self.setProperty("role", "value")
        # Straight below its label.
        self.setTextMargins(-3, 0, 0, 0)

    @property
    def original(self) -> str:
        """The value, as it is."""
        return self._value.original

    def show_value(self, value: str) -> None:
        """Show another value, from its beginning."""
        self._value = ShownText(value, is_line=True)
        shown = self._value.shown
        self.setText(shown if len(shown) <= _MOST_SHOWN else f"{shown[:_MOST_SHOWN]}…")
        self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the original of what is selected; see QWidget.keyPressEvent."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy_original()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the usual menu, whose Copy copies the original; see QWidget.contextMenuEvent."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-copy":
                action.triggered.disconnect()
                action.triggered.connect(self._copy_original)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    @Slot()
    def _copy_original(self) -> None:
        if self.hasSelectedText():
            end = self.selectionEnd() if self.selectedText() != self.text() else len(self._value.shown) * 2
            part = self._value.original_of(self.selectionStart(), end)
            QGuiApplication.clipboard().setText(part)
