"""The history in numbers: attempts by day and outcome, and the times of the answers, for what a query selects."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koodrive.api import serialization
from koodrive.journal import HistoryQuery, Journal, Settlement, selection
from koodrive.journal.statistics import AnswerTimes, percentile
from koodrive.models import (
    AlbumKind,
    AlbumType,
    Connection,
    CreateAlbum,
    CreatedAlbum,
    OutcomeKind,
    RequestKind,
)

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path):
    with Journal(tmp_path / "history.sqlite3") as journal:
        yield journal


@pytest.fixture
def far_east(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def where(number=1, name="Carrier A"):
    return Connection(f"c{number}", name, "https://koodrive.example", f"user-{number}", "bearer", "en-US")


def write(journal, at, outcome, *, took_ms=400, connection=None, name="Album", status=200):
    request = CreateAlbum(AlbumType.MANUAL, AlbumKind.PERSONAL, name)
    attempt_id = journal.attempts.begin(
        request=request,
        connection=connection or where(),
        trace_id="0" * 58,
        body=serialization.to_json(request),
        started_at=at,
    )
    made = CreatedAlbum(f"18{attempt_id}") if outcome is OutcomeKind.CREATED else None
    journal.attempts.settle(
        attempt_id, Settlement(outcome, at + timedelta(milliseconds=took_ms), made, status=status)
    )


@pytest.mark.usefixtures("far_east")
def test_attempts_are_counted_by_the_day_of_the_wall_clock_and_outcome(journal):
    # Midnight of Kathmandu is 18:15 UTC.
    for minutes, outcome in ((-1, OutcomeKind.CREATED), (0, OutcomeKind.REFUSED), (1, OutcomeKind.CREATED)):
        at = datetime(2026, 3, 1, 18, 15, tzinfo=UTC) + timedelta(minutes=minutes)
        write(journal, at, outcome)
    assert journal.history.statistics(HistoryQuery()).days == {
        date(2026, 3, 1): {OutcomeKind.CREATED: 1},
        date(2026, 3, 2): {OutcomeKind.REFUSED: 1, OutcomeKind.CREATED: 1},
    }


def test_times_are_those_of_answers_by_connection_under_its_last_name(journal):
    for took in range(1, 101):
        write(journal, NOON, OutcomeKind.CREATED, took_ms=10 * took)
    write(journal, NOON, OutcomeKind.REFUSED, took_ms=7, connection=where(2, "Old name"))
    write(journal, NOON, OutcomeKind.REFUSED, took_ms=9, connection=where(2, "New name"))
    write(journal, NOON, OutcomeKind.UNKNOWN, took_ms=99_999)
    write(journal, NOON, OutcomeKind.NOT_SENT, took_ms=99_999, status=None)
    assert journal.history.statistics(HistoryQuery()).times == (
        AnswerTimes("Carrier A", 100, 500, 950),
        AnswerTimes("New name", 2, 7, 9),
    )


@pytest.mark.parametrize("most_listed", [0, 50_000])
def test_only_what_the_query_selects_counts(journal, monkeypatch, most_listed):
    monkeypatch.setattr(selection, "_MOST_LISTED", most_listed)
    for number in range(6):
        outcome = OutcomeKind.CREATED if number % 2 else OutcomeKind.REFUSED
        write(journal, NOON, outcome, name=f"Holiday {number}" if number < 4 else "Garden", took_ms=number)
    found = journal.history.statistics(
        HistoryQuery(text="holiday", outcomes=frozenset({OutcomeKind.CREATED}))
    )
    assert found.days == {NOON.astimezone().date(): {OutcomeKind.CREATED: 2}}
    assert found.times == (AnswerTimes("Carrier A", 2, 1, 3),)
    nothing = journal.history.statistics(HistoryQuery(kinds=frozenset({RequestKind.SHARED_FOLDER})))
    assert (nothing.days, nothing.times) == ({}, ())


@given(st.lists(st.integers(0, 9_999), min_size=1))
def test_the_percentile_is_a_value_that_so_many_do_not_exceed(values):
    counts = {value: values.count(value) for value in values}
    assert percentile(counts, 1) == max(values)
    half = percentile(counts, 0.5)
    assert sum(value <= half for value in values) >= len(values) / 2
    assert half in values
    assert half <= median(values) + 1e-9
