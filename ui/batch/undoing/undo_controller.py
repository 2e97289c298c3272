"""Takes one batch back for its page: looks at all that it has made, asks, and runs."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from koodrive.batch.models import BatchState, PauseReason
from koodrive.batch.undoing.groups import BEGUN
from koodrive.core.lazy import load
from ui.batch.texts import source_text
from ui.batch.undoing.undo_run import UndoRun
from ui.batch.undoing.undo_texts import ready_count, result_texts, run_title
from ui.core.announcement import announce
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.texts.attempts import isolated
from ui.texts.connections import connection_text
from ui.texts.numbers import number_text
from ui.texts.translate import translated
from ui.widgets.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from koodrive.batch.running.progress import RunProgress
    from koodrive.core.deadline import Cancellation
    from koodrive.journal import Batch, BatchUndo, Journal
    from ui.batch.results import ResultExport
    from ui.batch.undoing.undo_view import UndoView
    from ui.session.session import Session

KEY = "batchUndo"
"""Queue of the history's lane."""
_REFRESH_MS = 500


class UndoController(QObject):
    """Connects the parts of `UndoView` with the run that takes a batch back.

    Args:
        session: Connection and token, journal, task runner.
        view: Shows it; it owns this object.
        export: Asks for the file of the result and writes it.

    Signals:
        changed: A `RunProgress`: it goes on, pauses or has ended.
        over: It has finished, or waits; once for each time (a `RunProgress`).
        failed: What kept it from beginning.
    """

    changed = Signal(object)
    over = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, view: UndoView, export: ResultExport) -> None:
        super().__init__(view)
        self._session, self._view, self._export = session, view, export
        self.run = UndoRun(session, self)
        self._name = ""
        self._is_read_only = False
        """Of the history; asked once, as it is closed before the last report of a run comes."""
        self._batch: Batch | None = None
        self._stored: BatchUndo | None = None
        """How the run stood when it was read last; None before there is one."""
        self._progress: RunProgress | None = None
        self._reading = LatestTask(session.runner, self, reports_unexpected=True)
        self._refresh = QTimer(self, interval=_REFRESH_MS)
        self._refresh.timeout.connect(self._on_refresh)
        self._connect()

    def _connect(self) -> None:
        view = self._view
        self.run.progressed.connect(self._on_progressed)
        self.run.ended.connect(self.over)
        self.run.failed.connect(self._on_failed)
        view.model.counted.connect(self._show_state)
        view.model.failed.connect(self.failed)
        view.card.pause_requested.connect(self._on_pause)
        view.pause.go_on_requested.connect(self._on_go_on)
        view.again_requested.connect(self._look)
        view.start_requested.connect(self._ask)
        view.save_requested.connect(self._save)
        self._session.current_changed.connect(self._show_state)

    @property
    def name(self) -> str:
        """Name of the table that is being taken back, or was last, in words."""
        return self._name

    def show(self, batch: Batch) -> None:
        """Show a batch; what was not begun yet begins with a look, which changes nothing."""
        self._batch, self._stored, self._progress = batch, None, None
        if not self.run.is_running:
            self._name = batch.name or self.tr("Pasted table")
        journal = self._session.backend.journal
        self._is_read_only = journal.read_only
        if self.run.batch_id == batch.batch_id:
            self._progress = self.run.progress
        self._view.model.show(journal, batch.batch_id)
        self._view.card.show_title(self.tr("Reading the history…"), source_text(batch))
        self._view.show_foot("", can_look=False, ready=0, has_result=False)
        self._read(self._on_first_read)

    def close(self) -> None:
        """Show nothing; a run that is under way goes on."""
        self._batch = None
        self._refresh.stop()
        self._reading.cancel()
        self._view.model.show(None)
        self._view.pause.clear()
        self._view.result.clear()

    def _read(self, use: Callable[[BatchUndo | None], None]) -> None:
        if self._batch is not None:
            work = partial(_stored, self._session.backend.journal, self._batch.batch_id)
            self._reading.start(Lane.HISTORY, work, use, self.failed.emit, key=KEY)

    def _on_first_read(self, stored: BatchUndo | None) -> None:
        self._stored = stored
        is_fresh = stored is None or stored.state == BatchState.CHECKED
        if is_fresh and self._progress is None and not self._obstacle:
            self._look()
        self._show_state()

    def _on_read(self, stored: BatchUndo | None) -> None:
        self._stored = stored
        self._show_state()

    # What people do -------------------------------------------------------------------------------------------

    @property
    def _obstacle(self) -> str:
        """Why nothing can be begun now, as a sentence; empty where it can."""
        current, batch = self._session.current, self._batch
        # One that was read before its run began has no account yet.
        place = None if batch is None else batch.service_address and (batch.service_address, batch.user_id)
        if batch is None or current is None or place not in {None, current.account_key}:
            return self.tr("Use the connection of this batch to take it back.")
        if self._is_read_only:
            return self.tr(
                "The history can only be read, and nothing is deleted that cannot be written down."
            )
        if self.run.is_other_running(batch.batch_id):
            return self.tr("Another batch is being taken back.")
        return ""

    @property
    def _has_token(self) -> bool:
        return self._session.token is not None and not self._session.is_token_expired

    @Slot()
    def _look(self) -> None:
        if self._batch is None or self._obstacle:
            return
        self._view.result.clear()
        if not self._has_token:
            self._view.pause.show_pause(PauseReason.TOKEN, "")
            return
        self._view.pause.clear()
        self.run.look(self._batch.batch_id)

    @Slot()
    def _on_pause(self) -> None:
        # Before the button is disabled, as Qt would send the keyboard on.
        self._view.table.setFocus()
        self._view.card.pause_button.setEnabled(False)
        self.run.pause()

    @Slot()
    def _on_go_on(self) -> None:
        """Go on after a pause; what this window has not begun itself is asked about once more."""
        if self._batch is None or self._obstacle:
            return
        is_own = self.run.batch_id == self._batch.batch_id
        if is_own and not self.run.looks_only:
            self._start()
        elif is_own:
            self._view.pause.clear()
            self.run.look(self._batch.batch_id, is_anew=False)
        elif any(self._counts.get(state) for state in BEGUN):
            self._ask()
        else:
            self._look()

    @Slot()
    def _ask(self) -> None:
        batch, counts = self._batch, self._counts
        current = self._session.current
        if batch is None or current is None or self._obstacle:
            return
        count = ready_count(counts) or counts.get("open", 0)
        question = Question(
            "batch.undo.question",
            self.tr("Take back {count} of {name}?").format(
                count=number_text(count), name=batch.name or self.tr("the pasted table")
            ),
            self.tr(
                "They are deleted on {connection}, one after the other, albums before their folders. This cannot be"
                " undone."
            ).format(connection=isolated(connection_text(current.connection_id, current.name))),
            self.tr(
                "Each is looked at once more right before, and kept if anything was put in. The history"
                " keeps all IDs."
            ),
            confirm=self.tr("&Take back"),
            stay=self.tr("Cancel"),
            icon="undo",
            parent=self._view.window(),
        )
        question.accepted.connect(self._start)
        question.open()

    @Slot()
    def _start(self) -> None:
        if self._batch is None or self._obstacle:
            return
        if not self._has_token:
            self._view.pause.show_pause(PauseReason.TOKEN, "")
            return
        self._view.pause.clear()
        self.run.start(self._batch.batch_id)

    @Slot(str)
    def _save(self, ending: str) -> None:
        batch = self._batch
        if batch is None:
            return
        journal = self._session.backend.journal

        def work(path: Path, _cancellation: Cancellation, _progress: Callable[[int], object]) -> int:
            # Here, as the window starts without it.
            count: int = load("koodrive.batch.undoing.undo_results:write_undo_results")(
                path, journal, batch.batch_id, translated
            )
            return count

        name = f"{PurePath(batch.name).stem or 'table'}-taken-back.{ending}"
        self._export.save(self.tr("Save what was taken back"), name, work)

    # What the run says ----------------------------------------------------------------------------------------

    @Slot(object)
    def _on_progressed(self, progress: RunProgress) -> None:
        if self._batch is not None and progress.batch_id == self._batch.batch_id:
            self._progress = progress
            if progress.state is not BatchState.RUNNING:
                self._view.model.refresh()
            self._show_state()
        self.changed.emit(progress)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._show_state()
        self.failed.emit(error)

    @Slot()
    def _on_refresh(self) -> None:
        if self._view.isVisible():
            self._view.model.refresh()
        if self._runs_elsewhere and not self._reading.is_running:
            self._read(self._on_read)

    # What is shown --------------------------------------------------------------------------------------------

    @property
    def _counts(self) -> Mapping[str, int]:
        """Objects by state."""
        is_reported = self._progress is not None and self._progress.state is BatchState.RUNNING
        if is_reported and self._progress is not None and self._progress.counts:
            return self._progress.counts
        return self._view.model.counts

    @property
    def _state(self) -> BatchState:
        if self._progress is not None:
            return self._progress.state
        return BatchState(self._stored.state) if self._stored is not None else BatchState.CHECKED

    @property
    def _runs_elsewhere(self) -> bool:
        return self._state is BatchState.RUNNING and self._progress is None

    @Slot()
    def _show_state(self) -> None:
        batch, state, counts = self._batch, self._state, self._counts
        if batch is None:
            return
        is_running = state is BatchState.RUNNING or self.run.is_running
        if not is_running:
            self._refresh.stop()
        elif not self._refresh.isActive():
            self._refresh.start()
        view, card, progress = self._view, self._view.card, self._progress
        card.pause_button.setVisible(is_running and not self._runs_elsewhere)
        card.pause_button.setEnabled(progress is None or progress.reason is None)
        title = run_title(state, counts, progress, looks_only=self.run.looks_only and progress is not None)
        if title != card.title:
            card.show_title(title, source_text(batch))
            if not is_running:
                announce(view, title)
        is_before_run = state is BatchState.CHECKED or (self.run.looks_only and progress is not None)
        card.show_counts(counts, progress if is_running else None, is_before_run=is_before_run)
        view.show_groups(counts, is_before_run=is_before_run)
        self._show_pause(state)
        self._show_result(state, counts)
        self._show_foot(state, counts, is_running=is_running)

    def _show_pause(self, state: BatchState) -> None:
        if state is BatchState.PAUSED:
            progress, stored = self._progress, self._stored
            reason = progress.reason if progress is not None else None
            text = progress.text if progress is not None else stored.reason_text if stored else None
            stored_reason = stored.reason if stored is not None else None
            self._view.pause.show_pause(
                reason or PauseReason(stored_reason or PauseReason.USER),
                translated(text) if text else "",
                obstacle=self._obstacle,
            )
        elif self.run.is_running or self._view.pause.reason is not PauseReason.TOKEN:
            self._view.pause.clear()

    def _show_result(self, state: BatchState, counts: Mapping[str, int]) -> None:
        if state in {BatchState.FINISHED, BatchState.STOPPED} and counts:
            self._view.result.show_content(*result_texts(counts))
        else:
            self._view.result.clear()

    def _show_foot(self, state: BatchState, counts: Mapping[str, int], *, is_running: bool) -> None:
        words = self._obstacle
        if is_running and not words:
            words = self.tr("You can keep working on other pages.")
        can_begin = not is_running and not self._obstacle
        self._view.show_foot(
            words,
            can_look=can_begin and state is not BatchState.PAUSED,
            ready=ready_count(counts) if can_begin and state is BatchState.CHECKED else 0,
            has_result=bool(counts),
        )


def _stored(journal: Journal, batch_id: int) -> BatchUndo | None:
    """Return how the run stands in the history; a look that was cut off before anything was begun does not wait."""
    undo = journal.batch_undos.undo(batch_id)
    if undo is None or undo.state != BatchState.PAUSED or BEGUN & journal.batch_undos.counts(batch_id).keys():
        return undo
    return replace(undo, state=BatchState.CHECKED)
