"""Labels for plain text, one of them elided, with the whole text as tool tip."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.texts.visible import as_tool_tip, escape_invisible

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_LONG_WORD = re.compile(r"\S{61,}")
"""Longer than a trace ID: such a word has to be broken somewhere to be seen whole."""
_PART = re.compile(r"\S{20}(?=\S)")
"""Of the widest letters, and in bold, as many fit into the narrowest dialog."""


class _Breakable(str):
    """A text that `with_break_points` has prepared, with places for breaks that are meant not to be seen."""

    __slots__ = ()


def with_break_points(text: str) -> str:
    """Return `text` with break points in its longest words for a `PlainLabel`; not for text to be copied."""
    return _Breakable(_LONG_WORD.sub(_in_parts, escape_invisible(text)))


def _in_parts(word: re.Match[str]) -> str:
    return _PART.sub("\\g<0>\u200b", word[0])


class PlainLabel(QLabel):
    """A label that shows its text literally, with invisible characters escaped: ``[U+202E]``.

    Args:
        text: Text.
        selectable: Whether it can be selected and copied, with mouse and keyboard.
        name: Object name.
        role: Role in the style sheet, such as ``quiet``.
        wraps: Whether it breaks into several lines.
    """

    def __init__(
        self,
        text: str = "",
        *,
        selectable: bool = False,
        name: str = "",
        role: str = "",
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(name)
        self.setWordWrap(wraps)
        if role:
            self.setProperty("role", role)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text if isinstance(text, _Breakable) else escape_invisible(text))


_FEWEST_LETTERS = 8
_MEASURED = 1_000
"""Characters; a text that is longer fits on no screen."""


class ElidedLabel(PlainLabel):
    """Shows the beginning of its text, or another part, however long that is, on one line.

    Args:
        text: Text; line breaks count as blanks.
        mode: Where a text that is too long is cut.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(parent=parent)
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self.setText(" ".join(text.split()))
        self.setAccessibleName(escape_invisible(text))
        self.setToolTip(as_tool_tip(text))

    def sizeHint(self) -> QSize:
        """Return room for all of a text that is not too long."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()[:_MEASURED])
        return QSize(width, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Return room for the first few letters."""
        metrics = self.fontMetrics()
        return QSize(_FEWEST_LETTERS * metrics.averageCharWidth(), metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the signature of Qt
        """Draw as much of the text as fits."""
        text = self.fontMetrics().elidedText(self.text(), self._mode, self.width())
        painter = QPainter(self)
        # The window reads from left to right, whatever the direction of a name in it.
        alignment = (
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        )
        self.style().drawItemText(
            painter, self.rect(), alignment, self.palette(), self.isEnabled(), text, self.foregroundRole()
        )
