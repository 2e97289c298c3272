"""Choice of the proxy, made anew for every call, and rules for a proxy's address.

KooDesk knows HTTP proxies that are reached without TLS and asked with CONNECT, so that they never see what goes
through them. Plain ``http`` is for this computer only, and never takes a proxy.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from koodrive.errors import CredentialError, ProxyError
from koodrive.logs.redaction import SECRETS
from koodrive.messages import Message
from koodrive.network.errors import PreSendError
from koodrive.rules.address import check_address, is_loopback, normal_address
from koodrive.rules.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from koodrive.models import Connection
    from koodrive.rules.problems import Problems

SYSTEM_PORT = 80
"""Port of a system proxy that names none."""

_WORDS = {
    "required": Message("Enter the address of the proxy, such as http://proxy.example.com:8080."),
    "address_scheme": Message(
        "A proxy's address begins with http://; KooDesk knows no other kind. Correct its beginning."
    ),
    "address_blank": Message("A proxy's address has no spaces and no invisible characters. Remove them."),
    "address_user": Message("User and password have fields of their own. Remove everything up to the @."),
    "address_query": Message("A proxy's address ends with the port. Remove everything after it."),
    "address_path": Message("A proxy's address ends with the port. Remove everything after it."),
    "address_host": Message("The host cannot be understood. Write it like http://proxy.example.com:8080."),
}


class ProxyMode(StrEnum):
    """Source of a connection's proxy."""

    NONE = "none"
    """It takes none, whatever the environment says."""
    SYSTEM = "system"
    """From the environment, or from the settings of Windows and macOS."""
    MANUAL = "manual"
    """The connection names it."""


@dataclass(frozen=True, slots=True)
class Proxy:
    """An HTTP proxy; its text never shows the password."""

    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def address(self) -> str:
        """The address without user and password, such as ``http://proxy.example.com:8080``."""
        return f"http://{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class ProxyDecision:
    """Proxy of one call (None for a direct connection), and the reason."""

    proxy: Proxy | None
    why: Message


@dataclass(frozen=True, slots=True)
class ProxySettings:
    """Proxy settings of a connection.

    Args:
        mode: Source of the proxy.
        address: The proxy, where the connection names it.
        user: User name at the proxy; empty for none.
        password: Finds the password of `user`, or None; may block, and may raise `CredentialError`.
    """

    mode: ProxyMode = ProxyMode.NONE
    address: str = ""
    user: str = ""
    password: Callable[[], str | None] = field(default=lambda: None, repr=False)

    @classmethod
    def of(cls, connection: Connection, password: Callable[[], str | None]) -> ProxySettings:
        """Return the settings of `connection`; `password` finds the password of its proxy."""
        return cls(ProxyMode(connection.proxy), connection.proxy_address, connection.proxy_user, password)

    def decide(self, service_address: str) -> ProxyDecision:
        """Return the way to a service as it is now; may block.

        Args:
            service_address: In the form of `koodrive.rules.address.normal_address`.

        Raises:
            PreSendError: When the proxy cannot be used, or its password cannot be had.
        """
        parts = urlsplit(service_address)
        if parts.scheme == "http":
            return ProxyDecision(None, Message("Plain http stays on this computer and never takes a proxy."))
        if self.mode is ProxyMode.NONE:
            return ProxyDecision(None, Message("The connection takes none."))
        if self.mode is ProxyMode.SYSTEM:
            return _system_route(parts.hostname or "", service_address)
        host, port = _parse(self.address, default_port=None)
        password = self._found_password() if self.user else ""
        return ProxyDecision(Proxy(host, port, self.user, password), Message("The connection names it."))

    def _found_password(self) -> str:
        try:
            return self.password() or ""
        except CredentialError as exc:
            raise PreSendError(
                ProxyError,
                Message("The password of the proxy could not be read"),
                Message(
                    "{reason}. Unlock the keyring, or give the password again in the connection.",
                    reason=exc.title,
                ),
            ) from exc


def check_proxy(fields: Mapping[str, str]) -> Problems:
    """Return all problems of a connection's proxy fields by field name; empty without any.

    Args:
        fields: `serviceAddress`, `proxy` (a value of `ProxyMode`), `proxyAddress` and `proxyUser` to text; missing
            ones count as empty. Only a proxy that the connection names can be wrong.
    """
    if fields.get("proxy") != ProxyMode.MANUAL:
        return {}
    found = {
        "proxyAddress": _check_use(fields.get("serviceAddress", ""))
        or check_proxy_address(fields.get("proxyAddress", "")),
        "proxyUser": check_proxy_user(fields.get("proxyUser", "")),
    }
    return {name: problem for name, problem in found.items() if problem is not None}


def check_proxy_address(text: str) -> Problem | None:
    """Return the problem of a proxy's address, such as ``http://proxy.example.com:8080``, or None.

    Args:
        text: As typed; without a beginning, ``http://`` is meant.
    """
    problem = _address_problem(text)
    if problem is None and _port(text) is None:
        return Problem.of("proxy_port", "Add the port behind a colon, for example :8080.")
    return problem


def check_proxy_user(text: str) -> Problem | None:
    """Return the problem of a proxy's user name, or None; it may be empty."""
    if ":" in text or not text.isprintable():
        return Problem.of(
            "proxy_user", "A proxy's user has no colon and no invisible characters. Remove them."
        )
    return None


def normal_proxy_address(text: str) -> str:
    """Return a proxy's address in its stored form; one with a problem is only stripped."""
    if check_proxy_address(text) is not None:
        return text.strip()
    host, port = _parse(text, default_port=None)
    return f"http://{host}:{port}"


def _check_use(service_address: str) -> Problem | None:
    if normal_address(service_address).startswith("http://"):
        return Problem.of(
            "proxy_plain_http",
            "Plain http stays on this computer and never takes a proxy. Choose “No proxy”.",
        )
    return None


def _system_route(host: str, service_address: str) -> ProxyDecision:
    from requests import compat, utils  # noqa: PLC0415 - slow, and few connections need it

    if is_loopback(f"[{host}]" if ":" in host else host):
        return ProxyDecision(None, Message("The system's proxy is never taken to this computer itself."))
    found = compat.getproxies()
    kind = next((name for name in ("https", "all") if found.get(name)), None)
    if kind is None:
        return ProxyDecision(None, Message("The system names none for https."))
    # Given an exception list, it would write that into the environment for a moment; by itself it only reads.
    if utils.should_bypass_proxies(service_address, no_proxy=None):
        return ProxyDecision(None, Message("The system excludes this service from its proxy (no_proxy)."))
    return ProxyDecision(
        _system_proxy(found[kind], _source(kind)), Message("{source} names it.", source=_source(kind))
    )


def _source(kind: str) -> str:
    """Return where the system's proxy stands: the variable that counts, lower case first, or the settings."""
    for name in (f"{kind}_proxy", f"{kind}_proxy".upper()):
        if os.environ.get(name):
            return name
    return Message("The system settings")


def _system_proxy(value: str, source: str) -> Proxy:
    address, user, password = value.strip(), "", ""
    scheme, separator, rest = address.rpartition("://")
    secrets, at, host = rest.partition("/")[0].rpartition("@")
    if at:
        user, _, password = (unquote(part) for part in secrets.partition(":"))
        address = f"{scheme}{separator}{host}"
    try:
        host, port = _parse(address.rstrip("/"), default_port=SYSTEM_PORT)
    except PreSendError as exc:
        # Said anew without the value, as that may hold a password.
        raise PreSendError(
            ProxyError,
            Message("The system's proxy cannot be used"),
            Message(
                "What {source} says is no http:// proxy. Correct it, or name the proxy in the connection.",
                source=source,
            ),
        ) from exc
    SECRETS.register(password)
    return Proxy(host, port, user, password)


def _parse(text: str, *, default_port: int | None) -> tuple[str, int]:
    port = _port(text) or default_port
    problem = _address_problem(text)
    if problem is not None or port is None:
        raise PreSendError(
            ProxyError,
            Message("The proxy of the connection cannot be used"),
            Message("Its address cannot be understood. Correct it in the connection."),
        )
    # IPv6 goes in brackets, in CONNECT and in what people see.
    host = urlsplit(normal_address(_as_https(text))).netloc
    return (host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host), port


def _address_problem(text: str) -> Problem | None:
    scheme, separator, _rest = text.strip().partition("://")
    if separator and scheme.lower() != "http":
        return Problem("address_scheme", _WORDS["address_scheme"])
    problem = check_address(_as_https(text))
    if problem is None or problem.code not in _WORDS:
        return problem
    return Problem(problem.code, _WORDS[problem.code])


def _as_https(text: str) -> str:
    """Return the address as one of a service, whose rules for hosts and ports hold for proxies, too."""
    text = text.strip()
    return f"https://{text.partition('://')[2]}" if "://" in text else text


def _port(text: str) -> int | None:
    try:
        return urlsplit(f"http://{text.strip().rpartition('://')[2]}").port
    except ValueError:
        return None
