"""Files that are damaged, from a newer KooDesk, or of an older version."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import time_machine
from journal_samples import ALBUM_ID, TRACE_ID, begin, created

from koodrive.errors import JournalError
from koodrive.journal import HistoryQuery, Journal, SortColumn, database, schema
from koodrive.journal.attempts.stored_messages import DATA_COLUMNS
from koodrive.journal.schema import MIGRATIONS, migrate, version_of
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def fill(path: Path, attempts: int = 50) -> None:
    with Journal(path) as journal:
        for _ in range(attempts):
            journal.attempts.settle(begin(journal, body="x" * 500), created())


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def with_text_instead(path: Path) -> None:
    path.write_text("This is no database. " * 500)


def with_its_start_overwritten(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[:100] = b"\xa5" * 100
    path.write_bytes(content)


def with_one_page_overwritten(path: Path) -> None:
    with_a_broken_root(path, "attempt_by_time")


def with_a_hole(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[8192 : len(content) - 4096] = b"\xa5" * (len(content) - 4096 - 8192)
    path.write_bytes(content)


def with_a_broken_root(path: Path, name: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,))
        start = (found.fetchone()[0] - 1) * 4096
    content = bytearray(path.read_bytes())
    content[start : start + 4096] = b"\xa5" * 4096
    path.write_bytes(content)


def with_the_end_missing(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2 + 100])


def with_tables_missing(path: Path) -> None:
    change(path, "DROP TABLE exchange")


DAMAGE = {
    with_text_instead: range(1),
    with_its_start_overwritten: range(1),
    with_one_page_overwritten: range(50, 51),
    with_a_hole: range(50),
    with_the_end_missing: range(51),
    with_tables_missing: range(50, 51),
}
"""Number of fifty entries that can still be read."""


@pytest.mark.parametrize(("damage", "entries"), DAMAGE.items())
def test_a_damaged_file_is_put_aside_and_a_new_one_begun(
    path: Path, damage: Callable[[Path], None], entries: range
) -> None:
    fill(path)
    damage(path)
    damaged = path.read_bytes()
    with time_machine.travel(NOW, tick=False), Journal(path) as journal:
        aside = path.with_name("history.sqlite3.corrupt-20260301T093000Z")
        assert journal.notice is not None
        assert str(aside) in journal.notice
        assert aside.read_bytes() == damaged
        assert not journal.read_only
        count = journal.history.count(HistoryQuery())
        assert count in entries
        assert len(list(journal.history.attempts(HistoryQuery()))) == count
        # No number is given twice.
        assert begin(journal) == (51 if count else 1)
    with Journal(path) as journal:
        assert journal.notice is None
        assert journal.history.count(HistoryQuery()) == count + 1


def test_two_damaged_files_of_one_second_do_not_overwrite_each_other(path: Path) -> None:
    with time_machine.travel(NOW, tick=False):
        for text in ("one", "two"):
            path.write_text(text * 1000)
            Journal(path).close()
    aside = path.with_name("history.sqlite3.corrupt-20260301T093000Z")
    assert aside.read_text() == "one" * 1000
    assert path.with_name(f"{aside.name}-2").read_text() == "two" * 1000


def test_what_belongs_to_a_damaged_file_goes_with_it(path: Path) -> None:
    path.write_text("This is no database. " * 500)
    path.with_name("history.sqlite3-wal").write_text("and this no log of it")
    with time_machine.travel(NOW, tick=False), Journal(path) as journal:
        assert begin(journal) == 1
    aside = path.with_name("history.sqlite3.corrupt-20260301T093000Z-wal")
    assert aside.read_text() == "and this no log of it"


def die_with_a_log(path: Path) -> Path:
    """Leave a history with five entries, of which the last two are in its log only, and return the log."""
    fill(path, 3)
    log = path.with_name(f"{path.name}-wal")
    with Journal(path) as journal:
        for _ in range(2):
            journal.attempts.settle(begin(journal), created())
        before, content = path.read_bytes(), log.read_bytes()
    path.write_bytes(before)
    log.write_bytes(content)
    return log


def test_a_sound_log_is_read(path: Path) -> None:
    die_with_a_log(path)
    with Journal(path) as journal:
        assert journal.notice is None
        assert journal.history.count(HistoryQuery()) == 5


@pytest.mark.parametrize("damage", [slice(0, 4), slice(8, 16), slice(24, 32), slice(0, None)])
def test_a_damaged_log_is_put_aside_and_the_rest_is_there(path: Path, damage: slice) -> None:
    log = die_with_a_log(path)
    content = bytearray(log.read_bytes())
    content[damage] = b"\xa5" * len(content[damage])
    log.write_bytes(content)
    with time_machine.travel(NOW, tick=False), Journal(path) as journal:
        aside = path.with_name("history.sqlite3-wal.corrupt-20260301T093000Z")
        assert aside.read_bytes() == content
        assert journal.notice is not None
        assert str(aside) in journal.notice
        assert journal.history.count(HistoryQuery()) == 3
        assert begin(journal) == 4
    with Journal(path) as journal:
        assert journal.notice is None
        assert journal.history.count(HistoryQuery()) == 4


def test_a_log_that_ends_in_the_middle_is_read_as_far_as_it_goes(path: Path) -> None:
    log = die_with_a_log(path)
    log.write_bytes(log.read_bytes()[:-2000] + b"\xa5" * 500)
    with Journal(path) as journal:
        assert journal.notice is None
        assert journal.history.count(HistoryQuery()) == 5
        assert journal.history.attempt(5).outcome is OutcomeKind.SENDING


@pytest.mark.parametrize("content", [b"", bytes(4096)])
def test_a_log_in_which_nothing_was_written_is_no_damage(path: Path, content: bytes) -> None:
    fill(path, 3)
    path.with_name(f"{path.name}-wal").write_bytes(content)
    with Journal(path) as journal:
        assert journal.notice is None
        assert journal.history.count(HistoryQuery()) == 3


def test_an_empty_file_is_a_new_history(path: Path) -> None:
    path.touch()
    with Journal(path) as journal:
        assert journal.notice is None
        assert begin(journal) == 1


def test_damage_that_shows_later_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_CHECKED_WHOLE", 0)
    fill(path)
    for name in ("attempt", "attempt_by_name"):
        with_a_broken_root(path, name)
    with Journal(path) as journal:
        # What the other indexes and the requests hold is shown.
        assert len(journal.history.rows(HistoryQuery(sort=SortColumn.NAME), 0, 100)) == 50
        with pytest.raises(JournalError, match="is damaged") as caught:
            begin(journal)
        assert str(path) in caught.value.message


def test_the_history_of_a_newer_koodesk_can_only_be_read(path: Path) -> None:
    fill(path, 3)
    change(
        path,
        "ALTER TABLE attempt ADD COLUMN mood TEXT",
        "UPDATE attempt SET outcome = 'postponed', kind = 'playlist' WHERE attempt_id = 2",
        "UPDATE attempt SET outcome = 'sending' WHERE attempt_id = 3",
        "PRAGMA user_version = 99",
    )
    before = path.read_bytes()
    with Journal(path) as journal:
        assert journal.read_only
        assert journal.notice is not None
        assert "newer KooDesk" in journal.notice
        assert journal.history.count(HistoryQuery()) == 3
        assert journal.history.count(HistoryQuery(text=ALBUM_ID[5:12])) == 3
        attempt = journal.history.attempt(2)
        assert (attempt.outcome, attempt.kind) == ("postponed", "playlist")
        assert [row.outcome for row in journal.history.rows(HistoryQuery(descending=False), 0, 2)] == [
            OutcomeKind.CREATED,
            "postponed",
        ]
        for write in (
            lambda: begin(journal),
            lambda: journal.attempts.settle(3, created()),
            journal.attempts.close_interrupted,
        ):
            with pytest.raises(JournalError, match="newer KooDesk"):
                write()
    assert path.read_bytes() == before


def test_a_new_file_has_the_newest_version(path: Path) -> None:
    Journal(path).close()
    with closing(sqlite3.connect(path)) as connection:
        assert version_of(connection) == len(MIGRATIONS)


def test_an_older_file_is_brought_to_the_newest_version(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(path, 3)
    more = "ALTER TABLE exchange ADD COLUMN mood TEXT DEFAULT 'fine'"
    monkeypatch.setattr(schema, "MIGRATIONS", (*MIGRATIONS, lambda connection: connection.execute(more)))
    with Journal(path) as journal:
        assert not journal.read_only
        assert journal.history.count(HistoryQuery(text=TRACE_ID)) == 3
        assert begin(journal) == 4
    with closing(sqlite3.connect(path)) as connection:
        assert version_of(connection) == len(MIGRATIONS) + 1
        assert connection.execute("SELECT DISTINCT mood FROM exchange").fetchall() == [("fine",)]
    monkeypatch.undo()
    with Journal(path) as journal:
        assert journal.read_only


def test_a_file_without_the_queue_gets_it(path: Path) -> None:
    fill(path, 1)
    change(
        path,
        "DROP TABLE queued",
        "DROP TABLE batch_undo",
        "DROP TABLE batch_undo_row",
        "DROP INDEX attempt_by_create",
        "ALTER TABLE attempt DROP COLUMN of_attempt",
        "ALTER TABLE attempt DROP COLUMN action",
        "ALTER TABLE attempt DROP COLUMN process",
        "DROP TABLE batch",
        "DROP TABLE batch_row",
        "DROP INDEX attempt_by_batch",
        "ALTER TABLE attempt DROP COLUMN batch_id",
        *(f"ALTER TABLE exchange DROP COLUMN {column}" for column in DATA_COLUMNS),
        f"PRAGMA user_version = {MIGRATIONS.index(schema._create_queue)}",
    )
    with Journal(path) as journal:
        assert journal.queue.requests() == []
        assert begin(journal) == 2


def test_a_step_that_fails_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(path, 3)

    def half(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE exchange ADD COLUMN mood TEXT")
        connection.execute("ALTER TABLE exchange ADD COLUMN mood TEXT")

    monkeypatch.setattr(schema, "MIGRATIONS", (*MIGRATIONS, half))
    with pytest.raises(JournalError, match="could not be opened") as caught:
        Journal(path)
    assert str(path) in caught.value.message
    monkeypatch.undo()
    with closing(sqlite3.connect(path)) as connection:
        assert "mood" not in {row[1] for row in connection.execute("PRAGMA table_info (exchange)")}
    with Journal(path) as journal:
        assert journal.history.count(HistoryQuery()) == 3
        assert begin(journal) == 4


def test_steps_run_once_each_and_in_order() -> None:
    done: list[int] = []
    steps = [lambda _connection, number=number: done.append(number) for number in range(4)]
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, steps[:2])
        migrate(connection, steps)
        migrate(connection, steps)
        assert version_of(connection) == 4
    assert done == [0, 1, 2, 3]
