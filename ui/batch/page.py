"""The page Create many: a table, its plan, its run and its result, one batch at a time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from koodrive.batch.models import BatchState
from ui.batch.doors import TableDoors
from ui.batch.dry_running import DryRunning
from ui.batch.earlier import EarlierBatches
from ui.batch.opening import TableOpening
from ui.batch.plan_controller import PlanController
from ui.batch.plan_start import PlanStart
from ui.batch.result_files import ResultFiles
from ui.batch.run_controller import RunController
from ui.batch.table_file import TableFile
from ui.batch.texts import source_text
from ui.batch.undoing.undo_controller import UndoController
from ui.batch.views.page_views import PageViews
from ui.batch.views.steps import Step
from ui.texts.translate import error_texts, joined
from ui.widgets.partly_built import PartlyBuilt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from koodrive.batch.cross_check import RowIndex
    from koodrive.batch.running.progress import RunProgress
    from koodrive.journal import Batch
    from ui.batch.opening import OpenedTable
    from ui.session.services import Services


class BatchPage(PartlyBuilt, QWidget):
    """The ways to begin a batch, or the batch that is open.

    Args:
        services: Session, and the renewal of its token.
        in_parts: See `PartlyBuilt`.

    Signals:
        run_changed: A `RunProgress` of the batch that runs, with the name of its table.
        history_requested: The number of the batch whose attempts the user wants to see (an int, as object).
        run_over: A batch has finished, was stopped or waits, after it has run (a `RunProgress`).
        undo_changed: A `RunProgress` of the batch that is taken back, with the name of its table.
    """

    run_changed = Signal(object, str)
    history_requested = Signal(object)
    run_over = Signal(object)
    undo_changed = Signal(object, str)

    def __init__(self, services: Services, parent: QWidget | None = None, *, in_parts: bool = False) -> None:
        super().__init__(parent)
        self._session = services.session
        self._start_building(self._build(services), in_parts=in_parts)

    def _build(self, services: Services) -> Iterator[None]:
        self.setObjectName("batch.page")
        self._batch: Batch | None = None
        self._views = PageViews()
        yield from self._views.build(services, self)
        session, work = self._session, self._views.work
        self._opening = TableOpening(session, self)
        self.doors = TableDoors(session, self._opening, self)
        """The ways to a table, also for other pages."""
        self.doors.serve(self._views.start)
        self._file = TableFile(session.runner, self._views.problem, self)
        self._plan = PlanController(session, work)
        self._run = RunController(session, work)
        self._dry = DryRunning(session, work)
        self._beginning = PlanStart(
            session, self._views.foot, plan=self._plan, run=self._run, file=self._file, dry=self._dry
        )
        self._earlier = EarlierBatches(session, self._views.start)
        self._files = ResultFiles(session, work.export, self)
        self._undo = UndoController(session, self._views.undo, work.export)
        yield
        self._connect()

    def _connect(self) -> None:
        self._connect_table()
        self._plan.not_compared.connect(self._views.work.show_not_compared)
        self._plan.changing.connect(self._dry.close)
        self._beginning.confirmed.connect(self._start_run)
        self._run.changed.connect(self._on_run_changed)
        self._run.counted.connect(self._show_run_foot)
        self._run.over.connect(self.run_over)
        self._run.run.stopped.connect(self._earlier.open)
        self._files.copied.connect(self._views.foot.copied.show)
        self._views.foot.back_requested.connect(self.show_start)
        self._views.foot.history_requested.connect(self._on_history)
        self._views.foot.copy_requested.connect(self._files.copy_result)
        self._views.foot.save_requested.connect(self._files.save_result)
        self._views.work.tools.copy_requested.connect(self._files.save_problems)
        self._views.foot.undo_requested.connect(self._on_undo)
        self._views.undo.back_requested.connect(self._on_undo_left)
        self._earlier.undo_ready.connect(self._show_undo)
        self._undo.changed.connect(self._on_undo_changed)
        self._undo.over.connect(self.run_over)
        reading, sending = (self._opening, self._earlier, self._file), (self._plan, self._run, self._dry)
        for worker in (*reading, *sending, self._files, self._undo):
            worker.failed.connect(self._on_failed)

    def _connect_table(self) -> None:
        """Connect the ways to a table with what reads it."""
        opening = self._opening
        self._views.start.template_requested.connect(self._files.save_template)
        self.doors.left.connect(self.show_start)
        self._views.reading.cancelled.connect(opening.cancel)
        opening.began.connect(self._on_opening)
        opening.progressed.connect(self._views.reading.show_rows)
        opening.opened.connect(self._on_opened)
        opening.cancelled.connect(self.show_start)
        self._file.read_again_requested.connect(opening.read_again)
        self._earlier.waits.connect(self.run_changed)
        self._earlier.opened.connect(self._on_earlier_opened)
        self._earlier.go_on_ready.connect(self._start_run)

    # What the main window asks for --------------------------------------------------------------------------------

    @property
    def first_input(self) -> QWidget:
        """Where the keyboard begins."""
        return self._views.first_input

    def set_journal_ready(self) -> None:
        """Show the earlier batches of the history, which is open from now on."""
        self._earlier.read()

    @property
    def running_text(self) -> str:
        """What goes on, and would be paused, as a sentence; empty for nothing, and for a look that changes nothing."""
        if self._run.run.is_running:
            return self.tr("A batch is running.")
        undo = self._undo.run
        return self.tr("A batch is being taken back.") if undo.is_running and not undo.looks_only else ""

    def close_run(self) -> None:
        """Pause what runs, as the application ends."""
        self._run.run.close()
        self._undo.run.close()

    @Slot()
    def show_start(self) -> None:
        """Leave the batch that is open; one that runs goes on."""
        self._leave(None)
        self._views.problem.clear()
        self._views.steps.show_step(Step.TABLE)
        self._views.show(self._views.start)
        self._earlier.read()

    @Slot()
    def show_run(self) -> None:
        """Show the batch that runs, or has run last."""
        batch_id = self._run.run.batch_id or self._earlier.waiting_id
        if batch_id is not None and (self._batch is None or self._batch.batch_id != batch_id):
            self._earlier.open(batch_id)

    def refresh(self) -> None:
        """Read again what is shown."""
        if self._views.shown is self._views.start:
            self._earlier.read()
        elif self._views.shown is self._views.undo:
            self._views.undo.model.refresh()
        else:
            self._views.work.model.refresh()

    @Slot()
    def refresh_rows(self) -> None:
        """Read the rows of the batch again, as it was found out what became of some."""
        if self._batch is not None:
            self._views.work.model.refresh()
            self._views.undo.model.refresh()

    def focus_search(self) -> None:
        """Move the keyboard to the filter."""
        if self._views.work.tools.isVisible():
            self._views.work.tools.search.setFocus()

    # Tables -------------------------------------------------------------------------------------------------------

    @Slot(str)
    def _on_opening(self, name: str) -> None:
        self._views.problem.clear()
        self._file.close()
        self._views.reading.show_name(name)
        self._views.show(self._views.reading)

    @Slot(object)
    def _on_opened(self, opened: OpenedTable) -> None:
        self._show_plan(opened.batch, opened.row_index)
        self._file.watch(self._opening.path, opened.batch.sha256)
        words = joined("", *(finding.message for finding in opened.findings))
        if words:
            self._views.work.notice.show_content("", self.tr("About this table"), words)

    @Slot(object)
    def _on_earlier_opened(self, batch: Batch) -> None:
        if batch.state == BatchState.CHECKED:
            self._show_plan(batch)
            if path := (batch.reading or {}).get("path"):
                self._file.look_again(Path(path), batch.sha256)
        else:
            self._show_run(batch)

    def _leave(self, batch: Batch | None) -> None:
        """Close what is shown; the page is for another batch from now on, or for none."""
        for part in (self._file, self._dry, self._beginning, self._plan, self._run, self._undo):
            part.close()
        self._batch = batch
        self._files.show(batch)

    # Plan and run -------------------------------------------------------------------------------------------------

    def _show_plan(self, batch: Batch, index: RowIndex | None = None) -> None:
        self._leave(batch)
        self._views.work.notice.clear()
        self._views.work.show_plan()
        self._views.work.source.set_text(source_text(batch))
        self._plan.show(batch, index)
        self._views.steps.show_step(Step.PLAN)
        self._views.show(self._views.work)
        self._beginning.show(batch)
        self._views.work.table.setFocus()

    @Slot(object)
    def _start_run(self, batch: Batch) -> None:
        self._views.problem.clear()
        self._show_run(batch)
        self._run.go_on()

    @Slot()
    def _on_history(self) -> None:
        if self._batch is not None:
            self.history_requested.emit(self._batch.batch_id)

    def _show_run(self, batch: Batch) -> None:
        self._leave(batch)
        self._run.show(batch)
        self._views.show(self._views.work)
        self._show_run_foot()

    @Slot()
    def _show_run_foot(self) -> None:
        is_over = self._run.is_over
        self._views.steps.show_step(Step.RUN, is_done=is_over)
        is_running = self._run.run.is_running
        words = self.tr("You can keep working on other pages.") if is_running else ""
        can_undo = not is_running and self._run.created > 0
        self._views.foot.show_run(words, is_over=is_over, can_undo=can_undo)

    @Slot(object)
    def _on_run_changed(self, progress: RunProgress) -> None:
        if self._run.batch is not None:
            self._show_run_foot()
        self.run_changed.emit(progress, self._run.name)

    # Taking back --------------------------------------------------------------------------------------------------

    @Slot()
    def _on_undo(self) -> None:
        if self._batch is not None:
            self._show_undo(self._batch)

    @Slot(object)
    def _show_undo(self, batch: Batch) -> None:
        self._leave(batch)
        self._views.steps.show_step(Step.RUN, is_done=True)
        self._views.show(self._views.undo)
        self._undo.show(batch)
        self._views.undo.table.setFocus()

    @Slot()
    def show_undo(self) -> None:
        """Show the batch that is being taken back, or was last."""
        batch_id = self._undo.run.batch_id
        if batch_id is not None and self._views.shown is not self._views.undo:
            self._earlier.open_undo(batch_id)

    @Slot()
    def _on_undo_left(self) -> None:
        if self._batch is not None:
            self._show_run(self._batch)

    @Slot(object)
    def _on_undo_changed(self, progress: RunProgress) -> None:
        self.undo_changed.emit(progress, self._undo.name)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        title, message = error_texts(error)
        self._views.problem.show_content("problem", title, message, actions=[("close", self.tr("Close"))])
        self._beginning.update()
        if self._views.shown is self._views.reading:
            self._views.show(self._views.start)
