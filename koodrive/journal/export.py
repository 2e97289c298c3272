"""The history, or any other rows, as a CSV or JSON file, written whole or not at all."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from koodrive.core.files import write_atomic
from koodrive.journal.errors import Operation, translate_errors
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from koodrive.journal import Attempt

    Cell = str | int | None

_ATTRIBUTES = {
    "attempt": "attempt_id",
    "started at": "started_at",
    "settled at": "settled_at",
    "kind": "kind",
    "name": "name",
    "outcome": "outcome",
    "ID": "result_id",
    "file ID": "file_id",
    "group ID": "group_id",
    "tenant ID": "tenant_id",
    "creator": "creator",
    "create time": "create_time",
    "connection": "connection_name",
    "connection ID": "connection_id",
    "service address": "service_address",
    "user ID": "user_id",
    "trace ID": "trace_id",
    "status": "status",
    "code": "code",
    "title": "title",
    "message": "message",
    "note": "note",
    "request": "body",
    "answer": "answer",
    "action": "action",
    "takes back": "of_attempt",
    "taken back by": "undone_by",
    "taken back at": "undone_at",
}
"""The attributes of an attempt by their columns."""

COLUMNS = tuple(_ATTRIBUTES)
"""The columns of the CSV file and, in the same words, the members of each JSON object. They stay as they are."""

_BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of the computer, and Chinese is lost."""

_ACTIVE = re.compile(r"[=+\-@\t\r\n\0＝＋－＠']")
"""Starts of cells that a spreadsheet may take for a formula; and the start of a protected cell."""

_DATE = re.compile(
    r"(?=.*\d)(?=.*[^\W\d_])(?:[\d\s.,:/\-']|年|月|日|号|號|[时時]|分|秒|[点點]|[上下]午|[ap]\.?m\b\.?"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?)++|true|false",
    re.IGNORECASE | re.DOTALL,
)
"""Cells that a spreadsheet takes for a day, a time or a truth: "Mar 1" comes back as 03/01/26, 5月1日 as a number."""

_NUMBER = re.compile(
    r"(?!(?:0|[1-9]\d{0,14})\Z)(?=.*\d)[\d\s.,:/%$€£¥()][\d\s.,:/%$€£¥()e+\-]*",
    re.IGNORECASE | re.DOTALL,
)
"""Cells that a spreadsheet may take for a number or a date and give back as another text: 1805929618625036417 as
1.80593E+18, 0027188460911 without its zeros, 12e5 as 1200000, 1/2 as a day. Up to 15 digits are safe."""


LONGEST_CELL = 32_767
"""Characters that a cell of Excel holds; it counts UTF-16 code units, and drops the rest without a word."""


class FileFormat(StrEnum):
    """The formats of an export."""

    CSV = "csv"
    """RFC 4180 in UTF-8 with byte order mark, for spreadsheets: every cell is quoted, and protected as `protect` says.

    A cell that is too long for a spreadsheet is cut, and says so.
    """
    PLAIN_CSV = "plainCsv"
    """RFC 4180 in UTF-8, for programs: every cell as it is."""
    JSON = "json"
    """An array of objects. Every ID is a text, as some are too long for the numbers of JavaScript; what is not there is
    null."""


def write_csv(path: Path, attempts: Iterable[Attempt]) -> int:
    """Write `attempts` as `FileFormat.CSV`; see `write_attempts`."""
    return write_attempts(path, attempts, FileFormat.CSV)


def write_json(path: Path, attempts: Iterable[Attempt]) -> int:
    """Write `attempts` as `FileFormat.JSON`; see `write_attempts`."""
    return write_attempts(path, attempts, FileFormat.JSON)


def write_attempts(
    path: Path, attempts: Iterable[Attempt], file_format: FileFormat, translate: Callable[[str], str] = str
) -> int:
    """Write `attempts` into a file, and return how many there were; see `write_rows`.

    Args:
        path: Where to.
        attempts: Asked for one by one.
        file_format: How they are written.
        translate: Translates a message: title, message and note. Columns and codes are the same in every language.
    """
    return write_rows(path, COLUMNS, (_cells(attempt, translate) for attempt in attempts), file_format)


def write_rows(
    path: Path, columns: Sequence[str], rows: Iterable[Sequence[Cell]], file_format: FileFormat
) -> int:
    """Write `rows` into a file, and return how many there were.

    Args:
        path: Where to; replaced as a whole when all is written, else untouched.
        columns: The titles, in JSON the names of the members.
        rows: The cells of each row in the order of `columns`; asked for one by one.
        file_format: How they are written.

    Raises:
        JournalError: When the file cannot be written, or an error of `rows`.
    """
    counted = _Counted(rows)
    with translate_errors(path, Operation.EXPORTING):
        write_atomic(path, _pieces(columns, counted, file_format))
    return counted.count


def csv_lines(attempts: Iterable[Attempt], translate: Callable[[str], str] = str) -> Iterator[str]:
    """Yield `attempts` as the pieces of a `FileFormat.CSV`, the headings first; each ends with its line.

    Args:
        attempts: Asked for one by one.
        translate: As for `write_attempts`.
    """
    return _csv_pieces(COLUMNS, (_cells(attempt, translate) for attempt in attempts), is_plain=False)


def protect(cell: str) -> str:
    """Return `cell` so that a spreadsheet takes it for text, as it is.

    An apostrophe goes before a cell that could be a formula, a long number, a date or a truth. Quotes alone do not
    help: Excel and LibreOffice look through them. A tab would do, too, but cannot be seen and gets copied along;
    ``="..."`` would be a formula itself.

    Args:
        cell: Any text.
    """
    return f"'{cell}" if _ACTIVE.match(cell) or _NUMBER.fullmatch(cell) or _DATE.fullmatch(cell) else cell


def cut(cell: str) -> str:
    """Return `cell`, or its start and a note at the end where a spreadsheet would cut it.

    Args:
        cell: Any text, protected already.
    """
    if 2 * len(cell) <= LONGEST_CELL or _units(cell) <= LONGEST_CELL:
        return cell
    total = len(cell.removeprefix("'"))
    room = LONGEST_CELL - _units(_cut_note(total, total))
    # Half of a pair of surrogates is no character.
    start = cell.encode("utf-16-le", "surrogatepass")[: 2 * room].decode("utf-16-le", "ignore")
    return start + _cut_note(len(start.removeprefix("'")), total)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _cut_note(kept: int, total: int) -> str:
    return f"… [cut by KooDesk: {kept} of {total} characters; the JSON export has all]"


class _Counted:
    """Rows that are counted as they go by."""

    def __init__(self, rows: Iterable[Sequence[Cell]]) -> None:
        self._rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[Sequence[Cell]]:
        for row in self._rows:
            self.count += 1
            yield row


def _pieces(columns: Sequence[str], rows: Iterable[Sequence[Cell]], file_format: FileFormat) -> Iterator[str]:
    if file_format is FileFormat.JSON:
        return _json_pieces(columns, rows)
    return _csv_pieces(columns, rows, is_plain=file_format is FileFormat.PLAIN_CSV)


def _csv_pieces(columns: Sequence[str], rows: Iterable[Sequence[Cell]], *, is_plain: bool) -> Iterator[str]:
    yield ("" if is_plain else _BYTE_ORDER_MARK) + _csv_line(columns)
    for row in rows:
        texts = ["" if cell is None else str(cell) for cell in row]
        yield _csv_line(texts if is_plain else [cut(protect(text)) for text in texts])


def _csv_line(cells: Iterable[str]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def _json_pieces(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    before = "[\n"
    for row in rows:
        members = dict(zip(columns, row, strict=True))
        yield before + json.dumps(members, ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _cells(attempt: Attempt, translate: Callable[[str], str]) -> list[Cell]:
    """Return the cells of one attempt in the order of `COLUMNS`, times as text."""
    values = [getattr(attempt, name) for name in _ATTRIBUTES.values()]
    return [_cell(value, translate) for value in values]


def _cell(value: Any, translate: Callable[[str], str]) -> Cell:
    if isinstance(value, Message):
        return translate(value)
    return _utc(value) if isinstance(value, datetime) else value


def _utc(moment: datetime) -> str:
    """Return a UTC time as ISO 8601 to the millisecond, for example ``2026-03-01T09:30:00.125Z``."""
    return moment.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
