"""Uncaught errors: each once, counted, without secrets."""

from __future__ import annotations

import logging
import threading

import pytest
from raised_errors import raised

from koodrive.logs.redaction import SECRETS
from koodrive.logs.unexpected_errors import ErrorCollector

TOKEN = "canary-c81e728d9d4c2f636f067f89cc14862c"


def other_place(error):
    with pytest.raises(type(error)) as caught:
        raise error
    return caught.value


@pytest.fixture
def errors():
    return ErrorCollector()


def note(errors, error, where="thread MainThread"):
    return errors.add(error, error.__traceback__, where)


def test_the_first_is_new_and_is_logged_with_its_trace(errors, caplog):
    assert note(errors, raised(ValueError("x")))
    assert [kept.headline for kept in errors.records] == ["ValueError: x"]
    assert "in raised" in errors.report()
    assert "thread MainThread" in errors.report()
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert "Traceback" in record.getMessage()


def test_the_same_again_is_only_counted(errors, caplog):
    news = [note(errors, raised(ValueError(f"number {number}"))) for number in range(1_000)]
    assert news == [True] + [False] * 999
    assert errors.total == 1_000
    assert errors.records[0].count == 1_000
    assert "1000 times" in errors.report()
    assert len(caplog.records) == 4, "the 1st, the 10th, the 100th and the 1000th"


def test_another_place_or_type_is_another_kind(errors):
    assert note(errors, raised(ValueError("x")))
    assert note(errors, other_place(ValueError("x")))
    assert note(errors, raised(KeyError("x")))
    assert len(errors.records) == 3


def test_of_very_many_kinds_only_some_are_kept(errors):
    for number in range(50):
        note(errors, raised(type(f"Error{number}", (Exception,), {})("x")))
    assert errors.total == 50
    assert len(errors.records) == 20


def test_a_recursion_is_one_kind_however_deep(errors):
    def deeper(left):
        if not left:
            raise ValueError("bottom")
        deeper(left - 1)

    for depth in (20, 30, 400):
        with pytest.raises(ValueError, match="bottom") as caught:
            deeper(depth)
        note(errors, caught.value)
    assert len(errors.records) == 1


def test_it_holds_no_secret_and_forges_no_line(errors):
    SECRETS.register(TOKEN)
    note(errors, raised(RuntimeError(f"Authorization: Bearer {TOKEN}\r\x1b[31m\u202e")))
    text = errors.report() + errors.records[0].headline
    assert TOKEN not in text
    assert not [character for character in text if not character.isprintable() and character != "\n"]


def test_what_others_say_is_counted_likewise(errors):
    assert errors.add_text("QPainter: broken\n", "Qt")
    assert not errors.add_text("QPainter: broken\n", "Qt")
    assert r"Qt: QPainter: broken\n" in errors.report()


def test_an_exception_with_a_huge_text_stays_readable(errors):
    note(errors, raised(ValueError("x" * 5_000_000)))
    assert len(errors.report()) < 25_000
    assert len(errors.records[0].headline) < 600


def test_an_exception_that_cannot_say_anything_is_noted(errors):
    class SulkingError(Exception):
        def __str__(self):
            raise RuntimeError("no")

    assert note(errors, raised(SulkingError()))
    assert "SulkingError" in errors.report()


def test_threads_lose_nothing(errors):
    threads = [
        threading.Thread(target=lambda: [note(errors, raised(ValueError("x"))) for _ in range(200)])
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors.total == 800
    assert sum(kept.count for kept in errors.records) == 800
