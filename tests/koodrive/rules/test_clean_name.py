"""The name that is offered instead of one that makes trouble: what goes, what stays, and that nothing is ever cut."""

from __future__ import annotations

import time
from unicodedata import is_normalized

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from koodrive import rules
from koodrive.core.characters import escape_char, escape_chars, invisible_chars
from koodrive.models import RequestKind
from koodrive.rules.names import clean_name

ALBUM, FOLDER = RequestKind.ALBUM, RequestKind.SHARED_FOLDER
ALLOWED = {"backslash", "text_sign", "many_units"}
"""Advice on what a name may well have."""
FAMILY = "👨\u200d👩\u200d👧"
ENGLAND = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
TROUBLE = st.sampled_from(
    [
        *" \u3000\u200b\u200c\u200d\u202e\u2066\ufeff\u00ad\u034f\u3164\ufe0f\u20e3\u0301",
        FAMILY,
        ENGLAND,
        "1\ufe0f\u20e3",
    ]
)
NAMES = st.lists(
    TROUBLE
    | st.sampled_from(
        [*'<>|:*?"/\n\r\b\t.\\é가क्', "e\u0301", "می\u200cخواهم", "क्\u200d", "❤️\u200d🔥", "\ud800", "\u2028"]
    )
    | st.characters(),
    max_size=40,
).map("".join)


@pytest.mark.parametrize(
    ("name", "album", "folder"),
    [
        ("Holiday 2026", None, None),
        ("家庭　相册", None, None),
        ("  Trip\u3000", "Trip", "Trip"),
        ("e\u0301te\u0301", "été", "été"),
        ("\u1112\u1161\u11ab", "한", "한"),
        ("a\u200bb\ufeff", "ab", "ab"),
        ("\u202eabc\u202c", "abc", "abc"),
        ("a\u2066b\u2069", "ab", "ab"),
        ("two\r\nlines", "two lines", "two lines"),
        ("tab\there", "tab here", "tab here"),
        ("a\x00b\x1bc\bd", "abcd", "abcd"),
        ("e\u200b\u0301", "é", "é"),
        ("a\ud800b", "ab", "ab"),
        ("Mum: 1/2?", None, "Mum 12"),
        ("A / B", None, "A B"),
        ("A | / B", None, "A B"),
        ("back\\slash", None, None),
        ("Party 🎉🎉 2026", None, "Party 2026"),
        (f"{FAMILY} us", None, "us"),
        (f"Go {ENGLAND}!", None, "Go !"),
        ("Room 1\ufe0f\u20e3", None, "Room 1"),
        ("©\ufe0f KooDesk", None, "© KooDesk"),
        ("می\u200cخواهم", None, None),
        ("क्\u200dष", None, None),
        ("no\u200cjoin", "nojoin", "nojoin"),
        ("end\u200d", "end", "end"),
        ("😀\u200d", "😀", None),
        ("", None, None),
        ("   ", None, None),
        ("\u200b", None, None),
        ("\u3164", None, None),
        ("🎉", None, None),
        ("..", None, None),
        (" . ", ".", None),
        ("<>", None, None),
    ],
)
def test_what_is_offered(name: str, album: str | None, folder: str | None) -> None:
    assert clean_name(name, ALBUM) == album
    assert clean_name(name, FOLDER) == folder


@pytest.mark.parametrize("kind", [ALBUM, FOLDER])
def test_a_name_is_never_cut(kind: RequestKind) -> None:
    assert clean_name("x" * 50, kind) is None
    assert clean_name(" " + "春" * 50, kind) == "春" * 50


@example("\u0958")
@example("1\ufe0f<\u20e3")
@given(NAMES)
def test_what_is_offered_is_fine_but_for_its_length(name: str) -> None:
    for kind in (ALBUM, FOLDER):
        offer = clean_name(name, kind)
        if offer is None:
            continue
        fields = {"type": "2", "albumKind": "1", "containerId": "1", "name": offer}
        check, advise = (
            (rules.check_album, rules.advise_album)
            if kind is ALBUM
            else (rules.check_shared_folder, rules.advise_shared_folder)
        )
        assert {problem.code for problem in check(fields).values()} <= {"too_long"}
        assert {problem.code for problem in advise(fields).values()} <= ALLOWED
        assert is_normalized("NFC", offer)
        assert clean_name(offer, kind) is None


@given(NAMES)
def test_what_has_no_problem_and_no_advice_is_left_alone(name: str) -> None:
    fields = {"type": "2", "albumKind": "1", "containerId": "1", "name": name}
    if not rules.check_album(fields) and not rules.advise_album(fields):
        assert clean_name(name, ALBUM) is None
    if not rules.check_shared_folder(fields) and not rules.advise_shared_folder(fields):
        assert clean_name(name, FOLDER) is None


@given(st.text(st.sampled_from("aé春 -_.🎉")))
def test_nothing_visible_of_an_album_is_lost(name: str) -> None:
    offer = clean_name(name, ALBUM)
    assert offer is None or offer == name.strip()


def test_unseen_characters_are_found_where_they_have_no_effect() -> None:
    assert invisible_chars("a\u200bb\x00") == [1, 3]
    assert invisible_chars(f"{FAMILY} {ENGLAND}") == []
    assert invisible_chars("\u0600\u0661") == []
    assert invisible_chars("\u200da") == [0]


def test_unseen_characters_are_spelled() -> None:
    assert escape_char("\u200b") == "U+200B"
    assert escape_char("\U000e0067") == "U+E0067"
    assert escape_chars("\u200b\u200b\u202e") == "U+200B, U+202E"
    assert escape_chars("\x01\x02\x03\x04\x05") == "U+0001, U+0002, U+0003, U+0004, …"


@pytest.mark.parametrize(
    "name", ["👨\u200d" * 16_000, "\U000e0067" * 32_000, "/ " * 16_000, "e\u0301" * 16_000]
)
def test_the_longest_text_that_a_field_takes_is_no_matter(name: str) -> None:
    began = time.perf_counter()
    for kind in (ALBUM, FOLDER):
        clean_name(name, kind)
    assert time.perf_counter() - began < 2
