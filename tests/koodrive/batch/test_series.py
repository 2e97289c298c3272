"""Series of names."""

from __future__ import annotations

from datetime import date

import pytest

from koodrive.batch.cross_check import check_table
from koodrive.batch.errors import TableError
from koodrive.batch.models import Verdict
from koodrive.batch.series import is_series, open_series, series_names

DAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("pattern", "first", "last", "count"),
    [
        ("Holiday {01-20}", "Holiday 01", "Holiday 20", 20),
        ("Day {8-12}", "Day 8", "Day 12", 5),
        ("{10-08} {date}", "10 2026-11-30", "08 2026-11-30", 3),
        ("{7-7}", "7", "7", 1),
        ("{a} {1–3}", "{a} 1", "{a} 3", 3),
        ("{1-150000}", "1", "150000", 150_000),
    ],
)
def test_names_of_a_range(pattern, first, last, count):
    names = series_names(pattern, DAY)
    assert is_series(pattern)
    assert (names[0], names[-1], len(names)) == (first, last, count)


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("Holiday", "no_series"),
        ("{1-2} {3-4}", "no_series"),
        ("{n} {1-2}", "no_series"),
        ("{1-150001}", "too_many_rows"),
    ],
)
def test_what_is_no_series(pattern, code):
    with pytest.raises(TableError) as raised:
        series_names(pattern, DAY)
    assert raised.value.code == code


def test_a_series_is_a_table():
    table = open_series("Holiday {01-20}", {"type": "2", "albumKind": "1"}, DAY)
    rows = list(check_table(table))
    assert table.row_count == 20
    assert {row.verdict for row in rows} == {Verdict.READY}
    assert rows[19].fields == {"name": "Holiday 20", "type": "2", "albumKind": "1"}
