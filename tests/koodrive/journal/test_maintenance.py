"""The background work on an open history: the check of its file, the repair of indexes, and checkpoints."""

from __future__ import annotations

import logging
import shutil
import sqlite3
import threading
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from damaged_files import filled, forget_cells, leaves, overwrite
from journal_samples import begin, created

from koodrive.backend.backend import Backend
from koodrive.journal import HistoryQuery, Journal, SortColumn, database
from koodrive.journal.recovery.integrity_check import check

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from koodrive.messages import Message

pytestmark = pytest.mark.slow

ATTEMPTS = 300
DEADLINE = 20


@pytest.fixture
def large(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a history that is not checked when it is opened."""
    monkeypatch.setattr(database, "_CHECKED_WHOLE", 0)
    filled(path, ATTEMPTS)
    return path


@pytest.fixture
def backend(path: Path) -> Iterator[Backend]:
    backend = Backend(path.parent)
    yield backend
    backend.close()


def until(is_done: Callable[[], bool]) -> None:
    """Wait for something that happens in the background."""
    end = time.monotonic() + DEADLINE
    while not is_done():
        assert time.monotonic() < end
        threading.Event().wait(0.02)


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def noticed(path: Path) -> tuple[Journal, Message]:
    """Open a history with its background work, and return what is said of it; the journal is to be closed."""
    journal = Journal(path)
    told: list[Message] = []
    is_told = threading.Event()
    journal.listen(lambda notice: (told.append(notice), is_told.set()))
    journal.start_maintenance()
    assert is_told.wait(DEADLINE)
    assert journal.notice == told[0]
    return journal, told[0]


@pytest.mark.parametrize("forgotten", [2, 7])
def test_c50_rows_that_a_leaf_has_forgotten_are_counted_and_told(large: Path, forgotten: int) -> None:
    forget_cells(large, leaves(large, "attempt")[1], forgotten)
    journal, notice = noticed(large)
    with journal:
        assert f"{forgotten} of {ATTEMPTS} entries" in notice
        assert len(list(journal.history.attempts(HistoryQuery(text="Garden")))) == ATTEMPTS


@pytest.mark.parametrize("table", ["attempt", "exchange"])
def test_c50_a_damaged_leaf_is_told_with_the_number_of_its_rows(large: Path, table: str) -> None:
    start = leaves(large, table)[2]
    rows = int.from_bytes(large.read_bytes()[start + 3 : start + 5], "big")
    overwrite(large, start, 8)
    journal, notice = noticed(large)
    with journal:
        assert f"{rows} of {ATTEMPTS} entries" in notice
        assert journal.history.count(HistoryQuery()) == ATTEMPTS


def test_c50_text_that_is_no_utf_8_is_counted_and_told(path: Path) -> None:
    filled(path, 40)
    change(
        path,
        "UPDATE exchange SET answer = CAST(x'FF5365637265742042797465' AS TEXT) WHERE attempt_id IN (5, 9)",
        "UPDATE attempt SET creator = CAST(x'53656372657420ED' AS TEXT) WHERE attempt_id = 30",
    )
    journal, notice = noticed(path)
    with journal:
        assert "3 of 40 entries" in notice
        assert "ecret" not in notice


@pytest.mark.parametrize("index", ["attempt_by_name", "attempt_by_result", "attempt_by_connection"])
@pytest.mark.parametrize("damage", ["leaf", "cells"])
def test_c50_a_damaged_index_is_rebuilt(
    large: Path, backend: Backend, caplog: pytest.LogCaptureFixture, index: str, damage: str
) -> None:
    start = leaves(large, index)[0]
    if damage == "leaf":
        overwrite(large, start, 150)
    else:
        forget_cells(large, start, 3)
    with caplog.at_level(logging.WARNING):
        backend.open()
        until(lambda: "indexes of the history rebuilt" in caplog.text)
        until(lambda: "search index of the history rebuilt" in caplog.text)
    for sort in SortColumn:
        assert len(backend.journal.history.rows(HistoryQuery(sort=sort), 0, ATTEMPTS)) == ATTEMPTS
    begin(backend.journal)
    backend.close()
    with closing(sqlite3.connect(large)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("damage", ["data", "missing rows"])
def test_c50_a_damaged_search_index_is_rebuilt(
    large: Path, backend: Backend, caplog: pytest.LogCaptureFixture, damage: str
) -> None:
    if damage == "data":
        change(large, "UPDATE attempt_search_data SET block = zeroblob(30) WHERE id > 10")
    else:
        change(large, "DELETE FROM attempt_search_docsize WHERE id > 250")
    with caplog.at_level(logging.WARNING):
        backend.open()
        until(lambda: "search index of the history rebuilt" in caplog.text)
    assert backend.journal.history.count(HistoryQuery(text="Garden")) == ATTEMPTS
    backend.journal.attempts.settle(begin(backend.journal), created("4444"))
    assert backend.journal.history.count(HistoryQuery(text="4444")) == 1


def ruined(path: Path, part: str) -> None:
    """Overwrite every page of one table of the search index."""
    for leaf in leaves(path, f"attempt_search_{part}"):
        overwrite(path, leaf, 2_000)


@pytest.mark.parametrize("part", ["data", "idx", "docsize"])
def test_c50_a_search_index_whose_pages_are_ruined_is_begun_anew(
    large: Path, backend: Backend, caplog: pytest.LogCaptureFixture, part: str
) -> None:
    ruined(large, part)
    with caplog.at_level(logging.WARNING):
        backend.open()
        until(lambda: "search index of the history rebuilt" in caplog.text)
    backend.journal.attempts.settle(begin(backend.journal), created("4444"))
    assert backend.journal.history.count(HistoryQuery(text="4444")) == 1
    assert backend.journal.history.count(HistoryQuery(text="Garden")) == ATTEMPTS
    backend.close()
    with Journal(large) as again:
        assert again.history.count(HistoryQuery(text="4444")) == 1


@pytest.mark.parametrize("part", ["data", "idx", "docsize"])
def test_c50_a_ruined_search_index_keeps_nothing_from_being_written_meanwhile(large: Path, part: str) -> None:
    ruined(large, part)
    with Journal(large) as journal:
        journal.attempts.settle(begin(journal), created("4444"))
        assert journal.history.count(HistoryQuery(text="4444")) == 1
        assert journal.history.count(HistoryQuery(text="Garden")) == ATTEMPTS


def test_c50_an_outcome_is_written_when_the_search_index_is_ruined_after_the_intent(large: Path) -> None:
    with Journal(large) as journal:
        attempt_id = begin(journal)
        change(large, "UPDATE attempt_search_data SET block = x'5a5a5a' WHERE id = 10 OR id = 1 OR id > 100")
        journal.attempts.settle(attempt_id, created("4444"))
        assert journal.history.attempt(attempt_id).result_id == "4444"


def test_c50_a_sound_history_says_nothing_and_closes_in_the_middle_of_its_check(large: Path) -> None:
    for _ in range(5):
        journal = Journal(large)
        journal.start_maintenance()
        journal.close()
        assert journal.notice is None
        assert not [thread for thread in threading.enumerate() if thread.name == "history maintenance"]


def test_c50_what_is_written_while_it_is_counted_is_no_damage(path: Path) -> None:
    filled(path, 30)
    counted: list[str] = []
    with Journal(path) as journal, closing(database.connect(path, 5.0, mode="ro")) as connection:

        def write(statement: str) -> None:
            if "count(*)" in statement:
                counted.append(statement)
                journal.attempts.settle(begin(journal), created(str(len(counted))))

        connection.set_trace_callback(write)
        condition = check(connection, indexed=True, whole=True, pause=lambda: False)
    assert len(counted) > 5
    assert condition is not None
    assert condition.is_sound


def test_c51_what_was_created_is_in_the_main_file_when_nothing_is_written(
    path: Path, tmp_path: Path, backend: Backend
) -> None:
    backend.open()
    for _ in range(4):
        backend.journal.attempts.settle(begin(backend.journal), created())

    def copied() -> int:
        copy = tmp_path / "copy.sqlite3"
        shutil.copy(path, copy)
        try:
            with closing(sqlite3.connect(copy)) as connection:
                found = connection.execute("SELECT count(*) FROM attempt WHERE outcome = 'created'")
                return found.fetchone()[0]
        except sqlite3.DatabaseError:
            return -1

    until(lambda: copied() == 4)
    backend.journal.attempts.settle(begin(backend.journal), created())
    until(lambda: copied() == 5)


def test_c51_a_checkpoint_delays_no_write_though_a_reader_holds_an_old_state(
    path: Path, backend: Backend
) -> None:
    backend.open()
    begin(backend.journal)
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM attempt").fetchone()
        end = time.monotonic() + 2.5
        slowest = 0.0
        while time.monotonic() < end:
            begun = time.monotonic()
            begin(backend.journal)
            slowest = max(slowest, time.monotonic() - begun)
            threading.Event().wait(0.3)
    # The lock of another connection would have been waited for much longer.
    assert slowest < 1
