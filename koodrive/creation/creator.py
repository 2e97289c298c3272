"""The way of one create: read the list, check for duplicates and write the intent, send it, write the outcome.

The request is prepared once: the history keeps the very text that goes out.
"""

from __future__ import annotations

import logging
import threading
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from koodrive.api import serialization
from koodrive.api.error_codes import DUPLICATE_NAME
from koodrive.api.serialization import list_name
from koodrive.clock.server_clock import local_now, offset_text, seconds_elapsed
from koodrive.core.deadline import Cancellation, is_cancelled
from koodrive.core.failpoints import Failpoint, failpoint
from koodrive.creation import duplicate_check
from koodrive.creation.duplicate_check import RecheckNeededError, moment_text
from koodrive.creation.resolver import Resolver
from koodrive.creation.sending import details_of, interrupted, same_id_note, send
from koodrive.errors import (
    ClockError,
    JournalError,
    KoodriveError,
)
from koodrive.journal import DuplicateCheck
from koodrive.listing.list_reader import NOTHING_READ, ListReadings
from koodrive.messages import Message, sentences
from koodrive.models import Outcome, OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from koodrive.api.client import KooDriveClient
    from koodrive.api.serialization import PreparedRequest
    from koodrive.journal import Attempt, Journal, RowKey
    from koodrive.listing.list_reader import ListLook
    from koodrive.models import Connection, CreateRequest

_RECHECKED_BY = 60.0
"""Age in seconds of a reading alongside by which it is rechecked that earlier attempts of a row made nothing."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _CreateContext:
    """Client, connection and options of one create."""

    client: KooDriveClient
    connection: Connection
    cancellation: Cancellation | None
    again: bool
    queued_id: int | None = None
    batch_row: RowKey | None = None
    reads_list: bool = True
    look: ListLook = NOTHING_READ


class Creator:
    """Carries out creates, each with exactly one POST and two committed entries in the journal.

    The one exception: a request that was refused because of a wrong clock is sent once more with the right time, as an
    attempt of its own.

    Args:
        journal: Where the intent and the outcome are written.
    """

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self.resolver = Resolver(journal)
        """Finds out what became of those whose answers were lost."""
        self._lock = threading.Lock()
        self.readings = ListReadings(journal)
        """The lists of the service, read before creates."""
        self._begun: dict[int, float] = {}
        """Start of the attempts at services that do not give the time, by `seconds_elapsed`."""

    def create(
        self,
        request: CreateRequest,
        *,
        client: KooDriveClient,
        connection: Connection,
        cancellation: Cancellation | None = None,
        again: bool = False,
        queued_id: int | None = None,
        batch_row: RowKey | None = None,
        reads_list: bool = True,
    ) -> Outcome:
        """Send one create and return its outcome.

        Args:
            request: The album or shared folder to create.
            client: Sends it; belongs to `connection`.
            connection: Service address and user to send as; stored with the attempt.
            cancellation: Ends the wait for the service within a second; after the first byte the outcome is then
                unknown.
            again: Whether it may make one more of something that is there already, or may be; then no list is read.
            queued_id: Number in the journal's queue, which the request leaves as its attempt begins.
            batch_row: The row of a batch that the request was made of, which its attempt claims.
            reads_list: Whether the list is read before, where its last reading is older than 2 s; a batch reads it
                alongside.

        Returns:
            The outcome, which is never ``sending``. Its remark says when the list could not be looked at.

        Raises:
            InvalidRequestError: When `request` breaks a rule; nothing was written or sent.
            DuplicateRequestError: When it may make a second one of something, unless `again`; likewise.
            RowTakenError: When the row of the batch was sent already; nothing was written or sent.
            JournalError: When the intent could not be written; nothing was sent.
        """
        prepared = client.prepare(request)
        self.flush_pending_outcomes()
        context = self._with_list_look(
            request,
            _CreateContext(client, connection, cancellation, again, queued_id, batch_row, reads_list),
        )
        outcome, error = self._attempt(prepared, context)
        if isinstance(error, ClockError) and error.code is not None and not is_cancelled(cancellation):
            # The service has said in its own form that it did not do it, and the client has learned the time from that.
            # The same may have been requested elsewhere since then, so look and duplicate check come once more, too.
            outcome, error = self._attempt(
                prepared.with_new_trace_id(), self._with_list_look(request, context)
            )
        if outcome.code == DUPLICATE_NAME:
            outcome = self._with_name_taker(outcome, connection)
        remark = _clock_remark(client)
        return outcome if remark is None else replace(outcome, remark=_joined(outcome.remark, remark))

    def _with_list_look(self, request: CreateRequest, context: _CreateContext) -> _CreateContext:
        """Return `context` with what the service's list shows now."""
        if not request.name or context.again or not context.reads_list:
            return context
        look = self.readings.look(
            request,
            client=context.client,
            connection=context.connection,
            cancellation=context.cancellation,
        )
        return replace(context, look=look)

    def _begin(self, prepared: PreparedRequest, context: _CreateContext) -> int:
        """Check for duplicates and write the intent down, both at once.

        Raises:
            DuplicateRequestError: When the request may double something; nothing was written.
        """
        cleared: set[int] = set()
        clock = context.client.clock
        while True:
            failpoint(Failpoint.BEFORE_INTENT)
            try:
                attempt_id = self.journal.attempts.begin(
                    request=prepared.request,
                    connection=context.connection,
                    trace_id=prepared.trace_id,
                    body=prepared.body,
                    started_at=datetime.now(UTC),
                    served_at=None if clock.sample is None else clock.now(),
                    note=context.look.note,
                    check=None if context.again else self._check(prepared.request, context, cleared),
                    queued_id=context.queued_id,
                    batch_row=context.batch_row,
                )
            except RecheckNeededError as needed:
                self.resolver.recheck(
                    prepared.request,
                    needed.suspects,
                    self._look_for_recheck(prepared.request, needed.suspects, context),
                    client=context.client,
                    connection=context.connection,
                    cancellation=context.cancellation,
                )
                cleared |= {suspect.attempt_id for suspect in needed.suspects}
            else:
                failpoint(Failpoint.AFTER_INTENT)
                return attempt_id

    def _look_for_recheck(
        self, request: CreateRequest, suspects: Sequence[Attempt], context: _CreateContext
    ) -> ListLook:
        """Return what the list shows; where it is read alongside, by the last reading since `suspects` were settled."""
        if context.reads_list:
            return context.look
        settled_at = max(suspect.settled_at or suspect.started_at for suspect in suspects)
        readings, connection = self.readings, context.connection
        look = readings.recent(request, connection, within=_RECHECKED_BY, after=settled_at)
        if look is None:
            # What keeps it from being read is said by the recheck, which then reads it itself.
            with suppress(KoodriveError):
                readings.read(
                    request,
                    client=context.client,
                    connection=connection,
                    cancellation=context.cancellation or Cancellation(),
                )
                look = readings.recent(request, connection, within=_RECHECKED_BY, after=settled_at)
        return look or context.look

    def _check(
        self, request: CreateRequest, context: _CreateContext, cleared: Collection[int]
    ) -> DuplicateCheck:
        with self._lock:
            oldest = seconds_elapsed() - duplicate_check.RECENT.total_seconds()
            self._begun = {number: began for number, began in self._begun.items() if began >= oldest}
            begun_lately = frozenset(self._begun)
        clock = context.client.clock
        certain = clock.certain_now()
        return DuplicateCheck(
            list_name=list_name(request),
            moments=(clock.now(), local_now()) if certain is None else (certain,),
            recent=duplicate_check.RECENT,
            ruled_out_since=datetime.now(UTC) - duplicate_check.REMEMBERED,
            begun_lately=begun_lately,
            seen_ids=context.look.ids_named(request.name) if request.name else (),
            refuse=lambda duplicates: duplicate_check.require_not_duplicate(
                request, duplicates, context.look, cleared
            ),
        )

    def _attempt(
        self, prepared: PreparedRequest, context: _CreateContext
    ) -> tuple[Outcome, KoodriveError | None]:
        """Write the intent down, send it once and write down what became of it."""
        attempt_id, began = self._begin(prepared, context), seconds_elapsed()
        try:
            settlement, error = send(prepared, context.client, context.cancellation)
        except BaseException:
            # No such error is known; but a row must not stay ``sending`` for ever.
            self.journal.outcomes.record(attempt_id, interrupted())
            raise
        failpoint(Failpoint.BEFORE_OUTCOME)
        clock = context.client.clock
        if clock.sample is not None:
            since = timedelta(seconds=seconds_elapsed() - began)
            settlement = replace(settlement, served_at=clock.now() - since)
        else:
            with self._lock:
                self._begun[attempt_id] = began
        earlier, journal_problem = self.journal.outcomes.record(attempt_id, settlement)
        _log.info(
            "create %s: %s, trace %s",
            serialization.kind_of(prepared.request),
            settlement.kind,
            prepared.trace_id,
        )
        may_be_made = settlement.kind in {OutcomeKind.CREATED, OutcomeKind.UNKNOWN}
        outcome = Outcome(
            kind=settlement.kind,
            request=prepared.request,
            attempt_id=attempt_id,
            created=settlement.created,
            **details_of(error),
            code=settlement.code,
            remark=_joined(
                None if earlier is None else same_id_note(earlier),
                context.look.note if may_be_made else None,
            ),
            trace_id=prepared.trace_id,
            settled_at=settlement.settled_at,
            journal_problem=journal_problem,
        )
        return outcome, error

    def _with_name_taker(self, outcome: Outcome, connection: Connection) -> Outcome:
        """Return the outcome of a request whose name was taken, with the lost attempt that probably took it, if any."""
        with suppress(JournalError):
            if (earlier := self.resolver.name_taker(outcome.request, connection)) is not None:
                message = Message(
                    "Nothing was created by this request. The name is probably taken by your own one of"
                    " {time}, whose answer was lost. Find out what became of that before you choose"
                    " another name.",
                    time=moment_text(earlier.started_at),
                )
                return replace(outcome, message=message, name_conflict_id=earlier.attempt_id)
        return outcome

    def flush_pending_outcomes(self) -> None:
        """Write down the outcomes that the history could not take when they came, until it refuses one again."""
        self.journal.outcomes.flush()


def _joined(*remarks: Message | None) -> Message | None:
    return sentences("", *(remark or "" for remark in remarks)) or None


def _clock_remark(client: KooDriveClient) -> Message | None:
    ahead = client.clock.pop_skew_warning()
    if ahead is None:
        return None
    return sentences(
        offset_text(ahead), Message("KooDesk goes by the service's; set yours right when you can.")
    )
