"""The main window: navigation, the pages, the connection in use, and an orderly end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from koodrive.wire import fields_from_body
from ui.dialogs.connection_dialog import ConnectionDialog
from ui.dialogs.remove_connection import RemoveConnection
from ui.pages.album_page import AlbumPage
from ui.pages.history_page import HistoryPage
from ui.pages.shared_folder_page import SharedFolderPage
from ui.pages.welcome_page import WelcomePage
from ui.shutdown import Shutdown
from ui.tasks import Lane
from ui.widgets.banner import Banner
from ui.widgets.sidebar import Sidebar
from ui.wording import in_words

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from koodrive.desk import Opened
    from koodrive.journal import Attempt
    from koodrive.models import Connection, CreatedSharedFolder
    from ui.pages.create_page import CreatePage
    from ui.session import Session

NO_PAGE = "welcome"


class MainWindow(QMainWindow):
    """Brings the pages and the session together.

    Args:
        session: The connections, and through it the desk and the task runner.
        settings: Where window size and page are remembered.

    Signals:
        shut_down: Nothing is under way any more and every file is closed; the window is about to close.
        raise_requested: Somebody started KooDesk once more; the window has come to the front.
    """

    shut_down = Signal()
    raise_requested = Signal()

    def __init__(self, session: Session, settings: QSettings) -> None:
        super().__init__()
        self.session = session
        self._settings = settings
        self._may_close = False
        self.is_opened = False
        """Whether the data directory is open, so that everything can be used."""
        self.album = AlbumPage(session)
        self.shared_folder = SharedFolderPage(session)
        self.history = HistoryPage(session)
        self._welcome = WelcomePage()
        self._pages: dict[str, QWidget] = {
            NO_PAGE: self._welcome,
            "album": self.album,
            "sharedFolder": self.shared_folder,
            "history": self.history,
        }
        self._sidebar = Sidebar(session)
        self.notice = Banner("notice")
        self._stack = QStackedWidget()
        self._shutdown = Shutdown(session.runner, session.desk, self)
        self._build_ui()
        self._connect()
        self._restore()

    def _build_ui(self) -> None:
        self.setWindowTitle("KooDesk")
        self.setMinimumSize(640, 480)
        for page in self._pages.values():
            self._stack.addWidget(page)
        self._finishing = Banner("finishing")
        content = QVBoxLayout()
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(0)
        content.addWidget(self.notice)
        content.addWidget(self._finishing)
        content.addWidget(self._stack, stretch=1)
        central = QWidget()
        layout = QHBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._sidebar)
        layout.addLayout(content, stretch=1)
        self.setCentralWidget(central)

    def _connect(self) -> None:
        self._sidebar.page_chosen.connect(self.open_page)
        for page in (self.album, self.shared_folder):
            page.history_requested.connect(self._on_history_requested)
            page.connection_requested.connect(self._on_connection_requested)
            page.settled.connect(self.history.refresh)
            page.shared_album_requested.connect(self._on_shared_album_requested)
        self.history.template_requested.connect(self._on_template_requested)
        self.history.unknown_count_changed.connect(self._sidebar.set_unknown_count)
        self._welcome.sandbox_requested.connect(self.use_sandbox)
        self._welcome.connect_requested.connect(self._on_add_connection)
        connections = self._sidebar.connections
        connections.add_requested.connect(self._on_add_connection)
        connections.edit_requested.connect(self._on_edit_connection)
        connections.remove_requested.connect(self._on_remove_connection)
        connections.sandbox_requested.connect(self.use_sandbox)
        self.session.current_changed.connect(self._on_current_changed)
        self.session.runner.unhandled.connect(self.show_error)
        self.notice.action_chosen.connect(self.notice.clear)
        self._shutdown.done.connect(self._on_shutdown_done)

    # Starting -------------------------------------------------------------------------------------------------

    def _restore(self) -> None:
        geometry = self._settings.value("window/geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(1080, 760)
        self.open_page(NO_PAGE)

    def on_opened(self, opened: Opened) -> None:
        """Take over what was found in the data directory and show the page of last time.

        Args:
            opened: From `Desk.open`.
        """
        self.is_opened = True
        self.history.set_journal_ready()
        self.session.set_connections(opened.connections)
        words = [in_words(notice) for notice in opened.notices]
        if opened.interrupted:
            words.append(
                self.tr(
                    "KooDesk ended last time while {count} requests were under way. Their outcome is unknown; the"
                    " history shows them."
                ).format(count=opened.interrupted)
            )
        if words:
            self._show_notice("problem", self.tr("Please note"), "\n".join(words))

    def open_remembered_page(self) -> None:
        """Open the page that was open last, or the first one."""
        page = str(self._settings.value("window/page", "album"))
        self.open_page(page if page in self._pages and page != NO_PAGE else "album")

    # Pages ----------------------------------------------------------------------------------------------------

    @Slot(str)
    def open_page(self, name: str) -> None:
        """Show the page `name`: ``album``, ``sharedFolder``, ``history`` or ``welcome``."""
        page = self._pages[name]
        self._stack.setCurrentWidget(page)
        self._sidebar.mark(name)
        if name in {"album", "sharedFolder"}:
            self._create_page(name).focus_first()

    @property
    def page_name(self) -> str:
        """The name of the page that is shown."""
        shown = self._stack.currentWidget()
        return next(name for name, page in self._pages.items() if page is shown)

    def _create_page(self, name: str) -> CreatePage:
        return self.album if name == "album" else self.shared_folder

    @Slot(object)
    def _on_history_requested(self, attempt_id: int) -> None:
        self.open_page("history")
        self.history.show_attempt(attempt_id)

    @Slot(object)
    def _on_shared_album_requested(self, folder: CreatedSharedFolder) -> None:
        self.open_page("album")
        self.album.share_in(folder)

    @Slot(object)
    def _on_template_requested(self, attempt: Attempt) -> None:
        page = self._create_page(attempt.kind)
        if page.submission.is_busy:
            self._show_notice(
                "problem",
                self.tr("The form is busy"),
                self.tr("Wait until its request has an outcome, then use the template."),
            )
            return
        self.open_page(attempt.kind)
        page.start_fresh(fields_from_body(attempt.body))

    # Connections ------------------------------------------------------------------------------------------------

    @Slot()
    def use_sandbox(self) -> None:
        """Start the sandbox in the background and make it the connection in use."""
        task = self.session.runner.start(Lane.SETUP, self.session.desk.start_sandbox)
        task.succeeded.connect(self._on_sandbox_started)
        task.failed.connect(self.show_error)

    @Slot(object)
    def _on_sandbox_started(self, connection: Connection) -> None:
        self.session.use(connection)

    @Slot()
    def _on_current_changed(self) -> None:
        if self.session.current is None:
            self.open_page(NO_PAGE)
        elif self.page_name == NO_PAGE:
            self.open_remembered_page()

    @Slot()
    def _on_connection_requested(self) -> None:
        if self.session.current is None or self.session.is_sandbox:
            self._on_add_connection()
        else:
            self._on_edit_connection()

    @Slot()
    def _on_add_connection(self) -> None:
        self._open_connection_dialog(None)

    @Slot()
    def _on_edit_connection(self) -> None:
        self._open_connection_dialog(self.session.current)

    def _open_connection_dialog(self, connection: Connection | None) -> None:
        dialog = ConnectionDialog(self.session, connection, self)
        dialog.saved.connect(self.session.use)
        dialog.open()

    @Slot()
    def _on_remove_connection(self) -> None:
        if self.session.current is not None:
            RemoveConnection(self.session, self.session.current, self).ask()

    @Slot()
    def come_to_front(self) -> None:
        """Show the window above others, as far as the desktop lets us."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        self.raise_requested.emit()

    # Messages -------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Tell about an error that no form is the place for."""
        title = getattr(error, "title", self.tr("Something unexpected went wrong"))
        message = getattr(error, "message", f"{type(error).__name__}: {error}")
        self._show_notice("problem", in_words(title), in_words(message))

    def tell_missing_profile(self, name: str) -> None:
        """Say that there is no connection called `name`, as the command line wanted."""
        self._show_notice(
            "problem",
            self.tr("No connection is called “{name}”").format(name=name),
            self.tr("Choose one below on the left, or add it."),
        )

    def _show_notice(self, state: str, title: str, message: str) -> None:
        self.notice.tell(state, title, message, actions=[("dismiss", self.tr("Dismiss"))])

    # Ending -----------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved input, then wait visibly for what is under way; see QWidget.closeEvent."""
        if self._may_close:
            super().closeEvent(event)
            return
        event.ignore()
        if self._finishing.isVisible():
            return
        question = self._closing_question()
        if question:
            self._ask_before_closing(*question)
        else:
            self._begin_shutdown()

    def _closing_question(self) -> tuple[str, str] | None:
        if any(page.submission.is_busy for page in (self.album, self.shared_folder)):
            return (
                self.tr("A request is under way."),
                self.tr(
                    "If you quit now, KooDesk waits a few seconds for the answer. If it does not come, the history"
                    " keeps the request with an unknown outcome."
                ),
            )
        if any(page.has_unsaved_input for page in (self.album, self.shared_folder)):
            return self.tr("A form has input that was not sent."), self.tr("It is lost when you quit.")
        return None

    def _ask_before_closing(self, question: str, consequence: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Quit KooDesk?"), question, parent=self)
        box.setObjectName("quit")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(consequence)
        quit_button = box.addButton(self.tr("&Quit"), QMessageBox.ButtonRole.AcceptRole)
        quit_button.setObjectName("quit.confirm")
        stay = box.addButton(self.tr("&Stay"), QMessageBox.ButtonRole.RejectRole)
        stay.setObjectName("quit.stay")
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        quit_button.clicked.connect(self._begin_shutdown)
        box.open()

    @Slot()
    def _begin_shutdown(self) -> None:
        self._settings.setValue("window/geometry", self.saveGeometry())
        if self.page_name != NO_PAGE:
            self._settings.setValue("window/page", self.page_name)
        connection = self.session.current
        self._settings.setValue("connection/last", connection.connection_id if connection else "")
        self._sidebar.setEnabled(False)
        self._stack.setEnabled(False)
        self._finishing.tell("sending", self.tr("Finishing…"), self.tr("Waiting for what is under way."))
        self._shutdown.start()

    @Slot()
    def _on_shutdown_done(self) -> None:
        self._may_close = True
        self.shut_down.emit()
        self.close()
