"""Authorization at the sandbox: the access tokens that it has given out, signatures of apps, and their forms."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, quote, unquote_to_bytes

from koodrive.sandbox import messages
from koodrive.sandbox.identity import SANDBOX_APP_ID, SANDBOX_APP_SECRET
from koodrive.sandbox.messages import RefusalError, business_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.sandbox.messages import ReceivedRequest

SESSION_SCHEME: Final = "AT "
"""Prefix of a session's access token, as Login returns it."""
FORMATS: Final = frozenset({"bearer", "bearer_plus", "as_is", "at", "app_signature"})
_PREFIXES: Final = {"bearer": "Bearer ", "bearer_plus": "Bearer+", "at": SESSION_SCHEME, "as_is": ""}
_PLUS_SCHEME: Final = "AT+"
_WRONG_TOKEN: Final = "The access token in Authorization is missing, wrong or has expired."  # noqa: S105 - a sentence
_WRONG_SIGNATURE: Final = "The signature in Authorization is not that of this request."


class Authenticator:
    """Checks Authorization: a valid token or signature, in an accepted form.

    Args:
        tokens: The tokens that were given out.
    """

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._accepted = FORMATS

    def accept_only(self, formats: frozenset[str]) -> None:
        """Accept these of `FORMATS` from now on, and no others."""
        self._accepted = formats

    def authenticate(self, request: ReceivedRequest) -> None:
        """Check the header Authorization of any call but those for sessions.

        Raises:
            RefusalError: When it is not accepted.
        """
        authorization = _authorization(request)
        if authorization.startswith(ALGORITHM):
            if "app_signature" not in self._accepted or not is_signed(authorization, request):
                raise unauthenticated(_WRONG_SIGNATURE)
        elif not self._is_fixed(authorization) and not self._is_session(authorization):
            raise unauthenticated(_WRONG_TOKEN)

    def session_token(self, request: ReceivedRequest) -> str:
        """Return the access token with which a session is to be renewed or ended; it may have expired.

        Raises:
            RefusalError: When the header Authorization has none.
        """
        token = _as_returned(_authorization(request))
        if not self._tokens.is_known_session(token):
            raise unauthenticated(_WRONG_TOKEN)
        return token

    def _is_fixed(self, authorization: str) -> bool:
        fixed = self._tokens.fixed()
        return any(
            authorization == prefix + token
            for form, prefix in _PREFIXES.items()
            if form in self._accepted
            for token in fixed
        )

    def _is_session(self, authorization: str) -> bool:
        # As Login returns it, such a token is both: as it is, and with its scheme.
        forms = {"at"} if authorization.startswith(_PLUS_SCHEME) else {"at", "as_is"}
        return bool(forms & self._accepted) and self._tokens.is_good_session(_as_returned(authorization))


def unauthenticated(message: str) -> RefusalError:
    """Return the error for a request that is not authenticated."""
    return RefusalError(business_error(401, messages.NOT_AUTHENTICATED, message))


def _authorization(request: ReceivedRequest) -> str:
    values = request.headers.get_all("Authorization", [])
    if len(values) != 1:
        raise unauthenticated(_WRONG_TOKEN)
    return str(values[0])


def _as_returned(authorization: str) -> str:
    if authorization.startswith(_PLUS_SCHEME):
        return SESSION_SCHEME + authorization.removeprefix(_PLUS_SCHEME)
    return authorization


ALGORITHM: Final = "HMAC-SHA256"
_AUTHORIZATION: Final = re.compile(
    r"HMAC-SHA256 AppId=(?P<app>[^,\s]+),SignedHeaders=(?P<names>[^,\s]+),Signature=(?P<signature>[0-9a-f]{64})"
)
_ALWAYS_SIGNED: Final = frozenset({"x-date", "x-user-id"})


def is_signed(authorization: str, request: ReceivedRequest) -> bool:
    """Return whether the value of the header Authorization is the right signature of `request` by the sandbox's app.

    The age of the signature is that of X-Date, which is not checked here.
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
    """Return `request` in the one form in which it is signed.

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
    """Return the signature of a result of `canonical_request`: lower-case hexadecimal digits."""
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


_TOKEN_BYTES: Final = 24


@dataclass(frozen=True, slots=True)
class SessionTokens:
    """The pair of tokens of one session."""

    access_token: str
    """``AT`` and 48 hexadecimal digits."""
    refresh_token: str
    """48 hexadecimal digits; it does not end by itself."""
    issued_at: float
    """In seconds since 1970."""
    expires_in: int
    """For how many seconds the access token is good."""
    ended: bool = False
    """Whether the access token was ended before its time; the refresh token is still good."""


class Tokens:
    """All tokens: fixed ones, which do not end by themselves, and those of sessions. Safe for use by several threads.

    Args:
        first: The fixed token that is good from the beginning.
        clock: The time of the service, in seconds since 1970.
        session_seconds: For how long the access token of a session is good.
        rotates: Whether renewing a session gives it new tokens and ends the old ones; otherwise it keeps them.
    """

    def __init__(
        self, first: str, clock: Callable[[], float], *, session_seconds: int, rotates: bool
    ) -> None:
        self._first = first
        self._clock = clock
        self._session_seconds = session_seconds
        self._rotates = rotates
        self._lock = threading.Lock()
        self._fixed = {first}
        self._renewals = 0
        self._sessions: dict[str, SessionTokens] = {}

    def fixed(self) -> frozenset[str]:
        """Return the fixed tokens that are good."""
        with self._lock:
            return frozenset(self._fixed)

    def is_good_session(self, access_token: str) -> bool:
        """Return whether `access_token`, as Login returned it, is valid now."""
        with self._lock:
            session = self._sessions.get(access_token)
            if session is None or session.ended:
                return False
            return self._clock() < session.issued_at + session.expires_in

    def is_known_session(self, access_token: str) -> bool:
        """Return whether `access_token` is that of a session, even if it has expired."""
        with self._lock:
            return access_token in self._sessions

    def begin(self) -> SessionTokens:
        """Start a session."""
        with self._lock:
            return self._admit(_token(SESSION_SCHEME), _token())

    def renew_session(self, access_token: str, refresh_token: str) -> SessionTokens | None:
        """Renew the session with these tokens; None when there is none."""
        with self._lock:
            session = self._sessions.get(access_token)
            if session is None or session.refresh_token != refresh_token:
                return None
            if not self._rotates:
                return self._admit(access_token, refresh_token)
            del self._sessions[access_token]
            return self._admit(_token(SESSION_SCHEME), _token())

    def end_session(self, access_token: str) -> bool:
        """End a session with both its tokens; return whether there was one."""
        with self._lock:
            return self._sessions.pop(access_token, None) is not None

    def expire(self) -> None:
        """Refuse every access token that there is, from now on; sessions can still be renewed."""
        with self._lock:
            self._fixed.clear()
            self._sessions = {
                token: replace(session, ended=True) for token, session in self._sessions.items()
            }

    def renew_fixed(self) -> str:
        """Make another fixed token."""
        with self._lock:
            self._renewals += 1
            token = f"sandbox-renewed-{self._renewals}-{secrets.token_hex(8)}"
            self._fixed.add(token)
            return token

    def start_over(self) -> None:
        """Forget all sessions, and have the first token for the only one that is good."""
        with self._lock:
            self._fixed = {self._first}
            self._sessions.clear()

    def _admit(self, access_token: str, refresh_token: str) -> SessionTokens:
        session = SessionTokens(access_token, refresh_token, self._clock(), self._session_seconds)
        self._sessions[access_token] = session
        return session


def _token(scheme: str = "") -> str:
    return f"{scheme}{secrets.token_hex(_TOKEN_BYTES)}"
