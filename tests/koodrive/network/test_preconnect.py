"""Connections that are opened ahead: each serves one request, and one that the server has closed costs a new one."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
import trustme
from client_calls import ALBUM, GOOD_ALBUM, client

from koodrive.api.transport import Timeouts
from koodrive.core.deadline import Cancellation
from koodrive.errors import NotSentError, OutcomeUnknownError
from koodrive.network import preconnect

BOUND_SECONDS = 20


class Server:
    """Answers one create on each connection, all connections at once; knows those on which nothing has come yet."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self._context = context
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.opened = 0
        self.idle: dict[socket.socket, None] = {}
        self.requests: list[bytes] = []
        self.is_mute = self.is_dripping = False
        self._threads = [threading.Thread(target=self._accept, name="sandbox-accept", daemon=True)]

    def __enter__(self):
        self._threads[0].start()
        return self

    def __exit__(self, *_details):
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.close_idle()
        for thread in self._threads:
            thread.join(5)

    def close_idle(self, *, reset: bool = False) -> None:
        for connection in list(self.idle):
            if reset:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                thread = threading.Thread(
                    target=self._serve, args=(connection,), name="sandbox-one", daemon=True
                )
                self._threads.append(thread)
                thread.start()

    def _serve(self, plain: socket.socket) -> None:
        with suppress(OSError), plain:
            connection = self._context.wrap_socket(plain, server_side=True) if self._context else plain
            with connection:
                self.opened += 1
                self.idle[connection] = None
                request = b""
                while b"}" not in request:
                    piece = connection.recv(65536)
                    if not piece:
                        break
                    request += piece
                del self.idle[connection]
                if not request:
                    return
                self.requests.append(request)
                if self.is_dripping:
                    connection.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
                    connection.settimeout(0.02)
                    while True:
                        connection.sendall(b".")
                        with suppress(TimeoutError):
                            if not connection.recv(1):
                                return
                if not self.is_mute:
                    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(GOOD_ALBUM)}\r\n\r\n"
                    connection.sendall(head.encode() + GOOD_ALBUM)
                # A client that sent another one on this connection would be found out here.
                if more := connection.recv(65536):
                    self.requests.append(more)


def wait_until(true) -> None:
    deadline = time.monotonic() + BOUND_SECONDS
    while not true():
        assert time.monotonic() < deadline
        threading.Event().wait(0.002)


def spares(caller) -> int:
    return len(caller._transport._preconnector._spares)


@pytest.fixture
def server():
    with Server() as server:
        yield server


@pytest.fixture
def caller(server):
    """Return a client that keeps two connections ahead."""
    caller = client(f"http://127.0.0.1:{server.port}")
    caller.preconnect(2)
    wait_until(lambda: spares(caller) == len(server.idle) == 2)
    yield caller
    caller.preconnect(0)
    wait_until(lambda: not caller._transport._preconnector._openers)
    assert spares(caller) == 0


def test_each_request_has_a_connection_that_was_open_before_and_is_never_used_again(server, caller):
    for number in range(1, 6):
        # It is there before the request; the server takes it a moment after it is open.
        wait_until(lambda number=number: server.opened > number)
        caller.create_album(ALBUM)
        wait_until(lambda: spares(caller) == 2)
    assert len(server.requests) == 5
    wait_until(lambda: server.opened == 7)
    caller.preconnect(0)
    wait_until(lambda: not server.idle)


@pytest.mark.parametrize("reset", [False, True])
def test_what_the_server_has_closed_costs_a_new_connection_and_no_outcome(server, caller, reset):
    server.close_idle(reset=reset)
    wait_until(lambda: not server.idle)
    caller.create_album(ALBUM)
    assert len(server.requests) == 1


def test_bytes_that_nobody_has_asked_for_are_no_answer(server, caller):
    for connection in server.idle:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
    wait_until(
        lambda: (
            not any(
                preconnect.is_silent(spare.connection.sock)
                for spare in caller._transport._preconnector._spares
            )
        )
    )
    caller.create_album(ALBUM)
    assert len(server.requests) == 1


def test_a_connection_waits_for_a_bounded_time(server, caller, monkeypatch):
    monkeypatch.setattr(preconnect, "LONGEST_SECONDS", 0.0)
    caller.create_album(ALBUM)
    # Those that had waited were not used.
    wait_until(lambda: server.opened >= 3)
    # None are opened while nothing is sent: nobody is there who would.
    wait_until(lambda: not caller._transport._preconnector._openers)
    wait_until(lambda: not server.idle)
    assert spares(caller) == 0


def test_as_many_as_were_asked_for_are_open_at_most(server, caller):
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: caller.create_album(ALBUM), range(40)))
    wait_until(lambda: spares(caller) == 2)
    assert len(server.requests) == 40
    assert server.opened <= 40 + 2 + 2 * 4
    for count in (-1, preconnect.MOST + 1):
        with pytest.raises(ValueError, match="can be kept ahead"):
            caller.preconnect(count)


def test_a_service_that_cannot_be_reached_is_reported_by_the_request(server):
    url = f"http://127.0.0.1:{server.port}"
    server.__exit__()
    caller = client(url)
    caller.preconnect(4)
    wait_until(lambda: not caller._transport._preconnector._opening)
    with pytest.raises(NotSentError, match="did not take the connection"):
        caller.create_album(ALBUM)
    caller.preconnect(0)


def test_a_request_on_such_a_connection_can_be_cut_off(server, caller):
    server.is_mute = True
    cancellation = Cancellation()
    with ThreadPoolExecutor(1) as pool:
        call = pool.submit(caller.create_album, ALBUM, cancellation=cancellation)
        wait_until(lambda: server.requests)
        began = time.monotonic()
        cancellation.cancel()
        assert isinstance(call.exception(BOUND_SECONDS), OutcomeUnknownError)
        assert time.monotonic() - began < 2


def test_a_request_on_such_a_connection_ends_with_its_time_however_slowly_the_answer_drips(server):
    server.is_dripping = True
    caller = client(f"http://127.0.0.1:{server.port}", timeouts=Timeouts(total=0.5))
    caller.preconnect(1)
    wait_until(lambda: spares(caller) == 1)
    with pytest.raises(OutcomeUnknownError):
        caller.create_album(ALBUM)
    caller.preconnect(0)
    assert len(server.requests) == 1


def test_over_tls_the_certificate_is_checked_ahead_and_tickets_are_no_end(tmp_path):
    authority, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    trustme.CA().cert_pem.write_to_path(tmp_path / "other.pem")
    with Server(context) as server:
        url, timeouts = f"https://127.0.0.1:{server.port}", Timeouts(connect=5, total=10)
        caller = client(url, ca_file=str(tmp_path / "ca.pem"), timeouts=timeouts)
        caller.preconnect(1)
        for number in range(1, 4):
            wait_until(lambda: spares(caller) == 1)
            caller.create_album(ALBUM)
            assert len(server.requests) == number
        server_opened = server.opened
        wait_until(lambda: spares(caller) == 1)
        server.close_idle()
        caller.create_album(ALBUM)
        assert server.opened > server_opened
        wait_until(lambda: not caller._transport._preconnector._opening)
        caller.preconnect(0)
        wrong = client(url, ca_file=str(tmp_path / "other.pem"), timeouts=timeouts)
        wrong.preconnect(1)
        with pytest.raises(NotSentError, match="authority behind its certificate"):
            wrong.create_album(ALBUM)
        wait_until(lambda: not wrong._transport._preconnector._opening)
        wrong.preconnect(0)
        assert len(server.requests) == 4
