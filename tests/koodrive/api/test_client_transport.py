"""The way of the client's bytes over real sockets: redirects, deadlines, cancelling, TLS, proxies and the clock."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from client_calls import ALBUM, GOOD_ALBUM, TOKEN, client, parsed
from scripted_server import ScriptedServer, reply

from koodrive.api.transport import Timeouts
from koodrive.clock.server_clock import ServerClock
from koodrive.core.deadline import Cancellation
from koodrive.errors import (
    AddressError,
    AuthenticationError,
    CertificateError,
    ClockError,
    NotSentError,
    OutcomeUnknownError,
    RedirectedError,
    RefusedError,
)

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("date", ["Mon, 01 Jan 0500 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_a_silly_date_breaks_nothing(date):
    with ScriptedServer(reply(200, GOOD_ALBUM, f"Date: {date}")) as server:
        caller = client(server.url)
        for _ in range(2):
            assert caller.create_album(ALBUM).album_id == "1805929618625036417"


def test_a_known_refusal_is_not_blamed_on_the_clock():
    late = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=2)
    date = f"Date: {format_datetime(late, usegmt=True)}"
    script = reply(400, b'{"code": 13000405, "msg": "Duplicate"}', date)
    with ScriptedServer(script) as server, pytest.raises(RefusedError) as caught:
        client(server.url).create_album(ALBUM)
    assert type(caught.value) is RefusedError
    assert caught.value.code == "13000405"


def test_a_hanging_handshake_is_cut_and_holds_up_nobody():
    cancellation = Cancellation()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"https://127.0.0.1:{listener.getsockname()[1]}"
        caller = client(url, timeouts=Timeouts(connect=10, total=20))
        accepted = []
        canceller = threading.Thread(
            target=lambda: (accepted.append(listener.accept()), cancellation.cancel())
        )
        canceller.start()
        begun = time.monotonic()
        with pytest.raises(NotSentError):
            caller.create_album(ALBUM, cancellation=cancellation)
        assert time.monotonic() - begun < 3
        canceller.join()
        accepted[0][0].close()


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (301, RedirectedError),
        (302, RedirectedError),
        (303, OutcomeUnknownError),
        (307, RedirectedError),
        (308, RedirectedError),
    ],
)
def test_a_redirect_is_not_followed(status, error):
    with ScriptedServer(reply(200, GOOD_ALBUM)) as other:
        script = reply(status, b"", f"Location: {other.url}/koodrive/ose/v1/album/create")
        with ScriptedServer(script) as server, pytest.raises(error):
            client(server.url).create_album(ALBUM)
    assert other.requests == []


def test_a_refused_connection_is_not_sent():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(NotSentError):
        client(f"http://127.0.0.1:{port}").create_album(ALBUM)


def test_an_unknown_host_is_an_address_error():
    with pytest.raises(AddressError):
        client("https://koodesk-test.invalid").create_album(ALBUM)


def test_a_slow_drip_ends_at_the_total_deadline():
    stop = threading.Event()

    def drip(connection: socket.socket) -> None:
        for byte in b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + b"x" * 1000:
            connection.sendall(bytes([byte]))
            if stop.wait(0.05):
                return

    with ScriptedServer(drip) as server:
        begun = time.monotonic()
        with pytest.raises(OutcomeUnknownError):
            client(server.url, timeouts=Timeouts(connect=1, total=1)).create_album(ALBUM)
        assert time.monotonic() - begun < 2.5
        stop.set()


def test_cancel_after_the_first_byte_is_unknown_and_quick():
    cancellation, arrived, stop = Cancellation(), threading.Event(), threading.Event()

    def hang(_connection: socket.socket) -> None:
        arrived.set()
        stop.wait(10)

    def cancel() -> None:
        arrived.wait(5)
        cancellation.cancel()

    canceller = threading.Thread(target=cancel)
    with ScriptedServer(hang) as server:
        canceller.start()
        begun = time.monotonic()
        with pytest.raises(OutcomeUnknownError):
            client(server.url).create_album(ALBUM, cancellation=cancellation)
        assert time.monotonic() - begun < 2
        stop.set()
    canceller.join()


def test_cancel_before_the_first_byte_is_not_sent():
    cancellation = Cancellation()
    cancellation.cancel()
    with ScriptedServer(reply(200, GOOD_ALBUM)) as server, pytest.raises(NotSentError):
        client(server.url).create_album(ALBUM, cancellation=cancellation)
    assert server.requests == []


def test_a_server_that_never_finishes_the_handshake_is_not_sent():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"https://127.0.0.1:{listener.getsockname()[1]}"
        with pytest.raises(NotSentError):
            client(url, timeouts=Timeouts(connect=0.5, total=3)).create_album(ALBUM)


@pytest.mark.parametrize(
    ("name", "trusted"), [("127.0.0.1", True), ("127.0.0.1", False), ("other.example", True)]
)
def test_certificates_are_verified(authority, name, trusted):
    server_context, client_context = (
        ssl.create_default_context(ssl.Purpose.CLIENT_AUTH),
        ssl.create_default_context(),
    )
    authority.issue_cert(name).configure_cert(server_context)
    if trusted:
        authority.configure_trust(client_context)

    def wrap(connection: socket.socket) -> socket.socket:
        return server_context.wrap_socket(connection, server_side=True)

    with ScriptedServer(reply(200, GOOD_ALBUM), wrap=wrap) as server:
        secure = client(server.url.replace("http:", "https:"), ssl_context=client_context)
        if trusted and name == "127.0.0.1":
            assert secure.create_album(ALBUM).album_id == "1805929618625036417"
        else:
            with pytest.raises(CertificateError):
                secure.create_album(ALBUM)
            assert server.requests == []


def test_tls_to_a_plain_port_is_not_sent():
    with ScriptedServer(reply(200, GOOD_ALBUM)) as server, pytest.raises(NotSentError):
        client(server.url.replace("http:", "https:")).create_album(ALBUM)


def test_the_environment_changes_nothing(monkeypatch, tmp_path):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login someone password else\n")
    monkeypatch.setenv("NETRC", str(netrc))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "")
    with ScriptedServer(reply(200, GOOD_ALBUM)) as server:
        client(server.url).create_album(ALBUM)
    assert parsed(server.requests[0])[1]["Authorization"] == f"Bearer {TOKEN}"


@pytest.mark.parametrize("minutes", [-20, 20])
def test_a_wrong_clock_is_named_and_learned(minutes):
    server_now = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=minutes)
    date = f"Date: {format_datetime(server_now, usegmt=True)}"
    clock = ServerClock()
    with ScriptedServer(reply(401, b'{"code": 401, "msg": "X-Date"}', date)) as server:
        with pytest.raises(ClockError) as caught:
            client(server.url, clock=clock).create_album(ALBUM)
        assert ("fast" if minutes > 0 else "slow") in caught.value.message
        assert str(abs(minutes)) in caught.value.message or str(abs(minutes) - 1) in caught.value.message
        with pytest.raises(AuthenticationError) as second:
            client(server.url, clock=clock).create_album(ALBUM)
    assert type(second.value) is AuthenticationError
