"""A dialog that is always as high as what it shows, as far as the screen goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Slot
from PySide6.QtWidgets import QDialog, QWidget

from ui.widgets.layouts import column
from ui.widgets.window_geometry import keep_within_screen

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

ROOM_FOR_FRAME = 64
"""What the frame of a window and the bars of a desktop may take of the screen, in pixels."""


class AutoHeightDialog(QDialog):
    """Grows when something more is to be shown; shrinks only after `give_back`, as that makes the buttons jump.

    A subclass fills `column`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = column(margins=(24, 24, 24, 16), parent=self)
        self._own_height = 0
        self._given_height = 0
        self._may_shrink = False

    def event(self, event: QEvent) -> bool:
        """Grow when the layout asks for it, and stay on the screen; see QObject.event."""
        if event.type() == QEvent.Type.LayoutRequest:
            height = self.height()
            self._fit()
            if self.isVisible() and self.height() > height:
                keep_within_screen(self, may_shrink=False)
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the height that shows everything; see QWidget.showEvent."""
        self._own_height = self.height()
        self._fit()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Learn which height people want; see QWidget.resizeEvent."""
        super().resizeEvent(event)
        if self.isVisible() and event.size().height() != self._own_height:
            self._given_height = event.size().height()

    @Slot()
    def give_back(self) -> None:
        """Shrink with what is shown until `keep_height`, but not below the height that people gave it."""
        self._may_shrink = True
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    @Slot()
    def keep_height(self) -> None:
        """Do not shrink any more, because people look at what would jump."""
        self._may_shrink = False

    @property
    def wanted_height(self) -> int:
        """How high it is when it shows everything, in pixels."""
        column = self.column
        if column.hasHeightForWidth():
            return column.totalHeightForWidth(self.width())
        return column.totalSizeHint().height()

    def _fit(self) -> None:
        height = min(self.wanted_height, self.screen().availableGeometry().height() - ROOM_FOR_FRAME)
        if height <= self.height():
            if not self._may_shrink:
                return
            height = max(height, self._given_height)
        self._own_height = height
        self.resize(self.width(), height)
