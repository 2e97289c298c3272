"""A check box that looks like a switch: the knob at the right, with a tick, is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui.core.theme import current
from ui.widgets.buttons import CheckBox
from ui.widgets.painting import paint_round

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

WIDTH, HEIGHT = 36, 20
_KNOB = 14
_FOCUS = 3
"""Pixels around it for the focus frame."""
_TICK = (QPointF(-3, 0), QPointF(-1, 2.2), QPointF(3.2, -2.4))


class Switch(CheckBox):
    """Has no words of its own; its accessible name says what it is for.

    Args:
        name: Object name.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedSize(self.sizeHint())
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the fixed size, with room for the focus frame."""
        return QSize(WIDTH + 2 * _FOCUS, HEIGHT + 2 * _FOCUS)

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on it."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the signature of Qt
        """Paint track, knob and tick."""
        painter, is_on, tokens = QPainter(self), self.isChecked(), current()
        track = QRectF(_FOCUS, _FOCUS, WIDTH, HEIGHT)
        if is_on:
            paint_round(painter, track, fill="accent", radius=HEIGHT / 2)
        else:
            paint_round(painter, track, fill="field", frame="edge", radius=HEIGHT / 2)
        margin = (HEIGHT - _KNOB) / 2
        left = track.right() - margin - _KNOB if is_on else track.left() + margin
        knob = QRectF(left, track.top() + margin, _KNOB, _KNOB)
        paint_round(painter, knob, fill="on_accent" if is_on else "edge", radius=_KNOB / 2)
        if is_on:
            painter.setPen(QPen(QColor(tokens["accent"]), 1.8))
            painter.drawPolyline(QPolygonF([knob.center() + point for point in _TICK]))
        if self.hasFocus():
            paint_round(painter, self.rect(), frame="accent_ink", width=2, radius=HEIGHT / 2 + _FOCUS)
