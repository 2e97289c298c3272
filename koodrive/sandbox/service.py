"""What KooDrive does with a request: authenticate, check, carry out, answer."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from koodrive.sandbox import exchange, lists
from koodrive.sandbox.catalog import NameTakenError
from koodrive.sandbox.exchange import Answer, Refusal, business_error, gateway_error, success
from koodrive.sandbox.identity import MISSING_CONTAINER_ID, SANDBOX_TOKEN, SANDBOX_USER_ID
from koodrive.sandbox.strict_json import read_object
from koodrive.sandbox.validation import load_description

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.sandbox.catalog import Catalog, Record
    from koodrive.sandbox.exchange import ReceivedRequest
    from koodrive.sandbox.validation import Operation

_VALIDITY: Final = timedelta(minutes=15)
_AUTHORIZATIONS: Final = frozenset(f"{prefix}{SANDBOX_TOKEN}" for prefix in ("Bearer ", "Bearer+", "AT ", ""))
_JSON_TYPE: Final = re.compile(r'application/json(?:\s*;\s*charset="?utf-8"?)?', re.IGNORECASE)


class KooDriveService:
    """The calls of KooDrive on a catalog.

    Args:
        catalog: What exists.
        clock: The time of the service, in seconds since 1970.
    """

    def __init__(self, catalog: Catalog, clock: Callable[[], float]) -> None:
        self._catalog = catalog
        self._clock = clock
        self._calls: dict[str, Callable[[_Call], Answer]] = {
            "createAlbum": self._create_album,
            "createSharedFolder": self._create_shared_folder,
            "listAlbums": lambda call: lists.albums(self._catalog.made(), call.values),
            "listSharedFolders": lambda call: lists.shared_folders(self._catalog.made(), call.values),
        }

    def answer(self, request: ReceivedRequest, skew: float = 0.0) -> Answer:
        """Carry out `request` by a clock that is `skew` seconds ahead, and answer it."""
        now = datetime.fromtimestamp(self._clock() + skew, UTC)
        try:
            operation = _find(request)
            call = _check(operation, request, now)
            return self._calls[operation.identifier](call)
        except Refusal as refusal:
            return refusal.answer
        except OSError as exc:
            # Only the state file is written here: nothing was made.
            return business_error(500, exchange.INNER_FAILURE, f"the state file: {exc.strerror}")

    def _create_album(self, call: _Call) -> Answer:
        body = call.body
        _require_space(body.get("containerId"))
        if "shareFolderId" in body:
            self._require_group(str(body["shareFolderId"]), body["groupId"])
        record = self._catalog.add_album(body, call.create_time, call.trace_id)
        return success(albumId=record["id"])

    def _create_shared_folder(self, call: _Call) -> Answer:
        _require_space(call.body["containerId"])
        try:
            record = self._catalog.add_shared_folder(call.body, call.create_time, call.trace_id)
        except NameTakenError as exc:
            raise _refusal(exchange.DUPLICATE_NAME, "Duplicate file name") from exc
        return success(id=record["id"], data=_shared_folder_data(record))

    def _require_group(self, folder_id: str, group_id: str) -> None:
        folder = self._catalog.shared_folder(folder_id)
        if folder is None:
            raise _refusal(exchange.RESOURCE_NOT_FOUND, "Resource not found: shareFolderId")
        if folder["groupId"] != group_id:
            raise _refusal(exchange.NO_PERMISSION, f"No permission on space {folder_id}: groupId")


class _Call:
    """One request that passed all checks.

    Args:
        values: Its parameters by name.
        body: Its body; empty for a call without one.
        now: The time of the service.
    """

    def __init__(self, values: dict[str, Any], body: dict[str, Any], now: datetime) -> None:
        self.values = values
        self.body = body
        self.trace_id: str | None = values.get("X-Traceid")
        self.create_time = f"{now:%Y-%m-%dT%H:%M:%S}.{now.microsecond // 1000:03}Z"


def _find(request: ReceivedRequest) -> Operation:
    calls = load_description().calls(request.path)
    if not calls:
        raise Refusal(gateway_error(404, exchange.API_NOT_FOUND, "The API does not exist: no such path."))
    if request.method not in calls:
        message = f"The API does not exist: this path takes {', '.join(calls)} only."
        raise Refusal(gateway_error(405, exchange.API_NOT_FOUND, message, {"Allow": ", ".join(calls)}))
    return calls[request.method]


def _check(operation: Operation, request: ReceivedRequest, now: datetime) -> _Call:
    verdict = operation.judge_parameters(request)
    _authenticate(request, verdict.problems, now)
    _refuse_problems(verdict.problems)
    body: dict[str, Any] = {}
    if operation.has_body:
        body = _read_body(request)
        _refuse_problems(operation.judge_body(body).problems)
    return _Call(verdict.values, body, now)


def _authenticate(request: ReceivedRequest, problems: dict[str, str], now: datetime) -> None:
    authorizations = request.headers.get_all("Authorization", [])
    if len(authorizations) != 1 or authorizations[0] not in _AUTHORIZATIONS:
        raise _unauthenticated("The access token in Authorization is missing, wrong or has expired.")
    if "X-User-Id" in problems:
        raise _unauthenticated(f"X-User-Id {problems['X-User-Id']}.")
    if request.headers["X-User-Id"] != SANDBOX_USER_ID:
        raise _unauthenticated("The user in X-User-Id is not the user of the access token.")
    if "X-Date" in problems:
        raise _unauthenticated(f"The time in X-Date {problems['X-Date']}.")
    _judge_time(request.headers["X-Date"], now)


def _judge_time(text: str, now: datetime) -> None:
    try:
        time = datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError as exc:
        raise _unauthenticated("The time in X-Date does not exist.") from exc
    if time > now:
        raise _unauthenticated(f"The time in X-Date is later than the current time {now:%Y%m%dT%H%M%SZ}.")
    if now - time >= _VALIDITY:
        raise _unauthenticated(
            f"The time in X-Date is 15 minutes or more before the current time {now:%Y%m%dT%H%M%SZ}."
        )


def _read_body(request: ReceivedRequest) -> dict[str, Any]:
    content_types = request.headers.get_all("Content-Type", [])
    if len(content_types) != 1 or not _JSON_TYPE.fullmatch(content_types[0].strip()):
        raise _refusal(exchange.BAD_REQUEST, "Bad Request: Content-Type has to be application/json in UTF-8")
    try:
        return read_object(request.body)
    except ValueError as exc:
        raise _refusal(exchange.BAD_REQUEST, f"Bad Request: the body cannot be read: {exc}") from exc


def _refuse_problems(problems: dict[str, str]) -> None:
    if problems:
        listed = "; ".join(f"{name} {problem}" for name, problem in sorted(problems.items()))
        raise _refusal(exchange.PARAMETER_INVALID, f"Verify parameters failed: {listed}")


def _require_space(container_id: str | None) -> None:
    if container_id == MISSING_CONTAINER_ID:
        raise _refusal(exchange.SPACE_NOT_FOUND, "Space not found: containerId")


def _refusal(code: int, message: str) -> Refusal:
    return Refusal(business_error(400, code, message))


def _unauthenticated(message: str) -> Refusal:
    return Refusal(business_error(401, exchange.NOT_AUTHENTICATED, message))


def _shared_folder_data(record: Record) -> dict[str, Any]:
    return {
        "tenantId": record["tenantId"],
        "creator": record["creator"],
        "createTime": record["createTime"],
        "groupId": int(record["groupId"]),
        "id": record["id"],
        "shareFolderId": record["shareFolderFileId"],
    }
