"""The sockets of the sandbox: kept-alive connections, limits, starting and stopping."""

from __future__ import annotations

import contextlib
import http.client
import json
import logging
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from sandbox_calls import (
    ALBUM_CREATE,
    MANUAL_ALBUM,
    call,
    create_album,
    create_folder,
    good_headers,
    port_of,
    wait_until,
)

from koodrive.sandbox import SANDBOX_TOKEN, Sandbox, SandboxError


def raw(sandbox, text: bytes) -> bytes:
    """Send `text` and read until the sandbox closes the connection."""
    with socket.create_connection(("127.0.0.1", port_of(sandbox)), timeout=10) as connection:
        connection.sendall(text)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def test_it_listens_on_the_loopback_address_only(sandbox):
    assert sandbox.base_url.startswith("http://127.0.0.1:")
    assert sandbox._server.server_address[0] == "127.0.0.1"


def test_one_connection_carries_many_requests(sandbox):
    connection = http.client.HTTPConnection("127.0.0.1", port_of(sandbox), timeout=10)
    with contextlib.closing(connection):
        addresses = set()
        for number in range(50):
            body = json.dumps({**MANUAL_ALBUM, "name": str(number)})
            connection.request("POST", ALBUM_CREATE, body, good_headers())
            addresses.add(connection.sock.getsockname())
            assert json.loads(connection.getresponse().read())["code"] == 0
    assert len(addresses) == 1
    assert [effect["name"] for effect in sandbox.effects()] == [str(number) for number in range(50)]


def test_many_connections_at_once_make_each_thing_once(sandbox):
    with ThreadPoolExecutor(16) as pool:
        replies = list(pool.map(lambda number: create_folder(sandbox, name=f"n{number % 40}"), range(80)))
    assert sorted(reply.status for reply in replies) == [200] * 40 + [400] * 40
    ids = [effect["id"] for effect in sandbox.effects()]
    assert len(set(ids)) == 40


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (b"nonsense\r\n\r\n", 400),
        (b"GET / HTTP/9.9\r\n\r\n", 505),
        (b"GET /" + b"x" * 70_000 + b" HTTP/1.1\r\n\r\n", 414),
        (b"GET / HTTP/1.1\r\n" + b"a: b\r\n" * 200 + b"\r\n", 431),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
    ],
    ids=["line", "version", "address", "headers", "chunked", "negative", "two-lengths"],
)
def test_unreadable_requests_get_a_gateway_error(sandbox, text, status):
    head, _, body = raw(sandbox, text).partition(b"\r\n\r\n")
    assert head.startswith(f"HTTP/1.1 {status} ".encode())
    assert b"Connection: close" in head
    assert json.loads(body)["error_code"] == "APIGW.0201"


def test_bodies_have_a_limit(sandbox):
    reply = call(sandbox, "POST", ALBUM_CREATE, b" " * (1024 * 1024 + 1))
    assert (reply.status, reply.json["error_code"]) == (413, "APIGW.0201")
    assert call(sandbox, "POST", ALBUM_CREATE, b" " * (1024 * 1024)).status == 400


def test_half_a_request_has_no_effect(sandbox):
    body = json.dumps(MANUAL_ALBUM).encode()
    rows = [f"{name}: {value}" for name, value in good_headers().items()]
    head = "\r\n".join([f"POST {ALBUM_CREATE} HTTP/1.1", *rows, f"Content-Length: {len(body)}", "", ""])
    with socket.create_connection(("127.0.0.1", port_of(sandbox)), timeout=10) as connection:
        connection.sendall(head.encode() + body[:-1])
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(100) == b""
    assert sandbox.requests() == []
    assert sandbox.effects() == []


def test_a_busy_port_is_said_in_words(sandbox):
    port = port_of(sandbox)
    with pytest.raises(SandboxError, match=f"Port {port} is in use"):
        Sandbox(port=port).start()


def test_it_cannot_be_started_twice_and_may_be_stopped_twice(sandbox):
    with pytest.raises(SandboxError, match="already running"):
        sandbox.start()
    create_album(sandbox)
    sandbox.stop()
    sandbox.stop()
    with pytest.raises(SandboxError, match="not running"):
        _ = sandbox.base_url
    assert len(sandbox.effects()) == 1


def test_stopping_ends_idle_connections_and_all_threads(sandbox):
    connections = [socket.create_connection(("127.0.0.1", port_of(sandbox)), timeout=10) for _ in range(10)]
    wait_until(lambda: sum(t.name == "sandbox-connection" for t in threading.enumerate()) == 10)
    started = time.monotonic()
    sandbox.stop()
    assert time.monotonic() - started < 3
    assert not [
        thread
        for thread in threading.enumerate()
        if thread.name in {"sandbox-acceptor", "sandbox-connection"}
    ]
    for connection in connections:
        with connection:
            assert connection.recv(1) == b""


def test_the_log_is_quiet_and_knows_no_token(sandbox, caplog, capfd):
    with caplog.at_level(logging.DEBUG):
        create_album(sandbox)
        call(sandbox, "POST", ALBUM_CREATE, MANUAL_ALBUM, {"Authorization": "Bearer canary-token"})
        raw(sandbox, b"nonsense\r\n\r\n")
    assert f"POST {ALBUM_CREATE}" in caplog.text
    assert SANDBOX_TOKEN not in caplog.text
    assert "canary" not in caplog.text
    assert capfd.readouterr() == ("", "")
