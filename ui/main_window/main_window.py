"""The main window: navigation, the pages, the connection in use, and what happens when it is closed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QMainWindow, QWidget

from koodrive.connections import SANDBOX_CONNECTION_ID
from koodrive.core.lazy import load
from ui.core import theme
from ui.core.preferences import CONFIRM_QUIT, ON, SAVE_FOLDER, preference
from ui.core.tasks import Lane
from ui.main_window import page_stack
from ui.main_window.connection_actions import ConnectionActions
from ui.main_window.foreign_changes import ForeignChanges
from ui.main_window.message_bar import WindowMessages
from ui.main_window.page_stack import PageStack
from ui.main_window.pages import PAGES
from ui.main_window.preloading import Preloading, import_libraries, page_steps
from ui.main_window.shutdown import Shutdown
from ui.main_window.sidebar import Sidebar
from ui.texts.translate import translated
from ui.widgets import window_geometry
from ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from koodrive.backend.backend import OpenResult
    from ui.activity.activity import Activity
    from ui.core.window_settings import WindowSettings
    from ui.create.album_page import AlbumPage
    from ui.create.shared_folder_page import SharedFolderPage
    from ui.history.page import HistoryPage
    from ui.live.page import LivePage
    from ui.main_window.window_actions import WindowActions
    from ui.main_window.wiring import PageServices
    from ui.recipe.page import RecipePage
    from ui.resolve.searches import ResolutionSearches
    from ui.session.services import Services
    from ui.support.actions import SupportActions
    from ui.widgets.question import Question

# A window that starts hidden or minimised is never painted, but has to work all the same.
_PAINTED_AT_THE_LATEST_MS = 1_000
_BETWEEN_STEPS_MS = 5


class MainWindow(QMainWindow):
    """Brings the pages and the session together.

    Args:
        session: The connections, and through it the backend and the task runner.
        settings: Where window size, page and connection are remembered.
        remembers_sandbox: Whether the next start shall begin with the sandbox where that was in use last, as it does
            with any other connection.

    Signals:
        painted: The window stands on the screen for the first time; what takes time may begin.
        loaded: The code of the pages is there, so that they can be built.
        pages_built: All pages stand.
        shut_down: Nothing is under way any more and every file is closed; the window is about to close.
        raise_requested: KooDesk was started once more; the window comes to the front.
    """

    painted = Signal()
    loaded = Signal()
    pages_built = Signal()
    shut_down = Signal()
    raise_requested = Signal()

    def __init__(
        self, services: Services, settings: WindowSettings, *, remembers_sandbox: bool = True
    ) -> None:
        super().__init__()
        self.services = services
        self.session = session = services.session
        self._settings = settings
        self._remembers_sandbox = remembers_sandbox
        self._is_painted = False
        self._may_close = False
        self.is_opened = False
        """Whether the data directory is open, so that everything can be used."""
        self.connections = ConnectionActions(session, self)
        self._sidebar = Sidebar(services, PAGES)
        self._stack = PageStack(services, PAGES)
        self._content = column(self._stack, spacing=0, stretch=self._stack)
        self.messages = WindowMessages(self._content, self)
        self._shutdown = Shutdown(session, self)
        self._build_ui()
        self._connect()
        window_geometry.place(self, settings.value("window/geometry"))
        QTimer.singleShot(_PAINTED_AT_THE_LATEST_MS, self, self._on_painted)

    def _build_ui(self) -> None:
        self.setWindowTitle("KooDesk")
        central, line = QWidget(), QFrame()
        line.setProperty("role", "upright")
        parts = (self._sidebar, line, self._content)
        self._columns = row(*parts, spacing=0, stretch=self._content, parent=central)
        self.setCentralWidget(central)

    def _connect(self) -> None:
        self._sidebar.page_chosen.connect(self.open_page)
        self._stack.page_shown.connect(self._sidebar.mark)
        self._stack.built.connect(self._on_page_built)
        self._stack.complete.connect(self.pages_built)
        bar = self._sidebar.connections
        bar.add_requested.connect(self.connections.add)
        bar.edit_requested.connect(self.connections.edit)
        bar.remove_requested.connect(self.connections.remove)
        bar.sandbox_requested.connect(self.connections.use_sandbox)
        bar.diagnostics_requested.connect(self.connections.diagnose)
        self._sidebar.help.bundle_requested.connect(self._on_bundle_requested)
        self._sidebar.help.diagnostics_requested.connect(self.connections.diagnose)
        self.connections.failed.connect(self.messages.show_error)
        self.session.current_changed.connect(self._on_current_changed)
        self.session.current_changed.connect(self._remember_connection)
        self.session.runner.unhandled.connect(self.messages.show_error)
        self.messages.dismissed.connect(self._stack.focus_page)
        self.messages.end_requested.connect(self._shutdown.end_lingering)
        self._shutdown.lingers.connect(self.messages.show_renewing)
        self._shutdown.done.connect(self._on_shutdown_done)

    # Made when they are needed, as the window stands sooner without.

    @cached_property
    def page_services(self) -> PageServices:
        """The services that the pages share."""
        services: PageServices = load("ui.main_window.wiring:make_services")(
            self.services, self._settings, self._stack, self.connections, self
        )
        services.panel_place.fill(self._columns, self._stack.parentWidget() or self)
        load("ui.widgets.save_file:set_last_folder")(preference(self._settings, SAVE_FOLDER))
        services.attention.window_wanted.connect(self.come_to_front)
        services.forms.blocked.connect(self.messages.show_message)
        services.ticket.failed.connect(self.messages.show_error)
        services.resolve.counted.connect(self._sidebar.set_unknown_count)
        services.undo.noticed.connect(self.messages.add_notice)
        self.messages.add_notice(services.resolve.news)
        return services

    @property
    def activity(self) -> Activity:
        """The creates of the forms."""
        return self.page_services.activity

    @property
    def searches(self) -> ResolutionSearches:
        """The searches for what became of lost requests."""
        return self.page_services.resolve.searches

    @cached_property
    def window_actions(self) -> WindowActions:
        """The actions with their shortcuts."""
        actions: WindowActions = load("ui.main_window.window_actions:WindowActions")(
            self.session, self._stack, self._sidebar.help.menu(), self
        )
        actions.page_requested.connect(self.open_page)
        actions.told.connect(self.messages.show_message)
        return actions

    @cached_property
    def support(self) -> SupportActions:
        """Support bundle and unexpected errors."""
        actions: SupportActions = load("ui.support.actions:SupportActions")(
            self.session, self._settings, self
        )
        return actions

    # Starting -------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and say so the first time."""
        super().paintEvent(event)
        if not self._is_painted:
            QTimer.singleShot(0, self, self._on_painted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the page enough room."""
        self._sidebar.fit(event.size().width())
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Follow the desktop when it turns dark or light, and the font."""
        # Afterwards: the style sheet that changes here announces a palette of its own.
        if event.type() == QEvent.Type.ThemeChange:
            QTimer.singleShot(0, self, theme.follow_desktop)
        elif event.type() in {QEvent.Type.ApplicationPaletteChange, QEvent.Type.ApplicationFontChange}:
            QTimer.singleShot(0, self, self._follow_theme)
        return super().event(event)

    @Slot()
    def _follow_theme(self) -> None:
        theme.follow()
        self._sidebar.fit(self.width())

    @Slot()
    def _on_painted(self) -> None:
        if not self._is_painted:
            self._is_painted = True
            window_geometry.keep_within_screen(self)
            self.painted.emit()
            if not self.session.runner.is_closed:
                pages = Preloading(page_steps(), self)
                pages.finished.connect(self._on_pages_imported)
                self.session.runner.start(Lane.SETUP, import_libraries).finished.connect(pages.start)

    @Slot()
    def _on_pages_imported(self) -> None:
        # Each in a turn of the event loop of its own, as together they take longer than a frame.
        self._steps = iter((lambda: self.window_actions, lambda: self.page_services, self.loaded.emit))
        self._take_step()

    @Slot()
    def _take_step(self) -> None:
        if self._shutdown.is_running:
            return
        step = next(self._steps, None)
        if step is None:
            self._stack.build_soon()
        else:
            step()
            QTimer.singleShot(_BETWEEN_STEPS_MS, self, self._take_step)

    def on_opened(self, opened: OpenResult) -> None:
        """Take over what was found in the data directory.

        Args:
            opened: From `Backend.open`.
        """
        self.is_opened = True
        self.history.set_journal_ready()
        self.session.set_connections(opened.connections)
        self.page_services.resolve.begin(opened.interrupted)
        foreign_changes = ForeignChanges(self)
        foreign_changes.found.connect(self.page_services.resolve.follow)
        foreign_changes.found.connect(self._stack.refresh_history)
        foreign_changes.found.connect(self._stack.refresh_batches)
        foreign_changes.found.connect(self.page_services.undone.look)
        foreign_changes.watch(self.session.backend.journal)
        self.page_services.restored.begin()
        self._stack.batch.set_journal_ready()
        if opened.notices:
            self.messages.show_message(
                self.tr("Please note"), "\n".join(translated(notice) for notice in opened.notices)
            )

    @Slot(object)
    def show_not_opened(self, error: Exception) -> None:
        """Show why the data directory could not be opened."""
        self.history.show_not_opened(*self.messages.show_not_opened(error))

    # Pages ----------------------------------------------------------------------------------------------------

    @property
    def album(self) -> AlbumPage:
        """The page New album."""
        return self._stack.album

    @property
    def shared_folder(self) -> SharedFolderPage:
        """The page New shared folder."""
        return self._stack.shared_folder

    @property
    def recipe(self) -> RecipePage:
        """The page Folder with album."""
        return self._stack.recipe

    @property
    def live(self) -> LivePage:
        """The page On the service."""
        return self._stack.live

    @property
    def history(self) -> HistoryPage:
        """The page History."""
        return self._stack.history

    def build_pages(self) -> None:
        """Build all pages now instead of after the first paint."""
        for name in PAGES:
            self._stack.page(name)

    @property
    def page_name(self) -> str:
        """The name of the page that is shown."""
        return self._stack.shown

    @Slot(str)
    def open_page(self, name: str) -> None:
        """Show the page `name`, one of `ui.main_window.pages.PAGES`."""
        self._stack.show_page(name)

    @Slot()
    def open_remembered_page(self) -> None:
        """Open the page that was open last, or the first one."""
        page = str(self._settings.value("window/page"))
        is_place_to_work = page in PAGES and page not in {page_stack.WELCOME, page_stack.SETTINGS}
        self.open_page(page if is_place_to_work else page_stack.ALBUM)

    @Slot(str, QWidget)
    def _on_page_built(self, name: str, page: QWidget) -> None:
        load(PAGES[name].connect)(page, self.page_services)

    @Slot()
    def _on_bundle_requested(self) -> None:
        self.support.open_bundle(self)

    @Slot()
    def _on_current_changed(self) -> None:
        if self.session.current is None:
            self.open_page(page_stack.WELCOME)
        elif self.page_name == page_stack.WELCOME:
            self.open_remembered_page()

    @Slot()
    def come_to_front(self) -> None:
        """Show the window above others, as far as the desktop lets us."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        self.raise_requested.emit()

    @Slot()
    def _remember_connection(self) -> None:
        """Have the next start begin with this connection, also when this process ends without a word.

        An answer lost then can be resolved only with the connection of its request.
        """
        current = self.session.current
        connection_id = current.connection_id if current else ""
        if self._remembers_sandbox or connection_id != SANDBOX_CONNECTION_ID:
            self._settings.setValue("connection/last", connection_id)

    # Ending -----------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved input, then wait visibly for what is under way."""
        if self._may_close:
            super().closeEvent(event)
            return
        event.ignore()
        if self._shutdown.is_running:
            self._shutdown.end_lingering()
            return
        question: Question | None = load("ui.main_window.questions:before_quitting")(
            self._stack.forms,
            self,
            is_sending=self.activity.is_sending or any(step.submission.is_busy for step in self._stack.steps),
            is_waiting=self.activity.is_waiting,
            is_undo_waiting=self.activity.is_undo_waiting,
            batch_text=self._stack.batch.running_text,
            always=preference(self._settings, CONFIRM_QUIT) == ON,
        )
        if question is None:
            self._begin_shutdown()
        else:
            question.accepted.connect(self._begin_shutdown)
            question.open()

    def quit_without_question(self) -> None:
        """Close because the system wants it: what is under way still gets its moment."""
        self._shutdown.hurry()
        if not self._shutdown.is_running:
            self._begin_shutdown()

    def close_last(self, *work: Callable[[], object]) -> None:
        """Have `work` done in the background, one after the other, when all else has ended; the window closes then."""
        self._shutdown.close_last(*work)

    @Slot()
    def _begin_shutdown(self) -> None:
        page = {"window/page": self.page_name} if self.is_opened else {}
        # At once: where the disk is slow, a second write would begin too late.
        last_folder = load("ui.widgets.save_file:last_folder")()
        folder = {SAVE_FOLDER: last_folder} if last_folder else {}
        self._settings.set_values({"window/geometry": self.saveGeometry(), **page, **folder})
        self.page_services.close()
        self._stack.batch.close_run()
        self.window_actions.close()
        for step in self._stack.steps:
            step.submission.close()
        self.services.renewal.close()
        self._sidebar.setEnabled(False)
        self._stack.setEnabled(False)
        self.messages.show_finishing()
        self._shutdown.start()

    @Slot()
    def _on_shutdown_done(self) -> None:
        self._may_close = True
        self.shut_down.emit()
        self.close()
