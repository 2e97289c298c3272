"""Results of the resolver for attempts whose answers were lost, as frozen values for the window."""

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
    """The service's lists do not decide it; the user has to."""


@dataclass(frozen=True, slots=True)
class LookResult:
    """Result of one look, or of the last of several, for attempts that are indistinguishable in the list."""

    attempt_ids: tuple[int, ...]
    """All of them, oldest first."""
    ending: Resolution | None
    """None while nothing is decided; then it is worth looking again after a pause."""
    evidence: Message
    """Text for the user; the history keeps it as a note where something was decided."""
    candidates: tuple[Candidate, ...] = ()
    """Objects that may be meant, when the user has to decide."""
    adopted: tuple[tuple[int, str], ...] = ()
    """Attempt and the ID that it turned out to have made, when done."""
    problem: KoodriveError | None = None
    """Error that kept the list from being read or the result from being written, or the gaps of the list."""
    leads: tuple[str, ...] = ()
    """The IDs that answers named which could not be trusted, while nothing is decided."""
