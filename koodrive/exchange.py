"""One HTTP exchange on its own connection: knows whether a byte of it can have left, and can be cut off.

What an exception of the HTTP stack means for a create depends on this alone: before the first byte nothing
can have been made, afterwards it may have been. The mark is set before the byte leaves, never after it.
"""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection


class ExchangeAbortedError(Exception):
    """Raised inside the HTTP stack when an exchange was cut off before its first byte could leave."""


class Exchange:
    """The state of one exchange, shared by the thread that runs it and the one that may cut it off."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._aborted = False
        self._has_left = False

    @property
    def has_left(self) -> bool:
        """Whether a byte of the request can have reached the service."""
        return self._has_left

    def connected(self, connection: socket.socket) -> None:
        """Take note of the connection, so that it can be cut.

        Raises:
            ExchangeAbortedError: When the exchange was cut off in the meantime.
        """
        with self._lock:
            if self._aborted:
                raise ExchangeAbortedError
            self._socket = connection

    def leave(self) -> None:
        """Mark that bytes are about to leave.

        Raises:
            ExchangeAbortedError: When the exchange was cut off first; then none may leave.
        """
        with self._lock:
            if self._aborted and not self._has_left:
                raise ExchangeAbortedError
            self._has_left = True

    def abort(self) -> None:
        """Cut the exchange off: nothing leaves any more, and a wait for the answer ends at once."""
        with self._lock:
            self._aborted = True
            connection = self._socket
        if connection is not None:
            with suppress(OSError):
                # Closing the descriptor would not wake the thread that waits on it; a shutdown does.
                socket.socket.shutdown(connection, socket.SHUT_RDWR)


class _Tracked(HTTPConnection):
    """Tells its exchange when it is connected (TLS included) and before it sends."""

    def __init__(self, *args: Any, exchange: Exchange, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._exchange = exchange

    def connect(self) -> None:
        super().connect()
        self._exchange.connected(self.sock)

    def send(self, data: Any) -> None:
        if self.sock is None:
            self.connect()
        self._exchange.leave()
        super().send(data)


class _TrackedSecure(_Tracked, HTTPSConnection):
    """The same over TLS; its hand-shake belongs to connecting, so nothing of the request has left by then."""


TRACKED_CONNECTIONS: dict[str, type[_Tracked]] = {
    "http": _Tracked,
    "https": _TrackedSecure,
}
"""The connection class for each scheme; it takes the keyword `exchange` besides those of urllib3."""
