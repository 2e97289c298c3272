"""Reads the answers of the two list calls strictly; a row that cannot be understood spoils its whole page.

Follows ListShareFolder and ListAlbums (KOODRIVE.md, 4.1 to 4.3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from koodrive.answers import accepted, distrust, id_in, text_in
from koodrive.errors import OutcomeUnknownError
from koodrive.models import Album, SharedFolder
from koodrive.wording import Sentence

if TYPE_CHECKING:
    from koodrive.answers import Answer


class ListLeftOutError(OutcomeUnknownError):
    """Raised when an answer says yes, but has no list: an empty one may look like that, and so may another form."""


def shared_folders(answer: Answer) -> tuple[SharedFolder, ...]:
    """Return the rows of an answer to `sharefolder/list`.

    Raises:
        RefusedError: When the service refused to list them.
        OutcomeUnknownError: When the answer cannot be trusted.
    """
    return tuple(_shared_folder(answer, row) for row in _rows(answer, "folders"))


def albums(answer: Answer) -> tuple[Album, ...]:
    """Return the rows of an answer to `album/list`.

    Raises:
        RefusedError: When the service refused to list them.
        OutcomeUnknownError: When the answer cannot be trusted.
    """
    return tuple(_album(answer, row) for row in _rows(answer, "albumList"))


def accepted_shared_folders(answer: Answer) -> None:
    """Let an answer to `sharefolder/list` pass that accepts the question; a list that is left out may be empty.

    Raises:
        RefusedError: When the service refused to list them.
        OutcomeUnknownError: When the answer cannot be trusted.
    """
    if accepted(answer).get("folders") is not None:
        _rows(answer, "folders")


def _rows(answer: Answer, name: str) -> list[dict[str, Any]]:
    rows = accepted(answer).get(name)
    if rows is None:
        distrust(answer, Sentence("The list “{name}” is not in it.", name=name), ListLeftOutError)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        distrust(answer, Sentence("The list “{name}” in it has another form than documented.", name=name))
    return rows


def _shared_folder(answer: Answer, row: dict[str, Any]) -> SharedFolder:
    max_member = row.get("maxMember")
    return SharedFolder(
        id=id_in(answer, row, "id"),
        name=text_in(row, "name") or "",
        share_folder_file_id=text_in(row, "shareFolderFileId"),
        group_id=text_in(row, "groupId"),
        container_id=text_in(row, "containerId"),
        owner_id=text_in(row, "ownerId"),
        creator=text_in(row, "creator"),
        create_time=text_in(row, "createTime"),
        max_member=max_member if type(max_member) is int else None,
    )


def _album(answer: Answer, row: dict[str, Any]) -> Album:
    return Album(
        id=id_in(answer, row, "id"),
        name=text_in(row, "name"),
        scope_dir=_ids(row.get("scopeDir")),
        creator=text_in(row, "creator"),
        create_time=text_in(row, "createTime"),
    )


def _ids(value: Any) -> tuple[str, ...] | None:
    """Return a list of IDs as text; None for anything else, as the reference does not say what is in it."""
    if not isinstance(value, list) or not all(isinstance(item, str) or type(item) is int for item in value):
        return None
    return tuple(str(item) for item in value)
