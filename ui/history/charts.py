"""The charts of the history: bars of creates, and the answer times of each connection."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from koodrive.models import OutcomeKind
from ui.core import theme
from ui.history.glance_numbers import name_text, outcomes_in, seconds_text
from ui.texts.attempts import outcome_colour, outcome_text, outcome_with_sign
from ui.texts.numbers import number_text
from ui.texts.translate import titled
from ui.texts.visible import as_tool_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from koodrive.journal.statistics import AnswerTimes
    from ui.history.glance_numbers import Span

_PATTERNS: dict[str, Qt.BrushStyle] = {
    OutcomeKind.CREATED: Qt.BrushStyle.SolidPattern,
    OutcomeKind.DELETED: Qt.BrushStyle.HorPattern,
    OutcomeKind.REFUSED: Qt.BrushStyle.BDiagPattern,
    OutcomeKind.NOT_SENT: Qt.BrushStyle.NoBrush,
    OutcomeKind.UNKNOWN: Qt.BrushStyle.Dense5Pattern,
}
"""What tells the parts of a bar apart besides their colours."""
_GAP = 8
_LINES_HIGH = 11
_WIDEST_BAR = 48.0
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class _Chart(QWidget):
    """A picture of numbers, with a tool tip for what is under the pointer; the numbers stand in a table, too."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def colour(self, name: str) -> QColor:
        """Return a colour of the theme."""
        return QColor(theme.current()[name])

    @property
    def line(self) -> int:
        """Height of a line of text."""
        return self.fontMetrics().lineSpacing()

    def tip_at(self, place: QPointF) -> str:
        """Return the words for a place; empty for none."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Show the tool tip; see QObject.event."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self.tip_at(QPointF(event.pos()))
            if words:
                QToolTip.showText(event.globalPos(), as_tool_tip(words), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)


class SpanChart(_Chart):
    """Bars of the creates of each day, week or month, in parts by outcome."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("history.glance.spans", parent)
        self._spans: Sequence[Span] = ()
        self._outcomes: list[OutcomeKind | str] = []

    def show_spans(self, spans: Sequence[Span]) -> None:
        """Draw other numbers."""
        self._spans, self._outcomes = spans, outcomes_in(spans)
        self.update()

    def sizeHint(self) -> QSize:
        """Return some lines; see QWidget.sizeHint."""
        return QSize(40 * self.fontMetrics().averageCharWidth(), _LINES_HIGH * self.line)

    def minimumSizeHint(self) -> QSize:
        """Return a small width; see QWidget.minimumSizeHint."""
        return QSize(20 * self.fontMetrics().averageCharWidth(), self.sizeHint().height())

    def tip_at(self, place: QPointF) -> str:
        """Return the numbers of the bar at `place`."""
        room = self._room()
        if not self._spans or not room.left() <= place.x() <= room.right():
            return ""
        number = min(int((place.x() - room.left()) / room.width() * len(self._spans)), len(self._spans) - 1)
        span = self._spans[number]
        lines = [
            titled(outcome_with_sign(outcome), number_text(span.counts[outcome]))
            for outcome in self._outcomes
            if span.counts.get(outcome)
        ]
        return "\n".join([span.label, *lines])

    def _top(self) -> int:
        """Return the highest number of the scale."""
        return _round_up(max((sum(span.counts.values()) for span in self._spans), default=1))

    def _room(self) -> QRectF:
        """Return where the bars stand."""
        left = self.fontMetrics().horizontalAdvance(number_text(self._top())) + _GAP
        legend = self._legend()
        top = (legend[-1][2].y() if legend else 0.0) + 2 * self.line
        return QRectF(left, top, self.width() - left, self.height() - top - 1.5 * self.line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw; see QWidget.paintEvent."""
        if not self._spans:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room, top = self._room(), self._top()
        self._draw_legend(painter)
        self._draw_scale(painter, room, top)
        width = room.width() / len(self._spans)
        bar = max(1.0, min(width * 0.7, _WIDEST_BAR))
        for number, span in enumerate(self._spans):
            left = room.left() + number * width + (width - bar) / 2
            self._draw_bar(painter, QRectF(left, room.top(), bar, room.height()), span, top)

    def _legend(self) -> list[tuple[OutcomeKind | str, str, QPointF]]:
        """Return the outcomes with their words and places, in as many lines as they need."""
        found: list[tuple[OutcomeKind | str, str, QPointF]] = []
        left, top = 0.0, 0.0
        for outcome in self._outcomes:
            total = sum(span.counts.get(outcome, 0) for span in self._spans)
            words = self.tr("{outcome} {count}").format(
                outcome=outcome_text(outcome), count=number_text(total)
            )
            advance = self.line + self.fontMetrics().horizontalAdvance(words) + 2 * _GAP
            if left and left + advance > self.width():
                left, top = 0.0, top + 1.25 * self.line
            found.append((outcome, words, QPointF(left, top)))
            left += advance
        return found

    def _draw_legend(self, painter: QPainter) -> None:
        side = self.line * 0.7
        for outcome, words, place in self._legend():
            self._fill(painter, QRectF(place.x(), place.y() + (self.line - side) / 2, side, side), outcome)
            painter.setPen(self.colour("ink"))
            painter.drawText(QRectF(place.x() + self.line, place.y(), self.width(), self.line), _LEFT, words)

    def _draw_scale(self, painter: QPainter, room: QRectF, top: int) -> None:
        for number in (0, top // 2, top) if top % 2 == 0 else (0, top):
            height = room.bottom() - room.height() * number / top
            painter.setPen(QPen(self.colour("line"), 1))
            painter.drawLine(QPointF(room.left(), height), QPointF(room.right(), height))
            painter.setPen(self.colour("quiet"))
            place = QRectF(0, height - self.line / 2, room.left() - _GAP / 2, self.line)
            painter.drawText(place, _RIGHT, number_text(number))
        below = QRectF(room.left(), room.bottom() + self.line * 0.25, room.width(), self.line)
        if len(self._spans) == 1:
            # Below its bar, which stands in the middle.
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._spans[0].label)
            return
        painter.drawText(below, _LEFT, self._spans[0].label)
        painter.drawText(below, _RIGHT, self._spans[-1].label)

    def _draw_bar(self, painter: QPainter, room: QRectF, span: Span, top: int) -> None:
        bottom = room.bottom()
        for outcome in self._outcomes:
            height = room.height() * span.counts.get(outcome, 0) / top
            if height:
                self._fill(painter, QRectF(room.left(), bottom - height, room.width(), height), outcome)
            bottom -= height

    def _fill(self, painter: QPainter, place: QRectF, outcome: OutcomeKind | str) -> None:
        colour = self.colour(outcome_colour(outcome))
        painter.setPen(QPen(colour, 1))
        painter.setBrush(QBrush(colour, _PATTERNS.get(outcome, Qt.BrushStyle.NoBrush)))
        painter.drawRect(place)


class TimeChart(_Chart):
    """One line for each connection: a dot at the median, a stroke at the 95th percentile of its answer times."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("history.glance.times", parent)
        self._times: Sequence[AnswerTimes] = ()

    def show_times(self, times: Sequence[AnswerTimes]) -> None:
        """Draw other numbers."""
        self._times = times
        self.updateGeometry()
        self.update()

    @property
    def _row(self) -> float:
        return self.line * 1.75

    def sizeHint(self) -> QSize:
        """Return a row for each connection; see QWidget.sizeHint."""
        return QSize(
            40 * self.fontMetrics().averageCharWidth(), ceil(2 * self.line + self._row * len(self._times))
        )

    def minimumSizeHint(self) -> QSize:
        """Return a small width; see QWidget.minimumSizeHint."""
        return QSize(20 * self.fontMetrics().averageCharWidth(), self.sizeHint().height())

    def tip_at(self, place: QPointF) -> str:
        """Return the numbers of the connection at `place`."""
        number = int((place.y() - 2 * self.line) // self._row)
        if not 0 <= number < len(self._times):
            return ""
        times = self._times[number]
        words = self.tr("{name}\nMedian: {median}\n95th percentile: {late}\nAnswers: {count}")
        return words.format(
            name=name_text(times),
            median=seconds_text(times.median_ms),
            late=seconds_text(times.late_ms),
            count=number_text(times.count),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw; see QWidget.paintEvent."""
        if not self._times:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_legend(painter)
        longest = max(times.late_ms for times in self._times) or 1
        words = [f"{seconds_text(each.median_ms)} · {seconds_text(each.late_ms)}" for each in self._times]
        numbers = max(map(self.fontMetrics().horizontalAdvance, words)) + _GAP
        names = self.width() * 0.35
        scale = QRectF(names, 0, max(1.0, self.width() - names - numbers - _GAP), self._row)
        for number, (times, text) in enumerate(zip(self._times, words, strict=True)):
            top = 2 * self.line + number * self._row
            self._draw_row(painter, scale.translated(0, top), times, longest)
            painter.setPen(self.colour("ink"))
            name = self.fontMetrics().elidedText(
                name_text(times), Qt.TextElideMode.ElideMiddle, int(names) - _GAP
            )
            painter.drawText(QRectF(0, top, names, self._row), _LEFT, name)
            painter.drawText(QRectF(self.width() - numbers, top, numbers, self._row), _RIGHT, text)

    def _draw_legend(self, painter: QPainter) -> None:
        centre, left = self.line / 2, 0.0
        for draw, words in (
            (self._draw_dot, self.tr("Median")),
            (self._draw_stroke, self.tr("95th percentile")),
        ):
            draw(painter, QPointF(left + self.line / 2, centre))
            advance = self.fontMetrics().horizontalAdvance(words)
            painter.setPen(self.colour("ink"))
            painter.drawText(QRectF(left + self.line + 4, 0, advance + 4, self.line), _LEFT, words)
            left += self.line + advance + 2 * _GAP + 4

    def _draw_row(self, painter: QPainter, room: QRectF, times: AnswerTimes, longest: int) -> None:
        height = room.center().y()
        median = QPointF(room.left() + room.width() * times.median_ms / longest, height)
        late = QPointF(room.left() + room.width() * times.late_ms / longest, height)
        painter.setPen(QPen(self.colour("line"), 1))
        painter.drawLine(QPointF(room.left(), height), QPointF(room.right(), height))
        painter.setPen(QPen(self.colour("accent"), 2))
        painter.drawLine(median, late)
        self._draw_stroke(painter, late)
        self._draw_dot(painter, median)

    def _draw_dot(self, painter: QPainter, place: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour("accent"))
        painter.drawEllipse(place, self.line * 0.28, self.line * 0.28)

    def _draw_stroke(self, painter: QPainter, place: QPointF) -> None:
        painter.setPen(QPen(self.colour("accent"), 2))
        reach = QPointF(0, self.line * 0.35)
        painter.drawLine(place - reach, place + reach)


def _round_up(number: int) -> int:
    """Return the next higher number that makes a good end of a scale."""
    if number <= 2:
        return 2
    step: int = 10 ** (len(str(number)) - 1)
    return next(end for tenths in (10, 20, 30, 40, 50, 60, 80, 100) if (end := step * tenths // 10) >= number)
