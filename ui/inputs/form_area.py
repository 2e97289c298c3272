"""Holds the fields of a form or dialog and keeps the one in sight that is typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.widgets.reading_pane import IdleHandle

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

SMALLEST_HEIGHT = 160
SCROLL_BAR, SCROLL_BAR_GAP = 10, 14
"""Pixels that a scroll bar takes, and pixels right of the fields in which it does not touch them."""


class FormArea(QScrollArea):
    """A scroll area with fields.

    Args:
        content: The fields.
    """

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._wanted: QWidget | None = None
        self._focused: QWidget | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        # A click beside the fields must not take the focus from one of them.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        # It lies in the margin, so that the fields stay as wide as they are and where they are.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        IdleHandle(self.verticalScrollBar())
        self.setWidget(content)

    @Slot(QWidget)
    def keep_in_sight(self, widget: QWidget) -> None:
        """Scroll to `widget`, and again whenever the room changes, until the focus moves on."""
        self._wanted, self._focused = widget, self.window().focusWidget()
        self._scroll()
        # What has just been shown gets its place later.
        QTimer.singleShot(0, self, self._scroll)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is typed into in sight, when a banner takes its room."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._scroll)

    @Slot()
    def _scroll(self) -> None:
        focused = self.window().focusWidget()
        widget = self._wanted if focused is self._focused else focused
        if widget is not None and self._content.isAncestorOf(widget):
            self.ensureWidgetVisible(widget)


class ScrollableForm(FormArea):
    """A scroll area that would like to be as high as its content: no scroll bar where the screen has room.

    Args:
        content: The fields.
        width: How wide they are with the gap right of them, in pixels.
    """

    def __init__(self, content: QWidget, width: int, parent: QWidget | None = None) -> None:
        super().__init__(content, parent)
        self._width = width
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content.setContentsMargins(0, 0, SCROLL_BAR_GAP - SCROLL_BAR, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another size when the content does."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        return QSize(self._width, self._content.heightForWidth(self._width - SCROLL_BAR))

    def minimumSizeHint(self) -> QSize:
        """Return how little is enough, as the rest can be scrolled to."""
        return QSize(self._width, min(SMALLEST_HEIGHT, self.sizeHint().height()))
