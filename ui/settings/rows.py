"""Groups of settings: a heading, and a card with one row for each setting."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import column
from ui.widgets.stacking_row import StackingRow

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
        name = PlainLabel(title, role="strong", wraps=True)
        self.words = PlainLabel(words, role="quiet", wraps=True, selectable=selectable)
        """The explanation."""
        self.words.setVisible(bool(words))
        if not control.accessibleName():
            control.setAccessibleName(title)
        parts = StackingRow(column(name, self.words, spacing=4), control, least=_LEAST_WORDS, spacing=16)
        column(parts, margins=_PADDING, parent=self)


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
