"""Hands the rows of a running batch to the threads that send them, and keeps where the run stands."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Generic

from koodrive.batch.models import BatchState, PauseReason
from koodrive.batch.running.pace import Concurrency
from koodrive.batch.running.progress import TO_SEND, RunProgress
from koodrive.batch.running.reactions import LOST_CREATES, Reactions
from koodrive.batch.running.row_queue import Row, RowQueue
from koodrive.batch.running.speed import SpeedMeter
from koodrive.errors import JournalError

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.batch.running.pace import TokenBucket
    from koodrive.batch.running.reactions import Ending, Reaction
    from koodrive.journal import Batch, BatchUndo, Pace
    from koodrive.messages import Message

_POLL_SECONDS = 0.2
"""How often it is asked whether something was found out that rows wait for."""


class Dispatcher(Generic[Row]):
    """The state of one run, shared by its threads.

    Args:
        source: The rows of the run.
        run: Number of its batch, its pace, and where it stands.
        bucket: Limits the requests in a second.
        may_find: Says whether what rows wait for may still be found out.
        lost_text: What it says when it pauses as answers were lost.
    """

    def __init__(
        self,
        source: RowQueue[Row],
        run: Batch | BatchUndo,
        *,
        bucket: TokenBucket,
        may_find: Callable[[], bool],
        lost_text: Message = LOST_CREATES,
    ) -> None:
        self.source = source
        self.concurrency = Concurrency(run.pace.parallel)
        self.to_send = TO_SEND
        """States of the rows that are yet to go out."""
        self.whole = BatchState.FINISHED
        """How the run ends when no row is left."""
        self._batch_id = run.batch_id
        self._bucket = bucket
        self._may_find = may_find
        self._lock = threading.RLock()
        self._changed = threading.Condition(self._lock)
        """Notified when the run ends or is held."""
        self._room = threading.Condition(self._lock)
        """Where threads wait that have no row: any of them may take the next one."""
        self._reactions = Reactions(self.concurrency, lost_text)
        self._speed = SpeedMeter()
        self._in_flight: dict[int, str] = {}
        self._counts = source.counts(())
        self._not_before = 0.0
        self._is_preparing = self._is_ending = self._is_held = False
        self._state = BatchState(run.state)
        self._reason = None if run.reason is None else PauseReason(run.reason)
        self._text = run.reason_text

    @property
    def ending(self) -> tuple[BatchState, PauseReason | None, Message | None]:
        """How the run ends: state, reason and text."""
        with self._changed:
            return self._state, self._reason, self._text

    @property
    def is_ending(self) -> bool:
        """Whether no further row begins."""
        return self._is_ending

    def begin(self, pace: Pace) -> None:
        """Begin to prepare; no row is handed out before `open`.

        Args:
            pace: How fast the rows go out from now on.
        """
        with self._changed:
            self.concurrency.most = pace.parallel
            self._bucket.rate = pace.rate
            self._reactions.accept_refusals()
            self._not_before = 0.0
            self._is_preparing, self._is_ending, self._is_held = True, False, False
            self._state, self._reason, self._text = BatchState.RUNNING, None, None

    def open(self) -> None:
        """Hand out rows from now on, the first one first."""
        with self._changed:
            self.source.start_anew()
            self._is_preparing = False
            self._recount()
            self._speed.start(time.monotonic())

    def hold(self, *, is_held: bool) -> None:
        """Let no further row begin for the time being, or go on; the run stays a running one.

        Args:
            is_held: Whether rows wait; forgotten at the next `begin`.
        """
        with self._changed:
            self._is_held = is_held
            self._wake_all()

    def end_with(
        self, state: BatchState, reason: PauseReason | None = None, text: Message | None = None
    ) -> None:
        """Let no further row begin; the first call counts, but a stop goes before a pause."""
        with self._changed:
            if not self._is_ending or (state is BatchState.STOPPED and self._state is BatchState.PAUSED):
                self._is_ending = True
                self._state, self._reason, self._text = state, reason, text
            self._wake_all()

    def replace_ending(self, state: BatchState, reason: PauseReason | None, text: Message | None) -> None:
        """Say how the run has ended after all."""
        with self._changed:
            self._state, self._reason, self._text = state, reason, text

    def take(self) -> Row | None:
        """Return the next row when it may begin; None when no further row begins."""
        with self._changed:
            while (row := self._next()) is not None:
                delay = self._bucket.reserve()
                if not delay or not self._changed.wait_for(lambda: self._is_ending or self._is_held, delay):
                    return row
                self._in_flight.pop(row.place, None)
                self.source.put_back(row)
            return None

    def react(self, outcome: Ending, began: float) -> Reaction:
        """Return what to do after an outcome; its row is still in flight."""
        with self._changed:
            return self._reactions.after(outcome, began, time.monotonic())

    def react_to_not_sent(self, text: Message | None) -> Reaction:
        """Return what to do after a row did not leave, as the service could not be reached."""
        with self._changed:
            return self._reactions.after_not_sent(text)

    def put_back(self, row: Row, wait: float = 0.0, *, is_late: bool = False) -> None:
        """Take back a row with which nothing was done.

        Args:
            row: From `take`.
            wait: Seconds before the next row begins.
            is_late: Whether other rows go out before it.
        """
        with self._changed:
            self._in_flight.pop(row.place, None)
            self.source.put_back(row, is_late=is_late)
            self._not_before = max(self._not_before, time.monotonic() + wait)
            self._wake_for_room()

    def close(self, row: Row, state: str, seconds: float | None = None) -> None:
        """Count a row that has ended, or that is not sent.

        Args:
            row: From `take`.
            state: Its state from now on.
            seconds: Time until its answer; None where nothing was sent.
        """
        with self._changed:
            self._in_flight.pop(row.place, None)
            self._count(row.state, -1)
            self._count(state, 1)
            if seconds is not None:
                self._speed.note(time.monotonic(), seconds)
            self.source.note_change()
            self._wake_for_room()

    def recount(self) -> None:
        """Read the states of the rows again, as others have changed some."""
        with self._changed:
            self._recount()
            self.source.note_change()
            self._room.notify_all()

    def progress(self) -> RunProgress:
        """Return where the run stands."""
        with self._changed:
            now = time.monotonic()
            return RunProgress(
                batch_id=self._batch_id,
                state=BatchState.RUNNING if self._is_ending and self._in_flight else self._state,
                reason=self._reason,
                text=self._text,
                counts=dict(self._counts),
                in_flight=len(self._in_flight),
                allowed=self.concurrency.allowed,
                rows_per_minute=self._speed.rows_per_minute(now),
                answer_seconds=self._speed.answer_seconds,
                wait_seconds=max(0.0, self._not_before - now),
                is_preparing=self._is_preparing,
                to_send=self.to_send,
            )

    def _next(self) -> Row | None:
        """Wait for the next row and take it; the caller holds the lock."""
        while not self._is_ending:
            if self._is_held:
                self._room.wait()
                continue
            wait = self._not_before - time.monotonic()
            if wait > 0:
                self._room.wait(wait)
                continue
            if len(self._in_flight) >= self.concurrency.allowed:
                self._room.wait()
                continue
            try:
                row = self.source.take(self._in_flight)
                is_open = row is not None or bool(self._in_flight) or self._may_find()
            except JournalError as error:
                self.end_with(BatchState.PAUSED, PauseReason.DISK, error.message)
                return None
            if row is not None:
                self._in_flight[row.place] = row.state
                return row
            if not is_open:
                self.end_with(self.whole)
                return None
            self._room.wait(_POLL_SECONDS)
        return None

    def _wake_all(self) -> None:
        self._changed.notify_all()
        self._room.notify_all()

    def _wake_for_room(self) -> None:
        """Wake as many threads as may have another row; the one that calls comes back for a row by itself."""
        room = self.concurrency.allowed - len(self._in_flight) - 1
        if room > 0:
            self._room.notify(room)

    def _recount(self) -> None:
        """Read the counts; a row in flight is what it was until `close`, whatever the history says of it already."""
        self._counts = self.source.counts(self._in_flight)
        for state in self._in_flight.values():
            self._count(state, 1)

    def _count(self, state: str, change: int) -> None:
        count = self._counts.get(state, 0) + change
        self._counts[state] = count
        if not count:
            del self._counts[state]
