"""The first rows of many are known long before all of them are counted."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, repeat
from typing import TYPE_CHECKING

import pytest
from journal_samples import ALBUM, CUSTOMER, FAMILY, begin, created

from koodrive.journal import HistoryQuery, Journal, ReadInterruptedError, SortColumn, keyset, selection
from koodrive.journal.filters import filter_of
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANY = 40
EVERY = HistoryQuery(text="Holiday", descending=False)
INDEXES = {
    SortColumn.KIND: "attempt_by_kind",
    SortColumn.NAME: "attempt_by_name",
    SortColumn.ID: "attempt_by_result",
    SortColumn.OUTCOME: "attempt_by_outcome",
    SortColumn.CONNECTION: "attempt_by_connection",
}


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal(tmp_path / "history.sqlite3") as opened:
        for number in range(MANY):
            begin(opened, replace(ALBUM, name=f"Holiday {number}"), trace_id="t")
        yield opened


@pytest.fixture
def much(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every history one that takes long to be read."""
    monkeypatch.setattr(selection, "_FEW", 0)


def clock_ends_after(looks: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the time of the next walk be over when it has looked at the clock so often."""
    # It looks for the first time before it sets out.
    ticks = chain(repeat(0.0, looks + 1), repeat(3600.0))
    monkeypatch.setattr(keyset, "monotonic", lambda: next(ticks))


def test_few_rows_are_counted_at_once(journal: Journal) -> None:
    first = journal.history.first_rows(EVERY, 10)
    assert [row.attempt_id for row in first.rows] == list(range(1, 11))
    assert first.count == MANY


@pytest.mark.usefixtures("much")
def test_what_needs_no_searching_is_counted_at_once(journal: Journal) -> None:
    assert journal.history.first_rows(HistoryQuery(), 10).count == MANY
    assert journal.history.first_rows(HistoryQuery(text="no such thing"), 10).count == 0


@pytest.mark.usefixtures("much")
def test_of_many_rows_only_the_first_are_read(journal: Journal) -> None:
    first = journal.history.first_rows(EVERY, 10)
    assert [row.attempt_id for row in first.rows] == list(range(1, 11))
    assert first.count is None
    assert journal.history.count(EVERY) == MANY


@pytest.mark.usefixtures("much")
def test_a_walk_that_came_to_the_end_has_counted(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    first = journal.history.first_rows(EVERY, MANY + 1)
    assert (len(first.rows), first.count) == (MANY, MANY)
    monkeypatch.setattr("koodrive.journal.reader.select", None)
    assert journal.history.count(EVERY) == MANY, "there is nothing left to be worked out"
    assert journal.history.rows(EVERY, 0, MANY) == first.rows


@pytest.mark.usefixtures("much")
def test_what_is_known_is_not_searched_again(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    journal.history.count(EVERY)
    monkeypatch.setattr("koodrive.journal.reader.select_soon", None)
    assert journal.history.first_rows(EVERY, 10).count == MANY


@pytest.mark.usefixtures("much")
def test_when_the_time_is_over_what_was_found_is_the_start(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyset, "_STEPS", 10)
    lengths = []
    for looks in range(0, 300, 2):
        clock_ends_after(looks, monkeypatch)
        first = journal.history.first_rows(EVERY, MANY)
        assert first.count is None
        assert [row.attempt_id for row in first.rows] == list(range(1, len(first.rows) + 1))
        lengths.append(len(first.rows))
    assert lengths == sorted(lengths)
    assert lengths[0] == 0
    assert lengths[-1] == MANY
    assert len(set(lengths)) > 10
    assert journal.history.count(EVERY) == MANY, "the clock stops nothing but the walk"


@pytest.mark.usefixtures("much")
def test_an_interrupt_is_not_taken_for_the_clock(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyset, "_STEPS", 50)
    monkeypatch.setattr(keyset, "monotonic", lambda: journal.history.interrupt() or 0.0)
    with pytest.raises(ReadInterruptedError):
        journal.history.first_rows(EVERY, 10)
    assert journal.history.count(EVERY) == MANY


def test_what_is_written_meanwhile_is_in_the_next_first_rows(journal: Journal) -> None:
    query = HistoryQuery(outcomes=frozenset({OutcomeKind.CREATED}))
    assert journal.history.first_rows(query, 10).count == 0
    journal.attempts.settle(7, created())
    first = journal.history.first_rows(query, 10)
    assert [row.attempt_id for row in first.rows] == [7]
    assert first.count == 1


@pytest.mark.parametrize("text", ["cloud", "客户", "b"])
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", SortColumn)
def test_a_walk_with_a_text_follows_the_order(
    journal: Journal, sort: SortColumn, text: str, *, descending: bool
) -> None:
    for connection in (FAMILY, CUSTOMER):
        begin(journal, connection=connection)
    query = HistoryQuery(text=text, sort=sort, descending=descending)
    statements: list[str] = []
    with journal.history._reader.snapshot() as connection:
        chosen = filter_of(query, connection)
        connection.set_trace_callback(statements.append)
        assert keyset.keyset_ids(connection, query, chosen, size=10).fetchall()
        connection.set_trace_callback(None)
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statements[0]}")]
    assert not [step for step in plan if "TEMP B-TREE" in step or "OR" in step.split()], plan
    # The table itself is in the order of the attempts.
    order = f"INDEX {INDEXES[sort]}" if sort in INDEXES else "SCAN a"
    assert any(order in step for step in plan), plan
