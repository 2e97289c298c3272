"""The rules for IDs: any, that of a shared folder, and the list of folders of a collection album."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from unicodedata import category

from koodrive.characters import spelled_all
from koodrive.problems import Problem, too_many
from koodrive.wording import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.problems import FieldValue

ID_LIMIT = 64
SCOPE_DIR_LIMIT = 30
SHARE_FOLDER_ID_LIMIT = 2**63 - 1

_ID = re.compile(f"[A-Za-z0-9_-]{{1,{ID_LIMIT}}}")
_PLACEHOLDER = re.compile(r"null|none|nil|nan|undefined", re.IGNORECASE)
_ROUNDED = re.compile(r"[0-9](?:[.,][0-9]+)?E\+[0-9]{2}", re.IGNORECASE)
_LOOKS_ROUNDED = re.compile(r"[0-9]{13,}000")


def is_id(text: str) -> bool:
    """Return whether `text` has the form of an ID: 1 to 64 of ``A-Z a-z 0-9 _ -``, and no word for "nothing"."""
    return _ID.fullmatch(text) is not None and _PLACEHOLDER.fullmatch(text) is None


def required_id(when_missing: str) -> Callable[[FieldValue], Problem | None]:
    """Return what judges an ID that must be there.

    Args:
        when_missing: What to say where it is not, as a sentence.
    """

    def check(value: FieldValue) -> Problem | None:
        if value == "":
            return Problem("required", Sentence(when_missing))
        return _check_id(value)

    return check


def check_optional_id(value: FieldValue) -> Problem | None:
    """Return what is wrong with an ID that may be left out, or None."""
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


def check_share_folder_id(value: FieldValue) -> Problem | None:
    """Return what is wrong with the primary key of a shared folder, or None."""
    problem = required_id("Give the ID (primary key) of the shared folder.")(value)
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


def check_scope_dir(value: FieldValue) -> Problem | None:
    """Return what is wrong with the list of folders of a collection album, or None."""
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
        return too_many("too_many", template, len(ids), SCOPE_DIR_LIMIT)
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


def advise_id(value: FieldValue) -> Problem | None:
    """Return what deserves a second look in an ID, though nothing forbids it, or None."""
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
