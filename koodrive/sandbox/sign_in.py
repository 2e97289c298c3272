"""Login, refresh and logout; these three calls return `code` as text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from koodrive.sandbox.auth import unauthenticated
from koodrive.sandbox.identity import SANDBOX_ACCOUNT, SANDBOX_AGENT, SANDBOX_PASSWORD, SANDBOX_USER_ID
from koodrive.sandbox.messages import json_response

if TYPE_CHECKING:
    from koodrive.sandbox.admission import AdmittedRequest
    from koodrive.sandbox.auth import SessionTokens, Tokens
    from koodrive.sandbox.messages import Response

PATHS: Final = "/koodrive/ose/v1/auth/"
"""Prefix of their paths."""
_BY_PASSWORD: Final = "1"  # noqa: S105 - the number of a way to sign in
_USER: Final = {
    "userId": SANDBOX_USER_ID,
    "firstname": "Thandi",
    "surname": "Nkosi",
    "phone": SANDBOX_ACCOUNT,
    "email": "thandi.nkosi@example.com",
}


def respond(call: AdmittedRequest, tokens: Tokens) -> Response:
    """Carry out one of `OPERATIONS`.

    Args:
        call: One that passed all checks of its form.
        tokens: The tokens that were given out.

    Raises:
        RefusalError: When the account, its password, the carrier or a token is not accepted.
    """
    return OPERATIONS[call.operation](call, tokens)


def with_text_code(response: Response) -> Response:
    """Return `response` with its `code` as a text; one of the gateway has none and stays as it is."""
    content = json.loads(response.body)
    if "code" not in content:
        return response
    return json_response({**content, "code": str(content["code"])}, response.status, response.headers)


def _log_in(call: AdmittedRequest, tokens: Tokens) -> Response:
    body = call.body
    if body["authType"] != _BY_PASSWORD:
        raise unauthenticated("The verification code is wrong or has expired.")
    if call.values["x-hw-agentName"] != SANDBOX_AGENT:
        raise unauthenticated("The agent in x-hw-agentName is not known.")
    if (body["account"], body["password"]) != (SANDBOX_ACCOUNT, SANDBOX_PASSWORD):
        raise unauthenticated("The account or its password is wrong.")
    return _signed_in(userInfo=_USER, sessionInfo=_session_info(tokens.begin()))


def _refresh(call: AdmittedRequest, tokens: Tokens) -> Response:
    session = tokens.renew_session(call.session_token, call.body["refreshToken"])
    if session is None:
        raise unauthenticated("The refresh token is wrong or was replaced by a newer one.")
    return _signed_in(sessionInfo=_session_info(session))


def _log_out(call: AdmittedRequest, tokens: Tokens) -> Response:
    if call.body["userId"] != SANDBOX_USER_ID or call.body["accessToken"] != call.session_token:
        raise unauthenticated("The session to be ended is not that of Authorization.")
    tokens.end_session(call.session_token)
    return json_response({"code": "0", "msg": "success"})


def _signed_in(**data: Any) -> Response:
    return json_response({"code": "0", "msg": "success", "data": data})


def _session_info(session: SessionTokens) -> dict[str, Any]:
    return {
        "accessToken": session.access_token,
        "expiresIn": session.expires_in,
        "issuedAt": str(int(session.issued_at * 1000)),
        "refreshToken": session.refresh_token,
    }


OPERATIONS: Final = {"login": _log_in, "refreshToken": _refresh, "logout": _log_out}
