"""The responses and stored names that a fault puts in the place of the right ones."""

from __future__ import annotations

import codecs
import html
import json
import re
import unicodedata
import zlib
from dataclasses import replace
from email.utils import formatdate
from typing import TYPE_CHECKING, Any, Final

from koodrive.sandbox import messages
from koodrive.sandbox.faults import Fault
from koodrive.sandbox.files import CURSOR_OF_FIRST_PAGE
from koodrive.sandbox.messages import Response, business_error, gateway_error, json_response

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.sandbox.faults import ArmedFault
    from koodrive.sandbox.messages import ReceivedRequest

_PADDING_SIZE: Final = 5_000_000
_BOMB_SIZE: Final = 64 * 1024 * 1024
_EXCESS_LENGTH: Final = 1000
_FEW_ROWS: Final = 20
_UNPROMISED: Final = {
    "albumList": frozenset({"scopeDir", "coverImg"}),
    "folders": frozenset({"tenantId", "creator", "createTime", "ownerId", "containerId"}),
    "files": frozenset({"parentFolder", "containers", "createdTime", "editedTime"}),
    "contentList": frozenset({"takeTime", "ownerId"}),
    "details": frozenset({"inviteePhone", "createTime", "expireTime"}),
}
"""The fields of list entries, by the member that holds the list, that an answer may lack."""
_THROTTLED_MESSAGE: Final = "The throttling threshold has been reached: policy user over ratelimit"
_EXPIRED_MESSAGE: Final = "The access token has expired."
_HTML: Final = (
    b"<!DOCTYPE html><html><head><title>Gateway</title></head><body><h1>Please wait</h1></body></html>"
)


def instead(fault: Fault, request: ReceivedRequest) -> Response | None:
    """Return the answer of a fault that keeps `request` from being carried out; None for all others."""
    build = _INSTEAD.get(fault)
    return None if build is None else build(request)


def distorted(armed: ArmedFault, response: Response, now: float) -> Response:
    """Return `response` as distorted by a fault.

    Args:
        armed: The fault.
        response: The right response; a refusal stays as it is, except for its date.
        now: The true time, in seconds since 1970.
    """
    if armed.fault in _CONTENT:
        return _CONTENT[armed.fault](response) if response.status == 200 else response
    if armed.fault is Fault.NO_DATE:
        return replace(response, dated=False)
    if armed.fault is Fault.BAD_DATE:
        return _with_headers(response, Date="yesterday at noon")
    if armed.fault in {Fault.AGED_DATE, Fault.CACHED_LIST}:
        return _aged(response, now, armed.duration or 0.0)
    if armed.skew:
        return _with_headers(response, Date=formatdate(now + armed.skew, usegmt=True))
    return response


_INSTEAD: Final[dict[Fault, Callable[[ReceivedRequest], Response]]] = {
    Fault.ERROR_BEFORE_COMMIT: lambda _: business_error(
        500, messages.INNER_FAILURE, "inner server invoke failure"
    ),
    Fault.NONZERO_CODE: lambda _: business_error(200, messages.INSUFFICIENT_SPACE, "Insufficient space"),
    Fault.EXPIRED_TOKEN: lambda _: business_error(401, messages.NOT_AUTHENTICATED, _EXPIRED_MESSAGE),
    Fault.EXPIRED_TOKEN_200: lambda _: business_error(200, messages.NOT_AUTHENTICATED, _EXPIRED_MESSAGE),
    Fault.THROTTLED: lambda _: gateway_error(
        429, messages.THROTTLED, _THROTTLED_MESSAGE, {"Retry-After": "3"}
    ),
    Fault.THROTTLED_NO_HEADER: lambda _: gateway_error(429, messages.THROTTLED, _THROTTLED_MESSAGE),
    Fault.REDIRECT: lambda request: Response(307, headers={"Location": f"/moved{request.path}"}),
    Fault.REDIRECT_302: lambda request: Response(302, headers={"Location": f"/moved{request.path}"}),
}


def _with_headers(response: Response, **headers: str) -> Response:
    return replace(response, headers={**response.headers, **headers})


def _aged(response: Response, now: float, seconds: float) -> Response:
    return _with_headers(response, Date=formatdate(now - seconds, usegmt=True), Age=str(round(seconds)))


def _change_ids(response: Response, change: Callable[[dict[str, Any], str], None]) -> Response:
    content = json.loads(response.body)
    for part in (content, content.get("data")):
        for name in {"albumId", "id"} & (part.keys() if isinstance(part, dict) else set()):
            change(part, name)
    return json_response(content)


def _replace_ids(make: Callable[[str], object]) -> Callable[[Response], Response]:
    def change(part: dict[str, Any], name: str) -> None:
        part[name] = make(part[name])

    return lambda response: _change_ids(response, change)


def _shorter_than_announced(response: Response, missing: int) -> Response:
    announced = _with_headers(response, **{"Content-Length": str(len(response.body) + missing)})
    return replace(announced, hang_up=True)


def _truncated(response: Response) -> Response:
    half = len(response.body) // 2
    return _shorter_than_announced(replace(response, body=response.body[:half]), len(response.body) - half)


def _twice(response: Response) -> Response:
    first = next(iter(json.loads(response.body)))
    return replace(response, body=b'{"%s":"1",' % first.encode() + response.body[1:])


def _longer(response: Response, member: bytes) -> Response:
    return replace(response, body=response.body[:-1] + b"," + member + b"}")


def _sparse(response: Response) -> Response:
    content = json.loads(response.body)
    for name in content.keys() & _UNPROMISED.keys():
        for entry in content[name]:
            for field in entry.keys() & _UNPROMISED[name]:
                del entry[field]
    return json_response(content)


def _with_members(response: Response, **members: Any) -> Response:
    content = json.loads(response.body)
    return json_response({**content, **{name: members[name] for name in members.keys() & content.keys()}})


def _alone(response: Response) -> Response:
    content = json.loads(response.body)
    return json_response({name: value for name, value in content.items() if name not in {"code", "msg"}})


def _with_rows(choose: Callable[[list[Any]], list[Any]], **members: Any) -> Callable[[Response], Response]:
    def change(response: Response) -> Response:
        content = json.loads(response.body)
        rows = {name: choose(content[name]) for name in content.keys() & _UNPROMISED.keys()}
        return _with_members(response, **rows, **members)

    return change


def _with_empty_first_page(response: Response) -> Response:
    content = json.loads(response.body)
    names = {"contentList": "nextPageCursor", "files": "nextCursor"}
    first: dict[str, list[Any]] = {rows: [] for rows in content.keys() & names.keys()}
    return json_response({**content, **first, **{names[rows]: CURSOR_OF_FIRST_PAGE for rows in first}})


def _second_rows(rows: list[Any]) -> list[Any]:
    return rows[1::2] if len(rows) >= _FEW_ROWS else []


def _with_total(change: Callable[[int], int]) -> Callable[[Response], Response]:
    return lambda response: _with_members(response, total=change(json.loads(response.body).get("total", 0)))


def _bomb(response: Response) -> Response:
    packer = zlib.compressobj(wbits=31)
    block = b"0" * (1024 * 1024)
    parts = [packer.compress(response.body[:-1] + b',"padding":"')]
    parts += [packer.compress(block) for _ in range(_BOMB_SIZE // len(block))]
    parts += [packer.compress(b'"}'), packer.flush()]
    return _with_headers(replace(response, body=b"".join(parts)), **{"Content-Encoding": "gzip"})


_CONTENT: Final[dict[Fault, Callable[[Response], Response]]] = {
    Fault.ERROR_AFTER_COMMIT: lambda _: business_error(
        503, messages.INNER_FAILURE, "inner server invoke failure"
    ),
    Fault.HTML: lambda _: Response(200, _HTML, {"Content-Type": "text/html; charset=utf-8"}),
    Fault.WRONG_JSON: lambda response: replace(response, body=response.body.replace(b'"', b"'")),
    Fault.NOT_JSON_OBJECT: lambda response: replace(response, body=b"[" + response.body + b"]"),
    Fault.MISSING_ID: lambda response: _change_ids(response, lambda part, name: part.pop(name)),
    Fault.NUMERIC_ID: _replace_ids(int),
    Fault.EMPTY_ID: _replace_ids(lambda _: ""),
    Fault.NULL_ID: _replace_ids(lambda _: None),
    Fault.DUPLICATE_KEYS: _twice,
    Fault.NAN: lambda response: _longer(response, b'"elapsed":NaN'),
    Fault.TRUNCATED: _truncated,
    Fault.LONG_LENGTH: lambda response: _shorter_than_announced(response, _EXCESS_LENGTH),
    Fault.BIG_BODY: lambda response: _longer(response, b'"padding":"%s"' % (b"0" * _PADDING_SIZE)),
    Fault.GZIP_BOMB: _bomb,
    Fault.SPARSE_LIST: _sparse,
    Fault.ROWS_LEFT_OUT: _with_rows(_second_rows),
    Fault.EMPTY_PAGE: _with_rows(lambda _: []),
    Fault.EMPTY_FIRST_PAGE: _with_empty_first_page,
    Fault.NO_ROWS: _with_rows(lambda _: [], total=0),
    Fault.TOTAL_TOO_HIGH: _with_total(lambda total: total + 10),
    Fault.TOTAL_TOO_LOW: _with_total(lambda total: total // 2),
    Fault.ID_WITH_CODE: lambda response: _with_members(response, code=200, msg="OK"),
    Fault.ID_WITH_WORD: lambda response: _with_members(response, code="SUCCESS"),
    Fault.SUCCESS_400: lambda response: replace(response, status=400),
    Fault.SUCCESS_409: lambda response: replace(response, status=409),
    Fault.ID_ALONE: _alone,
    Fault.BYTE_ORDER_MARK: lambda response: replace(response, body=codecs.BOM_UTF8 + response.body),
    Fault.IDLE_CLOSE: lambda response: replace(response, hang_up=True),
}


_BEYOND_BMP: Final = re.compile("[\U00010000-\U0010ffff]")

_FORMS: Final[dict[Fault, Callable[[str], str]]] = {
    Fault.NAME_TRIMMED: str.strip,
    Fault.NAME_NFD: lambda name: unicodedata.normalize("NFD", name),
    Fault.NAME_NUMBERED: lambda name: f"{name}(1)",
    Fault.NAME_QUESTION_MARKS: lambda name: _BEYOND_BMP.sub("?", name),
    Fault.NAME_CUT: lambda name: _BEYOND_BMP.split(name)[0],
    Fault.NAME_CUT_AT_AMPERSAND: lambda name: name.partition("&")[0],
    Fault.NAME_ESCAPED: html.escape,
    Fault.NAME_WITHOUT_PERIODS: lambda name: name.rstrip("."),
    Fault.NAME_UNDERSCORES: lambda name: re.sub("[/?!:]", "_", name),
}


def stored_name(name: str, fault: Fault | None) -> str:
    """Return the name that is stored for `name`.

    Args:
        name: As it was sent.
        fault: One of names; None or another one changes nothing.
    """
    form = None if fault is None else _FORMS.get(fault)
    return name if form is None else form(name)
