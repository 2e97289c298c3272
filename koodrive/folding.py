"""The form of a text that searches compare: without case, width or a choice of code points for one character."""

from __future__ import annotations

import unicodedata


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
