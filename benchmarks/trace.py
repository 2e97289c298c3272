"""Counts KooDesk's files, functions and calls during one press of Create: ``python -m benchmarks.trace``.

The app runs on its own sandbox, whose code is not counted. The tracing begins with the press and ends with the outcome.
"""

from __future__ import annotations

import sys
import tempfile
import threading
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from benchmarks.harness import spin
from ui.app import build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType, FrameType

ROOT = Path(__file__).parent.parent
FOLDERS = ("koodrive", "ui")
SANDBOX = "koodrive/sandbox/"


class CallCounter:
    """Counts calls of KooDesk's functions, on this thread and on threads that start later.

    Attributes:
        calls: Number of calls by code object.
    """

    def __init__(self) -> None:
        self.calls: Counter[CodeType] = Counter()
        self._is_counting = False
        threading.setprofile(self._on_event)
        sys.setprofile(self._on_event)

    def _on_event(self, frame: FrameType, event: str, _argument: object) -> None:
        if self._is_counting and event == "call":
            self.calls[frame.f_code] += 1

    @contextmanager
    def counting(self) -> Iterator[None]:
        """Count while the block runs."""
        self._is_counting = True
        yield
        self._is_counting = False

    def files(self) -> Counter[str]:
        """Return the number of calls by file, as a path below the root; the sandbox is left out."""
        found: Counter[str] = Counter()
        for code, count in self.of_ours().items():
            found[_place(code)] += count
        return found

    def of_ours(self) -> dict[CodeType, int]:
        """Return the calls of functions in `FOLDERS`, without the sandbox."""
        return {
            code: count
            for code, count in self.calls.items()
            if _place(code).startswith(tuple(f"{folder}/" for folder in FOLDERS))
            and not _place(code).startswith(SANDBOX)
        }


def _place(code: CodeType) -> str:
    path = Path(code.co_filename)
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else ""


def trace_create() -> CallCounter:
    """Press Create once in the app on its sandbox, and return the calls until the outcome is shown."""
    counter = CallCounter()
    with tempfile.TemporaryDirectory() as directory:
        _application, window = build(["koodesk", "--sandbox", "--data-dir", directory])
        spin(lambda: window.session.token is not None and not window.session.runner.is_busy)
        page = window.album
        page.start_fresh({"name": "Trace", "type": "2", "albumKind": "1"})
        spin(lambda: not window.session.runner.is_busy)
        with counter.counting():
            page.findChild(QPushButton, "album.create").click()
            spin(
                lambda: window.activity.newest_outcome("album") is not None and not window.activity.is_sending
            )
        window.quit_without_question()
        spin(lambda: not window.isVisible())
    return counter


def main() -> None:
    """Print the totals, and the calls in each file."""
    counter = trace_create()
    functions, files = counter.of_ours(), counter.files()
    for folder in FOLDERS:
        print(f"{folder}: {sum(name.startswith(f'{folder}/') for name in files)} files")
    for name, count in sorted(files.items()):
        print(f"  {count:5} {name}")
    print(
        f"one create: {len(files)} files, {len(functions)} functions, {sum(functions.values())} calls of ours"
    )


if __name__ == "__main__":
    sys.exit(main())
