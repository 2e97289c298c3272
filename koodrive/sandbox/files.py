"""Folders and files of the spaces, and the pages of `files/{type}`."""

from __future__ import annotations

import hashlib
import re
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from koodrive.sandbox import messages
from koodrive.sandbox.identity import SANDBOX_CONTAINER_ID, SANDBOX_USER_ID, TENANT_ID
from koodrive.sandbox.messages import refusal, success

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from koodrive.sandbox.messages import Response

Entry = TypeVar("Entry")

FOLDER: Final = "10"
IMAGE: Final = "15"
VIDEO: Final = "20"
DOCUMENT: Final = "26"

Tree = dict[str, "Tree | str"]
"""Name to what is inside, for a folder, or to the `fileType`, for a file."""

DEFAULT_FILES: Final[Tree] = {
    "Pictures": {
        "Camera": {
            "IMG_20260814_101522.jpg": IMAGE,
            "IMG_20260814_101530.jpg": IMAGE,
            "VID_20260814_102201.mp4": VIDEO,
        },
        "Holidays 2024": {"Drakensberg": {}, "Table Mountain": {}, "IMG_0001.jpg": IMAGE},
        "Holidays 2025": {"Cape Agulhas": {}, "Garden Route": {}, "IMG_0042.jpg": IMAGE},
        "Holidays 2026": {"Kruger": {}, "Maputo": {}, "Victoria Falls": {}},
        "Days": {f"2026-{month:02}-{day:02}": {} for month in range(1, 8) for day in range(1, 29)},
        "Screenshots": {"Screenshot_20260901.png": IMAGE},
        "家庭相册": {"春节 2026": {}, "爷爷的八十岁生日": {}, "全家福.jpg": IMAGE},
        "Grandma's 80th birthday \N{BIRTHDAY CAKE}\N{PARTY POPPER}": {},
        "cover.jpg": IMAGE,
    },
    "Videos": {"Family": {}, "Football": {"final.mp4": VIDEO}, "VID_0007.mp4": VIDEO},
    "Documents": {
        "Contracts": {"2025": {}, "2026": {}},
        "School": {"Grade 4": {}, "Grade 5": {}},
        "工作资料": {"会议纪要": {}},
        "letter.docx": DOCUMENT,
    },
    "Backup of the old telephone, made before it went to the repair shop and came back empty, "
    "with everything that was on the card as well": {
        "DCIM": {"100ANDRO": {}, "101ANDRO": {}},
        "WhatsApp Images": {"Sent": {}},
    },
    "Work & <b>private</b>": {"A/B \\ C": {}, "\"quoted\" & 'single'": {}},
    "手机备份": {"相机": {}, "微信": {}},
    "scan.jpg": IMAGE,
}


_CAPACITY_GB: Final = "200"
_MADE: Final = "2025-03-14T08:15:27.104Z"
_FIRST_NUMBER: Final = 1_700_000_000_000_000_000
_NUMBERS: Final = 99_999_999_999_999_999


def number_of(*parts: str) -> str:
    """Return the ID for these parts: 19 digits, always the same, and odd.

    An odd number of that size is damaged by a client that reads it as a floating point number.
    """
    digest = hashlib.sha256("\0".join(parts).encode()).digest()
    return str(_FIRST_NUMBER + int.from_bytes(digest[:8]) % _NUMBERS | 1)


class Spaces:
    """The spaces that exist; by default there is one."""

    def __init__(self) -> None:
        self._container_ids: tuple[str, ...] = (SANDBOX_CONTAINER_ID,)

    def put(self, container_ids: Iterable[str]) -> None:
        """Replace the spaces by these, in this order."""
        self._container_ids = tuple(dict.fromkeys(container_ids))

    def require(self, container_id: str) -> None:
        """Check that there is such a space.

        Raises:
            RefusalError: When there is none.
        """
        if container_id not in self._container_ids:
            raise refusal(messages.SPACE_NOT_FOUND, "Space not found: containerId")

    def respond(self, values: dict[str, Any]) -> Response:
        """Answer `space/{ownerId}`.

        Args:
            values: The checked parameters ownerId and containerId (optional).

        Raises:
            RefusalError: When the owner is another user, or there is no such space.
        """
        if values["ownerId"] != SANDBOX_USER_ID:
            raise refusal(messages.NO_PERMISSION, f"No permission on space {values['ownerId']}: ownerId")
        if "containerId" in values:
            self.require(values["containerId"])
            return success(data=_space(values["containerId"]))
        found = [_space(container_id) for container_id in self._container_ids]
        if not found:
            raise refusal(messages.SPACE_NOT_FOUND, "Space not found: ownerId")
        return success(data=found if len(found) > 1 else found[0])


def root_of(container_id: str) -> str:
    """Return the ID of the folder that is the top of a space."""
    return number_of(container_id, "root")


def _space(container_id: str) -> dict[str, str]:
    return {
        "type": "1",
        "status": "0",
        "ownerId": SANDBOX_USER_ID,
        "containerId": container_id,
        "bizRootFileId": root_of(container_id),
        "bizSboxFileId": number_of(container_id, "safe"),
        "capacity": _CAPACITY_GB,
        "capacityKb": "0",
        "spaceUsed": "7340032",
        "tenantId": TENANT_ID,
        "creator": SANDBOX_USER_ID,
        "createTime": _MADE,
        "modifier": SANDBOX_USER_ID,
        "updateTime": _MADE,
        "rootFileId": root_of(container_id),
    }


_ROOT: Final = "root"
_RECYCLE_BIN: Final = "1"
_PAGE_SIZE: Final = 100
_SPACE_MADE: Final = "2026-01-31T17:20:05.000Z"
_MANY: Final = 150
"""In a list that is longer, pages do not all come full, as the sibling lists of the service warn."""
_EMPTY_PAGE: Final = 1
_HALF_PAGE: Final = 3
CURSOR_OF_FIRST_PAGE: Final = "0.0.first"
"""A cursor of every list that gives its first page."""
_CURSOR: Final = re.compile(
    r"(?P<number>[0-9]{1,9})\.(?P<place>[0-9]{1,9})\.(?P<list>[0-9a-f]{16})", re.ASCII
)


@dataclass(frozen=True, slots=True)
class File:
    """One folder or other file."""

    file_id: str
    """19 digits."""
    name: str
    file_type: str
    parent_id: str
    container_id: str

    def as_json(self) -> dict[str, Any]:
        """Return it as a list shows it."""
        return {
            "id": self.file_id,
            "fileName": self.name,
            "fileType": self.file_type,
            "parentFolder": [self.parent_id],
            "containers": [self.container_id],
            "createdTime": _SPACE_MADE,
            "editedTime": _SPACE_MADE,
        }


class Files:
    """All folders and files, in memory; safe for use by several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._children: dict[str, list[File]] = {}
        self._container_of: dict[str, str] = {}

    def add_folders(self, container_id: str, parent_id: str, names: Iterable[str]) -> list[str]:
        """Append folders of these names to the folder `parent_id` of a space.

        Returns:
            Their IDs, in the order of the names.

        Raises:
            RefusalError: When there is no such parent in that space.
        """
        with self._lock:
            parent_id = self._folder_in(container_id, parent_id)
            start = len(self._children[parent_id])
            return [
                self._add(container_id, parent_id, name, FOLDER, number_of(parent_id, str(place), name))
                for place, name in enumerate(names, start)
            ]

    def respond(self, values: dict[str, Any], body: dict[str, Any]) -> Response:
        """Answer `files/{type}` for a space that exists.

        Args:
            values: The checked parameter type.
            body: The checked body.

        Raises:
            RefusalError: When the folder or the cursor is not known.
        """
        if values["type"] == _RECYCLE_BIN:
            return success(files=[])
        container_id, file_type = body["containerId"], body.get("fileType")
        with self._lock:
            parent_id = self._folder_in(container_id, body.get("parentFileId", _ROOT))
            found = [file for file in self._children[parent_id] if file_type in {None, file.file_type}]
        page, cursor = page_of(found, body.get("pageInfo", {}), f"{parent_id}/{file_type}")
        more = {"nextCursor": cursor} if cursor else {}
        return success(files=[file.as_json() for file in page], **more)

    def start_over(self) -> None:
        """Forget all folders that were added."""
        with self._lock:
            self._children.clear()
            self._container_of.clear()

    def _folder_in(self, container_id: str, folder_id: str) -> str:
        root = root_of(container_id)
        if root not in self._children:
            self._children[root] = []
            self._container_of[root] = container_id
            self._plant(container_id, root, DEFAULT_FILES)
        folder_id = root if folder_id == _ROOT else folder_id
        if folder_id not in self._children:
            raise refusal(messages.RESOURCE_NOT_FOUND, "Resource not found: parentFileId")
        if self._container_of[folder_id] != container_id:
            raise refusal(messages.FILE_NOT_IN_SPACE, "File not in the given space: parentFileId")
        return folder_id

    def _plant(self, container_id: str, parent_id: str, tree: Tree) -> None:
        for name, content in tree.items():
            file_id = number_of(parent_id, name)
            file_type = content if isinstance(content, str) else FOLDER
            self._add(container_id, parent_id, name, file_type, file_id)
            if not isinstance(content, str):
                self._plant(container_id, file_id, content)

    def _add(self, container_id: str, parent_id: str, name: str, file_type: str, file_id: str) -> str:
        self._children[parent_id].append(File(file_id, name, file_type, parent_id, container_id))
        self._container_of[file_id] = container_id
        if file_type == FOLDER:
            self._children[file_id] = []
        return file_id


def page_of(found: Sequence[Entry], page_info: dict[str, Any], listed: str) -> tuple[Sequence[Entry], str]:
    """Return one page of a list, and the cursor of the next one; empty after the last.

    Args:
        found: The whole list.
        page_info: ``pageSize`` and ``pageCursor``, both optional.
        listed: What tells this list from all others.

    Raises:
        RefusalError: When the cursor is not of this list.
    """
    mark = hashlib.sha256(listed.encode()).hexdigest()[:16]
    number, place = _read_cursor(page_info.get("pageCursor", ""), mark)
    end = place + _size_of(number, page_info.get("pageSize", _PAGE_SIZE), len(found))
    return found[place:end], f"{number + 1}.{end}.{mark}" if end < len(found) else ""


def _read_cursor(cursor: str, mark: str) -> tuple[int, int]:
    if cursor in {"", CURSOR_OF_FIRST_PAGE}:
        return 0, 0
    parts = _CURSOR.fullmatch(cursor)
    if parts is None or parts["list"] != mark:
        raise refusal(
            messages.PARAMETER_INVALID, "Verify parameters failed: pageInfo.pageCursor is not of this list"
        )
    return int(parts["number"]), int(parts["place"])


def _size_of(number: int, page_size: int, total: int) -> int:
    if total > _MANY and number == _EMPTY_PAGE:
        return 0
    if total > _MANY and number == _HALF_PAGE:
        return (page_size + 1) // 2
    return page_size
