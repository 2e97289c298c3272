"""Duplicate check and intent are one transaction, on new histories and on those of earlier versions."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from journal_samples import (
    ALBUM,
    ALBUM_ID,
    COLLECTION,
    CUSTOMER,
    FAMILY,
    FOLDER,
    MORNING,
    begin,
    created,
    settled,
)

from koodrive.api import serialization
from koodrive.api.serialization import NumberForm
from koodrive.journal import DuplicateCheck, HistoryQuery, Journal, duplicates, encoding, schema
from koodrive.journal.encoding import milliseconds
from koodrive.models import OutcomeKind

RENAMED = replace(FAMILY, connection_id="c-9", name="Renamed", language="zh-CN")
TEN_MINUTES = timedelta(minutes=10)


def ask(journal, request=ALBUM, connection=FAMILY, *, now=MORNING, others=(), begun_lately=(), body=None):
    """Return what a press finds, and leave no row."""
    found = []

    class HeldBackError(Exception):
        pass

    def refuse(duplicates) -> None:
        found.append(duplicates)
        raise HeldBackError

    check = DuplicateCheck(
        list_name="album/2/1",
        moments=(now, *others),
        recent=TEN_MINUTES,
        ruled_out_since=MORNING - timedelta(days=7),
        begun_lately=begun_lately,
        refuse=refuse,
    )
    before = journal.history.latest_id()
    with pytest.raises(HeldBackError):
        start(journal, request, connection, check=check, body=body)
    assert journal.history.latest_id() == before
    return found[0]


def start(journal, request=ALBUM, connection=FAMILY, *, body=None, **more) -> int:
    return journal.attempts.begin(
        request=request,
        connection=connection,
        trace_id="t" * 58,
        body=serialization.to_json(request) if body is None else body,
        started_at=more.pop("started_at", MORNING),
        **more,
    )


def lose(journal, *arguments, **more) -> int:
    attempt_id = start(journal, *arguments, **more)
    journal.attempts.settle(attempt_id, settled(OutcomeKind.UNKNOWN))
    return attempt_id


def duplicate_id(journal, *arguments, **more) -> int | None:
    duplicate = ask(journal, *arguments, **more).attempt
    return None if duplicate is None else duplicate.attempt_id


@pytest.mark.parametrize("form", NumberForm)
@pytest.mark.parametrize("request_", [ALBUM, COLLECTION, FOLDER, replace(COLLECTION, name=None)])
def test_the_same_request_is_a_duplicate_in_either_number_form(journal, request_, form):
    lost = lose(journal, request_, body=serialization.to_json(request_, form))
    assert duplicate_id(journal, request_) == lost


@pytest.mark.parametrize(
    "other",
    [
        FOLDER,
        replace(ALBUM, name="holiday 2026"),
        replace(COLLECTION, scope_kind="1"),
        replace(COLLECTION, scope_dir=COLLECTION.scope_dir[:1]),
        replace(COLLECTION, share_folder_id="1765148493107805442"),
    ],
)
def test_another_request_is_none(journal, other):
    for request in (ALBUM, COLLECTION):
        lose(journal, request)
    assert duplicate_id(journal, other) is None


def test_the_order_of_folders_does_not_count(journal):
    lost = lose(journal, COLLECTION)
    assert duplicate_id(journal, replace(COLLECTION, scope_dir=COLLECTION.scope_dir[::-1])) == lost


def test_a_duplicate_may_be_of_another_connection_to_the_same_place(journal):
    lost = lose(journal, connection=RENAMED)
    assert duplicate_id(journal) == lost
    assert duplicate_id(journal, connection=CUSTOMER) is None
    assert duplicate_id(journal, connection=replace(FAMILY, user_id="1")) is None


@pytest.mark.parametrize("kind", [OutcomeKind.REFUSED, OutcomeKind.NOT_SENT])
def test_what_made_nothing_is_no_duplicate(journal, kind):
    journal.attempts.settle(start(journal), settled(kind))
    assert duplicate_id(journal) is None


def test_an_open_duplicate_comes_before_a_newer_created_one(journal):
    lost = lose(journal)
    journal.attempts.settle(start(journal), created())
    assert duplicate_id(journal) == lost
    assert duplicate_id(journal) == lost
    newer = lose(journal)
    assert duplicate_id(journal) == newer


@pytest.mark.parametrize(
    ("minutes", "is_duplicate"), [(-11, False), (-9, True), (0, True), (9, True), (11, False)]
)
def test_c42_a_created_one_is_a_duplicate_for_ten_minutes(journal, minutes, is_duplicate):
    """By the service's time, where it is known; a row of the future bars no name for months."""
    attempt_id = start(journal, started_at=MORNING - timedelta(days=300), served_at=MORNING)
    journal.attempts.settle(attempt_id, created())
    assert (duplicate_id(journal, now=MORNING + timedelta(minutes=minutes)) == attempt_id) is is_duplicate


def test_c42_when_a_clock_was_set_each_reading_of_the_time_counts(journal):
    attempt_id = start(journal, served_at=MORNING)
    journal.attempts.settle(attempt_id, created())
    check = ask(journal, now=MORNING + timedelta(minutes=16))
    assert check.attempt is None
    assert (
        ask(journal, now=MORNING + timedelta(minutes=16), others=(MORNING,)).attempt.attempt_id == attempt_id
    )


def test_c42_the_answer_tells_when_the_attempt_began(journal):
    attempt_id = start(journal, started_at=MORNING + timedelta(days=300))
    journal.attempts.settle(attempt_id, replace(created(), served_at=MORNING))
    assert duplicate_id(journal) == attempt_id


def test_c42_without_the_services_time_that_of_the_process_counts(journal):
    attempt_id = start(journal, started_at=MORNING - timedelta(hours=2))
    journal.attempts.settle(attempt_id, created())
    assert duplicate_id(journal) is None
    assert duplicate_id(journal, begun_lately={attempt_id}) == attempt_id


def test_duplicates_with_unusual_text_are_found(journal):
    odd = replace(ALBUM, name="a\ud800b\0c")
    lost = lose(journal, odd, body='{"name": "\ud800"}')
    assert duplicate_id(journal, odd, body='{"name": "\ud800"}') == lost


@pytest.mark.parametrize("body", ["{}", "[1]", "no JSON", "", "[" * 100_000])
def test_whatever_was_sent_has_a_fingerprint(body):
    one = encoding.fingerprint_of("album", "a", "u", body)
    assert one == encoding.fingerprint_of("album", "a", "u", body)
    assert one != encoding.fingerprint_of("album", "a", "u2", body)


# The index -----------------------------------------------------------------------------------------------------------


def open_guarded(path) -> list[int]:
    """Return the attempts that the unique index holds."""
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute(
            "SELECT attempt_id FROM attempt WHERE outcome IN ('unknown', 'sending') AND is_repeat = 0 ORDER BY 1"
        )
        return [number for (number,) in rows]


def test_c63_the_file_itself_holds_a_second_one_back(journal, path):
    first, second = start(journal), start(journal)
    assert open_guarded(path) == [first]
    with (
        closing(sqlite3.connect(path)) as database,
        pytest.raises(sqlite3.IntegrityError, match="fingerprint"),
    ):
        database.execute("UPDATE attempt SET is_repeat = 0 WHERE attempt_id = ?", (second,))


def test_c63_who_has_confirmed_it_gets_another_one_over_an_unknown_duplicate(journal, path):
    lost = [lose(journal) for _ in range(3)]
    assert open_guarded(path) == lost[:1]
    assert duplicate_id(journal) == lost[-1]


@pytest.mark.parametrize("kind", [OutcomeKind.REFUSED, OutcomeKind.NOT_SENT, OutcomeKind.CREATED])
def test_c63_what_has_ended_frees_its_place(journal, path, kind):
    lost = lose(journal)
    journal.attempts.settle(lost, created() if kind is OutcomeKind.CREATED else settled(kind))
    assert open_guarded(path) == []
    second = start(journal)
    assert open_guarded(path) == [second]


def test_c63_what_is_opened_again_beside_another_one_is_no_error(journal, path):
    lost = lose(journal)
    journal.attempts.settle(lost, replace(settled(OutcomeKind.REFUSED), note="Not in the list."))
    second = lose(journal)
    journal.attempts.reopen(journal.history.attempt(lost), "t", "m", "n")
    assert journal.history.attempt(lost).outcome is OutcomeKind.UNKNOWN
    assert open_guarded(path) == [second]
    assert {duplicate.attempt_id for duplicate in journal.attempts.open_attempts(FAMILY)} == {lost, second}


def test_a_million_attempts_are_not_read_through_for_a_duplicate(journal, path):
    with closing(sqlite3.connect(path)) as database:
        for statement in (duplicates._OPEN_DUPLICATE, duplicates._CREATED_DUPLICATE):
            steps = [
                row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {statement}", {"fingerprint": "x"})
            ]
            assert "SEARCH" in steps[0], steps
            assert "fingerprint=?" in steps[0], steps
            assert not any("SCAN attempt" in step or "SCAN u" in step for step in steps), steps


# Earlier versions ----------------------------------------------------------------------------------------------------


@pytest.fixture
def old(path):
    """Return a function that makes a history of the third version from outcomes and bodies."""

    def make(*rows: tuple[str, str, int]) -> None:
        with closing(sqlite3.connect(path)) as database:
            database.isolation_level = None
            schema.migrate(database, schema.MIGRATIONS[:3])
            place = (FAMILY.connection_id, FAMILY.name, FAMILY.service_address, FAMILY.user_id)
            database.execute("INSERT INTO connection VALUES (1, ?, ?, ?, ?)", place)
            for outcome, body, started_at in rows:
                number = database.execute(
                    "INSERT INTO attempt (kind, name, outcome, connection_key, started_at, trace_id)"
                    " VALUES ('album', ?, ?, 1, ?, 't')",
                    (json.loads(body)["name"], outcome, started_at),
                ).lastrowid
                database.execute("INSERT INTO exchange (attempt_id, body) VALUES (?, ?)", (number, body))

    return make


BODY, TEXT_BODY = serialization.to_json(ALBUM), serialization.to_json(ALBUM, NumberForm.TEXT)
LONG_AGO = milliseconds(MORNING)


def test_c63_a_history_that_holds_two_open_duplicates_migrates_and_works(old, path):
    old(("unknown", BODY, LONG_AGO), ("sending", TEXT_BODY, LONG_AGO), ("unknown", BODY, LONG_AGO))
    with Journal(path) as journal:
        assert journal.attempts.close_interrupted() == 1
        assert open_guarded(path) == [1]
        assert duplicate_id(journal) == 3
        for number in (1, 2, 3):
            journal.attempts.settle(number, replace(settled(OutcomeKind.REFUSED), note="Not made."))
        assert duplicate_id(journal) is None
        assert start(journal) == 4
        assert open_guarded(path) == [4]
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_c63_text_that_is_no_utf_8_does_not_keep_an_old_history_from_being_opened(old, path):
    old(("unknown", BODY, LONG_AGO), ("unknown", BODY, LONG_AGO))
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE exchange SET body = CAST(x'7bff7d' AS TEXT) WHERE attempt_id = 1")
        database.execute("INSERT INTO list VALUES (1, 'a', 'u', 'album/2/1')")
        database.execute("INSERT INTO list_object VALUES (1, '17', CAST(x'ff' AS TEXT), 0)")
    with Journal(path) as journal:
        assert duplicate_id(journal) == 2


def test_what_an_old_history_made_a_moment_ago_still_counts(old, path):
    now = datetime.now(UTC)
    old(
        ("created", BODY, milliseconds(now)),
        ("created", serialization.to_json(replace(ALBUM, name="x")), LONG_AGO),
    )
    with Journal(path) as journal:
        assert duplicate_id(journal, now=now) == 1
        assert duplicate_id(journal, replace(ALBUM, name="x"), now=now) is None


# The same ID once more -----------------------------------------------------------------------------------------------


def test_c41_an_id_that_the_history_has_gets_a_note(journal):
    def note(earlier) -> str:
        return f"As {earlier.attempt_id}."

    numbers = [start(journal, replace(ALBUM, name=f"{number}"), note="Begun.") for number in range(4)]
    journal.attempts.settle(numbers[0], created())
    assert (
        journal.attempts.settle(numbers[1], replace(created(), note_if_known=note)).attempt_id == numbers[0]
    )
    assert journal.attempts.settle(numbers[2], replace(created(ALBUM_ID + "0"), note_if_known=note)) is None
    assert (
        journal.attempts.settle(numbers[3], replace(settled(OutcomeKind.UNKNOWN), note_if_known=note)) is None
    )
    said = [attempt.note for attempt in journal.history.attempts(HistoryQuery(descending=False))]
    assert said == ["Begun.", "Begun. As 1.", "Begun.", "Begun."]


def test_c41_the_same_id_at_another_service_is_another_thing(journal):
    for connection in (FAMILY, CUSTOMER):
        number = start(journal, connection=connection)
        assert journal.attempts.settle(number, replace(created(), note_if_known=lambda _earlier: "x")) is None


def test_every_attempt_can_be_settled_without_that(journal):
    assert journal.attempts.settle(begin(journal), created()) is None
