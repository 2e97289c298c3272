"""One row of a running batch: its request, its create, and what follows from the outcome."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from koodrive.batch.models import Verdict
from koodrive.batch.running.progress import RowEvent
from koodrive.batch.running.row_source import NoFolderIdsError
from koodrive.batch.running.unsendable import hold_back, reject
from koodrive.batch.running.worker import RowWorker
from koodrive.errors import DuplicateRequestError, InvalidRequestError
from koodrive.journal import RowTakenError
from koodrive.messages import Message
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.api.client import KooDriveClient
    from koodrive.batch.running.dispatcher import Dispatcher
    from koodrive.batch.running.reporter import Reporter
    from koodrive.batch.running.row_source import RowSource
    from koodrive.batch.running.service_watch import ServiceWatch
    from koodrive.core.deadline import Cancellation
    from koodrive.creation.creator import Creator
    from koodrive.journal import BatchRow
    from koodrive.models import Connection, Outcome

_NO_REQUEST = Message("No request can be made of this row. Correct it and check it again.")


class RowSender(RowWorker["BatchRow", "Outcome"]):
    """Sends rows of one run, one after another; each thread of the run calls `work`.

    Args:
        creator: Carries out the creates.
        dispatcher: Hands out the rows.
        reporter: Is told of each row that has ended.
        source: Makes the requests of the rows.
        watch: Reads the lists of folders that the batch has made.
        connection: Service address and user to send as.
        client: Returns the client of now; may raise `KoodriveError`, which pauses the run.
        cancellation: Ends the waits for the service.
        again: Whether rows are sent that would double something, too.
    """

    def __init__(
        self,
        creator: Creator,
        dispatcher: Dispatcher[BatchRow],
        reporter: Reporter[BatchRow, Outcome],
        source: RowSource,
        watch: ServiceWatch,
        *,
        connection: Connection,
        client: Callable[[], KooDriveClient],
        cancellation: Cancellation,
        again: bool = False,
    ) -> None:
        super().__init__(
            dispatcher, reporter, connection=connection, client=client, cancellation=cancellation
        )
        self._creator = creator
        self._journal = creator.journal
        self._source = source
        self._watch = watch
        self._again = again

    def _do(self, row: BatchRow) -> None:
        began = time.monotonic()
        try:
            request = self._source.request(row)
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
                # Whether it would double something is not known, as a list could not be read.
                self._give_back_unsent(row, error.message)
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

    def _release(self, row: BatchRow) -> None:
        self._journal.batch_runs.release(row.batch_id, [row.row])
