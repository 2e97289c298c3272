"""Reads an answer of the service strictly: out comes a result that can be trusted, or an error that says why.

Success is HTTP 200, `code` 0 or "0" and a non-empty ID. What the service refused clearly is refused;
everything else may have been carried out and is unknown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, NoReturn

from koodrive import strict_json
from koodrive.auth import MASK
from koodrive.errors import (
    OutcomeUnknownError,
    RateLimitedError,
    RedirectedError,
)
from koodrive.models import CreatedAlbum, CreatedSharedFolder, Receipt
from koodrive.service_codes import (
    FAILURE_CODES,
    KNOWN_CODES,
    SIGN_IN_NEEDED,
    THROTTLING_CODE,
    THROTTLING_WAIT_SECONDS,
    UNKNOWN_CODE,
    meaning_of,
)
from koodrive.wording import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from koodrive.service_codes import KnownCode

LONGEST_WAIT_SECONDS = 3600.0
LONGEST_SERVER_WORDS = 300
LONGEST_CODE = 40

MAY_HAVE_BEEN_MADE = Sentence(
    "It may have been created anyway. Do not send it again before it is known what became of it."
)
_NOTHING_MADE = "Nothing was made. "
"""How the words begin that `service_codes` has for a refusal."""
CANNOT_BE_READ = Sentence("Nothing was changed. Try again, or check the service address of the connection.")


@dataclass(frozen=True, slots=True)
class Answer:
    """One whole answer of the service, unread.

    `creates` tells whether the request was a create, after which an answer that cannot be trusted is serious.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    trace_id: str
    creates: bool

    @property
    def text(self) -> str:
        """The body as text, with a replacement character for what is no UTF-8."""
        return self.body.decode("utf-8", errors="replace")


def created_album(answer: Answer) -> CreatedAlbum:
    """Return the album that `answer` says was created.

    Raises:
        RefusedError: When the service says that it did not create it.
        OutcomeUnknownError: When the answer cannot be trusted.
    """
    payload = accepted(answer)
    return CreatedAlbum(id_in(answer, payload, "albumId"), _receipt(answer))


def created_shared_folder(answer: Answer) -> CreatedSharedFolder:
    """Return the shared folder that `answer` says was created.

    Raises:
        RefusedError: When the service says that it did not create it.
        OutcomeUnknownError: When the answer cannot be trusted.
    """
    payload = accepted(answer)
    data = payload.get("data")
    if data is None:
        data = {}
    if not isinstance(data, dict):
        distrust(answer, Sentence("The part “data” of the answer has another form than documented."))
    folder_id = id_in(answer, payload if "id" in payload else data, "id")
    if data.get("id", folder_id) != folder_id:
        distrust(answer, Sentence("The answer names two different IDs."))
    return CreatedSharedFolder(
        id=folder_id,
        share_folder_id=text_in(data, "shareFolderId"),
        group_id=text_in(data, "groupId"),
        tenant_id=text_in(data, "tenantId"),
        creator=text_in(data, "creator"),
        create_time=text_in(data, "createTime"),
        receipt=_receipt(answer),
    )


def _receipt(answer: Answer) -> Receipt:
    return Receipt(trace_id=answer.trace_id, status=answer.status, answer=answer.text)


def accepted(answer: Answer) -> dict[str, Any]:  # noqa: RET503 - ends in a call that never returns
    """Return the payload of an answer that says yes.

    Raises:
        RefusedError: When the service says that it did not do what was asked.
        OutcomeUnknownError: When the answer cannot be trusted.
    """
    payload = _payload(answer.body)
    code = _code(payload)
    if answer.status == 200 and payload is not None and _says_yes(payload):
        return payload
    if 300 <= answer.status < 400:
        raise RedirectedError(
            Sentence("The service address leads somewhere else"),
            Sentence(
                "Nothing was made, and nothing was sent on to the other address. Correct the service address"
                " of the connection."
            ),
            status=answer.status,
            code=code,
            trace_id=answer.trace_id,
            answer=answer.text,
        )
    meaning = _meaning(answer.status, code)
    if meaning is not None:
        _refuse(answer, meaning, code, payload)
    distrust(answer, _reason(answer.status, payload, code))


def _says_yes(payload: Mapping[str, Any]) -> bool:
    code = payload.get("code")
    return ((type(code) is int and code == 0) or code == "0") and payload.get("error_code") is None


def _meaning(status: int, code: str | None) -> KnownCode | None:
    """Return what an answer that does not say yes refuses, or None where it proves no refusal."""
    meaning = meaning_of(code or "")
    if meaning.error is RateLimitedError or status == 429:
        return meaning_of(THROTTLING_CODE)
    if code in FAILURE_CODES or (code is not None and re.fullmatch("5[0-9][0-9]", code)):
        return None
    if status == 200:
        has_refused = code is not None and not re.fullmatch("0+", code)
    else:
        has_refused = 400 <= status < 500 and status not in {408, 499}
    if not has_refused:
        return None
    if code in {"401", "403"} or (status in {401, 403} and code not in KNOWN_CODES):
        return SIGN_IN_NEEDED
    return meaning


def _reason(status: int, payload: Mapping[str, Any] | None, code: str | None) -> Sentence:
    """Return why an answer that refuses nothing cannot be trusted either."""
    if code in FAILURE_CODES:
        return Sentence("The service says that a part of it failed.")
    if status != 200:
        return Sentence("The service or its gateway reports a failure (HTTP {status}).", status=status)
    if payload is None:
        return Sentence("The answer is not in the documented form.")
    return Sentence("The answer does not say clearly whether it worked.")


def _refuse(
    answer: Answer, meaning: KnownCode, code: str | None, payload: Mapping[str, Any] | None
) -> NoReturn:
    words = _server_words(payload)
    message = meaning.advice
    if payload is None and meaning is UNKNOWN_CODE:
        message = Sentence(
            "Nothing was made. What answered (HTTP {status}) does not look like KooDrive: check the service address"
            " of the connection.",
            status=answer.status,
        )
    elif words or code:
        message = Sentence(
            meaning.advice.template + " The service says: {words} (code {code}, HTTP {status}).",
            words=words or "–",
            code=code or "–",
            status=answer.status,
        )
    if not answer.creates:
        # Nobody expects that of a read.
        message = Sentence(message.template.removeprefix(_NOTHING_MADE), **message.values)
    details: dict[str, Any] = {
        "status": answer.status,
        "code": code,
        "trace_id": answer.trace_id,
        "answer": answer.text,
        "server_words": words,
    }
    if issubclass(meaning.error, RateLimitedError):
        raise RateLimitedError(meaning.title, message, retry_after=_retry_after(answer.headers), **details)
    raise meaning.error(meaning.title, message, **details)


def distrust(
    answer: Answer, reason: Sentence, error: type[OutcomeUnknownError] = OutcomeUnknownError
) -> NoReturn:
    """Raise that `answer` cannot be trusted.

    Args:
        answer: What came.
        reason: Why, as a whole sentence.
        error: What to raise.

    Raises:
        OutcomeUnknownError: Always.
    """
    consequence = MAY_HAVE_BEEN_MADE if answer.creates else CANNOT_BE_READ
    payload = _payload(answer.body)
    raise error(
        Sentence("No trustworthy answer came back"),
        Sentence(f"{reason.template} {consequence.template}", **reason.values),
        status=answer.status,
        code=_code(payload),
        trace_id=answer.trace_id,
        answer=answer.text,
        server_words=_server_words(payload),
    )


def _payload(body: bytes) -> dict[str, Any] | None:
    """Return the JSON object in `body`, or None where it is anything else than exactly one such object."""
    try:
        payload = strict_json.loads(body.decode("utf-8"))
    except ValueError:
        return None
    return payload if isinstance(payload, dict) else None


def _code(payload: Mapping[str, Any] | None) -> str | None:
    """Return the code of a business answer or of the gateway, as short text, or None where there is none."""
    for name in ("code", "error_code"):
        code = (payload or {}).get(name)
        if type(code) is int or isinstance(code, str):
            short = _one_line(str(code), LONGEST_CODE)
            if short:
                return short
    return None


def _server_words(payload: Mapping[str, Any] | None) -> str | None:
    """Return what the service or its gateway says, on one line and not too long; the whole is in the answer."""
    for name in ("msg", "error_msg"):
        words = (payload or {}).get(name)
        if isinstance(words, str) and words.strip():
            return _one_line(words, LONGEST_SERVER_WORDS)
    return None


def _one_line(text: str, limit: int) -> str:
    visible = "".join(character if character.isprintable() else " " for character in text[: 4 * limit])
    line = " ".join(visible.split())
    return line if len(line) <= limit else f"{line[:limit]}…"


def id_in(answer: Answer, payload: Mapping[str, Any], name: str) -> str:
    """Return the ID in the field `name` of `payload`, a part of `answer`.

    Raises:
        OutcomeUnknownError: When there is none that can be used.
    """
    value = payload.get(name)
    # A service that repeats the token in the place of an ID has given none; a part of it is masked by now.
    if not isinstance(value, str) or not re.fullmatch("[!-~]+", value) or MASK in value:
        distrust(answer, Sentence("The answer says that it worked, but gives no ID that can be used."))
    return value


def text_in(payload: Mapping[str, Any], name: str) -> str | None:
    """Return a field as exact text; some IDs are JSON integers of 64 bits, which Python reads exactly."""
    value = payload.get(name)
    if isinstance(value, str):
        return value or None
    return str(value) if type(value) is int else None


def _retry_after(headers: Mapping[str, str]) -> float:
    value = headers.get("Retry-After", "").strip()
    try:
        if value.isascii() and value.isdigit():
            seconds = float(value)
        else:
            seconds = (parsedate_to_datetime(value).astimezone(UTC) - datetime.now(UTC)).total_seconds()
    except (TypeError, ValueError, OverflowError):
        return THROTTLING_WAIT_SECONDS
    return min(max(seconds, 1.0), LONGEST_WAIT_SECONDS)
