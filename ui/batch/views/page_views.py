"""What the page Create many consists of: a head, one view at a time, and a foot below a batch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.batch.undoing.undo_view import UndoView
from ui.batch.views.foot import Foot
from ui.batch.views.reading_view import ReadingView
from ui.batch.views.start_view import StartView
from ui.batch.views.steps import StepLine
from ui.batch.views.work_view import WorkView
from ui.texts.translate import translate
from ui.widgets.banner import Banner
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.session.services import Services

_LEAST_HEIGHT = 120
"""Pixels of a view below a banner in a low window; the views scroll."""


class _Stack(QStackedWidget):
    def minimumSizeHint(self) -> QSize:
        """Return what the view that is shown needs, not the largest of all."""
        shown = self.currentWidget()
        return QSize(shown.minimumSizeHint().width() if shown is not None else 0, _LEAST_HEIGHT)


class PageViews:
    """The views; `build` has to be run through before they are used."""

    steps: StepLine
    start: StartView
    reading: ReadingView
    work: WorkView
    undo: UndoView
    foot: Foot
    problem: Banner
    """Above each view: what could not be done, and what has to be decided."""

    def build(self, services: Services, page: QWidget) -> Iterator[None]:
        """Make the views in parts, as all of them at once would take longer than a frame.

        Args:
            services: See `WorkView`.
            page: Shows them.
        """
        self.steps, self.foot, self._stack = StepLine(), Foot(), _Stack(page)
        yield
        self.start, self.reading = StartView(self._stack), ReadingView(self._stack)
        yield
        self.work = WorkView(services, home=page, parent=self._stack, in_parts=True)
        while self.work.build_part():
            yield
        self.undo = UndoView(services, home=page, parent=self._stack, in_parts=True)
        while self.undo.build_part():
            yield
        self.problem = Banner("batch.problem")
        heading = PlainLabel(translate("BatchPage", "Create many"), role="pageTitle")
        head = row(heading, 1, self.steps, margins=(24, 16, 24, 16))
        problem = row(self.problem, margins=(24, 0, 24, 0), stretch=self.problem)
        export = self.work.export
        saved = row(export, margins=(24, 0, 24, 0), stretch=export)
        column(head, problem, self._stack, saved, self.foot, spacing=0, stretch=self._stack, parent=page)
        for view in (self.start, self.reading, self.work, self.undo):
            self._stack.addWidget(view)
        self.show(self.start)

    @property
    def shown(self) -> QWidget | None:
        """The view that is shown: `start`, `reading`, `work` or `undo`."""
        return self._stack.currentWidget()

    @property
    def first_input(self) -> QWidget:
        """Where the keyboard begins."""
        if self.shown is self.undo:
            return self.undo.table
        return self.work.table if self.shown is self.work else self.start.open_button

    def show(self, view: QWidget) -> None:
        """Show `start`, `reading`, `work` or `undo`."""
        self._stack.setCurrentWidget(view)
        self.foot.setVisible(view is self.work)
