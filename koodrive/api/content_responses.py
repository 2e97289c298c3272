"""Reads the answers of the calls that show what is in an album or a shared folder, and whom it is shared with.

Follows ListAlbumContent, GetShareFolderMetadata, InviteList and getPersonalFiles. Nothing is deleted that holds
anything, so whatever cannot be understood raises: it never counts as empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from koodrive.api.list_responses import ListMissingError, is_cached, page_of, read_shared_folder, rows_in
from koodrive.api.responses import get_id, get_number, get_text, reject_response, require_success
from koodrive.messages import Message
from koodrive.models import AlbumContent, File, Invite, InviteStatus, ListPage, SharedFolder

if TYPE_CHECKING:
    from koodrive.api.responses import ApiResponse


def album_content_page(answer: ApiResponse) -> ListPage[AlbumContent]:
    """Return the page in an answer to `album/{albumId}/list`.

    Raises:
        RefusedError: When the service refused to list it.
        OutcomeUnknownError: When the answer cannot be trusted.
    """
    payload = require_success(answer, "contentList", "total")
    try:
        found = rows_in(answer, payload, "contentList")
    except ListMissingError:
        # Many services leave an empty list out, or write null; this one says beside it how many there are.
        if get_number(payload, "total", 19) != 0:
            raise
        found = []
    rows = tuple(
        AlbumContent(get_id(answer, row, "id"), get_text(row, "ownerId"), get_text(row, "takeTime"))
        for row in found
    )
    return page_of(answer, payload, rows, _cursor(answer, payload, "nextPageCursor"))


def shared_folder(answer: ApiResponse) -> SharedFolder:
    """Return the shared folder in an answer to `sharefolder/metadata/{shareFolderId}`.

    Raises:
        RefusedError: When the service refused to tell.
        OutcomeUnknownError: When the answer cannot be trusted.
    """
    payload = require_success(answer, "sharefolder")
    if is_cached(answer):
        reject_response(answer, Message("A cache gave it, so it may be older than the question."))
    row = payload.get("sharefolder")
    if not isinstance(row, dict):
        reject_response(
            answer, Message("The part “sharefolder” of the answer has another form than documented.")
        )
    return read_shared_folder(answer, row)


def invite_page(answer: ApiResponse) -> ListPage[Invite]:
    """Return the invitations in an answer to `usergroupsInvite/inviteList/{groupId}`.

    Raises:
        RefusedError: When the service refused to list them.
        OutcomeUnknownError: When the answer cannot be trusted.
    """
    payload = require_success(answer, "details")
    rows = tuple(_invite(row) for row in rows_in(answer, payload, "details"))
    return page_of(answer, payload, rows)


def file_page(answer: ApiResponse) -> ListPage[File]:
    """Return the files and folders in an answer to `files/0`; field names are those of the calls beside it.

    Raises:
        RefusedError: When the service refused to list them.
        OutcomeUnknownError: When the answer cannot be trusted.
    """
    payload = require_success(answer, "files")
    rows = tuple(
        File(get_id(answer, row, "id"), get_text(row, "fileName") or "", get_text(row, "fileType"))
        for row in rows_in(answer, payload, "files")
    )
    return page_of(answer, payload, rows, _cursor(answer, payload, "nextCursor"))


def _cursor(answer: ApiResponse, payload: dict[str, Any], name: str) -> str | None:
    """Return the cursor of the next page; None after the last one.

    Raises:
        OutcomeUnknownError: When it is neither text nor number, so that there may be more.
    """
    cursor = get_text(payload, name)
    if cursor is None and payload.get(name) not in (None, ""):
        reject_response(answer, Message("Whether there are more pages cannot be told from it."))
    return cursor


def _invite(row: dict[str, Any]) -> Invite:
    number = get_number(row, "status", 4)
    status = InviteStatus(number) if number in set(InviteStatus) else None
    return Invite(get_text(row, "inviteId"), status, get_text(row, "inviteePhone"))
