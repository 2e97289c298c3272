"""The requests that wait for their turn: each stays until its attempt begins, and leaves in that transaction."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from journal_samples import ALBUM, CUSTOMER, FAMILY, MORNING, TRACE_ID, begin, start_process

from koodrive.errors import JournalError
from koodrive.journal import HistoryQuery, Journal
from koodrive.models import RequestKind

if TYPE_CHECKING:
    from pathlib import Path

BODY = '{"albumName": "春节 \\ud83c"}'


def add(journal: Journal, body: str = BODY) -> int:
    return journal.queue.add(RequestKind.ALBUM, body, FAMILY, MORNING)


def begin_queued(journal: Journal, queued_id: int, check: object = None) -> int:
    return journal.attempts.begin(
        request=ALBUM,
        connection=FAMILY,
        trace_id=TRACE_ID,
        body="{}",
        started_at=MORNING,
        check=check,
        queued_id=queued_id,
    )


def test_requests_are_kept_whole_and_in_their_order(path: Path) -> None:
    with Journal(path) as journal:
        first = add(journal)
        later = MORNING + timedelta(minutes=3)
        second = journal.queue.add(RequestKind.SHARED_FOLDER, "{}", CUSTOMER, later)
    with Journal(path) as journal:
        album, folder = journal.queue.requests()
    assert (album.queued_id, folder.queued_id) == (first, second)
    assert (album.kind, album.body, album.queued_at) == ("album", BODY, MORNING)
    assert (folder.kind, folder.connection_id, folder.connection_name) == ("sharedFolder", "c-2", "客户 A")
    assert (folder.service_address, folder.user_id) == CUSTOMER.account_key
    assert folder.queued_at == later


def test_a_request_leaves_as_its_attempt_begins(journal: Journal) -> None:
    add(journal, "{}")
    queued_id = add(journal)
    attempt_id = begin_queued(journal, queued_id)
    assert [one.body for one in journal.queue.requests()] == ["{}"]
    assert journal.history.attempt(attempt_id).outcome == "sending"


def test_an_attempt_that_does_not_begin_leaves_it_in_the_queue(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    queued_id = add(journal)
    monkeypatch.setattr("koodrive.journal.search_index.add_folded_name", fail)
    with pytest.raises(JournalError):
        begin_queued(journal, queued_id)
    assert [one.queued_id for one in journal.queue.requests()] == [queued_id]
    assert journal.history.count(HistoryQuery()) == 0


def test_a_request_that_does_not_leave_has_no_attempt(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    queued_id = add(journal)
    monkeypatch.setattr("koodrive.journal.attempts.leave_queue", fail)
    with pytest.raises(JournalError):
        begin_queued(journal, queued_id)
    assert len(journal.queue.requests()) == 1
    assert journal.history.count(HistoryQuery()) == 0


def test_what_is_removed_is_gone_and_its_number_is_not_used_again(journal: Journal) -> None:
    queued_id = add(journal)
    journal.queue.remove(queued_id)
    journal.queue.remove(queued_id)
    assert journal.queue.requests() == []
    assert add(journal) > queued_id


def test_an_attempt_without_a_place_in_the_queue_leaves_it_alone(journal: Journal) -> None:
    add(journal)
    begin(journal)
    assert len(journal.queue.requests()) == 1


def test_a_process_that_is_killed_has_kept_it(path: Path) -> None:
    process = start_process(
        "import sys, os, signal\n"
        "from pathlib import Path\n"
        "from test_queue import add\n"
        "from koodrive.journal import Journal\n"
        "add(Journal(Path(sys.argv[1])))\n"
        "os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, 'SIGKILL') else signal.SIGTERM)\n",
        path,
    )
    process.communicate(timeout=30)
    with Journal(path) as journal:
        assert [one.body for one in journal.queue.requests()] == [BODY]


def test_a_file_of_the_version_before_gets_the_table(path: Path) -> None:
    with Journal(path) as journal:
        begin(journal)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute("DROP TABLE queued")
        connection.execute(f"PRAGMA user_version = {version - 1}")
    with Journal(path) as journal:
        assert journal.queue.requests() == []
        assert begin_queued(journal, add(journal)) == 2
