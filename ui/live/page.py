"""The page On the service: everything that the service lists, beside what the history knows of it. Read-only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from koodrive.errors import KoodriveError, is_token_error
from ui.core.theme import scaled
from ui.live.actions import LiveActions
from ui.live.export import LiveExport
from ui.live.filters import LiveFilters
from ui.live.model import LiveModel
from ui.live.reader import LiveReader
from ui.live.table import LiveTable
from ui.live.template import template_of
from ui.live.texts import count_text, is_read, joined_text
from ui.session.session import TokenState
from ui.session.sign_in_prompt import SignInPrompt
from ui.texts.numbers import number_text
from ui.texts.translate import translated
from ui.widgets.banner import Banner
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import PAGE_MARGIN, column, page_foot, page_head, row
from ui.widgets.partly_built import PartlyBuilt
from ui.widgets.placeholder import EmptyState

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from koodrive.listing.live import LiveView
    from koodrive.listing.live_rows import LiveRow
    from koodrive.models import RequestKind
    from ui.core.window_settings import WindowSettings
    from ui.session.services import Services

_LOW, _SLIM, _SLIMMER, _SLIMMEST = 600, 1_100, 600, 440
"""Pixels; on a page that is lower or slimmer, what stands around the table takes less room.

On the slimmest one even the number of rows has none.
"""


class LivePage(PartlyBuilt, QWidget):
    """Albums and shared folders as the service lists them.

    Args:
        services: Which connection is in use.
        in_parts: See `PartlyBuilt`.

    Signals:
        history_requested: The attempt whose row the user wants to see (an int, as object).
        template_requested: The page that the user wants filled with something similar, and its fields by API name.
    """

    history_requested = Signal(object)
    template_requested = Signal(str, object)

    def __init__(self, services: Services, parent: QWidget | None = None, *, in_parts: bool = False) -> None:
        super().__init__(parent)
        self._session = services.session
        self._view: LiveView | None = None
        self._is_renewed = False
        """Whether the token is fresh, and nothing could be read with it yet."""
        self._awaited: tuple[RequestKind, str] | None = None
        """What is to be selected as soon as it is read."""
        self._start_building(self._build(services), in_parts=in_parts)

    def _build(self, services: Services) -> Iterator[None]:
        session = services.session
        self._reading = LiveReader(session, self)
        self._model = LiveModel(self)
        self._filters = LiveFilters()
        yield
        self._table = LiveTable(self._model)
        yield
        self._notice = EmptyState("live", "cloud")
        self._stack = QStackedWidget()
        self._banner = Banner("live.state")
        self._prompt = SignInPrompt("live", services)
        yield
        self._export = LiveExport(session.runner, self._model.shown_rows, self._table.selected_rows)
        self._actions = LiveActions(self._export.menu)
        self._count = PlainLabel(name="live.count", role="message", wraps=True)
        self._refresh = PushButton(self.tr("Re&fresh"), name="live.refresh", auto_default=False)
        yield
        self._build_ui()
        self._connect()
        self._show_nothing_read()

    def _build_ui(self) -> None:
        heading = PlainLabel(self.tr("On the service"), role="pageTitle")
        self._count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._table.addActions([*self._actions.for_table(), self._table.columns.menu.menuAction()])
        self._stack.addWidget(self._notice)
        self._stack.addWidget(self._table)
        body = column(
            *(self._filters, self._stack, self._banner, self._prompt),
            self._export,
            stretch=self._stack,
            spacing=12,
            margins=(PAGE_MARGIN, 0, PAGE_MARGIN, 12),
        )
        foot = page_foot(row(self._count, self._actions, stretch=self._count))
        column(page_head(heading, 1, self._refresh), body, foot, stretch=body, spacing=0, parent=self)
        self.first_input: QWidget = self._filters.search

    def _connect(self) -> None:
        self._filters.changed.connect(self._on_filters_changed)
        self._model.changed.connect(self._on_rows_changed)
        self._table.selected.connect(self._on_selection_changed)
        # A model that is emptied takes the selection away without a signal.
        self._stack.currentChanged.connect(self._on_selection_changed)
        self._refresh.clicked.connect(self._on_refresh)
        self._notice.action_chosen.connect(self._on_notice_action)
        self._banner.action_chosen.connect(self._begin)
        self._prompt.renewed.connect(self._on_renewed)
        self._session.token_changed.connect(self._read_if_stale)
        self._session.current_changed.connect(self._on_current_changed)
        self._reading.began.connect(self._on_began)
        self._reading.progressed.connect(self._on_progressed)
        self._reading.read.connect(self._on_read)
        self._reading.failed.connect(self._on_failed)
        self._reading.stopped.connect(self._on_stopped)
        self._reading.forgotten.connect(self._on_forgotten)
        self._actions.template_requested.connect(self._on_template)
        self._actions.history_requested.connect(self._on_history)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the lists when the page is shown."""
        super().showEvent(event)
        self._read_if_stale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the table room in a small window."""
        super().resizeEvent(event)
        is_low = event.size().height() < scaled(_LOW)
        self._filters.set_in_one_line(is_low)
        self._banner.set_in_one_line(is_low)
        width = event.size().width()
        self._actions.set_slim(is_slim=width < scaled(_SLIM), is_slimmest=width < scaled(_SLIMMER))
        self._count.setVisible(width >= scaled(_SLIMMEST))

    def remember_columns(self, settings: WindowSettings) -> None:
        """Show the columns that were chosen last, and remember the choice."""
        self._table.columns.remember(settings, "live/columns")

    def show_object(self, kind: RequestKind, object_id: str) -> None:
        """Select an album or shared folder now, or as soon as the lists are read; filters that hide it are cleared.

        Args:
            kind: Album or shared folder.
            object_id: Its ID in the lists.
        """
        self._awaited = (kind, object_id)
        self._filters.clear()
        self._select_awaited()

    def _select_awaited(self) -> None:
        if self._awaited is not None and (row := self._model.row_with(*self._awaited)) >= 0:
            self._awaited = None
            self._table.selectRow(row)
            self._table.scrollTo(self._model.index(row, 0))
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """Move the keyboard to the search box."""
        self._filters.search.setFocus()

    def refresh(self) -> None:
        """Read the lists again, as something may have been created."""
        self._reading.expire()
        self._read_if_stale()

    @Slot()
    def _read_if_stale(self) -> None:
        if self.isVisible() and self._reading.can_begin and self._reading.is_stale:
            self._reading.begin()

    @property
    def _user_id(self) -> str:
        current = self._session.current
        return "" if current is None else current.user_id

    @property
    def selected(self) -> LiveRow | None:
        """The selected row at the keyboard, or None; hidden rows cannot be selected."""
        return self._table.current_row() if self._stack.currentWidget() is self._table else None

    # Reading ------------------------------------------------------------------------------------------------

    @Slot()
    def _on_current_changed(self) -> None:
        if self._view is None and not self._reading.is_busy:
            self._show_nothing_read()

    @Slot()
    def _on_refresh(self) -> None:
        if self._reading.is_busy:
            self._reading.stop()
        else:
            self._begin()

    @Slot()
    def _begin(self) -> None:
        """Read the lists; where there is no token, ask for one, as nothing would happen otherwise."""
        session = self._session
        if session.current is not None and session.token_state in {TokenState.MISSING, TokenState.FAILED}:
            self._prompt.ask(self.tr("The service's lists need a token."))
        else:
            self._reading.begin()

    @Slot()
    def _on_began(self) -> None:
        self._refresh.setText(self.tr("Stop readin&g"))
        self._banner.clear()
        self._prompt.dismiss()
        self._on_progressed(0)

    @Slot(int)
    def _on_progressed(self, count: int) -> None:
        words = self.tr("Reading the service's lists… {count} so far").format(count=number_text(count))
        self._count.setText(words)
        if self._view is None:
            self._notice.show_content(words, self.tr("A large account takes some seconds."))

    def _end(self) -> None:
        self._refresh.setText(self.tr("Re&fresh"))

    @Slot(object, object)
    def _on_read(self, view: LiveView, name_places: Mapping[str, int]) -> None:
        self._end()
        self._view = view
        self._is_renewed = False
        self._model.set_rows(view.rows, name_places, self._user_id)
        if view.problems:
            self._banner.show_content(
                "problem",
                self.tr("Not everything could be read"),
                joined_text(view.problems),
                actions=[("retry", self.tr("Try again"))],
            )
        self._read_if_stale()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._end()
        self._on_rows_changed()
        title = translated(error.title if isinstance(error, KoodriveError) else type(error).__name__)
        message = translated(error.message) if isinstance(error, KoodriveError) else ""
        if self._view is None:
            self._count.setText("")
            self._notice.show_content(title, message, self.tr("Try again"))
        else:
            self._banner.show_content("problem", title, message, actions=[("retry", self.tr("Try again"))])
        if is_token_error(error):
            # Why is said above; a session that was renewed a moment ago is not renewed over and over.
            self._prompt.ask("", may_refresh=not self._is_renewed)

    @Slot()
    def _on_renewed(self) -> None:
        self._is_renewed = True
        self._reading.begin()

    @Slot()
    def _on_stopped(self) -> None:
        self._end()
        self._on_rows_changed()
        if self._view is None:
            self._show_nothing_read()

    @Slot()
    def _on_forgotten(self) -> None:
        self._end()
        self._view = None
        self._is_renewed = False
        self._model.set_rows((), {})
        self._table.forget()
        self._banner.clear()
        self._prompt.dismiss()
        self._show_nothing_read()
        self._read_if_stale()

    def _show_nothing_read(self) -> None:
        self._stack.setCurrentWidget(self._notice)
        self._count.setText("")
        is_connected = self._session.current is not None
        self._refresh.setEnabled(is_connected)
        if not is_connected:
            self._notice.show_content(
                self.tr("No account is connected"),
                self.tr(
                    "Connect one: then its albums and shared folders are shown here, as the service lists them."
                ),
            )
            return
        self._notice.show_content(
            self.tr("Not read yet"),
            self.tr(
                "Shows every album and shared folder that the service lists, and which of them were made in KooDesk."
            ),
            self.tr("Read now"),
        )

    @Slot()
    def _on_notice_action(self) -> None:
        if self._view is not None and self._filters.is_limited:
            self._filters.clear()
        else:
            self._begin()

    # What is shown ------------------------------------------------------------------------------------------

    @Slot()
    def _on_filters_changed(self) -> None:
        self._model.set_query(self._filters.query)

    @Slot()
    def _on_rows_changed(self) -> None:
        if self._view is None:
            return
        self._table.restore()
        shown, total = self._model.rowCount(), self._model.total
        self._stack.setCurrentWidget(self._table if shown else self._notice)
        if not total and not is_read(self._view):
            self._notice.show_content(
                self.tr("Not read"), self.tr("What the service lists is not known. Why is said above.")
            )
        elif not total:
            self._notice.show_content(
                self.tr("The service lists nothing"),
                self.tr("This user has no albums and no shared folders, and the history knows of none."),
            )
        elif not shown:
            self._notice.show_content(
                self.tr("Nothing matches"),
                self.tr("Search for something else, or clear the filters to see everything again."),
                self.tr("Clear filters"),
            )
        self._select_awaited()
        self._count.setText(count_text(self._view, shown))
        self._actions.set_exportable(is_any=shown > 0)
        self._on_selection_changed()

    @Slot()
    def _on_selection_changed(self) -> None:
        rows = [] if self.selected is None else self._table.selected_rows()
        self._actions.set_selected(rows, self.selected)
        if self._view is not None and len(rows) > 1:
            words = self.tr("{selected} of {count} selected")
            self._count.setText(
                words.format(selected=number_text(len(rows)), count=number_text(self._model.rowCount()))
            )
        elif self._view is not None and not self._reading.is_busy:
            self._count.setText(count_text(self._view, self._model.rowCount()))

    @Slot()
    def _on_template(self) -> None:
        row, view = self.selected, self._view
        if row is not None and view is not None:
            self.template_requested.emit(row.kind.value, template_of(row, view.rows))

    @Slot()
    def _on_history(self) -> None:
        row = self.selected
        if row is not None and row.attempt_id is not None:
            self.history_requested.emit(row.attempt_id)
