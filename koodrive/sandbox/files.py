"""The folders and files in the spaces, and what `files/{type}` lists of them, page by page."""

from __future__ import annotations

import hashlib
import re
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from koodrive.sandbox import exchange
from koodrive.sandbox.default_files import DEFAULT_FILES, FOLDER
from koodrive.sandbox.exchange import refusal, success
from koodrive.sandbox.spaces import number_of, root_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from koodrive.sandbox.default_files import Tree
    from koodrive.sandbox.exchange import Answer

_ROOT: Final = "root"
_RECYCLE_BIN: Final = "1"
_PAGE_SIZE: Final = 100
_MADE: Final = "2026-01-31T17:20:05.000Z"
_MANY: Final = 150
"""In a list that is longer, pages do not all come full, as the sibling lists of the service warn."""
_EMPTY_PAGE: Final = 1
_HALF_PAGE: Final = 3
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
        """Give it as a list shows it."""
        return {
            "id": self.file_id,
            "fileName": self.name,
            "fileType": self.file_type,
            "parentFolder": [self.parent_id],
            "containers": [self.container_id],
            "createdTime": _MADE,
            "editedTime": _MADE,
        }


class Files:
    """All folders and files, in memory; safe for use by several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._children: dict[str, list[File]] = {}
        self._container_of: dict[str, str] = {}

    def add_folders(self, container_id: str, parent_id: str, names: Iterable[str]) -> list[str]:
        """Make folders of these names, behind what is in the folder `parent_id` of a space already.

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

    def answer(self, values: dict[str, Any], body: dict[str, Any]) -> Answer:
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
        return _page(found, body.get("pageInfo", {}), f"{parent_id}/{file_type}")

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
            raise refusal(exchange.RESOURCE_NOT_FOUND, "Resource not found: parentFileId")
        if self._container_of[folder_id] != container_id:
            raise refusal(exchange.FILE_NOT_IN_SPACE, "File not in the given space: parentFileId")
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


def _page(found: list[File], page_info: dict[str, Any], listed: str) -> Answer:
    mark = hashlib.sha256(listed.encode()).hexdigest()[:16]
    number, place = _read_cursor(page_info.get("pageCursor", ""), mark)
    end = place + _size_of(number, page_info.get("pageSize", _PAGE_SIZE), len(found))
    files = [file.as_json() for file in found[place:end]]
    more = {"nextCursor": f"{number + 1}.{end}.{mark}"} if end < len(found) else {}
    return success(files=files, **more)


def _read_cursor(cursor: str, mark: str) -> tuple[int, int]:
    if not cursor:
        return 0, 0
    parts = _CURSOR.fullmatch(cursor)
    if parts is None or parts["list"] != mark:
        raise refusal(
            exchange.PARAMETER_INVALID, "Verify parameters failed: pageInfo.pageCursor is not of this list"
        )
    return int(parts["number"]), int(parts["place"])


def _size_of(number: int, page_size: int, total: int) -> int:
    if total > _MANY and number == _EMPTY_PAGE:
        return 0
    if total > _MANY and number == _HALF_PAGE:
        return (page_size + 1) // 2
    return page_size
