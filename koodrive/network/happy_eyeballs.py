"""Connects to a host with several addresses; one that swallows packets causes no delay (RFC 8305).

Connections are raced, never requests: one connection comes out of it, and no byte of a request has left by then.
"""

from __future__ import annotations

import errno
import math
import selectors
import socket
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Any

from koodrive.messages import Message, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ATTEMPT_DELAY_SECONDS = 0.25
"""Delay before the next address is tried as well (RFC 8305, section 5)."""
PENDING_LIMIT = 8
"""Most addresses that are tried at once; beyond that the oldest attempt is cancelled."""
_CHECK_SECONDS = 0.1

_NO_ROUTE = Message("{address} (no route)")
_OTHER_REASON = Message("{address} ({code})")
_REASONS = {
    errno.ETIMEDOUT: Message("{address} (no answer)"),
    errno.ECONNREFUSED: Message("{address} (refused)"),
    errno.ENETUNREACH: _NO_ROUTE,
    errno.EHOSTUNREACH: _NO_ROUTE,
}


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed address with its error number of the `errno` module."""

    address: str
    code: int

    @property
    def text(self) -> Message:
        """Address and reason, such as ``::1 (refused)``."""
        reason = _REASONS.get(self.code, _OTHER_REASON)
        return reason.filled(address=self.address, code=errno.errorcode.get(self.code, self.code))


class UnreachableError(Exception):
    """Raised when no address of a host could be connected to.

    Args:
        failures: One for each address that was tried.
    """

    def __init__(self, failures: Sequence[Failure]) -> None:
        super().__init__(listed(*(failure.text for failure in failures)))
        self.failures = tuple(failures)

    @property
    def is_timeout(self) -> bool:
        """Whether an address gave no answer at all."""
        return any(failure.code == errno.ETIMEDOUT for failure in self.failures)

    @property
    def remark(self) -> Message | None:
        """The failure of each address as a sentence; None for a host with one address."""
        if len(self.failures) < 2:
            return None
        return Message("Tried: {addresses}.", addresses=listed(*(failure.text for failure in self.failures)))


def connect(
    host: str, port: int, seconds: float | None, raise_if_aborted: Callable[[], None]
) -> socket.socket:
    """Return a connection to the address of a host that answers first; blocks.

    Args:
        host: A name, or an IP address with or without brackets.
        port: The port.
        seconds: How long connecting may take in all, and each later step on the connection; None for no limit.
        raise_if_aborted: Called about ten times a second; what it raises ends all attempts.

    Returns:
        A blocking socket without delay (TCP_NODELAY). All others are closed.

    Raises:
        socket.gaierror: When the host has no address.
        UnreachableError: When none of its addresses can be connected to in time.
    """
    found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
    race = _Race(_interleaved([(family, address) for family, _, _, _, address in found]))
    try:
        connection = race.run(seconds, raise_if_aborted)
    finally:
        race.close()
    connection.settimeout(seconds)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection


_Address = tuple[socket.AddressFamily, Any]


def _interleaved(addresses: Sequence[_Address]) -> list[_Address]:
    """Return the addresses by turns of IPv6 and another family, each family in its order (RFC 8305, section 4)."""
    unique = dict.fromkeys(addresses)
    ipv6 = [address for address in unique if address[0] == socket.AF_INET6]
    others = [address for address in unique if address[0] != socket.AF_INET6]
    return [address for address in chain(*zip_longest(ipv6, others)) if address is not None]


class _Race:
    """Attempts to connect to some addresses, of which the first that succeeds ends all others.

    Args:
        addresses: In the order in which they are tried.
    """

    def __init__(self, addresses: Sequence[_Address]) -> None:
        self._untried = deque(addresses)
        self._next_at = 0.0
        self._pending: dict[socket.socket, str] = {}
        self._failures: list[Failure] = []
        self._selector = selectors.DefaultSelector()

    def run(self, seconds: float | None, raise_if_aborted: Callable[[], None]) -> socket.socket:
        """Return the first connection; `close` has to be called afterwards, however this ends."""
        ends_at = math.inf if seconds is None else time.monotonic() + seconds
        while self._untried or self._pending:
            raise_if_aborted()
            now = time.monotonic()
            if now >= ends_at:
                break
            if self._untried and (now >= self._next_at or not self._pending):
                self._begin(*self._untried.popleft())
            connection = self._first_within(min(_CHECK_SECONDS, ends_at - now))
            if connection is not None:
                return connection
        for connection in list(self._pending):
            self._fail(connection, errno.ETIMEDOUT)
        raise UnreachableError(self._failures)

    def close(self) -> None:
        """End all attempts that are still pending."""
        self._selector.close()
        for connection in self._pending:
            connection.close()

    def _begin(self, family: socket.AddressFamily, address: Any) -> None:
        if len(self._pending) >= PENDING_LIMIT:
            self._fail(next(iter(self._pending)), errno.ETIMEDOUT)
        self._next_at = time.monotonic() + ATTEMPT_DELAY_SECONDS
        try:
            connection = socket.socket(family, socket.SOCK_STREAM)
        except OSError as exc:
            # A system without IPv6, say.
            self._failures.append(Failure(address[0], exc.errno or 0))
            self._next_at = 0.0
            return
        self._pending[connection] = address[0]
        connection.settimeout(0)
        try:
            connection.connect(address)
        except BlockingIOError:
            pass
        except OSError as exc:
            self._fail(connection, exc.errno or 0)
            return
        self._selector.register(connection, selectors.EVENT_WRITE)

    def _first_within(self, seconds: float) -> socket.socket | None:
        """Wait for a connection, but not beyond the moment at which the next address is due."""
        if not self._pending:
            # The select of Windows refuses to wait for nothing.
            return None
        if self._untried:
            seconds = min(seconds, self._next_at - time.monotonic())
        for key, _events in self._selector.select(max(seconds, 0)):
            connection: Any = key.fileobj
            code = connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if not code:
                return self._released(connection)
            self._fail(connection, code)
        return None

    def _fail(self, connection: socket.socket, code: int) -> None:
        self._failures.append(Failure(self._pending[connection], code))
        self._released(connection).close()
        # A failure needs no further patience (RFC 8305, section 5).
        self._next_at = 0.0

    def _released(self, connection: socket.socket) -> socket.socket:
        """Return a socket that is no longer one of the pending attempts."""
        del self._pending[connection]
        with suppress(KeyError):
            self._selector.unregister(connection)
        return connection
