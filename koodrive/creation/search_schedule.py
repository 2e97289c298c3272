"""State of the search for the effect of a lost create, and its next state after each look at the lists.

The one place that knows when a look is the last one; `koodrive.creation.search_scheduler` goes by it.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from koodrive.creation.findings import LookResult, Resolution

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PAUSES = (2.0, 4.0, 8.0, 16.0, 32.0)
"""Seconds between one look and the next: a list may show what was made only after a while."""


class Stage(StrEnum):
    """Stages of the search for the effect of one attempt."""

    LOOKING = "looking"
    """The service is being asked, or will be as soon as the look before has ended."""
    WAITING = "waiting"
    """It will be asked again at `Search.next_look_at`."""
    STOPPED = "stopped"
    """The user stopped it, or the history could not be read."""
    ENDED = "ended"
    """`Search.finding` has an ending."""


@dataclass(frozen=True, slots=True)
class Search:
    """Search for the effect of one attempt."""

    attempt_id: int
    stage: Stage
    looks: int = 0
    """Number of looks since the search began."""
    failures: int = 0
    """Number of looks without a result: the list could not be read, or the result not be written."""
    next_look_at: float = 0.0
    """Time of the next look, by `time.monotonic`."""
    finding: LookResult | None = None
    """Result of the last look."""

    @property
    def readings(self) -> int:
        """Number of complete readings of the list."""
        return self.looks - self.failures

    @property
    def seconds_left(self) -> int:
        """Whole seconds until the next look, at least 0."""
        return max(0, round(self.next_look_at - time.monotonic()))

    @property
    def is_going_on(self) -> bool:
        """Whether the service is being asked or will be asked again."""
        return self.stage in {Stage.LOOKING, Stage.WAITING}

    @property
    def is_settled(self) -> bool:
        """Whether the history has the truth now, so that there is nothing more to look for."""
        return self.finding is not None and self.finding.ending in {Resolution.DONE, Resolution.NOT_DONE}


def due_last(searches: Iterable[Search], pauses: Sequence[float], now: float) -> frozenset[int]:
    """Return the attempts for which the list was read so often that what it does not show now was not made.

    Args:
        searches: All that are known, whatever their stage: a list may be unable to tell their attempts apart.
        pauses: Seconds between one reading and the next.
        now: By `time.monotonic`.
    """
    return frozenset(
        search.attempt_id
        for search in searches
        if search.readings >= len(pauses) and search.next_look_at <= now
    )


def after_look(
    group: Sequence[Search], finding: LookResult, pauses: Sequence[float], now: float
) -> list[Search]:
    """Return where the searches for attempts that the list cannot tell apart are after one look for all of them.

    They go on in step, and at the pace of the one that began last: its effect needs its time to appear, too. A
    look at which the list could not be read says nothing about what is in it, and is counted for itself. One that
    was requested before its time is not counted.

    Args:
        group: The searches for the attempts of `finding`.
        finding: The result of the look.
        pauses: Seconds between one look and the next.
        now: By `time.monotonic`.
    """
    failed = finding.problem is not None
    planned = min(search.next_look_at for search in group)
    is_early = now < planned
    readings = min(search.readings for search in group) + (not failed and not is_early)
    failures = min(search.failures for search in group) + (failed and not is_early)
    # Twice: what is under way for so long will have no answer that could be waited for.
    is_over = failures > len(pauses) or readings > 2 * len(pauses) + 1
    if finding.ending is None and is_over:
        finding = replace(finding, ending=Resolution.CANNOT_TELL)
    turn = min(failures if failed else readings, len(pauses))
    pause = pauses[turn - 1] if turn else 0.0
    after = Search(
        0,
        Stage.WAITING if finding.ending is None else Stage.ENDED,
        looks=readings + failures,
        failures=failures,
        next_look_at=planned if is_early else now + pause,
        finding=finding,
    )
    return [
        replace(search, looks=after.looks, failures=failures)
        if search.stage is Stage.STOPPED and (finding.ending is None or failed)
        else replace(after, attempt_id=search.attempt_id)
        for search in group
    ]
