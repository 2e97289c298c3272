"""Requests and results of the service, as frozen values.

Field names are the API's own in snake_case. Every ID is text here; only the wire knows that some are numbers.
Follows `create-album` and `create-shared-folder` of the KooDrive (Carrier) API reference.
"""

from __future__ import annotations

from koodrive.models.connection import Connection
from koodrive.models.kinds import (
    Action,
    AlbumKind,
    AlbumType,
    InviteStatus,
    OutcomeKind,
    QueryType,
    RequestKind,
    ScopeKind,
    ShareType,
)
from koodrive.models.outcome import Outcome, OutcomeDetails
from koodrive.models.requests import (
    CreateAlbum,
    CreateRequest,
    CreateSharedFolder,
    DeleteAlbum,
    DeleteRequest,
    DeleteSharedFolder,
)
from koodrive.models.results import Created, CreatedAlbum, CreatedSharedFolder, Deleted, ResponseInfo
from koodrive.models.rows import (
    Album,
    AlbumContent,
    File,
    Folder,
    FolderPage,
    Invite,
    ListPage,
    ListRow,
    SharedFolder,
    Space,
)

__all__ = [
    "Action",
    "Album",
    "AlbumContent",
    "AlbumKind",
    "AlbumType",
    "Connection",
    "CreateAlbum",
    "CreateRequest",
    "CreateSharedFolder",
    "Created",
    "CreatedAlbum",
    "CreatedSharedFolder",
    "DeleteAlbum",
    "DeleteRequest",
    "DeleteSharedFolder",
    "Deleted",
    "File",
    "Folder",
    "FolderPage",
    "Invite",
    "InviteStatus",
    "ListPage",
    "ListRow",
    "Outcome",
    "OutcomeDetails",
    "OutcomeKind",
    "QueryType",
    "RequestKind",
    "ResponseInfo",
    "ScopeKind",
    "ShareType",
    "SharedFolder",
    "Space",
]
