"""The rules for IDs: any, that of a shared folder, and the list of folders of a collection album."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING
from unicodedata import category

from koodrive.core.characters import escape_chars
from koodrive.messages import Message
from koodrive.rules.problems import Problem, too_many

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.rules.problems import FieldValue

ID_LIMIT = 64
SCOPE_DIR_LIMIT = 30
SHARE_FOLDER_ID_LIMIT = 2**63 - 1

_ID = re.compile(f"[A-Za-z0-9_-]{{1,{ID_LIMIT}}}")
_NOTHING = re.compile(r"null|none|nil|nan|undefined", re.IGNORECASE)
"""Words that programs print for a missing value."""
_TEMPLATE = re.compile(r"[$#%:]?[{<\[%(]{1,2}\s*[A-Za-z][A-Za-z_. -]{0,60}[0-9]?\s*[}>\]%)]{1,2}")
"""A name in brackets, as ``{groupId}``, ``<your group id>``, ``${container_id}``, where an ID has to be put in."""
_FIELD_NAMES = frozenset(
    {"groupId", "shareFolderId", "containerId", "scopeParentFolderId", "scopeDir", "albumId", "folderId"}
)
_ROUNDED = re.compile(r"[0-9](?:[.,][0-9]+)?E\+?[0-9]{2}", re.IGNORECASE)
"""As spreadsheets (1.8E+18) and Java (1.8E18) print large numbers."""
_ROUNDED_BY_HAND = re.compile(r"[0-9]{13,}000")
_TEMPLATE_STARTS = frozenset("$#%:{<[(")
_NO_NUMBER = frozenset({"id_characters", "id_too_long"})
"""Problems of which the primary key of a shared folder has more to say."""
_EXACT_IN_A_DOUBLE = 2**53
_MOST_SHOWN = 5


def is_id(text: str) -> bool:
    """Return whether `text` has the form of an ID: 1 to 64 of ``A-Z a-z 0-9 _ -``, and no word for "nothing"."""
    return _ID.fullmatch(text) is not None and _NOTHING.fullmatch(text) is None


def is_placeholder(text: str) -> bool:
    """Return whether `text` stands where an ID was to be put in: ``{groupId}``, ``groupId``, ``null``."""
    pattern = _TEMPLATE if text[:1] in _TEMPLATE_STARTS else _NOTHING
    return text in _FIELD_NAMES or pattern.fullmatch(text) is not None


def is_rounded(digits: str) -> bool:
    """Return whether a number looks as if a program had kept it as a double (IEEE 754), and so rounded it.

    Args:
        digits: A number of digits alone; any length.

    Returns:
        True for what JavaScript prints of a double, or a double holds exactly, where its neighbours would become the
        same: one number of 19 digits in 128 is so by chance.
    """
    number = int(digits)
    if number <= _EXACT_IN_A_DOUBLE:
        return False
    value = float(number)
    return number in (int(value), int(Decimal(repr(value))))


_LOOKS_ROUNDED = Problem.of(
    "looks_rounded",
    "This ID may have been rounded by a spreadsheet or a program: its last digits look so. Compare it with its"
    " source.",
)


def required_id(when_missing: Message) -> Callable[[FieldValue], Problem | None]:
    """Return what judges an ID that must be there.

    Args:
        when_missing: Message for an empty field.
    """

    def check(value: FieldValue) -> Problem | None:
        if value == "":
            return Problem("required", when_missing)
        return _check_id(value)

    return check


def check_optional_id(value: FieldValue) -> Problem | None:
    """Return what is wrong with an ID that may be left out, or None."""
    return None if value == "" else _check_id(value)


def _check_id(value: FieldValue) -> Problem | None:
    if not isinstance(value, str):
        return Problem.of("not_text", "This takes one ID.")
    if _ROUNDED.fullmatch(value):
        return Problem.of(
            "id_rounded",
            "A spreadsheet or a program has rounded this ID, and its last digits are lost. Copy it from its source.",
        )
    if is_placeholder(value):
        return Problem.of("id_placeholder", "“{value}” is a placeholder. Enter the ID itself.", value=value)
    return None if _ID.fullmatch(value) else _check_form(value)


def _check_form(value: str) -> Problem:
    """Return what keeps a text from having the form of an ID."""
    if any(character.isspace() or category(character) in {"Cc", "Cs"} for character in value):
        return Problem.of("id_has_blank", "An ID has no spaces or line breaks. Remove them.")
    others = [character for character in dict.fromkeys(value) if not _ID.fullmatch(character)]
    if others:
        shown = [one if one.isprintable() else escape_chars(one) for one in others[:_MOST_SHOWN]]
        return Problem.of(
            "id_characters",
            "An ID has only letters from A to Z, digits, _ and -. Remove {characters}",
            characters=" ".join([*shown, "…"] if len(others) > _MOST_SHOWN else shown),
        )
    return too_many(
        "id_too_long", "Too many characters for an ID ({count} of {limit}).", len(value), ID_LIMIT
    )


def check_share_folder_id(value: FieldValue) -> Problem | None:
    """Return what is wrong with the primary key of a shared folder, or None."""
    problem = required_id(Message("Enter the ID (primary key) of the shared folder."))(value)
    if not isinstance(value, str) or (problem is not None and problem.code not in _NO_NUMBER):
        return problem
    if value.startswith(("F", "f")):
        return Problem.of(
            "share_folder_id_is_file_id",
            "This is the file ID of the shared folder. Enter its primary key, a number.",
        )
    if not re.fullmatch("[1-9][0-9]*", value):
        return Problem.of("share_folder_id_not_number", "This takes digits only and no zero in front.")
    if len(value) > 19 or int(value) > SHARE_FOLDER_ID_LIMIT:
        return Problem.of("share_folder_id_too_large", "This number is too large for the service.")
    return None


def check_scope_dir(value: FieldValue) -> Problem | None:
    """Return what is wrong with the list of folders of a collection album, or None."""
    if isinstance(value, str) and value:
        return Problem.of("not_a_list", "This takes a list of IDs.")
    ids = list(value)
    if not ids:
        return Problem.of("required", "Add at least one folder to collect from.")
    for position, directory in enumerate(ids, start=1):
        problem = _check_listed_id(directory, position)
        if problem is not None:
            return problem
    directory, times = Counter(ids).most_common(1)[0]
    if times > 1:
        return Problem.of(
            "duplicate", "{id} is in the list {times} times. Keep one.", id=directory, times=times
        )
    if len(ids) > SCOPE_DIR_LIMIT:
        return too_many(
            "too_many",
            "Too many folders ({count} of {limit}). Remove {excess}.",
            len(ids),
            SCOPE_DIR_LIMIT,
        )
    return None


def _check_listed_id(value: str, position: int) -> Problem | None:
    problem = _check_id(value)
    if problem is None:
        return None
    if value == "" or problem.code == "id_has_blank":
        return Problem.of(
            "id_has_blank", "ID {position} has spaces or is empty. Correct it.", position=position
        )
    if problem.code == "id_rounded":
        return Problem.of(
            "id_rounded",
            "A spreadsheet or a program has rounded ID {position}, and its last digits are lost. Copy it from its"
            " source.",
            position=position,
        )
    return _at(position, problem)


def _at(position: int, problem: Problem) -> Problem:
    """Return the problem of an ID in a list, with its place."""
    message = Message("ID {position}: {problem}", position=position, problem=problem.message)
    return Problem(problem.code, message)


def advise_id(value: FieldValue) -> Problem | None:
    """Return what deserves a second look in an ID, though nothing forbids it, or None."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= ID_LIMIT:
        return _LOOKS_ROUNDED if is_rounded(value) or _ROUNDED_BY_HAND.fullmatch(value) else None
    return None


def advise_scope_dir(value: FieldValue) -> Problem | None:
    """Return what deserves a second look in the list of folders of a collection album, or None."""
    for position, directory in enumerate(() if isinstance(value, str) else value, start=1):
        advice = advise_id(directory)
        if advice is not None:
            return _at(position, advice)
    return None
