"""Reads the files that `koodrive.journal.export` writes, to compare them with what went in."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING

from koodrive.journal.export import COLUMNS, LONGEST_CELL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_CUT = re.compile(r"… \[cut by KooDesk: (\d+) of (\d+) characters; the JSON export has all\]\Z")


def unprotect(cell: str) -> str:
    """Return the text that `protect` made `cell` of; every text comes back as it was."""
    return cell.removeprefix("'")


def uncut(cell: str) -> tuple[str, int]:
    """Return what `cut` has left of a text, without its note, and how many characters the text had.

    Args:
        cell: From a file that `write_csv` has made, without its protection.
    """
    note = _CUT.search(cell)
    if note is None:
        return cell, len(cell)
    start, kept, total = cell[: note.start()], int(note[1]), int(note[2])
    # A text may end like that by itself.
    is_cut = len(start) == kept < total and _units(cell) >= LONGEST_CELL - 8
    return (start, total) if is_cut else (cell, len(cell))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class CsvRow(dict[str, str]):
    """The columns of one attempt.

    Attributes:
        cut: How many characters the text of a column had that is here only in part.
    """

    def __init__(self, cells: Iterable[str]) -> None:
        texts = {name: uncut(unprotect(cell)) for name, cell in zip(COLUMNS, cells, strict=True)}
        super().__init__({name: text for name, (text, _total) in texts.items()})
        self.cut = {name: total for name, (text, total) in texts.items() if total > len(text)}


def read_csv(path: Path) -> Iterator[CsvRow]:
    """Give the rows of a file that `write_csv` has made, without their protection.

    A spreadsheet may have saved it again meanwhile: other line ends, no byte order mark and quotes only where they
    are needed are understood.

    Args:
        path: The file.

    Returns:
        For each attempt what stands in its columns, an empty text where there was nothing, and what was cut.

    Raises:
        OSError: When it cannot be read.
        UnicodeDecodeError: When it is not UTF-8.
        ValueError: When it has other columns.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = csv.reader(file, strict=True)
        if tuple(next(lines, ())) != COLUMNS:
            raise ValueError(f"{path} does not have the columns of an exported history")
        for cells in lines:
            yield CsvRow(cells)


def read_json(path: Path) -> list[dict[str, str]]:
    """Return the rows of a file that `write_json` has made, in the form that `read_csv` has.

    Args:
        path: The file.

    Raises:
        OSError: When it cannot be read.
        ValueError: When it is no such JSON.
    """
    objects = json.loads(path.read_bytes())
    if any(tuple(members) != COLUMNS for members in objects):
        raise ValueError(f"{path} does not have the members of an exported history")
    return [
        {name: "" if cell is None else str(cell) for name, cell in members.items()} for members in objects
    ]
