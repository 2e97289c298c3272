"""What is put together of translated parts is put together as the language does it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from koodrive.messages import Message
from ui.texts.translate import joined, listed, titled, translated

CHINESE = {
    "{first} {second}": "{first}{second}",
    "{first}, {second}": "{first}、{second}",
    "{title}: {message}": "{title}：{message}",
    "Nothing was sent.": "未发送任何请求。",
    "{count} fields": "{count} 个字段",
}


class _Chinese(QTranslator):
    def translate(self, context, text, disambiguation=None, n=-1):
        return CHINESE.get(text, "")


@pytest.fixture
def chinese(qapp):
    translator = _Chinese()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_english_joins_by_blanks_and_commas(qapp):
    assert joined("One.", "", "Two.", "Three.") == "One. Two. Three."
    assert listed("a", "", "b", "c") == "a, b, c"
    assert titled("Name", "It is taken.") == "Name: It is taken."
    assert joined("", "One.") == "One."
    assert joined("") == listed() == ""


def test_chinese_joins_sentences_without_a_blank_and_items_by_its_own_sign(chinese):
    nothing, fields = Message("Nothing was sent."), Message("{count} fields", count=3)
    assert joined(nothing, "请重试。", nothing) == "未发送任何请求。请重试。未发送任何请求。"
    assert listed(fields, "b", "{c}") == "3 个字段、b、{c}"
    assert titled(fields, nothing) == "3 个字段：未发送任何请求。"


def test_a_message_is_translated_by_its_template_and_a_foreign_text_stays(chinese):
    assert translated(Message("{count} fields", count=2)) == "2 个字段"
    assert translated("Nothing was sent.") == "Nothing was sent."
