"""What the details of an attempt show, line by line, out of its row of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.models import RequestKind
from ui.texts import attempt_words as words

if TYPE_CHECKING:
    from koodrive.journal import Attempt

_ID_KEYS: dict[str, str] = {RequestKind.ALBUM: "albumId", RequestKind.SHARED_FOLDER: "sharedFolderId"}
PLACE_LINES = ("shareFolderId", "scopeParentFolderId")
"""What the request says of where an album is, and where it takes its pictures from; each one ID."""


def values_of(attempt: Attempt) -> dict[str, str | None]:
    """Return the text of every line by its key; None for what this attempt does not have."""
    id_key = _ID_KEYS.get(attempt.kind, "resultId")
    settled = attempt.settled_at
    return {
        "name": attempt.name,
        **{key: attempt.result_id if key == id_key else None for key in (*_ID_KEYS.values(), "resultId")},
        "fileId": attempt.file_id,
        "groupId": attempt.group_id,
        "tenantId": attempt.tenant_id,
        "creator": attempt.creator,
        "createTime": attempt.create_time,
        "traceId": words.trace_id_words(attempt.trace_id),
        "started": words.exact_time(attempt.started_at),
        "startedUtc": words.utc_time(attempt.started_at),
        "settled": words.exact_time(settled) if settled else None,
        "settledUtc": words.utc_time(settled) if settled else None,
        "status": None if attempt.status is None else str(attempt.status),
        "code": attempt.code,
        "connection": attempt.connection_name,
        "serviceAddress": attempt.service_address,
        "userId": attempt.user_id,
    }


def places_of(attempt: Attempt) -> dict[str, tuple[str, ...]]:
    """Return the IDs of folders that the request of an album has, by the API's field name."""
    from koodrive.api.wire import fields_from_body  # noqa: PLC0415 - not needed to start

    if attempt.kind != RequestKind.ALBUM:
        return {}
    fields = fields_from_body(attempt.body)
    values = {key: fields.get(key) or "" for key in (*PLACE_LINES, "scopeDir")}
    return {
        key: (value,) if isinstance(value, str) else tuple(value) for key, value in values.items() if value
    }
