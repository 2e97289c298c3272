"""The history: every attempt with its ID and outcome, found again by name, ID, time or kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from koodrive.errors import KoodriveError
from koodrive.journal import HistoryQuery
from ui.core import theme
from ui.history.actions import AttemptActions, RowActions
from ui.history.columns import Column
from ui.history.count_line import CountLine
from ui.history.details import AttemptDetails
from ui.history.details_panel import DetailsPanel
from ui.history.export import HistoryExport
from ui.history.filters import HistoryFilters
from ui.history.model import HistoryModel
from ui.history.notice import HistoryNotice
from ui.history.opening import OpenLine
from ui.history.selected_rows import RowsMovedError
from ui.history.selection import HistorySelection
from ui.history.table import HistoryTable
from ui.history.views import HistoryViews
from ui.session.folder_names import FolderNames
from ui.texts.translate import titled, translated
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import PAGE_MARGIN, column, page_foot, page_head, row
from ui.widgets.partly_built import PartlyBuilt
from ui.widgets.style_state import set_style_state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent

    from koodrive.journal import Journal
    from koodrive.messages import Message
    from ui.core.window_settings import WindowSettings
    from ui.resolve.searches import ResolutionSearches
    from ui.session.services import Services
    from ui.session.session import Session

_SLIM = 600
"""Pixels; on a slimmer page the count stands above the buttons."""
_SLOW_MS = 300


class HistoryPage(PartlyBuilt, QWidget):
    """The table of all attempts with its filters, the details of the selected one, and what can be done with it.

    Args:
        services: Gives the backend with the journal and the task runner.
        in_parts: See `PartlyBuilt`.

    Signals:
        create_requested: The user wants to create something, as there is nothing yet.
        template_requested: An `Attempt` that the user wants to create something similar to.
        many_requested: The numbers of several attempts to create something similar to (a list of int, as object).
        send_again_requested: An `Attempt` that was not made and that the user wants to send once more.
        undo_requested: The numbers of creates that the user wants to take back, and the row where it is one; see
            `HistorySelection`.
        unknown_count_changed: How many attempts have an unknown outcome.
        resolve_requested: The user wants to find out what became of an attempt (its number), or of all that are
            open (None).
    """

    create_requested = Signal()
    template_requested = Signal(object)
    many_requested = Signal(object)
    send_again_requested = Signal(object)
    undo_requested = Signal(object, object)
    unknown_count_changed = Signal(int)
    resolve_requested = Signal(object)

    _damage_found = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None, *, in_parts: bool = False) -> None:
        super().__init__(parent)
        self._session = services.session
        self._journal: Journal | None = None
        self._awaited: int | None = None
        self._unknown = 0
        self._failed = False
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._start_building(self._build(services.session), in_parts=in_parts)

    def _build(self, session: Session) -> Iterator[None]:
        self._model = HistoryModel(session.runner, self)
        self._filters = HistoryFilters()
        yield
        self._table = HistoryTable(self._model)
        yield
        self._details = AttemptDetails(FolderNames(session))
        self._notice = HistoryNotice()
        self._open = OpenLine()
        self._export = HistoryExport(session.runner)
        yield
        self._actions = RowActions(self._export.menu)
        self._attempt_actions = AttemptActions()
        panel = DetailsPanel(self._details, self._attempt_actions)
        yield
        self._selection = HistorySelection(
            session, self._table, self._details, self._actions, self._attempt_actions
        )
        self._count = CountLine(self._model)
        self._at_a_glance = PushButton(self.tr("At a &glance"), name="history.glance", auto_default=False)
        self._bottom = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._damage = PlainLabel(name="history.damage", role="message", wraps=True, selectable=True)
        self._views = HistoryViews(
            session.runner, self._notice, self._table, details=self._details, panel=panel
        )
        yield
        self._build_ui()
        yield
        self._connect()
        self._notice.show_opening()

    def focus_search(self) -> None:
        """Move the keyboard to the search box."""
        self._filters.focus_search()

    def _build_ui(self) -> None:
        heading = PlainLabel(self.tr("History"), role="pageTitle")
        self._at_a_glance.setCheckable(True)
        self._at_a_glance.setToolTip(
            self.tr("Attempts per day by outcome, and answer times by connection, for the filters below")
        )
        self._damage.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        set_style_state(self._damage, "problem")
        self._damage.hide()
        turn = self._views.details_turn
        self._bottom.setSpacing(8)
        self._bottom.addLayout(row(self._count, turn, stretch=self._count), stretch=1)
        self._bottom.addWidget(self._actions, alignment=Qt.AlignmentFlag.AlignRight)
        head = page_head(heading, 1, self._filters.clear_button, self._at_a_glance)
        body = column(
            *(self._filters, self._open, self._damage, self._views, self._export),
            stretch=self._views,
            spacing=12,
            margins=(PAGE_MARGIN, 0, PAGE_MARGIN, 12),
        )
        # From the outside in: what is put into a place is styled anew with all of its parts.
        column(self._views.side, parent=self)
        self._main = QWidget()
        self._views.side.insertWidget(0, self._main)
        column(head, body, page_foot(self._bottom), stretch=body, spacing=0, parent=self._main)
        self._table.addActions([self._actions.copy_id, self._actions.copy_row])
        self._table.addActions(self._attempt_actions.for_table())
        self._table.addAction(self._export.menu.selected.menuAction())
        self._table.addAction(self._table.columns.menu.menuAction())
        self.first_input: QWidget = self._filters.search
        self._model.set_colours(theme.colours(self.palette()))

    def _connect(self) -> None:
        self._filters.changed.connect(self._apply_filters)
        self._model.requested.connect(self._slow.start)
        self._model.requested.connect(self._views.stop_glance)
        self._model.refreshing.connect(self._views.stop_glance)
        self._model.loaded.connect(self._on_loaded)
        self._model.located.connect(self._on_located)
        self._model.failed.connect(self._on_failed)
        self._slow.timeout.connect(self._on_slow)
        self._notice.action_chosen.connect(self._on_notice_action)
        self._selection.failed.connect(self._on_failed)
        self._selection.template_requested.connect(self.template_requested)
        self._selection.many_requested.connect(self.many_requested)
        self._selection.send_again_requested.connect(self.send_again_requested)
        self._selection.resolve_requested.connect(self.resolve_requested)
        self._selection.undo_requested.connect(self.undo_requested)
        self._at_a_glance.toggled.connect(self._on_glance_toggled)
        self._open.find_out_requested.connect(self._on_find_out)
        self._selection.copy_failed.connect(self._on_copy_failed)
        self._table.count_changed.connect(self._on_selected_count_changed)
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
        self._export.open(self._journal, lambda: self._model.query, self._selection.use_rows)
        if self._awaited is not None:
            self._model.refresh(find=self._awaited)

    @Slot(object)
    def _on_damage_found(self, _notice: Message) -> None:
        self._show_damage()
        self.refresh()

    def _show_damage(self) -> None:
        notice = None if self._journal is None else self._journal.notice
        self._damage.setText("" if notice is None else translated(notice))
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

    def remember_columns(self, settings: WindowSettings) -> None:
        """Show the columns that were chosen last, and remember the choice."""
        self._table.columns.remember(settings, "history/columns")

    @Slot(object)
    def show_attempt(self, attempt_id: int) -> None:
        """Select an attempt and scroll to it; filters that hide it are cleared.

        Args:
            attempt_id: Its number in the journal.
        """
        self._awaited = attempt_id
        if self._journal is not None:
            self._model.refresh(find=attempt_id)

    def show_batch(self, batch_id: int) -> None:
        """Show the attempts of a batch alone."""
        self._filters.choose_batch(batch_id)
        if self._journal is not None:
            self._model.refresh()

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
        self._count.show_searching()

    @Slot()
    def _on_loaded(self) -> None:
        self._slow.stop()
        self._failed = False
        count, total = self._model.rowCount(), self._model.total
        self._filters.set_connections(self._model.connections)
        self._filters.set_batches(self._model.batches)
        self._actions.set_exportable(total > 0)
        self._export.menu.set_exportable(is_any=count > 0)
        if total:
            self._notice.show_nothing_found()
        else:
            self._notice.show_empty()
        self._show_content()
        if self._model.unknown != self._unknown:
            self._unknown = self._model.unknown
            self._open.show_count(self._unknown)
            self.unknown_count_changed.emit(self._unknown)

    @Slot()
    def _on_selected_count_changed(self) -> None:
        if self._model.is_counted and not self._slow.isActive() and not self._failed:
            self._show_count()

    def _show_count(self) -> None:
        selected = self._table.selected_count if self._views.is_table_shown else 0
        self._count.show_count(self._filters.query(), selected, self._journal)

    @Slot(bool)
    def _on_glance_toggled(self, is_wanted: bool) -> None:  # noqa: FBT001 - the argument of the signal
        self._views.set_glance(is_wanted=is_wanted)
        self._show_content()

    def _show_content(self) -> None:
        """Show the view that is wanted, with its actions and its count."""
        self._views.show_rows(has_rows=self._model.rowCount() > 0)
        # Nothing is done with rows that are out of sight.
        self._actions.setVisible(not self._at_a_glance.isChecked())
        self._show_count()
        if self._journal is not None and self._model.is_counted:
            self._views.read_glance(self._journal, self._model.query)

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
            title, message = translated(error.title), translated(error.message)
        else:
            title = self.tr("The history could not be read")
            message = self.tr("Something unexpected went wrong.")
            self._session.runner.unhandled.emit(error)
        self._count.setText("")
        self._notice.show_problem(title, message)
        self._views.show_rows(has_rows=False)

    @Slot()
    def _on_notice_action(self) -> None:
        if not self._failed and not self._model.total:
            self.create_requested.emit()
            return
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

    @Slot(object)
    def _on_copy_failed(self, error: Exception) -> None:
        if isinstance(error, RowsMovedError):
            self._export.show_problem(self.tr("The history has changed meanwhile. Please try again."))
            self.refresh()
        elif isinstance(error, KoodriveError):
            self._export.show_problem(titled(error.title, error.message))
        else:
            self._session.runner.unhandled.emit(error)

    # Looks --------------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Follow the desktop between light and dark."""
        if event.type() == QEvent.Type.PaletteChange:
            self._model.set_colours(theme.colours(self.palette()))
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Return the width that is needed with the details below the table, where they go on a narrow page."""
        size = super().minimumSizeHint()
        widest = max(self._main.minimumSizeHint().width(), self._details.minimumWidth())
        return QSize(widest, size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the details where there is room for them."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        is_slim = event.size().width() < _SLIM
        self._bottom.setDirection(directions.TopToBottom if is_slim else directions.LeftToRight)
        self._views.fit_to(event.size().width(), event.size().height())
