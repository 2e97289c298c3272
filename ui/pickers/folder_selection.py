"""Chosen folders of one parent, from which an album collects."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from koodrive.rules.ids import SCOPE_DIR_LIMIT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from koodrive.models import Folder

TOP_FOLDER = "root"
"""`koodrive.api.client.ROOT_FOLDER`, the parent of what is at the top; the client would bring `requests`."""


@dataclass(frozen=True, slots=True)
class FolderPick:
    """Input and result of the folder picker."""

    container_id: str = ""
    """The space; empty where it is not known."""
    parent_folder_id: str = ""
    """The folder that holds all of them; empty where it is not known."""
    folder_ids: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    """Folder ID to name, also that of the parent, as far as they are known."""


class UnselectableReason(Enum):
    """Why a folder cannot be checked."""

    OTHER_PARENT = "otherParent"
    """Folders of another parent are chosen."""
    PLACE_UNKNOWN = "placeUnknown"
    """Folders are chosen whose parent is not known yet."""
    FULL = "full"


class FolderSelection:
    """The chosen folders, in the order in which they were chosen.

    Args:
        folder_ids: Chosen from the beginning; their names are learned when they are met.
        parent_folder_id: Their parent, where it is known.
    """

    def __init__(self, folder_ids: Collection[str] = (), parent_folder_id: str = "") -> None:
        self._names: dict[str, str] = dict.fromkeys(folder_ids, "")
        self._parent = parent_folder_id if self._names else ""
        self._is_met = False
        self.misplaced = 0
        """Number of folders unchecked because their parent differs from the others'."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The chosen folders."""
        return tuple(self._names)

    @property
    def names(self) -> dict[str, str]:
        """Folder ID to name of those that were met."""
        return {folder_id: name for folder_id, name in self._names.items() if name}

    @property
    def parent_folder_id(self) -> str:
        """The folder that holds all of them; empty while none is chosen, or where it is not known."""
        return self._parent

    @property
    def is_full(self) -> bool:
        """Whether an album can collect from no more folders."""
        return len(self._names) >= SCOPE_DIR_LIMIT

    def __contains__(self, folder_id: str) -> bool:
        return folder_id in self._names

    def hindrance(self, parent_folder_id: str, folder_id: str) -> UnselectableReason | None:
        """Return why a folder cannot be checked, or None where it can be, or is."""
        if not self._names or folder_id in self._names:
            return None
        if not self._parent:
            return UnselectableReason.PLACE_UNKNOWN
        if parent_folder_id != self._parent:
            return UnselectableReason.OTHER_PARENT
        return UnselectableReason.FULL if self.is_full else None

    def check(self, parent_folder_id: str, folder: Folder) -> bool:
        """Choose one more folder.

        Returns:
            Whether it is chosen; not where there is a `hindrance`.
        """
        if self.hindrance(parent_folder_id, folder.folder_id) is not None:
            return False
        self._parent, self._is_met = parent_folder_id, True
        self._names[folder.folder_id] = folder.name
        return True

    def uncheck(self, folder_id: str) -> None:
        """Choose a folder no more."""
        self._names.pop(folder_id, None)
        if not self._names:
            self.uncheck_all()

    def uncheck_all(self) -> None:
        """Choose nothing."""
        self._names.clear()
        self._parent, self._is_met, self.misplaced = "", False, 0

    def meet(self, parent_folder_id: str, folders: Iterable[Folder]) -> bool:
        """Add the content of a folder, which may contain selected ones.

        What the service lists counts more than what somebody has typed: where chosen folders turn up in another
        parent than was said, that is the parent. Those in yet another one are unchecked.

        Returns:
            Whether that changes what is chosen, or its parent.
        """
        found = {folder.folder_id: folder.name for folder in folders if folder.folder_id in self._names}
        if not found:
            return False
        if self._is_met and parent_folder_id != self._parent:
            for folder_id in found:
                del self._names[folder_id]
            self.misplaced += len(found)
            return True
        self._parent, self._is_met = parent_folder_id, True
        self._names.update(found)
        return True
