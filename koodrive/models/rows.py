"""The rows and pages of the service's lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from datetime import datetime

    from koodrive.models.kinds import InviteStatus


@dataclass(frozen=True, slots=True)
class SharedFolder:
    """One row of the service's list of shared folders (`sharefolder/list`)."""

    id: str
    name: str
    share_folder_file_id: str | None = None
    group_id: str | None = None
    container_id: str | None = None
    owner_id: str | None = None
    creator: str | None = None
    create_time: str | None = None
    max_member: int | None = None
    status: int | None = None
    """0 normal, 1 deleted; None where it is left out or something else."""


@dataclass(frozen=True, slots=True)
class Album:
    """One row of the service's list of albums (`album/list`); what it leaves out is None."""

    id: str
    name: str | None = None
    """Only for manual albums."""
    scope_dir: tuple[str, ...] | None = None
    """Only for collection albums; in no order that means anything."""
    creator: str | None = None
    create_time: str | None = None


@dataclass(frozen=True, slots=True)
class AlbumContent:
    """One picture or video of an album (ListAlbumContent)."""

    id: str
    owner_id: str | None = None
    take_time: str | None = None
    """As the service wrote it."""


@dataclass(frozen=True, slots=True)
class File:
    """One file or folder in a folder of a space (getPersonalFiles)."""

    file_id: str
    name: str
    file_type: str | None = None
    """``10`` for a folder; None where the service left it out."""

    @property
    def is_folder(self) -> bool:
        """Whether it is known to be a folder."""
        return self.file_type == "10"


@dataclass(frozen=True, slots=True)
class Invite:
    """One invitation to the group of a shared folder (InviteList)."""

    invite_id: str | None
    status: InviteStatus | None
    """None for one that the reference does not know."""
    phone: str | None = None
    """Number of who was invited, masked by the service."""


ListRow = TypeVar("ListRow", SharedFolder, Album, AlbumContent, File, Invite)


@dataclass(frozen=True, slots=True)
class ListPage(Generic[ListRow]):
    """One page of a list, and what its answer says of the list as a whole."""

    rows: tuple[ListRow, ...]
    total: int | None = None
    """Number of rows of the whole list, by `total`; None where the response has none."""
    is_cached: bool = False
    """Whether a cache gave it, so that it may be older than the question."""
    made_at: datetime | None = None
    """When it was made, by its `Date`; UTC. None where it does not say, or a cache does."""
    has_odd_total: bool = False
    """Whether its `total` is something that cannot be read as a number of rows."""
    next_cursor: str | None = None
    """Cursor of the next page; None after the last one, and for lists whose pages have numbers."""


@dataclass(frozen=True, slots=True)
class Space:
    """An individual space of a user (GetSpace); what the service leaves out is None."""

    container_id: str
    capacity_bytes: int | None = None
    status: str | None = None
    root_folder_id: str | None = None
    """`bizRootFileId`, the ID of the folder at the top."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder in a space (getPersonalFiles)."""

    folder_id: str
    name: str


@dataclass(frozen=True, slots=True)
class FolderPage:
    """One page of the folders in a folder."""

    folders: tuple[Folder, ...]
    next_cursor: str | None = None
    """Cursor of the next page; None after the last one."""
