"""Whether a file is on a network share, where a write-ahead log does not work.

The processes that use such a log share memory, and computers do not. What is no share but cannot be told from
one is taken for one: the other way of writing works everywhere, it only takes longer.

Linux and Windows say which disks are somewhere else. macOS does not say it to Python; there every disk counts as
this computer's own.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

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
    """Tell whether a file is on a disk that other computers may use as well.

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
    """Tell whether a file system of Linux can be that of another computer.

    Args:
        file_system: Its type, as `file_system_of` returns it. Programs make those of ``fuse`` from anything:
            SFTP, WebDAV, a cloud; only ``fuseblk`` is always a disk.
    """
    return file_system in _SHARED or file_system == "fuse" or file_system.startswith("fuse.")


def is_network_path(path: str) -> bool:
    r"""Tell whether a path of Windows names another computer, as in ``\\server\share\folder``.

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
