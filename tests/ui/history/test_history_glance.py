"""The history at a glance: the numbers of what the filters leave in, drawn, read out and copied."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from history_fixtures import choose, find, label_text, opened, press, select, table
from history_samples import START, connection, write
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QPushButton, QTableView, QWidget

from koodrive.journal.statistics import AnswerTimes
from koodrive.models import OutcomeKind
from ui.core import theme
from ui.history.charts import SpanChart, TimeChart, _round_up
from ui.history.glance_numbers import Span, outcomes_in, seconds_text, span_table, spans_of

if TYPE_CHECKING:
    from ui.history.page import HistoryPage

DAY = START.astimezone().date()


@pytest.fixture
def filled(page, qtbot, journal) -> HistoryPage:
    for number in range(4):
        outcome = OutcomeKind.REFUSED if number == 3 else OutcomeKind.CREATED
        write(journal, number, outcome=outcome, where=connection(1 + number % 2, f"Cloud {number % 2}"))
    return opened(page, qtbot, 4)


def numbers(page: HistoryPage, name: str) -> list[list[str]]:
    """Return the texts of a table of the glance, without titles."""
    model = find(page, QTableView, f"glance.{name}Table").model()
    return [
        [model.index(row, place).data() for place in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def toggle(page: HistoryPage, qtbot) -> None:
    press(page, qtbot, "glance")
    qtbot.waitUntil(lambda: page.findChild(QWidget, "history.glance.spanTable").isVisible())


def test_the_numbers_are_those_of_the_filters(filled, qtbot) -> None:
    toggle(filled, qtbot)
    assert not table(filled).isVisible()
    assert not find(filled, QPushButton, "copyId").isVisible(), "its rows are out of sight"
    assert numbers(filled, "span") == [[DAY.isoformat(), "3", "1", "4"]]
    assert [row[0] for row in numbers(filled, "time")] == ["Cloud 0", "Cloud 1"]
    choose(filled, "outcome", "✕ Refused")
    qtbot.waitUntil(lambda: numbers(filled, "span") == [[DAY.isoformat(), "1", "1"]])
    assert [row[0] for row in numbers(filled, "time")] == ["Cloud 1"]


def test_what_is_new_is_counted_and_the_table_comes_back(filled, qtbot, journal) -> None:
    select(filled, qtbot, 1)
    toggle(filled, qtbot)
    write(journal, 4)
    filled.refresh()
    qtbot.waitUntil(lambda: numbers(filled, "span") == [[DAY.isoformat(), "4", "1", "5"]])
    press(filled, qtbot, "glance")
    assert table(filled).isVisible()
    assert find(filled, QPushButton, "copyId").isVisible()
    assert table(filled).selected.name == "Album 2"


def test_where_nothing_is_shown_it_says_so(page, qtbot, journal) -> None:
    page.set_journal_ready()
    qtbot.waitUntil(lambda: label_text(page, "notice.title") == "Nothing here yet")
    press(page, qtbot, "glance")
    assert label_text(page, "notice.title") == "Nothing here yet"
    write(journal, 1)
    page.refresh()
    qtbot.waitUntil(lambda: page.findChild(QWidget, "history.glance.spanTable").isVisible())


def test_the_numbers_are_copied_for_a_spreadsheet(filled, qtbot) -> None:
    toggle(filled, qtbot)
    press(filled, qtbot, "glance.copy")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["From", "Created", "Refused", "All"]
    assert lines[1].split("\t") == [DAY.isoformat(), "3", "1", "4"]
    assert lines[3].split("\t") == ["Connection", "Median", "95th percentile", "Answers"]
    assert find(filled, QPushButton, "glance.copy").text() == "Copied"


def test_assistive_technology_finds_names_and_numbers(filled, qtbot) -> None:
    toggle(filled, qtbot)
    for name in ("glance.spans", "glance.times", "glance.spanTable", "glance.timeTable"):
        assert find(filled, QWidget, name).accessibleName(), name
    assert "table" in find(filled, QWidget, "glance.spans").accessibleDescription()


def test_the_charts_stand_below_each_other_where_it_is_narrow(filled, qtbot) -> None:
    toggle(filled, qtbot)
    spans, times = find(filled, QWidget, "glance.spans"), find(filled, QWidget, "glance.times")

    def place(widget: QWidget) -> tuple[int, int]:
        corner = widget.mapTo(filled, widget.rect().topLeft())
        return corner.x(), corner.y()

    filled.resize(1400, 700)
    qtbot.waitUntil(lambda: place(times)[0] > place(spans)[0])
    filled.resize(500, 420)
    qtbot.waitUntil(lambda: place(times)[1] > place(spans)[1])
    assert spans.width() <= 500


def drawn(chart: QWidget, qtbot) -> QImage:
    qtbot.addWidget(chart)
    chart.resize(600, chart.sizeHint().height())
    return chart.grab().toImage()


def colours_of(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.fixture(params=[theme.LIGHT_SCHEME, theme.DARK_SCHEME])
def _scheme(request, qapp):
    palette = qapp.palette()
    theme.choose(request.param)
    yield
    theme.choose(theme.SYSTEM)
    qapp.setPalette(palette)


@pytest.mark.usefixtures("_scheme")
def test_the_colours_are_those_of_the_theme(qtbot) -> None:
    spans, times = SpanChart(), TimeChart()
    spans.show_spans([Span("2026-03-01", {OutcomeKind.CREATED: 3, OutcomeKind.REFUSED: 2})])
    times.show_times([AnswerTimes("Carrier A", 5, 400, 900)])
    tokens = theme.current()
    assert tokens["good"] in colours_of(drawn(spans, qtbot))
    assert tokens["accent"] in colours_of(drawn(times, qtbot))


def test_bars_and_lines_have_their_numbers_as_tool_tips(qtbot) -> None:
    spans, times = SpanChart(), TimeChart()
    spans.show_spans(
        [Span("2026-03-01", {OutcomeKind.CREATED: 3}), Span("2026-03-02", {OutcomeKind.REFUSED: 1})]
    )
    times.show_times([AnswerTimes("<b>Carrier</b>", 5, 400, 12_345)])
    for chart in (spans, times):
        qtbot.addWidget(chart)
        chart.resize(600, chart.sizeHint().height())
    assert spans.tip_at(QPointF(120, 90)) == "2026-03-01\n✓ Created: 3"
    assert spans.tip_at(QPointF(590, 90)) == "2026-03-02\n✕ Refused: 1"
    assert spans.tip_at(QPointF(2, 90)) == ""
    tip = times.tip_at(QPointF(50, 2.5 * times.line))
    assert "<b>Carrier</b>" in tip
    assert "12.3 s" in tip
    assert times.tip_at(QPointF(50, 1)) == ""


def test_nothing_to_draw_is_drawn_as_nothing(qtbot) -> None:
    for chart in (SpanChart(), TimeChart()):
        assert len(colours_of(drawn(chart, qtbot))) == 1


@pytest.mark.parametrize(
    ("length", "heading", "count"),
    [
        (1, "Attempts per day", 1),
        (92, "Attempts per day", 92),
        (93, "Attempts per week", 14),
        (3000, "Attempts per month", 99),
    ],
)
def test_a_long_time_is_shown_by_weeks_or_months_without_gaps(length, heading, count) -> None:
    first = date(2026, 1, 5)
    days = {first: {OutcomeKind.CREATED: 1}, first + timedelta(length - 1): {OutcomeKind.REFUSED: 2}}
    found_heading, spans = spans_of(days)
    assert (found_heading, len(spans)) == (heading, count)
    assert sum(sum(span.counts.values()) for span in spans) == (2 if length == 1 else 3)
    assert outcomes_in(spans)[-1] is OutcomeKind.REFUSED
    assert len(span_table(spans)) == (2 if length == 1 else 3)


def test_an_outcome_of_a_newer_version_has_its_column() -> None:
    spans = [Span("2026-03-01", {"postponed": 2, OutcomeKind.CREATED: 1})]
    assert span_table(spans) == [["From", "Created", "postponed", "All"], ["2026-03-01", "1", "2", "3"]]


@pytest.mark.parametrize(
    ("number", "end"), [(1, 2), (2, 2), (3, 3), (11, 20), (31, 40), (95, 100), (1001, 2000)]
)
def test_scales_end_at_round_numbers(number, end) -> None:
    assert _round_up(number) == end


def test_times_are_as_exact_as_their_size_makes_sense() -> None:
    assert [seconds_text(one) for one in (7, 412, 12_345, 123_456)] == ["0.01 s", "0.41 s", "12.3 s", "123 s"]


def test_the_switch_is_a_checkable_button_with_a_name(page) -> None:
    switch = find(page, QPushButton, "glance")
    assert switch.isCheckable()
    assert switch.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert switch.toolTip()
