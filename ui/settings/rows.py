"""Groups of settings: a heading, and a card with one row for each setting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import column

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_PADDING = (16, 12, 16, 12)
_LEAST_WORDS = 160
"""Pixels; with less room the control stands below the words."""


class SettingRow(QWidget):
    """Name and explanation at the left, the control at the right, or below them where that is too narrow.

    Args:
        title: Name of the setting; it becomes the accessible name of the control where that has none.
        words: Explanation; empty for none.
        control: What changes it.
        selectable: Whether the explanation can be selected and copied.
    """

    def __init__(self, title: str, words: str, control: QWidget, *, selectable: bool = False) -> None:
        super().__init__()
        self._control = control
        name = PlainLabel(title, role="strong", wraps=True)
        self.words = PlainLabel(words, role="quiet", wraps=True, selectable=selectable)
        """The explanation."""
        self.words.setVisible(bool(words))
        if not control.accessibleName():
            control.setAccessibleName(title)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(*_PADDING)
        self._layout.setSpacing(16)
        self._layout.addLayout(column(name, self.words, spacing=4), 1)
        self._layout.addWidget(control)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the control where there is room for it."""
        super().resizeEvent(event)
        left, _top, right, _bottom = _PADDING
        room = event.size().width() - left - right - self._layout.spacing()
        is_narrow = room - self._control.sizeHint().width() < _LEAST_WORDS
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)


class SettingsGroup(QWidget):
    """A heading above a card with rows, parted by hairlines.

    Args:
        title: Heading.
        rows: Settings of the group.
    """

    def __init__(self, title: str, *rows: SettingRow) -> None:
        super().__init__()
        card = QFrame()
        card.setProperty("role", "card")
        lines = column(spacing=0, margins=(1, 1, 1, 1), parent=card)
        for place, row in enumerate(rows):
            if place:
                line = QFrame()
                line.setProperty("role", "line")
                lines.addWidget(line)
            lines.addWidget(row)
        column(PlainLabel(title, role="head"), card, spacing=8, parent=self)
