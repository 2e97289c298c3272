"""The template of a table, as a workbook and as CSV; filled in, it is read back as it was."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from koodrive.batch.cells import choice_of, kind_of
from koodrive.batch.columns import FIELDS, IN, KIND, REF, field_of
from koodrive.batch.limits import ROW_LIMIT
from koodrive.core.files import replace_atomic, write_atomic
from koodrive.journal.export import protect
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

HEADINGS = {
    KIND: Message("kind"),
    REF: Message("ref"),
    IN: Message("in"),
    "name": Message("name"),
    "type": Message("type"),
    "albumKind": Message("albumKind"),
    "groupId": Message("groupId"),
    "shareFolderId": Message("shareFolderId"),
    "scopeDir": Message("scopeDir"),
    "scopeParentFolderId": Message("scopeParentFolderId"),
    "scopeKind": Message("scopeKind"),
    "containerId": Message("containerId"),
    "shareType": Message("shareType"),
}
"""Headings of the columns; in another language what `koodrive.batch.columns` knows for them."""
CHOICES = {
    KIND: (Message("album"), Message("shared_folder")),
    "type": (Message("manual"), Message("collection")),
    "albumKind": (Message("personal"), Message("shared")),
    "scopeKind": (Message("pictures"), Message("videos"), Message("both")),
    "shareType": (Message("family"),),
}
"""What the lists of the workbook offer; reading knows the numbers of the API as well."""
_ALBUM, _FOLDER = CHOICES[KIND]
_MANUAL, _COLLECTION = CHOICES["type"]
_PERSONAL, _SHARED = CHOICES["albumKind"]

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
_ROWS = Message("Rows")
_NOTES = (
    Message(
        "Fill in the sheet {sheet}: one row for each album or shared folder. Only that sheet is read.",
        sheet=_ROWS,
    ),
    Message("All cells are text, so that no spreadsheet rounds an ID: paste IDs as values only."),
    Message("Columns may be moved or removed; other columns are kept and come back in the result."),
)
_EXAMPLE: tuple[dict[str, str], ...] = (
    {KIND: _FOLDER, REF: "wang", "name": Message("Family Wang"), "containerId": "IAAF0000000000000000001"},
    {KIND: _ALBUM, IN: "wang", "name": Message("Spring festival"), "type": _MANUAL, "albumKind": _SHARED},
    {KIND: _ALBUM, "name": Message("Best of 2026"), "type": _MANUAL, "albumKind": _PERSONAL},
    {
        KIND: _ALBUM,
        "name": Message("Last summer"),
        "type": _COLLECTION,
        "albumKind": _PERSONAL,
        "scopeDir": "d-1001\nd-1002",
        "scopeParentFolderId": "d-1000",
        "scopeKind": CHOICES["scopeKind"][-1],
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


def write_csv_template(
    path: Path, rows: Iterable[Sequence[str]] = (), translate: Callable[[str], str] = str
) -> None:
    """Write the template as CSV: the heading, and rows to begin with.

    Args:
        path: Where to; replaced as a whole.
        rows: Texts in the order of `koodrive.batch.columns.FIELDS`; protected so that spreadsheets keep them.
        translate: Translates a message, here the headings.

    Raises:
        OSError: When it cannot be written.
        UnicodeEncodeError: When a text holds a lone surrogate.
    """
    write_atomic(path, _csv_pieces(rows, translate))


def _csv_pieces(rows: Iterable[Sequence[str]], translate: Callable[[str], str]) -> Iterator[str]:
    # Without the byte order mark Excel takes UTF-8 for the code page of the computer.
    yield "\ufeff" + _csv_line([_heading(field, translate) for field in FIELDS])
    for row in rows:
        yield _csv_line([protect(cell) for cell in row])


def _csv_line(cells: Sequence[str]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def write_xlsx_template(
    path: Path, rows: Iterable[Sequence[str]] = (), translate: Callable[[str], str] = str
) -> None:
    """Write the template as a workbook: a sheet for the rows, one with the rules and one with an example.

    Args:
        path: Where to; replaced as a whole.
        rows: Texts to begin with, in the order of `koodrive.batch.columns.FIELDS`.
        translate: Translates a message: headings, choices, rules and the example.

    Raises:
        OSError: When it cannot be written.
    """
    import xlsxwriter.exceptions  # noqa: PLC0415 - only for a template

    with replace_atomic(path) as temporary:
        book = xlsxwriter.Workbook(
            str(temporary), {"strings_to_numbers": False, "strings_to_formulas": False}
        )
        sheets = _Sheets(book, translate)
        sheets.write_rows(rows)
        sheets.write_rules()
        sheets.write_example()
        try:
            book.close()
        except xlsxwriter.exceptions.FileCreateError as exc:
            raise OSError(str(exc)) from exc


def _heading(field: str, translate: Callable[[str], str]) -> str:
    """Return the heading of a column, in the language where that is read back."""
    heading = translate(HEADINGS[field])
    return heading if field_of(heading) == field else field


def _choice(field: str, word: str, translate: Callable[[str], str]) -> str:
    """Return a word of a choice, in the language where that is read back."""
    translated = translate(word)
    if field == KIND:
        return translated if kind_of(translated) == kind_of(word) else word
    return translated if choice_of(field, translated) == choice_of(field, word) else word


class _Sheets:
    """Writes the sheets of the workbook.

    Args:
        book: The workbook.
        translate: Translates a message.
    """

    def __init__(self, book: Workbook, translate: Callable[[str], str]) -> None:
        self._book = book
        self._translate = translate
        self._headings = [_heading(field, translate) for field in FIELDS]
        self._text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        self._heading = book.add_format({"bold": True, "bottom": 1, "num_format": "@"})

    def write_rows(self, rows: Iterable[Sequence[str]]) -> None:
        """Write the sheet that is read, with lists of the choices."""
        sheet = self._book.add_worksheet(self._translate(_ROWS))
        self._write_table(sheet, rows)
        for field, words in CHOICES.items():
            column = FIELDS.index(field)
            validation = {
                "validate": "list",
                "source": [_choice(field, word, self._translate) for word in words],
                "error_type": "warning",
                "error_title": self._headings[column],
                "error_message": self._translate(
                    Message("Choose from the list, or type a number of the API.")
                ),
            }
            sheet.data_validation(1, column, ROW_LIMIT, column, validation)
        sheet.activate()

    def write_rules(self) -> None:
        """Write the sheet with the rule of each column, which has the name of the API besides its heading."""
        sheet = self._book.add_worksheet(self._translate(Message("Rules")))
        sheet.set_column(0, 0, 30, self._text)
        sheet.set_column(1, 1, 100, self._text)
        for row, note in enumerate(_NOTES):
            sheet.write_string(row, 0, self._translate(note), self._book.add_format({"num_format": "@"}))
        start = len(_NOTES) + 1
        sheet.write_string(start, 0, self._translate(Message("Column")), self._heading)
        sheet.write_string(start, 1, self._translate(Message("Rule")), self._heading)
        for row, (field, heading) in enumerate(zip(FIELDS, self._headings, strict=True), start=start + 1):
            both = Message("{heading} ({field})", heading=heading, field=field)
            sheet.write_string(row, 0, field if heading == field else self._translate(both), self._text)
            sheet.write_string(row, 1, self._translate(_RULES[field]), self._text)

    def write_example(self) -> None:
        """Write the sheet with an example."""
        rows = [
            [
                _choice(field, row.get(field, ""), self._translate)
                if field in CHOICES
                else self._translate(row.get(field, ""))
                for field in FIELDS
            ]
            for row in _EXAMPLE
        ]
        self._write_table(self._book.add_worksheet(self._translate(Message("Example"))), rows)

    def _write_table(self, sheet: Worksheet, rows: Iterable[Sequence[str]]) -> None:
        for column, (field, heading) in enumerate(zip(FIELDS, self._headings, strict=True)):
            sheet.set_column(column, column, _WIDTHS.get(field, 14), self._text)
            sheet.write_string(0, column, heading, self._heading)
        for number, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                if cell:
                    sheet.write_string(number, column, cell, self._text)
        sheet.freeze_panes(1, 0)
