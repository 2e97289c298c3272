"""The run that takes a batch back: looks at what it has made, or deletes it, each object by an ordinary attempt."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from koodrive.batch.models import BatchState, PauseReason
from koodrive.batch.running.base_runner import Runner
from koodrive.batch.running.dispatcher import Dispatcher
from koodrive.batch.running.lost_watch import LostWatch
from koodrive.batch.running.reactions import LOST_DELETES, pause_text, reason_of
from koodrive.batch.undoing.undo_source import UndoSource
from koodrive.batch.undoing.undo_worker import UndoWorker
from koodrive.errors import KoodriveError
from koodrive.journal import BatchUndo
from koodrive.journal.batches.undo_table import OPEN, TO_TAKE_BACK
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.api.client import KooDriveClient
    from koodrive.batch.running.base_runner import RunOptions
    from koodrive.creation.creator import Creator
    from koodrive.creation.undo.models import UndoOutcome
    from koodrive.creation.undo.undoer import Undoer
    from koodrive.journal import UndoRow

_ALBUMS_OPEN = Message(
    "Shared folders wait for albums in them whose outcome is unknown. Find out what became of those, then go on."
)


class UndoRunner(Runner["UndoRow", "UndoOutcome"]):
    """Takes one batch back: albums and folders in the reverse order of making, a folder after its albums.

    `start_looking` goes over all of it and says what would be taken back and what is kept, and changes nothing at the
    service; `start` takes back what is not kept, and looks at each object once more right before.

    Args:
        creator: Knows the history and finds out what became of lost deletes.
        undoer: Looks and deletes.
        batch_id: The stored batch.
        options: How it runs, and who is told.

    Raises:
        JournalError: When there is no such batch, or the history cannot be read.
    """

    def __init__(
        self,
        creator: Creator,
        undoer: Undoer,
        batch_id: int,
        options: RunOptions[UndoRow, UndoOutcome],
    ) -> None:
        self._creator, self._undoer = creator, undoer
        self._undos = creator.journal.batch_undos
        self._source = UndoSource(creator.journal, batch_id)
        self._is_anew = False
        self._wanted = (False, False)
        """Whether the next start looks only, and whether it goes over everything anew."""
        batch = creator.journal.batches.batch(batch_id)
        dispatcher = Dispatcher(
            self._source,
            self._undos.undo(batch_id) or BatchUndo(batch_id, datetime.now(UTC), batch.pace),
            bucket=options.bucket,
            may_find=self._may_find_albums,
            lost_text=LOST_DELETES,
        )
        super().__init__(dispatcher, self._undos, batch_id, options)

    @property
    def looks_only(self) -> bool:
        """Whether it looks, or has looked last, and changes nothing at the service."""
        return self._source.looks_only

    def start_looking(
        self, client: Callable[[], KooDriveClient] | None = None, *, is_anew: bool = True
    ) -> None:
        """Begin to look at all that was not taken back; returns soon. It ends ``checked``, or pauses as a run does.

        Args:
            client: Replaces the one from before, as after a token has ended.
            is_anew: Whether what was seen before is forgotten; False to go on after a pause.

        Raises:
            BatchStateError: When the batch runs or is being taken back, or its connection is another one.
            JournalError: When the history cannot be written.
        """
        self._wanted = (True, is_anew)
        super().start(client)

    def start(self, client: Callable[[], KooDriveClient] | None = None, *, is_anew: bool = False) -> None:
        """Begin to take back, or go on after a pause; returns soon.

        Deletes in flight before are looked for first. Those that did nothing and were not at fault go out again.

        Args:
            client: Replaces the one from before, as after a token has ended.
            is_anew: Whether also what was kept or refused before is looked at once more.

        Raises:
            BatchStateError: When the batch runs or is being taken back, or its connection is another one.
            JournalError: When the history cannot be written.
        """
        self._wanted = (False, is_anew)
        super().start(client)

    def _begin(self) -> BatchUndo:
        undo = self._undos.begin_run(self.batch_id, self.connection, self._owner, is_alive=self._is_alive)
        # Not before: a run that is just ending still goes by what it was begun as.
        self._source.looks_only, self._is_anew = self._wanted
        self._dispatcher.to_send = OPEN if self.looks_only else TO_TAKE_BACK
        self._dispatcher.whole = BatchState.CHECKED if self.looks_only else BatchState.FINISHED
        return undo

    def _new_watch(self) -> LostWatch:
        return LostWatch(
            self._creator.resolver,
            lambda: self._undos.unknown_attempts(self.batch_id),
            connection=self.connection,
            client=self._client,
            pauses=self._search_pauses,
            on_found=self._on_found,
            on_tick=self._on_tick,
        )

    def _new_worker(self) -> UndoWorker:
        return UndoWorker(
            self._undoer,
            self._dispatcher,
            self._reporter,
            connection=self.connection,
            client=self._client,
            cancellation=self._cancellation,
            looks_only=self.looks_only,
        )

    def _prepare(self) -> None:
        """Find out what became of deletes from before; pause where that cannot be done."""
        try:
            self._creator.flush_pending_outcomes()
            if self._watch is not None:
                self._watch.look_once()
            if self._is_anew:
                self._undos.reopen(self.batch_id)
            else:
                self._undos.release_blameless(self.batch_id)
        except KoodriveError as error:
            self._dispatcher.end_with(BatchState.PAUSED, reason_of(error), pause_text(error))

    def _ending(
        self, state: BatchState, reason: PauseReason | None, text: Message | None
    ) -> tuple[BatchState, PauseReason | None, Message | None]:
        if self.looks_only and reason is PauseReason.CLOSED:
            # Nobody has confirmed anything, so nothing waits for the next start; a look begins from the first one.
            return BatchState.CHECKED, None, None
        if state is BatchState.FINISHED and self._undos.waiting(self.batch_id):
            return BatchState.PAUSED, PauseReason.UNKNOWN_ROWS, _ALBUMS_OPEN
        return state, reason, text

    def _may_find_albums(self) -> bool:
        """Return whether folders wait for albums in them that are still looked for."""
        if self.looks_only or self._watch is None or not self._undos.waiting(self.batch_id):
            return False
        return self._watch.may_find()
