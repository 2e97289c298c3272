"""What somebody else made: there without a request, and like everything else from then on."""

from __future__ import annotations

import calendar
import errno
import time

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
    create_album,
    create_folder,
)

from koodrive.sandbox import SANDBOX_USER_ID, Fault, Sandbox, SandboxError

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


def test_effects_show_it_in_the_order_of_making_and_without_a_trace_id(sandbox):
    call(sandbox, "POST", ALBUM_CREATE, MANUAL_ALBUM, {"X-Traceid": TRACE_ID})
    made = sandbox.make_elsewhere("album", HOLIDAY, created_at=LONG_AGO)
    call(sandbox, "POST", FOLDER_CREATE, SHARED_FOLDER, {"X-Traceid": TRACE_ID})
    assert [effect["traceId"] for effect in sandbox.effects()] == [TRACE_ID, None, TRACE_ID]
    assert sandbox.effects()[1] == made
    assert [request.path for request in sandbox.requests()] == [ALBUM_CREATE, FOLDER_CREATE]


def test_it_is_made_now_unless_said_otherwise():
    with Sandbox(clock=lambda: LONG_AGO) as sandbox:
        assert sandbox.make_elsewhere("album", HOLIDAY)["createTime"] == "2024-02-29T12:30:15.250Z"


def test_collection_albums_can_be_made_elsewhere(sandbox):
    made = sandbox.make_elsewhere("album", COLLECTION_ALBUM)
    listed = call(sandbox, "GET", f"{ALBUM_LIST}?albumKind=1&albumType=1").json["albumList"]
    assert listed == [
        {"id": made["id"], "albumType": 1, "albumKind": 1, "scopeDir": COLLECTION_ALBUM["scopeDir"]}
    ]


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


def test_albums_may_share_a_name(sandbox):
    for _ in range(2):
        sandbox.make_elsewhere("album", HOLIDAY)
    assert create_album(sandbox, name="Holiday").status == 200
    assert album_names(sandbox) == ["Holiday"] * 3


def test_a_shared_album_can_be_made_in_their_folder(sandbox):
    folder = sandbox.make_elsewhere("sharedFolder", SHARED_FOLDER, creator=SOMEBODY)
    ids = {"albumKind": 2, "shareFolderId": int(folder["id"]), "groupId": folder["groupId"]}
    assert create_album(sandbox, **ids).status == 200
    sandbox.make_elsewhere("album", {**HOLIDAY, **ids}, creator=SOMEBODY)
    listed = call(sandbox, "GET", f"{ALBUM_LIST}?albumKind=2&albumType=2&groupId={folder['groupId']}").json
    assert [item["name"] for item in listed["albumList"]] == ["Holiday", MANUAL_ALBUM["name"]]


def test_it_survives_a_restart(tmp_path):
    with Sandbox(tmp_path / "state.jsonl") as sandbox:
        create_album(sandbox, name="Mine")
        sandbox.make_elsewhere("album", HOLIDAY, created_at=LONG_AGO)
        sandbox.make_elsewhere("sharedFolder", SHARED_FOLDER, creator=SOMEBODY)
        before = sandbox.effects()
    with Sandbox(tmp_path / "state.jsonl") as sandbox:
        assert sandbox.effects() == before
        assert album_names(sandbox) == ["Mine", "Holiday"]
        assert create_folder(sandbox).status == 200


def test_it_meets_no_fault_and_uses_none_up(sandbox):
    sandbox.inject(Fault.THROTTLED)
    sandbox.make_elsewhere("album", HOLIDAY)
    assert len(sandbox.effects()) == 1
    assert create_album(sandbox).status == 429


def test_lag_hides_what_was_just_made_elsewhere_and_shows_what_is_old(sandbox):
    sandbox.make_elsewhere("album", HOLIDAY)
    sandbox.make_elsewhere("album", {**HOLIDAY, "name": "Old"}, created_at=LONG_AGO)
    sandbox.inject(Fault.LIST_LAG)
    assert album_names(sandbox) == ["Old"]


def test_it_takes_copies_and_gives_copies(sandbox):
    fields = {**COLLECTION_ALBUM, "scopeDir": ["1"]}
    made = sandbox.make_elsewhere("album", fields)
    fields["scopeDir"].append("2")
    made["scopeDir"].append("3")
    assert sandbox.effects()[0]["scopeDir"] == ["1"]


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


def test_a_sandbox_that_does_not_run_makes_nothing(sandbox):
    sandbox.stop()
    for stopped in (sandbox, Sandbox()):
        with pytest.raises(SandboxError, match="not running"):
            stopped.make_elsewhere("album", HOLIDAY)
        assert stopped.effects() == []


def test_a_full_disk_is_said_in_words(tmp_path, monkeypatch):
    def write(_descriptor, _text):
        raise OSError(errno.ENOSPC, "No space left on device")

    with Sandbox(tmp_path / "state.jsonl") as sandbox:
        with monkeypatch.context() as patch:
            patch.setattr("koodrive.sandbox.state_file.os.write", write)
            with pytest.raises(SandboxError, match="No space left on device"):
                sandbox.make_elsewhere("album", HOLIDAY)
        assert sandbox.effects() == []


def test_ten_thousand_albums_and_five_thousand_folders_are_made_and_listed_fast(sandbox):
    started = time.perf_counter()
    for number in range(10_000):
        sandbox.make_elsewhere("album", {**HOLIDAY, "name": f"{number}"})
    for number in range(5000):
        sandbox.make_elsewhere("sharedFolder", {**SHARED_FOLDER, "name": f"Family {number}"})
    assert time.perf_counter() - started < 20
    started = time.perf_counter()
    last = call(sandbox, "GET", f"{ALBUMS}&pageSize=100&pageNum=100").json
    found = call(sandbox, "GET", f"{FOLDER_LIST}?offset=100&limit=1000&keyWord=FAMILY%204").json["folders"]
    assert time.perf_counter() - started < 0.5
    assert (last["total"], last["albumList"][-1]["name"]) == (10_000, "0")
    assert (len(found), found[0]["name"], found[-1]["name"]) == (1000, "Family 4899", "Family 400")
