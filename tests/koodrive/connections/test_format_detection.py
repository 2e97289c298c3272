"""Finding out the authorization format, where the sandbox accepts one of them, and in every kind of trouble."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scripted_server import ScriptedServer, reply

from koodrive import KooDriveClient
from koodrive.api.auth import AuthorizationFormat, authorization, check_token
from koodrive.api.transport import Timeouts
from koodrive.clock.server_clock import ServerClock
from koodrive.connections.format_detection import candidates, detect_format
from koodrive.core.deadline import Cancellation
from koodrive.errors import (
    AddressError,
    AuthenticationError,
    InvalidRequestError,
    NotSentError,
    OutcomeUnknownError,
    RateLimitedError,
    RedirectedError,
    RefusedError,
)
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID, Fault

BEARER, PLUS, AS_IS = AuthorizationFormat.BEARER, AuthorizationFormat.BEARER_PLUS, AuthorizationFormat.AS_IS
TOKEN = SANDBOX_TOKEN
CANARY = "canary-7f3a9c"


def maker(url, user_id=SANDBOX_USER_ID, **options):
    """Return what makes clients for one service; they share a clock, as those of a backend do."""
    settings = {"clock": ServerClock(), "timeouts": Timeouts(connect=2, total=5)} | options

    def client_for(form, token):
        return KooDriveClient(
            base_url=url, user_id=user_id, token=token, authorization_format=form, **settings
        )

    return client_for


def sent(sandbox) -> list[str]:
    return [request.headers["Authorization"] for request in sandbox.requests()]


@pytest.mark.parametrize(
    ("accepted", "token", "works", "kept", "headers"),
    [
        ("bearer", TOKEN, BEARER, TOKEN, [f"Bearer {TOKEN}"]),
        ("bearer_plus", TOKEN, PLUS, TOKEN, [f"Bearer {TOKEN}", f"Bearer+{TOKEN}"]),
        ("as_is", TOKEN, AS_IS, TOKEN, [f"Bearer {TOKEN}", f"Bearer+{TOKEN}", TOKEN]),
        ("at", TOKEN, AS_IS, f"AT {TOKEN}", [f"Bearer {TOKEN}", f"Bearer+{TOKEN}", TOKEN, f"AT {TOKEN}"]),
        ("at", f"AT {TOKEN}", AS_IS, f"AT {TOKEN}", [f"AT {TOKEN}"]),
        ("at", f"AT+{TOKEN}", AS_IS, f"AT {TOKEN}", [f"AT+{TOKEN}", f"AT {TOKEN}"]),
        ("bearer", f"AT {TOKEN}", BEARER, TOKEN, [f"AT {TOKEN}", f"Bearer {TOKEN}"]),
        ("bearer_plus", f"AT {TOKEN}", PLUS, TOKEN, [f"AT {TOKEN}", f"Bearer {TOKEN}", f"Bearer+{TOKEN}"]),
        ("bearer", f" Authorization: Bearer {TOKEN}\n", BEARER, TOKEN, [f"Bearer {TOKEN}"]),
        ("bearer_plus", f"Bearer+{TOKEN}", PLUS, TOKEN, [f"Bearer {TOKEN}", f"Bearer+{TOKEN}"]),
        ("at", f"Authorization: AT {TOKEN}", AS_IS, f"AT {TOKEN}", [f"AT {TOKEN}"]),
    ],
)
def test_the_form_that_works_is_proposed(sandbox, accepted, token, works, kept, headers):
    sandbox.accept_only(accepted)
    found = detect_format(maker(sandbox.base_url), token)
    assert (found.working_format, found.token, found.error) == (works, kept, None)
    assert sent(sandbox) == headers
    assert [authorization(one.token, one.format) for one in found.attempts] == headers
    *refused, accepted_one = found.attempts
    assert accepted_one.text == "The service accepts the token in this form."
    for one in refused:
        assert one.text.startswith("The service does not accept the token in this form. The service says: ")
    # What is kept works from now on.
    maker(sandbox.base_url)(found.working_format, found.token).probe()
    assert sandbox.effects() == []
    assert {request.method for request in sandbox.requests()} == {"GET"}


def test_a_wrong_token_works_in_no_form(sandbox):
    found = detect_format(maker(sandbox.base_url), CANARY)
    assert (found.working_format, found.token, found.error) == (None, CANARY, None)
    assert [one.shape for one in found.attempts] == ["Bearer …", "Bearer+…", "…", "AT …"]
    assert CANARY not in repr(found)
    assert CANARY not in "".join(one.text for one in found.attempts)


def test_a_wrong_user_is_said_and_not_taken_for_a_wrong_form(sandbox):
    sandbox.accept_only("bearer_plus")
    found = detect_format(maker(sandbox.base_url, user_id="1"), TOKEN)
    assert found.working_format is None
    assert isinstance(found.error, AuthenticationError)
    assert "user" in found.error.server_text
    assert [one.text.startswith("The service does not accept the user. ") for one in found.attempts] == [
        False,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.THROTTLED, RateLimitedError),
        (Fault.REDIRECT, RedirectedError),
        (Fault.ERROR_BEFORE_COMMIT, OutcomeUnknownError),
        (Fault.HTML, OutcomeUnknownError),
        (Fault.DROP_BEFORE_COMMIT, OutcomeUnknownError),
        (Fault.NONZERO_CODE, RefusedError),
    ],
)
def test_anything_but_a_refused_token_ends_it_at_once(sandbox, fault, error):
    sandbox.inject(fault)
    found = detect_format(maker(sandbox.base_url), TOKEN)
    assert found.working_format is None
    assert isinstance(found.error, error)
    assert not isinstance(found.error, AuthenticationError)
    assert found.attempts == ()
    assert len(sandbox.requests()) == 1


def test_trouble_in_the_middle_keeps_what_was_tried(sandbox):
    sandbox.accept_only("as_is")
    sandbox.inject(Fault.EXPIRED_TOKEN)
    sandbox.inject(Fault.THROTTLED)
    found = detect_format(maker(sandbox.base_url), TOKEN)
    assert [one.format for one in found.attempts] == [BEARER]
    assert isinstance(found.error, RateLimitedError)
    assert found.token == TOKEN


@pytest.mark.parametrize(
    ("url", "error"), [("https://koodesk-test.invalid", AddressError), ("http://127.0.0.1:1", NotSentError)]
)
def test_no_way_to_the_service(url, error):
    found = detect_format(maker(url), TOKEN)
    assert isinstance(found.error, error)
    assert found.attempts == ()


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_wrong_clock_is_learned_and_hides_nothing(sandbox, hours):
    sandbox.accept_only("as_is")
    clock = ServerClock(now=lambda: datetime.now(UTC) + timedelta(hours=hours))
    found = detect_format(maker(sandbox.base_url, clock=clock), TOKEN)
    assert found.working_format is AS_IS
    # The time was refused once, with the first form or with the right one.
    assert len(sandbox.requests()) == 4


def test_a_time_that_is_refused_again_ends_it(sandbox):
    sandbox.inject(Fault.CLOCK_FAST, seconds=3600)
    sandbox.inject(Fault.CLOCK_SLOW, seconds=3600)
    found = detect_format(maker(sandbox.base_url), TOKEN)
    assert found.working_format is None
    assert found.attempts == ()
    assert "time" in found.error.title
    assert len(sandbox.requests()) == 2


@pytest.mark.parametrize(("status", "body"), [(401, b""), (403, b"{}"), (200, b'{"code": 401, "msg": "no"}')])
def test_every_kind_of_refusal_leads_to_the_next_form(status, body):
    date = f"Date: {datetime.now(UTC):%a, %d %b %Y %H:%M:%S} GMT"
    with ScriptedServer(reply(status, body, date)) as server:
        found = detect_format(maker(server.url), TOKEN)
    assert len(found.attempts) == len(server.requests) == 4
    assert found.working_format is None


@pytest.mark.parametrize("token", ["", " \n", "家", "canary\x00canary"])
def test_what_is_no_token_is_not_sent(sandbox, token):
    found = detect_format(maker(sandbox.base_url), token)
    assert isinstance(found.error, InvalidRequestError)
    assert sandbox.requests() == []


def test_an_unusable_user_is_an_obstacle(sandbox):
    found = detect_format(maker(sandbox.base_url, user_id="a b"), TOKEN)
    assert isinstance(found.error, InvalidRequestError)
    assert sandbox.requests() == []


def test_cancelled_within_a_second(sandbox):
    cancellation = Cancellation()
    sandbox.inject(Fault.HANG)
    found = []
    thread = threading.Thread(
        target=lambda: found.append(detect_format(maker(sandbox.base_url), TOKEN, cancellation))
    )
    thread.start()
    deadline = time.monotonic() + 5
    while not sandbox.requests() and time.monotonic() < deadline:
        thread.join(timeout=0.01)
    begun = time.monotonic()
    cancellation.cancel()
    thread.join(timeout=5)
    assert time.monotonic() - begun < 1
    assert found[0].working_format is None
    assert "Cancelled" in found[0].error.title
    assert len(sandbox.requests()) == 1


@given(st.from_regex(r"\A(AT[ +]+|at |Bearer )?[!-~]{1,20}( [!-~]{1,5})?\Z"))
def test_every_candidate_can_be_sent_and_no_header_is_tried_twice(token):
    found = candidates(token)
    headers = [authorization(kept, form) for form, kept in found]
    assert found
    assert len(set(headers)) == len(headers)
    assert all(check_token(kept, form) is None for form, kept in found)
    assert not any("bearer at " in header.lower() for header in headers)
