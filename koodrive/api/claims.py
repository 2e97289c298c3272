"""What an answer claims beside its verdict: that it worked, or an ID of what was made."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from koodrive.api.error_bodies import error_details
from koodrive.models import Action
from koodrive.rules.ids import is_id

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMED_ID = re.compile(
    r""""(?P<name>albumId|id)"\s*:\s*(?:"(?P<text>[^"\\]{1,64})"|(?P<number>[0-9]{1,64})(?=\s*[,}\]]))"""
)
"""An ID in an answer that may be no valid JSON; a number or text that is cut off does not match."""
_ID_NAMES = ("albumId", "id")
_ZERO = r"[-+]?0+(?:\.0*)?"
"""Zero as programs print it, be it as a fraction."""
_CODE_ZERO = re.compile(rf""""code"\s*:\s*"?{_ZERO}"?\s*[,}}]""")
_CODE_OF_SUCCESS = re.compile(r"2[0-9][0-9]|1|ok|okay|success\w*|succeeded|done|true|yes", re.IGNORECASE)
_WORKED = re.compile(r"\bsuccess|\bsucceeded\b|成功|^\W*(?:ok|okay|done|deleted)\W*$", re.IGNORECASE)
_DID_NOT_WORK = re.compile(
    r"\b(?:not?|without|cannot|can't|fail\w*|errors?|denied|refused|rejected|invalid)\b|[未不失]|没有|错误|拒绝",
    re.IGNORECASE,
)
_NAMES_FAILURE = re.compile("fail|error", re.IGNORECASE)
_NAMES_VERDICT = re.compile(
    "code|msg|message|status|state|success|result|results|deleted|data", re.IGNORECASE
)
_NOTHING: tuple[object, ...] = (None, "", 0, "0", [], {})


def contradicts_itself(
    text: str, payload: dict[str, Any] | None, code: str | None, action: Action | None
) -> bool:
    """Return whether an answer that is no success says that it worked, or names what was created.

    Args:
        text: The text of the answer.
        payload: Its JSON object; None where it has none.
        code: The code in it, wherever that is.
        action: What the request was to do; None for one that reads or signs in.
    """
    value = (payload or {}).get("code")
    if re.fullmatch(_ZERO, code or "") or (isinstance(value, Decimal) and value == 0):
        return True
    if action is None:
        return False
    if payload is None and _CODE_ZERO.search(text) is not None:
        return True
    if action is Action.DELETE:
        # A refusal may well name what it does not delete, but does not talk of success.
        return payload is not None and _talks_of_success(payload, code)
    if payload is None:
        return _NAMED_ID.search(text) is not None
    data = payload.get("data")
    named = [part.get(name) for part in (payload, data) if isinstance(part, dict) for name in _ID_NAMES]
    return any(value not in (None, "", 0, [], {}) for value in named) or any(
        _is_lead(found["text"] or found["number"]) for found in _NAMED_ID.finditer(text)
    )


def _talks_of_success(payload: Mapping[str, Any], code: str | None) -> bool:
    """Return whether an answer that is no success has a code or a text by which programs mean that it worked."""
    words = error_details(payload).words or ""
    is_told = _WORKED.search(words) is not None and _DID_NOT_WORK.search(words) is None
    return is_told or _CODE_OF_SUCCESS.fullmatch(code or "") is not None or payload.get("code") is True


def tells_of_failure(payload: object) -> bool:
    """Return whether an answer with code 0 holds, in any part, something by which programs mean that it did not work.

    Such as ``failedIds``, as the answers of calls for several objects may, a ``false``, another code, or such words.
    """
    if isinstance(payload, list):
        return any(map(tells_of_failure, payload))
    if not isinstance(payload, dict):
        return False
    return any(
        tells_of_failure(value)
        or (_NAMES_FAILURE.search(name) is not None and value not in _NOTHING)
        or (_NAMES_VERDICT.fullmatch(name) is not None and _is_no(name, value))
        for name, value in payload.items()
    )


def _is_no(name: str, value: object) -> bool:
    """Return whether the verdict `value` of the member `name` is a no."""
    if value is False or (isinstance(value, str) and _DID_NOT_WORK.search(value) is not None):
        return True
    is_code = name.casefold() == "code" and not isinstance(value, dict | list)
    return is_code and value not in _NOTHING and _CODE_OF_SUCCESS.fullmatch(str(value)) is None


def lead_id(answer: str | None) -> str | None:
    """Return the one ID that an untrusted answer to a create names, as a hint where to look first.

    Args:
        answer: The text of the answer, as the history keeps it: perhaps cut, perhaps no valid JSON.

    Returns:
        The `albumId`, or else the `id`; None when there is none in the form of an ID, or several different ones.
    """
    by_name: dict[str, set[str]] = {"albumId": set(), "id": set()}
    for found in _NAMED_ID.finditer(answer or ""):
        by_name[found["name"]].add(found["text"] or found["number"])
    ids = by_name["albumId"] or by_name["id"]
    named = ids.pop() if len(ids) == 1 else ""
    return named if _is_lead(named) else None


def _is_lead(text: str) -> bool:
    return is_id(text) and text.strip("0") != ""
