"""How fast a run is: rows a minute and answer times."""

from __future__ import annotations

import statistics
from collections import deque

WINDOW_SECONDS = 60.0
_ANSWERS = 25


class SpeedMeter:
    """Counts rows that end, over the last minute; its owner holds a lock."""

    def __init__(self) -> None:
        self._ended: deque[float] = deque()
        self._answers: deque[float] = deque(maxlen=_ANSWERS)
        self._since: float | None = None

    def start(self, now: float) -> None:
        """Begin to measure; what was before does not count.

        Args:
            now: By a clock that is never set.
        """
        self._ended.clear()
        self._since = now

    def note(self, now: float, seconds: float) -> None:
        """Count a row that has ended.

        Args:
            now: By the clock of `start`.
            seconds: Time until its answer.
        """
        self._ended.append(now)
        self._answers.append(seconds)

    def rows_per_minute(self, now: float) -> float:
        """Return the rows of the last minute, or of the time since the start, by the minute; 0 before the start."""
        if self._since is None:
            return 0.0
        while self._ended and self._ended[0] < now - WINDOW_SECONDS:
            self._ended.popleft()
        span = min(WINDOW_SECONDS, now - self._since)
        return len(self._ended) / span * 60 if span > 0 else 0.0

    @property
    def answer_seconds(self) -> float:
        """Median of the last answers; 0 before the first."""
        return statistics.median(self._answers) if self._answers else 0.0
