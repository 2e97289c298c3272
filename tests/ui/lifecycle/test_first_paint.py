"""The window stands soon: what it does not need to be painted waits."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from ui.main_window.preloading import DIALOG_PACKAGES

if TYPE_CHECKING:
    from pathlib import Path

START = """
import argparse, logging, os, sys
from PySide6.QtWidgets import QApplication
of_others = set(sys.modules)
from ui.app import build
build(["koodesk", "--data-dir", sys.argv[1]])
print(*sys.modules.keys() - of_others, flush=True)
os._exit(0)
"""
LATER = {
    "requests",
    "keyring",
    "sqlite3",
    "html",
    "dataclasses",
    "datetime",
    "koodrive.clock.registry",
    "koodrive.journal",
    "ui.create",
    "ui.history",
    "ui.live",
    "ui.recipe",
    "ui.widgets.banner",
    "PySide6.QtNetwork",
}


def test_what_can_wait_is_loaded_after_the_first_paint(tmp_path: Path) -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path / "data")],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout.split()
    assert "ui.main_window.main_window" in loaded
    assert LATER.isdisjoint(loaded), LATER.intersection(loaded)


LOADING = """
import gc, sys
import main
before = [generation["collections"] for generation in gc.get_stats()]
sys.argv = ["koodesk", "--data-dir", ""]
try:
    main.main()
except SystemExit:
    after = [generation["collections"] for generation in gc.get_stats()]
    sys.exit("ui.app" not in sys.modules or after != before)
"""


def test_nothing_looks_for_garbage_while_everything_is_loaded() -> None:
    assert subprocess.run([sys.executable, "-c", LOADING], check=False, timeout=60).returncode == 0


AFTERWARDS = """
import os, sys, threading, time
from PySide6.QtCore import QTimer
from ui.app import build
application, window = build(["koodesk", "--data-dir", sys.argv[1]])
imported, order = [], []
def watch(event, arguments):
    if event == "import" and threading.current_thread() is threading.main_thread():
        imported.append(arguments[0])
sys.addaudithook(watch)
beat = QTimer()
beat.timeout.connect(lambda: order.append("turn"))
beat.start(1)
window.painted.connect(lambda: order.append("painted"))
window.loaded.connect(lambda: (order.append("loaded"), imported.append("loaded")))
window._stack.built.connect(lambda name, _page: order.append(name))
def end():
    print(*order)
    print(*imported, flush=True)
    os._exit(0)
window.session.connections_changed.connect(lambda: QTimer.singleShot(50, end))
window.pages_built.connect(lambda: order.append("complete"))
application.exec()
"""


def test_c57_libraries_are_imported_elsewhere_and_pages_built_one_in_a_turn(tmp_path: Path) -> None:
    order, imported = subprocess.run(
        [sys.executable, "-c", AFTERWARDS, str(tmp_path / "data")],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout.splitlines()
    turns = [part.split() for part in order.split("turn")]
    assert [event for turn in turns for event in turn] == [
        *("painted", "welcome", "loaded", "album", "sharedFolder", "recipe", "batch"),
        *("live", "history", "settings", "complete"),
    ]
    # The first page is shown as soon as it can be; each other one has a turn of its own.
    assert all(len(turn) == 1 for turn in turns if turn and "welcome" not in turn), turns
    _before, after = imported.split(" loaded ", maxsplit=1)
    libraries = [name for name in imported.split() if name.startswith(("koodrive.", "requests"))]
    assert libraries == [], "imported on the window thread"
    packages = {name.split(".")[1] for name in after.split() if name.startswith("ui.")}
    assert packages <= set(DIALOG_PACKAGES), "imported when the pages were built"
