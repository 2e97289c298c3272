"""The test of a connection, step by step: where each failure belongs, and what is said of what passed."""

from __future__ import annotations

import json
import threading
import time
from datetime import UTC, datetime, timedelta

import pytest
import trustme
from scripted_server import ScriptedServer, reply
from tls_service import https, tls_service

from koodrive import KooDriveClient
from koodrive.api.transport import Timeouts
from koodrive.clock.server_clock import ServerClock
from koodrive.connections.check import StepName, StepState, check_connection_works, run_check
from koodrive.connections.diagnosis import Cause
from koodrive.core.deadline import Cancellation
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, SANDBOX_USER_ID, Fault

LIST_PATH = "/koodrive/ose/v1/sharefolder/list"
SPACE_PATH = f"/koodrive/ose/v1/space/{SANDBOX_USER_ID}"
PASSED, SKIPPED, WARNED = StepState.PASSED, StepState.SKIPPED, StepState.WARNED
FAILED, NOT_REACHED = StepState.FAILED, StepState.NOT_REACHED


def client(url, *, token=SANDBOX_TOKEN, user_id=SANDBOX_USER_ID, **options):
    options.setdefault("timeouts", Timeouts(connect=2, total=5))
    return KooDriveClient(base_url=url, user_id=user_id, token=token, **options)


def states(walked) -> list[StepState]:
    assert [step.name for step in walked.steps] == list(StepName)[:6]
    return [step.state for step in walked.steps]


def words(walked) -> dict[StepName, str]:
    return {step.name: step.text for step in walked.steps}


def test_every_step_is_walked_and_told(sandbox):
    told = []
    walked = run_check(client(sandbox.base_url), on_step=told.append)
    assert states(walked) == [PASSED, SKIPPED, PASSED, PASSED, PASSED, PASSED]
    assert told == list(walked.steps)
    assert walked.diagnosis == check_connection_works(client(sandbox.base_url))
    said = words(walked)
    assert said[StepName.TLS] == "Not needed on this computer."
    assert said[StepName.CLOCK] == "The clock of this computer is correct to a second."
    assert said[StepName.SPACE].startswith(SANDBOX_CONTAINER_ID)
    assert said[StepName.SPACE].endswith(" GB)")
    assert [request.path for request in sandbox.requests()] == [LIST_PATH, SPACE_PATH, LIST_PATH]
    assert sandbox.effects() == []


def test_over_tls_it_is_said_that_it_is_secure(tmp_path):
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    answer = b'{"folders": [], "code": 0, "data": {"containerId": "C-1", "capacity": "5"}}'
    with tls_service(authority.issue_cert("127.0.0.1"), reply(200, answer)) as server:
        walked = run_check(client(https(server), ca_file=str(tmp_path / "ca.pem")))
    assert states(walked) == [PASSED] * 6
    assert "certificate was verified" in words(walked)[StepName.TLS]
    assert words(walked)[StepName.SPACE] == "C-1 (5 GB)"
    assert "does not tell its time" in words(walked)[StepName.CLOCK]


@pytest.mark.parametrize(
    ("fault", "count"),
    [
        (Fault.HTML, 0),
        (Fault.REDIRECT, 0),
        (Fault.DROP_BEFORE_COMMIT, 0),
        (Fault.EXPIRED_TOKEN, 3),
        (Fault.EXPIRED_TOKEN_200, 3),
        (Fault.THROTTLED, 3),
        (Fault.ERROR_BEFORE_COMMIT, 3),
    ],
)
def test_a_failure_belongs_to_its_step(sandbox, fault, count):
    sandbox.inject(fault)
    told = []
    walked = run_check(client(sandbox.base_url), on_step=told.append)
    before = [PASSED, SKIPPED, PASSED][:count]
    assert states(walked) == [*before, FAILED, *[NOT_REACHED] * (5 - count)]
    assert told == list(walked.steps)
    assert walked.steps[count].text.endswith(walked.diagnosis.message)
    assert len(sandbox.requests()) == 1
    assert all(step.text == "Not reached." for step in walked.steps[count + 1 :])


def test_what_only_helps_together_with_its_title_has_it(sandbox):
    sandbox.inject(Fault.THROTTLED)
    walked = run_check(client(sandbox.base_url))
    said = words(walked)[StepName.TOKEN]
    assert said.startswith(f"{walked.diagnosis.title}. Wait 3 seconds, then test again.")


def test_the_user_and_the_token_are_told_apart(sandbox):
    walked = run_check(client(sandbox.base_url, user_id="1"))
    assert states(walked) == [PASSED, SKIPPED, PASSED, PASSED, FAILED, NOT_REACHED]
    assert "user ID" in words(walked)[StepName.USER]


def test_a_certificate_that_nobody_vouches_for_fails_at_tls():
    with tls_service(trustme.CA().issue_cert("127.0.0.1")) as server:
        walked = run_check(client(https(server)))
    assert states(walked) == [PASSED, FAILED, *[NOT_REACHED] * 4]
    assert words(walked)[StepName.TLS] == walked.diagnosis.message


def test_what_does_not_speak_https_fails_at_tls(sandbox):
    walked = run_check(client(sandbox.base_url.replace("http:", "https:")))
    assert states(walked) == [PASSED, FAILED, *[NOT_REACHED] * 4]
    assert words(walked)[StepName.ADDRESS] == "Something answers there."
    assert "does not speak HTTPS" in words(walked)[StepName.TLS]


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_wrong_clock_is_measured(sandbox, hours):
    clock = ServerClock(now=lambda: datetime.now(UTC) + timedelta(hours=hours))
    walked = run_check(client(sandbox.base_url, clock=clock))
    assert states(walked) == [PASSED, SKIPPED, PASSED, PASSED, PASSED, PASSED]
    said = words(walked)[StepName.CLOCK]
    assert any(
        f"is {far} s {'fast' if hours > 0 else 'slow'}." in said
        for far in ("60 min 0", "59 min 59", "60 min 1")
    )
    assert walked.diagnosis.remark is not None


def test_a_time_that_stays_refused_fails_at_the_clock(sandbox):
    sandbox.inject(Fault.CLOCK_FAST, seconds=3600)
    sandbox.inject(Fault.CLOCK_SLOW, seconds=3600)
    walked = run_check(client(sandbox.base_url))
    assert states(walked) == [PASSED, SKIPPED, FAILED, *[NOT_REACHED] * 3]


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault.THROTTLED, "Too many requests"),
        (Fault.HTML, "No trustworthy answer came back"),
        (Fault.DROP_BEFORE_COMMIT, "The connection was lost"),
        (Fault.NONZERO_CODE, "The service says: "),
    ],
)
def test_without_the_space_the_connection_works(sandbox, fault, reason):
    sandbox.inject(fault, path=SPACE_PATH)
    walked = run_check(client(sandbox.base_url))
    assert states(walked) == [PASSED, SKIPPED, PASSED, PASSED, PASSED, WARNED]
    assert walked.diagnosis.cause is Cause.FINE
    said = words(walked)[StepName.SPACE]
    assert reason in said
    assert "You can still type the space ID." in said


@pytest.mark.parametrize(
    ("containers", "said"),
    [
        ([], "The service names no space of this user. You can still type the space ID."),
        (["C1", "C2"], "2 spaces: C1, C2"),
        (["C1", "C2", "C3"], "3 spaces: C1, C2, C3"),
        (["C1", "C2", "C3", "C4"], "4 spaces: C1, C2, C3 …"),
    ],
)
def test_none_and_several_spaces(containers, said):
    rows = [{"containerId": container} for container in containers]
    with ScriptedServer(reply(200, json.dumps({"folders": [], "code": 0, "data": rows}).encode())) as server:
        walked = run_check(client(server.url))
    assert words(walked)[StepName.SPACE] == said
    assert states(walked)[-1] is (PASSED if containers else WARNED)


@pytest.mark.parametrize(
    ("path", "expected"),
    [(LIST_PATH, [NOT_REACHED] * 6), (SPACE_PATH, [PASSED, SKIPPED, PASSED, PASSED, PASSED, NOT_REACHED])],
)
def test_a_walk_can_be_stopped_at_each_call(sandbox, path, expected):
    cancellation = Cancellation()
    sandbox.inject(Fault.HANG, path=path)
    found = []
    thread = threading.Thread(target=lambda: found.append(run_check(client(sandbox.base_url), cancellation)))
    thread.start()
    deadline = time.monotonic() + 5
    while path not in [request.path for request in sandbox.requests()] and time.monotonic() < deadline:
        thread.join(timeout=0.01)
    begun = time.monotonic()
    cancellation.cancel()
    thread.join(timeout=5)
    assert time.monotonic() - begun < 1
    assert states(found[0]) == expected
    assert found[0].diagnosis.cause is Cause.CANCELLED


def test_a_space_with_strange_words_is_no_template():
    answers = iter([b'{"folders": [], "code": 0}', b'{"code": 9, "msg": "{reason} <b> {}"}'])

    def answer_in_turn(connection):
        reply(200, next(answers))(connection)

    with ScriptedServer(answer_in_turn) as server:
        walked = run_check(client(server.url))
    assert "{reason} <b> {}" in words(walked)[StepName.SPACE]
