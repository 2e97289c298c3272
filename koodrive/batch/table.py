"""Opens a table of creates: a file, a pasted text or rows at hand; what is too large is refused before it is read."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from koodrive.batch.cells import broken_cells
from koodrive.batch.columns import Columns, column_letters, known_count, map_columns, no_heading
from koodrive.batch.delimited import DelimitedText
from koodrive.batch.encodings import find_encoding
from koodrive.batch.errors import TableError
from koodrive.batch.limits import FILE_LIMIT, ROW_LIMIT, too_large, too_many_rows
from koodrive.batch.models import Finding, Severity, TableRow, TableSource
from koodrive.batch.raw_row import RawRow
from koodrive.journal.export import protect
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from koodrive.batch.delimited import Record
    from koodrive.batch.xlsx import Workbook

_WORKBOOKS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""Starts of files that are no text: ZIP, as XLSX is, and OLE, as XLS and workbooks with a password are."""
_MOST_ABOVE = 20
"""Rows with text that may stand above the heading, such as a title."""


@dataclass(frozen=True, slots=True)
class TableOptions:
    """How a table is to be read, where somebody has decided it."""

    encoding: str | None = None
    """Such as ``gb18030``; None to find it, or to be asked."""
    separator: str | None = None
    """``,``, ``;`` or tab; None to find it."""
    sheet: str | None = None
    """Name of the sheet of a workbook; None for the first visible one."""
    headings: tuple[str, ...] | None = None
    """The headings of a text that has none; None where its first row is the heading."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table that can be read row by row, as often as needed."""

    source: TableSource
    columns: Columns
    row_count: int
    """Without the heading and empty rows."""
    empty_count: int
    """Empty rows between and behind those with text."""
    findings: tuple[Finding, ...]
    """Advice about the table as a whole: rows above the heading, hidden columns, further sheets."""
    path: Path | None
    _read: Callable[[], Iterator[TableRow]] = field(repr=False)

    def rows(self) -> Iterator[TableRow]:
        """Yield the rows with text, each with as many cells as there are headings; every call begins anew."""
        return self._read()

    def has_changed(self) -> bool:
        """Return whether the file is another one now than it was when it was opened; False without a file."""
        if self.path is None:
            return False
        try:
            return hashlib.sha256(read_file(self.path)).hexdigest() != self.source.sha256
        except TableError:
            return True


def open_table(source: Path | str, options: TableOptions | None = None) -> Table:
    """Return a table, read through once so that all its limits are kept.

    Args:
        source: Path of a CSV or XLSX file; a text is a pasted table.
        options: What somebody has decided about it.

    Raises:
        EncodingNeededError: When the encoding has to be named.
        TableError: When it cannot be used; its `code` says why.
    """
    options = options or TableOptions()
    if isinstance(source, str):
        data = source.encode("utf-8", "surrogatepass")
        if len(data) > FILE_LIMIT:
            raise too_large(len(data))
        return _open_text(data, None, options)
    data = read_file(source)
    if not data.strip(b" \t\r\n\0"):
        raise _empty()
    if data.startswith(_WORKBOOKS):
        return _open_workbook(data, source, options)
    return _open_text(data, source, options)


def open_rows(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """Return a table of texts that are at hand, such as those of a series or of chosen entries of the history.

    Args:
        headings: As in the first row of a file.
        rows: The texts of each row in the order of the headings; its line is its number, as there is no heading line.

    Raises:
        TableError: See `open_table`.
    """
    digest = hashlib.sha256()
    for row in (headings, *rows):
        digest.update("\x1f".join((*row, "\n")).encode("utf-8", "surrogatepass"))

    def read() -> Iterator[RawRow]:
        return (RawRow(number, row) for number, row in enumerate(rows, start=1))

    options = TableOptions(headings=tuple(headings))
    return _finish(TableSource(name="", sha256=digest.hexdigest()), None, options, read)


def read_file(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        TableError: When it cannot be read, is no ordinary file, or too large.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise TableError("not_a_file", Message("{path} is no file.", path=str(path)))
        if status.st_size > FILE_LIMIT:
            raise too_large(status.st_size)
        with path.open("rb") as file:
            # No more than it had a moment ago: a file that grows meanwhile is read again.
            data = file.read(min(status.st_size, FILE_LIMIT) + 1)
    except (OSError, ValueError) as exc:
        reason = getattr(exc, "strerror", None) or str(exc)
        raise TableError(
            "not_readable", Message("{path} cannot be read: {reason}.", path=str(path), reason=reason)
        ) from exc
    if len(data) > status.st_size:
        raise TableError(
            "still_written", Message("{path} is being written. Open it when that is done.", path=str(path))
        )
    return data


def _open_text(data: bytes, path: Path | None, options: TableOptions) -> Table:
    encoding, mark = find_encoding(data, "utf-8" if path is None else options.encoding)
    content = data[mark:]
    if not encoding.startswith(("utf-16", "utf-32")):
        # The end of a file as DOS has written it.
        content = content.rstrip(b"\x1a")
    text = DelimitedText(
        content,
        encoding,
        options.separator,
        width=None if options.headings is None else len(options.headings),
        is_pasted=path is None,
    )
    source = TableSource(
        name=path.name if path else "",
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=encoding,
        separator=text.dialect.separator,
    )
    try:
        return _finish(source, path, options, lambda: map(_text_row, text.records()))
    except TableError as exc:
        if not content.lstrip().startswith(b"<"):
            raise
        words = Message(
            "This is a web page or XML, and no table. Open it in a spreadsheet, and save it as XLSX."
        )
        raise TableError("not_a_table", words) from exc


def _open_workbook(data: bytes, path: Path, options: TableOptions) -> Table:
    from koodrive.batch.xlsx import Workbook  # noqa: PLC0415 - text files do without the libraries

    workbook = Workbook(data, options.sheet)
    source = TableSource(
        name=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        sheet=workbook.sheet,
        sheets=workbook.sheets,
    )
    try:
        table = _finish(source, path, options, workbook.rows)
    except TableError as exc:
        others = [sheet for sheet in workbook.sheets if sheet != workbook.sheet]
        if exc.code not in {"no_heading", "no_rows", "empty"} or not others:
            raise
        message = Message(
            "{message} This is the sheet “{sheet}”; the others are: {sheets}.",
            message=exc.message,
            sheet=workbook.sheet,
            sheets=", ".join(others),
        )
        raise TableError(exc.code, message) from exc
    return replace(table, findings=(*table.findings, *_sheet_advice(workbook, table.columns)))


def _sheet_advice(workbook: Workbook, columns: Columns) -> Iterator[Finding]:
    """Yield advice about hidden columns and further sheets."""
    for field_name, place in columns.places.items():
        if workbook.scan.is_column_hidden(place):
            message = Message(
                "The column {column} is hidden in the spreadsheet.", column=column_letters(place)
            )
            yield Finding("hidden_column", message, field_name, Severity.ADVICE)
    others = [sheet for sheet in workbook.sheets if sheet != workbook.sheet]
    if others:
        message = Message(
            "The sheet “{sheet}” is read; the workbook has others: {sheets}.",
            sheet=workbook.sheet,
            sheets=", ".join(others),
        )
        yield Finding("more_sheets", message, severity=Severity.ADVICE)


def _text_row(record: Record) -> RawRow:
    findings: tuple[tuple[int | None, Finding], ...] = ()
    if record.broken_quote is not None:
        message = Message(
            "Text follows the closing quote of this cell, so its end is not certain. Double the quotes inside it."
        )
        findings = ((record.broken_quote, Finding("stray_quote", message)),)
    cells = record.cells
    if "\x1f'" in "\x1f".join(("", *cells)):
        findings += tuple(_remove_apostrophes(cells))
    return RawRow(record.line, cells, findings)


def _remove_apostrophes(cells: list[str]) -> Iterator[tuple[int, Finding]]:
    """Remove the apostrophes of our own CSV files, which keep spreadsheets from changing the text behind them."""
    for index, cell in enumerate(cells):
        if cell[:1] == "'" and protect(cell[1:]) == cell:
            cells[index] = cell[1:]
            advice = Message("The apostrophe in front, which marks a text for spreadsheets, was removed.")
            yield index, Finding("apostrophe_removed", advice, severity=Severity.ADVICE)


def _finish(
    source: TableSource,
    path: Path | None,
    options: TableOptions,
    read: Callable[[], Iterable[RawRow]],
    findings: tuple[Finding, ...] = (),
) -> Table:
    """Return the table of rows of any origin, all of which are read once."""
    if options.headings is None:
        heading_line, headings, above = _find_heading(read())
        findings += above
    else:
        heading_line, headings = 0, options.headings
    columns = map_columns(headings)

    def rows() -> Iterator[TableRow]:
        return _table_rows(read(), heading_line, columns, nameless)

    # An unquoted comma in a name moves the cells of its row; in a workbook and in tabs nothing can.
    nameless = Severity.DOUBT if source.separator in {",", ";"} else Severity.ADVICE
    row_count, empty_count = _count(read(), heading_line)
    return Table(source, columns, row_count, empty_count, findings, path, rows)


def _count(rows: Iterable[RawRow], heading_line: int) -> tuple[int, int]:
    """Return the numbers of rows with and without text below the heading."""
    total = filled = 0
    for raw in rows:
        if raw.line > heading_line:
            total += 1
            filled += not raw.is_empty
        if filled > ROW_LIMIT:
            raise too_many_rows()
    if filled == 0:
        raise TableError(
            "no_rows", Message("The table has a heading and no rows. Add a row for each one to create.")
        )
    return filled, total - filled


def _find_heading(rows: Iterable[RawRow]) -> tuple[int, Sequence[str], tuple[Finding, ...]]:
    """Return the line of the heading, its cells, and advice about a title above it."""
    above: list[int] = []
    for row in rows:
        if row.is_empty:
            continue
        # A first row with one known name is a heading; below a title it takes two, as a cell may hold any word.
        if known_count(row.cells) >= (2 if above else 1):
            return row.line, row.cells, _title_advice(above, row.line)
        above.append(row.line)
        if len(above) == _MOST_ABOVE:
            break
    raise no_heading() if above else _empty()


def _empty() -> TableError:
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


def _table_rows(
    rows: Iterable[RawRow], heading_line: int, columns: Columns, nameless: Severity
) -> Iterator[TableRow]:
    number = 0
    width = len(columns.headings)
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
        findings += broken_cells(raw.cells, columns)
        cells = tuple(raw.cells[:width])
        if len(cells) < width:
            cells += ("",) * (width - len(cells))
        elif len(raw.cells) > width and any(cell.strip() for cell in raw.cells[width:]):
            findings += (_extra_cells(raw.cells, width),)
        if columns.nameless:
            findings += _nameless_cells(cells, columns, nameless)
        yield TableRow(number, raw.line, cells, findings)


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
