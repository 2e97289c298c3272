"""A text of several lines to be read, selected and copied as it is."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.widgets.visible_text import ShownText


class ValueText(QPlainTextEdit):
    """Shows a text with what cannot be seen in it spelled; what is copied is the text itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ShownText("", is_line=False)
        self.setReadOnly(True)

    @property
    def original(self) -> str:
        """The text, as it is."""
        return self._value.original

    def show_value(self, value: str) -> None:
        """Show another text, from its beginning; nothing moves where it is the same."""
        if value != self.original:
            self._value = ShownText(value, is_line=False)
            self.setPlainText(self._value.shown)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the original of what is selected; see QPlainTextEdit.createMimeDataFromSelection."""
        cursor = self.textCursor()
        data = QMimeData()
        data.setText(self._value.original_of(cursor.selectionStart(), cursor.selectionEnd()))
        return data
