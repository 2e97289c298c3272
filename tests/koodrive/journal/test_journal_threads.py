"""Reads and writes of several threads do not wait for each other, and reads can be stopped."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from journal_samples import ALBUM, begin, created

from koodrive.errors import JournalError
from koodrive.journal import HistoryQuery, Journal, ReadInterruptedError
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

ENDLESS = "WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t"


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    # A write that had to wait for a read would fail at once.
    with Journal(tmp_path / "history.sqlite3", busy_seconds=0.0) as opened:
        yield opened


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as executor:
        yield executor


def read_without_end(journal: Journal, started: threading.Event) -> None:
    with journal.history._reader.snapshot() as connection:
        run_without_end(connection, started)


def run_without_end(connection: sqlite3.Connection, started: threading.Event) -> None:
    # The first call comes from inside the statement, so that it runs when the test goes on.
    connection.set_progress_handler(lambda: started.set() or 0, 1000)
    try:
        connection.execute(ENDLESS).fetchone()
    finally:
        connection.set_progress_handler(None, 0)


def test_a_long_read_does_not_delay_writes_and_can_be_stopped(
    journal: Journal, pool: ThreadPoolExecutor
) -> None:
    started = threading.Event()
    reading = pool.submit(read_without_end, journal, started)
    assert started.wait(10)
    attempt_id = pool.submit(begin, journal).result(10)
    pool.submit(journal.attempts.settle, attempt_id, created()).result(10)
    assert not reading.done()
    journal.history.interrupt()
    with pytest.raises(ReadInterruptedError, match="stopped"):
        reading.result(10)
    assert journal.history.rows(HistoryQuery(), 0, 1)[0].outcome is OutcomeKind.CREATED


def test_interrupting_nothing_does_nothing(journal: Journal) -> None:
    begin(journal)
    journal.history.interrupt()
    assert journal.history.count(HistoryQuery(text="Holiday")) == 1


def test_closing_stops_a_long_read(journal: Journal, pool: ThreadPoolExecutor) -> None:
    started = threading.Event()
    reading = pool.submit(read_without_end, journal, started)
    assert started.wait(10)
    pool.submit(journal.close).result(10)
    with pytest.raises(JournalError):
        reading.result(10)


def test_an_export_sees_one_moment_and_is_in_nobodys_way(journal: Journal) -> None:
    for _ in range(250):
        begin(journal)
    export = journal.history.attempts(HistoryQuery(descending=False))
    seen = [next(export).attempt_id]
    journal.attempts.settle(240, created())
    assert begin(journal) == 251
    assert journal.history.rows(HistoryQuery(), 0, 1)[0].attempt_id == 251
    journal.history.interrupt()
    rest = list(export)
    assert rest[-1].attempt_id == 250
    assert {attempt.outcome for attempt in rest} == {OutcomeKind.SENDING}
    assert len(seen) + len(rest) == 250


def test_an_export_that_is_left_lets_go_of_the_file(journal: Journal) -> None:
    begin(journal)
    export = journal.history.attempts(HistoryQuery())
    next(export)
    assert len(journal.history._exports) == 1
    export.close()
    assert not journal.history._exports


def test_closing_ends_an_export(journal: Journal) -> None:
    for _ in range(250):
        begin(journal)
    export = journal.history.attempts(HistoryQuery())
    next(export)
    journal.close()
    with pytest.raises(JournalError, match="closed"):
        list(export)


def test_reads_during_writes_see_whole_attempts(journal: Journal, pool: ThreadPoolExecutor) -> None:
    done = threading.Event()

    def write() -> int:
        try:
            for number in range(150):
                journal.attempts.settle(begin(journal, replace(ALBUM, name=f"Holiday {number}")), created())
        finally:
            done.set()
        return journal.history.latest_id()

    def read(query: HistoryQuery) -> int:
        count = 0
        while not done.is_set():
            # A window that is read after the count may only have more.
            latest, count = count, journal.history.count(query)
            assert latest <= count <= len(journal.history.rows(query, 0, 1000))
            for row in journal.history.rows(query, 0, 1000):
                assert (row.outcome is OutcomeKind.CREATED) == (row.result_id is not None)
        return journal.history.count(query)

    writing = pool.submit(write)
    readers = [pool.submit(read, HistoryQuery(text=text)) for text in ("", "Holiday", "li")]
    assert writing.result(30) == 150
    assert [reader.result(30) for reader in readers] == [150, 150, 150]


def test_writers_wait_for_each_other(journal: Journal, pool: ThreadPoolExecutor) -> None:
    ids = list(pool.map(lambda _number: begin(journal), range(100)))
    assert sorted(ids) == list(range(1, 101))
    list(pool.map(lambda attempt_id: journal.attempts.settle(attempt_id, created()), ids))
    assert journal.history.count(HistoryQuery(outcomes=frozenset({OutcomeKind.CREATED}))) == 100
