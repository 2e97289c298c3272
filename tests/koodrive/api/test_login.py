"""Signing in and renewing over real sockets: what leaves, and what comes back."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest
from client_calls import parsed
from login_calls import (
    ACCESS_TOKEN,
    LOGIN_SECRETS,
    NOON,
    OLD,
    PASSWORD,
    REFRESH_TOKEN,
    answered,
    login_answer,
    session,
    sign_in,
    transport_to,
)
from scripted_server import ScriptedServer, reply

from koodrive.api.login import refresh
from koodrive.clock.server_clock import ServerClock
from koodrive.logs.redaction import SECRETS
from koodrive.sandbox import Sandbox
from koodrive.sandbox.identity import (
    SANDBOX_USER_ID,
)


class TestSigningIn:
    """A login that works."""

    def test_it_leaves_as_documented(self):
        with answered(login_answer()) as server:
            sign_in(server.url, "0027188460911", PASSWORD, "Carrier One")
        (request,) = server.requests
        first, headers, body = parsed(request)
        assert first == "POST /koodrive/ose/v1/auth/login HTTP/1.1"
        assert json.loads(body) == {"account": "0027188460911", "authType": "1", "password": PASSWORD}
        assert headers["x-hw-agentName"] == "Carrier One"
        assert len(headers["X-Traceid"]) == 58
        assert not {"authorization", "x-user-id", "x-date", "cookie"} & {name.lower() for name in headers}

    def test_it_tells_who_that_is_and_brings_a_session_that_works(self, sandbox):
        signed_in = sign_in(sandbox.base_url)
        assert signed_in.user_id == SANDBOX_USER_ID
        assert signed_in.tokens.access_token.startswith("AT ")
        assert signed_in.tokens.expires_in == timedelta(minutes=30)
        assert len(sandbox.requests()) == 1

    def test_an_account_beyond_ascii_arrives_whole(self):
        with answered(login_answer()) as server:
            sign_in(server.url, "用户 one", "Pässwörd \ud83d🔑", "Carrier")
        body = json.loads(parsed(server.requests[0])[2])
        assert (body["account"], body["password"]) == ("用户 one", "Pässwörd \ud83d🔑")

    def test_a_session_shows_no_token(self):
        with answered(login_answer()) as server:
            signed_in = sign_in(server.url)
        assert not [secret for secret in LOGIN_SECRETS if secret in repr(signed_in) + str(signed_in)]
        assert SECRETS.redact(f"x {ACCESS_TOKEN[3:]} {REFRESH_TOKEN}") == "x [redacted] [redacted]"

    @pytest.mark.parametrize("user_id", ["u-1", 1644817543959100032])
    def test_the_user_id_is_text_whatever_the_service_makes_of_it(self, user_id):
        data = {"userInfo": {"userId": user_id}, "sessionInfo": session()}
        with answered(login_answer(data=data)) as server:
            assert sign_in(server.url).user_id == str(user_id)


class TestLifetimes:
    """The lifetime of a token in an answer, and the default for unusable values."""

    @pytest.mark.parametrize(
        ("said", "minutes"),
        [
            (1800, 30),
            ("1800", 30),
            ("60", 1),
            (..., 30),
            (0, 30),
            (-1, 30),
            (None, 30),
            ("soon", 30),
            (10**13 - 1, 30),
            (10**30, 30),
        ],
    )
    def test_how_long(self, said, minutes):
        data = {"userInfo": {"userId": "u-1"}, "sessionInfo": session(expiresIn=said)}
        with answered(login_answer(data=data)) as server:
            assert sign_in(server.url).tokens.expires_in == timedelta(minutes=minutes)

    @pytest.mark.parametrize(
        ("said", "age"),
        [
            (NOON, 0),
            (NOON - timedelta(minutes=10), 10),
            (NOON + timedelta(minutes=2), -2),
            (NOON - timedelta(days=400), 0),
            (NOON + timedelta(days=400), 0),
            (NOON - timedelta(minutes=31), 0),
            (..., 0),
            ("tomorrow", 0),
            ("9" * 40, 0),
            ("9" * 13, 0),
            (0, 0),
        ],
    )
    def test_since_when(self, said, age):
        issued = str(round(said.timestamp() * 1000)) if isinstance(said, datetime) else said
        data = {"userInfo": {"userId": "u-1"}, "sessionInfo": session(issuedAt=issued)}
        clock = ServerClock(now=lambda: NOON)
        with answered(login_answer(data=data)) as server:
            tokens = sign_in(server.url, clock=clock).tokens
        assert tokens.issued_at == NOON - timedelta(minutes=age)

    def test_the_service_s_clock_counts_where_the_local_one_is_wrong(self):
        data = {"userInfo": {"userId": "u-1"}, "sessionInfo": session(issuedAt=...)}
        date = "Date: Wed, 04 Mar 2026 12:00:00 GMT"
        wrong = ServerClock(now=lambda: NOON + timedelta(hours=7))
        with ScriptedServer(reply(200, json.dumps(login_answer(data=data)).encode(), date)) as server:
            tokens = sign_in(server.url, clock=wrong).tokens
        assert abs(tokens.issued_at - NOON) < timedelta(seconds=10)


class TestRenewing:
    """A refresh that works."""

    def test_it_leaves_as_documented(self):
        with answered({"code": "0", "msg": "", "data": {"sessionInfo": session()}}) as server:
            refresh(transport_to(server.url), OLD)
        first, headers, body = parsed(server.requests[0])
        assert first == "POST /koodrive/ose/v1/auth/refreshToken HTTP/1.1"
        assert headers["Authorization"] == OLD.access_token
        assert json.loads(body) == {"refreshToken": OLD.refresh_token}
        assert not {"x-user-id", "x-date"} & {name.lower() for name in headers}

    @pytest.mark.parametrize(
        "data",
        [{"sessionInfo": session()}, session(), session() | {"sessionInfo": None}],
        ids=["nested, as the example", "flat, as the table", "flat, with nothing nested"],
    )
    def test_both_documented_forms_are_read(self, data):
        with answered({"code": 0, "data": data}) as server:
            tokens = refresh(transport_to(server.url), OLD)
        assert (tokens.access_token, tokens.refresh_token) == (ACCESS_TOKEN, REFRESH_TOKEN)

    def test_a_new_pair_is_read_from_a_service_that_replaces_the_old_one(self, sandbox):
        old = sign_in(sandbox.base_url).tokens
        new = refresh(transport_to(sandbox.base_url), old)
        assert new.access_token != old.access_token
        assert new.refresh_token != old.refresh_token

    def test_the_same_pair_is_read_from_a_service_that_keeps_it(self):
        with Sandbox(rotates=False) as sandbox:
            old = sign_in(sandbox.base_url).tokens
            new = refresh(transport_to(sandbox.base_url), old)
        assert (new.access_token, new.refresh_token) == (old.access_token, old.refresh_token)

    def test_without_a_new_refresh_token_the_old_one_stays(self):
        with answered({"code": 0, "data": session(refreshToken=...)}) as server:
            tokens = refresh(transport_to(server.url), OLD)
        assert (tokens.access_token, tokens.refresh_token) == (ACCESS_TOKEN, OLD.refresh_token)
