"""The template of a table, as a workbook and as CSV; filled in, it is read back as it was."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from koodrive.batch.columns import FIELDS
from koodrive.batch.limits import ROW_LIMIT
from koodrive.core.files import replace_atomic, write_atomic
from koodrive.journal.export import protect
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

CHOICES = {
    "kind": ("album", "shared_folder"),
    "type": ("manual", "collection"),
    "albumKind": ("personal", "shared"),
    "scopeKind": ("pictures", "videos", "both"),
    "shareType": ("family",),
}
"""What the lists of the workbook offer; reading knows the numbers of the API as well."""

_RULES = {
    "kind": Message("Album or shared folder. Empty: told by the columns that are filled."),
    "ref": Message(
        "A key of yours for this row, to which the column in of other rows may refer. Each one once."
    ),
    "in": Message(
        "For a shared album: the ref, or the line number, of the row with its shared folder in this table."
        " Its IDs are put in once it is made; leave groupId and shareFolderId empty."
    ),
    "name": Message(
        "Album: 1 to 20 characters; optional for a collection. Shared folder: 1 to 31 characters, no emoji and none"
        ' of < > | : * ? " /'
    ),
    "type": Message(
        "Album: manual (2), people add the pictures; or collection (1), it fills itself from folders."
    ),
    "albumKind": Message("Album: personal (1), or shared (2) with the members of a shared folder."),
    "groupId": Message("Shared album: the group ID of its shared folder."),
    "shareFolderId": Message(
        "Shared album: the primary key of its shared folder, a number; not its file ID, which begins with F."
    ),
    "scopeDir": Message("Collection: 1 to 30 folder IDs, separated by blanks, semicolons or line breaks."),
    "scopeParentFolderId": Message("Collection: ID of the folder that holds all of them."),
    "scopeKind": Message("Collection: pictures (1), videos (2) or both (1,2)."),
    "containerId": Message(
        "Shared folder: ID of the owner's personal space. Collection: its space, optional."
    ),
    "shareType": Message("Shared folder: family (0), the only one; may be empty."),
}
_NOTES = (
    Message("Fill in the sheet Rows: one row for each album or shared folder. Only that sheet is read."),
    Message("All cells are text, so that no spreadsheet rounds an ID: paste IDs as values only."),
    Message("Columns may be moved or removed; other columns are kept and come back in the result."),
)
_EXAMPLE = (
    {"kind": "shared_folder", "ref": "wang", "name": "Family Wang", "containerId": "IAAF0000000000000000001"},
    {"kind": "album", "in": "wang", "name": "Spring festival", "type": "manual", "albumKind": "shared"},
    {"kind": "album", "name": "Best of 2026", "type": "manual", "albumKind": "personal"},
    {
        "kind": "album",
        "name": "Last summer",
        "type": "collection",
        "albumKind": "personal",
        "scopeDir": "d-1001\nd-1002",
        "scopeParentFolderId": "d-1000",
        "scopeKind": "both",
    },
)
_WIDTHS = {
    "name": 32,
    "scopeDir": 28,
    "containerId": 40,
    "groupId": 22,
    "shareFolderId": 22,
    "scopeParentFolderId": 28,
}


def write_csv_template(path: Path, rows: Iterable[Sequence[str]] = ()) -> None:
    """Write the template as CSV: the heading, and rows to begin with.

    Args:
        path: Where to; replaced as a whole.
        rows: Texts in the order of `koodrive.batch.columns.FIELDS`; protected so that spreadsheets keep them.

    Raises:
        OSError: When it cannot be written.
        UnicodeEncodeError: When a text holds a lone surrogate.
    """
    write_atomic(path, _csv_pieces(rows))


def _csv_pieces(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    # Without the byte order mark Excel takes UTF-8 for the code page of the computer.
    yield "\ufeff" + _csv_line(FIELDS)
    for row in rows:
        yield _csv_line([protect(cell) for cell in row])


def _csv_line(cells: Sequence[str]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def write_xlsx_template(path: Path, rows: Iterable[Sequence[str]] = ()) -> None:
    """Write the template as a workbook: a sheet for the rows, one with the rules and one with an example.

    Args:
        path: Where to; replaced as a whole.
        rows: Texts to begin with, in the order of `koodrive.batch.columns.FIELDS`.

    Raises:
        OSError: When it cannot be written.
    """
    import xlsxwriter.exceptions  # noqa: PLC0415 - only for a template

    with replace_atomic(path) as temporary:
        book = xlsxwriter.Workbook(
            str(temporary), {"strings_to_numbers": False, "strings_to_formulas": False}
        )
        text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        heading = book.add_format({"bold": True, "bottom": 1, "num_format": "@"})
        _write_rows(book.add_worksheet("Rows"), rows, text, heading)
        _write_rules(book, text, heading)
        example = [[row.get(field, "") for field in FIELDS] for row in _EXAMPLE]
        _write_table(book.add_worksheet("Example"), example, text, heading)
        try:
            book.close()
        except xlsxwriter.exceptions.FileCreateError as exc:
            raise OSError(str(exc)) from exc


def _write_rows(sheet: Worksheet, rows: Iterable[Sequence[str]], text: Format, heading: Format) -> None:
    _write_table(sheet, rows, text, heading)
    for field, values in CHOICES.items():
        column = FIELDS.index(field)
        sheet.data_validation(
            1,
            column,
            ROW_LIMIT,
            column,
            {
                "validate": "list",
                "source": list(values),
                "error_type": "warning",
                "error_title": field,
                "error_message": "Choose from the list, or type a number of the API.",
            },
        )
    sheet.activate()


def _write_table(sheet: Worksheet, rows: Iterable[Sequence[str]], text: Format, heading: Format) -> None:
    for column, field in enumerate(FIELDS):
        sheet.set_column(column, column, _WIDTHS.get(field, 14), text)
        sheet.write_string(0, column, field, heading)
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if cell:
                sheet.write_string(number, column, cell, text)
    sheet.freeze_panes(1, 0)


def _write_rules(book: Workbook, text: Format, heading: Format) -> None:
    sheet = book.add_worksheet("Rules")
    sheet.set_column(0, 0, 22, text)
    sheet.set_column(1, 1, 100, text)
    for row, note in enumerate(_NOTES):
        sheet.write_string(row, 0, str(note), book.add_format({"num_format": "@"}))
    start = len(_NOTES) + 1
    sheet.write_string(start, 0, "Column", heading)
    sheet.write_string(start, 1, "Rule", heading)
    for row, (field, rule) in enumerate(_RULES.items(), start=start + 1):
        sheet.write_string(row, 0, field, text)
        sheet.write_string(row, 1, str(rule), text)
