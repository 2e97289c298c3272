"""Resolution of a create with a lost answer: exactly one effect, found again, and never a second one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from lost_answer_fixtures import COLLECTION, FOLDER, KINDS, LISTS, MANUAL, OTHER_SPACE, SOON

from koodrive import CreateAlbum
from koodrive.creation.findings import Resolution
from koodrive.creation.search_schedule import PAUSES
from koodrive.models import OutcomeKind
from koodrive.sandbox import SANDBOX_USER_ID, Fault

LOST = "The connection was lost before the answer arrived."

AFTER_COMMIT = [
    Fault.COMMIT_THEN_DROP,
    Fault.HALF_CLOSE,
    Fault.ERROR_AFTER_COMMIT,
    Fault.HTML,
    Fault.WRONG_JSON,
    Fault.MISSING_ID,
    Fault.TRUNCATED,
]


@pytest.mark.parametrize("kind", KINDS)
def test_c01_what_was_made_without_an_answer_is_found(driver, kind):
    request = driver.request(kind)
    driver.snapshot_list(request)
    attempt_id = driver.lose(request)
    finding = driver.find(attempt_id)
    (made,) = driver.made()
    attempt = driver.attempt(attempt_id)
    assert finding.ending is Resolution.DONE
    assert finding.adopted == ((attempt_id, made),)
    assert attempt.outcome is OutcomeKind.CREATED
    assert attempt.result_id == made
    assert attempt.note == f"{LOST} {finding.evidence}"
    assert driver.posts() == 1


@pytest.mark.parametrize("kind", KINDS)
def test_c01_what_was_not_made_is_found_out_after_the_last_look(driver, kind):
    request = driver.request(kind)
    attempt_id = driver.lose(request, Fault.DROP_BEFORE_COMMIT)
    finding = driver.find(attempt_id)
    attempt = driver.attempt(attempt_id)
    assert finding.ending is Resolution.NOT_DONE
    assert driver.made() == []
    assert attempt.outcome is OutcomeKind.REFUSED
    assert attempt.title == "It was not created"
    assert attempt.note == f"{LOST} {finding.evidence}"
    assert driver.lists_read() == len(SOON) + 1
    assert driver.posts() == 1


@pytest.mark.parametrize("kind", KINDS)
def test_after_not_done_it_may_be_sent_again_without_a_question(driver, kind):
    request = driver.request(kind)
    driver.find(driver.lose(request, Fault.DROP_BEFORE_COMMIT))
    assert driver.backend.create(request, driver.connection, driver.token).kind is OutcomeKind.CREATED
    assert len(driver.made()) == 1


@pytest.mark.parametrize("fault", AFTER_COMMIT)
def test_c04_a_gateway_that_spoils_the_answer_changes_nothing(driver, fault):
    driver.snapshot_list(MANUAL)
    attempt_id = driver.lose(MANUAL, fault)
    assert driver.find(attempt_id).adopted == ((attempt_id, driver.made()[0]),)
    assert driver.posts() == len(driver.made()) == 1


def test_c04_a_gateway_that_fails_before_the_service_is_not_done(driver):
    attempt_id = driver.lose(MANUAL, Fault.ERROR_BEFORE_COMMIT)
    assert driver.find(attempt_id).ending is Resolution.NOT_DONE
    assert driver.made() == []


def test_a_shared_folder_brings_along_all_that_the_answer_would_have_said(driver):
    attempt_id = driver.lose(FOLDER)
    driver.find(attempt_id)
    (effect,), attempt = driver.sandbox.effects(), driver.attempt(attempt_id)
    assert attempt.file_id == effect["shareFolderFileId"]
    assert attempt.group_id == effect["groupId"]
    assert attempt.creator == SANDBOX_USER_ID
    assert attempt.create_time == effect["createTime"]


@pytest.mark.parametrize("kind", KINDS)
def test_c02_a_create_that_takes_effect_late_is_found_by_a_later_look(driver, kind):
    request = driver.request(kind)
    driver.snapshot_list(request)
    attempt_id = driver.lose(request, Fault.LATE_COMMIT, seconds=0.3)
    assert driver.made() == []
    finding = driver.find(attempt_id, pauses=(0.1,) * 50)
    assert finding.adopted == ((attempt_id, driver.made()[0]),)
    assert driver.lists_read() > 3
    assert driver.posts() == len(driver.made()) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_c02_a_list_that_lags_is_read_again(driver, kind):
    request = driver.request(kind)
    driver.snapshot_list(request)
    attempt_id = driver.lose(request)
    driver.sandbox.inject(Fault.LIST_LAG, times=2, seconds=3600)
    first = driver.backend.look([attempt_id], driver.connection, driver.token)
    assert [finding.ending for finding in first] == [None]
    assert driver.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN
    assert driver.find(attempt_id).adopted == ((attempt_id, driver.made()[0]),)


def test_c02_the_pauses_grow_and_take_a_minute():
    assert list(PAUSES) == sorted(PAUSES)
    assert sum(PAUSES) >= 60


def test_something_old_that_a_list_forgot_for_a_moment_is_not_new(driver):
    driver.elsewhere(MANUAL)
    driver.snapshot_list(MANUAL)
    driver.sandbox.inject(Fault.LIST_LAG, seconds=3600)
    driver.snapshot_list(MANUAL)
    attempt_id = driver.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    assert driver.find(attempt_id).ending is Resolution.NOT_DONE


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_there_before_is_never_adopted(driver, kind):
    request = driver.request(kind)
    if kind == "folder":
        # The service keeps names apart in one space; what counts is that it is old.
        driver.elsewhere(replace(request, container_id=OTHER_SPACE))
    else:
        driver.elsewhere(request)
    driver.snapshot_list(request)
    attempt_id = driver.lose(request, Fault.DROP_BEFORE_COMMIT)
    assert driver.find(attempt_id).ending is Resolution.NOT_DONE
    assert driver.attempt(attempt_id).result_id is None


@pytest.mark.parametrize("request_", [MANUAL, COLLECTION])
def test_ours_is_told_from_an_older_one_that_looks_the_same(driver, request_):
    older = driver.elsewhere(request_)
    driver.snapshot_list(request_)
    attempt_id = driver.lose(request_)
    finding = driver.find(attempt_id)
    assert finding.ending is Resolution.DONE
    assert driver.attempt(attempt_id).result_id in set(driver.made()) - {older["id"]}


def test_a_folder_of_two_days_ago_is_ruled_out_by_its_time_alone(driver):
    attempt_id = driver.lost_before(FOLDER, timedelta(minutes=1))
    now = driver.rows()[0].started_at.timestamp()
    driver.elsewhere(FOLDER, created_at=now - 2 * 24 * 3600)
    assert driver.find(attempt_id).ending is Resolution.NOT_DONE


@pytest.mark.parametrize("kind", ["manual", "collection"])
def test_two_lost_answers_and_two_new_things_belong_together(driver, kind):
    request = driver.request(kind)
    driver.snapshot_list(request)
    attempts = [driver.lose(request), driver.lose(request)]
    finding = driver.find(*attempts)
    assert finding.ending is Resolution.DONE
    assert dict(finding.adopted) == dict(zip(attempts, driver.made(), strict=True))
    assert [row.result_id for row in driver.rows()] == driver.made()


def test_asking_for_one_of_them_settles_all(driver):
    driver.snapshot_list(MANUAL)
    first, second = driver.lose(MANUAL), driver.lose(MANUAL)
    assert driver.find(second).attempt_ids == (first, second)
    assert {row.outcome for row in driver.rows()} == {OutcomeKind.CREATED}


def test_the_order_of_the_folders_of_a_collection_does_not_matter(driver):
    driver.snapshot_list(COLLECTION)
    other = replace(COLLECTION, scope_dir=COLLECTION.scope_dir[::-1])
    attempts = [driver.lose(COLLECTION), driver.lose(other)]
    assert [attempt for attempt, _ in driver.find(*attempts).adopted] == attempts
    assert {row.result_id for row in driver.rows()} == set(driver.made())


def test_the_same_name_in_two_spaces_is_told_apart_by_the_space(driver):
    other = replace(FOLDER, container_id=OTHER_SPACE)
    attempts = [driver.lose(FOLDER), driver.lose(other)]
    driver.find(*attempts)
    by_space = {effect["containerId"]: effect["id"] for effect in driver.sandbox.effects()}
    results = [driver.attempt(attempt_id).result_id for attempt_id in attempts]
    assert results == [by_space[FOLDER.container_id], by_space[OTHER_SPACE]]


def test_two_spellings_are_told_apart_by_the_exact_name(driver):
    driver.snapshot_list(MANUAL)
    attempts = [driver.lose(replace(MANUAL, name="holiday")), driver.lose(MANUAL)]
    assert dict(driver.find(*attempts).adopted) == dict(zip(attempts, driver.made(), strict=True))


def test_different_requests_are_found_in_one_look_each_with_its_own(driver):
    requests = [MANUAL, FOLDER, COLLECTION, replace(MANUAL, name="Wedding")]
    for request in requests[:3]:
        driver.snapshot_list(request)
    attempts = [driver.lose(request) for request in requests]
    findings = driver.resolve(*attempts, pauses=())
    assert [finding.ending for finding in findings] == [Resolution.DONE] * 4
    assert [driver.attempt(attempt_id).result_id for attempt_id in attempts] == driver.made()
    reads = [request.path for request in driver.sandbox.requests() if request.method == "GET"]
    # Two pages of each of the three lists, after one or two of the snapshot: the last one is always empty.
    assert reads[-6:].count(LISTS["album"]) == 4


def test_what_is_settled_or_not_asked_for_is_left_alone(driver):
    created = driver.backend.create(MANUAL, driver.connection, driver.token).attempt_id
    other = driver.lose(FOLDER)
    assert driver.resolve(created, 4711) == ()
    assert driver.attempt(other).outcome is OutcomeKind.UNKNOWN


def test_only_the_place_of_the_connection_is_looked_at(driver):
    attempt_id = driver.lose(MANUAL)
    driver.connection = replace(driver.connection, user_id="1644817543959100999")
    assert driver.resolve(attempt_id) == ()


def test_another_name_of_the_connection_is_the_same_place(driver):
    driver.snapshot_list(MANUAL)
    attempt_id = driver.lose(MANUAL)
    driver.connection = replace(driver.connection, connection_id="c9", name="Renamed")
    assert driver.find(attempt_id).ending is Resolution.DONE


def test_the_kinds_of_albums_are_looked_up_apart(driver):
    driver.snapshot_list(MANUAL)
    attempt_id = driver.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    driver.elsewhere(driver.request("shared manual"))
    driver.elsewhere(CreateAlbum(**{**_fields(COLLECTION), "name": MANUAL.name}))
    assert driver.find(attempt_id).ending is Resolution.NOT_DONE


def _fields(request: CreateAlbum) -> dict[str, object]:
    return {name: getattr(request, name) for name in CreateAlbum.__slots__}
