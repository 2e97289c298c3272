"""The history: every attempt with its ID and outcome, found again by name, ID, time or kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QSplitter, QStackedWidget, QWidget

from koodrive.errors import KoodriveError
from koodrive.journal import HistoryQuery
from ui.core import theme
from ui.history.actions import HistoryActions
from ui.history.columns import Column
from ui.history.details import AttemptDetails
from ui.history.export import HistoryExport
from ui.history.filters import HistoryFilters
from ui.history.model import HistoryModel
from ui.history.notice import HistoryNotice
from ui.history.opening import OpenLine
from ui.history.selection import HistorySelection
from ui.history.table import HistoryTable
from ui.session.folder_names import FolderNames
from ui.texts.attempts import count_text
from ui.texts.translate import translate
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import column, row
from ui.widgets.style_state import set_style_state

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from koodrive.journal import Journal
    from koodrive.messages import Message
    from ui.resolve.searches import ResolutionSearches
    from ui.session.services import Services

NARROW = 860
"""Pixels; on a narrower page the details stand below the table instead of beside it."""
_SLIM = 600
"""Pixels; on a slimmer page the count stands above the buttons."""
_SLOW_MS = 300


class HistoryPage(QWidget):
    """The table of all attempts with its filters, the details of the selected one, and what can be done with it.

    Args:
        services: Gives the backend with the journal and the task runner.

    Signals:
        template_requested: An `Attempt` that the user wants to create something similar to.
        send_again_requested: An `Attempt` that was not made and that the user wants to send once more.
        unknown_count_changed: How many attempts have an unknown outcome.
        resolve_requested: The user wants to find out what became of an attempt (its number), or of all that are
            open (None).
    """

    template_requested = Signal(object)
    send_again_requested = Signal(object)
    unknown_count_changed = Signal(int)
    resolve_requested = Signal(object)

    _damage_found = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        session = self._session = services.session
        self._journal: Journal | None = None
        self._awaited: int | None = None
        self._unknown = 0
        self._failed = False
        self._model = HistoryModel(session.runner, self)
        self._filters = HistoryFilters()
        self._table = HistoryTable(self._model)
        self._details = AttemptDetails(FolderNames(session))
        self._notice = HistoryNotice()
        self._open = OpenLine()
        self._export = HistoryExport(session.runner)
        self._actions = HistoryActions(self._export.menu)
        self._selection = HistorySelection(session.runner, self._table, self._details, self._actions)
        self._count = PlainLabel(name="history.count", role="message")
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._bottom = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._damage = PlainLabel(name="history.damage", role="message", wraps=True, selectable=True)
        self._stack = QStackedWidget()
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._build_ui()
        self._connect()
        self._notice.show_opening()

    def focus_search(self) -> None:
        """Move the keyboard to the search box."""
        self._filters.focus_search()

    def _build_ui(self) -> None:
        heading = PlainLabel(self.tr("History"), role="pageTitle")
        self._count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._damage.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        set_style_state(self._damage, "problem")
        self._damage.hide()
        search, clear = self._filters.search, self._filters.clear_button
        self._splitter.addWidget(self._table)
        self._splitter.addWidget(self._details)
        self._share_out(70, 30)
        self._splitter.setChildrenCollapsible(False)
        self._stack.addWidget(self._notice)
        self._stack.addWidget(self._splitter)
        self._bottom.addWidget(self._count, stretch=1)
        self._bottom.addWidget(self._actions, alignment=Qt.AlignmentFlag.AlignRight)
        column(
            row(row(heading, margins=(0, 0, 8, 0)), search, clear, stretch=search),
            *(self._filters, self._open, self._damage, self._stack, self._export, self._bottom),
            stretch=self._stack,
            spacing=12,
            margins=(24, 24, 24, 16),
            parent=self,
        )
        self._table.addActions(self._actions.for_table())
        self.first_input: QWidget = self._filters.search
        self._model.set_colours(theme.colours(self.palette()))

    def _connect(self) -> None:
        self._filters.changed.connect(self._apply_filters)
        self._model.requested.connect(self._slow.start)
        self._model.loaded.connect(self._on_loaded)
        self._model.located.connect(self._on_located)
        self._model.failed.connect(self._on_failed)
        self._slow.timeout.connect(self._on_slow)
        self._notice.action_chosen.connect(self._on_notice_action)
        self._selection.failed.connect(self._on_failed)
        self._selection.template_requested.connect(self.template_requested)
        self._selection.send_again_requested.connect(self.send_again_requested)
        self._selection.resolve_requested.connect(self.resolve_requested)
        self._open.find_out_requested.connect(self._on_find_out)
        self._export.query_wanted.connect(self._on_export)
        # The signal comes from the thread of the journal.
        self._damage_found.connect(self._on_damage_found, Qt.ConnectionType.QueuedConnection)

    # What the main window asks for --------------------------------------------------------------------------------

    def set_journal_ready(self) -> None:
        """Show the journal of the backend, which is open from now on."""
        self._journal = self._session.backend.journal
        self._journal.listen(self._damage_found.emit)
        self._show_damage()
        self._model.open(self._journal)
        self._selection.open(self._journal)
        if self._awaited is not None:
            self._model.refresh(find=self._awaited)

    @Slot(object)
    def _on_damage_found(self, _notice: Message) -> None:
        self._show_damage()
        self.refresh()

    def _show_damage(self) -> None:
        notice = None if self._journal is None else self._journal.notice
        self._damage.setText("" if notice is None else translate(notice))
        self._damage.setVisible(notice is not None)

    def set_searches(self, searches: ResolutionSearches) -> None:
        """Show what the searches for lost answers are doing, and what they have found out.

        Args:
            searches: All searches.
        """
        self._selection.set_searches(searches)

    @Slot()
    def refresh(self) -> None:
        """Show new attempts; keep selection and scroll position."""
        if self._journal is not None and not self._apply_filters():
            self._model.refresh()

    @Slot(object)
    def show_attempt(self, attempt_id: int) -> None:
        """Select an attempt and scroll to it; filters that hide it are cleared.

        Args:
            attempt_id: Its number in the journal.
        """
        self._awaited = attempt_id
        if self._journal is not None:
            self._model.refresh(find=attempt_id)

    # Reading ------------------------------------------------------------------------------------------------------

    @Slot()
    def _apply_filters(self) -> bool:
        """Ask for what the filters say, and return whether that is something new."""
        shown = self._model.query
        query = replace(self._filters.query(), sort=shown.sort, descending=shown.descending)
        if query == shown:
            return False
        self._model.set_query(query)
        return True

    @Slot()
    def _on_slow(self) -> None:
        self._count.setText(self.tr("Searching…"))

    @Slot()
    def _on_loaded(self) -> None:
        self._slow.stop()
        self._failed = False
        count, total = self._model.rowCount(), self._model.total
        self._filters.set_connections(self._model.connections)
        self._actions.set_exportable(total > 0)
        self._export.set_exportable(count > 0)
        self._show_count(count, total)
        if total:
            self._notice.show_nothing_found()
        else:
            self._notice.show_empty()
        self._stack.setCurrentWidget(self._splitter if count else self._notice)
        if self._model.unknown != self._unknown:
            self._unknown = self._model.unknown
            self._open.show_count(self._unknown)
            self.unknown_count_changed.emit(self._unknown)

    def _show_count(self, count: int, total: int) -> None:
        if not self._model.is_counted:
            self._count.setText(self.tr("Counting…"))
        elif self._filters.query() == HistoryQuery():
            self._count.setText(count_text(count) if count else "")
        else:
            words = self.tr("{count} of {total}").format(count=f"{count:,}", total=f"{total:,}")
            if self._model.query.text and self._journal is not None and not self._journal.names_are_folded:
                words = self.tr("{count}; names from before are still being prepared for the search").format(
                    count=words
                )
            self._count.setText(words)

    def show_not_opened(self, title: str, message: str) -> None:
        """Show that the history could not be opened; `set_journal_ready` may still follow.

        Args:
            title: What happened.
            message: What it means and what to do.
        """
        # Trying again is offered elsewhere.
        self._notice.show_content(title, message)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._slow.stop()
        self._failed = True
        if isinstance(error, KoodriveError):
            title, message = translate(error.title), translate(error.message)
        else:
            title = self.tr("The history could not be read")
            message = self.tr("Something unexpected went wrong.")
            self._session.runner.unhandled.emit(error)
        self._count.setText("")
        self._notice.show_problem(title, message)
        self._stack.setCurrentWidget(self._notice)

    @Slot()
    def _on_notice_action(self) -> None:
        if not self._failed:
            self._filters.clear()
            return
        self._notice.show_opening()
        self._model.refresh()
        self._selection.refresh()

    @Slot(object, int)
    def _on_located(self, attempt_id: int, row: int) -> None:
        if row >= 0:
            self._awaited = None
            self._table.select_row(row)
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._model.query != HistoryQuery():
            # Hidden by a filter, or nowhere near in an order that is not that of time.
            self._filters.clear()
            self._table.sortByColumn(Column.TIME, Qt.SortOrder.DescendingOrder)
            self._model.set_query(HistoryQuery(), find=attempt_id)

    # What people do -----------------------------------------------------------------------------------------------

    @Slot()
    def _on_find_out(self) -> None:
        self.resolve_requested.emit(None)

    @Slot(str)
    def _on_export(self, file_format: str) -> None:
        if self._journal is not None and not self._export.is_busy:
            self._export.ask_for_file(self._journal, self._model.query, file_format)

    # Looks --------------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Follow the desktop between light and dark."""
        if event.type() == QEvent.Type.PaletteChange:
            self._model.set_colours(theme.colours(self.palette()))
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the details where there is room for them."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        is_slim = event.size().width() < _SLIM
        self._bottom.setDirection(directions.TopToBottom if is_slim else directions.LeftToRight)
        is_narrow = event.size().width() < NARROW
        orientation = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        if orientation != self._splitter.orientation():
            self._splitter.setOrientation(orientation)
            self._share_out(*((55, 45) if is_narrow else (70, 30)))

    def _share_out(self, table: int, details: int) -> None:
        """Give table and details their shares, in percent, of the room that there is and that will be."""
        for place, share in enumerate((table, details)):
            self._splitter.setStretchFactor(place, share)
        self._splitter.setSizes([table * 100, details * 100])
