"""Manual decisions where the lists decide nothing: recorded as such, and never against known facts."""

from __future__ import annotations

import threading

import pytest
from lost_answer_fixtures import COLLECTION, FOLDER, MANUAL, in_thread

from koodrive.core.deadline import Cancellation
from koodrive.creation.findings import Resolution
from koodrive.creation.matching import Candidate
from koodrive.errors import DuplicateRequestError, JournalError
from koodrive.models import Album, OutcomeKind
from koodrive.sandbox import Fault


@pytest.mark.parametrize("request_", [MANUAL, COLLECTION])
def test_a_candidate_that_is_recognised_is_adopted(driver, request_):
    attempt_id = driver.lose(request_)
    (candidate,) = driver.find(attempt_id).candidates
    driver.backend.resolver.adopt(attempt_id, candidate, driver.connection)
    attempt = driver.attempt(attempt_id)
    assert attempt.outcome is OutcomeKind.CREATED
    assert attempt.result_id == driver.made()[0]
    assert attempt.note.count("Chosen by you")
    assert driver.resolve(attempt_id) == ()


def test_a_folder_that_is_recognised_brings_its_group_along(driver):
    driver.elsewhere(FOLDER, created_at=service_now(driver) - 3600)
    attempt_id = driver.lose(FOLDER, Fault.DROP_BEFORE_COMMIT)
    (candidate,) = driver.find(attempt_id).candidates
    driver.backend.resolver.adopt(attempt_id, candidate, driver.connection)
    (effect,), attempt = driver.sandbox.effects(), driver.attempt(attempt_id)
    assert (attempt.file_id, attempt.group_id) == (effect["shareFolderFileId"], effect["groupId"])


def service_now(driver) -> float:
    """Return the time of a new attempt, in seconds since 1970."""
    driver.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    return driver.rows()[-1].started_at.timestamp()


def test_two_attempts_share_the_candidates_one_by_one(driver):
    attempts = [driver.lose(MANUAL), driver.lose(MANUAL)]
    first, second = driver.find(*attempts).candidates
    driver.backend.resolver.adopt(attempts[1], first, driver.connection)
    with pytest.raises(JournalError):
        driver.backend.resolver.adopt(attempts[0], first, driver.connection)
    assert driver.attempt(attempts[0]).outcome is OutcomeKind.UNKNOWN
    (left,) = driver.find(attempts[0]).candidates
    assert left.listed == second.listed
    driver.backend.resolver.adopt(attempts[0], left, driver.connection)
    assert {row.result_id for row in driver.rows()} == set(driver.made())


def test_what_another_attempt_has_made_cannot_be_adopted(driver):
    created = driver.backend.create(MANUAL, driver.connection, driver.token)
    attempt_id = driver.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    candidate = Candidate(Album(created.created.album_id, MANUAL.name))
    with pytest.raises(JournalError, match=created.created.album_id):
        driver.backend.resolver.adopt(attempt_id, candidate, driver.connection)
    assert driver.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN


def test_nothing_was_made_say_people(driver):
    driver.elsewhere(MANUAL)
    attempt_id = driver.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    assert driver.find(attempt_id).ending is Resolution.CANNOT_TELL
    driver.backend.resolver.declare_not_made(attempt_id)
    attempt = driver.attempt(attempt_id)
    assert attempt.outcome is OutcomeKind.REFUSED
    assert attempt.title == "It was not created"
    assert attempt.note.count("You decided at")
    assert driver.resolve(attempt_id) == ()


def test_after_one_of_two_is_declared_the_other_is_clear(driver):
    driver.snapshot_list(MANUAL)
    attempts = [driver.lose(MANUAL), driver.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)]
    assert driver.find(*attempts).ending is Resolution.CANNOT_TELL
    driver.backend.resolver.declare_not_made(attempts[1])
    assert driver.find(attempts[0]).adopted == ((attempts[0], driver.made()[0]),)


@pytest.mark.parametrize("decide", ["adopt", "declare_not_made"])
@pytest.mark.parametrize("state", ["created", "refused", "missing"])
def test_what_is_decided_stays_decided(driver, decide, state):
    if state == "created":
        attempt_id = driver.backend.create(MANUAL, driver.connection, driver.token).attempt_id
    elif state == "refused":
        driver.sandbox.inject(Fault.NONZERO_CODE)
        attempt_id = driver.backend.create(MANUAL, driver.connection, driver.token).attempt_id
    else:
        attempt_id = 4711
    before = driver.rows()
    with pytest.raises(JournalError):
        _decide(driver, decide, attempt_id)
    assert driver.rows() == before


@pytest.mark.parametrize("decide", ["adopt", "declare_not_made"])
def test_what_is_under_way_is_nothing_to_decide_about(driver, decide):
    wish = Cancellation()
    driver.sandbox.inject(Fault.HANG, seconds=30)
    sending = in_thread(lambda: driver.backend.create(MANUAL, driver.connection, driver.token, wish))
    while not driver.posts():
        threading.Event().wait(0.01)
    with pytest.raises(JournalError):
        _decide(driver, decide, driver.rows()[0].attempt_id)
    assert driver.rows()[0].outcome is OutcomeKind.SENDING
    wish.cancel()
    sending.join()
    assert driver.rows()[0].outcome is OutcomeKind.UNKNOWN


def _decide(driver, decide: str, attempt_id: int) -> None:
    if decide == "adopt":
        driver.backend.resolver.adopt(attempt_id, Candidate(Album("17", MANUAL.name)), driver.connection)
    else:
        driver.backend.resolver.declare_not_made(attempt_id)


def test_a_decision_may_be_made_before_the_search_ends(driver):
    attempt_id = driver.lose(MANUAL)
    (first,) = driver.backend.look([attempt_id], driver.connection, driver.token)
    driver.backend.resolver.adopt(attempt_id, first.candidates[0], driver.connection)
    assert driver.resolve(attempt_id) == ()


def test_what_people_decided_leads_the_duplicate_check(driver):
    attempt_id = driver.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    with pytest.raises(DuplicateRequestError) as caught:
        driver.backend.create(MANUAL, driver.connection, driver.token)
    assert caught.value.attempt_id == attempt_id
    driver.backend.resolver.declare_not_made(attempt_id)
    assert driver.backend.create(MANUAL, driver.connection, driver.token).kind is OutcomeKind.CREATED
