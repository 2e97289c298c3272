"""What people decide where the lists do not: written down as theirs, and never against what is known."""

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
def test_a_candidate_that_is_recognised_is_adopted(scene, request_):
    attempt_id = scene.lose(request_)
    (candidate,) = scene.find(attempt_id).candidates
    scene.desk.resolver.adopt(attempt_id, candidate, scene.connection)
    attempt = scene.attempt(attempt_id)
    assert attempt.outcome is OutcomeKind.CREATED
    assert attempt.result_id == scene.made()[0]
    assert attempt.note.count("Chosen by you")
    assert scene.resolve(attempt_id) == ()


def test_a_folder_that_is_recognised_brings_its_group_along(scene):
    scene.elsewhere(FOLDER, created_at=scene_time(scene) - 3600)
    attempt_id = scene.lose(FOLDER, Fault.DROP_BEFORE_COMMIT)
    (candidate,) = scene.find(attempt_id).candidates
    scene.desk.resolver.adopt(attempt_id, candidate, scene.connection)
    (effect,), attempt = scene.sandbox.effects(), scene.attempt(attempt_id)
    assert (attempt.file_id, attempt.group_id) == (effect["shareFolderFileId"], effect["groupId"])


def scene_time(scene) -> float:
    """Return the time of a new attempt, in seconds since 1970."""
    scene.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    return scene.rows()[-1].started_at.timestamp()


def test_two_attempts_share_the_candidates_one_by_one(scene):
    attempts = [scene.lose(MANUAL), scene.lose(MANUAL)]
    first, second = scene.find(*attempts).candidates
    scene.desk.resolver.adopt(attempts[1], first, scene.connection)
    with pytest.raises(JournalError):
        scene.desk.resolver.adopt(attempts[0], first, scene.connection)
    assert scene.attempt(attempts[0]).outcome is OutcomeKind.UNKNOWN
    (left,) = scene.find(attempts[0]).candidates
    assert left.listed == second.listed
    scene.desk.resolver.adopt(attempts[0], left, scene.connection)
    assert {row.result_id for row in scene.rows()} == set(scene.made())


def test_what_another_attempt_has_made_cannot_be_adopted(scene):
    created = scene.desk.create(MANUAL, scene.connection, scene.token)
    attempt_id = scene.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    candidate = Candidate(Album(created.created.album_id, MANUAL.name))
    with pytest.raises(JournalError, match=created.created.album_id):
        scene.desk.resolver.adopt(attempt_id, candidate, scene.connection)
    assert scene.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN


def test_nothing_was_made_say_people(scene):
    scene.elsewhere(MANUAL)
    attempt_id = scene.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    assert scene.find(attempt_id).ending is Resolution.CANNOT_TELL
    scene.desk.resolver.declare_not_made(attempt_id)
    attempt = scene.attempt(attempt_id)
    assert attempt.outcome is OutcomeKind.REFUSED
    assert attempt.title == "It was not made"
    assert attempt.note.count("You decided at")
    assert scene.resolve(attempt_id) == ()


def test_after_one_of_two_is_declared_the_other_is_clear(scene):
    scene.snapshot_list(MANUAL)
    attempts = [scene.lose(MANUAL), scene.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)]
    assert scene.find(*attempts).ending is Resolution.CANNOT_TELL
    scene.desk.resolver.declare_not_made(attempts[1])
    assert scene.find(attempts[0]).adopted == ((attempts[0], scene.made()[0]),)


@pytest.mark.parametrize("decide", ["adopt", "declare_not_made"])
@pytest.mark.parametrize("state", ["created", "refused", "missing"])
def test_what_is_decided_stays_decided(scene, decide, state):
    if state == "created":
        attempt_id = scene.desk.create(MANUAL, scene.connection, scene.token).attempt_id
    elif state == "refused":
        scene.sandbox.inject(Fault.NONZERO_CODE)
        attempt_id = scene.desk.create(MANUAL, scene.connection, scene.token).attempt_id
    else:
        attempt_id = 4711
    before = scene.rows()
    with pytest.raises(JournalError):
        _decide(scene, decide, attempt_id)
    assert scene.rows() == before


@pytest.mark.parametrize("decide", ["adopt", "declare_not_made"])
def test_what_is_under_way_is_nothing_to_decide_about(scene, decide):
    wish = Cancellation()
    scene.sandbox.inject(Fault.HANG, seconds=30)
    sending = in_thread(lambda: scene.desk.create(MANUAL, scene.connection, scene.token, wish))
    while not scene.posts():
        threading.Event().wait(0.01)
    with pytest.raises(JournalError):
        _decide(scene, decide, scene.rows()[0].attempt_id)
    assert scene.rows()[0].outcome is OutcomeKind.SENDING
    wish.cancel()
    sending.join()
    assert scene.rows()[0].outcome is OutcomeKind.UNKNOWN


def _decide(scene, decide: str, attempt_id: int) -> None:
    if decide == "adopt":
        scene.desk.resolver.adopt(attempt_id, Candidate(Album("17", MANUAL.name)), scene.connection)
    else:
        scene.desk.resolver.declare_not_made(attempt_id)


def test_a_decision_may_be_made_before_the_search_ends(scene):
    attempt_id = scene.lose(MANUAL)
    (first,) = scene.desk.look([attempt_id], scene.connection, scene.token)
    scene.desk.resolver.adopt(attempt_id, first.candidates[0], scene.connection)
    assert scene.resolve(attempt_id) == ()


def test_what_people_decided_leads_the_shield(scene):
    attempt_id = scene.lose(MANUAL, Fault.DROP_BEFORE_COMMIT)
    with pytest.raises(DuplicateRequestError) as caught:
        scene.desk.create(MANUAL, scene.connection, scene.token)
    assert caught.value.attempt_id == attempt_id
    scene.desk.resolver.declare_not_made(attempt_id)
    assert scene.desk.create(MANUAL, scene.connection, scene.token).kind is OutcomeKind.CREATED
