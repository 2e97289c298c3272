"""A dialog that is as high as its content, as far as the screen allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Slot
from PySide6.QtWidgets import QDialog, QLayout, QWidget

from ui.widgets.layouts import DIALOG_MARGINS, column, dialog_foot
from ui.widgets.window_geometry import keep_within_screen

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

ROOM_FOR_FRAME = 64
"""Pixels of the screen for window frame and desktop bars."""


class AutoHeightDialog(QDialog):
    """Grows when something more is to be shown; shrinks only after `shrink_to_fit`, as that makes the buttons jump.

    A subclass fills `column`, and gives the buttons below it to `set_foot`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = column(margins=DIALOG_MARGINS)
        """The body."""
        self._outer = column(self.column, spacing=0, stretch=self.column, parent=self)
        self._own_height = 0
        self._user_height = 0
        self._may_shrink = False

    def set_foot(self, *items: QWidget | QLayout | int) -> None:
        """Put `items` from left to right below the body and a hairline."""
        self._outer.addWidget(dialog_foot(*items, parent=self))

    def event(self, event: QEvent) -> bool:
        """Grow when the layout asks for it, and stay on the screen."""
        if event.type() == QEvent.Type.LayoutRequest:
            height = self.height()
            self._fit()
            if self.isVisible() and self.height() > height:
                keep_within_screen(self, may_shrink=False)
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Start at the height of the content."""
        self._own_height = self.height()
        self._fit()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Remember a height set by the user."""
        super().resizeEvent(event)
        if self.isVisible() and event.size().height() != self._own_height:
            self._user_height = event.size().height()

    @Slot()
    def shrink_to_fit(self) -> None:
        """Shrink with the content until `fix_height`, but not below a height set by the user."""
        self._may_shrink = True
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    @Slot()
    def fix_height(self) -> None:
        """Do not shrink any more, so that nothing jumps."""
        self._may_shrink = False

    @property
    def content_height(self) -> int:
        """Height of the whole content in pixels."""
        outer = self._outer
        if outer.hasHeightForWidth():
            return outer.totalHeightForWidth(self.width())
        return outer.totalSizeHint().height()

    def _fit(self) -> None:
        height = min(self.content_height, self.screen().availableGeometry().height() - ROOM_FOR_FRAME)
        if height <= self.height():
            if not self._may_shrink:
                return
            height = max(height, self._user_height)
        self._own_height = height
        self.resize(self.width(), height)
