"""TLS trust: authorities of the operating system, and the CA file of a connection.

Verification is on in every context that is made here, and nothing in this app can switch it off.
"""

from __future__ import annotations

import re
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import truststore

from koodrive.errors import CertificateError
from koodrive.messages import Message
from koodrive.network.errors import PreSendError
from koodrive.rules.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

SIZE_CAP_BYTES = 1024 * 1024
"""Far more than all authorities of an operating system together need."""

_CERTIFICATE = "-----BEGIN CERTIFICATE-----"
_PRIVATE_KEY = re.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----")
_NAME_PARTS = ("commonName", "organizationalUnitName", "organizationName")


@dataclass(frozen=True, slots=True)
class Authority:
    """One certificate of an authority."""

    name: str
    expires: datetime
    """An aware datetime."""


@dataclass(frozen=True, slots=True)
class CaFile:
    """A CA file as it was read."""

    text: str
    authorities: tuple[Authority, ...]


class CaFileError(Exception):
    """Raised when a file is no usable CA file; `problem` has the reason."""

    def __init__(self, code: str, message: Message) -> None:
        super().__init__(code)
        self.problem = Problem(code, message)


def read_ca_file(path: str) -> CaFile:
    """Return the authorities of a PEM file; reads the disk.

    Args:
        path: Absolute path of the file.

    Raises:
        CaFileError: When it cannot be read, is too large, holds a private key or no certificate of an authority.
    """
    text = _text_of(path)
    if _PRIVATE_KEY.search(text):
        raise CaFileError(
            "ca_private_key",
            Message(
                "This file holds a private key, which is nobody else's to have. Choose one with certificates only."
            ),
        )
    if _CERTIFICATE not in text:
        raise CaFileError(
            "ca_no_certificate",
            Message(
                "This file holds no certificate in PEM form (“{begin}”). Choose another, or have it converted.",
                begin=_CERTIFICATE,
            ),
        )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        context.load_verify_locations(cadata=text)
    except (ssl.SSLError, ValueError) as exc:
        raise CaFileError(
            "ca_damaged", Message("A certificate in this file is damaged. Get the file again.")
        ) from exc
    authorities = tuple(_authority(certificate) for certificate in context.get_ca_certs())
    if not authorities:
        raise CaFileError(
            "ca_no_authority",
            Message(
                "The certificates in this file may not vouch for others. Ask for the certificate of the authority."
            ),
        )
    return CaFile(text, authorities)


def client_context(ca_file: str = "") -> ssl.SSLContext:
    """Return a context for one TLS connection to a service; reads the disk.

    Args:
        ca_file: A PEM file whose authorities are trusted, too; empty for none.

    Raises:
        PreSendError: When the CA file cannot be used.
    """
    # Unlike ssl.create_default_context, this writes no keys where SSLKEYLOGFILE says.
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # Names stand in subjectAltName alone (RFC 9525, 6.3); without one OpenSSL would go on to the common name.
    context.hostname_checks_common_name = False
    if ca_file:
        try:
            context.load_verify_locations(cadata=read_ca_file(ca_file).text)
        except CaFileError as exc:
            raise PreSendError(
                CertificateError,
                Message("The CA file of the connection cannot be used"),
                Message("{path}: {reason}", path=ca_file, reason=exc.problem.message),
            ) from exc
    return context


def _text_of(path: str) -> str:
    file = Path(path)
    try:
        # A device or a pipe could block, or never end.
        if not file.is_file():
            raise CaFileError(
                "ca_missing", Message("The file is no longer there. Choose another, or put it back.")
            )
        with file.open("rb") as stream:
            content = stream.read(SIZE_CAP_BYTES + 1)
    except (OSError, ValueError) as exc:
        raise CaFileError(
            "ca_unreadable",
            Message(
                "This file cannot be read ({reason}). Check that you may read it.",
                reason=getattr(exc, "strerror", None) or type(exc).__name__,
            ),
        ) from exc
    if len(content) > SIZE_CAP_BYTES:
        raise CaFileError("ca_too_large", Message("This file is too large to be a CA file. Choose another."))
    # Between the certificates stands what people write; only ASCII can be PEM.
    return content.decode("ascii", "replace").replace("\ufffd", "?")


def _authority(certificate: Mapping[str, object]) -> Authority:
    subject = certificate["subject"]
    names = {key: value for part in subject for key, value in part} if isinstance(subject, tuple) else {}
    name = next((names[part] for part in _NAME_PARTS if names.get(part)), "–")
    expires = datetime.fromtimestamp(ssl.cert_time_to_seconds(str(certificate["notAfter"])), UTC)
    return Authority(name, expires)
