"""Protection of the sandbox from web pages and other users of this computer.

A browser sends a page's requests to any port of the loopback interface. Host shows DNS rebinding, Origin and
Sec-Fetch-Site (Fetch Metadata) show the page, and a media type that no HTML form has takes a CORS preflight.
"""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING, Final

from koodrive.sandbox import messages
from koodrive.sandbox.messages import RefusalError, gateway_error

if TYPE_CHECKING:
    from koodrive.sandbox.messages import ReceivedRequest

SECRET_HEADER: Final = "X-Sandbox-Secret"  # noqa: S105 - the name of a header
_NAMES: Final = ("127.0.0.1", "localhost", "[::1]")
_HTTP_PORT: Final = 80
_OWN_SITES: Final = frozenset({"none", "same-origin"})
_JSON_TYPE: Final = re.compile(r'application/json(?:\s*;\s*charset="?utf-8"?)?', re.IGNORECASE)


def new_secret() -> str:
    """Return a secret of 128 random bits for the control calls, in the alphabet of Base64URL."""
    return secrets.token_urlsafe(16)


def require_local(request: ReceivedRequest, port: int) -> None:
    """Check that a program of this computer sent the request, and not a web page.

    Args:
        request: A call of KooDrive or a control call.
        port: The port that it came to.

    Raises:
        RefusalError: HTTP 421 for another Host (RFC 9110, 15.5.20); 403 for an Origin or Sec-Fetch-Site of elsewhere.
    """
    hosts = {f"{name}:{port}" for name in _NAMES} | (set(_NAMES) if port == _HTTP_PORT else set())
    if not _values(request, "Host") or not _all_in(_values(request, "Host"), hosts):
        raise _refusal(421, f"Host has to be {_NAMES[0]}, {_NAMES[1]} or {_NAMES[2]}, with port {port}.")
    is_own = _all_in(_values(request, "Origin"), {f"http://{host}" for host in hosts})
    if not is_own or not _all_in(_values(request, "Sec-Fetch-Site"), _OWN_SITES):
        raise _refusal(403, "The sandbox takes no requests from web pages.")


def require_owner(request: ReceivedRequest, secret: str) -> None:
    """Check that a control call comes from the process that started the sandbox.

    Args:
        request: A control call.
        secret: The one of this start.

    Raises:
        RefusalError: HTTP 403 without it; 415 for a POST that is not application/json in UTF-8.
    """
    given = _values(request, SECRET_HEADER)
    if len(given) != 1 or not secrets.compare_digest(given[0].encode(), secret.encode()):
        raise _refusal(403, f"{SECRET_HEADER} has to be the one that this sandbox drew when it started.")
    types = _values(request, "Content-Type")
    if request.method == "POST" and (len(types) != 1 or not is_json_type(types[0])):
        raise _refusal(415, "Content-Type has to be application/json in UTF-8.")


def is_json_type(content_type: str) -> bool:
    """Return whether a Content-Type is that of JSON in UTF-8."""
    return _JSON_TYPE.fullmatch(content_type.strip()) is not None


def _values(request: ReceivedRequest, name: str) -> list[str]:
    return [str(value) for value in request.headers.get_all(name, [])]


def _all_in(values: list[str], allowed: set[str] | frozenset[str]) -> bool:
    return len(values) <= 1 and {value.strip().lower() for value in values} <= allowed


def _refusal(status: int, message: str) -> RefusalError:
    return RefusalError(gateway_error(status, messages.GATEWAY_BAD_REQUEST, message))
