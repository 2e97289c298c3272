"""The lives of the tokens of all connections, so that whoever uses a token and whoever shows a meter mean the same."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING

from koodrive.token_life import TokenLife

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.clock import ServerClock
    from koodrive.models import Connection
    from koodrive.session_tokens import SessionTokens


class TokenLives:
    """Keeps one `TokenLife` for the present token of each connection; safe to share between threads, never blocks.

    Args:
        clock: Gives the clock of a service address.
    """

    def __init__(self, clock: Callable[[str], ServerClock]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._lives: dict[str, tuple[str, TokenLife]] = {}

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self._lives)}>"

    def of(self, connection: Connection, token: str) -> TokenLife:
        """Return the life of a connection's token; with another token than before, a new one begins.

        Args:
            connection: Whose.
            token: The access token, as requests carry it.
        """
        with self._lock:
            known = self._lives.get(connection.connection_id)
            if known is None or known[0] != token:
                known = token, TokenLife(timedelta(minutes=int(connection.idle_minutes)))
                self._lives[connection.connection_id] = known
        return known[1]

    def begin(self, connection: Connection, tokens: SessionTokens) -> TokenLife:
        """Take over what a login or a refresh has said about its access token.

        Args:
            connection: Whose.
            tokens: From the answer, or from the keyring; those that are known already change nothing.

        Returns:
            The life of the access token.
        """
        ends_in = tokens.expires_at - self._clock(connection.service_address).now()
        with self._lock:
            known = self._lives.get(connection.connection_id)
            if known is None or known[0] != tokens.access_token or not known[1].is_told:
                life = TokenLife(tokens.expires_in, min(ends_in, tokens.expires_in))
                known = tokens.access_token, life
                self._lives[connection.connection_id] = known
        return known[1]
