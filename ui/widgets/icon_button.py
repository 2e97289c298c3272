"""A square button that shows an icon instead of its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter

from ui.core.icons import SMALL, icon_pixmap
from ui.texts.visible import as_tool_tip, without_mnemonic
from ui.widgets.buttons import PushButton
from ui.widgets.painting import paint_round

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

SIZE = 28


class IconButton(PushButton):
    """Its words are tool tip and accessible name; a ``&`` in them marks the letter that presses it.

    Args:
        icon: Name of the icon, see `ui.core.icons.icon_pixmap`.
        words: Purpose in words.
        name: Object name.
        size: Width and height in pixels.
        icon_size: Width and height of the icon in pixels.
    """

    def __init__(
        self,
        icon: str,
        words: str,
        parent: QWidget | None = None,
        *,
        name: str = "",
        size: int = SIZE,
        icon_size: int = SMALL,
    ) -> None:
        super().__init__(words, parent, name=name, role="icon", auto_default=False)
        self._icon = icon
        self._colour = ""
        self._icon_size = icon_size
        self._size = size
        plain = without_mnemonic(words)
        self.setAccessibleName(plain)
        self.setToolTip(as_tool_tip(plain))
        self.setFixedSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_icon(self, icon: str, colour: str = "") -> None:
        """Show another icon.

        Args:
            icon: Name of the icon.
            colour: Token of its colour in place of the usual ones.
        """
        self._icon, self._colour = icon, colour
        self.update()

    def sizeHint(self) -> QSize:
        """Return the fixed size."""
        return QSize(self._size, self._size)

    def minimumSizeHint(self) -> QSize:
        """Return the fixed size."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the signature of Qt
        """Paint the icon, and what is under it in this state."""
        painter, room = QPainter(self), self.rect()
        is_open = self.isDown() or (self.menu() is not None and self.menu().isVisible())
        if not self.isEnabled():
            fill, colour = "", "edge"
        elif self.isChecked():
            fill, colour = "select", "accent_ink"
        else:
            is_hovered = self.underMouse()
            fill = "press" if is_open else "hover" if is_hovered else ""
            colour = "ink" if is_open or is_hovered else "quiet"
        if fill:
            paint_round(painter, room, fill=fill)
        place = (self._size - self._icon_size) // 2
        painter.drawPixmap(
            QPoint(place, place), icon_pixmap(self._icon, self._colour or colour, self._icon_size)
        )
        if self.hasFocus():
            paint_round(painter, room, frame="accent_ink", width=2)
