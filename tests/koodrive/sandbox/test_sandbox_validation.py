"""Refusals of the sandbox, with their codes and the field's name."""

from __future__ import annotations

import pytest
from sandbox_calls import (
    ALBUM_CREATE,
    ALBUM_LIST,
    COLLECTION_ALBUM,
    FOLDER_CREATE,
    FOLDER_LIST,
    MANUAL_ALBUM,
    SHARED_FOLDER,
    call,
    changed,
    create_album,
    create_folder,
    utc,
)

from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID, Sandbox

NOW = 1_795_294_800.0


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox() as running:
        yield running


def assert_refused(reply, *fields, code=13000102):
    assert (reply.status, reply.json["code"]) == (400, code)
    for field in fields:
        assert f"{field} " in reply.json["msg"]


SHARED = {"albumKind": 2, "groupId": "1", "shareFolderId": 1}


@pytest.mark.parametrize(
    ("body", "changes", "field"),
    [
        (MANUAL_ALBUM, {"name": None}, "name"),
        (MANUAL_ALBUM, {"name": ""}, "name"),
        (MANUAL_ALBUM, {"name": "x" * 21}, "name"),
        (MANUAL_ALBUM, {"name": " \t\u3000\u200b\u200c\u200d\u2060\ufeff"}, "name"),
        (MANUAL_ALBUM, {"name": 5}, "name"),
        (COLLECTION_ALBUM, {"name": " "}, "name"),
        (MANUAL_ALBUM, {"type": None}, "type"),
        (MANUAL_ALBUM, {"type": 3}, "type"),
        (MANUAL_ALBUM, {"type": "3"}, "type"),
        (MANUAL_ALBUM, {"type": "02"}, "type"),
        (MANUAL_ALBUM, {"type": 2.0}, "type"),
        (MANUAL_ALBUM, {"type": True}, "type"),
        (MANUAL_ALBUM, {"albumKind": None}, "albumKind"),
        (MANUAL_ALBUM, {"albumKind": "3"}, "albumKind"),
        (COLLECTION_ALBUM, {"scopeDir": None}, "scopeDir"),
        (COLLECTION_ALBUM, {"scopeDir": []}, "scopeDir"),
        (COLLECTION_ALBUM, {"scopeDir": "1"}, "scopeDir"),
        (COLLECTION_ALBUM, {"scopeDir": ["1", "2", "1"]}, "scopeDir"),
        (COLLECTION_ALBUM, {"scopeDir": [str(number) for number in range(31)]}, "scopeDir"),
        (COLLECTION_ALBUM, {"scopeDir": ["1", "2 "]}, "scopeDir[1]"),
        (COLLECTION_ALBUM, {"scopeDir": ["1", 2]}, "scopeDir[1]"),
        (COLLECTION_ALBUM, {"scopeParentFolderId": None}, "scopeParentFolderId"),
        (COLLECTION_ALBUM, {"scopeKind": None}, "scopeKind"),
        (COLLECTION_ALBUM, {"scopeKind": "2,1"}, "scopeKind"),
        (COLLECTION_ALBUM, {"scopeKind": 1}, "scopeKind"),
        (COLLECTION_ALBUM, {"containerId": ""}, "containerId"),
        (MANUAL_ALBUM, {"containerId": "c"}, "containerId"),
        (MANUAL_ALBUM, {"scopeDir": ["1"]}, "scopeDir"),
        (MANUAL_ALBUM, {"scopeParentFolderId": "1"}, "scopeParentFolderId"),
        (MANUAL_ALBUM, {"scopeKind": "1"}, "scopeKind"),
        (MANUAL_ALBUM, {"groupId": "1"}, "groupId"),
        (MANUAL_ALBUM, {"shareFolderId": 1}, "shareFolderId"),
        (MANUAL_ALBUM, {**SHARED, "groupId": None}, "groupId"),
        (MANUAL_ALBUM, {**SHARED, "groupId": 1}, "groupId"),
        (MANUAL_ALBUM, {**SHARED, "shareFolderId": None}, "shareFolderId"),
        (MANUAL_ALBUM, {**SHARED, "shareFolderId": "1"}, "shareFolderId"),
        (MANUAL_ALBUM, {**SHARED, "shareFolderId": 0}, "shareFolderId"),
        (MANUAL_ALBUM, {**SHARED, "shareFolderId": 2**63}, "shareFolderId"),
        (MANUAL_ALBUM, {**SHARED, "shareFolderId": 1.0}, "shareFolderId"),
        (MANUAL_ALBUM, {"album_kind": 1}, "album_kind"),
    ],
)
def test_bad_album_fields_are_named(sandbox, body, changes, field):
    assert_refused(call(sandbox, "POST", ALBUM_CREATE, changed(body, changes)), field)


@pytest.mark.parametrize(("album_type", "album_kind"), [("2", 1), (2, "1"), ("2", "1")])
def test_numbers_of_an_album_may_be_texts_and_are_kept_as_numbers(sandbox, album_type, album_kind):
    album_id = create_album(sandbox, type=album_type, albumKind=album_kind).json["albumId"]
    made = sandbox.effects()[-1]
    assert (made["id"], made["type"], made["albumKind"]) == (album_id, 2, 1)
    listed = call(sandbox, "GET", f"{ALBUM_LIST}?albumKind=1&albumType=2").json["albumList"][0]
    assert (listed["id"], listed["albumType"], listed["albumKind"]) == (album_id, 2, 1)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({**COLLECTION_ALBUM, "type": "2"}, "scopeDir"),
        ({**MANUAL_ALBUM, "type": "1"}, "scopeDir"),
        ({**MANUAL_ALBUM, "albumKind": "2"}, "groupId"),
        ({**MANUAL_ALBUM, "type": "2", "name": None}, "name"),
    ],
)
def test_numbers_as_texts_bring_the_same_rules(sandbox, body, field):
    assert_refused(call(sandbox, "POST", ALBUM_CREATE, changed(body, {})), field)


@pytest.mark.parametrize(
    "name",
    [
        *(f"a{character}b" for character in '<>|:*?"/\n\r\b\t'),
        *(".", "..", "", " ", "\u200b", "x" * 32, 7),
        *(
            "a\N{GRINNING FACE}",
            "\N{REGIONAL INDICATOR SYMBOL LETTER A}",
            "\N{EMOJI MODIFIER FITZPATRICK TYPE-4}",
        ),
        *("1\ufe0f", "1\u20e3", "#\ufe0f\u20e3", "\u2764\ufe0f", "\u3164", "\u2800", "©\ufe0f", "line\n"),
    ],
)
def test_bad_shared_folder_names_are_refused(sandbox, name):
    assert_refused(create_folder(sandbox, name=name), "name")


@pytest.mark.parametrize(
    "name",
    [
        *("...", ".a", " a ", "a\\b", "x" * 31, "\U00020bb7" * 31, "家庭相册", "e\u0301", "\u202eabc"),
        *("1#", "©®™", "\u2764", "\u2194", "\u2192", "a\u200db", "a\x0bb"),
    ],
)
def test_unusual_shared_folder_names_are_accepted(sandbox, name):
    assert create_folder(sandbox, name=name).status == 200


@pytest.mark.parametrize("name", ["x", "x" * 20, "\U00020bb7" * 20, "\N{GRINNING FACE}", "a/b\n", " a", "\\"])
def test_album_names_have_no_forbidden_characters(sandbox, name):
    assert create_album(sandbox, name=name).status == 200


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"shareType": None}, "shareType"),
        ({"shareType": 1}, "shareType"),
        ({"shareType": "0"}, "shareType"),
        ({"shareType": False}, "shareType"),
        ({"containerId": None}, "containerId"),
        ({"containerId": "a b"}, "containerId"),
        ({"containerId": "a\u3000"}, "containerId"),
        ({"containerId": "a\x00"}, "containerId"),
        ({"containerId": "a\n"}, "containerId"),
        ({"name": None}, "name"),
        ({"parentId": "1"}, "parentId"),
    ],
)
def test_bad_shared_folder_fields_are_named(sandbox, changes, field):
    assert_refused(create_folder(sandbox, **changes), field)


def test_all_problems_are_named_at_once(sandbox):
    reply = create_folder(sandbox, shareType=7, containerId=None, name="a/b")
    assert_refused(reply, "shareType", "containerId", "name")


def test_long_names_of_unknown_members_do_not_come_back_whole(sandbox):
    reply = call(sandbox, "POST", ALBUM_CREATE, {**MANUAL_ALBUM, "x" * 100_000: 1})
    assert_refused(reply)
    assert len(reply.body) < 3000


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b'"text"',
        b"{",
        b'{"name":"a","type":2,"albumKind":1} x',
        b'{"name":"a","name":"b","type":2,"albumKind":1}',
        b'{"name":NaN,"type":2,"albumKind":1}',
        b'{"name":"a","type":2,"albumKind":-Infinity}',
        b'{"name":"\\ud800","type":2,"albumKind":1}',
        b'{"name":"\xff","type":2,"albumKind":1}',
        b'\xef\xbb\xbf{"name":"a","type":2,"albumKind":1}',
        b'{"name":"a","type":' + b"9" * 5000 + b',"albumKind":1}',
        b'{"name":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    ],
    ids=lambda body: body[:40].decode("latin-1"),
)
def test_bodies_that_are_not_strict_json_objects_are_malformed(sandbox, body):
    assert_refused(call(sandbox, "POST", ALBUM_CREATE, body), code=13000101)


@pytest.mark.parametrize(
    "content_type", [None, "text/plain", "application/json; charset=latin-1", "application/jsonx"]
)
def test_bodies_of_another_type_are_malformed(sandbox, content_type):
    reply = call(sandbox, "POST", ALBUM_CREATE, MANUAL_ALBUM, {"Content-Type": content_type})
    assert_refused(reply, "Content-Type", code=13000101)


@pytest.mark.parametrize(
    "content_type", ["application/json;charset=UTF-8", 'Application/JSON; charset="utf-8"']
)
def test_the_charset_may_be_said(sandbox, content_type):
    assert call(sandbox, "POST", ALBUM_CREATE, MANUAL_ALBUM, {"Content-Type": content_type}).status == 200


@pytest.mark.parametrize("prefix", ["Bearer ", "Bearer+", "AT ", ""])
def test_documented_authorization_formats_are_accepted(sandbox, prefix):
    headers = {"Authorization": f"{prefix}{SANDBOX_TOKEN}"}
    assert call(sandbox, "POST", ALBUM_CREATE, MANUAL_ALBUM, headers).status == 200


@pytest.mark.parametrize(
    ("headers", "word"),
    [
        ({"Authorization": None}, "token"),
        ({"Authorization": "Bearer wrong"}, "token"),
        ({"Authorization": f"Bearer Bearer {SANDBOX_TOKEN}"}, "token"),
        ({"Authorization": f"Bearer AT {SANDBOX_TOKEN}"}, "token"),
        ({"Authorization": f"Basic {SANDBOX_TOKEN}"}, "token"),
        ({"X-User-Id": None}, "X-User-Id"),
        ({"X-User-Id": "1"}, "X-User-Id"),
        ({"X-User-Id": f"{SANDBOX_USER_ID} 1"}, "X-User-Id"),
        ({"X-Date": None}, "time"),
        ({"X-Date": "2026-11-21T20:00:00Z"}, "time"),
        ({"X-Date": "20261121T200000"}, "time"),
        ({"X-Date": "20260230T000000Z"}, "time"),
        ({"X-Date": "20261301T000000Z"}, "time"),
        ({"X-Date": "20261121T235960Z"}, "time"),
        ({"X-Date": "00000101T000000Z"}, "time"),
    ],
)
def test_wrong_credentials_are_not_authenticated(sandbox, headers, word):
    made = len(sandbox.effects())
    for method, target, body in (
        ("POST", ALBUM_CREATE, MANUAL_ALBUM),
        ("GET", f"{ALBUM_LIST}?albumKind=1&albumType=1", None),
    ):
        reply = call(sandbox, method, target, body, headers)
        assert (reply.status, reply.json.keys()) == (401, {"code", "msg"})
        assert word in reply.json["msg"]
        assert SANDBOX_TOKEN not in reply.json["msg"]
    assert len(sandbox.effects()) == made


@pytest.mark.parametrize(
    ("age", "status"), [(0, 200), (1, 200), (899, 200), (900, 401), (1e6, 401), (-1, 401), (-3600, 401)]
)
def test_times_are_judged_by_the_clock_of_the_sandbox(age, status):
    with Sandbox(clock=lambda: NOW + 0.5) as sandbox:
        date = utc(NOW + 0.5 - age) if age <= 0 else utc(NOW - age)
        assert call(sandbox, "POST", ALBUM_CREATE, MANUAL_ALBUM, {"X-Date": date}).status == status


def test_the_oldest_time_is_just_under_15_minutes_old():
    for clock, status in ((NOW + 899.999, 200), (NOW + 900, 401)):
        with Sandbox(clock=lambda clock=clock: clock) as sandbox:
            assert call(sandbox, "POST", ALBUM_CREATE, MANUAL_ALBUM, {"X-Date": utc(NOW)}).status == status


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Traceid", "x" * 57),
        ("X-Traceid", "x" * 59),
        ("X-Traceid", ""),
        ("language", "fr-FR"),
        ("language", ""),
    ],
)
def test_bad_optional_headers_are_named(sandbox, header, value):
    assert_refused(call(sandbox, "POST", ALBUM_CREATE, MANUAL_ALBUM, {header: value}), header)


@pytest.mark.parametrize("language", ["en-US", "zh-CN", "en_us", "zh_cn"])
def test_languages_of_the_pages_are_accepted(sandbox, language):
    assert call(sandbox, "POST", ALBUM_CREATE, MANUAL_ALBUM, {"language": language}).status == 200


@pytest.mark.parametrize(
    ("target", "name"),
    [
        (f"{ALBUM_LIST}?albumType=1", "albumKind"),
        (f"{ALBUM_LIST}?albumKind=3&albumType=1", "albumKind"),
        (f"{ALBUM_LIST}?albumKind=1&albumType=x", "albumType"),
        (f"{ALBUM_LIST}?albumKind=1&albumType=1&pageSize=101", "pageSize"),
        (f"{ALBUM_LIST}?albumKind=1&albumType=1&pageSize=0", "pageSize"),
        (f"{ALBUM_LIST}?albumKind=1&albumType=1&pageNum=0", "pageNum"),
        (f"{ALBUM_LIST}?albumKind=1&albumType=1&pageNum=1.0", "pageNum"),
        (f"{ALBUM_LIST}?albumKind=1&albumType=1&groupId=", "groupId"),
        (f"{ALBUM_LIST}?albumKind=1&albumKind=1&albumType=1", "albumKind"),
        (f"{FOLDER_LIST}?limit=1", "offset"),
        (f"{FOLDER_LIST}?offset=-1&limit=1", "offset"),
        (f"{FOLDER_LIST}?offset=0", "limit"),
        (f"{FOLDER_LIST}?offset=0&limit=0", "limit"),
        (f"{FOLDER_LIST}?offset=0&limit=1001", "limit"),
        (f"{FOLDER_LIST}?offset=0&limit=1&keyWord={'x' * 33}", "keyWord"),
        (f"{FOLDER_LIST}?offset=0&limit=1&keyWord=", "keyWord"),
        (f"{FOLDER_LIST}?offset=0&limit=1&status=2", "status"),
        (f"{FOLDER_LIST}?offset=0&limit=1&queryType=3", "queryType"),
        (f"{FOLDER_LIST}?offset=0&limit=1&other=3", "other"),
        (f"{FOLDER_LIST}?offset=0&limit=1&keyWord=%FF", "query"),
    ],
)
def test_bad_query_parameters_are_named(sandbox, target, name):
    assert_refused(call(sandbox, "GET", target), name)


def test_creates_take_no_query(sandbox):
    assert_refused(call(sandbox, "POST", f"{FOLDER_CREATE}?name=x", SHARED_FOLDER), "name")


@pytest.mark.parametrize("path", ["/", "/koodrive/ose/v1/album/create/", "/koodrive/ose/v1/Album/create"])
def test_unknown_paths_are_not_found(sandbox, path):
    reply = call(sandbox, "POST", path, MANUAL_ALBUM)
    assert (reply.status, reply.json["error_code"]) == (404, "APIGW.0101")
    assert reply.headers["Date"]


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", ALBUM_CREATE, "POST"),
        ("PUT", FOLDER_CREATE, "POST"),
        ("POST", ALBUM_LIST, "GET"),
        ("OPTIONS", FOLDER_LIST, "GET"),
        ("BREW", ALBUM_CREATE, "POST"),
    ],
)
def test_other_methods_are_not_allowed(sandbox, method, path, allowed):
    reply = call(sandbox, method, path)
    assert (reply.status, reply.json["error_code"]) == (405, "APIGW.0101")
    assert reply.headers["Allow"] == allowed
