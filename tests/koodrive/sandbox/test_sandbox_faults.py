"""Every fault of the sandbox over a real socket: what the client sees, and what was made."""

from __future__ import annotations

import contextlib
import http.client
import json
import threading
import time
import zlib
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from sandbox_calls import (
    ALBUM_CREATE,
    FOLDER_CREATE,
    MANUAL_ALBUM,
    SHARED_FOLDER,
    call,
    create_album,
    good_headers,
    open_request,
    port_of,
    utc,
    wait_until,
)

from koodrive.sandbox import Fault, Sandbox

NOW = 1_795_294_800.0
SANDBOX_THREADS = {"sandbox-acceptor", "sandbox-connection"}


def met(sandbox, fault, target=ALBUM_CREATE, body=MANUAL_ALBUM, **options):
    return call(sandbox, "POST", target, body, {"X-Sandbox-Fault": fault}, **options)


def test_no_fault_is_without_a_test():
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*_*.py"))
    assert not [fault for fault in Fault if f'"{fault}"' not in tests and f"Fault.{fault.name}" not in tests]


@pytest.mark.parametrize(("fault", "effects"), [("commit-then-drop", 1), ("drop-before-commit", 0)])
def test_drops_close_the_connection_without_an_answer(sandbox, fault, effects):
    with pytest.raises(http.client.RemoteDisconnected):
        met(sandbox, fault)
    assert len(sandbox.effects()) == effects


@pytest.mark.parametrize(("fault", "effects"), [("hang", 0), ("hang-after-commit", 1)])
def test_hangs_never_answer(sandbox, fault, effects):
    with pytest.raises(TimeoutError):
        met(sandbox, fault, timeout=0.3)
    wait_until(lambda: len(sandbox.effects()) == effects)


def test_drip_sends_single_bytes_from_the_head_on(sandbox):
    with open_request(sandbox, "drip") as connection:
        started = time.monotonic()
        received = [connection.recv(100) for _ in range(4)]
    assert received == [b"H", b"T", b"T", b"P"]
    assert time.monotonic() - started >= 0.6
    assert len(sandbox.effects()) == 1


def test_drip_has_no_end(sandbox, monkeypatch):
    monkeypatch.setattr("koodrive.sandbox.delivery._DRIP_SECONDS", 0.0)
    with open_request(sandbox, "drip") as connection:
        text = b""
        while len(text) < 5000:
            text += connection.recv(100)
    head, _, body = text.partition(b"\r\n\r\n")
    assert b"Content-Length" not in head
    assert body.strip(b" ") == b""


def test_half_close_ends_one_side_only(sandbox):
    with open_request(sandbox, "half-close") as connection:
        assert connection.recv(100) == b""
        connection.sendall(b"x")
        connection.settimeout(0.1)
        connection.sendall(b"x")
    assert len(sandbox.effects()) == 1


def test_idle_close_follows_a_correct_answer(sandbox):
    connection = http.client.HTTPConnection("127.0.0.1", port_of(sandbox), timeout=10)
    with contextlib.closing(connection):
        headers = {**good_headers(), "X-Sandbox-Fault": "idle-close"}
        connection.request("POST", ALBUM_CREATE, json.dumps(MANUAL_ALBUM), headers)
        response = connection.getresponse()
        assert response.status == 200
        assert not response.will_close
        response.read()
        assert connection.sock.recv(1) == b""


def test_slow_answers_late_and_right(sandbox):
    sandbox.inject(Fault.SLOW, seconds=0.2)
    started = time.monotonic()
    assert create_album(sandbox).json["code"] == 0
    assert time.monotonic() - started >= 0.2


@pytest.mark.parametrize(
    ("fault", "status", "code", "effects"),
    [
        ("error-after-commit", 503, 13000201, 1),
        ("error-before-commit", 500, 13000201, 0),
        ("nonzero-code", 200, 13000311, 0),
    ],
)
def test_failures_of_the_service(sandbox, fault, status, code, effects):
    reply = met(sandbox, fault)
    assert (reply.status, reply.json["code"]) == (status, code)
    assert len(sandbox.effects()) == effects


@pytest.mark.parametrize(("fault", "status"), [("expired-token", 401), ("expired-token-200", 200)])
def test_expired_tokens(sandbox, fault, status):
    reply = met(sandbox, fault)
    assert (reply.status, reply.json["code"]) == (status, 401)
    assert "expired" in reply.json["msg"]
    assert sandbox.effects() == []


@pytest.mark.parametrize(("fault", "retry_after"), [("throttled", "3"), ("throttled-no-header", None)])
def test_throttling(sandbox, fault, retry_after):
    reply = met(sandbox, fault)
    assert (reply.status, reply.json["error_code"]) == (429, "APIG.0308")
    assert reply.headers["Retry-After"] == retry_after
    assert sandbox.effects() == []


@pytest.mark.parametrize(("fault", "status"), [("redirect", 307), ("redirect-302", 302)])
def test_redirects_lead_to_another_path(sandbox, fault, status):
    reply = met(sandbox, fault)
    assert (reply.status, reply.headers["Location"]) == (status, f"/moved{ALBUM_CREATE}")
    assert call(sandbox, "POST", reply.headers["Location"], MANUAL_ALBUM).status == 404
    assert [request.path for request in sandbox.requests()] == [ALBUM_CREATE, f"/moved{ALBUM_CREATE}"]
    assert sandbox.effects() == []


def test_html_comes_with_status_200(sandbox):
    reply = met(sandbox, "html")
    assert (reply.status, reply.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert reply.body.startswith(b"<!DOCTYPE html>")
    assert len(sandbox.effects()) == 1


def test_wrong_json_cannot_be_read(sandbox):
    reply = met(sandbox, "wrong-json")
    with pytest.raises(ValueError, match="Expecting"):
        json.loads(reply.body)
    assert len(sandbox.effects()) == 1


def test_not_json_object_is_an_array(sandbox):
    assert isinstance(met(sandbox, "not-json-object").json, list)
    assert len(sandbox.effects()) == 1


MISSING = object()


@pytest.mark.parametrize(
    ("fault", "expected"),
    [("missing-id", MISSING), ("numeric-id", int), ("empty-id", ""), ("null-id", None)],
)
def test_ids_that_are_no_ids(sandbox, fault, expected):
    album = met(sandbox, fault).json
    folder = met(sandbox, fault, FOLDER_CREATE, SHARED_FOLDER).json
    album_id, folder_id = (effect["id"] for effect in sandbox.effects())
    for part, name, made in (
        (album, "albumId", album_id),
        (folder, "id", folder_id),
        (folder["data"], "id", folder_id),
    ):
        assert part.get(name, MISSING) == (int(made) if expected is int else expected)


def test_duplicate_keys_hide_another_id(sandbox):
    pairs = json.loads(met(sandbox, "duplicate-keys").body, object_pairs_hook=list)
    assert [value for name, value in pairs if name == "albumId"] == ["1", sandbox.effects()[0]["id"]]


def test_nan_is_in_an_otherwise_right_answer(sandbox):
    content = met(sandbox, "nan").json
    assert content["albumId"] == sandbox.effects()[0]["id"]
    assert content["elapsed"] != content["elapsed"]


@pytest.mark.parametrize("fault", ["truncated", "long-length"])
def test_bodies_that_are_shorter_than_promised(sandbox, fault):
    with pytest.raises(http.client.IncompleteRead) as caught:
        met(sandbox, fault)
    whole = json.dumps(
        {"albumId": sandbox.effects()[0]["id"], "code": 0, "msg": "Success."}, separators=(",", ":")
    )
    if fault == "truncated":
        assert len(caught.value.partial) + caught.value.expected == len(whole)
        assert whole.encode().startswith(caught.value.partial)
    else:
        assert caught.value.partial == whole.encode()
    assert len(sandbox.effects()) == 1


def test_big_body_is_a_correct_answer_of_5_mb(sandbox):
    reply = met(sandbox, "big-body")
    assert len(reply.body) > 5_000_000
    assert reply.json["albumId"] == sandbox.effects()[0]["id"]


def test_gzip_bomb_is_small_on_the_wire(sandbox):
    reply = met(sandbox, "gzip-bomb")
    assert reply.headers["Content-Encoding"] == "gzip"
    assert len(reply.body) < 100_000
    unpacked = zlib.decompress(reply.body, wbits=31)
    assert len(unpacked) > 64 * 1024 * 1024
    assert unpacked.startswith(b'{"albumId":')
    assert unpacked.endswith(b'"}')


@pytest.fixture
def still_sandbox():
    with Sandbox(clock=lambda: NOW) as running:
        yield running


def date_difference(reply) -> float:
    return parsedate_to_datetime(reply.headers["Date"]).timestamp() - NOW


def dated(sandbox, time_of_request, **headers):
    return call(sandbox, "POST", ALBUM_CREATE, MANUAL_ALBUM, {"X-Date": utc(time_of_request), **headers})


@pytest.mark.parametrize(
    ("fault", "seconds", "status", "difference"),
    [
        ("clock-fast", None, 200, 300),
        ("clock-slow", None, 401, -300),
        ("clock-fast", 960, 401, 960),
        ("clock-slow", 2, 401, -2),
    ],
)
def test_skewed_clocks_judge_and_date(still_sandbox, fault, seconds, status, difference):
    still_sandbox.inject(fault, times=2, seconds=seconds)
    reply = dated(still_sandbox, NOW)
    assert (reply.status, date_difference(reply)) == (status, difference)
    assert dated(still_sandbox, NOW + difference).status == 200
    assert date_difference(dated(still_sandbox, NOW)) == 0


def test_dates_that_are_no_dates(still_sandbox):
    assert dated(still_sandbox, NOW, **{"X-Sandbox-Fault": "no-date"}).headers["Date"] is None
    bad = dated(still_sandbox, NOW, **{"X-Sandbox-Fault": "bad-date"})
    assert bad.headers["Date"] == "yesterday at noon"
    aged = dated(still_sandbox, NOW, **{"X-Sandbox-Fault": "aged-date"})
    assert (aged.headers["Age"], date_difference(aged)) == ("600", -600)
    assert len(still_sandbox.effects()) == 3


def test_refusals_are_not_distorted(sandbox):
    sandbox.inject("missing-id")
    reply = create_album(sandbox, name=None)
    assert (reply.status, reply.json["code"]) == (400, 13000102)


@pytest.mark.parametrize("fault", ["hang", "hang-after-commit", "drip", "half-close", "slow"])
def test_stopping_does_not_wait_for_faults(fault):
    with Sandbox() as sandbox, contextlib.ExitStack() as connections:
        for _ in range(5):
            connections.enter_context(open_request(sandbox, fault))
        wait_until(lambda: len(sandbox.requests()) == 5)
        started = time.monotonic()
        sandbox.stop()
        assert time.monotonic() - started < 3
    assert not [thread for thread in threading.enumerate() if thread.name in SANDBOX_THREADS]
