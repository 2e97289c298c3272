"""Signing in and renewing where it fails: what is said then, and that nothing secret stays behind."""

from __future__ import annotations

import json
import logging
import time
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
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
from scripted_server import ScriptedServer, reply, send

from koodrive.api import serialization
from koodrive.api.auth_headers import LoginAuth, RefreshAuth
from koodrive.api.login import refresh
from koodrive.api.tokens import SessionTokens, tokens_from_text
from koodrive.api.transport import ApiRequest, Timeouts
from koodrive.errors import (
    AuthenticationError,
    ForeignAnswerError,
    KoodriveError,
    NotSentError,
    OutcomeUnknownError,
    RateLimitedError,
    RedirectedError,
    RefusedError,
)
from koodrive.sandbox import Fault
from koodrive.sandbox.identity import (
    SANDBOX_ACCOUNT,
    SANDBOX_AGENT,
    SANDBOX_PASSWORD,
)

pytestmark = pytest.mark.slow

SHORT = Timeouts(connect=1, total=1.5)


def everything_in(error):
    """Return all that can be read off an error and what it was raised from."""
    texts = []
    while error is not None:
        texts += [repr(error), str(error), repr(vars(error)), repr(error.args)]
        texts += [repr(value.values) for value in vars(error).values() if hasattr(value, "values")]
        error = error.__cause__ or error.__context__
    return "\n".join(texts)


def failure_of(call, url):
    """Return what went wrong; None when nothing did. Anything but a `KoodriveError` fails the test."""
    try:
        call(url)
    except KoodriveError as error:
        return error
    return None


class TestRefused:
    """The service, or something before it, says no."""

    @pytest.mark.parametrize("wrong", ["account", "password", "agent"])
    def test_a_login_speaks_of_account_password_and_carrier(self, sandbox, wrong):
        with pytest.raises(AuthenticationError) as caught:
            sign_in(sandbox.base_url, **{wrong: "someone-else"})
        error = caught.value
        assert error.title == "The service did not accept this account and password"
        assert (
            f"the name of the carrier ({'someone-else' if wrong == 'agent' else SANDBOX_AGENT})"
            in error.message
        )
        assert "authorization format" not in error.message
        assert "The service says: The a" in error.message
        assert (error.status, error.code, error.answer) == (401, "401", None)
        assert len(error.trace_id) == 58

    def test_a_refresh_asks_for_signing_in(self, sandbox):
        old = sign_in(sandbox.base_url).tokens
        refresh(transport_to(sandbox.base_url), old)
        with pytest.raises(AuthenticationError, match=r"Sign in again\.") as caught:
            refresh(transport_to(sandbox.base_url), old)
        assert caught.value.title == "The service no longer renews the session"

    @pytest.mark.parametrize(
        ("status", "content"),
        [
            (401, {"code": "401", "msg": "no"}),
            (403, {}),
            (200, {"code": "13000999", "msg": "no"}),
            (400, {"code": 13000102, "msg": "PARAMETER_INVALID"}),
            (400, {"msg": "no"}),
            (401, b""),
        ],
    )
    def test_whatever_code_the_service_has_for_it(self, status, content):
        for call in (sign_in, lambda url: refresh(transport_to(url), OLD)):
            with answered(content, status) as server, pytest.raises(AuthenticationError):
                call(server.url)

    @pytest.mark.parametrize(
        ("status", "content", "kind", "said"),
        [
            (400, {"error_code": "APIGW.0101"}, RefusedError, "does not offer KooDrive"),
            (429, {"error_code": "APIG.0308"}, RateLimitedError, "wants a pause"),
            (404, b"<html>", ForeignAnswerError, "does not look like KooDrive"),
            (400, b"<html>", ForeignAnswerError, "does not look like KooDrive"),
            (401, b"<html>", ForeignAnswerError, "does not look like KooDrive"),
            (403, b"<html>", ForeignAnswerError, "does not look like KooDrive"),
            (302, b"", RedirectedError, "nothing was sent on to the other address"),
        ],
    )
    def test_what_is_no_matter_of_the_account_is_said_as_elsewhere(self, status, content, kind, said):
        for call in (sign_in, lambda url: refresh(transport_to(url), OLD)):
            with answered(content, status) as server, pytest.raises(kind, match=said) as caught:
                call(server.url)
            assert type(caught.value) is kind
            assert caught.value.answer is None


TROUBLES = [
    Fault.COMMIT_THEN_DROP,
    Fault.DROP_BEFORE_COMMIT,
    Fault.HANG,
    Fault.DRIP,
    Fault.HALF_CLOSE,
    Fault.ERROR_AFTER_COMMIT,
    Fault.ERROR_BEFORE_COMMIT,
    Fault.HTML,
    Fault.WRONG_JSON,
    Fault.NOT_JSON_OBJECT,
    Fault.DUPLICATE_KEYS,
    Fault.NAN,
    Fault.TRUNCATED,
    Fault.LONG_LENGTH,
    Fault.BIG_BODY,
    Fault.GZIP_BOMB,
]


class TestLost:
    """No trustworthy answer comes back."""

    @pytest.mark.parametrize("fault", TROUBLES)
    def test_a_login_fails_in_time_and_is_not_repeated(self, sandbox, fault):
        sandbox.inject(fault, path=serialization.LOGIN)
        began = time.monotonic()
        with pytest.raises(OutcomeUnknownError, match="You are not signed in") as caught:
            sign_in(sandbox.base_url, timeouts=SHORT)
        assert time.monotonic() - began < SHORT.total + 1.5
        assert len(sandbox.requests()) == 1
        assert caught.value.answer is None
        assert SANDBOX_PASSWORD not in everything_in(caught.value)

    @pytest.mark.parametrize("fault", TROUBLES)
    def test_a_refresh_says_that_the_tokens_are_kept(self, sandbox, fault):
        tokens = sign_in(sandbox.base_url).tokens
        sandbox.inject(fault, path=serialization.REFRESH_TOKEN)
        with pytest.raises(OutcomeUnknownError, match="keeps the tokens that it has") as caught:
            refresh(transport_to(sandbox.base_url, timeouts=SHORT), tokens)
        assert [request.path for request in sandbox.requests()] == [
            serialization.LOGIN,
            serialization.REFRESH_TOKEN,
        ]
        assert "Nothing was changed" not in caught.value.message
        assert not [secret for secret in tokens.secrets if secret in everything_in(caught.value)]

    def test_a_redirect_is_not_followed(self):
        with answered(login_answer()) as target:
            away = reply(307, b"", f"Location: {target.url}/koodrive/ose/v1/auth/login")
            with ScriptedServer(away) as server, pytest.raises(RedirectedError):
                sign_in(server.url, password=PASSWORD)
        assert target.requests == []

    def test_where_nobody_listens_nothing_was_sent(self):
        with answered({}) as server:
            url = server.url
        with pytest.raises(NotSentError, match="Nothing was sent"):
            sign_in(url)

    @pytest.mark.parametrize(
        "data",
        [
            None,
            [],
            "text",
            {},
            {"userInfo": {"userId": "u-1"}},
            {"userInfo": {"userId": "u-1"}, "sessionInfo": []},
            {"userInfo": {"userId": "u-1"}, "sessionInfo": session(refreshToken=...)},
            {"userInfo": {"userId": "u-1"}, "sessionInfo": session(accessToken="")},
            {"userInfo": {"userId": "u-1"}, "sessionInfo": session(accessToken=f"{ACCESS_TOKEN}\r\nX: 1")},
            {"userInfo": {"userId": "u-1"}, "sessionInfo": session(accessToken=f"{ACCESS_TOKEN}é")},
            {"userInfo": {"userId": "u-1"}, "sessionInfo": session(refreshToken=f" {REFRESH_TOKEN}")},
            {"userInfo": {"userId": "a b"}, "sessionInfo": session()},
            {"userInfo": {"userId": ""}, "sessionInfo": session()},
            {"userInfo": {"userId": "u\r\nX: 1"}, "sessionInfo": session()},
            {"userInfo": [], "sessionInfo": session()},
            {"sessionInfo": session()},
        ],
        ids=ascii,
    )
    def test_what_lacks_something_is_not_trusted(self, data):
        with answered(login_answer(data=data)) as server, pytest.raises(OutcomeUnknownError) as caught:
            sign_in(server.url)
        assert not [secret for secret in LOGIN_SECRETS if secret in everything_in(caught.value)]


LEAKY = {
    "tokens where they belong, but a code": (200, login_answer(code="1")),
    "a failure with tokens": (503, login_answer()),
    "refused with tokens": (401, login_answer(code="401", msg=f"session {ACCESS_TOKEN} / {REFRESH_TOKEN}")),
    "the password in the words": (401, {"code": "401", "msg": f"wrong password {PASSWORD}!"}),
    "a token in the words, without its scheme": (
        400,
        login_answer(code="1", msg=f"old session {ACCESS_TOKEN[3:]} ended"),
    ),
    "a token for a code": (400, login_answer(code=REFRESH_TOKEN)),
    "a token for a code of the gateway": (
        400,
        {"error_code": ACCESS_TOKEN, "error_msg": PASSWORD, "data": session()},
    ),
    "tokens in a list": (200, {"code": 0, "msg": ACCESS_TOKEN, "data": [[session()]]}),
    "a trailing comma": (200, json.dumps(login_answer()).replace('"}', '",}').encode()),
    "cut off": (200, json.dumps(login_answer()).encode()[:-1]),
    "twice": (200, json.dumps(login_answer()).encode() * 2),
    "no user": (200, login_answer(msg=REFRESH_TOKEN, data={"sessionInfo": session()})),
}


class TestSecrets:
    """Nothing of a password or a token stays behind in an error or a log."""

    @pytest.mark.parametrize(("status", "content"), LEAKY.values(), ids=LEAKY)
    def test_an_error_has_none_of_them(self, status, content, caplog):
        caplog.set_level(logging.DEBUG)
        tokens = SessionTokens(ACCESS_TOKEN, REFRESH_TOKEN, NOON, timedelta(1))
        calls = (
            (lambda url: sign_in(url, "c4n4ry-account", PASSWORD), LOGIN_SECRETS),
            # A refresh has sent no password, so nobody knows by then that this text is one.
            (lambda url: refresh(transport_to(url), tokens), set(LOGIN_SECRETS) - {PASSWORD}),
        )
        for call, secrets in calls:
            with answered(content, status) as server:
                error = failure_of(call, server.url)
            said = everything_in(error)
            assert not [secret for secret in secrets if secret in said]
            if error is not None:
                assert (error.answer, error.__cause__, error.__context__) == (None, None, None)
        lines = [record.getMessage() for record in caplog.records if record.name.startswith("koodrive")]
        assert len(lines) == 2
        assert not [secret for secret in (*LOGIN_SECRETS, "c4n4ry") if secret in "\n".join(lines)]

    def test_a_request_shows_no_body(self):
        shown = repr(ApiRequest("POST", serialization.LOGIN, body=PASSWORD)) + repr(RefreshAuth(ACCESS_TOKEN))
        assert PASSWORD not in shown + repr(LoginAuth("agent"))
        assert ACCESS_TOKEN not in shown

    def test_the_log_has_the_path_and_nothing_else_of_a_login(self, sandbox, caplog):
        caplog.set_level(logging.DEBUG, "koodrive")
        tokens = sign_in(sandbox.base_url).tokens
        refresh(transport_to(sandbox.base_url), tokens)
        with pytest.raises(AuthenticationError):
            sign_in(sandbox.base_url, password="wrong-c4n4ry")
        lines = [record.getMessage() for record in caplog.records if record.levelno >= logging.INFO]
        assert [line.split(" ")[1] for line in lines] == [
            serialization.LOGIN,
            serialization.REFRESH_TOKEN,
            serialization.LOGIN,
        ]
        hidden = (SANDBOX_ACCOUNT, SANDBOX_PASSWORD, SANDBOX_AGENT, "wrong-c4n4ry", *tokens.secrets)
        assert not [text for text in hidden if text in "\n".join(lines)]


KEYS = st.sampled_from(["code", "msg", "error_code", "data", *session(), "userInfo", "userId", "sessionInfo"])
# What is taken for a token is known for the rest of the process, so it is no text that stands elsewhere.
TEXTS = st.text(max_size=20).map(lambda text: f"h0st1le~{text}")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS | st.just(ACCESS_TOKEN),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=25,
)
ANSWERS = st.dictionaries(KEYS, JSON, max_size=6).map(lambda content: json.dumps(content).encode())


class TestHostile:
    """Whatever answers."""

    @settings(deadline=None, max_examples=60)
    @given(
        ANSWERS | st.binary(max_size=200), st.sampled_from([200, 200, 200, 204, 302, 400, 401, 404, 429, 503])
    )
    def test_only_our_errors_leave_and_a_session_can_always_be_kept(self, body, status):
        with answered(body, status) as server:
            for call in (sign_in, lambda url: refresh(transport_to(url), OLD)):
                results = []
                error = failure_of(lambda url, call=call, found=results: found.append(call(url)), server.url)
                assert error is None or error.answer is None
                for result in results:
                    tokens = getattr(result, "tokens", result)
                    assert tokens_from_text(tokens.text).access_token == tokens.access_token
                    assert timedelta(0) < tokens.expires_in <= timedelta(days=366)

    def test_no_http_at_all(self):
        with ScriptedServer(send(b"\x00\x01SSH-2.0 hello\r\n")) as server, pytest.raises(OutcomeUnknownError):
            sign_in(server.url)
