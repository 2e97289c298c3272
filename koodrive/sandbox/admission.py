"""Admission of requests: path and method, token, user and time, then every field."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from koodrive.sandbox import messages
from koodrive.sandbox.access import is_json_type
from koodrive.sandbox.auth import unauthenticated
from koodrive.sandbox.catalog import Origin, service_time
from koodrive.sandbox.identity import SANDBOX_USER_ID
from koodrive.sandbox.messages import RefusalError, gateway_error, refusal
from koodrive.sandbox.openapi import load_description
from koodrive.sandbox.strict_json import read_object

if TYPE_CHECKING:
    from koodrive.sandbox.auth import Authenticator
    from koodrive.sandbox.messages import ReceivedRequest
    from koodrive.sandbox.openapi import Operation, Route

_MESSAGE_LIMIT: Final = 2000
_VALIDITY: Final = timedelta(minutes=15)
_SESSION_TOKEN: Final = "sessionToken"  # noqa: S105 - a name in the description


@dataclass(frozen=True, slots=True)
class AdmittedRequest:
    """One request that passed all checks."""

    operation: str
    """Its `operationId` in the description."""
    values: dict[str, Any]
    """Its parameters by name, those in the path, too."""
    body: dict[str, Any]
    """Its body; empty for a call without one."""
    origin: Origin
    """Caller and time."""
    session_token: str = field(default="", repr=False)
    """Access token of the session to renew or end; empty for all other calls."""


def admit(request: ReceivedRequest, now: datetime, authenticator: Authenticator) -> AdmittedRequest:
    """Check everything about `request` that does not depend on what exists.

    Args:
        request: The request as received.
        now: The time of the service.
        authenticator: Checks Authorization.

    Raises:
        RefusalError: With the answer for the client, when something is wrong.
    """
    route = load_description().route(request.path)
    operation = _choose(route, request)
    result = operation.validate_parameters(request, route.in_path)
    session_token = ""
    if _SESSION_TOKEN in operation.security:
        session_token = authenticator.session_token(request)
    elif operation.security:
        authenticator.authenticate(request)
        _require_user_and_time(request, result.problems, now)
    _refuse_problems(result.problems)
    body: dict[str, Any] = {}
    if operation.has_body:
        body = _read_body(request)
        _refuse_problems(operation.validate_body(body).problems)
    origin = Origin(SANDBOX_USER_ID, service_time(now), result.values.get("X-Traceid"))
    return AdmittedRequest(operation.identifier, result.values, body, origin, session_token)


def admit_elsewhere(path: str, body: dict[str, Any], origin: Origin) -> AdmittedRequest:
    """Check an object that is to be made without a request.

    Args:
        path: The path by which a request would make it.
        body: The body of such a request.
        origin: Creator and time.

    Raises:
        RefusalError: When something is wrong with `body`.
    """
    operation = load_description().route(path).operations["POST"]
    _refuse_problems(operation.validate_body(body).problems)
    return AdmittedRequest(operation.identifier, {}, body, origin)


def _choose(route: Route, request: ReceivedRequest) -> Operation:
    calls = route.operations
    if not calls:
        raise RefusalError(
            gateway_error(404, messages.API_NOT_FOUND, "The API does not exist: no such path.")
        )
    if request.method not in calls:
        message = f"The API does not exist: this path takes {', '.join(calls)} only."
        raise RefusalError(gateway_error(405, messages.API_NOT_FOUND, message, {"Allow": ", ".join(calls)}))
    return calls[request.method]


def _require_user_and_time(request: ReceivedRequest, problems: dict[str, str], now: datetime) -> None:
    if "X-User-Id" in problems:
        raise unauthenticated(f"X-User-Id {problems['X-User-Id']}.")
    if request.headers["X-User-Id"] != SANDBOX_USER_ID:
        raise unauthenticated("The user in X-User-Id is not the user of the access token.")
    if "X-Date" in problems:
        raise unauthenticated(f"The time in X-Date {problems['X-Date']}.")
    _check_time(request.headers["X-Date"], now)


def _check_time(text: str, now: datetime) -> None:
    try:
        time = datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError as exc:
        raise unauthenticated("The time in X-Date does not exist.") from exc
    if time > now:
        raise unauthenticated(f"The time in X-Date is later than the current time {now:%Y%m%dT%H%M%SZ}.")
    if now - time >= _VALIDITY:
        raise unauthenticated(
            f"The time in X-Date is 15 minutes or more before the current time {now:%Y%m%dT%H%M%SZ}."
        )


def _read_body(request: ReceivedRequest) -> dict[str, Any]:
    content_types = request.headers.get_all("Content-Type", [])
    if len(content_types) != 1 or not is_json_type(content_types[0]):
        raise refusal(messages.BAD_REQUEST, "Bad Request: Content-Type has to be application/json in UTF-8")
    try:
        return read_object(request.body)
    except ValueError as exc:
        raise refusal(messages.BAD_REQUEST, f"Bad Request: the body cannot be read: {exc}") from exc


def _refuse_problems(problems: dict[str, str]) -> None:
    if problems:
        listed = "; ".join(f"{name} {problem}" for name, problem in sorted(problems.items()))
        # Names that the description does not know come from outside, and can be as long as the body.
        message = textwrap.shorten(f"Verify parameters failed: {listed}", _MESSAGE_LIMIT)
        raise refusal(messages.PARAMETER_INVALID, message)
