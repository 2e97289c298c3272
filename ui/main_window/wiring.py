"""Connects each page of the main window, once it is built, with the services that its signals are meant for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QKeySequence, QShortcut

from koodrive.models import OutcomeKind
from ui.create.curl import CurlCopying
from ui.create.list_snapshots import ListSnapshotter
from ui.create.reading_back import ReadingBack
from ui.main_window.form_filler import FormFiller
from ui.main_window.page_stack import LIVE, SHARED_FOLDER
from ui.main_window.resolve_controller import ResolveController

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from koodrive.models import Outcome
    from ui.core.window_settings import WindowSettings
    from ui.create.album_page import AlbumPage
    from ui.create.form import CreateForm
    from ui.create.page import CreatePage
    from ui.history.page import HistoryPage
    from ui.live.page import LivePage
    from ui.main_window.connection_actions import ConnectionActions
    from ui.main_window.page_stack import PageStack
    from ui.main_window.welcome_page import WelcomePage
    from ui.recipe.page import RecipePage
    from ui.session.session import Session


class PageServices(NamedTuple):
    """Services that several pages share."""

    stack: PageStack
    connections: ConnectionActions
    forms: FormFiller
    resolve: ResolveController
    snapshots: ListSnapshotter
    reading_back: ReadingBack
    curl: CurlCopying

    def close(self) -> None:
        """End their work for good, as the application ends."""
        for service in (self.resolve, self.snapshots, self.reading_back, self.curl):
            service.close()


def make_services(
    session: Session,
    settings: WindowSettings,
    stack: PageStack,
    connections: ConnectionActions,
    window: QWidget,
) -> PageServices:
    """Return the services of one window, connected with each other.

    Args:
        session: Connection in use.
        settings: Remembers the shell that commands are copied for.
        stack: The pages.
        connections: Adds and changes connections.
        window: Parent of questions and dialogs; owns the services.
    """
    services = PageServices(
        stack=stack,
        connections=connections,
        forms=FormFiller(session, stack, window),
        resolve=ResolveController(session, stack, window),
        snapshots=ListSnapshotter(session, window),
        reading_back=ReadingBack(session, window),
        curl=CurlCopying(session, settings, window),
    )
    services.forms.page_requested.connect(stack.show_page)
    services.resolve.history_requested.connect(stack.show_attempt)
    services.resolve.send_again_requested.connect(services.forms.send_again)
    services.resolve.connection_requested.connect(connections.open_for_token)
    return services


def connect_welcome(page: WelcomePage, services: PageServices) -> None:
    """Connect the page of a new user."""
    page.sandbox_requested.connect(services.connections.use_sandbox)
    page.connect_requested.connect(services.connections.add)
    services.resolve.connect_welcome(page)


def connect_album(page: AlbumPage, services: PageServices) -> None:
    """Connect the page New album."""
    page.shared_folder_requested.connect(partial(services.stack.show_page, SHARED_FOLDER))
    connect_create_page(page, services)


def connect_create_page(page: CreatePage, services: PageServices) -> None:
    """Connect a page that is one create form with a request preview."""
    _connect_form(page, services)
    _connect_search(page, services)
    services.curl.serve(page.preview)


def connect_recipe(page: RecipePage, services: PageServices) -> None:
    """Connect the page Folder with album."""
    _connect_search(page, services)
    for step in page.steps:
        _connect_form(step, services)


def connect_live(page: LivePage, services: PageServices) -> None:
    """Connect the page On the service."""
    page.history_requested.connect(services.stack.show_attempt)
    page.template_requested.connect(services.forms.fill_with)


def connect_history(page: HistoryPage, services: PageServices) -> None:
    """Connect the page History."""
    page.template_requested.connect(services.forms.use_template)
    page.send_again_requested.connect(services.forms.send_again)
    services.resolve.connect_history(page)
    services.reading_back.noticed.connect(services.stack.refresh_history)
    services.resolve.searches.decided.connect(services.stack.refresh_history)


def _connect_search(page: QWidget, services: PageServices) -> None:
    QShortcut(QKeySequence.StandardKey.Find, page, services.stack.search_history)


def _connect_form(form: CreateForm, services: PageServices) -> None:
    stack = services.stack
    form.history_requested.connect(stack.show_attempt)
    form.connection_requested.connect(services.connections.open_for_token)
    form.shared_album_requested.connect(services.forms.share_in)
    form.settled.connect(stack.refresh_history)
    form.settled.connect(partial(_refresh_live, stack))
    form.earlier_open.connect(stack.refresh_history)
    form.edited.connect(services.snapshots.request_snapshot)
    services.reading_back.serve(form)
    services.resolve.connect_form(form)


def _refresh_live(stack: PageStack, outcome: Outcome) -> None:
    if outcome.kind in {OutcomeKind.CREATED, OutcomeKind.UNKNOWN}:
        stack.refresh_page(LIVE)
