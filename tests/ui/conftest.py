"""Fixtures of the tests of windows: the real window, a form in it, the history page alone on a real backend."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from form_driver import FormDriver
from history_fixtures import backend_at, page_on
from PySide6.QtCore import QLocale
from window_fixtures import data_dir, sandbox, start, window

from koodrive.api import retry
from ui.core.tasks import TaskRunner

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from koodrive.backend.backend import Backend
    from koodrive.journal import Journal
    from koodrive.sandbox import Sandbox
    from ui.history.page import HistoryPage
    from ui.main_window.main_window import MainWindow

__all__ = ["data_dir", "sandbox", "start", "window"]


@pytest.fixture(autouse=True, scope="session")
def numbers_in_english() -> None:
    """Write numbers as English does, whatever the locale of the machine."""
    QLocale.setDefault(QLocale("en_US"))


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorten the pauses between retries of reads; their number stays."""
    monkeypatch.setattr(retry, "PATIENT", replace(retry.PATIENT, first_pause=0.02))


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[Backend]:
    """Return a backend that is open."""
    with backend_at(tmp_path / "data") as backend:
        yield backend


@pytest.fixture
def journal(backend: Backend) -> Journal:
    """Return the journal of `backend`."""
    return backend.journal


@pytest.fixture
def page(qtbot: QtBot, backend: Backend) -> Iterator[HistoryPage]:
    """Return a history page that is shown, but whose journal is not open yet."""
    with page_on(backend, qtbot) as page:
        yield page


@pytest.fixture
def form(qtbot: QtBot, window: MainWindow, sandbox: Sandbox) -> FormDriver:
    """Return a driver of the page New album."""
    return FormDriver(qtbot, window.album, sandbox)


@pytest.fixture
def x_server() -> Iterator[str]:
    """Return the display of an X server of its own."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "320x200x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as numbers:
            yield f":{numbers.readline().strip()}"
    finally:
        server.terminate()
        server.wait(timeout=10)


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    """Return a task runner without a session."""
    runner = TaskRunner()
    yield runner
    with qtbot.waitSignal(runner.idle):
        runner.close()
