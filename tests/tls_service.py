"""A service behind TLS with certificates of a private authority, for the tests of trust and of proxies."""

from __future__ import annotations

import ssl
from contextlib import contextmanager
from typing import TYPE_CHECKING

from scripted_server import Script, ScriptedServer, reply

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

    import trustme

CREATED = b'{"albumId": "1805929618625036417", "code": 0, "msg": "Success."}'


def server_context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    """Return a context for the service's side; unlike the default one it heeds no SSLKEYLOGFILE."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


@contextmanager
def tls_service(certificate: trustme.LeafCert, script: Script | None = None) -> Iterator[ScriptedServer]:
    """Run a service that shows `certificate`; its `requests` are the effects that it has had."""
    context = server_context(certificate)

    def wrap(connection: socket.socket) -> socket.socket:
        return context.wrap_socket(connection, server_side=True)

    with ScriptedServer(script or reply(200, CREATED), wrap=wrap) as server:
        yield server


def https(server: ScriptedServer, host: str = "127.0.0.1") -> str:
    """Return the address of a service behind TLS."""
    return f"https://{host}:{server.port}"
