"""The card with the connection in use, which is one button with a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.core.icons import SMALL, icon_pixmap
from ui.texts.visible import as_tool_tip, in_short, on_button, visible
from ui.widgets.buttons import PushButton
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.layouts import column, row
from ui.widgets.painting import paint_round

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_ICON = 18
_MARGINS, _RAIL_MARGINS = (10, 8, 10, 8), (4, 10, 4, 10)
_LONGEST_NAME = 80
"""Characters; KooDesk takes 60, but others can write into its file as well."""


class _Icon(QWidget):
    """An icon in the quiet colour of the theme in use."""

    def __init__(self, name: str, size: int) -> None:
        super().__init__()
        self._name = name
        self._size = size
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the signature of Qt
        """Paint the icon."""
        colour = "quiet" if self.isEnabled() else "edge"
        QPainter(self).drawPixmap(0, 0, icon_pixmap(self._name, colour, self._size))


class ConnectionCard(PushButton):
    """Shows name and host, and below them what is known of the token, or that this is a rehearsal.

    Args:
        mark: Words of the mark of a rehearsal; its first letter stands for them on the rail.
    """

    def __init__(self, mark: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, name="connection.switch", role="connection", auto_default=False)
        self._mark_words = mark
        self._is_rail = False
        self._is_sandbox = False
        self._name = ElidedLabel()
        self._name.setProperty("role", "strong")
        self._host = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self._host.setProperty("role", "quiet")
        self._arrow = _Icon("updown", SMALL)
        self.mark = PlainLabel(mark, name="connection.sandboxMark", role="sandboxMark")
        self.mark.setAccessibleName(mark)
        self.mark.setToolTip(as_tool_tip(mark))
        self.mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._rehearsal = ElidedLabel(self.tr("for rehearsal"))
        self._rehearsal.setProperty("role", "quiet")
        self.token = PlainLabel(name="connection.tokenState", role="quiet", wraps=True)
        """Words on the state of the token."""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._build_ui()

    def _build_ui(self) -> None:
        top = row(_Icon("server", _ICON), self._name, self._arrow, spacing=6, stretch=self._name)
        self.mark.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        marks = row(self.mark, self._rehearsal, spacing=6, stretch=self._rehearsal)
        self._lines = column(*(top, self._host, marks, self.token), spacing=2, margins=_MARGINS, parent=self)

    def show_connection(self, name: str, host: str, *, is_known: bool, is_sandbox: bool) -> None:
        """Show which connection is in use.

        Args:
            name: Its name, or words that there is none.
            host: Host of its service address; empty for none.
            is_known: Whether there is one.
            is_sandbox: Whether it is a rehearsal.
        """
        self._is_sandbox = is_sandbox
        self.setText(on_button(name, _LONGEST_NAME))
        self._name.set_text(in_short(name, _LONGEST_NAME))
        self._host.set_text(host)
        self.setToolTip(as_tool_tip(name if is_known else ""))
        self.setAccessibleDescription(visible(name))
        self._show_parts()

    def show_token(self, words: str, remark: str) -> None:
        """Show what is known of the token.

        Args:
            words: State of the token; empty for none worth telling.
            remark: Reason, as a tool tip.
        """
        self.token.setText(words)
        self.token.setToolTip(as_tool_tip(remark))
        self._show_parts()

    def add_meter(self, meter: QWidget) -> None:
        """Put the meter of the token's life below the host."""
        self._lines.insertWidget(self._lines.indexOf(self.token), meter)

    def set_rail(self, is_rail: bool) -> None:  # noqa: FBT001 - a setter, as Qt has them
        """Show an icon with the shortest of marks, or everything."""
        self._is_rail = is_rail
        self._lines.setContentsMargins(*(_RAIL_MARGINS if is_rail else _MARGINS))
        self._show_parts()

    def _show_parts(self) -> None:
        is_full = not self._is_rail
        for part in (self._name, self._arrow):
            part.setVisible(is_full)
        self._host.setVisible(is_full and bool(self._host.text()))
        self.mark.setText(self._mark_words if is_full else self._mark_words[:1])
        self.mark.setVisible(self._is_sandbox)
        self._rehearsal.setVisible(is_full and self._is_sandbox)
        self.token.setVisible(is_full and bool(self.token.text()))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of the parts; the words of the button itself are not painted."""
        return self._lines.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least size of the parts."""
        return self._lines.totalMinimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the signature of Qt
        """Paint the card under the parts."""
        is_open = self.isDown() or (self.menu() is not None and self.menu().isVisible())
        fill = "press" if is_open else "hover" if self.underMouse() and self.isEnabled() else "card"
        has_focus = self.hasFocus()
        paint_round(
            QPainter(self),
            self.rect(),
            fill=fill,
            frame="accent_ink" if has_focus else "frame",
            width=2 if has_focus else 1,
        )
