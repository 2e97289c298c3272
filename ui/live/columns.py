"""Columns of the table On the service, with the texts of their cells."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from koodrive.listing.live_rows import Standing
from koodrive.models import RequestKind
from ui.texts.attempts import album_text, local_time, service_time
from ui.texts.translate import translate
from ui.texts.visible import as_tool_tip, in_short

if TYPE_CHECKING:
    from koodrive.listing.live_rows import LiveRow

_LONGEST_CELL = 300
"""Characters; more are not visible, and laying them out takes time."""
_SEPARATORS = str.maketrans("\t\n\r", "   ")
_SIGNS = {
    Standing.OURS: "✓",
    Standing.OTHERS: "·",
    Standing.GONE: "✕",
    Standing.NOT_LISTED: "?",
    Standing.NOT_READ: "?",
}


class LiveColumn(IntEnum):
    """The columns, from left to right."""

    KIND = 0
    NAME = 1
    ID = 2
    STANDING = 3
    CREATED = 4
    CREATOR = 5
    GROUP_ID = 6
    FILE_ID = 7


HIDDEN_AT_FIRST = ("group_id", "file_id")
"""Names, in small letters, of the columns that people have to choose to see them."""


def header_text(column: int) -> str:
    """Return the heading of a column."""
    return (
        translate("Live", "Kind"),
        translate("Live", "Name"),
        translate("Live", "ID"),
        translate("Live", "Made"),
        translate("Live", "Created"),
        translate("Live", "Creator"),
        translate("Live", "Group ID"),
        translate("Live", "File ID"),
    )[column]


def kind_text(row: LiveRow) -> str:
    """Return the kind of a row."""
    if row.kind is RequestKind.SHARED_FOLDER:
        return translate("Live", "Shared folder")
    if row.album_type is None or row.album_kind is None:
        return translate("Live", "Album")
    return album_text(row.album_type, row.album_kind)


def standing_text(standing: Standing) -> str:
    """Return how a row goes together with the history."""
    return {
        Standing.OURS: translate("Live", "In KooDesk"),
        Standing.OTHERS: translate("Live", "Elsewhere"),
        Standing.GONE: translate("Live", "In KooDesk, gone since"),
        Standing.NOT_LISTED: translate("Live", "In KooDesk, not listed"),
        Standing.NOT_READ: translate("Live", "In KooDesk, not read"),
    }[standing]


def standing_cell(standing: Standing) -> str:
    """Return the cell text of a standing: sign and name."""
    return f"{_SIGNS[standing]} {standing_text(standing)}"


def filter_text(standing: Standing) -> str:
    """Return the filter text for the rows of `standing`."""
    return {
        Standing.OURS: translate("Live", "Made in KooDesk"),
        Standing.OTHERS: translate("Live", "Made elsewhere"),
        Standing.GONE: translate("Live", "Made in KooDesk, gone since"),
        Standing.NOT_LISTED: translate("Live", "Made in KooDesk, not listed"),
        Standing.NOT_READ: translate("Live", "Made in KooDesk, not read"),
    }[standing]


def explanation_of(standing: Standing) -> str:
    """Return the meaning of a standing as a sentence."""
    return {
        Standing.OURS: translate("Live", "The history has it, and the service lists it."),
        Standing.OTHERS: translate(
            "Live", "The service lists it, and the history does not know it: another program made it."
        ),
        Standing.GONE: translate("Live", "The history has it, and the service no longer lists it."),
        Standing.NOT_LISTED: translate(
            "Live",
            "The history has it; the service did not list it now, which does not prove that it is gone.",
        ),
        Standing.NOT_READ: translate("Live", "The history has it; the list that would show it was not read."),
    }[standing]


def text_of(row: LiveRow, column: int) -> str:
    """Return the text of a cell in one line; a dash for a missing value."""
    return in_short(_whole_text_of(row, column), _LONGEST_CELL)


def tool_tip_of(row: LiveRow, column: int) -> str:
    """Return the full text of a cell as a tool tip without markup."""
    if column == LiveColumn.STANDING:
        return as_tool_tip(explanation_of(row.standing))
    if column == LiveColumn.CREATED and is_created_by_history(row):
        return as_tool_tip(f"{created_text(row)}\n{by_history_text()}")
    return as_tool_tip(_whole_text_of(row, column))


def _whole_text_of(row: LiveRow, column: int) -> str:
    if column == LiveColumn.KIND:
        return kind_text(row)
    if column == LiveColumn.NAME:
        return row.name or "–"
    if column == LiveColumn.ID:
        return row.object_id
    if column == LiveColumn.STANDING:
        return standing_cell(row.standing)
    if column == LiveColumn.CREATED:
        return created_text(row)
    value = {LiveColumn.GROUP_ID: row.group_id, LiveColumn.FILE_ID: row.file_id}.get(
        LiveColumn(column), row.creator
    )
    return value or "–"


def is_created_by_history(row: LiveRow) -> bool:
    """Return whether only the history tells when something was created; the service lists no time of albums."""
    return not row.create_time and row.known_at is not None


def created_text(row: LiveRow) -> str:
    """Return when something was created, as the service or else the history tells it."""
    if not row.create_time and row.known_at is not None:
        return local_time(row.known_at)
    return service_time(row.create_time)


def by_history_text() -> str:
    """Return whose word the time of a row is that the service does not tell."""
    return translate("Live", "By the history; the service does not say when it was created.")


def as_table_line(row: LiveRow) -> str:
    """Return one row as a line of texts with tabs between them, in the order of `LiveColumn`."""
    cells = [
        standing_text(row.standing) if column == LiveColumn.STANDING else _whole_text_of(row, column)
        for column in LiveColumn
    ]
    return "\t".join("" if cell == "–" else cell.translate(_SEPARATORS) for cell in cells)
