"""The variables of the environment that network programs know, and whether this app obeys or ignores each."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from koodrive.network.proxy import ProxyMode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Effect(StrEnum):
    """Effect of a variable in this app."""

    OBEYED = "obeyed"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable that is set; its value stays where it is, as it may hold a password."""

    name: str
    effect: Effect


_PROXIES = frozenset({"HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"})
# OpenSSL looks for the system's authorities there; Windows and macOS have stores of their own.
_TRUST = frozenset({"SSL_CERT_FILE", "SSL_CERT_DIR"})
_ALWAYS_OBEYED = frozenset({"PYTHON_KEYRING_BACKEND", "OPENSSL_CONF"})
_ALWAYS_IGNORED = frozenset(
    {
        "HTTP_PROXY",
        "FTP_PROXY",
        "SOCKS_PROXY",
        "NETRC",
        "REQUESTS_CA_BUNDLE",
        "CURL_CA_BUNDLE",
        "SSLKEYLOGFILE",
        "PYTHONHTTPSVERIFY",
    }
)


def network_variables(
    proxy_mode: ProxyMode, *, environ: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> tuple[Variable, ...]:
    """Return the variables that are set and that some network program would look at, by name.

    Args:
        proxy_mode: Proxy mode of the connection in use.
        environ: The environment.
        platform: As `sys.platform`.
    """
    obeyed = _ALWAYS_OBEYED
    if proxy_mode is ProxyMode.SYSTEM:
        obeyed |= _PROXIES
    if platform not in ("win32", "darwin"):
        obeyed |= _TRUST
    return tuple(
        Variable(name, Effect.OBEYED if name.upper() in obeyed else Effect.IGNORED)
        for name in sorted(_known(environ), key=str.upper)
    )


def _known(environ: Mapping[str, str]) -> Iterator[str]:
    known = _PROXIES | _TRUST | _ALWAYS_OBEYED | _ALWAYS_IGNORED
    # Proxies are written either way; of the others only the upper case counts anywhere.
    return (name for name in environ if name in known or (name.endswith("_proxy") and name.upper() in known))
