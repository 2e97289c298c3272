"""Decides from a list the outcomes of attempts whose answers were lost.

In this order: the row whose ID an answer named that could not be trusted; as many new rows as attempts; the user. That
something was not made follows only from a list that is whole (`koodrive.listing.snapshots`) and shows nothing that may
be it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from koodrive.api import serialization
from koodrive.api.serialization import list_name
from koodrive.core.failpoints import Failpoint, failpoint
from koodrive.creation import evidence, matching
from koodrive.creation.findings import LookResult, Resolution
from koodrive.creation.matching import Candidate, MatchContext
from koodrive.creation.open_attempts import AttemptGroup
from koodrive.creation.settlement import AttemptSettler
from koodrive.errors import AuthenticationError, JournalError, KoodriveError
from koodrive.messages import Message
from koodrive.models import Action

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Sequence

    from koodrive.clock.server_clock import ServerClock
    from koodrive.creation.open_attempts import OpenAttempt
    from koodrive.journal import Journal
    from koodrive.listing.list_record import Listed
    from koodrive.listing.snapshots import ListSnapshot
    from koodrive.models import Connection

FRESH = timedelta(minutes=10)
"""Greatest time between a reading and an attempt for objects that it lacked to count as new."""

_NOT_MADE = Message("Its answer was lost, and the service does not have it. It can be sent again.")
_VANISHED = Message("The list showed it a moment ago, and does not now.")


@dataclass(frozen=True, slots=True)
class GroupLook:
    """One look at the list of a group of attempts."""

    group: AttemptGroup
    """Attempts of unknown outcome."""
    connection: Connection
    """Service address and user that the list was read as."""
    clock: ServerClock
    """The time of that service."""
    is_last: bool
    """Whether no other look follows."""
    known_ids: Collection[str] = frozenset()
    """IDs in the list of which the history knows the attempt; to compare them with every group takes long."""

    def undecided(
        self,
        problem: KoodriveError,
        candidates: tuple[Candidate, ...] = (),
        *,
        group: AttemptGroup | None = None,
    ) -> LookResult:
        """Return the result for attempts (by default all) that `problem` keeps undecided."""
        group = group or self.group
        ending = Resolution.CANNOT_TELL if self.is_last else None
        return LookResult(group.ids, ending, problem.title, candidates, problem=problem, leads=group.leads)


class Reconciler:
    """Decides and writes down; to be used by one thread at a time, so that no two attempts get the same ID.

    Args:
        journal: The history with the attempts.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._settler = AttemptSettler(journal)
        self._seen: dict[Hashable, dict[str, Candidate]] = {}
        """Candidates of earlier looks by ID, for each list and content."""

    def decide(self, look: GroupLook, read: ListSnapshot | KoodriveError) -> tuple[LookResult, ...]:
        """Decide what can be decided from one look, and write it down.

        Args:
            look: The attempts, and how their list was read.
            read: Their list, or the error that kept it from being read.

        Returns:
            One result for each attempt whose answer named an ID that the list shows, and one for all others.

        Raises:
            JournalError: When the history cannot be read.
        """
        if isinstance(read, KoodriveError):
            # Looking again with the same token is no use.
            is_final = look.is_last or isinstance(read, AuthenticationError)
            return (replace(look, is_last=is_final).undecided(read),)
        results = self._adopt_named(look, read)
        done = {attempt_id for result in results for attempt_id in result.attempt_ids}
        rest = AttemptGroup([lost for lost in look.group.members if lost.attempt.attempt_id not in done])
        if rest.members:
            results.append(self._decide(replace(look, group=rest), read))
        return tuple(results)

    def recheck(self, look: GroupLook, read: ListSnapshot) -> bool:
        """Open the attempts again where the list shows something by now that they may have made.

        Args:
            look: Attempts that were ruled out.
            read: Their list.

        Returns:
            Whether it does.

        Raises:
            JournalError: When the history cannot be used.
        """
        listed = {row.id for row in read.rows}
        shown = [found.listed.id for found in self._candidates(look, read.rows) if found.listed.id in listed]
        if shown:
            for lost in look.group.members:
                self._settler.reopen(lost.attempt, evidence.late(shown))
        return bool(shown)

    def _decide(self, look: GroupLook, read: ListSnapshot) -> LookResult:
        group, rows = look.group, read.rows
        candidates = self._candidates(look, rows)
        try:
            pairs = self._pairs(look, candidates)
            if pairs:
                return self._adopt_all(group, pairs)
            if not candidates and matching.belongs_to_others(rows, look.connection.user_id):
                return look.undecided(evidence.others_list(look.connection))
            if not look.is_last:
                return LookResult(group.ids, None, evidence.not_yet(candidates, read.gaps), candidates)
            candidates = candidates or self._only_new(look, rows)
            return self._end(group, read, candidates)
        except JournalError as error:
            return look.undecided(error, candidates)

    def _end(self, group: AttemptGroup, read: ListSnapshot, candidates: tuple[Candidate, ...]) -> LookResult:
        """Return the result of the last look, which found no clear answer."""
        if not candidates and read.is_whole:
            return self._rule_out(group)
        if candidates:
            seen, problem = evidence.doubtful(candidates, requests=len(group.ids)), None
        else:
            seen, problem = evidence.not_whole(read.gaps, group.leads), read.problem
        for attempt_id in group.ids:
            self._journal.attempts.annotate(attempt_id, seen)
        return LookResult(
            group.ids, Resolution.CANNOT_TELL, seen, candidates, problem=problem, leads=group.leads
        )

    def _adopt_named(self, look: GroupLook, read: ListSnapshot) -> list[LookResult]:
        """Write down what the list shows under an ID that an answer of the group named."""
        by_id = {row.id: row for row in read.rows}
        ids = Counter(lost.lead for lost in look.group.members if lost.lead)
        results = []
        for lost in look.group.members:
            row = by_id.get(lost.lead or "")
            # An ID that two answers name cannot be attributed to either.
            if row is None or ids[row.id] > 1:
                continue
            found = matching.named_by_answer(
                lost.request,
                row,
                self._context(look, lost, {row.id}),
                says_no=bool((lost.attempt.code or "").strip("0")),
            )
            if found is None:
                continue
            try:
                results.append(self._adopt_all(AttemptGroup([lost]), [(lost, found)], evidence.named(row.id)))
            except JournalError as error:
                results.append(look.undecided(error, (found,), group=AttemptGroup([lost])))
        return results

    def _candidates(self, look: GroupLook, rows: Sequence[Listed]) -> tuple[Candidate, ...]:
        """Return what any of the attempts may have made: first what has its name, then the oldest first."""
        # Lists are put together from several sources: what one look has shown may be there when the next does not.
        group, connection = look.group, look.connection
        rows = [row for row in rows if row.id not in look.known_ids]
        place = connection.service_address, connection.user_id, matching.reconciliation_key(group.request)
        earlier = self._seen.setdefault(place, {})
        requests = [lost.request for lost, *_ in group.by_content()]
        alike = [row for row in rows if any(matching.content_matches(request, row) for request in requests)]
        context = self._context(look, group.members[0], {row.id for row in alike} | earlier.keys())
        found: dict[str, Candidate] = {}
        for row in alike:
            ways = [matching.candidate(request, row, context) for request in requests]
            likely = min(filter(None, ways), key=lambda way: len(way.doubts), default=None)
            if likely is not None:
                found[row.id] = likely
        vanished = [
            replace(seen, doubts=(*seen.doubts, _VANISHED))
            for object_id, seen in earlier.items()
            if object_id not in found and object_id not in context.old_ids
        ]
        earlier |= found
        return tuple(sorted([*found.values(), *vanished], key=_age_key))

    def _only_new(self, look: GroupLook, rows: Sequence[Listed]) -> tuple[Candidate, ...]:
        """Return what is new and may be no other open attempt's by its name, where it is not more than there are."""
        group, first = look.group, look.group.members[0]
        rows = [row for row in rows if row.id not in look.known_ids]
        context = self._context(look, first, {row.id for row in rows})
        others = [
            request
            for attempt in self._journal.attempts.open_attempts(look.connection, Action.CREATE)
            if attempt.attempt_id not in group.ids
            and (request := serialization.request_from_body(attempt.kind, attempt.body)) is not None
            and list_name(request) == list_name(first.request)
        ]
        unexplained = [
            row
            for row in rows
            if row.id not in context.old_ids
            and not any(matching.content_matches(request, row) for request in others)
        ]
        most = len(group.members) + len(others)
        return matching.only_new(first.request, unexplained, context, most=most)

    def _context(self, look: GroupLook, lost: OpenAttempt, object_ids: Collection[str]) -> MatchContext:
        """Return what is known besides `lost` and the objects that are listed."""
        name, attempt = list_name(lost.request), lost.attempt
        read_at = self._journal.service_lists.read_before(look.connection, name, attempt.attempt_id)
        return MatchContext(
            user_id=look.connection.user_id,
            began=attempt.started_at - look.clock.offset,
            now=look.clock.now(),
            # What other attempts are known to have made, and what the list showed before this one began.
            old_ids=self._journal.attempts.known_ids(look.connection, object_ids)
            | self._journal.service_lists.seen_before(look.connection, name, attempt.attempt_id, object_ids),
            is_list_fresh=read_at is not None and abs(attempt.started_at - read_at) <= FRESH,
        )

    def _pairs(
        self, look: GroupLook, candidates: tuple[Candidate, ...]
    ) -> list[tuple[OpenAttempt, Candidate]] | None:
        """Return which attempt has made what; None unless there is just one answer to that.

        Attempts with the same content may be swapped. Others may not, and none can have made what was there before it.
        An entry under another name does not weaken one under the right name.
        """
        members = look.group.members
        candidates = tuple(found for found in candidates if matching.OTHER_NAME not in found.doubts)
        if len(candidates) != len(members) or any(found.doubts for found in candidates):
            return None
        object_ids = {found.listed.id for found in candidates}
        contexts = {lost.attempt.attempt_id: self._context(look, lost, object_ids) for lost in members}

        def is_certain(lost: OpenAttempt, found: Candidate) -> bool:
            own = matching.candidate(lost.request, found.listed, contexts[lost.attempt.attempt_id])
            return own is not None and not own.doubts

        pairs: list[tuple[OpenAttempt, Candidate]] = []
        for same in look.group.by_content():
            own = [found for found in candidates if is_certain(same[0], found)]
            if len(own) != len(same):
                return None
            pairs += zip(same, own, strict=True)
        is_one_to_one = {found.listed.id for _, found in pairs} == object_ids
        return pairs if is_one_to_one and all(is_certain(*pair) for pair in pairs) else None

    def _adopt_all(
        self, group: AttemptGroup, pairs: list[tuple[OpenAttempt, Candidate]], seen: Message | None = None
    ) -> LookResult:
        seen = seen or evidence.found(len(pairs))
        for lost, found in pairs:
            failpoint(Failpoint.IN_RESOLVER)
            self._settler.settle_created(lost.attempt, found, seen)
        adopted = tuple((lost.attempt.attempt_id, found.listed.id) for lost, found in pairs)
        return LookResult(group.ids, Resolution.DONE, seen, tuple(found for _, found in pairs), adopted)

    def _rule_out(self, group: AttemptGroup) -> LookResult:
        seen = evidence.ruled_out(group.leads)
        for lost in group.members:
            failpoint(Failpoint.IN_RESOLVER)
            self._settler.settle_not_made(lost.attempt, _NOT_MADE, seen)
        return LookResult(group.ids, Resolution.NOT_DONE, seen)


def _age_key(found: Candidate) -> tuple[bool, str, int, str]:
    """Return a key that sorts what has another name to the end, and else by age, as far as the list tells it."""
    row = found.listed
    return matching.OTHER_NAME in found.doubts, row.create_time or "", len(row.id), row.id
