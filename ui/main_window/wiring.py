"""Connects each page of the main window, once it is built, with the services that its signals are meant for."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from koodrive.batch.models import BatchState
from koodrive.creation.curl import Shell
from koodrive.models import OutcomeKind
from ui.activity.activity import Activity
from ui.activity.panel import ActivityPanel
from ui.activity.restored_entries import RestoredEntries
from ui.activity.undone_entries import UndoneEntries
from ui.batch.views.activity_card import BatchCard
from ui.create.curl import CurlCopying
from ui.create.list_snapshots import ListSnapshotter
from ui.create.reading_back import ReadingBack
from ui.create.templates import FormTemplates
from ui.fields.name_field import NameField
from ui.main_window.attention import Attention
from ui.main_window.form_filler import FormFiller
from ui.main_window.page_stack import ALBUM, BATCH, LIVE, RECIPE, SHARED_FOLDER
from ui.main_window.panel_place import PanelPlace
from ui.main_window.resolve_controller import ResolveController
from ui.session.ticket_copying import TicketCopying
from ui.settings.preferences import Preferences
from ui.texts.translate import translate
from ui.undo.controller import UndoController
from ui.undo.pending import pending_undo

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from koodrive.batch.running.progress import RunProgress
    from koodrive.creation.undo.models import UndoLook
    from koodrive.models import Outcome, RequestKind
    from ui.activity.entry import ActivityEntry
    from ui.batch.page import BatchPage
    from ui.core.window_settings import WindowSettings
    from ui.create.album_page import AlbumPage
    from ui.create.page import CreatePage
    from ui.create.spec import FormFields
    from ui.create.submission import Submission
    from ui.history.page import HistoryPage
    from ui.live.page import LivePage
    from ui.main_window.connection_actions import ConnectionActions
    from ui.main_window.page_stack import PageStack
    from ui.main_window.welcome_page import WelcomePage
    from ui.recipe.page import RecipePage
    from ui.session.services import Services
    from ui.session.session import Session
    from ui.settings.page import SettingsPage


class PageServices(NamedTuple):
    """Services that several pages share."""

    settings: WindowSettings
    stack: PageStack
    activity: Activity
    panel: ActivityPanel
    panel_place: PanelPlace
    restored: RestoredEntries
    undone: UndoneEntries
    connections: ConnectionActions
    forms: FormFiller
    resolve: ResolveController
    snapshots: ListSnapshotter
    reading_back: ReadingBack
    curl: CurlCopying
    attention: Attention
    preferences: Preferences
    ticket: TicketCopying
    undo: UndoController

    def close(self) -> None:
        """End their work for good, as the application ends."""
        for service in (
            self.activity,
            self.resolve,
            self.snapshots,
            self.reading_back,
            self.curl,
            self.attention,
            self.undo,
        ):
            service.close()


def make_services(
    services: Services,
    settings: WindowSettings,
    stack: PageStack,
    connections: ConnectionActions,
    window: QWidget,
) -> PageServices:
    """Return the services of one window, connected with each other.

    Args:
        services: Session, spaces and renewal.
        settings: Remembers the shell that commands are copied for.
        stack: The pages.
        connections: Adds and changes connections.
        window: Parent of questions and dialogs; owns the services.
    """
    session = services.session
    activity = Activity(services, window)

    def submissions() -> list[Submission]:
        return [*activity.submissions, *(step.submission for step in stack.steps)]

    panel = ActivityPanel(activity)
    curl = CurlCopying(session, settings, window)
    preferences = Preferences(settings, lambda: curl.shell.value, window)
    preferences.shell_chosen.connect(lambda shell: curl.choose(Shell(shell)))
    page_services = PageServices(
        settings=settings,
        stack=stack,
        activity=activity,
        panel=panel,
        panel_place=PanelPlace(activity, panel, stack),
        restored=RestoredEntries(session, activity, window),
        undone=UndoneEntries(session, activity, window),
        connections=connections,
        forms=FormFiller(session, stack, window),
        resolve=ResolveController(session, submissions, window),
        snapshots=ListSnapshotter(session, window),
        reading_back=ReadingBack(session, window),
        curl=curl,
        attention=Attention(settings, window),
        preferences=preferences,
        ticket=TicketCopying(session, window),
        undo=UndoController(services, window),
    )
    page_services.undo.confirmed.connect(partial(_take_back, page_services, session))
    page_services.undo.activity_requested.connect(partial(_show_activity, page_services))
    page_services.forms.page_requested.connect(stack.show_page)
    page_services.resolve.history_requested.connect(stack.show_attempt)
    page_services.resolve.send_again_requested.connect(page_services.forms.send_again)
    page_services.resolve.connection_requested.connect(connections.open_for_token)
    page_services.attention.watch(page_services.resolve.searches)
    activity.added.connect(partial(_connect_entry, page_services))
    return page_services


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
    page.connection_requested.connect(services.connections.open_for_token)
    page.edited.connect(services.snapshots.request_snapshot)
    services.activity.serve(page.kind.value, page.focus_first)
    page.submitted.connect(services.activity.submit)
    FormTemplates(page, services.settings).chosen.connect(services.forms.fill_with)
    services.panel.add_preview(page.preview)
    services.panel_place.serve(page, page.preview)
    services.curl.serve(page.preview)
    for field in page.findChildren(NameField):
        field.many_requested.connect(partial(_open_names, services, page.kind, page.typed_fields))


def connect_recipe(page: RecipePage, services: PageServices) -> None:
    """Connect the page Folder with album."""
    services.panel_place.serve(page)
    page.undo_requested.connect(services.undo.ask_about)
    services.activity.undone.connect(page.note_undone)
    for step in page.steps:
        step.edited.connect(services.snapshots.request_snapshot)
        _connect_submission(step.submission, services)
        step.submission.settled.connect(partial(_show_in_activity, services, step.submission))


def connect_batch(page: BatchPage, services: PageServices) -> None:
    """Connect the page Create many."""
    card = BatchCard()
    undo_card = BatchCard("activity.batchUndo", is_undo=True)
    for pinned in (undo_card, card):
        services.panel.list.pin(pinned)
    undo_card.show_requested.connect(partial(_show_undo_run, services))
    page.undo_changed.connect(undo_card.show_progress)
    page.undo_changed.connect(partial(_refresh_after_run, services.stack))
    page.run_over.connect(services.undone.look)
    card.show_requested.connect(partial(_show_run, services))
    page.run_changed.connect(card.show_progress)
    page.run_changed.connect(partial(_refresh_after_run, services.stack))
    page.history_requested.connect(services.stack.show_batch)
    page.run_over.connect(services.attention.note_batch)
    page.run_over.connect(partial(_look_for_lost_rows, services))
    services.resolve.searches.decided.connect(page.refresh_rows)
    services.resolve.searches.decided.connect(services.undone.look)


def connect_live(page: LivePage, services: PageServices) -> None:
    """Connect the page On the service."""
    page.remember_columns(services.settings)
    page.history_requested.connect(services.stack.show_attempt)
    page.template_requested.connect(services.forms.fill_with)


def connect_settings(page: SettingsPage, services: PageServices) -> None:
    """Connect the page Settings."""
    services.preferences.serve(page)


def connect_history(page: HistoryPage, services: PageServices) -> None:
    """Connect the page History."""
    page.remember_columns(services.settings)
    page.create_requested.connect(partial(services.stack.show_page, ALBUM))
    page.template_requested.connect(services.forms.use_template)
    page.send_again_requested.connect(services.forms.send_again)
    page.many_requested.connect(partial(_open_attempts, services))
    page.undo_requested.connect(services.undo.ask)
    services.resolve.connect_history(page)
    services.reading_back.noticed.connect(services.stack.refresh_history)
    services.resolve.searches.decided.connect(services.stack.refresh_history)


def _take_back(services: PageServices, session: Session, looks: list[UndoLook]) -> None:
    """Have Activity send the deletes that were confirmed, in their order."""
    ids = {look.attempt.attempt_id for look in looks}
    for look in looks:
        # An album that comes before its folder by itself is gone by then.
        inside = tuple(one for one in look.own_albums if one.attempt.attempt_id not in ids)
        asked = replace(look, own_albums=inside)
        pending = None if session.current is None else pending_undo(look.attempt, session.current, asked)
        if pending is not None:
            entry = services.activity.submit(pending)
            services.undo.news.watch(entry.submission, pending.request.name or "", entry.card)


def _show_activity(services: PageServices) -> None:
    services.stack.show_page(ALBUM)
    services.panel_place.open()


def _open_names(
    services: PageServices,
    kind: RequestKind,
    fields: Callable[[], FormFields],
    text: str,
) -> None:
    """Open rows that were pasted into the name of a form as a table."""
    services.stack.show_page(BATCH)
    services.stack.batch.doors.open_names(text, kind, fields())


def _open_attempts(services: PageServices, attempt_ids: list[int]) -> None:
    services.stack.show_page(BATCH)
    services.stack.batch.doors.open_attempts(attempt_ids)


def _show_run(services: PageServices) -> None:
    services.stack.show_page(BATCH)
    services.stack.batch.show_run()


def _show_undo_run(services: PageServices) -> None:
    services.stack.show_page(BATCH)
    services.stack.batch.show_undo()


def _look_for_lost_rows(services: PageServices, progress: RunProgress) -> None:
    """Look for rows whose answers were lost; while the batch runs, it does so itself."""
    if progress.counts.get(OutcomeKind.UNKNOWN):
        services.resolve.searches.start_all()


def _refresh_after_run(stack: PageStack, progress: RunProgress, _name: str) -> None:
    """Have the history and the lists read again once a batch rests; while it runs, they are read when shown."""
    if progress.state is not BatchState.RUNNING:
        stack.refresh_history()
        stack.refresh_page(LIVE)


def _show_in_activity(services: PageServices, submission: Submission, outcome: Outcome) -> None:
    """Add what a step of the recipe has sent to Activity."""
    if submission.sent.last is not None and outcome.attempt_id is not None:
        now = datetime.now().astimezone()
        services.activity.add_settled(submission.sent.last, now, outcome, sent_by=RECIPE)


def _connect_entry(services: PageServices, entry: ActivityEntry) -> None:
    entry.ticket_requested.connect(services.ticket.copy)
    services.ticket.copied.connect(partial(_note_copied, entry))
    entry.undo_requested.connect(services.undo.ask_about)
    entry.template_requested.connect(lambda: services.forms.fill_with(entry.kind.value, entry.pending.fields))
    _connect_submission(entry.submission, services)


def _note_copied(entry: ActivityEntry, attempt_id: int) -> None:
    if entry.card.attempt_id == attempt_id:
        entry.card.show_note(translate("Activity", "Copied"))


def _connect_submission(submission: Submission, services: PageServices) -> None:
    stack = services.stack
    submission.history_requested.connect(stack.show_attempt)
    submission.connection_requested.connect(services.connections.open_for_token)
    submission.shared_album_requested.connect(services.forms.share_in)
    submission.settled.connect(stack.refresh_history)
    submission.settled.connect(partial(_refresh_live, stack))
    submission.earlier_open.connect(stack.refresh_history)
    services.reading_back.serve(submission)
    services.attention.serve(submission)
    services.resolve.serve(submission)


def _refresh_live(stack: PageStack, outcome: Outcome) -> None:
    if outcome.kind in {OutcomeKind.CREATED, OutcomeKind.DELETED, OutcomeKind.UNKNOWN}:
        stack.refresh_page(LIVE)
