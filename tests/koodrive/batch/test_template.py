"""The template: what it holds comes back as it was, and its example is no data."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from koodrive.batch.columns import FIELDS
from koodrive.batch.cross_check import check_table
from koodrive.batch.errors import TableError
from koodrive.batch.models import Verdict
from koodrive.batch.table import open_table
from koodrive.batch.template import CHOICES, write_csv_template, write_xlsx_template

WRITERS = {"csv": write_csv_template, "xlsx": write_xlsx_template}
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=12)
STARTS = st.sampled_from(
    ["'", "''", "=1", '"', "sep=", "\ufeff", "1E5", "0012", "Mar 1", "_x000D_", " ", "\r\n"]
)
CELL = TEXT | st.tuples(STARTS, TEXT).map("".join) | st.sampled_from(sum(CHOICES.values(), ()))
ROW = st.lists(CELL, min_size=len(FIELDS), max_size=len(FIELDS)).map(tuple)


@pytest.mark.parametrize("kind", WRITERS)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(ROW, min_size=1, max_size=6))
def test_any_table_that_it_can_hold_comes_back_as_it_was(tmp_path, kind, rows):
    path = tmp_path / f"table.{kind}"
    WRITERS[kind](path, rows)
    filled = [row for row in rows if "".join(row).strip()]
    if not filled:
        with pytest.raises(TableError):
            open_table(path)
        return
    assert [row.cells for row in open_table(path).rows()] == filled


@pytest.mark.parametrize("kind", WRITERS)
def test_the_example_is_no_row_and_the_choices_are_understood(tmp_path, kind):
    path = tmp_path / f"template.{kind}"
    WRITERS[kind](path)
    with pytest.raises(TableError) as raised:
        open_table(path)
    assert raised.value.code == "no_rows"
    row = dict.fromkeys(FIELDS, "") | {"name": "x"}
    albums = [
        row
        | {"kind": "album", "type": album_type, "albumKind": "personal", "name": f"{album_type} {media}"}
        | {"scopeDir": "d", "scopeParentFolderId": "p", "scopeKind": media}
        for album_type in CHOICES["type"]
        for media in CHOICES["scopeKind"]
    ]
    folder = row | {"kind": "shared_folder", "shareType": "family", "containerId": "s", "ref": "f"}
    shared = row | {"kind": "album", "type": "manual", "albumKind": "shared", "in": "f"}
    WRITERS[kind](path, [tuple(one.values()) for one in (*albums, folder, shared)])
    checked = list(check_table(open_table(path)))
    assert {one.verdict for one in checked} == {Verdict.READY}


def test_the_example_sheet_of_the_workbook_holds_good_rows(tmp_path):
    path = tmp_path / "template.xlsx"
    write_xlsx_template(path)
    from koodrive.batch.table import TableOptions  # noqa: PLC0415

    rows = list(check_table(open_table(path, TableOptions(sheet="Example"))))
    assert [row.verdict for row in rows] == [Verdict.READY] * 4
