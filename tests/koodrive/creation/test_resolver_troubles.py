"""Disturbed searches: unreadable lists, cancellation, requests under way, a failing disk."""

from __future__ import annotations

import threading
import time
from datetime import timedelta

import pytest
from lost_answer_fixtures import FOLDER, LISTS, MANUAL, SOON, ScriptedLists, at_lists, driver_in, in_thread

from koodrive.core.deadline import Cancellation
from koodrive.creation.findings import Resolution
from koodrive.errors import AuthenticationError, JournalError, OutcomeUnknownError, RateLimitedError
from koodrive.messages import Message
from koodrive.models import OutcomeKind
from koodrive.sandbox import Fault

AT_ONCE = 1.5
LONG = 30.0


@pytest.fixture
def cancellation():
    return Cancellation()


# Lists that cannot be read -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.ERROR_AFTER_COMMIT, OutcomeUnknownError),
        (Fault.HTML, OutcomeUnknownError),
        (Fault.WRONG_JSON, OutcomeUnknownError),
        (Fault.COMMIT_THEN_DROP, OutcomeUnknownError),
        (Fault.TRUNCATED, OutcomeUnknownError),
        (Fault.THROTTLED, RateLimitedError),
        (Fault.BIG_BODY, OutcomeUnknownError),
    ],
)
@pytest.mark.parametrize("request_", [MANUAL, FOLDER])
def test_a_list_that_cannot_be_read_rules_nothing_out(driver, request_, fault, error):
    attempt_id = driver.lose(request_, Fault.DROP_BEFORE_COMMIT)
    driver.sandbox.inject(fault, times=100, path=LISTS[driver.rows()[0].kind])
    finding = driver.find(attempt_id)
    assert finding.ending is Resolution.CANNOT_TELL
    assert type(finding.problem) is error
    assert finding.evidence == finding.problem.title
    assert driver.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN
    assert driver.lists_read() == len(SOON) + 1


def test_a_list_that_can_be_read_again_decides(driver):
    driver.snapshot_list(MANUAL)
    attempt_id = driver.lose(MANUAL)
    driver.sandbox.inject(Fault.ERROR_BEFORE_COMMIT, times=2, path=LISTS["album"])
    assert driver.find(attempt_id).ending is Resolution.DONE


def test_a_failure_on_the_second_page_is_one_of_the_list(driver):
    attempt_id = driver.lose(MANUAL)
    driver.sandbox.inject(Fault.IDLE_CLOSE, path=LISTS["album"])
    driver.sandbox.inject(Fault.ERROR_BEFORE_COMMIT, path=LISTS["album"])
    finding = driver.find(attempt_id, pauses=())
    assert finding.ending is Resolution.CANNOT_TELL
    assert finding.problem is not None
    assert driver.backend.journal.service_lists.named(driver.connection, "album/2/1", MANUAL.name) == (
        [],
        None,
    )


def test_a_token_that_has_expired_ends_the_search_at_once(driver):
    attempt_id = driver.lose(MANUAL)
    driver.sandbox.inject(Fault.EXPIRED_TOKEN, path=LISTS["album"])
    finding = driver.find(attempt_id, pauses=(LONG,))
    assert finding.ending is Resolution.CANNOT_TELL
    assert isinstance(finding.problem, AuthenticationError)
    assert driver.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN
    assert driver.lists_read() == 1


@pytest.mark.parametrize("minutes", [16, -16])
def test_a_wrong_clock_is_learned_and_the_list_read_again_at_once(tmp_path, minutes):
    with driver_in(tmp_path, lambda: time.time() + 60 * minutes) as driver:
        attempt_id = driver.lost_before(FOLDER, timedelta(seconds=5))
        driver.elsewhere(FOLDER)
        assert driver.find(attempt_id, pauses=()).adopted == ((attempt_id, driver.made()[0]),)
        assert driver.lists_read() == 3


def test_a_list_without_an_end_is_given_up(driver):
    with ScriptedLists([{"id": str(number), "name": "x"} for number in range(100)], is_stuck=True) as server:
        scripted = at_lists(driver, server)
        outcome = scripted.backend.create(MANUAL, scripted.connection, scripted.token)
        finding = scripted.find(outcome.attempt_id, pauses=())
        assert len(server.requests) < 10
    assert finding.ending is Resolution.CANNOT_TELL
    assert "does not come to an end" in finding.problem.message


def test_an_unreadable_list_keeps_no_other_from_being_decided(driver):
    driver.snapshot_list(FOLDER)
    album, folder = driver.lose(MANUAL), driver.lose(FOLDER)
    driver.sandbox.inject(Fault.ERROR_BEFORE_COMMIT, times=100, path=LISTS["album"])
    endings = {finding.attempt_ids: finding.ending for finding in driver.resolve(album, folder)}
    assert endings == {(album,): Resolution.CANNOT_TELL, (folder,): Resolution.DONE}


# Cancelling ----------------------------------------------------------------------------------------------------------


def test_cancelling_a_list_that_hangs_takes_a_second(driver, cancellation):
    attempt_id = driver.lose(MANUAL)
    driver.sandbox.inject(Fault.HANG, path=LISTS["album"], seconds=LONG)
    before = driver.lists_read()

    def cancel() -> None:
        while driver.lists_read() == before:
            threading.Event().wait(0.01)
        cancellation.cancel()

    canceller = in_thread(cancel)
    begun = time.monotonic()
    finding = driver.find(attempt_id, pauses=(), cancellation=cancellation)
    assert time.monotonic() - begun < AT_ONCE
    canceller.join()
    assert finding.ending is None, "it stays as it is"
    assert driver.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN


def test_cancelling_a_pause_ends_the_search(driver, cancellation):
    attempt_id = driver.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)

    def cancel() -> None:
        while not driver.lists_read():
            threading.Event().wait(0.01)
        cancellation.cancel()

    canceller = in_thread(cancel)
    begun = time.monotonic()
    finding = driver.find(attempt_id, pauses=(LONG, LONG), cancellation=cancellation)
    assert time.monotonic() - begun < AT_ONCE
    canceller.join()
    assert finding.ending is None
    assert driver.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN


def test_who_has_cancelled_before_reads_nothing(driver, cancellation):
    attempt_id = driver.lose(MANUAL)
    cancellation.cancel()
    assert driver.find(attempt_id, cancellation=cancellation).ending is None
    assert driver.lists_read() == 0


# Requests under way --------------------------------------------------------------------------------------------------


@pytest.fixture
def under_way(driver):
    """Begin to send requests that hang until the test ends; give a function that does so."""
    threads, wishes = [], []

    def send(request, fault=Fault.HANG):
        posts, wish = driver.posts(), Cancellation()
        wishes.append(wish)
        driver.sandbox.inject(fault, path="/koodrive/ose/v1/album/create", seconds=LONG)
        threads.append(
            in_thread(
                lambda: driver.backend.create(request, driver.connection, driver.token, wish, again=True)
            )
        )
        while driver.posts() == posts:
            threading.Event().wait(0.01)
        return wish, threads[-1]

    yield send
    for wish in wishes:
        wish.cancel()
    for thread in threads:
        thread.join()


@pytest.mark.parametrize("fault", [Fault.HANG, Fault.HANG_AFTER_COMMIT])
def test_while_the_same_is_under_way_nothing_is_decided(driver, under_way, fault):
    driver.snapshot_list(MANUAL)
    attempt_id = driver.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    wish, thread = under_way(MANUAL, fault)
    finding = driver.find(attempt_id)
    assert finding.ending is Resolution.CANNOT_TELL, "people are not kept waiting for it without end"
    assert len(finding.attempt_ids) == 2
    assert {row.outcome for row in driver.rows()} == {OutcomeKind.UNKNOWN, OutcomeKind.SENDING}
    wish.cancel()
    thread.join()
    # Whose it is that was made after all, nobody knows.
    later = driver.find(attempt_id)
    assert later.ending is (Resolution.NOT_DONE if fault is Fault.HANG else Resolution.CANNOT_TELL)


def test_something_else_under_way_holds_up_nothing(driver, under_way):
    attempt_id = driver.lose(FOLDER, Fault.DROP_BEFORE_COMMIT)
    under_way(MANUAL)
    assert driver.find(attempt_id).ending is Resolution.NOT_DONE


def test_the_same_that_is_sent_while_the_list_is_read_comes_first(driver):
    driver.snapshot_list(MANUAL)
    attempt_id = driver.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    driver.sandbox.inject(Fault.SLOW, path=LISTS["album"], seconds=0.3)
    before, found = driver.lists_read(), []
    looking = in_thread(
        lambda: found.extend(
            driver.backend.look([attempt_id], driver.connection, driver.token, last=[attempt_id])
        )
    )
    while driver.lists_read() == before:
        threading.Event().wait(0.005)
    second = driver.lose(MANUAL)
    looking.join()
    (finding,) = found
    assert finding.ending is None
    assert {row.outcome for row in driver.rows()} == {OutcomeKind.UNKNOWN}
    # Together they are one thing for two attempts.
    assert driver.find(attempt_id, second).ending is Resolution.CANNOT_TELL


def test_the_same_that_succeeds_while_the_list_is_read_keeps_its_id(driver):
    driver.snapshot_list(MANUAL)
    attempt_id = driver.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    created = driver.backend.create(MANUAL, driver.connection, driver.token, again=True)
    assert driver.find(attempt_id).ending is Resolution.NOT_DONE
    assert driver.attempt(created.attempt_id).result_id == driver.made()[0]


def test_many_searches_at_once_adopt_it_once(driver):
    driver.snapshot_list(MANUAL)
    attempts = [driver.lose(MANUAL), driver.lose(MANUAL)]
    threads = [in_thread(lambda: driver.resolve(*attempts)) for _ in range(6)]
    for thread in threads:
        thread.join()
    assert [row.result_id for row in driver.rows()] == driver.made()


# A failing disk ------------------------------------------------------------------------------------------------------


def test_what_cannot_be_written_down_is_not_decided_and_found_again(driver, monkeypatch):
    driver.snapshot_list(MANUAL)
    attempts = [driver.lose(MANUAL), driver.lose(MANUAL)]
    settle, settled = driver.backend.journal.attempts.settle, []

    def fail_at_the_second(attempt_id, settlement) -> None:
        settled.append(attempt_id)
        if len(settled) == 2:
            raise JournalError(Message("No"), Message("The disk is full."))
        settle(attempt_id, settlement)

    monkeypatch.setattr(driver.backend.journal.attempts, "settle", fail_at_the_second)
    finding = driver.find(*attempts, pauses=())
    assert isinstance(finding.problem, JournalError)
    assert finding.ending is None or finding.ending is Resolution.CANNOT_TELL
    assert finding.adopted == ()
    assert [row.result_id for row in driver.rows()] == [driver.made()[0], None]
    driver.find(attempts[1])
    assert [row.result_id for row in driver.rows()] == driver.made(), "nothing is adopted twice"


def test_not_done_that_cannot_be_written_down_is_not_said(driver, monkeypatch):
    attempt_id = driver.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)

    def fail(_attempt_id, _settlement) -> None:
        raise JournalError(Message("No"), Message("The disk is full."))

    with monkeypatch.context() as patch:
        patch.setattr(driver.backend.journal.attempts, "settle", fail)
        finding = driver.find(attempt_id)
    assert finding.ending is Resolution.CANNOT_TELL
    assert isinstance(finding.problem, JournalError)
    assert driver.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN


def test_an_unknown_outcome_that_could_not_be_written_is_looked_for_all_the_same(driver, monkeypatch):
    def fail(_attempt_id, _settlement) -> None:
        raise JournalError(Message("No"), Message("The disk is full."))

    with monkeypatch.context() as patch:
        patch.setattr(driver.backend.journal.attempts, "settle", fail)
        driver.snapshot_list(MANUAL)
        attempt_id = driver.lose(MANUAL)
    (finding,) = driver.backend.look([attempt_id], driver.connection, driver.token)
    assert finding.ending is Resolution.DONE
    assert driver.attempt(attempt_id).result_id == driver.made()[0]


def test_a_list_that_cannot_be_kept_is_a_problem_and_no_crash(driver, monkeypatch):
    attempt_id = driver.lose(MANUAL)

    def fail(*_arguments, **_options) -> None:
        raise JournalError(Message("No"), Message("The disk is full."))

    monkeypatch.setattr(driver.backend.journal.service_lists, "save", fail)
    assert isinstance(driver.find(attempt_id).problem, JournalError)


def test_without_a_history_there_is_nothing_to_look_at(driver):
    driver.backend.journal.close()
    with pytest.raises(JournalError):
        driver.resolve(1)
