"""Several processes on one history: what is under way belongs to a process that lives, and opening takes turns."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from queue import Empty, Queue
from typing import TYPE_CHECKING

import pytest
from journal_samples import begin, created, settled

import koodrive
from koodrive.core.file_lock import FileLock
from koodrive.errors import JournalError
from koodrive.journal import Journal
from koodrive.journal.schema import MIGRATIONS, migrate, version_of
from koodrive.journal.sharing import watch
from koodrive.journal.sharing.processes import ProcessRegistry, lock_folder
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Iterator

BEGIN = """
import sys
sys.path[:0] = sys.argv[1:3]
from pathlib import Path
from journal_samples import begin
from koodrive.journal import Journal
journal = Journal(Path(sys.argv[3]))
print(begin(journal), flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def sender(path: Path):
    """Return a process that sends, and the number of its attempt."""
    roots = [str(Path(koodrive.__file__).parents[1]), str(Path(__file__).parent)]
    with subprocess.Popen(
        [sys.executable, "-c", BEGIN, *roots, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process, int(process.stdout.readline())
        process.kill()


def test_an_attempt_is_interrupted_when_its_process_has_died_and_not_before(path, sender):
    process, attempt_id = sender
    with Journal(path) as journal:
        assert journal.attempts.close_interrupted() == 0
        assert journal.history.attempt(attempt_id).outcome is OutcomeKind.SENDING
        assert len(journal.processes.others()) == 1
        process.kill()
        process.wait(20)
        assert journal.attempts.close_interrupted() == 1
        assert journal.history.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN
        assert journal.processes.others() == []
    assert list(lock_folder(path).glob("process-*")) == []


def test_a_folder_that_is_reached_by_a_link_has_the_same_processes(path, tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with Journal(tmp_path / "real" / path.name) as journal:
        attempt_id = begin(journal)
        with Journal(tmp_path / "link" / path.name) as other:
            assert other.attempts.close_interrupted() == 0
        journal.attempts.settle(attempt_id, created())


def test_a_process_that_removes_dead_ones_takes_no_new_one_for_dead(path):
    def come_and_go(_number: int) -> int:
        registry = ProcessRegistry(path)
        registry.enter()
        others = registry.others()
        assert registry.is_alive(registry.own)
        registry.leave()
        return len(others)

    with ThreadPoolExecutor(8) as pool:
        assert max(pool.map(come_and_go, range(200))) < 8
    assert ProcessRegistry(path).others() == []


def test_many_open_a_new_history_at_once(path):
    def work(_number: int) -> int:
        with Journal(path, busy_seconds=30) as journal:
            assert journal.notice is None
            return begin(journal)

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(work, range(24))) == list(range(1, 25))


def test_the_one_that_opens_it_keeps_others_waiting(path):
    lock = FileLock(lock_folder(path) / "opening")
    lock.acquire()
    with pytest.raises(JournalError, match="Another program keeps"):
        Journal(path, busy_seconds=0.05)
    lock.release()
    Journal(path, busy_seconds=0.05).close()


def test_a_damaged_history_is_not_put_aside_while_another_process_uses_it(path):
    with Journal(path) as journal:
        begin(journal)
        journal.attempts._writer._connection.execute("PRAGMA wal_checkpoint (TRUNCATE)")
        content = path.read_bytes()
        path.write_bytes(b"x" * len(content))
        with pytest.raises(JournalError, match="Quit KooDesk"):
            Journal(path)
        path.write_bytes(content)
    assert [file.name for file in path.parent.glob("*corrupt*")] == []


def test_a_file_that_a_newer_koodesk_has_migrated_meanwhile_keeps_its_version(path):
    Journal(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
        migrate(connection)
        assert version_of(connection) == len(MIGRATIONS) + 1


@pytest.fixture
def changes(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> Iterator[Queue[int]]:
    """Return what the history reports about other processes."""
    monkeypatch.setattr(watch, "POLL_SECONDS", 0.01)
    reported: Queue[int] = Queue()
    journal.watch(reported.put)
    yield reported
    journal.close()
    assert not journal._watch._thread.is_alive()


def test_what_another_process_writes_is_reported_and_what_this_one_writes_is_not(journal, path, changes):
    begin(journal)
    with Journal(path) as other:
        journal.attempts.settle(1, created())
        with pytest.raises(Empty):
            changes.get(timeout=0.1)
        attempt_id = begin(other)
        assert changes.get(timeout=10) == 0
        assert journal.history.attempt(attempt_id).outcome is OutcomeKind.SENDING
        other.attempts.settle(attempt_id, created())
        assert changes.get(timeout=10) == 0


def test_a_process_that_has_died_while_it_sent_is_noticed(journal, sender, changes):
    process, attempt_id = sender
    process.kill()
    process.wait(20)
    assert changes.get(timeout=10) == 1
    assert journal.history.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN


def test_two_processes_that_find_one_object_for_two_lost_creates_keep_it_for_one(journal, path):
    with Journal(path) as other:
        lost = [begin(journal), begin(other)]
        for one, attempt_id in zip((journal, other), lost, strict=True):
            one.attempts.settle(attempt_id, settled(OutcomeKind.UNKNOWN))
        journal.attempts.settle(lost[0], replace(created(), is_found=True))
        with pytest.raises(JournalError, match="Another entry has this ID"):
            other.attempts.settle(lost[1], replace(created(), is_found=True))
        assert other.history.attempt(lost[1]).outcome is OutcomeKind.UNKNOWN
