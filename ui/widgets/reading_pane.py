"""Scroll area for text that wraps."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from ui.widgets.style_state import set_style_state


class IdleHandle(QObject):
    """Hides the handle of a scroll bar that is always there, as long as there is nothing to scroll.

    Args:
        bar: The scroll bar; it owns this object.
    """

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar)
        self._bar = bar
        bar.rangeChanged.connect(self._on_range_changed)
        self._on_range_changed(bar.minimum(), bar.maximum())

    @Slot(int, int)
    def _on_range_changed(self, _first: int, last: int) -> None:
        set_style_state(self._bar, "" if last else "idle")


class ReadingPane(QScrollArea):
    """A scroll area without a frame, as wide as its contents are made to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        # A bar that comes and goes changes the width, with it the lines of what wraps, and so the height: without end.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QFrame.Shape.NoFrame)
        IdleHandle(self.verticalScrollBar())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
