"""Batches that are taken back, in the history: states by the deletes, folders that wait, what is looked at anew."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from koodrive import CreateAlbum, CreateSharedFolder
from koodrive.api import serialization
from koodrive.errors import JournalError
from koodrive.journal import Journal, NewBatch, NewRow, RowKey, Settlement, UndoJudgement
from koodrive.journal.batches import undo_statements
from koodrive.messages import Message
from koodrive.models import Connection, CreatedAlbum, CreatedSharedFolder, OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLACE = Connection("c", "C", "http://127.0.0.1:1", "4711", "bearer", "en-US")
NOW = datetime(2026, 11, 30, 10, 2, tzinfo=UTC)
FOLDER_ID = "1805929618626084993"


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """Return a history with batch 1: a shared folder, an album in it, an album of its own, a refused one."""
    with Journal(tmp_path / "history.sqlite3") as journal:
        rows = [NewRow(row, row + 1, "ready", "album", {}, ("x",)) for row in range(1, 5)]
        batch_id = journal.batches.add(NewBatch("t.csv", "00" * 32, ("name",)), rows)
        assert batch_id == 1
        journal.batches.connect(batch_id, PLACE)
        inside = CreateAlbum(type=2, album_kind=2, name="In", group_id="g", share_folder_id=FOLDER_ID)
        requests = [
            CreateSharedFolder("Folder", "1"),
            inside,
            CreateAlbum(type=2, album_kind=1, name="Own"),
            CreateAlbum(type=2, album_kind=1, name="No"),
        ]
        made = [CreatedSharedFolder(FOLDER_ID), CreatedAlbum("in"), CreatedAlbum("own"), None]
        for row, (request, created) in enumerate(zip(requests, made, strict=True), start=1):
            number = journal.attempts.begin(
                request=request,
                connection=PLACE,
                trace_id=f"create {row}",
                body=serialization.to_json(request),
                started_at=NOW,
                batch_row=RowKey(batch_id, row),
            )
            kind = OutcomeKind.REFUSED if created is None else OutcomeKind.CREATED
            journal.attempts.settle(number, Settlement(kind, NOW, created))
        journal.batch_undos.begin_run(1, PLACE, "me", is_alive=lambda _owner: False)
        yield journal


def delete(journal: Journal, of_attempt: int, kind: OutcomeKind, status: int | None = None) -> int:
    """Write a delete and its outcome, and return its number."""
    number = journal.attempts.begin_undo(
        of_attempt, connection=PLACE, trace_id=f"delete {of_attempt}", body="", started_at=NOW
    )
    journal.attempts.settle(number, Settlement(kind, NOW, status=status))
    return number


def states(journal: Journal) -> dict[int, str]:
    return {row.of_attempt: row.state for row in journal.batch_undos.page(1)}


def next_ones(journal: Journal, *, looks_only: bool = False) -> list[int]:
    return [row.of_attempt for row in journal.batch_undos.next_rows(1, looks_only=looks_only)]


def test_what_was_made_is_taken_back_last_first_and_a_folder_waits_for_its_album(journal: Journal) -> None:
    assert states(journal) == {3: "open", 2: "open", 1: "open"}
    assert next_ones(journal) == [3, 2]
    assert [row.of_attempt for row in journal.batch_undos.waiting(1)] == [1]
    lost = delete(journal, 2, OutcomeKind.UNKNOWN)
    assert next_ones(journal) == [3]
    assert journal.batch_undos.unknown_attempts(1) == [lost]
    # A look need not wait for what became of it.
    assert next_ones(journal, looks_only=True) == [3, 1]
    journal.attempts.settle(lost, Settlement(OutcomeKind.DELETED, NOW))
    assert next_ones(journal) == [3, 1]
    assert states(journal) == {3: "open", 2: "deleted", 1: "open"}
    assert journal.batch_undos.counts(1, without=[3]) == {"deleted": 1, "open": 1}
    assert [row.attempt_id for row in journal.batch_undos.of_rows(1, [2, 4]).values()] == [lost]


def test_what_did_nothing_may_go_out_again_and_what_did_never_does(journal: Journal) -> None:
    undos = journal.batch_undos
    delete(journal, 3, OutcomeKind.REFUSED, status=429)
    delete(journal, 2, OutcomeKind.REFUSED, status=400)
    delete(journal, 1, OutcomeKind.DELETED)
    assert states(journal) == {3: "refused", 2: "refused", 1: "deleted"}
    undos.release_blameless(1)
    assert states(journal) == {3: "open", 2: "refused", 1: "deleted"}
    undos.judge([UndoJudgement(3, "kept", Message("It has {count} pictures.", count=2))])
    (kept,) = undos.page(1, states={"kept"})
    assert (kept.state, str(kept.reason), kept.attempt_id) == ("kept", "It has 2 pictures.", None)
    undos.release(1, [2])
    assert states(journal) == {3: "kept", 2: "open", 1: "deleted"}
    undos.reopen(1)
    assert states(journal) == {3: "open", 2: "open", 1: "deleted"}


def test_what_is_found_out_of_a_delete_from_before_counts_in_the_run_that_goes_on(journal: Journal) -> None:
    lost = delete(journal, 3, OutcomeKind.UNKNOWN)
    journal.batch_undos.reopen(1)
    assert states(journal)[3] == "unknown"
    journal.attempts.annotate(lost, "looked")
    journal.attempts.settle(lost, Settlement(OutcomeKind.REFUSED, NOW))
    assert states(journal)[3] == "refused"
    journal.batch_undos.release_blameless(1)
    assert states(journal)[3] == "open"


def test_a_run_has_a_state_that_a_dead_process_leaves_paused(journal: Journal) -> None:
    undos = journal.batch_undos
    undos.ask_to_end(1, "paused", "user", is_alive=lambda _owner: True)
    assert undos.wish(1) == "paused"
    assert undos.close_interrupted(lambda _owner: False) == 1
    stored = undos.undo(1)
    assert stored is not None
    assert (stored.state, stored.reason, stored.owner) == ("paused", "crash", "me")
    with pytest.raises(JournalError):
        undos.begin_run(7, PLACE, "me", is_alive=lambda _owner: False)
    assert undos.undo(7) is None


def test_the_folder_of_an_album_is_found_along_the_index_of_the_results(journal: Journal) -> None:
    values = {"batch_id": 1, "after": 0, "until": 9}
    with journal.batch_undos._writer.exclusive() as database:
        plan = [row[-1] for row in database.execute(f"EXPLAIN QUERY PLAN {undo_statements.ADD_ROWS}", values)]
    # Without it, each album of a long batch would be compared with each of its folders.
    assert any("f USING INDEX attempt_by_result" in step for step in plan), json.dumps(plan, indent=1)
