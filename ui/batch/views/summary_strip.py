"""The summary strip of a plan: how many rows there are of each verdict; each part is a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QSizePolicy, QWidget

from koodrive.batch.models import Verdict
from ui.batch.texts import verdict_text
from ui.core.icons import mark_pixmap
from ui.core.theme import current
from ui.texts.numbers import number_text
from ui.texts.translate import titled
from ui.texts.visible import as_tool_tip
from ui.widgets.layouts import row
from ui.widgets.painting import paint_round

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent

ALL = "all"
"""Name of the part that stands for all rows."""
_PARTS = (ALL, Verdict.READY, Verdict.DOUBTFUL, Verdict.EXISTS, Verdict.PROBLEM, Verdict.EXCLUDED)
_ALWAYS = (ALL, Verdict.READY, Verdict.DOUBTFUL, Verdict.EXISTS, Verdict.PROBLEM)
_MARK = 14
_PADDING = 16
_LEAST_HEIGHT = 56
_TITLE = 1.5
"""Size of the number, in sizes of the text."""


class _Count(QAbstractButton):
    """One part: number, mark and word.

    Args:
        verdict: What it counts, a `Verdict` or `ALL`.
    """

    def __init__(self, verdict: str, word: str) -> None:
        super().__init__()
        self.verdict = verdict
        self._word = word
        self._number = 0
        self.setObjectName(f"batch.summary.{verdict}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_number(0)

    def show_number(self, number: int) -> None:
        """Show another number."""
        self._number = number
        self.setText(titled(self._word, number_text(number)))
        self.setAccessibleName(self.text())
        self.setToolTip(as_tool_tip(self.text()))
        self.update()

    @property
    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _TITLE)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def sizeHint(self) -> QSize:
        """Return room for both lines."""
        number = QFontMetrics(self._title_font)
        metrics = self.fontMetrics()
        width = max(
            number.horizontalAdvance(number_text(self._number)),
            metrics.horizontalAdvance(self._word) + (0 if self.verdict == ALL else _MARK + 6),
        )
        return QSize(width + _PADDING + 8, max(_LEAST_HEIGHT, number.height() + metrics.height() + 14))

    def minimumSizeHint(self) -> QSize:
        """Return room for the number."""
        return QSize(_PADDING + 40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the signature of Qt
        """Paint the part."""
        painter, room = QPainter(self), self.rect()
        is_hovered = self.underMouse() and self.isEnabled()
        ground = "select" if self.isChecked() else "press" if self.isDown() else "hover" if is_hovered else ""
        if ground:
            paint_round(painter, room.adjusted(1, 1, -1, -1), fill=ground, radius=5)
        left = min(_PADDING, max(8, room.width() // 10))
        number, metrics = QFontMetrics(self._title_font), self.fontMetrics()
        top = (room.height() - number.height() - metrics.height()) // 2
        painter.setFont(self._title_font)
        painter.setPen(QColor(current()["ink"]))
        painter.drawText(QPoint(left, top + number.ascent()), number_text(self._number))
        painter.setFont(self.font())
        painter.setPen(QColor(current()["quiet"]))
        baseline = top + number.height() + metrics.ascent()
        word_at = left
        if self.verdict != ALL:
            mark_top = baseline - metrics.ascent() + (metrics.height() - _MARK) // 2
            painter.drawPixmap(QPoint(left, mark_top), mark_pixmap(self.verdict, ground or "card", _MARK))
            word_at += _MARK + 6
        mode = Qt.TextElideMode.ElideRight
        painter.drawText(
            QPoint(word_at, baseline), metrics.elidedText(self._word, mode, room.width() - word_at - 4)
        )
        if self.isChecked():
            line = QRectF(left, room.height() - 3, room.width() - 2 * left, 2)
            paint_round(painter, line, fill="accent_ink", radius=1)
        if self.hasFocus():
            paint_round(painter, room, frame="accent_ink", width=2)


class SummaryStrip(QFrame):
    """Parts side by side, of which one is chosen; that of left-out rows appears when there are any.

    Signals:
        chosen: The verdict whose rows are wanted, or `ALL`.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batch.summary")
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Rows by verdict"))
        self._group = QButtonGroup(self)
        self._parts: dict[str, _Count] = {}
        line = row(spacing=0, parent=self)
        for verdict in _PARTS:
            word = self.tr("All rows") if verdict == ALL else verdict_text(verdict, is_many=True)
            part = _Count(verdict, word)
            part.setVisible(verdict in _ALWAYS)
            part.clicked.connect(self._on_clicked)
            self._group.addButton(part)
            self._parts[verdict] = part
            line.addWidget(part, stretch=1)
        self._parts[ALL].setChecked(True)

    @property
    def verdict(self) -> str:
        """The chosen verdict, or `ALL`."""
        return next(name for name, part in self._parts.items() if part.isChecked())

    def show_counts(self, counts: Mapping[Verdict, int]) -> None:
        """Show how many rows there are of each verdict."""
        self._parts[ALL].show_number(sum(counts.values()))
        for verdict in Verdict:
            part, number = self._parts[verdict], counts.get(verdict, 0)
            part.show_number(number)
            part.setVisible(verdict in _ALWAYS or number > 0 or part.isChecked())

    def choose(self, verdict: str) -> None:
        """Choose a part without emitting `chosen`."""
        self._parts[verdict].setChecked(True)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self.verdict)
