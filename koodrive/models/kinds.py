"""The choices of requests and lists, and the words for what became of an attempt."""

from __future__ import annotations

from enum import IntEnum, StrEnum


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


class InviteStatus(IntEnum):
    """What became of an invitation to a shared folder (`status` of InviteList)."""

    PENDING = 0
    ACCEPTED = 1
    REFUSED = 2
