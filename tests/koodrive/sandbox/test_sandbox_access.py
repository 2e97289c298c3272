"""Web pages and other users of this computer cannot use the sandbox, let alone control it (C-56)."""

from __future__ import annotations

import pytest
from sandbox_calls import (
    ALBUM_CREATE,
    ALBUM_LIST,
    MANUAL_ALBUM,
    call,
    create_album,
    open_request,
    port_of,
)

from koodrive.sandbox import Sandbox, SandboxError

CONTROL_CALLS = [
    ("GET", "state"),
    ("POST", "reset"),
    ("POST", "expire-tokens"),
    ("POST", "renew-token"),
    ("GET", "faults"),
    ("POST", "faults"),
    ("DELETE", "faults"),
]
HANG = {"fault": "hang", "times": 1000}


@pytest.fixture
def sandbox(tmp_path):
    """A sandbox with a state file, in which something was made."""
    with Sandbox(tmp_path / "state.jsonl") as running:
        create_album(running)
        running.inject("slow", seconds=0)
        yield running


@pytest.fixture
def unchanged(sandbox, tmp_path):
    """Check that nothing has become of what a test sent."""
    before = (tmp_path / "state.jsonl").read_bytes(), sandbox.effects(), len(sandbox.requests())
    yield
    assert ((tmp_path / "state.jsonl").read_bytes(), sandbox.effects(), len(sandbox.requests())) == before
    assert [fault["fault"] for fault in call(sandbox, "GET", "/sandbox/faults").json["faults"]] == ["slow"]
    assert create_album(sandbox).status == 200, "the token is still good"


def control(sandbox, method, name, headers):
    body = HANG if (method, name) == ("POST", "faults") else b"" if method == "POST" else None
    return call(sandbox, method, f"/sandbox/{name}", body, headers)


def assert_refused(reply, status):
    assert (reply.status, reply.headers["Content-Type"]) == (status, "application/json")
    assert reply.json["error_code"] == "APIGW.0201"


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize("target", [ALBUM_CREATE, "/sandbox/reset"])
@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "127.0.0.2:{port}", "", None]
)
def test_c56_another_host_is_misdirected(sandbox, host, target):
    given = {"Host": "" if host is None else host.format(port=port_of(sandbox))}
    assert_refused(call(sandbox, "POST", target, MANUAL_ALBUM, given), 421)


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LocalHost", "[::1]"])
def test_c56_the_names_of_the_loopback_interface_are_its_own(sandbox, name):
    given = {"Host": f"{name}:{port_of(sandbox)}", "Origin": f"http://{name}:{port_of(sandbox)}"}
    assert call(sandbox, "POST", ALBUM_CREATE, MANUAL_ALBUM, given).status == 200
    assert call(sandbox, "GET", "/sandbox/state", None, given).status == 200


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize("target", [ALBUM_CREATE, "/sandbox/reset"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1"},
        {"Origin": "https://127.0.0.1:{port}"},
        {"Origin": "http://localhost:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
    ids=str,
)
def test_c56_a_web_page_of_elsewhere_is_refused(sandbox, headers, target):
    given = {name: value.format(port=port_of(sandbox)) for name, value in headers.items()}
    assert_refused(call(sandbox, "POST", target, MANUAL_ALBUM, given), 403)


@pytest.mark.usefixtures("unchanged")
def test_c56_a_page_that_asks_for_a_picture_uses_up_no_fault(sandbox):
    reply = call(sandbox, "GET", f"{ALBUM_LIST}?albumKind=1", None, {"Sec-Fetch-Site": "cross-site"})
    assert_refused(reply, 403)


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize(("method", "name"), CONTROL_CALLS)
@pytest.mark.parametrize("secret", [None, "", "sandbox-token", "ÄÖ", "x" * 22])
def test_c56_a_control_call_needs_the_secret(sandbox, method, name, secret):
    assert_refused(control(sandbox, method, name, {"X-Sandbox-Secret": secret}), 403)


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize("content_type", [None, "text/plain", "application/x-www-form-urlencoded"])
@pytest.mark.parametrize(("method", "name"), [place for place in CONTROL_CALLS if place[0] == "POST"])
def test_c56_a_control_call_is_json(sandbox, method, name, content_type):
    assert_refused(control(sandbox, method, name, {"Content-Type": content_type}), 415)


def test_c56_with_the_secret_they_are_carried_out(sandbox):
    assert [control(sandbox, *place, {}).status for place in CONTROL_CALLS] == [200] * len(CONTROL_CALLS)


def test_c56_each_start_has_a_secret_of_its_own():
    sandbox = Sandbox()
    with pytest.raises(SandboxError):
        _ = sandbox.secret
    drawn = set()
    for _ in range(3):
        with sandbox:
            drawn.add(sandbox.secret)
            assert control(sandbox, "GET", "state", {}).status == 200
    assert len(drawn) == 3
    assert min(map(len, drawn)) >= 22


def test_c56_a_preflight_is_given_no_permission(sandbox):
    asked = {"Origin": "https://evil.example", "Access-Control-Request-Headers": "x-sandbox-secret"}
    reply = call(sandbox, "OPTIONS", "/sandbox/reset", None, asked)
    assert reply.status == 403
    assert not [name for name in reply.headers if name.lower().startswith("access-control-")]


def test_c56_two_hosts_are_none(sandbox):
    with open_request(sandbox, "slow", f"{ALBUM_CREATE} HTTP/1.1\r\nHost: evil.example\r\nX:") as raw:
        assert raw.recv(100).startswith(b"HTTP/1.1 421 ")
