"""Runs blocking work on background lanes and reports to the window thread in a fixed order.

The contract of every task: `started`, then exactly one of `succeeded` or `failed`, then `finished`, all
emitted on the window thread. Each key of a lane has a thread of its own, which runs its tasks one after the other, so
a keyring that asks for a password holds up nothing but the keyring.
"""

from __future__ import annotations

import logging
import threading
from enum import StrEnum
from itertools import count
from queue import SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaMethod, QObject, Qt, Signal, Slot

from koodrive.core.deadline import CancelledByUserError
from koodrive.errors import KoodriveError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from koodrive.core.deadline import Cancellation

    _Queue = SimpleQueue[tuple[int, Callable[[], object]] | None]

_log = logging.getLogger(__name__)


class Lane(StrEnum):
    """Kinds of background work; tasks of one lane and key run one after the other."""

    CREATE = "create"
    """Creates, each with its two journal entries; the key is the form, so that forms do not wait for each other."""
    READ = "read"
    """Calls that only read from the service; the key is the reader."""
    HISTORY = "history"
    """Reading the journal."""
    FILES = "files"
    """Files that the user has named, support bundles and the window's settings, with a key for each."""
    KEYRING = "keyring"
    """The operating system's keyring, which may ask for a password."""
    SIGN_IN = "signIn"
    """Signing in with a password or a token, and storing the session in the keyring."""
    RENEWAL = "renewal"
    """Renewing sessions, and storing them in the keyring; the key is the connection."""
    SETUP = "setup"
    """Opening the data directory, connections, and the sandbox."""


class Task(QObject):
    """One piece of background work; its signals are emitted on the window thread."""

    started = Signal()
    succeeded = Signal(object)
    failed = Signal(object)
    finished = Signal()

    def __init__(
        self, task_id: int, lane: Lane, key: str, cancellation: Cancellation | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.task_id = task_id
        self.lane = lane
        self.key = key
        self._cancellation = cancellation
        self.is_cancelled = False
        """Whether the task was cancelled or ignored."""

    def cancel(self) -> None:
        """Ask the work to end early; its result is still reported."""
        self.is_cancelled = True
        if self._cancellation is not None:
            self._cancellation.cancel()


class TaskRunner(QObject):
    """Owns the lanes and all tasks under way; lives on the window thread as long as the application.

    Signals:
        drained: The last task has finished; more may be started.
        idle: Emitted after `close`, when the last task has finished and every lane has ended.
        unhandled: Exception of a failed task that was not cancelled and whose `failed` has no receiver.
    """

    drained = Signal()
    idle = Signal()
    unhandled = Signal(object)

    _reported = Signal(int, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids = count(1)
        self._tasks: dict[int, Task] = {}
        self._lanes: dict[tuple[Lane, str], tuple[_Queue, threading.Thread]] = {}
        self._closing = False
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        lane: Lane,
        work: Callable[[], object],
        *,
        cancellation: Cancellation | None = None,
        key: str = "",
    ) -> Task:
        """Queue `work` on `lane`; connect to the task before returning to the event loop.

        Args:
            lane: What it waits for.
            work: Blocking call without arguments; it must touch no widget.
            cancellation: What `Task.cancel` and `cancel_all` cancel.
            key: Queue of the lane; tasks with another key do not wait for each other.

        Returns:
            The task, which deletes itself after `finished`.

        Raises:
            RuntimeError: After `close`.
        """
        if self._closing:
            raise RuntimeError("the task runner is closed")
        task = Task(next(self._ids), lane, key, cancellation, self)
        self._tasks[task.task_id] = task
        self._queue(lane, key).put((task.task_id, work))
        return task

    @property
    def is_closed(self) -> bool:
        """Whether `close` was called."""
        return self._closing

    @property
    def is_busy(self) -> bool:
        """Whether any task has not finished."""
        return bool(self._tasks)

    def is_lane_busy(self, lane: Lane, key: str | None = None) -> bool:
        """Return whether a task of `lane`, or of one key of it, has not finished."""
        return any(key in (None, task.key) for task in self.tasks_of(lane))

    def tasks_of(self, lane: Lane) -> list[Task]:
        """Return the tasks of `lane` that have not finished, the oldest first."""
        return [task for task in self._tasks.values() if task.lane is lane]

    def close(self) -> None:
        """Accept no more tasks and end the lanes after the queued ones; `idle` follows."""
        if self._closing:
            return
        self._closing = True
        for queue, _thread in self._lanes.values():
            queue.put(None)
        self._announce_idle()

    def cancel_all(self, lanes: Collection[Lane] = tuple(Lane)) -> None:
        """Ask every task under way to end early.

        Args:
            lanes: Only the tasks of these.
        """
        for task in list(self._tasks.values()):
            if task.lane in lanes:
                task.cancel()

    def _queue(self, lane: Lane, key: str) -> _Queue:
        if (lane, key) not in self._lanes:
            queue: _Queue = SimpleQueue()
            # A daemon: what cannot be stopped must not hold up the end of the process.
            thread = threading.Thread(target=self._work, args=(queue,), name=f"lane-{lane}", daemon=True)
            self._lanes[lane, key] = (queue, thread)
            thread.start()
        return self._lanes[lane, key][0]

    def _work(self, queue: _Queue) -> None:
        while (job := queue.get()) is not None:
            task_id, work = job
            self._report(task_id, "started", None)
            try:
                result = work()
            except BaseException as error:  # noqa: BLE001 - errors travel to the window as exceptions
                self._report(task_id, "failed", error)
            else:
                self._report(task_id, "succeeded", result)
            finally:
                self._report(task_id, "finished", None)
            del job, work

    def _report(self, task_id: int, event: str, payload: object) -> None:
        try:
            self._reported.emit(task_id, event, payload)
        except RuntimeError:
            # The window is gone, and with it whoever wanted to know.
            _log.warning("task %d ended (%s) after the window had closed", task_id, event)

    @Slot(int, str, object)
    def _on_reported(self, task_id: int, event: str, payload: object) -> None:
        task = self._tasks.get(task_id)
        if task is None:
            return
        if event == "started":
            task.started.emit()
        elif event == "succeeded":
            task.succeeded.emit(payload)
        elif event == "failed":
            self._fail(task, payload)
        else:
            del self._tasks[task_id]
            task.finished.emit()
            task.deleteLater()
            if not self._tasks:
                self.drained.emit()
            self._announce_idle()

    def _fail(self, task: Task, error: object) -> None:
        _log.info("task %d on lane %s failed: %s", task.task_id, task.lane, type(error).__name__)
        if isinstance(error, BaseException) and not isinstance(error, KoodriveError | CancelledByUserError):
            _log.error("unexpected error in a task", exc_info=error)
        if task.isSignalConnected(QMetaMethod.fromSignal(task.failed)):
            task.failed.emit(error)
        elif not task.is_cancelled:
            self.unhandled.emit(error)

    def _announce_idle(self) -> None:
        if self._closing and not self._tasks:
            for _queue, thread in self._lanes.values():
                thread.join(timeout=1)
            self._lanes.clear()
            self.idle.emit()
