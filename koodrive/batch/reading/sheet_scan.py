"""Finds in the XML of a sheet what its values do not show: formulas, errors, merged cells, hidden rows and columns.

It also tells how far the cells reach, before they are read into memory. Follows ECMA-376 part 1, section 18.3.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from koodrive.batch.columns import column_letters
from koodrive.batch.errors import TableError
from koodrive.batch.limits import CELLS_LIMIT, COLUMN_LIMIT, ROW_LIMIT, too_many_columns, too_many_rows
from koodrive.batch.reading.xlsx_package import damaged
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.parsers import expat

    from koodrive.batch.reading.xlsx_package import Package

_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_MOST_MERGED = 200_000
_MOST_ABOVE = 20
"""Rows that may stand above the rows of the table, the heading among them."""
_TRUE = frozenset({"1", "true", "on"})
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")


class CellMark(IntEnum):
    """What a cell is besides its value."""

    FORMULA = 0
    """Its value was stored by the spreadsheet."""
    WITHOUT_VALUE = 1
    """A formula whose value was not stored."""
    ERROR = 2
    """Such as #N/A."""


@dataclass(frozen=True, slots=True)
class MergedRange:
    """Cells that are shown as one; rows and columns from 0, the last ones included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @property
    def reference(self) -> str:
        """Its corners as spreadsheets write them, such as ``B5:B6``."""
        first = f"{column_letters(self.first_column)}{self.first_row + 1}"
        return f"{first}:{column_letters(self.last_column)}{self.last_row + 1}"


@dataclass(slots=True)
class SheetScan:
    """What was found in the rows of a sheet that are not empty; rows and columns from 0."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    """First and last column of each run of hidden ones."""
    merged: list[MergedRange] = field(default_factory=list)
    """By first row."""
    _marks: dict[int, list[int]] = field(default_factory=dict)

    def marks(self, row: int) -> Iterator[tuple[int, CellMark]]:
        """Yield the columns of the cells of a row that are more than their value, and what they are."""
        for code in self._marks.get(row, ()):
            yield code // len(CellMark), CellMark(code % len(CellMark))

    def set_marks(self, row: int, marks: Iterable[tuple[int, CellMark]]) -> None:
        """Keep the marks of a row."""
        # One small number each: a sheet may have a million formulas.
        self._marks[row] = [column * len(CellMark) + mark for column, mark in marks]

    @property
    def last_marked_row(self) -> int:
        """The last row with a mark, which may stand below all values; -1 for none."""
        return max(self._marks, default=-1)

    def is_column_hidden(self, column: int) -> bool:
        """Return whether a column is not shown."""
        return any(first <= column <= last for first, last in self.hidden_columns)


def scan_sheet(package: Package, part: str) -> SheetScan:
    """Return what the XML of a sheet says beside the values.

    Args:
        package: The workbook.
        part: Path of the part with the sheet.

    Raises:
        TableError: When it is damaged, has a DTD, or reaches too far to be read.
    """
    scanner = _Scanner()
    package.parse(part, scanner.start, prepare=scanner.use)
    return scanner.finish()


class _Columns(dict[str, int]):
    """Index of a column by its letters, worked out once."""

    def __missing__(self, letters: str) -> int:
        index = 0
        for letter in letters:
            if not "A" <= letter <= "Z":
                raise damaged()
            index = index * 26 + ord(letter) - ord("A") + 1
        if not 0 < index <= _LAST_COLUMN:
            raise damaged()
        self[letters] = index - 1
        return index - 1


class _Scanner:
    """Follows the elements of one sheet."""

    def __init__(self) -> None:
        self._found = SheetScan()
        self._columns = _Columns()
        self._parser: expat.XMLParserType | None = None
        self._row, self._column = -1, -1
        self._row_text = ""
        """The number of the row as references of its cells end with it."""
        self._reference: str | None = None
        self._type = ""
        self._has_formula = self._has_value = self._has_text = False
        self._are_rows_hidden = self._is_row_hidden = self._is_row_filled = False
        self._row_marks: list[tuple[int, CellMark]] = []
        self._filled_rows = self._filled_cells = 0
        self._first_row, self._last_row = _LAST_ROW, -1
        self._first_column, self._last_column = _LAST_COLUMN, -1

    def use(self, parser: expat.XMLParserType) -> None:
        """Take the parser, which gives the texts of formulas alone."""
        self._parser = parser

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take in the start of an element."""
        if name == "c":
            self._start_cell(attributes)
        elif name in {"v", "is"}:
            self._has_value = True
            if self._has_formula and self._parser is not None:
                self._parser.CharacterDataHandler = self._take_text
        elif name == "f":
            self._has_formula = True
        elif name == "row":
            self._end_row()
            self._start_row(attributes)
        elif name == "mergeCell":
            self._add_merged(attributes.get("ref", ""))
        elif name == "col":
            self._add_column(attributes)
        elif name == "sheetFormatPr":
            self._are_rows_hidden = attributes.get("zeroHeight") in _TRUE

    def finish(self) -> SheetScan:
        """Return what was found.

        Raises:
            TableError: When the cells reach too far to be read.
        """
        self._end_row()
        height, width = self._last_row - self._first_row + 1, self._last_column - self._first_column + 1
        if width > COLUMN_LIMIT:
            raise too_many_columns(self._last_row + 1)
        if height > 0 and height * width > CELLS_LIMIT:
            raise TableError(
                "too_far_apart",
                Message(
                    "The cells of the sheet reach from row {first} to row {last} and column {column}: too far to be"
                    " read. Delete what stands far below or beside the table.",
                    first=self._first_row + 1,
                    last=self._last_row + 1,
                    column=column_letters(self._last_column),
                ),
            )
        self._found.merged.sort(key=lambda merged: merged.first_row)
        return self._found

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r")
        self._row = self._row + 1 if number is None else int(number) - 1
        self._row_text = str(self._row + 1) if 0 <= self._row < _LAST_ROW else "?"
        self._column, self._reference = -1, None
        is_told = "hidden" in attributes or "ht" in attributes
        self._is_row_hidden = _is_hidden(attributes, "ht") if is_told else self._are_rows_hidden

    def _start_cell(self, attributes: dict[str, str]) -> None:
        if (self._has_value or self._has_formula) and not self._end_plain_cell():
            self._end_cell()
        # Most cells of a sheet may be formatted and empty; their place is not worked out.
        reference = attributes.get("r")
        if reference is None:
            self._column = self._current_column() + 1
        self._reference = reference
        self._type = attributes.get("t", "")

    def _current_column(self) -> int:
        """Return the column of the cell that began last, which has to stand in the row that began last."""
        reference, self._reference = self._reference, None
        if reference is not None:
            letters = reference.rstrip("0123456789")
            self._column = self._columns[letters]
            if int(reference[len(letters) :]) - 1 != self._row:
                # Readers differ in which of the two they believe.
                raise damaged()
        return self._column

    def _take_text(self, text: str) -> None:
        self._has_text |= bool(text.strip())

    def _end_plain_cell(self) -> bool:
        """Take in a cell with a value alone, as nearly all are; False for one whose place needs a closer look."""
        reference, text = self._reference, self._row_text
        if self._has_formula or self._type == "e" or reference is None or not reference.endswith(text):
            return False
        # Known letters alone are a column; the digits before the number of the row are none.
        column = self._columns.get(reference[: -len(text)])
        if column is None:
            return False
        self._column, self._reference = column, None
        if not self._first_column <= column <= self._last_column:
            self._first_column = min(self._first_column, column)
            self._last_column = max(self._last_column, column)
        self._filled_cells += 1
        self._is_row_filled = True
        self._has_value = False
        return True

    def _end_cell(self) -> None:
        column = self._current_column()
        if not (0 <= self._row < _LAST_ROW and 0 <= column < _LAST_COLUMN):
            raise damaged()
        if self._has_value:
            self._filled_cells += 1
            self._last_row = max(self._last_row, self._row)
            self._last_column = max(self._last_column, column)
            self._first_column = min(self._first_column, column)
            self._first_row = min(self._first_row, self._row)
        if self._filled_cells > CELLS_LIMIT or len(self._row_marks) > _LAST_COLUMN:
            # More than there are places: cells that stand in one place several times.
            raise damaged()
        if self._type == "e" and self._has_value:
            self._row_marks.append((column, CellMark.ERROR))
        elif self._has_formula:
            is_stored = self._has_text or (self._has_value and self._type == "str")
            mark = CellMark.FORMULA if is_stored else CellMark.WITHOUT_VALUE
            self._row_marks.append((column, mark))
        self._is_row_filled |= self._has_value and (self._has_text or not self._has_formula)
        if self._has_formula and self._parser is not None:
            self._parser.CharacterDataHandler = None
        self._has_formula = self._has_value = self._has_text = False

    def _end_row(self) -> None:
        if (self._has_value or self._has_formula) and not self._end_plain_cell():
            self._end_cell()
        if self._is_row_filled:
            self._last_row = max(self._last_row, self._row)
            self._first_row = min(self._first_row, self._row)
            if self._filled_cells > CELLS_LIMIT:
                raise damaged()
        if self._is_row_filled or any(mark is not CellMark.FORMULA for _, mark in self._row_marks):
            self._filled_rows += 1
            if self._filled_rows > ROW_LIMIT + _MOST_ABOVE:
                raise too_many_rows()
            if self._row_marks:
                self._found.set_marks(self._row, self._row_marks)
            if self._is_row_hidden:
                self._found.hidden_rows.add(self._row)
        self._row_marks = []
        self._is_row_filled = False

    def _add_column(self, attributes: dict[str, str]) -> None:
        if not _is_hidden(attributes, "width"):
            return
        first, last = int(attributes.get("min", "1")) - 1, int(attributes.get("max", "1")) - 1
        self._found.hidden_columns.append((first, last))
        if len(self._found.hidden_columns) > _LAST_COLUMN:
            raise damaged()

    def _add_merged(self, reference: str) -> None:
        match = _RANGE.fullmatch(reference)
        if match is None or len(self._found.merged) >= _MOST_MERGED:
            raise damaged()
        first, first_row, last, last_row = match.groups()
        self._found.merged.append(
            MergedRange(
                int(first_row) - 1,
                self._columns[first],
                int(last_row or first_row) - 1,
                self._columns[last or first],
            )
        )


def _is_hidden(attributes: dict[str, str], size: str) -> bool:
    """Return whether a row or column is not shown: so marked, or without height or width.

    Args:
        attributes: Those of its element.
        size: Attribute with its height or width.
    """
    return attributes.get("hidden") in _TRUE or attributes.get(size) in {"0", "0.0"}
