"""Visible forms of names: names that look the same compare equal, and no others."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koodrive.core.characters import visible_form

SAME = [
    ("Zoë", unicodedata.normalize("NFD", "Zoë")),
    ("한글", unicodedata.normalize("NFD", "한글")),
    ("Trip", "  Trip \u3000\u00a0"),
    ("Trip 2026", "Ｔｒｉｐ　２０２６"),
    ("ガーデン", "ｶﾞｰﾃﾞﾝ"),
    ("Trip", "T\u200bri\u00adp\u2060\ufeff"),
    ("Trip", "\u202eTrip\u202c"),
    ("Trip", "Trip\u3164"),
    ("❤", "❤\ufe0f"),
    ("", None),
    ("", " \u200b "),
]
DIFFERENT = [
    ("Trip", "trip"),
    ("Trip 1", "Trip1"),
    ("Tri p", "Tri  p"),
    ("Zoe", "Zoë"),
    ("x²", "x2"),
    ("①", "1"),
    ("ﬁ", "fi"),
    ("👨\u200d👩\u200d👧", "👨👩👧"),
    ("می\u200cخواهم", "میخواهم"),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_c40_what_looks_the_same_is_equal(first, second):
    assert visible_form(first) == visible_form(second)


@pytest.mark.parametrize(("first", "second"), DIFFERENT)
def test_c40_what_looks_different_is_not(first, second):
    assert visible_form(first) != visible_form(second)


@given(st.text())
def test_c40_it_is_settled_at_once_for_whatever_text(name):
    once = visible_form(name)
    assert visible_form(f" {name}\u3000") == once
    assert visible_form(unicodedata.normalize("NFD", name)) == visible_form(
        unicodedata.normalize("NFC", name)
    )
