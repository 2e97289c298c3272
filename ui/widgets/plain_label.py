"""A label for text that comes from outside: nothing in it is taken for markup, and nothing in it hides."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.texts.visible_text import visible_words

_LONG_WORD = re.compile(r"\S{61,}")
"""Longer than a trace ID: such a word has to be broken somewhere to be seen whole."""
_PART = re.compile(r"\S{20}(?=\S)")
"""Of the widest letters, and in bold, as many fit into the narrowest dialog."""


class _Breakable(str):
    """A text that `breakable` has prepared, with places for breaks that are meant not to be seen."""

    __slots__ = ()


def breakable(text: str) -> str:
    """Return `text` so that a `PlainLabel` can break its longest words; not for what people copy."""
    return _Breakable(_LONG_WORD.sub(_in_parts, visible_words(text)))


def _in_parts(word: re.Match[str]) -> str:
    return _PART.sub("\\g<0>\u200b", word[0])


class PlainLabel(QLabel):
    """A label that shows its text literally, with what cannot be seen in it spelled: ``[U+202E]``.

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

    def setText(self, text: str) -> None:
        """Show another text; see QLabel.setText."""
        super().setText(text if isinstance(text, _Breakable) else visible_words(text))
