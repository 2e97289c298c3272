"""The mark of a state as a widget; while something is under way, it turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QTimer, Slot
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.core import theme
from ui.core.icons import SMALL, mark_pixmap

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

SENDING = "sending"
_STEP_MS = 120
_STEP_DEGREES = 45
_ARC_DEGREES = 100
_STROKE = 2.0


class StateMark(QWidget):
    """A disc, ring or octagon; the words beside it say the same.

    Args:
        name: Object name.
        ground: Token of the colour behind it.
        size: Width and height in pixels.
    """

    def __init__(
        self, name: str, ground: str = "card", *, size: int = SMALL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFixedSize(size, size)
        self._ground = ground
        self._angle = 0
        self.state = ""
        """State that it shows, see `ui.core.icons.mark_pixmap`, or ``sending``."""
        self._turn = QTimer(self, interval=_STEP_MS)
        self._turn.timeout.connect(self._on_turn)

    def show_state(self, state: str) -> None:
        """Show the mark of `state`."""
        self.state = state
        if state == SENDING:
            self._turn.start()
        else:
            self._turn.stop()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the signature of Qt
        """Paint the mark, or the turning arc."""
        painter = QPainter(self)
        if self.state and self.state != SENDING:
            painter.drawPixmap(0, 0, mark_pixmap(self.state, self._ground, self.width()))
        elif self.state:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            room = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            painter.setPen(QPen(QColor(theme.current()["press"]), _STROKE))
            painter.drawEllipse(room)
            painter.setPen(QPen(QColor(theme.current()["accent_ink"]), _STROKE))
            painter.drawArc(room, -self._angle * 16, _ARC_DEGREES * 16)

    @Slot()
    def _on_turn(self) -> None:
        if self.isVisible():
            self._angle = (self._angle + _STEP_DEGREES) % 360
            self.update()
