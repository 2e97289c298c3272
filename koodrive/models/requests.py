"""Requests to create and to delete an album or a shared folder."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, TypeVar, cast

from koodrive.models.kinds import AlbumKind, AlbumType, ScopeKind, ShareType

M = TypeVar("M", bound=IntEnum)


def _member(enum: type[M], value: Any) -> M:
    """Return the member that `value`, an integer or its text, stands for; the rules judge what is none."""
    if isinstance(value, (int, str)) and not isinstance(value, bool):
        with suppress(ValueError):
            return enum(int(value))
    return cast("M", value)


@dataclass(frozen=True, slots=True)
class CreateAlbum:
    """A request to create one album.

    Only the fields that go with the chosen type and kind are sent: the scope fields for a collection album,
    `group_id` and `share_folder_id` for a shared album.
    """

    type: AlbumType
    album_kind: AlbumKind
    name: str | None = None
    """1 to 20 code points; required for a manual album."""
    scope_dir: tuple[str, ...] = ()
    """1 to 30 different directory IDs, all children of `scope_parent_folder_id`."""
    scope_parent_folder_id: str | None = None
    scope_kind: ScopeKind | str | None = None
    container_id: str | None = None
    """ID of the space that the directories are in; optional."""
    group_id: str | None = None
    share_folder_id: str | None = None
    """Primary key of the shared folder (a 64-bit integer as text), not its file ID."""

    def __post_init__(self) -> None:
        # The API's page calls both fields strings and shows integers; whichever comes in, we mean the member.
        object.__setattr__(self, "type", _member(AlbumType, self.type))
        object.__setattr__(self, "album_kind", _member(AlbumKind, self.album_kind))


@dataclass(frozen=True, slots=True)
class CreateSharedFolder:
    """A request to create one shared folder in the space of its owner."""

    name: str
    """1 to 31 code points, no emoji and none of the forbidden characters."""
    container_id: str
    """ID of the owner's personal space."""
    share_type: ShareType = ShareType.FAMILY


CreateRequest = CreateAlbum | CreateSharedFolder


@dataclass(frozen=True, slots=True)
class DeleteAlbum:
    """A request to delete one album (DeleteAlbum)."""

    album_id: str
    name: str | None = None
    """Its name, for the history; it is not sent."""

    @property
    def object_id(self) -> str:
        """The ID of what is to be deleted."""
        return self.album_id


@dataclass(frozen=True, slots=True)
class DeleteSharedFolder:
    """A request to delete one shared folder (DeleteShareFolder); only its owner may."""

    id: str
    """Its primary key, not its file ID."""
    name: str | None = None
    """Its name, for the history; it is not sent."""

    @property
    def object_id(self) -> str:
        """The ID of what is to be deleted."""
        return self.id


DeleteRequest = DeleteAlbum | DeleteSharedFolder
