"""Names as people see them: what looks the same compares equal.

Follows UAX #15 (canonical composition) and UAX #11 (wide and narrow forms).
"""

from __future__ import annotations

import unicodedata

from koodrive.core.invisible_characters import invisible_chars

_PRESENTATION_SELECTORS = "\ufe0e\ufe0f"


def visible_form(name: str | None) -> str:
    """Return a text that is equal for names which look the same.

    Composition (NFC or NFD), full and half width, the kind of blank, blanks at the ends and characters that show
    nothing do not count; upper and lower case do.

    Args:
        name: Any text; None counts as empty.
    """
    text = name or ""
    if text.isascii() and text.isprintable():
        return text.strip(" ")
    unseen = set(invisible_chars(text))
    shown = "".join(
        _plain_width(character)
        for place, character in enumerate(text)
        if place not in unseen and character not in _PRESENTATION_SELECTORS
    )
    return unicodedata.normalize("NFC", shown).strip(" ")


def _plain_width(character: str) -> str:
    """Return a full-width letter, a half-width kana or any blank in its plain form; others as they are."""
    if unicodedata.category(character) == "Zs":
        return " "
    kind, _, code = unicodedata.decomposition(character).partition(" ")
    return chr(int(code, 16)) if kind in {"<wide>", "<narrow>"} else character
