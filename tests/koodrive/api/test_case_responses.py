"""C-10, C-31 and C-32: answers that cannot be trusted, that want a pause, or that never end, on real sockets."""

from __future__ import annotations

import gzip
import json
import threading
import time
import tracemalloc
from dataclasses import replace

import pytest
from client_calls import ALBUM, client
from lost_answer_fixtures import CREATES, FOLDER, MANUAL, LostAnswerDriver, in_thread
from scripted_server import ScriptedServer, reply

from koodrive.api import transport as transport_module
from koodrive.api.claims import lead_id
from koodrive.api.transport import ANSWER_CAP_BYTES, Timeouts
from koodrive.core.deadline import Cancellation
from koodrive.creation.findings import Resolution
from koodrive.errors import DuplicateRequestError, OutcomeUnknownError
from koodrive.models import Connection, OutcomeKind
from koodrive.sandbox import SANDBOX_USER_ID, Fault, fake_answers
from koodrive.sandbox.messages import Response

MADE_BUT_NOT_TOLD = [
    Fault.HTML,
    Fault.WRONG_JSON,
    Fault.NOT_JSON_OBJECT,
    Fault.MISSING_ID,
    Fault.NUMERIC_ID,
    Fault.EMPTY_ID,
    Fault.NULL_ID,
    Fault.DUPLICATE_KEYS,
    Fault.NAN,
    Fault.TRUNCATED,
    Fault.LONG_LENGTH,
    Fault.BIG_BODY,
    Fault.GZIP_BOMB,
]


def create(driver, request=MANUAL, **more):
    return driver.backend.create(request, driver.connection, driver.token, **more)


@pytest.mark.parametrize("request_", [MANUAL, FOLDER])
@pytest.mark.parametrize("fault", MADE_BUT_NOT_TOLD)
def test_c10_what_such_an_answer_hides_is_found_and_is_there_once(driver, fault, request_):
    driver.snapshot_list(request_)
    attempt_id = driver.lose(request_, fault)
    assert driver.attempt(attempt_id).result_id is None
    finding = driver.find(attempt_id)
    assert finding.ending is Resolution.DONE
    assert driver.attempt(attempt_id).result_id == driver.made()[0]
    assert driver.posts() == len(driver.made()) == 1


@pytest.mark.parametrize("request_", [MANUAL, FOLDER])
@pytest.mark.parametrize(
    ("status", "code"), [(200, 200), (200, "SUCCESS"), (200, -1), (400, 0), (409, "0"), (412, 0)]
)
def test_c37_what_contradicts_itself_is_held_back_and_found(driver, monkeypatch, request_, status, code):
    def contradict(answer):
        return Response(status, json.dumps(json.loads(answer.body) | {"code": code}).encode(), answer.headers)

    monkeypatch.setitem(fake_answers._CONTENT, Fault.HTML, contradict)
    driver.snapshot_list(request_)
    attempt_id = driver.lose(request_, Fault.HTML)
    with pytest.raises(DuplicateRequestError):
        create(driver, request_)
    assert lead_id(driver.attempt(attempt_id).answer) == driver.made()[0]
    assert driver.find(attempt_id).ending is Resolution.DONE
    assert driver.posts() == len(driver.made()) == 1


@pytest.mark.parametrize("times", [1, 2], ids=["gzip", "gzip of gzip"])
def test_c10_a_bomb_is_not_unpacked_to_its_end(times):
    bomb, encoding = b" " * 200_000_000, "gzip"
    for _ in range(times):
        bomb = gzip.compress(bomb, compresslevel=1)
    encoding = ", ".join([encoding] * times)
    with ScriptedServer(reply(200, bomb, f"Content-Encoding: {encoding}")) as server:
        tracemalloc.start()
        try:
            with pytest.raises(OutcomeUnknownError):
                client(server.url).create_album(ALBUM)
            _now, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert most < 16 * ANSWER_CAP_BYTES


@pytest.mark.parametrize("headers", [(), ("Retry-After: 3",)])
def test_c31_a_failure_that_names_a_pause_proves_nothing(driver, headers):
    with ScriptedServer(reply(503, b'{"msg": "busy"}', *headers)) as server:
        connection = Connection("c2", "Busy", server.url, SANDBOX_USER_ID, "bearer", "en-US")
        outcome = create(LostAnswerDriver(driver.backend, driver.sandbox, connection))
        assert outcome.kind is OutcomeKind.UNKNOWN
        assert outcome.retry_after is None
        assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ((), 5.0),
        (("Retry-After: 3",), 3.0),
        (("Retry-After: soon",), 5.0),
        (("Retry-After: 999999999",), 3600.0),
    ],
)
@pytest.mark.parametrize(
    ("status", "body"),
    [(429, b'{"code": 429, "msg": "busy"}'), (503, b'{"error_code": "APIG.0308", "error_msg": "slow down"}')],
)
def test_c31_the_gateway_proves_it_with_429_or_with_its_code(driver, status, body, headers, seconds):
    with ScriptedServer(reply(status, body, *headers)) as server:
        connection = Connection("c2", "Busy", server.url, SANDBOX_USER_ID, "bearer", "en-US")
        outcome = create(LostAnswerDriver(driver.backend, driver.sandbox, connection))
        assert outcome.kind is OutcomeKind.REFUSED
        assert outcome.retry_after == seconds
        assert len(server.requests) == 1


@pytest.mark.parametrize("request_", [MANUAL, FOLDER])
def test_c32_an_answer_that_drips_is_cut_within_a_second_and_found_out(driver, request_):
    driver.snapshot_list(request_)
    driver.sandbox.inject(Fault.DRIP, path=CREATES["album" if request_ is MANUAL else "sharedFolder"])
    wish, outcomes = Cancellation(), []
    sending = in_thread(lambda: outcomes.append(create(driver, request_, cancellation=wish)))
    while not driver.made():
        threading.Event().wait(0.01)
    sending.join(0.5)
    assert sending.is_alive(), "bytes come, but no end"
    begun = time.monotonic()
    wish.cancel()
    sending.join(5)
    assert time.monotonic() - begun < 1
    (outcome,) = outcomes
    assert outcome.kind is OutcomeKind.UNKNOWN
    assert driver.find(outcome.attempt_id).adopted == ((outcome.attempt_id, driver.made()[0]),)
    assert driver.posts() == len(driver.made()) == 1


def test_c32_the_total_deadline_ends_it_whatever_still_drips(driver, monkeypatch):
    monkeypatch.setattr(transport_module, "Timeouts", lambda: Timeouts(connect=1, total=1))
    driver.snapshot_list(MANUAL)
    driver.sandbox.inject(Fault.DRIP, path=CREATES["album"])
    begun = time.monotonic()
    outcome = create(driver)
    assert 0.9 < time.monotonic() - begun < 2.5
    assert outcome.kind is OutcomeKind.UNKNOWN
    assert outcome.title == "No answer in time"
    assert driver.find(outcome.attempt_id).ending is Resolution.DONE
    assert driver.posts() == len(driver.made()) == 1


def test_c32_a_list_that_drips_decides_nothing_and_is_read_again(driver, monkeypatch):
    monkeypatch.setattr(transport_module, "Timeouts", lambda: Timeouts(connect=1, total=1))
    driver.snapshot_list(MANUAL)
    attempt_id = driver.lose(MANUAL)
    driver.sandbox.inject(Fault.DRIP, path="/koodrive/ose/v1/album/list")
    (finding,) = driver.backend.look([attempt_id], driver.connection, driver.token)
    assert finding.ending is None
    assert driver.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN
    assert driver.find(attempt_id).ending is Resolution.DONE
    assert create(driver, replace(MANUAL, name="Another")).kind is OutcomeKind.CREATED
