"""Open attempts, known IDs and notes, all through indexes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC

import pytest
from journal_samples import (
    ALBUM_ID,
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
from koodrive.journal import Settlement, duplicates
from koodrive.journal.attempts import known, undone
from koodrive.journal.service_lists import _KEY, _LAST_READING, _NAMED, _SEEN
from koodrive.messages import Message
from koodrive.models import OutcomeKind

RENAMED = replace(FAMILY, connection_id="c-9", name="Renamed", language="zh-CN")


def lose(journal, **more) -> int:
    attempt_id = begin(journal, **more)
    journal.attempts.settle(attempt_id, settled(OutcomeKind.UNKNOWN))
    return attempt_id


def open_ids(journal, connection=FAMILY) -> list[int]:
    return [attempt.attempt_id for attempt in journal.attempts.open_attempts(connection)]


def test_only_what_is_unknown_or_under_way_is_open(journal):
    sending, lost = begin(journal), lose(journal)
    for kind in (OutcomeKind.REFUSED, OutcomeKind.NOT_SENT):
        journal.attempts.settle(begin(journal), settled(kind))
    journal.attempts.settle(begin(journal), created())
    assert open_ids(journal) == [sending, lost]
    assert journal.attempts.open_attempts(FAMILY)[1] == journal.history.attempt(lost)


def test_open_is_counted_by_service_and_user(journal):
    mine, theirs = lose(journal), lose(journal, connection=CUSTOMER)
    renamed = lose(journal, connection=RENAMED)
    for connection in (FAMILY, RENAMED):
        assert open_ids(journal, connection) == [mine, renamed]
    assert open_ids(journal, CUSTOMER) == [theirs]
    assert open_ids(journal, replace(FAMILY, user_id="1")) == []
    assert open_ids(journal, replace(FAMILY, service_address="https://x.example.com")) == []


def test_more_open_attempts_than_one_statement_takes(journal):
    lost = [lose(journal) for _ in range(501)]
    assert open_ids(journal) == lost


def test_what_was_found_out_is_open_no_longer(journal):
    lost = lose(journal)
    journal.attempts.settle(lost, replace(created(), note="Found in the list."))
    assert open_ids(journal) == []
    assert journal.history.attempt(lost).note == "Found in the list."


# Known IDs -----------------------------------------------------------------------------------------------------------


def test_an_id_is_known_at_its_service_whoever_made_it(journal):
    journal.attempts.settle(begin(journal), created())
    journal.attempts.settle(
        begin(journal, FOLDER), Settlement(OutcomeKind.CREATED, MORNING.astimezone(UTC), created=MADE_FOLDER)
    )
    asked = [ALBUM_ID, MADE_FOLDER.id, "17"]
    assert journal.attempts.known_ids(FAMILY, asked) == {ALBUM_ID, MADE_FOLDER.id}
    assert journal.attempts.known_ids(replace(FAMILY, user_id="1"), asked) == {ALBUM_ID, MADE_FOLDER.id}
    assert journal.attempts.known_ids(CUSTOMER, asked) == set()
    assert journal.attempts.known_ids(FAMILY, []) == set()


def test_other_ids_of_a_folder_are_not_its_own(journal):
    journal.attempts.settle(
        begin(journal, FOLDER), Settlement(OutcomeKind.CREATED, MORNING, created=MADE_FOLDER)
    )
    assert journal.attempts.known_ids(FAMILY, [MADE_FOLDER.group_id, MADE_FOLDER.share_folder_id]) == set()


def test_ten_thousand_ids_are_asked_at_once(journal):
    journal.attempts.settle(begin(journal), created("5000"))
    assert journal.attempts.known_ids(FAMILY, [str(number) for number in range(10_000)]) == {"5000"}


# Notes ---------------------------------------------------------------------------------------------------------------


def test_a_note_replaces_the_one_before(journal):
    lost = lose(journal)
    for note in ("First.", Message("At {time}.", time="noon")):
        journal.attempts.annotate(lost, note)
    attempt = journal.history.attempt(lost)
    assert attempt.note == "At noon."
    assert attempt.outcome is OutcomeKind.UNKNOWN


def test_a_note_is_for_unknown_outcomes_only(journal):
    sending, done = begin(journal), begin(journal)
    journal.attempts.settle(done, replace(created(), note="Answered."))
    for attempt_id in (sending, done, 4711):
        journal.attempts.annotate(attempt_id, "Not this one.")
    assert journal.history.attempt(sending).note is None
    assert journal.history.attempt(done).note == "Answered."


def test_a_closed_history_says_so(journal):
    journal.close()
    for use in (
        lambda: journal.attempts.open_attempts(FAMILY),
        lambda: journal.attempts.known_ids(FAMILY, ["1"]),
        lambda: journal.attempts.annotate(1, "x"),
    ):
        with pytest.raises(JournalError):
            use()


# Indexes -------------------------------------------------------------------------------------------------------------

VALUES = {
    "service_address": "a",
    "user_id": "u",
    "name": "n",
    "body": "b",
    "since": 0,
    "ids": "[]",
    "action": None,
}


def plan(path, statement, values) -> list[str]:
    """Return how SQLite goes about `statement`, without statistics, as on a new computer."""
    with closing(sqlite3.connect(path)) as database:
        return [row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {statement}", values)]


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (known._OPEN, "attempt_by_outcome"),
        (duplicates._RULED_OUT_NAMED, "attempt_by_name"),
        (duplicates._RULED_OUT_UNNAMED, "attempt_by_name"),
        (known._KNOWN, "attempt_by_result"),
    ],
)
def test_a_million_attempts_are_not_read_through(journal, path, statement, index):
    steps = plan(path, statement, VALUES)
    assert any(step.startswith("SEARCH a ") and index in step for step in steps), steps
    assert not any(step.startswith("SCAN a") for step in steps), steps


def test_deletes_are_found_by_the_id_of_their_object(journal, path):
    for statement, values in (
        (undone._UNDONE_BY, ("[1]",)),
        (undone._TAKEN_BACK, {**VALUES, "kind": "album"}),
    ):
        steps = plan(path, statement, values)
        assert any(step.startswith("SEARCH u ") and "attempt_by_result" in step for step in steps), steps
        assert not any(step.startswith(("SCAN a", "SCAN u")) and "asked" not in step for step in steps), steps


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        (_KEY, ("a", "u", "n")),
        (_LAST_READING, (1, 2)),
        (_SEEN, (1, 2, "[]")),
        (_NAMED, (1, "x")),
    ],
)
def test_no_list_is_read_through_for_another(journal, path, statement, values):
    steps = plan(path, statement, values)
    assert any(step.startswith("SEARCH") for step in steps)
    assert not any(step.startswith("SCAN list") for step in steps), steps
