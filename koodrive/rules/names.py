"""The rules for names: of albums, of shared folders, and those that all names share.

Lengths are counted in Unicode code points.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import is_normalized, normalize

from koodrive.core.characters import escape_chars, invisible_chars, is_invisible, unicode_pattern
from koodrive.messages import Message, listed
from koodrive.models import RequestKind
from koodrive.rules.problems import IMMEDIATE_PROBLEMS, Problem, too_many

if TYPE_CHECKING:
    from koodrive.rules.problems import FieldValue

_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_SURROGATES = re.compile(r"[\ud800-\udfff]+")


ALBUM_NAME_LIMIT = 20
SHARED_FOLDER_NAME_LIMIT = 31
FORBIDDEN_IN_FOLDER_NAME = '<>|:*?"/\n\r\b\t'
ONLY_PERIODS = frozenset({".", ".."})
"""Names of the folder itself and of its parent."""

_SPOKEN = {
    "\n": Message("a line break"),
    "\r": Message("a carriage return"),
    "\b": Message("a backspace"),
    "\t": Message("a tab"),
}
_NEVER_EMOJI = "0-9#*©®™"
"""Characters with the property Emoji that are none without U+FE0F or a keycap."""
_MADE_EMOJI = r"\p{Emoji}(?:\uFE0F|(?=[\p{Emoji_Modifier}\U000E0020-\U000E007F]))"
_EMOJI = (
    rf"[0-9#*]\uFE0F?\u20E3|[{_NEVER_EMOJI}]\uFE0F"
    rf"|(?![{_NEVER_EMOJI}])(?:\p{{Emoji_Presentation}}[\uFE0E\uFE0F]?|{_MADE_EMOJI})\p{{Emoji_Modifier}}?"
)
_TEXT_SIGN = (
    rf"(?![{_NEVER_EMOJI}])\p{{Emoji}}(?<!\p{{Emoji_Presentation}})"
    r"|\p{Extended_Pictographic}(?<!\p{Emoji})"
)
"""An emoji character that is shown as text by default, or a code point reserved for pictures."""
_UNWANTED_RUN = f"(?:{_EMOJI}|[{re.escape(FORBIDDEN_IN_FOLDER_NAME)}])+"
_UNWANTED = f"(?<= ){_UNWANTED_RUN} ?|{_UNWANTED_RUN}"
"""Characters that a shared folder's name cannot have, with one of the two blanks around them."""


def clean_name(name: str, kind: RequestKind) -> str | None:
    """Return what could be offered instead of `name`, or None when there is nothing to offer.

    The offer is in Unicode's composed form (NFC), has no blanks at its ends, no line breaks, no control, zero-width or
    direction characters; for a shared folder also no emoji and none of the forbidden characters. It is never
    cut: the one problem that it may have is its length.

    Args:
        name: The name as it was typed.
        kind: Album or shared folder.
    """
    before, after = name, _once(name, kind)
    while after != before:
        # What is gone may have parted characters that now belong together.
        before, after = after, _once(after, kind)
    if after == name or is_invisible(after):
        return None
    return None if kind is RequestKind.SHARED_FOLDER and after in ONLY_PERIODS else after


def _once(name: str, kind: RequestKind) -> str:
    name = _BREAKS.sub(" ", _SURROGATES.sub("", normalize("NFC", name)))
    places = set(invisible_chars(name))
    if places:
        name = "".join(character for index, character in enumerate(name) if index not in places)
    if kind is RequestKind.SHARED_FOLDER:
        # A digit in a box, and a sign that is shown in colours, are characters that the service takes.
        name = re.sub("([0-9#])\ufe0f?\u20e3", r"\1", name)
        name = re.sub("([0-9#©®™])\ufe0f", r"\1", name)
        name = unicode_pattern(_UNWANTED).sub("", name)
    return name.strip()


def check_name(value: FieldValue, limit: int) -> Problem | None:
    """Return what is wrong with a name that must be there, by the rules that all names share, or None.

    Args:
        value: The name.
        limit: How many code points it may have.
    """
    if not isinstance(value, str):
        return Problem.of("not_text", "This takes one name.")
    if value == "":
        return Problem.of("required", "Enter a name.")
    if _SURROGATES.search(value):
        return Problem.of("broken_character", "One character is broken and cannot be sent. Type it again.")
    if len(value) > limit:
        return _too_long(len(value), limit)
    if is_invisible(value):
        return Problem.of("only_blanks", "A name cannot be only spaces. Enter a character.")
    return None


def _too_long(count: int, limit: int) -> Problem:
    if count == limit + 1:
        return too_many("too_long", "1 character too many ({count} of {limit}).", count, limit)
    return too_many("too_long", "{excess} characters too many ({count} of {limit}).", count, limit)


def find_emoji(text: str) -> list[str]:
    """Return the emoji in `text`, in order: what is shown as a picture.

    That is what Unicode shows as a picture by default (Emoji_Presentation), flags among it, and every other emoji
    character that U+FE0F, a keycap, a modifier or tags behind it make one.
    """
    if text.isascii():
        return []
    return [match.group() for match in unicode_pattern(_EMOJI).finditer(text)]


def check_optional_album_name(value: FieldValue) -> Problem | None:
    """Return what is wrong with the name of a collection album, or None."""
    return None if value == "" else check_album_name(value)


def check_album_name(value: FieldValue) -> Problem | None:
    """Return what is wrong with the name of a manual album, or None."""
    return check_name(value, ALBUM_NAME_LIMIT)


def check_shared_folder_name(value: FieldValue) -> Problem | None:
    """Return what is wrong with the name of a shared folder, or None."""
    problem = check_name(value, SHARED_FOLDER_NAME_LIMIT)
    if not isinstance(value, str) or (problem is not None and problem.code in IMMEDIATE_PROBLEMS):
        return problem
    return _check_characters(value) or _check_emoji(value) or problem or _check_periods(value)


def _check_characters(name: str) -> Problem | None:
    forbidden = list(dict.fromkeys(character for character in name if character in FORBIDDEN_IN_FOLDER_NAME))
    if not forbidden:
        return None
    message = Message("Not allowed in a name: {characters}. Remove them.")
    if len(forbidden) == 1:
        message = Message("Not allowed in a name: {characters}. Remove it.")
    spoken = listed(*(_SPOKEN.get(character, f"“{character}”") for character in forbidden))
    return Problem("forbidden_character", message.filled(characters=spoken))


def _check_emoji(name: str) -> Problem | None:
    emoji = list(dict.fromkeys(find_emoji(name)))
    if not emoji:
        return None
    return Problem.of(
        "emoji", "Emoji are not allowed in a name ({emoji}). Remove them.", emoji=" ".join(emoji)
    )


def _check_periods(name: str) -> Problem | None:
    if name not in ONLY_PERIODS:
        return None
    return Problem.of("only_periods", "A name cannot be just “{name}”. Choose another.", name=name)


def advise_album_name(value: FieldValue) -> Problem | None:
    """Return what deserves a second look in the name of an album, though nothing forbids it, or None."""
    return advise_name(value, ALBUM_NAME_LIMIT)


def advise_shared_folder_name(value: FieldValue) -> Problem | None:
    """Return what deserves a second look in the name of a shared folder, though nothing forbids it, or None."""
    if "\\" in value:
        return Problem.of(
            "backslash", "The web guide forbids a backslash in names; this service may refuse it."
        )
    return advise_name(value, SHARED_FOLDER_NAME_LIMIT) or _advise_text_sign(value)


def _advise_text_sign(value: FieldValue) -> Problem | None:
    if not isinstance(value, str) or value.isascii():
        return None
    signs = "".join(dict.fromkeys(unicode_pattern(_TEXT_SIGN).findall(value)))
    if not signs:
        return None
    return Problem.of("text_sign", "Some services count this as an emoji ({signs}).", signs=" ".join(signs))


def utf16_units(text: str) -> int:
    """Return the length of `text` as Java and JavaScript count it: two units for each character above U+FFFF."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def advise_name(value: FieldValue, limit: int) -> Problem | None:
    """Return what deserves a second look in any name, though nothing forbids it, or None.

    Args:
        value: The name.
        limit: How many code points it may have.
    """
    if not isinstance(value, str) or is_invisible(value):
        return None
    places = invisible_chars(value)
    if places:
        characters = escape_chars("".join(value[place] for place in places))
        return Problem.of(
            "invisible",
            "The name has invisible characters ({characters}). It is sent unchanged.",
            characters=characters,
        )
    if not is_normalized("NFC", value):
        return Problem.of(
            "not_composed",
            "The name is not in Unicode's usual form (NFC): typed again, it may not be the same name.",
        )
    # The blank at the end, which typing on mends, comes after what it does not mend.
    return _advise_length(value, limit) or _advise_outer_blank(value)


def _advise_length(value: str, limit: int) -> Problem | None:
    units = len(value) if 2 * len(value) <= limit else utf16_units(value)
    if units <= limit:
        return None
    return Problem.of(
        "many_units",
        "{count} characters, but {units} UTF-16 units: a service that counts those may refuse more than {limit}.",
        count=len(value),
        units=units,
        limit=limit,
    )


def _advise_outer_blank(value: str) -> Problem | None:
    if value == value.strip():
        return None
    return Problem.of("outer_blank", "The name begins or ends with a space. It is sent unchanged.")
