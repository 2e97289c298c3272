"""A line that shows one value, to be read, selected and copied as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStyle, QStyleOptionFrame, QWidget

from ui.texts.visible import EscapedText, as_tool_tip, utf16_length

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPaintEvent

_AT_ONCE = 8_192
"""Characters that are taken over in one turn of the event loop, in some milliseconds."""
_LONGEST_LINE = 2_000
"""Characters; Qt lays out a line without an end as a whole, as soon as a part of it is seen."""
_BETWEEN_MS = 2


class ValueText(QPlainTextEdit):
    """Shows a text with invisible characters escaped; the original text is copied.

    The beginning is there at once, the rest of a long text within a second. A very long line is broken into several,
    and copied as one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._original = ""
        self._taken = 0
        self._column = 0
        self._pieces: list[EscapedText] = []
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

    def _next_piece(self) -> EscapedText:
        part = self._original[self._taken : self._taken + _AT_ONCE]
        piece = EscapedText(part, is_line=False, longest_line=_LONGEST_LINE, column=self._column)
        self._pieces.append(piece)
        self._taken += len(part)
        self._column = piece.column
        return piece

    @Slot()
    def _add_piece(self) -> None:
        # A cursor of its own, so that neither the selection nor the visible part moves.
        end = QTextCursor(self.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        end.insertText(self._next_piece().shown)
        if not self.is_whole:
            self._rest.start()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the original of the selection."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        # A selection that reaches the end includes the part that is not shown yet.
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


_ELLIPSIS = "…"
_MEASURED = 1_000
"""Characters; a text that is longer fits on no screen."""


_MOST_SHOWN = 10_000
"""Characters; more fit on no screen, and are laid out all the same."""


class ValueLine(QLineEdit):
    """Shows a value with invisible characters escaped; the original value is copied.

    A line edit, as a label would force its surroundings to the width of the longest value.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = EscapedText("", is_line=True)
        self.setReadOnly(True)
        self.setProperty("role", "value")
        # Straight below its label.
        self.setTextMargins(-4, 0, 0, 0)

    @property
    def original(self) -> str:
        """The value, as it is."""
        return self._value.original

    def show_value(self, value: str) -> None:
        """Show another value, from its beginning."""
        self._value = EscapedText(value, is_line=True)
        shown = self._value.shown
        self.setText(shown if len(shown) <= _MOST_SHOWN else f"{shown[:_MOST_SHOWN]}…")
        self.setCursorPosition(0)
        self.setToolTip(as_tool_tip(value))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a long value with an ellipsis, so that no part looks like the whole."""
        room = self._room()
        text = self.text() if len(self.text()) <= _MEASURED else f"{self.text()[:_MEASURED]}{_ELLIPSIS}"
        if self.fontMetrics().horizontalAdvance(text) <= room.width():
            super().paintEvent(event)
        elif self.hasFocus() or self.hasSelectedText():
            # The cursor is used to read on and select; both ends show whether there is more.
            super().paintEvent(event)
            self._mark_ends(room)
        else:
            option = QStyleOptionFrame()
            self.initStyleOption(option)
            painter = QPainter(self)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
            elided = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
            painter.setPen(self.palette().text().color())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, elided)

    def _room(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        contents = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        # Qt keeps two pixels free at both sides.
        return contents.marginsRemoved(self.textMargins()).adjusted(2, 0, -2, 0)

    def _mark_ends(self, room: QRect) -> None:
        width = self.fontMetrics().horizontalAdvance(_ELLIPSIS)
        left = QRect(room.left() - 2, room.top(), width + 2, room.height())
        right = QRect(room.right() - width, room.top(), width + 4, room.height())
        painter = QPainter(self)
        painter.setPen(self.palette().text().color())
        begin, end = self.cursorPositionAt(room.topLeft()), self.cursorPositionAt(room.topRight())
        for is_cut, place in ((begin > 0, left), (end < len(self.text()), right)):
            if is_cut:
                painter.fillRect(place, self.palette().window())
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, _ELLIPSIS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the original of the selection."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy_original()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the usual menu, whose Copy copies the original."""
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
