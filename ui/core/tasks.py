"""Runs blocking work on background lanes and reports to the window thread in a fixed order.

The contract of every task: `started`, then exactly one of `succeeded` or `failed`, then `finished`, all
emitted on the window thread. A lane does its tasks one after the other, on a thread of its own for each of its tracks;
lanes do not wait for each other, so a keyring that asks for a password holds up nothing but the keyring.
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
    """What a task waits for; tasks of one lane run one after the other, but for those on tracks of their own."""

    ALBUM = "album"
    """Creating albums, each with its two entries in the journal."""
    SHARED_FOLDER = "sharedFolder"
    """Creating shared folders, likewise; an album that waits for its answer does not hold them up."""
    RECIPE = "recipe"
    """Creating a shared folder and then an album in it; what the forms wait for does not hold them up."""
    HISTORY = "history"
    """Reading the journal."""
    EXPORT = "export"
    """Writing files that the user asked for."""
    BUNDLE = "bundle"
    """Collecting and writing a support bundle, also while a long export is being written."""
    FILE = "file"
    """Looking into a file that the user has named; it may lie on a disk that does not answer."""
    KEYRING = "keyring"
    """The operating system's keyring, which may ask for a password."""
    NETWORK = "network"
    """Calls that only read, such as testing a connection."""
    RESOLVER = "resolver"
    """Looking for what became of creates whose answers were lost."""
    READ_BACK = "readBack"
    """Looking, after a pause, whether a shared album is where it was created."""
    STOCK = "stock"
    """Reading the service's lists before something is created."""
    LOOKUP = "lookup"
    """Reading what people pick from in a picker: shared folders, folders."""
    SPACE = "space"
    """Asking for the spaces of a user, which nobody has opened a picker for."""
    GROUP = "group"
    """Looking into a folder that the recipe has just made."""
    OWNER = "owner"
    """Looking for the shared folder that a file ID belongs to, through many pages."""
    LIVE = "live"
    """Reading everything that the service lists, to be shown beside the history."""
    SIGN_IN = "signIn"
    """Signing in with a password or a token, with the keyring that keeps it."""
    RENEWAL = "renewal"
    """Renewing sessions, likewise, each connection on a track of its own; who signs in waits for none of them."""
    SETTINGS = "settings"
    """Writing the settings of the window."""
    SETUP = "setup"
    """Opening the data directory, connections, and the sandbox."""


class Task(QObject):
    """One piece of background work; its signals are emitted on the window thread."""

    started = Signal()
    succeeded = Signal(object)
    failed = Signal(object)
    finished = Signal()

    def __init__(self, task_id: int, lane: Lane, cancellation: Cancellation | None, parent: QObject) -> None:
        super().__init__(parent)
        self.task_id = task_id
        self.lane = lane
        self._cancellation = cancellation
        self.is_cancelled = False
        """Whether nobody waits for it any more."""

    def cancel(self) -> None:
        """Ask the work to end early; it still reports what became of it."""
        self.is_cancelled = True
        if self._cancellation is not None:
            self._cancellation.cancel()


class TaskRunner(QObject):
    """Owns the lanes and all tasks under way; lives on the window thread as long as the application.

    Signals:
        drained: The last task has finished; more may be started.
        idle: Emitted after `close`, when the last task has finished and every lane has ended.
        unhandled: An exception that a task failed with, which nobody is connected to and nobody has cancelled.
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
        track: str = "",
    ) -> Task:
        """Queue `work` on `lane`; connect to the task before returning to the event loop.

        Args:
            lane: What it waits for.
            work: Blocking call without arguments; it must touch no widget.
            cancellation: What `Task.cancel` and `cancel_all` cancel.
            track: Tasks of one lane do not wait for those on another track of it.

        Returns:
            The task, which deletes itself after `finished`.

        Raises:
            RuntimeError: After `close`.
        """
        if self._closing:
            raise RuntimeError("the task runner is closed")
        task = Task(next(self._ids), lane, cancellation, self)
        self._tasks[task.task_id] = task
        self._queue(lane, track).put((task.task_id, work))
        return task

    @property
    def is_closed(self) -> bool:
        """Whether `close` was called."""
        return self._closing

    @property
    def is_busy(self) -> bool:
        """Whether any task has not finished."""
        return bool(self._tasks)

    def is_lane_busy(self, lane: Lane) -> bool:
        """Return whether a task of `lane` has not finished."""
        return bool(self.tasks_of(lane))

    def tasks_of(self, lane: Lane) -> list[Task]:
        """Return the tasks of `lane` that have not finished, the oldest first."""
        return [task for task in self._tasks.values() if task.lane is lane]

    def close(self) -> None:
        """Take no more tasks and end the lanes after what is queued; `idle` says when that is done."""
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

    def _queue(self, lane: Lane, track: str) -> _Queue:
        key = lane, track
        if key not in self._lanes:
            queue: _Queue = SimpleQueue()
            # A daemon: what cannot be stopped must not hold up the end of the process.
            thread = threading.Thread(target=self._work, args=(queue,), name=f"lane-{lane}", daemon=True)
            self._lanes[key] = (queue, thread)
            thread.start()
        return self._lanes[key][0]

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
            _log.error("nobody has foreseen that", exc_info=error)
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
