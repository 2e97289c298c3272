"""The test of a connection, over real sockets: each thing that can be wrong gets its own verdict."""

from __future__ import annotations

import json
import socket
import ssl
import threading
import time

import pytest
import trustme
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from scripted_server import ScriptedServer, reply

from koodrive import KooDriveClient
from koodrive.api.error_bodies import LONGEST_SERVER_WORDS
from koodrive.api.transport import Timeouts
from koodrive.connections.auth_method import AuthMethod
from koodrive.connections.check import check_connection_works
from koodrive.connections.diagnosis import Cause
from koodrive.core.deadline import Cancellation
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID, Fault

LIST_PATH = "/koodrive/ose/v1/sharefolder/list"


def client(url, *, token=SANDBOX_TOKEN, user_id=SANDBOX_USER_ID, **options):
    options.setdefault("timeouts", Timeouts(connect=2, total=5))
    return KooDriveClient(base_url=url, user_id=user_id, token=token, **options)


def test_fine_with_one_read_and_no_effect(sandbox):
    verdict = check_connection_works(client(sandbox.base_url))
    assert verdict.cause is Cause.FINE
    assert verdict.message == "The service accepts the token and the user."
    assert verdict.remark is None
    (request,) = sandbox.requests()
    assert (request.method, request.path) == ("GET", LIST_PATH)
    assert "limit=1" in request.query.split("&")
    assert sandbox.effects() == []


def test_a_wrong_token(sandbox):
    verdict = check_connection_works(client(sandbox.base_url, token="canary-7f3a9c"))
    assert verdict.cause is Cause.TOKEN
    assert "The service says: The access token in Authorization is missing" in verdict.message
    assert "canary-7f3a9c" not in repr(verdict)


def test_a_wrong_user(sandbox):
    verdict = check_connection_works(client(sandbox.base_url, user_id="1"))
    assert verdict.cause is Cause.USER
    assert "user ID" in verdict.message


@pytest.mark.parametrize(
    ("fault", "finding", "words"),
    [
        (Fault.EXPIRED_TOKEN, Cause.TOKEN, "The access token has expired."),
        (Fault.EXPIRED_TOKEN_200, Cause.TOKEN, "The access token has expired."),
        (Fault.HTML, Cause.ADDRESS, "Something else answers there."),
        (Fault.WRONG_JSON, Cause.ADDRESS, "Something else answers there."),
        (Fault.NOT_JSON_OBJECT, Cause.ADDRESS, "Something else answers there."),
        (Fault.REDIRECT, Cause.ADDRESS, "The token was not sent on to the other address."),
        (Fault.REDIRECT_302, Cause.ADDRESS, "The token was not sent on to the other address."),
        (Fault.DROP_BEFORE_COMMIT, Cause.NO_NETWORK, "Check your network"),
        (Fault.HALF_CLOSE, Cause.NO_NETWORK, "Check your network"),
        (Fault.TRUNCATED, Cause.NO_NETWORK, "Check your network"),
        (Fault.ERROR_BEFORE_COMMIT, Cause.SERVICE, "inner server invoke failure (code 13000201, HTTP 500)"),
        (Fault.ERROR_AFTER_COMMIT, Cause.SERVICE, "HTTP 503"),
        (Fault.NONZERO_CODE, Cause.SERVICE, "Insufficient space (code 13000311, HTTP 200)"),
        (Fault.THROTTLED, Cause.SERVICE, "Wait 3 seconds, then test again."),
    ],
)
def test_faults_of_the_service(sandbox, fault, finding, words):
    sandbox.inject(fault)
    verdict = check_connection_works(client(sandbox.base_url))
    assert verdict.cause is finding
    assert words in verdict.message
    assert "made" not in verdict.message, "a test makes nothing, so nobody need wonder"
    assert len(sandbox.requests()) == 1


def test_no_answer_in_time(sandbox):
    sandbox.inject(Fault.HANG)
    verdict = check_connection_works(client(sandbox.base_url, timeouts=Timeouts(connect=0.5, total=0.5)))
    assert verdict.cause is Cause.NO_NETWORK
    assert verdict.title == "No answer in time"


def test_a_refused_connection():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    verdict = check_connection_works(client(f"http://127.0.0.1:{port}"))
    assert verdict.cause is Cause.NO_NETWORK
    assert verdict.title == "The service cannot be reached"


def test_an_unknown_host_name():
    verdict = check_connection_works(client("https://koodesk-test.invalid"))
    assert verdict.cause is Cause.ADDRESS
    assert verdict.title == "The host name of the service is not known here"


def test_a_certificate_that_nobody_vouches_for():
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)

    def wrap(connection):
        return context.wrap_socket(connection, server_side=True)

    with ScriptedServer(reply(200, b"{}"), wrap=wrap) as server:
        verdict = check_connection_works(client(server.url.replace("http:", "https:")))
        assert server.requests == []
    assert verdict.cause is Cause.CERTIFICATE


@pytest.mark.parametrize("fault", [Fault.CLOCK_FAST, Fault.CLOCK_SLOW])
def test_a_wrong_clock_is_remarked_upon_when_the_second_try_works(sandbox, fault):
    sandbox.inject(fault, times=2, seconds=3600)
    verdict = check_connection_works(client(sandbox.base_url))
    assert verdict.cause is Cause.FINE
    assert verdict.remark is not None
    assert any(f"wrong by {said} s" in verdict.remark for said in ("60 min 0", "59 min 59", "60 min 1"))
    assert len(sandbox.requests()) == 2


def test_a_wrong_clock_hides_no_wrong_token(sandbox):
    sandbox.inject(Fault.CLOCK_FAST, times=2, seconds=3600)
    verdict = check_connection_works(client(sandbox.base_url, token="another"))
    assert verdict.cause is Cause.TOKEN
    assert verdict.remark is not None


def test_a_time_that_is_refused_twice_is_the_verdict(sandbox):
    sandbox.inject(Fault.CLOCK_FAST, seconds=3600)
    sandbox.inject(Fault.CLOCK_SLOW, seconds=3600)
    verdict = check_connection_works(client(sandbox.base_url))
    assert verdict.cause is Cause.CLOCK
    assert " min " in verdict.message
    assert len(sandbox.requests()) == 2


def test_cancelled_within_a_second(sandbox):
    cancellation = Cancellation()
    sandbox.inject(Fault.HANG)
    verdicts = []
    thread = threading.Thread(
        target=lambda: verdicts.append(check_connection_works(client(sandbox.base_url), cancellation))
    )
    thread.start()
    deadline = time.monotonic() + 5
    while not sandbox.requests() and time.monotonic() < deadline:
        thread.join(timeout=0.01)
    begun = time.monotonic()
    cancellation.cancel()
    thread.join(timeout=5)
    assert time.monotonic() - begun < 1
    assert [verdict.cause for verdict in verdicts] == [Cause.CANCELLED]


def answered(status, body):
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    with ScriptedServer(reply(status, content)) as server:
        return check_connection_works(client(server.url))


@pytest.mark.parametrize(
    ("status", "body", "finding"),
    [
        (403, {"code": 1, "msg": "no"}, Cause.USER),
        (403, {}, Cause.USER),
        (401, b"", Cause.TOKEN),
        (401, b"<html>", Cause.ADDRESS),
        (403, b"<html>", Cause.ADDRESS),
        (400, {"code": 13000410, "msg": "No permission on space 5"}, Cause.USER),
        (200, {"code": "13000410", "msg": "No permission on space 5"}, Cause.USER),
        (400, {"code": 13000102, "msg": "Verify parameters failed: x-user-id"}, Cause.USER),
        (404, {"error_code": "APIGW.0101", "error_msg": "The API does not exist"}, Cause.ADDRESS),
        (404, {"error_code": "APIG.0101", "error_msg": "The API does not exist"}, Cause.ADDRESS),
        (404, {"error_code": "APIGW.0103", "error_msg": "The backend does not exist"}, Cause.ADDRESS),
        (404, b"<html><h1>Not Found</h1>", Cause.ADDRESS),
        (404, {"detail": "Not Found"}, Cause.ADDRESS),
        (405, b"", Cause.ADDRESS),
        (200, b"", Cause.ADDRESS),
        (200, {"folders": 5, "code": 0}, Cause.SERVICE),
        (502, b"<html>Bad Gateway</html>", Cause.SERVICE),
        (400, {"code": 13000102, "msg": "Verify parameters failed"}, Cause.SERVICE),
    ],
)
def test_answers_by_status_and_code(status, body, finding):
    verdict = answered(status, body)
    assert verdict.cause is finding
    assert verdict.title
    assert verdict.message


def test_server_words_are_shown_as_they_are_but_not_for_ever():
    words = "{braces} <b>&amp;</b>\n" + "x" * 5000
    verdict = answered(400, {"code": 9, "msg": words})
    assert "{braces} <b>&amp;</b> xxx" in verdict.message
    assert len(verdict.message) < LONGEST_SERVER_WORDS + 200
    assert "braces" not in verdict.message.template


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    status=st.integers(200, 599).filter(lambda status: status not in {204, 304}),
    body=st.one_of(
        st.binary(max_size=50),
        st.dictionaries(
            st.sampled_from(["code", "msg", "error_code", "error_msg", "folders"]),
            st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.lists(st.integers()),
        ).map(lambda payload: json.dumps(payload).encode()),
    ),
)
@example(status=200, body=b"[" * 100_000)
@example(status=400, body=b'{"code": 5, "msg": "{0} {words} {"}')
def test_whatever_is_answered_there_is_a_verdict(status, body):
    verdict = answered(status, body)
    assert verdict.cause in Cause
    assert verdict.cause is not Cause.CANCELLED


def test_what_to_do_about_a_refusal_goes_by_the_way_to_sign_in(sandbox):
    refused = client(sandbox.base_url, token="another")
    told = {way: check_connection_works(refused, auth_method=way) for way in AuthMethod}
    assert {verdict.cause for verdict in told.values()} == {Cause.TOKEN}
    assert "choose another authorization format" in told[AuthMethod.TOKEN].message
    assert "Type the password and sign in again." in told[AuthMethod.ACCOUNT].message
    assert "Check the AppId and the AppSecret." in told[AuthMethod.APP_KEY].message
