"""Delivery of a response, or of nothing, over the connection of a client."""

from __future__ import annotations

import socket
import time
from email.utils import formatdate
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from koodrive.sandbox.faults import Fault

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from koodrive.sandbox.messages import Response

_DRIP_SECONDS: Final = 0.2
_LOOK_SECONDS: Final = 0.05
"""Seconds between the checks of a waiting connection for its client."""


class ClientConnection:
    """The connection to one client.

    Args:
        connection: The socket.
        stopping: Set when the sandbox is being stopped.
    """

    def __init__(self, connection: socket.socket, stopping: threading.Event) -> None:
        self._connection = connection
        self._stopping = stopping
        self.closed = False
        """Whether the connection is to be closed now."""

    @property
    def port(self) -> int:
        """The port on which the client has reached the sandbox."""
        port: int = self._connection.getsockname()[1]
        return port

    def send(self, text: bytes) -> None:
        """Send all of `text` in one go.

        Raises:
            OSError: When the client is gone.
        """
        self._connection.sendall(text)

    def end_sending(self) -> None:
        """Shut down the sending side; the receiving side stays open."""
        self._connection.shutdown(socket.SHUT_WR)

    def wait(self, seconds: float | None) -> bool:
        """Wait for `seconds`, or without end when it is None.

        Returns:
            Whether the time is over; False when the client or the sandbox went before.
        """
        deadline = None if seconds is None else time.monotonic() + seconds
        while not self._stopping.is_set() and self._client_is_there():
            left = _LOOK_SECONDS if deadline is None else min(_LOOK_SECONDS, deadline - time.monotonic())
            if left <= 0:
                return True
            self._stopping.wait(left)
        return False

    def _client_is_there(self) -> bool:
        limit = self._connection.gettimeout()
        self._connection.settimeout(0)
        try:
            return self._connection.recv(1, socket.MSG_PEEK) != b""
        except BlockingIOError:
            return True
        except OSError:
            return False
        finally:
            self._connection.settimeout(limit)


def wire_text(response: Response, now: float, *, with_body: bool = True) -> bytes:
    """Return head and body of `response` as sent over the wire.

    Args:
        response: The response.
        now: The time for its Date, in seconds since 1970.
        with_body: False for an answer to HEAD.
    """
    headers = {"Server": "koodrive-sandbox", "Content-Length": str(len(response.body)), **response.headers}
    if response.dated:
        headers.setdefault("Date", formatdate(now, usegmt=True))
    lines = [f"HTTP/1.1 {response.status} {HTTPStatus(response.status).phrase}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    head = "\r\n".join([*lines, "", ""]).encode("latin-1")
    return head + response.body if with_body else head


def deliver(client: ClientConnection, text: bytes, fault: Fault | None, seconds: float | None) -> None:
    """Send `text`, the answer on the wire, in the way of `fault`.

    Args:
        client: The connection.
        text: What `wire_text` gave; empty when the request was not carried out.
        fault: Any fault; those of other places change nothing here.
        seconds: How long, for the faults that take that.

    Raises:
        OSError: When the client is gone.
    """
    way = None if fault is None else _SENDERS.get(fault)
    if way is None:
        client.send(text)
    else:
        way(client, text, seconds)


def _drop(client: ClientConnection, _text: bytes, _seconds: float | None) -> None:
    client.closed = True


def _hang(client: ClientConnection, _text: bytes, seconds: float | None) -> None:
    client.wait(seconds)
    client.closed = True


def _half_close(client: ClientConnection, _text: bytes, seconds: float | None) -> None:
    client.end_sending()
    client.wait(seconds)
    client.closed = True


def _send_late(client: ClientConnection, text: bytes, seconds: float | None) -> None:
    if client.wait(seconds):
        client.send(text)
    else:
        client.closed = True


def _drip(client: ClientConnection, text: bytes, _seconds: float | None) -> None:
    head, _, _ = text.partition(b"\r\n\r\n")
    endless = b"\r\n".join(row for row in head.split(b"\r\n") if not row.startswith(b"Content-Length:"))
    position = 0
    endless += b"\r\n\r\n"
    while client.wait(_DRIP_SECONDS):
        # Blanks before the value are still JSON, so only the clock can end this.
        client.send(endless[position : position + 1] or b" ")
        position += 1
    client.closed = True


def _send_hints(client: ClientConnection, text: bytes, _seconds: float | None) -> None:
    client.send(b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload; as=style\r\n\r\n" + text)


_SENDERS: Final[dict[Fault, Callable[[ClientConnection, bytes, float | None], None]]] = {
    Fault.COMMIT_THEN_DROP: _drop,
    Fault.DROP_BEFORE_COMMIT: _drop,
    Fault.LATE_COMMIT: _drop,
    Fault.HANG: _hang,
    Fault.HANG_AFTER_COMMIT: _hang,
    Fault.HALF_CLOSE: _half_close,
    Fault.SLOW: _send_late,
    Fault.DRIP: _drip,
    Fault.EARLY_HINTS: _send_hints,
}
