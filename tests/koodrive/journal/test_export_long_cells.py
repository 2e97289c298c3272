"""Texts that are longer than a cell of a spreadsheet: cut with a note in CSV, whole in JSON."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from exported_files import read_csv, read_json, uncut, unprotect
from test_export import ATTEMPT

from koodrive.journal.export import LONGEST_CELL, cut, protect, write_csv, write_json

if TYPE_CHECKING:
    from pathlib import Path


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


TEXTS = {
    "letters": "x" * 40_000,
    "one more": "y" * (LONGEST_CELL + 1),
    "Chinese": "家庭" * 20_000,
    "pairs": "a" + "🎄" * 17_000,
    "protected": "=" + "1" * 33_000,
    "apostrophe": "'" + "z" * 33_000,
    "lines": '"\r\n' * 15_000,
    "two million": "ab" * 1_000_000,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_long_text_is_cut_with_a_note_and_the_reader_knows_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "history.csv"
    assert write_csv(path, [replace(ATTEMPT, answer=text)]) == 1
    with path.open(encoding="utf-8-sig", newline="") as file:
        csv.field_size_limit(10_000_000)
        (cells,) = csv.DictReader(file)
    assert units(cells["answer"]) <= LONGEST_CELL
    assert cells["answer"].endswith(f" of {len(text)} characters; the JSON export has all]")
    (row,) = read_csv(path)
    assert text.startswith(row["answer"])
    assert units(row["answer"]) > LONGEST_CELL - 100
    assert row.cut == {"answer": len(text)}
    assert f"[cut by KooDesk: {len(row['answer'])} of" in cells["answer"]
    assert row["ID"] == ATTEMPT.result_id


@pytest.mark.parametrize("text", ["", "x" * LONGEST_CELL, "🎄" * (LONGEST_CELL // 2)])
def test_a_text_that_fits_is_whole(tmp_path: Path, text: str) -> None:
    path = tmp_path / "history.csv"
    write_csv(path, [replace(ATTEMPT, answer=text)])
    (row,) = read_csv(path)
    assert (row["answer"], row.cut) == (text, {})


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_json_has_all_of_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "history.json"
    write_json(path, [replace(ATTEMPT, answer=text)])
    assert json.loads(path.read_text("utf-8"))[0]["answer"] == text
    assert read_json(path)[0]["answer"] == text


@pytest.mark.parametrize("text", ["abc", "x" * 32_000])
def test_a_text_that_only_ends_like_a_note_is_whole(text: str) -> None:
    note = f"… [cut by KooDesk: {len(text)} of {len(text) + 5} characters; the JSON export has all]"
    assert uncut(unprotect(cut(protect(text + note)))) == (text + note, len(text + note))
