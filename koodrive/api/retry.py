"""Retry policy of read calls; creates are never repeated."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from koodrive.api.list_responses import ListMissingError
from koodrive.core.deadline import Cancellation
from koodrive.errors import (
    AddressError,
    CertificateError,
    ClockError,
    KoodriveError,
    NotSentError,
    OutcomeUnknownError,
    ProxyError,
    RateLimitedError,
)

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_LASTING = (AddressError, CertificateError, ProxyError, ListMissingError)
"""Errors that the next try would raise again."""


@dataclass(frozen=True, slots=True)
class Retry:
    """Number of tries, and pauses between them in seconds.

    A pause is `factor` times as long as the one before. What the service asks for is waited for, up to the longest.
    """

    tries: int
    first_pause: float = 0.4
    factor: float = 3.0
    longest_pause: float = 6.0
    latest: float = 30.0
    """Seconds after the first try within which another may begin, as each may take its whole deadline."""

    def run(self, ask: Callable[[], T], cancellation: Cancellation | None = None) -> T:
        """Return what `ask` returns, once it does.

        Args:
            ask: A call that changes nothing.
            cancellation: Ends a pause, and with it the tries.

        Raises:
            KoodriveError: The error of the last try.
        """
        pause, latest = self.first_pause, time.monotonic() + self.latest
        for _ in range(self.tries - 1):
            try:
                return ask()
            except KoodriveError as error:
                wait = self._pause(error, pause)
                if wait is None or time.monotonic() + wait > latest:
                    raise
                if (cancellation or Cancellation()).wait(wait):
                    raise
            pause *= self.factor
        return ask()

    def _pause(self, error: KoodriveError, pause: float) -> float | None:
        """Return how long to wait before the next try; None where there is no use in one."""
        if isinstance(error, ClockError):
            # The client has learned the time from the refusal.
            return 0.0
        if isinstance(error, RateLimitedError):
            return error.retry_after if error.retry_after <= self.longest_pause else None
        may_pass = isinstance(error, NotSentError | OutcomeUnknownError) and not isinstance(error, _LASTING)
        return min(pause, self.longest_pause) if may_pass else None


ONCE = Retry(tries=1)
PATIENT = Retry(tries=3)
"""For calls that the user waits for: about two seconds of pauses."""
