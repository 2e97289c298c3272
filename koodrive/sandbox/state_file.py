"""State file: one JSON line for each object, on disk before the response is sent."""

from __future__ import annotations

import errno
import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from koodrive.sandbox.messages import SandboxError

_FORMAT: Final = "koodrive-sandbox-state"
_VERSION: Final = 1


class StateFile:
    """Records in a file that survives a crash at any moment, or only in memory.

    The first line names the format. A line counts once it ends with a line feed, so that a line that a crash
    cut off never happened. Not safe for use by several threads at once.

    Args:
        path: The file, readable by its owner only; None keeps nothing.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._file: int | None = None

    def open(self) -> tuple[list[dict[str, Any]], int]:
        """Make the file if there is none, and read it.

        Returns:
            The records in the order in which they were appended, and the number that `start_over` kept.

        Raises:
            SandboxError: When the file cannot be read or written, or is no state file.
        """
        if self._path is None:
            return [], 0
        try:
            if not self._path.exists() or self._path.stat().st_size == 0:
                self._write_new(kept_number=0)
            records, kept_number, length = self._read()
            self._reopen()
            if self._file is not None:
                os.ftruncate(self._file, length)
        except OSError as exc:
            self.close()
            raise SandboxError(f"The state file {self._path} cannot be used: {exc.strerror}.") from exc
        return records, kept_number

    def append(self, record: dict[str, Any]) -> None:
        """Put `record` on the disk.

        Raises:
            OSError: When that fails; then the file is as it was before.
        """
        if self._path is None:
            return
        if self._file is None:
            raise OSError(errno.EBADF, "It is closed")
        line = _line(record)
        length = os.fstat(self._file).st_size
        try:
            _write_all(self._file, line)
            os.fsync(self._file)
        except OSError:
            with suppress(OSError):
                os.ftruncate(self._file, length)
            raise

    def start_over(self, kept_number: int) -> None:
        """Forget all records, but keep `kept_number`, whole or not at all.

        Raises:
            OSError: When the file cannot be written; then it is as it was before.
        """
        if self._path is not None:
            self.close()
            try:
                self._write_new(kept_number)
            finally:
                self._reopen()

    def close(self) -> None:
        """Let go of the file; may be called more than once."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _reopen(self) -> None:
        if self._path is not None:
            self._file = os.open(self._path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))

    def _write_new(self, kept_number: int) -> None:
        path = self._path
        if path is None:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        # mkstemp makes the file for its owner only (mode 0600).
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            try:
                _write_all(descriptor, _line({"format": _FORMAT, "version": _VERSION, "kept": kept_number}))
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)

    def _read(self) -> tuple[list[dict[str, Any]], int, int]:
        if self._path is None:
            return [], 0, 0
        text = self._path.read_bytes()
        whole = text[: text.rfind(b"\n") + 1]
        lines = whole.split(b"\n")[:-1]
        header, *records = [self._parse(line, number) for number, line in enumerate(lines, 1)] or [{}]
        if header.get("format") != _FORMAT or header.get("version") != _VERSION:
            raise SandboxError(
                f"{self._path} is not a state file of this sandbox. Name another file, or move this one away."
            )
        return records, int(header["kept"]), len(whole)

    def _parse(self, line: bytes, number: int) -> dict[str, Any]:
        with suppress(ValueError):
            record = json.loads(line)
            if isinstance(record, dict):
                return record
        raise SandboxError(
            f"The state file {self._path} is damaged in line {number}. Name another file, or move it away."
        )


def _line(record: dict[str, Any]) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _write_all(descriptor: int, text: bytes) -> None:
    while text:
        text = text[os.write(descriptor, text) :]


def _sync_folder(folder: Path) -> None:
    # Windows cannot open folders, and needs no such thing for a rename to last.
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
