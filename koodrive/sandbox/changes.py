"""What other people do to albums and shared folders, without a request that the sandbox would see; what is in them.

A change is made at once, or it waits for the next delete: then it comes between the last look of a client and its call.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from koodrive.sandbox.files import number_of

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_ITEMS: Final = 100_000
_MEMBERS: Final = frozenset({"change", "id", "count", "name", "times", "before"})
_BEFORE_DELETE: Final = "delete"


class Change(StrEnum):
    """One thing that somebody else does."""

    FILL = "fill"
    """Puts pictures into an album, or files into a shared folder: `count` of them (1)."""
    EMPTY = "empty"
    """Takes everything out again that was put in."""
    INVITE = "invite"
    """Is invited to a shared folder, and has not answered yet."""
    JOIN = "join"
    """Has accepted an invitation to a shared folder."""
    DECLINE = "decline"
    """Has refused an invitation to a shared folder."""
    RENAME = "rename"
    """Gives it the name `name`."""
    DELETE = "delete"
    """Deletes it."""


OF_FOLDERS: Final = frozenset({Change.INVITE, Change.JOIN, Change.DECLINE})
"""The changes of shared folders alone."""


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """A change and what it is done to.

    Raises:
        ValueError: When a member makes no sense.
    """

    change: Change
    object_id: str | None = None
    """The album, or the primary key of the shared folder; None, while it waits, for whatever is deleted next."""
    count: int = 1
    name: str | None = None
    times: int = 1
    """For how many deletes, while it waits."""

    def __post_init__(self) -> None:
        for field, most in (("count", MOST_ITEMS), ("times", MOST_ITEMS)):
            value = getattr(self, field)
            if type(value) is not int or not 1 <= value <= most:
                raise ValueError(f"{field} has to be an integer from 1 to {most}")
        for field in ("object_id", "name"):
            if not isinstance(getattr(self, field), str | None):
                raise ValueError(f"{field} has to be a text")  # noqa: TRY004 - one kind of error for all bad values
        if (self.change is Change.RENAME) != bool(self.name):
            raise ValueError("name goes with rename, and rename needs it")

    def as_json(self) -> dict[str, Any]:
        """Return it as the control call shows it."""
        return {
            "change": self.change.value,
            "id": self.object_id,
            "count": self.count,
            "name": self.name,
            "times": self.times,
        }


def read_change(members: Mapping[str, Any]) -> tuple[PlannedChange, bool]:
    """Return the change that the body of a control call asks for, and whether it waits for a delete.

    Raises:
        ValueError: When a member makes no sense.
    """
    unknown = members.keys() - _MEMBERS
    if unknown:
        raise ValueError(f"{', '.join(sorted(unknown))}: not a member of this call")
    before = members.get("before")
    if before not in (None, _BEFORE_DELETE):
        raise ValueError(f"before has to be {_BEFORE_DELETE}, or left out")
    planned = PlannedChange(
        Change(str(members.get("change"))),
        members.get("id"),
        members.get("count", 1),
        members.get("name"),
        members.get("times", 1),
    )
    return planned, before is not None


class WaitingChanges:
    """The changes that wait for deletes, in order; safe for use by several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[PlannedChange] = []

    def arm(self, planned: PlannedChange) -> None:
        """Put `planned` at the end."""
        with self._lock:
            self._waiting.append(planned)

    def armed(self) -> list[PlannedChange]:
        """Return those that wait."""
        with self._lock:
            return list(self._waiting)

    def clear(self) -> None:
        """Forget them all."""
        with self._lock:
            self._waiting.clear()

    def for_delete(self, object_id: str) -> list[PlannedChange]:
        """Return all that happen before this delete, which then wait for one delete less."""
        with self._lock:
            met = [planned for planned in self._waiting if planned.object_id in {None, object_id}]
            left = (
                replace(planned, times=planned.times - 1) if planned in met else planned
                for planned in self._waiting
                if planned not in met or planned.times > 1
            )
            self._waiting = list(left)
        return [replace(planned, object_id=object_id) for planned in met]


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
