"""Every documented rule of every field of the two creates, once, as data and pure functions.

Texts go in as they stand in a form: a mapping from API field name (camelCase) to text, `scopeDir` to a list of text.
This module maps fields to rules; the rules are in `koodrive.rules.names` and `koodrive.rules.ids`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.messages import Message
from koodrive.models import AlbumKind, AlbumType, ScopeKind, ShareType
from koodrive.rules.ids import (
    advise_id,
    advise_scope_dir,
    check_optional_id,
    check_scope_dir,
    check_share_folder_id,
    required_id,
)
from koodrive.rules.names import (
    advise_album_name,
    advise_shared_folder_name,
    check_album_name,
    check_optional_album_name,
    check_shared_folder_name,
)
from koodrive.rules.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from koodrive.rules.problems import Fields, FieldValue, Problems

    Check = Callable[[FieldValue], Problem | None]

HELP = {
    "name.manual": Message("1 to 20 characters."),
    "name.collection": Message("Optional; up to 20 characters. The service may not show it back."),
    "scopeDir": Message("1 to 30 folder IDs, all in the same parent folder."),
    "scopeParentFolderId": Message("ID of the folder that holds all of them."),
    "containerId.album": Message("Optional. ID of the space that the folders are in."),
    "groupId": Message("Group ID: shown when the shared folder was created, and in the history."),
    "shareFolderId": Message(
        "A number: the primary key of the shared folder, not its file ID, which begins with F."
    ),
    "containerId.sharedFolder": Message("ID of the owner's personal space."),
    "name.sharedFolder": Message('1 to 31 characters, no emoji and none of < > | : * ? " /'),
}
"""Help text under each field, by API field name and, where it differs, the case."""


_COLLECTION, _SHARED = str(AlbumType.COLLECTION.value), str(AlbumKind.SHARED.value)


def check_album(fields: Fields) -> Problems:
    """Return all problems of the fields of an album; empty when all is well.

    Fields that the chosen type and kind do not use are not looked at, because they are not sent.

    Args:
        fields: API field name to text (`scopeDir`: list of text); missing fields count as empty.
    """
    is_collection = _text(fields, "type") == _COLLECTION
    is_shared = _text(fields, "albumKind") == _SHARED
    return _evaluate(_ALBUM_CHECKS[is_collection, is_shared], fields)


def check_shared_folder(fields: Fields) -> Problems:
    """Return all problems of the fields of a shared folder; empty when all is well.

    Args:
        fields: API field name to text; missing fields count as empty, a missing `shareType` as the only one.
    """
    return _evaluate(_SHARED_FOLDER_CHECKS, fields)


def advise_album(fields: Fields) -> Problems:
    """Return what deserves a second look in the fields of an album, though nothing forbids it."""
    return _advise(_ALBUM_ADVICE, fields)


def advise_shared_folder(fields: Fields) -> Problems:
    """Return what deserves a second look in the fields of a shared folder, though nothing forbids it."""
    return _advise(_SHARED_FOLDER_ADVICE, fields)


def _evaluate(checks: Mapping[str, Check], fields: Fields) -> Problems:
    found = {}
    for field, check in checks.items():
        value = fields.get(field, "")
        problem = check(value if isinstance(value, str) else _plain_value(value))
        if problem is not None:
            found[field] = problem
    return found


def _advise(checks: Mapping[str, Check], fields: Fields) -> Problems:
    """Return what the checks say of the fields that are there: nothing deserves advice by being empty."""
    found = {}
    for field, value in fields.items():
        check = checks.get(field)
        if check is None:
            continue
        problem = check(value if isinstance(value, str) else _plain_value(value))
        if problem is not None:
            found[field] = problem
    return found


def _plain_value(value: object) -> FieldValue:
    """Return a field as text or as a list of text; what is neither counts as the text that it prints as."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return [str(item) for item in value]
    return str(value)


def _text(fields: Fields, field: str) -> str:
    value = fields.get(field, "")
    if not isinstance(value, str):
        value = _plain_value(value)
    return value if isinstance(value, str) else ""


def _one_of(allowed: set[str], message: Message) -> Check:
    def check(value: FieldValue) -> Problem | None:
        if isinstance(value, str) and value in allowed:
            return None
        return Problem("choice_missing" if value == "" else "choice_unknown", message)

    return check


def _album_checks(*, is_collection: bool, is_shared: bool) -> dict[str, Check]:
    checks: dict[str, Check] = {
        "type": _one_of(
            {str(member.value) for member in AlbumType}, Message("Choose what kind of album it is.")
        ),
        "albumKind": _one_of(
            {str(member.value) for member in AlbumKind}, Message("Choose who the album is for.")
        ),
        "name": check_optional_album_name if is_collection else check_album_name,
    }
    if is_collection:
        checks |= {
            "scopeDir": check_scope_dir,
            "scopeParentFolderId": required_id(
                Message("Enter the folder that holds the folders to collect from.")
            ),
            "scopeKind": _one_of(set(ScopeKind), Message("Choose pictures, videos or both.")),
            "containerId": check_optional_id,
        }
    if is_shared:
        checks |= {
            "groupId": required_id(Message("Enter the group ID of the shared folder.")),
            "shareFolderId": check_share_folder_id,
        }
    return checks


# Built once: a table of a hundred thousand rows asks for them a hundred thousand times.
_ALBUM_CHECKS = {
    (is_collection, is_shared): _album_checks(is_collection=is_collection, is_shared=is_shared)
    for is_collection in (False, True)
    for is_shared in (False, True)
}
"""The checks of an album by whether it is a collection, and whether it is shared."""
_SHARED_FOLDER_CHECKS: dict[str, Check] = {
    "shareType": _one_of(
        {"", str(ShareType.FAMILY.value)}, Message("Only family shared folders can be created.")
    ),
    "containerId": required_id(Message("Enter the ID of the owner's personal space.")),
    "name": check_shared_folder_name,
}
_ALBUM_ADVICE: dict[str, Check] = {
    "name": advise_album_name,
    "scopeDir": advise_scope_dir,
    **dict.fromkeys(("groupId", "shareFolderId", "scopeParentFolderId", "containerId"), advise_id),
}
_SHARED_FOLDER_ADVICE: dict[str, Check] = {"name": advise_shared_folder_name, "containerId": advise_id}
