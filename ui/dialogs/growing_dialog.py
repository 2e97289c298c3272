"""A dialog that is always as high as what it shows, as far as the screen goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

ROOM_FOR_FRAME = 64
"""What the frame of a window and the bars of a desktop may take of the screen, in pixels."""


class GrowingDialog(QDialog):
    """Grows when something more is to be shown; never shrinks, as that would make the buttons jump.

    A subclass fills `column`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 24, 24, 16)
        self.column.setSpacing(16)

    def event(self, event: QEvent) -> bool:
        """Grow when the layout asks for it; see QObject.event."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._grow()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the height that shows everything; see QWidget.showEvent."""
        self._grow()
        super().showEvent(event)

    def _grow(self) -> None:
        column = self.column
        wanted = (
            column.totalHeightForWidth(self.width())
            if column.hasHeightForWidth()
            else column.totalSizeHint().height()
        )
        height = min(wanted, self.screen().availableGeometry().height() - ROOM_FOR_FRAME)
        if height > self.height():
            self.resize(self.width(), height)
