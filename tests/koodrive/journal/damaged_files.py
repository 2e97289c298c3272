"""Files of a history that are damaged as a disk damages them: bytes of pages, changed in place."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from journal_samples import ALBUM, begin, created

from koodrive.journal import Journal


def filled(path: Path, attempts: int, padding: int = 500) -> None:
    """Begin a history with attempts of which each is named and numbered in its own way."""
    path.write_bytes(_filled_once(attempts, padding))


@cache
def _filled_once(attempts: int, padding: int) -> bytes:
    """Return the file of such a history, which takes longer to be written than to be copied."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "history.sqlite3"
        with Journal(path) as journal:
            for number in range(1, attempts + 1):
                request = replace(ALBUM, name=f"Garden {number}")
                attempt_id = begin(journal, request, body="y" * padding)
                journal.attempts.settle(attempt_id, created(str(4_000_000_000_000_000_000 + number)))
        return path.read_bytes()


def page_size(content: bytes) -> int:
    """Return the size of the pages of a file, in bytes."""
    size = struct.unpack(">H", content[16:18])[0]
    return 65536 if size == 1 else size


def leaves(path: Path, name: str) -> list[int]:
    """Return where the leaves of a table or an index begin in its file, in their order."""
    with closing(sqlite3.connect(path)) as connection:
        statement = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        root = connection.execute(statement, (name,)).fetchone()[0]
    content = path.read_bytes()
    size = page_size(content)

    def below(page: int) -> list[int]:
        start = (page - 1) * size
        if content[start] in {10, 13}:
            return [start]
        count = struct.unpack(">H", content[start + 3 : start + 5])[0]
        cells = struct.unpack(f">{count}H", content[start + 12 : start + 12 + 2 * count])
        children = [struct.unpack(">I", content[start + cell : start + cell + 4])[0] for cell in cells]
        children.append(struct.unpack(">I", content[start + 8 : start + 12])[0])
        return [leaf for child in children for leaf in below(child)]

    return below(root)


def overwrite(path: Path, start: int, size: int, byte: int = 0x5A) -> None:
    """Change bytes of a file in place."""
    with path.open("r+b") as file:
        file.seek(start)
        file.write(bytes([byte]) * size)


def forget_cells(path: Path, leaf: int, count: int) -> None:
    """Let a leaf say that it has `count` cells fewer than it has."""
    content = path.read_bytes()
    cells = struct.unpack(">H", content[leaf + 3 : leaf + 5])[0]
    with path.open("r+b") as file:
        file.seek(leaf + 3)
        file.write(struct.pack(">H", cells - count))


def repeat_number(path: Path, leaf: int) -> None:
    """Give the third row of a leaf of a table the number of the second; both numbers have the same length."""
    content = path.read_bytes()
    second, third = (_number_of_row(content, leaf, row) for row in (1, 2))
    with path.open("r+b") as file:
        file.seek(third.start)
        file.write(content[second.start : second.stop])


def _number_of_row(content: bytes, leaf: int, row: int) -> slice:
    """Return where the number of a row stands: after the length of the row, both as variable-length integers."""
    start = leaf + struct.unpack(">H", content[leaf + 8 + 2 * row : leaf + 10 + 2 * row])[0]
    number = _end_of_integer(content, start)
    return slice(number, _end_of_integer(content, number))


def _end_of_integer(content: bytes, start: int) -> int:
    while content[start] & 0x80:
        start += 1
    return start + 1
