"""The page Create many: a table, its plan, its run and its result, one batch at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from koodrive.batch.models import BatchState, PauseReason
from koodrive.batch.running.dry_run import estimated_seconds
from koodrive.batch.running.progress import RunProgress
from ui.batch.doors import TableDoors
from ui.batch.dry_running import DryRunning
from ui.batch.earlier import EarlierBatches
from ui.batch.opening import TableOpening
from ui.batch.plan_controller import PlanController
from ui.batch.result_files import ResultFiles
from ui.batch.run_controller import RunController
from ui.batch.table_text import text_of_attempts, text_of_names
from ui.batch.texts import duration_text, source_text
from ui.batch.views.foot import Foot
from ui.batch.views.reading_view import ReadingView
from ui.batch.views.start_view import StartView
from ui.batch.views.steps import Step, StepLine
from ui.batch.views.work_view import WorkView
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.texts.translate import error_texts, translate
from ui.texts.visible import in_short
from ui.widgets.banner import Banner
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import column, row
from ui.widgets.partly_built import PartlyBuilt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent

    from koodrive.batch.cross_check import RowIndex
    from koodrive.batch.table import Table
    from koodrive.journal import Batch
    from koodrive.models import RequestKind
    from koodrive.rules.problems import FieldValue
    from ui.batch.opening import OpenedTable
    from ui.batch.views.batch_list import ListedBatch
    from ui.session.services import Services


_READ_AGAIN = "readAgain"
_AS_SHOWN = "createAsShown"
_LONGEST_NAME = 60


class BatchPage(PartlyBuilt, QWidget):
    """The ways to begin a batch, or the batch that is open.

    Args:
        services: Session, and the renewal of its token.
        in_parts: See `PartlyBuilt`.

    Signals:
        run_changed: A `RunProgress` of the batch that runs, with the name of its table.
        history_requested: The number of the batch whose attempts the user wants to see (an int, as object).
        run_over: A batch has finished, was stopped or waits, after it has run (a `RunProgress`).
    """

    run_changed = Signal(object, str)
    history_requested = Signal(object)
    run_over = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None, *, in_parts: bool = False) -> None:
        super().__init__(parent)
        self._session = services.session
        self._start_building(self._build(services), in_parts=in_parts)

    def _build(self, services: Services) -> Iterator[None]:
        self._batch: Batch | None = None
        self._waiting: int | None = None
        """A batch that waits since an earlier start."""
        self._going_on: int | None = None
        """A batch that goes on as soon as it is open."""
        self._steps = StepLine()
        self._start = StartView()
        self._reading = ReadingView()
        self._foot = Foot()
        yield
        self._work = WorkView(services, home=self)
        yield
        self._problem = Banner("batch.problem")
        self._stack = QStackedWidget()
        self._opening = TableOpening(self._session, self)
        self._table: Table | None = None
        """The table of the plan, where it was opened by this window."""
        self._comparing = LatestTask(self._session.runner, self, reports_unexpected=True)
        self._watcher = QFileSystemWatcher(self)
        self._doors = TableDoors(self._opening, self)
        self._plan = PlanController(self._session, self._work)
        self._run = RunController(self._session, self._work)
        self._dry = DryRunning(self._session, self._work)
        self._earlier = EarlierBatches(self._session, self)
        self._files = ResultFiles(self._session, self._work.export, self)
        self.first_input: QWidget = self._start.open_button
        yield
        self._build_ui()
        yield
        self._connect()

    def _build_ui(self) -> None:
        self.setObjectName("batch.page")
        self.setAcceptDrops(True)
        heading = PlainLabel(self.tr("Create many"), role="pageTitle")
        head = row(heading, 1, self._steps, margins=(24, 16, 24, 16))
        problem = row(self._problem, margins=(24, 0, 24, 0), stretch=self._problem)
        saved = row(self._work.export, margins=(24, 0, 24, 0), stretch=self._work.export)
        column(head, problem, self._stack, saved, self._foot, spacing=0, stretch=self._stack, parent=self)
        for view in (self._start, self._reading, self._work):
            self._stack.addWidget(view)
        self._show_view(self._start)

    def _connect(self) -> None:
        start, foot = self._start, self._foot
        start.open_requested.connect(self._doors.ask_for_file)
        start.paste_requested.connect(self._doors.paste)
        start.example_requested.connect(self._doors.open_example)
        self._doors.left.connect(self.show_start)
        start.template_requested.connect(self._files.save_template)
        start.go_on_chosen.connect(self._on_go_on)
        start.batch_chosen.connect(self._earlier.open)
        self._reading.cancelled.connect(self._opening.cancel)
        self._opening.began.connect(self._on_opening)
        self._opening.progressed.connect(self._reading.show_rows)
        self._opening.opened.connect(self._on_opened)
        self._opening.failed.connect(self._on_failed)
        self._opening.cancelled.connect(self.show_start)
        self._earlier.listed.connect(start.show_batches)
        self._earlier.interrupted.connect(self._on_interrupted)
        self._earlier.opened.connect(self._on_earlier_opened)
        self._earlier.failed.connect(self._on_failed)
        self._plan.counted.connect(self._show_plan_foot)
        self._plan.not_compared.connect(self._on_not_compared)
        self._plan.failed.connect(self._on_failed)
        self._run.changed.connect(self._on_run_changed)
        self._run.over.connect(self.run_over)
        self._run.failed.connect(self._on_failed)
        self._run.run.stopped.connect(self._earlier.open)
        self._problem.action_chosen.connect(self._on_problem_action)
        self._watcher.fileChanged.connect(self._on_file_changed)
        self._files.failed.connect(self._on_failed)
        self._files.copied.connect(foot.copied.show)
        foot.back_requested.connect(self.show_start)
        foot.dry_run_requested.connect(self._on_dry_run)
        self._dry.busy_changed.connect(self._show_plan_foot)
        self._dry.failed.connect(self._on_failed)
        self._plan.changing.connect(self._dry.close)
        foot.mend_requested.connect(self._plan.go_to_next)
        foot.start_requested.connect(self._on_start)
        foot.history_requested.connect(self._on_history)
        foot.copy_requested.connect(self._files.copy_result)
        foot.save_requested.connect(self._files.save_result)
        self._work.tools.copy_requested.connect(self._files.save_problems)
        self._session.token_changed.connect(self._show_plan_foot)

    # What the main window asks for --------------------------------------------------------------------------------

    def set_journal_ready(self) -> None:
        """Show the earlier batches of the history, which is open from now on."""
        self._earlier.read()

    @property
    def is_running(self) -> bool:
        """Whether rows are being sent."""
        return self._run.run.is_running

    def close_run(self) -> None:
        """Pause what runs, as the application ends."""
        self._run.run.close()

    def open_names(self, text: str, kind: RequestKind, fields: Mapping[str, FieldValue]) -> None:
        """Open rows that were pasted into a name field; see `text_of_names`."""
        self.open_text(text_of_names(text, kind, fields))

    def open_attempts(self, attempt_ids: Sequence[int]) -> None:
        """Open the requests of attempts of the history as a table."""
        journal = self._session.backend.journal
        self._opening.open_text_of(lambda: text_of_attempts(journal, attempt_ids))

    def open_text(self, text: str) -> None:
        """Open a pasted table or a series."""
        self._opening.open(text)

    def open_file(self, path: Path) -> None:
        """Open a file."""
        self._opening.open(path)

    @Slot()
    def show_start(self) -> None:
        """Leave the batch that is open; one that runs goes on."""
        self._batch = None
        self._files.show(None)
        self._forget_file()
        self._dry.close()
        self._plan.close()
        self._run.close()
        self._problem.clear()
        self._steps.show_step(Step.TABLE)
        self._show_view(self._start)
        self._earlier.read()

    @Slot()
    def show_run(self) -> None:
        """Show the batch that runs, or has run last."""
        batch_id = self._run.run.batch_id or self._waiting
        if batch_id is not None and (self._batch is None or self._batch.batch_id != batch_id):
            self._earlier.open(batch_id)

    def refresh(self) -> None:
        """Read again what is shown."""
        if self._stack.currentWidget() is self._start:
            self._earlier.read()
        else:
            self._work.model.refresh()

    @Slot()
    def refresh_rows(self) -> None:
        """Read the rows of the batch again, as it was found out what became of some."""
        if self._batch is not None:
            self._work.model.refresh()

    def focus_search(self) -> None:
        """Move the keyboard to the filter."""
        if self._work.tools.isVisible():
            self._work.tools.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste a table where there is none yet."""
        if event.matches(QKeySequence.StandardKey.Paste) and self._stack.currentWidget() is self._start:
            self._doors.paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file, or text."""
        if self._doors.accepts(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        event.acceptProposedAction()
        self._doors.open_dropped(event.mimeData())

    # Tables -------------------------------------------------------------------------------------------------------

    @Slot(str)
    def _on_opening(self, name: str) -> None:
        self._problem.clear()
        self._forget_file()
        self._reading.show_name(name)
        self._show_view(self._reading)

    @Slot(object)
    def _on_opened(self, opened: OpenedTable) -> None:
        self._show_plan(opened.batch, opened.row_index)
        self._table = opened.table
        if self._opening.path is not None:
            self._watcher.addPath(str(self._opening.path))
        words = " ".join(translate(finding.message) for finding in opened.findings)
        if words:
            self._work.notice.show_content("", self.tr("About this table"), words)

    @Slot()
    def _on_file_changed(self) -> None:
        """Say that the plan is that of the file as it was; a run goes on, and a question stands as it is."""
        is_asked = self._problem.isVisible() and self._problem.action(_AS_SHOWN) is not None
        if self._batch is not None and self._run.batch is None and not is_asked:
            self._problem.show_content(
                "unknown",
                self.tr("The file has changed since it was opened"),
                self.tr("This plan shows it as it was. Read again, and what was edited here is gone."),
                actions=[(_READ_AGAIN, self.tr("Read it again")), ("close", self.tr("Close"))],
            )

    @Slot(str)
    def _on_problem_action(self, key: str) -> None:
        self._problem.clear()
        if key == _READ_AGAIN:
            self._opening.again()
        elif key == _AS_SHOWN and self._can_start:
            self._start_run()

    @Slot(object)
    def _on_interrupted(self, listed: ListedBatch) -> None:
        """Ask about a batch of an earlier start, here and in Activity."""
        batch = listed.batch
        self._waiting = batch.batch_id
        self._start.show_interrupted(listed)
        reason = PauseReason(batch.reason) if batch.reason else None
        progress = RunProgress(batch.batch_id, BatchState.PAUSED, reason, batch.reason_text, listed.counts)
        self.run_changed.emit(progress, batch.name or self.tr("Pasted table"))

    @Slot(object)
    def _on_go_on(self, batch_id: int) -> None:
        self._going_on = batch_id
        self._earlier.open(batch_id)

    @Slot(object)
    def _on_earlier_opened(self, batch: Batch) -> None:
        if batch.state == BatchState.CHECKED:
            self._show_plan(batch)
        else:
            self._show_run(batch)
            if self._going_on == batch.batch_id:
                self._run.go_on()
        self._going_on = None

    # Plan and run -------------------------------------------------------------------------------------------------

    def _show_plan(self, batch: Batch, index: RowIndex | None = None) -> None:
        self._run.close()
        self._comparing.cancel()
        self._table = None
        self._batch = batch
        self._files.show(batch)
        self._work.notice.clear()
        self._work.show_plan()
        self._work.source.set_text(source_text(batch))
        self._plan.show(batch, index)
        self._steps.show_step(Step.PLAN)
        self._show_view(self._work)
        self._show_plan_foot()
        self._work.table.setFocus()

    @Slot()
    def _show_plan_foot(self) -> None:
        if self._batch is not None and self._run.batch is None:
            ready = self._plan.ready
            words = self._estimate(ready)
            if self._plan.is_planning:
                words = self.tr("The rows are compared with the history and the service…")
            self._foot.show_plan(
                ready,
                self._plan.others,
                words,
                is_busy=self._plan.is_busy or self._dry.is_busy or self._comparing.is_running,
                obstacle=self._obstacle,
                has_result=not ready and self._plan.existing > 0 and not self._plan.is_busy,
            )

    @property
    def _obstacle(self) -> str:
        """Why the plan cannot be started: one batch runs at a time."""
        if not self.is_running:
            return ""
        name = in_short(self._run.name, _LONGEST_NAME)
        return self.tr("Another batch is running: {name}. Create these rows when it has ended.").format(
            name=name
        )

    def _seconds(self, ready: int) -> float:
        return estimated_seconds(ready, self._batch.pace) if self._batch is not None else 0.0

    def _estimate(self, ready: int) -> str:
        """Return how long a run will take, and how long the token lives."""
        seconds = self._seconds(ready)
        words = self.tr("About {time}").format(time=duration_text(seconds)) if ready else ""
        life = self._session.life
        left = life.left if life is not None else None
        if left is None or self._session.is_sandbox:
            return words
        token = self.tr("token lasts {time}").format(time=duration_text(left.total_seconds()))
        if left.total_seconds() < seconds and self._session.tokens is None:
            token = self.tr("the token ends before: you will be asked for a new one")
        return " · ".join(filter(None, (words, token)))

    @Slot()
    def _on_dry_run(self) -> None:
        if self._batch is not None:
            self._dry.start(self._batch, self._seconds(self._plan.ready))

    @Slot(object)
    def _on_not_compared(self, error: Exception) -> None:
        title, message = error_texts(error)
        self._work.notice.show_content(
            "unknown",
            self.tr("What the service has could not be read"),
            self.tr("Rows are compared with the history only. {title}: {message}").format(
                title=title, message=message
            ),
        )

    @property
    def _can_start(self) -> bool:
        is_plan = self._batch is not None and self._run.batch is None
        return is_plan and not self._plan.is_busy and not self._comparing.is_running and not self.is_running

    @Slot()
    def _on_start(self) -> None:
        """Begin, unless the file is another one by now: a watcher sees neither all disks nor every change."""
        if not self._can_start:
            return
        if self._table is None or self._table.path is None:
            self._start_run()
            return
        self._comparing.start(
            Lane.FILES, self._table.has_changed, self._on_compared, self._on_failed, key="batchFile"
        )
        self._show_plan_foot()

    def _on_compared(self, has_changed: bool) -> None:  # noqa: FBT001 - what the task returns
        if not has_changed:
            if self._can_start:
                self._start_run()
            return
        self._problem.show_content(
            "unknown",
            self.tr("The file has changed since it was opened"),
            self.tr(
                "Nothing is sent yet. Read it again, and what was edited here is gone; or create the rows as they"
                " are shown."
            ),
            actions=[
                (_READ_AGAIN, self.tr("Read it again")),
                (_AS_SHOWN, self.tr("Create what is shown")),
                ("close", self.tr("Cancel")),
            ],
        )
        self._problem.focus_action()
        self._show_plan_foot()

    def _start_run(self) -> None:
        batch = self._batch
        if batch is not None:
            self._problem.clear()
            self._dry.close()
            self._plan.close()
            self._show_run(batch)
            self._run.go_on()

    @Slot()
    def _on_history(self) -> None:
        if self._batch is not None:
            self.history_requested.emit(self._batch.batch_id)

    def _forget_file(self) -> None:
        self._table = None
        self._comparing.cancel()
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())

    def _show_run(self, batch: Batch) -> None:
        self._comparing.cancel()
        self._plan.close()
        self._batch = batch
        self._files.show(batch)
        self._run.show(batch)
        self._show_view(self._work)
        self._show_run_foot()

    def _show_run_foot(self) -> None:
        is_over = self._run.is_over
        self._steps.show_step(Step.RUN, is_done=is_over)
        words = self.tr("You can keep working on other pages.") if self.is_running else ""
        self._foot.show_run(words, is_over=is_over)

    @Slot(object)
    def _on_run_changed(self, progress: RunProgress) -> None:
        if self._run.batch is not None:
            self._show_run_foot()
        self._show_plan_foot()
        self.run_changed.emit(progress, self._run.name)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        title, message = error_texts(error)
        self._problem.show_content("problem", title, message, actions=[("close", self.tr("Close"))])
        self._show_plan_foot()
        if self._stack.currentWidget() is self._reading:
            self._show_view(self._start)

    def _show_view(self, view: QWidget) -> None:
        self._stack.setCurrentWidget(view)
        self._foot.setVisible(view is self._work)
        self.first_input = self._work.table if view is self._work else self._start.open_button
