"""The client over real sockets: what it sends, and what it makes of every kind of answer."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime, timedelta

import pytest
from client_calls import ALBUM, FOLDER, GOOD_ALBUM, GOOD_FOLDER, TOKEN, client, parsed
from scripted_server import ScriptedServer, reply, send

from koodrive import CreateAlbum, KooDriveClient
from koodrive.errors import (
    AddressError,
    AuthenticationError,
    ForeignAnswerError,
    InvalidRequestError,
    KoodriveError,
    OutcomeUnknownError,
    RateLimitedError,
    RedirectedError,
    RefusedError,
)


def test_an_album_leaves_as_documented():
    with ScriptedServer(reply(200, GOOD_ALBUM)) as server:
        album = client(server.url, language="zh-CN").create_album(ALBUM)
    assert album.album_id == "1805929618625036417"
    (request,) = server.requests
    first, headers, body = parsed(request)
    assert first == "POST /koodrive/ose/v1/album/create HTTP/1.1"
    assert json.loads(body) == {"name": "家庭 2026", "type": 2, "albumKind": 1}
    assert headers["Authorization"] == f"Bearer {TOKEN}"
    assert headers["X-User-Id"] == "u-1"
    assert len(headers["X-Traceid"]) == 58
    assert headers["X-Traceid"] == album.response_info.trace_id
    assert headers["language"] == "zh-CN"
    age = datetime.now(UTC) - datetime.strptime(headers["X-Date"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    assert timedelta(0) <= age < timedelta(seconds=30)


@pytest.mark.parametrize(
    ("request_", "body"),
    [
        (
            CreateAlbum(
                type=1,
                album_kind=2,
                scope_dir=("17", "18"),
                scope_parent_folder_id="16",
                scope_kind="1,2",
                container_id="C1",
                group_id="1765148492881313001",
                share_folder_id="9223372036854775807",
            ),
            {
                "type": 1,
                "albumKind": 2,
                "scopeDir": ["17", "18"],
                "scopeParentFolderId": "16",
                "scopeKind": "1,2",
                "containerId": "C1",
                "groupId": "1765148492881313001",
                "shareFolderId": 9223372036854775807,
            },
        ),
        (
            CreateAlbum(type=2, album_kind=1, name="x", scope_dir=("1",), container_id="C", group_id="g"),
            {"name": "x", "type": 2, "albumKind": 1},
        ),
    ],
)
def test_only_the_fields_of_the_choice_are_sent(request_, body):
    with ScriptedServer(reply(200, GOOD_ALBUM)) as server:
        client(server.url).create_album(request_)
    assert json.loads(parsed(server.requests[0])[2]) == body


def test_a_shared_folder_keeps_every_id_exactly():
    with ScriptedServer(reply(200, GOOD_FOLDER)) as server:
        folder = client(server.url).create_shared_folder(FOLDER)
    first, _headers, body = parsed(server.requests[0])
    assert first == "POST /koodrive/ose/v1/sharefolder/create HTTP/1.1"
    assert json.loads(body) == {"shareType": 0, "containerId": FOLDER.container_id, "name": FOLDER.name}
    assert folder.id == "1765148493107805441"
    assert folder.group_id == "1765148492881313001"
    assert folder.share_folder_id == "Fi94r66FoDTSP44M1VkJNup0JH-FIano0"
    assert folder.tenant_id == "c937ff95eeb44494a5a967e21d1852ae"
    assert folder.creator == "1644817543959100032"
    assert folder.create_time == "2025-09-01T02:34:57.815Z"


BOMB = gzip.compress(b"x" * 50_000_000)
ANSWERS = [
    (reply(200, b'{"albumId": "1", "code": "0"}'), None),
    (reply(200, b'{"albumId": "1", "code": 13000102, "msg": "no"}'), OutcomeUnknownError),
    (reply(200, b'{"code": 13000102, "msg": "no"}'), RefusedError),
    (reply(200, b'{"code": 401, "msg": "expired"}'), AuthenticationError),
    (reply(200, b'{"albumId": "1", "code": 0, "x": 1e99999999999999999999}'), OutcomeUnknownError),
    (reply(200, b'{"albumId": "1", "error_code": 0}'), OutcomeUnknownError),
    (reply(200, b'{"albumId": "1", "code": "0 "}'), OutcomeUnknownError),
    (reply(200, b'{"albumId": "1", "code": 0, "error_code": "APIG.0308"}'), OutcomeUnknownError),
    (reply(200, b'{"albumId": " 1 ", "code": 0}'), OutcomeUnknownError),
    (reply(200, b'{"albumId": "1\\u001b[2J", "code": 0}'), OutcomeUnknownError),
    (reply(200, b'{"code": 13000201, "msg": "inner server invoke failure"}'), OutcomeUnknownError),
    (reply(400, b'{"code": 13000201, "msg": "inner server invoke failure"}'), OutcomeUnknownError),
    (reply(200, b'{"code": 504, "msg": "gateway timeout"}'), OutcomeUnknownError),
    (reply(200, b'{"albumId": "1"}'), None),
    (reply(200, b'{"albumId": "1", "code": null}'), OutcomeUnknownError),
    (reply(200, b'{"albumId": "1", "code": false}'), OutcomeUnknownError),
    (reply(200, b'{"albumId": "1", "code": 0.0}'), OutcomeUnknownError),
    (reply(200, b'{"code": 0}'), OutcomeUnknownError),
    (reply(200, b'{"albumId": 1805929618625036417, "code": 0}'), OutcomeUnknownError),
    (reply(200, b'{"albumId": "", "code": 0}'), OutcomeUnknownError),
    (reply(200, b'{"albumId": null, "code": 0}'), OutcomeUnknownError),
    (reply(200, b'{"albumId": "1", "albumId": "2", "code": 0}'), OutcomeUnknownError),
    (reply(200, b'{"albumId": "1", "code": NaN}'), OutcomeUnknownError),
    (reply(200, b'{"albumId": "1", "code": 0} and more'), OutcomeUnknownError),
    (reply(200, b'\xff{"albumId": "1", "code": 0}'), OutcomeUnknownError),
    (reply(200, b"[1]"), OutcomeUnknownError),
    (reply(200, b"[" * 100_000), OutcomeUnknownError),
    (reply(200, b'{"code": ' + b"1" * 5000 + b"}"), OutcomeUnknownError),
    (reply(200, b""), OutcomeUnknownError),
    (reply(200, b"<html>gateway</html>"), OutcomeUnknownError),
    (reply(200, GOOD_ALBUM, length=10), OutcomeUnknownError),
    (reply(200, GOOD_ALBUM, length=len(GOOD_ALBUM) + 50), OutcomeUnknownError),
    (reply(200, b'{"albumId": "1", "code": 0, "x": "' + b"y" * 5_000_000 + b'"}'), OutcomeUnknownError),
    (reply(200, BOMB, "Content-Encoding: gzip"), OutcomeUnknownError),
    (reply(200, b"no gzip", "Content-Encoding: gzip"), OutcomeUnknownError),
    (reply(201, GOOD_ALBUM), OutcomeUnknownError),
    (reply(202, GOOD_ALBUM), OutcomeUnknownError),
    (reply(400, b'{"code": 13000102, "msg": "Verify parameters failed"}'), RefusedError),
    (reply(400, b"<html>"), ForeignAnswerError),
    (reply(401, b'{"code": "401", "msg": "token"}'), AuthenticationError),
    (reply(400, b'{"code": 401, "msg": "token expired"}'), AuthenticationError),
    (reply(403, b""), AuthenticationError),
    (reply(403, b'{"code": 13000410, "msg": "No permission"}'), RefusedError),
    (reply(499, b""), OutcomeUnknownError),
    (reply(503, b'{"error_code": "APIGW.0308", "error_msg": "slow down"}'), RateLimitedError),
    (reply(302, b"x" * 3_000_000, "Location: http://[bad"), RedirectedError),
    (reply(307, b"", "Location: /login"), RedirectedError),
    (reply(404, b'{"error_code": "APIGW.0101", "error_msg": "API not found"}'), RefusedError),
    (reply(405, b""), ForeignAnswerError),
    (reply(408, b""), OutcomeUnknownError),
    (reply(429, b""), OutcomeUnknownError),
    (
        reply(429, b'{"error_code": "APIG.0308", "error_msg": "slow down"}', "Retry-After: 3"),
        RateLimitedError,
    ),
    (reply(503, b'{"error_code": "APIG.0308", "error_msg": "slow down"}'), RateLimitedError),
    (reply(500, b'{"code": 13000201, "msg": "inner"}'), OutcomeUnknownError),
    (reply(502, b"<html>"), OutcomeUnknownError),
    (reply(503, b""), OutcomeUnknownError),
    (reply(504, b""), OutcomeUnknownError),
    (reply(599, b""), OutcomeUnknownError),
    (reply(999, b""), OutcomeUnknownError),
    (send(b""), OutcomeUnknownError),
    (send(b"garbage\r\n\r\n"), OutcomeUnknownError),
    (send(b'HTTP/1.1 200 OK\r\nContent-Length: 60\r\n\r\n{"albumId"'), OutcomeUnknownError),
    (send(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500), OutcomeUnknownError),
    (send(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000), OutcomeUnknownError),
    (send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"), OutcomeUnknownError),
]


@pytest.mark.parametrize(("script", "error"), ANSWERS)
def test_every_answer_becomes_a_result_or_one_of_our_errors(script, error):
    with ScriptedServer(script) as server:
        if error is None:
            assert client(server.url).create_album(ALBUM).album_id == "1"
        else:
            with pytest.raises(KoodriveError) as caught:
                client(server.url).create_album(ALBUM)
            assert type(caught.value) is error
            assert caught.value.title
            assert caught.value.message
            assert TOKEN not in repr(caught.value) + str(caught.value) + repr(vars(caught.value))
            assert caught.value.trace_id is not None
    assert len(server.requests) == 1, "a create is sent once and never again"


def test_what_the_service_says_is_cut_and_stays_on_one_line():
    body = json.dumps({"code": "9" * 90_000 + "\nX", "msg": "a\x1b[2J\u202eb\n" * 5_000}).encode()
    with ScriptedServer(reply(400, body)) as server, pytest.raises(RefusedError) as caught:
        client(server.url).create_album(ALBUM)
    assert len(caught.value.message) < 1_000
    assert caught.value.message.isprintable()
    assert caught.value.code.isprintable()


def test_a_token_that_the_service_repeats_is_masked():
    body = json.dumps({"code": 401, "msg": f"bad token {TOKEN}"}).encode()
    with ScriptedServer(reply(401, body)) as server, pytest.raises(AuthenticationError) as caught:
        client(server.url).create_album(ALBUM)
    assert TOKEN not in str(caught.value) + caught.value.answer + caught.value.server_text
    assert "bad token [token]" in caught.value.message


def test_no_error_leads_back_to_the_headers(monkeypatch, capsys):
    monkeypatch.setattr("http.client.HTTPConnection.debuglevel", 1)
    with ScriptedServer(send(b"")) as server, pytest.raises(OutcomeUnknownError) as caught:
        client(server.url).create_album(ALBUM)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    assert TOKEN not in capsys.readouterr().out


@pytest.mark.parametrize(
    "request_",
    [
        CreateAlbum(type=None, album_kind=1, name="x"),
        CreateAlbum(type="x", album_kind=1, name="x"),
        CreateAlbum(type=2.9, album_kind=True, name="x"),
        CreateAlbum(type=1, album_kind=1, scope_dir="17", scope_parent_folder_id="1", scope_kind="1"),
        CreateAlbum(type=1, album_kind=1, scope_dir=None, scope_parent_folder_id="1", scope_kind="1"),
    ],
)
def test_wrong_types_are_problems_and_nothing_is_sent(request_):
    with ScriptedServer(reply(200, GOOD_ALBUM)) as server, pytest.raises(InvalidRequestError):
        client(server.url).create_album(request_)
    assert server.requests == []


def test_a_request_of_the_other_kind_is_refused():
    with ScriptedServer(reply(200, GOOD_ALBUM)) as server:
        for create, request in (
            ("create_album", FOLDER),
            ("create_shared_folder", ALBUM),
            ("create_album", None),
        ):
            with pytest.raises(InvalidRequestError):
                getattr(client(server.url), create)(request)
    assert server.requests == []


def test_texts_for_type_and_kind_mean_the_members():
    album = CreateAlbum(type="2", album_kind="2", name="x", group_id="17", share_folder_id="18")
    with ScriptedServer(reply(200, GOOD_ALBUM)) as server:
        client(server.url).create_album(album)
    sent = {"name": "x", "type": 2, "albumKind": 2, "groupId": "17", "shareFolderId": 18}
    assert json.loads(parsed(server.requests[0])[2]) == sent


@pytest.mark.parametrize(
    "options",
    [{"authorization_format": "nope"}, {"language": "en\r\nX: y"}, {"user_id": None}, {"token": None}],
)
def test_what_cannot_stand_in_a_header_is_refused_at_once(options):
    settings = {"base_url": "http://127.0.0.1:9", "user_id": "u", "token": "t"} | options
    with pytest.raises(InvalidRequestError):
        KooDriveClient(**settings)


def test_the_wait_is_taken_from_the_answer():
    with (
        ScriptedServer(reply(429, b'{"error_code": "APIG.0308"}', "Retry-After: 7")) as server,
        pytest.raises(RateLimitedError) as caught,
    ):
        client(server.url).create_album(ALBUM)
    assert caught.value.retry_after == 7


@pytest.mark.parametrize(
    "address", ["", "ftp://x", "http://example.com", "https://u:p@example.com", "https://"]
)
def test_an_unusable_address_is_refused_at_once(address):
    with pytest.raises(AddressError):
        client(address)


@pytest.mark.parametrize(
    ("header", "token"),
    [("bearer_plus", "Bearer+" + TOKEN), ("as_is", TOKEN), ("bearer", "Bearer " + TOKEN)],
)
def test_authorization_formats(header, token):
    with ScriptedServer(reply(200, GOOD_ALBUM)) as server:
        client(server.url, authorization_format=header).create_album(ALBUM)
    assert parsed(server.requests[0])[1]["Authorization"] == token


@pytest.mark.parametrize("token", ["", "7f3\n9c", " 7f39c", "7f3 9c", "ключ", "7f3\u200b9c", "７f39c"])
def test_a_token_that_cannot_stand_in_a_header_is_refused_without_being_told(token):
    with pytest.raises(InvalidRequestError) as caught:
        KooDriveClient(base_url="http://127.0.0.1:9", user_id="u", token=token)
    assert not token or token not in str(caught.value)


def test_a_request_with_problems_is_not_sent():
    with ScriptedServer(reply(200, GOOD_ALBUM)) as server, pytest.raises(InvalidRequestError) as caught:
        client(server.url).create_album(CreateAlbum(type=2, album_kind=2, name="x" * 21))
    assert set(caught.value.problems) == {"name", "groupId", "shareFolderId"}
    assert server.requests == []


def test_the_token_is_in_no_repr():
    assert TOKEN not in repr(client("http://127.0.0.1:9"))
