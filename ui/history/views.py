"""The views of the history, one at a time: table with details, the numbers at a glance, or why there is neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from ui.core.theme import scaled
from ui.history.glance import HistoryGlance
from ui.widgets.buttons import PushButton

if TYPE_CHECKING:
    from koodrive.journal import HistoryQuery, Journal
    from ui.core.tasks import TaskRunner
    from ui.history.details import AttemptDetails
    from ui.history.details_panel import DetailsPanel
    from ui.history.notice import HistoryNotice
    from ui.history.table import HistoryTable

LOW = 600
"""Pixels; on a narrow page that is lower, table and details take turns."""
NARROW = 860
"""Pixels; on a narrower page the details stand below the table instead of beside it."""


class HistoryViews(QStackedWidget):
    """Table and details share the room; the glance takes all of it while it is wanted.

    Args:
        runner: Reads the numbers of the glance.
        notice: What is shown instead while there are no rows.
        table: The attempts.
        details: What is shown of one.
        panel: Holds them, and what can be done with it.

    Attributes:
        side: Splitter of the page, with the details as its last part where there is room beside everything else.
        details_turn: Button that shows the details instead of the table, where there is no room for both, and beside
            it after they were closed.
    """

    def __init__(
        self,
        runner: TaskRunner,
        notice: HistoryNotice,
        table: HistoryTable,
        *,
        details: AttemptDetails,
        panel: DetailsPanel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._notice = notice
        self._glance: HistoryGlance | None = None
        self._has_rows = False
        self._wants_glance = False
        self._table = table
        self._details = details
        self._panel = panel
        self._takes_turns = False
        self._is_closed = False
        self.details_turn = PushButton(self.tr("&Details"), name="history.showDetails", auto_default=False)
        self.details_turn.setCheckable(True)
        self.details_turn.hide()
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(table)
        self.splitter.setChildrenCollapsible(False)
        self.side = QSplitter(Qt.Orientation.Horizontal)
        self.side.addWidget(self._panel)
        self.side.setChildrenCollapsible(False)
        self.side.setHandleWidth(0)
        self.addWidget(notice)
        self.addWidget(self.splitter)
        self.details_turn.toggled.connect(self._on_turn)
        self._panel.close_requested.connect(self._on_close_requested)
        table.details_requested.connect(self._on_details_requested)

    @property
    def is_table_shown(self) -> bool:
        """Whether table and details are in sight."""
        return self.currentWidget() is self.splitter

    @Slot()
    def _on_turn(self) -> None:
        self._is_closed = not self._takes_turns and not self.details_turn.isChecked()
        self._take_turns()
        if self._table.isVisible():
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_close_requested(self) -> None:
        self._is_closed = True
        self.details_turn.setChecked(False)
        self._take_turns()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_details_requested(self) -> None:
        if self._takes_turns or self._is_closed:
            self.details_turn.setChecked(True)
            self._details.focus_first()

    def _take_turns(self) -> None:
        is_chosen = self.details_turn.isChecked()
        self._table.setVisible(not (self._takes_turns and is_chosen))
        is_open = is_chosen if self._takes_turns else not self._is_closed
        self._panel.setVisible(self.is_table_shown and is_open)
        self.details_turn.setVisible(self.is_table_shown and (self._takes_turns or self._is_closed))

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
        self._take_turns()
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

    def fit_to(self, width: int, height: int) -> None:
        """Put the details where there is room for them.

        Args:
            width: That of the page.
            height: That of the page.
        """
        is_narrow = width < scaled(NARROW)
        takes_turns = is_narrow and height < scaled(LOW)
        if takes_turns and not self._takes_turns:
            # The table comes first, also after the details beside it were opened once more.
            with QSignalBlocker(self.details_turn):
                self.details_turn.setChecked(False)
        self._takes_turns = takes_turns
        if is_narrow and self.is_beside:
            self.splitter.addWidget(self._panel)
            self.splitter.setSizes([5_500, 4_500])
        elif not is_narrow and not self.is_beside:
            self.side.addWidget(self._panel)
            self.side.setStretchFactor(0, 1)
            self.side.setStretchFactor(1, 0)
            # Not as wide as below the table, where it was shown last.
            beside = self._panel.sizeHint().width()
            self.side.setSizes([max(1, width - beside), beside])
        self._panel.set_beside(is_beside=not is_narrow)
        self._take_turns()

    @property
    def is_beside(self) -> bool:
        """Whether the details stand beside everything else."""
        return self.side.indexOf(self._panel) >= 0
