"""Requests that wait for their turn: kept over restarts, and gone in the transaction that begins their attempt."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta, timezone

import pytest
from journal_samples import ALBUM, CUSTOMER, FAMILY, MORNING, TRACE_ID

from koodrive.api import serialization
from koodrive.errors import DuplicateRequestError, JournalError
from koodrive.journal import DuplicateCheck, HistoryQuery, Journal
from koodrive.messages import Message
from koodrive.models import RequestKind

BODY = serialization.to_json(ALBUM)
FAILING = "CREATE TRIGGER failing BEFORE {event} BEGIN SELECT RAISE(ABORT, 'failing'); END"


@pytest.fixture
def queued(journal: Journal) -> int:
    """Return the number of a request in the queue."""
    return journal.queue.add(RequestKind.ALBUM, BODY, FAMILY, MORNING)


def begin(journal: Journal, queued_id: int | None, check: DuplicateCheck | None = None) -> int:
    return journal.attempts.begin(
        request=ALBUM,
        connection=FAMILY,
        trace_id=TRACE_ID,
        body=BODY,
        started_at=MORNING,
        check=check,
        queued_id=queued_id,
    )


def numbers(journal: Journal) -> list[int]:
    return [one.queued_id for one in journal.queue.requests()]


def attempts(journal: Journal) -> list[int]:
    return [one.attempt_id for one in journal.history.attempts(HistoryQuery())]


def fail_at(path, event: str) -> None:
    """Let the next statements of a kind fail, such as ``INSERT ON attempt``."""
    with closing(sqlite3.connect(path)) as database:
        database.execute(FAILING.format(event=event))
        database.commit()


def test_a_request_is_kept_with_its_connection_and_moment(journal, queued) -> None:
    (one,) = journal.queue.requests()
    assert (one.queued_id, one.kind, one.body) == (queued, "album", BODY)
    assert (one.connection_id, one.connection_name) == (FAMILY.connection_id, FAMILY.name)
    assert (one.service_address, one.user_id) == FAMILY.account_key
    assert one.queued_at == MORNING


def test_the_moment_is_the_same_in_whichever_zone_it_is_given(journal) -> None:
    journal.queue.add(RequestKind.ALBUM, BODY, FAMILY, MORNING.astimezone(timezone(timedelta(hours=8))))
    (one,) = journal.queue.requests()
    assert one.queued_at == MORNING
    assert one.queued_at.utcoffset() == timedelta(0)


def test_requests_come_in_the_order_in_which_they_were_added(journal, queued) -> None:
    later = journal.queue.add(RequestKind.SHARED_FOLDER, "{}", CUSTOMER, MORNING - timedelta(hours=1))
    assert numbers(journal) == [queued, later]


def test_what_is_removed_is_gone_and_its_number_is_not_used_again(journal, queued) -> None:
    journal.queue.remove(queued)
    journal.queue.remove(queued)
    assert numbers(journal) == []
    assert journal.queue.add(RequestKind.ALBUM, BODY, FAMILY, MORNING) > queued


def test_it_survives_reopening(path) -> None:
    with Journal(path) as journal:
        queued_id = journal.queue.add(RequestKind.ALBUM, BODY, FAMILY, MORNING)
        before = journal.queue.requests()
    with Journal(path) as journal:
        assert journal.queue.requests() == before
        assert numbers(journal) == [queued_id]


def test_it_leaves_the_queue_as_its_attempt_begins(journal, queued) -> None:
    other = journal.queue.add(RequestKind.ALBUM, BODY, FAMILY, MORNING)
    attempt_id = begin(journal, queued)
    assert numbers(journal) == [other]
    assert attempts(journal) == [attempt_id]


def test_an_attempt_that_has_not_waited_leaves_the_queue_alone(journal, queued) -> None:
    begin(journal, None)
    assert numbers(journal) == [queued]


def test_an_attempt_that_cannot_begin_keeps_it_in_the_queue(journal, path, queued) -> None:
    fail_at(path, "INSERT ON exchange")
    with pytest.raises(JournalError):
        begin(journal, queued)
    assert numbers(journal) == [queued]
    assert attempts(journal) == []


def test_an_attempt_does_not_begin_while_it_cannot_leave_the_queue(journal, path, queued) -> None:
    fail_at(path, "DELETE ON queued")
    with pytest.raises(JournalError):
        begin(journal, queued)
    assert numbers(journal) == [queued]
    assert attempts(journal) == []


def test_a_duplicate_that_is_held_back_keeps_it_in_the_queue(journal, queued) -> None:
    first = begin(journal, None)

    def refuse(duplicates) -> None:
        raise DuplicateRequestError(Message("Twice"), Message("Nothing was sent."), attempt_id=first)

    check = DuplicateCheck(
        list_name="album/2/1",
        moments=(MORNING,),
        recent=timedelta(minutes=10),
        ruled_out_since=MORNING - timedelta(days=7),
        begun_lately=(),
        refuse=refuse,
    )
    with pytest.raises(DuplicateRequestError):
        begin(journal, queued, check)
    assert numbers(journal) == [queued]
    assert attempts(journal) == [first]
    begin(journal, queued)
    assert numbers(journal) == []


def test_a_history_that_takes_nothing_says_so(journal, path, queued) -> None:
    fail_at(path, "INSERT ON queued")
    with pytest.raises(JournalError):
        journal.queue.add(RequestKind.ALBUM, BODY, FAMILY, MORNING)
    assert numbers(journal) == [queued]
