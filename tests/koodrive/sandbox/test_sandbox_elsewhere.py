"""Objects of other programs: created without a request, and like all others from then on."""

from __future__ import annotations

import calendar

import pytest
from sandbox_calls import (
    ALBUM_LIST,
    FOLDER_LIST,
    SHARED_FOLDER,
    call,
    create_album,
    create_folder,
)

from koodrive.sandbox import SANDBOX_USER_ID

HOLIDAY = {"name": "Holiday", "type": 2, "albumKind": 1}
ALBUMS = f"{ALBUM_LIST}?albumKind=1&albumType=2"
SOMEBODY = "1700000000000000001"
LONG_AGO = calendar.timegm((2024, 2, 29, 12, 30, 15)) + 0.25
TRACE_ID = "t" * 58


def album_names(sandbox) -> list[str]:
    return [item["name"] for item in call(sandbox, "GET", ALBUMS).json["albumList"]]


def folder_ids(sandbox, query_type: int) -> list[str]:
    listed = call(sandbox, "GET", f"{FOLDER_LIST}?offset=0&limit=9&queryType={query_type}").json
    return [item["id"] for item in listed["folders"]]


def test_an_album_of_long_ago_is_in_the_list_behind_newer_ones(sandbox):
    create_album(sandbox, name="Mine")
    made = sandbox.make_elsewhere("album", HOLIDAY, created_at=LONG_AGO)
    assert made.items() >= {**HOLIDAY, "kind": "album", "creator": SANDBOX_USER_ID, "traceId": None}.items()
    assert made["createTime"] == "2024-02-29T12:30:15.250Z"
    assert album_names(sandbox) == ["Mine", "Holiday"]


def test_the_folder_of_another_creator_is_one_that_i_joined(sandbox):
    theirs = sandbox.make_elsewhere("sharedFolder", SHARED_FOLDER, creator=SOMEBODY)
    mine = create_folder(sandbox, name="Mine").json["id"]
    assert [folder_ids(sandbox, query_type) for query_type in (0, 1, 2)] == [
        [mine, theirs["id"]],
        [mine],
        [theirs["id"]],
    ]
    folder = call(sandbox, "GET", f"{FOLDER_LIST}?offset=1&limit=1").json["folders"][0]
    assert (folder["creator"], folder["ownerId"]) == (SOMEBODY, int(SOMEBODY))


def test_names_are_taken_by_their_creator_only(sandbox):
    sandbox.make_elsewhere("sharedFolder", SHARED_FOLDER, creator=SOMEBODY)
    assert create_folder(sandbox).status == 200
    sandbox.make_elsewhere("sharedFolder", {**SHARED_FOLDER, "name": "Phone"})
    assert create_folder(sandbox, name="Phone").json["code"] == 13000405
    for creator in (None, SOMEBODY):
        with pytest.raises(ValueError, match="Duplicate file name"):
            sandbox.make_elsewhere("sharedFolder", SHARED_FOLDER, creator=creator)
    assert len(sandbox.effects()) == 3


@pytest.mark.parametrize(
    ("kind", "fields", "creator", "words"),
    [
        ("picture", HOLIDAY, None, "album, sharedFolder"),
        ("album", {"type": 2, "albumKind": 1}, None, "name is missing"),
        ("album", {**HOLIDAY, "colour": "red"}, None, "colour is not a field"),
        ("album", {**HOLIDAY, "albumKind": 2, "groupId": "1", "shareFolderId": 1}, None, "shareFolderId"),
        ("sharedFolder", {**SHARED_FOLDER, "name": "a/b"}, None, "name"),
        ("sharedFolder", SHARED_FOLDER, "Ann", "digits"),
        ("sharedFolder", SHARED_FOLDER, "", "digits"),
    ],
)
def test_what_breaks_a_rule_is_not_made(sandbox, kind, fields, creator, words):
    with pytest.raises(ValueError, match=words):
        sandbox.make_elsewhere(kind, fields, creator=creator)
    assert sandbox.effects() == []
