"""The sockets of the sandbox: HTTP/1.1 with kept-alive connections, on 127.0.0.1 only."""

from __future__ import annotations

import errno
import logging
import os
import re
import socket
import socketserver
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Final

from koodrive.sandbox import messages
from koodrive.sandbox.delivery import ClientConnection
from koodrive.sandbox.messages import ReceivedRequest, RefusalError, SandboxError, gateway_error

if TYPE_CHECKING:
    from collections.abc import Callable
    from email.message import Message

    from koodrive.sandbox.app import Responder

_log = logging.getLogger(__name__)

_HOST: Final = "127.0.0.1"
_BODY_LIMIT: Final = 1024 * 1024
_DRAIN_LIMIT: Final = 16 * 1024 * 1024
_IDLE_SECONDS: Final = 60
_POLL_SECONDS: Final = 0.05
_JOIN_SECONDS: Final = 5.0
_LENGTH: Final = re.compile(r"[0-9]{1,15}", re.ASCII)


class LoopbackServer(ThreadingHTTPServer):
    """Accepts connections and hands every request to a responder, each connection in a thread of its own.

    Args:
        port: Where to listen; 0 for any free port.
        responder: Who answers.

    Raises:
        SandboxError: When the port cannot be had.
    """

    daemon_threads = True
    block_on_close = False
    # On Windows this would let two programs share a port; on POSIX it only forgives ended connections.
    allow_reuse_address = os.name == "posix"
    allow_reuse_port = False
    request_queue_size = 128

    def __init__(self, port: int, responder: Responder) -> None:
        self.responder = responder
        self.stopping = threading.Event()
        self._lock = threading.Lock()
        self._connections: dict[threading.Thread, socket.socket] = {}
        self._acceptor: threading.Thread | None = None
        try:
            super().__init__((_HOST, port), _RequestHandler)
        except OverflowError as exc:
            raise SandboxError(f"{port} is no port number; it has to be from 0 to 65535.") from exc
        except OSError as exc:
            raise SandboxError(_port_problem(port, exc)) from exc

    def server_bind(self) -> None:
        """Bind without the reverse look-up of 127.0.0.1, which can take seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = _HOST, self.server_address[1]

    def start(self) -> None:
        """Begin to accept connections, in a thread."""
        self._acceptor = threading.Thread(
            target=self.serve_forever, args=(_POLL_SECONDS,), name="sandbox-acceptor", daemon=True
        )
        self._acceptor.start()

    def stop(self) -> None:
        """End all connections, hanging ones too, and all threads; then let go of the port."""
        self.stopping.set()
        if self._acceptor is not None:
            # Where the system can, that wakes the acceptor, which would else look up at its next poll only.
            with suppress(OSError):
                self.socket.shutdown(socket.SHUT_RDWR)
            self.shutdown()
            self._acceptor.join()
        with self._lock:
            conversations = dict(self._connections)
        for connection in conversations.values():
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in conversations:
            thread.join(_JOIN_SECONDS)
        self.server_close()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Return a new connection its thread."""
        thread = threading.Thread(
            target=self._serve_connection,
            args=(request, client_address),
            name="sandbox-connection",
            daemon=True,
        )
        with self._lock:
            self._connections[thread] = request
        thread.start()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - the base class's signature
        """Log the error that ended a connection, except a client that went away."""
        _log.exception("The sandbox could not answer a request.")

    def _serve_connection(self, request: Any, client_address: Any) -> None:
        try:
            self.process_request_thread(request, client_address)
        finally:
            with self._lock:
                self._connections.pop(threading.current_thread(), None)


class _RequestHandler(BaseHTTPRequestHandler):
    """One connection: reads its requests, one after the other, and has them answered."""

    server: LoopbackServer
    protocol_version = "HTTP/1.1"
    timeout = _IDLE_SECONDS
    disable_nagle_algorithm = True
    headers: Message

    def __getattr__(self, name: str) -> Callable[[], None]:
        # The base class looks for one method per HTTP method; here the responder decides which are allowed.
        if name.startswith("do_"):
            return self._serve
        raise AttributeError(name)

    def handle(self) -> None:
        """Serve requests until the connection ends."""
        # A client that goes away in the middle is an everyday matter for a server.
        with suppress(ConnectionError, TimeoutError):
            super().handle()

    def _serve(self) -> None:
        client = ClientConnection(self.connection, self.server.stopping)
        try:
            request = self._receive()
        except RefusalError as refusal:
            self.server.responder.send(refusal.response, client, self.command)
            self.close_connection = True
            return
        if request is None:
            self.close_connection = True
            return
        self.server.responder.respond(request, client)
        self.close_connection = self.close_connection or client.closed

    def _receive(self) -> ReceivedRequest | None:
        """Read the body.

        Returns:
            The request, or None when the client went before all of it was there.

        Raises:
            RefusalError: When the length of the body is not clear, or too large.
        """
        length = self._body_length()
        if length > _BODY_LIMIT:
            self._drain(length)
            raise RefusalError(_closing(413, "The body is larger than 1 MiB."))
        body = self.rfile.read(length)
        if len(body) < length:
            return None
        path, _, query = self.path.partition("?")
        _log.debug("%s %s", self.command, path)
        return ReceivedRequest(self.command, path, query, self.headers, body)

    def _body_length(self) -> int:
        lengths = self.headers.get_all("Content-Length", ["0"])
        if "Transfer-Encoding" in self.headers or len(lengths) > 1 or not _LENGTH.fullmatch(lengths[0]):
            raise RefusalError(_closing(400, "The length of the body has to be in one Content-Length."))
        return int(lengths[0])

    def _drain(self, length: int) -> None:
        # A connection that is closed with unread bytes is reset, and the client would not see the answer.
        left = min(length, _DRAIN_LIMIT)
        while left > 0:
            block = self.rfile.read(min(left, 65536))
            if not block:
                return
            left -= len(block)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a request that the base class cannot read with a gateway error."""
        response = _closing(int(code), explain or message or "Bad request")
        self.server.responder.send(response, ClientConnection(self.connection, self.server.stopping), "GET")
        self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's signature
        """Log nothing: this module has log lines of its own."""


def _closing(status: int, message: str) -> messages.Response:
    return gateway_error(status, messages.GATEWAY_BAD_REQUEST, message, {"Connection": "close"})


def _port_problem(port: int, error: OSError) -> str:
    if error.errno in {errno.EADDRINUSE, errno.EACCES}:
        return (
            f"Port {port} is in use or reserved on this computer. Choose another one, or 0 for any free port."
        )
    return f"The sandbox cannot listen on port {port}: {error.strerror}."
