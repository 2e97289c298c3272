"""A label for text that comes from outside: nothing in it is ever taken for markup."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

_LONG_WORD = re.compile(r"\S{60}(?=\S)")
"""Longer than a trace ID: such a word has to be broken somewhere to be seen whole."""


def breakable(text: str) -> str:
    """Return `text` so that a label can break its longest words; not for what people copy."""
    return _LONG_WORD.sub("\\g<0>\u200b", text)


class PlainLabel(QLabel):
    """A label that shows its text literally.

    Args:
        text: What to show.
        selectable: Whether people can select and copy it, with mouse and keyboard.
    """

    def __init__(self, text: str = "", *, selectable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.setText(text)
