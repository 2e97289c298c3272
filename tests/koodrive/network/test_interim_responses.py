"""C-45: interim answers (1xx) before the answer, and a byte order mark in it, over real sockets."""

from __future__ import annotations

import json
import time

import pytest
from client_calls import ALBUM, FOLDER, GOOD_ALBUM, GOOD_FOLDER, client
from login_calls import login_answer, sign_in
from scripted_server import ScriptedServer, reply

from koodrive.api.transport import Timeouts
from koodrive.core.deadline import Cancellation
from koodrive.errors import OutcomeUnknownError
from koodrive.models import AlbumKind, AlbumType
from koodrive.network.tunnel import MAX_INTERIM_RESPONSES

MARK = b"\xef\xbb\xbf"
LIST = b'{"albumList": [{"id": "17"}], "total": 1, "code": 0}'


def interim(status, *headers):
    return "\r\n".join([f"HTTP/1.1 {status} Interim", *headers, "", ""]).encode()


def after(*parts, body=GOOD_ALBUM, pause=0.0):
    def script(connection):
        for part in parts:
            connection.sendall(part)
            time.sleep(pause)
        reply(200, body)(connection)

    return script


SEQUENCES = [
    [interim(102)],
    [interim(103, "Link: </x>; rel=preload", "Content-Length: 17")],
    [interim(100), interim(103, "Transfer-Encoding: chunked"), interim(100), interim(102)],
    [interim(199, "Connection: close", "Content-Encoding: gzip")],
    [interim(102)] * MAX_INTERIM_RESPONSES,
    [interim(100)] * MAX_INTERIM_RESPONSES,
]


@pytest.mark.parametrize("parts", SEQUENCES)
def test_c45_interim_answers_are_passed_over(parts):
    with ScriptedServer(after(*parts)) as server:
        assert client(server.url).create_album(ALBUM).album_id == "1805929618625036417"
    assert len(server.requests) == 1
    with ScriptedServer(after(*parts, body=GOOD_FOLDER)) as server:
        assert client(server.url).create_shared_folder(FOLDER).id == "1765148493107805441"
    with ScriptedServer(after(*parts, body=LIST)) as server:
        kinds = {"album_type": AlbumType.MANUAL, "album_kind": AlbumKind.PERSONAL}
        assert [row.id for row in client(server.url).list_albums(**kinds).rows] == ["17"]


@pytest.mark.parametrize("status", [100, 102, 103])
def test_c45_there_are_not_endlessly_many(status):
    with ScriptedServer(after(*[interim(status)] * (MAX_INTERIM_RESPONSES + 1))) as server:
        with pytest.raises(OutcomeUnknownError):
            client(server.url).create_album(ALBUM)
        assert len(server.requests) == 1


@pytest.mark.parametrize("tail", [b"", b"HTTP/1.1 10", b"\x00\x01"])
def test_c45_nothing_after_an_interim_answer_is_unknown(tail):
    with ScriptedServer(lambda connection: connection.sendall(interim(103) + tail)) as server:
        with pytest.raises(OutcomeUnknownError):
            client(server.url).create_album(ALBUM)
        assert len(server.requests) == 1


def test_c45_the_total_deadline_holds_while_they_drip():
    with ScriptedServer(after(*[interim(102)] * 40, pause=0.1)) as server:
        begun = time.monotonic()
        with pytest.raises(OutcomeUnknownError) as caught:
            client(server.url, timeouts=Timeouts(connect=1, total=0.5)).create_album(ALBUM)
        assert time.monotonic() - begun < 2
        assert caught.value.title == "No answer in time"


def test_c45_cancelling_ends_the_wait_after_one():
    wish = Cancellation()

    def script(connection):
        connection.sendall(interim(102))
        wish.cancel()
        connection.recv(1)

    with ScriptedServer(script) as server, pytest.raises(OutcomeUnknownError) as caught:
        client(server.url).create_album(ALBUM, cancellation=wish)
    assert caught.value.title == "Cancelled after it was sent"


def test_c45_a_byte_order_mark_is_ignored():
    with ScriptedServer(reply(200, MARK + GOOD_ALBUM)) as server:
        assert client(server.url).create_album(ALBUM).album_id == "1805929618625036417"
    with ScriptedServer(reply(200, MARK + GOOD_FOLDER)) as server:
        assert client(server.url).create_shared_folder(FOLDER).id == "1765148493107805441"
    with ScriptedServer(reply(200, MARK + LIST)) as server:
        kinds = {"album_type": AlbumType.MANUAL, "album_kind": AlbumKind.PERSONAL}
        assert len(client(server.url).list_albums(**kinds).rows) == 1


def test_c45_a_login_with_both_signs_in():
    content = json.dumps(login_answer()).encode()
    with ScriptedServer(after(interim(103), body=MARK + content)) as server:
        assert sign_in(server.url).tokens.access_token
