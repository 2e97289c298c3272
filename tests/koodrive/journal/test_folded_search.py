"""Search that ignores case, composition and width, also beyond ASCII."""

from __future__ import annotations

import sqlite3
import threading
import time
import unicodedata
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journal_samples import ALBUM, ALBUM_ID, FAMILY, begin, created

from koodrive.backend.backend import Backend
from koodrive.core.characters import folded
from koodrive.journal import HistoryQuery, Journal, database, search_index
from koodrive.journal.attempts.stored_messages import DATA_COLUMNS

if TYPE_CHECKING:
    from pathlib import Path

PAIRS = [
    ("ÖSTERREICH 2026", "österreich"),
    ("Straße", "STRASSE"),
    ("STRASSE", "straße"),
    ("ΟΔΥΣΣΕΥΣ", "οδυσσευς"),
    ("Οδυσσεύς", "ΣΕΎΣ"),
    ("МОСКВА", "москва"),
    (unicodedata.normalize("NFD", "Crème brûlée"), "crème brûlée"),
    ("Crème brûlée", unicodedata.normalize("NFD", "BRÛLÉE")),
    (unicodedata.normalize("NFD", "한국 여행"), "한국"),
    ("ＦＡＭＩＬＹ　１２", "family 12"),
    ("Party 12", "ＰＡＲＴＹ"),
    ("ｶﾞｰﾃﾞﾝ", "ガーデン"),
    ("客户（北京）２０２６", "户(北京)2026"),
    ("客户(北京)", "（北京）"),
    ("春游\N{CJK UNIFIED IDEOGRAPH-20BB7}", "\N{CJK UNIFIED IDEOGRAPH-20BB7}"),
    ("İZMİR", "i̇zmi̇r"),
    ("ISPARTA ılık", "ılık"),
    ("Éa", "éA"),
    ("Ǆ", "ǆ"),
    ("ŸY", "ÿ"),
    ("\N{DESERET CAPITAL LETTER LONG I}x", "\N{DESERET SMALL LETTER LONG I}"),
    ("before\0Mid\0after", "after"),
]


def found(journal: Journal, text: str) -> list[int]:
    """Return what a search finds, on which count, windows, first rows and export have to agree."""
    query = HistoryQuery(text=text, descending=False)
    rows = [attempt.attempt_id for attempt in journal.history.attempts(query)]
    assert journal.history.count(query) == len(rows)
    assert [row.attempt_id for row in journal.history.rows(query, 0, 99)] == rows
    assert [row.attempt_id for row in journal.history.first_rows(query, 99).rows] == rows
    return rows


@pytest.mark.parametrize(("name", "text"), PAIRS)
@pytest.mark.parametrize("trigrams", [True, False])
def test_c52_a_name_is_found_whatever_its_case_and_form(
    path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, *, trigrams: bool
) -> None:
    monkeypatch.setattr(search_index, "trigrams_available", lambda: trigrams)
    with Journal(path) as journal:
        begin(journal, replace(ALBUM, name="another"))
        attempt_id = begin(journal, replace(ALBUM, name=name))
        journal.attempts.settle(attempt_id, created())
        assert found(journal, text) == [attempt_id]
        assert found(journal, name) == [attempt_id]
        assert attempt_id in found(journal, text[:2])
        assert attempt_id in found(journal, text[:1])
        assert journal.history.attempt(attempt_id).name == name


@pytest.mark.parametrize("text", ["ä", "Ä", "är", "ÄR", "ÄRG", "ärger"])
def test_c52_filters_hold_beside_a_folded_search(journal: Journal, text: str) -> None:
    other = replace(FAMILY, connection_id="c-9", name="Elsewhere")
    first = begin(journal, replace(ALBUM, name="ÄRGER"))
    begin(journal, replace(ALBUM, name="Ärger"), other)
    assert journal.history.count(HistoryQuery(text=text)) == 2
    assert [
        row.attempt_id
        for row in journal.history.rows(HistoryQuery(text=text, connection_ids=frozenset({"c-1"})), 0, 9)
    ] == [first]


def test_c52_connections_and_ids_are_found_likewise(journal: Journal) -> None:
    attempt_id = begin(journal, connection=replace(FAMILY, name="KUNDE MÜLLER"))
    journal.attempts.settle(attempt_id, created())
    assert found(journal, "müller") == [attempt_id]
    wide = ALBUM_ID.translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})
    assert found(journal, wide) == [attempt_id]
    assert found(journal, wide[-2:]) == [attempt_id]


@given(st.text())
def test_c52_folding_again_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert folded(unicodedata.normalize("NFD", text)) == folded(unicodedata.normalize("NFC", text))


def an_old_history(path: Path, attempts: int) -> None:
    """Leave a history as it was before names were folded."""
    with Journal(path) as journal:
        with journal._writer.exclusive() as connection:
            connection.execute("PRAGMA synchronous = OFF")
        for number in range(attempts):
            begin(journal, replace(ALBUM, name=("ÜBER", "under", "上海")[number % 3]))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DROP TABLE folded_name")
        connection.execute("DROP TABLE unfolded")
        connection.execute("DROP TABLE queued")
        connection.execute("DROP TABLE batch_undo")
        connection.execute("DROP TABLE batch_undo_row")
        connection.execute("DROP INDEX attempt_by_create")
        connection.execute("ALTER TABLE attempt DROP COLUMN of_attempt")
        connection.execute("ALTER TABLE attempt DROP COLUMN action")
        connection.execute("ALTER TABLE attempt DROP COLUMN process")
        connection.execute("DROP TABLE batch")
        connection.execute("DROP TABLE batch_row")
        connection.execute("DROP INDEX attempt_by_batch")
        connection.execute("ALTER TABLE attempt DROP COLUMN batch_id")
        for column in DATA_COLUMNS:
            connection.execute(f"ALTER TABLE exchange DROP COLUMN {column}")
        steps = [step.__name__ for step in database.schema.MIGRATIONS]
        version = steps.index("_create_folded_names")
        assert steps[version:] == [
            "_create_folded_names",
            "_create_queue",
            "create_batch_tables",
            "_add_processes",
            "_add_undo",
            "_add_message_data",
        ]
        connection.execute(f"PRAGMA user_version = {version}")


def test_c52_an_old_history_is_searched_likewise_when_it_is_opened(path: Path) -> None:
    an_old_history(path, 30)
    with Journal(path) as journal:
        assert journal.names_are_folded
        assert len(found(journal, "über")) == 10
        assert len(found(journal, "上海")) == 10


def test_c52_a_large_old_history_is_prepared_in_the_background(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_old_history(path, 300)
    monkeypatch.setattr(search_index, "_FOLDED_AT_ONCE", 7)
    backend = Backend(path.parent)
    with closing(Journal(path)) as journal:
        # Not all of it: the start does not wait. What can be found by A to Z is found meanwhile.
        assert not journal.names_are_folded
        assert journal.history.count(HistoryQuery(text="UNDER")) == 100
        assert 0 < journal.history.count(HistoryQuery(text="über")) < 100
    try:
        backend.open()
        end = time.monotonic() + 30
        while not backend.journal.names_are_folded:
            assert time.monotonic() < end
            threading.Event().wait(0.02)
        begin(backend.journal, replace(ALBUM, name="ÜBERALL"))
        assert backend.journal.history.count(HistoryQuery(text="über")) == 101
    finally:
        backend.close()
