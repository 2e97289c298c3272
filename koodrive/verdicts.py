"""Decides by what a list shows what became of attempts whose answers were lost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from koodrive import matching
from koodrive.closing import Closing, spoken_now
from koodrive.errors import AuthenticationError, JournalError, KoodriveError, OutcomeUnknownError
from koodrive.findings import Ending, Finding
from koodrive.kill_points import KillPoint, reached
from koodrive.matching import Candidate, Circumstances
from koodrive.models import OutcomeKind
from koodrive.wording import Sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable

    from koodrive.clock import ServerClock
    from koodrive.journal import Attempt, Journal
    from koodrive.matching import Listed
    from koodrive.models import Connection, CreateRequest

_MOST_NAMED = 5
"""IDs that a note names."""

FRESH = timedelta(minutes=10)
"""How long before an attempt a list may have been read for what it did not show then to count as new."""

_NOT_MADE = Sentence("Its answer was lost, and the service does not have it. It can be sent again.")
_VANISHED = Sentence("The list showed it a moment ago, and does not now.")


@dataclass(frozen=True, slots=True)
class Lost:
    """An open attempt and what it had sent."""

    attempt: Attempt
    request: CreateRequest


@dataclass(frozen=True, slots=True)
class Group:
    """Open attempts that are looked at together, as the list may not tell them apart; oldest first."""

    members: list[Lost]

    @property
    def request(self) -> CreateRequest:
        """What the oldest of them had sent; the list of all of them is the same."""
        return self.members[0].request

    @property
    def ids(self) -> tuple[int, ...]:
        """The numbers of the attempts."""
        return tuple(lost.attempt.attempt_id for lost in self.members)

    @property
    def is_live(self) -> bool:
        """Whether one of them is still under way."""
        return any(lost.attempt.outcome is not OutcomeKind.UNKNOWN for lost in self.members)


class Verdicts:
    """Decides and writes down; to be used by one thread at a time, so that no two attempts get the same ID.

    Args:
        journal: Where the attempts are, and where what was found out is written.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._closing = Closing(journal)
        self._glimpsed: dict[Hashable, dict[str, Candidate]] = {}

    def decide(
        self,
        group: Group,
        rows: list[Listed] | KoodriveError,
        *,
        connection: Connection,
        clock: ServerClock,
        is_last: bool,
    ) -> Finding:
        """Decide what can be decided from one look, and write it down.

        Args:
            group: Attempts of unknown outcome.
            rows: The whole of their list, or why it could not be read.
            connection: Where and as whom.
            clock: The time of that service.
            is_last: Whether nobody will look again.

        Raises:
            JournalError: When the history cannot be read.
        """
        undecided = Ending.CANNOT_TELL if is_last else None
        if isinstance(rows, KoodriveError):
            # Looking again with the same token is no use.
            ending = Ending.CANNOT_TELL if isinstance(rows, AuthenticationError) else undecided
            return Finding(group.ids, ending, rows.title, problem=rows)
        candidates = self._candidates(group, rows, connection, clock)
        try:
            pairs = self._pairs(group, candidates, connection, clock)
            if pairs:
                return self._adopt_all(group, pairs)
            if not candidates and matching.is_of_others(rows, connection.user_id):
                problem = _others_list(connection)
                return Finding(group.ids, undecided, problem.title, problem=problem)
            if not is_last:
                return Finding(group.ids, None, _not_yet(candidates), candidates)
            return self._give_up(group, candidates) if candidates else self._rule_out(group)
        except JournalError as error:
            return Finding(group.ids, undecided, error.title, candidates, problem=error)

    def _candidates(
        self, group: Group, rows: list[Listed], connection: Connection, clock: ServerClock
    ) -> tuple[Candidate, ...]:
        """Return what any of the attempts may have made, oldest first."""
        # Lists are put together from several sources: what one look has shown may be there when the next does not.
        place = connection.service_address, connection.user_id, matching.same_in_list(group.request)
        earlier = self._glimpsed.setdefault(place, {})
        requests = [lost.request for lost, *_ in _alike(group)]
        alike = [row for row in rows if any(matching.resembles(request, row) for request in requests)]
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
        return tuple(sorted([*found.values(), *vanished], key=_age))

    def _circumstances(
        self, lost: Lost, object_ids: Collection[str], connection: Connection, clock: ServerClock
    ) -> Circumstances:
        """Return what is known besides `lost` and the objects that are listed."""
        lists, name, attempt = self._journal.lists, matching.list_name(lost.request), lost.attempt
        read_at = lists.read_before(connection, name, attempt.attempt_id)
        return Circumstances(
            user_id=connection.user_id,
            began=attempt.started_at - clock.ahead,
            now=clock.now(),
            old_ids=self._journal.known_ids(connection, object_ids)
            | lists.seen_before(connection, name, attempt.attempt_id, object_ids),
            is_list_fresh=read_at is not None and abs(attempt.started_at - read_at) <= FRESH,
        )

    def _pairs(
        self, group: Group, candidates: tuple[Candidate, ...], connection: Connection, clock: ServerClock
    ) -> list[tuple[Lost, Candidate]] | None:
        """Return which attempt has made what; None unless there is just one answer to that.

        Attempts with the same content may be swapped. Others may not, and none can have made what was there before it.
        """
        if len(candidates) != len(group.members) or any(found.doubts for found in candidates):
            return None
        object_ids = {found.listed.id for found in candidates}
        by_attempt = {
            lost.attempt.attempt_id: self._circumstances(lost, object_ids, connection, clock)
            for lost in group.members
        }

        def is_certain(lost: Lost, found: Candidate) -> bool:
            own = matching.candidate(lost.request, found.listed, by_attempt[lost.attempt.attempt_id])
            return own is not None and not own.doubts

        pairs: list[tuple[Lost, Candidate]] = []
        for members in _alike(group):
            own = [found for found in candidates if is_certain(members[0], found)]
            if len(own) != len(members):
                return None
            pairs += zip(members, own, strict=True)
        is_one_to_one = {found.listed.id for _, found in pairs} == object_ids
        return pairs if is_one_to_one and all(is_certain(*pair) for pair in pairs) else None

    def _adopt_all(self, group: Group, pairs: list[tuple[Lost, Candidate]]) -> Finding:
        if len(pairs) == 1:
            evidence = Sentence(
                "Found in the service's list at {time}: it matches the request, is new since then, and is the only"
                " one.",
                time=spoken_now(),
            )
        else:
            evidence = Sentence(
                "Found in the service's list at {time}: {count} match the request and are new since then, just as"
                " many as there were requests.",
                time=spoken_now(),
                count=len(pairs),
            )
        for lost, found in pairs:
            reached(KillPoint.IN_RESOLVER)
            self._closing.created(lost.attempt, found, evidence)
        adopted = tuple((lost.attempt.attempt_id, found.listed.id) for lost, found in pairs)
        return Finding(group.ids, Ending.DONE, evidence, tuple(found for _, found in pairs), adopted)

    def _rule_out(self, group: Group) -> Finding:
        evidence = Sentence(
            "KooDesk looked into the service's list several times, last at {time}: what was asked for is not in it.",
            time=spoken_now(),
        )
        for lost in group.members:
            reached(KillPoint.IN_RESOLVER)
            self._closing.not_made(lost.attempt, _NOT_MADE, evidence)
        return Finding(group.ids, Ending.NOT_DONE, evidence)

    def _give_up(self, group: Group, candidates: tuple[Candidate, ...]) -> Finding:
        template = (
            "At {time} the service's list showed {count} that may be meant ({ids}). It does not tell whether one of"
            " them comes from this request."
            if len(candidates) > 1
            else "At {time} the service's list showed one that may be meant ({ids}). It does not tell whether it comes"
            " from this request."
        )
        if len(group.ids) > 1:
            template = (
                "At {time} the service's list showed {count} that may be meant ({ids}), for {requests} requests whose"
                " answers were lost. It does not tell which is which."
            )
        evidence = Sentence(
            template,
            time=spoken_now(),
            count=len(candidates),
            ids=", ".join(found.listed.id for found in candidates[:_MOST_NAMED]),
            requests=len(group.ids),
        )
        for attempt_id in group.ids:
            self._journal.annotate(attempt_id, evidence)
        return Finding(group.ids, Ending.CANNOT_TELL, evidence, candidates)


def _alike(group: Group) -> Iterable[list[Lost]]:
    """Return the members in lists of those that had sent the same content."""
    alike: dict[CreateRequest, list[Lost]] = {}
    for lost in group.members:
        alike.setdefault(matching.content_of(lost.request), []).append(lost)
    return alike.values()


def _others_list(connection: Connection) -> OutcomeUnknownError:
    return OutcomeUnknownError(
        Sentence("The service's list is that of another user"),
        Sentence(
            "It was asked for what the user {user} has created, and names only others. Check the user ID and the"
            " token of the connection.",
            user=connection.user_id,
        ),
    )


def _not_yet(candidates: tuple[Candidate, ...]) -> Sentence:
    if not candidates:
        return Sentence(
            "Not in the service's list at {time}. It may appear there a little later.", time=spoken_now()
        )
    return Sentence(
        "At {time} the service's list showed {count} that may be meant.",
        time=spoken_now(),
        count=len(candidates),
    )


def _age(found: Candidate) -> tuple[str, int, str]:
    """Return a key that sorts by age, as far as the list tells it."""
    row = found.listed
    return row.create_time or "", len(row.id), row.id
