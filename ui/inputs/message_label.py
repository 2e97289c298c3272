"""The labels around an input: below it help, or a mark and what is wrong; above it how much is used of how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPainter

from ui.core.icons import mark_pixmap
from ui.core.theme import current
from ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

SIGN = "⚠"
_MARK = 14
_INDENT = 20
_COLOURS = {"problem": "bad", "advice": "warn"}


class _StateLabel(PlainLabel):
    """Paints its words in the colour of its state.

    The style sheet could do that, too, but to apply it anew takes half of the time that a key has.
    """

    def set_state(self, state: str) -> None:
        """Show a state: ``problem``, ``advice``, or empty for none."""
        if self.property("state") != state:
            self.setProperty("state", state)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the signature of Qt
        """Paint the words."""
        painter = QPainter(self)
        painter.setPen(QColor(current()[_COLOURS.get(self.property("state"), "quiet")]))
        wraps = Qt.TextFlag.TextWordWrap if self.wordWrap() else Qt.TextFlag.TextSingleLine
        painter.drawText(self.contentsRect(), self.alignment() | wraps, PlainLabel.text(self))


class MessageLabel(_StateLabel):
    """Paints the mark of a problem or of advice in place of the sign ``⚠`` that a text begins with.

    The arguments are those of `PlainLabel`.
    """

    _has_sign = False

    def setText(self, text: str) -> None:
        """Show another text."""
        has_sign = text.startswith(f"{SIGN} ")
        if has_sign != self._has_sign:
            self._has_sign = has_sign
            self.setContentsMargins(_INDENT if has_sign else 0, 0, 0, 0)
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


class Counter(_StateLabel):
    """Shows how much of a limit is used; its size is that of the limit, so that a key moves nothing in the form.

    Args:
        name: Object name.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name=name, role="counter", parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._widest = ""

    def show_count(self, count: int, limit: int) -> None:
        """Show ``count/limit``."""
        text = f"{count}/{limit}"
        self._widest = max(text, f"{limit}/{limit}", key=len)
        # Before the text, which Qt lays the form out for while the size is not fixed.
        self._fit()
        self.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the letters."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        width, height = metrics.horizontalAdvance(self._widest), metrics.height()
        if self._widest and (width, height) != (self.minimumWidth(), self.minimumHeight()):
            self.setFixedSize(width, height)
