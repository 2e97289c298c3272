"""Clock sample of one response, and the estimate of the service's present time from it.

The estimate advances the sample by two clocks: the local clock, which may be set, and the boot-time clock, which may
stop during sleep and restarts with every boot. Where they differ, the earlier reading is used as long as the service
accepts it by both.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

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
