"""Reads the batches of the history: the list of earlier ones, and one that is to be opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from koodrive.batch.models import BatchState
from koodrive.errors import KoodriveError
from ui.batch.views.batch_list import ListedBatch
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from koodrive.journal import Batch, BatchUndo, Journal
    from ui.batch.views.start_view import StartView
    from ui.session.session import Session

KEY = "batch"
"""Queue of the history's lane."""
_MOST = 50
"""Batches that are listed."""


class EarlierBatches(QObject):
    """Reads in the background what the start of the page lists, and what is chosen there.

    Args:
        session: Journal and task runner.
        view: Lists the batches; it owns this object.

    Signals:
        waits: The newest batch that waits since an earlier start (a `RunProgress`), and the name of its table.
        opened: A `Batch`.
        go_on_ready: A `Batch` that is open, and is to go on.
        undo_ready: A `Batch` whose taking back is to be shown.
        failed: What kept a batch from being opened.
    """

    waits = Signal(object, str)
    opened = Signal(object)
    go_on_ready = Signal(object)
    undo_ready = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, view: StartView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self.waiting_id: int | None = None
        """Number of the batch that `waits` was emitted for."""
        self._was_read = False
        self._list = LatestTask(session.runner, self, reports_unexpected=True)
        self._one = LatestTask(session.runner, self, reports_unexpected=True)
        self._removing = LatestTask(session.runner, self, reports_unexpected=True)
        view.batch_chosen.connect(self.open)
        view.go_on_chosen.connect(self.go_on)
        view.undo_chosen.connect(self.open_undo)
        view.remove_requested.connect(self.remove)

    def read(self) -> None:
        """Read the list, and show it."""
        try:
            journal = self._session.backend.journal
        except KoodriveError:
            # Before the history is open, there is nothing to list.
            return
        self._list.start(Lane.HISTORY, lambda: _list(journal), self._on_listed, key=KEY)

    def _on_listed(self, batches: list[ListedBatch]) -> None:
        is_first, self._was_read = not self._was_read, True
        waiting = next((one for one in batches if one.batch.state == BatchState.PAUSED), None)
        if is_first and waiting is not None:
            self.waiting_id = waiting.batch.batch_id
            self._view.show_interrupted(waiting)
            self.waits.emit(waiting.progress, waiting.batch.name or self.tr("Pasted table"))
        undone = next((one for one in batches if one.undo_state == BatchState.PAUSED), None)
        if is_first and waiting is None and undone is not None:
            self._view.show_undo_interrupted(undone)
        self._view.show_batches(batches)

    @Slot(object)
    def open(self, batch_id: int) -> None:
        """Read one batch; `opened` follows."""
        self._read_one(batch_id, self.opened)

    @Slot(object)
    def go_on(self, batch_id: int) -> None:
        """Read one batch; `go_on_ready` follows."""
        self._read_one(batch_id, self.go_on_ready)

    @Slot(object)
    def open_undo(self, batch_id: int) -> None:
        """Read one batch; `undo_ready` follows."""
        self._read_one(batch_id, self.undo_ready)

    @Slot(object)
    def remove(self, batch_id: int) -> None:
        """Remove a batch of which nothing was sent; it is not listed any more, or `failed` follows."""
        batches = self._session.backend.journal.batches
        self._removing.start(
            Lane.CREATE,
            lambda: batches.remove(batch_id),
            lambda _none: self.read(),
            self.failed.emit,
            key=f"{KEY}Removal",
        )

    def _read_one(self, batch_id: int, answer: SignalInstance) -> None:
        batches = self._session.backend.journal.batches
        self._one.start(Lane.HISTORY, lambda: batches.batch(batch_id), answer.emit, self.failed.emit, key=KEY)


def _list(journal: Journal) -> list[ListedBatch]:
    undos = {undo.batch_id: undo for undo in journal.batch_undos.undos()}
    return [_listed(journal, batch, undos.get(batch.batch_id)) for batch in journal.batches.batches()[:_MOST]]


def _listed(journal: Journal, batch: Batch, undo: BatchUndo | None) -> ListedBatch:
    undo_counts = {} if undo is None else journal.batch_undos.counts(batch.batch_id)
    return ListedBatch(batch, journal.batch_rows.counts(batch.batch_id), undo, undo_counts)
