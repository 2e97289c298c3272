"""Radio buttons that look like tiles: icon, word, explanation, and the round mark at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.core.icons import SMALL, USUAL, icon_pixmap
from ui.core.theme import current
from ui.inputs.field import CompositeInput
from ui.widgets.buttons import RadioButton
from ui.widgets.painting import paint_round

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

LEAST_HEIGHT = 56
_PADDING = 12
_WORD_AT = 44
_MARK_ROOM = 36
"""Pixels at the right of the word."""
_BETWEEN_LINES = 4
_SPACING = 8
_LEAST_WIDTH = 200
_WORD_FLAGS = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic
_ANY_HEIGHT = 9_999


class Tile(RadioButton):
    """A radio button; a click on any part of it counts.

    Args:
        icon: Name of the icon.
        word: Label; a ``&`` marks its letter.
        explanation: Sentence below the label.
    """

    def __init__(self, icon: str, word: str, explanation: str, parent: QWidget | None = None) -> None:
        super().__init__(word, parent)
        self._icon = icon
        self._explanation = explanation
        self.setAccessibleDescription(explanation)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def _word_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Medium)
        return font

    def _word_height(self, width: int) -> int:
        room = QRect(0, 0, width - _WORD_AT - _MARK_ROOM, _ANY_HEIGHT)
        return QFontMetrics(self._word_font).boundingRect(room, _WORD_FLAGS, self.text()).height()

    def hasHeightForWidth(self) -> bool:
        """Return that its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all of its words."""
        room = QRect(0, 0, width - _WORD_AT - _PADDING, _ANY_HEIGHT)
        lines = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self._explanation).height()
        between = _BETWEEN_LINES if self._explanation else 0
        return max(LEAST_HEIGHT, 2 * _PADDING + self._word_height(width) + between + lines)

    def sizeHint(self) -> QSize:
        """Return the size of a tile beside another one in the usual column."""
        return QSize(264, self.heightForWidth(264))

    def hitButton(self, pos: QPoint) -> bool:
        """Return whether a click there counts."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the signature of Qt
        """Paint the tile."""
        painter = QPainter(self)
        self._paint_ground(painter)
        is_chosen, is_enabled = self.isChecked(), self.isEnabled()
        colour = "edge" if not is_enabled else "accent_ink" if is_chosen else "quiet"
        painter.drawPixmap(QPoint(_PADDING, _PADDING - 1), icon_pixmap(self._icon, colour, USUAL))
        self._paint_words(painter)
        self._paint_mark(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        is_chosen, has_focus, room = self.isChecked(), self.hasFocus(), self.rect()
        if not self.isEnabled():
            paint_round(painter, room, fill="side", frame="frame")
            return
        rest = "select" if is_chosen else "hover" if self.underMouse() else "card"
        frame = "accent_ink" if has_focus else "accent" if is_chosen else "edge"
        fill = "press" if self.isDown() else rest
        paint_round(painter, room, fill=fill, frame=frame, width=2 if is_chosen or has_focus else 1)
        if has_focus:
            # With a gap, because a chosen one has a frame already.
            paint_round(painter, room.adjusted(3, 3, -3, -3), frame="accent_ink", radius=4)

    def _paint_words(self, painter: QPainter) -> None:
        tokens, width = current(), self.width()
        height = self._word_height(width)
        painter.setFont(self._word_font)
        painter.setPen(QColor(tokens["ink" if self.isEnabled() else "edge"]))
        room = QRect(_WORD_AT, _PADDING, width - _WORD_AT - _MARK_ROOM, height)
        painter.drawText(room, _WORD_FLAGS, self.text())
        painter.setFont(self.font())
        painter.setPen(QColor(tokens["quiet" if self.isEnabled() else "edge"]))
        top = _PADDING + height + _BETWEEN_LINES
        below = QRect(_WORD_AT, top, width - _WORD_AT - _PADDING, self.height() - top)
        painter.drawText(below, Qt.TextFlag.TextWordWrap, self._explanation)

    def _paint_mark(self, painter: QPainter) -> None:
        disc = QRectF(self.width() - _PADDING - SMALL, _PADDING - 0.5, SMALL, SMALL)
        if self.isChecked():
            paint_round(painter, disc, fill="accent" if self.isEnabled() else "edge", radius=SMALL / 2)
            paint_round(painter, disc.adjusted(5, 5, -5, -5), fill="on_accent", radius=3)
        else:
            paint_round(painter, disc, fill="field", frame="edge", radius=SMALL / 2)


class TileBox(CompositeInput):
    """Tiles of one question: side by side and equally high, or one below the other where that is too narrow."""

    def __init__(self, tiles: list[Tile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles = tiles
        self._heights: dict[int, int] = {}
        """Height of a tile at a width, as layouts ask for it many times."""
        self._least = 0
        """Least width of a tile beside others, as they ask for that, too; 0 while it is not known."""
        for tile in tiles:
            tile.setParent(self)
        self.set_first(tiles[0])
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _is_beside(self, width: int) -> bool:
        count = len(self._tiles)
        # So many pixels in the usual font; with larger letters more.
        self._least = self._least or max(_LEAST_WIDTH, 13 * self.fontMetrics().height())
        return width >= count * self._least + (count - 1) * _SPACING

    def _tile_size(self, width: int) -> QSize:
        count = len(self._tiles)
        each = (width - (count - 1) * _SPACING) // count if self._is_beside(width) else width
        if each not in self._heights:
            self._heights[each] = max(tile.heightForWidth(each) for tile in self._tiles)
        return QSize(each, self._heights[each])

    def heightForWidth(self, width: int) -> int:
        """Return the height of the tiles."""
        height = self._tile_size(width).height()
        return height if self._is_beside(width) else len(self._tiles) * (height + _SPACING) - _SPACING

    def sizeHint(self) -> QSize:
        """Return the size in the usual column."""
        return QSize(520, self.heightForWidth(520))

    def minimumSizeHint(self) -> QSize:
        """Return the size of one tile."""
        return QSize(_LEAST_WIDTH, LEAST_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the tiles their places."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._heights.clear()
            self._least = 0
            self.updateGeometry()
            self._place()

    def _place(self) -> None:
        size, is_beside = self._tile_size(self.width()), self._is_beside(self.width())
        for number, tile in enumerate(self._tiles):
            step = number * ((size.width() if is_beside else size.height()) + _SPACING)
            tile.setGeometry(QRect(QPoint(step, 0) if is_beside else QPoint(0, step), size))
