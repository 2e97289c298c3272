"""Reads an answer of the service strictly: out comes a result that can be trusted, or an error that says why.

Success is HTTP 200, `code` 0 or "0" and a non-empty ID. What the service refused clearly is refused;
everything else may have been carried out and is unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, NoReturn

from koodrive import strict_json
from koodrive.errors import ClockError, OutcomeUnknownError, RateLimitedError, RedirectedError
from koodrive.models import CreatedAlbum, CreatedSharedFolder, Receipt, SharedFolder
from koodrive.service_codes import (
    SIGN_IN_NEEDED,
    THROTTLING_CODE,
    THROTTLING_WAIT_SECONDS,
    meaning_of,
)
from koodrive.wording import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from koodrive.service_codes import KnownCode

LONGEST_WAIT_SECONDS = 3600.0
LONGEST_SERVER_WORDS = 300

MAY_HAVE_BEEN_MADE = Sentence(
    "It may have been made all the same. Do not send it again before you have looked into the service's list."
)
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
    payload = _accepted(answer)
    return CreatedAlbum(_id(answer, payload, "albumId"), _receipt(answer))


def created_shared_folder(answer: Answer) -> CreatedSharedFolder:
    """Return the shared folder that `answer` says was created.

    Raises:
        RefusedError: When the service says that it did not create it.
        OutcomeUnknownError: When the answer cannot be trusted.
    """
    payload = _accepted(answer)
    data = payload.get("data")
    if data is None:
        data = {}
    if not isinstance(data, dict):
        _distrust(answer, Sentence("The part “data” of the answer has another form than documented."))
    folder_id = _id(answer, payload if "id" in payload else data, "id")
    if data.get("id", folder_id) != folder_id:
        _distrust(answer, Sentence("The answer names two different IDs."))
    return CreatedSharedFolder(
        id=folder_id,
        share_folder_id=_text(data, "shareFolderId"),
        group_id=_text(data, "groupId"),
        tenant_id=_text(data, "tenantId"),
        creator=_text(data, "creator"),
        create_time=_text(data, "createTime"),
        receipt=_receipt(answer),
    )


def shared_folders(answer: Answer) -> tuple[SharedFolder, ...]:
    """Return the rows of an answer to `sharefolder/list`.

    Raises:
        RefusedError: When the service refused to list them.
        OutcomeUnknownError: When the answer cannot be trusted.
    """
    rows = _accepted(answer).get("folders")
    if rows is None:
        rows = []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        _distrust(answer, Sentence("The list of shared folders has another form than documented."))
    return tuple(_shared_folder(answer, row) for row in rows)


def _shared_folder(answer: Answer, row: dict[str, Any]) -> SharedFolder:
    max_member = row.get("maxMember")
    return SharedFolder(
        id=_id(answer, row, "id"),
        name=_text(row, "name") or "",
        share_folder_file_id=_text(row, "shareFolderFileId"),
        group_id=_text(row, "groupId"),
        container_id=_text(row, "containerId"),
        owner_id=_text(row, "ownerId"),
        creator=_text(row, "creator"),
        create_time=_text(row, "createTime"),
        max_member=max_member if type(max_member) is int else None,
    )


def blame_clock(answer: Answer, ahead: timedelta) -> None:
    """Raise a refusal as a matter of the clock; to be called where the clock explains it.

    Args:
        answer: Any answer; one that is no refusal of the caller passes.
        ahead: How far the local clock is ahead of the service's.

    Raises:
        ClockError: When `answer` refuses the caller (HTTP 400, 401 or 403).
    """
    if answer.status not in {400, 401, 403}:
        return
    minutes, seconds = divmod(round(abs(ahead.total_seconds())), 60)
    fast, slow = "{minutes} min {seconds} s fast", "{minutes} min {seconds} s slow"
    raise ClockError(
        Sentence("The service did not accept the time of the request"),
        Sentence(
            f"Nothing was made. The clock of this computer is {fast if ahead > timedelta(0) else slow}. KooDesk has"
            " taken over the service's time: send it again, and set the clock right when you can.",
            minutes=minutes,
            seconds=seconds,
        ),
        status=answer.status,
        trace_id=answer.trace_id,
        answer=answer.text,
    )


def _receipt(answer: Answer) -> Receipt:
    return Receipt(trace_id=answer.trace_id, status=answer.status, answer=answer.text)


def _accepted(answer: Answer) -> dict[str, Any]:  # noqa: RET503 - ends in a call that never returns
    """Return the payload of an answer that says yes; raise what any other answer means."""
    payload = _payload(answer.body)
    code = _code(payload)
    if answer.status == 200:
        if payload is None:
            _distrust(answer, Sentence("The answer is not in the documented form."))
        if code is None:
            _distrust(answer, Sentence("The answer does not say whether it worked."))
        if code == "0":
            return payload
        _refuse(answer, SIGN_IN_NEEDED if code in {"401", "403"} else meaning_of(code), code, payload)
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
    if answer.status == 429 or code == THROTTLING_CODE:
        _refuse(answer, meaning_of(THROTTLING_CODE), code, payload)
    if answer.status in {401, 403}:
        _refuse(answer, SIGN_IN_NEEDED, code, payload)
    if 400 <= answer.status < 500 and answer.status != 408:
        _refuse(answer, meaning_of(code or ""), code, payload)
    _distrust(
        answer,
        Sentence("The service or its gateway reports a failure (HTTP {status}).", status=answer.status),
    )


def _refuse(
    answer: Answer, meaning: KnownCode, code: str | None, payload: Mapping[str, Any] | None
) -> NoReturn:
    words = _server_words(payload)
    message = meaning.advice
    if words or code:
        message = Sentence(
            meaning.advice.template + " The service says: {words} (code {code}, HTTP {status}).",
            words=words or "–",
            code=code or "–",
            status=answer.status,
        )
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


def _distrust(answer: Answer, reason: Sentence) -> NoReturn:
    consequence = MAY_HAVE_BEEN_MADE if answer.creates else CANNOT_BE_READ
    payload = _payload(answer.body)
    raise OutcomeUnknownError(
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
    except (ValueError, RecursionError):
        return None
    return payload if isinstance(payload, dict) else None


def _code(payload: Mapping[str, Any] | None) -> str | None:
    """Return the code of a business answer or of the gateway, as text, or None where there is none."""
    if payload is None:
        return None
    for name in ("code", "error_code"):
        code = payload.get(name)
        if type(code) is int or (isinstance(code, str) and code.strip()):
            return str(code).strip()
    return None


def _server_words(payload: Mapping[str, Any] | None) -> str | None:
    """Return what the service or its gateway says, on one line and not too long; the whole is in the answer."""
    for name in ("msg", "error_msg"):
        words = (payload or {}).get(name)
        if isinstance(words, str) and words.strip():
            line = " ".join(words.split())
            return line if len(line) <= LONGEST_SERVER_WORDS else f"{line[:LONGEST_SERVER_WORDS]}…"
    return None


def _id(answer: Answer, payload: Mapping[str, Any], name: str) -> str:
    value = payload.get(name)
    if not isinstance(value, str) or not value.strip():
        _distrust(answer, Sentence("The answer says that it worked, but gives no ID that can be used."))
    return value


def _text(payload: Mapping[str, Any], name: str) -> str | None:
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
