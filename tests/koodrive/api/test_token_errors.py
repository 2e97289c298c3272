"""Refusals of token and user, in answers of the sandbox and in others that a service may give."""

from __future__ import annotations

import pytest

from koodrive import KooDriveClient
from koodrive.api.token_expiry import TokenExpiry
from koodrive.errors import (
    AuthenticationError,
    ClockError,
    NotSentError,
    RefusedError,
    is_token_error,
    is_user_error,
)
from koodrive.messages import Message
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID, Fault


def error(kind, code, words=None, status=None):
    return kind(Message("t"), Message("m"), code=code, status=status, server_text=words)


@pytest.mark.parametrize(
    ("refusal", "expected"),
    [
        (error(AuthenticationError, "401", "The access token has expired."), True),
        (error(AuthenticationError, None, status=401), True),
        (error(AuthenticationError, "401", "The user in X-User-Id is another."), False),
        (error(AuthenticationError, "403", "Forbidden", 403), False),
        (error(ClockError, "401", "X-Date is too old", 401), False),
        (error(RefusedError, "401", "odd", 400), False),
        (error(NotSentError, None), False),
        (ValueError("401"), False),
    ],
)
def test_only_a_token_that_is_not_accepted_wants_another(refusal, expected):
    assert is_token_error(refusal) is expected


@pytest.mark.parametrize("fault", [Fault.EXPIRED_TOKEN, Fault.EXPIRED_TOKEN_200])
def test_what_the_sandbox_says_of_a_token_ends_its_life(sandbox, fault):
    life = TokenExpiry()
    client = KooDriveClient(
        base_url=sandbox.base_url, user_id=SANDBOX_USER_ID, token=SANDBOX_TOKEN, token_expiry=life
    )
    client.probe()
    sandbox.inject(fault)
    with pytest.raises(AuthenticationError) as caught:
        client.probe()
    assert is_token_error(caught.value)
    assert life.is_rejected


def test_a_wrong_user_is_no_matter_of_the_token(sandbox):
    life = TokenExpiry()
    client = KooDriveClient(base_url=sandbox.base_url, user_id="7", token=SANDBOX_TOKEN, token_expiry=life)
    with pytest.raises(AuthenticationError) as caught:
        client.probe()
    assert is_user_error(caught.value)
    assert not is_token_error(caught.value)
    assert not life.is_rejected
