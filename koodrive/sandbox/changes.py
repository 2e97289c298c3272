"""What other people do to albums and shared folders without a request that the sandbox would see.

A change is made at once, or it waits for the next delete: then it comes between the last look of a client and its call.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

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
