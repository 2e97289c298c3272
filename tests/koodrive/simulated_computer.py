"""A computer with a clock that can be wrong and be set, that sleeps, and a service that is always right."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from koodrive.clock.server_clock import X_DATE_FORMAT, ServerClock, explains_refusal

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


class SimulatedComputer:
    """Tells two clocks the time; `service` is the true time.

    Args:
        ahead: How far its local clock is ahead at first.
        counts_sleep: Whether the boot-time clock runs during sleep.
    """

    def __init__(self, ahead: timedelta = timedelta(0), *, counts_sleep: bool = True) -> None:
        self.service = NOON
        self.ahead = ahead
        self.counts_sleep = counts_sleep
        self._elapsed = 1000.0

    def local(self) -> datetime:
        return self.service + self.ahead

    def elapsed(self) -> float:
        return self._elapsed

    def clock(self) -> ServerClock:
        """Return the clock of a new process."""
        return ServerClock(self.local, self.elapsed, counts_sleep=self.counts_sleep)

    def wait(self, time: timedelta, gain: float = 0.0) -> None:
        """Let time pass; the computer's quartz gains this share of it."""
        self.service += time
        self.ahead += time * gain
        self._elapsed += time.total_seconds() * (1 + gain)

    def sleep(self, time: timedelta) -> None:
        self.service += time
        if self.counts_sleep:
            self._elapsed += time.total_seconds()

    def set_local(self, by: timedelta) -> None:
        self.ahead += by

    def ask(self, clock: ServerClock, there: float = 0.0, back: float = 0.0) -> bool:
        """Have the service answer, after so many seconds on each way; return whether the clock learned from it."""
        sent = clock.elapsed()
        self.wait(timedelta(seconds=there))
        date = format_datetime(self.service.replace(microsecond=0), usegmt=True)
        self.wait(timedelta(seconds=back))
        return clock.observe({"Date": date}, sent, clock.elapsed())

    def accepts(self, clock: ServerClock) -> bool:
        """Return whether the service would take the `X-Date` of a request that gets there now."""
        return not explains_refusal(clock.x_date(), self.service)

    def age(self, clock: ServerClock) -> timedelta:
        """Return how old the service finds an `X-Date` of this moment."""
        return self.service - datetime.strptime(clock.x_date(), X_DATE_FORMAT).replace(tzinfo=UTC)
