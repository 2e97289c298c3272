"""Error responses of any shape: code, text, retry delay, title of a web page.

Documented are the shapes of the service (``code``, ``msg``) and of its gateway (``error_code``, ``error_msg``). Others
are read to show what they say; only a documented shape or a known code proves that KooDrive or its gateway answered.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from koodrive.api.error_codes import UNKNOWN_CODE, meaning_of
from koodrive.messages import Message, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LONGEST_WAIT_SECONDS = 3600.0
LONGEST_SERVER_WORDS = 300
LONGEST_CODE = 40

CLIENT_CERTIFICATE_REQUIRED = Message("The server requires a client certificate")
NO_CLIENT_CERTIFICATE = Message(
    "KooDesk has none. Ask the operator of the service for an address that works without."
)

_OWN_CODES = ("code", "error_code")
_OWN_WORDS = ("msg", "error_msg")
CODE_NAMES = (*_OWN_CODES, "errorCode")
WORDS_NAMES = (*_OWN_WORDS, "errorMsg", "errorMessage", "message", "error_description", "detail", "error")
NESTED = "error"
"""Member of other services' responses that holds an object with code and text."""

_LIMIT_PERIOD = re.compile(r"\btime:\s*([0-9]{1,4})\s*(second|minute|hour)", re.IGNORECASE)
"""As in ``policy ip over ratelimit,limit:200,time:5 minute`` of the gateway."""
_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,1000})", re.IGNORECASE)
_CERTIFICATE_WANTED = re.compile(r"\b(?:client|required ssl|ssl client) certificate", re.IGNORECASE)
"""As in “No required SSL certificate was sent” of nginx and “SSL client certificate is required” of IIS."""


@dataclass(frozen=True, slots=True)
class ErrorDetails:
    """Code and text of an error response, each on one line; None where it has none."""

    code: str | None
    words: str | None
    is_own: bool
    """Whether the answer has the form, or a known code, of the service or its gateway."""

    @property
    def own_code(self) -> str | None:
        """The code, where it is one of the service or its gateway."""
        return self.code if self.is_own else None


def error_details(payload: Mapping[str, Any] | None) -> ErrorDetails:
    """Return what the JSON object of an answer says of an error; its top level counts before a nested ``error``."""
    top = payload or {}
    nested = top.get(NESTED)
    parts = [top, nested] if isinstance(nested, Mapping) else [top]
    code = _first(parts, CODE_NAMES, _code)
    words = _first(parts, WORDS_NAMES, _text)
    is_documented = bool(_first([top], _OWN_CODES, _code) or _first([top], _OWN_WORDS, _text))
    return ErrorDetails(code, words, is_documented or (code is not None and is_known(code)))


def is_known(code: str) -> bool:
    """Return whether `code` is one of the service's that are known, or has the form of the gateway's."""
    return meaning_of(code) is not UNKNOWN_CODE or re.fullmatch(r"APIGW?\.[0-9]{4}", code) is not None


def stated_wait(headers: Mapping[str, str], words: str | None) -> float | None:
    """Return how long to wait after throttling, as `Retry-After` says, or else the period that `words` name.

    Args:
        headers: Those of the answer.
        words: Text of the error.
    """
    value = headers.get("Retry-After", "").strip()
    period = _LIMIT_PERIOD.search(words or "")
    seconds = None if period is None else float(period[1]) * _SECONDS[period[2].lower()]
    try:
        if value.isascii() and value.isdigit():
            seconds = float(value)
        else:
            seconds = (parsedate_to_datetime(value).astimezone(UTC) - datetime.now(UTC)).total_seconds()
    except (TypeError, ValueError, OverflowError):
        pass
    return None if seconds is None else min(max(seconds, 1.0), LONGEST_WAIT_SECONDS)


def with_server_text(advice: Message, words: str | None, code: str | None, status: int | None) -> Message:
    """Return `advice` followed by what the service says, where it says anything.

    Args:
        advice: Whole sentences.
        words: The text of the service.
        code: Its code.
        status: The HTTP status.
    """
    if not words and not code:
        return advice
    said = Message(
        "The service says: {words} (code {code}, HTTP {status}).",
        words=words or "–",
        code=code or "–",
        status=status,
    )
    return sentences(advice, said)


def page_title(text: str) -> str | None:
    """Return the title of a web page, or None for any other text."""
    found = _TITLE.search(text)
    return None if found is None else one_line(html.unescape(found[1]), LONGEST_SERVER_WORDS) or None


def requires_client_certificate(text: str) -> bool:
    """Return whether a page says that the server asks for a certificate of the client."""
    return _CERTIFICATE_WANTED.search(text) is not None


def one_line(text: str, limit: int) -> str:
    """Return `text` on one line, without what cannot be seen, cut with an ellipsis after `limit` characters."""
    visible = "".join(character if character.isprintable() else " " for character in text[: 4 * limit])
    line = " ".join(visible.split())
    return line if len(line) <= limit else f"{line[:limit]}…"


def _first(
    parts: Iterable[Mapping[str, Any]], names: Iterable[str], read: Callable[[Any], str | None]
) -> str | None:
    return next(filter(None, (read(part.get(name)) for part in parts for name in names)), None)


def _code(value: object) -> str | None:
    return one_line(str(value), LONGEST_CODE) if type(value) is int or isinstance(value, str) else None


def _text(value: object) -> str | None:
    return one_line(value, LONGEST_SERVER_WORDS) if isinstance(value, str) else None
