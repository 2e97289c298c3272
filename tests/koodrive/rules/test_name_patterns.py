"""Patterns of names: counters and dates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koodrive.rules.name_patterns import expand, first_number, is_pattern

DAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("pattern", "begins_with", "name"),
    [
        ("Kunde {n}", 1, "Kunde 1"),
        ("Kunde {n:000}", 1, "Kunde 001"),
        ("Kunde {n:041}", 41, "Kunde 041"),
        ("{n:0} {n:000}", 1, "1 001"),
        ("{date} 客户 {n:00}", 1, "2026-11-30 客户 01"),
    ],
)
def test_a_counter_begins_with_the_number_that_it_shows(pattern, begins_with, name):
    assert first_number(pattern) == begins_with
    assert is_pattern(pattern)
    assert expand(pattern, begins_with, DAY) == name


@pytest.mark.parametrize(
    "name", ["", "Holiday", "{N}", "{n:}", "{n:x}", "{ n }", "{Date}", "n:000", "{n:0000000000}"]
)
def test_other_braces_are_a_name_like_any_other(name):
    assert first_number(name) is None
    assert not is_pattern(name)
    assert expand(name, 7, DAY) == name


def test_a_date_alone_does_not_count():
    assert first_number("{date}") is None
    assert expand("Fest {date}", 1, DAY) == "Fest 2026-11-30"


@given(st.text(), st.integers(1, 5), st.integers(0, 10**6))
def test_a_counter_has_at_least_its_digits_and_is_the_number(text, digits, number):
    before = text.replace("{", "")
    name = expand(f"{before}{{n:{'0' * digits}}}", number, DAY)
    counted = name[len(before) :]
    assert int(counted) == number
    assert len(counted) >= digits
