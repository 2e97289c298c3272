"""The window stands soon: what it does not need to be painted waits."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

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
    "koodrive.known_clocks",
    "koodrive.journal",
    "ui.pages",
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
    assert "ui.main_window" in loaded
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
