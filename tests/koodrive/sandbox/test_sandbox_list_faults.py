"""What can go wrong with a list: entries that come late, fields that are missing, pages that fail."""

from __future__ import annotations

import contextlib
import http.client
import json
import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sandbox_calls import (
    ALBUM_CREATE,
    ALBUM_LIST,
    COLLECTION_ALBUM,
    FOLDER_LIST,
    ShiftedClock,
    call,
    create_album,
    create_folder,
    good_headers,
    port_of,
)

from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_USER_ID, Fault, Sandbox
from koodrive.sandbox.catalog import Catalog, Origin, service_time

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


def test_lag_is_five_seconds_by_default(sandbox, clock):
    create_folder(sandbox, name="old")
    clock.ahead = 6
    create_folder(sandbox, name="new")
    sandbox.inject(Fault.LIST_LAG)
    assert folders(sandbox) == ["old"]


def test_lag_without_end_hides_everything(sandbox):
    create_album(sandbox)
    sandbox.inject(Fault.LIST_LAG, seconds=float("inf"))
    assert albums(sandbox) == []


@pytest.mark.parametrize("fault", [Fault.LIST_LAG, Fault.SPARSE_LIST])
def test_the_faults_of_lists_wait_for_lists(sandbox, fault):
    sandbox.inject(fault)
    assert create_album(sandbox).json["code"] == 0
    armed = call(sandbox, "GET", "/sandbox/faults").json["faults"]
    assert [waiting["fault"] for waiting in armed] == [fault.value]
    assert call(sandbox, "GET", ALBUMS).status == 200
    assert call(sandbox, "GET", "/sandbox/faults").json["faults"] == []


def test_lag_can_be_for_one_of_the_lists(sandbox):
    create_album(sandbox, name="new")
    create_folder(sandbox, name="new")
    sandbox.inject(Fault.LIST_LAG, path=FOLDER_LIST)
    assert albums(sandbox) == ["new"]
    assert folders(sandbox) == []


def test_lag_does_not_free_a_name(sandbox):
    create_folder(sandbox)
    sandbox.inject(Fault.LIST_LAG, times=2)
    assert folders(sandbox) == []
    assert create_folder(sandbox).json["code"] == 13000405


@given(
    ages=st.lists(st.integers(0, 10_000), max_size=20),
    lag=st.integers(0, 10_000),
)
def test_what_is_at_least_so_old_is_shown_oldest_first(ages, lag):
    now = datetime(2026, 11, 21, 12, tzinfo=UTC)
    catalog = Catalog(None)
    for number, age in enumerate(ages):
        made = Origin(SANDBOX_USER_ID, service_time(now - timedelta(milliseconds=age)))
        catalog.add_album({"name": str(number)}, made)
    shown = catalog.until(service_time(now - timedelta(milliseconds=lag)))
    expected = sorted((-age, number) for number, age in enumerate(ages) if age >= lag)
    assert [record["name"] for record in shown] == [str(number) for _, number in expected]
    assert [record["name"] for record in catalog.made()] == [str(number) for number in range(len(ages))]


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


def test_sparse_refusals_stay_refusals(sandbox):
    sandbox.inject(Fault.SPARSE_LIST)
    reply = call(sandbox, "GET", ALBUM_LIST)
    assert (reply.status, reply.json["code"]) == (400, 13000102)


def test_the_header_on_a_create_changes_nothing(sandbox):
    for fault in ("list-lag", "sparse-list"):
        reply = call(sandbox, "POST", ALBUM_CREATE, {"name": fault, "type": 2, "albumKind": 1}, named(fault))
        assert reply.json["albumId"] == sandbox.effects()[-1]["id"]


def named(fault: str) -> dict[str, str]:
    return {"X-Sandbox-Fault": fault}


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


@pytest.mark.parametrize(("target", "other"), LISTS)
def test_pages_that_are_a_web_page(sandbox, target, other):
    sandbox.inject(Fault.HTML, path=target.partition("?")[0])
    assert call(sandbox, "GET", other).json["code"] == 0
    reply = call(sandbox, "GET", target)
    assert (reply.status, reply.body[:9]) == (200, b"<!DOCTYPE")
    assert call(sandbox, "GET", target).json["code"] == 0


@pytest.mark.parametrize(("target", "other"), LISTS)
@pytest.mark.parametrize(
    ("fault", "error"),
    [("drop-before-commit", http.client.RemoteDisconnected), ("hang", TimeoutError)],
)
def test_pages_that_never_come(sandbox, fault, error, target, other):
    sandbox.inject(fault, path=target.partition("?")[0])
    assert call(sandbox, "GET", other).status == 200
    with pytest.raises(error):
        call(sandbox, "GET", target, timeout=0.3)
    assert call(sandbox, "GET", target).status == 200


def test_the_third_page_fails_when_two_harmless_faults_come_before(sandbox):
    sandbox.inject(Fault.SLOW, times=2, path=ALBUM_LIST, seconds=0)
    sandbox.inject(Fault.ERROR_BEFORE_COMMIT, path=ALBUM_LIST)
    statuses = [call(sandbox, "GET", f"{ALBUMS}&pageNum={page}").status for page in (1, 2, 3, 4)]
    assert statuses == [200, 200, 500, 200]


def test_faults_of_lists_queue_up_one_for_each_request(sandbox):
    create_album(sandbox, name="new")
    sandbox.inject(Fault.LIST_LAG)
    sandbox.inject(Fault.THROTTLED, path=ALBUM_LIST)
    sandbox.inject(Fault.SPARSE_LIST)
    assert albums(sandbox) == []
    assert call(sandbox, "GET", ALBUMS).status == 429
    assert "coverImg" not in call(sandbox, "GET", ALBUMS).json["albumList"][0]
    assert "coverImg" in call(sandbox, "GET", ALBUMS).json["albumList"][0]


@pytest.fixture
def full_sandbox(sandbox):
    made = Origin(SANDBOX_USER_ID, service_time(datetime.now(UTC)))
    for number in range(10_000):
        sandbox._catalog.add_album({"name": f"n{number}", "type": 2, "albumKind": 1}, made)
        folder = {"name": f"n{number}", "shareType": 0, "containerId": SANDBOX_CONTAINER_ID}
        sandbox._catalog.add_shared_folder(folder, made)
    return sandbox


@pytest.mark.parametrize(
    ("member", "targets"),
    [
        ("albumList", [f"{ALBUMS}&pageSize=100&pageNum={page}" for page in range(1, 101)]),
        ("folders", [f"{FOLDER_LIST}?offset={offset}&limit=100" for offset in range(0, 10_000, 100)]),
    ],
    ids=["albums", "folders"],
)
def test_a_hundred_pages_of_ten_thousand_things_are_quick(full_sandbox, member, targets):
    connection = http.client.HTTPConnection("127.0.0.1", port_of(full_sandbox), timeout=10)
    with contextlib.closing(connection):
        found = set()
        # The time of the processor, so that a busy computer does not count.
        started = time.process_time()
        for target in targets:
            connection.request("GET", target, headers=good_headers())
            found |= {item["id"] for item in json.loads(connection.getresponse().read())[member]}
        # Measured: 0.25 s; on cores that are shared, up to 1.4 s.
        assert time.process_time() - started < 3
    assert len(found) == 10_000
