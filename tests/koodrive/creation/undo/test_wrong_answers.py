"""Taking back while something answers wrongly: nothing counts as taken back that the service has still."""

from __future__ import annotations

import itertools
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from relay import Relay
from scripted_server import reply
from undo_at_sandbox import ALBUM, FOLDER, UndoDriver

from koodrive import KooDriveClient
from koodrive.core.deadline import Cancellation
from koodrive.creation.settlement import AttemptSettler
from koodrive.creation.undo import undoer
from koodrive.creation.undo.models import UndoCode, UndoVerdict
from koodrive.listing.snapshots import read_and_record
from koodrive.models import AlbumKind, OutcomeKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, SANDBOX_USER_ID, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from koodrive.sandbox import Sandbox

DELETE = "DELETE .*|POST .*/sharefolder/delete"
LISTS = "GET .*/(album|sharefolder)/list"
BY_ID = "GET .*/album/[^/]+/list|GET .*/sharefolder/metadata/.*"
WEB_PAGE = b"<html><head><title>Not Found</title></head></html>"


def said(**members: object):
    return reply(200, json.dumps(members).encode())


WRONG = {
    "page 200": reply(200, WEB_PAGE),
    "page 404": reply(404, WEB_PAGE),
    "page 410": reply(410, WEB_PAGE),
    "nothing 204": reply(204, b""),
    "redirect": reply(302, b"", "Location: /elsewhere"),
    "gateway": reply(404, b'{"error_code": "APIG.0101", "error_msg": "The API does not exist"}'),
    "not found": said(code="13000309", msg="Resource not found"),
    "not in the space": said(code="13000302", msg="Not in the space"),
    "unexpected code": said(code=200, msg="OK"),
    "cut off": reply(200, b'{"code": 0, "ms', length=40),
    "twice": reply(200, b'{"code": 0, "code": 1}'),
}
DENIED = {
    "words": said(code=0, msg="delete failed"),
    "no success": said(code=0, msg="Success.", success=False),
    "of one": said(code=0, msg="Success.", data=[{"id": "1", "code": 13000410, "msg": "No permission"}]),
    "below": said(code=0, msg="Success.", data={"results": [{"id": "1", "status": "failed"}]}),
}


@pytest.fixture
def relay(sandbox: Sandbox, undo: UndoDriver) -> Iterator[Relay]:
    """Stand between the driver and its sandbox."""
    with Relay(sandbox) as server:
        undo.connection = replace(undo.connection, service_address=server.url)
        undo.client = KooDriveClient(base_url=server.url, user_id=SANDBOX_USER_ID, token=SANDBOX_TOKEN)
        yield server


@pytest.mark.parametrize("script", (WRONG | DENIED).values(), ids=(WRONG | DENIED).keys())
def test_a_wrong_answer_to_the_delete_takes_nothing_back(undo: UndoDriver, relay: Relay, script) -> None:
    made = undo.create(FOLDER)
    look = undo.look(made)
    # Its list leaves it out, as a list that is late does.
    relay.answers = {DELETE: script, "GET .*/sharefolder/list": said(code=0, folders=[])}
    outcome = undo.undoer.undo(look, **undo.place)
    assert outcome.kind in {OutcomeKind.REFUSED, OutcomeKind.UNKNOWN}
    if outcome.kind is OutcomeKind.UNKNOWN:
        undo.find_out(outcome.attempt_id)
    assert undo.taken_back() == undo.deleted() == set()
    relay.answers.clear()
    if undo.attempt(outcome.attempt_id).outcome is OutcomeKind.UNKNOWN:
        undo.find_out(outcome.attempt_id)
    assert undo.undo(made).kind is OutcomeKind.DELETED
    assert undo.taken_back() == undo.deleted() == {made.result_id}


@pytest.mark.parametrize("request_", [ALBUM, FOLDER], ids=["album", "folder"])
def test_a_wrong_answer_to_a_look_is_no_proof(undo: UndoDriver, relay: Relay, request_) -> None:
    made, other = undo.create(request_), undo.create(replace(request_, name="Other"))
    relay.answers = {DELETE: reply(503, b"")}
    lost = undo.undo(made).attempt_id
    for name, script in WRONG.items():
        for answers in ({BY_ID: script}, {BY_ID: script, LISTS: script}):
            relay.answers = answers
            undo.find_out(lost)
            assert (name, undo.attempt(lost).outcome) == (name, OutcomeKind.UNKNOWN)
            assert (name, undo.look(other).verdict) == (name, UndoVerdict.KEPT)


def test_what_a_cache_says_of_a_folder_keeps_it(undo: UndoDriver, relay: Relay) -> None:
    made = undo.create(FOLDER)
    before = undo.client.shared_folder_metadata(made.result_id)
    undo.sandbox.change_elsewhere("rename", made.result_id, name="Work")
    row = {
        "id": before.id,
        "name": before.name,
        "ownerId": int(before.owner_id),
        "groupId": before.group_id,
        "shareFolderFileId": before.share_folder_file_id,
        "containerId": before.container_id,
        "status": 0,
    }
    relay.answers = {BY_ID: reply(200, json.dumps({"code": 0, "sharefolder": row}).encode(), "Age: 60")}
    outcome = undo.undo(made)
    assert (outcome.kind, outcome.look.code, undo.deleted()) == (None, UndoCode.UNREADABLE, set())


def test_what_was_there_before_the_create_is_not_ours(undo: UndoDriver, relay: Relay) -> None:
    theirs = undo.sandbox.make_elsewhere("album", {"name": "Summer", "type": 2, "albumKind": 1})
    read_and_record(ALBUM, journal=undo.journal, **undo.place)
    relay.answers = {"POST .*/album/create": said(code=0, albumId=theirs["id"])}
    made = undo.create(ALBUM)
    assert made.result_id == theirs["id"]
    outcome = undo.undo(made)
    assert (outcome.kind, outcome.look.code, undo.deleted()) == (None, UndoCode.NOT_OURS, set())


def test_an_album_that_only_the_history_has_as_taken_back_keeps_its_folder(undo: UndoDriver) -> None:
    folder = undo.create(FOLDER)
    album = undo.create(undo.album_in(folder))
    undo.sandbox.inject(Fault.DROP_BEFORE_COMMIT, path=f"/koodrive/ose/v1/album/{album.result_id}")
    AttemptSettler(undo.journal).declare_deleted(undo.undo(album).attempt_id)
    undo.sandbox.change_elsewhere("fill", album.result_id)
    outcome = undo.undo(folder)
    assert (outcome.kind, outcome.look.code, undo.deleted()) == (None, UndoCode.HAS_ALBUMS, set())
    assert "has it still" in str(outcome.look.reason)


def test_an_album_and_its_folder_are_taken_back_by_one_question(undo: UndoDriver) -> None:
    folder = undo.create(FOLDER)
    album = undo.create(undo.album_in(folder))
    looks = [undo.look(album), undo.look(folder)]
    kinds = [undo.undoer.undo(look, **undo.place).kind for look in looks]
    assert kinds == [OutcomeKind.DELETED, OutcomeKind.DELETED]
    assert undo.taken_back() == undo.deleted() == {album.result_id, folder.result_id}
    assert undo.delete_calls == 2


def test_an_album_in_a_folder_that_hides_from_us_is_not_gone(undo: UndoDriver, relay: Relay) -> None:
    """Somebody has taken us out of their folder: neither list nor ID shows our album in it."""
    fields = {"name": "Theirs", "containerId": SANDBOX_CONTAINER_ID, "shareType": 0}
    theirs = undo.sandbox.make_elsewhere("sharedFolder", fields, creator="4711")
    request = replace(
        ALBUM, album_kind=AlbumKind.SHARED, group_id=theirs["groupId"], share_folder_id=theirs["id"]
    )
    lost, other = undo.create(request), undo.create(replace(request, name="Other"))
    relay.answers = {DELETE: reply(503, b"")}
    lost = undo.undo(lost).attempt_id
    unknown = said(code="13000309", msg="Resource not found")
    for lists in (said(code=0, albumList=[], total=0), unknown):
        relay.answers = {LISTS: lists, BY_ID: unknown}
        undo.find_out(lost)
        assert undo.look(other).verdict is UndoVerdict.KEPT
    assert undo.attempt(lost).outcome is OutcomeKind.UNKNOWN
    # Where the folder is shown, the album would be, too.
    relay.answers = {LISTS: said(code=0, albumList=[], total=0), "GET .*/album/[^/]+/list": unknown}
    undo.find_out(lost)
    assert undo.attempt(lost).outcome is OutcomeKind.DELETED


@pytest.mark.parametrize("request_", [ALBUM, FOLDER], ids=["album", "folder"])
def test_what_is_filled_while_the_intent_is_written_is_kept(
    undo: UndoDriver, relay: Relay, request_, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As by a slow disk, or while another program keeps the history locked."""
    monkeypatch.setattr(undoer, "_MOST_SECONDS_TO_WRITE", -1.0, raising=False)
    made, empty = undo.create(request_), undo.create(replace(request_, name="Other"))
    look = undo.look(made)

    def fill(call: str) -> None:
        if re.fullmatch("GET .*/album/[^/]+/list|POST .*/files/0", call):
            relay.on_answer = lambda _call: None
            undo.sandbox.change_elsewhere("fill", made.result_id)

    relay.on_answer = fill
    outcome = undo.undoer.undo(look, **undo.place)
    assert (outcome.kind, undo.deleted()) == (OutcomeKind.NOT_SENT, set())
    assert "at least 1" in str(outcome.message)

    # Who cancels while it is looked at once more has sent nothing, either.
    cancellation, looks = Cancellation(), itertools.count()

    def cancel(call: str) -> None:
        if re.fullmatch("GET .*/album/[^/]+/list|POST .*/files/0", call) and next(looks):
            cancellation.cancel()

    look = undo.look(empty)
    relay.on_answer = cancel
    outcome = undo.undoer.undo(look, cancellation=cancellation, **undo.place)
    assert (outcome.kind, undo.deleted()) == (OutcomeKind.NOT_SENT, set())
    relay.on_answer = lambda _call: None
    assert undo.undo(empty).kind is OutcomeKind.DELETED
    assert undo.deleted() == {empty.result_id}


def test_a_folder_that_was_throttled_after_its_album_had_gone_is_gone_on_with(undo: UndoDriver) -> None:
    folder = undo.create(FOLDER)
    album = undo.create(undo.album_in(folder))
    look = undo.look(folder)
    undo.sandbox.inject(Fault.THROTTLED, path="/koodrive/ose/v1/sharefolder/delete")
    assert undo.undoer.undo(look, **undo.place).kind is OutcomeKind.REFUSED
    assert undo.deleted() == {album.result_id}
    assert undo.undoer.undo(look, **undo.place).kind is OutcomeKind.DELETED
    assert undo.taken_back() == undo.deleted() == {album.result_id, folder.result_id}
