"""Diagnosis of a connection test: from the error of its call to a text for the user."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from koodrive.api import error_bodies
from koodrive.api.transport_errors import NOTHING_SENT
from koodrive.clock.server_clock import minutes_and_seconds
from koodrive.connections.auth_method import AuthMethod
from koodrive.errors import (
    AddressError,
    CertificateError,
    ClockError,
    ForeignAnswerError,
    KoodriveError,
    NotSentError,
    OutcomeUnknownError,
    ProxyError,
    RateLimitedError,
    RedirectedError,
    is_user_error,
)
from koodrive.messages import Message, without


class Cause(StrEnum):
    """Causes that the test of a connection finds."""

    FINE = "fine"
    """The service accepts the token, or the app's signature, and the user."""
    ADDRESS = "address"
    """The host name cannot be resolved, or another service than KooDrive answers."""
    CERTIFICATE = "certificate"
    """No secure connection could be set up."""
    PROXY = "proxy"
    """The proxy cannot be used or reached, or does not let the request through."""
    NO_NETWORK = "no_network"
    """Nothing answered, or not in time."""
    TOKEN = "token"  # noqa: S105 - the name of a cause
    """The token, or the app's signature, was refused."""
    USER = "user"
    """The user was refused."""
    CLOCK = "clock"
    """The time of the request was refused, also with the service's own time."""
    SERVICE = "service"
    """The service answered something else, in its own words."""
    CANCELLED = "cancelled"
    """The user stopped the test."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Result of a connection test, with a text for the user."""

    cause: Cause
    title: Message
    message: Message
    """Explanation and advice."""
    remark: Message | None = None
    """Further remark: the clock of this computer is wrong."""


FINE = Diagnosis(
    Cause.FINE,
    Message("The connection works"),
    Message("The service accepts the token and the user."),
)
FINE_SIGNED = Diagnosis(FINE.cause, FINE.title, Message("The service accepts the signature and the user."))
CANCELLED = Diagnosis(
    Cause.CANCELLED,
    Message("The test was stopped"),
    Message("Nothing was changed. Test again whenever you like."),
)


_BY_KIND: tuple[tuple[type[KoodriveError], Cause], ...] = (
    (ClockError, Cause.CLOCK),
    (AddressError, Cause.ADDRESS),
    (RedirectedError, Cause.ADDRESS),
    (ForeignAnswerError, Cause.ADDRESS),
    (CertificateError, Cause.CERTIFICATE),
    (ProxyError, Cause.PROXY),
    (NotSentError, Cause.NO_NETWORK),
    (RateLimitedError, Cause.SERVICE),
)
_BY_CODE = {
    "401": Cause.TOKEN,
    "403": Cause.USER,
    "13000410": Cause.USER,
    **{f"{prefix}.010{digit}": Cause.ADDRESS for prefix in ("APIG", "APIGW") for digit in range(1, 7)},
}
_BY_STATUS = {401: Cause.TOKEN, 403: Cause.USER}


def cause_of(error: KoodriveError) -> Cause:
    """Return the cause behind the error of a call that only reads."""
    for kind, cause in _BY_KIND:
        if isinstance(error, kind):
            return cause
    if error.status is None:
        return Cause.NO_NETWORK
    if error.status >= 500:
        return Cause.SERVICE
    # A service that names the header has judged the user, whatever number it gives to that.
    if is_user_error(error):
        return Cause.USER
    found = _BY_CODE.get(error.code or "") or _BY_STATUS.get(error.status)
    if found is not None:
        return found
    # KooDrive and its gateway always give a code; a web page, a proxy or another service does not.
    return Cause.ADDRESS if error.code is None else Cause.SERVICE


_TITLES = {
    Cause.USER: Message("The service does not accept the user"),
    Cause.CLOCK: Message("The service does not accept the time of the request"),
}
_ADVICE = {
    Cause.NO_NETWORK: Message(
        "No answer could be had from this address. Check your network and the service address, then test again."
    ),
    Cause.USER: Message(
        "Check the user ID: the one on KooDrive is meant, not the carrier's own. If it is right, the user may"
        " lack the permission."
    ),
}
_TOKEN_REFUSED = Message("The service does not accept the token")
_REFUSED_WITH = {
    AuthMethod.TOKEN: (
        _TOKEN_REFUSED,
        Message(
            "It is wrong, has expired, or is sent in the wrong form. Paste a fresh token, or choose"
            " another authorization format."
        ),
    ),
    AuthMethod.ACCOUNT: (
        _TOKEN_REFUSED,
        Message("The session has expired. Type the password and sign in again."),
    ),
    AuthMethod.APP_KEY: (
        Message("The service does not accept the signature"),
        Message("Check the AppId and the AppSecret. If they are right, the app may lack the permission."),
    ),
}
"""Title and advice for a refusal, by sign-in method."""
_NO_KOODRIVE = Message("This address does not offer KooDrive")
_ANOTHER_SERVICE = Message(
    "Something else answers there. Correct the service address; if it is right, check whether your network"
    " wants you to sign in first."
)
_NAME_NOT_KNOWN = Message("Correct the service address, or check that this computer has a network.")
_REDIRECTED = Message("The token was not sent on to the other address. Correct the service address.")
_REFUSED = Message("The service is there, but did not answer the test. Its support can say more.")


def diagnose(error: KoodriveError, auth_method: AuthMethod = AuthMethod.TOKEN) -> Diagnosis:
    """Return the diagnosis for the error of a call that only reads.

    Args:
        error: Exception of the call.
        auth_method: Sign-in method of the connection; the advice for a refusal depends on it.
    """
    cause = cause_of(error)
    if cause is Cause.TOKEN:
        title, advice = _REFUSED_WITH[auth_method]
        return Diagnosis(cause, title, with_server_text(advice, error))
    if cause is Cause.ADDRESS:
        return _address_verdict(error)
    if cause is Cause.CLOCK:
        return Diagnosis(cause, _TITLES[cause], _clock_stays_wrong(error))
    if cause is Cause.SERVICE:
        return Diagnosis(cause, error.title, with_server_text(_service_advice(error), error))
    if cause in (Cause.CERTIFICATE, Cause.PROXY):
        return Diagnosis(cause, error.title, _without_comfort(error.message))
    title = _TITLES.get(cause, error.title)
    return Diagnosis(cause, title, with_server_text(_ADVICE[cause], error))


def _address_verdict(error: KoodriveError) -> Diagnosis:
    if isinstance(error, AddressError):
        return Diagnosis(Cause.ADDRESS, error.title, _NAME_NOT_KNOWN)
    if isinstance(error, RedirectedError):
        return Diagnosis(Cause.ADDRESS, error.title, _REDIRECTED)
    if isinstance(error, ForeignAnswerError):
        return Diagnosis(Cause.ADDRESS, error.title, error.message)
    return Diagnosis(Cause.ADDRESS, _NO_KOODRIVE, with_server_text(_ANOTHER_SERVICE, error))


def _without_comfort(message: Message) -> Message:
    """Remove "nothing was made", which a test does not need to say."""
    return without(message, NOTHING_SENT)


def _service_advice(error: KoodriveError) -> Message:
    if isinstance(error, RateLimitedError):
        return Message("Wait {seconds} seconds, then test again.", seconds=round(error.retry_after))
    return error.message if isinstance(error, OutcomeUnknownError) else _REFUSED


def clock_is_wrong(error: ClockError) -> Message | None:
    """Return the offset of the local clock as text, for a refusal because of the time.

    None where the local clock is right and only the earlier estimate was wrong.
    """
    if error.ahead is None:
        return None
    return Message(
        "The clock of this computer is wrong by {minutes} min {seconds} s. KooDesk goes by the service's;"
        " correct yours when you can.",
        **minutes_and_seconds(error.ahead),
    )


def _clock_stays_wrong(error: KoodriveError) -> Message:
    if not isinstance(error, ClockError) or error.ahead is None:
        return error.message
    return Message(
        "The clock of this computer is wrong by {minutes} min {seconds} s, and going by the service's did"
        " not help. Correct the clock, then test again.",
        **minutes_and_seconds(error.ahead),
    )


def with_server_text(advice: Message, error: KoodriveError) -> Message:
    """Return `advice`, followed by the service's message if there is one."""
    if error.server_text is None:
        return advice
    return error_bodies.with_server_text(advice, error.server_text, error.code, error.status)
