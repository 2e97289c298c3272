"""Deletes in the history: their intents, what they do to every question about creates, and what is left of damage."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from damaged_files import filled, leaves, overwrite
from journal_samples import (
    ALBUM,
    ALBUM_ID,
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
from koodrive.journal import (
    HistoryQuery,
    Journal,
    NewBatch,
    NotUndoableError,
    PlannedRequest,
    Settlement,
    TakenBackError,
    UndoUnderWayError,
    database,
)
from koodrive.journal.batches.scratch import ScratchJournal
from koodrive.journal.encoding import fingerprint_of
from koodrive.journal.export import write_csv, write_json
from koodrive.models import Action, OutcomeKind, RequestKind

if TYPE_CHECKING:
    from pathlib import Path

LIST = "album/2/1"
LATER = MORNING + timedelta(hours=1)


def make(journal: Journal, album_id: str = ALBUM_ID, request=ALBUM) -> int:
    attempt_id = begin(journal, request)
    journal.attempts.settle(attempt_id, created(album_id))
    return attempt_id


def begin_undo(journal: Journal, attempt_id: int, connection=FAMILY) -> int:
    return journal.attempts.begin_undo(
        attempt_id, connection=connection, trace_id="t" * 58, body="", started_at=LATER
    )


def undo(journal: Journal, attempt_id: int, outcome=OutcomeKind.DELETED) -> int:
    delete = begin_undo(journal, attempt_id)
    journal.attempts.settle(delete, Settlement(outcome, LATER))
    return delete


def test_a_delete_names_its_create_and_what_it_deletes(journal: Journal) -> None:
    attempt_id = begin(journal, FOLDER)
    journal.attempts.settle(
        attempt_id, replace(settled(OutcomeKind.CREATED), created=MADE_FOLDER, answer=None)
    )
    delete = undo(journal, attempt_id)
    row, made = journal.history.attempt(delete), journal.history.attempt(attempt_id)
    assert (row.action, row.of_attempt, row.kind, row.name) == (
        Action.DELETE,
        attempt_id,
        RequestKind.SHARED_FOLDER,
        FOLDER.name,
    )
    assert (made.undone_by, made.undone_at, made.outcome) == (delete, LATER, OutcomeKind.CREATED)
    assert journal.history.rows(HistoryQuery(descending=False), 0, 9)[0].undone_by == delete
    # Each of its IDs finds both.
    for text in (MADE_FOLDER.id, MADE_FOLDER.share_folder_id, MADE_FOLDER.group_id, FOLDER.name):
        assert journal.history.count(HistoryQuery(text=text)) == 2, text


def test_an_intent_needs_a_create_of_this_account_that_is_there(journal: Journal) -> None:
    made, unknown = make(journal), begin(journal, COLLECTION)
    journal.attempts.settle(unknown, settled(OutcomeKind.UNKNOWN))
    for attempt_id, connection in ((made, CUSTOMER), (unknown, FAMILY), (99, FAMILY)):
        with pytest.raises(NotUndoableError):
            begin_undo(journal, attempt_id, connection)
    delete = begin_undo(journal, made)
    for _ in range(2):
        with pytest.raises(UndoUnderWayError) as caught:
            begin_undo(journal, made)
        assert caught.value.attempt_id == delete
        journal.attempts.annotate(delete, "looked")
    journal.attempts.settle(delete, settled(OutcomeKind.UNKNOWN))
    with pytest.raises(UndoUnderWayError):
        begin_undo(journal, made)
    journal.attempts.settle(delete, Settlement(OutcomeKind.DELETED, LATER))
    with pytest.raises(TakenBackError):
        begin_undo(journal, made)
    with pytest.raises(NotUndoableError):
        begin_undo(journal, delete)
    assert journal.history.count(HistoryQuery()) == 3


def test_a_create_is_never_deleted_and_a_delete_never_created(journal: Journal) -> None:
    made = begin(journal)
    with pytest.raises(JournalError):
        journal.attempts.settle(made, Settlement(OutcomeKind.DELETED, LATER))
    journal.attempts.settle(made, created())
    delete = begin_undo(journal, made)
    with pytest.raises(JournalError):
        journal.attempts.settle(delete, created("17"))
    assert journal.history.attempt(delete).result_id == ALBUM_ID


def test_one_id_of_two_creates_is_taken_back_once(journal: Journal) -> None:
    first, second = make(journal), make(journal, request=replace(ALBUM, name="Other"))
    undo(journal, first)
    with pytest.raises(TakenBackError):
        begin_undo(journal, second)
    # The service may give an ID out again.
    third = make(journal, request=replace(ALBUM, name="Third"))
    assert journal.history.attempt(third).undone_by is None
    undo(journal, third)


@pytest.mark.parametrize("outcome", [OutcomeKind.REFUSED, OutcomeKind.NOT_SENT])
def test_what_was_not_deleted_can_be_taken_back_again(journal: Journal, outcome: OutcomeKind) -> None:
    made = make(journal)
    undo(journal, made, outcome)
    assert journal.history.attempt(made).undone_by is None
    undo(journal, made)
    assert journal.history.attempt(made).undone_by == 3


def test_a_delete_that_was_not_carried_out_is_no_create_that_made_nothing(journal: Journal) -> None:
    delete = begin_undo(journal, make(journal))
    journal.attempts.settle(delete, settled(OutcomeKind.UNKNOWN))
    assert [one.attempt_id for one in journal.attempts.open_attempts(FAMILY)] == [delete]
    assert journal.attempts.open_attempts(FAMILY, Action.CREATE) == []
    journal.attempts.settle(delete, settled(OutcomeKind.REFUSED, note="found out"))
    assert journal.attempts.ruled_out_attempts(FAMILY, ALBUM.name, MORNING - timedelta(days=1)) == []


def test_what_was_taken_back_is_never_there_for_a_plan(journal: Journal) -> None:
    made = make(journal)
    journal.service_lists.save(FAMILY, LIST, [(ALBUM_ID, ALBUM.name)])
    fingerprint = fingerprint_of("album", FAMILY.service_address, FAMILY.user_id, "{}")
    planned = [PlannedRequest("album", ALBUM.name, fingerprint, LIST)]
    since = MORNING - timedelta(days=1)
    (before,) = journal.plans.known(FAMILY, planned, since)
    assert (before.same.attempt_id, before.listed_id) == (made, ALBUM_ID)
    delete = begin_undo(journal, made)
    (during,) = journal.plans.known(FAMILY, planned, since)
    assert during.same.attempt_id == made
    journal.attempts.settle(delete, Settlement(OutcomeKind.DELETED, LATER))
    # Also while a list that is late shows it still.
    journal.service_lists.save(FAMILY, LIST, [(ALBUM_ID, ALBUM.name)])
    (after,) = journal.plans.known(FAMILY, planned, since)
    assert (after.same, after.same_name, after.listed_id) == (None, None, None)


@pytest.mark.parametrize("is_listed", [True, False])
@pytest.mark.parametrize("is_late", [True, False])
def test_a_list_without_what_was_taken_back_lacks_nothing(journal: Journal, is_listed, is_late) -> None:
    """Whether it ever showed it or not, and also where it shows it once more before it does not."""
    lists = journal.service_lists
    made = make(journal)
    if is_listed:
        lists.save(FAMILY, LIST, [(ALBUM_ID, ALBUM.name)])
    else:
        lists.save(FAMILY, LIST, [], made={ALBUM_ID: made})
    delete = begin_undo(journal, made)
    # It may be gone by now, and that is no gap.
    assert lists.save(FAMILY, LIST, []) == 0
    journal.attempts.settle(delete, Settlement(OutcomeKind.DELETED, LATER))
    if is_late:
        assert lists.save(FAMILY, LIST, [(ALBUM_ID, ALBUM.name)]) == 0
    assert lists.save(FAMILY, LIST, [], made={ALBUM_ID: made}) == 0
    assert lists.removed(FAMILY, LIST) == {ALBUM_ID}
    assert lists.created_since(FAMILY, "album/1/1", RequestKind.ALBUM)[0] == []
    assert journal.history.listed_objects(ALBUM.name, [FAMILY.account_key], 9) == []


def test_what_is_lacking_besides_is_a_gap_still(journal: Journal) -> None:
    made = make(journal)
    journal.service_lists.save(FAMILY, LIST, [(ALBUM_ID, "x"), ("17", "y"), ("18", "z")])
    undo(journal, made)
    assert journal.service_lists.save(FAMILY, LIST, [("18", "z")]) == 1


def test_created_objects_are_without_what_was_taken_back_unless_it_is_listed(journal: Journal) -> None:
    undo(journal, make(journal))
    kept = make(journal, "17")
    for listed, ours in (([], []), ([ALBUM_ID], [ALBUM_ID])):
        own, besides = journal.history.created_objects(FAMILY, RequestKind.ALBUM, listed, 9)
        assert (list(own), [one.attempt_id for one in besides.values()]) == (ours, [kept])


def test_the_history_is_filtered_by_action_and_by_what_was_taken_back(journal: Journal) -> None:
    first, second, third = (make(journal, str(number)) for number in (11, 12, 13))
    delete, refused = undo(journal, first), undo(journal, second, OutcomeKind.REFUSED)

    def found(**wanted) -> list[int]:
        query = HistoryQuery(descending=False, **wanted)
        rows = [row.attempt_id for row in journal.history.rows(query, 0, 99)]
        assert journal.history.count(query) == len(rows)
        assert [row.attempt_id for row in journal.history.first_rows(query, 99).rows] == rows
        assert [row.attempt_id for row in journal.history.attempts(query)] == rows
        return rows

    assert found(actions=frozenset({Action.DELETE})) == [delete, refused]
    assert found(actions=frozenset({Action.CREATE})) == [first, second, third]
    assert found(actions=frozenset(Action)) == [first, second, third, delete, refused]
    assert found(outcomes=frozenset({OutcomeKind.DELETED})) == [delete]
    assert found(is_undone=True) == [first]
    # As people see it: what was taken back does not stand any more.
    made, gone = OutcomeKind.CREATED, OutcomeKind.DELETED
    fates = {(made,): [second, third], (gone,): [first, delete], (made, gone): [first, second, third, delete]}
    for outcomes, rows in fates.items():
        assert found(outcomes=frozenset(outcomes), by_fate=True) == rows
    assert found(is_undone=False, outcomes=frozenset({OutcomeKind.CREATED})) == [second, third]
    assert found(text="11", actions=frozenset({Action.DELETE})) == [delete]
    days = journal.history.statistics(HistoryQuery()).days
    assert {str(kind): count for counts in days.values() for kind, count in counts.items()} == {
        "created": 3,
        "deleted": 1,
        "refused": 1,
    }
    assert sum(times.count for times in journal.history.statistics(HistoryQuery()).times) == 3


def test_an_export_says_what_was_taken_back(journal: Journal, path: Path) -> None:
    undo(journal, make(journal))
    target = path.with_name("export.json")
    write_json(target, journal.history.attempts(HistoryQuery(descending=False)))
    create, delete = json.loads(target.read_text("utf-8"))
    assert (create["action"], create["taken back by"]) == ("create", 2)
    assert create["taken back at"] == delete["settled at"] == "2026-03-01T10:30:00.125Z"
    assert (delete["action"], delete["takes back"], delete["taken back by"]) == ("delete", 1, None)


def test_a_process_that_ended_leaves_both_kinds_open(path: Path) -> None:
    with Journal(path) as journal:
        made = make(journal)
        delete, create = begin_undo(journal, made), begin(journal, COLLECTION)
    with Journal(path) as journal:
        assert journal.attempts.close_interrupted() == 2
        said = [journal.history.attempt(one).message for one in (delete, create)]
    assert "taken back" in said[0]
    assert "created" in said[1]


def test_a_scratch_history_knows_what_was_taken_back(path: Path, tmp_path: Path) -> None:
    with Journal(path) as journal:
        batch = journal.batches.add(NewBatch("x.csv", "", ("name",)), [])
        made = begin(journal, started_at=LATER)
        journal.attempts.settle(made, created())
        with closing(sqlite3.connect(path)) as change:
            change.execute("UPDATE attempt SET started_at = strftime('%s', 'now') * 1000")
            change.commit()
        undo(journal, made)
    with ScratchJournal(tmp_path / "scratch.sqlite3", path, batch, FAMILY) as scratch:
        assert scratch.attempts.attempt(made).undone_by is not None


# Damage --------------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("table", ["attempt", "exchange", "attempt_by_create", "attempt_by_result"])
def test_damage_hides_neither_a_create_nor_its_delete(path: Path, monkeypatch, table: str) -> None:
    monkeypatch.setattr(database, "_CHECKED_WHOLE", 0)
    filled(path, 60)
    with Journal(path) as journal:
        deletes = [undo(journal, number) for number in range(1, 41)]
    for leaf in leaves(path, table):
        overwrite(path, leaf, 64)
    with Journal(path) as journal:
        rows = {row.attempt_id: row for row in journal.history.attempts(HistoryQuery())}
        assert set(rows) == set(range(1, 101))
        assert write_csv(path.with_name("export"), journal.history.attempts(HistoryQuery())) == 100
        if table != "attempt_by_create":
            assert {number for number, row in rows.items() if row.action == Action.DELETE} == set(deletes)
            assert [rows[delete].of_attempt for delete in deletes] == list(range(1, 41))


@pytest.mark.slow
def test_what_is_salvaged_of_a_damaged_file_has_its_deletes(path: Path) -> None:
    filled(path, 60)
    with Journal(path) as journal:
        deletes = [undo(journal, number) for number in range(1, 41)]
    for leaf in leaves(path, "attempt")[-1:]:
        overwrite(path, leaf, 64)
    with Journal(path) as journal:
        assert journal.notice is not None
        rows = {row.attempt_id: row for row in journal.history.attempts(HistoryQuery())}
        assert set(rows) == set(range(1, 101))
        assert all(rows[delete].action == Action.DELETE for delete in deletes)
        assert all(rows[delete].of_attempt == number for number, delete in enumerate(deletes, 1))
        # A create whose delete is damaged is not taken back a second time without a look.
        assert rows[1].undone_by is not None
