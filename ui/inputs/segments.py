"""Radio buttons that stand side by side in one frame, as the words of one choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from ui.inputs.field import CompositeInput
from ui.texts.visible import as_tool_tip
from ui.widgets.buttons import RadioButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.painting import paint_round

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QAbstractButton, QWidget

_AROUND = 2
"""Pixels between the frame and the words."""


class Segment(RadioButton):
    """A radio button without its mark; a click on any part of it counts.

    Args:
        word: Label.
        explanation: Sentence for the tool tip; where it is chosen, it stands below all of them.
    """

    def __init__(self, word: str, explanation: str = "", parent: QWidget | None = None) -> None:
        super().__init__(word, parent)
        self.setProperty("role", "segment")
        self.setToolTip(as_tool_tip(explanation))

    def hitButton(self, pos: QPoint) -> bool:
        """Return whether a click there counts."""
        return self.rect().contains(pos)


class SegmentBox(CompositeInput):
    """Segments of one question, in a frame; where they do not fit side by side, in several lines.

    Args:
        segments: From left to right; one at least.
    """

    def __init__(self, segments: Sequence[QAbstractButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout()
        flow.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        flow.setSpacing(2)
        for segment in segments:
            flow.addWidget(segment)
        self.setLayout(flow)
        self.set_first(segments[0])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the signature of Qt
        """Paint the frame."""
        paint_round(QPainter(self), self.rect(), fill="card", frame="frame")
