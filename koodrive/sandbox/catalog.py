"""The albums and shared folders that exist in the sandbox."""

from __future__ import annotations

import base64
import hashlib
import threading
from bisect import bisect_right, insort
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from koodrive.sandbox.identity import MEMBER_LIMIT, SANDBOX_USER_ID, TENANT_ID
from koodrive.sandbox.messages import success
from koodrive.sandbox.state_file import StateFile

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from koodrive.sandbox.messages import Response

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
    fixed = {"ownerId": int(record["creator"]), "status": 0, "maxMember": MEMBER_LIMIT}
    return {name: record[name] for name in _LISTED.split()} | fixed


_FIRST_ID: Final = 1805929618625036417
# An odd start and steps of a multiple of 256, which is how far apart doubles are at this size: a client that
# reads an ID as a floating point number damages it every time.
_ID_STEP: Final = 1 << 20

Record = dict[str, Any]
"""One album or shared folder: ``kind`` is ``album`` or ``sharedFolder``; the IDs given to it are text."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Creator, time and request of an object."""

    creator: str
    """The user ID; digits."""
    create_time: str
    """As `service_time` writes it."""
    trace_id: str | None = None
    """The X-Traceid of the request; None when it had none, or when there was no request."""


def service_time(time: datetime) -> str:
    """Write `time`, which is in UTC, as the service does; earlier times sort before later ones."""
    return f"{time:%Y-%m-%dT%H:%M:%S}.{time.microsecond // 1000:03}Z"


class NameTakenError(Exception):
    """Raised when the creator already has a shared folder of that name in that space."""


class Catalog:
    """Everything that was made, in memory and in the state file; safe for use by several threads.

    Args:
        state_file: Where it is kept, or None for memory only.

    Raises:
        SandboxError: When the state file cannot be used.
    """

    def __init__(self, state_file: Path | None) -> None:
        self._store = StateFile(state_file)
        self._lock = threading.Lock()
        self._made: list[Record] = []
        self._by_time: list[Record] = []
        self._folders: dict[str, Record] = {}
        self._folder_names: set[tuple[str, str, str]] = set()
        records, self._last_id = self._store.open()
        self._last_id = max(self._last_id, _FIRST_ID - _ID_STEP)
        for record in records:
            self._admit(record)

    def add_album(self, fields: Record, origin: Origin) -> Record:
        """Make an album, on disk before this returns.

        Args:
            fields: The members of the request's body.
            origin: Where it comes from.

        Raises:
            OSError: When the state file could not be written; then nothing was made.
        """
        with self._lock:
            record = {"kind": "album", "id": self._next_id(), **fields, **_members(origin)}
            self._commit(record)
        return record

    def add_shared_folder(self, fields: Record, origin: Origin) -> Record:
        """Make a shared folder with its group, on disk before this returns.

        Args:
            fields: The members of the request's body.
            origin: Where it comes from.

        Raises:
            NameTakenError: When its creator has one of that name in that space.
            OSError: When the state file could not be written; then nothing was made.
        """
        with self._lock:
            if (origin.creator, fields["containerId"], fields["name"]) in self._folder_names:
                raise NameTakenError
            group_id, folder_id = self._next_id(), self._next_id()
            ids = {"id": folder_id, "groupId": group_id, "shareFolderFileId": _file_id(folder_id)}
            record = {"kind": "sharedFolder", **ids, **fields, **_members(origin)}
            self._commit(record)
        return record

    def shared_folder(self, folder_id: str) -> Record | None:
        """Return the shared folder with this primary key, or None."""
        with self._lock:
            return self._folders.get(folder_id)

    def made(self) -> list[Record]:
        """Return everything in the order in which it was made."""
        with self._lock:
            return list(self._made)

    def until(self, time: str | None = None) -> list[Record]:
        """Return everything whose creation time is `time` (as `service_time` writes it) or earlier, oldest first.

        None sets no end.
        """
        with self._lock:
            if time is None:
                return list(self._by_time)
            return self._by_time[: bisect_right(self._by_time, time, key=itemgetter("createTime"))]

    def reset(self) -> None:
        """Forget everything; IDs are not given a second time.

        Raises:
            OSError: When the state file could not be written; then nothing was forgotten.
        """
        with self._lock:
            self._store.start_over(self._last_id)
            self._made.clear()
            self._by_time.clear()
            self._folders.clear()
            self._folder_names.clear()

    def close(self) -> None:
        """Let go of the state file."""
        with self._lock:
            self._store.close()

    def _commit(self, record: Record) -> None:
        self._store.append(record)
        self._admit(record)

    def _admit(self, record: Record) -> None:
        self._made.append(record)
        insort(self._by_time, record, key=itemgetter("createTime"))
        self._last_id = max(self._last_id, int(record["id"]))
        if record["kind"] == "sharedFolder":
            self._folders[record["id"]] = record
            self._folder_names.add((record["creator"], record["containerId"], record["name"]))

    def _next_id(self) -> str:
        self._last_id += _ID_STEP
        return str(self._last_id)


def _members(origin: Origin) -> Record:
    return {
        "tenantId": TENANT_ID,
        "creator": origin.creator,
        "createTime": origin.create_time,
        "traceId": origin.trace_id,
    }


def _file_id(folder_id: str) -> str:
    digest = hashlib.sha256(folder_id.encode()).digest()[:24]
    return f"F{base64.urlsafe_b64encode(digest).decode()}"
