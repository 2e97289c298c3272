"""Chinese letters: whether any font has them, and that a Chinese window does not get the Japanese forms."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontInfo, QFontMetrics

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

PACKAGE = "fonts-noto-cjk"
"""What to install where there is none, by its name in Debian and Ubuntu."""
FAMILY = "Noto Sans CJK SC"
"""Of the package; the same font has families with the forms of other countries, and an English desktop takes those."""
_LETTER = ord("文")
_RANGES = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
"""Code points of Chinese characters, in which names from other countries can be written as well."""


def has_chinese(text: str) -> bool:
    """Return whether there is a Chinese character in `text`."""
    return not text.isascii() and any(
        first <= ord(character) <= last for character in text for first, last in _RANGES
    )


def is_missing(font: QFont) -> bool:
    """Return whether no font at hand has Chinese characters, so that boxes are shown in their place.

    Args:
        font: The font in use; Qt takes what it has not from the others.
    """
    return not QFontMetrics(font).inFontUcs4(_LETTER)


def prefer(application: QApplication) -> None:
    """Take Chinese characters from `FAMILY` where that is there; on other systems than Linux the system knows."""
    if sys.platform != "linux":
        return
    font = application.font()
    # By its real name: where the first family is an alias, such as “Sans Serif”, Qt takes all letters from the second.
    font.setFamilies([QFontInfo(font).family(), FAMILY])
    application.setFont(font)
