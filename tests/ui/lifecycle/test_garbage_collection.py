"""Garbage of all threads is collected on the window thread."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from ui.core.tasks import Lane, TaskRunner
from ui.lifecycle.garbage_collection import GarbageCollection


@pytest.fixture(autouse=True)
def garbage_stays_on_this_thread():
    """Take the place of what keeps the collector off in all other tests: here it is what is tested."""
    yield
    gc.disable()


@pytest.fixture
def collection(qtbot):
    owner = QObject()
    collection = GarbageCollection(owner)
    collection._timer.setInterval(10)
    collection.start()
    yield collection
    collection._timer.stop()
    owner.deleteLater()
    qtbot.waitUntil(gc.isenabled)
    # What was frozen before all tests is so again.
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def make_garbage() -> None:
    """Make cycles enough to set an automatic collection off many times."""
    for _ in range(20_000):
        cycle: list[object] = []
        cycle.append(cycle)


def test_qt_objects_in_cycles_die_on_the_window_thread(qtbot, collection):
    died_on: list[threading.Thread] = []
    runner = TaskRunner()
    for _ in range(50):
        lost = QObject()
        lost.itself = lost
        weakref.finalize(lost, lambda: died_on.append(threading.current_thread()))
        runner.start(Lane.FILES, make_garbage, key="export")
    del lost
    qtbot.waitUntil(lambda: len(died_on) == 50, timeout=10_000)
    assert set(died_on) == {threading.main_thread()}
    with qtbot.waitSignal(runner.idle):
        runner.close()


def test_the_window_keeps_it_on_its_thread(window):
    assert not gc.isenabled()
