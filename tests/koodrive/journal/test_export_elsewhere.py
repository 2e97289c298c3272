"""Exports as other programs read them: LibreOffice and the shell of SQLite."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from exported_files import read_csv, read_json
from test_export import ATTEMPT

from koodrive.journal.export import COLUMNS, write_csv, write_json

if TYPE_CHECKING:
    from pathlib import Path

ENGLISH, CHINESE = 1033, 2052
NAMES = [
    *(
        "=1+1",
        "+1",
        "-1",
        "@SUM(1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        '=HYPERLINK("http://x";"y")',
        "=cmd|' /C calc'!A0",
    ),
    *(
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(1)",
        "'quoted",
        "''",
        '"',
        '""',
        '","',
        "a,b",
        "a;b",
        "a\tb",
        "two\nlines",
        "lone\rreturn",
    ),
    *(
        "1805929618625036417",
        "1805929618625030000",
        "１８０５９２９６１８６２５０３６４１７",
        "0027188460911",
        "007",
    ),
    *(
        "1e5",
        "12E5",
        "1.5",
        "1/2",
        "1 1/2",
        "10:30",
        "10:30 pm",
        "5%",
        "$5",
        "2026-03-01",
        "1.800.000",
        "(5)",
    ),
    *(
        "Mar 1",
        "1-Mar",
        "March 2026",
        "SEPT2",
        "1 May",
        "Sunday, 1 March 2026",
        "5月1日",
        "2026年5月",
        "上午10点",
    ),
    *(
        "TRUE",
        "false",
        "春节 🎄",
        "Holiday 2026",
        "c937ff95eeb44494a5a967e21d1852ae",
        " blanks ",
        "\u202egpj.exe",
        "<b>x</b>",
    ),
]
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"

soffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
sqlite = pytest.mark.skipif(shutil.which("sqlite3") is None, reason="the shell of SQLite is not installed")


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    """Return an export of attempts whose names are `NAMES`."""
    path = tmp_path / "history.csv"
    write_csv(path, [replace(ATTEMPT, name=name) for name in NAMES])
    return path


def convert(path: Path, to: str, language: int) -> Path:
    """Return what LibreOffice makes of `path`, when it looks for numbers and dates as hard as it can.

    Args:
        path: The CSV file.
        to: What it is saved as, in the words of LibreOffice.
        language: Windows' number of the language whose dates are looked for.
    """
    folder = path.parent / "converted"
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{path.parent}/profile",
            "--headless",
            f"--infilter=CSV:44,34,76,1,,{language},false,true,false",
            "--convert-to",
            to,
            "--outdir",
            str(folder),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=55,
        env={**os.environ, "HOME": str(path.parent)},
    )
    return next(folder.iterdir())


def unbroken(text: str) -> str:
    """Return `text` with the one sort of line break that a cell of a spreadsheet has."""
    return re.sub("\r\n?", "\n", text)


@soffice
@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_a_spreadsheet_takes_every_cell_for_text(exported: Path, language: int) -> None:
    rows = list(ET.parse(convert(exported, "fods", language)).iter(f"{TABLE}table-row"))
    column = COLUMNS.index("name")
    for name, row in zip(NAMES, rows[1:], strict=True):
        cell = row.findall(f"{TABLE}table-cell")[column]
        assert cell.get(f"{OFFICE}value-type") == "string", name
        assert cell.get(f"{TABLE}formula") is None, name


@soffice
@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_what_a_spreadsheet_saves_again_comes_back(exported: Path, language: int) -> None:
    filter_words = f"csv:Text - txt - csv (StarCalc):44,34,76,1,,{language},false,true,false"
    before, after = list(read_csv(exported)), list(read_csv(convert(exported, filter_words, language)))
    assert [row["name"] for row in after] == [unbroken(name) for name in NAMES]
    assert {row["ID"] for row in after} == {"1805929618625036417"}
    assert [{**row, "name": ""} for row in after] == [{**row, "name": ""} for row in before]


@sqlite
def test_the_shell_of_sqlite_reads_the_same_cells(exported: Path) -> None:
    asked = subprocess.run(
        [
            "sqlite3",
            ":memory:",
            "-cmd",
            ".mode csv",
            f".import '{exported}' history",
            "SELECT hex(name), ID FROM history",
        ],
        check=True,
        capture_output=True,
        text=True,
        timeout=30,
    )
    read = [line.split(",") for line in asked.stdout.split()]
    assert [bytes.fromhex(name.strip('"')).decode().removeprefix("'") for name, _id in read] == NAMES
    assert {number.strip('"') for _name, number in read} == {"'1805929618625036417"}


def test_both_files_come_back_the_same_by_our_own_readers(tmp_path: Path, exported: Path) -> None:
    attempts = [replace(ATTEMPT, name=name) for name in NAMES]
    write_json(tmp_path / "history.json", attempts)
    rows = list(read_csv(exported))
    assert rows == read_json(tmp_path / "history.json")
    assert [row["name"] for row in rows] == NAMES


def test_another_file_is_no_export(tmp_path: Path) -> None:
    path = tmp_path / "other"
    path.write_text("name,ID\nx,1\n")
    with pytest.raises(ValueError, match="does not have the columns"):
        list(read_csv(path))
    path.write_text('[{"name": "x"}]')
    with pytest.raises(ValueError, match="does not have the members"):
        read_json(path)
