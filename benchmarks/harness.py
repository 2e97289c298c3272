"""Helpers of the benchmarks: a sandbox in another process, a bare create, a window, a monitor of the event loop."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import requests
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from shiboken6 import isValid

from koodrive.api import serialization
from koodrive.clock.server_clock import ServerClock
from koodrive.models import Connection, CreateAlbum
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ui.main_window.main_window import MainWindow


@contextmanager
def sandbox_process() -> Iterator[Connection]:
    """Run a sandbox in another process, so that its work is not counted; yield the connection to it."""
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "koodrive.sandbox"], stdout=subprocess.PIPE, text=True
    )
    try:
        address = next(word for line in process.stdout for word in line.split() if word.startswith("http://"))
        yield Connection("bench", "Bench", address, SANDBOX_USER_ID, "bearer", "en-US")
    finally:
        process.terminate()
        process.wait(timeout=10)
        process.stdout.close()


def bare_create(connection: Connection, album: CreateAlbum) -> None:
    """Create an album by nothing but `requests`, with a session of its own: what each other way is compared with."""
    headers = serialization.headers(
        authorization=f"Bearer {SANDBOX_TOKEN}",
        user_id=connection.user_id,
        x_date=ServerClock().x_date(),
        trace_id=serialization.new_trace_id(),
        language="en-US",
    )
    answer = requests.post(
        connection.service_address + serialization.ALBUM_CREATE,
        data=serialization.to_json(album).encode(),
        headers=headers | {"Content-Type": "application/json"},
        timeout=10,
    )
    assert answer.json()["code"] == 0


@contextmanager
def window(
    connection: Connection | None = None, data_dir: Path | None = None, watch: LoopWatch | None = None
) -> Iterator[MainWindow]:
    """Show the window with `connection` in use, on `data_dir` or a temporary folder; `watch` begins as it opens."""
    from ui.app import build  # noqa: PLC0415 - the benchmark of the start must not pay for it

    with tempfile.TemporaryDirectory() as directory:
        _application, shown = build(["koodesk", "--data-dir", str(data_dir or Path(directory) / "data")])
        if watch is not None:
            watch.start()
        spin(lambda: shown.is_opened and not shown.session.runner.is_busy)
        if connection is not None:
            shown.session.backend.credentials.save_for_session(connection.connection_id, SANDBOX_TOKEN)
            shown.session.use(connection)
            spin(lambda: shown.session.token is not None)
        try:
            yield shown
        finally:
            for page in (shown.album, shown.shared_folder):
                page.start_fresh()
            shown.close()
            spin(lambda: not shown.isVisible())
            # On this thread, and not on the one that happens to collect the garbage later.
            shown.deleteLater()
            spin(lambda: not isValid(shown))


def spin(condition: Callable[[], object], seconds: float = 120) -> None:
    """Run the event loop until `condition` holds.

    Raises:
        TimeoutError: When it does not within `seconds`.
    """
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError("the benchmark got stuck")
        QCoreApplication.processEvents()
        # Outside of an event loop Qt leaves what was given to deleteLater alone.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        time.sleep(0.0005)


class LoopWatch(QObject):
    """Measures the delays of a 1 ms timer on the window thread."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self.longest_work = 0.0
        """Processor time of the window thread in milliseconds, without that of other threads."""
        self._last = time.perf_counter()
        self._worked = time.thread_time()
        self._timer = QTimer(self)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Start the measurement."""
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self) -> tuple[float, float]:
        """Stop, and return the 99th percentile and the longest gap in milliseconds."""
        self._timer.stop()
        gaps = sorted(self.gaps)
        return gaps[int(len(gaps) * 0.99) - 1] * 1000, gaps[-1] * 1000

    def _tick(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.gaps.append(now - self._last)
        self.longest_work = max(self.longest_work, (worked - self._worked) * 1000)
        self._last, self._worked = now, worked
