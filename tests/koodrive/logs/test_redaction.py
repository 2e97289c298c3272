"""Secrets are found in every form in which they travel, known or not."""

from __future__ import annotations

import base64
import json
import string
import time
from urllib.parse import quote, quote_plus, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koodrive.logs.redaction import REDACTED, Redactor

TOKEN = "MIIFqQYJKoZIhvcNAQcCoI/+9k=Zz.tok~en_1"
printable = st.text(alphabet=[chr(code) for code in range(0x21, 0x7F)], min_size=12, max_size=80)


def registered(*secrets):
    redactor = Redactor()
    for secret in secrets:
        redactor.register(secret)
    return redactor


@given(secret=printable, before=st.text(max_size=20), after=st.text(max_size=20))
def test_a_known_secret_is_found_in_every_form(secret, before, after):
    redactor = registered(secret)
    spellings = [
        secret,
        quote(secret, safe=""),
        quote(secret),
        quote_plus(secret),
        urlencode({"a": secret})[2:],
        json.dumps(secret)[1:-1],
        repr(f"{secret}\n")[1:-3],
    ]
    for spelling in spellings:
        assert spelling not in redactor.redact(f"{before} {spelling} {after}").replace(REDACTED, "")


@given(secret=printable, user=st.text(alphabet=string.ascii_letters, max_size=9), after=st.binary(max_size=5))
def test_nothing_of_a_known_secret_can_be_decoded_from_base64(secret, user, after):
    redactor = registered(secret)
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        encoded = encode(f"{user}:{secret}".encode() + after).decode()
        redacted = redactor.redact(f"<{encoded}>")
        assert REDACTED in redacted
        left = redacted.replace(REDACTED, "").strip("<>")
        assert len(left) < len(encoded) - len(secret)


@given(st.text(max_size=300))
def test_what_was_redacted_stays_as_it_is(text):
    redactor = registered(TOKEN)
    once = redactor.redact(f"{text}{TOKEN}{text} Authorization: Bearer {text}")
    assert redactor.redact(once) == once


@pytest.mark.parametrize(
    "text",
    [
        "Authorization: Bearer {}",
        "Authorization: Bearer+{}",
        "authorization:{}",
        "{{'Authorization': 'Bearer {}', 'X-User-Id': 'u'}}",
        r"send: b'POST / HTTP/1.1\r\nAuthorization: Bearer {}\r\nX-User-Id: u\r\n\r\n'",
        r'{{"answer": "{{\"Authorization\": \"Bearer {}\"}}"}}',
        "('Authorization', 'AT {}')",
        "Proxy-Authorization: Basic {}",
        "X-Auth-Token: {}",
        "Cookie: session={}",
        "curl -H 'Authorization: Bearer {}'",
        "bearer {} was not accepted",
        "it said Bearer%20{}",
        "the header was AT {}",
        "GET /x?access_token={}&page=2",
        '{{"token": "{}"}}',
        "password={}",
        "proxy_password: {}",
        "https://user:{}@proxy.example:3128/",
    ],
)
def test_what_looks_like_a_secret_is_taken_out_though_nobody_knows_it(text):
    secret = "Zm9vYmFyYmF6cXV4"
    redacted = Redactor().redact(text.format(secret))
    assert secret not in redacted
    assert REDACTED in redacted


def test_a_json_web_token_is_taken_out_wherever_it_stands():
    token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.SflKxwRJSMeKKF2QT4"
    assert Redactor().redact(f"<{token}>") == f"<{REDACTED}>"


@pytest.mark.parametrize(
    "text",
    [
        "POST /koodrive/ose/v1/album/create outcome=created status=200 trace=0123456789abcdef ms=41",
        "The token could not be read",
        "Paste the access token.",
        "No token yet; the password manager does not answer",
        "https://intl.myhuaweicloud-koodrive.com/koodrive",
        "connection in use: 7f3a at https://127.0.0.1:20123",
        '  File "/opt/koodesk/koodrive/auth.py", line 12, in authorization',
        "album 1765148493107805441",
    ],
)
def test_ordinary_text_stays_as_it_is(text):
    assert registered(TOKEN).redact(text) == text


def test_a_short_secret_is_only_found_as_a_word():
    redactor = registered("hunt", "abc")
    assert redactor.redact("hunt, hunter, abc") == f"{REDACTED}, hunter, abc"


def test_the_longer_of_two_secrets_leaves_nothing():
    assert registered("abcdefgh", "abcdefghijkl").redact("abcdefghijkl") == REDACTED


def test_no_text_makes_it_slow():
    redactor = registered(TOKEN)
    for hostile in (
        "_",
        "eyJ-",
        "token",
        "bearer ",
        "://a:",
        "AT ",
        "authorization:",
        '"',
        "\\",
        "cookie",
        "%",
    ):
        begun = time.perf_counter()
        redactor.redact(hostile * (64_000 // len(hostile)))
        assert time.perf_counter() - begun < 2, hostile


@given(secret=printable)
def test_what_is_a_spelling_of_another_secret_is_found_in_every_form_as_well(secret):
    other = quote(secret, safe="")
    redactor = registered(secret, other)
    for spelling in (
        quote(other, safe=""),
        json.dumps(other)[1:-1],
        base64.b64encode(other.encode()).decode(),
    ):
        assert spelling not in redactor.redact(f"<{spelling}>")


@given(secrets=st.lists(printable, min_size=2, max_size=5), order=st.permutations(range(5)))
def test_it_does_not_matter_in_which_order_secrets_are_learned(secrets, order):
    text = " ".join([*secrets, *map(quote, secrets), secrets[0] + secrets[-1]])
    ordered = [secrets[place] for place in order if place < len(secrets)]
    assert registered(*secrets).redact(text) == registered(*ordered).redact(text)


class TestKnownForNow:
    """A secret chosen by the user, which may be an ordinary word."""

    def test_it_is_taken_out_in_every_form_and_then_no_more(self):
        redactor, word = Redactor(), "famille / été"
        texts = [word, quote(word, safe=""), json.dumps(word)[1:-1], f"the {word} space"]
        with redactor.registered(word):
            assert not [text for text in texts if redactor.redact(text) == text]
        assert [redactor.redact(text) for text in texts] == texts

    def test_two_who_need_it_do_not_take_it_from_each_other(self):
        redactor = Redactor()
        with redactor.registered("family"):
            with redactor.registered("family"):
                pass
            assert redactor.redact("family") == REDACTED
        assert redactor.redact("family") == "family"

    def test_what_was_known_before_stays_known(self):
        redactor = registered("family")
        with redactor.registered("family"), redactor.registered("friends"):
            redactor.register("friends")
        assert redactor.redact("family, friends") == f"{REDACTED}, {REDACTED}"

    def test_what_fails_unforeseen_may_hold_it_so_it_stays_known(self):
        redactor = Redactor()
        with pytest.raises(ValueError, match="family"), redactor.registered("family"):
            raise ValueError("no family")
        assert redactor.redact("no family") == f"no {REDACTED}"

    def test_what_is_too_short_is_never_taken_out(self):
        redactor = Redactor()
        with redactor.registered("abc"):
            assert redactor.redact("abc") == "abc"


def test_it_does_not_show_what_it_knows():
    assert TOKEN not in repr(registered(TOKEN))
