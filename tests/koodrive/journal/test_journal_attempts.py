"""Records of attempts, written and read back."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from journal_samples import (
    ALBUM,
    ALBUM_ID,
    COLLECTION,
    CUSTOMER,
    FAMILY,
    FOLDER,
    MADE_FOLDER,
    MORNING,
    TRACE_ID,
    begin,
    created,
    settled,
)

from koodrive.errors import JournalError
from koodrive.journal import HistoryQuery, Journal, Settlement
from koodrive.models import OutcomeKind, RequestKind

if TYPE_CHECKING:
    from pathlib import Path

LATER = MORNING + timedelta(hours=1)


def test_an_intent_is_kept_as_it_was(journal: Journal) -> None:
    attempt_id = begin(journal, COLLECTION, CUSTOMER, body='{"name": "春节假期"}')
    attempt = journal.history.attempt(attempt_id)
    assert attempt.attempt_id == attempt_id
    assert attempt.kind is RequestKind.ALBUM
    assert attempt.outcome is OutcomeKind.SENDING
    assert attempt.name == "春节假期"
    assert attempt.trace_id == TRACE_ID
    assert attempt.body == '{"name": "春节假期"}'
    assert attempt.started_at == MORNING
    assert attempt.settled_at is None
    kept = (attempt.connection_id, attempt.connection_name, attempt.service_address, attempt.user_id)
    assert kept == ("c-2", "客户 A", "https://cn.example.com", "1644817543959100099")


def test_a_created_album_is_kept_with_its_id_and_answer(journal: Journal) -> None:
    attempt_id = begin(journal)
    journal.attempts.settle(attempt_id, created())
    attempt = journal.history.attempt(attempt_id)
    assert attempt.outcome is OutcomeKind.CREATED
    assert attempt.result_id == ALBUM_ID
    assert attempt.answer == f'{{"albumId":"{ALBUM_ID}","code":0}}'
    assert (attempt.status, attempt.code) == (200, "0")
    assert attempt.settled_at == MORNING + timedelta(milliseconds=500)
    assert attempt.file_id is None


def test_a_created_shared_folder_is_kept_with_all_of_its_ids(journal: Journal) -> None:
    attempt_id = begin(journal, FOLDER)
    journal.attempts.settle(attempt_id, Settlement(OutcomeKind.CREATED, LATER, created=MADE_FOLDER))
    attempt = journal.history.attempt(attempt_id)
    assert attempt.kind is RequestKind.SHARED_FOLDER
    assert attempt.result_id == MADE_FOLDER.id
    assert attempt.file_id == MADE_FOLDER.share_folder_id
    assert attempt.group_id == MADE_FOLDER.group_id
    assert attempt.tenant_id == MADE_FOLDER.tenant_id
    assert attempt.creator == MADE_FOLDER.creator
    assert attempt.create_time == MADE_FOLDER.create_time


@pytest.mark.parametrize("kind", [OutcomeKind.REFUSED, OutcomeKind.NOT_SENT, OutcomeKind.UNKNOWN])
def test_words_of_a_failed_attempt_are_kept(journal: Journal, kind: OutcomeKind) -> None:
    attempt_id = begin(journal)
    journal.attempts.settle(
        attempt_id, settled(kind, title="No", message="Try again.", code="13000405", note="n")
    )
    attempt = journal.history.attempt(attempt_id)
    assert attempt.outcome is kind
    assert (attempt.title, attempt.message, attempt.code, attempt.note) == (
        "No",
        "Try again.",
        "13000405",
        "n",
    )
    assert attempt.result_id is None


@pytest.mark.parametrize("kind", [OutcomeKind.CREATED, OutcomeKind.REFUSED, OutcomeKind.NOT_SENT])
def test_an_outcome_is_final(journal: Journal, kind: OutcomeKind) -> None:
    attempt_id = begin(journal)
    journal.attempts.settle(attempt_id, settled(kind))
    before = journal.history.attempt(attempt_id)
    with pytest.raises(JournalError, match=str(kind)):
        journal.attempts.settle(attempt_id, created())
    assert journal.history.attempt(attempt_id) == before


@pytest.mark.parametrize("kind", sorted(set(OutcomeKind) - {OutcomeKind.SENDING, OutcomeKind.DELETED}))
def test_an_unknown_outcome_can_be_found_out_later(journal: Journal, kind: OutcomeKind) -> None:
    attempt_id = begin(journal)
    unknown = settled(OutcomeKind.UNKNOWN, title="No answer", status=502, code="x", answer="<html>")
    journal.attempts.settle(attempt_id, unknown)
    assert journal.history.unknown_count() == 1
    journal.attempts.settle(attempt_id, Settlement(kind, LATER, note="Looked into the list."))
    attempt = journal.history.attempt(attempt_id)
    assert attempt.outcome is kind
    assert (attempt.title, attempt.note, attempt.settled_at) == (None, "Looked into the list.", LATER)
    assert (attempt.status, attempt.code, attempt.answer) == (502, "x", "<html>")


def test_settling_what_is_not_there_is_an_error(journal: Journal) -> None:
    with pytest.raises(JournalError, match="17"):
        journal.attempts.settle(17, created())
    with pytest.raises(JournalError, match="17"):
        journal.history.attempt(17)


def test_sending_is_no_outcome() -> None:
    with pytest.raises(ValueError, match="sending"):
        settled(OutcomeKind.SENDING)


def test_times_need_a_zone_and_come_back_in_utc(journal: Journal) -> None:
    naive = MORNING.replace(tzinfo=None)
    with pytest.raises(ValueError, match="time zone"):
        begin(journal, started_at=naive)
    with pytest.raises(ValueError, match="time zone"):
        Settlement(OutcomeKind.UNKNOWN, naive)
    with pytest.raises(ValueError, match="time zone"):
        journal.history.count(HistoryQuery(since=naive))
    beijing = datetime(2026, 3, 1, 17, 30, 0, 125_999, tzinfo=timezone(timedelta(hours=8)))
    kept = journal.history.attempt(begin(journal, started_at=beijing)).started_at
    assert kept == MORNING
    assert kept.tzinfo is UTC


def test_a_long_answer_is_cut_and_says_so(journal: Journal) -> None:
    attempt_id = begin(journal)
    journal.attempts.settle(attempt_id, settled(OutcomeKind.UNKNOWN, answer="春" * 100_000))
    answer = journal.history.attempt(attempt_id).answer
    assert answer is not None
    text, _, words = answer.partition("\n")
    assert text == "春" * (64 * 1024 // 3)
    assert words == "[KooDesk kept the first 64 KiB of 300000 bytes.]"


def test_an_answer_of_64_kib_is_whole(journal: Journal) -> None:
    attempt_id = begin(journal)
    journal.attempts.settle(attempt_id, settled(OutcomeKind.UNKNOWN, answer="x" * 64 * 1024))
    assert journal.history.attempt(attempt_id).answer == "x" * 64 * 1024


def test_text_that_no_database_takes_does_not_stop_a_settlement(journal: Journal) -> None:
    attempt_id = begin(journal)
    journal.attempts.settle(
        attempt_id, settled(OutcomeKind.REFUSED, code="\ud800", message="a\0b", answer="\udfff")
    )
    attempt = journal.history.attempt(attempt_id)
    assert (attempt.code, attempt.message, attempt.answer) == ("\\ud800", "a\0b", "\\udfff")


def test_attempts_that_a_dead_process_left_become_unknown(journal: Journal, path: Path) -> None:
    with Journal(path) as other:
        left, done, _ = begin(other), begin(other), begin(journal)
        other.attempts.settle(done, created())
        assert journal.attempts.close_interrupted() == other.attempts.close_interrupted() == 0
    assert journal.attempts.close_interrupted() == 1
    assert journal.attempts.close_interrupted() == 0
    attempt = journal.history.attempt(left)
    assert attempt.outcome is OutcomeKind.UNKNOWN
    assert attempt.message is not None
    assert "may have been created" in attempt.message
    assert attempt.settled_at is not None
    assert journal.history.attempt(done).outcome is OutcomeKind.CREATED


def test_numbers_of_the_history(journal: Journal) -> None:
    assert journal.history.latest_id() == 0
    assert journal.history.unknown_count() == 0
    assert journal.history.connections() == []
    assert journal.history.count(HistoryQuery()) == 0
    assert journal.history.rows(HistoryQuery(), 0, 10) == []
    assert list(journal.history.attempts(HistoryQuery())) == []
    assert journal.history.latest_id() == 0
    assert begin(journal) == journal.history.latest_id() == 1
    assert begin(journal) == journal.history.latest_id() == 2


def test_a_connection_has_the_name_that_it_was_last_used_with(journal: Journal) -> None:
    old = replace(FAMILY, name="Old name")
    for connection in (FAMILY, CUSTOMER, old):
        begin(journal, connection=connection)
    assert journal.history.connections() == [("c-1", "Old name"), ("c-2", "客户 A")]
    begin(journal, connection=FAMILY)
    assert journal.history.connections() == [("c-1", "Family cloud"), ("c-2", "客户 A")]
    names = [row.connection_name for row in journal.history.rows(HistoryQuery(), 0, 10)]
    assert names == ["Family cloud", "Old name", "客户 A", "Family cloud"]


def test_everything_is_there_after_closing_and_opening(tmp_path: Path) -> None:
    path = tmp_path / "a folder" / "with % and ? and #" / "history.sqlite3"
    with Journal(path) as first:
        attempt_id = begin(first)
        first.attempts.settle(attempt_id, created())
        before = first.history.attempt(attempt_id)
    with Journal(path) as second:
        assert second.history.attempt(attempt_id) == before
        assert second.notice is None
        assert not second.read_only
        assert begin(second, ALBUM) == attempt_id + 1


def test_a_closed_journal_says_so(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "history.sqlite3")
    rows = journal.history.attempts(HistoryQuery())
    journal.close()
    journal.close()
    journal.history.interrupt()
    with pytest.raises(JournalError, match="closed"):
        begin(journal)
    with pytest.raises(JournalError, match="closed"):
        journal.history.count(HistoryQuery())
    with pytest.raises(JournalError, match="closed"):
        next(rows)


@pytest.mark.skipif(os.name != "posix", reason="permission bits")
def test_only_the_owner_may_read_the_files(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        folder = tmp_path / "data"
        with Journal(folder / "history.sqlite3") as journal:
            begin(journal)
            modes = {file.name: file.stat().st_mode & 0o777 for file in folder.iterdir() if file.is_file()}
            locks = {file.stat().st_mode & 0o777 for file in (folder / "locks").iterdir()}
    finally:
        os.umask(before)
    assert modes == dict.fromkeys(["history.sqlite3", "history.sqlite3-wal", "history.sqlite3-shm"], 0o600)
    assert locks == {0o600}
    assert folder.stat().st_mode & 0o777 == (folder / "locks").stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.name != "posix", reason="permission bits")
def test_a_file_that_others_may_read_is_closed_to_them(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    Journal(path).close()
    path.chmod(0o644)
    Journal(path).close()
    assert path.stat().st_mode & 0o777 == 0o600


def test_commits_reach_the_disk_before_they_return(journal: Journal) -> None:
    with journal._writer.exclusive() as connection:
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
