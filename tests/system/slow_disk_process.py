"""Opens a window on a slow disk; prints disk access and gaps of the window thread by phase.

Arguments: the data directory, the log of `slow_disk.c`. Prints one line a phase: its name, the longest gap of the event
loop in milliseconds.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from koodrive.models import Connection
from ui.app import build

gc.disable()  # as main.py does
PAUSE_MS = "700"
data_dir, log = Path(sys.argv[1]), Path(sys.argv[2])
application, window = build(["koodesk", "--data-dir", str(data_dir)])
session = window.session
gaps: dict[str, float] = {}
phase, last = "start", time.perf_counter()


def tick() -> None:
    global last  # noqa: PLW0603 - a small script
    now = time.perf_counter()
    gaps[phase] = max(gaps.get(phase, 0.0), now - last)
    last = now


def begin(name: str) -> None:
    global phase  # noqa: PLW0603
    tick()
    phase = name
    with log.open("a") as file:
        file.write(f"-- {name}\n")


def spin(condition) -> None:
    end = time.monotonic() + 40
    while not condition():
        assert time.monotonic() < end, f"stuck at {phase}"
        application.processEvents()
        time.sleep(0.0005)


timer = QTimer()
timer.setTimerType(Qt.TimerType.PreciseTimer)
timer.timeout.connect(tick)
timer.start(2)
begin("start")
spin(lambda: window.is_opened and not session.runner.is_busy)
connections = tuple(
    Connection(f"c-{number}", "Slow", f"http://127.0.0.1:{9 + number}", "u1", "bearer", "en-US")
    for number in range(2)
)
for connection in connections:
    session.backend.credentials.save_for_session(connection.connection_id, "a-token-of-this-session")
os.environ["SLOW_DISK_MS"] = PAUSE_MS

begin("connection")
session.set_connections(connections)
session.use(connections[0])
spin(lambda: session.token is not None)
session.use(connections[1])
spin(lambda: not session.runner.is_busy)

begin("quit")
window.resize(903, 703)
window.open_page("history")
window.close()
spin(lambda: not window.isVisible())
begin("after")
for name, gap in gaps.items():
    sys.stdout.write(f"{name} {round(gap * 1000)}\n")
sys.stdout.flush()
os._exit(0)
