"""Rules for service addresses, and their normal form."""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import SplitResult, urlsplit

from koodrive.messages import Message
from koodrive.rules.problems import Problem

KNOWN_ADDRESSES = (
    ("AP-Singapore", "https://intl.myhuaweicloud-koodrive.com"),
    ("CN North-Beijing4", "https://cn.myhuaweicloud-koodrive.com"),
)
"""The documented regions and their addresses; carriers may have others."""

_DEFAULT_PORTS = {"https": 443, "http": 80}
_HOST_LENGTH_LIMIT = 253
_LABEL = re.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_IN_BRACKETS = re.compile(r"\[[^\[\]]+\](:.*)?")
# A last part like this makes operating systems read the whole name as a number, so only a plain IPv4 address may.
_NUMBER = re.compile("[0-9]+|0x[0-9a-f]*")


class _Flaw(Exception):  # noqa: N818 - what is wrong with a text; it never leaves this file
    def __init__(self, code: str, message: Message) -> None:
        super().__init__(code)
        self.problem = Problem(code, message)


def check_address(text: str) -> Problem | None:
    """Return what is wrong with a service address, or None.

    Args:
        text: As typed: ``https://host``, optionally with a port. Plain ``http`` is for this computer only
            (localhost, 127.0.0.0/8, [::1]); a bare host counts as ``http`` there, and as ``https`` elsewhere.
    """
    try:
        _parse(text)
    except _Flaw as flaw:
        return flaw.problem
    return None


def normal_address(text: str) -> str:
    """Return a service address in the form in which it is stored, such as ``https://example.com:8443``.

    Scheme and host are in lower case, other scripts as ASCII (``xn--``), a default port and the last slash gone.

    Args:
        text: As typed. An address with a problem comes back unchanged, without outer blanks.
    """
    try:
        scheme, host, port = _parse(text)
    except _Flaw:
        return text.strip()
    return f"{scheme}://{host}" if port in (None, _DEFAULT_PORTS[scheme]) else f"{scheme}://{host}:{port}"


@lru_cache(maxsize=64)
def _parse(text: str) -> tuple[str, str, int | None]:
    text = text.strip()
    _require_readable(text)
    parts = _split(text if "://" in text else f"https://{text}")
    scheme = parts.scheme
    if scheme not in _DEFAULT_PORTS:
        raise _Flaw(
            "address_scheme", Message("A service address begins with https://. Correct its beginning.")
        )
    if "@" in parts.netloc:
        raise _Flaw(
            "address_user",
            Message("A service address holds no user name or password. Remove everything up to the @."),
        )
    if "?" in text or "#" in text:
        raise _Flaw(
            "address_query",
            Message("A service address ends with the host. Remove everything from the ? or # on."),
        )
    host, port = _ascii_host(parts), _port(parts)
    if parts.path not in ("", "/"):
        raise _Flaw(
            "address_path", Message("A service address ends with the host. Remove “{path}”.", path=parts.path)
        )
    is_here = is_loopback(host)
    if scheme == "http" and not is_here:
        raise _Flaw(
            "address_not_secure",
            Message(
                "With http the token would travel unprotected; that is for this computer only. Write https://."
            ),
        )
    if is_here and "://" not in text:
        # A service on this computer has no certificate as a rule; where it has one, https:// is typed.
        scheme = "http"
    return scheme, host, port


def _require_readable(text: str) -> None:
    if not text:
        raise _Flaw("required", Message("Enter the address of the service."))
    for position, character in enumerate(text, start=1):
        if character.isspace() or not character.isprintable():
            raise _Flaw(
                "address_blank",
                Message(
                    "Character {position} of the address is a space or invisible ({name}). Remove it.",
                    position=position,
                    name=f"U+{ord(character):04X}",
                ),
            )
        if character == "\\":
            raise _Flaw("address_backslash", Message("An address has no backslash. Write / instead."))
    if re.match("https?:(?!//)", text, re.IGNORECASE):
        raise _Flaw("address_scheme", Message("Two slashes are missing: an address begins with https://."))


def _split(text: str) -> SplitResult:
    try:
        return urlsplit(text)
    except ValueError as exc:
        raise _no_host() from exc


def _port(parts: SplitResult) -> int | None:
    try:
        port = parts.port
    except ValueError:
        port = 0
    if port == 0:
        raise _Flaw("address_port", Message("The port behind the colon has to be a number from 1 to 65535."))
    return port


def _ascii_host(parts: SplitResult) -> str:
    host = (parts.hostname or "").lower()
    if "[" in parts.netloc or "]" in parts.netloc:
        if not _IN_BRACKETS.fullmatch(parts.netloc):
            raise _no_host()
        return f"[{_ipv6(host)}]"
    if not host.isascii():
        host = _idna(host)
    labels = host.split(".")
    if len(host) > _HOST_LENGTH_LIMIT or not all(_LABEL.fullmatch(label) for label in labels):
        raise _no_host()
    if _NUMBER.fullmatch(labels[-1]):
        return str(_ipv4(host))
    return host


def _idna(host: str) -> str:
    import idna  # noqa: PLC0415 - its tables cost time, and hardly any host needs them

    try:
        # As `requests` does it, so that the host that is shown is the host that is called.
        return idna.encode(host, uts46=True).decode("ascii")
    except UnicodeError as exc:
        raise _no_host() from exc


def _ipv4(host: str) -> IPv4Address:
    try:
        return IPv4Address(host)
    except AddressValueError as exc:
        raise _no_host() from exc


def _ipv6(host: str) -> IPv6Address:
    try:
        address = IPv6Address(host)
    except AddressValueError as exc:
        raise _no_host() from exc
    if address.scope_id is not None:
        raise _no_host()
    return address


def is_loopback(host: str) -> bool:
    """Return whether a host, as it stands in a normal address, is this computer itself."""
    if host in {"localhost", "[::1]"}:
        return True
    try:
        return IPv4Address(host).is_loopback
    except AddressValueError:
        return False


def _no_host() -> _Flaw:
    return _Flaw(
        "address_host",
        Message("The host cannot be understood. Write it like https://{example}.", example="example.com"),
    )
