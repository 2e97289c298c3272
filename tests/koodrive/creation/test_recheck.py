"""What seemed not to have been made may be made late: sending it again is held back then, and nothing is doubled."""

from __future__ import annotations

import pytest
from lost_answer_fixtures import CREATES, FOLDER, KINDS, LISTS, MANUAL

from koodrive.api import serialization
from koodrive.creation.findings import Resolution
from koodrive.errors import DuplicateRequestError
from koodrive.models import OutcomeKind
from koodrive.sandbox import Fault


def ruled_out(scene, request) -> int:
    """Let a request be lost that makes nothing, and the resolver say so."""
    scene.snapshot_list(request)
    attempt_id = scene.lose(request, Fault.DROP_BEFORE_COMMIT)
    assert scene.find(attempt_id).ending is Resolution.NOT_DONE
    return attempt_id


def create(scene, request, *, again=False):
    return scene.desk.create(request, scene.connection, scene.token, again=again)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_made_after_the_last_look_is_not_made_a_second_time(scene, kind):
    request = scene.request(kind)
    attempt_id = ruled_out(scene, request)
    made = scene.elsewhere(request)
    posts = scene.posts()
    with pytest.raises(DuplicateRequestError) as refusal:
        create(scene, request)
    assert refusal.value.attempt_id == attempt_id
    assert refusal.value.object_id is None
    assert scene.posts() == posts
    assert scene.made() == [made["id"]]
    attempt = scene.attempt(attempt_id)
    assert attempt.outcome is OutcomeKind.UNKNOWN
    assert attempt.title == "It may have been made after all"
    assert made["id"] in attempt.note


def test_c02_a_create_that_takes_effect_after_the_last_look_gets_its_id_in_the_end(scene):
    scene.snapshot_list(MANUAL)
    scene.sandbox.inject(Fault.LATE_COMMIT, seconds=0.3, path=CREATES["album"])
    attempt_id = create(scene, MANUAL).attempt_id
    assert scene.find(attempt_id, pauses=()).ending is Resolution.NOT_DONE
    # Wait for the effect, not for a time.
    while not scene.made():
        scene.sandbox.inject(Fault.SLOW, seconds=0.05, path=LISTS["album"])
        scene.snapshot_list(MANUAL)
    with pytest.raises(DuplicateRequestError):
        create(scene, MANUAL)
    finding = scene.find(attempt_id)
    assert dict(finding.adopted) == {attempt_id: scene.made()[0]}
    assert len(scene.made()) == 1


def test_where_nothing_has_appeared_it_is_sent(scene):
    ruled_out(scene, MANUAL)
    assert create(scene, MANUAL).kind is OutcomeKind.CREATED
    assert len(scene.made()) == 1


def test_whoever_wants_one_more_gets_it(scene):
    attempt_id = ruled_out(scene, MANUAL)
    scene.elsewhere(MANUAL)
    lists_read = scene.lists_read()
    assert create(scene, MANUAL, again=True).kind is OutcomeKind.CREATED
    assert scene.lists_read() == lists_read
    assert scene.attempt(attempt_id).outcome is OutcomeKind.REFUSED


def test_without_such_an_attempt_no_list_is_read(scene):
    create(scene, MANUAL)
    assert scene.lists_read() == 0


def test_what_was_there_before_does_not_count(scene):
    scene.elsewhere(MANUAL)
    ruled_out(scene, MANUAL)
    with pytest.raises(DuplicateRequestError, match="has one of this name"):
        create(scene, MANUAL)


@pytest.mark.parametrize(
    "fault", [Fault.ERROR_BEFORE_COMMIT, Fault.HTML, Fault.THROTTLED, Fault.DROP_BEFORE_COMMIT]
)
def test_a_list_that_cannot_be_read_is_a_reason_to_ask(scene, fault):
    attempt_id = ruled_out(scene, MANUAL)
    scene.sandbox.inject(fault, path=LISTS["album"])
    posts = scene.posts()
    with pytest.raises(DuplicateRequestError, match="could not read"):
        create(scene, MANUAL)
    assert scene.posts() == posts
    assert scene.attempt(attempt_id).outcome is OutcomeKind.REFUSED


def test_a_token_that_is_refused_is_told_by_the_create(scene):
    ruled_out(scene, MANUAL)
    scene.sandbox.inject(Fault.EXPIRED_TOKEN, times=2)
    outcome = create(scene, MANUAL)
    assert outcome.is_sign_in_needed
    assert scene.made() == []


def test_c08_a_name_taken_by_a_late_effect_is_recognised(scene):
    attempt_id = ruled_out(scene, FOLDER)
    made = scene.elsewhere(FOLDER)
    # The list still lags behind, so only the service itself knows.
    scene.sandbox.inject(Fault.LIST_LAG, times=2, seconds=3600, path=LISTS[serialization.kind_of(FOLDER)])
    outcome = create(scene, FOLDER)
    assert outcome.kind is OutcomeKind.REFUSED
    assert outcome.name_conflict_id == attempt_id
    assert scene.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN
    assert scene.find(attempt_id).adopted == ((attempt_id, made["id"]),)


def test_the_history_keeps_the_whole_course(scene):
    attempt_id = ruled_out(scene, MANUAL)
    scene.elsewhere(MANUAL)
    with pytest.raises(DuplicateRequestError):
        create(scene, MANUAL)
    scene.find(attempt_id)
    note = scene.attempt(attempt_id).note
    for part in ("The connection was lost", "is not in it", "Opened again", "Found in the service's list"):
        assert part in note
