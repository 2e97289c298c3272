"""What the service has created or deleted, by its own answer."""

from __future__ import annotations

from dataclasses import dataclass, field


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
