"""How large a table may be, and the errors for larger ones."""

from __future__ import annotations

from koodrive.batch.columns import column_letters
from koodrive.batch.errors import TableError
from koodrive.messages import Message

ROW_LIMIT = 150_000
COLUMN_LIMIT = 1_000
CELLS_LIMIT = 5_000_000
"""Cells of the rectangle that holds all of a sheet."""
CELL_LIMIT = 32_767
"""Characters of a cell, as in Excel."""
FILE_LIMIT = 64 * 1024 * 1024
"""Bytes of a file."""
UNPACKED_LIMIT = 512 * 1024 * 1024
"""Bytes of all parts of a workbook."""
PACKING_LIMIT = 100
"""How many times as large as it is packed a part of a workbook may be."""


def too_large(size: int) -> TableError:
    """Return the error that a file has too many bytes."""
    return TableError(
        "file_too_large",
        Message(
            "The file is too large ({size} MB); a table may have {limit} MB. Divide it.",
            size=f"{size / 1024 / 1024:.0f}",
            limit=FILE_LIMIT // 1024 // 1024,
        ),
    )


def too_many_rows() -> TableError:
    """Return the error that a table has too many rows."""
    return TableError(
        "too_many_rows",
        Message("The table has more than {limit} rows. Divide it.", limit=f"{ROW_LIMIT:,}"),
    )


def too_many_columns(line: int) -> TableError:
    """Return the error that a row has too many cells.

    Args:
        line: From 1.
    """
    return TableError(
        "too_many_columns",
        Message(
            "Line {line} has more than {limit} cells. Remove the columns that are not needed.",
            line=line,
            limit=f"{COLUMN_LIMIT:,}",
        ),
    )


def cell_too_long(line: int, column: int) -> TableError:
    """Return the error that a cell is too long.

    Args:
        line: From 1.
        column: Index of the column, from 0.
    """
    return TableError(
        "cell_too_long",
        Message(
            "The cell in line {line}, column {column}, has more than {limit} characters. Shorten it, or look for"
            " a quote that is not closed.",
            line=line,
            column=column_letters(column),
            limit=f"{CELL_LIMIT:,}",
        ),
    )
