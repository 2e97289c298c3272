"""The line below an input: help, or a mark and what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from ui.core.icons import mark_pixmap
from ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

SIGN = "⚠"
_MARK = 14
_INDENT = 20


class MessageLabel(PlainLabel):
    """Paints the mark of a problem or of advice in place of the sign ``⚠`` that a text begins with.

    The property ``state`` says which, see `ui.widgets.style_state`. The arguments are those of `PlainLabel`.
    """

    _has_sign = False

    def setText(self, text: str) -> None:
        """Show another text."""
        self._has_sign = text.startswith(f"{SIGN} ")
        self.setContentsMargins(_INDENT if self._has_sign else 0, 0, 0, 0)
        super().setText(text.removeprefix(f"{SIGN} "))

    def text(self) -> str:
        """Return the text with its sign."""
        return f"{SIGN} {super().text()}" if self._has_sign else super().text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, and before them the mark."""
        super().paintEvent(event)
        if self._has_sign:
            state = "problem" if self.property("state") == "problem" else "doubtful"
            top = max(0, (self.fontMetrics().height() - _MARK) // 2)
            QPainter(self).drawPixmap(0, top, mark_pixmap(state, "page", _MARK))
