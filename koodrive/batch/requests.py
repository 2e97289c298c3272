"""The create that a checked row asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from koodrive.api import serialization
from koodrive.models import RequestKind

if TYPE_CHECKING:
    from koodrive.models import CreateRequest


@dataclass(frozen=True, slots=True)
class FolderIds:
    """IDs of a shared folder that albums are put into."""

    group_id: str
    primary_key: str
    container_id: str
    """The space that it is in."""


class RowFields(Protocol):
    """What a request is made of: a checked row, or a stored one."""

    @property
    def kind(self) -> str | None:
        """A `RequestKind`."""

    @property
    def fields(self) -> dict[str, str | list[str]]:
        """API field name (camelCase) to text, `scopeDir` to a list."""


def request_of(row: RowFields, folder: FolderIds | None = None) -> CreateRequest:
    """Return the create that a row without problems asks for.

    Args:
        row: The row; an album goes into `folder`, where one is given.
        folder: The shared folder that its `in` names; None for a row without `in`.

    Raises:
        ValueError: When the row has no kind, or a choice of it is none.
        KeyError: When a field is missing without which there is no request.
    """
    fields = dict(row.fields)
    if folder is not None:
        fields |= {
            "groupId": folder.group_id,
            "shareFolderId": folder.primary_key,
            "containerId": folder.container_id,
        }
    if row.kind == RequestKind.ALBUM:
        return serialization.album_from_fields(fields)
    if row.kind == RequestKind.SHARED_FOLDER:
        return serialization.shared_folder_from_fields(fields)
    raise ValueError(f"a row without a kind: {row.kind}")
