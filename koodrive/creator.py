"""The way of one create: check it, write the intent down, send it once, write down what came of it."""

from __future__ import annotations

import logging
import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from koodrive import wire
from koodrive.answers import MAY_HAVE_BEEN_MADE
from koodrive.errors import (
    AuthenticationError,
    ClockError,
    InvalidRequestError,
    JournalError,
    KoodriveError,
    NotSentError,
    RefusedError,
)
from koodrive.journal import Settlement
from koodrive.models import CreateAlbum, Outcome, OutcomeKind
from koodrive.wording import Sentence

if TYPE_CHECKING:
    from koodrive.client import KooDriveClient
    from koodrive.deadline import Cancellation
    from koodrive.journal import Journal
    from koodrive.models import Connection, Created, CreateRequest

_log = logging.getLogger(__name__)


class Creator:
    """Carries out creates, each with exactly one POST and two committed entries in the journal.

    Args:
        journal: Where the intent and the outcome are written.
    """

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self._lock = threading.Lock()
        self._unwritten: dict[int, Settlement] = {}

    def create(
        self,
        request: CreateRequest,
        *,
        client: KooDriveClient,
        connection: Connection,
        cancellation: Cancellation | None = None,
    ) -> Outcome:
        """Create what `request` asks for and return what became of it.

        Args:
            request: An album or a shared folder.
            client: Who sends it; belongs to `connection`.
            connection: What the history says about where it went.
            cancellation: Ends the wait for the service within a second; after the first byte the outcome is then
                unknown.

        Returns:
            The outcome, which is never ``sending``.

        Raises:
            InvalidRequestError: When `request` breaks a rule; nothing was written or sent.
            JournalError: When the intent could not be written; nothing was sent.
        """
        wire.require_valid(request)
        self.write_unwritten()
        trace_id = wire.new_trace_id()
        attempt_id = self.journal.begin(
            request=request,
            connection=connection,
            trace_id=trace_id,
            body=wire.body_of(request),
            started_at=datetime.now(UTC),
        )
        try:
            settlement, is_sign_in_needed = _send(request, client, trace_id, cancellation)
        except BaseException:
            # Nothing of the kind is known; but a row must not claim for ever that it is under way.
            self._settle(attempt_id, _interrupted())
            raise
        journal_problem = self._settle(attempt_id, settlement)
        _log.info("create %s: %s, trace %s", wire.kind_of(request), settlement.kind, trace_id)
        return Outcome(
            kind=settlement.kind,
            request=request,
            attempt_id=attempt_id,
            created=settlement.created,
            title=settlement.title,
            message=settlement.message,
            code=settlement.code,
            is_sign_in_needed=is_sign_in_needed,
            trace_id=trace_id,
            settled_at=settlement.settled_at,
            journal_problem=journal_problem,
        )

    def write_unwritten(self) -> None:
        """Write down the outcomes that the history could not take when they came, as far as it takes them now."""
        with self._lock:
            waiting = dict(self._unwritten)
        for attempt_id, settlement in waiting.items():
            self._settle(attempt_id, settlement)

    def _settle(self, attempt_id: int, settlement: Settlement) -> Sentence | None:
        """Write the outcome down; what the service did stands, even when the disk does not take it."""
        try:
            self.journal.settle(attempt_id, settlement)
        except JournalError as error:
            _log.exception(
                "attempt %d is %s, but that could not be written", attempt_id, _in_short(settlement)
            )
            with self._lock:
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
) -> tuple[Settlement, bool]:
    """Return what became of `request`, and whether the token or the user kept it from being done."""
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
        # The clock is put right by itself; it is no matter of credentials.
        return settlement, isinstance(error, AuthenticationError) and not isinstance(error, ClockError)
    receipt = created.receipt
    settlement = Settlement(
        kind=OutcomeKind.CREATED,
        settled_at=datetime.now(UTC),
        created=created,
        status=receipt.status if receipt else None,
        code="0",
        answer=receipt.answer if receipt else None,
    )
    return settlement, False


def _kind_of(error: KoodriveError) -> OutcomeKind:
    if isinstance(error, NotSentError | InvalidRequestError):
        return OutcomeKind.NOT_SENT
    if isinstance(error, RefusedError):
        return OutcomeKind.REFUSED
    return OutcomeKind.UNKNOWN
