"""Reads a sheet of a workbook as texts; what spreadsheets have changed or hide is found, and nothing is evaluated."""

from __future__ import annotations

import datetime as dt
import io
from itertools import chain, count, repeat
from typing import TYPE_CHECKING, cast

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from koodrive.batch.errors import TableError
from koodrive.batch.limits import CELL_LIMIT, cell_too_long
from koodrive.batch.models import Finding, Severity
from koodrive.batch.reading.raw_row import RawRow, raw_row
from koodrive.batch.reading.sheet_scan import CellMark, scan_sheet
from koodrive.batch.reading.xlsx_package import Package, damaged
from koodrive.messages import Message, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from koodrive.batch.reading.sheet_scan import MergedRange

    Value = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_EXACT_BELOW = 10**15
"""A number cell keeps up to 15 digits."""

_MARKS = {
    CellMark.FORMULA: Finding(
        "formula",
        Message("This is a formula; the value that it had last is taken."),
        severity=Severity.ADVICE,
    ),
    CellMark.WITHOUT_VALUE: Finding(
        "formula_without_value",
        Message(
            "This is a formula without a stored value. Open and save the file in a spreadsheet, or type the text."
        ),
    ),
    CellMark.ERROR: Finding(
        "error_cell",
        Message("This cell shows an error, such as #N/A. Correct its formula, or type the text."),
    ),
}
_ROUNDED = Finding(
    "id_rounded",
    Message(
        "This is a number cell with 16 digits or more, and a spreadsheet keeps 15: the last digits may be lost."
        " Format the cells as text, and copy the ID from its source."
    ),
)
_DATE = Finding(
    "date_cell",
    Message(
        "This is a date or a time: the spreadsheet has changed what was typed. Type it into a text cell."
    ),
)
_TRUTH = Finding(
    "truth_cell", Message("This is TRUE or FALSE, and no text. Type what was meant into a text cell.")
)
_FRACTION = Finding(
    "number_cell",
    Message(
        "This is a number; the spreadsheet may show it otherwise. Check it, or type it into a text cell."
    ),
    severity=Severity.ADVICE,
)
_HIDDEN = Finding(
    "hidden_row",
    Message("This row is hidden in the spreadsheet, perhaps by a filter. Show it there, or leave it out."),
)


class Workbook:
    """A workbook, opened and checked.

    Args:
        data: The bytes of the file.
        sheet: Name of the sheet to read; None for the first visible one.

    Attributes:
        sheet: Name of the sheet that is read.
        sheets: Names of the visible sheets, in their order.

    Raises:
        TableError: When it cannot be read, is too large, or has no such sheet.
    """

    def __init__(self, data: bytes, sheet: str | None) -> None:
        if data.startswith(_OLE):
            raise _not_readable(is_encrypted=_ENCRYPTED in data)
        package = Package(data)
        package.check_shared_parts()
        try:
            workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
            metadata = [one for one in workbook.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
            self.sheets = tuple(one.name for one in metadata if one.visible == SheetVisibleEnum.Visible)
            names = [one.name for one in metadata]
            self.sheet = self._choose(sheet, names)
            self.scan = scan_sheet(package, package.sheet_part(self.sheet))
            self._sheet = workbook.get_sheet_by_name(self.sheet)
        except PasswordError as exc:
            raise _not_readable(is_encrypted=True) from exc
        except CalamineError as exc:
            raise damaged() from exc
        except BaseException as exc:
            if not _is_panic(exc):
                raise
            raise damaged() from exc

    def _choose(self, wanted: str | None, names: list[str]) -> str:
        if wanted is None:
            first = next(iter((*self.sheets, *names)), None)
            if first is None:
                raise damaged()
            return first
        if wanted not in names:
            raise TableError(
                "sheet_unknown",
                Message(
                    "There is no sheet “{sheet}”. The workbook has: {sheets}.",
                    sheet=wanted,
                    sheets=listed(*self.sheets),
                ),
            )
        return wanted

    def rows(self) -> Iterator[RawRow]:
        """Yield the rows from the first one on, empty ones included, with what was found in them.

        Raises:
            TableError: For a cell that is too long.
        """
        left = [""] * (self._sheet.start or (0, 0))[1]
        merged = _MergedRows(self.scan.merged)
        scan, last_marked = self.scan, self.scan.last_marked_row
        for row, values in enumerate(chain(self._values(), repeat(()))):
            if values == () and row > last_marked:
                return
            cells, findings = _texts_of(row, values, len(left))
            if row <= last_marked:
                findings += ((column, _MARKS[mark]) for column, mark in scan.marks(row))
            if scan.merged:
                findings += merged.findings(row)
            if row in scan.hidden_rows:
                findings.append((None, _HIDDEN))
            yield raw_row(row + 1, [*left, *cells] if left else cells, tuple(findings))

    def _values(self) -> Iterator[Sequence[Value]]:
        """Yield the values of each row.

        Raises:
            TableError: For a value of which the library can make nothing, such as a date in the year 10^300.
        """
        rows = self._sheet.iter_rows()
        for line in count(1):
            try:
                yield next(rows)
            except StopIteration:
                return
            except (CalamineError, OverflowError, ValueError) as exc:
                raise _unreadable(line) from exc
            except BaseException as exc:
                if not _is_panic(exc):
                    raise
                raise _unreadable(line) from exc


def _is_panic(error: BaseException) -> bool:
    """Return whether the library has given up on something that its authors have not thought of."""
    return type(error).__name__ == "PanicException"


def _unreadable(line: int) -> TableError:
    return TableError(
        "unreadable_cell",
        Message(
            "A cell in line {line} cannot be read: its number does not fit its format. Format it as text.",
            line=line,
        ),
    )


def _texts_of(
    row: int, values: Sequence[Value], first_column: int
) -> tuple[Sequence[str], list[tuple[int | None, Finding]]]:
    """Return the values of a row as texts, and what is wrong with them.

    Raises:
        TableError: For a cell that is too long.
    """
    findings: list[tuple[int | None, Finding]] = []
    if set(map(type, values)) <= {str}:
        # Most rows are texts alone.
        cells = cast("Sequence[str]", values)
    else:
        pairs = [(value, None) if isinstance(value, str) else _text_of(value) for value in values]
        cells = [text for text, _ in pairs]
        findings += [
            (column, finding)
            for column, (_, finding) in enumerate(pairs, first_column)
            if finding is not None
        ]
    if max(map(len, cells), default=0) > CELL_LIMIT:
        too_long = next(column for column, cell in enumerate(cells, first_column) if len(cell) > CELL_LIMIT)
        raise cell_too_long(row + 1, too_long)
    return cells, findings


def _text_of(value: Value) -> tuple[str, Finding | None]:
    """Return a value as text, and what is wrong with it where text is wanted."""
    if isinstance(value, bool):
        return str(value).upper(), _TRUTH
    if isinstance(value, (int, float)):
        if not abs(value) < _EXACT_BELOW:
            return str(value).removesuffix(".0"), _ROUNDED
        if value == int(value):
            return str(int(value)), None
        return repr(value), _FRACTION
    if isinstance(value, (dt.time, dt.date)):
        return value.isoformat(), _DATE
    return str(value), _DATE


class _MergedRows:
    """The merged cells of one row after the other."""

    def __init__(self, merged: list[MergedRange]) -> None:
        self._left = merged[::-1]
        self._open: list[MergedRange] = []

    def findings(self, row: int) -> Iterator[tuple[int, Finding]]:
        """Yield the problem of each range that a row is in; rows have to ascend."""
        while self._left and self._left[-1].first_row <= row:
            self._open.append(self._left.pop())
        if not self._open:
            return
        self._open = [one for one in self._open if one.last_row >= row]
        for one in self._open:
            message = Message(
                "This cell is merged with others ({cells}), so it is not certain to which row its text belongs."
                " Unmerge them in the spreadsheet.",
                cells=one.reference,
            )
            for column in range(one.first_column, one.last_column + 1):
                yield column, Finding("merged_cells", message)


def _not_readable(*, is_encrypted: bool) -> TableError:
    if is_encrypted:
        return TableError(
            "password",
            Message(
                "The workbook is protected by a password. Open it in the spreadsheet, remove the password, and save it."
            ),
        )
    return TableError(
        "other_spreadsheet",
        Message("This is an old workbook (XLS), or none. Save it as XLSX or as CSV UTF-8."),
    )
