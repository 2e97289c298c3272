"""Whatever a proxy answers to CONNECT, it is a tunnel or an obstacle in words; never anything else."""

from __future__ import annotations

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koodrive.errors import ProxyError
from koodrive.network.errors import PreSendError
from koodrive.network.proxy import Proxy
from koodrive.network.tunnel import MAX_INTERIM_RESPONSES, open_tunnel

PASSWORD = "canary-proxy-5b1e"
PROXY = Proxy("proxy.example", 8080, "anna", PASSWORD)


def ask(answer, host="service.example"):
    """Return what was asked; raises what `open_tunnel` raises."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.settimeout(5)
        theirs.sendall(answer)
        theirs.shutdown(socket.SHUT_WR)
        open_tunnel(ours, PROXY, host, 443)
        return theirs.recv(65536)


@given(
    st.sampled_from([b"HTTP/1.1 200 Fine", b"HTTP/1.0 200 ", b"HTTP/1.1 204 X", b"HTTP/1.1 200"]),
    st.lists(st.from_regex(r"[A-Za-z-]{1,9}: [ -~]{0,20}", fullmatch=True), max_size=5),
)
def test_a_yes_is_a_yes_whatever_headers_come_along(line, headers):
    answer = b"\r\n".join([line, *(header.encode() for header in headers), b"", b""])
    assert ask(answer).startswith(b"CONNECT service.example:443 HTTP/1.1\r\n")


@given(
    st.one_of(
        st.binary(max_size=300),
        st.builds(
            lambda status, rest: b"HTTP/1.1 %d X\r\n" % status + rest,
            st.integers(0, 199) | st.integers(300, 9999),
            st.binary(max_size=60),
        ),
    )
)
def test_all_else_is_an_obstacle_with_words_and_without_the_password(answer):
    with pytest.raises(PreSendError) as caught:
        ask(answer)
    assert caught.value.kind is ProxyError
    assert "http://proxy.example:8080" in caught.value.advice
    assert PASSWORD not in f"{caught.value!r}{caught.value.title}{caught.value.advice}"


def test_an_ipv6_service_goes_in_brackets():
    assert ask(b"HTTP/1.1 200 OK\r\n\r\n", "::1").startswith(
        b"CONNECT [::1]:443 HTTP/1.1\r\nHost: [::1]:443\r\n"
    )


@pytest.mark.parametrize(
    "interim", [b"HTTP/1.1 102 Processing\r\nX: 1\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n"]
)
@pytest.mark.parametrize("count", [1, 3, MAX_INTERIM_RESPONSES])
def test_c45_interim_answers_of_a_proxy_are_passed_over(interim, count):
    assert ask(interim * count + b"HTTP/1.1 200 OK\r\n\r\n").startswith(b"CONNECT ")
    with pytest.raises(PreSendError) as caught:
        ask(interim * count + b"HTTP/1.1 407 X\r\n\r\n")
    assert "user and password" in caught.value.title


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 102 X\r\n\r\n",
        b"HTTP/1.1 101 X\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 102 X\r\n\r\n" * (MAX_INTERIM_RESPONSES + 1) + b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 102 X\r\n\r\nHTTP/1.1 200 OK\r\n\r\nmore",
    ],
)
def test_c45_interim_answers_alone_are_no_tunnel(answer):
    with pytest.raises(PreSendError):
        ask(answer)
