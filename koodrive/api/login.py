"""Signing in with an account and a password, and renewing the session afterwards.

Follows Login and RefreshToken. Neither is repeated by itself: a second login may lock an
account, and a refresh may have made the old tokens worthless.
"""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from koodrive.api import serialization
from koodrive.api.auth import check_user_id
from koodrive.api.auth_headers import LoginAuth, RefreshAuth
from koodrive.api.error_bodies import CODE_NAMES, NESTED, WORDS_NAMES
from koodrive.api.login_errors import LoginTexts, translate_login_error
from koodrive.api.responses import get_number, get_text, reject_response, require_success
from koodrive.api.tokens import SessionTokens, SignedIn, is_token, secrets_in
from koodrive.api.transport import ApiRequest, Transport
from koodrive.errors import KoodriveError
from koodrive.logs.redaction import SECRETS
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from koodrive.api.auth_headers import Auth
    from koodrive.api.responses import ApiResponse
    from koodrive.core.deadline import Cancellation

    TransportFor = Callable[[Auth], Transport]

_LEFT_OUT = b"[left out]"
_SECRET_KEYS = frozenset({"accesstoken", "refreshtoken"})
_MOST_SECRETS = 8
"""A real answer has two; each one more makes every line of the log slower to write."""


def strip_secrets(answer: ApiResponse) -> ApiResponse:
    """Return `answer` reduced to its code and text, so that errors about it hold no secret.

    Args:
        answer: Of a call whose answer holds secrets. They are known to `koodrive.logs.redaction.SECRETS` afterwards.
    """
    payload = answer.payload
    if payload is None:
        # A web page is something else than no answer at all.
        return dataclasses.replace(answer, body=_LEFT_OUT if answer.body.strip() else b"")
    for token in islice(_tokens_in(payload), _MOST_SECRETS):
        for secret in secrets_in(token):
            SECRETS.register(secret)
    kept = _kept(payload)
    if isinstance(payload.get(NESTED), dict):
        kept[NESTED] = _kept(payload[NESTED])
    return dataclasses.replace(answer, body=json.dumps(kept).encode())


def _tokens_in(payload: dict[str, Any]) -> Iterator[str]:
    """Yield the tokens, wherever the service has put them."""
    queue: list[Any] = [payload]
    while queue:
        value = queue.pop()
        if isinstance(value, list):
            queue += value
        elif isinstance(value, dict):
            queue += value.values()
            for name, token in value.items():
                if name.lower() in _SECRET_KEYS and isinstance(token, str):
                    yield token


def _kept(part: dict[str, Any]) -> dict[str, Any]:
    return {name: _shown(part[name]) for name in (*CODE_NAMES, *WORDS_NAMES) if name in part}


def _shown(value: object) -> object:
    if isinstance(value, str):
        return SECRETS.redact(value)
    # Anything else is neither a code nor words; it stays something that is there and cannot be read.
    return value if value is None or type(value) is int else {}


T = TypeVar("T")

_BY_PASSWORD = "1"  # noqa: S105 - the number of a way to sign in
_USUAL_LIFE = timedelta(seconds=1800)
"""Of the documented example, for an answer that does not say."""
_LONGEST_LIFE = timedelta(days=366)
_CLOCKS_APART = timedelta(minutes=5)
"""Tolerated difference between the clocks of two computers of one service."""

_MOST_DIGITS = 13
"""In milliseconds they reach beyond the year 2200, and no type of time overflows with them."""
_NO_TOKENS = Message("There are no tokens in it.")
_RENEWAL = LoginTexts(
    refused=Message("The service no longer renews the session"),
    advice=Message("Nothing was changed. Sign in again."),
    lost=Message(
        "It is not known whether the session was renewed. KooDesk keeps the tokens that it has; if the"
        " service no longer accepts them, sign in again."
    ),
)


def log_in(
    transport_for: TransportFor,
    *,
    agent_name: str,
    account: str,
    password: str,
    cancellation: Cancellation | None = None,
) -> SignedIn:
    """Sign in (Login) and return who that is, with the tokens of the session.

    Args:
        transport_for: Makes the transport for an `Auth`.
        agent_name: The carrier.
        account: The account's name or its mobile number.
        password: The password; it is sent and not kept, and becomes part of no message and no error.
        cancellation: Ends the wait within a second.

    Raises:
        NotSentError: When the service cannot be reached.
        AuthenticationError: When it does not let this account in.
        RefusedError: When it refuses the request for another reason.
        OutcomeUnknownError: When no trustworthy answer came.
    """
    words = LoginTexts(
        refused=Message("The service did not accept this account and password"),
        advice=Message(
            "You are not signed in. Check the account, the password and the name of the carrier ({agent}), then try"
            " again. Many wrong tries may lock the account.",
            agent=agent_name,
        ),
        lost=Message("You are not signed in. Try again, or check the service address of the connection."),
    )
    body = json.dumps({"account": account, "authType": _BY_PASSWORD, "password": password})
    with SECRETS.registered(password):
        try:
            transport = transport_for(LoginAuth(agent_name))
            return _send(
                transport, ApiRequest("POST", serialization.LOGIN, body=body), cancellation, _signed_in, words
            )
        except KoodriveError as error:
            # Its words are free of the password by now.
            expected = error
    raise expected


def refresh(
    transport_for: TransportFor, tokens: SessionTokens, cancellation: Cancellation | None = None
) -> SessionTokens:
    """Renew a session (RefreshToken) and return its new tokens; whether the old ones still work is not documented.

    Args:
        transport_for: Makes the transport for an `Auth`.
        tokens: The present ones.
        cancellation: Ends the wait within a second.

    Raises:
        NotSentError: When the service cannot be reached.
        AuthenticationError: When the session cannot be renewed any more.
        RefusedError: When it refuses the request for another reason.
        OutcomeUnknownError: When no trustworthy answer came.
    """

    def refreshed(answer: ApiResponse, now: datetime) -> SessionTokens:
        safe, data = _data(answer)
        session = data.get("sessionInfo")
        # The table of the page has the tokens in `data` itself, its example one level deeper.
        return _tokens(safe, session if isinstance(session, dict) else data, now, tokens.refresh_token)

    body = json.dumps({"refreshToken": tokens.refresh_token})
    transport = transport_for(RefreshAuth(tokens.access_token))
    return _send(
        transport,
        ApiRequest("POST", serialization.REFRESH_TOKEN, body=body),
        cancellation,
        refreshed,
        _RENEWAL,
    )


def _send(
    transport: Transport,
    call: ApiRequest,
    cancellation: Cancellation | None,
    read: Callable[[ApiResponse, datetime], T],
    words: LoginTexts,
) -> T:
    """Send `call` once, and say what went wrong in words that speak of signing in.

    `read` gets the answer and the service's time.
    """
    try:
        return transport.send(
            call,
            serialization.new_trace_id(),
            cancellation,
            lambda answer: read(answer, transport.clock.now()),
        )
    except KoodriveError as error:
        translated = translate_login_error(error, words)
    # Raised out here to have no context: the first error says something else.
    raise translated


def _signed_in(answer: ApiResponse, now: datetime) -> SignedIn:
    safe, data = _data(answer)
    user = data.get("userInfo")
    user_id = get_text(user, "userId") if isinstance(user, dict) else None
    if not user_id or check_user_id(user_id) is not None:
        reject_response(safe, Message("It does not say who signed in."))
    return SignedIn(user_id, _tokens(safe, data.get("sessionInfo"), now))


def _data(answer: ApiResponse) -> tuple[ApiResponse, dict[str, Any]]:
    """Return the answer as errors may show it, and the part of it that has the secrets."""
    safe = strip_secrets(answer)
    require_success(safe)
    data = (answer.payload or {}).get("data")
    if not isinstance(data, dict):
        reject_response(safe, Message("The part “data” of the answer has another form than documented."))
    return safe, data


def _tokens(safe: ApiResponse, session: object, now: datetime, old_refresh_token: str = "") -> SessionTokens:
    if not isinstance(session, dict):
        reject_response(safe, _NO_TOKENS)
    access_token = get_text(session, "accessToken") or ""
    # Who says nothing of a new refresh token leaves the old one valid (RFC 6749, section 6).
    refresh_token = get_text(session, "refreshToken") or old_refresh_token
    if not is_token(access_token) or not is_token(refresh_token):
        reject_response(safe, _NO_TOKENS)
    seconds = get_number(session, "expiresIn", _MOST_DIGITS)
    expires_in = timedelta(seconds=seconds) if seconds else _USUAL_LIFE
    if expires_in > _LONGEST_LIFE:
        expires_in = _USUAL_LIFE
    tokens = SessionTokens(access_token, refresh_token, _issued_at(session, expires_in, now), expires_in)
    for secret in tokens.secrets:
        SECRETS.register(secret)
    return tokens


def _issued_at(session: dict[str, Any], expires_in: timedelta, now: datetime) -> datetime:
    """Return when the token was issued; what is not said, or cannot be, is taken for `now`."""
    milliseconds = get_number(session, "issuedAt", _MOST_DIGITS)
    if milliseconds is None:
        return now
    issued_at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    return issued_at if now - expires_in < issued_at <= now + _CLOCKS_APART else now
