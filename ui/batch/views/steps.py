"""The three steps of a batch in the head of its page: table, plan, run."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.core.icons import icon_pixmap
from ui.core.theme import current
from ui.widgets.painting import paint_round

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_LEAST_DISC = 20
_TICK = 0.7
"""Size of the tick, in sizes of the disc."""
_GAP = 8
_ARROW = 16


class Step(IntEnum):
    """What the page is at."""

    TABLE = 1
    PLAN = 2
    RUN = 3


class StepLine(QWidget):
    """Discs with the numbers of the steps and their words; those that are done have a tick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batch.steps")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._words = {
            Step.TABLE: self.tr("Table"),
            Step.PLAN: self.tr("Plan"),
            Step.RUN: self.tr("Run"),
        }
        self._step = Step.TABLE
        self._is_done = False
        self.show_step(Step.TABLE)

    def show_step(self, step: Step, *, is_done: bool = False) -> None:
        """Mark `step` as the present one.

        Args:
            step: The step.
            is_done: Whether nothing is left of it.
        """
        self._step, self._is_done = step, is_done
        words = self.tr("Step {number} of 3: {step}").format(number=int(step), step=self._words[step])
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for all words."""
        metrics = self.fontMetrics()
        words = sum(metrics.horizontalAdvance(word) for word in self._words.values())
        width = words + 3 * (self._disc + _GAP) + 2 * (_ARROW + 2 * _GAP)
        return QSize(width, max(self._disc, metrics.height()) + 2)

    def minimumSizeHint(self) -> QSize:
        """Return room for the discs alone."""
        return QSize(3 * self._disc + 2 * (_ARROW + 2 * _GAP), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the signature of Qt
        """Paint the steps; without room for the words, the discs alone."""
        painter, left = QPainter(self), 0
        has_words = self.width() >= self.sizeHint().width()
        for step, word in self._words.items():
            self._paint_disc(painter, step, left)
            left += self._disc
            if has_words:
                width = self.fontMetrics().horizontalAdvance(word)
                painter.setPen(QColor(current()["ink" if step is self._step else "quiet"]))
                room = QRect(left + _GAP, 0, width + 1, self.height())
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, word)
                left += _GAP + width
            if step is not Step.RUN:
                place = QPoint(left + _GAP, (self.height() - _ARROW) // 2)
                painter.drawPixmap(place, icon_pixmap("right", "quiet", _ARROW))
                left += _ARROW + 2 * _GAP

    @property
    def _disc(self) -> int:
        """Diameter of a disc, with room for a digit."""
        return max(_LEAST_DISC, self.fontMetrics().height() + 2)

    def _paint_disc(self, painter: QPainter, step: Step, left: int) -> None:
        is_done = step < self._step or (step is self._step and self._is_done)
        fill = "good" if is_done else "accent" if step is self._step else ""
        size = self._disc
        disc = QRect(left, (self.height() - size) // 2, size, size)
        paint_round(painter, disc, fill=fill, frame="" if fill else "edge", radius=size / 2)
        if is_done:
            tick = round(size * _TICK)
            inset = (size - tick) // 2
            painter.drawPixmap(disc.topLeft() + QPoint(inset, inset), icon_pixmap("check", "page", tick))
            return
        painter.setPen(QColor(current()["on_accent" if fill else "quiet"]))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(int(step)))
