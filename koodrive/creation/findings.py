"""What the resolver has found out about attempts whose answers were lost, as frozen values for a window to show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from koodrive.creation.matching import Candidate
    from koodrive.errors import KoodriveError
    from koodrive.messages import Message


class Resolution(StrEnum):
    """The three ways in which looking for the effect of an attempt ends."""

    DONE = "done"
    """It was made; its ID is in the history now."""
    NOT_DONE = "not_done"
    """It was not made, so it may be sent again; the history says so now."""
    CANNOT_TELL = "cannot_tell"
    """The service's lists do not decide it; people have to."""


@dataclass(frozen=True, slots=True)
class LookResult:
    """What one look, or the last of several, came to for attempts that the list cannot tell apart."""

    attempt_ids: tuple[int, ...]
    """All of them, oldest first."""
    ending: Resolution | None
    """None while nothing is decided; then it is worth looking again after a pause."""
    evidence: Message
    """What was looked at and seen, for people; the history keeps it as a note where something was decided."""
    candidates: tuple[Candidate, ...] = ()
    """What may be meant, when people have to decide."""
    adopted: tuple[tuple[int, str], ...] = ()
    """Attempt and the ID that it turned out to have made, when done."""
    problem: KoodriveError | None = None
    """Why nothing could be looked at, or written down, or why the list proves nothing."""
    leads: tuple[str, ...] = ()
    """The IDs that answers named which could not be trusted, while nothing is decided."""
