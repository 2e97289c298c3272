"""Form content for something similar to an entry of the service's lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.models import RequestKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from koodrive.listing.live_rows import LiveRow
    from koodrive.rules.problems import FieldValue


def template_of(row: LiveRow, rows: Iterable[LiveRow]) -> dict[str, FieldValue]:
    """Return the known values of `row` by API field name.

    Args:
        row: An album or a shared folder.
        rows: All rows; the lists name a shared album's group, and only its folder's row has the key.
    """
    if row.kind is RequestKind.SHARED_FOLDER:
        return _known({"name": row.name, "containerId": row.container_id or ""})
    folder_id = row.share_folder_id or next(
        (
            other.object_id
            for other in rows
            if other.kind is RequestKind.SHARED_FOLDER and row.group_id and other.group_id == row.group_id
        ),
        "",
    )
    return _known(
        {
            "type": str(int(row.album_type)) if row.album_type is not None else "",
            "albumKind": str(int(row.album_kind)) if row.album_kind is not None else "",
            "name": row.name,
            "groupId": row.group_id or "",
            "shareFolderId": folder_id,
            "scopeDir": list(row.scope_dir or ()),
            "scopeParentFolderId": row.scope_parent_folder_id or "",
            "scopeKind": row.scope_kind or "",
            "containerId": row.container_id or "",
        }
    )


def _known(fields: dict[str, FieldValue]) -> dict[str, FieldValue]:
    return {name: value for name, value in fields.items() if value}
