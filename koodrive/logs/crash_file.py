"""Crash file: thread stacks that `faulthandler` writes when the process dies of a fault."""

from __future__ import annotations

import faulthandler
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from koodrive.core.files import ensure_private_directory

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

LOG_DIRECTORY = "logs"
"""Folder of the data directory that holds the log and the crash file."""
CRASH_FILE = "crash.txt"
LAST_CRASH_FILE = "last-crash.txt"
_MOST_READ = 256 * 1024


class CrashFile:
    """A file that stays open and empty unless the process dies of a fault: then it holds the stack of each thread.

    When `faulthandler` is enabled already, it is left as it is.

    Args:
        directory: Folder of the file; made when it is not there.
    """

    def __init__(self, directory: Path) -> None:
        self._path = directory / CRASH_FILE
        self._kept = directory / LAST_CRASH_FILE
        self._file: BinaryIO | None = None

    def open(self) -> str | None:
        """Open the file and enable `faulthandler`.

        Returns:
            The content that the previous process left when it died of a fault, kept as `LAST_CRASH_FILE`; None
            otherwise.

        Raises:
            OSError: When the file cannot be made.
        """
        ensure_private_directory(self._path.parent)
        left_behind = self._move_aside()
        if not faulthandler.is_enabled():
            descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            self._file = os.fdopen(descriptor, "wb", buffering=0)
            faulthandler.enable(self._file, all_threads=True)
        return left_behind

    def close(self) -> None:
        """Disable `faulthandler` and delete the file, as the process ends in order; may be called twice."""
        if self._file is None:
            return
        faulthandler.disable()
        self._file.close()
        self._file = None
        # On Windows it may hold faults that were handled.
        with suppress(OSError):
            self._path.unlink()

    def _move_aside(self) -> str | None:
        try:
            with self._path.open("rb") as file:
                left_behind = file.read(_MOST_READ).decode("utf-8", "replace")
        except FileNotFoundError:
            return None
        if not left_behind.strip():
            return None
        self._path.replace(self._kept)
        return left_behind
