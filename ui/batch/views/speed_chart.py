"""A small chart of a run: rows a minute as bars, answer times as a line, so that throttling is seen."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.core.theme import current
from ui.texts.numbers import number_text
from ui.texts.visible import as_tool_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

SAMPLES = 120
"""Moments that are kept; with one a second, two minutes."""
_BAR, _GAP = 3.0, 1.0
_HIGH = 40


class Sample(NamedTuple):
    """One moment of a run."""

    rows_per_minute: float
    answer_ms: float
    """Median answer time of the moment; 0 where nothing was answered."""
    is_throttled: bool = False
    """Whether the service has asked to slow down."""


class SpeedChart(QWidget):
    """Bars of rows a minute, with a line of answer times above; the newest moment is at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batch.chart")
        self._samples: deque[Sample] = deque(maxlen=SAMPLES)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()

    @property
    def samples(self) -> list[Sample]:
        """What is drawn, the oldest first."""
        return list(self._samples)

    def add(self, sample: Sample) -> None:
        """Add the newest moment."""
        self._samples.append(sample)
        self._describe()
        self.update()

    def clear(self) -> None:
        """Forget all moments."""
        self._samples.clear()
        self._describe()
        self.update()

    def _describe(self) -> None:
        words = self.tr("Rows a minute and answer times")
        if self._samples:
            words = self._words(self._samples[-1])
        self.setAccessibleName(words)

    def _words(self, sample: Sample) -> str:
        words = self.tr("{rows} rows a minute, answers in {time} ms").format(
            rows=number_text(round(sample.rows_per_minute)), time=number_text(round(sample.answer_ms))
        )
        return (
            self.tr("{words}, slowed down by the service").format(words=words)
            if sample.is_throttled
            else words
        )

    def sizeHint(self) -> QSize:
        """Return room for all moments."""
        return QSize(round(SAMPLES * (_BAR + _GAP)), max(_HIGH, 2 * self.fontMetrics().height() + 8))

    def minimumSizeHint(self) -> QSize:
        """Return room for some of them."""
        return QSize(80, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Show the numbers of the moment under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = int((self.width() - event.pos().x()) / (_BAR + _GAP))
            if 0 <= place < len(self._samples):
                QToolTip.showText(
                    event.globalPos(), as_tool_tip(self._words(self._samples[-1 - place])), self
                )
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the signature of Qt
        """Paint bars and line."""
        painter, room = QPainter(self), QRectF(self.rect())
        painter.fillRect(QRectF(0, room.height() - 1, room.width(), 1), QColor(current()["line"]))
        shown = list(self._samples)[-int(room.width() // (_BAR + _GAP)) :]
        if not shown:
            return
        most = max(1.0, *(sample.rows_per_minute for sample in shown))
        slowest = max(1.0, *(sample.answer_ms for sample in shown))
        points, left = QPolygonF(), room.width() - len(shown) * (_BAR + _GAP)
        for sample in shown:
            high = (room.height() - 2) * sample.rows_per_minute / most
            colour = "warn" if sample.is_throttled else "edge"
            painter.fillRect(QRectF(left, room.height() - 1 - high, _BAR, high), QColor(current()[colour]))
            if sample.answer_ms:
                # The line keeps to the upper two thirds, where it is told from the bars.
                points.append(
                    QPointF(
                        left + _BAR / 2, 2 + (room.height() - 4) * (1 - sample.answer_ms / slowest) * 2 / 3
                    )
                )
            left += _BAR + _GAP
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(QColor(current()["accent_ink"]), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        )
        painter.drawPolyline(points)
