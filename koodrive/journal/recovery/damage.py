"""Damaged files of the history, which are put aside and never thrown away."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

_SIDECARS = ("", "-wal", "-shm", "-journal")
_LOG = "-wal"

_LOG_HEADER_SIZE = 32
_LOG_BYTE_ORDERS: dict[bytes, Literal["big", "little"]] = {
    b"\x37\x7f\x06\x82": "little",
    b"\x37\x7f\x06\x83": "big",
}
"""Magic numbers of a write-ahead log, each with the byte order of its checksums."""


def set_aside(path: Path) -> Path:
    """Rename a damaged file and what belongs to it, and return its new path.

    Args:
        path: The history.

    Raises:
        OSError: When it cannot be renamed.
    """
    aside = _free_name(path)
    for sidecar in _SIDECARS:
        old = Path(f"{path}{sidecar}")
        if old.exists():
            old.rename(f"{aside}{sidecar}")
    return aside


def set_damaged_log_aside(path: Path) -> Path | None:
    """Rename the write-ahead log of `path` when it is none, and return its new path.

    SQLite would pass over it without a word and write over it, though the last entries may be in it.

    Args:
        path: The history, which no process has open.

    Returns:
        None when the log is sound, or there is none.

    Raises:
        OSError: When it cannot be read or renamed.
    """
    log = Path(f"{path}{_LOG}")
    header = b""
    with contextlib.suppress(FileNotFoundError), log.open("rb") as file:
        header = file.read(_LOG_HEADER_SIZE)
    if not header.strip(b"\0") or _is_log_header(header):
        return None
    return log.rename(_free_name(log))


def _is_log_header(header: bytes) -> bool:
    """Return whether a log begins with `header`, by its own checksum; see the file format of SQLite."""
    order = _LOG_BYTE_ORDERS.get(header[:4])
    if order is None or len(header) < _LOG_HEADER_SIZE:
        return False
    words = [int.from_bytes(header[start : start + 4], order) for start in range(0, 24, 4)]
    first = second = 0
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return header[24:] == first.to_bytes(4, "big") + second.to_bytes(4, "big")


def _free_name(path: Path) -> Path:
    now = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    aside = path.with_name(f"{path.name}.corrupt-{now}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.corrupt-{now}-{number}")
    return aside
