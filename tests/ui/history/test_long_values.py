"""Values that are longer than their place: whole on several lines, or with an ellipsis where something is left out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QVBoxLayout, QWidget

from koodrive.api.serialization import new_trace_id
from ui.core import theme
from ui.history.details import AttemptDetails
from ui.widgets.detail_lines import AttemptLine
from ui.widgets.value_views import ValueLine

LONG_ID = "c937ff95eeb44494a5a967e21d1852ae" * 2


@pytest.fixture
def line(qtbot) -> ValueLine:
    holder = QWidget()
    holder.other = ValueLine(holder)
    line = ValueLine(holder)
    line.setGeometry(0, 30, 180, 24)
    qtbot.addWidget(holder)
    holder.resize(200, 60)
    with qtbot.waitExposed(holder):
        holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    holder.other.setFocus()
    line.holder = holder
    return line


def picture(line: ValueLine, value: str):
    line.show_value(value)
    return line.grab().toImage()


def test_what_does_not_fit_is_elided_in_the_middle(line) -> None:
    whole = picture(line, LONG_ID)
    assert picture(line, f"{LONG_ID[:-1]}f") != whole, "the end is seen"
    assert picture(line, f"x{LONG_ID[1:]}") != whole, "and so is the beginning"
    middle = len(LONG_ID) // 2
    assert picture(line, f"{LONG_ID[:middle]}x{LONG_ID[middle:]}") == whole, "the middle is left out"
    assert LONG_ID in (picture(line, LONG_ID), line.toolTip())[1]


def test_what_fits_is_drawn_as_it_is(line) -> None:
    assert picture(line, "1805929618625036417") != picture(line, "1805929618625036418")


def test_with_the_keyboard_in_it_an_end_that_is_cut_has_a_mark(line) -> None:
    line.setFocus(Qt.FocusReason.OtherFocusReason)
    assert line.hasFocus()
    cut = picture(line, LONG_ID)
    room = line._room()
    fits = line.cursorPositionAt(room.topRight())
    line.setText(LONG_ID[:fits])
    line.setCursorPosition(0)
    assert line.grab().toImage() != cut, "what fits exactly has no mark"
    assert line.original == LONG_ID


def test_a_value_of_any_length_is_drawn_at_once(line) -> None:
    line.show_value("9" * 200_000)
    line.grab()
    assert line.original == "9" * 200_000


@pytest.mark.parametrize("width", [230, 270, 400, 800])
def test_a_trace_id_is_shown_whole_and_monospaced(qtbot, width) -> None:
    holder = QWidget()
    line = AttemptLine("x.traceId", "Trace ID", copyable=True, wraps=True, is_id=True)
    layout = QVBoxLayout(holder)
    layout.addWidget(line)
    layout.addStretch(1)
    qtbot.addWidget(holder)
    holder.setStyleSheet(theme.style_sheet(holder.palette()))
    holder.resize(width, 300)
    with qtbot.waitExposed(holder):
        holder.show()
    trace_id = new_trace_id()
    line.set_text(trace_id)
    text = line.findChild(QPlainTextEdit)
    assert QFontInfo(text.font()).fixedPitch()
    assert text.toPlainText() == line.text == trace_id

    def is_whole() -> bool:
        lines = text.document().firstBlock().layout()
        widths = [lines.lineAt(n).naturalTextWidth() for n in range(lines.lineCount())]
        height = text.blockBoundingRect(text.document().firstBlock()).height()
        return bool(widths) and max(widths) <= text.viewport().width() and height <= text.viewport().height()

    qtbot.waitUntil(is_whole)


def test_the_details_stay_readable_in_a_low_window(qtbot, window, form) -> None:
    window.resize(800, 520)
    form.type("name", "Summer")
    form.create()
    window.history.show_attempt(form.submission.outcome.attempt_id)
    window.open_page("history")
    details = window.findChild(AttemptDetails)
    qtbot.waitUntil(lambda: details.attempt is not None)
    window.findChild(QAbstractButton, "history.showDetails").click()
    assert details.isVisible()
    assert details.height() >= 130
    assert details.viewport().width() > 270
    assert window.height() == 520
