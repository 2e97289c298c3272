"""Could a service have stored this name as that one? Names lose and gain characters there; none becomes another.

Forms that were seen: trimmed, composed or decomposed, ``(1)`` or ``_1`` appended, 4-byte characters as ``?`` or left
out, cut there or at ``&``, entities such as ``&amp;``, periods at the end lost, ``/ ? ! :`` as ``_``, another case or
width.
Rather than to know them all, letters and digits are compared, without what else is in a name: those of one name have
to be all, or nearly all, of those of the other, in the same order, and the numbers in it have to be the same. So
``Album 41`` is never taken for ``Album 42``, nor ``Anna`` for ``Hanna's party``, and a service that writes a name in
other letters altogether is not recognised here.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_MOST_DIGITS_ADDED = 20
"""Length of a time or an ID."""
_MOST_ADDED = 4
"""Other characters that a service adds, such as ``copy``; more of them are a name of its own."""
_LEAST_SHARE = 0.6
"""Least part of a name that is left when characters in it are lost, unless it is cut."""

_MASKS = re.compile("[?\ufffd]+")
"""Replacements for characters that a service cannot store."""
_APPENDED = re.compile(r"[\s_\-.~(（\[]+\d{1,3}[)）\]\s]*$")
"""Suffixes that make a name unique: `` (1)``, ``_1``, ``-2``."""


class _Parts(NamedTuple):
    """Parts of a name that are compared."""

    letters: str
    """Its letters and digits, without accents, case and width."""
    digits: str
    """The digits among them."""
    shortened: str
    """The letters and digits without an appended number; empty where none is."""


def may_be_stored_as(sent: str, listed: str) -> bool:
    """Return whether a service may have stored the name `sent` as `listed`.

    Args:
        sent: The name in a request.
        listed: The name in a list.
    """
    wanted, found = _parts(sent), _parts(listed)
    if not wanted.letters:
        # Nothing but pictures and signs: what becomes of them cannot be foreseen; a number may be appended.
        return found.letters == found.digits
    if not found.letters or _has_lost(wanted, found) or _has_gained(wanted, found):
        return True
    if found.shortened and _has_lost(wanted, _parts(found.shortened)):
        return _parts(found.shortened).digits == wanted.digits
    return ("?" in listed or "\ufffd" in listed) and _is_masked(sent, listed)


def _has_lost(wanted: _Parts, found: _Parts) -> bool:
    """Return whether `found` is `wanted` cut, or without some characters but with all its digits."""
    if wanted.letters.startswith(found.letters):
        # Who cuts a number has another one: the names of a series are no forms of each other.
        return not (found.letters[-1].isdigit() and wanted.letters[len(found.letters) :][:1].isdigit())
    return (
        found.digits == wanted.digits
        and len(found.letters) >= _LEAST_SHARE * len(wanted.letters)
        and _is_in_order(found.letters, wanted.letters)
    )


def _has_gained(wanted: _Parts, found: _Parts) -> bool:
    """Return whether `found` is `wanted` with a number at its end, or a few characters anywhere."""
    added = len(found.letters) - len(wanted.letters)
    if found.letters.startswith(wanted.letters):
        more = found.letters[len(wanted.letters) :]
        if more[:1].isdigit() and wanted.letters[-1].isdigit():
            return False
        return (more.isdigit() and added <= _MOST_DIGITS_ADDED) or added <= _MOST_ADDED
    return (
        0 <= added <= _MOST_ADDED
        and found.digits.startswith(wanted.digits)
        and _is_in_order(wanted.letters, found.letters)
    )


def _is_masked(sent: str, listed: str) -> bool:
    """Return whether question marks in `listed` stand for what `sent` has there."""
    pieces = _MASKS.split(listed)
    return bool(re.fullmatch(".+".join(map(re.escape, pieces)), sent, re.DOTALL))


def _is_in_order(short: str, long: str) -> bool:
    """Return whether all characters of `short` are in `long`, in the same order."""
    rest = iter(long)
    return all(character in rest for character in short)


@lru_cache(maxsize=50_000)
def _parts(name: str) -> _Parts:
    letters = _letters(name)
    shortened = _letters(_APPENDED.sub("", name))
    digits = "".join(character for character in letters if character.isdigit())
    return _Parts(letters, digits, shortened if shortened != letters else "")


def _letters(name: str) -> str:
    plain = html.unescape(html.unescape(name)) if "&" in name else name
    if plain.isascii():
        folded = plain.lower()
    else:
        folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", plain).casefold())
    return "".join(character for character in folded if character.isalnum())
