"""The page Create many: a table, its plan, its run and its result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.batch.controller import BatchController
from ui.batch.foot import Foot
from ui.batch.reading_view import ReadingView
from ui.batch.start_view import StartView
from ui.batch.steps import StepLine
from ui.batch.work_view import WorkView
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from ui.session.services import Services


class BatchPage(QWidget):
    """One batch at a time, or the ways to begin one.

    Args:
        services: Session, and the renewal of its token.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = StepLine()
        self.start = StartView()
        self.reading = ReadingView()
        self.foot = Foot()
        self.work = WorkView(services, home=self)
        self._stack = QStackedWidget()
        self._build_ui()
        self.controller = BatchController(services, self)
        self.first_input: QWidget = self.start.open_button

    def _build_ui(self) -> None:
        self.setAcceptDrops(True)
        heading = PlainLabel(self.tr("Create many"), role="pageTitle")
        head = row(heading, 1, self.steps, margins=(24, 16, 24, 16))
        for view in (self.start, self.reading, self.work):
            self._stack.addWidget(view)
        column(head, self._stack, self.foot, spacing=0, stretch=self._stack, parent=self)
        self.show_view(self.start)

    def show_view(self, view: QWidget) -> None:
        """Show `start`, `reading` or `work`."""
        self._stack.setCurrentWidget(view)
        self.foot.setVisible(view is self.work)
        self.first_input = self.work.table if view is self.work else self.start.open_button
