"""A whole tour on a data directory of its own, with the modes of all files that were there for a while."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SECONDS = 100


@dataclass(frozen=True, slots=True)
class Tour:
    """What a tour has left."""

    data_dir: Path
    returncode: int
    errors: str
    modes: dict[str, int]
    """All modes that each file has had, by its path below the folder of `data_dir`."""


def play_tour(folder: Path) -> Tour:
    """Play the tour in `folder` with the umask of a user whose files are readable by all by default."""
    data_dir = folder / "data"
    seen: dict[str, int] = {}
    deadline = time.monotonic() + SECONDS
    with subprocess.Popen(
        [sys.executable, "main.py", "--tour", str(folder / "pictures"), "--data-dir", str(data_dir)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        umask=0o022 if os.name == "posix" else -1,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        while running.poll() is None and time.monotonic() < deadline:
            for name, mode in modes(data_dir).items():
                seen[name] = seen.get(name, 0) | mode
            with suppress(subprocess.TimeoutExpired):
                running.wait(0.005)
        running.kill()
        errors = running.stderr.read()
    return Tour(data_dir, running.returncode, errors, seen)


def modes(folder: Path) -> dict[str, int]:
    """Return the modes of `folder` and of all files in it that still exist."""
    found = {}
    for path in (folder, *folder.rglob("*")):
        with suppress(FileNotFoundError):
            found[str(path.relative_to(folder.parent))] = path.lstat().st_mode
    return found
