"""The last good answers and the names of IDs, as the history keeps them."""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journal_samples import CUSTOMER, FAMILY

from koodrive.errors import JournalError
from koodrive.journal import Journal, schema
from koodrive.journal.encoding import to_db_text
from koodrive.journal.lookup_cache import ANSWERS_KEPT

ADDRESS = FAMILY.service_address
OTHER_USER = replace(FAMILY, user_id="1644817543959100099")


def answers_in(path) -> list[str]:
    with closing(sqlite3.connect(path)) as database:
        return [question for (question,) in database.execute("SELECT question FROM kept_answer")]


def test_nothing_is_known_at_first(journal):
    assert journal.lookup_cache.last(FAMILY, "spaces") is None
    assert journal.names.known(ADDRESS, ["17"]) == {}
    assert journal.names.known(ADDRESS, []) == {}


def test_the_last_answer_takes_the_place_of_the_one_before(journal):
    before = datetime.now(UTC) - timedelta(milliseconds=1)
    for answer in ("old", "new"):
        journal.lookup_cache.save(FAMILY, "spaces", answer)
    answer, read_at = journal.lookup_cache.last(FAMILY, "spaces")
    assert answer == "new"
    assert before <= read_at <= datetime.now(UTC)


def test_each_user_of_each_service_has_answers_of_their_own(journal):
    journal.lookup_cache.save(FAMILY, "spaces", "mine")
    assert journal.lookup_cache.last(CUSTOMER, "spaces") is None
    assert journal.lookup_cache.last(OTHER_USER, "spaces") is None
    assert journal.lookup_cache.last(FAMILY, "spaces ") is None
    renamed = replace(FAMILY, connection_id="c-9", name="New name")
    assert journal.lookup_cache.last(renamed, "spaces")[0] == "mine"


def test_names_belong_to_a_service_and_not_to_a_user(journal):
    journal.names.save(ADDRESS, {"17": "家", "18": "Trips"})
    journal.names.save(ADDRESS, {"18": "Journeys"})
    assert journal.names.known(ADDRESS, ["17", "18", "19", "17"]) == {"17": "家", "18": "Journeys"}
    assert journal.names.known(CUSTOMER.service_address, ["17"]) == {}


def test_both_outlive_the_program(path):
    with Journal(path) as journal:
        journal.lookup_cache.save(FAMILY, "spaces", "kept")
        journal.names.save(ADDRESS, {"17": "家"})
    with Journal(path) as journal:
        assert journal.lookup_cache.last(FAMILY, "spaces")[0] == "kept"
        assert journal.names.known(ADDRESS, ["17"]) == {"17": "家"}


def test_only_the_latest_answers_of_a_user_are_kept(journal, path):
    journal.lookup_cache.save(CUSTOMER, "folders/0", "of somebody else")
    with closing(sqlite3.connect(path)) as database, database:
        # Kept long ago, the first one last.
        database.executemany(
            "INSERT INTO kept_answer VALUES (?, ?, ?, ?, 'x')",
            [(ADDRESS, FAMILY.user_id, f"folders/{number}", number) for number in range(ANSWERS_KEPT)],
        )
    journal.lookup_cache.save(FAMILY, "spaces", "new")
    assert len(answers_in(path)) == ANSWERS_KEPT + 1
    assert journal.lookup_cache.last(FAMILY, "folders/0") is None
    assert journal.lookup_cache.last(FAMILY, "folders/1") is not None
    assert journal.lookup_cache.last(FAMILY, "spaces")[0] == "new"
    assert journal.lookup_cache.last(CUSTOMER, "folders/0")[0] == "of somebody else"


def test_a_hundred_names_are_one_change(journal, path):
    """All of them or none: a name that the table refuses takes the others with it."""
    names = {str(number): f"Folder {number}" for number in range(99)}
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            "CREATE TRIGGER refuse BEFORE INSERT ON object_name WHEN new.object_id = '99' "
            "BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    with pytest.raises(JournalError):
        journal.names.save(ADDRESS, {**names, "99": "the last"})
    assert journal.names.known(ADDRESS, list(names)) == {}


def test_names_that_did_not_change_are_not_written(journal, path):
    names = {str(number): f"Folder {number}" for number in range(100)}
    journal.names.save(ADDRESS, names)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            "CREATE TRIGGER refuse BEFORE UPDATE ON object_name BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    journal.names.save(ADDRESS, names)
    with pytest.raises(JournalError):
        journal.names.save(ADDRESS, names | {"7": "Another"})


def test_thirty_names_among_many_take_less_than_a_millisecond(journal):
    for start in range(0, 20_000, 5_000):
        journal.names.save(ADDRESS, {str(start + number): f"Folder {number}" for number in range(5_000)})
    took = []
    for start in range(0, 20_000, 1_000):
        began = time.perf_counter()
        assert len(journal.names.known(ADDRESS, [str(start + 7 * number) for number in range(30)])) == 30
        took.append(time.perf_counter() - began)
    assert sorted(took)[len(took) // 2] < 0.001


def test_many_threads_may_keep_and_read_at_once(journal):
    def work(turn: int) -> None:
        for number in range(20):
            journal.lookup_cache.save(FAMILY, f"q{turn}", str(number))
            journal.names.save(ADDRESS, {str(number): f"{turn}"})
            journal.names.known(ADDRESS, [str(number)])

    threads = [threading.Thread(target=work, args=(turn,)) for turn in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert [journal.lookup_cache.last(FAMILY, f"q{turn}")[0] for turn in range(4)] == ["19"] * 4
    assert len(journal.names.known(ADDRESS, [str(number) for number in range(20)])) == 20


def test_a_history_of_a_newer_version_is_not_touched(path):
    with Journal(path):
        pass
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    with Journal(path) as journal:
        assert journal.read_only
        for work in (
            lambda: journal.lookup_cache.save(FAMILY, "spaces", "x"),
            lambda: journal.lookup_cache.last(FAMILY, "spaces"),
            lambda: journal.names.save(ADDRESS, {"17": "x"}),
            lambda: journal.names.known(ADDRESS, ["17"]),
        ):
            with pytest.raises(JournalError):
                work()
    assert answers_in(path) == []


@given(object_id=st.text(min_size=1), name=st.text(), question=st.text(), answer=st.text())
def test_any_text_is_kept_as_it_is_but_for_lone_surrogates(
    tmp_path_factory, object_id, name, question, answer
):
    with Journal(tmp_path_factory.mktemp("any") / "h.sqlite3") as journal:
        journal.lookup_cache.save(FAMILY, question, answer)
        assert journal.lookup_cache.last(FAMILY, question)[0] == to_db_text(answer)
        journal.names.save(ADDRESS, {object_id: name})
        # JSON, by which the names are asked for, ends at a null character in SQLite.
        if "\0" not in object_id:
            assert journal.names.known(ADDRESS, [object_id]) == {object_id: to_db_text(name)}
