"""(a) Process start to the first painted window, against a bare QMainWindow."""

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

ROUNDS = 11

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
    floor, value = statistics.median(bare[1:]), statistics.median(ours[1:])
    yield f"first paint: {value:.0f} ms; bare QMainWindow {floor:.0f} ms; ratio {value / floor:.2f} (aim: at most 1.5)"


def _paint_milliseconds(code: str, environment: dict[str, str]) -> float:
    with tempfile.TemporaryDirectory() as directory:
        begun = time.time()
        answer = subprocess.run(
            [sys.executable, "-c", code, directory],
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
            env=environment,
        )
    return (float(answer.stdout.split()[0]) - begun) * 1000
