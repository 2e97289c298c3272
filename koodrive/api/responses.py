"""Reads an answer of the service strictly: out comes a result that can be trusted, or an error that says why.

Success is HTTP 200, `code` 0, "0" or left out, and an ID. A clear no of the service or its gateway is refused, and so
is a 4xx of something in between whose status says that it was not carried out. Everything else may have been carried
out and is unknown, above all what names an ID.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from koodrive.api.claims import contradicts_itself, lead_id
from koodrive.api.error_bodies import (
    CLIENT_CERTIFICATE_REQUIRED,
    NO_CLIENT_CERTIFICATE,
    error_details,
    page_title,
    requires_client_certificate,
    stated_wait,
    with_server_text,
)
from koodrive.api.error_codes import (
    FAILURE_CODES,
    KNOWN_CODES,
    NOTHING_CREATED,
    NOTHING_TAKEN_BACK,
    SIGN_IN_NEEDED,
    THROTTLING_CODE,
    THROTTLING_WAIT_SECONDS,
    meaning_of,
    of_delete,
)
from koodrive.core import strict_json
from koodrive.errors import (
    ForeignAnswerError,
    OutcomeUnknownError,
    RateLimitedError,
    RedirectedError,
)
from koodrive.messages import Message, sentences, without
from koodrive.models import Action
from koodrive.rules.ids import is_id

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from koodrive.api.error_bodies import ErrorDetails
    from koodrive.api.error_codes import KnownCode

MAY_HAVE_BEEN_MADE = Message(
    "It may have been created anyway. Do not send it again before it is known what became of it."
)
MAY_HAVE_BEEN_DELETED = Message(
    "It may have been taken back anyway. Do not take it back again before it is known what became of it."
)
MAY_HAVE_BEEN_DONE = {Action.CREATE: MAY_HAVE_BEEN_MADE, Action.DELETE: MAY_HAVE_BEEN_DELETED}
_COMFORT = {None: "", Action.CREATE: NOTHING_CREATED, Action.DELETE: NOTHING_TAKEN_BACK}
_NOT_SENT_ON = Message("Nothing was created, and nothing was sent on to the other address.")
_DELETE_NOT_SENT_ON = Message("Nothing was taken back, and nothing was sent on to the other address.")
_NO_KOODRIVE = Message("What answered (HTTP {status}) does not look like KooDrive.")
_CHECK_THE_WAY = Message(
    "Check the service address of the connection. If it is right, a filter, a proxy or a sign-in page of your network"
    " may stand in the way."
)
_GONE_ALREADY = Message("Or it is gone already: look at the list of the service.")
_NOT_CARRIED_OUT = frozenset({400, 401, 403, 404, 405, 407, 411, 413, 414, 415, 421, 426, 431, 451})
"""Statuses with which something in front of the service turns a request away before it gets there."""
CANNOT_BE_READ = Message("Nothing was changed. Try again, or check the service address of the connection.")


@dataclass(frozen=True, slots=True)
class ApiResponse:
    """One whole response of the service, not yet parsed.

    `action` tells what the request was to do, after which an answer that cannot be trusted is serious; None for one
    that only reads or signs in.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    trace_id: str
    action: Action | None
    asked_at: datetime | None = None
    """When the request left, by the service's clock; None where that was not known."""

    @property
    def text(self) -> str:
        """The body as text, with a replacement character for what is no UTF-8."""
        return self.body.decode("utf-8-sig", errors="replace")

    @property
    def payload(self) -> dict[str, Any] | None:
        """The JSON object in the body, or None where it is anything else than exactly one such object."""
        try:
            # A byte order mark is ignored (RFC 8259, section 8.1).
            payload = strict_json.loads(self.body.decode("utf-8-sig"))
        except ValueError:
            return None
        return payload if isinstance(payload, dict) else None

    def details(self, error: ErrorDetails | None = None) -> dict[str, Any]:
        """Return the keyword arguments of an error about this response.

        Args:
            error: The service's or gateway's own error, where the response has one.
        """
        return {
            "status": self.status,
            "code": error.own_code if error else None,
            "trace_id": self.trace_id,
            "answer": self.text,
            "server_text": error.words if error else None,
        }


def require_success(answer: ApiResponse, *evidence: str) -> dict[str, Any]:  # noqa: RET503 - ends in a call that never returns
    """Return the payload of an answer that says yes.

    Args:
        answer: The response.
        evidence: Fields of which one is enough where the code is left out, as in the table of create-album.

    Raises:
        RefusedError: When the service says that it did not do what was asked.
        OutcomeUnknownError: When the answer cannot be trusted.
    """
    payload = answer.payload
    if answer.status == 200 and payload is not None and _is_success(payload, evidence):
        return payload
    if _is_redirect(answer):
        raise RedirectedError(
            Message("The service address leads somewhere else"),
            sentences(
                _DELETE_NOT_SENT_ON if answer.action is Action.DELETE else _NOT_SENT_ON,
                Message("Correct the service address of the connection."),
            ),
            **answer.details(),
        )
    said = error_details(payload)
    if contradicts_itself(answer.text, payload, said.code, answer.action):
        reject_response(answer, Message("The answer contradicts itself."))
    meaning = _meaning(answer, said)
    if meaning is not None:
        _refuse(answer, meaning, said)
    if not said.is_own and answer.status in _NOT_CARRIED_OUT:
        _refuse_foreign(answer, said)
    reject_response(answer, _reason(answer.status, payload, said))


def _is_success(payload: Mapping[str, Any], evidence: tuple[str, ...]) -> bool:
    if "code" not in payload:
        has_error = any(payload.get(name) is not None for name in ("error_code", "errorCode", "error"))
        return not has_error and any(payload.get(name) is not None for name in evidence)
    code = payload["code"]
    return ((type(code) is int and code == 0) or code == "0") and payload.get("error_code") is None


def _is_redirect(answer: ApiResponse) -> bool:
    # 303 is how a server answers a POST that it has carried out, and 304 says nothing of one (RFC 9110, 15.4).
    unclear = {304} if answer.action is None else {303, 304}
    return 300 <= answer.status < 400 and answer.status not in unclear


def _meaning(answer: ApiResponse, said: ErrorDetails) -> KnownCode | None:
    """Return what the service or its gateway refuses, or None where neither has clearly refused anything."""
    status, code = answer.status, said.code or ""
    meaning = meaning_of(code)
    is_throttled = meaning.error is RateLimitedError or (status == 429 and said.is_own)
    # What only reads may be repeated after any 429; a create only where nothing in between can have said so.
    if is_throttled or (status == 429 and answer.action is None):
        return meaning_of(THROTTLING_CODE)
    if code in FAILURE_CODES or re.fullmatch("5[0-9][0-9]", code):
        return None
    if status in {401, 403} and not said.is_own:
        # Many services refuse a token without a word, or in another form, but none with a web page.
        is_about_token = not answer.body.strip() or answer.payload == {} or (status == 401 and answer.payload)
        return SIGN_IN_NEEDED if is_about_token else None
    if not said.is_own or not ((status == 200 and code) or 400 <= status < 500):
        return None
    if code in {"401", "403"} or (status in {401, 403} and code not in KNOWN_CODES):
        return SIGN_IN_NEEDED
    return meaning


def _reason(status: int, payload: Mapping[str, Any] | None, said: ErrorDetails) -> Message:
    """Return why an answer that refuses nothing cannot be trusted either."""
    if said.code in FAILURE_CODES:
        return Message("The service says that a part of it failed.")
    if 300 <= status < 500 and not said.is_own:
        return _NO_KOODRIVE.filled(status=status)
    if 200 < status < 300:
        return Message("The answer (HTTP {status}) is not the one that the service documents.", status=status)
    if status != 200:
        return Message("The service or its gateway reports a failure (HTTP {status}).", status=status)
    if payload is None:
        return Message("The answer is not in the documented form.")
    return Message("The answer does not say clearly whether it worked.")


def _refuse(answer: ApiResponse, meaning: KnownCode, said: ErrorDetails) -> NoReturn:
    if answer.action is Action.DELETE:
        meaning = of_delete(meaning)
    # A read makes nothing, so it is not said that nothing was made.
    advice = without(meaning.advice, NOTHING_CREATED) if answer.action is None else meaning.advice
    message = with_server_text(advice, said.words, said.code, answer.status)
    details = answer.details(said)
    if issubclass(meaning.error, RateLimitedError):
        stated = stated_wait(answer.headers, said.words)
        details["retry_after"] = THROTTLING_WAIT_SECONDS if stated is None else stated
        details["is_wait_stated"] = stated is not None
    raise meaning.error(meaning.title, message, **details)


def _refuse_foreign(answer: ApiResponse, said: ErrorDetails) -> NoReturn:
    """Raise that something in between has answered, by a status that says “not carried out”."""
    title, advice = Message("Something other than KooDrive answered"), _CHECK_THE_WAY
    if answer.action is Action.DELETE and answer.status == 404:
        advice = sentences(advice, _GONE_ALREADY)
    if requires_client_certificate(answer.text):
        title, advice = CLIENT_CERTIFICATE_REQUIRED, NO_CLIENT_CERTIFICATE
    message = sentences(_COMFORT[answer.action], _seen(answer, said), advice)
    raise ForeignAnswerError(title, message, **answer.details())


def _seen(answer: ApiResponse, said: ErrorDetails) -> Message:
    """Return what something in between has answered."""
    if words := said.words or said.code:
        return Message(
            "What answered (HTTP {status}) does not look like KooDrive and says: {words}.",
            status=answer.status,
            words=words,
        )
    if title := page_title(answer.text):
        return Message(
            "What answered (HTTP {status}) does not look like KooDrive: a web page, “{words}”.",
            status=answer.status,
            words=title,
        )
    return _NO_KOODRIVE.filled(status=answer.status)


def reject_response(
    answer: ApiResponse, reason: Message, error: type[OutcomeUnknownError] = OutcomeUnknownError
) -> NoReturn:
    """Raise that `answer` cannot be trusted.

    Args:
        answer: The response.
        reason: Why, as a whole sentence.
        error: The class of the error.

    Raises:
        OutcomeUnknownError: Always.
    """
    said = error_details(answer.payload)
    parts = [reason]
    if said.words and answer.status != 200:
        parts.append(Message("It says: “{words}”.", words=said.words))
    lead = lead_id(answer.text) if answer.action is Action.CREATE else None
    if lead is not None:
        parts.append(Message("The answer names the ID {lead}; that is not confirmed.", lead=lead))
    parts.append(CANNOT_BE_READ if answer.action is None else MAY_HAVE_BEEN_DONE[answer.action])
    raise error(Message("No trustworthy answer came back"), sentences(*parts), **answer.details(said))


def get_id(answer: ApiResponse, payload: Mapping[str, Any], name: str) -> str:
    """Return the ID in the field `name` of `payload`, a part of `answer`.

    Raises:
        OutcomeUnknownError: When there is none that can be used.
    """
    value = payload.get(name)
    # A service that repeats the token in the place of an ID has given none: the mask has brackets.
    if not isinstance(value, str) or not is_id(value):
        reject_response(answer, Message("The answer says that it worked, but gives no ID that can be used."))
    return value


def get_text(payload: Mapping[str, Any], name: str) -> str | None:
    """Return a field as exact text; some IDs are JSON integers of 64 bits, which Python reads exactly."""
    value = payload.get(name)
    if isinstance(value, str):
        return value or None
    return str(value) if type(value) is int else None


def get_number(payload: Mapping[str, Any], name: str, most_digits: int) -> int | None:
    """Return a field as a number, from JSON digits or their text; None for anything else.

    Args:
        payload: A part of a response.
        name: The field.
        most_digits: How long the number may be.
    """
    text = get_text(payload, name)
    is_number = text is not None and text.isascii() and text.isdigit() and len(text) <= most_digits
    return int(text) if text is not None and is_number else None
