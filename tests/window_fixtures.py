"""A real backend, a real sandbox and the real main window for the tests of the windows."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from urllib.request import Request, urlopen

import pytest
from PySide6.QtWidgets import QApplication

from koodrive.api.serialization import ALBUM_CREATE, SHARED_FOLDER_CREATE
from ui.app import build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from koodrive.backend.backend import Backend
    from koodrive.credentials.store import CredentialStore
    from koodrive.sandbox import ReceivedRequest, Sandbox
    from ui.activity.card import ActivityCard
    from ui.activity.entry import ActivityEntry
    from ui.create.page import CreatePage
    from ui.create.submission import Submission
    from ui.main_window.main_window import MainWindow


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """Return where the app under test keeps its files."""
    return tmp_path / "data"


@pytest.fixture
def start(qtbot: QtBot, data_dir: Path) -> Iterator[Callable[..., MainWindow]]:
    """Return a function that starts the app as the command line would, and end it properly afterwards."""
    windows: list[MainWindow] = []

    def start_app(*arguments: str) -> MainWindow:
        _application, window = build(["koodesk", "--data-dir", str(data_dir), *arguments])
        windows.append(window)
        qtbot.waitUntil(
            lambda: (
                (window.is_opened or window.messages.notice.isVisible()) and not window.session.runner.is_busy
            ),
            timeout=10_000,
        )
        return window

    yield start_app
    for window in windows:
        end(qtbot, window)
    qtbot.waitUntil(lambda: not QApplication.topLevelWidgets(), timeout=5_000)


@pytest.fixture
def window(qtbot: QtBot, start: Callable[..., MainWindow]) -> MainWindow:
    """Start the app on its own sandbox, with the token at hand, and wait until the list of its form is read.

    So the next request is the one that the test makes, and meets the fault that it has switched on.
    """
    window = start("--sandbox")
    qtbot.waitUntil(lambda: window.session.token is not None, timeout=10_000)
    running = window.session.backend.sandbox
    qtbot.waitUntil(lambda: bool(running.requests()) and not window.session.runner.is_busy, timeout=10_000)
    return window


@pytest.fixture
def sandbox(window: MainWindow) -> Sandbox:
    """Return the sandbox that `window` runs, to look at its effects and to switch on its faults."""
    running = window.session.backend.sandbox
    assert running is not None
    return running


def reset(sandbox: Sandbox) -> None:
    """Delete everything that was created, as users can."""
    headers = {"Content-Type": "application/json", "X-Sandbox-Secret": sandbox.secret}
    with urlopen(Request(f"{sandbox.base_url}/sandbox/reset", b"", headers)) as answer:
        assert answer.status == 200


def posts(sandbox: Sandbox) -> list[ReceivedRequest]:
    """Return the creates that the sandbox was asked for, oldest first, without what was only read."""
    creates = {ALBUM_CREATE, SHARED_FOLDER_CREATE}
    return [request for request in sandbox.requests() if request.path in creates]


def has_settled(page: CreatePage) -> bool:
    """Return whether the last request of `page` has its outcome."""
    entry = newest_entry(page)
    return entry is not None and entry.submission.outcome is not None and not entry.submission.is_busy


def newest_entry(page: CreatePage) -> ActivityEntry | None:
    """Return the newest entry of `page`, which is one of a main window; None before the first."""
    window = cast("MainWindow", page.window())
    return window.activity.newest(page.kind.value)


def submission_of(page: CreatePage) -> Submission:
    """Return the submission of the newest entry of `page`."""
    entry = newest_entry(page)
    assert entry is not None
    return entry.submission


def card_of(page: CreatePage) -> ActivityCard:
    """Return the card of the newest entry of `page`."""
    entry = newest_entry(page)
    assert entry is not None
    return entry.card


def use_keyring(backend: Backend, credentials: CredentialStore) -> None:
    """Let `backend`, which is open, keep its secrets in another keyring from now on."""
    backend.credentials = credentials
    for built_on_it in ("sessions", "proxy_passwords", "clients"):
        vars(backend).pop(built_on_it, None)


def end(qtbot: QtBot, window: MainWindow) -> None:
    """Close the window without a question about what is unsaved or under way, and wait until it is gone."""
    if window.isVisible():
        with qtbot.waitSignal(window.shut_down, timeout=15_000):
            window.quit_without_question()
    window.deleteLater()
