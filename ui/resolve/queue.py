"""The way through the open attempts: which there are, which one is shown, and how each has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from koodrive.creation.findings import LookResult


class AttemptQueue:
    """Attempts in the order in which they were sent; those that have ended stay in it.

    Args:
        first: The attempt to begin with; None for the oldest.
    """

    def __init__(self, first: int | None = None) -> None:
        self.ids: list[int] = [] if first is None else [first]
        """All attempts, oldest first."""
        self.current = first
        """The one that is shown; None before there is any."""
        self._ended: dict[int, LookResult] = {}
        self._settled: set[int] = set()

    def add(self, attempt_ids: Iterable[int]) -> None:
        """Take in attempts of unknown outcome; those that are known already are passed over."""
        self.ids = sorted({*self.ids, *attempt_ids})
        if self.current is None and self.ids:
            self.current = self.ids[0]

    def end(self, finding: LookResult) -> None:
        """Take down how some attempts have ended."""
        self._ended |= dict.fromkeys(finding.attempt_ids, finding)

    def settle(self, attempt_id: int) -> None:
        """Take down that an attempt has an outcome, as the history says."""
        self._settled.add(attempt_id)

    def ending(self, attempt_id: int) -> LookResult | None:
        """Return how an attempt has ended since it was taken in, or None."""
        return self._ended.get(attempt_id)

    @property
    def taken(self) -> set[str]:
        """The IDs that attempts turned out to have made."""
        return {made for finding in self._ended.values() for _attempt_id, made in finding.adopted}

    def is_open(self, attempt_id: int) -> bool:
        """Return whether the outcome of an attempt is not known yet."""
        return attempt_id not in self._ended and attempt_id not in self._settled

    @property
    def open_count(self) -> int:
        """How many attempts have no known outcome yet."""
        return len(set(self.ids).difference(self._ended, self._settled))

    @property
    def place(self) -> int | None:
        """The place of the current attempt, from 0 on; None without one."""
        return None if self.current is None else self.ids.index(self.current)

    def neighbour(self, step: int) -> int | None:
        """Return the attempt that is `step` places further; None where the way ends."""
        place = self.place
        if place is None or not 0 <= place + step < len(self.ids):
            return None
        return self.ids[place + step]

    def next_open(self) -> int | None:
        """Return the open attempt that follows the current one, or else the first one; None without any other."""
        place = self.place or 0
        others = [*self.ids[place + 1 :], *self.ids[:place]]
        return next((attempt_id for attempt_id in others if self.is_open(attempt_id)), None)
