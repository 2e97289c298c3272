"""One row of the folder tree: a folder with its fetched children, or the placeholder of the rest."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from koodrive.models import Folder


class LoadState(Enum):
    """Progress of the fetch of a folder's children."""

    CLOSED = auto()
    """They were not requested."""
    LOADING = auto()
    """A page of them is on its way."""
    MORE = auto()
    """There are more pages; the next one is fetched when its row is near the visible ones."""
    PAUSED = auto()
    """There are more pages, but the last ones were empty: the user decides whether to continue."""
    FAILED = auto()
    """The next page could not be fetched; `FolderNode.error` says why."""
    COMPLETE = auto()


UNSETTLED = frozenset({LoadState.LOADING, LoadState.MORE, LoadState.PAUSED, LoadState.FAILED})
"""With a last row that stands for the pages to come."""


class FolderNode:
    """A folder of the tree, or the last row of one.

    Args:
        number: Its own for ever, so that an index that outlives it finds nothing instead of something else.
        parent: The folder that it is in; None for the top.
        row: Its place there.
        folder: What the service says of it; None for the last row that stands for the pages to come.
    """

    __slots__ = (
        "children",
        "cursor",
        "error",
        "folder",
        "known",
        "load_state",
        "number",
        "parent",
        "row",
        "tail",
        "text",
    )

    def __init__(self, number: int, parent: FolderNode | None, row: int, folder: Folder | None) -> None:
        self.number = number
        self.parent = parent
        self.row = row
        self.folder = folder
        self.children: list[FolderNode] = []
        self.tail: FolderNode | None = None
        self.load_state = LoadState.CLOSED
        self.cursor = ""
        """Cursor of the next page; empty for the first."""
        self.known: set[str] = set()
        """The IDs of the children."""
        self.text = ""
        """The name as it is shown; kept, as typing in the tree looks at every one."""
        self.error: Exception | None = None

    @property
    def folder_id(self) -> str:
        """The ID of the folder; empty for the last row of another."""
        return self.folder.folder_id if self.folder is not None else ""

    @property
    def row_count(self) -> int:
        """Number of rows below it."""
        return len(self.children) + (self.tail is not None)

    def child(self, row: int) -> FolderNode | None:
        """Return the child at a row, or None."""
        if 0 <= row < len(self.children):
            return self.children[row]
        return self.tail if row == len(self.children) else None
