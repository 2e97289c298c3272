"""The lives of the tokens of all connections, so that whoever uses a token and whoever shows a meter mean the same."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from koodrive.api.token_expiry import TokenExpiry

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from koodrive.api.tokens import SessionTokens
    from koodrive.clock.server_clock import ServerClock
    from koodrive.models import Connection


_REMEMBERED = 4
"""How many tokens of a connection have a life: the present one, and those that a request or a test still carries."""


class TokenExpiryRegistry:
    """Keeps a `TokenExpiry` for the tokens of each connection; safe to share between threads, never blocks.

    Args:
        clock: Gives the clock of a service address.
    """

    def __init__(self, clock: Callable[[str], ServerClock]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._known: dict[str, dict[str, _Known]] = {}

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self._known)} connections>"

    def of(self, connection: Connection, token: str) -> TokenExpiry:
        """Return the life of a connection's token; one that was not seen before begins a new one.

        Args:
            connection: Whose; its `idle_minutes` count for a new life.
            token: The access token, as requests carry it.
        """
        with self._lock:
            known = self._known.get(connection.connection_id, {}).get(token)
            if known is None:
                known = _Known(TokenExpiry(timedelta(minutes=int(connection.idle_minutes))))
            self._remember(connection, token, known)
        return known.life

    def register(self, connection: Connection, tokens: SessionTokens) -> TokenExpiry:
        """Take over what a login or a refresh has said about its access token.

        Args:
            connection: Whose.
            tokens: From the answer, or from the keyring; what is known already changes nothing.

        Returns:
            The life of the access token; one that was issued too long ago is over at once.
        """
        left = tokens.expires_at - self._clock(connection.service_address).now()
        with self._lock:
            known = self._known.get(connection.connection_id, {}).get(tokens.access_token)
            # A refresh may give the same token a longer life.
            if known is None or known.expires_at != tokens.expires_at:
                life = TokenExpiry(tokens.expires_in, min(left, tokens.expires_in))
                known = _Known(life, tokens.expires_at)
            self._remember(connection, tokens.access_token, known)
        return known.life

    def _remember(self, connection: Connection, token: str, known: _Known) -> None:
        lives = self._known.setdefault(connection.connection_id, {})
        # What was asked for last stands last.
        lives.pop(token, None)
        lives[token] = known
        if len(lives) > _REMEMBERED:
            del lives[next(iter(lives))]


@dataclass(frozen=True, slots=True)
class _Known:
    life: TokenExpiry
    expires_at: datetime | None = None
    """As the service has said it; None where it has not."""
