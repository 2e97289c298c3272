"""Runs a program that operates its own window: in a process that ends with the block, and in that process itself."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ui.main_window.main_window import MainWindow

ROOT = Path(__file__).parents[2]


@contextmanager
def running(program: Path, folder: Path, argument: str = "") -> Iterator[subprocess.Popen[str]]:
    """Run `program` on the data directory in `folder`, and kill it at the end of the block.

    Args:
        program: Script with the data directory and `argument` on its command line.
        folder: Working directory; the data directory is ``data`` in it.
        argument: Second argument of the program.
    """
    process = subprocess.Popen(
        [sys.executable, "-W", "error::RuntimeWarning", str(program), str(folder / "data"), argument],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "QT_LOGGING_RULES": "qt.qpa.*=false"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def run_operated(data_dir: str, operate: Callable[[MainWindow], object]) -> int:
    """Run KooDesk as `main.py` does, and return its exit code.

    Args:
        data_dir: The data directory.
        operate: Called with the window when it is built; begins to operate it.
    """
    import main  # noqa: PLC0415 - in the program alone, and not in the tests that start it
    from ui import app  # noqa: PLC0415

    build = app.build

    def build_and_operate(argv):
        application, window = build(argv)
        operate(window)
        return application, window

    app.build = build_and_operate
    sys.argv = ["koodesk", "--data-dir", data_dir]
    return main.main()
