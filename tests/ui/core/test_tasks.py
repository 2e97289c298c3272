"""The worker contract: started, one verdict, finished, in this order and on the window thread."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject, Slot

from koodrive.core.deadline import Cancellation
from ui.core.tasks import Lane, TaskRunner


class Listener(QObject):
    """Writes down what a task reports, and on which thread."""

    def __init__(self, task) -> None:
        super().__init__()
        self.events: list[object] = []
        self.threads: set[threading.Thread] = set()
        task.started.connect(self.on_started)
        task.succeeded.connect(self.on_succeeded)
        task.failed.connect(self.on_failed)
        task.finished.connect(self.on_finished)

    def note(self, event: object) -> None:
        self.events.append(event)
        self.threads.add(threading.current_thread())

    @Slot()
    def on_started(self) -> None:
        self.note("started")

    @Slot(object)
    def on_succeeded(self, result: object) -> None:
        self.note(("succeeded", result))

    @Slot(object)
    def on_failed(self, error: Exception) -> None:
        self.note(("failed", type(error)))

    @Slot()
    def on_finished(self) -> None:
        self.note("finished")


@pytest.fixture
def runner(qtbot):
    runner = TaskRunner()
    yield runner
    with qtbot.waitSignal(runner.idle, timeout=5000):
        runner.close()


def test_success_in_order_on_the_window_thread(qtbot, runner):
    task = runner.start(Lane.CREATE, lambda: 2**63 + 5, key="album")
    listener = Listener(task)
    with qtbot.waitSignal(runner.drained):
        pass
    assert listener.events == ["started", ("succeeded", 9223372036854775813), "finished"]
    assert listener.threads == {threading.main_thread()}


@pytest.mark.parametrize("kind", [RuntimeError, ValueError, StopIteration, SystemExit, KeyboardInterrupt])
def test_any_exception_arrives_and_the_lane_goes_on(qtbot, runner, kind):
    def fail() -> None:
        raise kind

    listener = Listener(runner.start(Lane.KEYRING, fail))
    after = Listener(runner.start(Lane.KEYRING, lambda: "next"))
    with qtbot.waitSignal(runner.drained):
        pass
    assert listener.events == ["started", ("failed", kind), "finished"]
    assert after.events == ["started", ("succeeded", "next"), "finished"]


def test_an_error_that_nobody_listens_to_is_told(qtbot, runner):
    def fail() -> None:
        raise ValueError("lost?")

    with qtbot.waitSignal(runner.unhandled) as told:
        runner.start(Lane.HISTORY, fail)
    assert str(told.args[0]) == "lost?"


def test_the_end_of_what_was_cancelled_is_told_to_nobody_else(qtbot, runner):
    def fail() -> None:
        raise ValueError("nobody waits")

    told = []
    runner.unhandled.connect(told.append)
    with qtbot.waitSignal(runner.drained):
        runner.start(Lane.READ, fail, key="picker").cancel()
    assert told == []


def test_a_stuck_lane_does_not_hold_up_another(qtbot, runner):
    release = threading.Event()
    runner.start(Lane.KEYRING, lambda: release.wait(10))
    create = runner.start(Lane.CREATE, lambda: "made", key="album")
    with qtbot.waitSignal(create.succeeded) as made:
        pass
    assert made.args == ["made"]
    assert runner.is_lane_busy(Lane.KEYRING)
    release.set()


def test_tasks_of_one_lane_run_one_after_the_other(qtbot, runner):
    running, most = [], []

    def work() -> None:
        running.append(1)
        most.append(len(running))
        running.pop()

    for _ in range(50):
        runner.start(Lane.CREATE, work, key="album")
    with qtbot.waitSignal(runner.drained):
        pass
    assert max(most) == 1
    assert len(most) == 50


def test_cancel_reaches_the_work(qtbot, runner):
    cancellation, cancelled = Cancellation(), threading.Event()
    cancellation.listen(cancelled.set)
    task = runner.start(Lane.CREATE, lambda: cancelled.wait(10), cancellation=cancellation, key="album")
    with qtbot.waitSignal(task.succeeded) as done:
        task.cancel()
    assert done.args == [True]


def test_cancelling_some_lanes_leaves_the_others_alone(qtbot, runner):
    cancelled = {lane: threading.Event() for lane in (Lane.READ, Lane.FILES, Lane.CREATE)}
    release = threading.Event()
    for lane, event in cancelled.items():
        cancellation = Cancellation()
        cancellation.listen(event.set)
        runner.start(lane, lambda: release.wait(10), cancellation=cancellation)
    runner.cancel_all((Lane.READ, Lane.FILES))
    assert [lane for lane, event in cancelled.items() if event.is_set()] == [Lane.READ, Lane.FILES]
    release.set()
    with qtbot.waitSignal(runner.drained):
        pass


def test_after_close_nothing_starts_and_no_thread_is_left(qtbot):
    runner = TaskRunner()
    runner.start(Lane.CREATE, lambda: None, key="album")
    with qtbot.waitSignal(runner.idle):
        runner.close()
    with pytest.raises(RuntimeError):
        runner.start(Lane.CREATE, lambda: None, key="album")
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("lane-")]


def test_an_unused_runner_closes_at_once(qtbot):
    runner = TaskRunner()
    with qtbot.waitSignal(runner.idle):
        runner.close()
