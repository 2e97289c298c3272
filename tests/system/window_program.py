"""Runs a program that operates its own window, in a process that ends with the block."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

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
