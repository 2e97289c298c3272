"""Texts of any length are shown piece by piece, and copied as they are (C-57)."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from ui.texts.visible import escape_invisible
from ui.widgets.detail_lines import AttemptText
from ui.widgets.value_views import ValueText

LENGTH = 64 * 1024
TEXTS = {
    "a word without an end": "x" * LENGTH,
    "Chinese": "相册" * (LENGTH // 2),
    "hidden characters": "a\u200b" * (LENGTH // 2),
    "emoji": "\U0001f600" * (LENGTH // 2),
    "many lines": "1,\n" * (LENGTH // 3),
    "words": "lorem ipsum " * (LENGTH // 12),
}


def copied(text: ValueText) -> str:
    return text.createMimeDataFromSelection().text()


@pytest.fixture
def shown(qtbot):
    text = ValueText()
    qtbot.addWidget(text)
    text.resize(500, 300)
    text.show()
    return text


def turns_of(text: ValueText, value: str) -> list[float]:
    """Show `value` to its end, and return the seconds of the processor that each piece has taken."""
    times = []
    begun = time.thread_time()
    text.show_value(value)
    text.grab()
    times.append(time.thread_time() - begun)
    while not text.is_whole:
        begun = time.thread_time()
        text._add_piece()
        text.grab()
        times.append(time.thread_time() - begun)
    return times


@pytest.mark.parametrize("value", TEXTS.values(), ids=TEXTS)
def test_c57_no_piece_of_a_long_text_takes_long(shown, value):
    turns_of(shown, "warm up")
    turns = turns_of(shown, value)
    assert len(turns) >= 4
    # 2 to 12 ms; the whole at once took 300 to 700.
    assert max(turns) < 0.1
    assert shown.toPlainText().replace("\n", "") == escape_invisible(value).replace("\n", "")


def test_c57_a_long_word_is_cheaper_than_where_qt_lays_it_out_as_a_whole(qtbot, shown):
    value, whole = TEXTS["a word without an end"], QPlainTextEdit()
    qtbot.addWidget(whole)
    whole.resize(500, 300)
    whole.show()
    begun = time.thread_time()
    whole.setPlainText(value)
    whole.grab()
    assert max(turns_of(shown, value)) < (time.thread_time() - begun) / 3


def test_the_rest_comes_by_itself_and_nothing_moves(qtbot, shown):
    shown.show_value("first\n" * 30_000)
    cursor = shown.textCursor()
    cursor.setPosition(6)
    cursor.setPosition(11, QTextCursor.MoveMode.KeepAnchor)
    shown.setTextCursor(cursor)
    shown.verticalScrollBar().setValue(7)
    qtbot.waitUntil(lambda: shown.is_whole)
    assert shown.verticalScrollBar().value() == 7
    assert copied(shown) == "first"
    assert shown.document().blockCount() == 30_001


def test_another_text_takes_the_place_of_one_that_is_not_whole(qtbot, shown):
    shown.show_value("a" * 100_000)
    shown.show_value("short")
    assert shown.toPlainText() == "short"
    assert shown.is_whole
    qtbot.wait_signal(shown.textChanged, timeout=50, raising=False)
    assert shown.toPlainText() == "short"


def test_what_is_selected_to_the_end_is_copied_whole_before_it_is_shown(shown):
    value = "b" * 100_000
    shown.show_value(value)
    shown.selectAll()
    assert not shown.is_whole
    assert copied(shown) == value


LINES = st.text(st.characters(codec="utf-8"), max_size=40)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    part=LINES,
    times=st.integers(1, 700),
    other=LINES,
    start=st.integers(0, 9_000),
    length=st.integers(0, 9_000),
)
def test_any_selection_is_copied_as_it_is(qtbot, part, times, other, start, length):
    value = part * times + other
    text = ValueText()
    text.show_value(value)
    while not text.is_whole:
        text._add_piece()
    text.selectAll()
    assert copied(text) == value
    cursor = text.textCursor()
    end = text.document().characterCount() - 1
    cursor.setPosition(min(start, end))
    cursor.setPosition(min(start + length, end), QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    assert copied(text) in value
    text.deleteLater()


def test_c57_the_details_are_as_high_as_their_lines_allow(qtbot):
    text = AttemptText("details", "Answer", most_lines=16, is_code=True)
    qtbot.addWidget(text)
    text.resize(500, 10)
    text.set_text("x" * LENGTH)
    text.show()
    line = text.fontMetrics().lineSpacing()
    assert 15 * line < text.height() < 18 * line
