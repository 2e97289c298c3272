"""(b) The longest gap of the event loop and its 99th percentile: 200 creates, a keyring call that hangs."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPushButton, QTableView

from benchmarks import harness
from ui.session.session import TokenState

if TYPE_CHECKING:
    from collections.abc import Iterator

CREATES = 200


def run() -> Iterator[str]:
    """Yield the lines of the report."""
    watch = harness.LoopWatch()
    with harness.sandbox_process() as connection, harness.window(connection, watch=watch) as window:
        harness.spin(lambda: window.findChild(QTableView, "history.table"))
        _creates(window, watch)
        p99, longest = watch.stop()
        yield (
            f"the start and {CREATES} creates by the button: p99 {p99:.1f} ms (aim: under 16), longest {longest:.1f} ms"
            f" (aim: under 50; the window thread itself worked {watch.longest_work:.1f} ms at most)"
        )
        idle = harness.LoopWatch()
        idle.start()
        harness.spin(lambda: len(idle.gaps) > 500)
        p99, longest = idle.stop()
        yield f"idle window (floor): p99 {p99:.1f} ms, longest {longest:.1f} ms"
        p99, longest = _hanging_keyring(window)
        yield f"hanging keyring: p99 {p99:.1f} ms, longest {longest:.1f} ms (aim: under 50)"


def _creates(window, watch) -> None:  # noqa: ANN001 - the main window, imported by the harness
    name = window.findChild(QLineEdit, "album.name")
    create = window.findChild(QPushButton, "album.create")
    for number in range(CREATES):
        _create(window, watch, name, create, f"Album {number}")


def _create(window, watch, name, create, text: str) -> None:  # noqa: ANN001 - widgets of the main window
    """Type a name, press Create and wait; each in a turn of the event loop of its own, like real input."""
    activity = window.activity
    for act in (lambda: name.setText(text), create.click):
        before = len(watch.gaps)
        act()
        harness.spin(lambda: len(watch.gaps) > before)  # noqa: B023 - used before the loop goes on
    harness.spin(lambda: not activity.is_sending and activity.newest("album").pending.request.name == text)
    before = len(watch.gaps)
    harness.spin(lambda: len(watch.gaps) > before)


def _hanging_keyring(window) -> tuple[float, float]:  # noqa: ANN001 - the main window
    release = threading.Event()
    window.session.backend.credentials.load = lambda _connection_id, **_options: release.wait(30)
    window.session.use(replace(window.session.current, connection_id="stored"))
    watch = harness.LoopWatch()
    watch.start()
    name = window.findChild(QLineEdit, "album.name")
    for number in range(200):
        before = len(watch.gaps)
        name.setText(f"typing {number}")
        harness.spin(lambda: len(watch.gaps) > before + 4)  # noqa: B023 - used before the loop goes on
    assert window.session.token_state is TokenState.LOADING
    measured = watch.stop()
    release.set()
    harness.spin(lambda: not window.session.runner.is_busy)
    return measured
