"""Clients of stored connections (authentication, proxy, TLS trust, clock), and the expiry of their tokens."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from koodrive.api.client import KooDriveClient
from koodrive.api.retry import ONCE, Retry
from koodrive.api.serialization import language_header
from koodrive.api.token_expiry import TokenExpiry
from koodrive.api.transport import Transport
from koodrive.logs.redaction import SECRETS
from koodrive.network.proxy import ProxySettings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from koodrive.api.auth_headers import Auth
    from koodrive.api.tokens import SessionTokens
    from koodrive.clock.registry import ClockRegistry
    from koodrive.clock.server_clock import ServerClock
    from koodrive.credentials.proxy_passwords import ProxyPasswords
    from koodrive.models import Connection

_REMEMBERED = 4
"""Most expiries of one connection: the present token's, and those of tokens that a request or a test still carries."""


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
        """Return the expiry of a connection's token; a new token gets a new one.

        Args:
            connection: The token's connection; its `idle_minutes` count for a new expiry.
            token: The access token, as requests carry it.
        """
        with self._lock:
            known = self._known.get(connection.connection_id, {}).get(token)
            if known is None:
                known = _Known(TokenExpiry(timedelta(minutes=int(connection.idle_minutes))))
            self._remember(connection, token, known)
        return known.life

    def register(self, connection: Connection, tokens: SessionTokens) -> TokenExpiry:
        """Record the lifetime that a login or a refresh has returned with its access token.

        Args:
            connection: The connection of the tokens.
            tokens: From the answer, or from the keyring; known tokens are left as they are.

        Returns:
            The expiry of the access token; already expired if it was issued too long ago.
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
    """Lifetime as the service stated it; None where it did not."""


class ClientFactory:
    """Makes clients for connections; clients of one service address share its clock.

    Args:
        clocks: One clock for each service address.
        proxy_passwords: Passwords of the connections' proxies.
        token_expiries: Expiry of the tokens, updated from the service's answers.
    """

    def __init__(
        self, clocks: ClockRegistry, proxy_passwords: ProxyPasswords, token_expiries: TokenExpiryRegistry
    ) -> None:
        self._clocks = clocks
        self._proxy_passwords = proxy_passwords
        self._token_expiries = token_expiries
        # One client for each connection and token; everything else that it is made of is a part of the key.
        self._client = lru_cache(maxsize=8)(self._new_client)

    def client(
        self,
        connection: Connection,
        token: str,
        *,
        proxy_password: str | None = None,
        retry: Retry = ONCE,
        is_trial: bool = False,
    ) -> KooDriveClient:
        """Return the client of a connection; the same one for the same arguments.

        Args:
            connection: Service address and user to send as.
            token: Access token, or the key of an app as text.
            proxy_password: Password of its proxy; by default the stored one.
            retry: Repetition of calls that only read.
            is_trial: Whether answers say nothing about the expiry of the connection's token.
        """
        token_expiry = None if is_trial else self._token_expiries.of(connection, token)
        return self._client(connection, token, proxy_password, retry, token_expiry)

    def _new_client(
        self,
        connection: Connection,
        token: str,
        proxy_password: str | None,
        retry: Retry,
        token_expiry: TokenExpiry | None,
    ) -> KooDriveClient:
        return KooDriveClient(
            user_id=connection.user_id,
            token=token,
            authorization_format=connection.authorization_format,
            language=language_header(connection.language, connection.language_form),
            number_form=connection.number_form,
            delete_id_form=connection.delete_id_form,
            retry=retry,
            token_expiry=token_expiry,
            **self._route(connection, proxy_password),
        )

    def transport(
        self, connection: Connection, auth: Auth, *, proxy_password: str | None = None
    ) -> Transport:
        """Return the transport of calls that sign in, authenticated by `auth`."""
        return Transport(auth=auth, **self._route(connection, proxy_password))

    def _route(self, connection: Connection, proxy_password: str | None) -> dict[str, Any]:
        """Return the arguments that clients and transports have in common."""

        def password() -> str | None:
            return proxy_password or self._proxy_passwords.load(connection.connection_id)

        SECRETS.register(proxy_password)
        return {
            "base_url": connection.service_address,
            "clock": self._clocks.clock(connection.service_address),
            "ca_file": connection.ca_file,
            "trace_id_header": connection.trace_id_header,
            "proxy": ProxySettings.of(connection, password),
        }
