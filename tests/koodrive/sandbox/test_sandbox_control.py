"""The control calls: what was made, the queue of faults, and starting over."""

from __future__ import annotations

import pytest
from sandbox_calls import ALBUM_CREATE, ALBUM_LIST, MANUAL_ALBUM, call, create_album, create_folder

NO_TOKEN = {"Authorization": None, "X-User-Id": None, "X-Date": None}


def control(sandbox, method, name, body=None):
    return call(sandbox, method, f"/sandbox/{name}", body, NO_TOKEN)


def test_state_counts_and_lists_what_was_made(sandbox):
    create_album(sandbox)
    create_folder(sandbox)
    create_folder(sandbox, name="Second")
    state = control(sandbox, "GET", "state").json
    assert (state["effects"], state["albums"], state["sharedFolders"]) == (3, 1, 2)
    assert state["made"] == sandbox.effects()


def test_reset_forgets_everything_but_gives_no_id_twice(sandbox):
    before = create_album(sandbox).json["albumId"]
    create_folder(sandbox)
    sandbox.inject("hang")
    assert control(sandbox, "POST", "reset").json == {
        "effects": 0,
        "albums": 0,
        "sharedFolders": 0,
        "made": [],
        "deleted": [],
    }
    assert call(sandbox, "GET", f"{ALBUM_LIST}?albumKind=1&albumType=2").json["total"] == 0
    assert create_folder(sandbox).status == 200
    assert int(create_album(sandbox).json["albumId"]) > int(before)
    assert len(sandbox.effects()) == 2


def test_faults_are_armed_listed_used_up_and_cleared(sandbox):
    armed = {"fault": "throttled", "times": 2, "path": ALBUM_CREATE, "seconds": None}
    assert control(sandbox, "POST", "faults", armed).json == {"faults": [armed]}
    control(sandbox, "POST", "faults", {"fault": "clock-fast"})
    assert create_album(sandbox).status == 429
    assert control(sandbox, "GET", "faults").json["faults"] == [
        {**armed, "times": 1},
        {"fault": "clock-fast", "times": 1, "path": None, "seconds": 300.0},
    ]
    assert control(sandbox, "DELETE", "faults").json == {"faults": []}
    assert create_album(sandbox).status == 200


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"fault": "no-such-fault"},
        {"fault": "hang", "times": 0},
        {"fault": "hang", "times": "1"},
        {"fault": "hang", "times": True},
        {"fault": "hang", "path": 1},
        {"fault": "hang", "path": f"{ALBUM_CREATE}/e"},
        {"fault": "hang", "path": ""},
        {"fault": "hang", "seconds": -1},
        {"fault": "hang", "seconds": "1"},
        {"fault": "hang", "seconds": []},
        {"fault": "hang", "seconds": True},
        {"fault": "hang", "second": 1},
        [],
        b"{",
    ],
)
def test_faults_that_make_no_sense_are_refused(sandbox, body):
    reply = control(sandbox, "POST", "faults", body)
    assert (reply.status, reply.json["code"]) == (400, 13000102)
    assert control(sandbox, "GET", "faults").json == {"faults": []}


def test_tokens_are_expired_and_renewed(sandbox):
    assert control(sandbox, "POST", "expire-tokens").json == {}
    assert create_album(sandbox).status == 401
    token = control(sandbox, "POST", "renew-token").json["token"]
    headers = {"Authorization": f"Bearer {token}"}
    assert call(sandbox, "POST", ALBUM_CREATE, MANUAL_ALBUM, headers).status == 200
    control(sandbox, "POST", "reset")
    assert call(sandbox, "POST", ALBUM_CREATE, MANUAL_ALBUM, headers).status == 401
    assert create_album(sandbox).status == 200
