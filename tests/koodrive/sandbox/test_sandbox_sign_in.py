"""Signing in, renewing a session and leaving it, and for how long tokens are good."""

from __future__ import annotations

import re

import pytest
from sandbox_calls import (
    LOGOUT,
    MANUAL_ALBUM,
    REFRESH,
    SetClock,
    call,
    create_album,
    refresh,
    session_of,
    sign_in,
    use,
    utc,
)

from koodrive.sandbox import (
    SANDBOX_AGENT,
    SANDBOX_PASSWORD,
    SANDBOX_TOKEN,
    SANDBOX_USER_ID,
    Sandbox,
)

NOW = 1_795_294_800.25


def test_signing_in_gives_the_user_and_a_session():
    with Sandbox(clock=lambda: NOW) as sandbox:
        reply = sign_in(sandbox, {"X-Traceid": "x" * 58})
    assert reply.status == 200
    assert (reply.json["code"], reply.json["data"].keys()) == ("0", {"userInfo", "sessionInfo"})
    user, session = reply.json["data"]["userInfo"], reply.json["data"]["sessionInfo"]
    assert user["userId"] == SANDBOX_USER_ID
    assert user.keys() == {"userId", "firstname", "surname", "phone", "email"}
    assert re.fullmatch("AT [0-9a-f]{48}", session["accessToken"])
    assert re.fullmatch("[0-9a-f]{48}", session["refreshToken"])
    assert (session["expiresIn"], session["issuedAt"]) == (1800, "1795294800250")


@pytest.mark.parametrize(
    ("changes", "headers", "word"),
    [
        ({"account": "0027000000000"}, {}, "account"),
        ({"password": SANDBOX_PASSWORD.lower()}, {}, "password"),
        ({"authType": "2", "captchaToken": "1234"}, {}, "code"),
        ({}, {"x-hw-agentName": SANDBOX_AGENT.upper()}, "agent"),
    ],
)
def test_who_is_not_known_is_not_let_in(sandbox, changes, headers, word):
    reply = sign_in(sandbox, headers, **changes)
    assert (reply.status, reply.json["code"]) == (401, "401")
    assert word in reply.json["msg"]
    assert SANDBOX_PASSWORD not in reply.json["msg"]


@pytest.mark.parametrize(
    ("changes", "headers", "field"),
    [
        ({"account": None}, {}, "account"),
        ({"account": 27188460911}, {}, "account"),
        ({"authType": None}, {}, "authType"),
        ({"authType": 1}, {}, "authType"),
        ({"authType": "3"}, {}, "authType"),
        ({"password": None}, {}, "password"),
        ({"authType": "2"}, {}, "captchaToken"),
        ({"agent": "x"}, {}, "agent"),
        ({}, {"x-hw-agentName": None}, "x-hw-agentName"),
        ({}, {"X-Traceid": "x"}, "X-Traceid"),
    ],
)
def test_bad_fields_of_a_login_are_named(sandbox, changes, headers, field):
    reply = sign_in(sandbox, headers, **changes)
    assert (reply.status, reply.json["code"]) == (400, "13000102")
    assert f"{field} " in reply.json["msg"]


def test_the_token_of_a_session_goes_with_a_blank_or_a_plus(sandbox):
    token = session_of(sign_in(sandbox))["accessToken"]
    digits = token.removeprefix("AT ")
    assert [use(sandbox, text) for text in (token, f"AT+{digits}")] == [200, 200]
    for text in (
        digits,
        f"Bearer {digits}",
        f"Bearer {token}",
        f"AT {token}",
        f"at {digits}",
        f"{token} "[:-2],
    ):
        assert use(sandbox, text) == 401, text


def test_a_session_ends_when_its_time_is_over():
    clock = SetClock(NOW)
    with Sandbox(clock=clock, session_seconds=60) as sandbox:
        session = session_of(sign_in(sandbox))
        assert session["expiresIn"] == 60
        headers = {"Authorization": session["accessToken"]}
        for after, status in ((0, 200), (59.9, 200), (60, 401), (3600, 401)):
            clock.now = NOW + after
            date = {"X-Date": utc(clock.now - 1)}
            target = f"/koodrive/ose/v1/space/{SANDBOX_USER_ID}?type=1"
            assert call(sandbox, "GET", target, None, headers | date).status == status, after
            assert call(sandbox, "GET", target, None, date).status == 200, "the fixed token does not end"
        renewed = session_of(refresh(sandbox, session))
        assert renewed["issuedAt"] == str(int(clock.now * 1000))
        assert (
            call(sandbox, "GET", target, None, date | {"Authorization": renewed["accessToken"]}).status == 200
        )


def test_renewing_gives_two_new_tokens_and_ends_the_old_ones(sandbox):
    old = session_of(sign_in(sandbox))
    reply = refresh(sandbox, old)
    new = session_of(reply)
    assert (reply.json["code"], reply.json["data"].keys()) == ("0", {"sessionInfo"})
    assert {old["accessToken"], old["refreshToken"]}.isdisjoint(new.values())
    assert [use(sandbox, session["accessToken"]) for session in (old, new)] == [401, 200]
    mixed = {"accessToken": new["accessToken"], "refreshToken": old["refreshToken"]}
    for session in (old, mixed):
        again = refresh(sandbox, session)
        assert (again.status, again.json["code"]) == (401, "401")
    assert session_of(refresh(sandbox, new))["refreshToken"] != new["refreshToken"]


def test_tokens_can_stay_the_same():
    clock = SetClock(NOW)
    with Sandbox(clock=clock, rotates=False) as sandbox:
        old = session_of(sign_in(sandbox))
        clock.now = NOW + 5000
        new = session_of(refresh(sandbox, old))
        assert new == {**old, "issuedAt": str(int(clock.now * 1000))}
        headers = {"Authorization": new["accessToken"], "X-Date": utc(clock.now - 1)}
        assert call(sandbox, "POST", "/koodrive/ose/v1/album/create", MANUAL_ALBUM, headers).status == 200


@pytest.mark.parametrize(
    "authorization", [None, SANDBOX_TOKEN, f"Bearer {SANDBOX_TOKEN}", "AT " + "0" * 48, "other"]
)
def test_renewing_needs_the_token_of_the_session(sandbox, authorization):
    session = session_of(sign_in(sandbox))
    body = {"refreshToken": session["refreshToken"]}
    assert call(sandbox, "POST", REFRESH, body, {"Authorization": authorization}).status == 401
    other = session_of(sign_in(sandbox))
    assert refresh(sandbox, {**session, "accessToken": other["accessToken"]}).status == 401
    plus = session["accessToken"].replace("AT ", "AT+")
    assert refresh(sandbox, session, Authorization=plus).status == 200


def test_leaving_ends_both_tokens(sandbox):
    session, other = session_of(sign_in(sandbox)), session_of(sign_in(sandbox))
    headers = {"Authorization": session["accessToken"]}
    for body in (
        {"userId": SANDBOX_USER_ID, "accessToken": other["accessToken"]},
        {"userId": "1", "accessToken": session["accessToken"]},
    ):
        assert call(sandbox, "POST", LOGOUT, body, headers).status == 401
    body = {"userId": SANDBOX_USER_ID, "accessToken": session["accessToken"]}
    reply = call(sandbox, "POST", LOGOUT, body, headers)
    assert (reply.status, reply.json) == (200, {"code": "0", "msg": "success"})
    assert refresh(sandbox, session).status == 401
    assert [use(sandbox, each["accessToken"]) for each in (session, other)] == [401, 200]


def test_expired_tokens_are_refused_until_there_are_new_ones(sandbox):
    kept, renewed = session_of(sign_in(sandbox)), session_of(sign_in(sandbox))
    sandbox.expire_tokens()
    assert create_album(sandbox).status == 401
    assert [use(sandbox, session["accessToken"]) for session in (kept, renewed)] == [401, 401]
    token = sandbox.renew_token()
    new = [f"Bearer {token}", session_of(sign_in(sandbox))["accessToken"]]
    new.append(session_of(refresh(sandbox, renewed))["accessToken"])
    assert [use(sandbox, text) for text in new] == [200, 200, 200]
    assert use(sandbox, f"Bearer {SANDBOX_TOKEN}") == use(sandbox, kept["accessToken"]) == 401
    sandbox.expire_tokens()
    assert [use(sandbox, text) for text in new] == [401, 401, 401]
    assert sandbox.renew_token() != token


FORMS = {
    "bearer": f"Bearer {SANDBOX_TOKEN}",
    "bearer_plus": f"Bearer+{SANDBOX_TOKEN}",
    "as_is": SANDBOX_TOKEN,
    "at": f"AT {SANDBOX_TOKEN}",
}


@pytest.mark.parametrize("form", FORMS)
def test_one_form_of_authorization_can_be_the_only_one(sandbox, form):
    session = session_of(sign_in(sandbox))
    sandbox.accept_only(form)
    for name, text in FORMS.items():
        assert use(sandbox, text) == (200 if name == form else 401), name
    of_session = 200 if form in {"at", "as_is"} else 401
    assert use(sandbox, session["accessToken"]) == of_session
    assert use(sandbox, session["accessToken"].replace("AT ", "AT+")) == (200 if form == "at" else 401)
    assert refresh(sandbox, session).status == 200
    sandbox.accept_only()
    assert {use(sandbox, text) for text in FORMS.values()} == {200}


def test_secrets_are_not_in_what_is_shown_of_a_request(sandbox):
    sign_in(sandbox)
    assert SANDBOX_PASSWORD not in repr(sandbox.requests())
