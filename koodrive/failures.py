"""What a failure of the HTTP stack means for a request: words for people, and whether it can have arrived.

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

from koodrive.answers import CANNOT_BE_READ, MAY_HAVE_BEEN_MADE
from koodrive.deadline import CancelledByUserError, DeadlineExceededError
from koodrive.errors import (
    AddressError,
    CertificateError,
    KoodriveError,
    NotSentError,
    OutcomeUnknownError,
)
from koodrive.wording import Sentence


class AnswerTooLargeError(Exception):
    """Raised while reading an answer that is larger than any documented one."""


_Cause = type[BaseException] | tuple[type[BaseException], ...]

_NOT_TAKEN: tuple[type[NotSentError], str, str] = (
    NotSentError,
    "The service cannot be reached",
    "It did not take the connection. Check the service address and your network, then send it again.",
)

# The first row counts of which an exception is found, so the special ones stand above the general ones.
_BEFORE_IT_LEFT: tuple[tuple[_Cause, type[NotSentError], str, str], ...] = (
    (CancelledByUserError, NotSentError, "Cancelled before it was sent", "Send it whenever you like."),
    (
        NameResolutionError,
        AddressError,
        "The host name of the service is not known here",
        "Check the service address of the connection and your network.",
    ),
    (
        ssl.SSLCertVerificationError,
        CertificateError,
        "No secure connection to the service",
        "Its certificate could not be verified. Check the service address, and your company's proxy.",
    ),
    (
        (TlsError, ssl.SSLError),
        NotSentError,
        "No secure connection to the service",
        "What answers there does not speak HTTPS as it should. Check the service address.",
    ),
    # Not a timeout, although urllib3 derives it from one.
    (NewConnectionError, *_NOT_TAKEN),
    (
        (ConnectTimeoutError, ReadTimeoutError, DeadlineExceededError, TimeoutError),
        NotSentError,
        "The service cannot be reached",
        "It did not answer in time. Check your network, then send it again.",
    ),
    ((ProtocolError, OSError), *_NOT_TAKEN),
    (
        BaseException,
        NotSentError,
        "The request could not be sent",
        "Check the connection, then send it again.",
    ),
)
_AFTER_IT_LEFT: tuple[tuple[_Cause, str, str], ...] = (
    (CancelledByUserError, "Cancelled after it was sent", "The service may be working on it."),
    (
        (DeadlineExceededError, ReadTimeoutError),
        "No answer in time",
        "The service took the request, but its answer did not come.",
    ),
    (AnswerTooLargeError, "No trustworthy answer came back", "The answer is larger than any real one."),
    (DecodeError, "No trustworthy answer came back", "The answer could not be unpacked."),
    (
        BaseException,
        "The connection broke before the answer was there",
        "The service may have worked on the request.",
    ),
)


def failure(error: Exception, trace_id: str, *, has_left: bool, creates: bool) -> KoodriveError:
    """Return what `error` means.

    Args:
        error: Whatever came out of the HTTP stack. Nothing of it gets into the words: some exceptions hold headers.
        trace_id: The X-Traceid of the request.
        has_left: Whether a byte of the request can have reached the service.
        creates: Whether the request was a create.

    Returns:
        A `NotSentError` when nothing has left, an `OutcomeUnknownError` otherwise.
    """
    causes = _causes(error)
    if not has_left:
        kind, title, advice = next(row[1:] for row in _BEFORE_IT_LEFT if _is_among(causes, row[0]))
        return kind(
            Sentence(title), Sentence(f"Nothing was sent, so nothing was made. {advice}"), trace_id=trace_id
        )
    title, reason = next(row[1:] for row in _AFTER_IT_LEFT if _is_among(causes, row[0]))
    consequence = MAY_HAVE_BEEN_MADE if creates else CANNOT_BE_READ
    return OutcomeUnknownError(Sentence(title), Sentence(f"{reason} {consequence}"), trace_id=trace_id)


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
