"""The questions of the client for lists: what leaves, that it may be repeated, and that it can be cut."""

from __future__ import annotations

import threading
import time

import pytest
from client_calls import TOKEN, client, parsed
from scripted_server import ScriptedServer, reply

from koodrive.core.deadline import Cancellation
from koodrive.errors import KoodriveError, RedirectedError
from koodrive.models import AlbumKind, AlbumType


@pytest.mark.parametrize(
    ("options", "query"),
    [
        ({}, "offset=0&limit=100&queryType=1"),
        ({"offset": 500, "limit": 1000}, "offset=500&limit=1000&queryType=1"),
    ],
)
def test_shared_folders_that_the_user_made_are_asked_for(options, query):
    with ScriptedServer(reply(200, b'{"folders": [], "code": 0}')) as server:
        assert client(server.url).list_shared_folders(**options).rows == ()
    assert parsed(server.requests[0])[0] == f"GET /koodrive/ose/v1/sharefolder/list?{query} HTTP/1.1"


@pytest.mark.parametrize(
    ("options", "query"),
    [
        ({}, "albumKind=2&albumType=1&pageSize=100&pageNum=1"),
        (
            {"group_id": "1765148492881313001", "page_size": 10, "page_number": 3},
            "albumKind=2&albumType=1&groupId=1765148492881313001&pageSize=10&pageNum=3",
        ),
    ],
)
def test_albums_of_a_type_and_kind_are_asked_for(options, query):
    with ScriptedServer(reply(200, b'{"albumList": [], "total": 0, "code": 0}')) as server:
        caller = client(server.url, language="zh-CN")
        albums = caller.list_albums(album_type=AlbumType.COLLECTION, album_kind=AlbumKind.SHARED, **options)
    assert albums.rows == ()
    first, headers, body = parsed(server.requests[0])
    assert first == f"GET /koodrive/ose/v1/album/list?{query} HTTP/1.1"
    assert headers["Authorization"] == f"Bearer {TOKEN}"
    assert headers["language"] == "zh-CN"
    assert len(headers["X-Traceid"]) == 58
    assert body == b""


def test_every_question_for_a_list_has_a_trace_of_its_own():
    with ScriptedServer(reply(200, b'{"folders": [], "code": 0}')) as server:
        caller = client(server.url)
        for _ in range(2):
            caller.list_shared_folders()
    traces = {parsed(request)[1]["X-Traceid"] for request in server.requests}
    assert len(traces) == 2


def test_the_probe_asks_for_one_folder_of_the_users_own():
    with ScriptedServer(reply(200, b'{"code": 0, "msg": "Success."}')) as server:
        client(server.url).probe()
    assert parsed(server.requests[0])[0].startswith("GET /koodrive/ose/v1/sharefolder/list?offset=0&limit=1")


@pytest.mark.parametrize("status", [301, 307])
def test_a_list_follows_no_redirect_either(status):
    with ScriptedServer(reply(200, b'{"folders": [], "code": 0}')) as other:
        script = reply(status, b"", f"Location: {other.url}/x")
        with ScriptedServer(script) as server, pytest.raises(RedirectedError):
            client(server.url).list_shared_folders()
    assert other.requests == []


@pytest.mark.parametrize("list_name", ["list_shared_folders", "list_albums"])
def test_a_list_that_hangs_is_cut_at_a_wish(list_name):
    cancellation, arrived, stop = Cancellation(), threading.Event(), threading.Event()

    def hang(_connection) -> None:
        arrived.set()
        stop.wait(10)

    def cancel() -> None:
        arrived.wait(5)
        cancellation.cancel()

    canceller = threading.Thread(target=cancel)
    options = {"album_type": AlbumType.MANUAL, "album_kind": AlbumKind.PERSONAL}
    with ScriptedServer(hang) as server:
        canceller.start()
        begun = time.monotonic()
        with pytest.raises(KoodriveError):
            getattr(client(server.url), list_name)(
                cancellation=cancellation, **(options if list_name == "list_albums" else {})
            )
        assert time.monotonic() - begun < 2
        stop.set()
    canceller.join()


def test_of_a_read_that_is_refused_nobody_says_that_nothing_was_made():
    body = b'{"code": "401", "msg": "The token has expired."}'
    with ScriptedServer(reply(401, body)) as server, pytest.raises(KoodriveError) as caught:
        client(server.url).list_shared_folders()
    assert caught.value.message.startswith("Check the token")
