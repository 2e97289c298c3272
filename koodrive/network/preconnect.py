"""Connections that are opened before they are needed, so that a hand-shake does not add to each of many requests.

Nothing is sent on one before a request takes it, and it serves that request alone. One that the server has closed in
the meantime, or that has waited for too long, is thrown away, and the request opens its own.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from dataclasses import dataclass
from ssl import SSLWantReadError
from typing import TYPE_CHECKING

from koodrive.network.connection import InFlightRequest

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from koodrive.network.connection import TrackedConnection

LONGEST_SECONDS = 2.0
"""Most time that a connection waits for its request: servers give a silent one several seconds before they close it."""
MOST = 16
"""Most connections that wait or are being opened."""
_MOST_OPENERS = 4

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Spare:
    """A connection that waits for its request."""

    connection: TrackedConnection
    opening: InFlightRequest
    opened_at: float

    @property
    def is_old(self) -> bool:
        return time.monotonic() - self.opened_at > LONGEST_SECONDS

    def close(self) -> None:
        self.connection.close()
        self.opening.close()


class Preconnector:
    """Keeps connections to one service open ahead, on threads of its own; thread-safe.

    It opens one for each that is taken, and none while none is taken.

    Args:
        connect: Opens a connection, as a request that needs one would; what it raises is passed over, as that request
            will meet it again.
    """

    def __init__(self, connect: Callable[[InFlightRequest], TrackedConnection]) -> None:
        self._connect = connect
        self._changed = threading.Condition()
        self._spares: deque[_Spare] = deque()
        self._opening: set[InFlightRequest] = set()
        self._count = 0
        self._missing = 0
        self._openers: set[threading.Thread] = set()

    def keep(self, count: int) -> None:
        """Keep so many connections ahead from now on; does not block, unless it closes what is left.

        Args:
            count: 0 to `MOST`; 0 closes all.

        Raises:
            ValueError: When it is another number.
        """
        if not 0 <= count <= MOST:
            raise ValueError(f"0 to {MOST} connections can be kept ahead")
        with self._changed:
            self._count = count
            self._order()
            openers = set() if count else set(self._openers)
            left = [] if count else [*self._spares]
            if not count:
                self._spares.clear()
                for opening in self._opening:
                    opening.abort()
        for spare in left:
            spare.close()
        for opener in openers:
            # A name look-up cannot be stopped; its thread closes by itself what it gets.
            opener.join(1.0)

    def take(self, exchange: InFlightRequest) -> TrackedConnection | None:
        """Return a connection for a request, or None where none is ready.

        Args:
            exchange: The exchange that it is for from now on.

        Raises:
            RequestAbortedError: When the exchange was cut off.
        """
        if not self._count:
            return None
        while True:
            with self._changed:
                spare = self._spares.popleft() if self._spares else None
                self._order()
            if spare is None:
                return None
            if not spare.is_old and spare.connection.sock is not None and is_silent(spare.connection.sock):
                spare.connection.serve(exchange, spare.opening)
                return spare.connection
            spare.close()

    def _order(self) -> None:
        """Have as many opened as are missing; the caller holds the lock."""
        self._missing = max(0, self._count - len(self._spares) - len(self._opening))
        while self._missing > 0 and len(self._openers) < min(self._count, _MOST_OPENERS):
            opener = threading.Thread(target=self._run, name="koodrive-preconnect", daemon=True)
            self._openers.add(opener)
            opener.start()
        if not self._count:
            self._changed.notify_all()
        elif self._missing >= self._count / 2:
            # Each wake-up takes the time of a thread that sends: one for several connections, while others are left.
            self._changed.notify(self._missing)

    def _run(self) -> None:
        """Open what is missing and close what has waited for too long, until nothing is left to do."""
        while True:
            with self._changed:
                if not self._missing and self._count:
                    self._changed.wait(LONGEST_SECONDS)
                old = [spare for spare in self._spares if spare.is_old]
                for spare in old:
                    self._spares.remove(spare)
                is_needed = self._missing > 0 and self._count > 0
                if not is_needed and not self._spares:
                    self._openers.discard(threading.current_thread())
                opening = InFlightRequest(time.monotonic)
                if is_needed:
                    self._missing -= 1
                    self._opening.add(opening)
                is_left = threading.current_thread() in self._openers
            for spare in old:
                spare.close()
            if is_needed:
                self._open(opening)
            elif not is_left:
                return

    def _open(self, opening: InFlightRequest) -> None:
        spare = None
        try:
            spare = _Spare(self._connect(opening), opening, time.monotonic())
        except Exception as error:  # noqa: BLE001 - the request that opens its own says what is wrong
            _log.debug("no connection ahead: %s", type(error).__name__)
        with self._changed:
            self._opening.discard(opening)
            is_wanted = spare is not None and len(self._spares) < self._count
            if spare is not None and is_wanted:
                self._spares.append(spare)
            if spare is None:
                # Tried again with the next request, and not in a loop.
                self._missing = 0
        if not is_wanted:
            opening.close()
            if spare is not None:
                spare.close()


def is_silent(connection: socket.socket) -> bool:
    """Return whether nothing has come on a connection on which nothing was sent: no end, no error, no byte.

    What TLS sends for itself after the hand-shake is read and does not count.

    Args:
        connection: An open one; its timeout stays as it is.
    """
    timeout = connection.gettimeout()
    try:
        connection.settimeout(0)
        try:
            connection.recv(1)
        finally:
            connection.settimeout(timeout)
    except (BlockingIOError, SSLWantReadError):
        return True
    except OSError:
        return False
    return False
