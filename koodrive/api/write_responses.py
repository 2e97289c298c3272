"""Reads the answers of creates and deletes: what was created, or that it was deleted.

Table 3 of create-album documents `albumId` alone; create-shared-folder has its ID beside `data` or in it. A delete
need not name what it has deleted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from koodrive.api.claims import tells_of_failure
from koodrive.api.responses import get_id, get_text, reject_response, require_success
from koodrive.messages import Message
from koodrive.models import CreatedAlbum, CreatedSharedFolder, Deleted, ResponseInfo
from koodrive.rules.ids import ID_LIMIT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from koodrive.api.responses import ApiResponse

_WORDS_OF_SUCCESS = frozenset({"success", "成功"})
"""What `msg` is after a success in the samples of the reference, without its full stop."""


def created_album(answer: ApiResponse) -> CreatedAlbum:
    """Return the album that `answer` says was created.

    Raises:
        RefusedError: When the service says that it did not create it.
        OutcomeUnknownError: When the answer cannot be trusted.
    """
    payload = require_success(answer, "albumId")
    return CreatedAlbum(get_id(answer, payload, "albumId"), _response_info(answer, payload))


def created_shared_folder(answer: ApiResponse) -> CreatedSharedFolder:
    """Return the shared folder that `answer` says was created.

    Raises:
        RefusedError: When the service says that it did not create it.
        OutcomeUnknownError: When the answer cannot be trusted.
    """
    payload = require_success(answer, "id", "data")
    data = payload.get("data")
    if data is None:
        data = {}
    if not isinstance(data, dict):
        reject_response(answer, Message("The part “data” of the answer has another form than documented."))
    folder_id = get_id(answer, payload if "id" in payload else data, "id")
    if data.get("id") is not None and get_text(data, "id") != folder_id:
        reject_response(answer, Message("The answer names two different IDs."))
    return CreatedSharedFolder(
        id=folder_id,
        share_folder_id=_bounded(data, "shareFolderId"),
        group_id=_bounded(data, "groupId"),
        tenant_id=_bounded(data, "tenantId"),
        creator=_bounded(data, "creator"),
        create_time=_bounded(data, "createTime"),
        response_info=_response_info(answer, payload),
    )


def deleted(answer: ApiResponse, object_id: str) -> Deleted:
    """Return that the service has deleted what `object_id` names.

    Raises:
        RefusedError: When the service says that it did not delete it.
        OutcomeUnknownError: When the answer cannot be trusted.
    """
    payload = answer.payload or {}
    # Without a code, the page's other member has to say it: an empty object may come from anywhere.
    evidence = ("msg",) if str(payload.get("msg")).strip(" .!").casefold() in _WORDS_OF_SUCCESS else ()
    payload = require_success(answer, *evidence)
    if tells_of_failure(payload):
        reject_response(answer, Message("The answer says that it worked, and names what failed."))
    return Deleted(object_id, _response_info(answer, payload))


def _bounded(data: Mapping[str, Any], name: str) -> str | None:
    """Return a field that comes along, or None for a text that no window could show; the answer keeps the whole."""
    text = get_text(data, name)
    return text if text is not None and len(text) <= ID_LIMIT else None


def _response_info(answer: ApiResponse, payload: Mapping[str, Any]) -> ResponseInfo:
    code = get_text(payload, "code")
    return ResponseInfo(trace_id=answer.trace_id, status=answer.status, code=code, answer=answer.text)
