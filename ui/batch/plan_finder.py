"""Finds rows of a plan: the filters above its table, and the next row that needs somebody."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from koodrive.batch.models import Verdict
from koodrive.journal import RowFilter
from ui.batch.views.summary_strip import ALL
from ui.core.announcement import announce
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from koodrive.journal import Batch
    from ui.batch.views.work_view import WorkView
    from ui.session.session import Session

KEY = "batchPlan"
"""Queue of the history's lane."""
_TO_SEE_TO = frozenset({Verdict.PROBLEM.value, Verdict.DOUBTFUL.value})
_EVERYTHING = RowFilter()


class PlanFinder(QObject):
    """Connects the filters of `WorkView` with the plan of one batch.

    Args:
        session: Journal and task runner.
        view: Shows the plan; it owns this object.

    Signals:
        failed: What kept rows from being found.
    """

    failed = Signal(object)

    def __init__(self, session: Session, view: WorkView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._batch: Batch | None = None
        self._finding = LatestTask(session.runner, self, reports_unexpected=True)
        self._next_key = QShortcut(QKeySequence("F8"), view)
        self._previous_key = QShortcut(QKeySequence("Shift+F8"), view)
        for key in (self._next_key, self._previous_key):
            key.setContext(Qt.ShortcutContext.WindowShortcut)
        self._next_key.activated.connect(self.go_to_next)
        self._previous_key.activated.connect(self.go_to_previous)
        view.summary.chosen.connect(self._on_verdict_chosen)
        view.tools.filtered.connect(self._on_filtered)
        view.tools.next_requested.connect(self.go_to_next)
        view.tools.only_problems.toggled.connect(self._on_only_problems)

    def show(self, batch: Batch) -> None:
        """Begin with all rows of a batch."""
        self._batch = batch
        self._clear_filters()

    def close(self) -> None:
        """Show no plan."""
        self._batch = None

    def _clear_filters(self) -> None:
        self._view.summary.choose(ALL)
        self._view.tools.search.clear()
        self._view.tools.only_problems.setChecked(False)

    def _apply_filter(self) -> None:
        verdict = self._view.summary.verdict
        states = frozenset() if verdict == ALL else frozenset({str(verdict)})
        if self._view.tools.only_problems.isChecked():
            states = _TO_SEE_TO
        self._view.model.set_filter(RowFilter(states, self._view.tools.search.text().strip()))

    @Slot(str)
    def _on_verdict_chosen(self, _verdict: str) -> None:
        self._view.tools.only_problems.setChecked(False)
        self._apply_filter()

    @Slot(str)
    def _on_filtered(self, _text: str) -> None:
        if self._batch is not None:
            self._apply_filter()

    @Slot(bool)
    def _on_only_problems(self, is_on: bool) -> None:  # noqa: FBT001 - the argument of the signal
        if is_on:
            self._view.summary.choose(ALL)
        self._apply_filter()

    @Slot()
    def go_to_next(self) -> None:
        """Go to the next row that needs somebody, from the last one back to the first."""
        self._go(1)

    @Slot()
    def go_to_previous(self) -> None:
        """Go to the one before."""
        self._go(-1)

    def _go(self, step: int) -> None:
        batch, row = self._batch, self._view.table.current_row
        if batch is None or not self._view.isVisible() or not self._view.tools.isVisibleTo(self._view):
            return
        rows, current = self._session.backend.journal.batch_rows, row.row if row is not None else 0

        def find() -> Sequence[int]:
            problems = rows.numbers(batch.batch_id, RowFilter(frozenset({Verdict.PROBLEM.value})))
            return problems or rows.numbers(batch.batch_id, RowFilter(_TO_SEE_TO))

        def show(numbers: Sequence[int]) -> None:
            if not numbers:
                announce(self._view, self.tr("No row has a problem."))
                return
            place = bisect_right(numbers, current) if step > 0 else bisect_left(numbers, current) - 1
            self._show_row(numbers[place % len(numbers)])

        self._finding.start(Lane.HISTORY, find, show, self.failed.emit, key=KEY)

    def _show_row(self, number: int) -> None:
        model, table = self._view.model, self._view.table
        if model.place_of(number) < 0 or model.numbers[model.place_of(number)] != number:
            # Hidden by a filter.
            self._clear_filters()
            model.set_filter(_EVERYTHING)
            model.counted.connect(lambda: table.go_to(number), Qt.ConnectionType.SingleShotConnection)
            return
        table.go_to(number)
        row = table.current_row
        column = next((one.column for one in row.remarks if one.column is not None), None) if row else None
        if column is not None:
            table.go_to(number, column)
