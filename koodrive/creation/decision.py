"""Decides by what a list shows what became of attempts whose answers were lost.

In this order: the row whose ID an answer named that could not be trusted; as many new rows as attempts; people. That
something was not made follows only from a list that is whole (`koodrive.listing.snapshots`) and shows nothing that may
be it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from koodrive.api import serialization
from koodrive.core.failpoints import Failpoint, failpoint
from koodrive.creation import evidence, matching
from koodrive.creation.findings import LookResult, Resolution
from koodrive.creation.matching import Candidate, MatchContext
from koodrive.creation.open_attempts import AttemptGroup
from koodrive.creation.settlement import AttemptSettler
from koodrive.errors import AuthenticationError, JournalError, KoodriveError
from koodrive.listing.list_record import list_name
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Sequence

    from koodrive.clock.server_clock import ServerClock
    from koodrive.creation.open_attempts import OpenAttempt
    from koodrive.journal import Journal
    from koodrive.listing.list_record import Listed
    from koodrive.listing.snapshots import ListSnapshot
    from koodrive.models import Connection

FRESH = timedelta(minutes=10)
"""How long before an attempt a list may have been read for what it did not show then to count as new."""

_NOT_MADE = Message("Its answer was lost, and the service does not have it. It can be sent again.")
_VANISHED = Message("The list showed it a moment ago, and does not now.")


class Reconciler:
    """Decides and writes down; to be used by one thread at a time, so that no two attempts get the same ID.

    Args:
        journal: Where the attempts are, and where what was found out is written.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._closing = AttemptSettler(journal)
        self._glimpsed: dict[Hashable, dict[str, Candidate]] = {}

    def decide(
        self,
        group: AttemptGroup,
        read: ListSnapshot | KoodriveError,
        *,
        connection: Connection,
        clock: ServerClock,
        is_last: bool,
    ) -> tuple[LookResult, ...]:
        """Decide what can be decided from one look, and write it down.

        Args:
            group: Attempts of unknown outcome.
            read: Their list, or why it could not be read.
            connection: Where and as whom.
            clock: The time of that service.
            is_last: Whether nobody will look again.

        Returns:
            One finding for each attempt whose answer named what the list shows, and one for all others.

        Raises:
            JournalError: When the history cannot be read.
        """
        if isinstance(read, KoodriveError):
            # Looking again with the same token is no use.
            is_final = is_last or isinstance(read, AuthenticationError)
            return (_undecided(group, read, is_last=is_final),)
        led = self._adopt_named(group, read, connection, clock, is_last=is_last)
        done = {attempt_id for finding in led for attempt_id in finding.attempt_ids}
        rest = AttemptGroup([lost for lost in group.members if lost.attempt.attempt_id not in done])
        if rest.members:
            led.append(self._decide(rest, read, connection, clock, is_last=is_last))
        return tuple(led)

    def _decide(
        self,
        group: AttemptGroup,
        read: ListSnapshot,
        connection: Connection,
        clock: ServerClock,
        *,
        is_last: bool,
    ) -> LookResult:
        rows = read.rows
        candidates = self._candidates(group, rows, connection, clock)
        try:
            pairs = self._pairs(group, candidates, connection, clock)
            if pairs:
                return self._adopt_all(group, pairs)
            if not candidates and matching.belongs_to_others(rows, connection.user_id):
                return _undecided(group, evidence.others_list(connection), is_last=is_last)
            if not is_last:
                return LookResult(group.ids, None, evidence.not_yet(candidates, read.gaps), candidates)
            candidates = candidates or self._only_new(group, rows, connection, clock)
            if candidates:
                return self._give_up(group, candidates)
            return self._rule_out(group) if read.is_whole else self._not_told(group, read)
        except JournalError as error:
            return _undecided(group, error, is_last=is_last, candidates=candidates)

    def _adopt_named(
        self,
        group: AttemptGroup,
        read: ListSnapshot,
        connection: Connection,
        clock: ServerClock,
        *,
        is_last: bool,
    ) -> list[LookResult]:
        """Write down what the list shows under an ID that an answer of `group` named."""
        by_id = {row.id: row for row in read.rows}
        ids = Counter(lost.lead for lost in group.members if lost.lead)
        findings = []
        for lost in group.members:
            row = by_id.get(lost.lead or "")
            # What two answers name, nobody can tell whose it is.
            if row is None or ids[row.id] > 1:
                continue
            found = matching.named_by_answer(
                lost.request,
                row,
                self._circumstances(lost, {row.id}, connection, clock),
                says_no=bool((lost.attempt.code or "").strip("0")),
            )
            if found is None:
                continue
            seen = evidence.named(row.id)
            number = lost.attempt.attempt_id
            try:
                failpoint(Failpoint.IN_RESOLVER)
                self._closing.created(lost.attempt, found, seen)
            except JournalError as error:
                findings.append(_undecided(AttemptGroup([lost]), error, is_last=is_last, candidates=(found,)))
            else:
                findings.append(LookResult((number,), Resolution.DONE, seen, (found,), ((number, row.id),)))
        return findings

    def _candidates(
        self, group: AttemptGroup, rows: Sequence[Listed], connection: Connection, clock: ServerClock
    ) -> tuple[Candidate, ...]:
        """Return what any of the attempts may have made: first what has its name, then the oldest first."""
        # Lists are put together from several sources: what one look has shown may be there when the next does not.
        place = connection.service_address, connection.user_id, matching.reconciliation_key(group.request)
        earlier = self._glimpsed.setdefault(place, {})
        requests = [lost.request for lost, *_ in group.by_content()]
        alike = [row for row in rows if any(matching.content_matches(request, row) for request in requests)]
        object_ids = {row.id for row in alike} | earlier.keys()
        circumstances = self._circumstances(group.members[0], object_ids, connection, clock)
        found: dict[str, Candidate] = {}
        for row in alike:
            ways = [matching.candidate(request, row, circumstances) for request in requests]
            likely = min(filter(None, ways), key=lambda way: len(way.doubts), default=None)
            if likely is not None:
                found[row.id] = likely
        vanished = [
            replace(seen, doubts=(*seen.doubts, _VANISHED))
            for object_id, seen in earlier.items()
            if object_id not in found and object_id not in circumstances.old_ids
        ]
        earlier |= found
        return tuple(sorted([*found.values(), *vanished], key=_age_key))

    def _only_new(
        self, group: AttemptGroup, rows: Sequence[Listed], connection: Connection, clock: ServerClock
    ) -> tuple[Candidate, ...]:
        """Return what is new and may be no other open attempt's by its name, where it is not more than there are."""
        first = group.members[0]
        circumstances = self._circumstances(first, {row.id for row in rows}, connection, clock)
        others = [
            request
            for attempt in self._journal.attempts.open_attempts(connection)
            if attempt.attempt_id not in group.ids
            and (request := serialization.request_from_body(attempt.kind, attempt.body)) is not None
            and list_name(request) == list_name(first.request)
        ]
        unexplained = [
            row
            for row in rows
            if row.id not in circumstances.old_ids
            and not any(matching.content_matches(request, row) for request in others)
        ]
        most = len(group.members) + len(others)
        return matching.only_new(first.request, unexplained, circumstances, most=most)

    def _circumstances(
        self, lost: OpenAttempt, object_ids: Collection[str], connection: Connection, clock: ServerClock
    ) -> MatchContext:
        """Return what is known besides `lost` and the objects that are listed."""
        lists, name, attempt = self._journal.service_lists, list_name(lost.request), lost.attempt
        read_at = lists.read_before(connection, name, attempt.attempt_id)
        return MatchContext(
            user_id=connection.user_id,
            began=attempt.started_at - clock.offset,
            now=clock.now(),
            old_ids=self._journal.attempts.known_ids(connection, object_ids)
            | lists.seen_before(connection, name, attempt.attempt_id, object_ids),
            is_list_fresh=read_at is not None and abs(attempt.started_at - read_at) <= FRESH,
        )

    def _pairs(
        self,
        group: AttemptGroup,
        candidates: tuple[Candidate, ...],
        connection: Connection,
        clock: ServerClock,
    ) -> list[tuple[OpenAttempt, Candidate]] | None:
        """Return which attempt has made what; None unless there is just one answer to that.

        Attempts with the same content may be swapped. Others may not, and none can have made what was there before it.
        What is listed under another name takes nothing from what has the right one.
        """
        candidates = tuple(found for found in candidates if matching.OTHER_NAME not in found.doubts)
        if len(candidates) != len(group.members) or any(found.doubts for found in candidates):
            return None
        object_ids = {found.listed.id for found in candidates}
        by_attempt = {
            lost.attempt.attempt_id: self._circumstances(lost, object_ids, connection, clock)
            for lost in group.members
        }

        def is_certain(lost: OpenAttempt, found: Candidate) -> bool:
            own = matching.candidate(lost.request, found.listed, by_attempt[lost.attempt.attempt_id])
            return own is not None and not own.doubts

        pairs: list[tuple[OpenAttempt, Candidate]] = []
        for members in group.by_content():
            own = [found for found in candidates if is_certain(members[0], found)]
            if len(own) != len(members):
                return None
            pairs += zip(members, own, strict=True)
        is_one_to_one = {found.listed.id for _, found in pairs} == object_ids
        return pairs if is_one_to_one and all(is_certain(*pair) for pair in pairs) else None

    def _adopt_all(self, group: AttemptGroup, pairs: list[tuple[OpenAttempt, Candidate]]) -> LookResult:
        seen = evidence.found(len(pairs))
        for lost, found in pairs:
            failpoint(Failpoint.IN_RESOLVER)
            self._closing.created(lost.attempt, found, seen)
        adopted = tuple((lost.attempt.attempt_id, found.listed.id) for lost, found in pairs)
        return LookResult(group.ids, Resolution.DONE, seen, tuple(found for _, found in pairs), adopted)

    def _rule_out(self, group: AttemptGroup) -> LookResult:
        seen = evidence.ruled_out(group.leads)
        for lost in group.members:
            failpoint(Failpoint.IN_RESOLVER)
            self._closing.not_made(lost.attempt, _NOT_MADE, seen)
        return LookResult(group.ids, Resolution.NOT_DONE, seen)

    def _not_told(self, group: AttemptGroup, read: ListSnapshot) -> LookResult:
        seen = evidence.not_whole(read.gaps, group.leads)
        self._annotate(group, seen)
        return LookResult(group.ids, Resolution.CANNOT_TELL, seen, problem=read.problem, leads=group.leads)

    def _give_up(self, group: AttemptGroup, candidates: tuple[Candidate, ...]) -> LookResult:
        seen = evidence.doubtful(candidates, requests=len(group.ids))
        self._annotate(group, seen)
        return LookResult(group.ids, Resolution.CANNOT_TELL, seen, candidates, leads=group.leads)

    def _annotate(self, group: AttemptGroup, seen: Message) -> None:
        for attempt_id in group.ids:
            self._journal.attempts.annotate(attempt_id, seen)


def _undecided(
    group: AttemptGroup, problem: KoodriveError, *, is_last: bool, candidates: tuple[Candidate, ...] = ()
) -> LookResult:
    ending = Resolution.CANNOT_TELL if is_last else None
    return LookResult(group.ids, ending, problem.title, candidates, problem=problem, leads=group.leads)


def _age_key(found: Candidate) -> tuple[bool, str, int, str]:
    """Return a key that sorts what has another name to the end, and else by age, as far as the list tells it."""
    row = found.listed
    return matching.OTHER_NAME in found.doubts, row.create_time or "", len(row.id), row.id
