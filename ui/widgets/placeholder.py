"""A message in place of an empty table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.core.icons import icon_pixmap
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import STYLE_SPACING, column, row
from ui.widgets.painting import paint_round
from ui.widgets.style_state import repolish

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

_WIDTH = 400
_DISC, _ICON = 72, 36
_ROOM_FOR_DISC = 280
"""Pixels; a lower page does without the disc."""


class _Disc(QWidget):
    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(_DISC, _DISC)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the signature of Qt
        """Paint the icon on a disc."""
        painter, place = QPainter(self), (_DISC - _ICON) // 2
        paint_round(painter, self.rect(), fill="select", radius=_DISC / 2)
        painter.drawPixmap(place, place, icon_pixmap(self._icon, "accent_ink", _ICON))


class EmptyState(QWidget):
    """A picture, a title, a message and at most one button, in the middle.

    Args:
        name: First part of the object names ``<name>.notice.title``, ``.message`` and ``.action``.
        icon: Name of the icon, see `ui.core.icons.icon_pixmap`.

    Signals:
        action_chosen: The button was pressed.
    """

    action_chosen = Signal()

    def __init__(self, name: str, icon: str = "list", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._disc = _Disc(icon)
        self._title = PlainLabel(selectable=True, name=f"{name}.notice.title", role="pageTitle", wraps=True)
        self._message = PlainLabel(selectable=True, name=f"{name}.notice.message", role="quiet", wraps=True)
        self._action = PushButton(name=f"{name}.notice.action")
        self._action.setAutoDefault(False)
        # A button without words is none, also before the first content.
        self._action.hide()
        self._action.clicked.connect(self.action_chosen)
        content = QWidget()
        content.setMaximumWidth(max(_WIDTH, 28 * self.fontMetrics().height()))
        for label in (self._title, self._message):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        lines = column(spacing=8, parent=content)
        for widget, alignment in (
            (self._disc, Qt.AlignmentFlag.AlignHCenter),
            (self._title, Qt.AlignmentFlag(0)),
            (self._message, Qt.AlignmentFlag(0)),
            (self._action, Qt.AlignmentFlag.AlignHCenter),
        ):
            lines.addWidget(widget, 0, alignment)
        lines.insertSpacing(3, 8)
        lines.insertSpacing(1, 8)
        across = row(1, content, 1, spacing=STYLE_SPACING)
        across.setStretch(1, 100)
        column(1, across, 1, spacing=0, margins=(0, 0, 0, 32), parent=self)

    def minimumSizeHint(self) -> QSize:
        """Return room for the words alone."""
        size = super().minimumSizeHint()
        # With the spacing below it.
        return QSize(size.width(), size.height() - (0 if self._disc.isHidden() else _DISC + 8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Do without the disc where the words need the room."""
        super().resizeEvent(event)
        self._disc.setVisible(event.size().height() >= _ROOM_FOR_DISC)

    def show_content(
        self, title: str, message: str = "", action: str = "", *, is_primary: bool = False
    ) -> None:
        """Replace the message.

        Args:
            title: Title.
            message: Explanation.
            action: Label of the button; empty for none.
            is_primary: Whether the button is what the page is there for.
        """
        role = "primary" if is_primary else ""
        if self._action.property("role") != role:
            self._action.setProperty("role", role)
            repolish(self._action)
        for widget, text in ((self._title, title), (self._message, message), (self._action, action)):
            widget.setText(text)
            widget.setVisible(bool(text))
