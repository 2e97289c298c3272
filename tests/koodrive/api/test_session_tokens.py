"""The pair of tokens as one text, and every other text that a keyring may hold."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koodrive.api.signing import AppKey
from koodrive.api.tokens import SessionTokens, is_token, secrets_in, secrets_of, tokens_from_text

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
ACCESS_TOKEN = "AT 3f9c0de5a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4"
REFRESH_TOKEN = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a6978"
PAIR = SessionTokens(ACCESS_TOKEN, REFRESH_TOKEN, NOON, timedelta(minutes=30))
WINDOWS_LIMIT = 1280

TOKENS = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), min_size=1).filter(is_token)
PAIRS = st.builds(
    SessionTokens,
    access_token=TOKENS,
    refresh_token=TOKENS,
    issued_at=st.datetimes(datetime(2000, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001 - hypothesis adds the time zone
        lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    ),
    expires_in=st.integers(1, 366 * 86400).map(lambda seconds: timedelta(seconds=seconds)),
)


@given(PAIRS)
def test_every_pair_comes_back_as_it_was(pair):
    assert tokens_from_text(pair.text) == pair


@given(st.text() | st.binary().map(repr))
def test_any_other_text_is_a_token_that_was_pasted(text):
    assert tokens_from_text(text) is None
    assert secrets_of(text)[0] == text


@given(
    st.dictionaries(
        st.sampled_from(list(json.loads(PAIR.text))),
        st.none() | st.booleans() | st.text() | st.integers() | st.floats() | st.just([]) | st.just({}),
        min_size=1,
    )
)
def test_what_a_damaged_entry_holds_is_no_session_or_a_whole_one(changes):
    tokens = tokens_from_text(json.dumps(json.loads(PAIR.text) | changes))
    if tokens is not None:
        assert is_token(tokens.access_token)
        assert is_token(tokens.refresh_token)
        assert tokens.expires_at >= datetime.min.replace(tzinfo=UTC)


@pytest.mark.parametrize("name", json.loads(PAIR.text))
def test_nothing_may_be_missing(name):
    kept = json.loads(PAIR.text)
    del kept[name]
    assert tokens_from_text(json.dumps(kept)) is None


@pytest.mark.parametrize("text", ["{", "{}", "{" * 100_000, '{"accessToken": 1}', "[]", "", "{}" * 2, "{\0"])
def test_what_only_begins_like_one_is_none(text):
    assert tokens_from_text(text) is None


@pytest.mark.parametrize(
    ("issued_at", "expires_in"),
    [
        (253402300000000, 86400),
        (0, 10**12),
        (0, 10**30),
        (10**30, 1),
        (float("nan"), 1),
        (0, float("inf")),
        (-(10**18), 1),
    ],
)
def test_times_that_no_clock_reaches_make_none(issued_at, expires_in):
    kept = json.loads(PAIR.text) | {"issuedAt": issued_at, "expiresIn": expires_in}
    assert tokens_from_text(json.dumps(kept)) is None


def test_a_pair_of_the_documented_size_fits_into_every_keyring():
    assert len(PAIR.text.encode("utf-16-le")) // 2 < WINDOWS_LIMIT / 4


def test_it_ends_when_it_was_said_to():
    assert PAIR.expires_at == NOON + timedelta(minutes=30)


def test_neither_token_is_shown():
    shown = f"{PAIR!r} {PAIR}"
    assert not [secret for secret in PAIR.secrets if secret in shown]


@pytest.mark.parametrize(
    "token", [ACCESS_TOKEN, ACCESS_TOKEN.replace(" ", "+"), ACCESS_TOKEN.replace(" ", "  ")]
)
def test_a_token_is_a_secret_without_its_scheme_as_well(token):
    assert secrets_in(token) == (token, ACCESS_TOKEN.removeprefix("AT "))


def test_an_app_secret_is_a_secret_without_its_app_as_well():
    assert secrets_of(AppKey("app-1", "a:secret").text) == ("app-1:a:secret", "a:secret")


def test_a_pasted_token_is_a_secret_without_its_scheme_as_well():
    assert secrets_of(ACCESS_TOKEN) == (ACCESS_TOKEN, ACCESS_TOKEN.removeprefix("AT "))


def test_the_secrets_of_a_pair_are_those_of_its_tokens():
    assert secrets_of(PAIR.text) == (ACCESS_TOKEN, ACCESS_TOKEN.removeprefix("AT "), REFRESH_TOKEN)


@pytest.mark.parametrize("text", ["", " ", " a", "a ", "a\n", "a\r\nX: 1", "é", "\x7f", "a\tb"], ids=ascii)
def test_what_cannot_stand_in_a_header_is_no_token(text):
    assert not is_token(text)
