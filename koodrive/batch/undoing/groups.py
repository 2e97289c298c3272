"""The groups that people see of a batch that is taken back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Mapping


class UndoState(StrEnum):
    """What was seen of an object of a batch before it is taken back; afterwards it has the outcome of its delete."""

    OPEN = "open"
    """It was not looked at yet."""
    READY = "ready"
    """It is as it was made, and empty: it would be taken back."""
    GONE = "gone"
    """The service does not have it any more: that is noted, and nothing is sent."""
    KEPT = "kept"
    """It is left as it is, as something speaks against it."""


class UndoGroup(StrEnum):
    """The groups; their values stand in the result file."""

    LEFT = ""
    """It is yet to be looked at, or to be taken back."""
    TAKEN_BACK = "taken back"
    KEPT = "kept"
    COULD_NOT = "could not"
    """The delete was refused, did not leave, or its answer was lost."""


_GROUPS: dict[str, UndoGroup] = {
    UndoState.OPEN: UndoGroup.LEFT,
    UndoState.READY: UndoGroup.LEFT,
    UndoState.GONE: UndoGroup.LEFT,
    UndoState.KEPT: UndoGroup.KEPT,
    OutcomeKind.DELETED: UndoGroup.TAKEN_BACK,
}


BEGUN: frozenset[str] = frozenset(OutcomeKind) - {OutcomeKind.CREATED}
"""States of objects whose delete was begun: somebody has said yes to it."""


def group_of(state: str) -> UndoGroup:
    """Return the group of an object.

    Args:
        state: Its `koodrive.journal.UndoRow.state`.
    """
    return _GROUPS.get(state, UndoGroup.COULD_NOT)


@dataclass(frozen=True, slots=True)
class UndoGroups:
    """Number of the objects of a batch in each group."""

    taken_back: int = 0
    kept: int = 0
    could_not: int = 0
    left: int = 0
    """Those to be looked at, or to be taken back."""

    @classmethod
    def of(cls, counts: Mapping[str, int]) -> UndoGroups:
        """Return the groups of a number of objects of each state, such as `RunProgress.counts`."""
        sums = dict.fromkeys(UndoGroup, 0)
        for state, count in counts.items():
            sums[group_of(state)] += count
        return cls(
            sums[UndoGroup.TAKEN_BACK],
            sums[UndoGroup.KEPT],
            sums[UndoGroup.COULD_NOT],
            sums[UndoGroup.LEFT],
        )
