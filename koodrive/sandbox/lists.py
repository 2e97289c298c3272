"""The answers of the calls that list and show albums, shared folders, what is in them and whom they are shared with."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from koodrive.sandbox.files import IMAGE, page_of
from koodrive.sandbox.identity import FRIEND_ID, MEMBER_LIMIT, SANDBOX_USER_ID
from koodrive.sandbox.messages import success

if TYPE_CHECKING:
    from koodrive.sandbox.catalog import Record
    from koodrive.sandbox.changes import Invitation, Item
    from koodrive.sandbox.messages import Response

_VALIDITY: Final = timedelta(days=7)
_MANUAL: Final = 2
_CREATED_BY_ME: Final = 1
_JOINED_BY_ME: Final = 2
_LISTED: Final = "tenantId creator createTime id containerId shareFolderFileId name groupId"


def albums(shown: list[Record], values: dict[str, Any]) -> Response:
    """Answer `album/list`.

    Args:
        shown: Everything that can be seen, oldest first.
        values: The checked parameters albumKind, albumType, groupId (optional), pageSize and pageNum.
    """
    found = [
        record
        for record in reversed(shown)
        if record["kind"] == "album"
        and record["albumKind"] == values["albumKind"]
        and record["type"] == values["albumType"]
        and values.get("groupId") in {None, record.get("groupId")}
    ]
    first = (values["pageNum"] - 1) * values["pageSize"]
    page = found[first : first + values["pageSize"]]
    return success(albumList=[_album_item(record) for record in page], total=len(found))


def shared_folders(shown: list[Record], values: dict[str, Any]) -> Response:
    """Answer `sharefolder/list`.

    Args:
        shown: Everything that can be seen, oldest first.
        values: The checked parameters offset, limit, keyWord (optional), status and queryType.
    """
    # Only 0 works, and the one user is a member of all that others make.
    possible = values["status"] == "0"
    mine = {_CREATED_BY_ME: {True}, _JOINED_BY_ME: {False}}.get(values["queryType"], {True, False})
    word = values.get("keyWord", "").casefold()
    found = [
        record
        for record in reversed(shown)
        if possible
        and record["kind"] == "sharedFolder"
        and (record["creator"] == SANDBOX_USER_ID) in mine
        and word in record["name"].casefold()
    ]
    page = found[values["offset"] : values["offset"] + values["limit"]]
    return success(folders=[shared_folder_item(record) for record in page])


def _album_item(record: Record) -> dict[str, Any]:
    item: dict[str, Any] = {"id": record["id"]}
    if record["type"] == _MANUAL:
        item |= {"name": record["name"], "coverImg": ""}
    item |= {"albumType": record["type"], "albumKind": record["albumKind"]}
    if record["type"] != _MANUAL:
        item["scopeDir"] = record["scopeDir"]
    return item


def shared_folder_item(record: Record) -> dict[str, Any]:
    """Return a shared folder as lists and its metadata show it."""
    fixed = {"ownerId": int(record["creator"]), "status": 0, "maxMember": MEMBER_LIMIT}
    return {name: record[name] for name in _LISTED.split()} | fixed


def album_content(items: list[Item], values: dict[str, Any], album_id: str) -> Response:
    """Answer `album/{albumId}/list`.

    Args:
        items: What is in the album, newest first.
        values: The checked parameters pageSize and pageCursor (optional).
        album_id: The album.
    """
    page_info = {"pageSize": int(values["pageSize"]), "pageCursor": values.get("pageCursor", "")}
    page, cursor = page_of(items, page_info, album_id)
    rows = [{"id": item.item_id, "takeTime": item.time, "ownerId": FRIEND_ID} for item in page]
    return success(contentList=rows, total=len(items), **({"nextPageCursor": cursor} if cursor else {}))


def folder_files(items: list[Item], body: dict[str, Any], folder: Record) -> Response:
    """Answer `files/{type}` for a shared folder.

    Args:
        items: What is in it, newest first.
        body: The checked body.
        folder: Its record.
    """
    file_type = body.get("fileType")
    found = items if file_type in {None, IMAGE} else []
    page, cursor = page_of(found, body.get("pageInfo", {}), f"{folder['id']}/{file_type}")
    rows = [
        {
            "id": item.item_id,
            "fileName": item.name,
            "fileType": IMAGE,
            "parentFolder": [folder["shareFolderFileId"]],
            "containers": [folder["containerId"]],
            "createdTime": item.time,
            "editedTime": item.time,
        }
        for item in page
    ]
    return success(files=rows, **({"nextCursor": cursor} if cursor else {}))


def invites(found: list[Invitation]) -> Response:
    """Answer `usergroupsInvite/inviteList/{groupId}`."""
    rows = [
        {
            "inviteId": one.invite_id,
            "inviteePhone": f"0027176****{one.invite_id[-3:]}",
            "status": one.status,
            "createTime": one.time,
            # Unlike all other times of the service, as Java prints a date.
            "expireTime": f"{datetime.fromisoformat(one.time) + _VALIDITY:%a %b %d %H:%M:%S UTC %Y}",
        }
        for one in found
    ]
    return success(details=rows)
