"""Background work of which only the task started last counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from koodrive.errors import KoodriveError

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.core.deadline import Cancellation
    from ui.core.tasks import Lane, Task, TaskRunner


class LatestTask(QObject):
    """Runs tasks of which only the newest is reported; starting one cancels the one before.

    Args:
        runner: Runs the tasks.
        parent: Object that the reports are for.
        reports_unexpected: Whether an exception that is not a `KoodriveError` is also emitted as
            `TaskRunner.unhandled`.
    """

    def __init__(self, runner: TaskRunner, parent: QObject, *, reports_unexpected: bool = False) -> None:
        super().__init__(parent)
        self._runner = runner
        self._reports_unexpected = reports_unexpected
        self._task: Task | None = None
        self._on_success: Callable[[Any], None] | None = None
        self._on_error: Callable[[Any], None] | None = None
        self._unfinished = 0
        self._is_detached = False

    @property
    def is_running(self) -> bool:
        """Whether a report is awaited."""
        return self._task is not None

    def start(
        self,
        lane: Lane,
        work: Callable[[], object],
        on_success: Callable[[Any], None] | None = None,
        on_error: Callable[[Any], None] | None = None,
        *,
        key: str = "",
        cancellation: Cancellation | None = None,
    ) -> None:
        """Cancel the task before and start the next; after `TaskRunner.close` nothing starts.

        Args:
            lane: Lane of the task.
            work: Blocking call without arguments; it must touch no widget.
            on_success: Called on the window thread with the result of `work`; the task is not running any more.
            on_error: Called likewise with the exception that `work` raised.
            key: Queue of the lane, see `TaskRunner.start`.
            cancellation: Cancelled by `cancel` and by the next `start`.
        """
        self.cancel()
        if self._runner.is_closed:
            return
        task = self._runner.start(lane, work, key=key, cancellation=cancellation)
        task.succeeded.connect(self._on_task_succeeded)
        task.failed.connect(self._on_task_failed)
        task.finished.connect(self._on_task_finished)
        self._task, self._on_success, self._on_error = task, on_success, on_error
        self._unfinished += 1

    def cancel(self) -> None:
        """Cancel the running task, as far as it can be, and ignore its report."""
        if self._task is not None:
            self._task.cancel()
        self.ignore()

    def ignore(self) -> None:
        """Ignore the report of the running task, which goes on."""
        self._task = self._on_success = self._on_error = None

    def detach(self) -> None:
        """Cancel, and outlive the parent until the last task has finished."""
        self.cancel()
        self._is_detached = True
        self.setParent(self._runner)
        self._delete_when_finished()

    @Slot(object)
    def _on_task_succeeded(self, result: object) -> None:
        if self.sender() is self._task:
            self._report(self._on_success, result)

    @Slot(object)
    def _on_task_failed(self, error: Exception) -> None:
        if self._reports_unexpected and not isinstance(error, KoodriveError):
            self._runner.unhandled.emit(error)
        if self.sender() is self._task:
            self._report(self._on_error, error)

    def _report(self, callback: Callable[[Any], None] | None, value: object) -> None:
        self.ignore()
        if callback is not None:
            callback(value)

    @Slot()
    def _on_task_finished(self) -> None:
        self._unfinished -= 1
        self._delete_when_finished()

    def _delete_when_finished(self) -> None:
        if self._is_detached and not self._unfinished:
            self.deleteLater()
