"""Registry of server clocks, one per service address."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from koodrive.clock.server_clock import ServerClock

if TYPE_CHECKING:
    from collections.abc import Callable


class ClockRegistry:
    """Holds one clock for each service address; safe to share between threads.

    Args:
        new_clock: Makes a clock that has no sample yet.
    """

    def __init__(self, new_clock: Callable[[], ServerClock] = ServerClock) -> None:
        self._new_clock = new_clock
        self._lock = threading.Lock()
        self._clocks: dict[str, ServerClock] = {}

    def clock(self, service_address: str) -> ServerClock:
        """Return the clock of a service, the same one for every call; does not block.

        Args:
            service_address: Base URL of the service.
        """
        with self._lock:
            if service_address not in self._clocks:
                self._clocks[service_address] = self._new_clock()
            return self._clocks[service_address]
