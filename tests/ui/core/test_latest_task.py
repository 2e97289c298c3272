"""Of several tasks only the newest is reported, also after the object that waits for it has gone."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject

from koodrive.credentials.errors import cancelled
from koodrive.errors import KeyringTimeoutError
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane, TaskRunner


def fail(error: Exception) -> None:
    raise error


@pytest.fixture
def runner(qtbot):
    runner = TaskRunner()
    yield runner
    with qtbot.waitSignal(runner.idle, timeout=5000):
        runner.close()


@pytest.fixture
def latest(runner):
    return LatestTask(runner, runner)


def test_an_older_answer_is_dropped(qtbot, runner, latest):
    reports = []
    release = threading.Event()
    latest.start(Lane.READ, lambda: release.wait(10), reports.append, key="old")
    latest.start(Lane.READ, lambda: "new", reports.append, key="new")
    release.set()
    with qtbot.waitSignal(runner.drained):
        assert latest.is_running
    assert reports == ["new"]
    assert not latest.is_running


def test_cancelled_tasks_report_neither_result_nor_error(qtbot, runner, latest):
    reports = []
    latest.start(Lane.READ, lambda: fail(ValueError()), reports.append, reports.append)
    latest.cancel()
    runner.unhandled.connect(reports.append)
    with qtbot.waitSignal(runner.drained):
        assert not latest.is_running
    assert reports == []


@pytest.mark.parametrize("reports_unexpected", [False, True])
def test_unexpected_errors_are_unhandled_where_that_is_wanted(qtbot, runner, reports_unexpected):
    latest = LatestTask(runner, runner, reports_unexpected=reports_unexpected)
    errors, unhandled = [], []
    runner.unhandled.connect(unhandled.append)
    for error in (cancelled(), ValueError()):
        with qtbot.waitSignal(runner.drained):
            latest.start(Lane.READ, lambda error=error: fail(error), on_error=errors.append)
    assert [type(error) for error in errors] == [KeyringTimeoutError, ValueError]
    assert unhandled == (errors[1:] if reports_unexpected else [])


def test_a_detached_one_outlives_its_parent_until_the_task_has_finished(qtbot, runner):
    parent = QObject()
    latest = LatestTask(runner, parent)
    release = threading.Event()
    latest.start(Lane.READ, lambda: release.wait(10))
    latest.detach()
    assert latest.parent() is runner
    with qtbot.waitSignal(latest.destroyed):
        release.set()
