"""C-01, C-05 and C-06: one create is one request on one connection, written down before, and led nowhere else."""

from __future__ import annotations

import contextlib
import socket
import sqlite3
import struct
from contextlib import closing

import pytest
from client_calls import GOOD_ALBUM, GOOD_FOLDER, parsed
from lost_answer_fixtures import FOLDER, LISTS, MANUAL, LostAnswerDriver
from scripted_server import ScriptedServer, reply

from koodrive.backend.backend import JOURNAL_FILE
from koodrive.models import Connection, OutcomeKind
from koodrive.sandbox import SANDBOX_USER_ID

STATUSES = [301, 302, 303, 307, 308]


def at(driver, server):
    """Return `driver` with a connection to `server` in place of the sandbox."""
    connection = Connection("c2", "Scripted", server.url, SANDBOX_USER_ID, "bearer", "en-US")
    return LostAnswerDriver(driver.backend, driver.sandbox, connection)


def create(driver, request=MANUAL, **more):
    return driver.backend.create(request, driver.connection, driver.token, **more)


@pytest.mark.parametrize("request_", [MANUAL, FOLDER])
def test_c01_the_intent_is_in_the_file_before_a_byte_of_the_request_is_read(driver, request_):
    seen = []

    def look_into_the_file(connection: socket.socket) -> socket.socket:
        file = f"{(driver.backend.data_dir / JOURNAL_FILE).as_uri()}?mode=ro"
        with closing(sqlite3.connect(file, uri=True)) as journal:
            seen.extend(journal.execute("SELECT outcome, trace_id FROM attempt"))
        return connection

    with ScriptedServer(lambda connection: connection.close(), wrap=look_into_the_file) as server:
        outcome = create(at(driver, server), request_)
    (request,) = server.requests
    assert outcome.kind is OutcomeKind.UNKNOWN
    assert seen == [(OutcomeKind.SENDING, parsed(request)[1]["X-Traceid"])]


def reset(connection: socket.socket) -> None:
    # Closing with this option sends a reset in place of an orderly end.
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


@pytest.mark.parametrize("script", [reset, lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\n")])
def test_c05_the_http_stack_sends_nothing_again_by_itself(driver, script):
    with ScriptedServer(script) as server:
        assert create(at(driver, server)).kind is OutcomeKind.UNKNOWN
    assert len(server.requests) == 1


class KeepsOpen(ScriptedServer):
    """Answers each request, says that the connection stays open, and drops whatever else comes on it."""

    def __init__(self) -> None:
        super().__init__(self._answer)
        self.reused = []

    def _answer(self, connection: socket.socket) -> None:
        _, path, _ = self.requests[-1].decode().split(" ", 2)
        body = b'{"albumList": [], "folders": [], "code": 0}'
        if path.endswith("/create"):
            body = GOOD_ALBUM if "album" in path else GOOD_FOLDER
        head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\nConnection: keep-alive\r\n\r\n"
        connection.sendall(head.encode() + body)
        more = connection.recv(65536)
        if more:
            self.reused.append(more)


def test_c05_every_create_has_a_connection_of_its_own(driver):
    with KeepsOpen() as server:
        away = at(driver, server)
        client = away.backend.clients.client(away.connection, away.token)
        for request in (MANUAL, FOLDER, MANUAL):
            client.list_shared_folders()
            assert create(away, request, again=True).kind is OutcomeKind.CREATED
            away.snapshot_list(request)
    assert server.reused == []
    posts = [request for request in server.requests if request.startswith(b"POST")]
    assert len(posts) == 3
    assert len({parsed(post)[1]["X-Traceid"] for post in posts}) == 3


@contextlib.contextmanager
def second_host():
    """Give a listener and a function that tells whether anybody has connected to it."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)

        def was_called() -> bool:
            try:
                listener.accept()[0].close()
            except BlockingIOError:
                return False
            return True

        yield listener.getsockname()[1], was_called


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1:{port}/koodrive/ose/v1/album/create",
        "http://localhost:{port}/koodrive/ose/v1/album/create",
        "//127.0.0.1:{port}/login",
        "/koodrive/ose/v1/album/create",
    ],
)
def test_c06_nothing_follows_a_redirect(driver, status, location):
    with second_host() as (port, was_called):
        script = reply(status, b"<html>moved</html>", f"Location: {location.format(port=port)}")
        with ScriptedServer(script) as server:
            outcome = create(at(driver, server))
        assert not was_called()
    assert len(server.requests) == 1
    # Unlike the others, a 303 may be the answer of who has carried the request out (RFC 9110, 15.4.4).
    if status == 303:
        assert outcome.kind is OutcomeKind.UNKNOWN
        return
    assert outcome.kind is OutcomeKind.REFUSED
    assert outcome.title == "The service address leads somewhere else"
    assert "Correct the service address" in outcome.message
    assert driver.made() == []


def test_c06_the_second_host_would_have_been_seen():
    with second_host() as (port, was_called):
        assert not was_called()
        with socket.create_connection(("127.0.0.1", port)):
            assert was_called()


@pytest.mark.parametrize("status", STATUSES)
def test_c06_a_search_follows_no_redirect_either(driver, status):
    with second_host() as (port, was_called):

        def answer(connection: socket.socket) -> None:
            if server.requests[-1].startswith(b"GET"):
                reply(status, b"", f"Location: http://127.0.0.1:{port}{LISTS['album']}")(connection)

        with ScriptedServer(answer) as server:
            away = at(driver, server)
            attempt_id = create(away).attempt_id
            assert away.find(attempt_id, pauses=()).problem is not None
        assert not was_called()
    assert away.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN
    assert sum(request.startswith(b"POST") for request in server.requests) == 1
