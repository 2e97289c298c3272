"""Is a request signed by the app? An independent reading of the signing rules."""

from __future__ import annotations

import hashlib
import hmac
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, quote, unquote_to_bytes

from koodrive.sandbox.identity import SANDBOX_APP_ID, SANDBOX_APP_SECRET

if TYPE_CHECKING:
    from koodrive.sandbox.exchange import ReceivedRequest

ALGORITHM: Final = "HMAC-SHA256"
_AUTHORIZATION: Final = re.compile(
    r"HMAC-SHA256 AppId=(?P<app>[^,\s]+),SignedHeaders=(?P<names>[^,\s]+),Signature=(?P<signature>[0-9a-f]{64})"
)
_ALWAYS_SIGNED: Final = frozenset({"x-date", "x-user-id"})


def is_signed(authorization: str, request: ReceivedRequest) -> bool:
    """Say whether the value of the header Authorization is the right signature of `request` by the sandbox's app.

    The age of the signature is that of X-Date, which is not looked at here.
    """
    parts = _AUTHORIZATION.fullmatch(authorization)
    if parts is None or parts["app"] != SANDBOX_APP_ID:
        return False
    names = parts["names"].split(";")
    if not _ALWAYS_SIGNED.issubset(names) or not _can_be_signed(names, request):
        return False
    expected = signature(SANDBOX_APP_SECRET, canonical_request(request, names))
    return hmac.compare_digest(expected, parts["signature"])


def canonical_request(request: ReceivedRequest, names: list[str]) -> str:
    """Give `request` in the one form in which it is signed.

    Args:
        request: As it came.
        names: The signed headers in lower case, in the order in which they are signed.
    """
    lines = [
        request.method.upper(),
        _canonical_path(request.path),
        _canonical_query(request.query),
        "".join(f"{name}:{request.headers.get(name, '').strip()}\n" for name in names),
        ";".join(names),
        hashlib.sha256(request.body).hexdigest(),
    ]
    return "\n".join(lines)


def signature(app_secret: str, canonical: str) -> str:
    """Give the signature of what `canonical_request` gave: lower-case hexadecimal digits."""
    digest = hashlib.sha256(canonical.encode()).hexdigest()
    return hmac.new(app_secret.encode(), f"{ALGORITHM}\n{digest}".encode(), hashlib.sha256).hexdigest()


def _can_be_signed(names: list[str], request: ReceivedRequest) -> bool:
    # A header that is there twice, or not at all, has no one value.
    return all(name == name.lower() and len(request.headers.get_all(name, [])) == 1 for name in names)


def _canonical_path(path: str) -> str:
    kept: list[str] = []
    for segment in path.split("/")[1:]:
        if segment == "..":
            kept[-1:] = []
        elif segment not in {"", "."}:
            kept.append(quote(unquote_to_bytes(segment), safe="-_.~"))
    return "/".join(["", *kept, ""])


def _canonical_query(query: str) -> str:
    pairs = sorted(parse_qsl(query, keep_blank_values=True, errors="surrogateescape"))
    return "&".join(f"{_encoded(name)}={_encoded(value)}" for name, value in pairs)


def _encoded(text: str) -> str:
    return quote(text, safe="-_.~", errors="surrogateescape")
