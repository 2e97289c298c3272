"""The rows of a table among all rows of a file: the heading found, empty rows left out, cells in their columns."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from koodrive.batch.cells import broken_cells, has_broken_cell
from koodrive.batch.columns import IN, REF, column_letters, known_count, no_heading
from koodrive.batch.errors import HeadingNeededError, TableError
from koodrive.batch.limits import ROW_LIMIT, too_many_rows
from koodrive.batch.models import Finding, Severity, TableRow
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from koodrive.batch.columns import Columns
    from koodrive.batch.reading.raw_row import RawRow

_MOST_ABOVE = 20
"""Rows with text that may stand above the heading, such as a title."""


@dataclass(slots=True)
class RowLabels:
    """What `in` may say for a row, of all rows of a table with such a column; as little as that takes."""

    lines: array[int] = field(default_factory=lambda: array("l"))
    """The line of each row."""
    refs: dict[int, str] = field(default_factory=dict)
    """The `ref` of each row that has one, by the number of the row."""


def count_rows(rows: Iterable[RawRow], heading_line: int, columns: Columns) -> tuple[int, int, RowLabels]:
    """Return the numbers of rows with and without text below the heading, and what `in` may say for them.

    Raises:
        TableError: When there are none, or too many.
    """
    total = filled = 0
    labels = RowLabels()
    has_labels, ref_place = IN in columns.places, columns.places.get(REF)
    for raw in rows:
        if raw.line <= heading_line:
            continue
        total += 1
        if raw.is_empty:
            continue
        filled += 1
        if filled > ROW_LIMIT:
            raise too_many_rows()
        if has_labels:
            labels.lines.append(raw.line)
            if ref_place is not None and ref_place < len(raw.cells) and (ref := raw.cells[ref_place].strip()):
                labels.refs[filled] = ref
    if filled == 0:
        raise TableError(
            "no_rows", Message("The table has a heading and no rows. Add a row for each one to create.")
        )
    return filled, total - filled, labels


def find_heading(
    rows: Iterable[RawRow], *, has_heading: bool | None = None
) -> tuple[int, Sequence[str], tuple[Finding, ...]]:
    """Return the line of the heading, 0 for none, its cells, and advice about a title above it.

    A column alone holds names, whatever its heading.

    Args:
        rows: All rows of the file.
        has_heading: Whether the first row of a table of one column is its heading; None where nobody has said so.

    Raises:
        HeadingNeededError: When somebody has to say so.
        TableError: When no row names columns.
    """
    above: list[int] = []
    first: Sequence[str] = ()
    filled: set[int] = set()
    for row in rows:
        if row.is_empty:
            continue
        # A first row with one known name is a heading; below a title it takes two, as a cell may hold any word.
        if has_heading is not False and known_count(row.cells) >= (2 if above else 1):
            return row.line, row.cells, _title_advice(above, row.line)
        first = first or row.cells
        filled |= {index for index, cell in enumerate(row.cells) if cell.strip()}
        above.append(row.line)
        if len(above) == _MOST_ABOVE:
            break
    if not above:
        raise empty()
    if len(filled) != 1 or (has_heading is None and len(above) == 1):
        raise no_heading()
    column = filled.pop()
    if has_heading is None:
        raise HeadingNeededError(first[column].strip())
    return above[0] if has_heading else 0, [*[""] * column, "name"], ()


def empty() -> TableError:
    """Return the error that a table has no text at all."""
    return TableError("empty", Message("The table is empty."))


def _title_advice(above: Sequence[int], heading_line: int) -> tuple[Finding, ...]:
    if not above:
        return ()
    message = Message(
        "The heading is in line {heading}; what stands above it is not read (line {first}).",
        heading=heading_line,
        first=above[0],
    )
    return (Finding("rows_above_heading", message, severity=Severity.ADVICE),)


def table_rows(
    rows: Iterable[RawRow],
    heading_line: int,
    columns: Columns,
    nameless: Severity,
    common: tuple[str, ...] = (),
) -> Iterator[TableRow]:
    """Yield the rows below the heading that have text, each with as many cells as there are headings.

    Args:
        rows: All rows of the file.
        heading_line: Line of the heading; 0 where the file has none.
        columns: What its columns mean.
        nameless: How much a text in a column without a heading matters.
        common: The cells of the last columns, in every row; the file does not have those.
    """
    number = 0
    width = len(columns.headings) - len(common)
    # Dates, formulas and the like in columns that are not ours are nobody's problem.
    known = frozenset(columns.places.values())
    for raw in rows:
        if raw.line <= heading_line or raw.is_empty:
            continue
        number += 1
        findings: tuple[Finding, ...] = ()
        if raw.findings:
            findings = tuple(
                _placed(finding, index, columns)
                for index, finding in raw.findings
                if index is None or index in known or finding.code == "stray_quote"
            )
        if has_broken_cell(raw.text):
            findings += broken_cells(raw.cells, columns)
        cells = tuple(raw.cells[:width])
        if len(cells) < width:
            cells += ("",) * (width - len(cells))
        elif len(raw.cells) > width and any(cell.strip() for cell in raw.cells[width:]):
            findings += (_extra_cells(raw.cells, width),)
        if columns.nameless:
            findings += _nameless_cells(cells, columns, nameless)
        yield TableRow(number, raw.line, cells + common if common else cells, findings)


def _placed(finding: Finding, index: int | None, columns: Columns) -> Finding:
    if index is None:
        return finding
    return Finding(
        finding.code, finding.message, columns.name_of(index), finding.severity, finding.clean_value
    )


def _nameless_cells(cells: Sequence[str], columns: Columns, severity: Severity) -> tuple[Finding, ...]:
    """Return a finding for each text in a column without a heading."""
    return tuple(
        Finding(
            "nameless_column",
            Message("There is text in a column without a heading ({column}).", column=column_letters(index)),
            column_letters(index),
            severity,
        )
        for index in sorted(columns.nameless)
        if cells[index].strip()
    )


def _extra_cells(cells: Sequence[str], width: int) -> Finding:
    index, text = next((i, cell) for i, cell in enumerate(cells) if i >= width and cell.strip())
    return Finding(
        "extra_cells",
        Message(
            "There is text behind the last column: “{text}”. If a cell holds the separator, put the cell in quotes.",
            text=text if len(text) <= 40 else f"{text[:40]}…",
        ),
        column_letters(index),
    )
