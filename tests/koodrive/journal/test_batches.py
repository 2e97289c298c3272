"""Batches in the history: rows in pages, their states by their attempts, claims, decisions, runs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from damaged_files import leaves
from journal_samples import ALBUM, CUSTOMER, FAMILY, MORNING, TRACE_ID, created, settled

from koodrive.api import serialization
from koodrive.core.deadline import Cancellation
from koodrive.errors import JournalError
from koodrive.journal import (
    BatchStateError,
    HistoryQuery,
    Journal,
    Judgement,
    NewBatch,
    NewRow,
    Pace,
    RowFilter,
    RowKey,
    RowTakenError,
)
from koodrive.journal.batches import table
from koodrive.messages import Message
from koodrive.models import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BODY = serialization.to_json(ALBUM)
TABLE = NewBatch(
    "albums.csv", "ab" * 32, ("Name", "Remark"), ("name", None), {"separator": ";"}, Pace(2, None)
)


def row(number: int, verdict: str = "ready", **values: object) -> NewRow:
    defaults = {
        "kind": "album",
        "fields": {"name": f"Name {number}", "scopeDir": ["1", "2"]},
        "cells": (f"Name {number}", 'a "quoted" 50% \\ sign'),
    }
    return NewRow(row=number, line=number + 1, verdict=verdict, **(defaults | values))


def add(journal: Journal, *rows: NewRow) -> int:
    batch_id = journal.batches.add(TABLE, rows)
    assert batch_id is not None
    return batch_id


def begin(journal: Journal, batch_id: int, number: int) -> int:
    return journal.attempts.begin(
        request=ALBUM,
        connection=FAMILY,
        trace_id=TRACE_ID,
        body=BODY,
        started_at=MORNING,
        batch_row=RowKey(batch_id, number),
    )


def states(journal: Journal, batch_id: int) -> list[str]:
    return [one.state for one in journal.batch_rows.page(batch_id)]


def test_a_batch_comes_back_as_it_was_stored(journal: Journal) -> None:
    odd = row(1, cells=("\ud800 lone", "家"), ref="k", findings="[]", folder_row=2)
    batch_id = add(journal, odd, row(2))
    (batch,) = journal.batches.batches()
    assert (batch.name, batch.headings, batch.mapping) == (TABLE.name, TABLE.headings, TABLE.mapping)
    assert (batch.reading, batch.pace, batch.row_count) == ({"separator": ";"}, Pace(2, None), 2)
    assert (batch.state, batch.service_address) == ("checked", None)
    first, second = journal.batch_rows.rows(batch_id, [1, 2, 3])
    assert first.cells == odd.cells
    assert (first.ref, first.findings, first.folder_row, first.key) == ("k", "[]", 2, RowKey(batch_id, 1))
    assert second.fields == {"name": "Name 2", "scopeDir": ["1", "2"]}
    assert [one.row for one in journal.batch_rows.rows(batch_id, [2, 1])] == [2, 1]


def test_rows_are_written_a_few_at_a_time_and_only_a_whole_batch_is_shown(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table, "ROWS_AT_ONCE", 10)
    seen, cancellation = [], Cancellation()

    def note(count: int) -> None:
        seen.append(count)
        assert journal.batches.batches() == []
        if count == 30:
            cancellation.cancel()

    rows = (row(number) for number in range(1, 46))
    assert journal.batches.add(TABLE, rows, cancellation=cancellation, progress=note) is None
    assert seen == [10, 20, 30]
    assert journal.batches.batches() == []
    assert journal.batch_rows.page(1) == []
    with pytest.raises(JournalError, match="no batch 1"):
        journal.batches.batch(1)


def test_the_state_of_a_row_is_the_outcome_of_its_attempt(journal: Journal) -> None:
    batch_id = add(journal, *(row(number) for number in range(1, 5)), row(5, "problem"), row(6, "doubtful"))
    first = begin(journal, batch_id, 1)
    assert states(journal, batch_id) == ["sending", "ready", "ready", "ready", "problem", "doubtful"]
    journal.attempts.settle(first, created("77"))
    journal.attempts.settle(begin(journal, batch_id, 2), settled(OutcomeKind.UNKNOWN))
    assert journal.batch_rows.counts(batch_id) == {
        "created": 1,
        "unknown": 1,
        "ready": 2,
        "problem": 1,
        "doubtful": 1,
    }
    (made,) = journal.batch_rows.rows(batch_id, [1])
    assert (made.result_id, made.attempt_id, made.tries, made.trace_id) == ("77", first, 1, TRACE_ID)
    assert list(journal.batch_rows.numbers(batch_id, RowFilter(frozenset({"created", "problem"})))) == [1, 5]
    assert [one.row for one in journal.batch_runs.sendable(batch_id)] == [3, 4]


def test_rows_are_found_by_what_stands_in_them(journal: Journal) -> None:
    batch_id = add(
        journal,
        row(1),
        row(2, findings="[]"),
        row(3, cells=("Ärger", "")),
        row(4, cells=("客户（北京）2026", "")),
    )

    def found(text: str, **more: bool) -> list[int]:
        return list(journal.batch_rows.numbers(batch_id, RowFilter(text=text, **more)))

    assert found("NAME 2") == [2]
    assert found('"quoted" 50% \\') == [1, 2]
    assert found("_") == []
    assert found("Ä") == found("är") == found("A\u0308R") == [3]
    assert found("ＮＡＭＥ　2") == [2]
    assert found("客") == found("户(北京)") == found("（北京") == found("２０２6") == [4]
    assert found("广州") == []
    assert found("", has_findings=True) == [2]


@pytest.mark.parametrize("outcome", [OutcomeKind.CREATED, OutcomeKind.UNKNOWN, None])
def test_what_may_have_been_made_is_never_claimed_again(
    journal: Journal, outcome: OutcomeKind | None
) -> None:
    batch_id = add(journal, row(1))
    attempt_id = begin(journal, batch_id, 1)
    if outcome is not None:
        journal.attempts.settle(
            attempt_id, created("7") if outcome is OutcomeKind.CREATED else settled(outcome)
        )
    journal.batch_runs.release(batch_id, [1])
    with pytest.raises(RowTakenError):
        begin(journal, batch_id, 1)
    assert len(journal.attempts.open_attempts(FAMILY)) == (0 if outcome is OutcomeKind.CREATED else 1)


@pytest.mark.parametrize("outcome", [OutcomeKind.REFUSED, OutcomeKind.NOT_SENT])
def test_what_made_nothing_may_be_sent_again(journal: Journal, outcome: OutcomeKind) -> None:
    batch_id = add(journal, row(1))
    journal.attempts.settle(begin(journal, batch_id, 1), settled(outcome))
    assert journal.batch_runs.sendable(batch_id) == []
    journal.batch_runs.release(batch_id, [1])
    assert [one.tries for one in journal.batch_runs.sendable(batch_id)] == [1]
    again = begin(journal, batch_id, 1)
    (sent,) = journal.batch_rows.rows(batch_id, [1])
    assert (sent.attempt_id, sent.tries, sent.state) == (again, 2, "sending")


@pytest.mark.parametrize("verdict", ["problem", "exists", "excluded", "doubtful"])
def test_only_what_may_be_sent_is_claimed(journal: Journal, verdict: str) -> None:
    batch_id = add(journal, row(1, verdict))
    with pytest.raises(RowTakenError):
        begin(journal, batch_id, 1)
    assert journal.attempts.open_attempts(FAMILY) == []


def test_decisions_are_kept_and_taken_back(journal: Journal) -> None:
    batch_id = add(journal, row(1, "doubtful"), row(2), row(3, "problem"))
    journal.batch_rows.decide(batch_id, [1, 3], "confirmed")
    journal.batch_rows.decide(batch_id, [2], "excluded")
    assert states(journal, batch_id) == ["ready", "excluded", "problem"]
    assert [one.row for one in journal.batch_runs.sendable(batch_id)] == [1]
    journal.batch_rows.decide(batch_id, [1, 2], None)
    assert states(journal, batch_id) == ["doubtful", "ready", "problem"]


def test_a_row_waits_for_the_folder_that_it_is_to_be_in(journal: Journal) -> None:
    batch_id = add(journal, row(1, folder_row=2), row(2, kind="sharedFolder"))
    assert [one.row for one in journal.batch_runs.sendable(batch_id)] == [2]
    assert [one.row for one in journal.batch_runs.waiting(batch_id)] == [1]
    journal.attempts.settle(begin(journal, batch_id, 2), created("9"))
    assert [one.row for one in journal.batch_runs.sendable(batch_id)] == [1]
    assert journal.batch_runs.waiting(batch_id) == []


def test_rows_are_replaced_while_nothing_was_sent_of_them(journal: Journal) -> None:
    batch_id = add(journal, row(1), row(2), row(3))
    begin(journal, batch_id, 1)
    changed = [row(number, "problem") for number in (1, 2, 3)]
    journal.batch_rows.replace(batch_id, changed)
    assert states(journal, batch_id) == ["sending", "problem", "problem"]


def test_a_batch_is_run_by_one_process_and_by_one_connection(journal: Journal) -> None:
    batch_id = add(journal, row(1))
    journal.batches.connect(batch_id, CUSTOMER)
    before = journal.batches.begin_run(batch_id, FAMILY, "first", is_alive=lambda _owner: True)
    assert before.state == "checked"
    with pytest.raises(BatchStateError, match="runs already"):
        journal.batches.begin_run(batch_id, FAMILY, "second", is_alive=lambda owner: owner == "first")
    with pytest.raises(BatchStateError, match="is running"):
        journal.batch_rows.replace(batch_id, [row(1)])
    begin(journal, batch_id, 1)
    dead = journal.batches.begin_run(batch_id, FAMILY, "second", is_alive=lambda _owner: False)
    assert (dead.state, dead.owner, dead.user_id) == ("running", "first", FAMILY.user_id)
    reason = Message(
        "{count} rows were refused: {title}", count=3, title=Message("No {thing}", thing="space")
    )
    journal.batches.set_state(batch_id, "paused", "refusals", reason)
    stopped = journal.batches.batch(batch_id)
    assert (stopped.state, stopped.reason, stopped.reason_text) == ("paused", "refusals", reason)
    assert stopped.reason_text is not None
    assert stopped.reason_text.values["title"] == "No space"
    with pytest.raises(BatchStateError, match="another connection"):
        journal.batches.begin_run(batch_id, CUSTOMER, "third", is_alive=lambda _owner: False)
    with pytest.raises(BatchStateError, match="stays"):
        journal.batches.remove(batch_id)


def test_the_history_is_filtered_by_batch(journal: Journal) -> None:
    first, second = add(journal, row(1), row(2)), add(journal, row(1))
    journal.attempts.settle(begin(journal, first, 1), settled(OutcomeKind.REFUSED))
    journal.batch_runs.release(first, [1])
    # Another try of the same row is another attempt of the same batch.
    journal.attempts.settle(begin(journal, first, 1), created("5"))
    journal.attempts.settle(begin(journal, second, 1), created("6"))

    def found(**query: object) -> list[str | None]:
        return [one.result_id for one in journal.history.attempts(HistoryQuery(descending=False, **query))]

    assert found(batch_id=first) == [None, "5"]
    assert found(batch_id=second, text="holiday") == ["6"]
    assert found(batch_id=first, outcomes=frozenset({OutcomeKind.CREATED})) == ["5"]
    assert journal.history.count(HistoryQuery(batch_id=first)) == 2
    assert found(batch_id=3) == []


def test_a_confirmation_is_for_one_request_and_its_doubts(journal: Journal) -> None:
    batch_id = add(journal, *(row(number, "doubtful", findings='["a"]') for number in range(1, 5)))
    journal.batch_rows.decide(batch_id, [1, 2, 3, 4], "confirmed")
    same, other_doubt = row(1, "doubtful", findings='["a"]'), row(2, "doubtful", findings='["a", "b"]')
    other_request = row(3, "doubtful", findings='["a"]', fields={"name": "Other"})
    journal.batch_rows.replace(batch_id, [same, other_doubt, other_request])
    assert states(journal, batch_id) == ["ready", "doubtful", "doubtful", "ready"]
    journal.batch_runs.judge(batch_id, [Judgement(4, "doubtful", '["c"]')])
    assert states(journal, batch_id)[3] == "doubtful"


def test_what_was_not_stored_whole_is_removed_later(journal: Journal) -> None:
    def broken() -> Iterator[NewRow]:
        yield row(1)
        raise OSError("the file is gone")

    with pytest.raises(OSError, match="gone"):
        journal.batches.add(TABLE, broken())
    kept = add(journal, row(1))
    assert journal.batches.remove_unfinished(MORNING) == 0
    assert journal.batches.remove_unfinished(datetime.now(UTC) + timedelta(minutes=1)) == 1
    assert [batch.batch_id for batch in journal.batches.batches()] == [kept]
    assert journal.batch_rows.counts(kept) == {"ready": 1}


def test_what_was_opened_and_never_run_expires_but_the_newest_stay(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = [add(journal, row(1), row(2)) for _ in range(5)]
    begin(journal, numbers[0], 1)
    later = datetime.now(UTC) + timedelta(minutes=1)

    def listed() -> list[int]:
        return [batch.batch_id for batch in journal.batches.batches()]

    assert journal.batches.expire(MORNING, kept=0) == 0
    assert journal.batches.expire(later, kept=2) == 2
    assert listed() == [numbers[4], numbers[3], numbers[0]]
    # A start removes some rows only, and the next one goes on.
    monkeypatch.setattr("koodrive.journal.batches.table._ROWS_OF_ONE_START", 1)
    gone = [journal.batches.remove_unfinished(later) for _ in range(4)]
    assert sum(gone) == 2
    assert listed() == [numbers[4], numbers[3], numbers[0]]
    assert [journal.batch_rows.counts(number) for number in numbers[1:3]] == [{}, {}]


def test_a_damaged_page_takes_its_own_rows_along_and_no_other(path: Path) -> None:
    with Journal(path) as journal:
        batch_id = add(journal, *(row(number) for number in range(1, 400)))
        journal.attempts.settle(begin(journal, batch_id, 1), created("5"))
    content = bytearray(path.read_bytes())
    (_, damaged, *_) = leaves(path, "batch_row")
    content[damaged : damaged + 200] = b"\xff" * 200
    path.write_bytes(content)
    with Journal(path) as journal:
        assert "damaged" in str(journal.notice)
        (batch,) = journal.batches.batches()
        counts = journal.batch_rows.counts(batch.batch_id)
        assert counts["created"] == 1
        assert 0 < counts["ready"] < 398
        with pytest.raises(RowTakenError):
            begin(journal, batch_id, 1)
