"""Created objects of the history, listed by the service or not."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from journal_samples import (
    ALBUM,
    COLLECTION,
    CUSTOMER,
    FAMILY,
    FOLDER,
    MADE_FOLDER,
    MORNING,
    begin,
    created,
    settled,
)

from koodrive.errors import JournalError
from koodrive.journal import Journal, schema
from koodrive.models import OutcomeKind, RequestKind

SETTLED = MORNING + timedelta(milliseconds=500)


def make(journal, result_id: str, request=ALBUM, connection=FAMILY, **more) -> int:
    attempt_id = begin(journal, request, connection, **more)
    journal.attempts.settle(attempt_id, created(result_id))
    return attempt_id


def albums(journal, listed=(), *, most=100, connection=FAMILY):
    ours, besides = journal.history.created_objects(connection, RequestKind.ALBUM, listed, most)
    return list(ours), list(besides)


def test_what_is_listed_and_what_is_not_are_told_apart(journal):
    first, second = make(journal, "17"), make(journal, "18", COLLECTION, body='{"type": 1}')
    ours, besides = journal.history.created_objects(FAMILY, RequestKind.ALBUM, ["17", "99"], 100)
    assert [(made.attempt_id, made.result_id, made.name) for made in ours.values()] == [
        (first, "17", ALBUM.name)
    ]
    assert [(made.attempt_id, made.name, made.body) for made in besides.values()] == [
        (second, COLLECTION.name, '{"type": 1}')
    ]
    assert ours["17"].settled_at == SETTLED


def test_all_that_the_service_said_of_a_shared_folder_is_there(journal):
    attempt_id = begin(journal, FOLDER)
    journal.attempts.settle(attempt_id, replace(created(), created=MADE_FOLDER))
    ours, besides = journal.history.created_objects(FAMILY, RequestKind.SHARED_FOLDER, [MADE_FOLDER.id], 100)
    made = ours[MADE_FOLDER.id]
    assert besides == {}
    assert (made.file_id, made.group_id) == (MADE_FOLDER.share_folder_id, MADE_FOLDER.group_id)
    assert (made.creator, made.create_time) == (MADE_FOLDER.creator, MADE_FOLDER.create_time)
    assert albums(journal) == ([], [])


@pytest.mark.parametrize("kind", sorted(set(OutcomeKind) - {OutcomeKind.CREATED, OutcomeKind.DELETED}))
def test_what_was_not_created_is_not_there(journal, kind):
    attempt_id = begin(journal)
    if kind is not OutcomeKind.SENDING:
        journal.attempts.settle(attempt_id, settled(kind))
    assert albums(journal, ["17"]) == ([], [])


@pytest.mark.parametrize(
    "other", [CUSTOMER, replace(FAMILY, user_id="u-2"), replace(CUSTOMER, user_id=FAMILY.user_id)]
)
def test_other_users_and_services_have_their_own(journal, other):
    make(journal, "17")
    make(journal, "18", connection=other)
    assert albums(journal, ["17", "18"]) == (["17"], [])
    assert albums(journal, ["18"], connection=other) == (["18"], [])
    assert albums(journal, connection=replace(FAMILY, connection_id="c-9", name="New")) == ([], ["17"])


def test_of_several_attempts_with_one_result_the_newest_counts(journal):
    make(journal, "17")
    newest = make(journal, "17")
    for listed in ([], ["17"]):
        found = journal.history.created_objects(FAMILY, RequestKind.ALBUM, listed, 100)[0 if listed else 1]
        assert [made.attempt_id for made in found.values()] == [newest]


def test_the_newest_come_first_and_the_oldest_not_at_all_when_there_are_too_many(journal):
    for number in range(10):
        make(journal, str(number))
    assert albums(journal, ["8"], most=3) == (["8"], ["9", "7", "6"])


def test_thousands_of_listed_ids_are_looked_up_at_once(journal):
    make(journal, "17")
    assert albums(journal, [str(number) for number in range(40_000)]) == (["17"], [])


def test_a_history_that_can_only_be_read_is_enough(path):
    with Journal(path) as journal:
        make(journal, "17")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    with Journal(path) as journal:
        assert journal.read_only
        assert albums(journal, ["17"]) == (["17"], [])


def test_a_window_that_stops_its_own_reads_does_not_stop_this(journal):
    make(journal, "17")
    listed = [str(number) for number in range(5_000)]
    done = threading.Event()

    def stop_reads() -> None:
        while not done.is_set():
            journal.history.interrupt()

    thread = threading.Thread(target=stop_reads)
    thread.start()
    try:
        assert [albums(journal, listed) for _ in range(20)] == [(["17"], [])] * 20
    finally:
        done.set()
        thread.join(10)


def test_a_closed_history_says_so(journal):
    journal.close()
    with pytest.raises(JournalError):
        albums(journal)
