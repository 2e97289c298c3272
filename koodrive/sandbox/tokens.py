"""The access tokens that the sandbox has given out, and for how long each of them is good."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

SESSION_SCHEME: Final = "AT "
"""What the access token of a session begins with, as Login returns it."""
_TOKEN_BYTES: Final = 24


@dataclass(frozen=True, slots=True)
class Session:
    """The pair of tokens of somebody who has signed in."""

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
        self._sessions: dict[str, Session] = {}

    def fixed(self) -> frozenset[str]:
        """Give the fixed tokens that are good."""
        with self._lock:
            return frozenset(self._fixed)

    def is_good_session(self, access_token: str) -> bool:
        """Say whether `access_token`, as Login returned it, is good now."""
        with self._lock:
            session = self._sessions.get(access_token)
            if session is None or session.ended:
                return False
            return self._clock() < session.issued_at + session.expires_in

    def is_known_session(self, access_token: str) -> bool:
        """Say whether `access_token` is that of a session, even if it is not good any more."""
        with self._lock:
            return access_token in self._sessions

    def begin(self) -> Session:
        """Sign somebody in."""
        with self._lock:
            return self._admit(_token(SESSION_SCHEME), _token())

    def renew_session(self, access_token: str, refresh_token: str) -> Session | None:
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
        """End a session with both its tokens, and say whether there was one."""
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

    def _admit(self, access_token: str, refresh_token: str) -> Session:
        session = Session(access_token, refresh_token, self._clock(), self._session_seconds)
        self._sessions[access_token] = session
        return session


def _token(scheme: str = "") -> str:
    return f"{scheme}{secrets.token_hex(_TOKEN_BYTES)}"
