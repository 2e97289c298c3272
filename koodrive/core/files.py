"""Atomic replacement of files, and folders that only their owner can read."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def write_atomic(path: Path, content: str | bytes | Iterable[str]) -> None:
    """Replace the file at `path` by `content`, atomically: after an error the old file is untouched, with none beside.

    The text goes out as UTF-8 and as it is: no line end is changed. Only the owner may read the file.

    Args:
        path: Path of the file; a symbolic link is followed, the folder must exist.
        content: The text, or pieces of it, which are asked for one by one; or bytes, as they are.

    Raises:
        OSError: When the disk does not take it.
        UnicodeEncodeError: When the text holds a lone surrogate.
        Exception: What `content` raises while its pieces are iterated.
    """
    with replace_atomic(path) as temporary, temporary.open("wb") as file:
        for piece in [content] if isinstance(content, str | bytes) else content:
            file.write(piece.encode("utf-8") if isinstance(piece, str) else piece)


@contextlib.contextmanager
def replace_atomic(path: Path) -> Iterator[Path]:
    """Yield an empty file, which replaces the one at `path` when the block ends without an exception.

    Otherwise the old file is untouched and nothing is left beside it.

    Args:
        path: Path of the file; a symbolic link is followed, the folder must exist.

    Raises:
        OSError: When the disk does not take it.
        Exception: What the block raises.
    """
    # Replacing a link by a file would part it from where its owner keeps the real one.
    target = Path(os.path.realpath(path))
    # mkstemp opens with mode 0600. The name does not hold the target's, which may be as long as names can be.
    descriptor, name = tempfile.mkstemp(prefix=".koodesk-", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        os.close(descriptor)
        yield temporary
        with temporary.open("r+b") as file:
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_directory(target.parent)


def ensure_private_directory(path: Path) -> None:
    """Make the folder `path`, and those above it that are missing, readable for their owner only.

    A folder that is there already stays as it is: it may be the home folder, and files have a mode of their own.

    Args:
        path: The folder.

    Raises:
        OSError: When it cannot be made, or a file stands in its place.
    """
    if path.is_dir():
        return
    if path.parent != path:
        ensure_private_directory(path.parent)
    path.mkdir(mode=0o700, exist_ok=True)


def make_private(path: Path) -> None:
    """Restrict the file at `path` to its owner, as after a restore from elsewhere.

    Args:
        path: The file; nothing happens where there is none, or it is another user's.
    """
    with contextlib.suppress(OSError):
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)


def _sync_directory(path: Path) -> None:
    """Flush the new name to the disk, too; the file is whole without it, so an OS that cannot is no failure."""
    with contextlib.suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
