"""Lists that are not whole, answers that contradict themselves, names that are stored in another form."""

from __future__ import annotations

import json
import time
from email.utils import parsedate_to_datetime

import pytest
from sandbox_calls import (
    ALBUM_LIST,
    FOLDER_LIST,
    call,
    create_album,
    create_folder,
    open_request,
)

from koodrive.sandbox import SANDBOX_USER_ID, Fault

ALBUMS = f"{ALBUM_LIST}?albumKind=1&albumType=2&pageSize=100"
FOLDERS = f"{FOLDER_LIST}?offset=0&limit=1000"


def names(sandbox, target=ALBUMS):
    return [item["name"] for item in read(sandbox, target)["albumList" if target == ALBUMS else "folders"]]


def read(sandbox, target=ALBUMS, fault=None):
    if fault is not None:
        sandbox.inject(fault)
    return call(sandbox, "GET", target).json


# Lists ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("target", [ALBUMS, FOLDERS])
def test_rows_are_left_out_the_newest_first(sandbox, target):
    make = create_album if target == ALBUMS else create_folder
    made = [str(number) for number in range(24)]
    for name in made:
        make(sandbox, name=name)
    sandbox.inject(Fault.ROWS_LEFT_OUT)
    assert names(sandbox, target) == made[-2::-2]
    assert names(sandbox, target) == made[::-1]


@pytest.mark.parametrize(
    ("fault", "rows", "total"),
    [("empty-page", 0, 4), ("no-rows", 0, 0), ("total-too-high", 4, 14), ("total-too-low", 4, 2)],
)
def test_rows_and_total_contradict_each_other(sandbox, fault, rows, total):
    for _ in range(4):
        create_album(sandbox)
    listed = read(sandbox, fault=fault)
    assert (len(listed["albumList"]), listed["total"]) == (rows, total)


@pytest.mark.parametrize("no_cache", [False, True])
def test_a_cached_list_is_old_and_says_so(sandbox, no_cache):
    create_album(sandbox, name="new")
    sandbox.make_elsewhere(
        "album", {"name": "old", "type": 2, "albumKind": 1}, created_at=time.time() - 3_000
    )
    sandbox.inject(Fault.CACHED_LIST, seconds=120)
    headers = {"Cache-Control": "no-cache"} if no_cache else {}
    reply = call(sandbox, "GET", ALBUMS, None, headers)
    assert [item["name"] for item in reply.json["albumList"]] == ["old"]
    assert reply.headers["Age"] == "120"
    age = time.time() - parsedate_to_datetime(reply.headers["Date"]).timestamp()
    assert 118 < age < 125
    assert names(sandbox) == ["new", "old"]


# Answers -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [create_album, create_folder])
@pytest.mark.parametrize(
    ("fault", "status", "code"),
    [
        ("id-with-code", 200, 200),
        ("id-with-word", 200, "SUCCESS"),
        ("success-400", 400, 0),
        ("success-409", 409, 0),
    ],
)
def test_the_answer_contradicts_itself(sandbox, make, fault, status, code):
    sandbox.inject(fault)
    reply = make(sandbox)
    (made,) = sandbox.effects()
    assert (reply.status, reply.json["code"]) == (status, code)
    assert reply.json.get("albumId", reply.json.get("id")) == made["id"]


def test_the_id_comes_alone(sandbox):
    sandbox.inject(Fault.ID_ALONE, times=2)
    album, folder = create_album(sandbox).json, create_folder(sandbox).json
    assert album == {"albumId": sandbox.effects()[0]["id"]}
    assert folder.keys() == {"id", "data"}


def test_hints_come_before_the_answer(sandbox):
    with open_request(sandbox, "early-hints") as raw:
        text = b""
        while not text.endswith(b"}"):
            text += raw.recv(4096)
    hints, final, body = text.split(b"\r\n\r\n")
    assert hints.startswith(b"HTTP/1.1 103 Early Hints\r\n")
    assert final.startswith(b"HTTP/1.1 200 OK\r\n")
    assert json.loads(body)["albumId"] == sandbox.effects()[0]["id"]


def test_a_byte_order_mark_comes_before_the_json(sandbox):
    sandbox.inject(Fault.BYTE_ORDER_MARK)
    reply = create_album(sandbox)
    assert reply.body.startswith(b"\xef\xbb\xbf{")
    assert reply.headers["Content-Length"] == str(len(reply.body))
    assert json.loads(reply.body.decode("utf-8-sig"))["code"] == 0


# Names ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "asked", "stored"),
    [
        ("name-trimmed", " Été ", "Été"),
        ("name-nfd", "\u00c9t\u00e9", "E\u0301te\u0301"),
        ("name-numbered", "Holiday", "Holiday(1)"),
        ("name-question-marks", "𠮷野家𠮷", "?野家?"),
        ("name-cut", "野𠮷家", "野"),
        ("name-cut", "𠮷家", ""),
        ("name-cut-at-ampersand", "Tom & Ann", "Tom "),
        ("name-escaped", 'A & B "c"', "A &amp; B &quot;c&quot;"),
        ("name-without-periods", "etc...", "etc"),
        ("name-underscores", "why/so?yes!a:b", "why_so_yes_a_b"),
    ],
)
def test_a_name_is_stored_in_another_form(sandbox, fault, asked, stored):
    sandbox.inject(fault)
    assert create_album(sandbox, name=asked).status == 200
    assert sandbox.effects()[0]["name"] == stored
    assert create_album(sandbox, name=asked).status == 200
    assert names(sandbox) == [asked, stored]


@pytest.mark.parametrize("fault", [Fault.COMMIT_THEN_DROP, Fault.LATE_COMMIT])
def test_a_fault_of_names_comes_together_with_another(sandbox, fault):
    sandbox.inject(Fault.NAME_NUMBERED)
    sandbox.inject(fault, seconds=0)
    with pytest.raises(ConnectionError):
        create_folder(sandbox, name="Family")
    sandbox.stop()
    assert [(made["name"], made["creator"]) for made in sandbox.effects()] == [("Family(1)", SANDBOX_USER_ID)]
