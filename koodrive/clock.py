"""The service's time, learned from its answers, so that `X-Date` is right where the local clock is wrong.

The two create pages demand an `X-Date` that is at most 15 minutes old and never in the future.
"""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

X_DATE_FORMAT = "%Y%m%dT%H%M%SZ"
X_DATE_LIFE = timedelta(minutes=15)

# The Date header has whole seconds and the way there takes time; "later than now" is refused outright.
SAFETY_MARGIN = timedelta(seconds=5)


def local_now() -> datetime:
    """Return the local clock's time as an aware UTC datetime."""
    return datetime.now(UTC)


class ServerClock:
    """Knows how far the local clock is from the service's; safe to share between threads.

    Args:
        now: Where local time comes from; an aware datetime.
    """

    def __init__(self, now: Callable[[], datetime] = local_now) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._ahead = timedelta(0)

    @property
    def ahead(self) -> timedelta:
        """How far the local clock is ahead of the service's (negative: behind); zero until learned."""
        with self._lock:
            return self._ahead

    def local(self) -> datetime:
        """Return the local time, uncorrected."""
        return self._now()

    def now(self) -> datetime:
        """Return the service's time, as well as it is known."""
        return self._now() - self.ahead

    def x_date(self) -> str:
        """Return the value of an `X-Date` header for a request that leaves now, such as 20251103T070140Z."""
        return (self.now() - SAFETY_MARGIN).strftime(X_DATE_FORMAT)

    def learn(self, headers: Mapping[str, str], sent: datetime, received: datetime) -> bool:
        """Take the service's time from the `Date` of an answer.

        An answer with an `Age` comes from a cache and tells an old time; it is ignored, as is a `Date` that
        is missing or cannot be read.

        Args:
            headers: The answer's headers; names in any case where the mapping allows it.
            sent: Local time when the request left.
            received: Local time when the head of the answer was there.

        Returns:
            Whether something was learned.
        """
        server = _server_time(headers)
        if server is None or received < sent:
            return False
        midpoint = sent + (received - sent) / 2
        with self._lock:
            self._ahead = midpoint - server
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
