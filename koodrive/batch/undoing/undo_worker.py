"""One object of a batch that is taken back: the look, the delete, and what follows from both."""

from __future__ import annotations

import threading
import time
from collections import Counter
from typing import TYPE_CHECKING

from koodrive.batch.made_folders import read_attempt
from koodrive.batch.running.progress import RowEvent
from koodrive.batch.running.worker import RowWorker
from koodrive.batch.undoing.groups import UndoState
from koodrive.core.deadline import CancelledByUserError
from koodrive.creation.undo.models import UndoCode, UndoLook, UndoOutcome, UndoVerdict
from koodrive.creation.undo.undoer import unsent_outcome
from koodrive.errors import (
    AuthenticationError,
    KoodriveError,
    NotSentError,
    OutcomeUnknownError,
    RateLimitedError,
)
from koodrive.journal import NotUndoableError, TakenBackError, UndoJudgement
from koodrive.messages import Message
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.api.client import KooDriveClient
    from koodrive.batch.running.dispatcher import Dispatcher
    from koodrive.batch.running.reporter import Reporter
    from koodrive.core.deadline import Cancellation
    from koodrive.creation.undo.undoer import Undoer
    from koodrive.journal import UndoRow
    from koodrive.models import Connection

_LISTS_WITHIN = 5.0
"""Seconds; names are compared by lists that are no older, unless it takes long to read one. What is in an object is
always read right before."""
_MOST_READINGS = 3
"""Times that one object is looked at when it cannot be read, before it is kept."""

_FOREIGN_ALBUMS = Message(
    "Albums of yours are in it that this batch has not made. Take those back first, or keep the folder."
)


class UndoWorker(RowWorker["UndoRow", UndoOutcome]):
    """Looks at the objects of one run, or takes them back, one after another; each thread of the run calls `work`.

    Args:
        undoer: Looks and deletes.
        dispatcher: Hands out the rows.
        reporter: Is told of each row that has ended.
        connection: Service address and user to send as.
        client: Returns the client of now; may raise `KoodriveError`, which pauses the run.
        cancellation: Ends the waits for the service.
        looks_only: Whether nothing is deleted.
    """

    def __init__(
        self,
        undoer: Undoer,
        dispatcher: Dispatcher[UndoRow],
        reporter: Reporter[UndoRow, UndoOutcome],
        *,
        connection: Connection,
        client: Callable[[], KooDriveClient],
        cancellation: Cancellation,
        looks_only: bool,
    ) -> None:
        super().__init__(
            dispatcher, reporter, connection=connection, client=client, cancellation=cancellation
        )
        self._undoer = undoer
        self._undos = undoer.journal.batch_undos
        self._looks_only = looks_only
        self._unread: Counter[int] = Counter()
        self._counting = threading.Lock()

    def _do(self, row: UndoRow) -> None:
        began = time.monotonic()
        try:
            outcome = self._look(row) if self._looks_only else self._undo(row)
        except CancelledByUserError:
            self._give_back(row, None)
            return
        except NotUndoableError as refusal:
            # Another window or command has been faster.
            self._judge(row, _verdict_of(refusal), refusal.message, began)
            return
        error = outcome.look.error
        if outcome.kind is not None or (isinstance(error, KoodriveError) and _is_for_all(error)):
            self._settle(row, outcome, began)
        elif isinstance(error, NotSentError | OutcomeUnknownError) and self._may_read_again(row):
            self._give_back_unsent(row, error.message)
        else:
            self._judge(row, *self._seen(row, outcome.look), began, outcome)

    def _release(self, row: UndoRow) -> None:
        self._undos.release(row.batch_id, [row.of_attempt])

    def _look(self, row: UndoRow) -> UndoOutcome:
        look = self._undoer.look(
            read_attempt(self._undoer.journal, row.of_attempt),
            client=self._current_client(),
            connection=self._connection,
            cancellation=self._cancellation,
            lists_within=_LISTS_WITHIN,
        )
        return unsent_outcome(look)

    def _undo(self, row: UndoRow) -> UndoOutcome:
        # What was gone when somebody was asked is not deleted, whatever is there now.
        seen = UndoVerdict.GONE if row.state == UndoState.GONE else UndoVerdict.READY
        return self._undoer.undo(
            UndoLook(read_attempt(self._undoer.journal, row.of_attempt), seen),
            client=self._current_client(),
            connection=self._connection,
            cancellation=self._cancellation,
            lists_within=_LISTS_WITHIN,
        )

    def _may_read_again(self, row: UndoRow) -> bool:
        with self._counting:
            self._unread[row.of_attempt] += 1
            return self._unread[row.of_attempt] < _MOST_READINGS

    def _judge(
        self,
        row: UndoRow,
        verdict: str,
        reason: Message | None,
        began: float,
        outcome: UndoOutcome | None = None,
    ) -> None:
        """Write down what was seen of an object that was not deleted now."""
        self._undos.judge([UndoJudgement(row.of_attempt, verdict, reason)])
        self._dispatcher.close(row, verdict, time.monotonic() - began)
        self._reporter.tell(RowEvent(row, outcome, reason, seconds=time.monotonic() - began))

    def _seen(self, row: UndoRow, look: UndoLook) -> tuple[str, Message | None]:
        """Return what a look says of an object, and why."""
        if look.code is UndoCode.TAKEN_BACK:
            return OutcomeKind.DELETED, look.reason
        if look.verdict is UndoVerdict.READY and not self._has_own_albums_only(row, look):
            return UndoState.KEPT, _FOREIGN_ALBUMS
        return look.verdict, look.reason

    def _has_own_albums_only(self, row: UndoRow, look: UndoLook) -> bool:
        """Return whether all albums in a folder are taken back before it."""
        if not look.own_albums:
            return True
        albums = {
            album.of_attempt: album.state for album in self._undos.of_folder(row.batch_id, row.of_attempt)
        }
        taken = {UndoState.READY, UndoState.GONE}
        return all(albums.get(own.attempt.attempt_id) in taken for own in look.own_albums)


def _verdict_of(error: NotUndoableError) -> str:
    return OutcomeKind.DELETED if isinstance(error, TakenBackError) else UndoState.KEPT


def _is_for_all(error: KoodriveError) -> bool:
    """Return whether an error of a look is for the run, as each other object would meet it, too."""
    return isinstance(error, AuthenticationError | RateLimitedError)
