"""Serves the run of a batch: its numbers, its pauses, its result."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from koodrive.batch.models import BatchState, PauseReason, Verdict
from koodrive.models import OutcomeKind
from ui.batch.rows.columns import Columns
from ui.batch.rows.reader import BatchReader
from ui.batch.rows.shown_row import count_of
from ui.batch.run_texts import created_words, result_content, run_title, standing_of
from ui.batch.running import BatchRun
from ui.batch.stopping import Stopping
from ui.batch.texts import source_text
from ui.batch.views.speed_chart import Sample
from ui.core.announcement import announce
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.texts.translate import translated
from ui.texts.visible import in_short

if TYPE_CHECKING:
    from collections.abc import Mapping

    from koodrive.batch.running.progress import RunProgress
    from koodrive.journal import Batch
    from ui.batch.views.run_card import Standing
    from ui.batch.views.work_view import WorkView
    from ui.session.session import Session

_REFRESH_MS = 500
"""Milliseconds between one reading of the rows in sight and the next."""
_SAMPLE_SECONDS = 1.0
_LONGEST_NAME = 60
KEY = "batch"
"""Queue of the history's lane."""


class RunController(QObject):
    """Connects the parts of `WorkView` with the run of one batch.

    Args:
        session: Connection and token to send with, journal, task runner.
        view: Shows the run; it owns this object.

    Signals:
        changed: A `RunProgress`: the batch goes on, pauses or has ended.
        counted: The rows of a batch that does not run were counted.
        failed: What kept the run from beginning.
        over: The batch has finished, was stopped or waits; once for each time (a `RunProgress`).
    """

    changed = Signal(object)
    counted = Signal()
    failed = Signal(object)
    over = Signal(object)

    def __init__(self, session: Session, view: WorkView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self.run = BatchRun(session, self)
        self._batch: Batch | None = None
        self._progress: RunProgress | None = None
        self._name = ""
        self._counts: Mapping[str, int] = {}
        """Rows by state."""
        self._is_pause_pressed = False
        """Whether the keyboard goes to the button that continues, as soon as there is one."""
        self._sampled_at = 0.0
        self._stopping = Stopping(self.run, lambda: self._standing.left, view)
        self._looking = LatestTask(session.runner, self, reports_unexpected=True)
        self._refresh = QTimer(self, interval=_REFRESH_MS)
        self._refresh.timeout.connect(self._on_refresh)
        self.run.progressed.connect(self._on_progressed)
        self.run.ended.connect(self.over)
        self.run.failed.connect(self._on_failed)
        view.run_card.pause_requested.connect(self._on_pause)
        view.run_card.stop_requested.connect(self._on_stop)
        view.pause.go_on_requested.connect(self.go_on)
        view.model.counted.connect(self._on_counted)
        session.current_changed.connect(self._on_current_changed)

    @property
    def batch(self) -> Batch | None:
        """The batch that is shown; None for none."""
        return self._batch

    @property
    def name(self) -> str:
        """Name of the table that runs or has run last, in words."""
        return self._name

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to send, or nobody will."""
        return self._state in {BatchState.FINISHED, BatchState.STOPPED}

    @property
    def created(self) -> int:
        """Number of rows of the batch that is shown which are created, and were not taken back since."""
        return count_of(self._counts, OutcomeKind.CREATED)

    @property
    def _state(self) -> BatchState:
        if self._progress is not None:
            return self._progress.state
        return BatchState(self._batch.state) if self._batch is not None else BatchState.CHECKED

    @property
    def _runs_elsewhere(self) -> bool:
        """Whether another window or a command runs the batch; a process that is gone runs none."""
        batch = self._batch
        return batch is not None and batch.state == BatchState.RUNNING and self.run.batch_id != batch.batch_id

    @property
    def _is_here(self) -> bool:
        """Whether the connection in use is that of the batch."""
        current, batch = self._session.current, self._batch
        if current is None or batch is None:
            return False
        return batch.service_address is None or current.account_key == (batch.service_address, batch.user_id)

    @property
    def _obstacle(self) -> str:
        """Why the batch cannot go on now, as a sentence; empty where it can."""
        if self._batch is not None and self.run.is_other_running(self._batch.batch_id):
            return self.tr("Another batch is running: {name}. Continue when it has ended.").format(
                name=in_short(self._name, _LONGEST_NAME)
            )
        return "" if self._is_here else self.tr("Use the connection of this batch to continue it.")

    def show(self, batch: Batch) -> None:
        """Show a batch that has run, or is about to."""
        self._batch, self._progress, self._counts = batch, None, {}
        if self.run.batch_id == batch.batch_id and self.run.progress is not None:
            self._progress = self.run.progress
            self._counts = self.run.progress.counts
        else:
            self._view.run_card.chart.clear()
        reader = BatchReader(self._session.backend.journal, batch, runs=True)
        self._view.show_run()
        self._view.model.show(reader, Columns(reader.texts, runs=True))
        self._view.table.begin()
        self._view.table.start_following()
        self._show_state()

    def close(self) -> None:
        """Show no run; one that is under way goes on."""
        self._batch = None
        self._refresh.stop()
        self._view.pause.clear()
        self._view.result.clear()

    @Slot()
    def go_on(self) -> None:
        """Begin, or go on after a pause; without a token, ask for one."""
        if self._batch is None:
            return
        if self.run.is_other_running(self._batch.batch_id):
            self._show_state()
            return
        session = self._session
        if session.token is None or session.is_token_expired:
            self._view.pause.show_pause(PauseReason.TOKEN, "", created_words(self._standing))
            return
        self._view.pause.clear()
        self._is_pause_pressed = False
        self._name = self._batch.name or self.tr("Pasted table")
        self.run.start(self._batch.batch_id)

    @Slot()
    def _on_pause(self) -> None:
        # Before the button is disabled, as Qt would send the keyboard on to the one that stops.
        self._view.table.setFocus()
        self._is_pause_pressed = True
        self._view.run_card.pause_button.setEnabled(False)
        self.run.pause()

    @Slot()
    def _on_stop(self) -> None:
        if self._batch is not None:
            self._stopping.ask(self._batch)

    # What the run says --------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_progressed(self, progress: RunProgress) -> None:
        if self._batch is not None and progress.batch_id == self._batch.batch_id:
            self._progress, self._counts = progress, progress.counts
            self._add_sample(progress)
            self._show_state()
            if progress.state is not BatchState.RUNNING:
                self._view.model.refresh()
            self._stopping.update()
        elif self._batch is not None and self._state is BatchState.PAUSED:
            self._show_state()
        self.changed.emit(progress)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._show_state()
        self.failed.emit(error)

    def _add_sample(self, progress: RunProgress) -> None:
        now = time.monotonic()
        if progress.state is BatchState.RUNNING and now - self._sampled_at >= _SAMPLE_SECONDS:
            self._sampled_at = now
            sample = Sample(
                progress.rows_per_minute, progress.answer_seconds * 1000, progress.wait_seconds > 0
            )
            self._view.run_card.chart.add(sample)

    @Slot()
    def _on_refresh(self) -> None:
        if self._runs_elsewhere:
            self._look()
        if self._view.isVisible():
            self._view.model.refresh()
            passed = count_of(self._counts, Verdict.PROBLEM, Verdict.EXCLUDED)
            self._view.table.follow(self._standing.done + passed)

    def _look(self) -> None:
        """Read what another process does with the batch."""
        batch = self._batch
        if batch is not None and not self._looking.is_running:
            batches = self._session.backend.journal.batches
            self._looking.start(Lane.HISTORY, lambda: batches.batch(batch.batch_id), self._on_looked, key=KEY)

    def _on_looked(self, batch: Batch) -> None:
        if self._batch is not None and self._batch.batch_id == batch.batch_id:
            self._batch = batch
            self._view.model.refresh()
            self._show_state()

    @Slot()
    def _on_current_changed(self) -> None:
        if self._batch is not None:
            self._show_state()

    # What is shown ------------------------------------------------------------------------------------------------

    @Slot()
    def _on_counted(self) -> None:
        if self._batch is not None and (self._state is not BatchState.RUNNING or self._runs_elsewhere):
            # What is found out after the run is not reported by it.
            self._counts = self._view.model.counts
            self._show_state()
            self.counted.emit()

    def _show_state(self) -> None:
        batch, state = self._batch, self._state
        if batch is None:
            return
        is_running = state is BatchState.RUNNING and self.run.batch_id == batch.batch_id
        card, view, is_elsewhere = self._view.run_card, self._view, self._runs_elsewhere
        if not is_running and not is_elsewhere:
            self._refresh.stop()
        elif not self._refresh.isActive():
            self._refresh.start()
        card.pause_button.setVisible(is_running)
        is_pausing = is_running and self._progress is not None and self._progress.reason is not None
        card.pause_button.setEnabled(not is_pausing)
        card.stop_button.setVisible(not self.is_over and not is_elsewhere)
        title = run_title(state, self._standing, self._progress, is_elsewhere=is_elsewhere)
        card.show_title(title, source_text(batch))
        if state is BatchState.PAUSED:
            self._show_pause()
        else:
            view.pause.clear()
        if self.is_over:
            self._show_result()
        else:
            view.result.clear()
        card.show_standing(self._standing)

    def _show_pause(self) -> None:
        batch, progress = self._batch, self._progress
        if batch is None:
            return
        reason = progress.reason if progress is not None else None
        text = progress.text if progress is not None else batch.reason_text
        self._view.pause.show_pause(
            reason or PauseReason(batch.reason or PauseReason.USER),
            translated(text) if text else "",
            created_words(self._standing),
            obstacle=self._obstacle,
        )
        if self._is_pause_pressed and self._view.table.hasFocus():
            self._view.pause.focus_go_on()
        self._is_pause_pressed = False

    @property
    def _standing(self) -> Standing:
        return standing_of(self._counts, self._progress, self._session)

    def _show_result(self) -> None:
        if not self._counts:
            # A batch of an earlier day, whose rows are being read.
            return
        result, content = self._view.result, result_content(self._counts, self._standing)
        if result.isHidden():
            announce(self._view, content.title)
        result.show_content(*content)
