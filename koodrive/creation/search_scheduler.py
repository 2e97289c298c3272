"""The scheduler of the searches for the effects of lost creates: which attempts are looked for, when, and for how long.

The window, the resolver and its command go by this one. It is plain state: no I/O, no thread, no timer.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from koodrive.creation.findings import Resolution
from koodrive.creation.search_schedule import PAUSES, Search, Stage, after_look, due_last
from koodrive.errors import AuthenticationError
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from koodrive.creation.findings import LookResult
    from koodrive.journal import Journal
    from koodrive.models import Connection


@dataclass(frozen=True, slots=True)
class Look:
    """One look at the service's lists that is due."""

    attempt_ids: frozenset[int]
    """The attempts to look for."""
    last: frozenset[int]
    """All for which the list was read so often that what it does not show now was not made."""


class SearchScheduler:
    """The searches for the effects of open attempts of one connection, and when the next look is due.

    Its owner waits for `seconds_to_next_look`, looks at the attempts that
    `begin_look` names, and reports to `end_look`. At most one look is under way. Not thread-safe.

    Args:
        pauses: Seconds between one look and the next.
        on_changed: Is called with the number of an attempt whose search is another.
        on_decided: Is called with each finding that ends a search.
    """

    def __init__(
        self,
        pauses: Sequence[float] = PAUSES,
        *,
        on_changed: Callable[[int], object] = lambda _attempt_id: None,
        on_decided: Callable[[LookResult], object] = lambda _finding: None,
    ) -> None:
        self.pauses = pauses
        self._on_changed = on_changed
        self._on_decided = on_decided
        self._searches: dict[int, Search] = {}
        self._look: Look | None = None

    @property
    def searches(self) -> list[Search]:
        """All searches, oldest first."""
        return list(self._searches.values())

    @property
    def is_look_wanted(self) -> bool:
        """Whether an attempt of the look under way is still looked for."""
        asked = self._look.attempt_ids if self._look is not None else ()
        return any(search.attempt_id in asked and search.stage is Stage.LOOKING for search in self.searches)

    def search(self, attempt_id: int) -> Search | None:
        """Return the search for an attempt; None when there is none."""
        return self._searches.get(attempt_id)

    def start(self, attempt_ids: Iterable[int], *, anew: bool = False) -> None:
        """Look for attempts at once.

        A search that has ended or was stopped begins anew, and so has its full time; one that is waiting goes on
        after a look that does not count. What the history knows already is left alone.

        Args:
            attempt_ids: Attempts of one connection.
            anew: Whether a search that is going on begins anew, too, as its attempt has only now lost its answer.
        """
        for attempt_id in attempt_ids:
            search = self._searches.get(attempt_id)
            if search is None or (not search.is_settled and (anew or not search.is_going_on)):
                self._put(Search(attempt_id, Stage.LOOKING))
            elif search.stage is Stage.WAITING:
                self._put(replace(search, stage=Stage.LOOKING))

    def reopen(self, attempt_id: int) -> None:
        """Forget a settled search, as the history may have opened its attempt again."""
        search = self._searches.get(attempt_id)
        if search is not None and search.is_settled:
            del self._searches[attempt_id]

    def start_rejected(self) -> None:
        """Look again for attempts whose search ended as the service did not accept the token."""
        self.start(
            [
                search.attempt_id
                for search in self.searches
                if search.finding is not None and isinstance(search.finding.problem, AuthenticationError)
            ]
        )

    def stop(self, attempt_ids: Iterable[int]) -> None:
        """Stop the searches for attempts until the next `start`."""
        for attempt_id in attempt_ids:
            search = self._searches.get(attempt_id)
            if search is not None and search.is_going_on:
                self._put(replace(search, stage=Stage.STOPPED))

    def clear(self) -> None:
        """Forget the look under way and all searches that are not settled."""
        self._look = None
        left = [search.attempt_id for search in self.searches if not search.is_settled]
        for attempt_id in left:
            del self._searches[attempt_id]
        for attempt_id in left:
            self._on_changed(attempt_id)

    def decide(self, finding: LookResult) -> None:
        """Take over a decision of the user, and look again for the attempts of the same group.

        Args:
            finding: For one attempt, with an ending.
        """
        (attempt_id,) = finding.attempt_ids
        before = self._searches.get(attempt_id)
        self._put(Search(attempt_id, Stage.ENDED, finding=finding))
        self._on_decided(finding)
        if before is not None and before.finding is not None:
            left = [self._searches.get(other) for other in before.finding.attempt_ids]
            self.start(
                search.attempt_id for search in left if search is not None and search.stage is Stage.ENDED
            )

    def seconds_to_next_look(self) -> float | None:
        """Return the seconds until the next look is due, 0 for now; None without one, or while one is under way."""
        due = [
            0.0 if search.stage is Stage.LOOKING else search.next_look_at - time.monotonic()
            for search in self._searches.values()
            if search.is_going_on
        ]
        return max(0.0, min(due)) if due and self._look is None else None

    def begin_look(self) -> Look | None:
        """Return the look that is due now; None without one, or while one is under way."""
        if self._look is not None:
            return None
        now = time.monotonic()
        for search in self.searches:
            if search.stage is Stage.WAITING and search.next_look_at <= now:
                self._put(replace(search, stage=Stage.LOOKING))
        wanted = frozenset(search.attempt_id for search in self.searches if search.stage is Stage.LOOKING)
        if wanted:
            self._look = Look(wanted, due_last(self.searches, self.pauses, now))
        return self._look

    def end_look(self, findings: Collection[LookResult]) -> None:
        """Go on after the look under way.

        Args:
            findings: From `koodrive.creation.resolver.Resolver.look`. The search for an attempt that none of them names
                ends without a finding: it is open no more, or belongs to another connection.
        """
        look, self._look = self._look, None
        asked = look.attempt_ids if look is not None else frozenset[int]()
        for attempt_id in asked.difference(*(finding.attempt_ids for finding in findings)):
            self._searches.pop(attempt_id, None)
            self._on_changed(attempt_id)
        for finding in findings:
            self._apply(finding)

    def fail_look(self) -> None:
        """Stop the searches of the look under way, as the history could not be read."""
        look, self._look = self._look, None
        self.stop(look.attempt_ids if look is not None else ())

    def cancel_look(self) -> None:
        """Forget the look under way; the searches stay as they are."""
        self._look = None

    def apply_settled(self, findings: Iterable[LookResult]) -> None:
        """Take over what a cancelled look has written down, and nothing else of it.

        Args:
            findings: From `koodrive.creation.resolver.Resolver.look`.
        """
        for finding in findings:
            if finding.ending in {Resolution.DONE, Resolution.NOT_DONE}:
                self._apply(finding)

    def _put(self, search: Search) -> None:
        self._searches[search.attempt_id] = search
        self._on_changed(search.attempt_id)

    def _apply(self, finding: LookResult) -> None:
        known = [
            self._searches.get(attempt_id, Search(attempt_id, Stage.LOOKING))
            for attempt_id in finding.attempt_ids
        ]
        group = [search for search in known if not search.is_settled]
        if not group:
            return
        after = after_look(group, finding, self.pauses, time.monotonic())
        for search in after:
            self._put(search)
        ended = next((search.finding for search in after if search.stage is Stage.ENDED), None)
        if ended is not None:
            self._on_decided(ended)


def lost_attempts(journal: Journal, connection: Connection) -> list[int]:
    """Return the attempts whose answers were lost, also before a restart; those under way are not among them.

    Args:
        journal: The history.
        connection: Service address and user that they were sent to.

    Raises:
        JournalError: When the history cannot be read.
    """
    return [
        attempt.attempt_id
        for attempt in journal.attempts.open_attempts(connection)
        if attempt.outcome is OutcomeKind.UNKNOWN
    ]
