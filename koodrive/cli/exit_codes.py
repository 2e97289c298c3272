"""The exit codes of the command, and which of several counts."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class ExitCode(IntEnum):
    """Exit codes of the process."""

    CREATED = 0
    """All was created, the dry run is clean, or the question was answered."""
    REFUSED = 1
    """The service answered no: nothing was made."""
    USAGE = 2
    """The command line or the input cannot be used; nothing was sent."""
    UNKNOWN = 3
    """Something left, and no trustworthy answer came back: it may have been made."""
    NOT_SENT = 4
    """It never left this computer."""
    SIGN_IN = 5
    """Another token, or another sign-in, is needed."""
    HELD_BACK = 6
    """The duplicate check holds something back; nothing was sent for it."""
    NO_HISTORY = 7
    """The history cannot be written; nothing was sent."""
    INTERRUPTED = 130
    """Ctrl+C, or SIGTERM."""


_PRIORITY = (
    ExitCode.INTERRUPTED,
    ExitCode.USAGE,
    ExitCode.NO_HISTORY,
    ExitCode.UNKNOWN,
    ExitCode.SIGN_IN,
    ExitCode.NOT_SENT,
    ExitCode.HELD_BACK,
    ExitCode.REFUSED,
)


def first_of(codes: Iterable[ExitCode]) -> ExitCode:
    """Return the one that counts: 7, 3, 5, 4, 6, 1 in this order; `CREATED` when there is nothing else.

    Args:
        codes: Those of all rows, or of all parts of the work.
    """
    found = set(codes)
    return next((code for code in _PRIORITY if code in found), ExitCode.CREATED)
