"""The run of a batch: sends its rows, each as an ordinary create, at a pace, until it ends or has to pause."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from koodrive.batch.models import BatchState, PauseReason
from koodrive.batch.running.base_runner import Runner
from koodrive.batch.running.dispatcher import Dispatcher
from koodrive.batch.running.list_reading import list_text
from koodrive.batch.running.reactions import pause_text, reason_of
from koodrive.batch.running.row_sender import RowSender
from koodrive.batch.running.row_source import RowSource
from koodrive.batch.running.service_watch import JUST_READ_SECONDS, ServiceWatch
from koodrive.batch.running.unsendable import close_waiting, reopen_waiting
from koodrive.errors import AuthenticationError, CredentialError, JournalError, KoodriveError, NotSentError
from koodrive.messages import Message

if TYPE_CHECKING:
    from koodrive.batch.running.base_runner import RunOptions
    from koodrive.creation.creator import Creator
    from koodrive.journal import Batch, BatchRow
    from koodrive.models import Outcome

_log = logging.getLogger(__name__)

_FOLDERS_OPEN = Message(
    "{count} rows wait for shared folders whose outcome is unknown. Find out what became of those, then go on."
)


class BatchRunner(Runner["BatchRow", "Outcome"]):
    """Runs one batch: creates its rows. At a start the lists are read.

    Args:
        creator: Carries out the creates.
        batch_id: The stored batch.
        options: How it runs, and who is told.
        again: Whether rows are sent that would double something, too: somebody has confirmed all of them.

    Raises:
        JournalError: When there is no such batch, or the history cannot be read.
    """

    def __init__(
        self,
        creator: Creator,
        batch_id: int,
        options: RunOptions[BatchRow, Outcome],
        *,
        again: bool = False,
    ) -> None:
        self._creator = creator
        self._journal = creator.journal
        self._again = again
        self._goes_without_lists = False
        self._young = 0.0
        self._source = RowSource(self._journal, batch_id)
        dispatcher = Dispatcher(
            self._source,
            self._journal.batches.batch(batch_id),
            bucket=options.bucket,
            may_find=self._may_find_folders,
        )
        super().__init__(dispatcher, self._journal.batches, batch_id, options)

    def _begin(self) -> Batch:
        batch = self._journal.batches.begin_run(
            self.batch_id, self.connection, self._owner, is_alive=self._is_alive
        )
        # After a pause of whatever length, others may have made something since.
        self._young = JUST_READ_SECONDS if batch.state == BatchState.CHECKED else 0.0
        return batch

    def _new_watch(self) -> ServiceWatch:
        self._lists = ServiceWatch(
            self._creator,
            self.batch_id,
            connection=self.connection,
            client=self._client,
            pauses=self._search_pauses,
            on_found=self._on_found,
            on_tick=self._on_tick,
        )
        return self._lists

    def _new_worker(self) -> RowSender:
        return RowSender(
            self._creator,
            self._dispatcher,
            self._reporter,
            self._source,
            self._lists,
            connection=self.connection,
            client=self._client,
            cancellation=self._cancellation,
            again=self._again,
        )

    def _prepare(self) -> None:
        """Find out what became of rows from before, and read the lists; pause where that cannot be done."""
        try:
            self._creator.flush_pending_outcomes()
            self._lists.look_once()
            self._journal.batch_runs.release_blameless(self.batch_id)
            reopen_waiting(self._journal, self.batch_id)
            self._read_lists()
        except KoodriveError as error:
            own = isinstance(error, JournalError | AuthenticationError | CredentialError)
            unread = self._lists.unread
            text = pause_text(error) if own or unread is None else list_text(unread, error)
            self._dispatcher.end_with(BatchState.PAUSED, reason_of(error), text)

    def _read_lists(self) -> None:
        """Read the lists; one that cannot be read pauses the run, and is gone without when it goes on after that."""
        try:
            self._lists.read_lists(young=self._young)
        except (JournalError, NotSentError, AuthenticationError, CredentialError):
            raise
        except KoodriveError:
            self._goes_without_lists = not self._goes_without_lists
            if self._goes_without_lists:
                raise
            _log.warning("batch %d goes on without all lists", self.batch_id)

    def _ending(
        self, state: BatchState, reason: PauseReason | None, text: Message | None
    ) -> tuple[BatchState, PauseReason | None, Message | None]:
        if state is BatchState.FINISHED and (count := close_waiting(self._journal, self.batch_id)):
            return BatchState.PAUSED, PauseReason.UNKNOWN_ROWS, _FOLDERS_OPEN.filled(count=count)
        return state, reason, text

    def _may_find_folders(self) -> bool:
        """Return whether rows wait for a folder that is still looked for."""
        if not self._journal.batch_runs.waiting(self.batch_id, 0, 1):
            return False
        return self._watch is not None and self._watch.may_find()
