"""Takes back what a create has made: reads it again, writes the intent, sends one delete, writes the outcome."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from koodrive.api import serialization
from koodrive.core.deadline import CancelledByUserError, is_cancelled
from koodrive.core.failpoints import Failpoint, failpoint
from koodrive.creation.sending import details_of, interrupted, not_sent, send_delete
from koodrive.creation.undo import reasons
from koodrive.creation.undo.finding_out import UndoFinder
from koodrive.creation.undo.looking import UndoLooker
from koodrive.creation.undo.models import UndoCode, UndoLook, UndoOutcome, UndoVerdict
from koodrive.creation.undo.presence import UndoLists, is_known_by_id, is_not_found, lacks, may_be_late
from koodrive.errors import ClockError, InvalidRequestError, JournalError, KoodriveError, NotSentError
from koodrive.journal import Settlement, TakenBackError, UndoUnderWayError
from koodrive.models import Action, DeleteAlbum, DeleteRequest, DeleteSharedFolder, OutcomeKind, RequestKind

if TYPE_CHECKING:
    from koodrive.api.client import KooDriveClient
    from koodrive.api.serialization import PreparedDelete
    from koodrive.core.deadline import Cancellation
    from koodrive.creation.findings import LookResult
    from koodrive.journal import Attempt, Journal
    from koodrive.models import Connection

_log = logging.getLogger(__name__)

_MOST_SECONDS_TO_WRITE = 0.5
"""If it takes longer to write the intent, as by a slow disk or a locked file, the look before it is too old."""


@dataclass(frozen=True, slots=True)
class _UndoContext:
    """Client, connection and options of one undo."""

    client: KooDriveClient
    connection: Connection
    cancellation: Cancellation | None
    lists_within: float


class Undoer:
    """Takes back creates, each with exactly one delete and two committed entries in the journal.

    The one exception: a delete that was refused because of a wrong clock is sent once more with the right time, as an
    attempt of its own. Safe to use from several threads.

    Args:
        journal: Where the creates are, and where the intent and the outcome are written.
    """

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self._lists = UndoLists(journal)
        self._finder = UndoFinder(journal)

    def look(
        self,
        attempt: Attempt,
        *,
        client: KooDriveClient,
        connection: Connection,
        cancellation: Cancellation | None = None,
        lists_within: float = 0.0,
    ) -> UndoLook:
        """Read again what an attempt has created, and return whether it can be taken back; nothing is changed.

        What cannot be read is kept; the error is in the result.

        Args:
            attempt: The create.
            client: Reads; belongs to `connection`.
            connection: Service address and user to read as.
            cancellation: Ends it within a second.
            lists_within: Seconds; a list that was read within them need not be read once more. What is in the object
                always is.

        Raises:
            JournalError: When the history cannot be read.
            CancelledByUserError: When `cancellation` ended it.
        """
        return self._look(attempt, _UndoContext(client, connection, cancellation, lists_within))

    def undo(
        self,
        look: UndoLook,
        *,
        client: KooDriveClient,
        connection: Connection,
        cancellation: Cancellation | None = None,
        lists_within: float = 0.0,
    ) -> UndoOutcome:
        """Look once more, and delete it with exactly one call if it is ready still; its own albums come first.

        Only the own albums of `look` are deleted, as the user has been asked about those. What is gone already is
        noted as taken back, without a call. What another window takes back is kept (`UndoCode.UNDER_WAY`). Nothing is
        deleted that `look` has kept or found to be gone, whatever it is by now.

        Args:
            look: From `look`.
            client: Sends; belongs to `connection`.
            connection: Service address and user to send as.
            cancellation: Ends the wait within a second; after the first byte the outcome is then unknown.
            lists_within: As for `look`.

        Raises:
            JournalError: When the intent could not be written; nothing was sent.
            CancelledByUserError: When `cancellation` ended it before the delete.
        """
        self.journal.outcomes.flush()
        if look.verdict is UndoVerdict.KEPT:
            return unsent_outcome(look)
        context = _UndoContext(client, connection, cancellation, lists_within)
        albums: list[UndoOutcome] = []
        for album in look.own_albums:
            outcome = self._taken_back(album, context)
            albums.append(outcome)
            # Somebody may have taken it back since the look, such as the next entry of the same question.
            is_gone = outcome.kind is OutcomeKind.DELETED or outcome.look.code is UndoCode.TAKEN_BACK
            if not is_gone:
                reason = reasons.album_stays(outcome.message or outcome.look.reason)
                kept = reasons.kept(look, UndoCode.HAS_ALBUMS, reason)
                return replace(outcome, look=kept, kind=None, attempt_id=None, albums=tuple(albums))
        return replace(self._taken_back(look, context), albums=tuple(albums))

    def find_out(
        self,
        attempt: Attempt,
        *,
        client: KooDriveClient,
        connection: Connection,
        is_last: bool = False,
        cancellation: Cancellation | None = None,
    ) -> LookResult | None:
        """Look once what became of a delete whose answer was lost, and write down what is certain.

        The resolver does the same for all that `koodrive.creation.search_scheduler` looks for.

        Args:
            attempt: The delete, of unknown outcome.
            client: Reads; belongs to `connection`.
            connection: Service address and user to read as.
            is_last: Whether no other look follows, so that what is still there was not deleted.
            cancellation: Ends it within a second.

        Returns:
            The result; None where the delete is not open, or that of another service or user.

        Raises:
            JournalError: When the history cannot be used.
        """
        found = self._finder.look(
            [attempt.attempt_id],
            last=[attempt.attempt_id] if is_last else (),
            client=client,
            connection=connection,
            cancellation=cancellation,
        )
        return found[0] if found else None

    def _taken_back(self, asked: UndoLook, context: _UndoContext) -> UndoOutcome:
        """Look at one object again, and delete it; once more where the clock alone was wrong."""
        attempt, look = asked.attempt, self._look(asked.attempt, context)
        if asked.verdict is UndoVerdict.GONE and look.verdict is UndoVerdict.READY:
            # Nobody was asked whether it may be deleted.
            return undo_outcome(look)
        outcome, error = self._undo(look, context)
        if (
            isinstance(error, ClockError)
            and error.code is not None
            and not is_cancelled(context.cancellation)
        ):
            # The service has said in its own form that it did not do it, and the client has learned the time from that.
            outcome, _ = self._undo(self._look(attempt, context), context)
        return outcome

    def _look(self, attempt: Attempt, context: _UndoContext, own_delete: int | None = None) -> UndoLook:
        looker = UndoLooker(
            self.journal,
            self._lists,
            client=context.client,
            connection=context.connection,
            cancellation=context.cancellation,
            within=context.lists_within,
        )
        look = looker.look(attempt, own_delete)
        # The client has learned the right time from that answer.
        is_clock_learned = isinstance(look.error, ClockError) and look.error.code is not None
        if is_clock_learned and not is_cancelled(context.cancellation):
            return looker.look(attempt, own_delete)
        return look

    def _undo(self, look: UndoLook, context: _UndoContext) -> tuple[UndoOutcome, KoodriveError | None]:
        """Delete what was just looked at, where that is ready, or write down that it is gone."""
        if look.own_albums:
            look = reasons.kept(look, UndoCode.HAS_ALBUMS, reasons.OWN_ALBUMS_FIRST)
        if look.verdict is UndoVerdict.KEPT or look.code is UndoCode.TAKEN_BACK:
            error = look.error if isinstance(look.error, KoodriveError) else None
            return unsent_outcome(look), error
        try:
            prepared = context.client.prepare(_request_of(look.attempt))
            looked_at = time.monotonic()
            attempt_id = self._begin(look.attempt, prepared, context)
        except InvalidRequestError as error:
            return undo_outcome(reasons.kept(look, UndoCode.UNREADABLE, error.message), error=error), error
        except UndoUnderWayError as error:
            reason = reasons.under_way(error.attempt_id)
            return undo_outcome(reasons.kept(look, UndoCode.UNDER_WAY, reason)), None
        except TakenBackError:
            now = self.journal.attempts.attempt(look.attempt.attempt_id)
            gone = UndoLook(now, UndoVerdict.GONE, UndoCode.TAKEN_BACK, reasons.taken_back(now))
            return undo_outcome(gone), None
        is_late = time.monotonic() - looked_at > _MOST_SECONDS_TO_WRITE
        settlement, sent_error = self._carried_out(look, prepared, attempt_id, context, is_late=is_late)
        failpoint(Failpoint.BEFORE_OUTCOME)
        _, problem = self.journal.outcomes.record(attempt_id, settlement)
        _log.info("delete %s: %s, trace %s", look.attempt.kind, settlement.kind, prepared.trace_id)
        outcome = replace(
            undo_outcome(look, settlement, sent_error),
            attempt_id=attempt_id,
            trace_id=prepared.trace_id,
            journal_problem=problem,
        )
        return outcome, sent_error

    def _begin(self, attempt: Attempt, prepared: PreparedDelete, context: _UndoContext) -> int:
        """Write the intent down, and return the number of the delete."""
        failpoint(Failpoint.BEFORE_INTENT)
        clock = context.client.clock
        attempt_id = self.journal.attempts.begin_undo(
            attempt.attempt_id,
            connection=context.connection,
            trace_id=prepared.trace_id,
            body=prepared.body,
            started_at=datetime.now(UTC),
            served_at=None if clock.sample is None else clock.now(),
        )
        failpoint(Failpoint.AFTER_INTENT)
        return attempt_id

    def _carried_out(
        self,
        look: UndoLook,
        prepared: PreparedDelete,
        attempt_id: int,
        context: _UndoContext,
        *,
        is_late: bool,
    ) -> tuple[Settlement, KoodriveError | None]:
        """Send the delete unless there is nothing to delete; return its settlement and, where it failed, the error.

        Where it took long to write the intent, it is looked at once more: somebody may have filled it meanwhile.
        """
        if look.verdict is UndoVerdict.GONE:
            return Settlement(OutcomeKind.DELETED, datetime.now(UTC), note=reasons.gone_note()), None
        try:
            if is_late:
                self._require_ready(look.attempt, attempt_id, context)
            settlement, error = send_delete(prepared, context.client, context.cancellation)
        except NotSentError as error:
            return not_sent(error), error
        except BaseException:
            # No such error is known; but a row must not stay ``sending`` for ever.
            self.journal.outcomes.record(attempt_id, interrupted(Action.DELETE))
            raise
        if error is not None and is_not_found(error) and self._is_gone(look.attempt, context):
            # Somebody else was faster, and it is gone, as was wanted.
            note = reasons.gone_at_answer()
            return replace(settlement, kind=OutcomeKind.DELETED, title=None, message=None, note=note), None
        return settlement, error

    def _require_ready(self, attempt: Attempt, attempt_id: int, context: _UndoContext) -> None:
        """Look at what is about to be deleted once more, and raise `NotSentError` where it is not ready any more."""
        try:
            look = self._look(attempt, context, own_delete=attempt_id)
        except CancelledByUserError as error:
            raise NotSentError(reasons.CANCELLED, reasons.NOTHING_SENT) from error
        except JournalError as error:
            raise NotSentError(error.title, error.message) from error
        if is_cancelled(context.cancellation):
            raise NotSentError(reasons.CANCELLED, reasons.NOTHING_SENT)
        if look.verdict is not UndoVerdict.READY or look.own_albums:
            raise NotSentError(reasons.CHANGED_MEANWHILE, look.reason or reasons.OWN_ALBUMS_FIRST)

    def _is_gone(self, attempt: Attempt, context: _UndoContext) -> bool:
        """Return whether the service shows an object neither in its list nor by its ID any more.

        That a delete does not find it says little: it may be asked for in a form that the service does not understand.
        """
        request = serialization.request_from_body(attempt.kind, attempt.body)
        object_id = attempt.result_id or ""
        if request is None or may_be_late(attempt, was_shown=True):
            return False
        try:
            read = self._lists.read(
                request,
                client=context.client,
                connection=context.connection,
                cancellation=context.cancellation,
            )
            is_known = is_known_by_id(request, object_id, context.client, context.cancellation)
            self._lists.require_in_sight(
                request,
                client=context.client,
                connection=context.connection,
                cancellation=context.cancellation,
            )
        except KoodriveError:
            return False
        return lacks(read, object_id, context.connection) and not is_known


def _request_of(attempt: Attempt) -> DeleteRequest:
    object_id = attempt.result_id or ""
    if attempt.kind == RequestKind.ALBUM:
        return DeleteAlbum(object_id, attempt.name)
    return DeleteSharedFolder(object_id, attempt.name)


def undo_outcome(
    look: UndoLook, settlement: Settlement | None = None, error: KoodriveError | None = None
) -> UndoOutcome:
    """Return what became of an object.

    Args:
        look: The look right before.
        settlement: The outcome of the delete; None where none was sent.
        error: What kept it from being sent, or what it ended with.
    """
    note = None if settlement is None else settlement.note
    return UndoOutcome(
        look=look,
        kind=None if settlement is None else settlement.kind,
        **details_of(error),
        code=None if error is None else error.code,
        remark=note,
        settled_at=None if settlement is None else settlement.settled_at,
    )


def unsent_outcome(look: UndoLook) -> UndoOutcome:
    """Return a look as the outcome of an object that was not deleted, with the error of that look."""
    return undo_outcome(look, error=look.error if isinstance(look.error, KoodriveError) else None)
