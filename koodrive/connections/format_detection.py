"""Detection of the form of the `Authorization` header that a service accepts; the API pages contradict each other.

Each form is tried with one read call, the most likely one first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from koodrive.api.auth import AuthorizationFormat, authorization, check_token, clean_token
from koodrive.connections.diagnosis import Cause, cause_of, with_server_text
from koodrive.errors import AuthenticationError, ClockError, InvalidRequestError, KoodriveError
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.api.client import KooDriveClient
    from koodrive.core.deadline import Cancellation

    ClientFor = Callable[[AuthorizationFormat, str], KooDriveClient]

_AT = re.compile("AT[ +]+(?=[^ +])", re.IGNORECASE)
_WORKS = Message("The service accepts the token in this form.")
_TOKEN_REFUSED = Message("The service does not accept the token in this form.")
_USER_REFUSED = Message("The service does not accept the user.")


@dataclass(frozen=True, slots=True)
class FormatAttempt:
    """One form with the service's response to it."""

    format: AuthorizationFormat
    token: str = field(repr=False)
    """The token as it is stored for this form."""
    text: Message

    @property
    def shape(self) -> str:
        """The header's value with an ellipsis for the secret: ``Bearer …``, ``AT …``."""
        scheme = _AT.match(self.token)
        return authorization("AT …" if scheme else "…", self.format)


@dataclass(frozen=True, slots=True)
class FormatDetection:
    """Result of the detection."""

    working_format: AuthorizationFormat | None
    """The form that the service accepts; None where it accepts none, or the detection failed."""
    token: str = field(repr=False)
    """The token as it has to be stored, for example without ``AT``; unchanged where no form works."""
    attempts: tuple[FormatAttempt, ...]
    """In the order in which they were tried."""
    error: KoodriveError | None = None
    """Error that ended the detection or does not concern the token: no network, a wrong address, the user."""


def detect_format(
    client_for: ClientFor, token: str, cancellation: Cancellation | None = None
) -> FormatDetection:
    """Try the forms of a token on a read call, one after the other, until one works; blocks.

    The next form is tried only after a refusal of the token. Not for app signatures, which have no token.

    Args:
        client_for: Makes the client for a form and its token; all clients share a clock.
        token: The access token, as it was pasted.
        cancellation: Ends the detection within a second; the cancelled call becomes the error.
    """
    given = clean_token(token, AuthorizationFormat.AS_IS).token
    problem = check_token(given, AuthorizationFormat.AS_IS)
    if problem is not None:
        error = InvalidRequestError(
            Message("This is not a token"), problem.message, {"Authorization": problem}
        )
        return FormatDetection(None, given, (), error)
    tried: list[FormatAttempt] = []
    user_refused: KoodriveError | None = None
    for form, candidate in candidates(given):
        refusal = _refusal(client_for, form, candidate, cancellation)
        if refusal is None:
            tried.append(FormatAttempt(form, candidate, _WORKS))
            return FormatDetection(form, candidate, tuple(tried))
        if not isinstance(refusal, AuthenticationError) or isinstance(refusal, ClockError):
            return FormatDetection(None, given, tuple(tried), refusal)
        is_user = cause_of(refusal) is Cause.USER
        user_refused = user_refused or (refusal if is_user else None)
        words = with_server_text(_USER_REFUSED if is_user else _TOKEN_REFUSED, refusal)
        tried.append(FormatAttempt(form, candidate, words))
    return FormatDetection(None, given, tuple(tried), user_refused)


def candidates(token: str) -> tuple[tuple[AuthorizationFormat, str], ...]:
    """Return the forms to try, the most likely one first, each with the token as it is stored for it.

    Args:
        token: A cleaned token, with or without a scheme.
    """
    scheme = _AT.match(token)
    if scheme:
        bare = token[scheme.end() :]
        # “AT+” on the pages means the two with a blank between, as the login returns them.
        forms = [(AuthorizationFormat.AS_IS, token), (AuthorizationFormat.AS_IS, f"AT {bare}")]
        forms += [(AuthorizationFormat.BEARER, bare), (AuthorizationFormat.BEARER_PLUS, bare)]
    else:
        bare = clean_token(token, AuthorizationFormat.BEARER).token
        forms = [(AuthorizationFormat.BEARER, bare), (AuthorizationFormat.BEARER_PLUS, bare)]
        forms += [(AuthorizationFormat.AS_IS, bare), (AuthorizationFormat.AS_IS, f"AT {bare}")]
    usable = (form for form in forms if check_token(form[1], form[0]) is None)
    return tuple(dict.fromkeys(usable))


def _refusal(
    client_for: ClientFor, form: AuthorizationFormat, token: str, cancellation: Cancellation | None
) -> KoodriveError | None:
    """Return the service's refusal of `token` in `form`; None where it accepts it."""
    try:
        client = client_for(form, token)
        try:
            client.probe(cancellation)
        except ClockError:
            # The client has learned the service's time from the refusal.
            client.probe(cancellation)
    except KoodriveError as error:
        return error
    return None
