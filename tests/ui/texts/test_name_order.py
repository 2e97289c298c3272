"""The order of names by the collation of the window's language."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCollator, QLocale, Qt

from ui.core import language
from ui.texts.name_order import name_places

if TYPE_CHECKING:
    from collections.abc import Iterator

# Names as they are, characters that ICU compares in groups, marks, halves of characters.
NAMES = st.lists(
    st.text(st.sampled_from("aBbéeßчЧ张长重庆客户 北1０（(\u0301\u200d😀"), max_size=5) | st.text(max_size=4)
)


@pytest.fixture
def locale(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Put the locale of the tests back."""
    former = QLocale()
    yield monkeypatch
    QLocale.setDefault(former)


def in_order(names: list[str]) -> list[str]:
    return sorted(names, key=name_places(names).__getitem__)


@pytest.mark.parametrize("chosen", ["zh_CN", "en_US", "sv_SE"])
@given(names=NAMES)
def test_names_stand_as_the_collator_has_them(chosen: str, names: list[str]) -> None:
    former = QLocale()
    QLocale.setDefault(QLocale(chosen))
    try:
        places = name_places(names)
    finally:
        QLocale.setDefault(former)
    collator = QCollator(QLocale(chosen))
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    found = sorted(names, key=places.__getitem__)
    for before, name in pairwise(found):
        assert (collator.compare(before, name) < 0) == (places[before] < places[name])
        assert collator.compare(before, name) <= 0


def test_a_chinese_window_sorts_by_pinyin_on_any_desktop(locale: pytest.MonkeyPatch) -> None:
    names = ["张三", "重庆", "Bob", "北京", "阿强", "李四", "安徽"]
    QLocale.setDefault(QLocale("de_DE"))
    assert in_order(names)[0] == "Bob"
    locale.setattr(language, "_current", language.CHINESE)
    assert in_order(names) == ["阿强", "安徽", "北京", "重庆", "李四", "张三", "Bob"]


@pytest.mark.usefixtures("locale")
def test_case_alone_changes_no_order() -> None:
    assert in_order(["b", "A", "a", "B", "ä", "z"]) == ["A", "a", "ä", "b", "B", "z"]
    assert in_order([]) == []
