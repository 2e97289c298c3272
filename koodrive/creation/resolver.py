"""The resolver: finds out from the service's lists what became of attempts whose answers were lost.

It only ever reads from the service. It decides by itself where there are exactly as many new things as attempts that
may have made them, and nothing speaks against any of them, or where there is none even after some time; everything
else is for the user to decide.
"""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from koodrive.api import serialization
from koodrive.api.serialization import list_name
from koodrive.core.deadline import is_cancelled
from koodrive.creation import matching
from koodrive.creation.decision import GroupLook, Reconciler
from koodrive.creation.duplicate_check import REMEMBERED, late_effect, not_rechecked, same_requests
from koodrive.creation.findings import LookResult
from koodrive.creation.open_attempts import AttemptGroup, OpenAttempt
from koodrive.creation.search_schedule import PAUSES
from koodrive.creation.search_scheduler import SearchScheduler
from koodrive.creation.settlement import AttemptSettler
from koodrive.creation.undo.finding_out import UndoFinder
from koodrive.errors import AuthenticationError, KoodriveError
from koodrive.listing.snapshots import ListSnapshot, read_and_record
from koodrive.messages import Message
from koodrive.models import Action

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Sequence

    from koodrive.api.client import KooDriveClient
    from koodrive.clock.server_clock import ServerClock
    from koodrive.core.deadline import Cancellation
    from koodrive.creation.matching import Candidate
    from koodrive.journal import Attempt, Journal
    from koodrive.listing.list_reader import ListLook
    from koodrive.models import Connection, CreateRequest

_DATE_TOLERANCE = timedelta(seconds=2)
"""A `Date` has whole seconds, and what is known of the service's time is about as exact."""


class Resolver:
    """Looks for the effects of open attempts; safe to use from several threads.

    Args:
        journal: Where the attempts are, and where what was found out is written.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._reconciler = Reconciler(journal)
        self._settler = AttemptSettler(journal)
        self._undos = UndoFinder(journal)
        # Held while it is decided whose an ID is, so that no two attempts get the same.
        self._lock = threading.Lock()
        self._began: dict[int, datetime] = {}
        """Start of attempts, by the service's clock as it was known before the first look for them."""

    def resolve(
        self,
        attempt_ids: Collection[int],
        *,
        client: KooDriveClient,
        connection: Connection,
        pauses: Sequence[float] = PAUSES,
        cancellation: Cancellation,
    ) -> tuple[LookResult, ...]:
        """Look as often as `SearchScheduler` says until everything is decided; blocks.

        Args:
            attempt_ids: The attempts to find out about; those that the lists cannot tell from them come along.
            client: Reads the lists; belongs to `connection`.
            connection: Service address and user to read as.
            pauses: Seconds between one look and the next.
            cancellation: Ends it within a second; what is not decided by then stays as it is.

        Returns:
            The last result for every attempt that is still open.

        Raises:
            JournalError: When the history cannot be read.
        """
        latest: dict[int, LookResult] = {}

        def note(finding: LookResult) -> None:
            latest.update(dict.fromkeys(finding.attempt_ids, finding))

        scheduler = SearchScheduler(pauses, on_decided=note)
        scheduler.start(attempt_ids)
        while (seconds := scheduler.seconds_to_next_look()) is not None:
            if seconds and cancellation.wait(seconds):
                break
            look = scheduler.begin_look()
            if look is None:
                continue
            findings = self.look(
                look.attempt_ids,
                last=look.last,
                client=client,
                connection=connection,
                cancellation=cancellation,
            )
            for attempt_id in look.attempt_ids:
                latest.pop(attempt_id, None)
            for finding in findings:
                note(finding)
            if cancellation.is_cancelled:
                break
            scheduler.end_look(findings)
        return tuple({id(finding): finding for finding in latest.values()}.values())

    def look(
        self,
        attempt_ids: Collection[int],
        *,
        last: Collection[int] = (),
        client: KooDriveClient,
        connection: Connection,
        cancellation: Cancellation | None = None,
    ) -> tuple[LookResult, ...]:
        """Read the lists once, and write down what they decide.

        Args:
            attempt_ids: The attempts to find out about; those that the lists cannot tell from them come along.
            last: The attempts for which this is the last look, so that what is not there was not made. It takes
                all that a list cannot tell apart.
            client: Reads the lists; belongs to `connection`.
            connection: Service address and user to read as.
            cancellation: Ends it within a second.

        Returns:
            One finding for all attempts that can only be told apart together, mostly as the list does not; none for
            attempts that are not open.

        Raises:
            JournalError: When the history cannot be read.
        """
        deletes = self._undos.look(
            attempt_ids, last=last, client=client, connection=connection, cancellation=cancellation
        )
        groups = self._groups(connection, attempt_ids)
        self._note_beginnings(groups.values(), client.clock)
        lists: dict[str, ListSnapshot | KoodriveError] = {}
        for group in groups.values():
            name = list_name(group.request)
            if name not in lists:
                lists[name] = self._read(group.request, client, connection, cancellation)
        with self._lock:
            # The same may have been asked for once more, or been decided, while the lists were read.
            now = self._groups(connection, attempt_ids)
            findings: list[LookResult] = []
            known = {name: self._known(connection, read) for name, read in lists.items()}
            for key, group in groups.items():
                if key in now and (now[key] != group or group.is_live):
                    findings.append(LookResult(group.ids, None, _UNDER_WAY))
                elif key in now:
                    name = list_name(group.request)
                    read = lists[name]
                    is_last = set(group.ids) <= set(last) and not is_cancelled(cancellation)
                    findings += self._reconciler.decide(
                        GroupLook(group, connection, client.clock, is_last, known[name]),
                        read if isinstance(read, KoodriveError) else read.after(self._latest(group)),
                    )
            return (*findings, *deletes)

    def recheck(
        self,
        request: CreateRequest,
        suspects: Sequence[Attempt],
        look: ListLook,
        *,
        client: KooDriveClient,
        connection: Connection,
        cancellation: Cancellation | None = None,
    ) -> None:
        """Look once more for attempts that seemed to have made nothing, before the same is sent again.

        A service may carry out late what it was asked for, after the last look. Then they are opened again.

        Args:
            request: The request to send.
            suspects: The attempts of the same, oldest first.
            look: The list as the press has just read it; where that is not whole, the list is read to its end.
            client: Reads the list; belongs to `connection`.
            connection: Service address and user to read as.
            cancellation: Ends it within a second.

        Raises:
            DuplicateRequestError: When the list shows something that they may have made, or when that is unknown, as
                the list could not be read or is not whole.
            JournalError: When the history cannot be used.
        """
        group = AttemptGroup([OpenAttempt(suspect, request) for suspect in suspects])
        read = look.error or (
            ListSnapshot(list(look.rows), made_at=look.made_at)
            if look.is_whole
            else self._read(request, client, connection, cancellation)
        )
        if isinstance(read, AuthenticationError) and "401" in {read.code, str(read.status)}:
            # The same token keeps the request from being carried out, and the refusal of that says more.
            return
        if isinstance(read, KoodriveError):
            raise not_rechecked(suspects[-1], read) from read
        with self._lock:
            read = read.after(self._latest(group))
            if self._reconciler.recheck(GroupLook(group, connection, client.clock, is_last=True), read):
                raise late_effect(suspects[-1])
        if not read.is_whole:
            raise not_rechecked(suspects[-1], read.problem)

    def name_taker(self, request: CreateRequest, connection: Connection) -> Attempt | None:
        """Return the lost attempt that probably took the name of `request`; one that was ruled out is opened again.

        Args:
            request: The service has refused its name.
            connection: Service address and user that it was sent as.

        Raises:
            JournalError: When the history cannot be used.
        """
        attempts = self._journal.attempts
        if still_open := same_requests(request, attempts.open_attempts(connection, Action.CREATE)):
            return still_open[-1]
        since = datetime.now(UTC) - REMEMBERED
        suspects = same_requests(request, attempts.ruled_out_attempts(connection, request.name, since))
        for suspect in suspects[-1:]:
            self._settler.reopen(suspect, Message("the service says that its name is taken"))
        return suspects[-1] if suspects else None

    def adopt(self, attempt_id: int, chosen: Candidate, connection: Connection) -> None:
        """Write down that the user has recognised `chosen` as what an attempt has made.

        Args:
            attempt_id: An attempt of unknown outcome.
            chosen: One of the candidates of its finding.
            connection: Where it was found.

        Raises:
            JournalError: When another attempt has made it, or it could not be written down.
        """
        with self._lock:
            self._settler.adopt(attempt_id, chosen, connection)

    def declare_not_made(self, attempt_id: int) -> None:
        """Write down that the user has decided that an attempt has made, or taken back, nothing.

        Args:
            attempt_id: An attempt of unknown outcome.

        Raises:
            JournalError: When it could not be written down.
        """
        with self._lock:
            self._settler.declare_not_made(attempt_id)

    def declare_deleted(self, attempt_id: int) -> None:
        """Write down that the user has decided that a delete was carried out.

        Args:
            attempt_id: A delete of unknown outcome.

        Raises:
            JournalError: When it could not be written down.
        """
        with self._lock:
            self._settler.declare_deleted(attempt_id)

    def _groups(self, connection: Connection, attempt_ids: Collection[int]) -> dict[Hashable, AttemptGroup]:
        """Return the open attempts that belong together, as far as one of `attempt_ids` is among them."""
        groups: dict[Hashable, AttemptGroup] = {}
        for attempt in self._journal.attempts.open_attempts(connection, Action.CREATE):
            request = serialization.request_from_body(attempt.kind, attempt.body)
            if request is not None:
                key = matching.reconciliation_key(request)
                groups.setdefault(key, AttemptGroup([])).members.append(OpenAttempt(attempt, request))
        return {key: group for key, group in groups.items() if not set(attempt_ids).isdisjoint(group.ids)}

    def _note_beginnings(self, groups: Iterable[AttemptGroup], clock: ServerClock) -> None:
        """Keep when attempts began: the answer to come teaches the clock, also the old time of a cache."""
        if clock.sample is None or clock.is_uncertain:
            return
        now, ahead = clock.now(), clock.offset
        with self._lock:
            for group in groups:
                for lost in group.members:
                    began = lost.attempt.started_at - ahead
                    # One that is yet to come began by a local clock that was wrong.
                    if began <= now:
                        self._began.setdefault(lost.attempt.attempt_id, began)

    def _known(self, connection: Connection, read: ListSnapshot | KoodriveError) -> set[str]:
        """Return the IDs in a list of which the history knows the attempt."""
        if isinstance(read, KoodriveError):
            return set()
        return self._journal.attempts.known_ids(connection, [row.id for row in read.rows])

    def _latest(self, group: AttemptGroup) -> datetime | None:
        """Return when a list has to be made at the earliest to show what the attempts of `group` have made."""
        began = [self._began[attempt_id] for attempt_id in group.ids if attempt_id in self._began]
        return max(began) - _DATE_TOLERANCE if began else None

    def _read(
        self,
        request: CreateRequest,
        client: KooDriveClient,
        connection: Connection,
        cancellation: Cancellation | None,
    ) -> ListSnapshot | KoodriveError:
        try:
            return read_and_record(
                request,
                client=client,
                connection=connection,
                journal=self._journal,
                cancellation=cancellation,
            )
        except KoodriveError as error:
            return error


_UNDER_WAY = Message("The same is being asked for right now; its answer comes first.")
