"""Threads that write at once share commits; each is on the disk when it goes on, and none pays for another's error."""

from __future__ import annotations

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest
from journal_samples import ALBUM, CUSTOMER, MORNING, begin, created

from koodrive.errors import JournalError, KoodriveError
from koodrive.journal.sharing import group_commit
from koodrive.messages import Message

if TYPE_CHECKING:
    from koodrive.journal import Journal

THREADS = 12


@pytest.fixture
def commits(journal: Journal) -> list[str]:
    """Return the COMMITs of the writer, as they come."""
    seen: list[str] = []
    journal.attempts._writer._connection.set_trace_callback(
        lambda text: seen.append(text) if text == "COMMIT" else None
    )
    return seen


@contextmanager
def writes_wait(journal: Journal):
    """Keep the first write from its transaction until the block ends, so that others queue up behind it."""
    with journal.attempts._writer._lock:
        yield


def queued(journal: Journal, count: int) -> bool:
    return len(journal.attempts._commits._queue) == count


def together(journal, works, wait):
    """Run `works` on threads of their own, all but the first in one group, and return what each gave or raised."""
    with ThreadPoolExecutor(len(works)) as pool:
        with writes_wait(journal):
            first = pool.submit(works[0])
            wait(lambda: journal.attempts._commits._is_committing and queued(journal, 0))
            others = [pool.submit(work) for work in works[1:]]
            wait(lambda: queued(journal, len(others)))
        return [future.exception(20) or future.result() for future in (first, *others)]


@pytest.fixture
def wait():
    """Return a function that waits for a condition."""

    def until(condition) -> None:
        while not condition():
            threading.Event().wait(0.001)

    return until


def test_what_waits_is_committed_at_once(journal, path, commits, wait):
    numbers = together(journal, [lambda: begin(journal)] * THREADS, wait)
    assert sorted(numbers) == list(range(1, THREADS + 1))
    assert len(commits) == 2
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT count(*) FROM exchange").fetchone() == (THREADS,)


def test_a_write_that_is_refused_takes_back_its_own_changes_alone(journal, commits, wait):
    begin(journal)

    def half() -> None:
        def write(database: sqlite3.Connection) -> None:
            database.execute("UPDATE attempt SET name = 'half'")
            raise KoodriveError(Message("Refused"), Message("Nothing was sent."))

        journal.attempts._write(write)

    works = [
        lambda: begin(journal),
        half,
        lambda: begin(journal),
        lambda: journal.attempts.settle(99, created()),
        half,
    ]
    results = together(journal, works, wait)
    assert [str(result)[:9] if isinstance(result, Exception) else result for result in results[:3]] == [
        2,
        "Refused: ",
        3,
    ]
    assert isinstance(results[3], JournalError)
    assert "not in it" in str(results[3])
    assert isinstance(results[4], KoodriveError)
    assert journal.history.attempt(1).name == ALBUM.name
    assert len(commits) == 3


def test_a_write_that_the_database_does_not_take_keeps_back_no_other(journal, wait):
    def broken() -> None:
        journal.attempts._write(lambda database: database.execute("INSERT INTO nowhere VALUES (1)"))

    results = together(
        journal, [lambda: begin(journal), lambda: begin(journal), broken, lambda: begin(journal)], wait
    )
    assert sorted(result for result in results if isinstance(result, int)) == [1, 2, 3]
    assert isinstance(results[2], JournalError)


def test_nothing_of_a_group_counts_whose_commit_fails(journal, wait):
    """The disk is full: each is told so, and nothing is there."""
    writer = journal.attempts._writer
    with writer.exclusive() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
    results = together(journal, [lambda: begin_large(journal)] * 6, wait)
    assert all(isinstance(result, JournalError) for result in results)
    assert all("disk is full" in str(result) for result in results)
    with writer.exclusive() as connection:
        connection.execute("PRAGMA max_page_count = 1000000")
    assert begin(journal) == 1


def begin_large(journal: Journal) -> int:
    return journal.attempts.begin(
        request=ALBUM, connection=CUSTOMER, trace_id="t" * 58, body="{}" + " " * 60_000, started_at=MORNING
    )


@pytest.mark.parametrize("at_once", [1, 3, 64])
def test_many_threads_write_everything_once(journal, at_once, monkeypatch):
    monkeypatch.setattr(group_commit, "MOST_AT_ONCE", at_once)

    def work(_number: int) -> int:
        attempt_id = begin(journal)
        journal.attempts.settle(attempt_id, created())
        return attempt_id

    with ThreadPoolExecutor(16) as pool:
        assert sorted(pool.map(work, range(160))) == list(range(1, 161))
    assert journal.attempts.close_interrupted() == 0
    assert not journal.attempts._commits._is_committing


def test_an_interrupt_of_the_one_that_commits_stops_no_other(journal, wait, monkeypatch):
    class Interrupt(BaseException):
        pass

    real, fails = journal.attempts._commits._commit_together, [True]

    def interrupted(group) -> bool:
        if fails.pop() if fails else False:
            raise Interrupt
        return real(group)

    monkeypatch.setattr(journal.attempts._commits, "_commit_together", interrupted)
    results = together(journal, [lambda: begin(journal)] * 6, wait)
    assert [type(result) for result in results].count(Interrupt) == 1
    assert sorted(result for result in results if isinstance(result, int)) == [1, 2, 3, 4, 5]
