"""A text of several lines to be read, selected and copied as it is, however long it is."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QTimer, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.texts.visible_text import ShownText, utf16_length

_AT_ONCE = 8_192
"""Characters that are taken over in one turn of the event loop, in some milliseconds."""
_LONGEST_LINE = 2_000
"""Characters; Qt lays out a line without an end as a whole, as soon as a part of it is seen."""
_BETWEEN_MS = 2


class ValueText(QPlainTextEdit):
    """Shows a text with what cannot be seen in it spelled; what is copied is the text itself.

    The beginning is there at once, the rest of a long text within a second. A very long line is broken into several,
    without a change to what is copied.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._original = ""
        self._taken = 0
        self._column = 0
        self._pieces: list[ShownText] = []
        self._rest = QTimer(self, singleShot=True, interval=_BETWEEN_MS)
        self._rest.timeout.connect(self._add_piece)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)

    @property
    def original(self) -> str:
        """The text, as it is."""
        return self._original

    @property
    def is_whole(self) -> bool:
        """Whether all of the text is shown by now."""
        return self._taken == len(self._original)

    def show_value(self, value: str) -> None:
        """Show another text, from its beginning; nothing moves where it is the same."""
        if value == self._original:
            return
        self._original = value
        self._taken = self._column = 0
        self._pieces = []
        self._rest.stop()
        self.setPlainText(self._next_piece().shown)
        if not self.is_whole:
            self._rest.start()

    def _next_piece(self) -> ShownText:
        part = self._original[self._taken : self._taken + _AT_ONCE]
        piece = ShownText(part, is_line=False, longest_line=_LONGEST_LINE, column=self._column)
        self._pieces.append(piece)
        self._taken += len(part)
        self._column = piece.column
        return piece

    @Slot()
    def _add_piece(self) -> None:
        # A cursor of its own, so that neither the selection nor what is seen moves.
        end = QTextCursor(self.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        end.insertText(self._next_piece().shown)
        if not self.is_whole:
            self._rest.start()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the original of what is selected; see QPlainTextEdit.createMimeDataFromSelection."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        # What is selected to its end is the text with what is still to be shown.
        reaches_end = end == self.document().characterCount() - 1
        parts = []
        for piece in self._pieces:
            parts.append(piece.original_of(start, end))
            length = utf16_length(piece.shown)
            start, end = start - length, end - length
        if reaches_end:
            parts.append(self._original[self._taken :])
        data = QMimeData()
        data.setText("".join(parts))
        return data
