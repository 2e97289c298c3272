"""Faults of lists: late entries, missing fields, failing pages."""

from __future__ import annotations

import pytest
from sandbox_calls import (
    ALBUM_CREATE,
    ALBUM_LIST,
    COLLECTION_ALBUM,
    FILES,
    FOLDER_LIST,
    TOP_FOLDERS,
    ShiftedClock,
    call,
    create_album,
    create_folder,
)

from koodrive.sandbox import Fault, Sandbox

ALBUMS = f"{ALBUM_LIST}?albumKind=1&albumType=2"
COLLECTIONS = f"{ALBUM_LIST}?albumKind=1&albumType=1"
FOLDERS = f"{FOLDER_LIST}?offset=0&limit=1000"


@pytest.fixture
def clock():
    return ShiftedClock()


@pytest.fixture
def sandbox(clock):
    with Sandbox(clock=clock) as running:
        yield running


def albums(sandbox) -> list[str]:
    listed = call(sandbox, "GET", ALBUMS).json
    assert listed["total"] == len(listed["albumList"])
    return [item["name"] for item in listed["albumList"]]


def folders(sandbox) -> list[str]:
    return [item["name"] for item in call(sandbox, "GET", FOLDERS).json["folders"]]


def test_lag_hides_what_is_new_for_so_many_lists(sandbox):
    create_album(sandbox, name="new")
    create_folder(sandbox, name="new")
    sandbox.inject(Fault.LIST_LAG, times=3, seconds=60)
    assert [albums(sandbox), folders(sandbox), albums(sandbox)] == [[], [], []]
    assert [albums(sandbox), folders(sandbox)] == [["new"], ["new"]]


def test_lag_shows_what_is_old_enough(sandbox, clock):
    create_album(sandbox, name="old")
    clock.ahead = 30
    create_album(sandbox, name="new")
    sandbox.inject(Fault.LIST_LAG, times=3, seconds=20)
    assert albums(sandbox) == ["old"]
    clock.ahead = 49
    assert albums(sandbox) == ["old"]
    clock.ahead = 51
    assert albums(sandbox) == ["new", "old"]


def test_sparse_albums_keep_what_is_promised(sandbox):
    manual = create_album(sandbox, name="Holiday").json["albumId"]
    collection = call(sandbox, "POST", ALBUM_CREATE, COLLECTION_ALBUM).json["albumId"]
    sandbox.inject(Fault.SPARSE_LIST, times=2)
    listed = call(sandbox, "GET", ALBUMS).json
    assert listed == {
        "albumList": [{"id": manual, "name": "Holiday", "albumType": 2, "albumKind": 1}],
        "total": 1,
        "code": 0,
        "msg": "Success.",
    }
    assert call(sandbox, "GET", COLLECTIONS).json["albumList"] == [
        {"id": collection, "albumType": 1, "albumKind": 1}
    ]
    assert "scopeDir" in call(sandbox, "GET", COLLECTIONS).json["albumList"][0]


def test_sparse_shared_folders_keep_what_is_promised(sandbox):
    data = create_folder(sandbox, name="Family").json["data"]
    sandbox.inject(Fault.SPARSE_LIST)
    assert call(sandbox, "GET", FOLDERS).json["folders"] == [
        {
            "status": 0,
            "id": data["id"],
            "shareFolderFileId": data["shareFolderId"],
            "name": "Family",
            "groupId": str(data["groupId"]),
            "maxMember": 6,
        }
    ]


def test_sparse_files_keep_what_a_picker_needs(sandbox):
    sandbox.inject(Fault.SPARSE_LIST)
    sparse, whole = (call(sandbox, "POST", FILES, TOP_FOLDERS).json["files"] for _ in range(2))
    assert {tuple(item) for item in sparse} == {("id", "fileName", "fileType")}
    assert [item["id"] for item in sparse] == [item["id"] for item in whole]


LISTS = [pytest.param(ALBUMS, FOLDERS, id="albums"), pytest.param(FOLDERS, ALBUMS, id="folders")]


@pytest.mark.parametrize(("target", "other"), LISTS)
@pytest.mark.parametrize(
    ("fault", "status", "code"),
    [
        ("error-before-commit", 500, 13000201),
        ("throttled", 429, "APIG.0308"),
        ("expired-token", 401, 401),
    ],
)
def test_pages_that_fail(sandbox, fault, status, code, target, other):
    sandbox.inject(fault, times=2, path=target.partition("?")[0])
    assert call(sandbox, "GET", other).status == 200
    for _ in range(2):
        reply = call(sandbox, "GET", target)
        assert reply.status == status
        assert code in {reply.json.get("code"), reply.json.get("error_code")}
    assert call(sandbox, "GET", target).status == 200
