"""The way through an HTTP proxy: connects to it and asks it with CONNECT for a tunnel to the service.

Nothing here is a byte of the request: whatever goes wrong before the tunnel stands, nothing was sent.
"""

from __future__ import annotations

import base64
import re
import socket
from typing import TYPE_CHECKING

from koodrive.errors import ProxyError
from koodrive.messages import Message, listed, sentences
from koodrive.network import happy_eyeballs
from koodrive.network.errors import PreSendError
from koodrive.network.happy_eyeballs import UnreachableError
from koodrive.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.network.proxy import Proxy

MAX_INTERIM_RESPONSES = 50
"""A server that works on something for long sends a 102 every few seconds; the deadline of the call bounds the time."""
_ANSWER_CAP_BYTES = 64 * 1024
_END = b"\r\n\r\n"
_STATUS_LINE = re.compile(rb"HTTP/1\.[0-9] ([0-9]{3})(?:[ \r])")
_SIGN_IN_KINDS = re.compile(rb"^proxy-authenticate:[ \t]*([a-z0-9_-]{1,30})", re.IGNORECASE | re.MULTILINE)

_UNREACHABLE = Message("The proxy cannot be reached")
_NO_TUNNEL = Message("The proxy does not let KooDesk through")
_ANSWERED = Message("{proxy} answered HTTP {status}.")
_CHECK_PROXY = Message("Check the proxy of the connection and your network.")


def connect(proxy: Proxy, seconds: float | None, raise_if_aborted: Callable[[], None]) -> socket.socket:
    """Return a connection to `proxy`, over which `open_tunnel` may ask.

    Args:
        proxy: The proxy.
        seconds: How long connecting may take, and each later step; None for no limit.
        raise_if_aborted: See `koodrive.network.happy_eyeballs.connect`.

    Raises:
        PreSendError: When the proxy cannot be reached.
    """
    try:
        return happy_eyeballs.connect(proxy.host, proxy.port, seconds, raise_if_aborted)
    except socket.gaierror as exc:
        raise _obstacle(
            Message("The host name of the proxy is not known here"),
            Message("{proxy} has no address.", proxy=proxy.address),
            _CHECK_PROXY,
        ) from exc
    except UnreachableError as exc:
        what = Message("{proxy} did not take the connection.")
        if exc.is_timeout:
            what = Message("{proxy} did not answer in time.")
        raise _obstacle(_UNREACHABLE, what.filled(proxy=proxy.address), _CHECK_PROXY) from exc


def open_tunnel(connection: socket.socket, proxy: Proxy, host: str, port: int) -> None:
    """Ask `proxy` by CONNECT for a tunnel to a service; later bytes go to the service.

    Args:
        connection: From `connect`.
        proxy: The proxy.
        host: The service's; an IPv6 address goes without brackets.
        port: The service's.

    Raises:
        PreSendError: When the proxy did not do it.
    """
    try:
        connection.sendall(_question(proxy, f"[{host}]:{port}" if ":" in host else f"{host}:{port}"))
        answer = _answer(connection, proxy)
    except TimeoutError as exc:
        raise _obstacle(
            Message("The proxy did not answer in time"),
            Message("{proxy} took the connection and then said nothing.", proxy=proxy.address),
            _CHECK_PROXY,
        ) from exc
    except OSError as exc:
        raise _obstacle(
            Message("The proxy ended the connection"),
            Message("{proxy} gave no answer.", proxy=proxy.address),
            _CHECK_PROXY,
        ) from exc
    _require_yes(answer, proxy)


def _question(proxy: Proxy, target: str) -> bytes:
    lines = [f"CONNECT {target} HTTP/1.1", f"Host: {target}", f"User-Agent: KooDesk/{VERSION}"]
    if proxy.user:
        secrets = base64.b64encode(f"{proxy.user}:{proxy.password}".encode()).decode("ascii")
        lines.append(f"Proxy-Authorization: Basic {secrets}")
    return "\r\n".join([*lines, "", ""]).encode("ascii")


def _answer(connection: socket.socket, proxy: Proxy) -> bytes:
    """Return the head of the final answer; nothing may follow it, as TLS begins with us."""
    received = b""
    passed = 0
    while _END not in received or _is_interim(received):
        _head, end, rest = received.partition(_END)
        if end:
            passed, received = passed + 1, rest
            if passed > MAX_INTERIM_RESPONSES:
                raise _not_a_proxy(proxy)
            continue
        chunk = connection.recv(4096)
        if not chunk and not received:
            raise ConnectionError
        received += chunk
        if (
            not chunk
            or len(received) > _ANSWER_CAP_BYTES
            or not received.startswith(b"HTTP/"[: len(received)])
        ):
            raise _not_a_proxy(proxy)
    return received


def _is_interim(answer: bytes) -> bool:
    """Return whether `answer` begins with an interim answer, which is passed over (RFC 9110, section 15.2)."""
    found = _STATUS_LINE.match(answer)
    return found is not None and found[1][:1] == b"1" and found[1] != b"101"


def _require_yes(answer: bytes, proxy: Proxy) -> None:
    head, _, rest = answer.partition(_END)
    found = _STATUS_LINE.match(head + b"\r")
    status = int(found[1]) if found else 0
    if 200 <= status < 300 and not rest:
        return
    if status == 407:
        raise _sign_in(head, proxy)
    if status == 403:
        raise _obstacle(
            _NO_TUNNEL,
            Message(
                "{proxy} forbids this service. Ask its operator to allow the service address.",
                proxy=proxy.address,
            ),
        )
    if status in (502, 503, 504):
        raise _obstacle(
            Message("The proxy could not reach the service"),
            _ANSWERED.filled(proxy=proxy.address, status=status),
            Message("Check the service address, then try again."),
        )
    if status >= 300:
        raise _obstacle(_NO_TUNNEL, _ANSWERED.filled(proxy=proxy.address, status=status), _CHECK_PROXY)
    raise _not_a_proxy(proxy)


def _sign_in(head: bytes, proxy: Proxy) -> PreSendError:
    kinds = [kind.decode("ascii") for kind in _SIGN_IN_KINDS.findall(head)]
    if kinds and "basic" not in {kind.lower() for kind in kinds}:
        return _obstacle(
            Message("The proxy wants a kind of sign-in that KooDesk does not know"),
            Message(
                "{proxy} offers {kinds}; KooDesk knows Basic. Ask its operator for another way.",
                proxy=proxy.address,
                kinds=listed(*kinds),
            ),
        )
    if proxy.user:
        return _obstacle(
            Message("The proxy does not accept the user and password"),
            Message("{proxy} refused them. Correct them in the connection.", proxy=proxy.address),
        )
    return _obstacle(
        Message("The proxy requires a user and password"),
        Message("{proxy} does not work without. Enter them in the connection.", proxy=proxy.address),
    )


def _not_a_proxy(proxy: Proxy) -> PreSendError:
    return _obstacle(
        Message("What answers at the proxy's address is no HTTP proxy"),
        Message(
            "{proxy} answers in another way. Check the address and the port of the proxy.",
            proxy=proxy.address,
        ),
    )


def _obstacle(title: Message, *advice: Message) -> PreSendError:
    return PreSendError(ProxyError, title, sentences(*advice))
