"""Opens a table of creates: a file, a pasted text or rows at hand; what is too large is refused before it is read."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from koodrive.batch.columns import Columns, column_letters, map_columns
from koodrive.batch.errors import TableError
from koodrive.batch.limits import FILE_LIMIT, too_large
from koodrive.batch.models import Finding, Severity, TableRow, TableSource
from koodrive.batch.reading.delimited import DelimitedText
from koodrive.batch.reading.encodings import find_encoding
from koodrive.batch.reading.raw_row import RawRow, raw_row
from koodrive.batch.reading.table_rows import RowLabels, count_rows, empty, find_heading, table_rows
from koodrive.journal.export import protect
from koodrive.messages import Message, listed, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from koodrive.batch.reading.delimited import Record
    from koodrive.batch.reading.xlsx import Workbook

_WORKBOOKS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""Starts of files that are no text: ZIP, as XLSX is, and OLE, as XLS and workbooks with a password are."""


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
    has_heading: bool | None = None
    """Whether the first row of a table of one column is a heading; None to be asked where it is no known one."""
    common: tuple[tuple[str, str], ...] = ()
    """Columns that the table lacks, by API field name or column of ours, with the text that all rows have in them."""


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
    labels: RowLabels = field(repr=False)
    """What `in` may say for each row; empty where the table has no such column."""
    _read: Callable[[], Iterator[TableRow]] = field(repr=False)

    def rows(self) -> Iterator[TableRow]:
        """Yield the rows with text, each with as many cells as there are headings; every call begins anew."""
        return self._read()

    def has_changed(self) -> bool:
        """Return whether the file is another one now than it was when it was opened; False without a file."""
        return self.path is not None and is_other_file(self.path, self.source.sha256)


def open_table(source: Path | str, options: TableOptions | None = None) -> Table:
    """Return a table, read through once so that all its limits are kept.

    Args:
        source: Path of a CSV or XLSX file; a text is a pasted table.
        options: What somebody has decided about it.

    Raises:
        EncodingNeededError: When the encoding has to be named.
        HeadingNeededError: When it has to be said whether the first row is a heading.
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
        raise empty()
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
        return (raw_row(number, row) for number, row in enumerate(rows, start=1))

    options = TableOptions(headings=tuple(headings))
    return _finish(TableSource(name="", sha256=digest.hexdigest()), None, options, read)


def is_other_file(path: Path, sha256: str) -> bool:
    """Return whether a file is not the one that was read; also where it cannot be read any more.

    Args:
        path: The file.
        sha256: Of its bytes, as it was read.
    """
    try:
        return hashlib.sha256(read_file(path)).hexdigest() != sha256
    except TableError:
        return True


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
        width=_width(options),
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


def _width(options: TableOptions) -> int | None:
    """Return the number of columns of a text, where it is known: one without a heading is a list of names."""
    if options.headings is not None:
        return len(options.headings)
    return 1 if options.has_heading is False else None


def _open_workbook(data: bytes, path: Path, options: TableOptions) -> Table:
    from koodrive.batch.reading.xlsx import Workbook  # noqa: PLC0415 - text files do without the libraries

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
        remark = Message(
            "This is the sheet “{sheet}”; the others are: {sheets}.",
            sheet=workbook.sheet,
            sheets=listed(*others),
        )
        raise TableError(exc.code, sentences(exc.message, remark)) from exc
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
            sheets=listed(*others),
        )
        yield Finding("more_sheets", message, severity=Severity.ADVICE)


def _text_row(record: Record) -> RawRow:
    findings: tuple[tuple[int | None, Finding], ...] = ()
    if record.broken_quote is not None:
        message = Message(
            "Text follows the closing quote of this cell, so its end is not certain. Double the quotes inside it."
        )
        findings = ((record.broken_quote, Finding("stray_quote", message)),)
    row = raw_row(record.line, record.cells, findings)
    if "\x1f'" in row.text:
        removed = tuple(_remove_apostrophes(record.cells))
        row = raw_row(record.line, record.cells, (*findings, *removed))
    return row


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
        heading_line, headings, above = find_heading(read(), has_heading=options.has_heading)
        findings += above
    else:
        heading_line, headings = 0, options.headings
    present = map_columns(headings)
    common = {name: text for name, text in options.common if name not in present.places}
    columns = map_columns((*headings, *common)) if common else present

    def rows() -> Iterator[TableRow]:
        return table_rows(read(), heading_line, columns, nameless, tuple(common.values()))

    # An unquoted comma in a name moves the cells of its row; in a workbook and in tabs nothing can.
    nameless = Severity.DOUBT if source.separator in {",", ";"} else Severity.ADVICE
    row_count, empty_count, labels = count_rows(read(), heading_line, columns)
    return Table(source, columns, row_count, empty_count, findings, path, labels, rows)
