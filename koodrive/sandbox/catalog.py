"""The albums and shared folders that exist in the sandbox, and the log of those that were deleted."""

from __future__ import annotations

import base64
import hashlib
import threading
from bisect import bisect_right, insort
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from koodrive.sandbox.changes import Change, Contents
from koodrive.sandbox.identity import TENANT_ID
from koodrive.sandbox.state_file import StateFile

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from koodrive.sandbox.changes import Invitation, Item, PlannedChange

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
    """Everything that was made and what became of it, in memory and in the state file; safe for several threads.

    Args:
        state_file: Where it is kept, or None for memory only.

    Raises:
        SandboxError: When the state file cannot be used.
    """

    def __init__(self, state_file: Path | None) -> None:
        self._store = StateFile(state_file)
        self._lock = threading.Lock()
        self._forget()
        records, self._last_id = self._store.open()
        self._last_id = max(self._last_id, _FIRST_ID - _ID_STEP)
        for record in records:
            self._read(record)

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

    def find(self, kind: str, object_id: str) -> Record | None:
        """Return the album or shared folder with this ID (primary key) that exists, with its present name, or None."""
        with self._lock:
            record = self._present.get(object_id)
            return record if record is not None and record["kind"] == kind else None

    def find_folder(self, other_id: str) -> Record | None:
        """Return the shared folder that exists and has this ``groupId`` or ``shareFolderFileId``, or None."""
        with self._lock:
            return self._present.get(self._folder_ids.get(other_id, ""))

    def items(self, object_id: str, end: str | None = None) -> list[Item]:
        """Return what is in an album or a shared folder, newest first, as `Contents.items` does."""
        with self._lock:
            return self._contents.items(object_id, end)

    def invitations(self, folder_id: str) -> list[Invitation]:
        """Return all invitations to a shared folder, oldest first."""
        with self._lock:
            return self._contents.invitations(folder_id)

    def change(self, planned: PlannedChange, time: str) -> bool:
        """Carry out a change that is no delete, on disk before this returns.

        Args:
            planned: The change and its object.
            time: When, as `service_time` writes it.

        Returns:
            Whether there was such an object.

        Raises:
            OSError: When the state file could not be written; then nothing was changed.
        """
        with self._lock:
            if planned.object_id not in self._present:
                return False
            entry = {"kind": "change", **planned.as_json(), "time": time}
            self._store.append(entry)
            self._read(entry)
        return True

    def delete(self, kind: str, object_id: str, origin: Origin, in_window: Iterable[Change] = ()) -> bool:
        """Delete an album, or a shared folder with all albums in it; on disk before this returns.

        Args:
            kind: ``album`` or ``sharedFolder``.
            object_id: Its ID (primary key).
            origin: Who deletes it, when, and with which request.
            in_window: What was done to it between the last look of the client and its call.

        Returns:
            Whether there was such an object.

        Raises:
            OSError: When the state file could not be written; then nothing was deleted.
        """
        with self._lock:
            record = self._present.get(object_id)
            if record is None or record["kind"] != kind:
                return False
            others = self._present.values() if kind == "sharedFolder" else ()
            albums = [one for one in others if _is_in(one, record)]
            entry = {
                "kind": "deletion",
                "log": [
                    self._deletion(one, origin, with_folder=None if one is record else object_id)
                    | {"inWindow": [str(change) for change in in_window] if one is record else []}
                    | {"albums": [album["id"] for album in albums] if one is record else []}
                    for one in (record, *albums)
                ],
            }
            self._store.append(entry)
            self._read(entry)
        return True

    def deletions(self) -> list[Record]:
        """Return everything that was deleted, in the order in which it was."""
        with self._lock:
            return list(self._deletions)

    def made(self) -> list[Record]:
        """Return everything in the order in which it was made."""
        with self._lock:
            return list(self._made)

    def until(self, time: str | None = None) -> list[Record]:
        """Return everything that existed at `time` (as `service_time` writes it), oldest first; None for now."""
        with self._lock:
            if time is None:
                return list(self._shown)
            made = self._by_time[: bisect_right(self._by_time, time, key=itemgetter("createTime"))]
            return [self._present.get(one["id"], one) for one in made if self._was_there(one["id"], time)]

    def reset(self) -> None:
        """Forget everything; IDs are not given a second time.

        Raises:
            OSError: When the state file could not be written; then nothing was forgotten.
        """
        with self._lock:
            self._store.start_over(self._last_id)
            self._forget()

    def close(self) -> None:
        """Let go of the state file."""
        with self._lock:
            self._store.close()

    def _commit(self, record: Record) -> None:
        self._store.append(record)
        self._admit(record)

    def _forget(self) -> None:
        self._made: list[Record] = []
        self._by_time: list[Record] = []
        self._shown: list[Record] = []
        self._present: dict[str, Record] = {}
        self._folder_ids: dict[str, str] = {}
        self._folder_names: set[tuple[str, str, str]] = set()
        self._contents = Contents()
        self._deletions: list[Record] = []
        self._gone_at: dict[str, str] = {}

    def _read(self, entry: Record) -> None:
        """Take over one line of the state file."""
        if entry["kind"] == "change":
            self._apply(entry)
        elif entry["kind"] == "deletion":
            for one in entry["log"]:
                self._remove(one)
        else:
            self._admit(entry)

    def _admit(self, record: Record) -> None:
        self._made.append(record)
        insort(self._by_time, record, key=itemgetter("createTime"))
        insort(self._shown, record, key=itemgetter("createTime"))
        self._last_id = max(self._last_id, int(record["id"]))
        self._present[record["id"]] = record
        if record["kind"] == "sharedFolder":
            self._folder_names.add(_name_key(record))
            self._folder_ids |= dict.fromkeys((record["groupId"], record["shareFolderFileId"]), record["id"])

    def _apply(self, entry: Record) -> None:
        change = Change(entry["change"])
        if change is not Change.RENAME:
            self._contents.apply(entry["id"], change, entry["count"], entry["time"])
            return
        old = self._present[entry["id"]]
        new = {**old, "name": entry["name"]}
        self._shown[self._shown.index(old)] = new
        self._present[old["id"]] = new
        if old["kind"] == "sharedFolder":
            self._folder_names.discard(_name_key(old))
            self._folder_names.add(_name_key(new))

    def _remove(self, entry: Record) -> None:
        record = self._present.pop(entry["id"])
        self._shown.remove(record)
        self._deletions.append(entry)
        self._gone_at[record["id"]] = entry["deleteTime"]
        if record["kind"] == "sharedFolder":
            self._folder_names.discard(_name_key(record))

    def _deletion(self, record: Record, origin: Origin, *, with_folder: str | None) -> Record:
        """Return the entry of the log for a deletion that comes now: what it takes away."""
        object_id = record["id"]
        return {
            **{name: record.get(name) for name in ("kind", "id", "name", "creator")},
            "deletedBy": origin.creator,
            "deleteTime": origin.create_time,
            "traceId": origin.trace_id,
            "items": [item.item_id for item in self._contents.items(object_id)],
            "members": self._contents.members(object_id),
            "withFolder": with_folder,
        }

    def _was_there(self, object_id: str, time: str) -> bool:
        gone_at = self._gone_at.get(object_id)
        return gone_at is None or gone_at > time

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


def _name_key(folder: Record) -> tuple[str, str, str]:
    return folder["creator"], folder["containerId"], folder["name"]


def _is_in(record: Record, folder: Record) -> bool:
    return record["kind"] == "album" and str(record.get("shareFolderId")) == str(folder["id"])
