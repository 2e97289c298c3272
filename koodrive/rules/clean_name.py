"""What a name would be without the characters that trouble the service, or the people who look for it later."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from koodrive.core.characters import hidden, shows_nothing
from koodrive.models import RequestKind
from koodrive.rules import name_rules

if TYPE_CHECKING:
    import regex

_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_SURROGATES = re.compile(r"[\ud800-\udfff]+")


def cleaned(name: str, kind: RequestKind) -> str | None:
    """Return what could be offered instead of `name`, or None when there is nothing to offer.

    The offer is in Unicode's composed form (NFC), has no blanks at its ends, no line breaks, no control, zero-width or
    direction characters; for a shared folder also no emoji and none of the forbidden characters. It is never
    cut: the one problem that it may have is its length.

    Args:
        name: The name as it was typed.
        kind: What gets the name.
    """
    before, after = name, _once(name, kind)
    while after != before:
        # What is gone may have parted characters that now belong together.
        before, after = after, _once(after, kind)
    if after == name or shows_nothing(after):
        return None
    return None if kind is RequestKind.SHARED_FOLDER and after in name_rules.ONLY_PERIODS else after


def _once(name: str, kind: RequestKind) -> str:
    name = _BREAKS.sub(" ", _SURROGATES.sub("", normalize("NFC", name)))
    places = set(hidden(name))
    if places:
        name = "".join(character for index, character in enumerate(name) if index not in places)
    if kind is RequestKind.SHARED_FOLDER:
        # A digit in a box, and a sign that is shown in colours, are characters that the service takes.
        name = re.sub("([0-9#])\ufe0f?\u20e3", r"\1", name)
        name = re.sub("([0-9#©®™])\ufe0f", r"\1", name)
        name = _unwanted().sub("", name)
    return name.strip()


@cache
def _unwanted() -> regex.Pattern[str]:
    """Return what finds the characters that a shared folder's name cannot have, with one of the two blanks around."""
    import regex  # noqa: PLC0415 - costs start-up time; see `name_rules.emoji_pattern`

    forbidden = regex.escape(name_rules.FORBIDDEN_IN_FOLDER_NAME)
    unwanted = f"(?:{name_rules.emoji_pattern().pattern}|[{forbidden}])+"
    return regex.compile(f"(?<= ){unwanted} ?|{unwanted}")
