"""Writes outcomes that stand whatever the disk says: what it does not take is kept, and written later."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from koodrive.errors import JournalError

if TYPE_CHECKING:
    from koodrive.journal.attempts.table import AttemptTable
    from koodrive.journal.records import Attempt, Settlement
    from koodrive.messages import Message

_log = logging.getLogger(__name__)


class OutcomeRecorder:
    """Writes the outcomes of creates and deletes down; safe to use from several threads.

    Args:
        attempts: Takes them.
    """

    def __init__(self, attempts: AttemptTable) -> None:
        self._attempts = attempts
        self._lock = threading.Lock()
        self._flushing = threading.Lock()
        self._unwritten: dict[int, Settlement] = {}

    def record(self, attempt_id: int, settlement: Settlement) -> tuple[Attempt | None, Message | None]:
        """Write an outcome down; what the service did stands, even when the disk does not take it.

        Returns:
            An earlier attempt with the same result, and why the outcome could not be written.
        """
        try:
            earlier = self._attempts.settle(attempt_id, settlement)
        except JournalError as error:
            _log.exception(
                "attempt %d is %s, but that could not be written", attempt_id, _in_short(settlement)
            )
            with self._lock:
                # At the end, so that the next try begins with another.
                self._unwritten.pop(attempt_id, None)
                self._unwritten[attempt_id] = settlement
            return None, error.message
        with self._lock:
            self._unwritten.pop(attempt_id, None)
        return earlier, None

    def flush(self) -> None:
        """Write down the outcomes that the history could not take when they came, until it refuses one again."""
        # By one thread at a time: what two would write, the second could never write.
        with self._flushing:
            with self._lock:
                waiting = dict(self._unwritten)
            for attempt_id, settlement in waiting.items():
                if self.record(attempt_id, settlement)[1] is not None:
                    # Each of the others would wait as long for a file that is locked.
                    break


def _in_short(settlement: Settlement) -> str:
    if settlement.created is None:
        return settlement.kind
    return f"{settlement.kind} as {settlement.created.result_id}"
