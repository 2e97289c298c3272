"""Scroll area for text that wraps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from ui.widgets.style_state import set_style_state


def hide_idle_handle(bar: QScrollBar) -> None:
    """Show no handle on a scroll bar that is always there, as long as there is nothing to scroll."""
    bar.rangeChanged.connect(lambda _first, last: set_style_state(bar, "" if last else "idle"))
    set_style_state(bar, "" if bar.maximum() else "idle")


class ReadingPane(QScrollArea):
    """A scroll area without a frame, as wide as its contents are made to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        # A bar that comes and goes changes the width, with it the lines of what wraps, and so the height: without end.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QFrame.Shape.NoFrame)
        hide_idle_handle(self.verticalScrollBar())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
