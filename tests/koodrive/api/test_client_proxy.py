"""Creates through a real CONNECT proxy to a real TLS service: what arrives, what does not, what is said about it."""

from __future__ import annotations

import os
import threading
import time
import traceback

import connect_proxy
import pytest
from client_calls import ALBUM, GOOD_ALBUM, TOKEN, client
from connect_proxy import ConnectProxy, reply_with, tunnel_until
from requests.utils import should_bypass_proxies
from scripted_server import ScriptedServer, reply
from tls_service import https, tls_service

from koodrive.api.transport import Timeouts
from koodrive.core.deadline import Cancellation
from koodrive.errors import (
    AddressError,
    CertificateError,
    CredentialError,
    KeyringLockedError,
    NotSentError,
    OutcomeUnknownError,
    ProxyError,
)
from koodrive.messages import Message
from koodrive.network.proxy import ProxyMode, ProxySettings

PASSWORD = "canary-proxy-5b1e"
ALBUM_ID = "1805929618625036417"


@pytest.fixture
def service(authority):
    with tls_service(authority.issue_cert("127.0.0.1", "service.example")) as server:
        yield server


def manual(proxy, user="", password=None):
    return ProxySettings(ProxyMode.MANUAL, proxy.url, user, lambda: password)


def said(error):
    """Return everything that an error shows, with all that it was raised from."""
    return "".join(traceback.format_exception(error)) + repr(error) + repr(vars(error))


def test_a_create_goes_through_a_tunnel_that_sees_nothing_of_it(service, ca_file):
    with ConnectProxy(service.port) as proxy:
        caller = client("https://service.example", ca_file=ca_file, proxy=manual(proxy))
        assert caller.create_album(ALBUM).album_id == ALBUM_ID
    (question,) = proxy.questions
    assert question.startswith(b"CONNECT service.example:443 HTTP/1.1\r\nHost: service.example:443\r\n")
    assert TOKEN.encode() not in question
    assert b"u-1" not in question
    assert len(service.requests) == 1
    assert b"Proxy-Authorization" not in service.requests[0]


def test_user_and_password_go_to_the_proxy_only(service, ca_file):
    with ConnectProxy(service.port, secrets=f"anna:{PASSWORD}é") as proxy:
        choice = manual(proxy, "anna", f"{PASSWORD}é")
        assert PASSWORD not in repr(choice)
        caller = client(https(service), ca_file=ca_file, proxy=choice)
        assert caller.create_album(ALBUM).album_id == ALBUM_ID
        assert PASSWORD not in repr(choice.decide("https://service.example"))
    assert len(service.requests) == 1
    assert PASSWORD.encode() not in service.requests[0]


CASES = [
    (reply_with(b"HTTP/1.1 502 Bad Gateway\r\n\r\n"), "could not reach the service", "HTTP 502"),
    (
        reply_with(b"HTTP/1.0 403 No\r\nContent-Length: 2\r\n\r\nno"),
        "does not let KooDesk through",
        "allow the service",
    ),
    (
        reply_with(b"HTTP/1.1 302 Found\r\nLocation: https://login.example\r\n\r\n"),
        "does not let",
        "HTTP 302",
    ),
    (reply_with(b"HTTP/1.1 407 Who\r\n\r\n"), "requires a user and password", "Enter them"),
    (
        reply_with(b"HTTP/1.1 407 Who\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM\r\n\r\n"),
        "kind of sign-in",
        "Negotiate, NTLM",
    ),
    (reply_with(b"SSH-2.0-OpenSSH_9\r\n\r\n"), "no HTTP proxy", "port"),
    (reply_with(b"HTTP/1.1 200 OK\r\n"), "no HTTP proxy", "port"),
    (reply_with(b"HTTP/1.1 200 OK\r\n\r\nHello"), "no HTTP proxy", "port"),
    (reply_with(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 100_000), "no HTTP proxy", "port"),
    (connect_proxy.drop, "ended the connection", "no answer"),
]


@pytest.mark.parametrize(("behaviour", "title", "advice"), CASES)
def test_a_proxy_that_gives_no_tunnel_means_not_sent(service, ca_file, behaviour, title, advice):
    with ConnectProxy(service.port, behaviour) as proxy:
        with pytest.raises(ProxyError) as caught:
            client(https(service), ca_file=ca_file, proxy=manual(proxy)).create_album(ALBUM)
        assert proxy.url in caught.value.message
    assert title in caught.value.title
    assert advice in caught.value.message
    assert caught.value.message.startswith("Nothing was sent, so nothing was created. ")
    assert caught.value.trace_id
    assert len(proxy.questions) == 1
    assert service.requests == []


def test_a_wrong_password_is_said_and_shown_nowhere(service, ca_file):
    with ConnectProxy(service.port, secrets="anna:other") as proxy, pytest.raises(ProxyError) as caught:
        client(https(service), ca_file=ca_file, proxy=manual(proxy, "anna", PASSWORD)).create_album(ALBUM)
    assert caught.value.title == "The proxy does not accept the user and password"
    assert PASSWORD not in said(caught.value)
    assert TOKEN not in said(caught.value)
    assert service.requests == []


def test_a_keyring_that_keeps_the_password_back_means_not_sent(service, ca_file):
    def locked():
        raise KeyringLockedError(Message("The keyring is locked"), Message("Unlock it."))

    with ConnectProxy(service.port) as proxy:
        choice = ProxySettings(ProxyMode.MANUAL, proxy.url, "anna", locked)
        with pytest.raises(ProxyError, match="The keyring is locked") as caught:
            client(https(service), ca_file=ca_file, proxy=choice).create_album(ALBUM)
    assert not isinstance(caught.value, CredentialError)
    assert proxy.questions == []


def test_nobody_at_the_proxys_address(service, ca_file):
    with ConnectProxy() as proxy:
        pass
    with pytest.raises(ProxyError, match="cannot be reached"):
        client(https(service), ca_file=ca_file, proxy=manual(proxy)).create_album(ALBUM)
    assert service.requests == []


def test_an_unknown_host_name_is_the_proxys(ca_file):
    choice = ProxySettings(ProxyMode.MANUAL, "http://proxy.invalid:8080")
    with pytest.raises(ProxyError, match="The host name of the proxy is not known here"):
        client("https://service.example", ca_file=ca_file, proxy=choice).create_album(ALBUM)


def test_a_hanging_proxy_ends_in_time(service, ca_file):
    with ConnectProxy(service.port, connect_proxy.hang) as proxy:
        caller = client(
            https(service), ca_file=ca_file, proxy=manual(proxy), timeouts=Timeouts(connect=0.3, total=5)
        )
        with pytest.raises(ProxyError, match="did not answer in time"):
            caller.create_album(ALBUM)


def test_cancel_while_the_proxy_hangs_is_not_sent_within_a_second(service, ca_file):
    cancellation = Cancellation()
    with ConnectProxy(service.port, connect_proxy.hang) as proxy:
        pressed = []

        def cancel():
            proxy.asked.wait(5)
            pressed.append(time.monotonic())
            cancellation.cancel()

        canceller = threading.Thread(target=cancel)
        canceller.start()
        caller = client(
            https(service), ca_file=ca_file, proxy=manual(proxy), timeouts=Timeouts(connect=10, total=20)
        )
        with pytest.raises(NotSentError, match="Cancelled before it was sent"):
            caller.create_album(ALBUM, cancellation=cancellation)
        assert time.monotonic() - pressed[0] < 1
        assert proxy.left.wait(1), "the connection to the proxy is cut, not left behind"
        canceller.join()
    assert service.requests == []


def test_a_connection_that_ends_before_the_handshake_is_not_sent(service, ca_file):
    with (
        ConnectProxy(service.port, reply_with(b"HTTP/1.1 200 OK\r\n\r\n")) as proxy,
        pytest.raises(NotSentError),
    ):
        client(https(service), ca_file=ca_file, proxy=manual(proxy)).create_album(ALBUM)
    assert service.requests == []


def test_a_lost_answer_behind_a_tunnel_is_unknown_and_sent_once(authority, ca_file):
    cut = threading.Event()
    with (
        # The service has read the whole request when its script begins.
        tls_service(authority.issue_cert("127.0.0.1"), lambda _connection: cut.set()) as service,
        ConnectProxy(service.port, tunnel_until(cut)) as proxy,
        pytest.raises(OutcomeUnknownError),
    ):
        client(https(service), ca_file=ca_file, proxy=manual(proxy)).create_album(ALBUM)
    assert len(proxy.questions) == 1
    assert len(service.requests) == 1


def test_certificates_are_verified_behind_a_tunnel(authority, ca_file):
    with tls_service(authority.issue_cert("other.example")) as service, ConnectProxy(service.port) as proxy:
        with pytest.raises(CertificateError, match="another name"):
            client("https://service.example", ca_file=ca_file, proxy=manual(proxy)).create_album(ALBUM)
        with pytest.raises(CertificateError, match="does not trust the authority"):
            client("https://other.example", proxy=manual(proxy)).create_album(ALBUM)
    assert service.requests == []


def test_plain_http_never_takes_a_proxy():
    with ScriptedServer(reply(200, GOOD_ALBUM)) as server, ConnectProxy() as proxy:
        assert client(server.url, proxy=manual(proxy)).create_album(ALBUM).album_id == ALBUM_ID
    assert proxy.questions == []


class TestSystem:
    """The proxy of the environment, for connections that want it and for no others."""

    @pytest.fixture(autouse=True)
    def clean(self, monkeypatch):
        for kind in ("http", "https", "all", "no"):
            monkeypatch.delenv(f"{kind}_proxy", raising=False)
            monkeypatch.delenv(f"{kind}_PROXY".upper(), raising=False)

    def call(self, ca_file, mode=ProxyMode.SYSTEM, url="https://service.example"):
        return client(url, ca_file=ca_file, proxy=ProxySettings(mode)).create_album(ALBUM)

    @pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"])
    def test_it_is_taken_at_the_moment_of_the_call(self, service, ca_file, monkeypatch, name):
        with ConnectProxy(service.port, secrets=f"an na:{PASSWORD}") as proxy:
            address = proxy.url.replace("//", f"//an%20na:{PASSWORD}@")
            caller = client("https://service.example", ca_file=ca_file, proxy=ProxySettings(ProxyMode.SYSTEM))
            monkeypatch.setenv(name, address)
            assert caller.create_album(ALBUM).album_id == ALBUM_ID
            assert PASSWORD not in repr(ProxySettings(ProxyMode.SYSTEM).decide("https://service.example"))
        assert len(service.requests) == 1

    @pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"])
    def test_it_is_not_taken_by_a_connection_that_wants_none(self, service, ca_file, monkeypatch, name):
        with ConnectProxy(service.port) as proxy:
            monkeypatch.setenv(name, proxy.url)
            self.call(ca_file, ProxyMode.NONE, https(service))
        assert proxy.questions == []
        assert len(service.requests) == 1

    def test_it_is_never_taken_to_this_computer(self, service, ca_file, monkeypatch):
        with ConnectProxy(service.port) as proxy:
            monkeypatch.setenv("https_proxy", proxy.url)
            self.call(ca_file, url=https(service))
        assert proxy.questions == []
        assert len(service.requests) == 1

    @pytest.mark.parametrize("value", ["*", "service.example", ".example", "a, example"])
    def test_what_no_proxy_excludes_goes_straight(self, monkeypatch, value):
        monkeypatch.setenv("https_proxy", "http://proxy.example:1")
        monkeypatch.setenv("no_proxy", value)
        route = ProxySettings(ProxyMode.SYSTEM).decide("https://service.example")
        assert route.proxy is None
        assert "no_proxy" in route.why

    @pytest.mark.parametrize("name", ["no_proxy", "NO_PROXY"])
    @pytest.mark.parametrize(
        ("address", "value", "is_straight"),
        [
            ("https://10.1.2.3", "localhost,10.0.0.0/8", True),
            ("https://11.1.2.3", "localhost,10.0.0.0/8", False),
            ("https://192.168.7.9:8443", " 192.168.7.0/24 ", True),
            ("https://192.168.8.9:8443", "192.168.7.0/24", False),
            ("https://172.16.5.4", "172.16.5.4", True),
            ("https://172.16.5.40", "172.16.5.4", False),
            ("https://service.example", "example", True),
            ("https://service.example:8443", ".service.example", True),
            ("https://service.example:8443", "service.example:8443", True),
            ("https://service.example:9443", "service.example:8443", False),
            ("https://a.service.example:8443", "service.example:8443", True),
            ("https://myservice.example", "service.example", False),
            ("https://[2001:db8::7]", "2001:db8::7", True),
            ("https://[2001:db8::7]:8443", "2001:db8::7", True),
            ("https://[2001:db8::70]", "2001:db8::7", False),
            ("https://service.example", "*", True),
            ("https://10.1.2.3", "*", True),
            ("https://10.1.2.3", "10.0.0.0/99", False),
            ("https://10.1.2.3", ",,", False),
        ],
    )
    def test_c48_exceptions_are_read_as_requests_reads_them(
        self, monkeypatch, name, address, value, is_straight
    ):
        monkeypatch.setenv("https_proxy", "http://proxy.example:1")
        monkeypatch.setenv(name, value)
        before = dict(os.environ)
        route = ProxySettings(ProxyMode.SYSTEM).decide(address)
        assert (route.proxy is None) == is_straight == should_bypass_proxies(address, None)
        assert dict(os.environ) == before
        assert ("no_proxy" in route.why) == is_straight

    def test_c48_a_create_goes_the_way_that_the_exceptions_leave(self, service, ca_file, monkeypatch):
        with ConnectProxy(service.port) as proxy:
            monkeypatch.setenv("https_proxy", proxy.url)
            # The proxy alone knows this name, so a create that goes straight cannot arrive.
            monkeypatch.setenv("no_proxy", "10.0.0.0/8, service.example:8443")
            self.call(ca_file)
            assert len(proxy.questions) == len(service.requests) == 1
            with pytest.raises(AddressError):
                self.call(ca_file, url="https://service.example:8443")
            assert len(proxy.questions) == len(service.requests) == 1

    def test_without_any_it_goes_straight(self):
        route = ProxySettings(ProxyMode.SYSTEM).decide("https://service.example")
        assert route.proxy is None
        assert route.why == "The system names none for https."

    def test_it_has_port_80_where_it_has_none(self, monkeypatch):
        monkeypatch.setenv("https_proxy", "proxy.example/")
        route = ProxySettings(ProxyMode.SYSTEM).decide("https://service.example")
        assert route.proxy.address == "http://proxy.example:80"
        assert route.why == "https_proxy names it."

    @pytest.mark.parametrize(
        "value", ["socks5h://anna:{}@127.0.0.1:1", "https://anna:{}@h:1", "http://:{}@:x"]
    )
    def test_one_that_cannot_be_used_is_said_without_its_password(self, ca_file, monkeypatch, value):
        monkeypatch.setenv("https_proxy", value.format(PASSWORD))
        with pytest.raises(ProxyError, match="The system's proxy cannot be used") as caught:
            self.call(ca_file)
        assert "https_proxy" in caught.value.message
        assert PASSWORD not in said(caught.value)
