"""Taking back what was created: each bad case against a sandbox, by what the service has deleted in the end."""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from undo_at_sandbox import ALBUM, COLLECTION, FOLDER, UndoDriver

from koodrive import KooDriveClient
from koodrive.creation.findings import Resolution
from koodrive.creation.search_scheduler import lost_attempts
from koodrive.creation.undo import presence
from koodrive.creation.undo.models import UndoCode, UndoVerdict
from koodrive.errors import RefusedError
from koodrive.journal import schema
from koodrive.messages import Message
from koodrive.models import Action, DeleteAlbum, OutcomeKind
from koodrive.sandbox import SANDBOX_TOKEN, Fault

if TYPE_CHECKING:
    from koodrive.sandbox import Sandbox

LOST = (Fault.COMMIT_THEN_DROP, Fault.DROP_BEFORE_COMMIT)


def delete_path(attempt) -> str:
    return f"/koodrive/ose/v1/{'album/' + attempt.result_id if attempt.kind == 'album' else 'sharefolder/delete'}"


def rename_result(undo: UndoDriver, object_id: str) -> None:
    """Let the service have given the ID of something else to the only create."""
    with closing(sqlite3.connect(undo.path)) as database:
        database.execute("UPDATE attempt SET result_id = ?", (object_id,))
        database.commit()


@pytest.mark.parametrize("request_", [ALBUM, COLLECTION, FOLDER], ids=["album", "collection", "folder"])
def test_what_is_empty_is_taken_back_with_one_call(undo: UndoDriver, request_) -> None:
    made = undo.create(request_)
    outcome = undo.undo(made)
    assert (outcome.kind, outcome.message, undo.delete_calls) == (OutcomeKind.DELETED, None, 1)
    create, delete = undo.rows()
    assert (create.outcome, create.undone_by) == (OutcomeKind.CREATED, delete.attempt_id)
    assert (
        create.undone_at
        == delete.settled_at
        == outcome.settled_at.replace(microsecond=outcome.settled_at.microsecond // 1000 * 1000)
    )
    assert (delete.action, delete.of_attempt) == (Action.DELETE, create.attempt_id)
    assert (delete.kind, delete.name, delete.result_id) == (create.kind, create.name, create.result_id)
    assert outcome.trace_id == delete.trace_id == undo.sandbox.deletes()[0]["traceId"]
    assert undo.look(made).code is UndoCode.TAKEN_BACK
    assert undo.undo(made).kind is None
    assert undo.delete_calls == 1


@pytest.mark.parametrize(
    ("request_", "change", "more", "code"),
    [
        (ALBUM, "fill", {}, UndoCode.NOT_EMPTY),
        (COLLECTION, "fill", {"count": 150}, UndoCode.NOT_EMPTY),
        (ALBUM, "rename", {"name": "Autumn"}, UndoCode.RENAMED),
        (FOLDER, "fill", {}, UndoCode.NOT_EMPTY),
        (FOLDER, "rename", {"name": "Work"}, UndoCode.RENAMED),
        (FOLDER, "join", {}, UndoCode.HAS_MEMBERS),
    ],
)
def test_what_others_have_changed_is_kept_and_says_why(
    undo: UndoDriver, request_, change, more, code
) -> None:
    made = undo.create(request_)
    ready = undo.look(made)
    undo.sandbox.change_elsewhere(change, made.result_id, **more)
    look = undo.look(made)
    assert (look.verdict, look.code) == (UndoVerdict.KEPT, code)
    assert look.reason
    # Also when it was ready a moment ago: it is read once more right before.
    outcome = undo.undoer.undo(ready, **undo.place)
    assert (outcome.kind, outcome.attempt_id, outcome.look.code) == (None, None, code)
    assert (undo.delete_calls, len(undo.rows())) == (0, 1)


@pytest.mark.parametrize("change", ["invite", "decline", "empty"])
def test_who_has_not_joined_and_what_was_taken_out_keep_nothing(undo: UndoDriver, change) -> None:
    made = undo.create(FOLDER)
    undo.sandbox.change_elsewhere("fill", made.result_id)
    undo.sandbox.change_elsewhere("empty", made.result_id)
    undo.sandbox.change_elsewhere(change, made.result_id)
    look = undo.look(made)
    assert look.verdict is UndoVerdict.READY
    assert any("invited" in remark for remark in look.remarks) == (change == "invite")


@pytest.mark.parametrize("request_", [ALBUM, FOLDER], ids=["album", "folder"])
def test_what_is_gone_already_is_noted_without_a_call(undo: UndoDriver, request_) -> None:
    made = undo.create(request_)
    undo.sandbox.change_elsewhere("delete", made.result_id)
    assert undo.look(made).verdict is UndoVerdict.GONE
    outcome = undo.undo(made)
    assert (outcome.kind, undo.delete_calls) == (OutcomeKind.DELETED, 0)
    assert "gone already" in str(outcome.remark)
    assert undo.attempt(made.attempt_id).undone_by == outcome.attempt_id


def test_several_that_somebody_else_has_deleted_are_all_gone(undo: UndoDriver) -> None:
    made = [undo.create(replace(ALBUM, name=f"Summer {number}")) for number in range(3)]
    for one in made[:2]:
        undo.sandbox.change_elsewhere("delete", one.result_id)
    assert [undo.look(one).verdict for one in made] == [UndoVerdict.GONE, UndoVerdict.GONE, UndoVerdict.READY]


def test_what_a_late_list_does_not_show_yet_is_not_gone(undo: UndoDriver) -> None:
    made = undo.create(ALBUM)
    undo.sandbox.inject(Fault.LIST_LAG, times=9, seconds=60)
    look = undo.look(made)
    assert (look.verdict, look.code) == (UndoVerdict.KEPT, UndoCode.NOT_LISTED)


@pytest.mark.parametrize("request_", [ALBUM, FOLDER], ids=["album", "folder"])
def test_what_is_new_and_shown_nowhere_may_be_late(undo: UndoDriver, request_, monkeypatch) -> None:
    monkeypatch.setattr(presence, "SHOWN_AFTER", timedelta(minutes=5))
    monkeypatch.setattr(presence, "SHOWN_AGAIN_AFTER", timedelta(minutes=5))
    made = undo.create(request_)
    undo.sandbox.inject(Fault.LIST_LAG, times=9, seconds=60)
    assert undo.look(made).verdict is UndoVerdict.KEPT
    undo.sandbox.clear_faults()
    undo.sandbox.inject(Fault.COMMIT_THEN_DROP, path=delete_path(made))
    lost = undo.undo(made).attempt_id
    # Also of a lost delete only the last look says that it is gone.
    (found,) = undo.find_out(lost, is_last=False)
    assert found.ending is None
    (found,) = undo.find_out(lost)
    assert found.ending is Resolution.DONE


@pytest.mark.parametrize("request_", [ALBUM, FOLDER], ids=["album", "folder"])
def test_a_delete_that_is_carried_out_after_the_last_look_is_noted_by_the_next(
    undo: UndoDriver, request_, monkeypatch
) -> None:
    """What was there at the last look of its delete is no longer so new that it may be shown late."""
    monkeypatch.setattr(presence, "SHOWN_AFTER", timedelta(minutes=5))
    made = undo.create(request_)
    undo.sandbox.inject(Fault.DROP_BEFORE_COMMIT, path=delete_path(made))
    (found,) = undo.find_out(undo.undo(made).attempt_id)
    assert found.ending is Resolution.NOT_DONE
    undo.sandbox.change_elsewhere("delete", made.result_id)
    assert undo.undo(made).kind is OutcomeKind.DELETED
    assert undo.creator.create(request_, **undo.place).kind is OutcomeKind.CREATED


def test_a_clock_that_was_set_back_makes_nothing_new(undo: UndoDriver, monkeypatch) -> None:
    monkeypatch.setattr(presence, "SHOWN_AFTER", timedelta(minutes=5))
    made = undo.create(ALBUM)
    ahead = replace(made, settled_at=made.settled_at + timedelta(days=1))
    assert (presence.may_be_late(made), presence.may_be_late(ahead)) == (True, False)


@pytest.mark.parametrize("fault", [Fault.CACHED_LIST, Fault.NO_ROWS, Fault.EMPTY_PAGE, Fault.ROWS_LEFT_OUT])
def test_a_list_that_cannot_be_trusted_keeps_an_album(undo: UndoDriver, fault) -> None:
    made = undo.create(ALBUM)
    if fault is Fault.CACHED_LIST:
        # Old enough to be in a list of ten minutes ago.
        old = undo.sandbox.make_elsewhere(
            "album", {"name": ALBUM.name, "type": 2, "albumKind": 1}, created_at=time.time() - 3600
        )
        rename_result(undo, old["id"])
        assert undo.look(made).verdict is UndoVerdict.READY
    undo.sandbox.inject(fault, times=9)
    assert undo.look(made).verdict is UndoVerdict.KEPT


@pytest.mark.parametrize("request_", [ALBUM, FOLDER], ids=["album", "folder"])
def test_what_goes_between_look_and_call_is_gone_and_not_refused(undo: UndoDriver, request_) -> None:
    made = undo.create(request_)
    undo.sandbox.change_elsewhere("delete", made.result_id, before_delete=True)
    outcome = undo.undo(made)
    assert (outcome.kind, undo.delete_calls) == (OutcomeKind.DELETED, 1)
    assert "somebody else" in str(outcome.remark)


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault.ERROR_BEFORE_COMMIT, OutcomeKind.UNKNOWN),
        (Fault.NONZERO_CODE, OutcomeKind.REFUSED),
        (Fault.EXPIRED_TOKEN, OutcomeKind.REFUSED),
        (Fault.THROTTLED, OutcomeKind.REFUSED),
        (Fault.HTML, OutcomeKind.UNKNOWN),
        (Fault.REDIRECT, OutcomeKind.REFUSED),
        (Fault.COMMIT_THEN_DROP, OutcomeKind.UNKNOWN),
    ],
)
def test_each_answer_is_one_of_the_five_words(undo: UndoDriver, fault, kind) -> None:
    made = undo.create(ALBUM)
    undo.sandbox.inject(fault, path=delete_path(made))
    outcome = undo.undo(made)
    assert (outcome.kind, undo.delete_calls) == (kind, 1)
    assert outcome.title
    assert outcome.is_token_refused == (fault is Fault.EXPIRED_TOKEN)
    assert (outcome.retry_after is not None) == (fault is Fault.THROTTLED)
    assert undo.attempt(made.attempt_id).undone_by is None
    assert undo.attempt(outcome.attempt_id).outcome is kind


def test_a_wrong_clock_is_put_right_and_the_delete_sent_once_more(undo: UndoDriver) -> None:
    made = undo.create(ALBUM)
    undo.sandbox.inject(Fault.CLOCK_FAST, times=1, seconds=3600, path=delete_path(made))
    outcome = undo.undo(made)
    assert outcome.kind is OutcomeKind.DELETED
    assert [row.outcome for row in undo.rows()] == ["created", "refused", "deleted"]
    assert undo.delete_calls == 2


def test_a_wrong_clock_keeps_no_folder(undo: UndoDriver) -> None:
    made = undo.create(FOLDER)
    reads = (
        f"sharefolder/metadata/{made.result_id}",
        "album/list",
        f"usergroupsInvite/inviteList/{made.group_id}",
    )
    for path in reads:
        undo.client = KooDriveClient(
            base_url=undo.sandbox.base_url, user_id=undo.connection.user_id, token=SANDBOX_TOKEN
        )
        undo.sandbox.inject(Fault.CLOCK_FAST, path=f"/koodrive/ose/v1/{path}")
        assert undo.look(made).verdict is UndoVerdict.READY, path


def test_a_token_that_ends_keeps_everything_and_says_so(undo: UndoDriver) -> None:
    made = undo.create(FOLDER)
    undo.sandbox.expire_tokens()
    outcome = undo.undo(made)
    assert (outcome.kind, outcome.look.code) == (None, UndoCode.UNREADABLE)
    assert (outcome.is_sign_in_needed, outcome.is_token_refused) == (True, True)


@pytest.mark.parametrize("request_", [ALBUM, FOLDER], ids=["album", "folder"])
@pytest.mark.parametrize("fault", LOST)
def test_a_lost_answer_is_found_out(undo: UndoDriver, request_, fault) -> None:
    made = undo.create(request_)
    undo.sandbox.inject(fault, path=delete_path(made))
    lost = undo.undo(made).attempt_id
    assert lost_attempts(undo.journal, undo.connection) == [lost]
    assert undo.look(made).code is UndoCode.UNDER_WAY
    (early,) = undo.find_out(lost, is_last=False)
    is_done = fault is Fault.COMMIT_THEN_DROP
    assert early.ending is (Resolution.DONE if is_done else None)
    found = undo.find_out(lost)
    assert [one.ending for one in found] == ([] if is_done else [Resolution.NOT_DONE])
    assert undo.taken_back() == undo.deleted()
    row = undo.attempt(lost)
    assert (row.outcome, row.is_followed_up) == (
        OutcomeKind.DELETED if is_done else OutcomeKind.REFUSED,
        True,
    )
    assert undo.delete_calls == 1
    if not is_done:
        assert undo.undo(made).kind is OutcomeKind.DELETED


def test_a_list_that_is_not_whole_tells_nothing(undo: UndoDriver) -> None:
    made = undo.create(ALBUM)
    undo.sandbox.inject(Fault.DROP_BEFORE_COMMIT, path=delete_path(made))
    lost = undo.undo(made).attempt_id
    # A list that seems to be whole and empty is not enough either.
    for fault in (Fault.EMPTY_PAGE, Fault.ROWS_LEFT_OUT, Fault.CACHED_LIST, Fault.NO_ROWS):
        undo.sandbox.inject(fault, times=2, path="/koodrive/ose/v1/album/list")
        (found,) = undo.find_out(lost)
        undo.sandbox.clear_faults()
        assert found.ending is Resolution.CANNOT_TELL, fault
        assert undo.attempt(lost).outcome is OutcomeKind.UNKNOWN
    undo.creator.resolver.declare_not_made(lost)
    assert undo.attempt(lost).title == "It was not taken back"


class _WithoutGroups(KooDriveClient):
    """A client of a service that knows no list of a group that is gone."""

    def list_albums(self, **parameters):
        raise RefusedError(Message("Resource not found"), Message("-"), status=400, code="13000309")


def test_an_album_that_went_with_its_folder_is_gone_whatever_its_list_says(undo: UndoDriver) -> None:
    folder = undo.create(FOLDER)
    first, second = (undo.create(undo.album_in(folder, name)) for name in ("One", "Two"))
    undo.sandbox.inject(Fault.DROP_BEFORE_COMMIT, path=delete_path(first))
    lost = undo.undo(first).attempt_id
    undo.sandbox.change_elsewhere("delete", folder.result_id)
    undo.client = _WithoutGroups(
        base_url=undo.sandbox.base_url, user_id=undo.connection.user_id, token=SANDBOX_TOKEN
    )
    assert undo.look(second).verdict is UndoVerdict.GONE
    (found,) = undo.find_out(lost)
    assert found.ending is Resolution.DONE


def test_the_user_decides_that_it_is_gone(undo: UndoDriver) -> None:
    made = undo.create(ALBUM)
    undo.sandbox.inject(Fault.COMMIT_THEN_DROP, path=delete_path(made))
    lost = undo.undo(made).attempt_id
    undo.creator.resolver.declare_deleted(lost)
    assert undo.attempt(made.attempt_id).undone_by == lost


def test_two_that_take_the_same_back_at_once_send_one_delete(undo: UndoDriver) -> None:
    made = undo.create(ALBUM)
    other = UndoDriver(undo.path, undo.sandbox)
    outcomes = []
    threads = [
        threading.Thread(target=lambda driver=driver: outcomes.append(driver.undo(made)))
        for driver in (undo, other)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.journal.close()
    assert undo.delete_calls == 1
    assert [outcome.kind for outcome in outcomes].count(OutcomeKind.DELETED) == 1
    (left,) = [outcome for outcome in outcomes if outcome.kind is None]
    assert left.look.code in {UndoCode.UNDER_WAY, UndoCode.TAKEN_BACK, UndoCode.VANISHED}


def test_only_what_this_account_has_created_can_be_taken_back(undo: UndoDriver) -> None:
    made = undo.create(ALBUM)
    undo.sandbox.inject(Fault.NONZERO_CODE)
    refused = undo.create(replace(ALBUM, name="Refused"))
    assert undo.look(refused).code is UndoCode.NOT_CREATED
    other = replace(undo.connection, user_id="4711")
    look = undo.undoer.look(made, client=undo.client, connection=other)
    assert (look.code, "4711" in str(look.reason)) == (UndoCode.OTHER_ACCOUNT, False)
    delete = undo.undo(made).attempt_id
    assert undo.look(undo.attempt(delete)).code is UndoCode.NOT_CREATED


def test_a_folder_of_another_owner_is_kept(undo: UndoDriver) -> None:
    folder = undo.sandbox.make_elsewhere(
        "sharedFolder",
        {"name": "Holiday", "containerId": FOLDER.container_id, "shareType": 0},
        creator="4711",
    )
    made = undo.create(FOLDER)
    rename_result(undo, folder["id"])
    assert undo.look(undo.attempt(made.attempt_id)).code is UndoCode.NOT_OWNER


def test_a_history_that_can_only_be_read_keeps_everything(undo: UndoDriver) -> None:
    made = undo.create(ALBUM)
    undo.journal.close()
    with closing(sqlite3.connect(undo.path)) as database:
        database.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    undo.open()
    assert undo.look(made).code is UndoCode.READ_ONLY
    assert undo.undo(made).kind is None
    assert undo.delete_calls == 0


# Folder with album ---------------------------------------------------------------------------------------------------


def test_an_empty_album_of_ours_goes_before_its_folder(undo: UndoDriver) -> None:
    folder = undo.create(FOLDER)
    album = undo.create(undo.album_in(folder))
    look = undo.look(folder)
    assert [own.attempt.attempt_id for own in look.own_albums] == [album.attempt_id]
    outcome = undo.undoer.undo(look, **undo.place)
    assert [outcome.kind, *(own.kind for own in outcome.albums)] == [OutcomeKind.DELETED] * 2
    assert [one["id"] for one in undo.sandbox.deletes()] == [album.result_id, folder.result_id]
    assert not any(one.get("withFolder") for one in undo.sandbox.deletes())


def test_an_album_that_was_not_asked_about_keeps_its_folder(undo: UndoDriver) -> None:
    folder = undo.create(FOLDER)
    look = undo.look(folder)
    undo.create(undo.album_in(folder))
    assert undo.undoer.undo(look, **undo.place).look.code is UndoCode.HAS_ALBUMS
    assert undo.delete_calls == 0


@pytest.mark.parametrize("is_ours", [True, False])
def test_a_folder_with_a_filled_or_a_foreign_album_is_kept(undo: UndoDriver, is_ours) -> None:
    folder = undo.create(FOLDER)
    album = undo.album_in(folder)
    if is_ours:
        made = undo.create(album)
        undo.sandbox.change_elsewhere("fill", made.result_id)
    else:
        fields = {"name": "Theirs", "type": 2, "albumKind": 2, "groupId": folder.group_id}
        undo.sandbox.make_elsewhere(
            "album", {**fields, "shareFolderId": int(folder.result_id)}, creator="4711"
        )
    look = undo.look(folder)
    assert (look.verdict, look.code) == (UndoVerdict.KEPT, UndoCode.HAS_ALBUMS)


def test_an_album_that_fills_after_the_question_keeps_itself_and_its_folder(undo: UndoDriver) -> None:
    folder = undo.create(FOLDER)
    album = undo.create(undo.album_in(folder))
    look = undo.look(folder)
    undo.sandbox.change_elsewhere("fill", album.result_id)
    outcome = undo.undoer.undo(look, **undo.place)
    assert (outcome.kind, outcome.look.code, undo.delete_calls) == (None, UndoCode.HAS_ALBUMS, 0)
    assert outcome.albums[0].look.code is UndoCode.NOT_EMPTY


# What was taken back holds nothing back ------------------------------------------------------------------------------


@pytest.mark.parametrize("request_", [ALBUM, FOLDER], ids=["album", "folder"])
def test_the_same_can_be_created_again_at_once(undo: UndoDriver, request_) -> None:
    made = undo.create(request_)
    undo.undo(made)
    outcome = undo.creator.create(request_, **undo.place)
    assert outcome.kind is OutcomeKind.CREATED
    assert undo.attempt(outcome.attempt_id).undone_by is None


def test_a_list_without_what_was_taken_back_is_whole(undo: UndoDriver, sandbox: Sandbox) -> None:
    """A create whose answer is lost is ruled out, though the list lacks what it showed before."""
    made = undo.create(ALBUM)
    undo.look(made)
    undo.undo(made)
    sandbox.inject(Fault.DROP_BEFORE_COMMIT)
    lost = undo.create(replace(ALBUM, name="Lost"))
    (found,) = undo.find_out(lost.attempt_id)
    assert found.ending is Resolution.NOT_DONE


def test_a_lost_create_and_a_lost_delete_are_looked_for_together(undo: UndoDriver, sandbox: Sandbox) -> None:
    made = undo.create(ALBUM)
    sandbox.inject(Fault.COMMIT_THEN_DROP, path=delete_path(made))
    delete = undo.undo(made).attempt_id
    sandbox.inject(Fault.COMMIT_THEN_DROP)
    create = undo.create(ALBUM).attempt_id
    found = undo.creator.resolver.look([create, delete], last=[create, delete], **undo.place)
    assert {one.ending for one in found} == {Resolution.DONE}
    (left,) = sandbox.effects()[-1:]
    assert undo.attempt(create).result_id == left["id"] != made.result_id


def test_a_dead_process_leaves_an_unknown_delete(undo: UndoDriver) -> None:
    made = undo.create(ALBUM)
    prepared = undo.client.prepare(DeleteAlbum(made.result_id))
    attempt_id = undo.journal.attempts.begin_undo(
        made.attempt_id,
        connection=undo.connection,
        trace_id=prepared.trace_id,
        body=prepared.body,
        started_at=made.started_at,
    )
    undo.journal.close()
    undo.open()
    row = undo.attempt(attempt_id)
    assert (row.outcome, "taken back" in str(row.message)) == (OutcomeKind.UNKNOWN, True)
    (found,) = undo.find_out(attempt_id)
    assert found.ending is Resolution.NOT_DONE
