"""A line that can be filled by itself, and that people and scripts then type over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QClipboard, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.short_line import LONGEST_LINE

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QContextMenuEvent,
        QDropEvent,
        QFocusEvent,
        QInputMethodEvent,
        QKeyEvent,
        QMouseEvent,
    )

_PLACES_CURSOR = (
    *(QKeySequence.StandardKey.MoveToNextChar, QKeySequence.StandardKey.MoveToPreviousChar),
    *(QKeySequence.StandardKey.MoveToNextWord, QKeySequence.StandardKey.MoveToPreviousWord),
    *(QKeySequence.StandardKey.MoveToStartOfLine, QKeySequence.StandardKey.MoveToEndOfLine),
    *(QKeySequence.StandardKey.SelectNextChar, QKeySequence.StandardKey.SelectPreviousChar),
    *(QKeySequence.StandardKey.SelectNextWord, QKeySequence.StandardKey.SelectPreviousWord),
    *(QKeySequence.StandardKey.SelectStartOfLine, QKeySequence.StandardKey.SelectEndOfLine),
)
# The keyboard comes back to the same place after these.
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_REMOVES = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class SpaceLine(QLineEdit):
    """A `QLineEdit` whose automatic value is replaced as a whole by the first thing that is typed, pasted or inserted.

    Who places the cursor in it first, by arrow keys or by a second click, edits it like any other text; the first
    click selects all of it, as in the address bar of a browser.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST_LINE)
        self._is_automatic = False
        self._is_placed = False
        self._is_clicked = False
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
        self._is_placed = self._is_clicked = False

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

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select an automatic value with the first click, and let others place the cursor; see QWidget."""
        if event.button() == Qt.MouseButton.MiddleButton and self._is_automatic:
            # Where that pastes what is selected elsewhere, it would paste into the middle of the value.
            selected = QGuiApplication.clipboard().text(QClipboard.Mode.Selection)
            if selected:
                self.insert(selected)
            return
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._is_automatic:
            self._is_placed = self._is_placed or self._is_clicked or self.hasSelectedText()
            self._is_clicked = True
            self._make_room()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the next click be the first one again; see QWidget.focusOutEvent."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self._is_placed = self._is_clicked = False

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
