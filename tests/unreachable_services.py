"""Services that no request can get to, each for a reason of its own, which write down every byte that comes."""

from __future__ import annotations

import contextlib
import socket
import ssl
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import trustme

if TYPE_CHECKING:
    from collections.abc import Iterator

UNREACHABLE = (
    "refused",
    "unknown host",
    "connect timeout",
    "no tls",
    "tls broken off",
    "tls that never ends",
    "nobody vouches",
)


@contextmanager
def unreachable(reason: str) -> Iterator[tuple[str, bytearray]]:
    """Give the address of a service that cannot be reached for one of `UNREACHABLE`, and what came to it."""
    came = bytearray()
    if reason == "refused":
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port = listener.getsockname()[1]
        yield f"http://127.0.0.1:{port}", came
    elif reason == "unknown host":
        yield "https://koodesk-test.invalid", came
    elif reason == "connect timeout":
        with full_queue() as listener:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}", came
    else:
        with _Listener(reason, came) as port:
            yield f"https://127.0.0.1:{port}", came


@contextmanager
def full_queue(host: str = "127.0.0.1", port: int = 0) -> Iterator[socket.socket]:
    """Fill the queue of connections to accept; later clients get no answer at all."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with (
        socket.create_server((host, port), family=family, backlog=0) as listener,
        contextlib.ExitStack() as waiting,
    ):
        for _ in range(8):
            one = waiting.enter_context(socket.socket(family))
            one.setblocking(False)
            with contextlib.suppress(BlockingIOError):
                one.connect(listener.getsockname())
        yield listener


def can_fill_a_queue() -> bool:
    """Return whether this system leaves those without an answer that its queue has no room for."""
    return sys.platform == "linux"


class _Listener:
    """Accepts connections and spoils the hand-shake of TLS; takes down the bytes that came, as they were."""

    def __init__(self, reason: str, came: bytearray) -> None:
        self._reason = reason
        self._came = came
        self._ended = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, name="sandbox-unreachable", daemon=True)
        self._context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        trustme.CA().issue_cert("127.0.0.1").configure_cert(self._context)

    def __enter__(self) -> int:
        self._thread.start()
        return self._listener.getsockname()[1]

    def __exit__(self, *_details: object) -> None:
        self._ended.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(timeout=5)

    def _serve(self) -> None:
        while not self._ended.is_set():
            try:
                connection, _address = self._listener.accept()
            except OSError:
                return
            with connection, contextlib.suppress(OSError):
                connection.settimeout(5)
                self._spoil(connection)

    def _spoil(self, connection: socket.socket) -> None:
        if self._reason == "nobody vouches":
            with self._context.wrap_socket(connection, server_side=True) as secure:
                self._came += secure.recv(65536)
            return
        self._came += connection.recv(65536)
        if self._reason == "no tls":
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
        elif self._reason == "tls that never ends":
            while not self._ended.is_set() and (more := connection.recv(65536)):
                self._came += more
