"""Tokens: what cleaning takes away, what is refused, and what goes into the header."""

from __future__ import annotations

import base64
import json
from urllib.parse import quote_plus

import pytest
import requests
from hypothesis import example, given
from hypothesis import strategies as st

from koodrive.api.auth import (
    APP_SECRET_WARNING,
    AuthorizationFormat,
    authorization,
    check_app_key,
    check_credentials,
    check_token,
    check_user_id,
    clean_app_key,
    clean_token,
)
from koodrive.api.signing import AppKey, key_from_text
from koodrive.logs.redaction import TokenMask

BEARER, PLUS, AS_IS = AuthorizationFormat.BEARER, AuthorizationFormat.BEARER_PLUS, AuthorizationFormat.AS_IS
LINES = "Line breaks and invisible characters were removed."
PREFIX = "The prefix was removed; KooDesk adds the right one."
TOKEN = "eyJhbGciOi.J9-_~+/=canary"

APP = AuthorizationFormat.APP_SIGNATURE
FORMATS = st.sampled_from(AuthorizationFormat)
VISIBLE = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=60)
PASTED = st.lists(
    st.sampled_from(
        [
            "Bearer ",
            "bearer+",
            "Authorization: ",
            "AT ",
            " ",
            "\t",
            "\n",
            "\r\n",
            "\u200b",
            "\ufeff",
            "\u3000",
            "x",
        ]
    )
    | st.text(max_size=8),
    max_size=8,
).map("".join)


class TestCleaning:
    """Cleaning of pasted tokens."""

    @pytest.mark.parametrize("chosen", [BEARER, PLUS])
    @pytest.mark.parametrize(
        ("pasted", "changes"),
        [
            (TOKEN, []),
            (f"  {TOKEN} ", []),
            (f"{TOKEN}\n", []),
            (f"\u3000{TOKEN}", []),
            (f"{TOKEN[:5]}\n{TOKEN[5:]}", [LINES]),
            (f"{TOKEN[:5]}\r\n{TOKEN[5:]}\r\n", [LINES]),
            (f"\ufeff{TOKEN}", [LINES]),
            (f"{TOKEN[:5]}\u200b{TOKEN[5:]}", [LINES]),
            (f"{TOKEN[:5]}\u00ad{TOKEN[5:]}", [LINES]),
            (f"Bearer {TOKEN}", [PREFIX]),
            (f" bearer   {TOKEN}", [PREFIX]),
            (f"Bearer+{TOKEN}", [PREFIX]),
            (f"Bearer + {TOKEN}", [PREFIX]),
            (f"Bearer: {TOKEN}", [PREFIX]),
            (f"Bearer Bearer {TOKEN}", [PREFIX]),
            (f"Bearer+Bearer {TOKEN}", [PREFIX]),
            (f"Authorization: Bearer {TOKEN}", [PREFIX]),
            (f"authorization:Bearer+{TOKEN}", [PREFIX]),
            (f"Authorization: {TOKEN}", [PREFIX]),
            (f"\u200bBearer {TOKEN}", [LINES, PREFIX]),
            (f"Bearer {TOKEN[:5]}\n{TOKEN[5:]}", [LINES, PREFIX]),
            (f"Bearer\n{TOKEN}", [PREFIX]),
            (f"Bearer\t{TOKEN}", [PREFIX]),
            (f"Authorization: Bearer\r\n{TOKEN}", [PREFIX]),
        ],
        ids=ascii,
    )
    def test_only_the_token_is_left(self, chosen, pasted, changes):
        cleaned = clean_token(pasted, chosen)
        assert cleaned.token == TOKEN
        assert list(cleaned.changes) == changes
        assert check_token(cleaned.token, chosen) is None

    @pytest.mark.parametrize(
        ("pasted", "token", "changes"),
        [
            ("AT abc", "AT abc", []),
            (" AT abc\n", "AT abc", []),
            ("Bearer abc", "Bearer abc", []),
            ("Authorization: AT abc", "AT abc", [PREFIX]),
            ("AT a\u200bbc", "AT abc", [LINES]),
            ("AT\nabc", "AT abc", []),
            ("Bearer\r\nabc", "Bearer abc", []),
        ],
        ids=ascii,
    )
    def test_as_it_is_keeps_its_scheme(self, pasted, token, changes):
        cleaned = clean_token(pasted, AS_IS)
        assert (cleaned.token, list(cleaned.changes)) == (token, changes)

    @pytest.mark.parametrize(
        "pasted",
        [
            "",
            " ",
            "\n",
            "\u200b",
            "Bearer ",
            "Bearer+",
            "Authorization:",
            "Bearer",
        ],
        ids=ascii,
    )
    def test_what_holds_no_token_is_empty(self, pasted):
        assert clean_token(pasted, BEARER).token == ""

    @pytest.mark.parametrize("token", ["bearerabc", "Bearer-abc", "attack", "AT", "AT-abc", "authorization"])
    def test_a_token_that_only_looks_like_a_prefix_stays(self, token):
        assert clean_token(token, BEARER).token == token
        assert check_token(token, BEARER) is None

    @given(PASTED, FORMATS)
    def test_the_sentences_tell_no_token(self, pasted, chosen):
        assert set(clean_token(pasted, chosen).changes) <= {LINES, PREFIX}

    @given(VISIBLE, FORMATS, st.sampled_from(["", " ", "\n", "\u3000", " \r\n\t "]))
    def test_blanks_around_it_change_nothing_else(self, token, chosen, blanks):
        around = clean_token(f"{blanks}{token}{blanks}", chosen)
        assert around.token == clean_token(token, chosen).token


class TestChecking:
    """Tokens that may not go into a header."""

    @pytest.mark.parametrize("chosen", AuthorizationFormat)
    def test_an_empty_one_is_missing(self, chosen):
        assert check_token("", chosen).code == "token_missing"

    @pytest.mark.parametrize(
        ("token", "name"),
        [
            ("ab cd", "U+0020"),
            ("ab\ncd", "U+000A"),
            ("ab\x00cd", "U+0000"),
            ("ab\x7fcd", "U+007F"),
            ("abｃd", "U+FF43"),
            ("ab令d", "U+4EE4"),
            ("ab\ud800d", "U+D800"),
            ("ab😀d", "U+1F600"),
        ],
        ids=ascii,
    )
    def test_a_character_that_cannot_be_sent_is_named_by_place_and_number(self, token, name):
        problem = check_token(token, BEARER)
        assert problem.code == "token_character"
        assert f"Character 3 of {len(token)} cannot be in a token ({name})." in problem.message
        assert token not in problem.message

    @pytest.mark.parametrize("token", ["AT abc", "at+abc"])
    @pytest.mark.parametrize("chosen", [BEARER, PLUS])
    def test_a_token_with_a_scheme_of_its_own_asks_for_the_other_format(self, token, chosen):
        assert check_token(token, chosen).code == "token_carries_scheme"
        assert check_token(token, AS_IS) is None

    @pytest.mark.parametrize("token", ["Bearer+abc", "bearer", "Authorization:abc"])
    def test_a_prefix_is_never_sent_twice(self, token):
        assert check_token(token, BEARER) is not None

    @given(st.text(max_size=40), st.sampled_from([BEARER, PLUS, AS_IS]))
    def test_what_passes_can_be_sent_as_a_header(self, token, chosen):
        if check_token(token, chosen) is not None:
            return
        header = authorization(token, chosen)
        assert header.isascii()
        assert header.isprintable()
        requests.Request("GET", "https://example.com", headers={"Authorization": header.strip()}).prepare()

    @given(PASTED, FORMATS)
    def test_a_message_never_holds_what_was_pasted(self, pasted, chosen):
        problem = check_token(f"canary{pasted}", chosen)
        assert problem is None or "canary" not in problem.message

    @pytest.mark.parametrize("user_id", ["1", "U-1.x_y@z", "!~"])
    def test_a_user_id_of_signs_is_fine(self, user_id):
        assert check_user_id(user_id) is None

    @pytest.mark.parametrize(
        ("user_id", "code"),
        [
            ("", "required"),
            ("a b", "user_id_character"),
            (" a", "user_id_character"),
            ("a\r\nb", "user_id_character"),
            ("用户", "user_id_character"),
            ("a\x7f", "user_id_character"),
        ],
        ids=ascii,
    )
    def test_other_user_ids_are_refused(self, user_id, code):
        assert check_user_id(user_id).code == code

    def test_the_problems_of_both_come_by_header(self):
        assert check_credentials("t", "u", BEARER, "en-US") == {}
        problems = check_credentials("", "", BEARER, "en\r\nX: y")
        assert {header: problem.code for header, problem in problems.items()} == {
            "Authorization": "token_missing",
            "X-User-Id": "required",
            "language": "language_unknown",
        }
        assert list(check_credentials("t", "u", "nope", "zh-CN")) == ["Authorization"]


class TestAppKey:
    """Cleaning and checks of pasted app keys."""

    @pytest.mark.parametrize(
        ("app_id", "app_secret", "text", "changes"),
        [
            ("app-1", "se:cr,et", "app-1:se:cr,et", []),
            (" app-1\n", "\tsecret ", "app-1:secret", []),
            ("app\u200b-1", "sec\r\nret", "app-1:secret", [LINES]),
            ("\ufeff app-1", "secret", "app-1:secret", [LINES]),
            ("app 1", "secret", "app 1:secret", []),
            ("app-1", " ", "app-1:", []),
            ("", "secret", ":secret", []),
            (" ", "\n", "", []),
        ],
        ids=ascii,
    )
    def test_only_the_key_is_left(self, app_id, app_secret, text, changes):
        cleaned = clean_app_key(app_id, app_secret)
        assert (cleaned.token, list(cleaned.changes)) == (text, changes)
        assert clean_token(f"{app_id}:{app_secret}", APP).token == (text or "")

    def test_a_prefix_is_a_part_of_it(self):
        assert clean_token("Bearer:secret", APP).token == "Bearer:secret"
        assert clean_token("AT+x:secret", APP).token == "AT+x:secret"

    @pytest.mark.parametrize(
        ("app_id", "app_secret", "problems"),
        [
            ("app-1", "se:cr,et", {}),
            ("", "", {"appId": "app_key_incomplete", "appSecret": "app_key_incomplete"}),
            ("app-1", "", {"appSecret": "app_key_incomplete"}),
            ("", "canary", {"appId": "app_key_incomplete"}),
            ("app 1", "canary", {"appId": "app_key_character"}),
            ("app-1", "canary canary", {"appSecret": "app_key_character"}),
            ("app-1", "canary\ncanary", {"appSecret": "app_key_character"}),
            ("家", "令", {"appId": "app_key_character", "appSecret": "app_key_character"}),
            ("a,SignedHeaders=host", "canary", {"appId": "app_id_sign"}),
            ("a:b", "canary", {"appId": "app_id_sign"}),
        ],
        ids=ascii,
    )
    def test_each_part_has_its_problem(self, app_id, app_secret, problems):
        found = check_app_key(app_id, app_secret)
        assert {name: problem.code for name, problem in found.items()} == problems
        said = " ".join(problem.message for problem in found.values())
        assert "canary" not in said
        if ":" not in app_id and "\n" not in app_secret:
            problem = check_token(clean_app_key(app_id, app_secret).token, APP)
            assert (problem is None) == (not problems)

    @given(VISIBLE, VISIBLE)
    def test_what_passes_is_a_key(self, app_id, app_secret):
        if not check_app_key(app_id, app_secret):
            key = key_from_text(clean_app_key(f" {app_id}", f"{app_secret}\n").token)
            assert key == AppKey(app_id, app_secret)
            assert check_credentials(key.text, "u", APP, "en_us") == {}

    def test_the_warning_says_for_whom_it_can_act(self):
        assert "every user" in APP_SECRET_WARNING


class TestHeader:
    """The value of `Authorization`."""

    @pytest.mark.parametrize(
        ("chosen", "expected"), [(BEARER, "Bearer abc"), (PLUS, "Bearer+abc"), (AS_IS, "abc")]
    )
    def test_each_format_has_its_form(self, chosen, expected):
        assert authorization("abc", chosen) == expected

    def test_the_values_are_what_connections_store(self):
        assert [member.value for member in AuthorizationFormat] == [
            "bearer",
            "bearer_plus",
            "as_is",
            "app_signature",
        ]

    @given(st.from_regex(r"\A[a-z0-9]{3}[A-Za-z0-9._~/=-]{0,40}\Z"), st.sampled_from([BEARER, PLUS]))
    def test_pasting_a_whole_header_gives_the_same_header(self, token, chosen):
        header = authorization(token, chosen)
        assert authorization(clean_token(header, chosen).token, chosen) == header
        assert authorization(clean_token(f"Authorization: {header}\n", chosen).token, chosen) == header


class TestMask:
    """Masking of a token that a service repeats."""

    @given(
        st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=8, max_size=60),
        st.sampled_from(["{}", "\\u{:04x}", "\\u{:04X}", "\\{}"]),
    )
    @example("000000\\u", "\\u{:04x}")
    def test_no_spelling_of_json_gives_it_away(self, token, spelling):
        spelt = "".join(
            json.dumps(character)[1:-1] if spelling == "{}" else spelling.format(_of(spelling, character))
            for character in token
        )
        assert TokenMask(token).mask(f'{{"msg": "no {spelt}"}}'.encode()) == b'{"msg": "no [token]"}'

    @pytest.mark.parametrize("encode", [base64.b64encode, base64.urlsafe_b64encode, quote_plus])
    @pytest.mark.parametrize("escaped", ["", "/", "+"])
    def test_an_encoded_token_does_not_give_it_away_either(self, encode, escaped):
        encoded = encode(TOKEN.encode())
        spelt = (encoded if isinstance(encoded, str) else encoded.decode()).rstrip("=")
        for character in escaped:
            spelt = spelt.replace(character, f"\\u{ord(character):04x}").replace("\\u002f", "\\/")
        masked = TokenMask(TOKEN).mask(f'{{"msg": "no {spelt}"}}'.encode())
        assert masked.startswith(b'{"msg": "no [token]')
        assert len(masked) <= len(b'{"msg": "no [token]xx"}')

    def test_the_words_behind_a_scheme_are_masked(self):
        assert TokenMask("AT canary-7f3a9c").mask(b"no canary-7f3a9c") == b"no [token]"

    def test_what_is_too_short_for_a_token_stays(self):
        assert TokenMask("at").mask(b"at 17") == b"at 17"


def _of(spelling, character):
    return ord(character) if "u" in spelling else character
