"""The faults of the sandbox on the calls that list spaces and files and sign people in."""

from __future__ import annotations

import http.client
import json
import time

import pytest
from sandbox_calls import (
    CREDENTIALS,
    FILES,
    LOGIN,
    SPACE,
    TOP_FOLDERS,
    call,
    good_headers,
    port_of,
    sign_in,
)

from koodrive.sandbox import SANDBOX_AGENT, Fault

CALLS = {
    "space": ("GET", f"{SPACE}?type=1", None),
    "files": ("POST", FILES, TOP_FOLDERS),
    "login": ("POST", LOGIN, CREDENTIALS),
}
STATUS = {
    Fault.ERROR_AFTER_COMMIT: 503,
    Fault.ERROR_BEFORE_COMMIT: 500,
    Fault.EXPIRED_TOKEN: 401,
    Fault.THROTTLED: 429,
    Fault.THROTTLED_NO_HEADER: 429,
    Fault.REDIRECT: 307,
    Fault.REDIRECT_302: 302,
    Fault.EARLY_HINTS: 103,
    Fault.SUCCESS_400: 400,
    Fault.SUCCESS_409: 409,
}
WITHOUT_ANSWER = {
    Fault.COMMIT_THEN_DROP,
    Fault.DROP_BEFORE_COMMIT,
    Fault.HANG,
    Fault.HANG_AFTER_COMMIT,
    Fault.HALF_CLOSE,
    Fault.LATE_COMMIT,
    Fault.DRIP,
    Fault.TRUNCATED,
    Fault.LONG_LENGTH,
}


def make(sandbox, name, **headers):
    method, target, body = CALLS[name]
    return call(sandbox, method, target, body, {"x-hw-agentName": SANDBOX_AGENT, **headers})


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("fault", sorted(set(Fault) - WITHOUT_ANSWER))
def test_every_fault_with_an_answer_has_one(sandbox, name, fault):
    status = STATUS.get(fault, 200)
    if fault is Fault.CLOCK_SLOW and name != "login":
        status = 401
    started = time.monotonic()
    sandbox.inject(fault, seconds=0.3 if fault is Fault.SLOW else None)
    assert make(sandbox, name).status == status
    assert fault is not Fault.SLOW or time.monotonic() - started >= 0.3


@pytest.mark.parametrize("several", [False, True])
def test_faults_of_ids_leave_a_space_readable(sandbox, several):
    sandbox.set_spaces(["A", "B"] if several else ["A"])
    for fault in (Fault.MISSING_ID, Fault.NUMERIC_ID, Fault.EMPTY_ID, Fault.NULL_ID):
        sandbox.inject(fault)
        data = make(sandbox, "space").json["data"]
        assert (data[0] if several else data)["containerId"] == "A"


def test_a_fault_waits_for_the_path_with_its_values(sandbox):
    sandbox.inject(Fault.EXPIRED_TOKEN, path="/koodrive/ose/v1/space/{ownerId}")
    assert make(sandbox, "space").status == 200
    sandbox.clear_faults()
    sandbox.inject(Fault.EXPIRED_TOKEN, path=SPACE)
    assert [make(sandbox, name).status for name in ("files", "login", "space", "space")] == [
        200,
        200,
        401,
        200,
    ]


def test_a_sparse_list_of_files_has_what_a_picker_needs(sandbox):
    sandbox.inject(Fault.SPARSE_LIST)
    assert [make(sandbox, name).status for name in ("space", "login")] == [200, 200]
    sparse, whole = make(sandbox, "files").json["files"], make(sandbox, "files").json["files"]
    assert {tuple(item) for item in sparse} == {("id", "fileName", "fileType")}
    assert [item["id"] for item in sparse] == [item["id"] for item in whole]


def test_lists_of_files_do_not_lag(sandbox):
    sandbox.inject(Fault.LIST_LAG)
    assert make(sandbox, "files").json["files"]
    assert call(sandbox, "GET", "/sandbox/faults").json["faults"]


@pytest.mark.parametrize("name", CALLS)
def test_a_drip_comes_byte_by_byte(sandbox, name):
    method, target, body = CALLS[name]
    sandbox.inject(Fault.DRIP, path=target.partition("?")[0])
    headers = {**good_headers(), "x-hw-agentName": SANDBOX_AGENT}
    connection = http.client.HTTPConnection("127.0.0.1", port_of(sandbox), timeout=10)
    try:
        connection.request(method, target, body and json.dumps(body).encode(), headers)
        assert [connection.sock.recv(100) for _ in "HTTP"] == [b"H", b"T", b"T", b"P"]
    finally:
        connection.close()


def test_a_slow_login_signs_in_all_the_same(sandbox):
    sandbox.inject(Fault.SLOW, seconds=0.3, path=LOGIN)
    started = time.monotonic()
    assert sign_in(sandbox).status == 200
    assert time.monotonic() - started >= 0.3


def test_the_end_of_a_session_is_not_moved_by_a_skewed_clock(sandbox):
    token = sign_in(sandbox).json["data"]["sessionInfo"]["accessToken"]
    sandbox.inject(Fault.CLOCK_FAST, seconds=600)
    sandbox.inject(Fault.CLOCK_FAST, seconds=1850)
    headers = {**good_headers(), "Authorization": token}
    assert call(sandbox, "GET", f"{SPACE}?type=1", None, headers).status == 200
    late = call(sandbox, "GET", f"{SPACE}?type=1", None, headers)
    assert late.status == 401
    assert "X-Date" in json.loads(late.body)["msg"]
