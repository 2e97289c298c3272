"""Where the service's lists do not decide it: nothing is adopted and nothing is ruled out, people are asked."""

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


def require_undecided(scene, finding, *attempt_ids) -> None:
    """Check that people are asked, and that nothing is settled until then."""
    assert finding.ending is Resolution.CANNOT_TELL
    assert finding.candidates
    assert finding.adopted == ()
    for attempt_id in attempt_ids:
        attempt = scene.attempt(attempt_id)
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
def test_without_a_list_from_before_a_match_without_a_time_is_doubtful(scene, request_, fault):
    if fault is Fault.DROP_BEFORE_COMMIT:
        scene.elsewhere(request_)
    attempt_id = scene.lose(request_, fault)
    finding = scene.find(attempt_id)
    require_undecided(scene, finding, attempt_id)
    assert doubts_of(finding) == ["Nothing tells when it was made."]
    assert finding.candidates[0].listed.id == scene.made()[0]


def test_a_list_from_a_quarter_of_an_hour_before_is_too_old(scene):
    scene.snapshot_list(MANUAL)
    attempt_id = scene.lost_before(MANUAL, -timedelta(minutes=11))
    scene.elsewhere(MANUAL)
    require_undecided(scene, scene.find(attempt_id), attempt_id)


def test_a_new_match_long_after_the_attempt_may_be_of_somebody_else(scene):
    scene.snapshot_list(MANUAL)
    attempt_id = scene.lost_before(MANUAL, timedelta(minutes=9))
    scene.elsewhere(MANUAL)
    assert scene.find(attempt_id).ending is Resolution.DONE
    later = scene.lost_before(replace(MANUAL, name="Wedding"), timedelta(minutes=20))
    scene.elsewhere(replace(MANUAL, name="Wedding"))
    require_undecided(scene, scene.find(later), later)


def test_a_folder_that_appeared_hours_after_the_attempt_is_not_adopted(scene):
    attempt_id = scene.lost_before(FOLDER, timedelta(hours=3))
    scene.elsewhere(FOLDER)
    finding = scene.find(attempt_id)
    require_undecided(scene, finding, attempt_id)
    assert doubts_of(finding) == ["It was made at another time."]


def test_a_folder_that_somebody_made_just_before_the_attempt_is_not_adopted(scene):
    scene.elsewhere(FOLDER, created_at=now() - 30)
    attempt_id = scene.lose(FOLDER, Fault.DROP_BEFORE_COMMIT)
    assert scene.find(attempt_id).ending is Resolution.CANNOT_TELL
    assert scene.attempt(attempt_id).result_id is None


@pytest.mark.parametrize("hours", [-1, -23, 2])
def test_a_folder_of_another_hour_is_doubtful_and_not_ruled_out(scene, hours):
    scene.elsewhere(FOLDER, created_at=now() + hours * 3600)
    attempt_id = scene.lose(FOLDER, Fault.DROP_BEFORE_COMMIT)
    finding = scene.find(attempt_id)
    require_undecided(scene, finding, attempt_id)
    assert doubts_of(finding) == ["It was made at another time."]


def test_a_clock_that_was_days_fast_rules_nothing_out(scene):
    attempt_id = scene.lost_before(FOLDER, -timedelta(days=3))
    scene.elsewhere(FOLDER)
    finding = scene.find(attempt_id)
    require_undecided(scene, finding, attempt_id)


@pytest.mark.parametrize("name", ["holiday", "HOLIDAY", " Holiday ", "Holi day", "Ｈoliday", "Holi\u200bday"])
def test_another_spelling_is_doubtful(scene, name):
    scene.snapshot_list(MANUAL)
    attempt_id = scene.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    scene.elsewhere(replace(MANUAL, name=name))
    finding = scene.find(attempt_id)
    require_undecided(scene, finding, attempt_id)
    assert doubts_of(finding) == ["Its name is spelt a little differently."]


def test_another_spelling_beside_ours_asks_as_well(scene):
    scene.snapshot_list(MANUAL)
    attempt_id = scene.lose(MANUAL)
    scene.elsewhere(replace(MANUAL, name="holiday"))
    finding = scene.find(attempt_id)
    require_undecided(scene, finding, attempt_id)
    assert len(finding.candidates) == 2


def test_another_name_is_no_candidate(scene):
    scene.snapshot_list(MANUAL)
    attempt_id = scene.lose(MANUAL)
    scene.elsewhere(replace(MANUAL, name="Holidays"))
    assert scene.find(attempt_id).ending is Resolution.DONE


def test_the_same_name_in_another_space_is_doubtful(scene):
    attempt_id = scene.lose(FOLDER, Fault.DROP_BEFORE_COMMIT)
    scene.elsewhere(replace(FOLDER, container_id=OTHER_SPACE))
    finding = scene.find(attempt_id)
    require_undecided(scene, finding, attempt_id)
    assert doubts_of(finding) == ["The list names another space."]


@pytest.mark.parametrize(
    ("creator", "ending"), [(SOMEBODY, Resolution.CANNOT_TELL), (SANDBOX_USER_ID, Resolution.DONE)]
)
def test_another_creator_is_doubtful(scene, creator, ending):
    with ScriptedLists() as server:
        scripted = at_lists(scene, server)
        outcome = scripted.desk.create(FOLDER, scripted.connection, scripted.token)
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
def test_the_list_of_another_user_rules_nothing_out(scene, creators, ending):
    rows = [
        {**ROW, "id": str(number), "name": "Wedding", "creator": creator}
        for number, creator in enumerate(creators)
    ]
    with ScriptedLists(rows) as server:
        scripted = at_lists(scene, server)
        outcome = scripted.desk.create(FOLDER, scripted.connection, scripted.token)
        finding = scripted.find(outcome.attempt_id)
    assert finding.ending is ending
    assert (finding.problem is None) == (ending is Resolution.NOT_DONE)


def test_a_collection_with_some_of_the_folders_is_doubtful(scene):
    scene.snapshot_list(COLLECTION)
    attempt_id = scene.lose(COLLECTION, Fault.DROP_BEFORE_COMMIT)
    scene.elsewhere(replace(COLLECTION, scope_dir=("18", "19")))
    scene.elsewhere(replace(COLLECTION, scope_dir=("20",)))
    finding = scene.find(attempt_id)
    require_undecided(scene, finding, attempt_id)
    assert doubts_of(finding) == ["It collects only some of the same folders."]


def test_a_list_without_scopes_cannot_tell_about_collections(scene):
    scene.snapshot_list(COLLECTION)
    attempt_id = scene.lose(COLLECTION)
    scene.sandbox.inject(Fault.SPARSE_LIST, times=100)
    finding = scene.find(attempt_id)
    require_undecided(scene, finding, attempt_id)
    assert doubts_of(finding) == ["The list does not tell which folders it collects."]


@pytest.mark.parametrize("with_stock", [True, False])
def test_a_list_of_folders_without_times_is_as_good_as_the_one_before(scene, with_stock):
    with ScriptedLists() as server:
        scripted = at_lists(scene, server)
        if with_stock:
            scripted.snapshot_list(FOLDER)
        outcome = scripted.desk.create(FOLDER, scripted.connection, scripted.token)
        server.rows = [ROW]
        finding = scripted.find(outcome.attempt_id)
    assert finding.ending is (Resolution.DONE if with_stock else Resolution.CANNOT_TELL)
    assert doubts_of(finding) == ([] if with_stock else ["Nothing tells when it was made."])


def test_a_list_of_folders_without_spaces_cannot_tell(scene):
    scene.snapshot_list(FOLDER)
    attempt_id = scene.lose(FOLDER, Fault.DROP_BEFORE_COMMIT)
    scene.elsewhere(replace(FOLDER, container_id="ANOTHERSPACE"))
    scene.sandbox.inject(Fault.SPARSE_LIST, times=100)
    finding = scene.find(attempt_id)
    require_undecided(scene, finding, attempt_id)
    assert doubts_of(finding) == ["The list does not tell which space it is in."]


@pytest.mark.parametrize("rows", [[{"id": "17"}], [{"id": "17", "name": None}]])
def test_a_list_without_names_cannot_tell(scene, rows):
    with ScriptedLists() as server:
        scripted = at_lists(scene, server)
        scripted.snapshot_list(MANUAL)
        outcome = scripted.desk.create(MANUAL, scripted.connection, scripted.token)
        server.rows = rows
        finding = scripted.find(outcome.attempt_id)
    require_undecided(scene, finding, outcome.attempt_id)
    assert doubts_of(finding) == ["The list does not tell its name."]


def test_an_empty_scope_tells_nothing(scene):
    with ScriptedLists() as server:
        scripted = at_lists(scene, server)
        scripted.snapshot_list(COLLECTION)
        outcome = scripted.desk.create(COLLECTION, scripted.connection, scripted.token)
        server.rows = [{"id": "17", "scopeDir": []}]
        finding = scripted.find(outcome.attempt_id)
    require_undecided(scene, finding, outcome.attempt_id)


@pytest.mark.parametrize(
    "made_at", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "yesterday", ""]
)
def test_a_time_that_makes_no_sense_breaks_nothing(scene, made_at):
    with ScriptedLists() as server:
        scripted = at_lists(scene, server)
        outcome = scripted.desk.create(FOLDER, scripted.connection, scripted.token)
        server.rows = [{"id": "17", "name": FOLDER.name, "createTime": made_at}]
        finding = scripted.find(outcome.attempt_id)
    assert finding.ending is Resolution.CANNOT_TELL


# Several attempts ----------------------------------------------------------------------------------------------------


def test_one_new_thing_for_two_attempts_cannot_tell(scene):
    scene.snapshot_list(MANUAL)
    attempts = [scene.lose(MANUAL), scene.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)]
    finding = scene.find(*attempts)
    require_undecided(scene, finding, *attempts)
    assert [found.listed.id for found in finding.candidates] == scene.made()


def test_three_new_things_for_two_attempts_cannot_tell(scene):
    scene.snapshot_list(MANUAL)
    attempts = [scene.lose(MANUAL), scene.lose(MANUAL)]
    scene.elsewhere(MANUAL)
    finding = scene.find(*attempts)
    require_undecided(scene, finding, *attempts)
    assert [found.listed.id for found in finding.candidates] == scene.made()


def test_two_new_things_for_one_attempt_cannot_tell(scene):
    scene.snapshot_list(MANUAL)
    attempt_id = scene.lose(MANUAL)
    scene.elsewhere(MANUAL)
    require_undecided(scene, scene.find(attempt_id), attempt_id)


def test_what_was_there_before_the_second_attempt_is_not_its_own(scene):
    scene.snapshot_list(MANUAL)
    first = scene.lose(MANUAL)
    scene.elsewhere(MANUAL)
    scene.snapshot_list(MANUAL)
    second = scene.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    finding = scene.find(first, second)
    require_undecided(scene, finding, first, second)
    assert len(finding.candidates) == 2


@pytest.mark.parametrize(
    "other",
    [
        replace(COLLECTION, scope_kind="2"),
        replace(COLLECTION, scope_parent_folder_id="8"),
        replace(COLLECTION, name="With a name"),
    ],
)
def test_requests_that_the_list_cannot_tell_apart_are_not_told_apart(scene, other):
    scene.snapshot_list(COLLECTION)
    attempts = [scene.lose(COLLECTION), scene.lose(other)]
    finding = scene.find(*attempts)
    require_undecided(scene, finding, *attempts)
    assert len(finding.candidates) == 2


def test_what_one_look_showed_and_the_last_does_not_is_not_ruled_out(scene):
    attempt_id = scene.lose(MANUAL)
    (first,) = scene.desk.look([attempt_id], scene.connection, scene.token)
    assert first.ending is None
    scene.sandbox.inject(Fault.LIST_LAG, times=10, seconds=3600)
    finding = scene.find(attempt_id)
    require_undecided(scene, finding, attempt_id)
    assert doubts_of(finding)[-1] == "The list showed it a moment ago, and does not now."


def test_the_evidence_says_how_many_for_how_many(scene):
    first = scene.lose(MANUAL)
    assert scene.find(first).evidence.values["count"] == 1
    second = scene.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    evidence = scene.find(first, second).evidence
    assert (evidence.values["count"], evidence.values["requests"]) == (1, 2)


def test_one_thing_is_not_taken_for_what_two_have_made(scene):
    other = replace(FOLDER, container_id=OTHER_SPACE)
    with ScriptedLists() as server:
        scripted = at_lists(scene, server)
        scripted.snapshot_list(FOLDER)
        first = scripted.desk.create(FOLDER, scripted.connection, scripted.token).attempt_id
        server.rows = [{"id": "17", "name": FOLDER.name, "containerId": OTHER_SPACE}]
        scripted.snapshot_list(FOLDER)
        second = scripted.desk.create(other, scripted.connection, scripted.token, again=True).attempt_id
        server.rows = [*server.rows, {"id": "18", "name": FOLDER.name}]
        finding = scripted.find(first, second)
    require_undecided(scene, finding, first, second)
