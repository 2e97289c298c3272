"""Whether a file is on a network share, where a write-ahead log does not work.

The processes that use such a log share memory, and computers do not. What is no share but cannot be told from
one is taken for one: the other way of writing works everywhere, it only takes longer.

Linux and Windows say which disks are somewhere else. macOS does not say it to Python; there every disk counts as
this computer's own.
"""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

from koodrive.journal.connection import connect
from koodrive.journal.errors import Operation, translate_errors


def prepare(connection: sqlite3.Connection, *, shared: bool) -> None:
    """Have changes kept in the way that suits the disk; a commit is on the disk when it returns.

    A file that another process has open stays as it is, and so does one on a disk that cannot do what is wanted.

    Args:
        connection: May write, in autocommit mode.
        shared: Whether the file is on a network share.

    Raises:
        sqlite3.Error: When the file cannot be used.
    """
    try:
        connection.execute(f"PRAGMA journal_mode = {'DELETE' if shared else 'WAL'}")
    except sqlite3.OperationalError as exc:
        if exc.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
    # FULL reaches the disk with every commit, also when the power goes right after. With a rollback journal it
    # takes EXTRA: else the journal that was just deleted may be back after that, and take the commit back.
    connection.execute(f"PRAGMA synchronous = {'FULL' if is_write_ahead(connection) else 'EXTRA'}")
    # macOS, and only it, calls a commit done that is still in the drive's own memory.
    connection.execute("PRAGMA fullfsync = ON")


def is_write_ahead(connection: sqlite3.Connection) -> bool:
    """Return whether the file of `connection` has a write-ahead log, whatever was requested.

    Raises:
        sqlite3.Error: When the file cannot be read.
    """
    mode: str = connection.execute("PRAGMA journal_mode").fetchone()[0]
    return mode == "wal"


def mode_of(path: Path) -> str:
    """Return ``WAL`` or ``DELETE``, as the file at `path` says.

    SQLite looks: who opens a file without it gives up, with closing it again, every lock that this process has on the
    file, and the next program to close it takes the write-ahead log away.

    Raises:
        JournalError: When the file cannot be read.
    """
    with (
        translate_errors(path, Operation.READING),
        contextlib.closing(connect(path, busy_seconds=0.0, mode="ro")) as connection,
    ):
        return str(connection.execute("PRAGMA journal_mode").fetchone()[0]).upper()


def leave_log(connection: sqlite3.Connection) -> None:
    """Take a file that came to a network share with a write-ahead log out of it, and close the connection.

    No other process may have the file open: alone, SQLite needs no shared memory.

    Args:
        connection: May write, and has not read yet.

    Raises:
        sqlite3.Error: When the file cannot be used.
    """
    with contextlib.closing(connection):
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = DELETE")


def sqlite_version() -> str:
    """Return the version of SQLite, such as ``3.45.1``."""
    return sqlite3.sqlite_version


_MOUNTS = Path("/proc/self/mountinfo")

_SHARED = frozenset(
    {
        *(
            "9p",
            "acfs",
            "afs",
            "auristorfs",
            "beegfs",
            "ceph",
            "cifs",
            "coda",
            "davfs",
            "fhgfs",
            "gfs",
            "gfs2",
        ),
        *(
            "glusterfs",
            "gpfs",
            "lustre",
            "ncp",
            "ncpfs",
            "nfs",
            "nfs4",
            "ocfs2",
            "orangefs",
            "prl_fs",
            "pvfs2",
        ),
        *("smb2", "smb3", "smbfs", "vboxsf", "virtiofs", "vmhgfs"),
    }
)
"""File systems of other computers, and of the computer that this one is a virtual machine on."""

_ESCAPED = re.compile(r"\\([0-7]{3})")
_DRIVE_REMOTE = 4


def is_on_network_share(path: Path) -> bool:
    """Return whether a file is on a disk that other computers may use as well.

    Args:
        path: The file, which need not be there; links are followed.
    """
    real = os.path.realpath(path)
    if sys.platform == "win32":
        return is_network_path(real) or _is_network_drive(real)
    try:
        mounts = _MOUNTS.read_text("utf-8", "surrogateescape")
    except OSError:
        return False
    return is_shared(file_system_of(PurePosixPath(real), mounts))


def file_system_of(path: PurePosixPath, mounts: str) -> str:
    r"""Return the type of the file system that holds `path`, such as ``ext4``; empty when none does.

    Args:
        path: Absolute and without links.
        mounts: What Linux says in ``/proc/self/mountinfo``: a line for each mount, the later ones on top, with
            blanks in names written as ``\040``.
    """
    longest, found = -1, ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields, kinds = before.split(" "), after.split(" ")
        if len(fields) < 5:
            continue
        point = PurePosixPath(_ESCAPED.sub(lambda octal: chr(int(octal[1], 8)), fields[4]))
        if len(point.parts) >= longest and path.is_relative_to(point):
            longest, found = len(point.parts), kinds[0]
    return found


def is_shared(file_system: str) -> bool:
    """Return whether a file system of Linux can be that of another computer.

    Args:
        file_system: Its type, as `file_system_of` returns it. Programs make those of ``fuse`` from anything:
            SFTP, WebDAV, a cloud; only ``fuseblk`` is always a disk.
    """
    return file_system in _SHARED or file_system == "fuse" or file_system.startswith("fuse.")


def is_network_path(path: str) -> bool:
    r"""Return whether a path of Windows names another computer, as in ``\\server\share\folder``.

    Args:
        path: Absolute.
    """
    drive = PureWindowsPath(path).drive.upper()
    return drive.startswith("\\\\?\\UNC\\") or (
        drive.startswith("\\\\") and not drive.startswith(("\\\\?\\", "\\\\.\\"))
    )


def _is_network_drive(path: str) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes  # noqa: PLC0415 - only Windows needs it

    root = PureWindowsPath(path).drive + "\\"
    kind: int = ctypes.windll.kernel32.GetDriveTypeW(root)
    return kind == _DRIVE_REMOTE
