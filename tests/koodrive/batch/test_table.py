"""Files that cannot be opened, and files that change after they were."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from koodrive.batch.cross_check import check_table
from koodrive.batch.errors import HeadingNeededError, TableError
from koodrive.batch.limits import FILE_LIMIT
from koodrive.batch.models import Verdict
from koodrive.batch.table import TableOptions, open_table

TEXT = "name,type\na,2\n"


def code_of(path):
    with pytest.raises(TableError) as raised:
        open_table(path)
    return raised.value.code


def test_what_is_no_file_is_never_read(tmp_path):
    assert code_of(tmp_path) == "not_a_file"
    assert code_of(tmp_path / "missing.csv") == "not_readable"
    assert code_of(Path("a\0b")) == "not_readable"
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe")
        assert code_of(tmp_path / "pipe") == "not_a_file"
        assert code_of(Path("/dev/zero")) == "not_a_file"


def test_a_large_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(FILE_LIMIT + 1)
    assert code_of(path) == "file_too_large"
    with pytest.raises(TableError) as raised:
        open_table("x" * (FILE_LIMIT + 1))
    assert raised.value.code == "file_too_large"


def test_a_change_on_the_disk_is_seen_and_what_was_read_stays(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text(TEXT)
    table = open_table(path)
    path.touch()
    assert not table.has_changed()
    path.write_text(TEXT.replace("a", "b"))
    assert table.has_changed()
    assert [row.cells for row in table.rows()] == [("a", "2")]
    path.unlink()
    assert table.has_changed()
    assert not open_table(TEXT).has_changed()


def test_the_source_tells_what_was_read(tmp_path):
    path = tmp_path / "Kunden 相册.csv"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    source = open_table(path).source
    assert (source.name, source.encoding, source.separator, source.sheet) == (
        "Kunden 相册.csv",
        "utf-8",
        ",",
        None,
    )
    assert len(source.sha256) == 64
    assert open_table(TEXT).source.name == ""


def test_a_list_of_names_without_a_known_heading_is_asked_about(tmp_path):
    path = tmp_path / "names.csv"
    path.write_text("\nKunde\nAnna\n\nTom\n", encoding="utf-8")
    for source in (path, path.read_text("utf-8")):
        with pytest.raises(HeadingNeededError) as raised:
            open_table(source)
        assert (raised.value.code, raised.value.first) == ("heading_needed", "Kunde")
        for has_heading, names in ((True, [(3, "Anna"), (5, "Tom")]), (False, [(2, "Kunde"), (3, "Anna")])):
            rows = list(open_table(source, TableOptions(has_heading=has_heading)).rows())
            assert [(row.line, row.cells[0]) for row in rows][:2] == names


def test_a_list_without_a_heading_is_of_names_whatever_they_are(tmp_path):
    path = tmp_path / "names.csv"
    path.write_text("Name\nMüller, Anna\nMüller, Tom\n", encoding="utf-8")
    assert open_table(path).row_count == 2
    common = (("kind", "album"), ("type", "2"), ("albumKind", "1"))
    table = open_table(path, TableOptions(has_heading=False, common=common))
    assert table.columns.headings == ("name", "kind", "type", "albumKind")
    rows = list(check_table(table))
    assert [row.fields["name"] for row in rows] == ["Name", "Müller, Anna", "Müller, Tom"]
    assert {row.verdict for row in rows} == {Verdict.READY}


def test_columns_that_the_table_has_keep_their_texts():
    table = open_table("name\ttype\nA\t1\nB\t2\n", TableOptions(common=(("type", "2"), ("albumKind", "1"))))
    assert [row.cells for row in table.rows()] == [("A", "1", "1"), ("B", "2", "1")]
