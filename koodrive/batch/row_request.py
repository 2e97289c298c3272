"""The request that a checked row stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.api.serialization import album_from_fields, shared_folder_from_fields
from koodrive.models import AlbumType, RequestKind

if TYPE_CHECKING:
    from koodrive.batch.models import CheckedRow, FolderIds
    from koodrive.models import CreateRequest


def request_of(row: CheckedRow, folder: FolderIds | None = None) -> CreateRequest:
    """Return the request of a row.

    Args:
        row: A row without problems.
        folder: The shared folder that its `in` names, once it is made; its space is put in where a collection album
            names none.

    Raises:
        ValueError: When the row has no kind, or is in a folder that is not given.
    """
    if row.kind is None or (row.folder_row is not None and folder is None):
        raise ValueError("the row cannot be sent yet")
    if row.kind is RequestKind.SHARED_FOLDER:
        return shared_folder_from_fields(row.fields)
    fields: dict[str, str | list[str]] = dict(row.fields)
    if folder is not None:
        fields |= {"groupId": folder.group_id, "shareFolderId": folder.share_folder_id}
        if fields["type"] == str(AlbumType.COLLECTION.value):
            fields.setdefault("containerId", folder.container_id)
    return album_from_fields(fields)
