"""Places where a test can end the process as a power cut would; a KooDesk that was installed has none.

``KOODESK_KILL_AT=mid-send:3`` ends the process the third time that it comes to that place.
"""

from __future__ import annotations

import os
import signal
import threading
from enum import StrEnum
from pathlib import Path


class Failpoint(StrEnum):
    """The places, in the order in which a create comes to them."""

    BEFORE_INTENT = "before-intent"
    """The intent is about to be written."""
    AFTER_INTENT = "after-intent"
    """The intent is on the disk; nothing has left."""
    MID_SEND = "mid-send"
    """A part of the request has left."""
    BEFORE_OUTCOME = "before-outcome"
    """The answer is there; it is about to be written."""
    IN_RESOLVER = "in-resolver"
    """It was found out what became of an attempt; that is about to be written."""


VARIABLE = "KOODESK_KILL_AT"

# The tests lie beside the package in a source tree only, which makes that the test build.
_IS_TEST_BUILD = (Path(__file__).parents[2] / "tests" / "koodrive").is_dir()


# Windows has no SIGKILL, and ends a process just as hard at the other one.
_HARDEST = getattr(signal, "SIGKILL", signal.SIGTERM)


def _armed() -> dict[Failpoint, int]:
    place, _, times = os.environ.get(VARIABLE, "").partition(":")
    # A place that does not exist is an error, as a test that never kills would pass.
    return {Failpoint(place): int(times or 1)} if place and _IS_TEST_BUILD else {}


_lock = threading.Lock()
_left = _armed()


def failpoint(point: Failpoint) -> None:
    """End the process here and now, where a test wants that.

    Args:
        point: The place that the process has reached.
    """
    if point not in _left:
        return
    with _lock:
        _left[point] -= 1
        if _left[point] == 0:
            os.kill(os.getpid(), _HARDEST)
