"""The processes that work on one history: each holds the lock on a file of its own for as long as it lives."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from koodrive.core.file_lock import LOCK_FOLDER, FileLock, is_locked

_PREFIX = "process-"


def lock_folder(history: Path) -> Path:
    """Return the folder of the locks of a history, the same one by whatever link the file is reached.

    Args:
        history: The file, which need not be there.
    """
    return Path(os.path.realpath(history)).parent / LOCK_FOLDER


class ProcessRegistry:
    """Tells the processes that use a history apart, and those that live from those that have ended.

    What is under way is written down with the name of its process, and is interrupted when that has ended.

    Args:
        history: The file of the history.
    """

    def __init__(self, history: Path) -> None:
        self._folder = lock_folder(history)
        self._lock: FileLock | None = None
        self.own = ""
        """Name of this process, once `enter` has been called; a history that is opened again gets another one."""

    def enter(self) -> None:
        """Hold the lock of this process from now on.

        Raises:
            OSError: When it cannot be made.
        """
        lock: FileLock | None = None
        while lock is None:
            name = secrets.token_hex(8)
            lock = _entered(self._path(name))
        self.own, self._lock = name, lock

    def leave(self) -> None:
        """Give the lock up, as a process that ends does; may be called twice."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
            # The folder may be gone, or another one by now; what stays there means nothing.
            with contextlib.suppress(OSError):
                is_locked(self._path(self.own))

    def is_alive(self, name: str) -> bool:
        """Return whether a process still works on the history; to be called inside a transaction that writes.

        Args:
            name: That of a process (`own`).

        Raises:
            OSError: When its lock cannot be looked at.
        """
        return (name == self.own and self._lock is not None) or is_locked(self._path(name))

    def others(self) -> list[str]:
        """Return the names of the other processes that work on the history; the locks of dead ones are removed.

        Raises:
            OSError: When the locks cannot be looked at.
        """
        if not self._folder.is_dir():
            return []
        names = (path.name.removeprefix(_PREFIX) for path in self._folder.glob(f"{_PREFIX}*"))
        return [name for name in names if name != self.own and is_locked(self._path(name))]

    def _path(self, name: str) -> Path:
        return self._folder / f"{_PREFIX}{name}"


def _entered(path: Path) -> FileLock | None:
    """Return the lock on a new file; None where another process has removed the file in the moment before."""
    lock = FileLock(path)
    if lock.acquire() and path.exists():
        return lock
    lock.release()
    return None
