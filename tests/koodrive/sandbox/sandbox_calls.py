"""Calls of the sandbox with plain `http.client` over a real socket, one connection per call."""

from __future__ import annotations

import http.client
import json
import socket
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from koodrive.sandbox import (
    SANDBOX_ACCOUNT,
    SANDBOX_AGENT,
    SANDBOX_CONTAINER_ID,
    SANDBOX_PASSWORD,
    SANDBOX_TOKEN,
    SANDBOX_USER_ID,
    Sandbox,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ALBUM_CREATE = "/koodrive/ose/v1/album/create"
FOLDER_CREATE = "/koodrive/ose/v1/sharefolder/create"
FOLDER_DELETE = "/koodrive/ose/v1/sharefolder/delete"
ALBUM_LIST = "/koodrive/ose/v1/album/list"
FOLDER_LIST = "/koodrive/ose/v1/sharefolder/list"
SPACE = f"/koodrive/ose/v1/space/{SANDBOX_USER_ID}"
FILES = "/koodrive/ose/v1/files/0"
LOGIN = "/koodrive/ose/v1/auth/login"
REFRESH = "/koodrive/ose/v1/auth/refreshToken"
LOGOUT = "/koodrive/ose/v1/auth/logout"

MANUAL_ALBUM = {"name": "albumName", "type": 2, "albumKind": 1}
COLLECTION_ALBUM = {
    "type": 1,
    "albumKind": 1,
    "scopeDir": ["1765148493107805441"],
    "scopeParentFolderId": "1765148493107805440",
    "scopeKind": "1,2",
}
TOP_FOLDERS = {"containerId": SANDBOX_CONTAINER_ID, "fileType": "10"}
CREDENTIALS = {"account": SANDBOX_ACCOUNT, "authType": "1", "password": SANDBOX_PASSWORD}
SHARED_FOLDER = {"shareType": 0, "containerId": SANDBOX_CONTAINER_ID, "name": "Family"}


@dataclass(frozen=True)
class Reply:
    """Response of a call."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def port_of(sandbox: Sandbox) -> int:
    return int(sandbox.base_url.rpartition(":")[2])


def utc(seconds: float) -> str:
    return time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(seconds))


def good_headers() -> dict[str, str]:
    return {
        "Authorization": f"Bearer {SANDBOX_TOKEN}",
        "X-User-Id": SANDBOX_USER_ID,
        "X-Date": utc(time.time()),
        "Content-Type": "application/json",
    }


def call(
    sandbox: Sandbox,
    method: str,
    target: str,
    body: object = None,
    headers: Mapping[str, str | None] | None = None,
    *,
    timeout: float = 10,
) -> Reply:
    """Send one request; `headers` change or (None) remove the good ones; bytes go out as they are."""
    secret = {"X-Sandbox-Secret": sandbox.secret} if target.startswith("/sandbox/") else {}
    merged = {**good_headers(), **secret, **(headers or {})}
    sent = {name: value for name, value in merged.items() if value is not None}
    text = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
    connection = http.client.HTTPConnection("127.0.0.1", port_of(sandbox), timeout=timeout)
    try:
        connection.request(method, target, text, sent)
        response = connection.getresponse()
        return Reply(response.status, response.headers, response.read())
    finally:
        connection.close()


def create_album(sandbox: Sandbox, **changes: object) -> Reply:
    """Create a manual album with some members changed or (None) removed."""
    return call(sandbox, "POST", ALBUM_CREATE, changed(MANUAL_ALBUM, changes))


def create_folder(sandbox: Sandbox, **changes: object) -> Reply:
    """Create a shared folder with some members changed or (None) removed."""
    return call(sandbox, "POST", FOLDER_CREATE, changed(SHARED_FOLDER, changes))


def sign_in(sandbox: Sandbox, headers: Mapping[str, str | None] | None = None, **changes: object) -> Reply:
    """Sign in with some members changed or (None) removed, and without the headers of the other calls."""
    unsigned = {"Authorization": None, "X-User-Id": None, "X-Date": None, "x-hw-agentName": SANDBOX_AGENT}
    return call(sandbox, "POST", LOGIN, changed(CREDENTIALS, changes), {**unsigned, **(headers or {})})


def session_of(reply: Reply) -> dict[str, Any]:
    """Give the tokens in the answer to a login or a refresh."""
    assert reply.status == 200, reply.body
    return reply.json["data"]["sessionInfo"]


def refresh(sandbox: Sandbox, session: Mapping[str, Any], **headers: str) -> Reply:
    """Renew a session."""
    sent = {"Authorization": session["accessToken"], "X-User-Id": None, "X-Date": None, **headers}
    return call(sandbox, "POST", REFRESH, {"refreshToken": session["refreshToken"]}, sent)


def use(sandbox: Sandbox, authorization: str) -> int:
    """Make a call with this Authorization, and give the status of the answer."""
    return call(sandbox, "GET", f"{SPACE}?type=1", None, {"Authorization": authorization}).status


def changed(body: Mapping[str, object], changes: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in {**body, **changes}.items() if value is not None}


def open_request(sandbox: Sandbox, fault: str, target: str = ALBUM_CREATE) -> socket.socket:
    """Send a correct create that meets `fault` over a raw socket, and give the socket to read from."""
    body = json.dumps(MANUAL_ALBUM).encode()
    headers = {
        **good_headers(),
        "X-Sandbox-Fault": fault,
        "Host": f"127.0.0.1:{port_of(sandbox)}",
        "Content-Length": str(len(body)),
    }
    rows = [f"POST {target} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
    connection = socket.create_connection(("127.0.0.1", port_of(sandbox)), timeout=10)
    connection.sendall("\r\n".join(rows).encode() + body)
    return connection


def wait_until(condition: Callable[[], bool], seconds: float = 5) -> None:
    """Look again and again until `condition` holds."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.01)


class ShiftedClock:
    """The true time, and what a test adds to it."""

    ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


class SetClock:
    """The time that a test sets it to."""

    def __init__(self, now: float) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now
