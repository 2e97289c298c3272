"""Signs a request with an app's secret, as the appendix of the enterprise reference describes it.

Points that the reference leaves open: the payload hash is the lower-case hexadecimal SHA-256 of the body, and
`host`, `x-date` and `x-user-id` are signed, as in its sample.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlsplit

ALGORITHM = "HMAC-SHA256"
_SIGNED = ("host", "x-date", "x-user-id")
_UNRESERVED = "-_.~"


@dataclass(frozen=True, slots=True)
class AppKey:
    """Credentials of an app."""

    app_id: str
    app_secret: str = field(repr=False)

    @property
    def text(self) -> str:
        """Both in one text, as the keyring keeps them; see `key_from_text`."""
        return f"{self.app_id}:{self.app_secret}"


def key_from_text(text: str) -> AppKey | None:
    """Return the key in a text that `AppKey.text` made; None for any other text.

    Args:
        text: The AppId, a colon and the secret. An AppId has no colon in it.
    """
    app_id, colon, app_secret = text.partition(":")
    return AppKey(app_id, app_secret) if app_id and colon and app_secret else None


def signed_authorization(
    key: AppKey, *, method: str, url: str, body: bytes, user_id: str, x_date: str
) -> str:
    """Return the value of the `Authorization` header for one request.

    Args:
        key: The app's credentials.
        method: The HTTP method.
        url: The whole address of the request, encoded, with its query; no user and no password in it.
        body: The body; empty for none.
        user_id: The value of `X-User-Id`.
        x_date: The value of `X-Date`.
    """
    headers = dict(zip(_SIGNED, (host_of(url), x_date, user_id), strict=True))
    request = canonical_request(method, url, headers, body)
    digest = hashlib.sha256(request.encode()).hexdigest()
    signature = hmac.new(key.app_secret.encode(), f"{ALGORITHM}\n{digest}".encode(), hashlib.sha256)
    return header_value(key.app_id, signature.hexdigest())


def header_value(app_id: str, signature: str) -> str:
    """Return the value of the `Authorization` header for a signature.

    Args:
        app_id: ID of the app.
        signature: In hexadecimal digits; or what stands for it, where a request is only shown.
    """
    return f"{ALGORITHM} AppId={app_id},SignedHeaders={';'.join(_SIGNED)},Signature={signature}"


def canonical_request(method: str, url: str, headers: dict[str, str], body: bytes) -> str:
    """Return the text that stands for a request when it is signed.

    Args:
        method: The HTTP method.
        url: The whole address, encoded, with its query.
        headers: The signed headers, their names in lower case.
        body: The body; empty for none.
    """
    parts = urlsplit(url)
    lines = "".join(f"{name}:{value.strip()}\n" for name, value in sorted(headers.items()))
    return "\n".join(
        (
            method.upper(),
            _canonical_path(parts.path),
            _canonical_query(parts.query),
            lines,
            ";".join(sorted(headers)),
            hashlib.sha256(body).hexdigest(),
        )
    )


def host_of(url: str) -> str:
    """Return the `Host` header that an HTTP client sends for `url`: without a port where that is the usual one."""
    parts = urlsplit(url)
    host = parts.netloc
    usual = {"http": ":80", "https": ":443"}.get(parts.scheme, "")
    return host.removesuffix(usual) if usual else host


def _canonical_path(path: str) -> str:
    # The rule wants dot segments away and a slash at the end, whatever the address says.
    kept: list[bytes] = []
    for segment in map(unquote_to_bytes, path.split("/")[1:]):
        if segment == b"..":
            del kept[-1:]
        elif segment != b".":
            kept.append(segment)
    encoded = "/".join(quote(segment, safe=_UNRESERVED) for segment in [b"", *kept])
    return encoded if encoded.endswith("/") else f"{encoded}/"


def _canonical_query(query: str) -> str:
    pairs = sorted(parse_qsl(query, keep_blank_values=True))
    return "&".join(
        f"{quote(name, safe=_UNRESERVED)}={quote(value, safe=_UNRESERVED)}" for name, value in pairs
    )
