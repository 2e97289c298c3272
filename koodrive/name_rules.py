"""The rules for names: of albums, of shared folders, and those that all names share.

Lengths are counted in Unicode code points.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from unicodedata import is_normalized

from koodrive.characters import hidden, spelled_all
from koodrive.problems import Problem, too_many
from koodrive.wording import Sentence

if TYPE_CHECKING:
    import regex

    from koodrive.problems import FieldValue

ALBUM_NAME_LIMIT = 20
SHARED_FOLDER_NAME_LIMIT = 31
FORBIDDEN_IN_FOLDER_NAME = '<>|:*?"/\n\r\b\t'
ONLY_PERIODS = frozenset({".", ".."})
"""What names the folder itself and the one above it, so no other can be called that."""

_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff")
_SPOKEN = {"\n": "a line break", "\r": "a carriage return", "\b": "a backspace", "\t": "a tab"}


def is_blank(text: str) -> bool:
    """Return whether `text` shows nothing: it is empty or has only blanks and invisible characters."""
    return all(character.isspace() or character in _INVISIBLE for character in text)


def check_name(value: FieldValue, limit: int) -> Problem | None:
    """Return what is wrong with a name that must be there, by the rules that all names share, or None.

    Args:
        value: The name.
        limit: How many code points it may have.
    """
    if not isinstance(value, str):
        return Problem("not_text", Sentence("This takes one name."))
    if value == "":
        return Problem("required", Sentence("Give it a name."))
    if is_blank(value):
        return Problem(
            "only_blanks", Sentence("A name of nothing but blanks cannot be seen. Type a character.")
        )
    if any("\ud800" <= character <= "\udfff" for character in value):
        return Problem(
            "broken_character", Sentence("One character is broken and cannot be sent. Type it again.")
        )
    if len(value) > limit:
        template = "{count} characters are too many: at most {limit}. Take {excess} away."
        return too_many("too_long", template, len(value), limit)
    return None


def find_emoji(text: str) -> list[str]:
    """Return the emoji in `text`, in order.

    Digits, # and * as well as ©, ® and ™ are emoji only with the emoji selector U+FE0F or a keycap behind them;
    every other character that Unicode calls an emoji is one.
    """
    return [match.group() for match in emoji_pattern().finditer(text)]


@cache
def emoji_pattern() -> regex.Pattern[str]:
    """Return what finds one emoji, as `find_emoji` says."""
    import regex  # noqa: PLC0415 - costs start-up time; the first check of a folder name pays for it

    return regex.compile(r"[0-9#*]\uFE0F?\u20E3|[0-9#*©®™]\uFE0F|(?![0-9#*©®™])\p{Emoji}\uFE0F?\p{EMod}?")


def check_optional_album_name(value: FieldValue) -> Problem | None:
    """Return what is wrong with the name of a collection album, or None."""
    return None if value == "" else check_album_name(value)


def check_album_name(value: FieldValue) -> Problem | None:
    """Return what is wrong with the name of a manual album, or None."""
    return check_name(value, ALBUM_NAME_LIMIT)


def check_shared_folder_name(value: FieldValue) -> Problem | None:
    """Return what is wrong with the name of a shared folder, or None."""
    problem = check_name(value, SHARED_FOLDER_NAME_LIMIT)
    if problem is not None or not isinstance(value, str):
        return problem
    if value in ONLY_PERIODS:
        return Problem(
            "only_periods", Sentence("A name cannot be just “{name}”. Choose another.", name=value)
        )
    forbidden = list(dict.fromkeys(character for character in value if character in FORBIDDEN_IN_FOLDER_NAME))
    if forbidden:
        spoken = ", ".join(_SPOKEN.get(character, f"“{character}”") for character in forbidden)
        return Problem(
            "forbidden_character",
            Sentence("A name cannot have {characters}. Take it out.", characters=spoken),
        )
    emoji = list(dict.fromkeys(find_emoji(value)))
    if emoji:
        return Problem(
            "emoji", Sentence("A name cannot have emoji ({emoji}). Take them out.", emoji=" ".join(emoji))
        )
    return None


def advise_shared_folder_name(value: FieldValue) -> Problem | None:
    """Return what deserves a second look in the name of a shared folder, though nothing forbids it, or None."""
    if "\\" in value:
        return Problem(
            "backslash", Sentence("The web guide forbids a backslash in names; this service may refuse it.")
        )
    return advise_name(value)


def advise_name(value: FieldValue) -> Problem | None:
    """Return what deserves a second look in any name, though nothing forbids it, or None."""
    if not isinstance(value, str) or is_blank(value):
        return None
    if value != value.strip():
        return Problem("outer_blank", Sentence("The name begins or ends with a blank. It is sent as it is."))
    places = hidden(value)
    if places:
        characters = spelled_all("".join(value[place] for place in places))
        return Problem(
            "invisible",
            Sentence(
                "The name has characters that cannot be seen ({characters}). It is sent as it is.",
                characters=characters,
            ),
        )
    if not is_normalized("NFC", value):
        return Problem(
            "not_composed",
            Sentence(
                "The name is not in Unicode's usual form (NFC): typed again, it may not be the same name."
            ),
        )
    return None
