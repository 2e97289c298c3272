"""The two lists of KooDrive, with their filters and paging; the newest comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from koodrive.sandbox.exchange import success
from koodrive.sandbox.identity import MEMBER_LIMIT, SANDBOX_USER_ID

if TYPE_CHECKING:
    from koodrive.sandbox.catalog import Record
    from koodrive.sandbox.exchange import Answer

_MANUAL: Final = 2
_CREATED_BY_ME: Final = 1
_JOINED_BY_ME: Final = 2


def albums(shown: list[Record], values: dict[str, Any]) -> Answer:
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


def shared_folders(shown: list[Record], values: dict[str, Any]) -> Answer:
    """Answer `sharefolder/list`.

    Args:
        shown: Everything that can be seen, oldest first.
        values: The checked parameters offset, limit, keyWord (optional), status and queryType.
    """
    # Nothing is ever deleted here, and the one user is a member of all that others make.
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
    return success(folders=[_shared_folder(record) for record in page])


def _album_item(record: Record) -> dict[str, Any]:
    item: dict[str, Any] = {"id": record["id"]}
    if record["type"] == _MANUAL:
        item |= {"name": record["name"], "coverImg": ""}
    item |= {"albumType": record["type"], "albumKind": record["albumKind"]}
    if record["type"] != _MANUAL:
        item["scopeDir"] = record["scopeDir"]
    return item


def _shared_folder(record: Record) -> dict[str, Any]:
    return {
        "tenantId": record["tenantId"],
        "creator": record["creator"],
        "createTime": record["createTime"],
        "ownerId": int(record["creator"]),
        "status": 0,
        "id": record["id"],
        "containerId": record["containerId"],
        "shareFolderFileId": record["shareFolderFileId"],
        "name": record["name"],
        "groupId": record["groupId"],
        "maxMember": MEMBER_LIMIT,
    }
