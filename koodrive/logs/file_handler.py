"""A log file of bounded size with a few older ones beside it, for its owner's eyes only."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FILE_BYTES = 512 * 1024
OLDER_FILES = 3


class LogFile:
    """Takes whole lines, and begins anew before it grows too large; for one thread only.

    Nothing is kept back in memory: what `write` has taken is the operating system's, also when the process dies.

    Args:
        path: The file, such as ``koodesk.log``; the older ones are ``koodesk.1.log`` and so on. Its folder has to be
            there.
        file_bytes: How large one file may be.
        older_files: How many older ones are kept.
    """

    def __init__(self, path: Path, *, file_bytes: int = FILE_BYTES, older_files: int = OLDER_FILES) -> None:
        self._path = path
        self._file_bytes = file_bytes
        self._older_files = older_files
        self._descriptor: int | None = None
        self._size = 0
        self._is_torn = False

    def write(self, lines: bytes) -> None:
        """Append `lines`.

        Args:
            lines: One or more whole lines.

        Raises:
            OSError: When the disk does not take them, or only a part; the next ones begin on a line of their own.
        """
        descriptor = self._opened()
        if self._size and self._size + len(lines) > self._file_bytes:
            self._rotate()
            descriptor = self._opened()
        if self._is_torn:
            lines = b"\n" + lines
        try:
            while lines:
                written = os.write(descriptor, lines)
                self._size += written
                lines = lines[written:]
        except OSError:
            # Opened anew, the file tells where it ends, and the disk may be there again.
            self.close()
            raise
        self._is_torn = False

    def close(self) -> None:
        """Close the file; `write` opens it again."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _opened(self) -> int:
        if self._descriptor is not None and os.fstat(self._descriptor).st_nlink == 0:
            # Somebody has deleted it, and would wait for ever for what comes now.
            self.close()
        if self._descriptor is None:
            flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
            self._descriptor = os.open(self._path, flags, 0o600)
            self._look_at(self._descriptor)
        return self._descriptor

    def _look_at(self, descriptor: int) -> None:
        """Find out where a file that was there before ends, and see that nobody else may read it."""
        found = os.fstat(descriptor)
        self._size = found.st_size
        self._is_torn = False
        if not stat.S_ISREG(found.st_mode):
            return
        if found.st_mode & 0o077:
            with suppress(OSError):
                self._path.chmod(0o600)
        if found.st_size:
            os.lseek(descriptor, -1, os.SEEK_END)
            self._is_torn = os.read(descriptor, 1) != b"\n"

    def _rotate(self) -> None:
        self.close()
        names = [self._path, *older_names(self._path, self._older_files)]
        for newer, older in reversed(list(pairwise(names))):
            with suppress(FileNotFoundError):
                newer.replace(older)


def older_names(path: Path, count: int = OLDER_FILES) -> list[Path]:
    """Return the paths of the older files of the log at `path`, the newest of them first."""
    return [path.with_name(f"{path.stem}.{number}{path.suffix}") for number in range(1, count + 1)]
