"""Deletes of the client against the sandbox: what goes out, what each fault comes to, and that there is one request."""

from __future__ import annotations

import json
import time

import pytest
from client_calls import ALBUM, client, parsed
from openapi_validator import validate_request
from scripted_server import ScriptedServer, reply

from koodrive import KooDriveClient
from koodrive.api.retry import Retry
from koodrive.api.signing import AppKey
from koodrive.api.transport import Timeouts
from koodrive.core.deadline import Cancellation
from koodrive.errors import (
    AuthenticationError,
    ClockError,
    InvalidRequestError,
    KoodriveError,
    NotSentError,
    OutcomeUnknownError,
    RateLimitedError,
    RedirectedError,
    RefusedError,
)
from koodrive.models import CreateSharedFolder, DeleteAlbum, Deleted, DeleteSharedFolder, InviteStatus
from koodrive.sandbox import (
    SANDBOX_APP_ID,
    SANDBOX_APP_SECRET,
    SANDBOX_CONTAINER_ID,
    SANDBOX_TOKEN,
    SANDBOX_USER_ID,
    Fault,
)
from koodrive.sandbox.faults import STORED_NAMES

SUCCESS = b'{"code": 0, "msg": "Success."}'
# What the client makes of a delete that meets a fault, and how many were carried out.
UNKNOWN_AFTER = (OutcomeUnknownError, 1)
REFUSED = (RefusedError, 0)
DONE = (None, 1)
EXPECTED = {
    Fault.COMMIT_THEN_DROP: UNKNOWN_AFTER,
    Fault.DROP_BEFORE_COMMIT: (OutcomeUnknownError, 0),
    Fault.HANG: (OutcomeUnknownError, 0),
    Fault.HANG_AFTER_COMMIT: UNKNOWN_AFTER,
    Fault.DRIP: UNKNOWN_AFTER,
    Fault.HALF_CLOSE: UNKNOWN_AFTER,
    Fault.IDLE_CLOSE: DONE,
    Fault.SLOW: DONE,
    Fault.ERROR_AFTER_COMMIT: UNKNOWN_AFTER,
    Fault.ERROR_BEFORE_COMMIT: (OutcomeUnknownError, 0),
    Fault.HTML: UNKNOWN_AFTER,
    Fault.WRONG_JSON: UNKNOWN_AFTER,
    Fault.NOT_JSON_OBJECT: UNKNOWN_AFTER,
    Fault.NONZERO_CODE: REFUSED,
    # The answer to a delete has no ID that could be missing or odd.
    Fault.MISSING_ID: DONE,
    Fault.NUMERIC_ID: DONE,
    Fault.EMPTY_ID: DONE,
    Fault.NULL_ID: DONE,
    Fault.DUPLICATE_KEYS: UNKNOWN_AFTER,
    Fault.NAN: UNKNOWN_AFTER,
    Fault.TRUNCATED: UNKNOWN_AFTER,
    Fault.LONG_LENGTH: UNKNOWN_AFTER,
    Fault.BIG_BODY: UNKNOWN_AFTER,
    Fault.GZIP_BOMB: UNKNOWN_AFTER,
    Fault.EXPIRED_TOKEN: (AuthenticationError, 0),
    Fault.EXPIRED_TOKEN_200: (AuthenticationError, 0),
    Fault.THROTTLED: (RateLimitedError, 0),
    Fault.THROTTLED_NO_HEADER: (RateLimitedError, 0),
    Fault.CLOCK_FAST: DONE,
    Fault.CLOCK_SLOW: (ClockError, 0),
    Fault.NO_DATE: DONE,
    Fault.BAD_DATE: DONE,
    Fault.AGED_DATE: DONE,
    Fault.REDIRECT: (RedirectedError, 0),
    Fault.REDIRECT_302: (RedirectedError, 0),
    Fault.LATE_COMMIT: (OutcomeUnknownError, 0),
    Fault.ID_WITH_CODE: UNKNOWN_AFTER,
    Fault.ID_WITH_WORD: UNKNOWN_AFTER,
    Fault.SUCCESS_400: UNKNOWN_AFTER,
    Fault.SUCCESS_409: UNKNOWN_AFTER,
    # An empty object, which says nothing.
    Fault.ID_ALONE: UNKNOWN_AFTER,
    Fault.EARLY_HINTS: DONE,
    Fault.BYTE_ORDER_MARK: DONE,
}
OF_LISTS = {
    Fault.LIST_LAG,
    Fault.SPARSE_LIST,
    Fault.ROWS_LEFT_OUT,
    Fault.EMPTY_PAGE,
    Fault.EMPTY_FIRST_PAGE,
    Fault.NO_ROWS,
    Fault.TOTAL_TOO_HIGH,
    Fault.TOTAL_TOO_LOW,
    Fault.CACHED_LIST,
}
ENDLESS = {Fault.HANG, Fault.HANG_AFTER_COMMIT, Fault.DRIP, Fault.HALF_CLOSE}
SECONDS = {Fault.LATE_COMMIT: 600.0, Fault.SLOW: 0.05, Fault.HANG: 30.0, Fault.HANG_AFTER_COMMIT: 30.0}


def wait_until(condition):
    """Look again until `condition` holds."""
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.01)


def client_of(sandbox, total):
    """Return a client that gives up after `total` seconds."""
    return KooDriveClient(
        base_url=sandbox.base_url,
        user_id=SANDBOX_USER_ID,
        token=SANDBOX_TOKEN,
        timeouts=Timeouts(connect=5, total=total),
        retry=Retry(tries=2, first_pause=0.01),
    )


@pytest.fixture
def calls(sandbox):
    """Return a client of the sandbox that is patient."""
    return client_of(sandbox, 10)


def delete_of(calls, kind):
    if kind == "album":
        return DeleteAlbum(calls.create_album(ALBUM).album_id)
    return DeleteSharedFolder(calls.create_shared_folder(CreateSharedFolder("F", SANDBOX_CONTAINER_ID)).id)


def test_every_fault_has_its_line():
    assert set(EXPECTED) == set(Fault) - OF_LISTS - STORED_NAMES


@pytest.mark.parametrize("kind", ["album", "folder"])
@pytest.mark.parametrize("fault", EXPECTED)
def test_what_a_fault_comes_to(sandbox, calls, kind, fault):
    request = delete_of(calls, kind)
    before = len(sandbox.requests())
    service = client_of(sandbox, 0.8) if fault in ENDLESS else calls
    sandbox.inject(fault, seconds=SECONDS.get(fault))
    error_class, deletes = EXPECTED[fault]
    if error_class is None:
        assert service.delete(request) == Deleted(request.object_id)
    else:
        with pytest.raises(error_class) as caught:
            service.delete(request)
        assert type(caught.value) is not NotSentError
        assert "created" not in f"{caught.value}"
        assert "taken back" in caught.value.message
    # Who gives up does not wait for the sandbox.
    wait_until(lambda: len(sandbox.requests()) == before + 1 and len(sandbox.deletes()) == deletes)
    validate_request(sandbox.requests()[-1])


@pytest.mark.parametrize("kind", ["album", "folder"])
@pytest.mark.parametrize("fault", sorted(OF_LISTS | STORED_NAMES))
def test_faults_of_lists_and_names_are_none_of_a_delete(sandbox, calls, kind, fault):
    request = delete_of(calls, kind)
    sandbox.inject(fault)
    calls.delete(request)
    assert len(sandbox.deletes()) == 1


@pytest.mark.parametrize(("form", "body"), [("list", {"id": ["17"]}), ("text", {"id": "17"})])
def test_a_folder_goes_out_in_the_form_of_the_connection(form, body):
    with ScriptedServer(reply(200, SUCCESS)) as server:
        service = client(server.url, delete_id_form=form)
        assert service.delete(DeleteSharedFolder("17", name="Family")).object_id == "17"
        first, headers, sent = parsed(server.requests[0])
    assert first == "POST /koodrive/ose/v1/sharefolder/delete HTTP/1.1"
    assert (json.loads(sent), headers["Content-Type"]) == (body, "application/json")


def test_an_album_goes_out_without_a_body():
    with ScriptedServer(reply(200, SUCCESS)) as server:
        service = client(server.url)
        prepared = service.prepare(DeleteAlbum("1805929618625036417"), trace_id="t" * 58)
        deleted = service.send(prepared)
        first, headers, sent = parsed(server.requests[0])
        again = prepared.with_new_trace_id()
    assert first == "DELETE /koodrive/ose/v1/album/1805929618625036417 HTTP/1.1"
    assert (sent, prepared.body, "Content-Type" in headers) == (b"", "", False)
    assert headers["X-Traceid"] == deleted.response_info.trace_id == "t" * 58
    assert (again.path, len(again.trace_id), again.trace_id == prepared.trace_id) == (
        prepared.path,
        58,
        False,
    )


@pytest.mark.parametrize("bad", ["", ".", "..", "a/b", "a b", "17?x", "%2e", "null", "x" * 65, "１７"])
@pytest.mark.parametrize("kind", [DeleteAlbum, DeleteSharedFolder])
def test_without_an_id_nothing_is_sent(sandbox, calls, kind, bad):
    with pytest.raises(InvalidRequestError):
        calls.delete(kind(bad))
    assert sandbox.requests() == []


@pytest.mark.parametrize("kind", ["album", "folder"])
def test_gone_already_and_not_the_owner_are_refused_in_words_of_a_delete(sandbox, calls, kind):
    request = delete_of(calls, kind)
    sandbox.change_elsewhere("delete", request.object_id, before_delete=True)
    with pytest.raises(RefusedError, match="It may be gone already") as caught:
        calls.delete(request)
    assert caught.value.code == "13000309"
    fields = {"album": {"name": "a", "type": 2, "albumKind": 1},
              "sharedFolder": {"name": "b", "shareType": 0, "containerId": SANDBOX_CONTAINER_ID}}  # fmt: skip
    of_kind = "album" if kind == "album" else "sharedFolder"
    other = sandbox.make_elsewhere(of_kind, fields[of_kind], creator="42")
    with pytest.raises(RefusedError, match="Only its owner may") as caught:
        calls.delete(type(request)(other["id"]))
    assert caught.value.code == "13000410"


def test_what_cannot_be_sent_deletes_nothing():
    with ScriptedServer(reply(200, SUCCESS)) as server:
        gone = server.url
    with pytest.raises(NotSentError, match="so nothing was taken back"):
        client(gone).delete(DeleteAlbum("1"))
    cancelled = Cancellation()
    cancelled.cancel()
    with pytest.raises(KoodriveError, match="taken back"):
        client(gone).delete(DeleteAlbum("1"), cancellation=cancelled)


def test_a_rehearsal_deletes_nothing(sandbox, calls):
    request = delete_of(calls, "album")
    assert calls.rehearsal().delete(request) == Deleted(request.object_id)
    assert sandbox.deletes() == []


def test_the_look_shows_what_is_there(sandbox, calls):
    album, folder = delete_of(calls, "album"), delete_of(calls, "folder")
    found = calls.shared_folder_metadata(folder.id)
    assert (found.id, found.name, found.owner_id, found.status) == (folder.id, "F", SANDBOX_USER_ID, 0)
    place = {"container_id": found.container_id, "parent_folder_id": found.share_folder_file_id}
    assert calls.list_files(**place).rows == calls.list_album_content(album.album_id).rows == ()
    assert calls.list_invites(found.group_id).rows == ()
    sandbox.change_elsewhere("fill", album.album_id, count=150)
    sandbox.change_elsewhere("fill", folder.id, count=3)
    for change in ("invite", "join", "decline"):
        sandbox.change_elsewhere(change, folder.id)
    page = calls.list_album_content(album.album_id, page_size=100)
    rest = calls.list_album_content(album.album_id, page_cursor=page.next_cursor)
    assert (len({*page.rows, *rest.rows}), page.total, rest.next_cursor) == (150, 150, None)
    assert [invite.status for invite in calls.list_invites(found.group_id).rows] == list(InviteStatus)
    first = calls.list_files(**place, page_size=2)
    assert (len(first.rows), first.rows[0].is_folder) == (2, False)
    assert len(calls.list_files(**place, page_size=2, page_cursor=first.next_cursor).rows) == 1
    for request in sandbox.requests():
        validate_request(request)


def test_a_look_is_repeated_where_it_can_be_and_a_delete_never(sandbox, calls):
    request = delete_of(calls, "album")
    sandbox.inject(Fault.ERROR_BEFORE_COMMIT)
    assert calls.list_album_content(request.album_id).rows == ()
    looks = [one for one in sandbox.requests() if one.path.endswith("/list")]
    sandbox.inject(Fault.ERROR_BEFORE_COMMIT)
    with pytest.raises(OutcomeUnknownError):
        calls.delete(request)
    deletes = [one for one in sandbox.requests() if one.method == "DELETE"]
    assert (len(looks), len(deletes)) == (2, 1)


@pytest.mark.parametrize(
    ("form", "token"),
    [
        ("bearer", SANDBOX_TOKEN),
        ("bearer_plus", SANDBOX_TOKEN),
        ("as_is", SANDBOX_TOKEN),
        ("app_signature", AppKey(SANDBOX_APP_ID, SANDBOX_APP_SECRET).text),
    ],
)
def test_every_form_of_authorization_deletes_and_looks(sandbox, form, token):
    sandbox.accept_only(form)
    calls = KooDriveClient(
        base_url=sandbox.base_url, user_id=SANDBOX_USER_ID, token=token, authorization_format=form
    )
    album, folder = delete_of(calls, "album"), delete_of(calls, "folder")
    found = calls.shared_folder_metadata(folder.id)
    assert calls.list_invites(found.group_id).rows == calls.list_album_content(album.album_id).rows == ()
    for request in (album, folder):
        calls.delete(request)
    assert [entry["id"] for entry in sandbox.deletes()] == [album.album_id, folder.id]
