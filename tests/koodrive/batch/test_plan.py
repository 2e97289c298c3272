"""The plan of a batch: what history and service say about its rows before the first one is sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from batch_fixtures import ALBUM_POST, BatchDriver, album, album_in, batch_driver, folder

from koodrive.batch.models import BatchState, Finding, Severity, Verdict
from koodrive.core.deadline import Cancellation
from koodrive.errors import AuthenticationError
from koodrive.journal import BatchStateError
from koodrive.messages import Message
from koodrive.models import RequestKind
from koodrive.sandbox import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[BatchDriver]:
    with batch_driver(tmp_path) as driver:
        yield driver


def plan(driver: BatchDriver, batch_id: int) -> list[tuple[str, str | None, list[str]]]:
    """Plan a batch, and return verdict, existing ID and codes of each row."""
    driver.backend.batch_runs.plan(batch_id, driver.connection, driver.client(), cancellation=Cancellation())
    return [
        (one.verdict, one.existing, [finding.code for finding in driver.found(one)])
        for one in driver.rows(batch_id)
    ]


def test_rows_are_judged_by_history_and_service(driver: BatchDriver) -> None:
    first = driver.add([album(1, "Made"), album(2, "Lost"), album(3, "Other")])
    driver.sandbox.inject(Fault.COMMIT_THEN_DROP, path=ALBUM_POST)
    assert driver.run(first, search_pauses=())[0] is BatchState.FINISHED
    driver.sandbox.make_elsewhere(RequestKind.ALBUM, {"name": "Ｅlsewhere", "type": 2, "albumKind": 1})
    ids = {name: object_id for object_id, name in driver.made().items()}
    lost = next(row.fields["name"] for row in driver.rows(first) if row.state == "unknown")
    made = next(name for name in ("Made", "Lost", "Other") if name != lost)
    second = driver.add(
        [
            album(1, made),
            album(2, lost),
            album(3, "Elsewhere"),
            album(4, "New"),
            album(5, "Broken", verdict=Verdict.PROBLEM),
            folder(6, made),
        ]
    )
    found = plan(driver, second)
    assert found[0] == (Verdict.EXISTS, ids[made], [])
    assert found[1][0] == Verdict.DOUBTFUL
    assert found[1][2][0] == "may_exist"
    assert found[2] == (Verdict.DOUBTFUL, ids["Ｅlsewhere"], ["name_on_service"])
    assert [verdict for verdict, *_ in found[3:]] == [Verdict.READY, Verdict.PROBLEM, Verdict.READY]
    # Judged once more, it is the same; nothing adds up.
    assert plan(driver, second) == found


def test_a_name_that_only_looks_the_same_is_doubtful_and_the_same_name_exists(driver: BatchDriver) -> None:
    first = driver.add([album(1, "Mid 00002"), album(2, "Mid 00003")])
    assert driver.run(first)[0] is BatchState.FINISHED
    ids = {name: object_id for object_id, name in driver.made().items()}
    names = ("Ｍid 00002", "Mid 00003", "mid 00002")
    rows = [album(row, name) for row, name in enumerate(names, 1)]
    second = driver.add(rows)
    found = plan(driver, second)
    assert found[0] == (Verdict.DOUBTFUL, ids["Mid 00002"], ["name_in_history"])
    assert "“Mid 00002” looks the same" in str(driver.found(driver.rows(second)[0])[0].message)
    assert found[1] == (Verdict.EXISTS, ids["Mid 00003"], [])
    assert found[2][0] == Verdict.READY
    # Confirmed and created, it is the one that exists, though another one of this look is newer.
    driver.backend.journal.batch_rows.decide(second, [1], "confirmed")
    assert driver.run(second)[0] is BatchState.FINISHED
    ids = {name: object_id for object_id, name in driver.made().items()}
    third = driver.add([album(1, "Mid 00002"), album(2, "Ｍid 00002")])
    assert plan(driver, third) == [(Verdict.EXISTS, ids[name], []) for name in ("Mid 00002", "Ｍid 00002")]


def test_what_was_sent_long_ago_or_as_somebody_else_does_not_count(driver: BatchDriver) -> None:
    first = driver.add([album(1, "Old"), album(2, "Lost long ago")])
    driver.sandbox.inject(Fault.ERROR_BEFORE_COMMIT, path=ALBUM_POST)
    assert driver.run(first, search_pauses=())[0] is BatchState.FINISHED
    driver.sandbox.clear_faults()
    old = int((datetime.now(UTC) - timedelta(days=31)).timestamp() * 1000)
    with driver.backend.journal._writer.transaction() as database:
        database.execute("UPDATE attempt SET started_at = ?", (old,))
        database.execute("DELETE FROM list_object")
    names = {row.state: row.fields["name"] for row in driver.rows(first)}
    second = driver.add([album(1, names["created"]), album(2, names["unknown"])])
    other = replace(driver, connection=replace(driver.connection, user_id="1644817543959100099"))
    other.backend.batch_runs.plan(second, other.connection, None, cancellation=Cancellation())
    assert driver.states(second) == [Verdict.READY, Verdict.READY]
    driver.backend.batch_runs.plan(second, driver.connection, None, cancellation=Cancellation())
    assert driver.states(second) == [Verdict.READY, Verdict.DOUBTFUL]


def test_albums_in_a_folder_that_exists_are_judged_by_its_ids(driver: BatchDriver) -> None:
    first = driver.add([folder(1, "Family"), album_in(2, 1, "In it")])
    assert driver.run(first)[0] is BatchState.FINISHED
    second = driver.add([album_in(1, 2, "In it"), folder(2, "Family"), album_in(3, 2, "New in it")])
    assert [verdict for verdict, *_ in plan(driver, second)] == [
        Verdict.EXISTS,
        Verdict.EXISTS,
        Verdict.READY,
    ]
    assert driver.run(second)[0] is BatchState.FINISHED
    assert driver.states(second) == ["exists", "exists", "created"]
    shared = [str(one.get("shareFolderId")) for one in driver.sandbox.effects() if "In it" in one["name"]]
    assert shared == [driver.rows(first)[0].result_id]


def test_a_finding_of_the_file_stays_and_decides_with_the_others(driver: BatchDriver) -> None:
    twin = Finding("same_name", Message("Twice"), "name", Severity.DOUBT)
    batch_id = driver.add([album(1, "A", verdict=Verdict.DOUBTFUL, findings=(twin,))])
    assert plan(driver, batch_id) == [(Verdict.DOUBTFUL, None, ["same_name"])]
    driver.sandbox.make_elsewhere(RequestKind.ALBUM, {"name": "A", "type": 2, "albumKind": 1})
    assert plan(driver, batch_id)[0][2] == ["same_name", "name_on_service"]


def test_lists_that_cannot_be_read_are_said_and_the_history_counts_all_the_same(driver: BatchDriver) -> None:
    first = driver.add([album(1, "Made")])
    assert driver.run(first)[0] is BatchState.FINISHED
    second = driver.add([album(1, "Made"), album(2)])
    driver.sandbox.expire_tokens()
    with pytest.raises(AuthenticationError):
        plan(driver, second)
    assert driver.states(second) == [Verdict.EXISTS, Verdict.READY]


def test_a_batch_that_runs_is_not_judged(driver: BatchDriver) -> None:
    batch_id = driver.add([album(1)])
    driver.backend.journal.batches.begin_run(batch_id, driver.connection, "x", is_alive=lambda _owner: True)
    driver.sandbox.make_elsewhere(RequestKind.ALBUM, {"name": "Album 1", "type": 2, "albumKind": 1})
    with pytest.raises(BatchStateError):
        plan(driver, batch_id)
