"""The service's time, learned from its answers, so that `X-Date` is right where the local clock is wrong.

The two create pages demand an `X-Date` that is at most 15 minutes old and never in the future.
"""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

X_DATE_FORMAT = "%Y%m%dT%H%M%SZ"
X_DATE_LIFE = timedelta(minutes=15)

# The Date header has whole seconds and the way there takes time; "later than now" is refused outright.
SAFETY_MARGIN = timedelta(seconds=5)


# A Date further off tells of a machine without a clock, or of a page that some hotel put in between.
_PLAUSIBLE = timedelta(days=3 * 365)


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

    It counts on from there with a clock that nobody sets, so that it stays right when the local clock is put
    right, and while the computer sleeps where the operating system counts that.

    Args:
        now: Where local time comes from; an aware datetime.
        elapsed: Seconds since some moment in the past, as far as the system can count them.
    """

    def __init__(
        self, now: Callable[[], datetime] = local_now, elapsed: Callable[[], float] = seconds_elapsed
    ) -> None:
        self._now = now
        self._elapsed = elapsed
        self._lock = threading.Lock()
        self._server: datetime | None = None
        self._learned_at = 0.0
        self._uncertainty = timedelta(0)

    @property
    def ahead(self) -> timedelta:
        """How far the local clock is ahead of the service's (negative: behind); zero until learned."""
        return self._now() - self.now()

    def now(self) -> datetime:
        """Return the service's time, as well as it is known."""
        with self._lock:
            if self._server is None:
                return self._now()
            return self._server + timedelta(seconds=self._elapsed() - self._learned_at)

    def elapsed(self) -> float:
        """Return the reading, in seconds, that `learn` wants for a moment."""
        return self._elapsed()

    def x_date(self) -> str:
        """Return the value of an `X-Date` header for a request that leaves now, such as 20251103T070140Z."""
        with self._lock:
            margin = SAFETY_MARGIN + self._uncertainty
        return (self.now() - margin).strftime(X_DATE_FORMAT)

    def learn(self, headers: Mapping[str, str], sent: float, received: float) -> bool:
        """Take the service's time from the `Date` of an answer.

        An answer with an `Age` comes from a cache and tells an old time; it is ignored, as is a `Date` that
        is missing, cannot be read, or is years away. The longer the answer took, the less is known of when
        it was dated; `x_date` keeps that much more distance from the future.

        Args:
            headers: The answer's headers; names in any case where the mapping allows it.
            sent: Reading of `elapsed` when the request left.
            received: Reading of `elapsed` when the head of the answer was there.

        Returns:
            Whether something was learned.
        """
        server = _server_time(headers)
        if server is None or received < sent or abs(server - self._now()) > _PLAUSIBLE:
            return False
        half = (received - sent) / 2
        with self._lock:
            self._server = server
            self._learned_at = sent + half
            self._uncertainty = timedelta(seconds=half)
        return True


def _server_time(headers: Mapping[str, str]) -> datetime | None:
    if headers.get("Age", "0").strip() not in ("", "0"):
        return None
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - slow to import, needed after an answer only

    try:
        server = parsedate_to_datetime(headers["Date"])
        # The header cuts the second off, so the time it means lies half a second later on average.
        return server.astimezone(UTC) + timedelta(seconds=0.5) if server.tzinfo else None
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


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
