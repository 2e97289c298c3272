"""A line edit with a maximum length: Qt lays out a whole line at each change, seconds for a megabyte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.core.icons import SMALL, icon_pixmap
from ui.widgets.painting import paint_round

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_ICON_AT, _ICON_ROOM = 8, 20
"""Pixels from the left edge, and what the text leaves free beside its usual margin."""
_FRAMES = {"problem": "bad", "advice": "warn"}
LONGEST_LINE = 4_096
"""Characters as Qt counts; more than any field may hold, so that its rule finds too many."""


class ShortLine(QLineEdit):
    """A `QLineEdit` that takes `LONGEST_LINE` characters at most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST_LINE)

    def set_state(self, state: str) -> None:
        """Show a state: ``problem``, ``advice``, or empty for none.

        Its frame is painted here: the style sheet would have to be applied anew for it, while a key is handled.
        """
        if self.property("state") != state:
            self.setProperty("state", state)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, and the frame of its state."""
        super().paintEvent(event)
        frame = _FRAMES.get(self.property("state"))
        if frame is not None:
            paint_round(QPainter(self), self.rect(), frame=frame, width=2)


class SearchLine(ShortLine):
    """A line for a search, with a magnifier at its left and a button that empties it.

    Args:
        words: What can be searched; shown while it is empty.
        name: Name for assistive technology.
    """

    def __init__(self, words: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(words)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self.setTextMargins(_ICON_ROOM, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, and the magnifier."""
        super().paintEvent(event)
        top = (self.height() - SMALL) // 2
        QPainter(self).drawPixmap(_ICON_AT, top, icon_pixmap("search", size=SMALL))
