"""C-49: a host with several addresses, of which some swallow packets, some refuse and some answer (RFC 8305)."""

from __future__ import annotations

import contextlib
import selectors
import socket
import threading
import time
from itertools import permutations
from pathlib import Path

import pytest
from client_calls import ALBUM, GOOD_ALBUM, TOKEN, client
from connect_proxy import ConnectProxy
from scripted_server import ScriptedServer, reply
from tls_service import https, tls_service
from unreachable_services import can_fill_a_queue, full_queue

from koodrive.api.transport import Timeouts
from koodrive.core.deadline import Cancellation
from koodrive.errors import NotSentError, ProxyError
from koodrive.network import happy_eyeballs
from koodrive.network.happy_eyeballs import ATTEMPT_DELAY_SECONDS, PENDING_LIMIT, UnreachableError, connect
from koodrive.network.proxy import ProxyMode, ProxySettings

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not can_fill_a_queue(), reason="this system answers whom it has no room for"),
]

SLACK = 0.7
"""Seconds that a busy machine may add."""


@pytest.fixture
def named(monkeypatch):
    """Return a function that gives names their addresses, in this order."""
    known = {}
    resolve = socket.getaddrinfo

    def getaddrinfo(host, port, *others, **more):
        if host not in known:
            return resolve(host, port, *others, **more)
        return [
            (socket.AF_INET6, socket.SOCK_STREAM, 6, "", (address, port, 0, 0))
            if ":" in address
            else (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))
            for address in known[host]
        ]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return lambda host, *addresses: known.update({host: addresses})


@pytest.fixture
def listeners():
    """Return a stack on which listeners are put that end with the test."""
    with contextlib.ExitStack() as stack:
        yield stack


def open_files():
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


@pytest.fixture(autouse=True)
def nothing_left():
    """Hold that every socket and thread of an attempt is gone in the end."""
    files, threads = open_files(), busy_threads()
    yield
    # What an earlier test has left may go meanwhile.
    assert open_files() <= files
    assert busy_threads() <= threads


def busy_threads():
    """Return the number of threads without those that wait for their next call."""
    return sum(thread.name != "deadline-idle" for thread in threading.enumerate())


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def set_up(listeners, behaviours, port):
    """Have loopback addresses swallow, refuse or answer on one port; return them in this order."""
    addresses = [f"127.0.0.{number}" for number in range(2, 2 + len(behaviours))]
    for address, behaviour in zip(addresses, behaviours, strict=True):
        if behaviour == "swallows":
            listeners.enter_context(full_queue(address, port))
        elif behaviour == "answers":
            listeners.enter_context(socket.create_server((address, port)))
    return addresses


def wanted():
    pass


def reached(port, seconds=10.0, raise_if_aborted=wanted):
    """Return the address that `connect` got to, and how long it took."""
    begun = time.monotonic()
    with connect("service.example", port, seconds, raise_if_aborted) as connection:
        assert connection.gettimeout() == seconds
        assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        return connection.getpeername()[0], time.monotonic() - begun


@pytest.mark.parametrize(
    "behaviours",
    [
        *permutations(["swallows", "answers"]),
        *permutations(["refuses", "answers"]),
        *permutations(["swallows", "refuses", "answers"]),
        ("swallows", "swallows", "answers"),
        ("refuses", "refuses", "answers", "answers"),
    ],
)
def test_c49_the_first_address_that_answers_is_taken_at_once(listeners, named, behaviours):
    port = free_port()
    addresses = set_up(listeners, behaviours, port)
    named("service.example", *addresses)
    address, seconds = reached(port)
    place = behaviours.index("answers")
    assert address == addresses[place]
    due = ATTEMPT_DELAY_SECONDS * behaviours[:place].count("swallows")
    # One that refuses makes way at once, unless an earlier one still has its time.
    assert seconds < due + SLACK
    if behaviours[:place] and behaviours[place - 1] == "swallows":
        assert seconds >= due


@pytest.mark.parametrize(("swallows", "answers"), [("::1", "127.0.0.1"), ("127.0.0.1", "::1")])
@pytest.mark.parametrize("is_told_first", [True, False])
def test_c49_ipv6_is_tried_first_and_the_other_family_right_after_it(
    listeners, named, swallows, answers, is_told_first
):
    port = free_port()
    try:
        listeners.enter_context(full_queue(swallows, port))
        listeners.enter_context(
            socket.create_server(
                (answers, port), family=socket.AF_INET6 if ":" in answers else socket.AF_INET
            )
        )
    except OSError:
        pytest.skip("this computer has no IPv6")
    named("service.example", *((swallows, answers) if is_told_first else (answers, swallows)))
    address, seconds = reached(port)
    assert address == answers
    assert (seconds >= ATTEMPT_DELAY_SECONDS) == (swallows == "::1")
    assert seconds < ATTEMPT_DELAY_SECONDS + SLACK


def test_c49_families_take_turns_and_an_address_is_tried_once(named):
    named("service.example", "127.0.0.3", "127.0.0.4", "127.0.0.3", "::1")
    with pytest.raises(UnreachableError) as caught:
        connect("service.example", free_port(), 5, wanted)
    assert [failure.address for failure in caught.value.failures] == ["::1", "127.0.0.3", "127.0.0.4"]
    six, four = socket.AF_INET6, socket.AF_INET
    told = [(four, "a"), (four, "b"), (six, "c"), (six, "d"), (four, "e")]
    assert "".join(name for _, name in happy_eyeballs._interleaved(told)) == "cadbe"


def test_c49_an_address_goes_on_while_the_next_one_is_tried(listeners, named):
    """The first one makes room after a while, and is then taken although others were begun later."""
    port = free_port()
    listener = listeners.enter_context(full_queue("127.0.0.2", port))
    listeners.enter_context(full_queue("127.0.0.3", port))
    named("service.example", "127.0.0.2", "127.0.0.3")
    looks = []

    def make_room():
        looks.append(time.monotonic())
        if len(looks) > 1 and looks[-1] - looks[0] > 2 * ATTEMPT_DELAY_SECONDS:
            listener.setblocking(False)
            with contextlib.suppress(BlockingIOError):
                listener.accept()[0].close()

    address, seconds = reached(port, raise_if_aborted=make_room)
    assert address == "127.0.0.2"
    assert 2 * ATTEMPT_DELAY_SECONDS < seconds < 5


def test_c49_a_family_that_the_system_does_not_know_is_passed_over(listeners, named, monkeypatch):
    listener = listeners.enter_context(socket.create_server(("127.0.0.1", 0)))
    monkeypatch.setattr(socket, "AF_INET6", 9999)
    named("service.example", "::1", "127.0.0.1")
    assert reached(listener.getsockname()[1])[0] == "127.0.0.1"


class WindowsSelector(selectors.DefaultSelector):
    """Refuses to wait for nothing, as the select of Windows does."""

    def select(self, timeout=None):
        if not self.get_map():
            raise OSError(10022, "An invalid argument was supplied")
        return super().select(timeout)


def test_c49_an_address_that_fails_at_once_is_passed_over_on_windows_too(listeners, named, monkeypatch):
    listener = listeners.enter_context(socket.create_server(("127.0.0.1", 0)))
    monkeypatch.setattr(happy_eyeballs.selectors, "DefaultSelector", WindowsSelector)
    monkeypatch.setattr(socket, "AF_INET6", 9999)
    named("service.example", "::1", "127.0.0.1")
    assert reached(listener.getsockname()[1])[0] == "127.0.0.1"


def test_c49_a_host_without_any_address_is_unreachable(named):
    named("service.example")
    with pytest.raises(UnreachableError) as caught:
        connect("service.example", 1, 5, wanted)
    assert caught.value.remark is None


def test_c49_all_are_given_up_at_one_deadline_with_the_reason_of_each(listeners, named):
    port = free_port()
    addresses = set_up(listeners, ["swallows", "refuses", "swallows"], port)
    named("service.example", *addresses)
    begun = time.monotonic()
    with pytest.raises(UnreachableError) as caught:
        connect("service.example", port, 1.0, wanted)
    assert 1.0 <= time.monotonic() - begun < 1.0 + SLACK
    assert caught.value.is_timeout
    assert caught.value.remark == "Tried: 127.0.0.3 (refused), 127.0.0.2 (no answer), 127.0.0.4 (no answer)."


def test_c49_never_more_than_a_few_are_tried_at_once(listeners, named, monkeypatch):
    monkeypatch.setattr(happy_eyeballs, "ATTEMPT_DELAY_SECONDS", 0.02)
    port = free_port()
    named("service.example", *set_up(listeners, ["swallows"] * 20 + ["answers"], port))
    before = open_files()
    most = []
    address, _ = reached(port, raise_if_aborted=lambda: most.append(open_files() - before))
    assert address == "127.0.0.22"
    # One more descriptor belongs to the selector, and one to the look itself is in both counts.
    assert max(most) == PENDING_LIMIT + 1


@pytest.mark.parametrize("others", [["swallows"], ["refuses"], ["swallows", "refuses", "swallows"]])
@pytest.mark.parametrize("is_first", [True, False])
def test_c49_a_create_is_one_request_on_one_connection(listeners, named, others, is_first):
    with ScriptedServer(reply(200, GOOD_ALBUM)) as server:
        addresses = set_up(listeners, others, server.port)
        named("localhost", *(("127.0.0.1", *addresses) if is_first else (*addresses, "127.0.0.1")))
        begun = time.monotonic()
        client(f"http://localhost:{server.port}").create_album(ALBUM)
        assert time.monotonic() - begun < len(others) * ATTEMPT_DELAY_SECONDS + SLACK
    assert len(server.requests) == 1


def test_c49_addresses_that_all_answer_get_one_request_in_all(named):
    with ScriptedServer(reply(200, GOOD_ALBUM)) as server, contextlib.ExitStack() as stack:
        other = stack.enter_context(socket.create_server(("127.0.0.2", server.port)))
        other.setblocking(False)
        named("localhost", "127.0.0.1", "127.0.0.2")
        client(f"http://localhost:{server.port}").create_album(ALBUM)
        assert len(server.requests) == 1
        with pytest.raises(BlockingIOError):
            other.accept()


def test_c49_the_name_on_the_certificate_is_still_that_of_the_host(listeners, named, authority, ca_file):
    with tls_service(authority.issue_cert("service.example")) as service:
        listeners.enter_context(full_queue("127.0.0.2", service.port))
        named("service.example", "127.0.0.2", "127.0.0.1")
        client(https(service, "service.example"), ca_file=ca_file).create_album(ALBUM)
    assert len(service.requests) == 1


def test_c49_a_proxy_has_several_addresses_too(listeners, named, authority, ca_file):
    with tls_service(authority.issue_cert("service.example")) as service, ConnectProxy(service.port) as proxy:
        listeners.enter_context(full_queue("127.0.0.2", proxy.port))
        named("proxy.example", "127.0.0.2", "127.0.0.1")
        choice = ProxySettings(ProxyMode.MANUAL, f"http://proxy.example:{proxy.port}")
        client("https://service.example", ca_file=ca_file, proxy=choice).create_album(ALBUM)
        assert len(proxy.questions) == len(service.requests) == 1
        named("proxy.example", *set_up(listeners, ["refuses", "refuses"], port := free_port()))
        choice = ProxySettings(ProxyMode.MANUAL, f"http://proxy.example:{port}")
        with pytest.raises(
            ProxyError, match=r"did not take the connection.* Tried: 127\.0\.0\.2 \(refused\)"
        ):
            client("https://service.example", ca_file=ca_file, proxy=choice).create_album(ALBUM)


@pytest.mark.parametrize("behaviours", [["swallows", "swallows"], ["swallows", "refuses"]])
def test_c49_cancelling_leaves_nothing_and_nothing_was_sent(listeners, named, behaviours):
    port = free_port()
    named("localhost", *set_up(listeners, behaviours, port))
    cancellation = Cancellation()
    timer = threading.Timer(0.4, cancellation.cancel)
    timer.start()
    begun = time.monotonic()
    with pytest.raises(NotSentError, match="Cancelled before it was sent"):
        client(f"http://localhost:{port}", timeouts=Timeouts(connect=20, total=40)).create_album(
            ALBUM, cancellation=cancellation
        )
    assert time.monotonic() - begun < 1.4
    timer.join()


@pytest.mark.parametrize(
    ("behaviours", "words"),
    [
        (
            ["refuses", "refuses"],
            r"not take the connection.* Tried: 127\.0\.0\.2 \(refused\), 127\.0\.0\.3 \(ref",
        ),
        (["swallows", "refuses"], r"in time.* Tried: 127\.0\.0\.3 \(refused\), 127\.0\.0\.2 \(no answer\)\."),
        (["refuses"], r"again\.$"),
        (["swallows"], r"again\.$"),
    ],
)
def test_c49_the_reason_of_each_address_is_told(listeners, named, behaviours, words):
    port = free_port()
    named("localhost", *set_up(listeners, behaviours, port))
    with pytest.raises(NotSentError, match=words) as caught:
        client(f"http://localhost:{port}", timeouts=Timeouts(connect=0.6, total=5)).create_album(ALBUM)
    assert caught.value.message.startswith("Nothing was sent")
    assert TOKEN not in f"{caught.value}{caught.value.message}"
