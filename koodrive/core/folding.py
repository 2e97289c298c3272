"""The form of a text that searches compare: without case, width or a choice of code points for one character."""

from __future__ import annotations

import string
import unicodedata

_ASCII_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


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
