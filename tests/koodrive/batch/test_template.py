"""The template: what it holds comes back as it was, and its example is no data."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from koodrive.batch.columns import FIELDS
from koodrive.batch.cross_check import check_table
from koodrive.batch.errors import TableError
from koodrive.batch.models import Verdict
from koodrive.batch.table import TableOptions, open_table
from koodrive.batch.template import CHOICES, write_csv_template, write_xlsx_template
from koodrive.messages import Message

CATALOGUE = Path(__file__).parents[3] / "resources" / "translations" / "koodesk_zh_CN.ts"
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
    rows = list(check_table(open_table(path, TableOptions(sheet="Example"))))
    assert [row.verdict for row in rows] == [Verdict.READY] * 4


@cache
def translations() -> dict[str, str]:
    """Return the Chinese of each template, as the catalogue has it."""
    contexts = {one.findtext("name"): one for one in ET.parse(CATALOGUE).iter("context")}
    messages = contexts["koodrive"].iter("message")
    return {one.findtext("source", ""): one.findtext("translation", "") for one in messages}


def chinese(text: str) -> str:
    """Return a message in Chinese; any other text as it is."""
    return text.in_language(lambda template: translations()[template]) if isinstance(text, Message) else text


@pytest.mark.parametrize("kind", WRITERS)
def test_a_chinese_template_is_read_back_with_its_headings_and_choices(tmp_path, kind):
    path = tmp_path / f"模板.{kind}"
    words = {name: [chinese(word) for word in choices] for name, choices in CHOICES.items()}
    album = ["相册", "", "", "一", words["type"][1], words["albumKind"][0], "", "", "d", "p"]
    rows = [(*album, words["scopeKind"][2], "", ""), ("共享文件夹", "", "", "二", *[""] * 7, "s", "家庭共享")]
    WRITERS[kind](path, rows, chinese)
    table = open_table(path)
    assert tuple(table.columns.places) == FIELDS
    assert not set(table.columns.headings) & set(FIELDS)
    assert all(not word.isascii() for choices in words.values() for word in choices)
    assert {one.verdict for one in check_table(table)} == {Verdict.READY}


def test_a_chinese_workbook_has_its_rules_and_example_in_chinese(tmp_path):
    path = tmp_path / "template.xlsx"
    write_xlsx_template(path, translate=chinese)
    book = CalamineWorkbook.from_path(str(path))
    assert book.sheet_names == ["数据行", "填写规则", "示例"]
    rules = book.get_sheet_by_name("填写规则").to_python()
    assert rules[0][0].startswith("请填写工作表“数据行”")
    assert rules[6][0] == "自定义标识（ref）"
    rows = list(check_table(open_table(path, TableOptions(sheet="示例"))))
    assert [row.verdict for row in rows] == [Verdict.READY] * 4


def test_a_translation_that_could_not_be_read_back_is_not_written(tmp_path):
    path = tmp_path / "template.xlsx"
    write_xlsx_template(path, [("", "", "", "Name", *[""] * 9)], lambda text: f"No {text}")
    assert open_table(path).columns.headings == FIELDS
