"""Serves the foot of a plan: what a run will take, why it cannot begin, and its start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from koodrive.batch.running.dry_run import estimated_seconds
from ui.batch.texts import duration_text
from ui.texts.visible import in_short

if TYPE_CHECKING:
    from koodrive.journal import Batch
    from ui.batch.dry_running import DryRunning
    from ui.batch.plan_controller import PlanController
    from ui.batch.run_controller import RunController
    from ui.batch.table_file import TableFile
    from ui.batch.views.foot import Foot
    from ui.session.session import Session

_LONGEST_NAME = 60


class PlanStart(QObject):
    """Shows in the foot whether the ready rows can be created, and begins that.

    Args:
        session: Life of the token.
        foot: Shows it.
        plan: The plan, whose ready rows are created.
        run: What runs now: one batch at a time.
        file: The file of the plan, which is looked at before the start.
        dry: Runs the plan without sending.

    Signals:
        confirmed: The rows are to be sent (a `Batch`).
    """

    confirmed = Signal(object)

    def __init__(
        self,
        session: Session,
        foot: Foot,
        *,
        plan: PlanController,
        run: RunController,
        file: TableFile,
        dry: DryRunning,
    ) -> None:
        super().__init__(foot)
        self._session, self._foot = session, foot
        self._plan, self._run, self._file, self._dry = plan, run, file, dry
        self._batch: Batch | None = None
        """The batch whose plan is shown."""
        foot.dry_run_requested.connect(self._on_dry_run)
        foot.mend_requested.connect(plan.finder.go_to_next)
        foot.start_requested.connect(self._on_start)
        file.unchanged.connect(self._on_unchanged)
        for changed in (
            plan.counted,
            dry.busy_changed,
            file.busy_changed,
            run.changed,
            session.token_changed,
        ):
            changed.connect(self.update)

    def show(self, batch: Batch) -> None:
        """Show the foot of a plan."""
        self._batch = batch
        self.update()

    def close(self) -> None:
        """Leave the foot to others."""
        self._batch = None

    @Slot()
    def update(self) -> None:
        """Show how things are now."""
        if self._batch is None:
            return
        plan, ready = self._plan, self._plan.ready
        words = self._estimate(ready)
        if plan.is_planning:
            words = self.tr("The rows are compared with the history and the service…")
        self._foot.show_plan(
            ready,
            plan.others,
            words,
            is_busy=plan.is_busy or self._dry.is_busy or self._file.is_busy,
            obstacle=self._obstacle,
            has_result=not ready and plan.existing > 0 and not plan.is_busy,
        )

    @property
    def _obstacle(self) -> str:
        """Why the plan cannot be started: one batch runs at a time."""
        if not self._run.run.is_running:
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

    @property
    def _can_start(self) -> bool:
        is_busy = self._plan.is_busy or self._file.is_busy or self._run.run.is_running
        return self._batch is not None and not is_busy

    @Slot()
    def _on_start(self) -> None:
        if self._can_start:
            self._file.compare()

    @Slot()
    def _on_unchanged(self) -> None:
        if self._batch is not None and self._can_start:
            self.confirmed.emit(self._batch)
