"""One row of a running batch: its request, its create, and what follows from the outcome."""

from __future__ import annotations

import logging
import threading
import time
from typing import TYPE_CHECKING

from koodrive.batch.models import BatchState, PauseReason, Verdict
from koodrive.batch.running.progress import RowEvent
from koodrive.batch.running.reactions import pause_text, reason_of
from koodrive.batch.running.row_source import NoFolderIdsError
from koodrive.batch.running.unsendable import hold_back, reject
from koodrive.errors import DuplicateRequestError, InvalidRequestError, JournalError, KoodriveError
from koodrive.journal import RowTakenError
from koodrive.messages import Message
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.api.client import KooDriveClient
    from koodrive.batch.running.dispatcher import Dispatcher
    from koodrive.batch.running.reporter import Reporter
    from koodrive.batch.running.service_watch import ServiceWatch
    from koodrive.core.deadline import Cancellation
    from koodrive.creation.creator import Creator
    from koodrive.journal import BatchRow
    from koodrive.models import Connection, Outcome

_log = logging.getLogger(__name__)

_NO_REQUEST = Message("No request can be made of this row. Correct it and check it again.")
INTERNAL_ERROR = Message("KooDesk had an error of its own; the log file has the details. Go on to try again.")


class RowSender:
    """Sends rows of one run, one after another; each thread of the run calls `work`.

    Args:
        creator: Carries out the creates.
        dispatcher: Hands out the rows.
        reporter: Is told about each row.
        watch: Reads the lists of new folders.
        connection: Service address and user to send as.
        client: Returns the client of now; may raise `KoodriveError`, which pauses the run.
        cancellation: Ends the waits for the service.
        again: Whether rows are sent that would double something, too.
    """

    def __init__(
        self,
        creator: Creator,
        dispatcher: Dispatcher,
        reporter: Reporter,
        watch: ServiceWatch,
        *,
        connection: Connection,
        client: Callable[[], KooDriveClient],
        cancellation: Cancellation,
        again: bool = False,
    ) -> None:
        self._creator = creator
        self._journal = creator.journal
        self._dispatcher = dispatcher
        self._reporter = reporter
        self._watch = watch
        self._connection = connection
        self._client = client
        self._cancellation = cancellation
        self._again = again
        self._lock = threading.Lock()
        self._used: KooDriveClient | None = None

    def close(self) -> None:
        """Close the connections that were opened ahead; to be called when no thread works any more."""
        if self._used is not None:
            self._used.preconnect(0)

    def work(self) -> None:
        """Send one row after another until no further row begins."""
        while (row := self._dispatcher.take()) is not None:
            try:
                self._send(row)
            except KoodriveError as error:
                self._pause_for(error)
                self._dispatcher.put_back(row)
                self._reporter.tell(RowEvent(row, None, error.message, is_ready_again=True))
            except Exception:  # noqa: BLE001 - logged, and told to the user
                _log.exception("row %d of batch %d", row.row, row.batch_id)
                self._dispatcher.close(row, OutcomeKind.UNKNOWN)
                self._dispatcher.end_with(BatchState.PAUSED, PauseReason.CRASH, INTERNAL_ERROR)

    def _current_client(self) -> KooDriveClient:
        """Return the client of now, which keeps a connection ahead for each row that may be in flight."""
        client = self._client()
        with self._lock:
            earlier, self._used = self._used, client
        if earlier is not None and earlier is not client:
            earlier.preconnect(0)
        client.preconnect(self._dispatcher.concurrency.allowed)
        return client

    def _send(self, row: BatchRow) -> None:
        began = time.monotonic()
        try:
            request = self._dispatcher.source.request(row)
            if row.folder_row is not None:
                self._watch.read_list_of_folder(request)
            outcome = self._creator.create(
                request,
                client=self._current_client(),
                connection=self._connection,
                cancellation=self._cancellation,
                again=self._again or row.verdict == Verdict.DOUBTFUL,
                batch_row=row.key,
                reads_list=False,
            )
        except RowTakenError:
            # By hand, or by a window on the same history: what became of it is in the history.
            self._dispatcher.close(row, OutcomeKind.SENDING)
            self._dispatcher.recount()
        except DuplicateRequestError as error:
            if error.is_list_unread:
                self._send_later(row, error)
                return
            hold_back(self._journal, row, error)
            self._dispatcher.close(row, Verdict.DOUBTFUL)
            self._reporter.tell(RowEvent(row, None, error.message))
        except (InvalidRequestError, ValueError, KeyError) as error:
            text = error.message if isinstance(error, InvalidRequestError | NoFolderIdsError) else _NO_REQUEST
            reject(self._journal, row, text)
            self._dispatcher.close(row, Verdict.PROBLEM)
            self._reporter.tell(RowEvent(row, None, text))
        else:
            self._settle(row, outcome, began)

    def _send_later(self, row: BatchRow, error: DuplicateRequestError) -> None:
        """Take back a row of which it is not known whether it would double something, as a list could not be read."""
        reaction = self._dispatcher.react_to_not_sent(error.message)
        if reaction.pause is not None:
            self._dispatcher.end_with(BatchState.PAUSED, reaction.pause, reaction.text)
        self._dispatcher.put_back(row, reaction.wait)
        self._reporter.tell(RowEvent(row, None, error.message, is_ready_again=True))

    def _settle(self, row: BatchRow, outcome: Outcome, began: float) -> None:
        reaction, seconds = self._dispatcher.react(outcome, began), time.monotonic() - began
        if reaction.pause is not None:
            self._dispatcher.end_with(BatchState.PAUSED, reaction.pause, reaction.text)
        if reaction.is_ready_again:
            try:
                self._journal.batch_runs.release(row.batch_id, [row.row])
            except JournalError as error:
                self._pause_for(error)
            self._dispatcher.put_back(row, reaction.wait)
        else:
            self._dispatcher.close(row, outcome.kind, seconds)
        self._reporter.tell(RowEvent(row, outcome, is_ready_again=reaction.is_ready_again, seconds=seconds))

    def _pause_for(self, error: KoodriveError) -> None:
        self._dispatcher.end_with(BatchState.PAUSED, reason_of(error), pause_text(error))
