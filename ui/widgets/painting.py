"""What widgets that paint themselves have in common."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.core.theme import current

RADIUS = 6.0


def paint_round(
    painter: QPainter,
    room: QRect | QRectF,
    *,
    fill: str = "",
    frame: str = "",
    width: float = 1.0,
    radius: float = RADIUS,
) -> None:
    """Paint a rectangle with round corners.

    Args:
        painter: Where to paint.
        room: The rectangle, its frame included.
        fill: Token of the colour inside; empty for none.
        frame: Token of the colour of the frame; empty for none.
        width: Width of the frame in pixels.
        radius: Radius of the corners in pixels.
    """
    tokens = current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(tokens[fill]) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tokens[frame]), width) if frame else Qt.PenStyle.NoPen)
    half = width / 2 if frame else 0.0
    painter.drawRoundedRect(QRectF(room).adjusted(half, half, -half, -half), radius - half, radius - half)
