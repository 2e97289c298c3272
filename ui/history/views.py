"""The views of the history, one at a time: table with details, the numbers at a glance, or why there is neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from ui.history.glance import HistoryGlance

if TYPE_CHECKING:
    from koodrive.journal import HistoryQuery, Journal
    from ui.core.tasks import TaskRunner
    from ui.history.notice import HistoryNotice
    from ui.history.table import HistoryTable

NARROW = 860
"""Pixels; on a narrower page the details stand below the table instead of beside it."""


class HistoryViews(QStackedWidget):
    """Table and details share the room; the glance takes all of it while it is wanted.

    Args:
        runner: Reads the numbers of the glance.
        table: The attempts.
        details: What is shown of one, and what can be done with it.
        notice: What is shown instead while there are no rows.
    """

    def __init__(
        self,
        runner: TaskRunner,
        table: HistoryTable,
        details: QWidget,
        notice: HistoryNotice,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._notice = notice
        self._glance: HistoryGlance | None = None
        self._has_rows = False
        self._wants_glance = False
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(table)
        self.splitter.addWidget(details)
        self.splitter.setChildrenCollapsible(False)
        self._share_out(70, 30)
        self.addWidget(notice)
        self.addWidget(self.splitter)

    @property
    def is_table_shown(self) -> bool:
        """Whether table and details are in sight."""
        return self.currentWidget() is self.splitter

    def show_rows(self, *, has_rows: bool) -> None:
        """Show what there is, or the notice where there are no rows."""
        self._has_rows = has_rows
        self._choose()

    def set_glance(self, *, is_wanted: bool) -> None:
        """Set whether the numbers take the place of table and details."""
        self._wants_glance = is_wanted
        self._choose()

    def _choose(self) -> None:
        if self._wants_glance and self._glance is None:
            self._glance = HistoryGlance(self._runner)
            self.addWidget(self._glance)
        shown = self._glance if self._wants_glance and self._glance is not None else self.splitter
        self.setCurrentWidget(shown if self._has_rows else self._notice)
        if self.currentWidget() is not self._glance:
            self.stop_glance()

    def read_glance(self, journal: Journal, query: HistoryQuery) -> None:
        """Work the numbers out anew, where they are in sight."""
        if self._glance is not None and self.currentWidget() is self._glance:
            self._glance.read(journal, query)

    @Slot()
    def stop_glance(self) -> None:
        """Work no numbers out while something else is wanted from the history; `read_glance` begins again."""
        if self._glance is not None:
            self._glance.stop()

    def fit_to(self, width: int) -> None:
        """Put the details where there is room for them.

        Args:
            width: That of the page.
        """
        is_narrow = width < NARROW
        orientation = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        if orientation != self.splitter.orientation():
            self.splitter.setOrientation(orientation)
            self._share_out(*((55, 45) if is_narrow else (70, 30)))

    def _share_out(self, table: int, details: int) -> None:
        """Give table and details their shares, in percent, of the room that there is and that will be."""
        for place, share in enumerate((table, details)):
            self.splitter.setStretchFactor(place, share)
        self.splitter.setSizes([table * 100, details * 100])
