"""A line that can be filled by itself, and that people and scripts then type over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QDropEvent, QInputMethodEvent, QKeyEvent, QMouseEvent

_PLACES_CURSOR = (
    *(QKeySequence.StandardKey.MoveToNextChar, QKeySequence.StandardKey.MoveToPreviousChar),
    *(QKeySequence.StandardKey.MoveToNextWord, QKeySequence.StandardKey.MoveToPreviousWord),
    *(QKeySequence.StandardKey.MoveToStartOfLine, QKeySequence.StandardKey.MoveToEndOfLine),
    *(QKeySequence.StandardKey.SelectNextChar, QKeySequence.StandardKey.SelectPreviousChar),
    *(QKeySequence.StandardKey.SelectNextWord, QKeySequence.StandardKey.SelectPreviousWord),
    *(QKeySequence.StandardKey.SelectStartOfLine, QKeySequence.StandardKey.SelectEndOfLine),
)
_REMOVES = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class SpaceLine(QLineEdit):
    """A `QLineEdit` whose automatic value is replaced as a whole by the first thing that is typed, pasted or inserted.

    Who places the cursor in it first, by mouse or arrow keys, edits it like any other text.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_automatic = False
        self._is_placed = False
        self.textChanged.connect(self._on_text_changed)

    @property
    def is_automatic(self) -> bool:
        """Whether the text is what `fill` has put in, and nobody has changed it."""
        return self._is_automatic

    def fill(self, text: str) -> None:
        """Put an automatic value in, without `textChanged`.

        Args:
            text: The value; empty to take an automatic value away.
        """
        with QSignalBlocker(self):
            self.setText(text)
        # Its beginning is what tells IDs of spaces apart from others.
        self.setCursorPosition(0)
        self._is_automatic = bool(text)
        self._is_placed = False

    def insert(self, text: str) -> None:
        """Insert `text`, in place of an automatic value; see QLineEdit.insert."""
        self._make_room()
        super().insert(text)

    def paste(self) -> None:
        """Paste, in place of an automatic value; see QLineEdit.paste."""
        self._make_room()
        super().paste()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let what is typed replace an automatic value; see QWidget.keyPressEvent."""
        if any(event.matches(key) for key in _PLACES_CURSOR):
            self._is_placed = True
        elif _types(event) or event.key() in _REMOVES or event.matches(QKeySequence.StandardKey.Paste):
            self._make_room()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Let what is composed replace an automatic value; see QWidget.inputMethodEvent."""
        if event.commitString() or event.preeditString():
            self._make_room()
        super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take note that the cursor is placed; see QWidget.mousePressEvent."""
        if event.button() in {Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton}:
            self._is_placed = True
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the usual menu, whose Paste replaces an automatic value; see QWidget.contextMenuEvent."""
        self._make_room()
        super().contextMenuEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Let what is dropped replace an automatic value; see QWidget.dropEvent."""
        if self._is_automatic and event.mimeData().hasText():
            self.insert(event.mimeData().text())
            event.acceptProposedAction()
        else:
            super().dropEvent(event)

    def _make_room(self) -> None:
        if self._is_automatic and not self._is_placed:
            self.selectAll()

    @Slot()
    def _on_text_changed(self) -> None:
        self._is_automatic = False


def _types(event: QKeyEvent) -> bool:
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(event.text()) and event.text().isprintable() and not event.modifiers() & commands
