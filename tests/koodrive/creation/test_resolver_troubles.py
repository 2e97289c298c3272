"""A search that is disturbed: lists that cannot be read, somebody who cancels, requests under way, a failing disk."""

from __future__ import annotations

import threading
import time
from datetime import timedelta

import pytest
from lost_answer_fixtures import FOLDER, LISTS, MANUAL, SOON, ScriptedLists, at_lists, in_thread, scene_in

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
def test_a_list_that_cannot_be_read_rules_nothing_out(scene, request_, fault, error):
    attempt_id = scene.lose(request_, Fault.DROP_BEFORE_COMMIT)
    scene.sandbox.inject(fault, times=100, path=LISTS[scene.rows()[0].kind])
    finding = scene.find(attempt_id)
    assert finding.ending is Resolution.CANNOT_TELL
    assert type(finding.problem) is error
    assert finding.evidence == finding.problem.title
    assert scene.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN
    assert scene.lists_read() == len(SOON) + 1


def test_a_list_that_can_be_read_again_decides(scene):
    scene.snapshot_list(MANUAL)
    attempt_id = scene.lose(MANUAL)
    scene.sandbox.inject(Fault.ERROR_BEFORE_COMMIT, times=2, path=LISTS["album"])
    assert scene.find(attempt_id).ending is Resolution.DONE


def test_a_failure_on_the_second_page_is_one_of_the_list(scene):
    attempt_id = scene.lose(MANUAL)
    scene.sandbox.inject(Fault.IDLE_CLOSE, path=LISTS["album"])
    scene.sandbox.inject(Fault.ERROR_BEFORE_COMMIT, path=LISTS["album"])
    finding = scene.find(attempt_id, pauses=())
    assert finding.ending is Resolution.CANNOT_TELL
    assert finding.problem is not None
    assert scene.desk.journal.service_lists.named(scene.connection, "album/2/1", MANUAL.name) == ([], None)


def test_a_token_that_has_expired_ends_the_search_at_once(scene):
    attempt_id = scene.lose(MANUAL)
    scene.sandbox.inject(Fault.EXPIRED_TOKEN, path=LISTS["album"])
    finding = scene.find(attempt_id, pauses=(LONG,))
    assert finding.ending is Resolution.CANNOT_TELL
    assert isinstance(finding.problem, AuthenticationError)
    assert scene.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN
    assert scene.lists_read() == 1


@pytest.mark.parametrize("minutes", [16, -16])
def test_a_wrong_clock_is_learned_and_the_list_read_again_at_once(tmp_path, minutes):
    with scene_in(tmp_path, lambda: time.time() + 60 * minutes) as scene:
        attempt_id = scene.lost_before(FOLDER, timedelta(seconds=5))
        scene.elsewhere(FOLDER)
        assert scene.find(attempt_id, pauses=()).adopted == ((attempt_id, scene.made()[0]),)
        assert scene.lists_read() == 3


def test_a_list_without_an_end_is_given_up(scene):
    with ScriptedLists([{"id": str(number), "name": "x"} for number in range(100)], is_stuck=True) as server:
        scripted = at_lists(scene, server)
        outcome = scripted.desk.create(MANUAL, scripted.connection, scripted.token)
        finding = scripted.find(outcome.attempt_id, pauses=())
        assert len(server.requests) < 10
    assert finding.ending is Resolution.CANNOT_TELL
    assert "does not come to an end" in finding.problem.message


def test_an_unreadable_list_keeps_no_other_from_being_decided(scene):
    scene.snapshot_list(FOLDER)
    album, folder = scene.lose(MANUAL), scene.lose(FOLDER)
    scene.sandbox.inject(Fault.ERROR_BEFORE_COMMIT, times=100, path=LISTS["album"])
    endings = {finding.attempt_ids: finding.ending for finding in scene.resolve(album, folder)}
    assert endings == {(album,): Resolution.CANNOT_TELL, (folder,): Resolution.DONE}


# Cancelling ----------------------------------------------------------------------------------------------------------


def test_cancelling_a_list_that_hangs_takes_a_second(scene, cancellation):
    attempt_id = scene.lose(MANUAL)
    scene.sandbox.inject(Fault.HANG, path=LISTS["album"], seconds=LONG)
    before = scene.lists_read()

    def cancel() -> None:
        while scene.lists_read() == before:
            threading.Event().wait(0.01)
        cancellation.cancel()

    canceller = in_thread(cancel)
    begun = time.monotonic()
    finding = scene.find(attempt_id, pauses=(), cancellation=cancellation)
    assert time.monotonic() - begun < AT_ONCE
    canceller.join()
    assert finding.ending is None, "it stays as it is"
    assert scene.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN


def test_cancelling_a_pause_ends_the_search(scene, cancellation):
    attempt_id = scene.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)

    def cancel() -> None:
        while not scene.lists_read():
            threading.Event().wait(0.01)
        cancellation.cancel()

    canceller = in_thread(cancel)
    begun = time.monotonic()
    finding = scene.find(attempt_id, pauses=(LONG, LONG), cancellation=cancellation)
    assert time.monotonic() - begun < AT_ONCE
    canceller.join()
    assert finding.ending is None
    assert scene.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN


def test_who_has_cancelled_before_reads_nothing(scene, cancellation):
    attempt_id = scene.lose(MANUAL)
    cancellation.cancel()
    assert scene.find(attempt_id, cancellation=cancellation).ending is None
    assert scene.lists_read() == 0


# Requests under way --------------------------------------------------------------------------------------------------


@pytest.fixture
def under_way(scene):
    """Begin to send requests that hang until the test ends; give a function that does so."""
    threads, wishes = [], []

    def send(request, fault=Fault.HANG):
        posts, wish = scene.posts(), Cancellation()
        wishes.append(wish)
        scene.sandbox.inject(fault, path="/koodrive/ose/v1/album/create", seconds=LONG)
        threads.append(
            in_thread(lambda: scene.desk.create(request, scene.connection, scene.token, wish, again=True))
        )
        while scene.posts() == posts:
            threading.Event().wait(0.01)
        return wish, threads[-1]

    yield send
    for wish in wishes:
        wish.cancel()
    for thread in threads:
        thread.join()


@pytest.mark.parametrize("fault", [Fault.HANG, Fault.HANG_AFTER_COMMIT])
def test_while_the_same_is_under_way_nothing_is_decided(scene, under_way, fault):
    scene.snapshot_list(MANUAL)
    attempt_id = scene.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    wish, thread = under_way(MANUAL, fault)
    finding = scene.find(attempt_id)
    assert finding.ending is Resolution.CANNOT_TELL, "people are not kept waiting for it without end"
    assert len(finding.attempt_ids) == 2
    assert {row.outcome for row in scene.rows()} == {OutcomeKind.UNKNOWN, OutcomeKind.SENDING}
    wish.cancel()
    thread.join()
    # Whose it is that was made after all, nobody knows.
    later = scene.find(attempt_id)
    assert later.ending is (Resolution.NOT_DONE if fault is Fault.HANG else Resolution.CANNOT_TELL)


def test_something_else_under_way_holds_up_nothing(scene, under_way):
    attempt_id = scene.lose(FOLDER, Fault.DROP_BEFORE_COMMIT)
    under_way(MANUAL)
    assert scene.find(attempt_id).ending is Resolution.NOT_DONE


def test_the_same_that_is_sent_while_the_list_is_read_comes_first(scene):
    scene.snapshot_list(MANUAL)
    attempt_id = scene.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    scene.sandbox.inject(Fault.SLOW, path=LISTS["album"], seconds=0.3)
    before, found = scene.lists_read(), []
    looking = in_thread(
        lambda: found.extend(scene.desk.look([attempt_id], scene.connection, scene.token, last=[attempt_id]))
    )
    while scene.lists_read() == before:
        threading.Event().wait(0.005)
    second = scene.lose(MANUAL)
    looking.join()
    (finding,) = found
    assert finding.ending is None
    assert {row.outcome for row in scene.rows()} == {OutcomeKind.UNKNOWN}
    # Together they are one thing for two attempts.
    assert scene.find(attempt_id, second).ending is Resolution.CANNOT_TELL


def test_the_same_that_succeeds_while_the_list_is_read_keeps_its_id(scene):
    scene.snapshot_list(MANUAL)
    attempt_id = scene.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    created = scene.desk.create(MANUAL, scene.connection, scene.token, again=True)
    assert scene.find(attempt_id).ending is Resolution.NOT_DONE
    assert scene.attempt(created.attempt_id).result_id == scene.made()[0]


def test_many_searches_at_once_adopt_it_once(scene):
    scene.snapshot_list(MANUAL)
    attempts = [scene.lose(MANUAL), scene.lose(MANUAL)]
    threads = [in_thread(lambda: scene.resolve(*attempts)) for _ in range(6)]
    for thread in threads:
        thread.join()
    assert [row.result_id for row in scene.rows()] == scene.made()


# A failing disk ------------------------------------------------------------------------------------------------------


def test_what_cannot_be_written_down_is_not_decided_and_found_again(scene, monkeypatch):
    scene.snapshot_list(MANUAL)
    attempts = [scene.lose(MANUAL), scene.lose(MANUAL)]
    settle, settled = scene.desk.journal.attempts.settle, []

    def fail_at_the_second(attempt_id, settlement) -> None:
        settled.append(attempt_id)
        if len(settled) == 2:
            raise JournalError(Message("No"), Message("The disk is full."))
        settle(attempt_id, settlement)

    monkeypatch.setattr(scene.desk.journal.attempts, "settle", fail_at_the_second)
    finding = scene.find(*attempts, pauses=())
    assert isinstance(finding.problem, JournalError)
    assert finding.ending is None or finding.ending is Resolution.CANNOT_TELL
    assert finding.adopted == ()
    assert [row.result_id for row in scene.rows()] == [scene.made()[0], None]
    scene.find(attempts[1])
    assert [row.result_id for row in scene.rows()] == scene.made(), "nothing is adopted twice"


def test_not_done_that_cannot_be_written_down_is_not_said(scene, monkeypatch):
    attempt_id = scene.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)

    def fail(_attempt_id, _settlement) -> None:
        raise JournalError(Message("No"), Message("The disk is full."))

    with monkeypatch.context() as patch:
        patch.setattr(scene.desk.journal.attempts, "settle", fail)
        finding = scene.find(attempt_id)
    assert finding.ending is Resolution.CANNOT_TELL
    assert isinstance(finding.problem, JournalError)
    assert scene.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN


def test_an_unknown_outcome_that_could_not_be_written_is_looked_for_all_the_same(scene, monkeypatch):
    def fail(_attempt_id, _settlement) -> None:
        raise JournalError(Message("No"), Message("The disk is full."))

    with monkeypatch.context() as patch:
        patch.setattr(scene.desk.journal.attempts, "settle", fail)
        scene.snapshot_list(MANUAL)
        attempt_id = scene.lose(MANUAL)
    (finding,) = scene.desk.look([attempt_id], scene.connection, scene.token)
    assert finding.ending is Resolution.DONE
    assert scene.attempt(attempt_id).result_id == scene.made()[0]


def test_a_list_that_cannot_be_kept_is_a_problem_and_no_crash(scene, monkeypatch):
    attempt_id = scene.lose(MANUAL)

    def fail(*_arguments, **_options) -> None:
        raise JournalError(Message("No"), Message("The disk is full."))

    monkeypatch.setattr(scene.desk.journal.service_lists, "save", fail)
    assert isinstance(scene.find(attempt_id).problem, JournalError)


def test_without_a_history_there_is_nothing_to_look_at(scene):
    scene.desk.journal.close()
    with pytest.raises(JournalError):
        scene.resolve(1)
