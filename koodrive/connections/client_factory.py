"""Makes clients from stored connections: authentication, proxy, TLS trust and clock of each."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from koodrive.api.client import KooDriveClient
from koodrive.api.retry import ONCE, Retry
from koodrive.api.serialization import language_header
from koodrive.api.transport import Transport
from koodrive.logs.redaction import SECRETS
from koodrive.network.proxy import ProxySettings

if TYPE_CHECKING:
    from koodrive.api.auth_headers import Auth
    from koodrive.api.token_expiry import TokenExpiry
    from koodrive.clock.registry import ClockRegistry
    from koodrive.connections.token_expiries import TokenExpiryRegistry
    from koodrive.credentials.proxy_passwords import ProxyPasswords
    from koodrive.models import Connection


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
