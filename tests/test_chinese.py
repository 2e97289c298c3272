"""The translation into Simplified Chinese is whole, keeps what is filled in, and is by the rules of its style."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import NamedTuple

import pytest
from chinese_rules import faults

CATALOGUE = Path(__file__).parents[1] / "resources" / "translations" / "koodesk_zh_CN.ts"


class Translation(NamedTuple):
    """One message of the catalogue."""

    context: str
    source: str
    chinese: str
    is_finished: bool
    is_numbered: bool


def translations() -> list[Translation]:
    """Return all messages of the catalogue."""
    found = []
    for context in ET.parse(CATALOGUE).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            text = "".join(translation.itertext()).strip("\n") if len(translation) else translation.text
            found.append(
                Translation(
                    context.findtext("name"),
                    message.findtext("source"),
                    text or "",
                    "type" not in translation.attrib,
                    message.get("numerus") == "yes",
                )
            )
    return found


def test_nothing_is_unfinished():
    assert [(one.context, one.source) for one in translations() if not one.is_finished] == []


def test_every_message_belongs_to_something():
    assert [one.source for one in translations() if not one.context] == []


def test_every_translation_is_by_the_rules():
    found = {
        (one.source, one.chinese): problems
        for one in translations()
        if one.is_finished
        and (problems := list(faults(one.source, one.chinese, is_numbered=one.is_numbered)))
    }
    assert found == {}


def test_one_text_has_one_translation_in_a_context():
    sources = [(one.context, one.source) for one in translations()]
    assert len(sources) == len(set(sources))


@pytest.mark.parametrize(
    ("source", "chinese"),
    [
        ("{count} albums", "{count}个相册"),
        ("{count} albums", "{number} 个相册"),
        ("&Save", "保存"),
        ("&Save", "保存(S)"),
        ("Save", "保存(&S)"),
        ("&Save…", "保存…(&S)。"),
        ("Nothing was sent.", "未发送任何请求"),
        ("Title", "标题。"),
        ("Name: {name}", "名称:“{name}”"),
        ("The space ID", "空间ID"),
        ("One, two", "一， 二"),
        ("A token", "一个代币"),
        ("The proxy", "代理"),
        ("Account", "帐号"),
        ("Text", " 文本"),
        ("Text", ""),
        ("Line\nline", "行行"),
        ("%n rows", "行"),
    ],
)
def test_the_rules_find_what_is_wrong(source, chinese):
    assert list(faults(source, chinese, is_numbered="%n" in source))


@pytest.mark.parametrize(
    ("source", "chinese"),
    [
        ("&Find out…", "查明结果(&F)…"),
        ("Send again in {time}", "{time}后重新发送"),
        ("“{name}” was made after all: {id}", "已查明：“{name}”创建成功，ID 为 {id}"),
        ("Tables (*.csv *.xlsx)", "表格 (*.csv *.xlsx)"),
        ("{done} of {whole} ({percent} %)", "第 {done} 个，共 {whole} 个（{percent}%）"),
        ("No secure connection (TLS).", "无法建立安全连接（TLS）。"),
    ],
)
def test_the_rules_let_pass_what_is_right(source, chinese):
    assert list(faults(source, chinese)) == []
