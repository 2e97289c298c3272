"""Attempts whose answers were lost, with their requests and the IDs that their answers named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from koodrive.api.claims import lead_id
from koodrive.creation.matching import content_of
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from koodrive.journal import Attempt
    from koodrive.models import CreateRequest


@dataclass(frozen=True, slots=True)
class OpenAttempt:
    """Open attempt with its request."""

    attempt: Attempt
    request: CreateRequest

    @property
    def lead(self) -> str | None:
        """The ID that its answer named, where that could not be trusted."""
        return lead_id(self.attempt.answer)


@dataclass(frozen=True, slots=True)
class AttemptGroup:
    """Open attempts that are looked at together, as the list may not tell them apart; oldest first."""

    members: list[OpenAttempt]

    @property
    def request(self) -> CreateRequest:
        """The request of the oldest; all of them have the same list."""
        return self.members[0].request

    @property
    def ids(self) -> tuple[int, ...]:
        """The numbers of the attempts."""
        return tuple(lost.attempt.attempt_id for lost in self.members)

    @property
    def leads(self) -> tuple[str, ...]:
        """The IDs that untrusted answers to them named."""
        return tuple(dict.fromkeys(lost.lead for lost in self.members if lost.lead))

    @property
    def is_live(self) -> bool:
        """Whether one of them is still under way."""
        return any(lost.attempt.outcome is not OutcomeKind.UNKNOWN for lost in self.members)

    def by_content(self) -> Iterable[list[OpenAttempt]]:
        """Return the members in lists of those that had sent the same content."""
        alike: dict[CreateRequest, list[OpenAttempt]] = {}
        for lost in self.members:
            alike.setdefault(content_of(lost.request), []).append(lost)
        return alike.values()
