"""The background steps of a dialog that may go on, or close, before the last of them has reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from koodrive.errors import KoodriveError

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.core.deadline import Cancellation
    from ui.core.tasks import Lane, Task, TaskRunner


class LatestTask(QObject):
    """Tasks one after the other, of which only the one started last is of interest.

    What an earlier one reports is passed over, so that a late answer cannot surprise a dialog that went on.

    Args:
        runner: Does the work.
        parent: The dialog or a part of it.
    """

    def __init__(self, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._task: Task | None = None
        self._on_success: Callable[[Any], None] | None = None
        self._on_failure: Callable[[Exception], None] | None = None
        self._under_way = 0
        self._is_abandoned = False

    @property
    def is_running(self) -> bool:
        """Whether a report is awaited."""
        return self._task is not None

    def start(
        self,
        lane: Lane,
        work: Callable[[], object],
        on_success: Callable[[Any], None],
        on_failure: Callable[[Exception], None],
        *,
        cancellation: Cancellation | None = None,
    ) -> None:
        """Forget the step before and start the next.

        Args:
            lane: Where it runs.
            work: Blocking call without arguments; it must touch no widget.
            on_success: Called on the window thread with what `work` returned.
            on_failure: Called on the window thread with what it raised. What is no `KoodriveError` is also
                reported as unhandled.
            cancellation: What `forget` cancels.
        """
        self.forget()
        task = self._runner.start(lane, work, cancellation=cancellation)
        task.succeeded.connect(self._on_task_succeeded)
        task.failed.connect(self._on_task_failed)
        task.finished.connect(self._on_task_finished)
        self._task, self._on_success, self._on_failure = task, on_success, on_failure
        self._under_way += 1

    def forget(self) -> None:
        """Cancel the step under way, as far as it can be, and pass over what it reports."""
        if self._task is not None:
            self._task.cancel()
        self._task = self._on_success = self._on_failure = None

    def abandon(self) -> None:
        """Forget the step under way and outlive the dialog until it has ended."""
        self.forget()
        self._is_abandoned = True
        self.setParent(self._runner)
        self._delete_when_done()

    @Slot(object)
    def _on_task_succeeded(self, result: object) -> None:
        if self.sender() is self._task and self._on_success is not None:
            proceed = self._on_success
            self._task = None
            proceed(result)

    @Slot(object)
    def _on_task_failed(self, error: Exception) -> None:
        if not isinstance(error, KoodriveError):
            self._runner.unhandled.emit(error)
        if self.sender() is self._task and self._on_failure is not None:
            proceed = self._on_failure
            self._task = None
            proceed(error)

    @Slot()
    def _on_task_finished(self) -> None:
        self._under_way -= 1
        self._delete_when_done()

    def _delete_when_done(self) -> None:
        if self._is_abandoned and not self._under_way:
            self.deleteLater()
