"""What the test of a connection found: from an error of its call to words for people."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from koodrive.api.responses import is_of_user
from koodrive.api.transport_errors import NOTHING_SENT
from koodrive.connections.auth_method import SignInWay
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
)
from koodrive.messages import Sentence


class Finding(StrEnum):
    """What the test of a connection found."""

    FINE = "fine"
    """The service accepts the token, or the app's signature, and the user."""
    ADDRESS = "address"
    """The host name is not known, or something else than KooDrive answers there."""
    CERTIFICATE = "certificate"
    """No secure connection could be set up."""
    PROXY = "proxy"
    """The proxy cannot be used or reached, or does not let the request through."""
    NO_NETWORK = "no_network"
    """Nothing answered, or not in time."""
    TOKEN = "token"  # noqa: S105 - the name of a finding
    """The token, or the app's signature, was refused."""
    USER = "user"
    """The user was refused."""
    CLOCK = "clock"
    """The time of the request was refused, also with the service's own time."""
    SERVICE = "service"
    """The service answered something else, in its own words."""
    CANCELLED = "cancelled"
    """Somebody stopped the test."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the test of a connection found, in words for people."""

    finding: Finding
    title: Sentence
    message: Sentence
    """What it means and what to do."""
    remark: Sentence | None = None
    """Something else that people should know: that the clock of this computer is wrong."""


FINE = Verdict(
    Finding.FINE,
    Sentence("The connection works"),
    Sentence("The service accepts the token and the user."),
)
FINE_SIGNED = Verdict(FINE.finding, FINE.title, Sentence("The service accepts the signature and the user."))
CANCELLED = Verdict(
    Finding.CANCELLED,
    Sentence("The test was stopped"),
    Sentence("Nothing was changed. Test again whenever you like."),
)


_BY_KIND: tuple[tuple[type[KoodriveError], Finding], ...] = (
    (ClockError, Finding.CLOCK),
    (AddressError, Finding.ADDRESS),
    (RedirectedError, Finding.ADDRESS),
    (ForeignAnswerError, Finding.ADDRESS),
    (CertificateError, Finding.CERTIFICATE),
    (ProxyError, Finding.PROXY),
    (NotSentError, Finding.NO_NETWORK),
    (RateLimitedError, Finding.SERVICE),
)
_BY_CODE = {
    "401": Finding.TOKEN,
    "403": Finding.USER,
    "13000410": Finding.USER,
    **{f"{prefix}.010{digit}": Finding.ADDRESS for prefix in ("APIG", "APIGW") for digit in range(1, 7)},
}
_BY_STATUS = {401: Finding.TOKEN, 403: Finding.USER}


def finding_of(error: KoodriveError) -> Finding:
    """Return what the error of a call that only reads tells of a connection."""
    for kind, finding in _BY_KIND:
        if isinstance(error, kind):
            return finding
    if error.status is None:
        return Finding.NO_NETWORK
    if error.status >= 500:
        return Finding.SERVICE
    # A service that names the header has judged the user, whatever number it gives to that.
    if is_of_user(error):
        return Finding.USER
    found = _BY_CODE.get(error.code or "") or _BY_STATUS.get(error.status)
    if found is not None:
        return found
    # KooDrive and its gateway always give a code; a web page, a proxy or another service does not.
    return Finding.ADDRESS if error.code is None else Finding.SERVICE


_TITLES = {
    Finding.USER: Sentence("The service does not accept the user"),
    Finding.CLOCK: Sentence("The service does not accept the time of the request"),
}
_ADVICE = {
    Finding.NO_NETWORK: Sentence(
        "No answer could be had from this address. Check your network and the service address, then test again."
    ),
    Finding.USER: Sentence(
        "Check the user ID: the one on KooDrive is meant, not the carrier's own. If it is right, the user may"
        " lack the permission."
    ),
}
_TOKEN_REFUSED = Sentence("The service does not accept the token")
_REFUSED_WITH = {
    SignInWay.TOKEN: (
        _TOKEN_REFUSED,
        Sentence(
            "It is wrong, has expired, or goes out in the wrong form. Paste a fresh token, or press Find out: that"
            " tries the authorization formats."
        ),
    ),
    SignInWay.ACCOUNT: (
        _TOKEN_REFUSED,
        Sentence("The session has expired. Type the password and sign in again."),
    ),
    SignInWay.APP_KEY: (
        Sentence("The service does not accept the signature"),
        Sentence("Check the AppId and the AppSecret. If they are right, the app may lack the permission."),
    ),
}
"""What happened and what to do, for each way to sign in."""
_NO_KOODRIVE = Sentence("This address does not offer KooDrive")
_ANOTHER_SERVICE = Sentence(
    "Something else answers there. Correct the service address; if it is right, check whether your network"
    " wants you to sign in first."
)
_NAME_NOT_KNOWN = Sentence("Correct the service address, or check that this computer has a network.")
_REDIRECTED = Sentence("The token was not sent on to the other address. Correct the service address.")
_REFUSED = Sentence("The service is there, but did not answer the test. Its support can tell more.")


def verdict_of(error: KoodriveError, way: SignInWay = SignInWay.TOKEN) -> Verdict:
    """Return what the error of a call that only reads tells of a connection, in words for people.

    Args:
        error: What the call raised.
        way: How the connection signs in, which decides what can be done about a refusal.
    """
    finding = finding_of(error)
    if finding is Finding.TOKEN:
        title, advice = _REFUSED_WITH[way]
        return Verdict(finding, title, with_server_words(advice, error))
    if finding is Finding.ADDRESS:
        return _address_verdict(error)
    if finding is Finding.CLOCK:
        return Verdict(finding, _TITLES[finding], _clock_stays_wrong(error))
    if finding is Finding.SERVICE:
        return Verdict(finding, error.title, with_server_words(_service_advice(error), error))
    if finding in (Finding.CERTIFICATE, Finding.PROXY):
        return Verdict(finding, error.title, _without_comfort(error.message))
    title = _TITLES.get(finding, error.title)
    return Verdict(finding, title, with_server_words(_ADVICE[finding], error))


def _address_verdict(error: KoodriveError) -> Verdict:
    if isinstance(error, AddressError):
        return Verdict(Finding.ADDRESS, error.title, _NAME_NOT_KNOWN)
    if isinstance(error, RedirectedError):
        return Verdict(Finding.ADDRESS, error.title, _REDIRECTED)
    if isinstance(error, ForeignAnswerError):
        return Verdict(Finding.ADDRESS, error.title, error.message)
    return Verdict(Finding.ADDRESS, _NO_KOODRIVE, with_server_words(_ANOTHER_SERVICE, error))


def _without_comfort(message: Sentence) -> Sentence:
    """Leave out that nothing was made: nobody expects that of a test."""
    return Sentence(message.template.removeprefix(f"{NOTHING_SENT} "), **message.values)


def _service_advice(error: KoodriveError) -> Sentence:
    if isinstance(error, RateLimitedError):
        return Sentence("Wait {seconds} seconds, then test again.", seconds=round(error.retry_after))
    return error.message if isinstance(error, OutcomeUnknownError) else _REFUSED


def clock_is_wrong(error: ClockError) -> Sentence | None:
    """Return, for a refusal because of the time, how far the clock is off.

    None where the clock is right, and only what had been learned before was not.
    """
    if "minutes" not in error.message.values:
        return None
    return Sentence(
        "The clock of this computer is wrong by {minutes} min {seconds} s. KooDesk goes by the service's;"
        " set yours right when you can.",
        **_how_far(error),
    )


def _clock_stays_wrong(error: KoodriveError) -> Sentence:
    if "minutes" not in error.message.values:
        return error.message
    return Sentence(
        "The clock of this computer is wrong by {minutes} min {seconds} s, and going by the service's did"
        " not help. Set the clock right, then test again.",
        **_how_far(error),
    )


def _how_far(error: KoodriveError) -> dict[str, object]:
    return {unit: error.message.values[unit] for unit in ("minutes", "seconds")}


def with_server_words(advice: Sentence, error: KoodriveError) -> Sentence:
    """Return `advice` and, where the service said something, that behind it."""
    words = error.server_words
    if words is None:
        return advice
    return Sentence(
        f"{advice.template} The service says: {{words}} (code {{code}}, HTTP {{status}}).",
        **{**advice.values, "words": words, "code": error.code or "–", "status": error.status},
    )
