"""Paints the cells of tables with whole rows: hairlines, the bar of a selected row, marks, and the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontDatabase, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QTableView

from ui.core.icons import SMALL, icon_pixmap, mark_pixmap
from ui.core.theme import current

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QStyleOptionViewItem

MARK_ROLE = int(Qt.ItemDataRole.UserRole) + 101
"""Data role: state whose mark stands before the text (`ui.core.icons.mark_pixmap`)."""
ICON_ROLE = MARK_ROLE + 1
"""Data role: name of the icon before the text; ignored where there is a mark."""
QUIET_ROLE = MARK_ROLE + 2
"""Data role: whether the text is in the quiet colour."""

PADDING = 8
"""Pixels at both sides of a text."""
BAR = 3
"""Width of the bar at the left of a selected row, in pixels."""
_BEFORE_TEXT = 24
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
_LONGEST = 1_000
"""Characters; a text that is longer fits on no screen."""

Index = QModelIndex | QPersistentModelIndex


def row_height(metrics: QFontMetrics) -> int:
    """Return the height of a row in pixels."""
    return max(30, metrics.height() + 14)


def fixed_font(like: QFont) -> QFont:
    """Return the system's font of fixed width in the size of another one."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(like.pointSizeF())
    return font


class RowDelegate(QStyledItemDelegate):
    """Paints a cell whole, as several roles and a style sheet would take longer.

    Args:
        table: Table that it belongs to.
        is_fixed: Whether the texts stand in the font of fixed width.
        mode: Where a text that is too long is cut.
    """

    def __init__(
        self,
        table: QTableView,
        *,
        is_fixed: bool = False,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(table)
        self._table = table
        self._is_fixed = is_fixed
        self._mode = mode

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        tokens, room = current(), QRect(option.rect)
        is_selected = self._table.selectionModel().isSelected(index)
        ground = "select" if is_selected else "hover" if self._is_hovered(index) else "card"
        painter.fillRect(room, QColor(tokens[ground]))
        painter.fillRect(room.left(), room.bottom(), room.width(), 1, QColor(tokens["line"]))
        if is_selected and self._is_first(index):
            painter.fillRect(room.left(), room.top(), BAR, room.height(), QColor(tokens["accent_ink"]))
        text_room = room.adjusted(PADDING, 0, -PADDING, -1)
        pixmap = self._pixmap(index, ground)
        if pixmap is not None:
            top = text_room.top() + (text_room.height() - SMALL) // 2
            painter.drawPixmap(text_room.left(), top, pixmap)
            text_room.adjust(_BEFORE_TEXT, 0, 0, 0)
        self._paint_text(painter, option, index, text_room)
        if self._table.hasFocus() and self._table.currentIndex() == index:
            self._paint_focus(painter, room, tokens["accent_ink"])

    def _mark(self, index: Index) -> str:
        """Return the state whose mark stands before the text; empty for none."""
        return str(index.data(MARK_ROLE) or "")

    def _text(self, index: Index) -> str:
        """Return the text of a cell in one line."""
        text = index.data(_DISPLAY)
        return " ".join(str(text)[:_LONGEST].splitlines()) if text else ""

    def _is_hovered(self, index: Index) -> bool:
        return bool(getattr(self._table, "hovered_row", -1) == index.row())

    def _is_first(self, index: Index) -> bool:
        return self._table.horizontalHeader().visualIndex(index.column()) == 0

    def _pixmap(self, index: Index, ground: str) -> QPixmap | None:
        mark = self._mark(index)
        if mark:
            return mark_pixmap(mark, ground)
        icon = index.data(ICON_ROLE)
        return icon_pixmap(str(icon), "quiet", SMALL) if icon else None

    def _paint_text(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, room: QRect) -> None:
        text = self._text(index)
        if not text:
            return
        font = fixed_font(option.font) if self._is_fixed else option.font
        painter.setFont(font)
        painter.setPen(self._colour(index))
        elided = QFontMetrics(font).elidedText(text, self._mode, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, elided)

    def _colour(self, index: Index) -> QColor:
        given = index.data(_FOREGROUND)
        if isinstance(given, QBrush):
            return given.color()
        if given is not None:
            return QColor(given)
        return QColor(current()["quiet" if index.data(QUIET_ROLE) else "ink"])

    @staticmethod
    def _paint_focus(painter: QPainter, room: QRect, colour: str) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colour), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(room).adjusted(2, 2, -2, -3), 3, 3)
        painter.restore()


_MARKS = {"✓": "created", "↩": "deleted", "✕": "refused", "?": "unknown", "–": "not_sent", "…": "waiting"}
_NO_MARK = "·"


class SignDelegate(RowDelegate):
    """Paints a mark in place of the sign that a text begins with, such as ``✓ Created``.

    The word is in the usual colour; the sign stays in the text, for copying and for assistive technology.
    """

    def _mark(self, index: Index) -> str:
        sign, _, word = super()._text(index).partition(" ")
        return _MARKS.get(sign, "") if word else ""

    def _text(self, index: Index) -> str:
        text = super()._text(index)
        sign, _, word = text.partition(" ")
        return word if word and (sign in _MARKS or sign == _NO_MARK) else text

    def _colour(self, index: Index) -> QColor:  # noqa: ARG002 - the mark has the colour
        return QColor(current()["ink"])
