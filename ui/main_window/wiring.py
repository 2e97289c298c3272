"""Connects each page of the main window, once it is built, with what serves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from koodrive.models import OutcomeKind
from ui.main_window import page_stack

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from koodrive.models import Outcome
    from ui.create.form import CreateForm
    from ui.create.page import CreatePage
    from ui.main_window.form_filler import FormFiller
    from ui.main_window.main_window import MainWindow
    from ui.main_window.page_stack import PageStack
    from ui.main_window.resolve_controller import ResolveController


class PageConnections(QObject):
    """Does it for the main window.

    Args:
        window: What the pages stand in; it owns this object.
        stack: The pages.
        forms: Fills forms with what is known from elsewhere.
        resolve_controller: Finds out about lost answers.
    """

    def __init__(
        self, window: MainWindow, stack: PageStack, forms: FormFiller, resolve_controller: ResolveController
    ) -> None:
        super().__init__(window)
        self._window = window
        self._stack = stack
        self._forms = forms
        self._resolve_controller = resolve_controller

    def connect_page(self, name: str, page: QWidget) -> None:
        """Connect the page `name`, one of `ui.main_window.page_stack.PAGES`."""
        connect = {
            page_stack.WELCOME: self._connect_welcome,
            page_stack.HISTORY: self._connect_history,
            page_stack.LIVE: self._connect_live,
            page_stack.RECIPE: self._connect_recipe,
            page_stack.ALBUM: self._connect_album,
        }.get(name, self._connect_create_page)
        connect(cast("Any", page))

    def _connect_welcome(self, page: Any) -> None:
        page.sandbox_requested.connect(self._window.connections.use_sandbox)
        page.connect_requested.connect(self._window.connections.add)
        self._resolve_controller.connect_welcome(page)

    def _connect_history(self, page: Any) -> None:
        page.template_requested.connect(self._forms.use_template)
        page.send_again_requested.connect(self._forms.send_again)
        self._resolve_controller.connect_history(page)
        self._window.reading_back.noticed.connect(self._on_settled)

    def _connect_live(self, page: Any) -> None:
        page.history_requested.connect(self._window.show_attempt)
        page.template_requested.connect(self._forms.fill_with)

    def _connect_recipe(self, page: Any) -> None:
        self._connect_search(page)
        for step in page.steps:
            self._connect_form(step)

    def _connect_album(self, page: Any) -> None:
        page.shared_folder_requested.connect(self._open_shared_folder)
        self._connect_create_page(page)

    @Slot()
    def _open_shared_folder(self) -> None:
        self._window.open_page(page_stack.SHARED_FOLDER)

    def _connect_create_page(self, page: CreatePage) -> None:
        self._connect_form(page)
        self._connect_search(page)
        self._window.curl_copying.serve(page.preview)

    def _connect_search(self, page: QWidget) -> None:
        QShortcut(QKeySequence.StandardKey.Find, page, self._search_history)

    @Slot()
    def _search_history(self) -> None:
        self._window.open_page(page_stack.HISTORY)
        self._window.history.focus_search()

    def _connect_form(self, form: CreateForm) -> None:
        form.history_requested.connect(self._window.show_attempt)
        form.connection_requested.connect(self._window.connections.give_token)
        form.shared_album_requested.connect(self._forms.share_in)
        form.settled.connect(self._on_settled)
        form.settled.connect(self._on_outcome)
        form.earlier_open.connect(self._on_settled)
        form.edited.connect(self._window.list_snapshotter.request_snapshot)
        self._window.reading_back.serve(form)
        self._resolve_controller.connect_form(form)

    @Slot(object)
    def _on_outcome(self, outcome: Outcome) -> None:
        if outcome.kind in {OutcomeKind.CREATED, OutcomeKind.UNKNOWN}:
            self._stack.live.expect_news()

    @Slot()
    def _on_settled(self) -> None:
        self._stack.history.refresh()
