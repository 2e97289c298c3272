"""The page with a table: its rows, and around them what belongs to a plan or to a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.batch.results import ResultExport
from ui.batch.rows.model import BatchModel
from ui.batch.rows.table_view import BatchTableView
from ui.batch.views.pause_notice import PauseNotice
from ui.batch.views.plan_tools import PlanTools, RowStrip
from ui.batch.views.run_card import RunCard
from ui.batch.views.summary_strip import SummaryStrip
from ui.core.icons import SMALL, icon_pixmap
from ui.tables.row_delegate import row_height
from ui.texts.translate import error_texts
from ui.widgets.banner import Banner
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.layouts import column, row
from ui.widgets.partly_built import PartlyBuilt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent

    from ui.session.services import Services

_LEAST_ROWS = 5
"""Rows that are in sight whatever stands around them; a low page scrolls."""


class WorkView(PartlyBuilt, QScrollArea):
    """All parts of a plan and of a run; `show_plan` and `show_run` show those that belong together.

    Args:
        services: Runs the reads, and renews the token of a run.
        home: Where the keyboard goes after the question for a token.
        in_parts: See `PartlyBuilt`.
    """

    def __init__(
        self, services: Services, home: QWidget, parent: QWidget | None = None, *, in_parts: bool = False
    ) -> None:
        super().__init__(parent)
        self._is_run = False
        self._start_building(self._build(services, home), in_parts=in_parts)

    def _build(self, services: Services, home: QWidget) -> Iterator[None]:
        self.model = BatchModel(services.session.runner, self)
        self.table = BatchTableView(self.model)
        self.source = ElidedLabel()
        self.notice = Banner("batch.notice")
        """What has to be known about the table as a whole."""
        self.result = Banner("batch.result")
        """What became of a run that has ended."""
        self.pause = PauseNotice(services, home)
        yield
        self.run_card = RunCard()
        self.summary = SummaryStrip()
        self.tools = PlanTools()
        self.strip = RowStrip()
        self.export = ResultExport(services.session.runner)
        """Says how a file is written; the page has a place for it."""
        self._icon = PlainLabel()
        self._source_line = QWidget()
        yield
        self._build_ui()
        self.show_plan()

    def _build_ui(self) -> None:
        self.source.setObjectName("batch.source")
        self.source.setProperty("role", "quiet")
        row(self._icon, self.source, stretch=self.source, spacing=6, parent=self._source_line)
        content = QWidget()
        # Before it has its parts, which would all be styled and measured now.
        self.setWidgetResizable(True)
        self.setWidget(content)
        column(
            *(self._source_line, self.notice, self.pause, self.result, self.run_card),
            *(self.summary, self.tools, self.table, self.strip),
            stretch=self.table,
            spacing=12,
            margins=(24, 0, 24, 16),
            parent=content,
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(self.focusPolicy().NoFocus)
        self._measure()

    def _measure(self) -> None:
        head = self.table.horizontalHeader().height()
        self.table.setMinimumHeight(head + _LEAST_ROWS * row_height(self.table.fontMetrics()) + 12)
        self._icon.setPixmap(icon_pixmap("file", "quiet", SMALL))

    def show_plan(self) -> None:
        """Show what belongs to a plan."""
        self._is_run = False
        self.run_card.hide()
        self.pause.clear()
        self.result.clear()
        for part in (self._source_line, self.summary, self.tools, self.strip):
            part.show()

    def show_run(self) -> None:
        """Show what belongs to a run."""
        self._is_run = True
        self.notice.clear()
        self.run_card.show()
        for part in (self._source_line, self.summary, self.tools, self.strip):
            part.hide()

    @Slot(object)
    def show_not_compared(self, error: Exception) -> None:
        """Say that a plan knows the history only, as the service could not be read."""
        title, message = error_texts(error)
        self.notice.show_content(
            "unknown",
            self.tr("What the service has could not be read"),
            self.tr("Rows are compared with the history only. {title}: {message}").format(
                title=title, message=message
            ),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the rows their room."""
        super().resizeEvent(event)
        self.run_card.fit(event.size().height())

    @Slot()
    def follow_theme(self) -> None:
        """Take over the colours and the font that the application has now."""
        self._measure()
