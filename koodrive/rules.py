"""Every documented rule of every field of the two creates, once, as data and pure functions.

Texts go in as they stand in a form: a mapping from API field name (camelCase) to text, `scopeDir` to a list
of text. Follows create-album, create-shared-folder and the decisions in DESIGN.md where those pages are unclear.
Lengths are counted in Unicode code points.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias
from unicodedata import category, is_normalized

from koodrive.characters import hidden, spelled_all
from koodrive.models import AlbumKind, AlbumType, ScopeKind, ShareType
from koodrive.wording import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import regex

ALBUM_NAME_LIMIT = 20
SHARED_FOLDER_NAME_LIMIT = 31
SCOPE_DIR_LIMIT = 30
SHARE_FOLDER_ID_LIMIT = 2**63 - 1
FORBIDDEN_IN_FOLDER_NAME = '<>|:*?"/\n\r\b\t'
ONLY_PERIODS = frozenset({".", ".."})
"""What names the folder itself and the one above it, so no other can be called that."""

FieldValue: TypeAlias = "str | Sequence[str]"
Fields: TypeAlias = "Mapping[str, FieldValue]"

_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff")
_ROUNDED = re.compile(r"[0-9](?:[.,][0-9]+)?E\+[0-9]{2}", re.IGNORECASE)
_LOOKS_ROUNDED = re.compile(r"[0-9]{13,}000")
_SPOKEN = {"\n": "a line break", "\r": "a carriage return", "\b": "a backspace", "\t": "a tab"}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field.

    `code` is stable ASCII for programs and tests; `message` is a sentence for people.
    """

    code: str
    message: Sentence


Problems: TypeAlias = "dict[str, Problem]"

HELP = {
    "name.manual": Sentence("1 to 20 characters."),
    "name.collection": Sentence("Optional; up to 20 characters. The service may not show it back."),
    "type": Sentence("A manual album holds what people add; a collection album fills itself."),
    "albumKind": Sentence("A shared album belongs to a shared folder; all its members see it."),
    "scopeDir": Sentence("1 to 30 folder IDs, all in the same parent folder."),
    "scopeParentFolderId": Sentence("ID of the folder that holds all of them."),
    "scopeKind": Sentence("What the album collects."),
    "containerId.album": Sentence("Optional. ID of the space that the folders are in."),
    "groupId": Sentence("Group ID of the shared folder; it stands in the result of creating it."),
    "shareFolderId": Sentence(
        "A number: the primary key of the shared folder, not its file ID, which begins with F."
    ),
    "shareType": Sentence("The service can create family shared folders only."),
    "containerId.sharedFolder": Sentence("ID of the owner's personal space."),
    "name.sharedFolder": Sentence('1 to 31 characters, no emoji and none of < > | : * ? " /'),
}
"""What the help text under a field says, by API field name and, where it differs, the case."""


def check_album(fields: Fields) -> Problems:
    """Return all problems of the fields of an album; empty when all is well.

    Fields that the chosen type and kind do not use are not looked at, because they are not sent.

    Args:
        fields: API field name to text (`scopeDir`: list of text); missing fields count as empty.
    """
    album_type, album_kind = _text(fields, "type"), _text(fields, "albumKind")
    is_collection = album_type == str(AlbumType.COLLECTION)
    checks: dict[str, Callable[[FieldValue], Problem | None]] = {
        "type": _one_of({str(member.value) for member in AlbumType}, "Choose what kind of album it is."),
        "albumKind": _one_of({str(member.value) for member in AlbumKind}, "Choose who the album is for."),
        "name": _check_optional_album_name if is_collection else _check_album_name,
    }
    if is_collection:
        checks |= {
            "scopeDir": _check_scope_dir,
            "scopeParentFolderId": _required_id("Say which folder holds the folders to collect from."),
            "scopeKind": _one_of(set(ScopeKind), "Choose pictures, videos or both."),
            "containerId": _check_optional_id,
        }
    if album_kind == str(AlbumKind.SHARED):
        checks |= {
            "groupId": _required_id("Give the group ID of the shared folder."),
            "shareFolderId": _check_share_folder_id,
        }
    return _evaluate(checks, fields)


def check_shared_folder(fields: Fields) -> Problems:
    """Return all problems of the fields of a shared folder; empty when all is well.

    Args:
        fields: API field name to text; missing fields count as empty, a missing `shareType` as the only one.
    """
    checks: dict[str, Callable[[FieldValue], Problem | None]] = {
        "shareType": _one_of({"", str(ShareType.FAMILY.value)}, "Only family shared folders can be created."),
        "containerId": _required_id("Give the ID of the owner's personal space."),
        "name": _check_shared_folder_name,
    }
    return _evaluate(checks, fields)


def advise_album(fields: Fields) -> Problems:
    """Return what deserves a second look in the fields of an album, though nothing forbids it."""
    ids = dict.fromkeys(("groupId", "shareFolderId", "scopeParentFolderId", "containerId"), _advise_id)
    return _evaluate({"name": _advise_name, **ids}, fields)


def advise_shared_folder(fields: Fields) -> Problems:
    """Return what deserves a second look in the fields of a shared folder, though nothing forbids it."""
    return _evaluate({"name": _advise_shared_folder_name, "containerId": _advise_id}, fields)


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
        return _too_many("too_long", template, len(value), limit)
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


def _evaluate(checks: Mapping[str, Callable[[FieldValue], Problem | None]], fields: Fields) -> Problems:
    found = ((field, check(_value(fields, field))) for field, check in checks.items())
    return {field: problem for field, problem in found if problem is not None}


def _value(fields: Fields, field: str) -> FieldValue:
    """Return a field as text or as a list of text; what is neither counts as the text that it prints as."""
    value = fields.get(field)
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list | tuple):
        return [str(item) for item in value]
    return str(value)


def _text(fields: Fields, field: str) -> str:
    value = _value(fields, field)
    return value if isinstance(value, str) else ""


def _one_of(allowed: set[str], message: str) -> Callable[[FieldValue], Problem | None]:
    def check(value: FieldValue) -> Problem | None:
        if isinstance(value, str) and value in allowed:
            return None
        return Problem("choice_missing" if value == "" else "choice_unknown", Sentence(message))

    return check


def _required_id(when_missing: str) -> Callable[[FieldValue], Problem | None]:
    def check(value: FieldValue) -> Problem | None:
        if value == "":
            return Problem("required", Sentence(when_missing))
        return _check_id(value)

    return check


def _check_optional_id(value: FieldValue) -> Problem | None:
    return None if value == "" else _check_id(value)


def _check_id(value: FieldValue) -> Problem | None:
    if not isinstance(value, str):
        return Problem("not_text", Sentence("This takes one ID."))
    if any(character.isspace() or category(character) in {"Cc", "Cs"} for character in value):
        return Problem("id_has_blank", Sentence("An ID has no blanks or line breaks. Take them out."))
    if _ROUNDED.fullmatch(value):
        return Problem(
            "id_rounded",
            Sentence(
                "A spreadsheet has rounded this ID, and its last digits are lost. Copy it from its source."
            ),
        )
    return None


def _check_share_folder_id(value: FieldValue) -> Problem | None:
    problem = _required_id("Give the ID (primary key) of the shared folder.")(value)
    if problem is not None or not isinstance(value, str):
        return problem
    if value.startswith(("F", "f")):
        return Problem(
            "share_folder_id_is_file_id",
            Sentence("This is the file ID of the shared folder. Give its primary key, a number."),
        )
    if not re.fullmatch("[1-9][0-9]*", value):
        return Problem("share_folder_id_not_number", Sentence("This takes digits only and no zero in front."))
    if len(value) > 19 or int(value) > SHARE_FOLDER_ID_LIMIT:
        return Problem("share_folder_id_too_large", Sentence("This number is too large for the service."))
    return None


def _check_scope_dir(value: FieldValue) -> Problem | None:
    if isinstance(value, str) and value:
        return Problem("not_a_list", Sentence("This takes a list of IDs."))
    ids = list(value)
    if not ids:
        return Problem("required", Sentence("Add at least one folder to collect from."))
    for position, directory in enumerate(ids, start=1):
        problem = _check_listed_id(directory, position)
        if problem is not None:
            return problem
    directory, times = Counter(ids).most_common(1)[0]
    if times > 1:
        return Problem(
            "duplicate", Sentence("{id} is in the list {times} times. Keep one.", id=directory, times=times)
        )
    if len(ids) > SCOPE_DIR_LIMIT:
        template = "{count} folders are too many: at most {limit}. Take {excess} away."
        return _too_many("too_many", template, len(ids), SCOPE_DIR_LIMIT)
    return None


def _check_listed_id(value: str, position: int) -> Problem | None:
    problem = _check_id(value)
    if value != "" and problem is None:
        return None
    if problem is not None and problem.code == "id_rounded":
        message = (
            "A spreadsheet has rounded ID {position}, and its last digits are lost. Copy it from its source."
        )
        return Problem("id_rounded", Sentence(message, position=position))
    return Problem(
        "id_has_blank", Sentence("ID {position} has blanks or is empty. Correct it.", position=position)
    )


def _too_many(code: str, template: str, count: int, limit: int) -> Problem:
    return Problem(code, Sentence(template, count=count, limit=limit, excess=count - limit))


def _check_optional_album_name(value: FieldValue) -> Problem | None:
    return None if value == "" else _check_album_name(value)


def _check_album_name(value: FieldValue) -> Problem | None:
    return check_name(value, ALBUM_NAME_LIMIT)


def _check_shared_folder_name(value: FieldValue) -> Problem | None:
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


def _advise_shared_folder_name(value: FieldValue) -> Problem | None:
    if "\\" in value:
        return Problem(
            "backslash", Sentence("The web guide forbids a backslash in names; this service may refuse it.")
        )
    return _advise_name(value)


def _advise_name(value: FieldValue) -> Problem | None:
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


def _advise_id(value: FieldValue) -> Problem | None:
    unseen = "".join(character for character in value if not character.isprintable())
    if unseen:
        return Problem(
            "invisible",
            Sentence(
                "This ID has characters that cannot be seen ({characters}). Copy it once more.",
                characters=spelled_all(unseen),
            ),
        )
    if isinstance(value, str) and _LOOKS_ROUNDED.fullmatch(value):
        return Problem(
            "looks_rounded",
            Sentence(
                "This ID ends in zeros, as after rounding by a spreadsheet. Compare it with its source."
            ),
        )
    return None
