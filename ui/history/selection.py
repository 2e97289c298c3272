"""What is selected in the history: the details of one attempt, read and kept right, and copies of all rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.history.loader import AttemptLoader
from ui.history.selected_rows import read_selected
from ui.session.ticket_copying import TicketCopying
from ui.texts.attempts import as_table_line
from ui.undo.obstacles import obstacle

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.journal import AttemptRow, Journal
    from ui.history.actions import AttemptActions, RowActions
    from ui.history.details import AttemptDetails
    from ui.history.loader import ReadableAttempt
    from ui.history.table import HistoryTable
    from ui.resolve.searches import ResolutionSearches
    from ui.session.session import Session


class HistorySelection(QObject):
    """Follows the selection of the table.

    Args:
        session: Gives the backend and the task runner.
        table: Where attempts are selected; it owns this object.
        details: Where everything about one is shown.
        row_actions: What can be done with all selected rows.
        attempt_actions: What can be done with the one that is shown.

    Signals:
        template_requested: An `Attempt` that the user wants to create something similar to.
        many_requested: The numbers of several attempts to create something similar to (a list of int, as object).
        send_again_requested: An `Attempt` that was not made and that the user wants to send once more.
        resolve_requested: The number of an attempt about which the user wants to find out (an int, as object).
        undo_requested: The numbers of creates that the user wants to take back, the newest first (a list of int, as
            object), and the `AttemptRow` where it is one, else None.
        failed: The exception that kept the details from being read.
        copy_failed: The exception that kept something from being copied.
    """

    template_requested = Signal(object)
    many_requested = Signal(object)
    send_again_requested = Signal(object)
    resolve_requested = Signal(object)
    undo_requested = Signal(object, object)
    failed = Signal(object)
    copy_failed = Signal(object)

    def __init__(
        self,
        session: Session,
        table: HistoryTable,
        details: AttemptDetails,
        row_actions: RowActions,
        attempt_actions: AttemptActions,
    ) -> None:
        super().__init__(table)
        self._session = session
        self._table = table
        self._details = details
        self._row_actions = row_actions
        self._attempt_actions = attempt_actions
        self._journal: Journal | None = None
        self._loader = AttemptLoader(session.runner, self)
        self._rows = LatestTask(session.runner, self)
        self._ticket = TicketCopying(session, self)
        self._searches: ResolutionSearches | None = None
        self._connect()

    def _connect(self) -> None:
        self._table.attempt_selected.connect(self._on_selected)
        self._table.details_requested.connect(self._details.focus_first)
        self._table.copy_requested.connect(self._on_copy_id)
        self._loader.loaded.connect(self._on_loaded)
        self._loader.failed.connect(self.failed)
        self._table.count_changed.connect(self._row_actions.set_count)
        self._table.count_changed.connect(self._attempt_actions.set_count)
        self._row_actions.copy_id.triggered.connect(self._on_copy_id)
        self._row_actions.copy_row.triggered.connect(self._on_copy_row)
        one = self._attempt_actions
        one.ticket.triggered.connect(self._on_ticket)
        one.template.triggered.connect(self._on_template)
        one.send_again.triggered.connect(self._on_send_again)
        one.resolve.triggered.connect(self._on_resolve)
        one.undo.triggered.connect(self._on_undo)
        self._session.current_changed.connect(self._offer_undo)
        self._ticket.copied.connect(one.ticket_copied.show)
        self._ticket.failed.connect(self.copy_failed)

    def open(self, journal: Journal) -> None:
        """Read from `journal` from now on."""
        self._journal = journal
        self._loader.open(journal)

    def set_searches(self, searches: ResolutionSearches) -> None:
        """Show what the search for the selected attempt is doing.

        Args:
            searches: All searches.
        """
        self._searches = searches
        searches.changed.connect(self._on_search_changed)

    def refresh(self) -> None:
        """Read the details once more."""
        self._on_selected(self._table.selected)

    @Slot(object)
    def _on_selected(self, row: AttemptRow | None) -> None:
        self._row_actions.set_selected(row)
        self._attempt_actions.set_selected(row)
        self._loader.want(row.attempt_id if row else None)
        if row is None:
            self._details.show_attempt(None)

    @Slot(object)
    def _on_loaded(self, readable: ReadableAttempt) -> None:
        self._details.show_attempt(readable)
        self._show_search()
        self._attempt_actions.set_details(readable.attempt)
        self._offer_undo()

    @Slot()
    def _offer_undo(self) -> None:
        shown = self._details.attempt
        if shown is not None and self._journal is not None and self._table.selected_count <= 1:
            words = obstacle(shown, self._session.current, is_read_only=self._journal.read_only)
            self._attempt_actions.set_undo(words)

    @Slot(object)
    def _on_search_changed(self, attempt_id: int) -> None:
        shown = self._details.attempt
        if shown is not None and shown.attempt_id == attempt_id:
            self._show_search()

    def _show_search(self) -> None:
        shown = self._details.attempt
        if shown is not None and self._searches is not None:
            self._details.show_search(self._searches.search(shown.attempt_id))

    # All selected rows --------------------------------------------------------------------------------------------

    def use_rows(self, use: Callable[[list[AttemptRow]], None]) -> None:
        """Call `use` with all selected rows from top to bottom, later where some of them have to be read.

        Args:
            use: Called on the window thread, not at all when reading fails: then `copy_failed` is emitted.
        """
        selected, journal = self._table.selected_rows, self._journal
        rows = self._table.loaded_rows()
        if rows is not None:
            use(rows)
        elif journal is not None:
            self._rows.start(
                Lane.HISTORY, lambda: read_selected(journal, selected), use, self.copy_failed.emit
            )

    @Slot()
    def _on_copy_id(self) -> None:
        if self._row_actions.copy_id.isEnabled():
            self.use_rows(self._copy_ids)

    def _copy_ids(self, rows: list[AttemptRow]) -> None:
        ids = [row.result_id for row in rows if row.result_id]
        if ids:
            QGuiApplication.clipboard().setText("\n".join(ids))
            self._row_actions.id_copied.show()

    @Slot()
    def _on_copy_row(self) -> None:
        if self._row_actions.copy_row.isEnabled():
            self.use_rows(self._copy_lines)

    def _copy_lines(self, rows: list[AttemptRow]) -> None:
        QGuiApplication.clipboard().setText("\n".join(map(as_table_line, rows)))
        self._row_actions.row_copied.show()

    # The one that is shown ----------------------------------------------------------------------------------------

    @Slot()
    def _on_ticket(self) -> None:
        if self._attempt_actions.ticket.isEnabled():
            self.use_rows(lambda rows: self._ticket.copy_all([row.attempt_id for row in rows]))

    @Slot()
    def _on_template(self) -> None:
        if self._table.selected_count > 1:
            self.use_rows(lambda rows: self.many_requested.emit([row.attempt_id for row in rows]))
        elif self._details.attempt is not None:
            self.template_requested.emit(self._details.attempt)

    @Slot()
    def _on_send_again(self) -> None:
        if self._details.attempt is not None:
            self.send_again_requested.emit(self._details.attempt)

    @Slot()
    def _on_resolve(self) -> None:
        if self._table.selected is not None:
            self.resolve_requested.emit(self._table.selected.attempt_id)

    @Slot()
    def _on_undo(self) -> None:
        if self._attempt_actions.undo.isEnabled():
            self.use_rows(self._ask_to_undo)

    def _ask_to_undo(self, rows: list[AttemptRow]) -> None:
        ids = sorted((row.attempt_id for row in rows), reverse=True)
        self.undo_requested.emit(ids, rows[0] if len(rows) == 1 else None)
