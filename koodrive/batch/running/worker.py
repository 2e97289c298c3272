"""What the threads of a run do: one row after another, and what follows from how each has ended."""

from __future__ import annotations

import logging
import threading
import time
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Generic, TypeVar

from koodrive.batch.models import BatchState, PauseReason
from koodrive.batch.running.progress import RowEvent
from koodrive.batch.running.reactions import pause_text, reason_of
from koodrive.batch.running.row_queue import Row
from koodrive.errors import KoodriveError
from koodrive.messages import Message
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.api.client import KooDriveClient
    from koodrive.batch.running.dispatcher import Dispatcher
    from koodrive.batch.running.reactions import Ending
    from koodrive.batch.running.reporter import Reporter
    from koodrive.core.deadline import Cancellation
    from koodrive.models import Connection

_log = logging.getLogger(__name__)

INTERNAL_ERROR = Message("KooDesk had an error of its own; the log file has the details. Go on to try again.")

Result = TypeVar("Result", bound="Ending")


class RowWorker(ABC, Generic[Row, Result]):
    """Does the rows of one run, one after another; each thread of the run calls `work`.

    Args:
        dispatcher: Hands out the rows.
        reporter: Is told of each row that has ended.
        connection: Service address and user to send as.
        client: Returns the client of now; may raise `KoodriveError`, which pauses the run.
        cancellation: Ends the waits for the service.
    """

    def __init__(
        self,
        dispatcher: Dispatcher[Row],
        reporter: Reporter[Row, Result],
        *,
        connection: Connection,
        client: Callable[[], KooDriveClient],
        cancellation: Cancellation,
    ) -> None:
        self._dispatcher = dispatcher
        self._reporter = reporter
        self._connection = connection
        self._client = client
        self._cancellation = cancellation
        self._lock = threading.Lock()
        self._used: KooDriveClient | None = None

    def close(self) -> None:
        """Close the connections that were opened ahead; to be called when no thread works any more."""
        if self._used is not None:
            self._used.preconnect(0)

    def work(self) -> None:
        """Do one row after another until no further row begins."""
        while (row := self._dispatcher.take()) is not None:
            try:
                self._do(row)
            except KoodriveError as error:
                self._pause_for(error)
                self._give_back(row, error.message)
            except Exception:  # noqa: BLE001 - logged, and told to the user
                _log.exception("row %d of batch %d", row.place, row.batch_id)
                self._dispatcher.close(row, OutcomeKind.UNKNOWN)
                self._dispatcher.end_with(BatchState.PAUSED, PauseReason.CRASH, INTERNAL_ERROR)

    @abstractmethod
    def _do(self, row: Row) -> None:
        """Do a row, and say how it has ended: by `_settle`, `_give_back`, or `close` of the dispatcher.

        Raises:
            KoodriveError: When nothing can be done with any row; the run pauses and the row is given back.
        """

    @abstractmethod
    def _release(self, row: Row) -> None:
        """Write down that a row may go out once more, as its request has certainly done nothing.

        Raises:
            JournalError: When it could not be written.
        """

    def _current_client(self) -> KooDriveClient:
        """Return the client of now, which keeps a connection ahead for each row that may be in flight."""
        client = self._client()
        with self._lock:
            earlier, self._used = self._used, client
        if earlier is not None and earlier is not client:
            earlier.preconnect(0)
        client.preconnect(self._dispatcher.concurrency.allowed)
        return client

    def _give_back(self, row: Row, problem: Message | None, wait: float = 0.0) -> None:
        """Let a row go out once more of which nothing has left, and say why."""
        self._dispatcher.put_back(row, wait)
        self._reporter.tell(RowEvent(row, None, problem, is_ready_again=True))

    def _give_back_unsent(self, row: Row, problem: Message | None) -> None:
        """Let a row go out once more that did not leave as the service could not be asked; pause after several."""
        reaction = self._dispatcher.react_to_not_sent(problem)
        if reaction.pause is not None:
            self._dispatcher.end_with(BatchState.PAUSED, reaction.pause, reaction.text)
        self._give_back(row, problem, reaction.wait)

    def _settle(self, row: Row, result: Result, began: float) -> None:
        """Do what follows from how the request of a row has ended."""
        reaction, seconds = self._dispatcher.react(result, began), time.monotonic() - began
        if reaction.pause is not None:
            self._dispatcher.end_with(BatchState.PAUSED, reaction.pause, reaction.text)
        if reaction.is_ready_again:
            try:
                self._release(row)
            except KoodriveError as error:
                self._pause_for(error)
            self._dispatcher.put_back(row, reaction.wait, is_late=reaction.is_late)
        else:
            self._dispatcher.close(row, result.kind or row.state, seconds)
        self._reporter.tell(RowEvent(row, result, is_ready_again=reaction.is_ready_again, seconds=seconds))

    def _pause_for(self, error: KoodriveError) -> None:
        self._dispatcher.end_with(BatchState.PAUSED, reason_of(error), pause_text(error))
