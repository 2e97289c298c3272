"""A create that seemed to have failed takes effect late: sending it again is refused then, and nothing is doubled."""

from __future__ import annotations

from datetime import timedelta

import pytest
from lost_answer_fixtures import CREATES, FOLDER, KINDS, LISTS, MANUAL

from koodrive.api import serialization
from koodrive.creation.findings import Resolution
from koodrive.errors import DuplicateRequestError
from koodrive.models import OutcomeKind
from koodrive.sandbox import Fault


def ruled_out(driver, request) -> int:
    """Let a request be lost that makes nothing, and the resolver say so."""
    driver.snapshot_list(request)
    attempt_id = driver.lose(request, Fault.DROP_BEFORE_COMMIT)
    assert driver.find(attempt_id).ending is Resolution.NOT_DONE
    return attempt_id


def create(driver, request, *, again=False):
    return driver.backend.create(request, driver.connection, driver.token, again=again)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_made_after_the_last_look_is_not_made_a_second_time(driver, kind):
    request = driver.request(kind)
    attempt_id = ruled_out(driver, request)
    made = driver.elsewhere(request)
    posts = driver.posts()
    with pytest.raises(DuplicateRequestError) as refusal:
        create(driver, request)
    assert refusal.value.attempt_id == attempt_id
    assert refusal.value.object_id is None
    assert driver.posts() == posts
    assert driver.made() == [made["id"]]
    attempt = driver.attempt(attempt_id)
    assert attempt.outcome is OutcomeKind.UNKNOWN
    assert attempt.title == "It may have been created after all"
    assert made["id"] in attempt.note


def test_c02_a_create_that_takes_effect_after_the_last_look_gets_its_id_in_the_end(driver):
    driver.snapshot_list(MANUAL)
    driver.sandbox.inject(Fault.LATE_COMMIT, seconds=0.3, path=CREATES["album"])
    attempt_id = create(driver, MANUAL).attempt_id
    assert driver.find(attempt_id, pauses=()).ending is Resolution.NOT_DONE
    # Wait for the effect, not for a time.
    while not driver.made():
        driver.sandbox.inject(Fault.SLOW, seconds=0.05, path=LISTS["album"])
        driver.snapshot_list(MANUAL)
    with pytest.raises(DuplicateRequestError):
        create(driver, MANUAL)
    finding = driver.find(attempt_id)
    assert dict(finding.adopted) == {attempt_id: driver.made()[0]}
    assert len(driver.made()) == 1


def test_where_nothing_has_appeared_it_is_sent(driver):
    ruled_out(driver, MANUAL)
    assert create(driver, MANUAL).kind is OutcomeKind.CREATED
    assert len(driver.made()) == 1


def test_whoever_wants_one_more_gets_it(driver):
    attempt_id = ruled_out(driver, MANUAL)
    driver.elsewhere(MANUAL)
    lists_read = driver.lists_read()
    assert create(driver, MANUAL, again=True).kind is OutcomeKind.CREATED
    assert driver.lists_read() == lists_read
    assert driver.attempt(attempt_id).outcome is OutcomeKind.REFUSED


def test_without_such_an_attempt_no_list_is_read(driver):
    create(driver, MANUAL)
    assert driver.lists_read() == 0


def test_what_was_there_before_does_not_count(driver):
    driver.elsewhere(MANUAL)
    ruled_out(driver, MANUAL)
    with pytest.raises(DuplicateRequestError, match="has one of this name"):
        create(driver, MANUAL)


def test_what_the_resolver_excludes_opens_nothing_again(driver):
    attempt_id = driver.lost_before(FOLDER, timedelta(minutes=1))
    driver.elsewhere(FOLDER, created_at=driver.rows()[0].started_at.timestamp() - 2 * 24 * 3600)
    assert driver.find(attempt_id).ending is Resolution.NOT_DONE
    with pytest.raises(DuplicateRequestError, match="has one of this name"):
        create(driver, FOLDER)
    assert driver.attempt(attempt_id).outcome is OutcomeKind.REFUSED


@pytest.mark.parametrize(
    "fault", [Fault.ERROR_BEFORE_COMMIT, Fault.HTML, Fault.THROTTLED, Fault.DROP_BEFORE_COMMIT]
)
def test_a_list_that_cannot_be_read_is_a_reason_to_ask(driver, fault):
    attempt_id = ruled_out(driver, MANUAL)
    driver.sandbox.inject(fault, path=LISTS["album"])
    posts = driver.posts()
    with pytest.raises(DuplicateRequestError, match="could not read"):
        create(driver, MANUAL)
    assert driver.posts() == posts
    assert driver.attempt(attempt_id).outcome is OutcomeKind.REFUSED


def test_a_token_that_is_refused_is_told_by_the_create(driver):
    ruled_out(driver, MANUAL)
    driver.sandbox.inject(Fault.EXPIRED_TOKEN, times=2)
    outcome = create(driver, MANUAL)
    assert outcome.is_sign_in_needed
    assert driver.made() == []


def test_c08_a_name_taken_by_a_late_effect_is_recognised(driver):
    attempt_id = ruled_out(driver, FOLDER)
    made = driver.elsewhere(FOLDER)
    # The list still lags behind, so only the service itself knows.
    driver.sandbox.inject(Fault.LIST_LAG, times=2, seconds=3600, path=LISTS[serialization.kind_of(FOLDER)])
    outcome = create(driver, FOLDER)
    assert outcome.kind is OutcomeKind.REFUSED
    assert outcome.name_conflict_id == attempt_id
    assert driver.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN
    assert driver.find(attempt_id).adopted == ((attempt_id, made["id"]),)


def test_the_history_keeps_the_whole_course(driver):
    attempt_id = ruled_out(driver, MANUAL)
    driver.elsewhere(MANUAL)
    with pytest.raises(DuplicateRequestError):
        create(driver, MANUAL)
    driver.find(attempt_id)
    note = driver.attempt(attempt_id).note
    for part in ("The connection was lost", "is not in it", "Opened again", "Found in the service's list"):
        assert part in note
