"""Rows that are edited: their new cells, and what reading had found in the cells that are unchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.batch.cells import broken_cells
from koodrive.batch.models import CheckedRow, TableRow
from koodrive.batch.row_check import check_row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from koodrive.batch.columns import Columns

READING_CODES = frozenset(
    {
        "apostrophe_removed",
        "broken_character",
        "date_cell",
        "error_cell",
        "extra_cells",
        "formula",
        "formula_without_value",
        "hidden_row",
        "id_rounded",
        "merged_cells",
        "nameless_column",
        "number_cell",
        "stray_quote",
        "truth_cell",
    }
)
"""Codes of the findings that only the file tells, not the text of a cell; a new text ends them."""


def table_row_of(row: CheckedRow) -> TableRow:
    """Return a checked row as it was read."""
    found = tuple(finding for finding in row.findings if finding.code in READING_CODES)
    return TableRow(row.row, row.line, row.cells, found)


def edited(row: CheckedRow, columns: Columns, texts: Mapping[int, str]) -> CheckedRow:
    """Return a row with other texts in some of its cells, checked by itself.

    `RowIndex.update` and `RowIndex.judge` (`koodrive.batch.cross_check`) compare it with the others.

    Args:
        row: As it was checked.
        columns: Those of its table.
        texts: Index of each cell that changes to its new text.
    """
    cells = tuple(texts.get(index, cell) for index, cell in enumerate(row.cells))
    names = {columns.name_of(index) for index in texts}
    kept = tuple(finding for finding in table_row_of(row).findings if finding.field not in names)
    broken = [finding for finding in broken_cells(cells, columns) if finding.field in names]
    return check_row(TableRow(row.row, row.line, cells, (*kept, *broken)), columns)


def outer_blanks(row: CheckedRow, columns: Columns) -> dict[int, str]:
    """Return the cells with blanks at their ends that mean something, each with its text without them.

    Args:
        row: As it was checked.
        columns: Those of its table.
    """
    places = columns.places.values()
    return {
        index: cell.strip()
        for index, cell in enumerate(row.cells)
        if index in places and cell != cell.strip()
    }
