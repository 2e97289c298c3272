"""Actions of the window with their shortcuts, some of them in the Help menu as well."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

from koodrive.core.lazy import load
from koodrive.logs.crash_file import LOG_DIRECTORY
from ui.core.folders import open_folder
from ui.main_window.page_stack import ALBUM, BATCH, HISTORY, LIVE, RECIPE, SETTINGS, SHARED_FOLDER
from ui.main_window.pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from koodrive.journal import ListedObject
    from ui.find.dialog import FindDialog
    from ui.main_window.page_stack import PageStack
    from ui.session.session import Session


class WindowActions(QObject):
    """Makes the actions, each named ``action.<name>``, and adds them to the window.

    Args:
        session: Gives the data directory and the task runner.
        stack: The pages.
        help_menu: Gets the actions that help, above and below what it has already.
        window: Main window; it owns this object.

    Signals:
        page_requested: Name of the page that is to be shown.
        told: Title and message of something that people have to know.
    """

    page_requested = Signal(str)
    told = Signal(str, str)

    def __init__(self, session: Session, stack: PageStack, help_menu: QMenu, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._stack = stack
        self._window = window
        self.actions: list[QAction] = []
        """In the order of the list of shortcuts."""
        self._add_pages()
        self._add_work()
        self._add_help(help_menu)

    def close(self) -> None:
        """Do nothing any more, as the application ends."""
        for action in self.actions:
            action.setEnabled(False)

    def _add(self, name: str, words: str, keys: str, act: Callable[[], object]) -> QAction:
        """Add an action; `keys` are the shortcuts, separated by semicolons."""
        action = QAction(words, self)
        action.setObjectName(f"action.{name}")
        if keys:
            action.setShortcuts(QKeySequence.listFromString(keys))
        action.setAutoRepeat(False)
        action.triggered.connect(act)
        self._window.addAction(action)
        self.actions.append(action)
        return action

    def _add_pages(self) -> None:
        titles = {
            ALBUM: self.tr("New album"),
            SHARED_FOLDER: self.tr("New shared folder"),
            RECIPE: self.tr("Folder with album"),
            BATCH: self.tr("Create many"),
            LIVE: self.tr("On the service"),
            HISTORY: self.tr("History"),
        }
        for number, page in enumerate((page for page in PAGES if page in titles), start=1):
            self._add(f"page.{page}", titles[page], f"Ctrl+{number}", partial(self._open, page))

    def _add_work(self) -> None:
        self._add("newAlbum", self.tr("Begin a new album"), "Ctrl+N", self._begin_album)
        self._add(
            "create", self.tr("Create what the form says"), "Ctrl+Return; Ctrl+Enter", self._press_create
        )
        self._add("search", self.tr("Search"), "Ctrl+F", self._search)
        self._add("find", self.tr("Find in the history and on the service…"), "Ctrl+K", self._find)
        self._add("refresh", self.tr("Refresh"), "F5", self._refresh)
        self._add("settings", self.tr("Settings"), "Ctrl+,", partial(self._open, SETTINGS))
        self._add("quit", self.tr("Quit"), "Ctrl+Q", self._window.close)

    def _add_help(self, menu: QMenu) -> None:
        shortcuts = self._add("shortcuts", self.tr("Sh&ortcuts"), "F1", self._show_shortcuts)
        changes = self._add("changes", self.tr("&What's new"), "", self._show_changes)
        log_folder = self._add("logFolder", self.tr("Open &log folder"), "", self._open_log_folder)
        about = self._add("about", self.tr("&About KooDesk"), "", self._show_about)
        menu.insertActions(menu.actions()[0], [shortcuts, changes])
        menu.addSeparator()
        menu.addActions([log_folder, about])

    # What they do ---------------------------------------------------------------------------------------------

    def _open(self, page: str) -> None:
        self.page_requested.emit(page)

    @Slot()
    def _begin_album(self) -> None:
        self.page_requested.emit(ALBUM)
        self._stack.album.first_input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _press_create(self) -> None:
        page = self._stack.currentWidget()
        button = None if page is None else page.findChild(QAbstractButton, f"{self._stack.shown}.create")
        if isinstance(button, QAbstractButton):
            button.click()

    @Slot()
    def _search(self) -> None:
        search = getattr(self._stack.currentWidget(), "focus_search", None)
        if search is None:
            self._stack.search_history()
        else:
            search()

    @Slot()
    def _find(self) -> None:
        dialog: FindDialog = load("ui.find.dialog:FindDialog")(self._session, self._window)
        dialog.attempt_chosen.connect(self._stack.show_attempt)
        dialog.listed_chosen.connect(partial(self._show_listed, dialog))
        dialog.open()

    def _show_listed(self, dialog: FindDialog, listed: ListedObject) -> None:
        """Show an object on the page On the service, which belongs to the connection in use."""
        connection, current = dialog.connection_of(listed), self._session.current
        if connection is not None and (current is None or connection.account_key != current.account_key):
            self._session.use(connection)
        self.page_requested.emit(LIVE)
        self._stack.live.show_object(listed.kind, listed.object_id)

    @Slot()
    def _refresh(self) -> None:
        refresh = getattr(self._stack.currentWidget(), "refresh", None)
        if refresh is not None:
            refresh()

    @Slot()
    def _show_shortcuts(self) -> None:
        load("ui.support.shortcuts_dialog:ShortcutsDialog")(self.actions, self._window).open()

    @Slot()
    def _show_changes(self) -> None:
        load("ui.support.about:show_changes")(self._session.runner, self._window)

    @Slot()
    def _show_about(self) -> None:
        load("ui.support.about:show_about")(self._session.runner, self._window)

    @Slot()
    def _open_log_folder(self) -> None:
        folder = self._session.backend.data_dir / LOG_DIRECTORY
        if not open_folder(folder):
            self.told.emit(
                self.tr("No program opens folders here"), self.tr("The log is in {path}.").format(path=folder)
            )
