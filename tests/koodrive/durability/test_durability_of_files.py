"""A history that is deleted, replaced, locked, damaged or newer around a create: nothing is sent unrecorded."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from durable_creates import (
    create,
    creating_process,
    in_history,
    made,
    wait_for_a_request,
)

from koodrive.backend.backend import JOURNAL_FILE, Backend
from koodrive.errors import JournalError
from koodrive.journal import HistoryQuery, database, schema
from koodrive.models import Outcome, OutcomeKind
from koodrive.sandbox import Fault, Sandbox

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

posix_only = pytest.mark.skipif(os.name != "posix", reason="signals, limits and open files of POSIX")

LOCK_AND_WAIT = """
import sqlite3
other = sqlite3.connect(data / JOURNAL_FILE, isolation_level=None)
other.execute("BEGIN EXCLUSIVE")
report("locked")
sys.stdin.read()
other.close()
"""


def delete(data: Path) -> None:
    (data / JOURNAL_FILE).unlink()


def replace_by_a_copy(data: Path) -> None:
    shutil.copy(data / JOURNAL_FILE, data / "copy")
    (data / "copy").replace(data / JOURNAL_FILE)


def move(data: Path) -> None:
    (data / JOURNAL_FILE).rename(data / "elsewhere")


def delete_folder(data: Path) -> None:
    # Moved first: the backend keeps what it learns of the clock, and may be about to.
    gone = data.rename(data.with_name("gone"))
    shutil.rmtree(gone, ignore_errors=True)


def replace_folder(data: Path) -> None:
    data.rename(data.with_name("moved"))
    shutil.copytree(data.with_name("moved"), data, ignore=shutil.ignore_patterns(".koodesk-*"))


def put_a_file_in_place_of_the_folder(data: Path) -> None:
    data.rename(data.with_name("moved"))
    data.touch()


GOING = [delete, replace_by_a_copy, move, delete_folder, replace_folder, put_a_file_in_place_of_the_folder]


@posix_only
@pytest.mark.parametrize("go", GOING)
def test_nothing_is_sent_when_the_file_is_no_longer_in_its_place(
    backend: Backend, sandbox: Sandbox, go: Callable[[Path], None]
) -> None:
    create(backend, sandbox, "before")
    go(backend.data_dir)
    with pytest.raises(JournalError, match="moved, replaced or deleted") as caught:
        create(backend, sandbox, "lost")
    assert str(backend.data_dir / JOURNAL_FILE) in caught.value.message
    assert len(sandbox.requests()) == len(sandbox.effects()) == 1


@posix_only
def test_nothing_is_sent_when_the_log_is_deleted(
    data: Path, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "is_on_network_share", lambda _path: False)
    backend = Backend(data)
    backend.open()
    create(backend, sandbox, "before")
    (data / f"{JOURNAL_FILE}-wal").unlink()
    with pytest.raises(JournalError, match="moved, replaced or deleted"):
        create(backend, sandbox, "lost")
    assert len(sandbox.requests()) == 1
    # The process still has the log open, and puts what is in it into the file when it ends in good order.
    backend.close()
    assert in_history(data / JOURNAL_FILE) == made(sandbox)


@posix_only
def test_creates_go_on_when_the_file_is_back(backend: Backend, sandbox: Sandbox) -> None:
    path = backend.data_dir / JOURNAL_FILE
    path.rename(backend.data_dir / "elsewhere")
    with pytest.raises(JournalError):
        create(backend, sandbox, "meanwhile")
    (backend.data_dir / "elsewhere").rename(path)
    create(backend, sandbox, "after")
    backend.close()
    assert in_history(path) == made(sandbox)
    assert list(made(sandbox)) == ["after"]


@posix_only
@pytest.mark.parametrize("is_put_back", [False, True])
def test_an_id_whose_file_goes_while_the_request_is_under_way_is_shown_with_the_problem(
    backend: Backend, sandbox: Sandbox, is_put_back: bool
) -> None:
    path, elsewhere = backend.data_dir / JOURNAL_FILE, backend.data_dir / "elsewhere"
    sandbox.inject(Fault.SLOW, seconds=1)
    outcomes: list[Outcome] = []
    thread = threading.Thread(target=lambda: outcomes.append(create(backend, sandbox, "under way")))
    thread.start()
    wait_for_a_request(sandbox)
    path.rename(elsewhere)
    thread.join(10)
    (outcome,) = outcomes
    assert outcome.created.album_id == made(sandbox)["under way"]
    assert str(path) in outcome.journal_problem
    if is_put_back:
        elsewhere.rename(path)
        backend.close()
        assert in_history(path) == made(sandbox)


@posix_only
def test_what_takes_its_place_is_not_written_to(backend: Backend, sandbox: Sandbox) -> None:
    create(backend, sandbox, "before")
    path = backend.data_dir / JOURNAL_FILE
    path.unlink()
    path.write_text("This belongs to somebody else.")
    with pytest.raises(JournalError, match="moved, replaced or deleted"):
        create(backend, sandbox, "lost")
    assert path.read_text() == "This belongs to somebody else."


@posix_only
def test_a_locked_file_is_waited_for_and_nothing_is_sent(backend: Backend, sandbox: Sandbox) -> None:
    create(backend, sandbox, "before")
    with backend.journal._writer.exclusive() as connection:
        connection.execute("PRAGMA busy_timeout = 300")
    with creating_process(LOCK_AND_WAIT, backend.data_dir, sandbox) as process:
        assert process.stdout.readline() == "locked\n"
        with pytest.raises(JournalError, match="locked") as caught:
            create(backend, sandbox, "locked")
    assert str(backend.data_dir / JOURNAL_FILE) in caught.value.message
    assert len(sandbox.requests()) == 1
    create(backend, sandbox, "after")
    backend.close()
    assert in_history(backend.data_dir / JOURNAL_FILE) == made(sandbox)


@posix_only
def test_a_lock_that_ends_in_time_only_delays_a_create(backend: Backend, sandbox: Sandbox) -> None:
    with creating_process(LOCK_AND_WAIT, backend.data_dir, sandbox) as process:
        assert process.stdout.readline() == "locked\n"
        release = threading.Timer(0.3, process.stdin.close)
        release.start()
        assert create(backend, sandbox, "after").kind is OutcomeKind.CREATED
        release.join()
        process.stdin = None
    assert len(sandbox.effects()) == 1


def test_a_damaged_file_is_put_aside_and_creates_go_on(data: Path, sandbox: Sandbox) -> None:
    data.mkdir()
    (data / JOURNAL_FILE).write_text("This is no database. " * 500)
    backend = Backend(data)
    assert any("damaged" in notice for notice in backend.open().notices)
    create(backend, sandbox, "after")
    backend.close()
    assert in_history(data / JOURNAL_FILE) == made(sandbox)


@pytest.mark.parametrize("start", [0, 4096])
def test_damage_while_it_is_open_sends_nothing(backend: Backend, sandbox: Sandbox, start: int) -> None:
    path = backend.data_dir / JOURNAL_FILE
    backend.close()
    with path.open("r+b") as file:
        pages = len(file.read()) // 4096
    backend.open()
    with path.open("r+b") as file:
        file.seek(start)
        file.write(b"\xa5" * (pages * 4096 - start))
    # What is in memory is not read again; another process would see it at once.
    with backend.journal._writer.exclusive() as connection:
        connection.execute("PRAGMA shrink_memory")
    with pytest.raises(JournalError, match="is damaged") as caught:
        create(backend, sandbox, "damaged")
    assert str(path) in caught.value.message
    assert sandbox.requests() == []


def test_the_history_of_a_newer_koodesk_sends_nothing(backend: Backend, sandbox: Sandbox) -> None:
    create(backend, sandbox, "before")
    backend.close()
    with closing(sqlite3.connect(backend.data_dir / JOURNAL_FILE)) as connection:
        connection.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    assert any("newer KooDesk" in notice for notice in backend.open().notices)
    with pytest.raises(JournalError, match="newer KooDesk"):
        create(backend, sandbox, "newer")
    assert len(sandbox.requests()) == 1
    assert backend.journal.history.count(HistoryQuery(text=made(sandbox)["before"])) == 1
