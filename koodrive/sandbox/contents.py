"""What other people have put into albums and shared folders, and whom the folders are shared with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from koodrive.sandbox.changes import Change
from koodrive.sandbox.files import number_of

_STATUS: Final = {Change.INVITE: 0, Change.JOIN: 1, Change.DECLINE: 2}
_ACCEPTED: Final = 1


@dataclass(frozen=True, slots=True)
class Item:
    """One picture of an album, or one file of a shared folder."""

    item_id: str
    time: str
    """When it was put in, as `koodrive.sandbox.catalog.service_time` writes it."""

    @property
    def name(self) -> str:
        """Its file name."""
        return f"IMG_{self.item_id[-8:]}.jpg"


@dataclass(frozen=True, slots=True)
class Invitation:
    """One invitation to a shared folder."""

    invite_id: str
    status: int
    time: str


class Contents:
    """Items and invitations by the ID of their album or shared folder; the catalog guards it with its lock."""

    def __init__(self) -> None:
        self._items: dict[str, list[Item]] = {}
        self._invitations: dict[str, list[Invitation]] = {}
        self._number = 0

    def apply(self, object_id: str, change: Change, count: int, time: str) -> None:
        """Carry out a change of content or of members; one that is neither changes nothing here.

        Args:
            object_id: The album or shared folder.
            change: What is done.
            count: How many items, for `Change.FILL`.
            time: When.
        """
        if change is Change.EMPTY:
            self._items.pop(object_id, None)
        elif change is Change.FILL:
            new = [Item(self._next_id(object_id), time) for _ in range(count)]
            self._items.setdefault(object_id, []).extend(new)
        elif change in _STATUS:
            invitation = Invitation(self._next_id(object_id), _STATUS[change], time)
            self._invitations.setdefault(object_id, []).append(invitation)

    def items(self, object_id: str, end: str | None = None) -> list[Item]:
        """Return what is in it, newest first; `end` leaves out what was put in later."""
        items = self._items.get(object_id, [])
        return [item for item in reversed(items) if end is None or item.time <= end]

    def invitations(self, folder_id: str) -> list[Invitation]:
        """Return all invitations to it, oldest first."""
        return list(self._invitations.get(folder_id, []))

    def members(self, folder_id: str) -> list[str]:
        """Return the invitations to it that were accepted."""
        return [one.invite_id for one in self.invitations(folder_id) if one.status == _ACCEPTED]

    def _next_id(self, object_id: str) -> str:
        self._number += 1
        return number_of(object_id, "content", str(self._number))
