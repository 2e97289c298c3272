"""Reads text with separators (CSV, pasted tables) row by row, by RFC 4180 and what spreadsheets make of it."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from koodrive.batch.columns import column_letters, heading_key, known_count
from koodrive.batch.errors import TableError
from koodrive.batch.limits import CELL_LIMIT, COLUMN_LIMIT, cell_too_long, too_many_columns
from koodrive.batch.reading.encodings import errors_of
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

SEPARATORS = (",", ";", "\t")
_NO_SEPARATOR = ""
"""Splits nothing: a table of one column, in whose cells the separators are text."""
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)
_CLOSING = re.compile(r'(?:[^"]|"")*+"')
"""The start of a line inside quotes, up to the quote that closes them."""
_LONGEST_LINE = 1024 * 1024
_MOST_ABOVE = 20
"""Rows that may stand above the heading."""


class Record(NamedTuple):
    """One row of the text."""

    line: int
    """From 1, as a spreadsheet counts: a cell with line breaks does not make more rows of one."""
    cells: list[str]
    broken_quote: int | None = None
    """Index of the first cell with text behind its closing quote, where there is one; it is kept as it stands."""


class Dialect(NamedTuple):
    """How a text is divided into cells."""

    separator: str
    """``,``, ``;``, tab, or another that somebody has named; empty for a table of one column."""
    has_separator_line: bool = False
    """Whether it begins with a line ``sep=;``, which spreadsheets do not count."""
    is_clipboard: bool = False
    """Whether it was pasted from a spreadsheet, which puts a cell in quotes only for a tab or a line break in it."""


class DelimitedText:
    """A text with separators, decoded while it is read.

    Args:
        data: The bytes, without a byte order mark.
        encoding: As Python names it; the bytes are valid in it.
        separator: The one to use; None to find it.
        width: Number of columns of a text without a heading; None for one with it.
        is_pasted: Whether the text is from the clipboard.
    """

    def __init__(
        self, data: bytes, encoding: str, separator: str | None, *, width: int | None, is_pasted: bool
    ) -> None:
        self._data = data
        self._encoding = encoding
        self._width = width
        self.dialect = self._find_dialect(separator, is_pasted=is_pasted)

    def records(self) -> Iterator[Record]:
        """Yield all rows, empty ones included; every call begins anew.

        Raises:
            TableError: For a quote that is never closed, a cell or a row that is too long.
        """
        return read_records(self._lines(), self.dialect)

    def _lines(self) -> io.TextIOWrapper:
        return io.TextIOWrapper(
            io.BytesIO(self._data), self._encoding, errors=errors_of(self._encoding), newline=""
        )

    def _find_dialect(self, separator: str | None, *, is_pasted: bool) -> Dialect:
        with self._lines() as lines:
            found = _SEPARATOR_LINE.fullmatch(lines.readline(64))
        if found and separator is None:
            return Dialect(found[1], has_separator_line=True, is_clipboard=False)
        separator = separator or self._best_separator()
        return Dialect(separator, bool(found), is_clipboard=is_pasted and separator == "\t")

    def _best_separator(self) -> str:
        """Return the separator that splits the heading into the most known names, or rows into the right width."""
        ranks = []
        for separator in SEPARATORS:
            rows = self._first_rows(Dialect(separator))
            if self._width is None:
                ranks.append(max(((known_count(cells), len(cells)) for cells in rows), default=(0, 0)))
            else:
                ranks.append((sum(len(cells) == self._width for cells in rows), self._width))
        best = max(ranks)
        return SEPARATORS[ranks.index(best)] if best[1] > 1 else _NO_SEPARATOR

    def _first_rows(self, dialect: Dialect) -> Iterator[list[str]]:
        with self._lines() as lines:
            left = _MOST_ABOVE
            try:
                for record in read_records(lines, dialect):
                    if any(map(heading_key, record.cells)):
                        yield record.cells
                        left -= 1
                    if left == 0:
                        return
            except TableError:
                # With the right separator it is raised again, where it counts.
                return


def read_records(lines: io.TextIOWrapper, dialect: Dialect) -> Iterator[Record]:
    """Yield the rows of a text.

    Args:
        lines: The text, with its line ends as they are.
        dialect: How it is divided.

    Raises:
        TableError: See `DelimitedText.records`.
    """
    separator = dialect.separator
    if dialect.has_separator_line:
        _next_line(lines, 0)
    number = 0
    while text := _next_line(lines, number):
        number += 1
        if '"' not in text:
            text = text.rstrip("\r\n")
            cells = text.split(separator) if separator else [text]
            broken_quote = None
        elif (simple := _all_quoted(text, dialect)) is not None:
            cells, broken_quote = simple, None
        else:
            cells, broken_quote = _quoted_cells(text, lines, number, dialect)
        if len(cells) > COLUMN_LIMIT:
            raise too_many_columns(number)
        if (len(text) > CELL_LIMIT or '"' in text) and max(map(len, cells)) > CELL_LIMIT:
            raise cell_too_long(number, next(i for i, cell in enumerate(cells) if len(cell) > CELL_LIMIT))
        yield Record(number, cells, broken_quote)


def _next_line(lines: io.TextIOWrapper, number: int) -> str:
    """Return the next line with its end; an empty text at the end of the file."""
    line = lines.readline(_LONGEST_LINE)
    if len(line) == _LONGEST_LINE and not line.endswith(("\n", "\r")):
        raise TableError(
            "line_too_long",
            Message("Line {line} has more than a million characters. This is no table.", line=number + 1),
        )
    return line


@cache
def _cell_pattern(separator: str) -> re.Pattern[str]:
    """Return what matches one cell and its end: in quotes, with text behind its quotes, or without."""
    sign = re.escape(separator)
    end = rf"({sign}|[\r\n]*\Z)" if separator else r"([\r\n]*\Z)"
    return re.compile(rf'[ ]*"((?:[^"]|"")*+)"[ ]*{end}|(?![ ]*"(?:[^"]|"")*+\Z)([^{sign}\r\n]*){end}')


def _all_quoted(text: str, dialect: Dialect) -> list[str] | None:
    """Return the cells of a line of which each is in quotes and holds none, as programs write them; else None."""
    bare = text.rstrip("\r\n")
    if dialect.is_clipboard or not dialect.separator or len(bare) < 2 or bare[0] != '"' or bare[-1] != '"':
        return None
    cells = bare[1:-1].split(f'"{dialect.separator}"')
    return cells if bare.count('"') == 2 * len(cells) else None


def _quoted_cells(
    text: str, lines: io.TextIOWrapper, number: int, dialect: Dialect
) -> tuple[list[str], int | None]:
    """Return the cells of a row that has quotes, and the index of the first whose quotes are broken.

    Reads on while a quote is open.
    """
    pattern = _cell_pattern(dialect.separator)
    cells: list[str] = []
    broken_quote = None
    place = 0
    while True:
        match = pattern.match(text, place)
        if match is None:
            text = text[place:] + _until_closed(lines, len(text) - place, number, len(cells))
            place = 0
            continue
        quoted, quoted_end, plain, plain_end = match.groups()
        if quoted is None:
            if plain.lstrip(" ").startswith('"') and broken_quote is None and not dialect.is_clipboard:
                broken_quote = len(cells)
            cells.append(plain)
        else:
            cells.append(_unquoted(match, quoted, dialect))
        place = match.end()
        if (quoted_end or plain_end or "").strip("\r\n") != dialect.separator or not dialect.separator:
            return cells, broken_quote


def _unquoted(match: re.Match[str], quoted: str, dialect: Dialect) -> str:
    if dialect.is_clipboard and not any(sign in quoted for sign in '"\t\n\r'):
        return match.group().rstrip("\r\n").removesuffix(dialect.separator)
    return quoted.replace('""', '"')


def _until_closed(lines: io.TextIOWrapper, length: int, number: int, column: int) -> str:
    """Return the lines up to the one that closes the quote."""
    parts = []
    while True:
        line = _next_line(lines, number)
        length += len(line)
        if not line or length > 2 * CELL_LIMIT:
            raise TableError(
                "quote_not_closed",
                Message(
                    'The quote (") at the start of a cell in line {line}, column {column}, is never closed.'
                    " Close it, or remove it.",
                    line=number,
                    column=column_letters(column),
                ),
            )
        parts.append(line)
        # Each line is looked at once: a cell of many lines with quotes would take minutes otherwise.
        if _CLOSING.match(line):
            return "".join(parts)
