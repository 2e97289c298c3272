"""A search finds exactly the attempts that hold the text, with the index and without it."""

from __future__ import annotations

import sqlite3
import string
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from journal_samples import (
    ALBUM,
    ALBUM_ID,
    COLLECTION,
    CUSTOMER,
    FAMILY,
    FOLDER,
    MADE_FOLDER,
    MORNING,
    TRACE_ID,
    begin,
    created,
)

from koodrive.core.characters import folded
from koodrive.journal import HistoryQuery, Journal, Settlement, schema, search_index, selection
from koodrive.journal.filters import filter_of
from koodrive.models import CreatedAlbum, OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from koodrive.journal import Attempt

TRICKY = "aAäÄßﬁＡΣςİ\u0308\u0301가각한ᄀ1%_*\\\"'^-:(){}+~ .春节é🎄\n"
NAMES = st.text(st.sampled_from(TRICKY) | st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
IDS = st.none() | st.text(st.sampled_from("12AZaz-_"), min_size=1, max_size=9) | NAMES
FOLD = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    with Journal(path) as opened:
        yield opened


@pytest.fixture
def no_trigrams(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "trigrams_available", lambda: False)


def found(journal: Journal, text: str) -> list[int]:
    rows = journal.history.rows(HistoryQuery(text=text, descending=False), 0, 100)
    assert journal.history.count(HistoryQuery(text=text)) == len(rows)
    return [row.attempt_id for row in rows]


def fill(journal: Journal) -> None:
    """Three attempts: a manual album, a collection of a shared folder, and a shared folder."""
    journal.attempts.settle(begin(journal, ALBUM, FAMILY), created())
    journal.attempts.settle(
        begin(journal, COLLECTION, CUSTOMER, trace_id="f" * 58), created("1805929618625036999")
    )
    folder = begin(journal, FOLDER, FAMILY, trace_id="e" * 58)
    journal.attempts.settle(folder, Settlement(OutcomeKind.CREATED, MORNING, created=MADE_FOLDER))


EXAMPLES = [
    ("", [1, 2, 3]),
    ("Holiday 2026", [1]),
    ("hOLIDAY", [1]),
    ("节", [2]),
    ("春节", [2]),
    ("春节假", [2]),
    ("春节假期", [2]),
    ("节假期", [2]),
    ("our TRIP", [3]),
    ("r t", [3]),
    (ALBUM_ID, [1]),
    (ALBUM_ID[:16], [1, 2]),
    (ALBUM_ID[-4:], [1]),
    ("H-", [3]),
    (TRACE_ID, [1]),
    (TRACE_ID[20:].upper(), [1]),
    ("eee", [3]),
    (MADE_FOLDER.share_folder_id, [3]),
    ("FI94R66", [3]),
    (MADE_FOLDER.id, [2, 3]),
    (MADE_FOLDER.group_id, [3]),
    ("1765148492881313999", [2]),
    ("1765148493107800002", [2]),
    (MADE_FOLDER.tenant_id, [3]),
    (MADE_FOLDER.creator, [1, 3]),
    ("IAAFanxb", [2, 3]),
    (CUSTOMER.user_id, [2]),
    ("Family", [1, 3]),
    ("客户", [2]),
    ("客户 A", [2]),
    ("%", []),
    ("_", []),
    ("Hol%", []),
    ("Hol_day", []),
    ("Holiday OR trip", []),
    ("Holiday*", []),
    ('"Holiday"', []),
    ("name:Holiday", []),
    ("NEAR(Holiday)", []),
    ("^Holiday", []),
    ("albumId", []),
    ("Holiday\0", []),
    ("x" * 60_000, []),
    ("\ud800\ud800\ud800", []),
]


@pytest.mark.parametrize(("text", "attempts"), EXAMPLES)
def test_examples_with_the_index(journal: Journal, text: str, attempts: list[int]) -> None:
    fill(journal)
    assert found(journal, text) == attempts


@pytest.mark.usefixtures("no_trigrams")
def test_the_same_without_the_index(journal: Journal) -> None:
    fill(journal)
    assert [(text, found(journal, text)) for text, _attempts in EXAMPLES] == EXAMPLES


def test_filters_narrow_a_search(journal: Journal) -> None:
    fill(journal)
    query = HistoryQuery(text=MADE_FOLDER.id)
    assert journal.history.count(replace(query, connection_ids=frozenset({"c-1"}))) == 1
    assert journal.history.count(replace(query, outcomes=frozenset({OutcomeKind.UNKNOWN}))) == 0
    assert journal.history.count(replace(query, until=MORNING)) == 0


def model(text: str, attempts: list[tuple[Attempt, str]]) -> list[int]:
    """Return what a search should find: plain Python over all texts that a search looks into.

    Names are compared folded, as people see them; IDs, which are ASCII, but for the case of A to Z.
    """
    forms = {text.translate(FOLD), folded(text).translate(FOLD)}
    return [
        attempt.attempt_id
        for attempt, related in attempts
        if any(
            form in (value or "").translate(FOLD)
            for value in (
                attempt.name,
                attempt.result_id,
                attempt.file_id,
                attempt.group_id,
                attempt.tenant_id,
                attempt.creator,
                attempt.trace_id,
                attempt.connection_name,
                attempt.user_id,
                related,
            )
            for form in forms
        )
        or any(
            folded(text) in folded(value or "")
            for value in (attempt.name, attempt.connection_name, attempt.user_id)
        )
    ]


ENTRIES = st.fixed_dictionaries(
    {"name": NAMES, "id": IDS, "file": IDS, "group": IDS, "trace": NAMES, "container": IDS, "user": NAMES}
)


def write(journal: Journal, entry: dict[str, str | None]) -> str:
    """Write one shared folder down, and return the IDs of its request."""
    attempt_id = journal.attempts.begin(
        request=replace(FOLDER, name=entry["name"], container_id=entry["container"] or ""),
        connection=replace(FAMILY, name=entry["trace"], user_id=entry["user"]),
        trace_id=entry["trace"],
        body="{}",
        started_at=MORNING,
    )
    if entry["id"] is not None:
        made = replace(MADE_FOLDER, id=entry["id"], share_folder_id=entry["file"], group_id=entry["group"])
        journal.attempts.settle(attempt_id, Settlement(OutcomeKind.CREATED, MORNING, created=made))
    return entry["container"] or ""


@settings(max_examples=80)
@given(st.lists(ENTRIES, min_size=1, max_size=6), st.data())
def test_a_search_finds_what_holds_the_text_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, entries: list[dict[str, str | None]], data: st.DataObject
) -> None:
    with Journal(tmp_path_factory.mktemp("journal") / "history.sqlite3") as journal:
        related = [write(journal, entry) for entry in entries]
        attempts = list(zip(journal.history.attempts(HistoryQuery(descending=False)), related, strict=True))
        text = data.draw(
            st.sampled_from([value for entry in entries for value in entry.values() if value] or ["a"])
        )
        first = data.draw(st.integers(0, len(text) - 1))
        for needle in (
            text,
            text[first:],
            text[first : first + 2],
            text[first : first + 3].swapcase() if text.isascii() else text[first : first + 3],
            data.draw(NAMES.filter(bool)),
        ):
            assert found(journal, needle) == model(needle, attempts), needle
            journal.history._indexed = not journal.history._indexed


@example("a" * 200)
@example('"""')
@given(st.text(st.sampled_from(TRICKY), min_size=3, max_size=60))
def test_no_text_means_something_to_the_index(text: str) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'trigram', detail = none)")
        connection.execute("INSERT INTO t VALUES (?)", (f"before {text} after",))
        proposed = connection.execute("SELECT rowid FROM t WHERE t MATCH ?", (search_index.proposal(text),))
        assert proposed.fetchall() == [(1,)]


def test_attempts_written_without_the_index_are_found_with_it(path: Path) -> None:
    with Journal(path) as journal:
        fill(journal)
        assert journal.history._indexed
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_index, "trigrams_available", lambda: False)
        with Journal(path) as journal:
            assert not journal.history._indexed
            attempt_id = begin(journal, replace(ALBUM, name="Written blindly"))
            assert found(journal, "blind") == [attempt_id]
            # A trigger would need the module that is not there.
            assert indexed(journal, "blind") == []
    with Journal(path) as journal:
        assert journal.history._indexed
        assert found(journal, "blind") == [attempt_id]
        assert indexed(journal, "blind") == [attempt_id]
        journal.attempts.settle(attempt_id, created("1805929618625077777"))
        assert indexed(journal, "77777") == [attempt_id]


def test_an_id_that_a_later_outcome_replaces_is_no_longer_found(journal: Journal) -> None:
    attempt_id = begin(journal)
    with_id = Settlement(OutcomeKind.UNKNOWN, MORNING, created=CreatedAlbum("4444444444"))
    journal.attempts.settle(attempt_id, with_id)
    assert found(journal, "44444") == [attempt_id]
    journal.attempts.settle(attempt_id, created())
    assert found(journal, "44444") == indexed(journal, "44444") == []
    assert found(journal, ALBUM_ID) == [attempt_id]


def plan_of_count(journal: Journal, text: str) -> list[str]:
    with journal.history._reader.snapshot() as connection:
        chosen = filter_of(HistoryQuery(text=text), connection)
        plan = connection.execute(
            f"EXPLAIN QUERY PLAN SELECT count(*) FROM attempt a {chosen.where}", chosen.values
        ).fetchall()
    return [step[3] for step in plan]


def test_chinese_is_searched_without_reading_the_ids(journal: Journal) -> None:
    fill(journal)
    assert plan_of_count(journal, "春节") == ["SCAN a USING COVERING INDEX attempt_by_name"]
    journal.attempts.settle(begin(journal), created("节日"))
    reading, *unusual = plan_of_count(journal, "春节")
    assert reading == "SCAN a USING COVERING INDEX attempt_by_name"
    assert any("attempt_with_unusual_ids" in step for step in unusual)
    assert found(journal, "节日") == [4]


@pytest.mark.parametrize("limits", [(50_000, 250_000), (1, 2), (1, 100), (0, 0)])
def test_many_matches_are_found_like_few(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, limits: tuple[int, int]
) -> None:
    monkeypatch.setattr(selection, "_MOST_LISTED", limits[0])
    monkeypatch.setattr(selection, "_MOST_PROPOSED", limits[1])
    for number in range(30):
        begin(journal, replace(ALBUM, name=f"Holiday {number % 3}"), trace_id="t")
    assert found(journal, "Holiday") == list(range(1, 31))
    assert found(journal, "day 2") == list(range(3, 31, 3))
    assert found(journal, " 2") == list(range(3, 31, 3))
    assert found(journal, "Family") == list(range(1, 31))
    assert found(journal, "nothing") == []


def indexed(journal: Journal, text: str) -> list[int]:
    """Return what the index proposes."""
    with journal.history._reader.snapshot() as connection:
        proposed = connection.execute(
            "SELECT rowid FROM attempt_search WHERE attempt_search MATCH ?", (search_index.proposal(text),)
        )
        return [row for (row,) in proposed]


def test_the_searched_columns_are_those_of_the_table(journal: Journal) -> None:
    with journal.history._reader.snapshot() as connection:
        columns = {row[1] for row in connection.execute("PRAGMA table_info (attempt)")}
    assert columns >= set(search_index.SEARCHED_COLUMNS) > set(schema.ID_COLUMNS)
