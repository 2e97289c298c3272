"""Paints a step of a connection test: a mark, its name, and its result in a column of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from koodrive.connections.check import StepState
from ui.core.icons import SMALL, mark_pixmap
from ui.core.theme import current

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

STATE_ROLE = Qt.ItemDataRole.UserRole + 1
"""A `StepState`; anything else is a step that is to come."""
NAME_ROLE = Qt.ItemDataRole.UserRole + 2
RESULT_ROLE = Qt.ItemDataRole.UserRole + 3
"""What came of the step, as a sentence."""

_MARKS = {
    StepState.PASSED: "created",
    StepState.SKIPPED: "not_sent",
    StepState.WARNED: "doubtful",
    StepState.FAILED: "refused",
    StepState.NOT_REACHED: "not_sent",
}
_COLOURS = {StepState.FAILED: "bad", StepState.WARNED: "warn"}
_LEFT, _NAME_AT, _GAP, _ABOVE = 8, 32, 16, 2
"""Pixels: before the mark, before the name, between name and result, above and below the words."""
_WRAPS = Qt.TextFlag.TextWordWrap
_ANY_HEIGHT = 9_999

Index = QModelIndex | QPersistentModelIndex


class StepDelegate(QStyledItemDelegate):
    """Paints the items of a list whole; results that need several lines get them.

    Args:
        steps: The list.
    """

    def __init__(self, steps: QListView) -> None:
        super().__init__(steps)
        self._steps = steps

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a step."""
        tokens, state = current(), index.data(STATE_ROLE)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(option.rect, QColor(tokens["select"]))
        metrics, room = option.fontMetrics, QRect(option.rect).adjusted(0, _ABOVE, 0, -_ABOVE)
        mark = mark_pixmap(_MARKS.get(state, "waiting"), "select" if is_selected else "card")
        painter.drawPixmap(room.left() + _LEFT, room.top() + (metrics.height() - SMALL) // 2, mark)
        painter.setFont(option.font)
        painter.setPen(QColor(tokens["ink"]))
        painter.drawText(room.adjusted(_NAME_AT, 0, 0, 0), Qt.AlignmentFlag.AlignTop, index.data(NAME_ROLE))
        painter.setPen(QColor(tokens[_COLOURS.get(state, "quiet")]))
        result_at = self._result_at(metrics)
        painter.drawText(
            room.adjusted(result_at, 0, -_LEFT, 0),
            Qt.AlignmentFlag.AlignTop | _WRAPS,
            index.data(RESULT_ROLE),
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the width of the list, and the height of the words in it."""
        metrics = option.fontMetrics
        width = self._steps.viewport().width() - 2 * self._steps.spacing()
        room = QRect(0, 0, width - self._result_at(metrics) - _LEFT, _ANY_HEIGHT)
        words = metrics.boundingRect(room, int(_WRAPS), index.data(RESULT_ROLE) or "")
        return QSize(width, max(metrics.height(), SMALL, words.height()) + 2 * _ABOVE)

    def _result_at(self, metrics: QFontMetrics) -> int:
        """Return where all results begin: after the longest name."""
        model = self._steps.model()
        names = [str(model.index(row, 0).data(NAME_ROLE) or "") for row in range(model.rowCount())]
        return _NAME_AT + max(map(metrics.horizontalAdvance, names), default=0) + _GAP
