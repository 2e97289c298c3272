"""Files that cannot be opened, and files that change after they were."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from koodrive.batch.errors import TableError
from koodrive.batch.limits import FILE_LIMIT
from koodrive.batch.table import open_table

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
