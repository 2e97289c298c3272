"""The selected attempt of the history: its details, kept up to date, and its actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from ui.history.loader import AttemptLoader
from ui.texts.attempts import as_table_line

if TYPE_CHECKING:
    from koodrive.journal import AttemptRow, Journal
    from ui.core.tasks import TaskRunner
    from ui.history.actions import HistoryActions
    from ui.history.details import AttemptDetails
    from ui.history.loader import ReadableAttempt
    from ui.history.table import HistoryTable
    from ui.resolve.searches import ResolutionSearches


class HistorySelection(QObject):
    """Follows the selection of the table.

    Args:
        runner: Reads the details.
        table: Where an attempt is selected; it owns this object.
        details: Where everything about it is shown.
        actions: What can be done with it.

    Signals:
        template_requested: An `Attempt` that the user wants to create something similar to.
        send_again_requested: An `Attempt` that was not made and that the user wants to send once more.
        resolve_requested: The number of an attempt about which the user wants to find out (an int, as object).
        failed: The exception that kept the details from being read.
    """

    template_requested = Signal(object)
    send_again_requested = Signal(object)
    resolve_requested = Signal(object)
    failed = Signal(object)

    def __init__(
        self, runner: TaskRunner, table: HistoryTable, details: AttemptDetails, actions: HistoryActions
    ) -> None:
        super().__init__(table)
        self._table = table
        self._details = details
        self._actions = actions
        self._loader = AttemptLoader(runner, self)
        self._searches: ResolutionSearches | None = None
        self._connect()

    def _connect(self) -> None:
        self._table.attempt_selected.connect(self._on_selected)
        self._table.details_requested.connect(self._details.focus_first)
        self._table.copy_requested.connect(self._on_copy_id)
        self._loader.loaded.connect(self._on_loaded)
        self._loader.failed.connect(self.failed)
        self._actions.copy_id.triggered.connect(self._on_copy_id)
        self._actions.copy_row.triggered.connect(self._on_copy_row)
        self._actions.template.triggered.connect(self._on_template)
        self._actions.send_again.triggered.connect(self._on_send_again)
        self._actions.resolve.triggered.connect(self._on_resolve)

    def open(self, journal: Journal) -> None:
        """Read from `journal` from now on."""
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
        self._actions.set_selected(row)
        self._loader.want(row.attempt_id if row else None)
        if row is None:
            self._details.show_attempt(None)

    @Slot(object)
    def _on_loaded(self, readable: ReadableAttempt) -> None:
        self._details.show_attempt(readable)
        self._show_search()
        self._actions.set_details(readable.attempt)

    @Slot(object)
    def _on_search_changed(self, attempt_id: int) -> None:
        shown = self._details.attempt
        if shown is not None and shown.attempt_id == attempt_id:
            self._show_search()

    def _show_search(self) -> None:
        shown = self._details.attempt
        if shown is not None and self._searches is not None:
            self._details.show_search(self._searches.search(shown.attempt_id))

    @Slot()
    def _on_copy_id(self) -> None:
        selected = self._table.selected
        if selected is not None and selected.result_id:
            QGuiApplication.clipboard().setText(selected.result_id)

    @Slot()
    def _on_copy_row(self) -> None:
        if self._table.selected is not None:
            QGuiApplication.clipboard().setText(as_table_line(self._table.selected))

    @Slot()
    def _on_template(self) -> None:
        if self._details.attempt is not None:
            self.template_requested.emit(self._details.attempt)

    @Slot()
    def _on_send_again(self) -> None:
        if self._details.attempt is not None:
            self.send_again_requested.emit(self._details.attempt)

    @Slot()
    def _on_resolve(self) -> None:
        if self._table.selected is not None:
            self.resolve_requested.emit(self._table.selected.attempt_id)
