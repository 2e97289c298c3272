"""Cleans a pasted ID of quotes, brackets, blanks and invisible characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import category

from koodrive.core.characters import invisible_chars
from koodrive.messages import Message
from koodrive.rules.ids import is_id, is_placeholder

_WRAPPING = "'\"`´‘’‚‛“”„‟′″«»‹›「」『』《》〈〉【】()[]{}<>=,;:"
"""``="1805…"`` and the apostrophe of `koodrive.journal.export`: both keep spreadsheets from rounding."""
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_HAS_FULL_WIDTH = re.compile("[\uff01-\uff5e]")

UNWRAPPED = Message("Quotes, brackets, spaces or invisible characters around it were removed.")
NARROWED = Message("Full-width characters were replaced by ordinary ones.")


@dataclass(frozen=True, slots=True)
class CleanId:
    """An ID as it can be sent, and what was changed for that, as whole sentences."""

    text: str
    changes: tuple[Message, ...] = ()


def clean_id(text: str) -> CleanId:
    """Return `text` without what is around an ID.

    Args:
        text: As it was pasted. A placeholder such as ``{groupId}``, and what is no ID without its wrapping either,
            comes back unchanged, so that the rules can name what is wrong with it.
    """
    if is_id(text) or is_placeholder(text):
        return CleanId(text)
    narrow = text.translate(_FULL_WIDTH)
    places = set(invisible_chars(narrow))
    visible = "".join(character for index, character in enumerate(narrow) if index not in places)
    bare = _without_ends(visible)
    if not is_id(bare):
        return CleanId(text)
    is_narrowed = has_full_width(text)
    return CleanId(bare, (*((UNWRAPPED,) if bare != narrow else ()), *((NARROWED,) if is_narrowed else ())))


def has_full_width(text: str) -> bool:
    """Return whether `text` has characters such as ``１``, which Chinese and Japanese input methods type."""
    return _HAS_FULL_WIDTH.search(text) is not None


def _without_ends(text: str) -> str:
    first, last = 0, len(text)
    while first < last and _is_wrapping(text[first]):
        first += 1
    while last > first and _is_wrapping(text[last - 1]):
        last -= 1
    return text[first:last]


def _is_wrapping(character: str) -> bool:
    return character in _WRAPPING or category(character)[0] in "ZC"
