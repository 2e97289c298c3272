"""Dialog that shows the requests with lost answers one by one, and takes manual decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QFrame, QSplitter, QWidget

from koodrive.creation.findings import Resolution
from koodrive.errors import KoodriveError
from koodrive.models import Action as AttemptAction
from koodrive.models import OutcomeKind
from ui.core.tasks import Lane
from ui.resolve.actions import DecisionController, ResolveActions
from ui.resolve.loader import OpenAttempts, SentAttempt
from ui.resolve.queue import AttemptQueue, ResolveHeader
from ui.resolve.request_panel import RequestPanel
from ui.resolve.result_panel import ResultPanel
from ui.resolve.searches import Stage
from ui.resolve.state import Action, ResolveState, connection_for, is_of, resolve_state
from ui.texts.attempts import created_text, not_created_text, subject_text
from ui.texts.translate import translated
from ui.widgets.banner import Banner
from ui.widgets.layouts import column

if TYPE_CHECKING:
    from koodrive.creation.findings import LookResult
    from koodrive.models import Connection
    from ui.resolve.searches import ResolutionSearches
    from ui.session.session import Session

NAME = "resolve"
SIZE = QSize(900, 560)
ROOM_FOR_FRAME = 48
"""Pixels of the screen for window frame and desktop bars."""
_SMALLEST = QSize(720, 360)
_TICK_MS = 500


class ResolveDialog(QDialog):
    """Shows the open attempts, oldest first; to be opened with `open`, and made anew each time.

    Closing it stops no search.

    Args:
        session: Gives the journal, the connections and the task runner.
        searches: The searches.
        attempt_id: Which one to begin with, also when it is open no more; None for the oldest.
        parent: The window that it stands over.

    Signals:
        send_again_requested: The `Attempt` of a request that was not made; the dialog closes.
        history_requested: The number of an attempt to be shown in the history; the dialog closes.
        connection_requested: The token of the connection in use is to be given; the dialog stays.
    """

    send_again_requested = Signal(object)
    history_requested = Signal(object)
    connection_requested = Signal()

    def __init__(
        self,
        session: Session,
        searches: ResolutionSearches,
        attempt_id: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._searches = searches
        self._queue = AttemptQueue(attempt_id)
        self._sent: SentAttempt | None = None
        self._asked_for: set[int] = set()
        self._reader = OpenAttempts(session, self)
        self._header = ResolveHeader()
        self._banner = Banner(f"{NAME}.notice")
        self._request = RequestPanel()
        self._result = ResultPanel()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._actions = ResolveActions()
        self._decision = DecisionController(searches, self._actions, self)
        self._ticks = QTimer(self, interval=_TICK_MS)
        self._build_ui()
        self._connect()
        self._result.show_nothing(self.tr("Reading the history…"))
        self._header.show_queue(self._queue)
        self._reader.list_open()

    # Looks --------------------------------------------------------------------------------------------------------

    def _build_ui(self) -> None:
        self.setObjectName(NAME)
        self.setWindowTitle(self.tr("Requests without a known outcome"))
        line = QFrame()
        line.setProperty("role", "line")
        self._split.addWidget(self._request)
        self._split.addWidget(self._result)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(16)
        self._split.setSizes([2, 3])
        self._split.setStretchFactor(0, 2)
        self._split.setStretchFactor(1, 3)
        self._request.hide()
        parts = (self._header, line, self._banner, self._split, self._actions)
        column(*parts, stretch=self._split, spacing=12, margins=(24, 16, 24, 16), parent=self)
        self._actions.set_default()
        self.setMinimumSize(_SMALLEST)
        self._fit_to_screen()

    def _fit_to_screen(self) -> None:
        room = self.screen().availableGeometry().size() - QSize(ROOM_FOR_FRAME, ROOM_FOR_FRAME)
        self.resize(SIZE.boundedTo(room).expandedTo(_SMALLEST))

    def _connect(self) -> None:
        self._header.step_requested.connect(self._on_step)
        self._reader.listed.connect(self._on_listed)
        self._reader.loaded.connect(self._on_loaded)
        self._reader.failed.connect(self._on_read_failed)
        self._searches.changed.connect(self._on_search_changed)
        self._searches.decided.connect(self._on_decided)
        self._decision.failed.connect(self._on_not_written)
        self._session.token_changed.connect(self._on_connection_changed)
        self._session.connections_changed.connect(self._refresh)
        self._result.selection_changed.connect(self._on_selection_changed)
        self._result.decision_wanted.connect(self._actions.focus_decision)
        self._actions.chosen.connect(self._on_chosen)
        self._actions.close_requested.connect(self.reject)
        self._ticks.timeout.connect(self._refresh)
        self.finished.connect(self.deleteLater)

    # Which attempt ------------------------------------------------------------------------------------------------

    @property
    def attempt_id(self) -> int | None:
        """The number of the attempt that is shown, or None."""
        return self._queue.current

    @property
    def _shown(self) -> SentAttempt | None:
        """The attempt that is shown; None while it is being read."""
        sent = self._sent
        return sent if sent is not None and sent.attempt.attempt_id == self._queue.current else None

    @Slot(int)
    def _on_step(self, step: int) -> None:
        following = self._queue.neighbour(step)
        if following is not None:
            self._banner.clear()
            self._go_to(following)

    def _go_to(self, attempt_id: int) -> None:
        self._queue.current = attempt_id
        self._actions.withdraw()
        self._header.show_queue(self._queue)
        self._reader.load(attempt_id)

    @Slot(object)
    def _on_listed(self, attempt_ids: list[int]) -> None:
        self._queue.add(attempt_ids)
        current = self._queue.current
        if current is None:
            self._header.title.set_text(self.tr("Nothing is open"))
            self._result.show_nothing(
                self.tr("No request has an unknown outcome"),
                self.tr(
                    "Whenever the answer to a request is lost, KooDesk finds out here what became of it."
                ),
            )
        elif self._shown is None:
            self._go_to(current)
        self._header.show_queue(self._queue)

    @Slot(object)
    def _on_loaded(self, sent: SentAttempt) -> None:
        if sent.attempt.attempt_id != self._queue.current:
            return
        is_first = self._sent is None
        self._sent = sent
        if sent.attempt.outcome != OutcomeKind.UNKNOWN:
            self._queue.mark_settled(sent.attempt.attempt_id)
        subject = subject_text(sent.attempt)
        self._header.title.set_text(self.tr("What became of {subject}?").format(subject=subject))
        self._request.show_attempt(sent)
        self._request.show()
        self._header.show_queue(self._queue)
        self._search_automatically()
        self._refresh()
        if is_first:
            self._actions.focus_safe()

    def _search_automatically(self) -> None:
        """Start the search for the shown attempt unless one is running."""
        sent, session = self._shown, self._session
        if sent is None or session.token is None or sent.request is None:
            return
        attempt = sent.attempt
        is_wanted = self._queue.is_open(attempt.attempt_id) and is_of(attempt, session.current)
        is_new = attempt.attempt_id not in self._asked_for
        if is_wanted and is_new and self._searches.search(attempt.attempt_id) is None:
            # Once only: what the resolver does not know as open is looked for in vain.
            self._asked_for.add(attempt.attempt_id)
            self._searches.start([attempt.attempt_id])

    @Slot(object)
    def _on_read_failed(self, error: Exception) -> None:
        self._show_problem(error)
        if self._sent is None:
            self._result.show_nothing(self.tr("The history could not be read"))

    # What is shown of it --------------------------------------------------------------------------------------------

    def _state(self, sent: SentAttempt) -> ResolveState:
        attempt_id, queue = sent.attempt.attempt_id, self._queue
        search = self._searches.search(attempt_id)
        return resolve_state(sent, self._session, search, queue.ending(attempt_id), queue.created_ids)

    @Slot()
    def _refresh(self) -> None:
        """Show what is known now of the attempt that is shown; cheap, and leaves the keyboard where it is."""
        sent = self._shown
        if sent is None:
            return
        state = self._state(sent)
        if self._actions.asked is not None and self._actions.asked not in state.actions:
            self._actions.withdraw()
        focused = self.focusWidget()
        self._request.set_decided(not self._queue.is_open(sent.attempt.attempt_id))
        self._result.show_state(sent, state)
        self._show_actions(sent, state)
        self._count_down(sent)
        if focused is not None and not focused.isVisibleTo(self):
            # Qt would have put the keyboard onto the next best button, whatever that does.
            self._focus_safe()

    def _count_down(self, sent: SentAttempt) -> None:
        search = self._searches.search(sent.attempt.attempt_id)
        if search is None or search.stage is not Stage.WAITING:
            self._ticks.stop()
        elif not self._ticks.isActive():
            self._ticks.start()

    def _focus_safe(self) -> None:
        if not self._result.focus_content():
            self._actions.focus_safe()

    def _show_actions(self, sent: SentAttempt, state: ResolveState) -> None:
        search = self._searches.search(sent.attempt.attempt_id)
        self._actions.show_actions(
            state.actions,
            can_adopt=self._result.selected is not None,
            is_again=search is not None and search.stage in {Stage.STOPPED, Stage.ENDED},
            is_undo=sent.attempt.action == AttemptAction.DELETE,
        )

    @Slot()
    def _on_selection_changed(self) -> None:
        sent = self._shown
        if sent is not None:
            self._actions.withdraw()
            self._show_actions(sent, self._state(sent))

    @Slot()
    def _on_connection_changed(self) -> None:
        self._search_automatically()
        self._refresh()

    @Slot(object)
    def _on_search_changed(self, attempt_id: int) -> None:
        if attempt_id not in self._queue.ids:
            # Lost a moment ago, while this dialog is open.
            self._reader.list_open()
        elif attempt_id == self._queue.current:
            if self._searches.search(attempt_id) is None and self._queue.is_open(attempt_id):
                self._reader.load(attempt_id)
            self._refresh()

    # What people do ---------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_chosen(self, action: Action) -> None:
        sent = self._shown
        if sent is None:
            return
        attempt = sent.attempt
        # What it says is about something before.
        self._banner.clear()
        if action is Action.LOOK_NOW:
            self._searches.start([attempt.attempt_id])
        elif action is Action.STOP:
            self._searches.stop([attempt.attempt_id])
        elif action is Action.USE_CONNECTION or action is Action.START_SANDBOX:
            self._use_connection(sent)
        elif action is Action.GIVE_TOKEN:
            self.connection_requested.emit()
        elif action is Action.LATER:
            self._leave()
        elif action is Action.HISTORY:
            self.history_requested.emit(attempt.attempt_id)
            self.accept()
        elif action is Action.SEND_AGAIN:
            self.send_again_requested.emit(attempt)
            self.accept()
        else:
            self._decision.ask(action, attempt.attempt_id, self._result.selected)

    def _use_connection(self, sent: SentAttempt) -> None:
        connection = connection_for(sent.attempt, self._session)
        if connection is not None:
            self._session.use(connection)
            return
        task = self._session.runner.start(Lane.SETUP, self._session.backend.start_sandbox)
        task.succeeded.connect(self._on_sandbox_started)
        task.failed.connect(self._on_read_failed)

    @Slot(object)
    def _on_sandbox_started(self, connection: Connection) -> None:
        self._session.use(connection)

    def _leave(self) -> None:
        following = self._queue.next_open()
        if following is None:
            self.reject()
        else:
            self._go_to(following)

    @Slot(object)
    def _on_decided(self, finding: LookResult) -> None:
        if finding.ending is Resolution.CANNOT_TELL:
            return
        self._queue.end(finding)
        if self._queue.current in finding.attempt_ids:
            self._banner.clear()
        if self._decision.finish(finding):
            self._focus_safe()
            following = self._queue.next_open()
            if following is not None:
                self._show_written(finding)
                self._go_to(following)
        self._header.show_queue(self._queue)
        self._refresh()

    def _show_written(self, finding: LookResult) -> None:
        if self._sent is None:
            return
        attempt = self._sent.attempt
        if finding.ending is Resolution.DONE:
            made = dict(finding.adopted).get(attempt.attempt_id, "")
            self._banner.show_content("created", created_text(attempt, made))
        else:
            self._banner.show_content(
                "harmless",
                not_created_text(attempt),
                self.tr("To send it again, go back to it with Previous."),
            )

    @Slot(object)
    def _on_not_written(self, error: Exception) -> None:
        self._show_problem(error)
        self._refresh()
        self._focus_safe()

    def _show_problem(self, error: Exception) -> None:
        if isinstance(error, KoodriveError):
            self._banner.show_content("problem", translated(error.title), translated(error.message))
        else:
            self._banner.show_content("problem", self.tr("Something unexpected went wrong"))
            self._session.runner.unhandled.emit(error)
