"""Rows of the live view: albums and shared folders from the service's lists and the history."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from koodrive.api import serialization
from koodrive.models import AlbumKind, AlbumType, CreateAlbum, RequestKind

if TYPE_CHECKING:
    from datetime import datetime

    from koodrive.journal import CreatedObject
    from koodrive.models import Album, SharedFolder

AlbumList: TypeAlias = tuple[AlbumType, AlbumKind, str | None]
"""Key of a list of albums: type, kind, and the group of the albums; None for all groups."""


class Standing(StrEnum):
    """Relation of an object to the service's lists and the history."""

    OURS = "ours"
    """Listed, and the history knows that it has made it."""
    OTHERS = "others"
    """Listed, and not in the history."""
    GONE = "gone"
    """In the history, and counts as removed from the list (`koodrive.journal.service_lists`)."""
    NOT_LISTED = "notListed"
    """In the history, and not in the list, which may not be whole; or it is not known which list would show it."""
    NOT_READ = "notRead"
    """In the history; the list that would show it was not read, or not to its end."""


@dataclass(frozen=True, slots=True)
class LiveRow:
    """One album or shared folder; values that neither the service nor the history has are None or empty."""

    kind: RequestKind
    object_id: str
    """The album's ID, or the primary key of the shared folder."""
    name: str
    standing: Standing
    attempt_id: int | None = None
    """The row of the history; None for what others have made."""
    album_type: AlbumType | None = None
    album_kind: AlbumKind | None = None
    group_id: str | None = None
    file_id: str | None = None
    """A shared folder's ID as a file."""
    container_id: str | None = None
    creator: str | None = None
    create_time: str | None = None
    """As the service wrote it."""
    known_at: datetime | None = None
    """Since when the history knows that it is there; UTC. None for what others have made."""
    scope_dir: tuple[str, ...] | None = None
    scope_parent_folder_id: str | None = None
    """This and what follows is in no list: only the history knows it of what was made here."""
    scope_kind: str | None = None
    share_folder_id: str | None = None
    """The primary key of the shared folder that a shared album is in."""


def sent_album(made: CreatedObject) -> CreateAlbum | None:
    """Return the request that has made an album; None for one that this version does not understand."""
    request = serialization.request_from_body(RequestKind.ALBUM, made.body)
    return request if isinstance(request, CreateAlbum) else None


def listed_album(row: Album, place: AlbumList, made: CreatedObject | None) -> LiveRow:
    """Return the row of an album that is listed.

    Args:
        row: As the service lists it.
        place: The list.
        made: The object in the history; None for those of others.
    """
    album_type, album_kind, group_id = place
    known = _unknown(RequestKind.ALBUM, row.id) if made is None else recorded_album(made, Standing.OURS)
    return replace(
        known,
        # The service shows no names of collection albums.
        name=row.name or known.name,
        album_type=album_type,
        album_kind=album_kind,
        group_id=group_id or known.group_id,
        creator=row.creator,
        create_time=row.create_time,
        scope_dir=row.scope_dir or known.scope_dir,
    )


def recorded_album(made: CreatedObject, standing: Standing) -> LiveRow:
    """Return the row of an album from its record in the history.

    Args:
        made: The object.
        standing: Its relation to the lists.
    """
    row = LiveRow(
        RequestKind.ALBUM,
        made.result_id,
        made.name or "",
        standing,
        made.attempt_id,
        known_at=made.settled_at,
    )
    sent = sent_album(made)
    if sent is None:
        return row
    return replace(
        row,
        album_type=sent.type,
        album_kind=sent.album_kind,
        group_id=sent.group_id,
        container_id=sent.container_id,
        scope_dir=sent.scope_dir or None,
        scope_parent_folder_id=sent.scope_parent_folder_id,
        scope_kind=sent.scope_kind,
        share_folder_id=sent.share_folder_id,
    )


def listed_folder(row: SharedFolder, made: CreatedObject | None) -> LiveRow:
    """Return the row of a shared folder that is listed.

    Args:
        row: As the service lists it.
        made: The object in the history; None for those of others.
    """
    known = (
        _unknown(RequestKind.SHARED_FOLDER, row.id) if made is None else recorded_folder(made, Standing.OURS)
    )
    return replace(
        known,
        name=row.name or known.name,
        group_id=row.group_id or known.group_id,
        file_id=row.share_folder_file_id or known.file_id,
        container_id=row.container_id or known.container_id,
        creator=row.creator or known.creator,
        create_time=row.create_time or known.create_time,
    )


def recorded_folder(made: CreatedObject, standing: Standing) -> LiveRow:
    """Return the row of a shared folder from its record in the history.

    Args:
        made: The object.
        standing: Its relation to the lists.
    """
    sent = serialization.request_from_body(RequestKind.SHARED_FOLDER, made.body)
    return LiveRow(
        kind=RequestKind.SHARED_FOLDER,
        object_id=made.result_id,
        name=made.name or "",
        standing=standing,
        attempt_id=made.attempt_id,
        group_id=made.group_id,
        file_id=made.file_id,
        container_id=None if sent is None else sent.container_id,
        creator=made.creator,
        create_time=made.create_time,
        known_at=made.settled_at,
    )


def _unknown(kind: RequestKind, object_id: str) -> LiveRow:
    return LiveRow(kind, object_id, "", Standing.OTHERS)
