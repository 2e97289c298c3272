"""The files to try in docs/examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from koodrive.batch.cross_check import check_table
from koodrive.batch.models import Verdict
from koodrive.batch.table import open_table

FILES = sorted((Path(__file__).parents[3] / "docs" / "examples").glob("*.*"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_row_is_ready(path):
    rows = list(check_table(open_table(path)))
    assert len(rows) >= 12
    assert {row.verdict for row in rows} == {Verdict.READY}


def test_there_are_files_to_try():
    assert FILES
