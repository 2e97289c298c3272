"""The service's time, learned from its answers, so that `X-Date` is right where the local clock is wrong.

The two create pages demand an `X-Date` that is at most 15 minutes old and never in the future.

The present time is estimated from the last answer by two clocks: the local clock, which may be set, and the boot-time
clock, which may stop during sleep and restarts with every boot. Where they differ, the earlier reading is used as long
as the service accepts it by both.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

X_DATE_FORMAT = "%Y%m%dT%H%M%SZ"

NEGLIGIBLE = timedelta(seconds=10)
"""A local clock that is off by less is not reported."""

ELAPSED_COUNTS_SLEEP = hasattr(time, "CLOCK_BOOTTIME")
"""Whether `seconds_elapsed` counts the time of sleep."""

# No call takes so long: the computer slept on the way, in an unknown half of it.
_LONGEST_WAY_SECONDS = 120.0
# Change of the offset that is reported again.
_NEWS_AGAIN = timedelta(minutes=1)

X_DATE_LIFE = timedelta(minutes=15)

# The Date header has whole seconds and the way there takes time; "later than now" is refused outright.
SAFETY_MARGIN = timedelta(seconds=5)

# A Date further off comes from a machine without a clock, or from a captive portal.
_PLAUSIBLE = timedelta(days=3 * 365)
# Difference above which one of the two clocks was set or stopped.
_TOLERANCE = timedelta(seconds=2)
# Greatest age of an X-Date when it is sent, with time for the way.
_OLDEST = X_DATE_LIFE - timedelta(seconds=30)
# Drift of an uncorrected quartz as a share of the time, and the most to allow for.
_DRIFT = 1e-4
_MOST_DRIFT = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class ClockSample:
    """Three clocks at the same moment, from one response."""

    server: datetime
    """Time of the service; aware."""
    local: datetime
    """Time of the local clock; aware."""
    elapsed: float
    """Boot-time clock in seconds."""
    uncertainty: timedelta
    """Possible error of `server`: half the duration of the call."""

    def is_plausible(self) -> bool:
        """Return whether the two clocks are at most three years apart."""
        return abs(self.server - self.local) <= _PLAUSIBLE


@dataclass(frozen=True, slots=True)
class ClockEstimate:
    """Two readings of the service's time at one moment, computed from a sample.

    Args:
        sample: Clocks at the last response.
        likely: Reading to trust by default.
        other: Reading that is right when `likely` is wrong.
    """

    sample: ClockSample
    likely: datetime
    other: datetime

    @property
    def are_apart(self) -> bool:
        """Whether the readings differ, so that at least one is wrong."""
        return abs(self.likely - self.other) > _TOLERANCE

    @property
    def best(self) -> datetime:
        """Best estimate of the service's time."""
        return self._possible()[0]

    @property
    def safe(self) -> datetime:
        """A time that is neither in the service's future nor too old, by both readings if possible."""
        readings = self._possible()
        earliest, latest = min(readings), max(readings)
        margin = SAFETY_MARGIN + self.sample.uncertainty
        if latest - earliest > _OLDEST - margin:
            earliest = latest = readings[0]
        drift = max(earliest - self.sample.server, timedelta(0)) * _DRIFT
        return max(earliest - margin - min(drift, _MOST_DRIFT), latest - _OLDEST)

    def _possible(self) -> tuple[datetime, ...]:
        """Return the readings that are not before the sample, the likely one first."""
        soonest = self.sample.server - _TOLERANCE
        possible = (reading for reading in (self.likely, self.other) if reading >= soonest)
        return tuple(possible) or (self.sample.server,)


def local_now() -> datetime:
    """Return the local clock's time as an aware UTC datetime."""
    return datetime.now(UTC)


def seconds_elapsed() -> float:
    """Return the boot-time clock in seconds, or the monotonic one where the system has none."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class ServerClock:
    """Clock of one service, set by the `Date` of its responses; safe to share between threads.

    Between responses it advances with the boot-time clock, so it stays right when the local clock is set. The local
    clock is compared, as it counts a sleep that the other one may miss.

    Args:
        now: Returns the local time as an aware datetime.
        elapsed: Returns the seconds since any fixed moment.
        counts_sleep: Whether `elapsed` counts the time of sleep.
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
        """Offset of the local clock ahead of the service's (negative: behind); zero before the first sample."""
        return self._now() - self.now()

    @property
    def sample(self) -> ClockSample | None:
        """Sample of the last response; None before the first one."""
        with self._lock:
            return self._sample

    @property
    def is_uncertain(self) -> bool:
        """Whether a clock was set or stopped since the last response; the next response ends this state."""
        readings = self._readings()
        return readings is not None and readings.are_apart

    def now(self) -> datetime:
        """Return the best estimate of the service's time."""
        readings = self._readings()
        return readings.best if readings else self._now()

    def certain_now(self) -> datetime | None:
        """Return `now`; None before the first response, and while `is_uncertain`."""
        readings = self._readings()
        return None if readings is None or readings.are_apart else readings.best

    def x_date(self) -> str:
        """Return the value of an `X-Date` header for a request that leaves now, such as 20251103T070140Z."""
        readings = self._readings()
        said = readings.safe if readings else self._now() - SAFETY_MARGIN
        return said.strftime(X_DATE_FORMAT)

    def observe(self, headers: Mapping[str, str], sent: float, received: float) -> bool:
        """Set the clock by the `Date` of a response.

        Ignored are responses with an `Age`, as they come from a cache, a `Date` that is missing, malformed or years
        away, and calls that took minutes. Half the duration of the call is the uncertainty of the sample, by which
        `x_date` is earlier.

        Args:
            headers: Headers of the response.
            sent: Reading of `elapsed` at the start of the request.
            received: Reading of `elapsed` when the headers were received.

        Returns:
            Whether the clock was set.
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
        """Return how far the local clock is ahead (negative: behind) if that is to be reported, or None.

        It is returned once, and again only after a change of more than a minute; never while it is negligible or
        uncertain.
        """
        certain = self.certain_now()
        if certain is None:
            return None
        ahead = self._now() - certain
        with self._lock:
            if self._told is not None and abs(ahead - self._told) <= _NEWS_AGAIN:
                return None
            self._told = ahead if abs(ahead) >= NEGLIGIBLE else None
            return self._told

    def _readings(self) -> ClockEstimate | None:
        """Return the present estimate; None before the first response."""
        learned = self.sample
        if learned is None:
            return None
        by_local = learned.server + (self._now() - learned.local)
        by_elapsed = learned.server + timedelta(seconds=self.elapsed() - learned.elapsed)
        if by_local > by_elapsed and not self._counts_sleep:
            return ClockEstimate(learned, likely=by_local, other=by_elapsed)
        return ClockEstimate(learned, likely=by_elapsed, other=by_local)


def server_time(headers: Mapping[str, str]) -> datetime | None:
    """Return the `Date` of a response (RFC 9110, 6.6.1).

    Args:
        headers: Headers of the response.

    Returns:
        The time in UTC; None for a cached response, and where the header is missing or malformed.
    """
    if headers.get("Age", "0").strip() not in ("", "0"):
        return None
    try:
        server = parsedate_to_datetime(headers["Date"])
        # The header has whole seconds, so the time is half a second later on average.
        return server.astimezone(UTC) + timedelta(seconds=0.5) if server.tzinfo else None
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


def minutes_and_seconds(offset: timedelta) -> dict[str, int]:
    """Return the amount of an offset as the values ``minutes`` and ``seconds`` of a message."""
    minutes, seconds = divmod(round(abs(offset.total_seconds())), 60)
    return {"minutes": minutes, "seconds": seconds}


def offset_text(ahead: timedelta) -> Message:
    """Return how far the clock of this computer is off, as a sentence.

    Args:
        ahead: Offset of the clock; negative when it is behind.
    """
    if ahead > timedelta(0):
        sentence = Message("The clock of this computer is {minutes} min {seconds} s fast.")
    else:
        sentence = Message("The clock of this computer is {minutes} min {seconds} s slow.")
    return sentence.filled(**minutes_and_seconds(ahead))


def explains_refusal(x_date: str, server: datetime) -> bool:
    """Return whether `x_date` is outside the accepted window at the service's time `server`.

    Args:
        x_date: Value of the sent header.
        server: Time of the service at the refusal.

    Raises:
        ValueError: When `x_date` is malformed.
    """
    said = datetime.strptime(x_date, X_DATE_FORMAT).replace(tzinfo=UTC)
    return not server - X_DATE_LIFE < said <= server
