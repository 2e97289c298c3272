"""(a) Process start to the first painted window, against a bare QMainWindow; the gaps until all pages stand."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS = 21
GAP_ROUNDS = 5

_REPORT = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(time.time(), flush=True)
            watched.removeEventFilter(self)
            QTimer.singleShot(0, application.quit)
        return False
watch = Watch()
"""
_BARE = (
    """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
"""
    + _REPORT
    + """
window.installEventFilter(watch)
window.resize(1080, 760)
window.show()
application.exec()
"""
)
_KOODESK = (
    """
import gc, sys
gc.disable()  # as main.py does
from ui.app import build
application, window = build(["koodesk", "--data-dir", sys.argv[1]])
"""
    + _REPORT
    + """
window.installEventFilter(watch)
application.exec()
import os
os._exit(0)
"""
)

_GAPS = """
import gc, sys
gc.disable()  # as main.py does
from ui.app import build
application, window = build(["koodesk", "--data-dir", sys.argv[1]])
from PySide6.QtCore import QEvent, QObject
from benchmarks.harness import LoopWatch
loop = LoopWatch()
class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            loop.start()
        return False
first_paint = FirstPaint()
window.installEventFilter(first_paint)
window.pages_built.connect(application.quit)
application.exec()
print(*loop.stop(), loop.longest_work, flush=True)
import os
os._exit(0)
"""


def run() -> Iterator[str]:
    """Yield the lines of the report."""
    bare, ours = [], []
    with tempfile.TemporaryDirectory() as cache:
        # What is installed is compiled, whatever the variables of this shell say; the first round does that.
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = cache
        for _ in range(1 + ROUNDS):
            bare.append(_paint_milliseconds(_BARE, environment))
            ours.append(_paint_milliseconds(_KOODESK, environment))
        gaps = [_gaps(environment) for _ in range(1 + GAP_ROUNDS)]
    floor, value = statistics.median(bare[1:]), statistics.median(ours[1:])
    yield f"first paint: {value:.0f} ms; bare QMainWindow {floor:.0f} ms; ratio {value / floor:.2f} (aim: at most 1.45)"
    p99, longest, work = (statistics.median(column) for column in zip(*gaps[1:], strict=True))
    yield (
        f"from there until all pages stand: p99 {p99:.1f} ms (aim: under 16), longest gap {longest:.1f} ms"
        f" (aim: under 50; the window thread itself worked {work:.1f} ms at most)"
    )


def _paint_milliseconds(code: str, environment: dict[str, str]) -> float:
    begun = time.time()
    return (float(_output(code, environment)[0]) - begun) * 1000


def _gaps(environment: dict[str, str]) -> list[float]:
    """Return the 99th percentile, the longest gap and the longest work of one start, in milliseconds."""
    return [float(word) for word in _output(_GAPS, environment)]


def _output(code: str, environment: dict[str, str]) -> list[str]:
    """Run `code` in a process of its own with a new folder, and return the words of its output."""
    with tempfile.TemporaryDirectory() as directory:
        answer = subprocess.run(
            [sys.executable, "-c", code, directory],
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
            env=environment,
        )
    return answer.stdout.split()
