"""Creates that come again: after a wrong clock, after a name that is taken, and after "too many"."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from lost_answer_fixtures import CREATES, FOLDER, KINDS, LISTS, MANUAL, driver_in
from scripted_server import ScriptedServer, reply

from koodrive.api import serialization
from koodrive.core.deadline import Cancellation
from koodrive.creation.findings import Resolution
from koodrive.errors import DuplicateRequestError, InvalidRequestError, JournalError
from koodrive.messages import Message
from koodrive.models import Connection, OutcomeKind
from koodrive.sandbox import Fault


def create(driver, request, **more):
    return driver.backend.create(request, driver.connection, driver.token, **more)


# The clock -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("minutes", [16, -5, -16])
def test_c16_a_wrong_clock_costs_one_refusal_and_no_second_effect(tmp_path, kind, minutes):
    with driver_in(tmp_path, lambda: time.time() + 60 * minutes) as driver:
        request = driver.request(kind)
        outcome = create(driver, request)
        (made,) = driver.made()
        first, second = driver.rows()
    assert outcome.kind is OutcomeKind.CREATED
    assert outcome.created.result_id == made
    assert outcome.attempt_id == second.attempt_id
    assert (first.outcome, second.outcome) == (OutcomeKind.REFUSED, OutcomeKind.CREATED)
    assert first.body == second.body == serialization.to_json(request)
    assert first.trace_id != second.trace_id == outcome.trace_id
    assert driver.posts() == 2


@pytest.mark.parametrize(("minutes", "posts"), [(5, 4), (16, 4), (-5, 3), (-16, 4)])
def test_c16_the_clock_is_remarked_once(tmp_path, minutes, posts):
    with driver_in(tmp_path, lambda: time.time() - 60 * minutes) as driver:
        remarks = [create(driver, replace(MANUAL, name=f"Album {number}")).remark for number in range(3)]
        assert len(driver.made()) == 3
        assert driver.posts() == posts
    said = remarks[0]
    assert ("fast" if minutes > 0 else "slow") in said
    # To the second, give or take what an answer needs.
    offset = said.values["first"].values
    assert abs(60 * offset["minutes"] + offset["seconds"] - 60 * abs(minutes)) <= 3
    assert remarks[1:] == [None, None]


def test_c16_a_clock_that_is_right_is_not_mentioned(driver):
    assert create(driver, MANUAL).remark is None


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
def test_c16_without_a_code_of_the_service_nothing_is_sent_again(driver, body, posts):
    date = f"Date: {format_datetime(datetime.now(UTC) - timedelta(minutes=20), usegmt=True)}"
    with ScriptedServer(reply(401, body, date)) as server:
        driver.connection = Connection("c2", "Other", server.url, "17", "bearer", "en-US")
        outcome = create(driver, MANUAL)
        assert len(server.requests) == posts
    assert outcome.kind is OutcomeKind.REFUSED
    assert [row.outcome for row in driver.rows()] == [OutcomeKind.REFUSED] * posts


def test_c16_it_is_sent_again_once_and_not_for_ever(driver):
    def late(connection) -> None:
        # A service whose clock goes backwards by an hour with every answer.
        hours = len(server.requests)
        date = format_datetime(datetime.now(UTC) - timedelta(hours=hours), usegmt=True)
        reply(401, b'{"code": 401}', f"Date: {date}")(connection)

    with ScriptedServer(late) as server:
        driver.connection = Connection("c2", "Other", server.url, "17", "bearer", "en-US")
        assert create(driver, MANUAL).kind is OutcomeKind.REFUSED
        assert len(server.requests) == 2
    assert len(driver.rows()) == 2


def test_c16_an_answer_that_is_lost_at_the_second_time_is_unknown(tmp_path):
    with driver_in(tmp_path, lambda: time.time() + 16 * 60) as driver:
        driver.sandbox.inject(Fault.IDLE_CLOSE, path=CREATES["album"])
        driver.sandbox.inject(Fault.COMMIT_THEN_DROP, path=CREATES["album"])
        outcome = create(driver, MANUAL)
        assert outcome.kind is OutcomeKind.UNKNOWN
        assert [row.outcome for row in driver.rows()] == [OutcomeKind.REFUSED, OutcomeKind.UNKNOWN]
        assert len(driver.made()) == 1


def test_c16_who_has_cancelled_is_not_sent_again(tmp_path, monkeypatch):
    with driver_in(tmp_path, lambda: time.time() + 16 * 60) as driver:
        wish = Cancellation()
        client = driver.backend.clients.client(driver.connection, driver.token)
        observe = client.clock.observe
        monkeypatch.setattr(client.clock, "observe", lambda *answer: (observe(*answer), wish.cancel())[0])
        outcome = create(driver, MANUAL, cancellation=wish)
        assert outcome.kind in {OutcomeKind.REFUSED, OutcomeKind.UNKNOWN}
        assert driver.posts() == 1
        assert driver.made() == []


def test_c16_the_same_that_was_asked_for_in_between_is_not_made_twice(tmp_path, monkeypatch):
    with driver_in(tmp_path, lambda: time.time() + 16 * 60) as driver:
        settle = driver.backend.journal.attempts.settle

        def settle_and_ask_again(attempt_id, settlement):
            settle(attempt_id, settlement)
            monkeypatch.setattr(driver.backend.journal.attempts, "settle", settle)
            assert create(driver, MANUAL).kind is OutcomeKind.CREATED

        monkeypatch.setattr(driver.backend.journal.attempts, "settle", settle_and_ask_again)
        with pytest.raises(DuplicateRequestError):
            create(driver, MANUAL)
        assert len(driver.made()) == 1


@pytest.mark.usefixtures("press_looks")
def test_c62_the_list_is_looked_at_again_before_the_second_request(tmp_path, monkeypatch):
    with driver_in(tmp_path, lambda: time.time() + 16 * 60) as driver:
        # The first look is no help: it is left without an answer, and so the create is the first to learn the time.
        driver.sandbox.inject(Fault.DROP_BEFORE_COMMIT, path=LISTS["album"])
        settle, made = driver.backend.journal.attempts.settle, []

        def settle_after_a_colleague(attempt_id, settlement):
            made.append(driver.elsewhere(MANUAL))
            return settle(attempt_id, settlement)

        monkeypatch.setattr(driver.backend.journal.attempts, "settle", settle_after_a_colleague)
        with pytest.raises(DuplicateRequestError) as caught:
            create(driver, MANUAL)
        assert caught.value.object_id == made[0]["id"]
        assert [row.outcome for row in driver.rows()] == [OutcomeKind.REFUSED]


def test_c16_without_a_second_intent_there_is_no_second_request(tmp_path, monkeypatch):
    with driver_in(tmp_path, lambda: time.time() + 16 * 60) as driver:
        begin, begun = driver.backend.journal.attempts.begin, []

        def begin_once(**values):
            begun.append(values)
            if len(begun) == 2:
                raise JournalError(Message("No"), Message("The disk is full."))
            return begin(**values)

        monkeypatch.setattr(driver.backend.journal.attempts, "begin", begin_once)
        with pytest.raises(JournalError):
            create(driver, MANUAL)
        assert driver.posts() == 1
        assert driver.rows()[0].outcome is OutcomeKind.REFUSED


# A name that is taken ------------------------------------------------------------------------------------------------


def test_c08_the_name_is_probably_taken_by_our_own_first_attempt(driver):
    first = driver.lose(FOLDER)
    outcome = create(driver, FOLDER, again=True)
    assert outcome.kind is OutcomeKind.REFUSED
    assert outcome.code == "13000405"
    assert outcome.name_conflict_id == first
    assert "your own" in outcome.message
    assert driver.attempt(first).outcome is OutcomeKind.UNKNOWN, "nothing is adopted without a look"
    assert driver.find(first).adopted == ((first, driver.made()[0]),)
    assert len(driver.made()) == 1


def test_c08_what_others_have_taken_is_a_plain_refusal(driver):
    driver.elsewhere(FOLDER)
    outcome = create(driver, FOLDER)
    assert outcome.kind is OutcomeKind.REFUSED
    assert outcome.name_conflict_id is None


@pytest.mark.parametrize("lost", [MANUAL, replace(FOLDER, name="Another")])
def test_c08_another_lost_answer_has_nothing_to_do_with_it(driver, lost):
    driver.elsewhere(FOLDER)
    driver.lose(lost)
    assert create(driver, FOLDER).name_conflict_id is None


def test_c08_the_latest_of_several_is_named(driver):
    lost = [driver.lose(FOLDER), driver.lose(FOLDER, Fault.DROP_BEFORE_COMMIT)]
    assert create(driver, FOLDER, again=True).name_conflict_id == lost[1]


def test_c08_the_whole_way_from_a_lost_answer_to_one_folder(driver):
    first = driver.lose(FOLDER)
    with pytest.raises(DuplicateRequestError):
        create(driver, FOLDER)
    create(driver, FOLDER, again=True)
    assert driver.find(first).ending is Resolution.DONE
    assert create(driver, replace(FOLDER, name="Another")).kind is OutcomeKind.CREATED
    assert [effect["name"] for effect in driver.sandbox.effects()] == [FOLDER.name, "Another"]


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
def test_c41_an_id_that_the_history_has_is_told_as_such(driver, request_, body, word):
    with ScriptedServer(reply(200, body)) as server:
        driver.connection = Connection("c2", "Other", server.url, "17", "bearer", "en-US")
        first = create(driver, request_)
        second = create(driver, replace(request_, name="Another"))
        third = create(driver, request_, again=True)
    assert first.remark is None
    for outcome in (second, third):
        assert outcome.kind is OutcomeKind.CREATED
        assert word in outcome.remark
        assert f"“{request_.name}”" in outcome.remark
        assert outcome.remark == driver.attempt(outcome.attempt_id).note


# Too many, and the rest ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("fault", "seconds"), [(Fault.THROTTLED, 3.0), (Fault.THROTTLED_NO_HEADER, 5.0)])
def test_c31_too_many_is_refused_with_the_time_to_wait(driver, fault, seconds):
    driver.sandbox.inject(fault)
    outcome = create(driver, MANUAL)
    assert outcome.kind is OutcomeKind.REFUSED
    assert outcome.retry_after == seconds
    assert outcome.code == "APIG.0308"
    assert driver.posts() == 1
    assert create(driver, MANUAL).kind is OutcomeKind.CREATED
    assert len(driver.made()) == 1


def test_only_too_many_has_a_time_to_wait(driver):
    driver.sandbox.inject(Fault.NONZERO_CODE)
    assert create(driver, MANUAL).retry_after is None


@pytest.mark.parametrize(
    ("fault", "is_needed"),
    [(Fault.EXPIRED_TOKEN, True), (Fault.EXPIRED_TOKEN_200, True), (Fault.NONZERO_CODE, False)],
)
def test_a_token_that_was_refused_asks_for_another(driver, fault, is_needed):
    driver.sandbox.inject(fault)
    assert create(driver, MANUAL).is_sign_in_needed is is_needed


def test_problems_come_before_questions(driver):
    driver.lose(MANUAL)
    with pytest.raises(InvalidRequestError):
        create(driver, replace(MANUAL, name=""))


def test_nothing_is_read_before_a_create(driver):
    create(driver, MANUAL)
    assert driver.lists_read() == 0
    assert {request.path for request in driver.sandbox.requests()} == {CREATES["album"]}
