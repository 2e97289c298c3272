"""Converts times, texts, requests and results to their form in the database, and makes the fingerprints of requests.

A fingerprint is equal for requests that look the same to the user. It is kept with each attempt, so that the duplicate
check is one search along an index.
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from koodrive.core.characters import visible_form
from koodrive.messages import Message
from koodrive.models import AlbumKind, AlbumType, CreateAlbum, CreatedSharedFolder

if TYPE_CHECKING:
    from koodrive.models import Connection, Created, CreateRequest

LONGEST_ANSWER = 64 * 1024
"""Bytes of UTF-8 that are kept of an answer."""

_DIGEST_BYTES = 16
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def milliseconds(moment: datetime) -> int:
    """Return `moment` as whole milliseconds since 1970-01-01 UTC, rounded down.

    Raises:
        ValueError: When `moment` has no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a time without a time zone")
    return (moment - _EPOCH) // _MILLISECOND


def moment_of(stored: int) -> datetime:
    """Return the UTC time that `milliseconds` made `stored` of."""
    return _EPOCH + stored * _MILLISECOND


def to_db_text(text: str) -> str:
    r"""Return `text` with each lone surrogate, which no database takes, written out as ``\udXXX``."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def place_of(connection: Connection) -> dict[str, str]:
    """Return the values by which statements tell one user of one service from others."""
    return {
        "service_address": to_db_text(connection.service_address),
        "user_id": to_db_text(connection.user_id),
    }


def truncate_answer(answer: str) -> str:
    """Return what is kept of the text of an answer: all of it, or its start and a sentence that says so."""
    whole = to_db_text(answer).encode("utf-8")
    if len(whole) <= LONGEST_ANSWER:
        return whole.decode("utf-8")
    start = whole[:LONGEST_ANSWER].decode("utf-8", "ignore")
    cut = Message("[KooDesk kept the first 64 KiB of {size} bytes.]", size=len(whole))
    return f"{start}\n{cut}"


def related_ids(request: CreateRequest) -> list[str]:
    """Return the IDs that go out with `request`, so that a search for one of them finds it."""
    ids: list[str | None] = [request.container_id]
    if isinstance(request, CreateAlbum):
        if request.type is AlbumType.COLLECTION:
            ids += [request.scope_parent_folder_id, *request.scope_dir]
        if request.album_kind is AlbumKind.SHARED:
            ids += [request.share_folder_id, request.group_id]
    return [identifier for identifier in ids if identifier]


def result_columns(created: Created | None) -> dict[str, str | None]:
    """Return the columns of the result of a create; all None without one."""
    folder = created if isinstance(created, CreatedSharedFolder) else None
    return {
        "result_id": created.result_id if created else None,
        "file_id": folder.share_folder_id if folder else None,
        "group_id": folder.group_id if folder else None,
        "tenant_id": folder.tenant_id if folder else None,
        "creator": folder.creator if folder else None,
        "create_time": folder.create_time if folder else None,
    }


def to_db_texts(values: dict[str, str | None]) -> dict[str, object]:
    """Return plain text for every text: a sentence or an enum's word is more than the database takes."""
    return {name: None if value is None else to_db_text(str(value)) for name, value in values.items()}


def fingerprint_of(kind: str, service_address: str, user_id: str, body: str) -> str:
    """Return 32 hexadecimal digits that are equal for equal requests of one user to one service.

    The name counts in its visible form (`visible_form`). Neither the order of `scopeDir` nor the JSON type of numbers
    counts, about which connections differ (`koodrive.api.serialization.NumberForm`).

    Args:
        kind: A value of `RequestKind`.
        service_address: Base URL of the service.
        user_id: The user's ID on KooDrive.
        body: The JSON text of the request; a text that is no JSON object is compared as it is.
    """
    content = json.dumps([kind, service_address, user_id, _content_of(body)], sort_keys=True)
    return hashlib.blake2b(content.encode(), digest_size=_DIGEST_BYTES).hexdigest()


def stored_fingerprint(kind: object, service_address: object, user_id: object, body: object) -> str | None:
    """Return the fingerprint of a stored attempt; an SQL function, for migrations.

    Args:
        kind: Column of the attempt, as a BLOB: text that is no UTF-8 must not keep a history from being opened.
        service_address: As `kind`.
        user_id: As `kind`.
        body: As `kind`; None where the row is damaged, which then has no fingerprint.
    """
    if body is None:
        return None
    return fingerprint_of(*(decoded(value) for value in (kind, service_address, user_id, body)))


def stored_visible_form(name: object) -> str | None:
    """Return the visible form of a stored name; an SQL function, with a BLOB as `stored_fingerprint` has it."""
    return None if name is None else visible_form(decoded(name))


def decoded(stored: object) -> str:
    """Return the text of a column, also where a flipped bit has made bytes or a number of it."""
    return stored.decode("utf-8", "replace") if isinstance(stored, bytes) else str(stored)


def _content_of(body: str) -> Any:
    try:
        payload = json.loads(body)
    except (ValueError, RecursionError):
        return body
    if not isinstance(payload, dict):
        return body
    return {field: _plain(field, value) for field, value in payload.items()}


def _plain(field: str, value: Any) -> Any:
    if field == "name":
        return visible_form(str(value))
    if isinstance(value, list):
        return sorted(str(item) for item in value)
    return str(value)
