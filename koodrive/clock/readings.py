"""What one answer told of the service's time, and the ways that lead from there to the present.

One way is the local clock, which may be set. The other is a clock that nobody sets, which may stand still during
sleep and begins anew with every boot. Where the two part, the earlier reading serves as long as it is right by
both.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

X_DATE_LIFE = timedelta(minutes=15)

# The Date header has whole seconds and the way there takes time; "later than now" is refused outright.
SAFETY_MARGIN = timedelta(seconds=5)

# A Date further off tells of a machine without a clock, or of a page that some hotel put in between.
_PLAUSIBLE = timedelta(days=3 * 365)
# By how much two clocks may part before it means that one of them was set or stood still.
_TOLERANCE = timedelta(seconds=2)
# The oldest that an X-Date leaves here: it still has to get there.
_OLDEST = X_DATE_LIFE - timedelta(seconds=30)
# What a quartz that nobody puts right goes wrong by, as a share of the time; and the most to allow for.
_DRIFT = 1e-4
_MOST_DRIFT = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class ClockSample:
    """What one answer told: three clocks at the same moment."""

    server: datetime
    """The service's; aware."""
    local: datetime
    """The local clock, right or wrong; aware."""
    elapsed: float
    """The clock that nobody sets, in seconds."""
    uncertainty: timedelta
    """By how much `server` may be wrong, because of the time that the answer took."""

    def is_plausible(self) -> bool:
        """Return whether the two clocks are at most three years apart."""
        return abs(self.server - self.local) <= _PLAUSIBLE


@dataclass(frozen=True, slots=True)
class ClockEstimate:
    """What the service's time can be at one moment, going on from what an answer told.

    Args:
        sample: What an answer has shown.
        likely: The reading to trust when no more is known.
        other: The reading that is right when the first one is wrong.
    """

    sample: ClockSample
    likely: datetime
    other: datetime

    @property
    def are_apart(self) -> bool:
        """Whether at least one of the two must be wrong."""
        return abs(self.likely - self.other) > _TOLERANCE

    @property
    def best(self) -> datetime:
        """The service's time, as well as it is known."""
        return self._possible()[0]

    @property
    def safe(self) -> datetime:
        """A time that is not in the service's future and not too old for it, by both readings if that can be."""
        readings = self._possible()
        earliest, latest = min(readings), max(readings)
        margin = SAFETY_MARGIN + self.sample.uncertainty
        if latest - earliest > _OLDEST - margin:
            earliest = latest = readings[0]
        drift = max(earliest - self.sample.server, timedelta(0)) * _DRIFT
        return max(earliest - margin - min(drift, _MOST_DRIFT), latest - _OLDEST)

    def _possible(self) -> tuple[datetime, ...]:
        """Return the readings, the likely one first, without those before the answer itself."""
        soonest = self.sample.server - _TOLERANCE
        possible = (reading for reading in (self.likely, self.other) if reading >= soonest)
        return tuple(possible) or (self.sample.server,)
