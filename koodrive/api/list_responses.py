"""Reads the answers of the calls that list something strictly; a row that cannot be understood spoils its whole page.

Follows ListShareFolder, ListAlbums, GetSpace and getPersonalFiles.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from koodrive.api.responses import get_id, get_number, get_text, reject_response, require_success
from koodrive.clock.server_clock import server_time
from koodrive.errors import OutcomeUnknownError
from koodrive.messages import Message
from koodrive.models import Album, Folder, FolderPage, ListPage, ListRow, SharedFolder, Space

if TYPE_CHECKING:
    from koodrive.api.responses import ApiResponse

_FOLDER = "10"
_CLOCK_TOLERANCE = timedelta(seconds=10)
"""The computers of a service need not agree on the time to the second."""
_BYTES_PER_GB, _BYTES_PER_KB = 1 << 30, 1 << 10


class ListMissingError(OutcomeUnknownError):
    """Raised when an answer says yes and has no list, be it under another name: an empty one may look like that."""


def shared_folder_page(answer: ApiResponse) -> ListPage[SharedFolder]:
    """Return the page in an answer to `sharefolder/list`.

    Args:
        answer: The response.

    Raises:
        RefusedError: When the service refused to list them.
        OutcomeUnknownError: When the answer cannot be trusted.
    """
    payload = require_success(answer, "folders")
    rows = tuple(read_shared_folder(answer, row) for row in rows_in(answer, payload, "folders"))
    return page_of(answer, payload, rows)


def album_page(answer: ApiResponse) -> ListPage[Album]:
    """Return the page in an answer to `album/list`; arguments and errors are those of `shared_folder_page`."""
    payload = require_success(answer, "albumList")
    rows = tuple(_album(answer, row) for row in rows_in(answer, payload, "albumList"))
    return page_of(answer, payload, rows)


def require_shared_folders(answer: ApiResponse) -> None:
    """Raise unless `answer` to `sharefolder/list` is a success; a list that is left out counts as empty.

    Raises:
        RefusedError: When the service refused to list them.
        OutcomeUnknownError: When the answer cannot be trusted.
    """
    payload = require_success(answer, "folders")
    if payload.get("folders") is not None:
        rows_in(answer, payload, "folders")


def spaces(answer: ApiResponse) -> tuple[Space, ...]:
    """Return what an answer to `space/{ownerId}` tells: one space, or the several that a newer form of the call lists.

    Raises:
        RefusedError: When the service refused to tell.
        OutcomeUnknownError: When the answer cannot be trusted.
    """
    payload = require_success(answer, "data")
    if isinstance(payload.get("data"), dict):
        payload = {"data": [payload["data"]]}
    return tuple(_space(answer, row) for row in rows_in(answer, payload, "data"))


def folder_page(answer: ApiResponse) -> FolderPage:
    """Return the folders in an answer to `files/0`; other files are passed over.

    The field names are those of the calls beside it, as the page of this one is not known to us in full.

    Raises:
        RefusedError: When the service refused to list them.
        OutcomeUnknownError: When the answer cannot be trusted.
    """
    payload = require_success(answer, "files")
    cursor = get_text(payload, "nextCursor")
    try:
        rows = rows_in(answer, payload, "files")
    except ListMissingError:
        # It is not said whether an empty list is left out.
        return FolderPage((), cursor)
    return FolderPage(
        tuple(
            Folder(get_id(answer, row, "id"), get_text(row, "fileName") or "")
            for row in rows
            if get_text(row, "fileType") in {None, _FOLDER}
        ),
        cursor,
    )


def _space(answer: ApiResponse, row: dict[str, Any]) -> Space:
    gigabytes, kilobytes = get_number(row, "capacity", 19), get_number(row, "capacityKb", 19)
    return Space(
        container_id=get_id(answer, row, "containerId"),
        capacity_bytes=None
        if gigabytes is None
        else gigabytes * _BYTES_PER_GB + (kilobytes or 0) * _BYTES_PER_KB,
        status=get_text(row, "status"),
        root_folder_id=get_text(row, "bizRootFileId"),
    )


def page_of(
    answer: ApiResponse, payload: dict[str, Any], rows: tuple[ListRow, ...], next_cursor: str | None = None
) -> ListPage[ListRow]:
    """Return `rows` with what their answer says of the list as a whole.

    Args:
        answer: The response.
        payload: Its JSON object.
        rows: Those of the page.
        next_cursor: Cursor of the next page.
    """
    total = get_number(payload, "total", 19)
    # None of it, or the -1 of services that do not count, says nothing; in any other form it may say that rows lack.
    has_odd_total = total is None and payload.get("total") not in (None, "", -1, "-1")
    return ListPage(rows, total, is_cached(answer), server_time(answer.headers), has_odd_total, next_cursor)


def is_cached(answer: ApiResponse) -> bool:
    """Return whether a cache gave an answer: by its Age (RFC 9111, 5.1), or as it is older than the question."""
    made_at = server_time(answer.headers)
    return answer.headers.get("Age", "").strip() not in {"", "0"} or (
        made_at is not None and answer.asked_at is not None and made_at < answer.asked_at - _CLOCK_TOLERANCE
    )


def rows_in(answer: ApiResponse, payload: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """Return the list `name` of `payload`.

    Raises:
        ListMissingError: When there is no list at all.
        OutcomeUnknownError: When it has another form.
    """
    rows = payload.get(name)
    if rows is None:
        error = OutcomeUnknownError if _may_hold_a_list(payload) else ListMissingError
        reject_response(answer, Message("The list “{name}” is not in it.", name=name), error)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        reject_response(
            answer, Message("The list “{name}” in it has another form than documented.", name=name)
        )
    return rows


def _may_hold_a_list(payload: dict[str, Any]) -> bool:
    """Return whether a list may lie in `payload` where it is not looked for, so that it has another form."""
    return any(isinstance(value, list) or (isinstance(value, dict) and value) for value in payload.values())


def read_shared_folder(answer: ApiResponse, row: dict[str, Any]) -> SharedFolder:
    """Return the shared folder in `row`, a part of `answer`.

    Raises:
        OutcomeUnknownError: When it has no ID.
    """
    max_member = row.get("maxMember")
    return SharedFolder(
        id=get_id(answer, row, "id"),
        name=get_text(row, "name") or "",
        share_folder_file_id=get_text(row, "shareFolderFileId"),
        group_id=get_text(row, "groupId"),
        container_id=get_text(row, "containerId"),
        owner_id=get_text(row, "ownerId"),
        creator=get_text(row, "creator"),
        create_time=get_text(row, "createTime"),
        max_member=max_member if type(max_member) is int else None,
        status=get_number(row, "status", 4),
    )


def _album(answer: ApiResponse, row: dict[str, Any]) -> Album:
    return Album(
        id=get_id(answer, row, "id"),
        name=get_text(row, "name"),
        scope_dir=_ids(row.get("scopeDir")),
        creator=get_text(row, "creator"),
        create_time=get_text(row, "createTime"),
    )


def _ids(value: Any) -> tuple[str, ...] | None:
    """Return a list of IDs as text; None for anything else, as the reference does not say what is in it."""
    if not isinstance(value, list) or not all(isinstance(item, str) or type(item) is int for item in value):
        return None
    return tuple(str(item) for item in value)
