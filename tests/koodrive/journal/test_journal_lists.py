"""Readings of the service's lists in the history: objects known before an attempt, and times of readings."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from journal_samples import ALBUM, CUSTOMER, FAMILY, begin

from koodrive.errors import JournalError
from koodrive.journal import Journal
from koodrive.journal.service_lists import _READINGS_KEPT
from koodrive.models import Connection

LIST = "album/2/1"
TEN = datetime(2026, 3, 1, 10, 0, 0, 250_000, tzinfo=UTC)


def record_list(journal, *rows, connection=FAMILY, name=LIST, at=None):
    """Keep a list of IDs, or of pairs of ID and name."""
    objects = [(row, "x") if isinstance(row, str) else row for row in rows]
    with time_machine.travel(at or datetime.now(UTC), tick=False):
        journal.service_lists.save(connection, name, objects)


def seen(journal, attempt_id, connection=FAMILY, name=LIST):
    """Return which of the IDs from 1 to 9 were seen before an attempt."""
    return journal.service_lists.seen_before(
        connection, name, attempt_id, [str(number) for number in range(1, 10)]
    )


def test_a_list_that_was_never_read_shows_nothing(journal):
    attempt_id = begin(journal)
    assert journal.service_lists.read_before(FAMILY, LIST, attempt_id) is None
    assert seen(journal, attempt_id) == set()
    assert journal.service_lists.named(FAMILY, LIST, "x") == ([], None)


def test_what_was_read_before_an_attempt_is_old_for_it(journal):
    record_list(journal, "1", "2", at=TEN)
    attempt_id = begin(journal)
    assert journal.service_lists.read_before(FAMILY, LIST, attempt_id) == TEN
    assert seen(journal, attempt_id) == {"1", "2"}


def test_what_was_read_since_is_not(journal):
    attempt_id = begin(journal)
    record_list(journal, "1", at=TEN)
    assert journal.service_lists.read_before(FAMILY, LIST, attempt_id) is None
    assert seen(journal, attempt_id) == set()
    later = begin(journal)
    assert journal.service_lists.read_before(FAMILY, LIST, later) == TEN
    assert seen(journal, later) == {"1"}


def test_the_first_reading_that_showed_it_counts(journal):
    attempts = []
    for objects in (["1"], ["1", "2"], ["1", "2", "3"]):
        record_list(journal, *objects)
        attempts.append(begin(journal))
    shown = [seen(journal, attempt_id) for attempt_id in attempts]
    assert shown == [{"1"}, {"1", "2"}, {"1", "2", "3"}]


def test_what_is_missing_once_is_not_new_when_it_is_back(journal):
    record_list(journal, "1")
    record_list(journal)
    attempt_id = begin(journal)
    record_list(journal, "1")
    assert seen(journal, attempt_id) == {"1"}


def test_the_last_of_several_readings_is_told(journal):
    for minutes in range(3):
        record_list(journal, at=TEN + timedelta(minutes=minutes))
    attempt_id = begin(journal)
    record_list(journal, at=TEN + timedelta(minutes=9))
    assert journal.service_lists.read_before(FAMILY, LIST, attempt_id) == TEN + timedelta(minutes=2)
    assert journal.service_lists.named(FAMILY, LIST, "x") == ([], TEN + timedelta(minutes=9))


def test_only_what_is_asked_for_is_told(journal):
    record_list(journal, *(str(number) for number in range(10_000)))
    attempt_id = begin(journal)
    assert journal.service_lists.seen_before(FAMILY, LIST, attempt_id, ["5000", "x"]) == {"5000"}
    assert journal.service_lists.seen_before(FAMILY, LIST, attempt_id, []) == set()


def test_c40_a_name_is_found_as_people_see_it(journal):
    record_list(
        journal, ("1", "Holiday"), ("2", "holiday"), ("3", "Holiday "), ("4", None), ("5", "Ｈoli\u200bday")
    )
    assert journal.service_lists.named(FAMILY, LIST, "Holiday")[0] == ["1", "3", "5"]
    assert journal.service_lists.named(FAMILY, LIST, "\u3000HOLIDAY")[0] == []
    assert journal.service_lists.named(FAMILY, LIST, "Holi%")[0] == []


def test_a_name_that_changed_or_went_is_found_no_longer(journal):
    record_list(journal, ("1", "Holiday"), ("2", "Holiday"))
    record_list(journal, ("1", "Wedding"))
    assert journal.service_lists.named(FAMILY, LIST, "Holiday")[0] == []
    assert journal.service_lists.named(FAMILY, LIST, "Wedding")[0] == ["1"]
    record_list(journal, ("2", "Holiday"))
    assert journal.service_lists.named(FAMILY, LIST, "Holiday")[0] == ["2"]


@pytest.mark.parametrize(
    ("connection", "name"),
    [
        (FAMILY, "album/2/2/5"),
        (CUSTOMER, LIST),
        (Connection("c-1", "Family cloud", FAMILY.service_address, "2", "bearer", "en-US"), LIST),
        (Connection("c-1", "Family cloud", "https://other.example.com", FAMILY.user_id, "", ""), LIST),
    ],
)
def test_lists_of_other_places_are_kept_apart(journal, connection, name):
    record_list(journal, "1")
    record_list(journal, "2", connection=connection, name=name)
    attempt_id = begin(journal)
    assert seen(journal, attempt_id) == {"1"}
    assert seen(journal, attempt_id, connection, name) == {"2"}
    record_list(journal, connection=connection, name=name)
    assert journal.service_lists.named(FAMILY, LIST, "x")[0] == ["1"]


def test_another_name_of_the_connection_is_the_same_place(journal):
    record_list(journal, "1")
    renamed = Connection("c-9", "Renamed", FAMILY.service_address, FAMILY.user_id, "as_is", "zh-CN")
    assert journal.service_lists.named(renamed, LIST, "x")[0] == ["1"]


@pytest.mark.parametrize("text", ["", "家庭 '\"%_", "a\tb", "\ud800", "😀" * 20, "x" * 100_000])
def test_any_name_is_kept(journal, text):
    record_list(journal, ("1", text))
    assert journal.service_lists.named(FAMILY, LIST, text)[0] == ["1"]


def test_everything_is_there_after_a_restart(journal, path):
    record_list(journal, ("1", "Holiday"), at=TEN)
    attempt_id = begin(journal)
    journal.close()
    with Journal(path) as again:
        assert again.service_lists.named(FAMILY, LIST, "Holiday") == (["1"], TEN)
        assert seen(again, attempt_id) == {"1"}


def test_the_readings_do_not_pile_up(journal, path):
    for _ in range(_READINGS_KEPT + 5):
        record_list(journal, "1")
        last = begin(journal)
    record_list(journal, "1", name="sharedFolder")
    with closing(sqlite3.connect(path)) as database:
        counted = database.execute("SELECT count(*) FROM list_reading GROUP BY list_key").fetchall()
        (objects,) = database.execute("SELECT count(*) FROM list_object").fetchone()
    assert counted == [(_READINGS_KEPT,), (1,)]
    assert objects == 2
    assert journal.service_lists.read_before(FAMILY, LIST, last) is not None
    assert seen(journal, 1) == {"1"}


def test_nothing_of_a_list_is_kept_when_its_end_fails(journal):
    def rows():
        yield "1", "Holiday"
        raise OSError("the line broke")

    with pytest.raises(OSError, match="the line broke"):
        journal.service_lists.save(FAMILY, LIST, rows())
    assert journal.service_lists.named(FAMILY, LIST, "Holiday") == ([], None)


def test_a_closed_history_says_so(journal):
    journal.close()
    for use in (
        lambda: journal.service_lists.save(FAMILY, LIST, []),
        lambda: journal.service_lists.named(FAMILY, LIST, "x"),
        lambda: journal.service_lists.read_before(FAMILY, LIST, 1),
        lambda: journal.service_lists.seen_before(FAMILY, LIST, 1, ["1"]),
    ):
        with pytest.raises(JournalError):
            use()


def test_attempts_do_not_mind_the_lists(journal):
    record_list(journal, *(str(number) for number in range(1000)))
    assert begin(journal, ALBUM) == 1
