"""Batches that are taken back: order, groups, what others put in, pauses, lost answers, another window."""

from __future__ import annotations

import csv
import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from batch_fixtures import FAST, BatchDriver, album, album_in, batch_driver, folder

from koodrive.api.serialization import ALBUM
from koodrive.backend.backend import Backend
from koodrive.batch.models import BatchState, PauseReason
from koodrive.batch.undoing import undo_worker
from koodrive.batch.undoing.groups import UndoGroups
from koodrive.batch.undoing.undo_results import UNDO_COLUMNS, write_undo_results
from koodrive.creation.undo import presence
from koodrive.creation.undo.models import UndoVerdict
from koodrive.journal import BatchStateError, Pace
from koodrive.models import Connection
from koodrive.sandbox import Change, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FINISHED = (BatchState.FINISHED, None)


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[BatchDriver]:
    with batch_driver(tmp_path) as driver:
        yield driver


def made(driver: BatchDriver, rows: list, pace: Pace = FAST) -> tuple[int, dict[int, str]]:
    """Create the rows of a batch, and return its number and the IDs by row."""
    batch_id = driver.add(rows, pace)
    assert driver.run(batch_id) == FINISHED
    driver.events.clear()
    driver.reports.clear()
    return batch_id, {row.row: row.result_id or "" for row in driver.rows(batch_id)}


def test_a_batch_is_taken_back_in_reverse_and_albums_go_before_their_folders(driver: BatchDriver) -> None:
    rows = [folder(1), album(2), album_in(3, 1), folder(4), album_in(5, 4), album_in(6, 4)]
    batch_id, ids = made(driver, rows, Pace(1, None))
    assert driver.undo(batch_id) == FINISHED
    gone = driver.deleted()
    assert sorted(gone) == sorted(ids.values())
    albums = [attempt.result_id for attempt in driver.attempts() if attempt.of_attempt is None][::-1]
    folders = {ids[1], ids[4]}
    assert [one for one in gone if one not in folders] == [one for one in albums if one not in folders]
    for folder_row, inside in ((1, [3]), (4, [5, 6])):
        assert all(gone.index(ids[row]) < gone.index(ids[folder_row]) for row in inside)
    assert set(driver.undo_states(batch_id).values()) == {"deleted"}
    assert driver.reports[-1].counts == {"deleted": 6}
    assert UndoGroups.of(driver.reports[-1].counts) == UndoGroups(taken_back=6)
    # The history keeps both, and the rows of the batch tell it, too.
    assert set(driver.states(batch_id)) == {"deleted"}
    assert [attempt.action for attempt in driver.attempts()] == ["create"] * 6 + ["delete"] * 6
    # Once more does nothing.
    assert driver.undo(batch_id, is_anew=True) == FINISHED
    assert len(driver.deleted()) == 6


def test_what_others_have_changed_is_kept_with_its_reason(
    driver: BatchDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "SHOWN_AFTER", timedelta(0))
    rows = [folder(1), album_in(2, 1), album_in(3, 1), folder(4), album(5), album(6), album(7), folder(8)]
    batch_id, ids = made(driver, rows)
    driver.sandbox.change_elsewhere(Change.FILL, ids[2])
    driver.sandbox.change_elsewhere(Change.JOIN, ids[4])
    driver.sandbox.change_elsewhere(Change.RENAME, ids[5], name="By others")
    driver.sandbox.change_elsewhere(Change.DELETE, ids[6])
    assert driver.undo(batch_id) == FINISHED
    # The folder of the album that is kept stays, too; what is gone already counts as taken back.
    kept = {row for row, state in driver.undo_states(batch_id).items() if state == "kept"}
    assert kept == {1, 2, 4, 5}
    assert set(driver.deleted()) == {ids[row] for row in (3, 6, 7, 8)}
    result = tmp_path / "taken-back.csv"
    assert write_undo_results(result, driver.backend.journal, batch_id) == 8
    with result.open(encoding="utf-8-sig", newline="") as file:
        heading, *lines = csv.reader(file)
    assert heading == ["name", *UNDO_COLUMNS]
    assert [line[1] for line in lines] == [
        "kept", "kept", "taken back", "kept", "kept", "taken back", "taken back", "taken back"
    ]  # fmt: skip
    assert [line[2].removeprefix("'") for line in lines] == list(ids.values())
    assert all(line[3] for line in lines if line[1] == "kept")
    assert all(line[5] for line in lines if line[1] == "taken back")
    # What was emptied since is taken back when it is looked at anew.
    driver.sandbox.change_elsewhere(Change.EMPTY, ids[2])
    assert driver.undo(batch_id) == FINISHED
    assert len(driver.deleted()) == 4
    assert driver.undo(batch_id, is_anew=True) == FINISHED
    assert driver.undo_states(batch_id) == dict.fromkeys(range(1, 9), "deleted") | {4: "kept", 5: "kept"}


def test_one_slow_answer_lets_no_list_grow_old(driver: BatchDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undo_worker, "_LISTS_WITHIN", 0.2)
    # A list that takes long to read holds for longer, whatever the computer has to do meanwhile.
    monkeypatch.setattr(presence, "_LASTS_TIMES", 0.0, raising=False)
    batch_id, ids = made(driver, [album(number) for number in range(1, 4)], Pace(1, None))
    driver.sandbox.inject(Fault.SLOW, path=f"/koodrive/ose/v1/album/{ids[3]}", seconds=0.5)

    def rename(_event: object) -> None:
        if driver.deleted() == [ids[3]]:
            driver.sandbox.change_elsewhere(Change.RENAME, ids[1], name="By others")

    runner = driver.undo_runner(batch_id, on_row=rename)
    runner.start()
    assert runner.wait(60)
    assert driver.undo_states(batch_id) == {1: "kept", 2: "deleted", 3: "deleted"}


def test_a_look_tells_the_groups_and_changes_nothing_and_a_run_looks_again(driver: BatchDriver) -> None:
    batch_id, ids = made(driver, [folder(1), album_in(2, 1), album(3), album(4)])
    driver.sandbox.change_elsewhere(Change.FILL, ids[3])
    runner = driver.undo_runner(batch_id)
    runner.start_looking()
    assert runner.wait(60)
    assert (runner.progress.state, runner.looks_only) == (BatchState.CHECKED, True)
    assert {report.state for report in driver.reports} == {BatchState.RUNNING, BatchState.CHECKED}
    assert driver.undo_states(batch_id) == {1: "ready", 2: "ready", 3: "kept", 4: "ready"}
    assert driver.deleted() == []
    assert len(driver.attempts()) == 4
    # Somebody is faster than the user's yes: the last row keeps its picture.
    driver.sandbox.change_elsewhere(Change.FILL, ids[4])
    runner.start()
    assert runner.wait(60)
    assert driver.undo_states(batch_id) == {1: "deleted", 2: "deleted", 3: "kept", 4: "kept"}
    assert set(driver.deleted()) == {ids[1], ids[2]}


def test_a_look_that_is_cut_off_as_the_application_ends_leaves_nothing_that_waits(
    driver: BatchDriver,
) -> None:
    batch_id, _ = made(driver, [album(number) for number in range(1, 7)], Pace(1, None))

    def close(_event: object) -> None:
        runner.pause(PauseReason.CLOSED)

    runner = driver.undo_runner(batch_id, on_row=close)
    runner.start_looking()
    assert runner.wait(60)
    undos = driver.backend.journal.batch_undos
    assert undos.undo(batch_id).state == BatchState.CHECKED
    assert undos.counts(batch_id) == {"open": 5, "ready": 1}
    # A run that was confirmed waits.
    runner.start()
    assert runner.wait(60)
    assert undos.undo(batch_id).state == BatchState.PAUSED


def test_a_token_that_ends_pauses_and_the_run_goes_on(driver: BatchDriver) -> None:
    batch_id, _ = made(driver, [album(number) for number in range(1, 7)], Pace(1, None))

    def expire(event: object) -> None:
        driver.events.append(event)
        if len(driver.events) == 3:
            driver.sandbox.expire_tokens()

    runner = driver.undo_runner(batch_id, on_row=expire)
    runner.start()
    assert runner.wait(60)
    assert (runner.progress.state, runner.progress.reason) == (BatchState.PAUSED, PauseReason.TOKEN)
    assert sorted(driver.undo_states(batch_id).values()) == ["deleted"] * 3 + ["open"] * 3
    driver.token = driver.sandbox.renew_token()
    runner.start(driver.client)
    assert runner.wait(60)
    assert runner.progress.state is BatchState.FINISHED
    assert len(driver.deleted()) == 6


def test_throttling_lowers_the_pace_and_three_in_a_row_pause(
    driver: BatchDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("koodrive.batch.running.reactions.throttle_wait", lambda _stated: 0.05)
    batch_id, ids = made(driver, [album(number) for number in range(1, 4)], Pace(1, None))
    driver.sandbox.inject(Fault.THROTTLED, times=2, path=f"{ALBUM}/{ids[3]}")
    assert driver.undo(batch_id) == FINISHED
    assert len(driver.deleted()) == 3
    of_last = [attempt.outcome for attempt in driver.attempts() if attempt.of_attempt == 3]
    assert of_last == ["refused", "refused", "deleted"]
    more, ids = made(driver, [album(number, f"More {number}") for number in range(1, 4)], Pace(1, None))
    for object_id in ids.values():
        driver.sandbox.inject(Fault.THROTTLED, path=f"{ALBUM}/{object_id}")
    assert driver.undo(more) == (BatchState.PAUSED, PauseReason.THROTTLED)
    assert set(driver.undo_states(more).values()) == {"open"}


@pytest.mark.slow
def test_lost_answers_are_found_out_and_a_folder_waits_for_its_albums(driver: BatchDriver) -> None:
    batch_id, ids = made(driver, [folder(1), album_in(2, 1), album_in(3, 1), album(4)], Pace(1, None))
    driver.sandbox.inject(Fault.COMMIT_THEN_DROP, path=f"{ALBUM}/{ids[2]}")
    driver.sandbox.inject(Fault.DROP_BEFORE_COMMIT, path=f"{ALBUM}/{ids[3]}")
    state, reason = driver.undo(batch_id, search_pauses=())
    assert (state, reason) == (BatchState.PAUSED, PauseReason.UNKNOWN_ROWS)
    assert driver.undo_states(batch_id) == {1: "open", 2: "unknown", 3: "unknown", 4: "deleted"}
    for _ in range(5):
        if driver.undo(batch_id)[0] is BatchState.FINISHED:
            break
    assert driver.undo(batch_id, is_anew=True) == FINISHED
    assert set(driver.undo_states(batch_id).values()) == {"deleted"}
    assert sorted(driver.deleted()) == sorted(ids.values())


def test_one_process_takes_a_batch_back_at_a_time_and_none_creates_it_meanwhile(
    driver: BatchDriver, tmp_path: Path
) -> None:
    batch_id, _ = made(driver, [album(number) for number in range(1, 5)], Pace(1, None))
    reached, go_on = threading.Event(), threading.Event()

    def hold(_event: object) -> None:
        reached.set()
        go_on.wait(30)

    runner = driver.undo_runner(batch_id, on_row=hold)
    runner.start()
    assert reached.wait(30)
    other = Backend(tmp_path / "data")
    other.open()
    try:
        rival = other.batch_runs.undo_runner(batch_id, connection=driver.connection, client=driver.client)
        with pytest.raises(BatchStateError, match="runs already"):
            rival.start()
        creating = other.batch_runs.runner(batch_id, connection=driver.connection, client=driver.client)
        with pytest.raises(BatchStateError, match="taken back"):
            creating.start()
    finally:
        go_on.set()
        assert runner.wait(30)
        other.close()
    assert runner.progress.state is BatchState.FINISHED


def test_what_a_window_takes_back_meanwhile_is_taken_back_once(driver: BatchDriver) -> None:
    batch_id, ids = made(driver, [album(number) for number in range(1, 4)], Pace(1, None))
    undoer = driver.backend.undoer
    place = {"client": driver.client(), "connection": driver.connection}

    def take_back(event: object) -> None:
        driver.events.append(event)
        if len(driver.events) == 1:
            look = undoer.look(driver.attempts()[0], **place)
            assert look.verdict is UndoVerdict.READY
            undoer.undo(look, **place)

    assert driver.undo(batch_id, on_row=take_back) == FINISHED
    assert set(driver.undo_states(batch_id).values()) == {"deleted"}
    assert sorted(driver.deleted()) == sorted(ids.values())


def test_a_pause_and_a_stop_leave_the_rest_as_it_is(driver: BatchDriver) -> None:
    batch_id, _ = made(driver, [album(number) for number in range(1, 6)], Pace(1, None))
    runner = driver.undo_runner(batch_id, on_row=lambda _event: runner.pause())
    runner.start()
    assert runner.wait(30)
    assert (runner.progress.state, runner.progress.reason) == (BatchState.PAUSED, PauseReason.USER)
    assert sorted(driver.undo_states(batch_id).values()) == ["deleted"] + ["open"] * 4
    stored = driver.backend.journal.batch_undos.undo(batch_id)
    assert stored is not None
    assert (stored.state, stored.reason) == ("paused", "user")
    runner.stop()
    stopped = driver.backend.journal.batch_undos.undo(batch_id)
    assert stopped is not None
    assert stopped.state == "stopped"


def test_another_connection_is_refused(driver: BatchDriver) -> None:
    batch_id, _ = made(driver, [album(1)])
    other = Connection("c2", "Other", driver.sandbox.base_url, "4712", "bearer", "en-US")
    with pytest.raises(BatchStateError, match="another connection"):
        driver.undo_runner(batch_id, connection=other).start()
    assert driver.deleted() == []
