"""What the service lists as a CSV or JSON file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.journal.export import write_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from koodrive.journal.export import FileFormat
    from koodrive.listing.live_rows import LiveRow

COLUMNS = (
    "kind",
    "type",
    "albumKind",
    "name",
    "ID",
    "group ID",
    "file ID",
    "space ID",
    "made",
    "create time",
    "in the history since",
    "creator",
    "attempt",
)
"""The columns of a CSV file and the members of each JSON object. They stay as they are."""


def write_live_rows(path: Path, rows: Iterable[LiveRow], file_format: FileFormat) -> int:
    """Write `rows` into a file, and return how many there were; see `koodrive.journal.export.write_rows`."""
    return write_rows(path, COLUMNS, _cells(rows), file_format)


def _cells(rows: Iterable[LiveRow]) -> Iterator[tuple[str | int | None, ...]]:
    for row in rows:
        yield (
            row.kind.value,
            None if row.album_type is None else row.album_type.value,
            None if row.album_kind is None else row.album_kind.value,
            row.name,
            row.object_id,
            row.group_id,
            row.file_id,
            row.container_id,
            row.standing.value,
            row.create_time,
            None if row.known_at is None else f"{row.known_at:%Y-%m-%dT%H:%M:%SZ}",
            row.creator,
            row.attempt_id,
        )
