"""Results of a batch, and the rows that are left, as CSV and XLSX files and as text for the clipboard."""

from __future__ import annotations

import csv
import io
from pathlib import PurePath
from typing import TYPE_CHECKING

from koodrive.batch.running.result_table import remaining_table, result_table
from koodrive.core.files import replace_atomic, write_atomic
from koodrive.journal.encoding import to_db_text
from koodrive.journal.errors import Operation, translate_errors
from koodrive.journal.export import protect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from koodrive.batch.running.result_table import ResultTable
    from koodrive.journal import Batch, Journal

_BYTE_ORDER_MARK = "\ufeff"


def result_name(batch: Batch, suffix: str = ".csv", *, remaining: bool = False, undone: bool = False) -> str:
    """Return the proposed name of a file: that of the table with its content behind it.

    Args:
        batch: The batch.
        suffix: ``.csv`` or ``.xlsx``.
        remaining: Whether it is for the rows that are left.
        undone: Whether it is for what became of taking it back.
    """
    stem = PurePath(batch.name).stem or f"batch-{batch.batch_id}"
    content = "taken-back" if undone else "remaining" if remaining else "results"
    return f"{stem}-{content}{suffix}"


def write_results(
    path: Path,
    journal: Journal,
    batch_id: int,
    *,
    is_dry_run: bool = False,
    translate: Callable[[str], str] = str,
) -> int:
    """Write the file of a batch with what became of each row, and return the number of rows.

    Args:
        path: Where to, ``.xlsx`` or else CSV; replaced as a whole when all is written, else untouched.
        journal: The history with the batch.
        batch_id: The batch.
        is_dry_run: Whether nothing was sent, so that each outcome says so.
        translate: As for `koodrive.batch.running.result_table.result_table`.

    Raises:
        JournalError: When it cannot be written, there is no such batch, or the history cannot be read.
    """
    table = result_table(journal, batch_id, is_dry_run=is_dry_run, translate=translate)
    return write_table(path, journal, batch_id, table)


def write_remaining(path: Path, journal: Journal, batch_id: int) -> int:
    """Write the rows of a batch that may be sent again, and return their number; arguments as `write_results`."""
    return write_table(path, journal, batch_id, remaining_table(journal, batch_id))


def results_as_text(
    journal: Journal,
    batch_id: int,
    numbers: Sequence[int] | None = None,
    translate: Callable[[str], str] = str,
) -> str:
    """Return the result for the clipboard: columns by tabs, with the heading, to paste into a spreadsheet.

    Pasted onto the first cell of the table, each row falls onto its own: empty rows between are there, too.

    Args:
        journal: The history with the batch.
        batch_id: The batch.
        numbers: The rows, which then follow each other; None for all.
        translate: As for `koodrive.batch.running.result_table.result_table`.

    Raises:
        JournalError: When there is no such batch, or the history cannot be read.
    """
    lines = _csv_lines(
        result_table(journal, batch_id, numbers, translate=translate),
        separator="\t",
        keeps_lines=numbers is None,
        quotes_all=False,
    )
    return "".join(line for line, _ in lines)


def write_table(path: Path, journal: Journal, batch_id: int, table: ResultTable) -> int:
    """Write a table of a batch, in the form of its file, and return the number of rows.

    Args:
        path: Where to, ``.xlsx`` or else CSV; replaced as a whole when all is written, else untouched.
        journal: The history with the batch.
        batch_id: The batch.
        table: What to write.

    Raises:
        JournalError: When it cannot be written, there is no such batch, or the history cannot be read.
    """
    with translate_errors(path, Operation.EXPORTING):
        if path.suffix.lower() == ".xlsx":
            return _write_workbook(path, table)
        reading = journal.batches.batch(batch_id).reading or {}
        count = 0

        def pieces() -> Iterator[str]:
            nonlocal count
            yield _BYTE_ORDER_MARK
            for line, is_row in _csv_lines(table, separator=reading.get("separator", ",")):
                count += is_row
                yield to_db_text(line)

        write_atomic(path, pieces())
        return count


def _csv_lines(
    table: ResultTable, *, separator: str, keeps_lines: bool = True, quotes_all: bool = True
) -> Iterator[tuple[str, bool]]:
    """Yield heading and rows, and whether it is a row; each stands in the line in which it stood in the file.

    Lines are counted as a spreadsheet counts its rows: one with a line break in a cell is one.
    """
    is_first, next_line = True, 1
    for line, cells in table.rows():
        if is_first:
            blank = max(0, line - 2) if keeps_lines else 0
            yield "\r\n" * blank + _csv_line(table.headings, separator, quotes_all=quotes_all), False
            is_first, next_line = False, 2 + blank
        if keeps_lines and line > next_line:
            yield "\r\n" * (line - next_line), False
            next_line = line
        next_line += 1
        yield _csv_line(cells, separator, quotes_all=quotes_all), True
    if is_first:
        yield _csv_line(table.headings, separator, quotes_all=quotes_all), False


def _csv_line(cells: Iterable[str], separator: str, *, quotes_all: bool) -> str:
    line = io.StringIO(newline="")
    writer = csv.writer(
        line,
        delimiter=separator,
        quoting=csv.QUOTE_ALL if quotes_all else csv.QUOTE_MINIMAL,
        lineterminator="\r\n",
    )
    writer.writerow([protect(cell) if cell else cell for cell in cells])
    return line.getvalue()


def _write_workbook(path: Path, table: ResultTable) -> int:
    import xlsxwriter.exceptions  # noqa: PLC0415 - only for workbooks

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with replace_atomic(path) as temporary:
        book = xlsxwriter.Workbook(str(temporary), options)
        sheet = book.add_worksheet("Results")
        # As text, also when somebody edits a cell: no ID is rounded, and no formula begins to count.
        text = book.add_format({"num_format": "@", "quote_prefix": True})
        heading = book.add_format({"num_format": "@", "bold": True})
        sheet.set_column(0, max(0, len(table.headings) - 1), 22, book.add_format({"num_format": "@"}))
        count = 0
        for line, cells in table.rows():
            if not count:
                _write_row(sheet, max(0, line - 2), table.headings, heading)
            _write_row(sheet, line - 1, cells, text)
            count += 1
        if not count:
            _write_row(sheet, 0, table.headings, heading)
        try:
            book.close()
        except xlsxwriter.exceptions.FileCreateError as exc:
            raise OSError(str(exc)) from exc
    return count


def _write_row(sheet: Worksheet, index: int, cells: Iterable[str], cell_format: Format) -> None:
    for column, cell in enumerate(cells):
        if cell:
            sheet.write_string(index, column, to_db_text(cell), cell_format)
