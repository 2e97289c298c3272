"""A backup is one whole file, made while the history is open, and put back it is the history again."""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from damaged_files import filled, leaves, overwrite
from journal_samples import begin, created

from koodrive.core.deadline import Cancellation, CancelledByUserError
from koodrive.errors import JournalError
from koodrive.journal import HistoryQuery, Journal, database

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder / "backup.sqlite3"


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def test_c51_a_backup_of_an_open_history_is_one_whole_file(path: Path, target: Path) -> None:
    percent: list[int] = []
    with Journal(path) as journal:
        for _ in range(5):
            journal.attempts.settle(begin(journal, body="x" * 3000), created())
        # Nothing is in the main file yet: copying that would lose everything.
        assert journal.back_up(target, progress=percent.append) == 5
        assert begin(journal) == 6
    assert percent[-1] == 100
    assert names(target.parent) == {"backup.sqlite3"}
    assert os.name != "posix" or target.stat().st_mode & 0o777 == 0o600
    target.chmod(0o400)
    with closing(sqlite3.connect(f"file:{target}?mode=ro&immutable=1", uri=True)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    target.chmod(0o600)
    with Journal(target) as restored:
        assert restored.notice is None
        assert restored.history.count(HistoryQuery(text="Holiday")) == 5
        assert begin(restored) == 6


def test_c51_a_backup_holds_one_state_though_creates_go_on(path: Path, target: Path) -> None:
    filled(path, 300, 8000)
    with Journal(path) as journal:
        is_copying, is_over = threading.Event(), threading.Event()
        delays: list[int] = []

        def create() -> None:
            is_copying.wait(20)
            while not is_over.is_set():
                delays.append(begin(journal))

        creates = threading.Thread(target=create)
        creates.start()
        try:
            seen: list[int] = []

            def progress(percent: int) -> None:
                is_copying.set()
                seen.append(percent)
                threading.Event().wait(0.05)

            assert journal.back_up(target, progress=progress) == 300
        finally:
            is_over.set()
            is_copying.set()
            creates.join(20)
        assert len(seen) > 1
        assert delays


@pytest.mark.parametrize("name", ["history.sqlite3", "history.sqlite3-wal", "history.sqlite3-shm", "link"])
def test_c51_the_open_history_is_never_replaced(path: Path, name: str) -> None:
    with Journal(path) as journal:
        begin(journal)
        target = path.with_name(name)
        if name == "link":
            target.symlink_to(path)
        before = names(path.parent)
        with pytest.raises(JournalError, match="is the open history itself") as caught:
            journal.back_up(target)
        assert caught.value.title == "The history could not be backed up"
        assert names(path.parent) == before
        assert begin(journal) == 2


def test_c51_a_cancelled_backup_leaves_the_old_one_alone(path: Path, target: Path) -> None:
    filled(path, 300, 8000)
    target.write_text("an older backup")
    cancellation = Cancellation()
    with Journal(path) as journal, pytest.raises(CancelledByUserError):
        journal.back_up(target, cancellation, lambda _percent: cancellation.cancel())
    assert target.read_text() == "an older backup"
    assert names(target.parent) == {"backup.sqlite3"}


def test_c51_a_folder_that_is_gone_is_told(path: Path, target: Path) -> None:
    target.parent.rmdir()
    with Journal(path) as journal, pytest.raises(JournalError, match="could not be backed up") as caught:
        journal.back_up(target)
    assert str(target) in caught.value.message


def test_c51_a_damaged_history_is_backed_up_as_far_as_it_is_there(
    path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_CHECKED_WHOLE", 0)
    filled(path, 200)
    overwrite(path, leaves(path, "attempt")[2], 100)
    with Journal(path) as journal:
        journal.back_up(target)
        assert len(list(journal.history.attempts(HistoryQuery()))) == 200
    with Journal(target) as restored:
        assert len(list(restored.history.attempts(HistoryQuery()))) == 200
