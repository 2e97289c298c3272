"""Whatever is logged is one line that hides and forges nothing."""

from __future__ import annotations

import logging
import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from raised_errors import raised

from koodrive.logs.formatter import LONGEST_LINE, LineFormatter, one_line, safe_line, shortened
from koodrive.logs.redaction import REDACTED, Redactor

TOKEN = "canary-8f14e45fceea167a5a36dedd4bea2543"
LINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [A-Z]+ +\S+ \[.*?\] ")
anything = st.text(
    st.one_of(
        st.characters(), st.sampled_from("\n\r\x85\u2028\u2029\x0b\x0c\x00\x1b\u202e\u2066\u200b\ud800")
    )
)


def record(message, *values, error=None):
    exc_info = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("koodrive.test", logging.ERROR, __file__, 1, message, values, exc_info)


@given(anything)
def test_any_text_is_one_line_without_anything_that_cannot_be_seen(text):
    line = LineFormatter().format(record("%s", text))
    assert LINE.match(line)
    assert len(line.splitlines()) == 1
    assert not [
        character for character in line if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    ]
    line.encode("utf-8")


@given(anything)
def test_logger_and_thread_names_are_text_from_outside_too(text):
    event = record("x")
    event.name, event.threadName = text or "n", text
    assert len(LineFormatter().format(event).splitlines()) == 1


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"])))
def test_what_can_be_seen_stays_as_it_is(text):
    assert one_line(text) == text


def test_a_forged_line_is_part_of_the_line():
    line = safe_line("name\n2026-01-01T00:00:00.000Z INFO    koodrive [x] forged\u2028\u202e")
    assert line == r"name\n2026-01-01T00:00:00.000Z INFO    koodrive [x] forged\u2028\u202e"


def test_the_trace_of_an_exception_belongs_to_the_line():
    line = LineFormatter().format(record("failed", error=raised(ValueError("a\nb"))))
    assert r"failed\nTraceback (most recent call last):\n" in line
    assert line.endswith(r"ValueError: a\nb")


@pytest.mark.parametrize("length", [LONGEST_LINE, LONGEST_LINE + 1, 70_000, 5_000_000])
def test_a_long_text_keeps_its_beginning_and_its_end(length):
    line = safe_line("a" + "x" * (length - 2) + "z")
    assert len(line) <= LONGEST_LINE + 60
    assert line.startswith("ax")
    assert line.endswith("xz")
    assert ("characters left out" in line) == (length > LONGEST_LINE)


@given(st.integers(min_value=0, max_value=80_000))
def test_a_secret_is_not_cut_into_something_that_stays(place):
    redactor = Redactor()
    redactor.register(TOKEN)
    line = safe_line("x" * place + TOKEN + "y" * (80_000 - place), redactor)
    assert not [cut for cut in range(len(TOKEN) - 8) if TOKEN[cut : cut + 8] in line]


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_known_secret_is_in_no_line(before, after):
    redactor = Redactor()
    redactor.register(TOKEN)
    text = f"{before}{TOKEN}{after}"
    line = LineFormatter(redactor).format(record("%s", text, error=raised(RuntimeError(text))))
    assert TOKEN not in line
    assert REDACTED in line


def test_an_event_whose_values_do_not_fit_is_logged_without_them():
    line = LineFormatter().format(record("%d of %d", TOKEN))
    assert "%d of %d (its values could not be filled in: TypeError)" in line
    assert TOKEN not in line


def test_a_value_that_cannot_be_shown_does_not_end_the_logging():
    class Sulking:
        def __str__(self):
            raise RuntimeError("no")

    assert "RuntimeError" in LineFormatter().format(record("%s", Sulking()))


def test_an_exception_that_cannot_be_shown_does_not_either():
    class SulkingError(Exception):
        def __str__(self):
            raise RuntimeError("no")

    assert "SulkingError" in LineFormatter().format(record("x", error=raised(SulkingError())))


def test_a_deep_recursion_stays_short():
    def deeper():
        deeper()

    try:
        deeper()
    except RecursionError:
        line = LineFormatter().format(logging.LogRecord("a", logging.ERROR, "", 1, "x", (), sys.exc_info()))
    assert "RecursionError" in line
    assert len(line) < LONGEST_LINE + 200


def test_shortened_says_how_much_is_missing():
    assert shortened("abcdefghij", 6, 2) == "abcd[... 4 characters left out ...]ij"
