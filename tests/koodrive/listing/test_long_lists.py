"""Lists of thousands of rows: how long one look at them takes."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing

import pytest
from lost_answer_fixtures import COLLECTION, FOLDER, MANUAL, ScriptedLists, at_lists

from koodrive.creation.findings import Resolution

SLOW_MACHINE = 15.0
"""Seconds; some twenty times of what a look takes on a plain computer."""


def albums(count: int) -> list[dict[str, object]]:
    return [{"id": str(10**18 + number), "name": f"Album {number}"} for number in range(count)]


def folders(count: int) -> list[dict[str, object]]:
    return [
        {
            "id": str(10**18 + number),
            "name": f"Folder {number}",
            "groupId": str(2 * 10**18 + number),
            "containerId": FOLDER.container_id,
            "createTime": "2025-09-01T02:34:57.815Z",
        }
        for number in range(count)
    ]


@pytest.mark.parametrize(
    ("request_", "rows", "own"),
    [
        (MANUAL, albums(10_000), {"id": "17", "name": MANUAL.name}),
        (FOLDER, folders(5_000), {"id": "17", "name": FOLDER.name, "containerId": FOLDER.container_id}),
    ],
    ids=["10,000 albums", "5,000 folders"],
)
def test_one_look_at_a_long_list(driver, request_, rows, own):
    with ScriptedLists(rows) as server:
        scripted = at_lists(driver, server)
        scripted.snapshot_list(request_)
        lost = scripted.backend.create(request_, scripted.connection, scripted.token).attempt_id
        server.rows.insert(len(rows) // 2, own)
        begun = time.perf_counter()
        finding = scripted.find(lost, pauses=())
        seconds = time.perf_counter() - begun
    print(f"one look at {len(rows)} rows: {seconds:.2f} s, {len(server.requests)} requests in all")  # noqa: T201 - a figure
    assert finding.ending is Resolution.DONE
    assert finding.adopted == ((lost, "17"),)
    assert seconds < SLOW_MACHINE


def test_writing_a_long_list_down(driver, tmp_path):
    rows = [(row["id"], row["name"]) for row in albums(10_000)]
    seconds = []
    for _ in range(3):
        begun = time.perf_counter()
        driver.backend.journal.service_lists.save(driver.connection, "album/2/1", rows)
        seconds.append(time.perf_counter() - begun)
    print("keeping 10,000 rows:", *(f"{second:.3f} s" for second in seconds))  # noqa: T201 - a figure
    assert max(seconds) < SLOW_MACHINE
    with closing(sqlite3.connect(driver.backend.journal.path)) as database:
        assert database.execute("SELECT count(*) FROM list_object").fetchone() == (10_000,)


def test_many_lost_answers_at_once_read_each_list_once(driver):
    requests = [type(MANUAL)(type=2, album_kind=1, name=f"Lost {number}") for number in range(40)]
    driver.snapshot_list(MANUAL)
    lost = [driver.lose(request) for request in requests]
    before = driver.lists_read()
    findings = driver.resolve(*lost, pauses=())
    assert [finding.ending for finding in findings] == [Resolution.DONE] * len(lost)
    assert [driver.attempt(attempt_id).result_id for attempt_id in lost] == driver.made()
    assert driver.lists_read() - before == 2
    assert driver.resolve(driver.lose(COLLECTION), pauses=())[0].ending is Resolution.CANNOT_TELL
