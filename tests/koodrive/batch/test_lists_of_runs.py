"""A run reads the service's lists at its start and alongside, and never for each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from batch_fixtures import ALBUM_LIST, ALBUM_POST, BatchDriver, album, album_in, batch_driver, folder

from koodrive.batch.models import BatchState, PauseReason
from koodrive.core.deadline import Cancellation
from koodrive.journal import Pace
from koodrive.models import RequestKind
from koodrive.sandbox import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[BatchDriver]:
    with batch_driver(tmp_path) as driver:
        yield driver


def lost_and_ruled_out(driver: BatchDriver, count: int) -> int:
    """Return a batch whose first rows never reached the service, as was found out."""
    batch_id = driver.add([album(number) for number in range(1, count + 3)], Pace(1, None))
    driver.sandbox.inject(Fault.DROP_BEFORE_COMMIT, times=count, path=ALBUM_POST)
    driver.run(batch_id)
    lost = driver.backend.journal.batch_runs.unknown_attempts(batch_id)
    driver.backend.resolver.resolve(
        lost,
        client=driver.client(),
        connection=driver.connection,
        pauses=(0.01, 0.01),
        cancellation=Cancellation(),
    )
    return batch_id


def test_rows_that_made_nothing_go_out_again_by_one_reading_for_all(driver: BatchDriver) -> None:
    batch_id = lost_and_ruled_out(driver, 4)
    assert driver.states(batch_id)[:4] == ["refused"] * 4
    before = len(driver.requests("GET"))
    assert driver.run(batch_id) == (BatchState.FINISHED, None)
    assert driver.states(batch_id) == ["created"] * 6
    # One page with rows, and one without.
    assert len(driver.requests("GET")) - before == 2


def test_what_was_made_late_after_all_is_seen_before_the_row_goes_out_again(driver: BatchDriver) -> None:
    batch_id = lost_and_ruled_out(driver, 2)
    driver.sandbox.make_elsewhere(RequestKind.ALBUM, {"name": "Album 1", "type": 2, "albumKind": 1})
    driver.run(batch_id, search_pauses=())
    assert sorted(driver.made().values()) == [f"Album {number}" for number in range(1, 5)]
    assert driver.states(batch_id)[1:] == ["created"] * 3
    assert driver.states(batch_id)[0] in {"unknown", "doubtful"}


def test_a_row_waits_while_the_list_that_would_show_a_double_cannot_be_read(
    driver: BatchDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("koodrive.batch.running.reactions._OFFLINE_WAIT", 0.01)
    batch_id = lost_and_ruled_out(driver, 1)
    # The reading at the start, and three before the row: each fails.
    driver.sandbox.inject(Fault.ERROR_BEFORE_COMMIT, times=20, path=ALBUM_LIST)
    assert driver.run(batch_id, search_pauses=())[0] is BatchState.PAUSED
    assert driver.states(batch_id)[0] == "ready"
    runner = driver.runner(batch_id, search_pauses=())
    for _ in range(2):
        runner.start()
        assert runner.wait(30)
    assert runner.progress.reason is PauseReason.OFFLINE
    assert driver.states(batch_id)[0] == "ready"
    driver.sandbox.clear_faults()
    runner.start()
    assert runner.wait(30)
    assert driver.states(batch_id) == ["created"] * 3


def test_the_list_of_a_new_folder_is_read_once(driver: BatchDriver) -> None:
    rows = [folder(1), *(album_in(number, 1) for number in range(2, 12))]
    assert driver.run(driver.add(rows))[0] is BatchState.FINISHED
    assert len(driver.requests("GET")) == 2


def test_lists_are_read_again_alongside(driver: BatchDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("koodrive.batch.running.service_watch.LIST_SECONDS", 0.3)
    batch_id = driver.add([album(number) for number in range(1, 61)], Pace(1, 40.0))
    assert driver.run(batch_id)[0] is BatchState.FINISHED
    assert 3 <= len(driver.requests("GET")) < 30


def test_what_was_read_for_the_plan_is_not_read_again_at_the_start_but_after_a_pause(
    driver: BatchDriver,
) -> None:
    batch_id = driver.add([album(number) for number in range(1, 4)], Pace(1, None))
    driver.backend.batch_runs.plan(batch_id, driver.connection, driver.client(), cancellation=Cancellation())
    before = len(driver.requests("GET"))
    runner = driver.runner(batch_id)
    runner.start()
    runner.pause()
    assert runner.wait(60)
    assert len(driver.requests("GET")) == before
    assert driver.run(batch_id)[0] is BatchState.FINISHED
    assert len(driver.requests("GET")) > before
