"""Connects the search scheduler with the create pages, the resolve dialog and the window's notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from koodrive.core.lazy import load
from koodrive.models import OutcomeKind
from ui.resolve.notice import ResolveNotice
from ui.resolve.open_count import OpenAttemptCounter
from ui.resolve.searches import ResolutionSearches, Search, Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from koodrive.creation.findings import LookResult
    from koodrive.models import Outcome
    from ui.create.submission import Submission
    from ui.history.page import HistoryPage
    from ui.main_window.welcome_page import WelcomePage
    from ui.resolve.dialog import ResolveDialog
    from ui.session.session import Session


class ResolveController(QObject):
    """Connects the search scheduler with the pages, the resolve dialog and the notice of the window.

    Args:
        session: Which connection is in use.
        submissions: Returns everything that shows what became of a request.
        window: What the dialog stands over; it owns this object.

    Signals:
        counted: How many attempts have no known outcome.
        history_requested: The attempt to show (an int, as object), or None for all.
        send_again_requested: The `Attempt` that shall be sent once more, as it was not made.
        connection_requested: A token is to be given.
    """

    counted = Signal(int)
    history_requested = Signal(object)
    send_again_requested = Signal(object)
    connection_requested = Signal()

    def __init__(
        self, session: Session, submissions: Callable[[], list[Submission]], window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._submissions = submissions
        self._window = window
        self._dialog: ResolveDialog | None = None
        self.searches = ResolutionSearches(session, parent=self)
        self.news = ResolveNotice(self.searches)
        self._count = OpenAttemptCounter(session, self)
        self._open_count = 0
        self._count.counted.connect(self._on_counted)
        self.searches.changed.connect(self._on_search_changed)
        self.searches.decided.connect(self._on_decided)
        self.searches.decision_failed.connect(self._on_decision_failed)
        self.news.history_requested.connect(self.history_requested)
        self.news.resolve_requested.connect(self.resolve)

    def begin(self, interrupted: int) -> None:
        """Begin, now that the history is open.

        Args:
            interrupted: How many requests were under way when KooDesk ended last time.
        """
        self._count.refresh()
        if interrupted:
            self.news.show_interrupted(interrupted)
        self.searches.start_all()

    @Slot(int)
    def follow(self, interrupted: int) -> None:
        """Count again, as other processes have written, and look for what one of them has left behind.

        Args:
            interrupted: How many requests were under way when it ended.
        """
        self._count.refresh()
        if interrupted:
            self.searches.start_all()

    def close(self) -> None:
        """Look for nothing any more for good, as the application ends, and close the dialog."""
        self.searches.close()
        if self._dialog is not None:
            self._dialog.reject()

    def connect_welcome(self, page: WelcomePage) -> None:
        """Connect the welcome page, which is shown without a connection."""
        page.show_open_count(self._open_count)
        self.counted.connect(page.show_open_count)
        page.find_out_requested.connect(self._on_find_out)

    def serve(self, submission: Submission) -> None:
        """Search for the lost answers of `submission`."""
        submission.settled.connect(self._on_settled)
        submission.resolve_requested.connect(self.resolve)
        submission.search_requested.connect(self._on_search_requested)
        submission.search_stop_requested.connect(self._on_search_stop_requested)
        submission.earlier_open.connect(self._on_earlier_open)

    def connect_history(self, page: HistoryPage) -> None:
        """Serve the page that shows what is open."""
        page.set_searches(self.searches)
        page.resolve_requested.connect(self.resolve)
        # It has found something that was not counted yet; its own number may be that of a moment ago.
        page.unknown_count_changed.connect(self._count.refresh)

    @Slot(object)
    def resolve(self, attempt_id: int | None) -> None:
        """Open the dialog, unless it is open.

        Args:
            attempt_id: The attempt to begin with; None for the oldest that is open.
        """
        if self._dialog is not None:
            return
        dialog: ResolveDialog = load("ui.resolve.dialog:ResolveDialog")(
            self._session, self.searches, attempt_id, self._window
        )
        dialog.send_again_requested.connect(self.send_again_requested)
        dialog.history_requested.connect(self.history_requested)
        dialog.connection_requested.connect(self.connection_requested)
        dialog.finished.connect(self._on_dialog_finished)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def _on_find_out(self) -> None:
        self.resolve(None)

    @Slot(int)
    def _on_counted(self, count: int) -> None:
        self._open_count = count
        self.counted.emit(count)

    @Slot()
    def _on_dialog_finished(self) -> None:
        self._dialog = None

    @Slot(object)
    def _on_settled(self, outcome: Outcome) -> None:
        if outcome.kind is not OutcomeKind.UNKNOWN:
            return
        self._count.refresh()
        if outcome.attempt_id is not None:
            self.searches.start([outcome.attempt_id], anew=True)

    @Slot(object)
    def _on_earlier_open(self, attempt_id: int) -> None:
        # It may have been opened again a moment ago.
        self._count.refresh()
        self.searches.resume(attempt_id)

    @Slot(object)
    def _on_search_requested(self, attempt_id: int) -> None:
        self.searches.start([attempt_id])

    @Slot(object)
    def _on_search_stop_requested(self, attempt_id: int) -> None:
        self.searches.stop([attempt_id])

    @Slot(object)
    def _on_search_changed(self, attempt_id: int) -> None:
        search = self.searches.search(attempt_id) or Search(attempt_id, Stage.STOPPED)
        for submission in self._submissions():
            submission.search_status.show_search(search)

    @Slot(object)
    def _on_decided(self, finding: LookResult) -> None:
        is_shown = self._dialog is not None and self._dialog.attempt_id in finding.attempt_ids
        for submission in self._submissions():
            is_shown |= submission.show_finding(finding) and submission.result.is_visible
        self.news.add_result(finding, shown_elsewhere=is_shown)
        self._count.refresh()

    @Slot(object)
    def _on_decision_failed(self, error: Exception) -> None:
        if self._dialog is None:
            # It was closed before that came out; otherwise it says so itself.
            self._session.runner.unhandled.emit(error)
