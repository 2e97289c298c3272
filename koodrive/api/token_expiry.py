"""Remaining lifetime of an access token, known or assumed.

A login says how long its token lives. For any other token the default of the enterprise reference is
assumed: twenty minutes that begin anew with each call.
"""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING

from koodrive.clock.server_clock import ELAPSED_COUNTS_SLEEP, local_now, seconds_elapsed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

USUAL_LIFE = timedelta(minutes=20)


class TokenExpiry:
    """Counts down the life of one token; safe to share between threads, and never blocks.

    Args:
        usual: How long such a token lives: after the last call that was accepted, or in all where `ends_in` is given.
        ends_in: How long it lives from now on whatever is called; None where the service has not said.
        elapsed: Seconds since some moment in the past, as far as the system can count them.
        now: Clock for local time; it includes a sleep that `elapsed` missed.
        counts_sleep: Whether `elapsed` goes on while the computer sleeps.
    """

    def __init__(
        self,
        usual: timedelta = USUAL_LIFE,
        ends_in: timedelta | None = None,
        *,
        elapsed: Callable[[], float] = seconds_elapsed,
        now: Callable[[], datetime] = local_now,
        counts_sleep: bool = ELAPSED_COUNTS_SLEEP,
    ) -> None:
        self.is_exact = ends_in is not None
        """Whether the service has said how long; otherwise it is an assumption."""
        self.whole = usual
        """Whole lifetime, for a meter."""
        self._lasts = usual if ends_in is None else ends_in
        self._elapsed = elapsed
        self._now = now
        self._counts_sleep = counts_sleep
        self._lock = threading.Lock()
        self._since = self._reading() if self.is_exact else None
        self._is_refused = False

    @property
    def left(self) -> timedelta | None:
        """Remaining lifetime, not below zero; None when unknown because it was not used yet."""
        with self._lock:
            since, is_refused = self._since, self._is_refused
        if is_refused:
            return timedelta(0)
        if since is None:
            return None
        return max(timedelta(0), self._lasts - self._passed(since))

    @property
    def is_expired(self) -> bool:
        """Whether it has ended: by what is known, or because the service did not accept it any more."""
        return self.left == timedelta(0)

    @property
    def is_rejected(self) -> bool:
        """Whether the service did not accept it, the last time it was asked."""
        with self._lock:
            return self._is_refused

    def mark_accepted(self) -> None:
        """Record that the service has just accepted the token."""
        with self._lock:
            self._is_refused = False
            if not self.is_exact:
                self._since = self._reading()

    def mark_rejected(self) -> None:
        """Record that the service did not accept the token."""
        with self._lock:
            self._is_refused = True

    def _reading(self) -> tuple[float, datetime]:
        return self._elapsed(), self._now()

    def _passed(self, since: tuple[float, datetime]) -> timedelta:
        by_elapsed = timedelta(seconds=max(0.0, self._elapsed() - since[0]))
        if self._counts_sleep:
            return by_elapsed
        return max(by_elapsed, self._now() - since[1])
