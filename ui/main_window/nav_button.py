"""A button of the navigation: icon, word, and a count at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from ui.core.icons import SMALL, USUAL, icon_pixmap, mark_pixmap
from ui.core.theme import control_height, current
from ui.texts.numbers import number_text
from ui.texts.visible import as_tool_tip, without_mnemonic
from ui.widgets.buttons import PushButton
from ui.widgets.painting import paint_round

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

RAIL_WIDTH = 40
_ICON_AT, _WORD_AT = 10, 40
_BAR = 3
_MARK_AT = 24
"""Pixels from the right edge to the left of the mark beside a count."""
_DOT = 8


class NavButton(PushButton):
    """Is checked while its page is shown; on the rail it shows the icon alone.

    Args:
        page: Page that it opens.
        label: Word; a ``&`` marks the letter that presses it.
        icon: Name of the icon.
    """

    def __init__(self, page: str, label: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent, name=f"nav.{page}", role="nav")
        self.page = page
        self._label = label
        self._icon = icon
        self._count = 0
        self._remark = ""
        self._is_rail = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_count(self, count: int, remark: str) -> None:
        """Show how many attempts have an unknown outcome.

        Args:
            count: Their number; none is shown for 0.
            remark: The same in words.
        """
        self._count, self._remark = count, remark if count else ""
        # Also for those who do not see the mark.
        self.setText(
            self.tr("{page}   {count} ?").format(page=self._label, count=number_text(count))
            if count
            else self._label
        )
        self._show_tool_tip()

    def set_rail(self, is_rail: bool) -> None:  # noqa: FBT001 - a setter, as Qt has them
        """Show the icon alone, or the word as well."""
        self._is_rail = is_rail
        self._show_tool_tip()
        self.updateGeometry()
        self.update()

    def _show_tool_tip(self) -> None:
        word = without_mnemonic(self._label) if self._is_rail else ""
        self.setToolTip(as_tool_tip("\n".join(filter(None, (word, self._remark)))))

    @property
    def full_width(self) -> int:
        """Width in pixels with the word and a count, also on the rail."""
        metrics = self.fontMetrics()
        word = metrics.horizontalAdvance(without_mnemonic(self._label))
        count = metrics.horizontalAdvance(number_text(self._count)) + _MARK_AT if self._count else 0
        return _WORD_AT + word + count + 8

    def sizeHint(self) -> QSize:
        """Return the size of icon, word and count."""
        return QSize(RAIL_WIDTH if self._is_rail else self.full_width, control_height())

    def minimumSizeHint(self) -> QSize:
        """Return room for the icon."""
        return QSize(RAIL_WIDTH, control_height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the signature of Qt
        """Paint all of it: the style sheet knows neither the bar nor the place of the word."""
        painter, room = QPainter(self), self.rect()
        is_shown, is_hovered = self.isChecked(), self.underMouse() and self.isEnabled()
        ground = "press" if self.isDown() else "select" if is_shown else "hover" if is_hovered else "side"
        if ground != "side":
            paint_round(painter, room, fill=ground)
        if is_shown:
            bar = QRectF(0, 8, _BAR, room.height() - 16)
            paint_round(painter, bar, fill="accent_ink", radius=_BAR / 2)
        colour = "accent_ink" if is_shown else "ink" if is_hovered else "quiet"
        left = (room.width() - USUAL) // 2 if self._is_rail else _ICON_AT
        icon = icon_pixmap(self._icon, colour if self.isEnabled() else "edge")
        painter.drawPixmap(QPoint(left, (room.height() - USUAL) // 2), icon)
        if self._count:
            self._paint_count(painter, room, ground)
        if not self._is_rail:
            self._paint_word(painter, room)
        if self.hasFocus():
            paint_round(painter, room, frame="accent_ink", width=2)

    def _paint_word(self, painter: QPainter, room: QRect) -> None:
        right = (
            self.fontMetrics().horizontalAdvance(number_text(self._count)) + _MARK_AT + 8
            if self._count
            else 8
        )
        place = room.adjusted(_WORD_AT, 0, -right, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        mode = Qt.TextElideMode.ElideRight
        word = self.fontMetrics().elidedText(
            self._label, mode, place.width(), Qt.TextFlag.TextShowMnemonic.value
        )
        painter.setPen(QColor(current()["ink" if self.isEnabled() else "edge"]))
        painter.drawText(place, flags, word)

    def _paint_count(self, painter: QPainter, room: QRect, ground: str) -> None:
        if self._is_rail:
            dot = QRectF(room.width() - _DOT, 0, _DOT, _DOT)
            paint_round(painter, dot, fill="warn", radius=_DOT / 2)
            return
        top = (room.height() - SMALL) // 2
        painter.drawPixmap(QPoint(room.width() - _MARK_AT, top), mark_pixmap("unknown", ground))
        painter.setPen(QColor(current()["warn"]))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(room.adjusted(0, 0, -_MARK_AT - 4, 0), flags, number_text(self._count))
