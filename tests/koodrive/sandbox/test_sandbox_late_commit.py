"""The fault late-commit: no answer, and the effect comes when nobody waits for it any more."""

from __future__ import annotations

import errno
import http.client
import threading
import time
from datetime import datetime, timedelta

import pytest
from sandbox_calls import (
    ALBUM_CREATE,
    ALBUM_LIST,
    FOLDER_CREATE,
    MANUAL_ALBUM,
    SHARED_FOLDER,
    ShiftedClock,
    call,
    create_album,
    create_folder,
    wait_until,
)

from koodrive.sandbox import Fault, Sandbox

NEVER_IN_A_TEST = 3600.0
THREAD = "sandbox-late-work"


@pytest.fixture
def clock():
    return ShiftedClock()


@pytest.fixture
def sandbox(clock):
    with Sandbox(clock=clock) as running:
        yield running


def late(sandbox, target=ALBUM_CREATE, body=MANUAL_ALBUM, headers=None, *, seconds=NEVER_IN_A_TEST):
    """Send a create that gets no answer, and is due after `seconds`."""
    sandbox.inject(Fault.LATE_COMMIT, seconds=seconds)
    with pytest.raises(http.client.RemoteDisconnected):
        call(sandbox, "POST", target, body, headers)


def late_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == THREAD]


def test_the_effect_comes_after_the_connection_was_closed(sandbox):
    started = time.monotonic()
    late(sandbox, headers={"X-Traceid": "t" * 58}, seconds=0.2)
    wait_until(lambda: len(sandbox.effects()) == 1)
    assert time.monotonic() - started >= 0.2
    (effect,) = sandbox.effects()
    assert effect.items() >= {**MANUAL_ALBUM, "kind": "album", "traceId": "t" * 58}.items()


def test_until_then_there_is_nothing(sandbox):
    late(sandbox)
    late(sandbox, FOLDER_CREATE, SHARED_FOLDER)
    assert sandbox.effects() == []
    assert call(sandbox, "GET", f"{ALBUM_LIST}?albumKind=1&albumType=2").json["total"] == 0


def test_two_seconds_are_the_default(sandbox):
    assert call(sandbox, "POST", "/sandbox/faults", {"fault": "late-commit"}).json["faults"] == [
        {"fault": "late-commit", "times": 1, "path": None, "seconds": 2.0}
    ]


def test_the_header_arms_it_for_one_request(sandbox):
    with pytest.raises(http.client.RemoteDisconnected):
        call(sandbox, "POST", ALBUM_CREATE, MANUAL_ALBUM, {"X-Sandbox-Fault": "late-commit"})
    sandbox.stop()
    assert len(sandbox.effects()) == 1


def test_it_is_made_as_of_then(sandbox, clock):
    created = create_folder(sandbox, name="before").json["data"]["createTime"]
    late(sandbox, FOLDER_CREATE, SHARED_FOLDER)
    clock.ahead = 600
    sandbox.stop()
    first, second = sandbox.effects()
    assert first["createTime"] == created
    between = datetime.fromisoformat(second["createTime"]) - datetime.fromisoformat(created)
    assert between >= timedelta(seconds=600)


def test_what_is_due_first_is_made_first(sandbox):
    late(sandbox, body={**MANUAL_ALBUM, "name": "last"})
    late(sandbox, body={**MANUAL_ALBUM, "name": "first"}, seconds=0.05)
    late(sandbox, body={**MANUAL_ALBUM, "name": "second"}, seconds=0.1)
    wait_until(lambda: len(sandbox.effects()) == 2)
    sandbox.stop()
    assert [effect["name"] for effect in sandbox.effects()] == ["first", "second", "last"]


def test_stopping_carries_out_what_is_due_and_ends_the_thread(tmp_path):
    state_file = tmp_path / "state.jsonl"
    with Sandbox(state_file) as sandbox:
        for number in range(20):
            late(sandbox, body={**MANUAL_ALBUM, "name": str(number)}, seconds=NEVER_IN_A_TEST + number)
        assert len(late_threads()) == 1
        assert sandbox.effects() == []
        started = time.monotonic()
    assert time.monotonic() - started < 3
    assert late_threads() == []
    assert [effect["name"] for effect in sandbox.effects()] == [str(number) for number in range(20)]
    before = sandbox.effects()
    with Sandbox(state_file) as again:
        assert again.effects() == before


def test_a_sandbox_that_was_started_again_can_be_late_again():
    sandbox = Sandbox()
    for _ in range(2):
        with sandbox:
            late(sandbox)
        assert len(sandbox.effects()) == 1


def test_it_has_no_thread_before_it_is_needed(sandbox):
    create_album(sandbox)
    assert late_threads() == []


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        ({**MANUAL_ALBUM, "name": None}, None),
        (b"{", None),
        (MANUAL_ALBUM, {"Authorization": "Bearer wrong"}),
        (MANUAL_ALBUM, {"X-Date": "20200101T000000Z"}),
        ({**MANUAL_ALBUM, "albumKind": 2, "groupId": "1", "shareFolderId": 1}, None),
    ],
    ids=["field", "json", "token", "time", "group"],
)
def test_what_is_refused_is_never_made(sandbox, body, headers):
    late(sandbox, body=body, headers=headers)
    sandbox.stop()
    assert sandbox.effects() == []


def test_what_has_become_valid_since_does_not_help(sandbox, clock):
    clock.ahead = -60
    late(sandbox)
    clock.ahead = 0
    sandbox.stop()
    assert sandbox.effects() == []


def test_a_name_can_be_taken_in_between(sandbox):
    late(sandbox, FOLDER_CREATE, SHARED_FOLDER)
    kept = create_folder(sandbox).json["id"]
    sandbox.stop()
    assert [effect["id"] for effect in sandbox.effects()] == [kept]


def test_the_name_is_taken_from_then_on(sandbox):
    late(sandbox, FOLDER_CREATE, SHARED_FOLDER, seconds=0.0)
    wait_until(lambda: len(sandbox.effects()) == 1)
    assert create_folder(sandbox).json["code"] == 13000405


def test_a_reset_forgets_what_is_due(sandbox):
    late(sandbox)
    assert call(sandbox, "POST", "/sandbox/reset").json["effects"] == 0
    sandbox.stop()
    assert sandbox.effects() == []


def test_a_list_only_loses_its_answer(sandbox):
    sandbox.inject(Fault.LATE_COMMIT, path=ALBUM_LIST, seconds=0)
    assert create_album(sandbox).status == 200
    with pytest.raises(http.client.RemoteDisconnected):
        call(sandbox, "GET", f"{ALBUM_LIST}?albumKind=1&albumType=2")
    sandbox.stop()
    assert len(sandbox.effects()) == 1


def test_a_full_disk_makes_nothing_late(tmp_path, monkeypatch):
    def write(_descriptor, _text):
        raise OSError(errno.ENOSPC, "No space left on device")

    with Sandbox(tmp_path / "state.jsonl") as sandbox:
        late(sandbox)
        with monkeypatch.context() as patch:
            patch.setattr("koodrive.sandbox.state_file.os.write", write)
            sandbox.stop()
        assert sandbox.effects() == []
