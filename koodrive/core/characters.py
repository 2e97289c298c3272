"""Characters of names: which cannot be seen, how messages name them, and the forms of names that compare equal.

Follows UAX #15 (canonical composition) and UAX #11 (wide and narrow forms).
"""

from __future__ import annotations

import string
import unicodedata
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import category, combining

if TYPE_CHECKING:
    import regex

_PRESENTATION_SELECTORS = "\ufe0e\ufe0f"
_ASCII_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_JOINERS = "\u200c\u200d"
_FLAG = "\U0001f3f4"
_IGNORABLE = r"\p{Default_Ignorable_Code_Point}"
_VIRAMA = 9
"""The combining class of the sign that takes the vowel from a letter of the Indic scripts."""

_VISIBLE_FORMATS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
"""Marks of Arabic, Syriac and Kaithi, which Unicode counts among the format characters though all of them are drawn."""

_FILLERS = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\U00013441\U00013442\U00016fe4\U0001d159"
)
"""Letters, marks and symbols by category, of which fonts draw nothing."""


def is_invisible(text: str) -> bool:
    """Return whether no character of `text` is drawn; true of an empty text.

    Blanks, fillers, control and format characters, and all that Unicode calls Default_Ignorable_Code_Point draw
    nothing, variation selectors and tags among them.

    Args:
        text: Any text.
    """
    if text[:1].isalnum() and text[0] not in _FILLERS:
        return False
    return all(
        character.isspace() or _is_undrawn(character) or _is_ignorable(character) for character in text
    )


def invisible_chars(text: str) -> list[int]:
    """Return the places in `text` of what cannot be seen and has no effect on what can.

    Control, zero-width and direction characters and fillers are among them; the blanks are not. Neither are the
    joiners inside emoji and between letters of scripts that are written with them, as Persian and Hindi are.

    Args:
        text: Any text.

    Returns:
        Indexes, ascending.
    """
    # What is not drawn is not printable for Python either, but for the fillers.
    if text.isprintable() and (text.isascii() or _FILLERS.isdisjoint(text)):
        return []
    places, base = [], ""
    for index, character in enumerate(text):
        if character.isprintable() and character not in _FILLERS:
            base = character
        elif not _is_tag(character):
            base = character
            if _is_undrawn(character) and not _joins(text, index):
                places.append(index)
        elif base != _FLAG:
            places.append(index)
    return places


def escape_char(character: str) -> str:
    """Return the code point of `character` as text, for example ``U+200B``."""
    return f"U+{ord(character):04X}"


def escape_chars(characters: str, limit: int = 4) -> str:
    """Return which `characters` these are, each once, for example ``U+200B, U+202E``.

    Args:
        characters: Any text.
        limit: How many are named before an ellipsis.
    """
    distinct = list(dict.fromkeys(characters))
    names = [escape_char(character) for character in distinct[:limit]]
    return ", ".join([*names, "…"] if len(distinct) > limit else names)


def _is_undrawn(character: str) -> bool:
    if character in _FILLERS:
        return True
    return category(character) in {"Cc", "Cf", "Zl", "Zp"} and character not in _VISIBLE_FORMATS


def _is_ignorable(character: str) -> bool:
    return category(character) in {"Mn", "Cn"} and bool(unicode_pattern(_IGNORABLE).match(character))


def _is_tag(character: str) -> bool:
    """Return whether it is one of the letters that say, behind a black flag, whose flag it is."""
    return "\U000e0020" <= character <= "\U000e007f"


def _joins(text: str, index: int) -> bool:
    """Return whether the character at `index` is a joiner that changes how its neighbours are drawn."""
    if text[index] not in _JOINERS or index == 0:
        return False
    before, after = text[index - 1], text[index + 1 : index + 2]
    if combining(before) == _VIRAMA:
        return True
    if not after:
        return False
    if _is_joining_letter(before) and _is_joining_letter(after):
        return True
    return text[index] == "\u200d" and _is_symbol(before) and _is_symbol(after)


def _is_joining_letter(character: str) -> bool:
    """Return whether it is of the scripts from Arabic to Mongolian, in which joiners are a matter of spelling."""
    return "\u0600" <= character <= "\u18af" and category(character)[0] in "LM"


def _is_symbol(character: str) -> bool:
    """Return whether it can be part of an emoji: a picture, a skin colour or the emoji selector."""
    return category(character) in {"So", "Sk"} or character in "♀♂\ufe0f"


@cache
def unicode_pattern(pattern: str) -> regex.Pattern[str]:
    """Return `pattern` compiled; later calls return the same object."""
    import regex  # noqa: PLC0415 - costs start-up time; few names need it before the first paint

    return regex.compile(pattern)


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
    if category(character) == "Zs":
        return " "
    kind, _, code = unicodedata.decomposition(character).partition(" ")
    return chr(int(code, 16)) if kind in {"<wide>", "<narrow>"} else character


def folded(text: str) -> str:
    """Return a form that is equal for texts which a search shall not tell apart; folding it again changes nothing.

    Caseless matching as in the Unicode standard, section 3.13 (compatibility caseless match): "ÄRGER" and "ärger",
    NFC and NFD, "STRASSE" and "Straße", "ΟΔΟΣ" and "οδος", full width and ASCII are the same. The Turkish letters
    follow `str.casefold`: "İ" is "i" with a dot above, "ı" stays.

    Args:
        text: Any text. A NUL becomes U+FFFD, as for SQLite's LIKE a text ends with it.
    """
    if text.isascii():
        return text.lower().replace("\0", "\ufffd")
    once = unicodedata.normalize("NFKD", text).casefold()
    twice = unicodedata.normalize("NFKD", once).casefold()
    return unicodedata.normalize("NFKC", twice).replace("\0", "\ufffd")


def is_found(wanted: str, text: str) -> bool:
    """Return whether a search for `wanted` finds `text`: it holds it, folded, or as it is but for the case of A to Z.

    Args:
        wanted: The text to find.
        text: The text to search.
    """
    return folded(wanted) in folded(text) or ascii_lower(wanted) in ascii_lower(text)


def ascii_lower(text: str) -> str:
    """Return `text` as SQLite's LIKE compares it: A to Z are a to z, and nothing else changes."""
    return text.translate(_ASCII_LOWER)
