"""Invisible characters in names, and their notation in messages."""

from __future__ import annotations

from unicodedata import category, combining

from koodrive.core.unicode_patterns import unicode_pattern

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
    if text.isprintable() and _FILLERS.isdisjoint(text):
        return []
    places, base = [], ""
    for index, character in enumerate(text):
        if _is_tag(character):
            if base != _FLAG:
                places.append(index)
            continue
        base = character
        if _is_undrawn(character) and not _joins(text, index):
            places.append(index)
    return places


def escape_char(character: str) -> str:
    """Return `character` as people can look it up, for example ``U+200B``."""
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
