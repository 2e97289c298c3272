"""Requests and results of the service, as frozen values.

Field names are the API's own in snake_case. Every ID is text here; only the wire knows that some are numbers.
Follows `create-album` and `create-shared-folder` of the KooDrive (Carrier) API reference.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

if TYPE_CHECKING:
    from datetime import datetime

    from koodrive.messages import Message


class AlbumType(IntEnum):
    """Way an album gets its pictures (`type` of create-album)."""

    COLLECTION = 1
    MANUAL = 2


class AlbumKind(IntEnum):
    """Audience of an album (`albumKind` of create-album)."""

    PERSONAL = 1
    SHARED = 2


class ShareType(IntEnum):
    """Kind of a shared folder (`shareType` of create-shared-folder); the service knows one."""

    FAMILY = 0


class QueryType(IntEnum):
    """Selection of listed shared folders (`queryType` of ListShareFolder)."""

    ALL = 0
    CREATED_BY_ME = 1
    JOINED_BY_ME = 2


class ScopeKind(StrEnum):
    """Media of a collection album (`scopeKind` of create-album)."""

    IMAGES = "1"
    VIDEOS = "2"
    IMAGES_AND_VIDEOS = "1,2"


class RequestKind(StrEnum):
    """Which of the two creates is meant; the values are the form names of the window, too."""

    ALBUM = "album"
    SHARED_FOLDER = "sharedFolder"


class Action(StrEnum):
    """What an attempt does with its object."""

    CREATE = "create"
    DELETE = "delete"
    """Takes back what a create has made."""


class OutcomeKind(StrEnum):
    """The words for what became of a create or a delete, the same in database, window, log and documents."""

    SENDING = "sending"
    """Under way."""
    CREATED = "created"
    """The service answered yes and gave an ID."""
    DELETED = "deleted"
    """The service answered yes to a delete, or its lists show that the object is gone: it was taken back."""
    REFUSED = "refused"
    """The service answered no, or its lists show that it did not do it: nothing was changed."""
    NOT_SENT = "not_sent"
    """It never left this computer: nothing was changed."""
    UNKNOWN = "unknown"
    """It left, and no trustworthy answer came back: it may have been carried out."""


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


@dataclass(frozen=True, slots=True)
class ResponseInfo:
    """The proof that came with a result, for the history and the service's support."""

    trace_id: str
    status: int
    code: str | None
    """The code in the answer; None where it had none."""
    answer: str = field(repr=False)
    """The text of the answer, as it came."""


@dataclass(frozen=True, slots=True)
class CreatedAlbum:
    """The answer to a `CreateAlbum` that the service carried out."""

    album_id: str
    response_info: ResponseInfo | None = field(default=None, compare=False, repr=False)

    @property
    def result_id(self) -> str:
        """The ID of the created object."""
        return self.album_id


@dataclass(frozen=True, slots=True)
class CreatedSharedFolder:
    """The answer to a `CreateSharedFolder` that the service carried out.

    `id` is the primary key, which a shared album wants as its `share_folder_id`; `share_folder_id` is the ID
    of the folder as a file. The fields that the service left out are None.
    """

    id: str
    share_folder_id: str | None = None
    group_id: str | None = None
    tenant_id: str | None = None
    creator: str | None = None
    create_time: str | None = None
    """As the service wrote it, for example ``2025-09-01T02:34:57.815Z``."""
    response_info: ResponseInfo | None = field(default=None, compare=False, repr=False)

    @property
    def result_id(self) -> str:
        """The ID of the created object."""
        return self.id


Created = CreatedAlbum | CreatedSharedFolder


@dataclass(frozen=True, slots=True)
class Deleted:
    """The answer to a delete that the service carried out."""

    object_id: str
    """The ID that was asked for; the answer need not name it."""
    response_info: ResponseInfo | None = field(default=None, compare=False, repr=False)


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


class InviteStatus(IntEnum):
    """What became of an invitation to a shared folder (`status` of InviteList)."""

    PENDING = 0
    ACCEPTED = 1
    REFUSED = 2


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


@dataclass(frozen=True, slots=True)
class Connection:
    """Service address and user to send as; neither the token nor the proxy's password is part of it.

    `service_address` is a base URL such as ``https://intl.myhuaweicloud-koodrive.com``, in the one spelling of
    `koodrive.rules.address.normal_address`: services are told apart by it.
    """

    connection_id: str
    name: str
    service_address: str
    user_id: str
    authorization_format: str
    """A value of `koodrive.api.auth.AuthorizationFormat`."""
    language: str
    """``en-US`` or ``zh-CN``."""
    proxy: str = "none"
    """A value of `koodrive.network.proxy.ProxyMode`."""
    proxy_address: str = ""
    """Such as ``http://proxy.example.com:8080``; for a proxy that the connection names."""
    proxy_user: str = ""
    """User name at that proxy; empty for none."""
    ca_file: str = ""
    """A PEM file with authorities that are trusted besides those of the system; empty for none."""
    account: str = ""
    """With which the user signs in; empty for a connection with a token or an app's key of its own."""
    agent_name: str = ""
    """The carrier at which the user signs in (`x-hw-agentName`)."""
    number_form: str = "integer"
    """A value of `koodrive.api.serialization.NumberForm`."""
    language_form: str = "hyphen"
    """A value of `koodrive.api.serialization.LanguageForm`."""
    trace_id_header: str = "sent"
    """A value of `koodrive.api.serialization.TraceIdHeader`."""
    delete_id_form: str = "list"
    """A value of `koodrive.api.serialization.DeleteIdForm`."""
    idle_minutes: str = "20"
    """Lifetime of a token after the last call, in digits, where the service gives none."""

    @property
    def account_key(self) -> tuple[str, str]:
        """The service and the user: what decides which albums and folders there are, whatever else is changed."""
        return self.service_address, self.user_id


@dataclass(frozen=True, slots=True)
class Outcome:
    """Outcome of one create, as returned to the page that started it."""

    kind: OutcomeKind
    request: CreateRequest
    attempt_id: int | None
    """The row of the history, or None when not even the intent could be written."""
    created: Created | None = None
    title: Message | None = None
    message: Message | None = None
    """Event, meaning and remedy; None when it was created."""
    code: str | None = None
    """The service's code, when it gave one."""
    is_sign_in_needed: bool = False
    """Whether it was refused because of the token or the user."""
    is_token_refused: bool = False
    """Whether the service itself refused it because of the token, so that it may be sent again with another one."""
    retry_after: float | None = None
    """Seconds to wait before it may be sent again, where the gateway turned it away for being one too many."""
    is_wait_stated: bool = False
    """Whether the gateway has said how long to wait."""
    is_clock_refused: bool = False
    """Whether it was refused because of the time that it said."""
    name_conflict_id: int | None = None
    """An earlier attempt of unknown outcome that has probably made what now stands in the way."""
    remark: Message | None = None
    """Further remark, for example that the clock of this computer is wrong."""
    trace_id: str | None = None
    settled_at: datetime | None = None
    journal_problem: Message | None = None
    """Said when the outcome stands, but could not be written into the history."""

    @property
    def has_shared_album(self) -> bool:
        """Whether a shared album was created, which is in the history."""
        return (
            self.kind is OutcomeKind.CREATED
            and self.created is not None
            and self.attempt_id is not None
            and isinstance(self.request, CreateAlbum)
            and self.request.album_kind is AlbumKind.SHARED
        )
