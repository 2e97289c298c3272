"""Holds the fields of a dialog: all of them where the screen has room, otherwise with a scroll bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

SMALLEST_HEIGHT = 160
SCROLL_BAR_GAP = 8
"""Pixels right of the fields, so that a scroll bar does not touch them."""


class ScrollableForm(QScrollArea):
    """A scroll area that would like to be as high as its content.

    Args:
        content: The fields.
        width: How wide they are with the gap right of them, in pixels.
    """

    def __init__(self, content: QWidget, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._width = width
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        content.setContentsMargins(0, 0, SCROLL_BAR_GAP, 0)
        self.setWidget(content)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another size when the content does."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        return QSize(self._width, self._content.heightForWidth(self._width))

    def minimumSizeHint(self) -> QSize:
        """Return how little is enough, as the rest can be scrolled to."""
        return QSize(self._width, min(SMALLEST_HEIGHT, self.sizeHint().height()))
