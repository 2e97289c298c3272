"""A server that answers with exactly the bytes a test wants, and remembers what came in."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from typing import Self

Script = Callable[[socket.socket], None]


def reply(status: int, body: bytes, *headers: str, length: int | None = None) -> Script:
    """Return a script that sends one whole answer and closes."""
    head = [f"HTTP/1.1 {status} Whatever", f"Content-Length: {len(body) if length is None else length}"]
    head += ["Content-Type: application/json", "Connection: close", *headers, "", ""]
    payload = "\r\n".join(head).encode() + body
    return lambda connection: connection.sendall(payload)


def send(payload: bytes) -> Script:
    """Return a script that sends `payload` and closes."""
    return lambda connection: connection.sendall(payload)


class ScriptedServer:
    """Accepts connections on a loopback port one by one; reads a request, then runs the script."""

    def __init__(
        self, script: Script, *, wrap: Callable[[socket.socket], socket.socket] | None = None
    ) -> None:
        self._script = script
        self._wrap = wrap
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.requests: list[bytes] = []
        self.ended = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="sandbox-scripted", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_details: object) -> None:
        self.ended.set()
        # Closing alone does not wake a thread that waits in accept.
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(timeout=5)

    @property
    def url(self) -> str:
        """The base URL."""
        return f"http://127.0.0.1:{self.port}"

    def _serve(self) -> None:
        while not self.ended.is_set():
            try:
                connection, _address = self._listener.accept()
            except OSError:
                return
            try:
                connection.settimeout(5)
                if self._wrap is not None:
                    connection = self._wrap(connection)
                self.requests.append(_read_request(connection))
                self._script(connection)
            except OSError:
                pass
            finally:
                connection.close()


def _read_request(connection: socket.socket) -> bytes:
    received = b""
    while b"\r\n\r\n" not in received:
        received += _more(connection)
    head, _, body = received.partition(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    while len(body) < length:
        body += _more(connection)
    return head + b"\r\n\r\n" + body


def _more(connection: socket.socket) -> bytes:
    chunk = connection.recv(65536)
    if not chunk:
        raise ConnectionError("the client went away")
    return chunk
