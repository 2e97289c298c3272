"""Runs of batches against a service that fails in every way: pauses and their reasons, order, claims, resuming."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from batch_fixtures import ALBUM_LIST, ALBUM_POST, BatchDriver, album, album_in, batch_driver, folder

from koodrive.backend.backend import Backend
from koodrive.batch.models import BatchState, PauseReason, Verdict
from koodrive.errors import JournalError
from koodrive.journal import BatchStateError, Pace, Settlement
from koodrive.journal.attempts.table import AttemptTable
from koodrive.messages import Message
from koodrive.sandbox import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[BatchDriver]:
    with batch_driver(tmp_path) as driver:
        yield driver


def test_every_row_is_created_once(driver: BatchDriver) -> None:
    batch_id = driver.add([*(album(number) for number in range(1, 41)), folder(41)])
    assert driver.run(batch_id) == (BatchState.FINISHED, None)
    assert set(driver.states(batch_id)) == {"created"}
    assert {row.result_id: row.fields["name"] for row in driver.rows(batch_id)} == driver.made()
    assert driver.backend.journal.batches.batch(batch_id).state == "finished"
    assert driver.reports[-1].counts == {"created": 41}
    assert sorted(event.row.row for event in driver.events) == list(range(1, 42))
    assert max(report.in_flight for report in driver.reports) <= 4
    # Both lists once, and never for a row.
    assert len(driver.requests("GET")) == 2


def test_a_token_that_ends_pauses_and_the_run_goes_on_at_the_same_row(driver: BatchDriver) -> None:
    batch_id = driver.add([album(number) for number in range(1, 9)], Pace(1, None))

    def expire(event: object) -> None:
        driver.events.append(event)
        if len(driver.events) == 3:
            driver.sandbox.expire_tokens()

    runner = driver.runner(batch_id, on_row=expire)
    runner.start()
    assert runner.wait(60)
    assert (runner.progress.state, runner.progress.reason) == (BatchState.PAUSED, PauseReason.TOKEN)
    assert driver.states(batch_id) == ["created"] * 3 + ["ready"] * 5
    stored = driver.backend.journal.batches.batch(batch_id)
    assert (stored.state, stored.reason) == ("paused", "token")
    assert len(driver.requests("POST")) == 4
    driver.token = driver.sandbox.renew_token()
    runner.start(driver.client)
    assert runner.wait(60)
    assert runner.progress.state is BatchState.FINISHED
    assert driver.states(batch_id) == ["created"] * 8
    assert [row.tries for row in driver.rows(batch_id)] == [1, 1, 1, 2, 1, 1, 1, 1]
    assert list(driver.made().values()) == [f"Album {number}" for number in range(1, 9)]


def test_throttling_lowers_the_pace_and_the_row_goes_out_again(
    driver: BatchDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("koodrive.batch.running.reactions.throttle_wait", lambda _stated: 0.05)
    batch_id = driver.add([album(number) for number in range(1, 5)], Pace(1, None))
    driver.sandbox.inject(Fault.THROTTLED, times=2, path=ALBUM_POST)
    assert driver.run(batch_id) == (BatchState.FINISHED, None)
    # One that is turned away lets others go first: it alone would pause the run at its third time.
    assert [row.tries for row in driver.rows(batch_id)] == [2, 2, 1, 1]
    assert driver.states(batch_id) == ["created"] * 4
    driver.sandbox.inject(Fault.THROTTLED_NO_HEADER, times=3, path=ALBUM_POST)
    more = driver.add([album(number, f"More {number}") for number in range(1, 5)], Pace(1, None))
    assert driver.run(more) == (BatchState.PAUSED, PauseReason.THROTTLED)
    assert driver.states(more) == ["ready"] * 4


@pytest.mark.parametrize("fault", [Fault.THROTTLED_NO_HEADER, Fault.DROP_BEFORE_COMMIT])
def test_a_list_that_fails_at_the_start_is_read_again_before_the_run_pauses(
    driver: BatchDriver, monkeypatch: pytest.MonkeyPatch, fault: Fault
) -> None:
    monkeypatch.setattr("koodrive.batch.running.list_reading.throttle_wait", lambda _stated: 0.05)
    monkeypatch.setattr("koodrive.batch.running.list_reading._LOST_WAIT", 0.05)
    # Both batches read the list, though a moment apart.
    monkeypatch.setattr("koodrive.batch.running.runner.JUST_READ_SECONDS", 0.0)
    driver.sandbox.inject(fault, times=2, path=ALBUM_LIST)
    assert driver.run(driver.add([album(1)])) == (BatchState.FINISHED, None)
    driver.sandbox.inject(fault, times=3, path=ALBUM_LIST)
    batch_id = driver.add([album(1, "More")])
    state, reason = driver.run(batch_id)
    assert (state, reason) != (BatchState.FINISHED, None)
    assert driver.states(batch_id) == ["ready"]
    text = str(driver.backend.journal.batches.batch(batch_id).reason_text)
    assert text.startswith("The list of albums could not be read.")
    assert "turned away" not in text


def test_five_lost_answers_in_a_row_pause_and_what_was_lost_is_found(driver: BatchDriver) -> None:
    batch_id = driver.add([album(number) for number in range(1, 9)], Pace(1, None))
    driver.sandbox.inject(Fault.ERROR_AFTER_COMMIT, times=3, path=ALBUM_POST)
    driver.sandbox.inject(Fault.DROP_BEFORE_COMMIT, times=2, path=ALBUM_POST)
    assert driver.run(batch_id, search_pauses=()) == (BatchState.PAUSED, PauseReason.UNKNOWN_ROWS)
    assert driver.states(batch_id) == ["unknown"] * 5 + ["ready"] * 3
    # What is there is found by the first look, before the first row goes out.
    assert driver.run(batch_id, search_pauses=(0.01,)) == (BatchState.FINISHED, None)
    states = driver.states(batch_id)
    assert states[:3] + states[5:] == ["created"] * 6
    assert len(driver.made()) == 6


def test_refusals_that_no_row_causes_pause_at_the_first_and_others_at_the_third(driver: BatchDriver) -> None:
    batch_id = driver.add([album(number) for number in range(1, 9)], Pace(1, None))
    driver.sandbox.inject(Fault.NONZERO_CODE, times=5, path=ALBUM_POST)
    runner = driver.runner(batch_id)
    runner.start()
    assert runner.wait(60)
    assert (runner.progress.state, runner.progress.reason) == (BatchState.PAUSED, PauseReason.REFUSALS)
    assert driver.states(batch_id) == ["refused"] * 3 + ["ready"] * 5
    assert "space is full" in str(runner.progress.text)
    # Somebody has had a look: this kind is passed over from now on, and what was refused stays so.
    runner.start()
    assert runner.wait(60)
    assert runner.progress.state is BatchState.FINISHED
    assert driver.states(batch_id) == ["refused"] * 5 + ["created"] * 3


def test_rows_wait_for_their_folder_and_get_its_ids(driver: BatchDriver) -> None:
    batch_id = driver.add([album_in(1, 3), album(2), folder(3), album_in(4, 3), album_in(5, 6), folder(6)])
    driver.sandbox.inject(Fault.COMMIT_THEN_DROP, path="/koodrive/ose/v1/sharefolder/create")
    assert driver.run(batch_id) == (BatchState.FINISHED, None)
    assert driver.states(batch_id) == ["created"] * 6
    rows = driver.rows(batch_id)
    effects = {effect["id"]: effect for effect in driver.sandbox.effects()}
    for number, place in ((1, 3), (4, 3), (5, 6)):
        assert str(effects[rows[number - 1].result_id]["shareFolderId"]) == rows[place - 1].result_id


def test_rows_of_a_refused_folder_are_problems_until_it_is_made(driver: BatchDriver) -> None:
    batch_id = driver.add([folder(1), album_in(2, 1), album(3)], Pace(1, None))
    driver.sandbox.inject(Fault.NONZERO_CODE, path="/koodrive/ose/v1/sharefolder/create")
    assert driver.run(batch_id) == (BatchState.FINISHED, None)
    assert driver.states(batch_id) == ["refused", "problem", "created"]
    driver.backend.journal.batch_runs.release(batch_id, [1])
    assert driver.run(batch_id) == (BatchState.FINISHED, None)
    assert driver.states(batch_id) == ["created"] * 3


def test_what_would_double_is_held_back_and_goes_out_when_confirmed(driver: BatchDriver) -> None:
    first, second = (driver.add([album(1, "Twin"), album(2, name)]) for name in ("One", "Two"))
    assert driver.run(first) == (BatchState.FINISHED, None)
    assert driver.run(second) == (BatchState.FINISHED, None)
    assert driver.states(second) == ["doubtful", "created"]
    (held, _) = driver.rows(second)
    assert held.existing == driver.rows(first)[0].result_id
    assert sorted(driver.made().values()) == ["One", "Twin", "Two"]
    driver.backend.journal.batch_rows.decide(second, [1], "confirmed")
    assert driver.run(second) == (BatchState.FINISHED, None)
    assert driver.states(second) == ["created", "created"]
    assert sorted(driver.made().values()) == ["One", "Twin", "Twin", "Two"]


def test_a_run_that_is_confirmed_as_a_whole_holds_nothing_back(driver: BatchDriver) -> None:
    for batch_id in [driver.add([album(1, "Twin")]) for _ in range(2)]:
        assert driver.run(batch_id, again=True) == (BatchState.FINISHED, None)
        assert driver.states(batch_id) == ["created"]
    assert list(driver.made().values()) == ["Twin", "Twin"]


def test_a_pause_lets_what_is_in_flight_end_and_a_stop_ends_it_for_good(driver: BatchDriver) -> None:
    batch_id = driver.add([album(number) for number in range(1, 9)], Pace(1, None))
    runner = driver.runner(batch_id, on_row=lambda event: event.row.row == 2 and runner.pause())
    runner.start()
    with pytest.raises(BatchStateError, match="runs already"):
        driver.runner(batch_id).start()
    assert runner.wait(60)
    assert (runner.progress.state, runner.progress.reason) == (BatchState.PAUSED, PauseReason.USER)
    assert driver.states(batch_id) == ["created"] * 2 + ["ready"] * 6
    runner.stop()
    assert driver.backend.journal.batches.batch(batch_id).state == "stopped"


def test_a_service_that_cannot_be_reached_pauses_before_anything_is_sent(driver: BatchDriver) -> None:
    batch_id = driver.add([album(1), album(2)])
    driver.sandbox.stop()
    assert driver.run(batch_id) == (BatchState.PAUSED, PauseReason.OFFLINE)
    assert driver.states(batch_id) == ["ready", "ready"]
    assert driver.attempts() == []


def test_a_history_that_cannot_be_written_pauses_and_nothing_is_sent(driver: BatchDriver) -> None:
    batch_id = driver.add([album(number) for number in range(1, 5)], Pace(1, None))
    writer = driver.backend.journal._writer

    def fail(event: object) -> None:
        driver.events.append(event)
        if len(driver.events) == 2:
            with writer.exclusive() as database:
                database.execute("PRAGMA query_only = ON")

    assert driver.run(batch_id, on_row=fail) == (BatchState.PAUSED, PauseReason.DISK)
    with writer.exclusive() as database:
        database.execute("PRAGMA query_only = OFF")
    assert driver.states(batch_id) == ["created"] * 2 + ["ready"] * 2
    assert len(driver.made()) == 2


def test_a_row_that_no_request_can_be_made_of_is_a_problem(driver: BatchDriver) -> None:
    batch_id = driver.add([album(1, "x" * 21), album(2)])
    assert driver.run(batch_id) == (BatchState.FINISHED, None)
    assert driver.states(batch_id) == [Verdict.PROBLEM, "created"]


@pytest.mark.parametrize("state", [BatchState.STOPPED, BatchState.PAUSED])
def test_another_process_is_refused_and_may_ask_for_the_end(driver: BatchDriver, state: BatchState) -> None:
    batch_id = driver.add([album(number) for number in range(1, 200)], Pace(1, 50.0))
    runner = driver.runner(batch_id)
    runner.start()
    other = Backend(driver.backend.data_dir)
    other.open()
    try:
        assert other.journal.batches.batch(batch_id).state == "running"
        second = other.batch_runs.runner(batch_id, connection=driver.connection, client=driver.client)
        with pytest.raises(BatchStateError, match="runs already"):
            second.start()
        other.journal.batches.ask_to_end(batch_id, state, is_alive=other.journal.processes.is_alive)
        assert other.journal.batches.batch(batch_id).wish == state
        assert runner.wait(30)
        ended = other.journal.batches.batch(batch_id)
        assert (ended.state, ended.wish) == (state, None)
        assert driver.states(batch_id)[-1] == "ready"
        # Nobody runs it now: it is ended at once.
        other.journal.batches.ask_to_end(
            batch_id, BatchState.STOPPED, is_alive=other.journal.processes.is_alive
        )
        assert other.journal.batches.batch(batch_id).state == "stopped"
    finally:
        other.close()


def test_the_end_of_the_process_pauses_what_runs(driver: BatchDriver) -> None:
    batch_id = driver.add([album(number) for number in range(1, 200)], Pace(1, 50.0))
    driver.runner(batch_id).start()
    driver.backend.close()
    driver.backend.open()
    batch = driver.backend.journal.batches.batch(batch_id)
    assert (batch.state, batch.reason) == ("paused", "closed")
    assert "unknown" not in driver.states(batch_id)


def test_a_run_whose_process_died_is_paused_and_what_was_in_flight_is_found_before_the_next_row(
    driver: BatchDriver, tmp_path: Path
) -> None:
    batch_id = driver.add([album(number) for number in range(1, 5)], Pace(1, None))
    lost = driver.add([album(1, "Lost")])
    driver.sandbox.inject(Fault.COMMIT_THEN_DROP, path=ALBUM_POST)
    assert driver.run(lost, search_pauses=())[0] is BatchState.FINISHED
    journal = driver.backend.journal
    for number in (batch_id, lost):
        journal.batches.begin_run(number, driver.connection, "dead", is_alive=lambda _owner: False)
    driver.backend.close()
    driver.backend.open()
    batch = driver.backend.journal.batches.batch(lost)
    assert (batch.state, batch.reason) == ("paused", "crash")
    posts = len(driver.requests("POST"))
    assert driver.run(lost) == (BatchState.FINISHED, None)
    assert driver.states(lost) == ["created"]
    assert len(driver.requests("POST")) == posts


def test_a_stored_batch_refuses_another_connection(driver: BatchDriver) -> None:
    batch_id = driver.add([album(1), album(2, "x" * 21), album(3)])
    assert driver.run(batch_id)[0] is BatchState.FINISHED
    other = replace(driver.connection, user_id="1644817543959100099")
    with pytest.raises(BatchStateError, match="another connection"):
        driver.runner(batch_id, connection=other).start()


def test_rows_go_on_when_a_listener_fails(driver: BatchDriver) -> None:
    def fail(_said: object) -> None:
        raise RuntimeError("the window is gone")

    batch_id = driver.add([album(1), album(2)])
    assert driver.run(batch_id, on_row=fail, on_progress=fail) == (BatchState.FINISHED, None)
    assert driver.states(batch_id) == ["created", "created"]


def test_a_folder_whose_ids_are_not_all_known_makes_its_albums_problems(driver: BatchDriver) -> None:
    batch_id = driver.add([folder(1), album_in(2, 1), album(3)], Pace(1, None))
    runner = driver.runner(batch_id, on_row=lambda _event: runner.pause())
    runner.start()
    assert runner.wait(30)
    with driver.backend.journal._writer.transaction() as database:
        database.execute("UPDATE attempt SET group_id = NULL")
    assert driver.run(batch_id) == (BatchState.FINISHED, None)
    assert driver.states(batch_id) == ["created", "problem", "created"]
    (finding,) = driver.found(driver.rows(batch_id)[1])
    assert "group ID" in finding.message


def test_outcomes_that_the_disk_did_not_take_are_written_when_the_run_goes_on(
    driver: BatchDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch_id = driver.add([album(number) for number in range(1, 9)], Pace(4, None))
    settle, failures = AttemptTable.settle, iter([True])

    def failing(table: AttemptTable, attempt_id: int, settlement: Settlement) -> object:
        if next(failures, False):
            raise JournalError(Message("The history could not be written"), Message("The disk is full."))
        return settle(table, attempt_id, settlement)

    monkeypatch.setattr(AttemptTable, "settle", failing)
    assert driver.run(batch_id) == (BatchState.PAUSED, PauseReason.DISK)
    assert driver.states(batch_id).count("sending") == 1
    assert driver.run(batch_id) == (BatchState.FINISHED, None)
    assert driver.states(batch_id) == ["created"] * 8
    assert len(driver.made()) == 8


def test_a_new_pace_counts_from_the_next_start_on(driver: BatchDriver) -> None:
    batch_id = driver.add([album(number) for number in range(1, 150)], Pace(1, None))
    runner = driver.runner(batch_id, on_row=lambda event: event.row.row == 2 and runner.pause())
    runner.start()
    assert runner.wait(30)
    driver.backend.journal.batches.set_pace(batch_id, Pace(3, 500.0))
    runner.start()
    assert runner.wait(60)
    assert max(report.allowed for report in driver.reports) == 3


def test_who_goes_on_as_soon_as_the_pause_is_reported_waits_for_its_end(
    driver: BatchDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch_id = driver.add([album(number) for number in range(1, 4)])
    table = driver.backend.journal.batches
    set_state, is_reported = table.set_state, threading.Event()

    def set_state_late(*arguments: object) -> None:
        assert is_reported.wait(10)
        set_state(*arguments)

    monkeypatch.setattr(table, "set_state", set_state_late)
    driver.sandbox.expire_tokens()
    runner = driver.runner(batch_id)
    runner.start()
    while runner.progress.state is not BatchState.PAUSED:
        assert runner.is_running
    driver.token = driver.sandbox.renew_token()
    threading.Timer(0.2, is_reported.set).start()
    runner.start(driver.client)
    assert runner.wait(60)
    assert driver.states(batch_id) == ["created"] * 3
