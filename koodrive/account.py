"""Signing in with an account and a password, and renewing the session afterwards.

Follows Login and RefreshToken (KOODRIVE.md, 2.3). Neither is repeated by itself: a second login may lock an
account, and a refresh may have made the old tokens worthless.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from koodrive import wire
from koodrive.answers import accepted, distrust, id_in, text_in
from koodrive.callers import Newcomer, SessionHolder
from koodrive.redaction import KNOWN
from koodrive.session_tokens import SessionTokens, SignedIn
from koodrive.transport import Call, Transport
from koodrive.wording import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.answers import Answer
    from koodrive.callers import Caller
    from koodrive.deadline import Cancellation

    TransportFor = Callable[[Caller], Transport]

_BY_PASSWORD = "1"  # noqa: S105 - the number of a way to sign in
_USUAL_SECONDS = 1800
"""How long a token lives by the documented example, where an answer does not say."""


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
        transport_for: Makes the way to the service for who sends.
        agent_name: The carrier.
        account: The account's name or its mobile number.
        password: The password; it is sent and not kept, and becomes part of no message and no error.
        cancellation: Ends the wait within a second.

    Raises:
        NotSentError: When the service cannot be reached.
        RefusedError: When it does not let this account in.
        OutcomeUnknownError: When no trustworthy answer came.
    """
    KNOWN.learn(password)
    body = json.dumps({"account": account, "authType": _BY_PASSWORD, "password": password})
    transport = transport_for(Newcomer(agent_name, password))
    return transport.carry(Call("POST", wire.LOGIN, body=body), wire.new_trace_id(), cancellation, _signed_in)


def refresh(
    transport_for: TransportFor, tokens: SessionTokens, cancellation: Cancellation | None = None
) -> SessionTokens:
    """Renew a session (RefreshToken) and return its new tokens; whether the old ones still work is not documented.

    Args:
        transport_for: As for `log_in`.
        tokens: The present ones.
        cancellation: Ends the wait within a second.

    Raises:
        NotSentError: When the service cannot be reached.
        RefusedError: When the session cannot be renewed any more.
        OutcomeUnknownError: When no trustworthy answer came.
    """
    body = json.dumps({"refreshToken": tokens.refresh_token})
    transport = transport_for(SessionHolder(tokens.access_token, tokens.refresh_token))
    return transport.carry(
        Call("POST", wire.REFRESH_TOKEN, body=body), wire.new_trace_id(), cancellation, _refreshed
    )


def _signed_in(answer: Answer) -> SignedIn:
    data = _data(answer)
    user = data.get("userInfo")
    if not isinstance(user, dict):
        distrust(answer, Sentence("It does not say who has signed in."))
    return SignedIn(id_in(answer, user, "userId"), _tokens(answer, data.get("sessionInfo")))


def _refreshed(answer: Answer) -> SessionTokens:
    data = _data(answer)
    # The table of the page has the tokens in `data` itself, its example one level deeper.
    return _tokens(answer, data.get("sessionInfo", data))


def _data(answer: Answer) -> dict[str, Any]:
    data = accepted(answer).get("data")
    if not isinstance(data, dict):
        distrust(answer, Sentence("The part “data” of the answer has another form than documented."))
    return data


def _tokens(answer: Answer, session: object) -> SessionTokens:
    if not isinstance(session, dict):
        distrust(answer, Sentence("There are no tokens in it."))
    access_token, refresh_token = text_in(session, "accessToken"), text_in(session, "refreshToken")
    if not access_token or not refresh_token or not (access_token + refresh_token).isprintable():
        distrust(answer, Sentence("There are no tokens in it."))
    KNOWN.learn(access_token)
    KNOWN.learn(refresh_token)
    seconds = _number(session, "expiresIn")
    issued = _number(session, "issuedAt")
    return SessionTokens(
        access_token=access_token,
        refresh_token=refresh_token,
        issued_at=datetime.fromtimestamp(issued / 1000, UTC) if issued else datetime.now(UTC),
        expires_in=timedelta(seconds=seconds or _USUAL_SECONDS),
    )


def _number(session: dict[str, Any], name: str) -> int | None:
    text = text_in(session, name)
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 15 else None
