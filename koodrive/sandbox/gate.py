"""Who calls? The forms of the header Authorization that the sandbox takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from koodrive.sandbox import exchange
from koodrive.sandbox.exchange import RefusalError, business_error
from koodrive.sandbox.signature import ALGORITHM, is_signed
from koodrive.sandbox.tokens import SESSION_SCHEME

if TYPE_CHECKING:
    from koodrive.sandbox.exchange import ReceivedRequest
    from koodrive.sandbox.tokens import Tokens

FORMATS: Final = frozenset({"bearer", "bearer_plus", "as_is", "at", "app_signature"})
_PREFIXES: Final = {"bearer": "Bearer ", "bearer_plus": "Bearer+", "at": SESSION_SCHEME, "as_is": ""}
_PLUS_SCHEME: Final = "AT+"
_WRONG_TOKEN: Final = "The access token in Authorization is missing, wrong or has expired."  # noqa: S105 - a sentence
_WRONG_SIGNATURE: Final = "The signature in Authorization is not that of this request."


class Gate:
    """Lets in who has a good token or a right signature, in a form that is accepted.

    Args:
        tokens: The tokens that were given out.
    """

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._accepted = FORMATS

    def accept_only(self, formats: frozenset[str]) -> None:
        """Take these of `FORMATS` from now on, and no others."""
        self._accepted = formats

    def let_in(self, request: ReceivedRequest) -> None:
        """Check the header Authorization of a call of the business of KooDrive.

        Raises:
            RefusalError: When it is not accepted.
        """
        authorization = _authorization(request)
        if authorization.startswith(ALGORITHM):
            if "app_signature" not in self._accepted or not is_signed(authorization, request):
                raise unauthenticated(_WRONG_SIGNATURE)
        elif not self._is_fixed(authorization) and not self._is_session(authorization):
            raise unauthenticated(_WRONG_TOKEN)

    def session_token(self, request: ReceivedRequest) -> str:
        """Give the access token with which a session is to be renewed or ended; it may have expired.

        Raises:
            RefusalError: When the header Authorization has none.
        """
        token = _as_returned(_authorization(request))
        if not self._tokens.is_known_session(token):
            raise unauthenticated(_WRONG_TOKEN)
        return token

    def _is_fixed(self, authorization: str) -> bool:
        fixed = self._tokens.fixed()
        return any(
            authorization == prefix + token
            for form, prefix in _PREFIXES.items()
            if form in self._accepted
            for token in fixed
        )

    def _is_session(self, authorization: str) -> bool:
        # As Login returns it, such a token is both: as it is, and with its scheme.
        forms = {"at"} if authorization.startswith(_PLUS_SCHEME) else {"at", "as_is"}
        return bool(forms & self._accepted) and self._tokens.is_good_session(_as_returned(authorization))


def unauthenticated(message: str) -> RefusalError:
    """Give the error for somebody who is not let in."""
    return RefusalError(business_error(401, exchange.NOT_AUTHENTICATED, message))


def _authorization(request: ReceivedRequest) -> str:
    values = request.headers.get_all("Authorization", [])
    if len(values) != 1:
        raise unauthenticated(_WRONG_TOKEN)
    return str(values[0])


def _as_returned(authorization: str) -> str:
    if authorization.startswith(_PLUS_SCHEME):
        return SESSION_SCHEME + authorization.removeprefix(_PLUS_SCHEME)
    return authorization
