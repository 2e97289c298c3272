"""Invisible characters are escaped in any text; a copy is the original text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from koodrive.core.characters import invisible_chars
from ui.texts.attempts import isolated
from ui.texts.visible import EscapedText, escape_invisible, in_short, on_button, visible
from ui.widgets.value_views import ValueLine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("plain", "plain", "plain"),
        ("A\u202eb", "A[U+202E]b", "A[U+202E]b"),
        ("a\n\tb", "a[U+000A][U+0009]b", "a\n\tb"),
        ("a\r\n", "a[U+000D][U+000A]", "a[U+000D]\n"),
        ("\x00\x1b\x7f", "[U+0000][U+001B][U+007F]", "[U+0000][U+001B][U+007F]"),
        ("\u200b\ufeff", "[U+200B][U+FEFF]", "[U+200B][U+FEFF]"),
        ("\ud800", "[U+D800]", "[U+D800]"),
        ("\u2068a\u2069", "[U+2068]a[U+2069]", "\u2068a\u2069"),
        ("\u2069a\u2068", "[U+2069]a[U+2068]", "[U+2069]a[U+2068]"),
        (
            "👨\u200d👩\u200d👧 می\u200cخواهم",
            "👨\u200d👩\u200d👧 می\u200cخواهم",
            "👨\u200d👩\u200d👧 می\u200cخواهم",
        ),
        ("春节 é", "春节 é", "春节 é"),
    ],
)
def test_what_cannot_be_seen_is_spelled(text: str, line: str, words: str) -> None:
    assert (visible(text), escape_invisible(text)) == (line, words)


@given(st.text(st.one_of(st.characters(), st.sampled_from("\u2066\u2067\u2068\u2069\u202a\u202e\x00\n&"))))
def test_any_text_is_one_line_without_anything_hidden(text: str) -> None:
    shown = visible(text)
    assert invisible_chars(shown) == []
    assert not {"\n", "\t", "\r"} & set(shown)
    assert visible(shown) == shown
    assert EscapedText(text, is_line=True).original_of(0, 10**9) == text
    words = escape_invisible(text)
    assert words.count("\u2068") == words.count("\u2069")


@given(st.text(max_size=40), st.integers(2, 30))
def test_a_short_form_is_never_longer_than_its_limit(text: str, limit: int) -> None:
    assert len(in_short(text, limit)) <= limit
    assert in_short(text, 10_000) == visible(text)
    assert on_button(text, limit).replace("&&", "").count("&") == 0


def test_a_name_in_a_sentence_cannot_turn_what_follows() -> None:
    sentence = escape_invisible(isolated("a\u2069\u202eb") + " was made")
    assert sentence == "\u2068a[U+2069][U+202E]b\u2069 was made"


def test_a_part_is_copied_as_the_part_that_it_is(qtbot: QtBot) -> None:
    line = ValueLine()
    qtbot.addWidget(line)
    line.show_value("𠮷\u202eab")
    assert line.text() == "𠮷[U+202E]ab"
    line.setSelection(2, 9)
    QTest.keyClick(line, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "\u202ea"
    line.setSelection(0, 2)
    QTest.keyClick(line, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "𠮷"


def test_the_menu_of_a_value_copies_the_original(qtbot: QtBot) -> None:
    line = ValueLine()
    qtbot.addWidget(line)
    line.show()
    line.show_value("a\u202eb")
    line.selectAll()
    QTest.mouseClick(line, Qt.MouseButton.RightButton)
    QApplication.postEvent(line, context_menu_event(line))
    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in line.findChildren(QMenu)))
    menu = next(menu for menu in line.findChildren(QMenu) if menu.isVisible())
    copy = next(action for action in menu.actions() if action.objectName() == "edit-copy")
    copy.trigger()
    menu.close()
    assert QGuiApplication.clipboard().text() == "a\u202eb"


def context_menu_event(widget: QWidget) -> QContextMenuEvent:
    """Return what a right click brings."""
    middle = widget.rect().center()
    return QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, widget.mapToGlobal(middle))
