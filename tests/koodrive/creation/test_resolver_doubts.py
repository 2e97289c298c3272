"""Ambiguous lists: nothing is adopted and nothing is ruled out, the user is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from lost_answer_fixtures import (
    COLLECTION,
    FOLDER,
    MANUAL,
    OTHER_SPACE,
    ScriptedLists,
    at_lists,
)

from koodrive.creation.findings import Resolution
from koodrive.models import OutcomeKind
from koodrive.sandbox import SANDBOX_USER_ID, Fault

SOMEBODY = "1700000000000000001"

ROW = {"id": "17", "name": FOLDER.name, "containerId": FOLDER.container_id}


def require_undecided(driver, finding, *attempt_ids) -> None:
    """Check that the user is asked, and that nothing is settled until then."""
    assert finding.ending is Resolution.CANNOT_TELL
    assert finding.candidates
    assert finding.adopted == ()
    for attempt_id in attempt_ids:
        attempt = driver.attempt(attempt_id)
        assert attempt.outcome is OutcomeKind.UNKNOWN
        assert attempt.result_id is None
        assert attempt.note == finding.evidence


def doubts_of(finding) -> list[str]:
    (candidate,) = finding.candidates
    return list(candidate.doubts)


def now() -> float:
    return datetime.now(UTC).timestamp()


@pytest.mark.parametrize("request_", [MANUAL, COLLECTION])
@pytest.mark.parametrize("fault", [Fault.COMMIT_THEN_DROP, Fault.DROP_BEFORE_COMMIT])
def test_without_a_list_from_before_a_match_without_a_time_is_doubtful(driver, request_, fault):
    if fault is Fault.DROP_BEFORE_COMMIT:
        driver.elsewhere(request_)
    attempt_id = driver.lose(request_, fault)
    finding = driver.find(attempt_id)
    require_undecided(driver, finding, attempt_id)
    assert doubts_of(finding) == ["It is not known when it was created."]
    assert finding.candidates[0].listed.id == driver.made()[0]


def test_a_list_from_a_quarter_of_an_hour_before_is_too_old(driver):
    driver.snapshot_list(MANUAL)
    attempt_id = driver.lost_before(MANUAL, -timedelta(minutes=11))
    driver.elsewhere(MANUAL)
    require_undecided(driver, driver.find(attempt_id), attempt_id)


def test_a_new_match_long_after_the_attempt_may_be_of_somebody_else(driver):
    driver.snapshot_list(MANUAL)
    attempt_id = driver.lost_before(MANUAL, timedelta(minutes=9))
    driver.elsewhere(MANUAL)
    assert driver.find(attempt_id).ending is Resolution.DONE
    later = driver.lost_before(replace(MANUAL, name="Wedding"), timedelta(minutes=20))
    driver.elsewhere(replace(MANUAL, name="Wedding"))
    require_undecided(driver, driver.find(later), later)


def test_a_folder_that_appeared_hours_after_the_attempt_is_not_adopted(driver):
    attempt_id = driver.lost_before(FOLDER, timedelta(hours=3))
    driver.elsewhere(FOLDER)
    finding = driver.find(attempt_id)
    require_undecided(driver, finding, attempt_id)
    assert doubts_of(finding) == ["It was created at another time."]


def test_a_folder_that_somebody_made_just_before_the_attempt_is_not_adopted(driver):
    driver.elsewhere(FOLDER, created_at=now() - 30)
    attempt_id = driver.lose(FOLDER, Fault.DROP_BEFORE_COMMIT)
    assert driver.find(attempt_id).ending is Resolution.CANNOT_TELL
    assert driver.attempt(attempt_id).result_id is None


@pytest.mark.parametrize("hours", [-1, -23, 2])
def test_a_folder_of_another_hour_is_doubtful_and_not_ruled_out(driver, hours):
    driver.elsewhere(FOLDER, created_at=now() + hours * 3600)
    attempt_id = driver.lose(FOLDER, Fault.DROP_BEFORE_COMMIT)
    finding = driver.find(attempt_id)
    require_undecided(driver, finding, attempt_id)
    assert doubts_of(finding) == ["It was created at another time."]


def test_a_clock_that_was_days_fast_rules_nothing_out(driver):
    attempt_id = driver.lost_before(FOLDER, -timedelta(days=3))
    driver.elsewhere(FOLDER)
    finding = driver.find(attempt_id)
    require_undecided(driver, finding, attempt_id)


@pytest.mark.parametrize("name", ["holiday", "HOLIDAY", " Holiday ", "Holi day", "Ｈoliday", "Holi\u200bday"])
def test_another_spelling_is_doubtful(driver, name):
    driver.snapshot_list(MANUAL)
    attempt_id = driver.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    driver.elsewhere(replace(MANUAL, name=name))
    finding = driver.find(attempt_id)
    require_undecided(driver, finding, attempt_id)
    assert doubts_of(finding) == ["Its name is spelt a little differently."]


def test_another_spelling_beside_ours_asks_as_well(driver):
    driver.snapshot_list(MANUAL)
    attempt_id = driver.lose(MANUAL)
    driver.elsewhere(replace(MANUAL, name="holiday"))
    finding = driver.find(attempt_id)
    require_undecided(driver, finding, attempt_id)
    assert len(finding.candidates) == 2


def test_another_name_is_no_candidate(driver):
    driver.snapshot_list(MANUAL)
    attempt_id = driver.lose(MANUAL)
    driver.elsewhere(replace(MANUAL, name="Holidays"))
    assert driver.find(attempt_id).ending is Resolution.DONE


def test_the_same_name_in_another_space_is_doubtful(driver):
    attempt_id = driver.lose(FOLDER, Fault.DROP_BEFORE_COMMIT)
    driver.elsewhere(replace(FOLDER, container_id=OTHER_SPACE))
    finding = driver.find(attempt_id)
    require_undecided(driver, finding, attempt_id)
    assert doubts_of(finding) == ["The list names another space."]


@pytest.mark.parametrize(
    ("creator", "ending"), [(SOMEBODY, Resolution.CANNOT_TELL), (SANDBOX_USER_ID, Resolution.DONE)]
)
def test_another_creator_is_doubtful(driver, creator, ending):
    with ScriptedLists() as server:
        scripted = at_lists(driver, server)
        outcome = scripted.backend.create(FOLDER, scripted.connection, scripted.token)
        made_at = datetime.now(UTC).isoformat()
        server.rows = [{**ROW, "creator": creator, "createTime": made_at}]
        finding = scripted.find(outcome.attempt_id)
    assert finding.ending is ending
    if ending is Resolution.CANNOT_TELL:
        assert doubts_of(finding) == ["The list names another user as its creator."]


@pytest.mark.parametrize(
    ("creators", "ending"),
    [
        ([SOMEBODY, SOMEBODY], Resolution.CANNOT_TELL),
        ([SOMEBODY, SANDBOX_USER_ID], Resolution.NOT_DONE),
        ([None], Resolution.NOT_DONE),
        ([], Resolution.NOT_DONE),
    ],
)
def test_the_list_of_another_user_rules_nothing_out(driver, creators, ending):
    rows = [
        {**ROW, "id": str(number), "name": "Wedding", "creator": creator}
        for number, creator in enumerate(creators)
    ]
    with ScriptedLists(rows) as server:
        scripted = at_lists(driver, server)
        outcome = scripted.backend.create(FOLDER, scripted.connection, scripted.token)
        finding = scripted.find(outcome.attempt_id)
    assert finding.ending is ending
    assert (finding.problem is None) == (ending is Resolution.NOT_DONE)


def test_a_collection_with_some_of_the_folders_is_doubtful(driver):
    driver.snapshot_list(COLLECTION)
    attempt_id = driver.lose(COLLECTION, Fault.DROP_BEFORE_COMMIT)
    driver.elsewhere(replace(COLLECTION, scope_dir=("18", "19")))
    driver.elsewhere(replace(COLLECTION, scope_dir=("20",)))
    finding = driver.find(attempt_id)
    require_undecided(driver, finding, attempt_id)
    assert doubts_of(finding) == ["It collects only some of the same folders."]


def test_a_list_without_scopes_cannot_tell_about_collections(driver):
    driver.snapshot_list(COLLECTION)
    attempt_id = driver.lose(COLLECTION)
    driver.sandbox.inject(Fault.SPARSE_LIST, times=100)
    finding = driver.find(attempt_id)
    require_undecided(driver, finding, attempt_id)
    assert doubts_of(finding) == ["The list does not tell which folders it collects."]


@pytest.mark.parametrize("with_snapshot", [True, False])
def test_a_list_of_folders_without_times_is_as_good_as_the_one_before(driver, with_snapshot):
    with ScriptedLists() as server:
        scripted = at_lists(driver, server)
        if with_snapshot:
            scripted.snapshot_list(FOLDER)
        outcome = scripted.backend.create(FOLDER, scripted.connection, scripted.token)
        server.rows = [ROW]
        finding = scripted.find(outcome.attempt_id)
    assert finding.ending is (Resolution.DONE if with_snapshot else Resolution.CANNOT_TELL)
    assert doubts_of(finding) == ([] if with_snapshot else ["It is not known when it was created."])


def test_a_list_of_folders_without_spaces_cannot_tell(driver):
    driver.snapshot_list(FOLDER)
    attempt_id = driver.lose(FOLDER, Fault.DROP_BEFORE_COMMIT)
    driver.elsewhere(replace(FOLDER, container_id="ANOTHERSPACE"))
    driver.sandbox.inject(Fault.SPARSE_LIST, times=100)
    finding = driver.find(attempt_id)
    require_undecided(driver, finding, attempt_id)
    assert doubts_of(finding) == ["The list does not tell which space it is in."]


@pytest.mark.parametrize("rows", [[{"id": "17"}], [{"id": "17", "name": None}]])
def test_a_list_without_names_cannot_tell(driver, rows):
    with ScriptedLists() as server:
        scripted = at_lists(driver, server)
        scripted.snapshot_list(MANUAL)
        outcome = scripted.backend.create(MANUAL, scripted.connection, scripted.token)
        server.rows = rows
        finding = scripted.find(outcome.attempt_id)
    require_undecided(driver, finding, outcome.attempt_id)
    assert doubts_of(finding) == ["The list does not tell its name."]


def test_an_empty_scope_tells_nothing(driver):
    with ScriptedLists() as server:
        scripted = at_lists(driver, server)
        scripted.snapshot_list(COLLECTION)
        outcome = scripted.backend.create(COLLECTION, scripted.connection, scripted.token)
        server.rows = [{"id": "17", "scopeDir": []}]
        finding = scripted.find(outcome.attempt_id)
    require_undecided(driver, finding, outcome.attempt_id)


@pytest.mark.parametrize(
    "made_at", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "yesterday", ""]
)
def test_a_time_that_makes_no_sense_breaks_nothing(driver, made_at):
    with ScriptedLists() as server:
        scripted = at_lists(driver, server)
        outcome = scripted.backend.create(FOLDER, scripted.connection, scripted.token)
        server.rows = [{"id": "17", "name": FOLDER.name, "createTime": made_at}]
        finding = scripted.find(outcome.attempt_id)
    assert finding.ending is Resolution.CANNOT_TELL


# Several attempts ----------------------------------------------------------------------------------------------------


def test_one_new_thing_for_two_attempts_cannot_tell(driver):
    driver.snapshot_list(MANUAL)
    attempts = [driver.lose(MANUAL), driver.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)]
    finding = driver.find(*attempts)
    require_undecided(driver, finding, *attempts)
    assert [found.listed.id for found in finding.candidates] == driver.made()


def test_three_new_things_for_two_attempts_cannot_tell(driver):
    driver.snapshot_list(MANUAL)
    attempts = [driver.lose(MANUAL), driver.lose(MANUAL)]
    driver.elsewhere(MANUAL)
    finding = driver.find(*attempts)
    require_undecided(driver, finding, *attempts)
    assert [found.listed.id for found in finding.candidates] == driver.made()


def test_two_new_things_for_one_attempt_cannot_tell(driver):
    driver.snapshot_list(MANUAL)
    attempt_id = driver.lose(MANUAL)
    driver.elsewhere(MANUAL)
    require_undecided(driver, driver.find(attempt_id), attempt_id)


def test_what_was_there_before_the_second_attempt_is_not_its_own(driver):
    driver.snapshot_list(MANUAL)
    first = driver.lose(MANUAL)
    driver.elsewhere(MANUAL)
    driver.snapshot_list(MANUAL)
    second = driver.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    finding = driver.find(first, second)
    require_undecided(driver, finding, first, second)
    assert len(finding.candidates) == 2


@pytest.mark.parametrize(
    "other",
    [
        replace(COLLECTION, scope_kind="2"),
        replace(COLLECTION, scope_parent_folder_id="8"),
        replace(COLLECTION, name="With a name"),
    ],
)
def test_requests_that_the_list_cannot_tell_apart_are_not_told_apart(driver, other):
    driver.snapshot_list(COLLECTION)
    attempts = [driver.lose(COLLECTION), driver.lose(other)]
    finding = driver.find(*attempts)
    require_undecided(driver, finding, *attempts)
    assert len(finding.candidates) == 2


def test_what_one_look_showed_and_the_last_does_not_is_not_ruled_out(driver):
    attempt_id = driver.lose(MANUAL)
    (first,) = driver.backend.look([attempt_id], driver.connection, driver.token)
    assert first.ending is None
    driver.sandbox.inject(Fault.LIST_LAG, times=10, seconds=3600)
    finding = driver.find(attempt_id)
    require_undecided(driver, finding, attempt_id)
    assert doubts_of(finding)[-1] == "The list showed it a moment ago, and does not now."


def test_the_evidence_says_how_many_for_how_many(driver):
    first = driver.lose(MANUAL)
    assert driver.find(first).evidence.values["count"] == 1
    second = driver.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    evidence = driver.find(first, second).evidence
    assert (evidence.values["count"], evidence.values["requests"]) == (1, 2)


def test_one_thing_is_not_taken_for_what_two_have_made(driver):
    other = replace(FOLDER, container_id=OTHER_SPACE)
    with ScriptedLists() as server:
        scripted = at_lists(driver, server)
        scripted.snapshot_list(FOLDER)
        first = scripted.backend.create(FOLDER, scripted.connection, scripted.token).attempt_id
        server.rows = [{"id": "17", "name": FOLDER.name, "containerId": OTHER_SPACE}]
        scripted.snapshot_list(FOLDER)
        second = scripted.backend.create(other, scripted.connection, scripted.token, again=True).attempt_id
        server.rows = [*server.rows, {"id": "18", "name": FOLDER.name}]
        finding = scripted.find(first, second)
    require_undecided(driver, finding, first, second)
