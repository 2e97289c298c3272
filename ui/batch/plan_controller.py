"""Serves the plan of a batch: compares it with history and service; edits, leaves out and confirms rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from koodrive.batch.models import Verdict
from koodrive.batch.stored_index import StoredIndex
from koodrive.batch.stored_plan import PlanEditor
from koodrive.core.deadline import Cancellation, CancelledByUserError
from koodrive.errors import KoodriveError
from koodrive.journal import RowFilter
from ui.batch.plan_finder import PlanFinder
from ui.batch.rows.columns import Columns
from ui.batch.rows.reader import BatchReader
from ui.batch.rows.shown_row import count_of
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.session.session import TokenState

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.batch.cross_check import RowIndex
    from koodrive.journal import Batch
    from ui.batch.rows.shown_row import ShownRow
    from ui.batch.views.work_view import WorkView
    from ui.session.session import Session

KEY = "batchPlan"
"""Queue of the creates' lane, on which plans are changed: what people have typed is written before the window goes."""


class PlanController(QObject):
    """Connects the parts of `WorkView` with the plan of one batch.

    Args:
        session: Journal and task runner.
        view: Shows the plan; it owns this object.

    Signals:
        counted: The number of rows of each verdict is up to date.
        not_compared: What kept the service's lists from being read; the plan can be used all the same.
        changing: Rows are about to be edited, left out or confirmed.
        failed: What kept something from being read or written.
    """

    counted = Signal()
    not_compared = Signal(object)
    changing = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, view: WorkView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._batch: Batch | None = None
        self._editor: PlanEditor | None = None
        self._index: StoredIndex | None = None
        self._can_trim = False
        self.finder = PlanFinder(session, view)
        self._indexing = LatestTask(session.runner, self)
        self._planning = LatestTask(session.runner, self)
        self._planned_for: tuple[str, str] | None = None
        """Service and user that the plan is for."""
        self._pending = 0
        """Edits that are not written yet."""
        self._awaits_counts = False
        """Whether rows were judged anew since they were counted."""
        self._is_plan_uncounted = False
        """The same, of all rows."""
        self._connect()

    def _connect(self) -> None:
        view = self._view
        view.model.counted.connect(self._on_counted)
        view.model.edited.connect(self._on_edited)
        view.model.failed.connect(self.failed)
        view.table.row_shown.connect(self._on_row_shown)
        view.table.exclude_requested.connect(self._on_exclude)
        view.table.confirm_requested.connect(self._on_confirm)
        view.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        view.tools.trim_requested.connect(self._on_trim)
        view.strip.edit_requested.connect(view.table.edit_current)
        view.strip.clean_requested.connect(self._on_edited)
        view.strip.exclude_requested.connect(self._on_exclude)
        view.strip.confirm_requested.connect(self._on_confirm)
        view.strip.confirm_all_requested.connect(self._on_confirm_all)
        self._session.token_changed.connect(self._plan_if_stale)
        self._session.current_changed.connect(self._plan_if_stale)
        self.finder.failed.connect(self.failed)

    @property
    def is_busy(self) -> bool:
        """Whether an edit is not written yet, or the rows are being compared with history and service, or counted."""
        return self._pending > 0 or self.is_planning or self._awaits_counts

    @property
    def is_planning(self) -> bool:
        """Whether the rows are being compared with history and service, or will be as soon as the token is read."""
        return self._planning.is_running or self._is_plan_uncounted or self._is_token_awaited

    @property
    def _is_token_awaited(self) -> bool:
        return self._batch is not None and self._planned_for is None and self._is_token_loading

    @property
    def _is_token_loading(self) -> bool:
        session = self._session
        return (
            session.current is not None
            and session.token is None
            and session.token_state is TokenState.LOADING
        )

    @property
    def ready(self) -> int:
        """Rows that can be sent."""
        return count_of(self._view.model.counts, Verdict.READY)

    @property
    def existing(self) -> int:
        """Rows that were created before."""
        return count_of(self._view.model.counts, Verdict.EXISTS)

    @property
    def others(self) -> int:
        """Rows with a problem, or that need a confirmation."""
        return count_of(self._view.model.counts, Verdict.PROBLEM, Verdict.DOUBTFUL)

    def show(self, batch: Batch, index: RowIndex | None = None) -> None:
        """Show the plan of a batch.

        Args:
            batch: The batch.
            index: That of its rows as they are stored, if there is one.
        """
        self._batch = batch
        journal = self._session.backend.journal
        self._index = StoredIndex(journal, batch.batch_id, index)
        self._read_index(self._index)
        self._editor = self._planned_for = None
        self._can_trim = True
        reader = BatchReader(journal, batch, runs=False)
        view = self._view
        self.finder.show(batch)
        view.model.show(reader, Columns(reader.texts))
        view.table.begin()
        view.tools.set_columns(view.table.choice.menu if view.table.choice is not None else None)
        self._plan_if_stale()

    def _read_index(self, index: StoredIndex) -> None:
        """Read the index of a plan of earlier ahead of the first edit, which would wait for seconds."""
        self._indexing.cancel()
        if not index.is_ready:
            reading = Cancellation()
            self._indexing.start(
                Lane.READ, lambda: index.get(reading), key="batchIndex", cancellation=reading
            )

    def close(self) -> None:
        """Show no plan."""
        self._batch = self._editor = self._index = None
        self.finder.close()
        self._indexing.cancel()
        self._planning.cancel()
        self._awaits_counts = self._is_plan_uncounted = False
        self._view.model.show(None, None)

    @Slot()
    def _plan_if_stale(self) -> None:
        """Compare the rows with the history and with what the service lists, once for each service and user."""
        batch, session = self._batch, self._session
        connection, token = session.current, session.token
        if batch is None or connection is None or connection.account_key == self._planned_for:
            return
        if self._is_token_loading:
            return
        self._planned_for, self._editor = connection.account_key, None
        backend, cancellation = session.backend, Cancellation()
        can_read = token is not None and not session.is_token_expired

        def plan() -> None:
            client = backend.clients.client(connection, token) if can_read and token is not None else None
            backend.batch_runs.plan(batch.batch_id, connection, client, cancellation=cancellation)

        self._planning.start(
            Lane.READ, plan, self._on_planned, self._on_not_planned, key=KEY, cancellation=cancellation
        )
        self.counted.emit()

    def _on_planned(self, _none: object) -> None:
        self._is_plan_uncounted = True
        self._count_again()
        self.counted.emit()

    def _on_not_planned(self, error: Exception) -> None:
        """Say that the service's lists could not be read; the rows are compared with the history all the same."""
        self._is_plan_uncounted = True
        self._count_again()
        self.counted.emit()
        if isinstance(error, KoodriveError):
            self.not_compared.emit(error)
        elif not isinstance(error, CancelledByUserError):
            self.failed.emit(error)

    def _count_again(self) -> None:
        """Read rows and counts; nothing is started by those from before."""
        self._awaits_counts = True
        self._view.model.refresh()

    # Edits --------------------------------------------------------------------------------------------------------

    @Slot(int, int, str)
    def _on_edited(self, number: int, column: int, text: str) -> None:
        self._change(lambda editor: editor.edit(number, {column: text}))

    @Slot()
    def _on_trim(self) -> None:
        self._can_trim = False
        self._change(lambda editor: editor.trim_all())

    @Slot()
    def _on_exclude(self) -> None:
        row, numbers = self._view.table.current_row, self._view.table.selected_numbers
        if row is not None and numbers and row.is_open:
            is_excluded = row.state != Verdict.EXCLUDED
            self._change(lambda editor: editor.exclude(numbers, is_excluded=is_excluded))

    @Slot()
    def _on_confirm(self) -> None:
        numbers = self._view.table.selected_numbers
        self._change(lambda editor: editor.confirm(numbers))

    @Slot()
    def _on_confirm_all(self) -> None:
        batch = self._batch
        if batch is None:
            return
        rows = self._session.backend.journal.batch_rows
        doubtful = RowFilter(frozenset({Verdict.DOUBTFUL.value}))
        self._change(lambda editor: editor.confirm(rows.numbers(batch.batch_id, doubtful)))

    def _change(self, change: Callable[[PlanEditor], object]) -> None:
        """Change the plan in the background, after all changes before."""
        batch, runner = self._batch, self._session.runner
        if batch is None or runner.is_closed:
            return
        self.changing.emit()
        journal, connection, index = self._session.backend.journal, self._session.current, self._index

        def work() -> PlanEditor:
            editor = self._editor or PlanEditor(journal, batch.batch_id, connection, index)
            change(editor)
            return editor

        task = runner.start(Lane.CREATE, work, key=KEY)
        task.succeeded.connect(self._on_changed)
        task.failed.connect(self._on_failed)
        task.finished.connect(self._on_finished)
        self._pending += 1
        self.counted.emit()

    @Slot(object)
    def _on_changed(self, editor: PlanEditor) -> None:
        if self._batch is not None and editor.batch_id == self._batch.batch_id:
            self._editor = editor
            self._count_again()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)
        self._view.model.refresh()

    @Slot()
    def _on_finished(self) -> None:
        self._pending -= 1
        self.counted.emit()

    # What is shown ------------------------------------------------------------------------------------------------

    @Slot()
    def _on_counted(self) -> None:
        if self._batch is None:
            return
        if not self._view.model.is_stale:
            self._awaits_counts = self._is_plan_uncounted = False
        counts = self._view.model.counts
        self._view.summary.show_counts({verdict: counts.get(verdict, 0) for verdict in Verdict})
        problems, doubtful = count_of(counts, Verdict.PROBLEM), count_of(counts, Verdict.DOUBTFUL)
        self._view.tools.show_counts(problems, doubtful, can_trim=self._can_trim)
        self._show_strip()
        self.counted.emit()

    @Slot(object)
    def _on_row_shown(self, _row: ShownRow | None) -> None:
        self._show_strip()

    @Slot()
    def _on_selection_changed(self) -> None:
        self._show_strip()

    def _show_strip(self) -> None:
        if self._batch is not None:
            doubtful = count_of(self._view.model.counts, Verdict.DOUBTFUL)
            selection = self._view.table.selectionModel().selection()
            selected = sum(selection.at(one).height() for one in range(selection.count()))
            self._view.strip.show_row(self._view.table.current_row, selected, doubtful)
