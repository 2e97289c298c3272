"""Attention is asked for when something long ends behind other windows, and only then."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from koodrive.models import OutcomeKind
from ui.core.preferences import NOTIFICATIONS, OFF
from ui.core.tasks import TaskRunner
from ui.core.window_settings import WindowSettings
from ui.main_window import attention
from ui.main_window.attention import Attention


class Submission(QObject):
    """A request as far as attention knows it."""

    busy_changed = Signal(bool)
    outcome = None


class Searches(QObject):
    """The searches as far as attention knows them."""

    decided = Signal(object)


@pytest.fixture
def clock(monkeypatch):
    seconds = [100.0]
    monkeypatch.setattr(attention.time, "monotonic", lambda: seconds[0])
    return seconds


@pytest.fixture
def asked(monkeypatch):
    """Return what was asked for, with a tray that there is not here."""
    calls = []
    monkeypatch.setattr(QApplication, "activeWindow", staticmethod(lambda: None))
    monkeypatch.setattr(QApplication, "alert", staticmethod(lambda *_arguments: calls.append("alert")))
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _self: None)
    monkeypatch.setattr(
        QSystemTrayIcon, "showMessage", lambda _self, _title, words, *_rest: calls.append(words)
    )
    return calls


@pytest.fixture
def watched(qtbot, tmp_path):
    runner, window = TaskRunner(), QWidget()
    qtbot.addWidget(window)
    settings = WindowSettings(tmp_path / "settings.ini", runner)
    submission = Submission(window)
    watching = Attention(settings, window)
    watching.serve(submission)
    yield watching, submission, settings
    with qtbot.waitSignal(runner.idle):
        runner.close()


def take(submission, clock, seconds) -> None:
    submission.busy_changed.emit(True)
    clock[0] += seconds
    submission.busy_changed.emit(False)


def test_a_create_of_over_ten_seconds_asks_once(watched, clock, asked):
    _watching, submission, _settings = watched
    submission.outcome = SimpleNamespace(kind=OutcomeKind.CREATED)
    take(submission, clock, 10.5)
    assert asked == ["alert", "Created"]


def test_what_was_not_created_is_not_called_created(watched, clock, asked):
    _watching, submission, _settings = watched
    submission.outcome = SimpleNamespace(kind=OutcomeKind.UNKNOWN)
    take(submission, clock, 60)
    assert asked == ["alert", "A create has ended"]


def test_a_quick_create_asks_for_nothing(watched, clock, asked):
    take(watched[1], clock, 9.9)
    assert asked == []


def test_nothing_is_asked_for_while_a_window_is_in_front(watched, clock, asked, monkeypatch):
    watching, submission, _settings = watched
    monkeypatch.setattr(QApplication, "activeWindow", staticmethod(watching.parent))
    take(submission, clock, 60)
    assert asked == []


def test_settings_can_turn_it_off(watched, clock, asked):
    _watching, submission, settings = watched
    settings.setValue(NOTIFICATIONS, OFF)
    take(submission, clock, 60)
    assert asked == []


def test_a_search_that_ends_asks(watched, asked):
    searches = Searches()
    watched[0].watch(searches)
    searches.decided.emit(None)
    assert asked == ["alert", "The search for a lost answer has ended"]
