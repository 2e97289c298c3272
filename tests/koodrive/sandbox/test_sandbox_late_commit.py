"""The fault late-commit: no answer, and the effect comes after the client has gone."""

from __future__ import annotations

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


def test_it_is_made_as_of_then(sandbox, clock):
    created = create_folder(sandbox, name="before").json["data"]["createTime"]
    late(sandbox, FOLDER_CREATE, SHARED_FOLDER)
    clock.ahead = 600
    sandbox.stop()
    first, second = sandbox.effects()
    assert first["createTime"] == created
    between = datetime.fromisoformat(second["createTime"]) - datetime.fromisoformat(created)
    assert between >= timedelta(seconds=600)


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


def test_a_reset_forgets_what_is_due(sandbox):
    late(sandbox)
    assert call(sandbox, "POST", "/sandbox/reset").json["effects"] == 0
    sandbox.stop()
    assert sandbox.effects() == []
