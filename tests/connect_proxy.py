"""A real HTTP proxy on a loopback port that answers CONNECT as a test wants, and remembers what it was asked."""

from __future__ import annotations

import base64
import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable


def head_of(connection: socket.socket) -> bytes:
    received = b""
    while b"\r\n\r\n" not in received:
        chunk = connection.recv(4096)
        if not chunk:
            raise ConnectionError("the client went away")
        received += chunk
    return received


class ConnectProxy:
    """Serves every connection on a thread of its own.

    Args:
        service_port: Where every tunnel ends, whatever host the client names; by default where it wants to.
        behaviour: What happens with a connection; by default it gets its tunnel.
        secrets: ``user:password`` that it wants, or None.
    """

    def __init__(
        self,
        service_port: int | None = None,
        behaviour: Callable[[ConnectProxy, socket.socket], None] | None = None,
        secrets: str | None = None,
    ) -> None:
        self._service_port = service_port
        self._behaviour = behaviour or tunnel
        self._secrets = secrets
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.questions: list[bytes] = []
        self.asked = threading.Event()
        self.left = threading.Event()
        self.ended = threading.Event()
        self._open: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept, name="sandbox-proxy", daemon=True)]

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(self, *_details: object) -> None:
        self.ended.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in self._open:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(timeout=5)

    def _accept(self) -> None:
        while not self.ended.is_set():
            try:
                connection, _address = self._listener.accept()
            except OSError:
                return
            thread = threading.Thread(
                target=self._serve, args=(connection,), name="sandbox-proxy", daemon=True
            )
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        self._open.append(connection)
        with suppress(OSError), connection:
            connection.settimeout(10)
            self.questions.append(head_of(connection))
            self.asked.set()
            wanted = base64.b64encode((self._secrets or "").encode())
            if self._secrets and b"Proxy-Authorization: Basic " + wanted not in self.questions[-1]:
                connection.sendall(
                    b'HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm="x"\r\n\r\nno'
                )
                return
            self._behaviour(self, connection)

    def upstream(self) -> socket.socket:
        """Return a connection to the service that the last question names."""
        target = self.questions[-1].split()[1].decode()
        host, _, port = target.rpartition(":")
        service = socket.create_connection(
            ("127.0.0.1", self._service_port) if self._service_port else (host.strip("[]"), int(port)), 5
        )
        self._open.append(service)
        return service


def tunnel(proxy: ConnectProxy, connection: socket.socket) -> None:
    """Accept, and carry bytes both ways until one side ends."""
    with proxy.upstream() as service:
        connection.sendall(b"HTTP/1.1 200 Connection established\r\nVia: test\r\n\r\n")
        back = threading.Thread(target=_carry, args=(service, connection), name="sandbox-proxy", daemon=True)
        back.start()
        _carry(connection, service)
        back.join(timeout=5)


def tunnel_until(cut: threading.Event) -> Callable[[ConnectProxy, socket.socket], None]:
    """Return a behaviour that carries bytes both ways and breaks the tunnel when `cut` is set."""

    def behave(proxy: ConnectProxy, connection: socket.socket) -> None:
        with proxy.upstream() as service:
            connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            ways = [(connection, service), (service, connection)]
            carriers = [
                threading.Thread(target=_carry, args=way, name="sandbox-proxy", daemon=True) for way in ways
            ]
            for carrier in carriers:
                carrier.start()
            cut.wait(10)
            for end in (connection, service):
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
            for carrier in carriers:
                carrier.join(timeout=5)

    return behave


def hang(proxy: ConnectProxy, connection: socket.socket) -> None:
    """Send nothing, and record when the client closes the connection."""
    connection.settimeout(20)
    with suppress(ConnectionError):
        connection.recv(1)
    proxy.left.set()


def drop(_proxy: ConnectProxy, _connection: socket.socket) -> None:
    """End the connection without a word."""


def reply_with(answer: bytes) -> Callable[[ConnectProxy, socket.socket], None]:
    """Return a behaviour that answers with these bytes and ends the connection."""
    return lambda _proxy, connection: connection.sendall(answer)


def _carry(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        source.settimeout(10)
        while chunk := source.recv(65536):
            target.sendall(chunk)
    with suppress(OSError):
        target.shutdown(socket.SHUT_RDWR)
