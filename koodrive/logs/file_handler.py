"""Rotating log file with mode 0600."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from koodrive.core.files import ensure_private_directory, make_private

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import TextIOWrapper
    from logging import LogRecord

FILE_BYTES = 512 * 1024
OLDER_FILES = 3


class LogFile(RotatingFileHandler):
    """Appends one line per record and rotates before the file exceeds its size; for one thread only.

    Every line is flushed to the operating system at once, so it survives the death of the process. Lines that cannot
    be written are counted in `lost`; the next line that can be is preceded by their number.

    Args:
        path: The file, such as ``koodesk.log``; rotated files are ``koodesk.1.log`` and so on. Its folder is made when
            the first line is written.
        on_error: Called with the exception each time that a line cannot be written.
        file_bytes: Most bytes of one file.
        older_files: How many rotated files are kept.
    """

    def __init__(
        self,
        path: Path,
        on_error: Callable[[BaseException | None], None],
        *,
        file_bytes: int = FILE_BYTES,
        older_files: int = OLDER_FILES,
    ) -> None:
        super().__init__(path, maxBytes=file_bytes, backupCount=older_files, encoding="utf-8", delay=True)
        self.namer = _older_name
        self.lost = 0
        self._on_error = on_error

    def emit(self, record: LogRecord) -> None:
        """Write the line of `record`, after the number of lost lines if there are any."""
        lost = self.lost
        if lost:
            record.msg = f"({lost} lines could not be written)\n{record.msg}"
        super().emit(record)
        if self.stream is not None:
            self.lost -= lost

    def shouldRollover(self, record: LogRecord) -> bool:  # noqa: N802 - the name of the standard library
        """Return whether the line would exceed the size; opens the file, and opens it anew when it was deleted."""
        if self.stream is not None and os.fstat(self.stream.fileno()).st_nlink == 0:
            self.close()
        self.stream = self.stream or self._open()
        size = os.fstat(self.stream.fileno()).st_size
        return size > 0 and size + len(f"{self.format(record)}\n".encode()) > self.maxBytes

    def handleError(self, record: LogRecord) -> None:  # noqa: ARG002, N802 - the signature of the standard library
        """Count the line as lost and drop its bytes; the file is opened anew for the next one."""
        self.lost += 1
        if self.stream is not None:
            # Closing the text stream would try to write the buffered bytes once more.
            with suppress(OSError):
                self.stream.buffer.raw.close()  # type: ignore[attr-defined]
            self.stream = None
        self._on_error(sys.exc_info()[1])

    def _open(self) -> TextIOWrapper:
        """Open the file for its owner only, and end a torn last line."""
        path = Path(self.baseFilename)
        ensure_private_directory(path.parent)
        path.touch(mode=0o600)
        stream = super()._open()
        stream.reconfigure(newline="\n")
        if path.is_file():
            make_private(path)
            with path.open("rb") as file:
                if file.seek(0, os.SEEK_END):
                    file.seek(-1, os.SEEK_END)
                    stream.write("" if file.read() == b"\n" else "\n")
        return stream


def _older_name(name: str) -> str:
    """Return ``koodesk.1.log`` for ``koodesk.log.1``."""
    path, _, number = name.rpartition(".")
    return str(Path(path).with_suffix(f".{number}{Path(path).suffix}"))
