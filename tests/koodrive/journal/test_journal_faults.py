"""Killed processes, full and read-only disks, locks: what the journal keeps, and what it says."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from journal_samples import ALBUM, begin, created, start_process

from koodrive.errors import JournalError
from koodrive.journal import HistoryQuery, Journal
from koodrive.journal.errors import Operation, journal_error
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")

BEGIN_AND_WAIT = """
from pathlib import Path
from journal_samples import begin
from koodrive.journal import Journal
print(begin(Journal(Path(sys.argv[1]))), flush=True)
sys.stdin.read()
"""

DIE_BEFORE_COMMIT = """
import os, signal
from pathlib import Path
from journal_samples import begin
from koodrive.journal import Journal
journal = Journal(Path(sys.argv[1]))
begin(journal)
def die(statement):
    if statement == "COMMIT":
        os.kill(os.getpid(), signal.SIGKILL)
with journal._writer.exclusive() as connection:
    connection.set_trace_callback(die)
begin(journal)
"""

FILL_THE_DISK = """
import resource
from pathlib import Path
from journal_samples import begin, created
from koodrive.errors import JournalError
from koodrive.journal import HistoryQuery, Journal
path = Path(sys.argv[1])
journal = Journal(path)
kept = [begin(journal)]
limit = resource.getrlimit(resource.RLIMIT_FSIZE)
largest = max(file.stat().st_size for file in path.parent.iterdir())
resource.setrlimit(resource.RLIMIT_FSIZE, (largest + 20_000, limit[1]))
try:
    for _ in range(1000):
        kept.append(begin(journal))
except JournalError as error:
    print(error)
try:
    journal.attempts.settle(kept[0], created())
except JournalError as error:
    print(error)
assert journal.history.count(HistoryQuery()) == len(kept)
resource.setrlimit(resource.RLIMIT_FSIZE, limit)
kept.append(begin(journal))
journal.attempts.settle(kept[0], created())
assert journal.history.count(HistoryQuery()) == len(kept) > 1
print("going on")
journal.close()
"""

OPEN_AND_BEGIN = """
from pathlib import Path
from journal_samples import begin
from koodrive.errors import JournalError
from koodrive.journal import Journal
try:
    with Journal(Path(sys.argv[1])) as journal:
        begin(journal)
except JournalError as error:
    print(error)
"""

LOCK_AND_WAIT = """
import sqlite3
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA locking_mode = {mode}")
connection.execute("BEGIN IMMEDIATE")
connection.execute("DELETE FROM attempt WHERE attempt_id < 0")
print("locked", flush=True)
sys.stdin.read()
connection.close()
"""


WORDS = {
    sqlite3.SQLITE_FULL: "disk is full",
    sqlite3.SQLITE_IOERR_WRITE: "The disk did not",
    sqlite3.SQLITE_READONLY_DIRECTORY: "read-only",
    sqlite3.SQLITE_READONLY_DBMOVED: "moved, replaced or deleted",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened",
    sqlite3.SQLITE_BUSY_SNAPSHOT: "locked",
    sqlite3.SQLITE_CORRUPT_VTAB: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_TOOBIG: "SQLITE_TOOBIG",
}


@pytest.mark.parametrize(("code", "words"), WORDS.items())
def test_what_the_database_says_is_put_into_words(path: Path, code: int, words: str) -> None:
    raised = sqlite3.OperationalError("a detail")
    raised.sqlite_errorcode = code
    raised.sqlite_errorname = "SQLITE_TOOBIG"
    error = journal_error(raised, path, Operation.READING)
    assert error.title == "The history could not be read"
    assert words in error.message
    assert str(path) in error.message


@contextmanager
def running(process: subprocess.Popen[str]) -> Iterator[subprocess.Popen[str]]:
    """End a process at the end of the block, if it has not ended by itself."""
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def test_an_intent_survives_the_death_of_its_process(path: Path) -> None:
    with running(start_process(BEGIN_AND_WAIT, path)) as process:
        attempt_id = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
        assert process.wait(30) == -signal.SIGKILL
    with Journal(path) as journal:
        assert journal.notice is None
        assert journal.history.attempt(attempt_id).outcome is OutcomeKind.SENDING
        assert journal.attempts.close_interrupted() == 1
        assert journal.history.attempt(attempt_id).outcome is OutcomeKind.UNKNOWN
        assert journal.history.rows(HistoryQuery(text="Holiday"), 0, 9)[0].attempt_id == attempt_id


def test_a_process_that_dies_in_a_commit_leaves_whole_attempts_only(path: Path) -> None:
    with running(start_process(DIE_BEFORE_COMMIT, path)) as process:
        assert process.wait(30) == -signal.SIGKILL
    with Journal(path) as journal:
        assert [attempt.attempt_id for attempt in journal.history.attempts(HistoryQuery())] == [1]
        assert journal.attempts.close_interrupted() == 1
        assert begin(journal) == 2


def test_a_full_disk_is_said_and_loses_nothing(path: Path) -> None:
    with running(start_process(FILL_THE_DISK, path)) as process:
        output, _ = process.communicate(timeout=50)
        assert process.returncode == 0
    *errors, last = output.splitlines()
    assert last == "going on"
    assert len(errors) == 2
    for error in errors:
        assert error.startswith("The history could not be written")
        assert str(path) in error


def test_a_file_that_may_not_grow_is_a_full_disk(path: Path) -> None:
    with Journal(path) as journal:
        first = begin(journal)
        with journal._writer.exclusive() as connection:
            connection.execute("PRAGMA max_page_count = 1")
        with pytest.raises(JournalError, match="The disk is full") as caught:
            begin(journal, body="x" * 1_000_000)
        assert str(path) in caught.value.message
        assert journal.history.count(HistoryQuery()) == journal.history.latest_id() == first


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("setpriv"), reason="root may write everywhere")
@pytest.mark.parametrize("there_before", [False, True])
def test_a_read_only_folder_is_said(path: Path, *, there_before: bool) -> None:
    if there_before:
        Journal(path).close()
    path.parent.chmod(0o500)
    # Without this capability root is held to the permissions like everybody else.
    bound = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-all"] if os.geteuid() == 0 else []
    try:
        with running(start_process(OPEN_AND_BEGIN, path, *bound)) as process:
            output, _ = process.communicate(timeout=50)
    finally:
        path.parent.chmod(0o700)
    assert "could not be" in output
    assert str(path) in output


@pytest.mark.parametrize("place", ["file/history.sqlite3", "folder"])
def test_a_path_where_no_file_can_be_is_said(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(JournalError, match="could not be opened") as caught:
        Journal(tmp_path / place)
    assert str(tmp_path / place) in caught.value.message


def test_another_process_that_writes_is_waited_for_and_then_named_as_the_cause(path: Path) -> None:
    with Journal(path, busy_seconds=0.2) as journal:
        first = begin(journal)
        with running(start_process(LOCK_AND_WAIT.format(mode="NORMAL"), path)) as process:
            assert process.stdout.readline() == "locked\n"
            for write in (lambda: begin(journal), lambda: journal.attempts.settle(first, created())):
                with pytest.raises(JournalError, match="locked") as caught:
                    write()
                assert str(path) in caught.value.message
            # Who only reads is not in its way.
            assert journal.history.count(HistoryQuery(text=str(ALBUM.name))) == 1
        journal.attempts.settle(first, created())
        assert begin(journal) == first + 1


def test_a_lock_that_goes_away_in_time_is_no_error(path: Path) -> None:
    script = LOCK_AND_WAIT.format(mode="NORMAL")
    with Journal(path, busy_seconds=50) as journal, running(start_process(script, path)) as process:
        assert process.stdout.readline() == "locked\n"
        process.stdin.close()
        assert begin(journal) == 1
        assert process.wait(30) == 0
        process.stdin = None


def test_a_file_that_another_process_keeps_for_itself_cannot_be_opened(path: Path) -> None:
    Journal(path).close()
    with running(start_process(LOCK_AND_WAIT.format(mode="EXCLUSIVE"), path)) as process:
        assert process.stdout.readline() == "locked\n"
        with pytest.raises(JournalError, match="locked") as caught:
            Journal(path, busy_seconds=0.2)
    assert str(path) in caught.value.message
    with Journal(path) as journal:
        assert journal.notice is None
