"""Two processes on one history that ask for the same at the same moment: one creates, and the other is held back."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from koodrive.sandbox import Sandbox

_ROOT = Path(__file__).parents[2]
_PROGRAM = _ROOT / "tests" / "koodrive" / "journal" / "creating_process.py"


def race(rounds: int, folder: Path) -> tuple[Counter[str], int]:
    """Let two processes race for each of `rounds` albums.

    Args:
        rounds: How many.
        folder: Of the history.

    Returns:
        How often which two ends came together, such as ``created and held back``; and the albums that are at the
        service, which makes one of every create that arrives.
    """
    ends: Counter[str] = Counter()
    with Sandbox() as sandbox, ExitStack() as stack:
        pair = [stack.enter_context(_started(folder, sandbox.base_url)) for _ in range(2)]
        for process in pair:
            assert process.stdout is not None
            process.stdout.readline()
        for number in range(rounds):
            ends[" and ".join(sorted(_pressed(pair, f"Race {number}")))] += 1
        for process in pair:
            assert process.stdin is not None
            process.stdin.close()
            process.wait(30)
        return ends, len(sandbox.effects())


def _started(folder: Path, url: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(_PROGRAM), str(folder / "history.sqlite3"), url],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
    )


def _pressed(pair: list[subprocess.Popen[str]], name: str) -> list[str]:
    """Let both ask for an album at once, and return what became of each."""
    for process in pair:
        assert process.stdin is not None
        process.stdin.write(f"{name}\n")
    said = []
    for process in pair:
        assert process.stdout is not None
        said.append(process.stdout.readline().strip())
    return said
