"""Damaged rows and pages: every other row is shown and exported, and what is left of the damaged ones."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from damaged_files import filled, forget_cells, leaves, overwrite, repeat_number
from journal_samples import ALBUM, begin, created

from koodrive.errors import JournalError
from koodrive.journal import HistoryQuery, Journal, SortColumn, database
from koodrive.journal.export import write_csv, write_json

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

ATTEMPTS = 400


@pytest.fixture
def large(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a history that is not checked when it is opened."""
    monkeypatch.setattr(database, "_CHECKED_WHOLE", 0)
    filled(path, ATTEMPTS)
    return path


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def seen(journal: Journal, query: HistoryQuery) -> list[int]:
    """Return the attempts of a query, which table, windows and export have to agree upon."""
    exported = [attempt.attempt_id for attempt in journal.history.attempts(query)]
    assert journal.history.count(query) == len(exported)
    shown = [
        row.attempt_id
        for first in range(0, len(exported), 150)
        for row in journal.history.rows(query, first, 150)
    ]
    assert shown == exported
    return exported


TEXT_COLUMNS = [
    *(("attempt", name) for name in ("kind", "name", "outcome", "trace_id", "result_id", "creator", "code")),
    *(("exchange", name) for name in ("body", "answer", "title", "note")),
]


@pytest.mark.parametrize(("table", "column"), TEXT_COLUMNS)
@pytest.mark.parametrize(
    "stored", ["CAST(x'C3' AS TEXT)", "x'E5AEB6FE'", "CAST(x'61F880808062' AS TEXT)", "17"]
)
def test_c50_a_cell_that_is_no_text_hides_nothing(path: Path, table: str, column: str, stored: str) -> None:
    filled(path, 6)
    change(path, f"UPDATE {table} SET {column} = {stored} WHERE attempt_id = 4")
    with Journal(path) as journal:
        for sort in SortColumn:
            assert sorted(seen(journal, HistoryQuery(sort=sort))) == [1, 2, 3, 4, 5, 6]
        assert journal.history.attempt(4).attempt_id == 4
        for write in (write_csv, write_json):
            assert write(path.with_name("export"), journal.history.attempts(HistoryQuery())) == 6


@pytest.mark.parametrize("column", ["started_at", "settled_at", "status"])
@pytest.mark.parametrize("stored", ["'noon'", "x'FF'", "9223372036854775807", "-9223372036854775808", "1.5"])
def test_c50_a_number_that_is_none_hides_nothing(path: Path, column: str, stored: str) -> None:
    filled(path, 3)
    change(path, f"UPDATE attempt SET {column} = {stored} WHERE attempt_id = 2")
    with Journal(path) as journal:
        assert sorted(seen(journal, HistoryQuery())) == [1, 2, 3]


def test_c50_damaged_text_is_shown_with_replacement_characters(path: Path) -> None:
    filled(path, 3)
    change(path, "UPDATE attempt SET name = CAST(x'47C3617264' AS TEXT) WHERE attempt_id = 2")
    with Journal(path) as journal:
        assert journal.history.attempt(2).name == "G\ufffdard"


def test_c50_a_schema_that_is_no_text_is_damage_and_none_of_it_is_quoted(path: Path) -> None:
    filled(path, 3)
    content = path.read_bytes()
    assert content.count(b"attempt_by_name") == 2
    # The name of an index and the statement that made it no longer agree, nor are they UTF-8.
    path.write_bytes(content.replace(b"CREATE INDEX attempt_by_name", b"CREATE\xff\xfeNDEX attempt_by_name"))
    with Journal(path) as journal:
        assert journal.notice is not None
        assert "\ufffd" not in journal.notice
        assert "NDEX" not in journal.notice
        assert begin(journal) > 0


def test_c50_no_message_holds_the_text_of_a_cell(path: Path) -> None:
    filled(path, 3)
    with Journal(path) as journal, journal.history._reader.exclusive() as connection:
        assert connection.execute("SELECT CAST(x'736563726574FF' AS TEXT)").fetchone() == ("secret\ufffd",)
    with (
        Journal(path) as journal,
        pytest.raises(JournalError) as caught,
        journal._writer.exclusive() as connection,
    ):
        connection.execute("SELECT json_extract('secret', '$.secret')")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("forgotten", [1, 3])
@pytest.mark.parametrize("place", [0, 3, -1])
def test_c50_rows_that_a_leaf_has_forgotten_are_shown_from_elsewhere(
    large: Path, place: int, forgotten: int
) -> None:
    forget_cells(large, leaves(large, "attempt")[place], forgotten)
    with Journal(large) as journal:
        attempts = {attempt.attempt_id: attempt for attempt in journal.history.attempts(HistoryQuery())}
        assert sorted(attempts) == list(range(1, ATTEMPTS + 1))
        assert [attempts[number].name for number in sorted(attempts)] == [
            f"Garden {number}" for number in range(1, ATTEMPTS + 1)
        ]
        assert all(attempt.result_id == str(4 * 10**18 + number) for number, attempt in attempts.items())
        assert all(attempt.connection_name == "Family cloud" for attempt in attempts.values())
        assert sum("damaged" in (attempt.note or "") for attempt in attempts.values()) == forgotten


@pytest.mark.parametrize("sort", list(SortColumn))
@pytest.mark.parametrize("table", ["attempt", "exchange"])
def test_c50_rows_behind_a_damaged_leaf_are_shown_and_exported(
    large: Path, table: str, sort: SortColumn
) -> None:
    overwrite(large, leaves(large, table)[2], 300)
    with Journal(large) as journal:
        assert sorted(seen(journal, HistoryQuery(sort=sort))) == list(range(1, ATTEMPTS + 1))
        assert (
            write_csv(large.with_name("export"), journal.history.attempts(HistoryQuery(sort=sort)))
            == ATTEMPTS
        )


def test_c50_a_search_looks_around_a_damaged_leaf(large: Path) -> None:
    first = leaves(large, "attempt")[1]
    overwrite(large, first, 120)
    with Journal(large) as journal:
        assert sorted(seen(journal, HistoryQuery(text="garden"))) == list(range(1, ATTEMPTS + 1))
        for number in (1, 30, 40, 50, 399):
            assert number in seen(journal, HistoryQuery(text=f"Garden {number}"))
            assert seen(journal, HistoryQuery(text=str(4 * 10**18 + number))) == [number]
            assert number in seen(journal, HistoryQuery(text=str(number)[:2]))
        assert seen(journal, HistoryQuery(text="no such thing")) == []


@pytest.mark.parametrize("index", ["attempt_by_time", "attempt_by_name", "attempt_by_result"])
def test_c50_a_damaged_index_hides_nothing(large: Path, index: str) -> None:
    overwrite(large, leaves(large, index)[1], 200)
    with Journal(large) as journal:
        everything = list(range(1, ATTEMPTS + 1))
        for sort in (SortColumn.TIME, SortColumn.NAME, SortColumn.ID):
            query = HistoryQuery(sort=sort)
            assert sorted(attempt.attempt_id for attempt in journal.history.attempts(query)) == everything
            # The last window comes upon the damage, if the first ones have not.
            assert journal.history.rows(query, ATTEMPTS - 10, 10)
            assert sorted(row.attempt_id for row in journal.history.rows(query, 0, ATTEMPTS)) == everything
            assert journal.history.count(query) == ATTEMPTS


def test_an_attempt_whose_connection_or_request_is_gone_is_shown(path: Path) -> None:
    filled(path, 3)
    change(
        path,
        "UPDATE attempt SET connection_key = 77 WHERE attempt_id = 2",
        "DELETE FROM exchange WHERE attempt_id = 1",
    )
    with Journal(path) as journal:
        for sort in SortColumn:
            assert sorted(seen(journal, HistoryQuery(sort=sort))) == [1, 2, 3]
        assert journal.history.attempt(2).name == "Garden 2"
        assert journal.history.attempt(1).body == ""


def test_a_name_with_a_nul_is_whole(journal: Journal) -> None:
    attempt_id = begin(journal, replace(ALBUM, name="before\0after"))
    journal.attempts.settle(attempt_id, created())
    assert journal.history.attempt(attempt_id).name == "before\0after"
    assert [row.name for row in journal.history.rows(HistoryQuery(), 0, 9)] == ["before\0after"]
    assert seen(journal, HistoryQuery(text="before")) == [attempt_id]


@pytest.mark.parametrize("table", ["attempt", "exchange", "attempt_by_name"])
def test_c50_a_small_damaged_history_is_taken_over_into_a_new_one(path: Path, table: str) -> None:
    filled(path, ATTEMPTS)
    overwrite(path, leaves(path, table)[1], 250)
    with Journal(path) as journal:
        assert journal.notice is not None
        assert f"{ATTEMPTS} entries could be read" in journal.notice
        attempts = list(journal.history.attempts(HistoryQuery(descending=False)))
        assert [attempt.name for attempt in attempts] == [
            f"Garden {number}" for number in range(1, ATTEMPTS + 1)
        ]
        assert all(attempt.result_id == str(4 * 10**18 + attempt.attempt_id) for attempt in attempts)
        assert journal.history.count(HistoryQuery(text="Garden 39")) == 11
        assert begin(journal) == ATTEMPTS + 1
    with Journal(path) as journal:
        assert journal.notice is None
        assert journal.history.count(HistoryQuery()) == ATTEMPTS + 1


def test_c50_a_number_that_stands_twice_hides_no_other_attempt(path: Path) -> None:
    filled(path, ATTEMPTS)
    repeat_number(path, leaves(path, "attempt")[1])
    with Journal(path) as journal:
        assert journal.notice is not None
        assert f"{ATTEMPTS} entries could be read" in journal.notice
        names = [attempt.name for attempt in journal.history.attempts(HistoryQuery(descending=False))]
        assert len(names) == ATTEMPTS
        assert len(set(names)) >= ATTEMPTS - 1


def test_c50_what_is_left_of_a_small_history_without_its_end_is_taken_over(path: Path) -> None:
    filled(path, ATTEMPTS)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 3 // 4])
    with Journal(path) as journal:
        count = journal.history.count(HistoryQuery())
        assert count > ATTEMPTS // 2
        assert len(list(journal.history.attempts(HistoryQuery()))) == count
        assert journal.notice is not None
        assert f"{count} entries could be read" in journal.notice
        assert begin(journal) == ATTEMPTS + 1
