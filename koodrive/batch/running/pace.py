"""The pace of a batch: how many creates may be in flight, how many may begin in a second, how long to wait."""

from __future__ import annotations

import random
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

CLEAN_ANSWERS = 20
"""Answers in a row, without throttling or a loss, after which one more create may be in flight."""
USUAL_WAIT = (2.0, 5.0)
"""Seconds to wait after throttling where the answer does not say how long, by the gateway's documentation."""


class TokenBucket:
    """Lets creates begin at a rate; shared by all batches of one connection, safe to use from several threads.

    Args:
        rate: Most creates begun in a second; None for no limit.
        clock: Seconds by a clock that is never set.
    """

    def __init__(self, rate: float | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._lock = threading.Lock()
        self._clock = clock
        self._next = 0.0
        self.rate = rate

    def reserve(self) -> float:
        """Take the next place, and return the seconds until its turn; 0 for at once.

        The places are evenly apart: none is saved up while nothing is sent.
        """
        rate = self.rate
        if rate is None:
            return 0.0
        with self._lock:
            now = self._clock()
            turn = max(now, self._next)
            self._next = turn + 1 / rate
        return turn - now


class Concurrency:
    """How many creates may be in flight: one at first, one more after each `CLEAN_ANSWERS`, one after throttling.

    Not thread-safe: its owner holds a lock.

    Args:
        most: 1 to 16.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.allowed = 1
        self._clean = 0

    def note_clean(self) -> None:
        """Count an answer without throttling or a loss."""
        self._clean += 1
        if self._clean >= CLEAN_ANSWERS:
            self._clean = 0
            self.allowed = min(self.allowed + 1, self.most)

    def note_loss(self) -> None:
        """Begin to count anew, as an answer was lost."""
        self._clean = 0

    def reset(self) -> None:
        """Go back to one in flight, as the service was too busy, or the run begins anew."""
        self.allowed, self._clean = 1, 0


def throttle_wait(stated: float | None) -> float:
    """Return the seconds to wait after throttling.

    Args:
        stated: What the answer says; None where it does not.
    """
    # Jitter only: several computers that were turned away together do not come back together.
    return random.uniform(*USUAL_WAIT) if stated is None else stated  # noqa: S311
