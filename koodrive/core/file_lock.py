"""Locks on files that processes share; the system lets go of them when their process ends, however it ends."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from typing import TYPE_CHECKING

from koodrive.core.deadline import is_cancelled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from koodrive.core.deadline import Cancellation

LOCK_FOLDER = "locks"
"""Folder of the locks in a data directory."""

_POLL_SECONDS = 0.01


class FileLockTimeoutError(OSError):
    """Raised when another process has kept a lock for too long, or the wait was cancelled."""


class FileLock:
    """An exclusive lock on one file; what is in the file does not matter.

    Two locks on one path exclude each other also within one process. To be used by one thread at a time.

    Args:
        path: The file; it is made when it is missing, as its folder is, and it stays.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = None

    @property
    def is_held(self) -> bool:
        """Whether this object holds the lock."""
        return self._descriptor is not None

    def acquire(self) -> bool:
        """Take the lock if it is free, and return whether this object holds it now; does not wait.

        Raises:
            OSError: When the file cannot be made, or its disk has no locks.
        """
        if self._descriptor is None:
            self.path.parent.mkdir(mode=0o700, exist_ok=True)
            self._descriptor = _locked(self.path, os.O_RDWR | os.O_CREAT)
        return self._descriptor is not None

    def acquire_within(self, seconds: float, cancellation: Cancellation | None = None) -> None:
        """Wait for the lock.

        Args:
            seconds: How long at most.
            cancellation: Ends the wait early.

        Raises:
            FileLockTimeoutError: When it was not free in time.
            OSError: As `acquire` says.
        """
        ends_at = time.monotonic() + seconds
        while not self.acquire():
            if time.monotonic() >= ends_at or is_cancelled(cancellation):
                raise FileLockTimeoutError(f"{self.path.name} is locked by another process")
            time.sleep(_POLL_SECONDS)

    def release(self) -> None:
        """Let go of the lock; may be called twice."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)


@contextlib.contextmanager
def file_lock(path: Path, seconds: float, cancellation: Cancellation | None = None) -> Iterator[None]:
    """Hold the lock on `path` during the block.

    Args:
        path: The file, as `FileLock` takes it.
        seconds: How long to wait for it at most.
        cancellation: Ends the wait early.

    Raises:
        OSError: As `FileLock.acquire_within` says.
    """
    lock = FileLock(path)
    lock.acquire_within(seconds, cancellation)
    try:
        yield
    finally:
        lock.release()


def is_locked(path: Path) -> bool:
    """Return whether a process holds the lock on `path`; a file that nobody holds any more is removed.

    Only for a file whose name is never used again: a new holder could otherwise lock what is being removed. By one
    process at a time: two that ask at once may each take the other for the holder.

    Args:
        path: The file, which need not be there.

    Raises:
        OSError: When the file cannot be opened, or its disk has no locks.
    """
    try:
        descriptor = _locked(path, os.O_RDWR)
    except FileNotFoundError:
        return False
    if descriptor is None:
        return True
    try:
        # Windows removes no file that is open.
        with contextlib.suppress(PermissionError):
            path.unlink(missing_ok=True)
    finally:
        os.close(descriptor)
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
    return False


def _locked(path: Path, flags: int) -> int | None:
    """Return a descriptor of `path` that holds the lock, or None while another one holds it."""
    # Programs that this process starts do not inherit it: they would hold the lock after its death.
    descriptor = os.open(path, flags, 0o600)
    try:
        if _try_lock(descriptor):
            return descriptor
    except BaseException:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as exc:
            if exc.errno not in (errno.EACCES, errno.EDEADLK):
                raise
            return False
        return True

else:
    import fcntl

    _NO_FLOCK = (errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP)

    def _try_lock(descriptor: int) -> bool:
        try:
            # Unlike a lock by `lockf`, it belongs to this descriptor: closing another one does not give it up.
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as exc:
            if exc.errno not in _NO_FLOCK:
                raise
            return _try_record_lock(descriptor)
        return True

    def _try_record_lock(descriptor: int) -> bool:
        """Take the kind of lock that SQLite itself uses, on shares that know no other one."""
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        return True
