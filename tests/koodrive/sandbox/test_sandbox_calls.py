"""The four calls of the sandbox over a real socket: what they make, what they answer, what they list."""

from __future__ import annotations

import re

import pytest
from sandbox_calls import (
    ALBUM_CREATE,
    ALBUM_LIST,
    COLLECTION_ALBUM,
    FOLDER_LIST,
    MANUAL_ALBUM,
    SHARED_FOLDER,
    Reply,
    call,
    create_album,
    create_folder,
)

from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_USER_ID

CREATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


def shared_album_in(folder: Reply) -> dict[str, object]:
    data = folder.json["data"]
    ids = {"shareFolderId": int(data["id"]), "groupId": str(data["groupId"])}
    return {**MANUAL_ALBUM, **ids, "albumKind": 2}


def test_album_answer_has_the_documented_shape(sandbox):
    reply = create_album(sandbox)
    assert reply.status == 200
    assert reply.json.keys() == {"albumId", "code", "msg"}
    assert re.fullmatch(r"[1-9][0-9]{18}", reply.json["albumId"])
    assert (reply.json["code"], reply.json["msg"]) == (0, "Success.")
    assert reply.headers["Content-Type"] == "application/json"
    assert reply.headers["Date"].endswith(" GMT")


def test_shared_folder_answer_has_the_documented_shape(sandbox):
    reply = create_folder(sandbox)
    assert reply.status == 200
    data = reply.json["data"]
    assert data.keys() == {"tenantId", "creator", "createTime", "groupId", "id", "shareFolderId"}
    assert reply.json["id"] == data["id"]
    assert isinstance(data["groupId"], int)
    assert data["groupId"] > 2**53
    assert data["creator"] == SANDBOX_USER_ID
    assert CREATE_TIME.fullmatch(data["createTime"])
    assert re.fullmatch(r"F[A-Za-z0-9_-]{32}", data["shareFolderId"])


def test_ids_increase_and_none_survives_a_double(sandbox):
    ids = [create_album(sandbox).json["albumId"] for _ in range(20)]
    ids += [create_folder(sandbox, name=f"n{number}").json["id"] for number in range(20)]
    assert ids == sorted(set(ids), key=int)
    assert all(int(float(identifier)) != int(identifier) for identifier in ids)


def test_shared_album_goes_into_its_folder(sandbox):
    folder = create_folder(sandbox)
    made = call(sandbox, "POST", ALBUM_CREATE, shared_album_in(folder))
    assert made.status == 200
    group_id = folder.json["data"]["groupId"]
    for group, expected in ((group_id, [made.json["albumId"]]), (group_id + 1, [])):
        listed = call(sandbox, "GET", f"{ALBUM_LIST}?albumKind=2&albumType=2&groupId={group}").json
        assert [item["id"] for item in listed["albumList"]] == expected


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"shareFolderId": 1805929618625036418}, 13000309), ({"groupId": "1"}, 13000410)],
)
def test_shared_album_needs_a_folder_and_its_group(sandbox, changes, code):
    album = shared_album_in(create_folder(sandbox))
    reply = call(sandbox, "POST", ALBUM_CREATE, {**album, **changes})
    assert (reply.status, reply.json["code"]) == (400, code)
    assert next(iter(changes)) in reply.json["msg"]
    assert len(sandbox.effects()) == 1


def test_albums_may_share_a_name_but_shared_folders_of_a_space_may_not(sandbox):
    assert [create_album(sandbox).status for _ in range(2)] == [200, 200]
    assert create_folder(sandbox).status == 200
    again = create_folder(sandbox)
    assert (again.status, again.json["code"]) == (400, 13000405)
    assert create_folder(sandbox, containerId="another-space").status == 200
    assert create_folder(sandbox, name=SHARED_FOLDER["name"].upper()).status == 200


def test_the_missing_space_can_be_rehearsed(sandbox):
    missing = f"NOSPACE{SANDBOX_CONTAINER_ID}"
    replies = [
        create_folder(sandbox, containerId=missing),
        call(sandbox, "POST", ALBUM_CREATE, {**COLLECTION_ALBUM, "containerId": missing}),
    ]
    assert [(reply.status, reply.json["code"]) for reply in replies] == [(400, 13000301)] * 2
    assert sandbox.effects() == []


def test_album_list_has_pages_of_ten_unless_asked(sandbox):
    made = [create_album(sandbox, name=f"n{number}").json["albumId"] for number in range(23)]
    newest_first = made[::-1]

    def page(query: str) -> list[str]:
        listed = call(sandbox, "GET", f"{ALBUM_LIST}?albumKind=1&albumType=2{query}").json
        assert listed["total"] == 23
        return [item["id"] for item in listed["albumList"]]

    assert page("") == newest_first[:10]
    assert page("&pageNum=3") == newest_first[20:]
    assert page("&pageSize=7&pageNum=2") == newest_first[7:14]
    assert page("&pageSize=100") == newest_first
    assert page("&pageNum=4") == []


def test_shared_folder_list_gives_what_a_shared_album_needs(sandbox):
    data = create_folder(sandbox).json["data"]
    folder = call(sandbox, "GET", f"{FOLDER_LIST}?offset=0&limit=1").json["folders"][0]
    assert folder == {
        "tenantId": data["tenantId"],
        "creator": SANDBOX_USER_ID,
        "createTime": data["createTime"],
        "ownerId": int(SANDBOX_USER_ID),
        "status": 0,
        "id": data["id"],
        "containerId": SANDBOX_CONTAINER_ID,
        "shareFolderFileId": data["shareFolderId"],
        "name": SHARED_FOLDER["name"],
        "groupId": str(data["groupId"]),
        "maxMember": 6,
    }


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("offset=0&limit=1000", ["Cats", "Hunde", "家庭相册", "family"]),
        ("offset=1&limit=2", ["Hunde", "家庭相册"]),
        ("offset=0&limit=10&keyWord=%E5%AE%B6", ["家庭相册"]),
        ("offset=0&limit=10&keyWord=FAM", ["family"]),
        ("offset=0&limit=10&queryType=1&status=0", ["Cats", "Hunde", "家庭相册", "family"]),
        ("offset=0&limit=10&queryType=2", []),
        ("offset=0&limit=10&status=1", []),
    ],
)
def test_shared_folder_list_pages_and_filters(sandbox, query, names):
    for name in ("family", "家庭相册", "Hunde", "Cats"):
        assert create_folder(sandbox, name=name).status == 200
    listed = call(sandbox, "GET", f"{FOLDER_LIST}?{query}").json
    assert [folder["name"] for folder in listed["folders"]] == names


def test_effects_and_requests_show_what_happened(sandbox):
    trace_id = "t" * 58
    reply = call(sandbox, "POST", ALBUM_CREATE, MANUAL_ALBUM, {"X-Traceid": trace_id})
    assert create_album(sandbox, name=None).status == 400
    (effect,) = sandbox.effects()
    assert effect.items() >= {**MANUAL_ALBUM, "kind": "album", "traceId": trace_id}.items()
    assert effect["id"] == reply.json["albumId"]
    first, second = sandbox.requests()
    assert (first.method, first.path, first.query) == ("POST", ALBUM_CREATE, "")
    assert first.headers["x-traceid"] == trace_id
    assert b'"albumName"' in first.body
    assert b'"name"' not in second.body
    assert "sandbox-token" not in repr(first)
    effect["name"] = "changed by the test"
    assert sandbox.effects()[0]["name"] == MANUAL_ALBUM["name"]
