"""The way of one create: check it, ask the shield, write the intent down, send it once, write down what came of it."""

from __future__ import annotations

import logging
import threading
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from koodrive import shield, wire
from koodrive.answers import MAY_HAVE_BEEN_MADE
from koodrive.clock import off_by
from koodrive.deadline import is_cancelled
from koodrive.errors import (
    AuthenticationError,
    ClockError,
    InvalidRequestError,
    JournalError,
    KoodriveError,
    NotSentError,
    RateLimitedError,
    RefusedError,
)
from koodrive.journal import Settlement
from koodrive.kill_points import KillPoint, reached
from koodrive.matching import same_in_list
from koodrive.models import CreateAlbum, Outcome, OutcomeKind
from koodrive.refusals import is_of_token
from koodrive.second_look import look_again, reopen, ruled_out
from koodrive.service_codes import DUPLICATE_NAME
from koodrive.shield import moment_in_words
from koodrive.wording import Sentence

if TYPE_CHECKING:
    from koodrive.client import KooDriveClient
    from koodrive.deadline import Cancellation
    from koodrive.journal import Attempt, Journal
    from koodrive.models import Connection, Created, CreateRequest

_log = logging.getLogger(__name__)


class Creator:
    """Carries out creates, each with exactly one POST and two committed entries in the journal.

    The one exception: a request that was refused because of a wrong clock is sent once more with the right time, as an
    attempt of its own.

    Args:
        journal: Where the intent and the outcome are written.
    """

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self._lock = threading.Lock()
        self._intent_lock = threading.Lock()
        self._rewriting_lock = threading.Lock()
        self._unwritten: dict[int, Settlement] = {}

    def create(
        self,
        request: CreateRequest,
        *,
        client: KooDriveClient,
        connection: Connection,
        cancellation: Cancellation | None = None,
        again: bool = False,
    ) -> Outcome:
        """Create what `request` asks for and return what became of it.

        Args:
            request: An album or a shared folder.
            client: Who sends it; belongs to `connection`.
            connection: What the history says about where it went.
            cancellation: Ends the wait for the service within a second; after the first byte the outcome is then
                unknown.
            again: Whether it may make one more of something that is there already, or may be.

        Returns:
            The outcome, which is never ``sending``.

        Raises:
            InvalidRequestError: When `request` breaks a rule; nothing was written or sent.
            RepeatedRequestError: When it may make a second one of something, unless `again`; likewise.
            JournalError: When the intent could not be written; nothing was sent.
        """
        wire.require_valid(request)
        self.write_unwritten()
        if not again:
            look_again(
                request,
                client=client,
                connection=connection,
                journal=self.journal,
                cancellation=cancellation,
            )
        trace_id = wire.new_trace_id(connection.trace_id_header)
        attempt_id = self._begin(request, connection, trace_id, again=again)
        outcome, error = self._attempt(request, client, attempt_id, trace_id, cancellation)
        if isinstance(error, ClockError) and error.code is not None and not is_cancelled(cancellation):
            # The service has said in its own form that it did not do it, and the client has learned the time from that.
            # Somebody else may have asked for the same since then, so the shield is asked once more, too.
            trace_id = wire.new_trace_id(connection.trace_id_header)
            attempt_id = self._begin(request, connection, trace_id, again=again)
            outcome, error = self._attempt(request, client, attempt_id, trace_id, cancellation)
        if outcome.code == DUPLICATE_NAME:
            outcome = self._with_namesake(outcome, connection)
        return replace(outcome, remark=_clock_remark(client))

    def _begin(self, request: CreateRequest, connection: Connection, trace_id: str, *, again: bool) -> int:
        # Two threads that ask for the same at once: one of them has to see the intent of the other.
        with self._intent_lock:
            if not again:
                shield.check(request, connection, self.journal)
            reached(KillPoint.BEFORE_INTENT)
            attempt_id = self.journal.begin(
                request=request,
                connection=connection,
                trace_id=trace_id,
                body=wire.body_of(request, connection.number_form),
                started_at=datetime.now(UTC),
            )
        reached(KillPoint.AFTER_INTENT)
        return attempt_id

    def _attempt(
        self,
        request: CreateRequest,
        client: KooDriveClient,
        attempt_id: int,
        trace_id: str,
        cancellation: Cancellation | None,
    ) -> tuple[Outcome, KoodriveError | None]:
        """Send `request` once and write down what became of it."""
        try:
            settlement, error = _send(request, client, trace_id, cancellation)
        except BaseException:
            # Nothing of the kind is known; but a row must not claim for ever that it is under way.
            self._settle(attempt_id, _interrupted())
            raise
        reached(KillPoint.BEFORE_OUTCOME)
        journal_problem = self._settle(attempt_id, settlement)
        _log.info("create %s: %s, trace %s", wire.kind_of(request), settlement.kind, trace_id)
        outcome = Outcome(
            kind=settlement.kind,
            request=request,
            attempt_id=attempt_id,
            created=settlement.created,
            title=settlement.title,
            message=settlement.message,
            code=settlement.code,
            # The clock is put right by itself; it is no matter of credentials.
            is_sign_in_needed=isinstance(error, AuthenticationError) and not isinstance(error, ClockError),
            # As above: what is no answer of the service's own may come from somebody who let it pass before.
            is_token_refused=error is not None and error.code is not None and is_of_token(error),
            retry_after=error.retry_after if isinstance(error, RateLimitedError) else None,
            trace_id=trace_id,
            settled_at=settlement.settled_at,
            journal_problem=journal_problem,
        )
        return outcome, error

    def _with_namesake(self, outcome: Outcome, connection: Connection) -> Outcome:
        """Say whose name it probably is, where an earlier request of the same has lost its answer."""
        try:
            earlier = self._namesake(outcome.request, connection)
        except JournalError:
            return outcome
        if earlier is None:
            return outcome
        message = Sentence(
            "Nothing was made by this request. The name is probably taken by your own one of {time}, whose"
            " answer was lost. Find out what became of that before you choose another name.",
            time=moment_in_words(earlier.started_at),
        )
        return replace(outcome, message=message, namesake_id=earlier.attempt_id)

    def _namesake(self, request: CreateRequest, connection: Connection) -> Attempt | None:
        for attempt in reversed(self.journal.open_attempts(connection)):
            sent = wire.request_from_body(attempt.kind, attempt.body)
            if sent is not None and same_in_list(sent) == same_in_list(request):
                return attempt
        suspects = ruled_out(request, connection, self.journal)
        if not suspects:
            return None
        reopen(suspects[-1], self.journal, Sentence("the service says that its name is taken"))
        return suspects[-1]

    def write_unwritten(self) -> None:
        """Write down the outcomes that the history could not take when they came, until it refuses one again."""
        # By one thread at a time: what two would write, the second could never write.
        with self._rewriting_lock:
            with self._lock:
                waiting = dict(self._unwritten)
            for attempt_id, settlement in waiting.items():
                if self._settle(attempt_id, settlement) is not None:
                    # Each of the others would wait as long for a file that is locked.
                    break

    def _settle(self, attempt_id: int, settlement: Settlement) -> Sentence | None:
        """Write the outcome down; what the service did stands, even when the disk does not take it."""
        try:
            self.journal.settle(attempt_id, settlement)
        except JournalError as error:
            _log.exception(
                "attempt %d is %s, but that could not be written", attempt_id, _in_short(settlement)
            )
            with self._lock:
                # At the end, so that the next try begins with another.
                self._unwritten.pop(attempt_id, None)
                self._unwritten[attempt_id] = settlement
            return error.message
        with self._lock:
            self._unwritten.pop(attempt_id, None)
        return None


def _in_short(settlement: Settlement) -> str:
    if settlement.created is None:
        return settlement.kind
    return f"{settlement.kind} as {settlement.created.result_id}"


def _interrupted() -> Settlement:
    return Settlement(
        kind=OutcomeKind.UNKNOWN,
        settled_at=datetime.now(UTC),
        title=Sentence("KooDesk was interrupted while it waited for the answer"),
        message=MAY_HAVE_BEEN_MADE,
    )


def _send(
    request: CreateRequest, client: KooDriveClient, trace_id: str, cancellation: Cancellation | None
) -> tuple[Settlement, KoodriveError | None]:
    """Return what became of `request`, and the error that says so where it was not created."""
    try:
        created: Created = (
            client.create_album(request, trace_id=trace_id, cancellation=cancellation)
            if isinstance(request, CreateAlbum)
            else client.create_shared_folder(request, trace_id=trace_id, cancellation=cancellation)
        )
    except KoodriveError as error:
        settlement = Settlement(
            kind=_kind_of(error),
            settled_at=datetime.now(UTC),
            status=error.status,
            code=error.code,
            title=error.title,
            message=error.message,
            answer=error.answer,
        )
        return settlement, error
    receipt = created.receipt
    settlement = Settlement(
        kind=OutcomeKind.CREATED,
        settled_at=datetime.now(UTC),
        created=created,
        status=receipt.status if receipt else None,
        code="0",
        answer=receipt.answer if receipt else None,
    )
    return settlement, None


def _kind_of(error: KoodriveError) -> OutcomeKind:
    if isinstance(error, NotSentError | InvalidRequestError):
        return OutcomeKind.NOT_SENT
    if isinstance(error, RefusedError):
        return OutcomeKind.REFUSED
    return OutcomeKind.UNKNOWN


def _clock_remark(client: KooDriveClient) -> Sentence | None:
    ahead = client.clock.take_news()
    if ahead is None:
        return None
    minutes, seconds, direction = off_by(ahead)
    return Sentence(
        f"The clock of this computer is {{minutes}} min {{seconds}} s {direction}. KooDesk goes by the service's; set"
        " yours right when you can.",
        minutes=minutes,
        seconds=seconds,
    )
