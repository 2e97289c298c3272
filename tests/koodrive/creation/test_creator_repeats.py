"""Creates that come again: after a wrong clock, after a name that is taken, and after "too many"."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from lost_answer_fixtures import CREATES, FOLDER, KINDS, LISTS, MANUAL, scene_in
from scripted_server import ScriptedServer, reply

from koodrive.api import serialization
from koodrive.core.deadline import Cancellation
from koodrive.creation.findings import Resolution
from koodrive.errors import DuplicateRequestError, InvalidRequestError, JournalError
from koodrive.messages import Message
from koodrive.models import Connection, OutcomeKind
from koodrive.sandbox import Fault


def create(scene, request, **more):
    return scene.desk.create(request, scene.connection, scene.token, **more)


# The clock -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("minutes", [16, -5, -16])
def test_c16_a_wrong_clock_costs_one_refusal_and_no_second_effect(tmp_path, kind, minutes):
    with scene_in(tmp_path, lambda: time.time() + 60 * minutes) as scene:
        request = scene.request(kind)
        outcome = create(scene, request)
        (made,) = scene.made()
        first, second = scene.rows()
    assert outcome.kind is OutcomeKind.CREATED
    assert outcome.created.result_id == made
    assert outcome.attempt_id == second.attempt_id
    assert (first.outcome, second.outcome) == (OutcomeKind.REFUSED, OutcomeKind.CREATED)
    assert first.body == second.body == serialization.to_json(request)
    assert first.trace_id != second.trace_id == outcome.trace_id
    assert scene.posts() == 2


@pytest.mark.parametrize(("minutes", "posts"), [(5, 4), (16, 4), (-5, 3), (-16, 4)])
def test_c16_the_clock_is_remarked_once(tmp_path, minutes, posts):
    with scene_in(tmp_path, lambda: time.time() - 60 * minutes) as scene:
        remarks = [create(scene, replace(MANUAL, name=f"Album {number}")).remark for number in range(3)]
        assert len(scene.made()) == 3
        assert scene.posts() == posts
    said = remarks[0]
    assert ("fast" if minutes > 0 else "slow") in said
    # To the second, give or take what an answer needs.
    assert abs(60 * said.values["minutes"] + said.values["seconds"] - 60 * abs(minutes)) <= 3
    assert remarks[1:] == [None, None]


def test_c16_a_clock_that_is_right_is_not_mentioned(scene):
    assert create(scene, MANUAL).remark is None


@pytest.mark.parametrize(
    ("body", "posts"),
    [
        (b'{"code": 401, "msg": "X-Date"}', 2),
        (b'{"error_code": "APIGW.0301", "error_msg": "X-Date"}', 2),
        (b"", 1),
        (b"<html>Sign in to the hotel</html>", 1),
        (b'{"msg": "X-Date"}', 1),
    ],
)
def test_c16_without_a_code_of_the_service_nothing_is_sent_again(scene, body, posts):
    date = f"Date: {format_datetime(datetime.now(UTC) - timedelta(minutes=20), usegmt=True)}"
    with ScriptedServer(reply(401, body, date)) as server:
        scene.connection = Connection("c2", "Other", server.url, "17", "bearer", "en-US")
        outcome = create(scene, MANUAL)
        assert len(server.requests) == posts
    assert outcome.kind is OutcomeKind.REFUSED
    assert [row.outcome for row in scene.rows()] == [OutcomeKind.REFUSED] * posts


def test_c16_it_is_sent_again_once_and_not_for_ever(scene):
    def late(connection) -> None:
        # A service whose clock goes backwards by an hour with every answer.
        hours = len(server.requests)
        date = format_datetime(datetime.now(UTC) - timedelta(hours=hours), usegmt=True)
        reply(401, b'{"code": 401}', f"Date: {date}")(connection)

    with ScriptedServer(late) as server:
        scene.connection = Connection("c2", "Other", server.url, "17", "bearer", "en-US")
        assert create(scene, MANUAL).kind is OutcomeKind.REFUSED
        assert len(server.requests) == 2
    assert len(scene.rows()) == 2


def test_c16_an_answer_that_is_lost_at_the_second_time_is_unknown(tmp_path):
    with scene_in(tmp_path, lambda: time.time() + 16 * 60) as scene:
        scene.sandbox.inject(Fault.IDLE_CLOSE, path=CREATES["album"])
        scene.sandbox.inject(Fault.COMMIT_THEN_DROP, path=CREATES["album"])
        outcome = create(scene, MANUAL)
        assert outcome.kind is OutcomeKind.UNKNOWN
        assert [row.outcome for row in scene.rows()] == [OutcomeKind.REFUSED, OutcomeKind.UNKNOWN]
        assert len(scene.made()) == 1


def test_c16_who_has_cancelled_is_not_sent_again(tmp_path):
    with scene_in(tmp_path, lambda: time.time() + 16 * 60) as scene:
        wish = Cancellation()
        client = scene.desk.client(scene.connection, scene.token)
        client.clock.listen(wish.cancel)
        outcome = create(scene, MANUAL, cancellation=wish)
        assert outcome.kind in {OutcomeKind.REFUSED, OutcomeKind.UNKNOWN}
        assert scene.posts() == 1
        assert scene.made() == []


def test_c16_the_same_that_was_asked_for_in_between_is_not_made_twice(tmp_path, monkeypatch):
    with scene_in(tmp_path, lambda: time.time() + 16 * 60) as scene:
        settle = scene.desk.journal.attempts.settle

        def settle_and_ask_again(attempt_id, settlement):
            settle(attempt_id, settlement)
            monkeypatch.setattr(scene.desk.journal.attempts, "settle", settle)
            assert create(scene, MANUAL).kind is OutcomeKind.CREATED

        monkeypatch.setattr(scene.desk.journal.attempts, "settle", settle_and_ask_again)
        with pytest.raises(DuplicateRequestError):
            create(scene, MANUAL)
        assert len(scene.made()) == 1


@pytest.mark.usefixtures("press_looks")
def test_c62_the_list_is_looked_at_again_before_the_second_request(tmp_path, monkeypatch):
    with scene_in(tmp_path, lambda: time.time() + 16 * 60) as scene:
        # The first look is no help: it is left without an answer, and so the create is the first to learn the time.
        scene.sandbox.inject(Fault.DROP_BEFORE_COMMIT, path=LISTS["album"])
        settle, made = scene.desk.journal.attempts.settle, []

        def settle_after_a_colleague(attempt_id, settlement):
            made.append(scene.elsewhere(MANUAL))
            return settle(attempt_id, settlement)

        monkeypatch.setattr(scene.desk.journal.attempts, "settle", settle_after_a_colleague)
        with pytest.raises(DuplicateRequestError) as caught:
            create(scene, MANUAL)
        assert caught.value.object_id == made[0]["id"]
        assert [row.outcome for row in scene.rows()] == [OutcomeKind.REFUSED]


def test_c16_without_a_second_intent_there_is_no_second_request(tmp_path, monkeypatch):
    with scene_in(tmp_path, lambda: time.time() + 16 * 60) as scene:
        begin, begun = scene.desk.journal.attempts.begin, []

        def begin_once(**values):
            begun.append(values)
            if len(begun) == 2:
                raise JournalError(Message("No"), Message("The disk is full."))
            return begin(**values)

        monkeypatch.setattr(scene.desk.journal.attempts, "begin", begin_once)
        with pytest.raises(JournalError):
            create(scene, MANUAL)
        assert scene.posts() == 1
        assert scene.rows()[0].outcome is OutcomeKind.REFUSED


# A name that is taken ------------------------------------------------------------------------------------------------


def test_c08_the_name_is_probably_taken_by_our_own_first_attempt(scene):
    first = scene.lose(FOLDER)
    outcome = create(scene, FOLDER, again=True)
    assert outcome.kind is OutcomeKind.REFUSED
    assert outcome.code == "13000405"
    assert outcome.name_conflict_id == first
    assert "your own" in outcome.message
    assert scene.attempt(first).outcome is OutcomeKind.UNKNOWN, "nothing is adopted without a look"
    assert scene.find(first).adopted == ((first, scene.made()[0]),)
    assert len(scene.made()) == 1


def test_c08_what_others_have_taken_is_a_plain_refusal(scene):
    scene.elsewhere(FOLDER)
    outcome = create(scene, FOLDER)
    assert outcome.kind is OutcomeKind.REFUSED
    assert outcome.name_conflict_id is None


@pytest.mark.parametrize("lost", [MANUAL, replace(FOLDER, name="Another")])
def test_c08_another_lost_answer_has_nothing_to_do_with_it(scene, lost):
    scene.elsewhere(FOLDER)
    scene.lose(lost)
    assert create(scene, FOLDER).name_conflict_id is None


def test_c08_the_latest_of_several_is_named(scene):
    lost = [scene.lose(FOLDER), scene.lose(FOLDER, Fault.DROP_BEFORE_COMMIT)]
    assert create(scene, FOLDER, again=True).name_conflict_id == lost[1]


def test_c08_the_whole_way_from_a_lost_answer_to_one_folder(scene):
    first = scene.lose(FOLDER)
    with pytest.raises(DuplicateRequestError):
        create(scene, FOLDER)
    create(scene, FOLDER, again=True)
    assert scene.find(first).ending is Resolution.DONE
    assert create(scene, replace(FOLDER, name="Another")).kind is OutcomeKind.CREATED
    assert [effect["name"] for effect in scene.sandbox.effects()] == [FOLDER.name, "Another"]


# An ID that came before ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("request_", "body", "word"),
    [
        (MANUAL, b'{"albumId": "1805929618625036417", "code": 0}', "existing album"),
        (
            FOLDER,
            b'{"id": "1805929618625036417", "code": 0, "data": {"id": "1805929618625036417"}}',
            "existing folder",
        ),
    ],
)
def test_c41_an_id_that_the_history_has_is_told_as_such(scene, request_, body, word):
    with ScriptedServer(reply(200, body)) as server:
        scene.connection = Connection("c2", "Other", server.url, "17", "bearer", "en-US")
        first = create(scene, request_)
        second = create(scene, replace(request_, name="Another"))
        third = create(scene, request_, again=True)
    assert first.remark is None
    for outcome in (second, third):
        assert outcome.kind is OutcomeKind.CREATED
        assert word in outcome.remark
        assert f"“{request_.name}”" in outcome.remark
        assert outcome.remark == scene.attempt(outcome.attempt_id).note


# Too many, and the rest ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("fault", "seconds"), [(Fault.THROTTLED, 3.0), (Fault.THROTTLED_NO_HEADER, 5.0)])
def test_c31_too_many_is_refused_with_the_time_to_wait(scene, fault, seconds):
    scene.sandbox.inject(fault)
    outcome = create(scene, MANUAL)
    assert outcome.kind is OutcomeKind.REFUSED
    assert outcome.retry_after == seconds
    assert outcome.code == "APIG.0308"
    assert scene.posts() == 1
    assert create(scene, MANUAL).kind is OutcomeKind.CREATED
    assert len(scene.made()) == 1


def test_only_too_many_has_a_time_to_wait(scene):
    scene.sandbox.inject(Fault.NONZERO_CODE)
    assert create(scene, MANUAL).retry_after is None


@pytest.mark.parametrize(
    ("fault", "is_needed"),
    [(Fault.EXPIRED_TOKEN, True), (Fault.EXPIRED_TOKEN_200, True), (Fault.NONZERO_CODE, False)],
)
def test_a_token_that_was_refused_asks_for_another(scene, fault, is_needed):
    scene.sandbox.inject(fault)
    assert create(scene, MANUAL).is_sign_in_needed is is_needed


def test_problems_come_before_questions(scene):
    scene.lose(MANUAL)
    with pytest.raises(InvalidRequestError):
        create(scene, replace(MANUAL, name=""))


def test_nothing_is_read_before_a_create(scene):
    create(scene, MANUAL)
    assert scene.lists_read() == 0
    assert {request.path for request in scene.sandbox.requests()} == {CREATES["album"]}
