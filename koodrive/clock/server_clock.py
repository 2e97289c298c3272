"""The service's time, learned from its answers, so that `X-Date` is right where the local clock is wrong.

The two create pages demand an `X-Date` that is at most 15 minutes old and never in the future.
"""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from koodrive.clock.readings import SAFETY_MARGIN, X_DATE_LIFE, ClockEstimate, ClockSample

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

X_DATE_FORMAT = "%Y%m%dT%H%M%SZ"

NEGLIGIBLE = timedelta(seconds=10)
"""A local clock that is off by less is nothing to tell anybody about."""

ELAPSED_COUNTS_SLEEP = hasattr(time, "CLOCK_BOOTTIME")
"""Whether `seconds_elapsed` is known to go on while the computer sleeps."""

# No call takes so long; the computer slept on the way, and nobody knows in which half of it.
_LONGEST_WAY_SECONDS = 120.0
# How much further off the local clock has to be to be worth telling once more.
_NEWS_AGAIN = timedelta(minutes=1)


def local_now() -> datetime:
    """Return the local clock's time as an aware UTC datetime."""
    return datetime.now(UTC)


def seconds_elapsed() -> float:
    """Return seconds that go on whatever the local clock is set to, also during sleep where the system can."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class ServerClock:
    """Knows the service's time once it has seen an answer; safe to share between threads.

    It goes on from there with a clock that nobody sets, so that it stays right when the local clock is put right,
    and keeps an eye on the local clock, which knows of a sleep that the other one missed.

    Args:
        now: Where local time comes from; an aware datetime.
        elapsed: Seconds since some moment in the past, as far as the system can count them.
        counts_sleep: Whether `elapsed` goes on while the computer sleeps.
    """

    def __init__(
        self,
        now: Callable[[], datetime] = local_now,
        elapsed: Callable[[], float] = seconds_elapsed,
        *,
        counts_sleep: bool = ELAPSED_COUNTS_SLEEP,
    ) -> None:
        self._now = now
        self.elapsed = elapsed
        """Returns the boot-time clock in seconds; `observe` takes two readings of it."""
        self._counts_sleep = counts_sleep
        self._lock = threading.Lock()
        self._sample: ClockSample | None = None
        self._told: timedelta | None = None

    @property
    def offset(self) -> timedelta:
        """How far the local clock is ahead of the service's (negative: behind); zero until learned."""
        return self._now() - self.now()

    @property
    def sample(self) -> ClockSample | None:
        """What the last answer told, or what was restored; None until there is something."""
        with self._lock:
            return self._sample

    @property
    def is_uncertain(self) -> bool:
        """Whether a clock was set or stood still since the last answer; the next one ends the doubt."""
        readings = self._readings()
        return readings is not None and readings.are_apart

    def now(self) -> datetime:
        """Return the service's time, as well as it is known."""
        readings = self._readings()
        return readings.best if readings else self._now()

    def x_date(self) -> str:
        """Return the value of an `X-Date` header for a request that leaves now, such as 20251103T070140Z."""
        readings = self._readings()
        said = readings.safe if readings else self._now() - SAFETY_MARGIN
        return said.strftime(X_DATE_FORMAT)

    def observe(self, headers: Mapping[str, str], sent: float, received: float) -> bool:
        """Take the service's time from the `Date` of an answer.

        An answer with an `Age` comes from a cache and tells an old time; it is ignored, as is a `Date` that
        is missing, cannot be read, or is years away, and one that was minutes on the way. The longer the
        answer took, the less is known of when it was dated; `x_date` keeps that much more distance from the
        future.

        Args:
            headers: The answer's headers; names in any case where the mapping allows it.
            sent: Reading of `elapsed` when the request left.
            received: Reading of `elapsed` when the head of the answer was there.

        Returns:
            Whether something was learned.
        """
        server = server_time(headers)
        if server is None or not 0 <= received - sent <= _LONGEST_WAY_SECONDS:
            return False
        half = (received - sent) / 2
        local = self._now() - timedelta(seconds=self.elapsed() - (sent + half))
        learned = ClockSample(server, local, sent + half, timedelta(seconds=half))
        if not learned.is_plausible():
            return False
        with self._lock:
            self._sample = learned
        return True

    def pop_skew_warning(self) -> timedelta | None:
        """Return how far the local clock is ahead (negative: behind) when people should be told, or None.

        It is given out once, and again only after it has changed by more than a minute; never while it is
        negligible or in doubt.
        """
        if self.sample is None or self.is_uncertain:
            return None
        ahead = self.offset
        with self._lock:
            if self._told is not None and abs(ahead - self._told) <= _NEWS_AGAIN:
                return None
            self._told = ahead if abs(ahead) >= NEGLIGIBLE else None
            return self._told

    def _readings(self) -> ClockEstimate | None:
        """Return what the service's time can be now; None until something was learned."""
        learned = self.sample
        if learned is None:
            return None
        by_local = learned.server + (self._now() - learned.local)
        by_elapsed = learned.server + timedelta(seconds=self.elapsed() - learned.elapsed)
        if by_local > by_elapsed and not self._counts_sleep:
            return ClockEstimate(learned, likely=by_local, other=by_elapsed)
        return ClockEstimate(learned, likely=by_elapsed, other=by_local)


def server_time(headers: Mapping[str, str]) -> datetime | None:
    """Return when an answer was made, by its `Date` (RFC 9110, 6.6.1).

    Args:
        headers: The answer's headers; names in any case where the mapping allows it.

    Returns:
        The time in UTC; None for an answer out of a cache, and where the header is missing or cannot be read.
    """
    if headers.get("Age", "0").strip() not in ("", "0"):
        return None
    try:
        server = parsedate_to_datetime(headers["Date"])
        # The header cuts the second off, so the time it means lies half a second later on average.
        return server.astimezone(UTC) + timedelta(seconds=0.5) if server.tzinfo else None
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


def format_offset(ahead: timedelta) -> tuple[int, int, str]:
    """Return how far a clock is off, for people: minutes, seconds, and ``fast`` or ``slow``.

    Args:
        ahead: How far it is ahead of the right time; negative when it is behind.
    """
    minutes, seconds = divmod(round(abs(ahead.total_seconds())), 60)
    return minutes, seconds, "fast" if ahead > timedelta(0) else "slow"


def explains_refusal(x_date: str, server: datetime) -> bool:
    """Return whether the service had to refuse `x_date` at its own time `server`.

    Args:
        x_date: The value that was sent.
        server: The service's time when it judged.

    Raises:
        ValueError: When `x_date` is no such value.
    """
    said = datetime.strptime(x_date, X_DATE_FORMAT).replace(tzinfo=UTC)
    return not server - X_DATE_LIFE < said <= server
