"""Translation of exceptions of the HTTP stack to errors with texts, by whether the request can have arrived.

The stack wraps its exceptions several times over; what counts is what lies beneath, and above all whether a byte
had left by then, which only the exchange knows.
"""

from __future__ import annotations

import ssl

from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
)
from urllib3.exceptions import SSLError as TlsError
from urllib3.util.ssl_match_hostname import CertificateError as OtherNameError

from koodrive.api.error_bodies import CLIENT_CERTIFICATE_REQUIRED, NO_CLIENT_CERTIFICATE
from koodrive.api.responses import CANNOT_BE_READ, MAY_HAVE_BEEN_DONE
from koodrive.core.deadline import CancelledByUserError, DeadlineExceededError
from koodrive.errors import AddressError, CertificateError, KoodriveError, NotSentError, OutcomeUnknownError
from koodrive.messages import Message, sentences
from koodrive.models import Action
from koodrive.network.errors import PreSendError
from koodrive.network.happy_eyeballs import UnreachableError

NOTHING_SENT = Message("Nothing was sent, so nothing was created.")
"""First sentence of the message of every `NotSentError` of a create."""
_NO_DELETE_SENT = Message("Nothing was sent, so nothing was taken back.")


class ResponseTooLargeError(Exception):
    """Raised while reading an answer that is larger than any documented one."""


_NO_SECURE_CONNECTION = Message("No secure connection to the service")
_CHECK_DATE = Message("Check the date of this computer; if it is right, tell the operator of the service.")
_OTHER_NAME = Message(
    "Its certificate is for another name than the service address. Correct the service address; if it is right,"
    " something else answers there."
)
_UNKNOWN_AUTHORITY = Message(
    "This computer does not trust the authority behind its certificate. If it is your company's own, give its CA file"
    " in the connection under Advanced, or have it installed on this computer."
)
_BY_VERIFY_CODE = {
    9: sentences(Message("Its certificate is not valid yet."), _CHECK_DATE),
    10: sentences(Message("Its certificate has expired."), _CHECK_DATE),
    18: Message(
        "Its certificate is self-signed. If the service is your own, choose that certificate as the CA"
        " file in the connection under Advanced."
    ),
    19: _UNKNOWN_AUTHORITY,
    20: _UNKNOWN_AUTHORITY,
    21: _UNKNOWN_AUTHORITY,
    62: _OTHER_NAME,
    64: _OTHER_NAME,
}
"""By X509_V_ERR_* of OpenSSL; other systems have only words of their own."""

_CERTIFICATE_REQUIRED = "TLSV13_ALERT_CERTIFICATE_REQUIRED"
_ALERTS_WITHOUT_CERTIFICATE = frozenset({_CERTIFICATE_REQUIRED, "SSLV3_ALERT_BAD_CERTIFICATE"})
_HANDSHAKE_FAILURE = "SSLV3_ALERT_HANDSHAKE_FAILURE"
"""All that TLS 1.2 says where a client certificate is missing, among other things."""

_Cause = type[BaseException] | tuple[type[BaseException], ...]

_NOT_TAKEN: tuple[type[NotSentError], Message, Message] = (
    NotSentError,
    Message("The service cannot be reached"),
    Message("It did not take the connection. Check the service address and your network, then try again."),
)

# The first row counts of which an exception is found, so the special ones stand above the general ones.
_BEFORE_IT_LEFT: tuple[tuple[_Cause, type[NotSentError], Message, Message], ...] = (
    (
        CancelledByUserError,
        NotSentError,
        Message("Cancelled before it was sent"),
        Message("Try again whenever you like."),
    ),
    (
        NameResolutionError,
        AddressError,
        Message("The host name of the service is not known here"),
        Message("Check the service address of the connection and your network."),
    ),
    (
        ssl.SSLCertVerificationError,
        CertificateError,
        _NO_SECURE_CONNECTION,
        Message(
            "Its certificate could not be verified. Check the service address, and your company's proxy."
        ),
    ),
    # From a context of the caller's that leaves the name to urllib3.
    (OtherNameError, CertificateError, _NO_SECURE_CONNECTION, _OTHER_NAME),
    (
        ssl.SSLEOFError,
        NotSentError,
        _NO_SECURE_CONNECTION,
        Message(
            "The service, or a proxy on the way, ended the connection. Check the service address, then try again."
        ),
    ),
    (
        (TlsError, ssl.SSLError),
        CertificateError,
        _NO_SECURE_CONNECTION,
        Message("What answers there does not speak HTTPS as it should. Check the service address."),
    ),
    # Not a timeout, although urllib3 derives it from one.
    (NewConnectionError, *_NOT_TAKEN),
    (
        (ConnectTimeoutError, ReadTimeoutError, DeadlineExceededError, TimeoutError),
        NotSentError,
        Message("The service cannot be reached"),
        Message("It did not answer in time. Check your network, then try again."),
    ),
    ((ProtocolError, OSError), *_NOT_TAKEN),
    (
        BaseException,
        NotSentError,
        Message("The request could not be sent"),
        Message("Check the connection, then try again."),
    ),
)
_AFTER_IT_LEFT: tuple[tuple[_Cause, Message, Message], ...] = (
    (
        CancelledByUserError,
        Message("Cancelled after it was sent"),
        Message("The service may be working on it."),
    ),
    (
        (DeadlineExceededError, ReadTimeoutError, TimeoutError),
        Message("No answer in time"),
        Message("The service took the request, but its answer did not come."),
    ),
    (
        ResponseTooLargeError,
        Message("No trustworthy answer came back"),
        Message("The answer is larger than any real one."),
    ),
    (DecodeError, Message("No trustworthy answer came back"), Message("The answer could not be unpacked.")),
    (
        BaseException,
        Message("The connection was lost before the answer arrived"),
        Message("The service may have worked on the request."),
    ),
)


def translate_transport_error(
    error: Exception, trace_id: str, *, bytes_sent: bool, action: Action | None, reads: bool
) -> KoodriveError:
    """Return what `error` means.

    Args:
        error: Whatever came out of the HTTP stack. Nothing of it gets into the words: some exceptions hold headers.
        trace_id: The X-Traceid of the request.
        bytes_sent: Whether a byte of the request can have reached the service.
        action: What the request was to do; None for one that reads or signs in.
        reads: Whether the request only reads.

    Returns:
        A `NotSentError` when nothing has left, an `OutcomeUnknownError` otherwise.
    """
    causes = _causes(error)
    if not bytes_sent:
        comfort = _NO_DELETE_SENT if action is Action.DELETE else NOTHING_SENT
        return _not_sent(causes, trace_id, comfort="" if reads else comfort)
    title, reason = next(row[1:] for row in _AFTER_IT_LEFT if _is_among(causes, row[0]))
    if _CERTIFICATE_REQUIRED in _tls_reasons(causes):
        # In TLS 1.3 the request leaves before the server says so.
        title, reason = CLIENT_CERTIFICATE_REQUIRED, NO_CLIENT_CERTIFICATE
    consequence = CANNOT_BE_READ if action is None else MAY_HAVE_BEEN_DONE[action]
    return OutcomeUnknownError(title, sentences(reason, consequence), trace_id=trace_id)


def _not_sent(causes: list[BaseException], trace_id: str, *, comfort: str) -> NotSentError:
    for link in causes:
        if isinstance(link, PreSendError):
            return link.kind(link.title, _with_addresses(comfort, link.advice, causes), trace_id=trace_id)
    kind, title, advice = next(row[1:] for row in _BEFORE_IT_LEFT if _is_among(causes, row[0]))
    if kind is CertificateError and _tls_reasons(causes) & _ALERTS_WITHOUT_CERTIFICATE:
        title, advice = CLIENT_CERTIFICATE_REQUIRED, NO_CLIENT_CERTIFICATE
    elif kind is CertificateError and _HANDSHAKE_FAILURE in _tls_reasons(causes):
        advice = Message(
            "The server ended the handshake. It may want a client certificate, which KooDesk does not"
            " have, or another version of TLS. Ask the operator of the service."
        )
    elif kind is CertificateError:
        codes = (getattr(link, "verify_code", None) for link in causes)
        advice = next((_BY_VERIFY_CODE[code] for code in codes if code in _BY_VERIFY_CODE), advice)
    return kind(title, _with_addresses(comfort, advice, causes), trace_id=trace_id)


def _with_addresses(comfort: str, advice: Message, causes: list[BaseException]) -> Message:
    """Return `comfort`, `advice`, and each address of a host that has several and answers at none."""
    remarks = (link.remark for link in causes if isinstance(link, UnreachableError))
    return sentences(comfort, advice, next(filter(None, remarks), ""))


def _tls_reasons(causes: list[BaseException]) -> set[str | None]:
    """Return the names that OpenSSL has for what went wrong in TLS."""
    return {link.reason for link in causes if isinstance(link, ssl.SSLError)}


def _is_among(causes: list[BaseException], cause: _Cause) -> bool:
    return any(isinstance(link, cause) for link in causes)


def _causes(error: BaseException) -> list[BaseException]:
    """Return `error` and everything that it was raised from, however the HTTP stack tied them together."""
    found: list[BaseException] = []
    queue: list[object] = [error]
    while queue:
        link = queue.pop()
        if isinstance(link, BaseException) and link not in found:
            found.append(link)
            queue += [link.__cause__, link.__context__, getattr(link, "reason", None), *link.args]
    return found
