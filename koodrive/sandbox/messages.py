"""Requests as received, responses before they are written out, and refusals."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from email.message import Message


class SandboxError(Exception):
    """Raised when the sandbox cannot start or carry out a control call; its text is shown to the user."""


BAD_REQUEST: Final = 13000101
PARAMETER_INVALID: Final = 13000102
INNER_FAILURE: Final = 13000201
INSUFFICIENT_SPACE: Final = 13000311
SPACE_NOT_FOUND: Final = 13000301
FILE_NOT_IN_SPACE: Final = 13000302
RESOURCE_NOT_FOUND: Final = 13000309
DUPLICATE_NAME: Final = 13000405
NO_PERMISSION: Final = 13000410

NOT_AUTHENTICATED: Final = 401
"""The reference names no code for a token that is not accepted, so the sandbox repeats the HTTP status."""

API_NOT_FOUND: Final = "APIGW.0101"
GATEWAY_BAD_REQUEST: Final = "APIGW.0201"
THROTTLED: Final = "APIG.0308"


@dataclass(frozen=True, slots=True)
class ReceivedRequest:
    """One request as it came in."""

    method: str
    path: str
    """Without the query."""
    query: str
    """As written, without the question mark; empty when there is none."""
    headers: Message = field(repr=False)
    """Case-insensitive; kept out of `repr` because of the token."""
    body: bytes = field(default=b"", repr=False)
    """Kept out of `repr` because of the password of a login."""


@dataclass(frozen=True, slots=True)
class Response:
    """One response before it is written out."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Date and Content-Length are added where they are not given."""
    dated: bool = True
    """Whether it gets a Date header."""
    hang_up: bool = False
    """Whether the connection is closed after it."""


class RefusalError(Exception):
    """Raised when a request is turned away; nothing was made.

    Args:
        response: The response for the client.
    """

    def __init__(self, response: Response) -> None:
        super().__init__(response.status)
        self.response = response

    @property
    def reason(self) -> str:
        """The `msg` of a response in the service's shape."""
        return str(json.loads(self.response.body)["msg"])


def json_response(content: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Return an answer whose body is `content`, a JSON value, in UTF-8."""
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return Response(status, body, {"Content-Type": "application/json", **(headers or {})})


def success(**members: Any) -> Response:
    """Return the service's answer to a call that it carried out, with its `members` and code 0."""
    return json_response({**members, "code": 0, "msg": "Success."})


def business_error(status: int, code: int, message: str) -> Response:
    """Return an error in the shape that the service uses: ``{"code", "msg"}``."""
    return json_response({"code": code, "msg": message}, status)


def refusal(code: int, message: str) -> RefusalError:
    """Return the error for a request that the service turns away with this `code`."""
    return RefusalError(business_error(400, code, message))


def gateway_error(status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return an error in the shape of the gateway before the service: ``{"error_code", "error_msg"}``."""
    return json_response({"error_code": code, "error_msg": message}, status, headers)
