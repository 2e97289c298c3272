"""Expected entries of a list, removed objects, and complete readings."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from journal_samples import ALBUM, FAMILY

from koodrive.journal import Journal, Settlement
from koodrive.journal.schema import MIGRATIONS, migrate
from koodrive.journal.service_lists import ALL_GONE_AFTER, GONE_AFTER, listed_as
from koodrive.models import CreatedAlbum, OutcomeKind, RequestKind

LIST = "album/2/1"
TEN = datetime(2026, 3, 1, 10, 0, tzinfo=UTC)
SHORT = GONE_AFTER / 2


def record_list(journal, *ids: str, at=TEN, **more) -> int:
    """Keep a list, and return how much it missed."""
    with time_machine.travel(at, tick=False):
        return journal.service_lists.save(FAMILY, LIST, [(one, "x") for one in ids], **more)


def begun(journal, at: datetime | None = None) -> int:
    """Write an intent down, by default of now, and return the number of the attempt."""
    started_at = at or datetime.now(UTC)
    return journal.attempts.begin(
        request=ALBUM, connection=FAMILY, trace_id="t", body="{}", started_at=started_at
    )


def made(journal, object_id: str, at: datetime | None = None) -> int:
    """Write down that an attempt has created something, and return its number."""
    attempt_id = begun(journal, at)
    journal.attempts.settle(
        attempt_id, Settlement(OutcomeKind.CREATED, datetime.now(UTC), created=CreatedAlbum(object_id))
    )
    return attempt_id


def has_read(journal, since: datetime = TEN) -> bool:
    """Return whether a reading since then counts as one that missed nothing."""
    read_at = journal.service_lists.read_before(FAMILY, LIST, 10**9)
    return read_at is not None and read_at >= since


def test_what_is_missing_is_counted_and_such_a_reading_counts_for_nothing(journal):
    assert record_list(journal, "1", "2", "3") == 0
    later = TEN + timedelta(seconds=1)
    assert record_list(journal, "1", "4", at=later) == 2
    assert not has_read(journal, later)
    assert journal.service_lists.named(FAMILY, LIST, "x") == (["1", "4"], later)
    assert record_list(journal, "1", "2", "3", "4", at=later) == 0
    assert has_read(journal, later)


def test_a_list_that_is_not_complete_by_itself_counts_for_nothing(journal):
    assert record_list(journal, "1", "2", is_complete=False) == 0
    assert not has_read(journal)
    assert journal.service_lists.named(FAMILY, LIST, "x") == (["1", "2"], TEN)
    assert record_list(journal, "1") == 1, "what it showed is expected all the same"


def test_what_it_does_not_show_is_not_noted_from_a_list_that_is_not_complete(journal):
    record_list(journal, "1", "2")
    record_list(journal, "1", is_complete=False)
    assert record_list(journal, "1", at=TEN + 2 * GONE_AFTER) == 1, "the first reading without it"


@pytest.mark.parametrize(("pause", "missed"), [(SHORT, 1), (GONE_AFTER, 0), (9 * GONE_AFTER, 0)])
def test_what_is_missing_for_a_while_in_all_readings_has_gone(journal, pause, missed):
    record_list(journal, "1", "2")
    assert record_list(journal, "1") == 1
    assert record_list(journal, "1", at=TEN + pause) == missed


def known_as(journal, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the IDs that the list shows under a name, and those that it lacks for now."""
    with journal._writer.exclusive() as database:
        return listed_as(database, FAMILY, LIST, name)[:2]


@pytest.mark.parametrize("left", [(), ("1",), ("1", "2")])
def test_c38_the_name_of_what_is_missing_is_known_until_it_counts_as_removed(journal, left):
    lost = tuple(sorted({"1", "2", "3"} - set(left)))
    record_list(journal, "1", "2", "3")
    record_list(journal, *left)
    assert known_as(journal, "x") == (left, lost)
    record_list(journal, *left, at=TEN + ALL_GONE_AFTER)
    assert known_as(journal, "x") == (left, ())
    record_list(journal, *left, lost[0], at=TEN + ALL_GONE_AFTER)
    assert known_as(journal, "x") == (tuple(sorted({*left, lost[0]})), ())


def test_c38_a_reading_that_ends_after_a_later_one_takes_no_name_away(journal):
    record_list(journal, "1")
    record_list(journal, "1", "2")
    record_list(journal, "1")
    assert known_as(journal, "x") == (("1",), ("2",))


def test_what_is_back_in_between_begins_anew(journal):
    record_list(journal, "1", "2")
    record_list(journal, "1")
    record_list(journal, "1", "2", at=TEN + SHORT)
    assert record_list(journal, "1", at=TEN + GONE_AFTER) == 1
    assert record_list(journal, "1", at=TEN + 2 * GONE_AFTER) == 0


def test_what_has_gone_is_expected_again_when_it_is_back(journal):
    record_list(journal, "1", "2")
    for minutes in (0, 60):
        record_list(journal, "1", at=TEN + timedelta(minutes=minutes))
    record_list(journal, "1", "2", at=TEN + timedelta(minutes=61))
    assert record_list(journal, "1", at=TEN + timedelta(minutes=62)) == 1


@pytest.mark.parametrize("left", [(), ("1",)])
def test_where_most_is_missing_a_day_has_to_pass(journal, left):
    record_list(journal, "1", "2", "3", "4")
    gone = 4 - len(left)
    assert record_list(journal, *left) == gone
    assert record_list(journal, *left, at=TEN + ALL_GONE_AFTER - timedelta(seconds=1)) == gone
    assert record_list(journal, *left, at=TEN + ALL_GONE_AFTER) == 0


def test_rows_that_nobody_knew_do_not_vouch_for_the_list(journal):
    # The list of somebody else, say.
    record_list(journal, "1", "2")
    record_list(journal, "7", "8", "9")
    assert record_list(journal, "7", at=TEN + GONE_AFTER) == 4
    assert has_read(journal)
    assert not has_read(journal, TEN + timedelta(seconds=1))


def test_what_attempts_have_made_is_expected_and_goes_when_a_later_one_is_listed(journal):
    first, second = made(journal, "11"), made(journal, "12")
    assert record_list(journal, made={"11": first}) == 1
    assert record_list(journal, at=TEN + 9 * ALL_GONE_AFTER) == 1, "its age alone is no reason"
    assert record_list(journal, "12", made={"12": second}, at=TEN + 9 * ALL_GONE_AFTER) == 0


def test_an_earlier_one_proves_nothing_about_a_later_one(journal):
    first, second = made(journal, "11"), made(journal, "12")
    assert record_list(journal, "11", made={"11": first, "12": second}) == 1
    assert record_list(journal, "11", at=TEN + 9 * ALL_GONE_AFTER) == 1


def test_each_attempt_is_looked_at_once_as_soon_as_it_is_over(journal):
    first = made(journal, "11")
    under_way = begun(journal)
    last = made(journal, "12")
    found, until = journal.service_lists.created_since(FAMILY, LIST, RequestKind.ALBUM)
    assert [one.result_id for one in found] == ["12", "11"]
    assert until == under_way - 1
    record_list(journal, made={"11": first, "12": last}, made_until=until)
    found, _until = journal.service_lists.created_since(FAMILY, LIST, RequestKind.ALBUM)
    assert [one.result_id for one in found] == ["12"]
    journal.attempts.settle(
        under_way, Settlement(OutcomeKind.CREATED, datetime.now(UTC), created=CreatedAlbum("13"))
    )
    found, until = journal.service_lists.created_since(FAMILY, LIST, RequestKind.ALBUM)
    assert ([one.result_id for one in found], until) == (["12", "13"], last)
    record_list(journal, made_until=until)
    assert journal.service_lists.created_since(FAMILY, LIST, RequestKind.ALBUM) == ([], last)


def test_what_was_made_long_before_the_first_reading_is_not_expected(journal):
    with time_machine.travel(datetime.now(UTC) + timedelta(days=2)):
        assert journal.service_lists.created_since(FAMILY, LIST, RequestKind.ALBUM) == ([], 0)
    number = made(journal, "11", datetime.now(UTC) - timedelta(days=2))
    assert journal.service_lists.created_since(FAMILY, LIST, RequestKind.ALBUM) == ([], number)
    made(journal, "12")
    found, _until = journal.service_lists.created_since(FAMILY, LIST, RequestKind.ALBUM)
    assert [one.result_id for one in found] == ["12"]


def test_an_older_file_expects_what_its_lists_showed_last(tmp_path):
    path = tmp_path / "history.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        migrate(database, MIGRATIONS[:3])
        database.executescript(
            f"""
            INSERT INTO list VALUES (1, '{FAMILY.service_address}', '{FAMILY.user_id}', '{LIST}');
            INSERT INTO list_reading VALUES (1, 0, {round(TEN.timestamp() * 1000)});
            INSERT INTO list_object VALUES (1, '1', 'x', 0), (1, '2', NULL, 0), (1, '3', 'x', 0);
            """
        )
    with Journal(path) as journal:
        assert journal.service_lists.named(FAMILY, LIST, "x") == (["1", "3"], TEN)
        assert record_list(journal, "1", at=TEN + SHORT) == 1
        assert record_list(journal, "1", "2", "3", at=TEN + SHORT) == 0
        assert record_list(journal, "1", "3", at=TEN + SHORT) == 1


def test_ten_thousand_rows_are_kept_in_a_moment(journal):
    ids = [str(10**18 + number) for number in range(10_000)]
    record_list(journal, *ids)
    before = datetime.now(UTC)
    assert record_list(journal, *ids[10:]) == 10
    assert (datetime.now(UTC) - before).total_seconds() < 5
