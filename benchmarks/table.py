"""(t) Tables of creates: opened, read and checked, and the memory of ``koodrive batch check``."""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from koodrive.batch.columns import FIELDS
from koodrive.batch.cross_check import RowIndex, check_table
from koodrive.batch.editing import edited
from koodrive.batch.table import open_table
from koodrive.batch.template import write_xlsx_template

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SIZES = {10_000: 1.0, 100_000: 6.0}
"""Rows to the seconds that they may take."""
_SPACE = "IAAFq7Lx2Vbn0TzR9w1809340011223344557"


def run() -> Iterator[str]:
    """Yield the lines of the report."""
    with tempfile.TemporaryDirectory() as folder:
        for size, seconds in SIZES.items():
            for kind in ("csv", "xlsx"):
                path = Path(folder) / f"{size}.{kind}"
                _write(path, size)
                taken, verdicts = _check(path)
                yield f"{size:,} rows of {kind.upper()}: {taken:.2f} s (aim: under {seconds:g}), {verdicts} ready"
        yield f"an edit among {size:,} rows: {_edit(path):.3f} ms (aim: under 2)"
        for kind in ("csv", "xlsx"):
            peak, taken = _command(path.with_suffix(f".{kind}"))
            words = f"koodrive batch check of {size:,} rows of {kind.upper()}"
            yield f"{words}: {peak:.0f} MB (aim: under 300), {taken:.1f} s"


def _rows(size: int) -> Iterator[Sequence[str]]:
    """Yield albums of all kinds, and a shared folder with an album in it for every ten rows."""
    for number in range(size):
        kind = number % 10
        if kind == 0:
            yield "shared_folder", f"f{number}", "", f"Customer {number}", *[""] * 7, _SPACE, ""
        elif kind == 1:
            yield "album", "", f"f{number - 1}", f"相册 {number}", "2", "2", *[""] * 7
        elif kind == 2:
            ids = str(1809347726153089025 + 2 * number), str(1809347726841090561 + 2 * number)
            yield "album", "", "", f"Shared {number}", "2", "2", *ids, *[""] * 5
        elif kind == 3:
            scope = f"d-{number}\nd-{number}x", "d-1", "1,2"
            yield "album", "", "", f"Collection {number}", "1", "1", "", "", *scope, "", ""
        else:
            yield "album", "", "", f"Album {number}", "2", "1", *[""] * 7


def _write(path: Path, size: int) -> None:
    if path.suffix == ".xlsx":
        write_xlsx_template(path, _rows(size))
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([FIELDS, *_rows(size)])


def _check(path: Path) -> tuple[float, int]:
    begun = time.perf_counter()
    ready = sum(row.verdict == "ready" for row in check_table(open_table(path)))
    return time.perf_counter() - begun, ready


def _edit(path: Path) -> float:
    """Return the milliseconds until one edited row, and the others that it touches, are judged again."""
    table = open_table(path)
    index = RowIndex()
    rows = {}
    for row in check_table(table):
        rows[row.row] = row
        index.add(row)
    times = []
    for number in range(5, 2_000, 10):
        begun = time.perf_counter()
        changed = edited(rows[number], table.columns, {table.columns.places["name"]: f"Album {number}"})
        for other in index.update(changed):
            index.judge(rows[other])
        index.judge(changed)
        times.append(time.perf_counter() - begun)
    return sorted(times)[len(times) // 2] * 1000


_MEASURE = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
print(os.wait4(process.pid, 0)[2].ru_maxrss)
"""
"""A process begins with the peak of the one that starts it, so that a small one has to."""


def _command(path: Path) -> tuple[float, float]:
    """Return the peak of memory in MB and the seconds of the whole process."""
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as data:
        words = [sys.executable, "-m", "koodrive", "--data-dir", data, "batch", "check", str(path), "--json"]
        peak = subprocess.check_output([sys.executable, "-c", _MEASURE, *words], text=True)
    return int(peak) / 1024, time.perf_counter() - begun
