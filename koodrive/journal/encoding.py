"""Converts times, texts, requests and results to their form in the database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from koodrive.messages import Message
from koodrive.models import AlbumKind, AlbumType, CreateAlbum, CreatedSharedFolder

if TYPE_CHECKING:
    from koodrive.models import Connection, Created, CreateRequest

LONGEST_ANSWER = 64 * 1024
"""Bytes of UTF-8 that are kept of an answer."""

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
