"""Paints the cells of a batch: what is wrong is marked where it stands; and the line in which a cell is edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit

from koodrive.batch.models import Severity
from koodrive.models import OutcomeKind
from ui.batch.rows.columns import Column
from ui.core.icons import SMALL, mark_pixmap
from ui.core.theme import current
from ui.tables.row_delegate import PADDING, QUIET_ROLE, RowDelegate, fixed_font
from ui.widgets.painting import paint_round

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem, QTableView, QWidget

    from ui.batch.rows.model import BatchModel

    Index = QModelIndex | QPersistentModelIndex

_SIGN = 14
_SIGN_ROOM = 20
_TINTS = {Severity.PROBLEM: ("bad", "problem"), Severity.DOUBT: ("warn", "doubtful")}
_BEFORE_TEXT = 24
_ARC = 100
_FILLED = "isFilled"
"""Property of a line that shows its text."""


class BatchDelegate(RowDelegate):
    """A `RowDelegate` that tints a cell with a problem, and edits cells of the file.

    It asks the model itself where it can: by an index, each question goes through Qt.

    Args:
        table: Table that it belongs to.
        rows: The model of the table.
    """

    def __init__(self, table: QTableView, rows: BatchModel) -> None:
        super().__init__(table)
        self._rows = rows

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        super().paint(painter, option, index)
        row, column = self._rows.row_at(index.row()), index.column()
        severity = None if row is None else self._rows.severity(row, column)
        if severity in _TINTS:
            self._paint_remark(painter, option, index, *_TINTS[severity])
        elif row is not None and row.state == OutcomeKind.SENDING and column == Column.STATE:
            self._paint_arc(painter, option.rect)

    def _mark(self, index: Index) -> str:
        mark = super()._mark(index)
        # Painted as an arc; the room of a mark stays.
        return "waiting" if mark == OutcomeKind.SENDING else mark

    def _colour(self, index: Index) -> QColor:
        return QColor(current()["quiet" if self._rows.data(index, QUIET_ROLE) else "ink"])

    def _paint_remark(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, colour: str, sign: str
    ) -> None:
        room = QRect(option.rect)
        painter.save()
        frame = QRectF(room).adjusted(2, 2, -2, -3)
        paint_round(painter, frame, fill=f"{colour}_bg", frame=colour, radius=4)
        top = room.top() + (room.height() - _SIGN) // 2
        painter.drawPixmap(room.right() - _SIGN - 6, top, mark_pixmap(sign, f"{colour}_bg", _SIGN))
        self._paint_text(painter, option, index, room.adjusted(PADDING, 0, -PADDING - _SIGN_ROOM, -1))
        if self._table.hasFocus() and self._table.currentIndex() == index:
            self._paint_focus(painter, room, current()["accent_ink"])
        painter.restore()

    def _paint_text(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, room: QRect) -> None:
        row = self._rows.row_at(index.row())
        if row is None or not (row.is_id and index.column() == Column.REASON):
            super()._paint_text(painter, option, index, room)
            return
        font = fixed_font(option.font)
        painter.setFont(font)
        painter.setPen(self._colour(index))
        elided = QFontMetrics(font).elidedText(self._text(index), Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, elided)

    @staticmethod
    def _paint_arc(painter: QPainter, room: QRect) -> None:
        """Paint what stands for something under way over the mark's place."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(room.left() + PADDING, room.top() + (room.height() - SMALL) / 2, SMALL, SMALL)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current()["card"]))
        painter.drawEllipse(place)
        ring = place.adjusted(2, 2, -2, -2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(current()["press"]), 2))
        painter.drawEllipse(ring)
        painter.setPen(QPen(QColor(current()["accent_ink"]), 2))
        painter.drawArc(ring, 60 * 16, _ARC * 16)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QLineEdit:  # noqa: ARG002 - the signature of Qt
        """Return the line that edits a cell."""
        line = QLineEdit(parent)
        line.setObjectName("batch.cell")
        line.setProperty("role", "cell")
        title = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        line.setAccessibleName(str(title))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the whole text, once: rows that are read again while somebody types must not replace it."""
        if isinstance(editor, QLineEdit) and not editor.property(_FILLED):
            editor.setProperty(_FILLED, "yes")
            editor.setText(str(index.data(int(Qt.ItemDataRole.EditRole)) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        """Hand the text on."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), int(Qt.ItemDataRole.EditRole))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002 - the signature of Qt
        """Let the line cover its cell."""
        editor.setGeometry(QRect(option.rect).adjusted(1, 1, -1, -1))
