"""One HTTP exchange on its own connection: knows whether a byte of it can have left, and can be cut off.

The meaning of an exception of the HTTP stack for a create depends on this alone: before the first byte nothing
can have been made, afterwards it may have been. The mark is set before the byte leaves, never after it.
"""

from __future__ import annotations

import errno
import socket
import threading
from contextlib import suppress
from http.client import HTTPException, HTTPResponse, parse_headers
from typing import TYPE_CHECKING, Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError
from urllib3.util import parse_url

from koodrive.core.failpoints import Failpoint, failpoint
from koodrive.network import tunnel
from koodrive.network.happy_eyeballs import UnreachableError, connect
from koodrive.network.tunnel import MAX_INTERIM_RESPONSES

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Mapping

    from urllib3.response import HTTPResponse as DecodedResponse

    from koodrive.network.proxy import Proxy


_ENDED_EARLY = (errno.ECONNRESET, errno.EPROTOTYPE)


class RequestAbortedError(Exception):
    """Raised inside the HTTP stack when an exchange was cut off before its first byte could leave."""


class InFlightRequest:
    """The state of one exchange, shared by the thread that runs it and the one that may cut it off.

    Args:
        elapsed: A clock, in seconds, for `left_at`.
    """

    def __init__(self, elapsed: Callable[[], float]) -> None:
        self._elapsed = elapsed
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._left_at = elapsed()
        self._aborted = False
        self._bytes_sent = False

    @property
    def bytes_sent(self) -> bool:
        """Whether a byte of the request can have reached the service."""
        return self._bytes_sent

    @property
    def sent_at(self) -> float:
        """When the first byte left; before that, when the exchange began."""
        return self._left_at

    def attach_socket(self, connection: socket.socket) -> None:
        """Store the connection, so that `abort` can cut it, also in the middle of a TLS hand-shake.

        Raises:
            RequestAbortedError: When the exchange was cut off in the meantime.
        """
        with self._lock:
            if self._aborted:
                raise RequestAbortedError
            # TLS takes the descriptor over from the plain socket; a second one stays ours.
            self._socket = connection.dup()

    def take_over(self, opening: InFlightRequest) -> None:
        """Take over the connection that was opened ahead by `opening`, so that `abort` can cut it.

        Raises:
            RequestAbortedError: When the exchange was cut off in the meantime.
        """
        with opening._lock:
            connection, opening._socket = opening._socket, None
        with self._lock:
            if not self._aborted:
                self._socket = connection
                return
        if connection is not None:
            connection.close()
        raise RequestAbortedError

    def raise_if_aborted(self) -> None:
        """Raise if the exchange was cut off.

        Raises:
            RequestAbortedError: When it was.
        """
        if self._aborted:
            raise RequestAbortedError

    def mark_sending(self) -> None:
        """Mark that bytes are about to leave.

        Raises:
            RequestAbortedError: When the exchange was cut off first; then none may leave.
        """
        with self._lock:
            if self._aborted and not self._bytes_sent:
                raise RequestAbortedError
            if not self._bytes_sent:
                self._left_at = self._elapsed()
            self._bytes_sent = True

    def abort(self) -> None:
        """Cut the exchange off: nothing leaves any more, and a wait for the answer ends at once."""
        with self._lock:
            self._aborted = True
            connection = self._socket
        if connection is not None:
            with suppress(OSError):
                # Closing the descriptor would not wake the thread that waits on it; a shutdown does.
                connection.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Close the stored connection."""
        with self._lock:
            if self._socket is not None:
                self._socket.close()
                self._socket = None


class FinalResponse(HTTPResponse):
    """An answer that begins at its final status line.

    `http.client` by itself passes over 100 alone, and over any number of them.
    """

    def _read_status(self) -> tuple[str, int, str]:
        """Return protocol, status and reason of the final answer.

        Raises:
            HTTPException: When none comes after `MAX_INTERIM_RESPONSES`, besides what the base class raises.
        """
        for _ in range(MAX_INTERIM_RESPONSES + 1):
            protocol, status, reason = super()._read_status()  # type: ignore[misc]
            if not 100 <= status < 200:
                return protocol, status, reason
            parse_headers(self.fp)
        raise HTTPException("no final answer")


class TrackedConnection(HTTPConnection):
    """Connection that attaches its socket to an `InFlightRequest` and marks it before it sends."""

    response_class = FinalResponse

    def __init__(
        self, *args: Any, exchange: InFlightRequest, route: Proxy | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._exchange = exchange
        # urllib3 has proxies of its own, but sends CONNECT by the way of the request, as if that had begun.
        self._route = route
        # http.client prints headers, and so the token, where its debugging is on.
        self.set_debuglevel(0)

    def serve(self, exchange: InFlightRequest, opening: InFlightRequest) -> None:
        """Belong to an exchange from now on; nothing was sent yet.

        Args:
            exchange: The exchange.
            opening: The one that the connection was opened by.

        Raises:
            RequestAbortedError: When the exchange was cut off; the connection is closed.
        """
        self._exchange = exchange
        try:
            exchange.take_over(opening)
        except RequestAbortedError:
            self.close()
            raise

    def exchange(
        self,
        method: str,
        target: str,
        headers: Mapping[str, str],
        body: bytes | str | None,
        seconds: float,
    ) -> DecodedResponse:
        """Send one request and return its answer, whose body is not read yet.

        Args:
            method: ``GET`` or ``POST``.
            target: Path and query.
            headers: All but those of the framing.
            body: None for none.
            seconds: How long each wait may take.

        Raises:
            OSError, HTTPException, urllib3.exceptions.HTTPError: When it did not get through, or no answer came.
        """
        self.timeout = seconds
        try:
            self.request(method, target, body, headers, preload_content=False)
        except OSError as exc:
            # A service that ends the connection while it is still sent to may have answered first.
            if not isinstance(exc, BrokenPipeError) and exc.errno not in _ENDED_EARLY:
                raise
        return self.getresponse()

    def _new_conn(self) -> socket.socket:
        route = self._route
        if route is None:
            connection = self._connect_directly()
        else:
            connection = tunnel.connect(route, self.timeout, self._exchange.raise_if_aborted)
        try:
            self._exchange.attach_socket(connection)
            if route is not None:
                tunnel.open_tunnel(connection, route, self.host, self.port)
        except BaseException:
            connection.close()
            raise
        return connection

    def _connect_directly(self) -> socket.socket:
        """Return a connection to the service; raises the exceptions of urllib3."""
        try:
            return connect(self._dns_host, self.port, self.timeout, self._exchange.raise_if_aborted)
        except socket.gaierror as exc:
            raise NameResolutionError(self.host, self, exc) from exc
        except UnreachableError as exc:
            kind = ConnectTimeoutError if exc.is_timeout else NewConnectionError
            raise kind(self, str(exc)) from exc

    def send(self, data: Any) -> None:
        """Send a part of the request, as the base classes do, and mark that first."""
        if self.sock is None:
            self.connect()
        self._exchange.mark_sending()
        super().send(data)
        failpoint(Failpoint.MID_SEND)


class _TrackedSecure(TrackedConnection, HTTPSConnection):
    """The same over TLS; its hand-shake belongs to connecting, so nothing of the request has left by then."""


def open_connection(
    address: str,
    exchange: InFlightRequest,
    route: Proxy | None,
    context: ssl.SSLContext | None,
    seconds: float,
) -> TrackedConnection:
    """Return a new connection to a service, through its proxy and with its TLS hand-shake done; blocks.

    Args:
        address: The service address.
        exchange: The exchange that it is for, which can cut it off.
        route: The proxy; None for a direct connection.
        context: Of TLS, for ``https``.
        seconds: How long connecting, and each step after it, may take.

    Raises:
        PreSendError, OSError, urllib3.exceptions.HTTPError: When there is none to be had.
        RequestAbortedError: When the exchange was cut off.
    """
    parts = parse_url(address)
    host = str(parts.host).strip("[]")
    values: dict[str, Any] = {"exchange": exchange, "route": route, "timeout": seconds}
    connection = (
        _TrackedSecure(host, parts.port, ssl_context=context, cert_reqs="CERT_REQUIRED", **values)
        if parts.scheme == "https"
        else TrackedConnection(host, parts.port, **values)
    )
    try:
        connection.connect()
    except BaseException:
        connection.close()
        raise
    return connection
