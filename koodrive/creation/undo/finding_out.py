"""Finds out from the service what became of deletes whose answers were lost.

It only ever reads. An object that neither its list nor its ID shows was deleted; one that is there after the last look
was not. A service may carry out late what it was asked for, so that what is there is looked for several times.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from koodrive.api import serialization
from koodrive.core.deadline import is_cancelled
from koodrive.core.failpoints import Failpoint, failpoint
from koodrive.creation.findings import LookResult, Resolution
from koodrive.creation.settlement import AttemptSettler
from koodrive.creation.undo import reasons
from koodrive.creation.undo.presence import UndoLists, is_known_by_id, lacks, may_be_late
from koodrive.errors import AuthenticationError, JournalError, KoodriveError
from koodrive.messages import Message
from koodrive.models import Action, OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Collection

    from koodrive.api.client import KooDriveClient
    from koodrive.core.deadline import Cancellation
    from koodrive.journal import Attempt, Journal
    from koodrive.models import Connection

_UNDER_WAY = Message("It is being deleted right now; the answer to that comes first.")
_STILL_THERE = Message("Its answer was lost, and the service has it still. It can be taken back again.")


class _Seen(NamedTuple):
    """What a look has shown of one object."""

    is_listed: bool
    is_lacking: bool
    """Whether all pages of the list were read, and it is in none."""
    is_known: bool
    """Whether the service knows it by its ID."""
    may_be_late: bool
    """Whether it is so new that neither need show it yet."""


class UndoFinder:
    """Looks for open deletes; safe to use from several threads.

    Args:
        journal: Where they are, and where what was found out is written.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._settler = AttemptSettler(journal)

    def look(
        self,
        attempt_ids: Collection[int],
        *,
        last: Collection[int] = (),
        client: KooDriveClient,
        connection: Connection,
        cancellation: Cancellation | None = None,
    ) -> tuple[LookResult, ...]:
        """Look once for each delete, and write down what is certain.

        Args:
            attempt_ids: Attempts to find out about; creates are passed over.
            last: Those for which no other look follows, so that what is still there was not deleted.
            client: Reads; belongs to `connection`.
            connection: Service address and user to read as.
            cancellation: Ends it within a second.

        Returns:
            One result for each delete that is open.

        Raises:
            JournalError: When the history cannot be read.
        """
        wanted = [
            attempt
            for attempt in self._journal.attempts.open_attempts(connection, Action.DELETE)
            if attempt.attempt_id in attempt_ids
        ]
        reader = _Reader(self._journal, client, connection, cancellation)
        results = []
        for attempt in wanted:
            if attempt.outcome == OutcomeKind.SENDING:
                results.append(LookResult((attempt.attempt_id,), None, _UNDER_WAY))
                continue
            seen = reader.read(attempt)
            is_last = attempt.attempt_id in last and not is_cancelled(cancellation)
            results.append(self._decide(attempt, seen, is_last=is_last))
        return tuple(results)

    def _decide(self, attempt: Attempt, seen: _Seen | KoodriveError | None, *, is_last: bool) -> LookResult:
        ids = (attempt.attempt_id,)
        if not isinstance(seen, _Seen):
            # Looking again with the same token is no use.
            is_over = is_last or seen is None or isinstance(seen, AuthenticationError)
            words = reasons.NOT_UNDERSTOOD if seen is None else reasons.cannot_tell(seen.title)
            return self._undecided(attempt, words, is_over=is_over, problem=seen)
        try:
            is_gone = seen.is_lacking and not seen.is_known
            if is_gone and (is_last or not seen.may_be_late):
                note = reasons.found_gone()
                failpoint(Failpoint.IN_RESOLVER)
                self._settler.settle_deleted(attempt, note)
                return LookResult(ids, Resolution.DONE, note)
            if not is_last:
                return LookResult(ids, None, reasons.maybe_gone() if is_gone else reasons.still_there())
            if seen.is_listed and seen.is_known:
                note = reasons.found_there()
                failpoint(Failpoint.IN_RESOLVER)
                self._settler.settle_not_made(attempt, _STILL_THERE, note)
                return LookResult(ids, Resolution.NOT_DONE, note)
        except JournalError as error:
            return self._undecided(attempt, error.title, is_over=is_last, problem=error, is_noted=False)
        return self._undecided(attempt, reasons.cannot_tell(None), is_over=True)

    def _undecided(
        self,
        attempt: Attempt,
        words: Message,
        *,
        is_over: bool,
        problem: KoodriveError | None = None,
        is_noted: bool = True,
    ) -> LookResult:
        if is_over and is_noted:
            self._journal.attempts.annotate(attempt.attempt_id, words)
        ending = Resolution.CANNOT_TELL if is_over else None
        return LookResult((attempt.attempt_id,), ending, words, problem=problem)


class _Reader:
    """Reads for one look; each list once, however long that takes."""

    def __init__(
        self,
        journal: Journal,
        client: KooDriveClient,
        connection: Connection,
        cancellation: Cancellation | None,
    ) -> None:
        self._journal, self._client = journal, client
        self._connection, self._cancellation = connection, cancellation
        self._lists = UndoLists(journal)

    def read(self, delete: Attempt) -> _Seen | KoodriveError | None:
        """Return what is seen of the object of a delete, or the error that kept it from being seen.

        None where the create is not understood.

        Raises:
            JournalError: When the history cannot be used.
        """
        create = self._journal.attempts.attempt(delete.of_attempt or 0)
        request = serialization.request_from_body(create.kind, create.body)
        object_id = delete.result_id or create.result_id
        if request is None or not object_id:
            return None
        try:
            read = self._lists.read(
                request,
                client=self._client,
                connection=self._connection,
                cancellation=self._cancellation,
                within=inf,
            )
            is_lacking = lacks(read, object_id, self._connection)
            is_known = is_known_by_id(request, object_id, self._client, self._cancellation)
            if is_lacking and not is_known:
                self._lists.require_in_sight(
                    request,
                    client=self._client,
                    connection=self._connection,
                    cancellation=self._cancellation,
                )
            return _Seen(
                is_listed=any(row.id == object_id for row in read.rows),
                is_lacking=is_lacking,
                is_known=is_known,
                may_be_late=may_be_late(create, was_shown=True),
            )
        except JournalError:
            raise
        except KoodriveError as error:
            return error
