"""A line that shows one value, to be read, selected and copied as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

from ui.texts.visible_text import ShownText, as_tool_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPaintEvent

_ELLIPSIS = "…"
_MEASURED = 1_000
"""Characters; a text that is longer fits on no screen."""


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
        self.setToolTip(as_tool_tip(value))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what does not fit with an ellipsis, so that no part passes for the whole; see QWidget.paintEvent."""
        room = self._room()
        text = self.text() if len(self.text()) <= _MEASURED else f"{self.text()[:_MEASURED]}{_ELLIPSIS}"
        if self.fontMetrics().horizontalAdvance(text) <= room.width():
            super().paintEvent(event)
        elif self.hasFocus() or self.hasSelectedText():
            # People read on and select with the cursor; both ends say whether there is more.
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
