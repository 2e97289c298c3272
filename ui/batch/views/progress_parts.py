"""The bar of a run in parts, and its figures with captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.core.icons import mark_pixmap
from ui.core.theme import current
from ui.texts.translate import titled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

_HIGH = 8
_LEAST = 3.0
"""Pixels of a part, however small."""
_MARK = 14
_HEAD = 1.12
_FEWEST = 2
"""Figures beside each other in the narrowest window."""


class PartBar(QWidget):
    """A bar of parts beside each other; what is left of it is the track.

    Args:
        name: Object name.
    """

    def __init__(self, name: str = "batch.progress", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._parts: Sequence[tuple[int, str]] = ()
        self._whole = 0
        self.setFixedHeight(_HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: Sequence[tuple[int, str]], whole: int, words: str) -> None:
        """Show other numbers.

        Args:
            parts: Number and token of the colour of each part, from left to right.
            whole: Number that the whole bar stands for.
            words: The same for assistive technology.
        """
        if (parts, whole) == (self._parts, self._whole):
            return
        self._parts, self._whole = parts, whole
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the signature of Qt
        """Paint the parts with a hairline of the card between them."""
        painter, room = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(room, _HIGH / 2, _HIGH / 2)
        painter.setClipPath(shape)
        painter.fillRect(room, QColor(current()["press"]))
        left = 0.0
        for number, colour in self._parts:
            if not number:
                continue
            width = max(_LEAST, room.width() * number / max(self._whole, 1))
            if left:
                painter.fillRect(QRectF(left, 0, 2, _HIGH), QColor(current()["card"]))
                left += 2
            painter.fillRect(QRectF(left, 0, width, _HIGH), QColor(current()[colour]))
            left += width


class Figure(QWidget):
    """A value with its caption below, and the mark of a state before the caption.

    Args:
        name: Object name.
        caption: Caption.
        mark: State whose mark is shown; empty for none.
    """

    def __init__(self, name: str, caption: str, mark: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self._caption, self._mark = caption, mark
        self.value = ""
        """What it shows."""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_value("–")

    def show_caption(self, caption: str) -> None:
        """Show another caption."""
        if caption != self._caption:
            self._caption = caption
            self.setAccessibleName(titled(caption, self.value))
            self.updateGeometry()
            self.update()

    def show_value(self, value: str, mark: str | None = None) -> None:
        """Show another value.

        Args:
            value: In words.
            mark: Another mark; None for the same.
        """
        if value == self.value and mark in {None, self._mark}:
            return
        is_wider = len(value) > len(self.value)
        self.value = value
        self._mark = self._mark if mark is None else mark
        self.setAccessibleName(titled(self._caption, value))
        if is_wider:
            self.updateGeometry()
        self.update()

    @property
    def _head_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _HEAD)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def sizeHint(self) -> QSize:
        """Return room for value and caption."""
        head, metrics = QFontMetrics(self._head_font), self.fontMetrics()
        caption = metrics.horizontalAdvance(self._caption) + (_MARK + 6 if self._mark else 0)
        width = max(head.horizontalAdvance(self.value), caption) + 4
        return QSize(width, head.height() + metrics.height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the signature of Qt
        """Paint both lines."""
        painter, head, metrics = QPainter(self), QFontMetrics(self._head_font), self.fontMetrics()
        painter.setFont(self._head_font)
        painter.setPen(QColor(current()["ink"]))
        painter.drawText(QPoint(0, head.ascent()), self.value)
        left, top = 0, head.height() + 2
        if self._mark:
            painter.drawPixmap(
                QPoint(0, top + (metrics.height() - _MARK) // 2), mark_pixmap(self._mark, "card", _MARK)
            )
            left = _MARK + 6
        painter.setFont(self.font())
        painter.setPen(QColor(current()["quiet"]))
        painter.drawText(QPoint(left, top + metrics.ascent()), self._caption)


class FigureRow(QWidget):
    """Figures beside each other in equal columns, in more lines where there is no room for all.

    Args:
        figures: From left to right.
    """

    def __init__(self, *figures: Figure) -> None:
        super().__init__()
        self._figures = figures
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._arrange(len(figures))

    def minimumSizeHint(self) -> QSize:
        """Return the width of two figures."""
        return QSize(self._width_of(_FEWEST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width."""
        super().resizeEvent(event)
        most = next(
            (
                count
                for count in range(len(self._figures), _FEWEST, -1)
                if self._width_of(count) <= self.width()
            ),
            _FEWEST,
        )
        # As many in each line, as far as that goes.
        lines = -(-len(self._figures) // most)
        self._arrange(-(-len(self._figures) // lines))

    def _width_of(self, columns: int) -> int:
        widest = max(figure.sizeHint().width() for figure in self._figures)
        return columns * widest + (columns - 1) * self._grid.spacing()

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, figure in enumerate(self._figures):
            left = Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(figure, place // columns, place % columns, left)
        for column in range(len(self._figures)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self.updateGeometry()
