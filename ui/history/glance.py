"""The history at a glance: creates per day by outcome, and the answer times of each connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QBoxLayout, QHeaderView, QWidget

from koodrive.core.deadline import Cancellation
from koodrive.errors import KoodriveError
from koodrive.journal import ReadInterruptedError
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.history.charts import SpanChart, TimeChart
from ui.history.glance_numbers import as_text, span_table, spans_of, time_table
from ui.tables.multi_select_table import MultiSelectTable
from ui.tables.row_delegate import RowDelegate
from ui.texts.translate import titled
from ui.texts.visible import as_tool_tip
from ui.widgets.buttons import PushButton
from ui.widgets.copied_word import CopiedWord
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import column, row
from ui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
    from PySide6.QtGui import QPainter, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from koodrive.journal import HistoryQuery, Journal
    from koodrive.journal.statistics import HistoryStatistics
    from ui.core.tasks import TaskRunner

_MOST_ROWS_HIGH = 12
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WIDE_CHARACTERS = 110
"""Width from which the charts stand side by side."""


class HistoryGlance(ReadingPane):
    """Shows what a query selects in numbers: as charts, and below them as tables to be read out and copied.

    Args:
        runner: Runs the reads.
    """

    def __init__(self, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history.glance.pane")
        self.setAccessibleName(self.tr("History at a glance"))
        self._runner = runner
        self._reading = LatestTask(runner, self)
        self._query: HistoryQuery | None = None
        self._statistics: HistoryStatistics | None = None
        self._state = PlainLabel(name="history.glance.state", role="message", wraps=True)
        self._copy = PushButton(self.tr("Copy numbers"), name="history.glance.copy", auto_default=False)
        self._copied = CopiedWord(self._copy)
        self._heading = PlainLabel(role="head")
        self._spans = SpanChart()
        self._times = TimeChart()
        self._no_times = PlainLabel(self.tr("No answer yet."), role="quiet")
        self._span_table = _NumbersTable("history.glance.spanTable", self.tr("Creates by time and outcome"))
        self._time_table = _NumbersTable("history.glance.timeTable", self.tr("Answer times by connection"))
        self._charts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build_ui()
        self._copy.clicked.connect(self._on_copy)

    def _build_ui(self) -> None:
        times_heading = PlainLabel(self.tr("Answer times by connection"), role="head")
        self._charts.setSpacing(24)
        self._charts.addLayout(column(self._heading, self._spans, 1, spacing=8), stretch=1)
        self._charts.addLayout(column(times_heading, self._times, self._no_times, 1, spacing=8), stretch=1)
        tables = column(self._span_table, self._time_table, spacing=24)
        self._numbers = QWidget()
        column(self._charts, tables, 1, spacing=24, parent=self._numbers)
        content = QWidget()
        column(
            row(self._state, self._copy, stretch=self._state),
            self._numbers,
            1,
            spacing=12,
            margins=(0, 0, 12, 0),
            parent=content,
        )
        self.setWidget(content)
        self._numbers.hide()

    def read(self, journal: Journal, query: HistoryQuery) -> None:
        """Show what `query` selects in numbers; those of before stay until the new ones are here.

        Args:
            journal: The history.
            query: Which attempts.
        """
        cancellation = Cancellation()

        def work() -> HistoryStatistics | None:
            if cancellation.is_cancelled:
                return None
            cancellation.listen(journal.history.interrupt)
            return journal.history.statistics(query)

        def again(error: Exception) -> None:
            if isinstance(error, ReadInterruptedError):
                # Meant for the read before, which had ended in that very moment.
                self.read(journal, query)
            else:
                self._on_failed(error)

        if self._statistics is None:
            self._state.setText(self.tr("Counting…"))
        self._reading.start(Lane.HISTORY, work, self._on_read, again, cancellation=cancellation)

    def stop(self) -> None:
        """Read no more, as the numbers are not looked at."""
        self._reading.cancel()

    def _on_read(self, statistics: HistoryStatistics | None) -> None:
        if statistics is None:
            return
        self._statistics = statistics
        heading, spans = spans_of(statistics.days)
        self._state.setText(
            self.tr("For the filters above. Each bar and line has its numbers as a tool tip.")
        )
        self._heading.setText(heading)
        self._spans.show_spans(spans)
        self._times.show_times(statistics.times)
        self._no_times.setVisible(not statistics.times)
        self._times.setVisible(bool(statistics.times))
        self._time_table.setVisible(bool(statistics.times))
        self._span_table.show_rows(span_table(spans))
        self._time_table.show_rows(time_table(statistics.times))
        for chart, table in ((self._spans, self._span_table), (self._times, self._time_table)):
            chart.setAccessibleName(table.accessibleName())
            chart.setAccessibleDescription(self.tr("A picture of the numbers in the table below it."))
        self._numbers.show()
        self._copy.setEnabled(True)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, KoodriveError):
            self._state.setText(titled(error.title, error.message))
        else:
            self._state.setText(self.tr("The numbers could not be worked out."))
            self._runner.unhandled.emit(error)
        self._statistics = None
        self._numbers.hide()
        self._copy.setEnabled(False)

    @Slot()
    def _on_copy(self) -> None:
        if self._statistics is not None:
            QGuiApplication.clipboard().setText(as_text(self._statistics))
            self._copied.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the charts side by side where there is room; see QWidget.resizeEvent."""
        super().resizeEvent(event)
        is_wide = self.viewport().width() >= _WIDE_CHARACTERS * self.fontMetrics().averageCharWidth()
        directions = QBoxLayout.Direction
        self._charts.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)


class _NumberDelegate(RowDelegate):
    """Paints numbers below each other at the right."""

    def _paint_text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        room: QRect,
    ) -> None:
        painter.setFont(option.font)
        painter.setPen(self._colour(index))
        painter.drawText(room, _RIGHT, self._text(index))


class _NumbersTable(MultiSelectTable):
    """A table of texts as high as its rows, up to a limit."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setModel(QStandardItemModel(self))
        self._at_the_right = _NumberDelegate(self)
        self.horizontalHeader().setStretchLastSection(False)

    def show_rows(self, rows: list[list[str]]) -> None:
        """Show other rows, first the titles."""
        titles, *lines = rows
        model = QStandardItemModel(len(lines), len(titles), self)
        model.setHorizontalHeaderLabels(titles)
        for line, cells in enumerate(lines):
            for place, text in enumerate(cells):
                item = QStandardItem(text)
                item.setToolTip(as_tool_tip(text))
                model.setItem(line, place, item)
        for place in range(1, len(titles)):
            model.setHeaderData(place, Qt.Orientation.Horizontal, _RIGHT, Qt.ItemDataRole.TextAlignmentRole)
        old = self.model()
        self.setModel(model)
        old.deleteLater()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place in range(1, len(titles)):
            self.setItemDelegateForColumn(place, self._at_the_right)
        shown = min(max(len(lines), 1), _MOST_ROWS_HIGH)
        height = self.horizontalHeader().height() + 2 * self.frameWidth()
        self.setFixedHeight(height + shown * self.verticalHeader().defaultSectionSize())
