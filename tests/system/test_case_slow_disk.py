"""C-57: a disk that needs long for each write holds up no window, whatever the window does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

HERE = Path(__file__).parent
COMPILER = shutil.which("cc") or shutil.which("gcc")

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or COMPILER is None, reason="a library for Linux has to be compiled"
)


@pytest.fixture(scope="module")
def slow_disk(tmp_path_factory):
    library = tmp_path_factory.mktemp("slow") / "slow_disk.so"
    subprocess.run(
        [COMPILER, "-shared", "-fPIC", "-o", str(library), str(HERE / "slow_disk.c"), "-ldl"],
        check=True,
        timeout=60,
    )
    return library


def test_c57_a_slow_disk_holds_up_neither_a_change_of_connection_nor_the_end(tmp_path, slow_disk):
    data_dir, log = tmp_path / "data", tmp_path / "calls"
    answer = subprocess.run(
        [sys.executable, str(HERE / "slow_disk_process.py"), str(data_dir), str(log)],
        env=os.environ
        | {
            "PYTHONPATH": str(HERE.parents[1]),
            "LD_PRELOAD": str(slow_disk),
            "SLOW_DISK": str(data_dir),
            "SLOW_DISK_LOG": str(log),
            "SLOW_DISK_MS": "20",
        },
        capture_output=True,
        text=True,
        timeout=55,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    before, phases = log.read_text().split("-- start\n")
    # The lock is taken before there is a window, so the library is in force.
    assert "koodesk.lock" in before
    assert phases == "-- connection\n-- quit\n-- after\n"
    gaps = {line.split()[0]: int(line.split()[1]) for line in answer.stdout.splitlines()}
    # A single write that was waited for, also one that keeps the interpreter, would take 700 ms.
    assert max(gaps["connection"], gaps["quit"]) < 350, gaps
    stored = QSettings(str(data_dir / "settings.ini"), QSettings.Format.IniFormat)
    assert (stored.value("connection/last"), stored.value("window/page")) == ("c-1", "history")
