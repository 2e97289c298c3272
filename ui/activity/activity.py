"""The creates of the forms: those of one form are sent one after the other, and wait in the journal until then."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from koodrive.api import serialization
from koodrive.models import OutcomeKind
from ui.activity.entry import ActivityEntry
from ui.core.tasks import Lane
from ui.session.folder_names import FolderNames
from ui.session.sign_in_prompt import SignInPrompt
from ui.texts.numbers import number_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.models import Outcome
    from ui.create.pending_submission import PendingSubmission
    from ui.create.submission import Submission
    from ui.session.services import Services

_log = logging.getLogger(__name__)


class Activity(QObject):
    """Holds an entry for each create, and decides when it is sent.

    Args:
        services: Session, spaces and renewal.

    Signals:
        added: An `ActivityEntry`, newer than all others of its connection; or older, see `ActivityEntry`.
        removed: An `ActivityEntry` that the user has discarded.
        token_asked: An `ActivityEntry` whose card asks for a token.
        undone: Attempt ID of a create that was taken back (int, as object).
        changed: The state of an entry is another, or another connection is in use. After a press and an outcome it
            comes in the next turn of the event loop, once for all that has changed: each has enough to do by itself.
    """

    added = Signal(object)
    removed = Signal(object)
    token_asked = Signal(object)
    undone = Signal(object)
    changed = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._session = services.session
        self._prompts: dict[str, SignInPrompt] = {}
        self._focus_form: dict[str, Callable[[], None]] = {}
        self.entries: list[ActivityEntry] = []
        """Newest first."""
        self._is_closed = False
        self._change_timer = QTimer(self, singleShot=True, interval=0)
        self._change_timer.timeout.connect(self.changed)
        self._session.token_changed.connect(self._on_token_changed)
        self._session.current_changed.connect(self._on_token_changed)
        self._names = FolderNames(self._session, self)
        self._names.changed.connect(self._show_names)
        self._session.current_changed.connect(self._load_names)

    @property
    def submissions(self) -> list[Submission]:
        """The submissions of all entries."""
        return [entry.submission for entry in self.entries]

    @property
    def is_sending(self) -> bool:
        """Whether a request is under way, at whichever connection."""
        return any(entry.submission.is_busy for entry in self.entries)

    @property
    def is_waiting(self) -> bool:
        """Whether a create waits for its turn or for the user; it is kept when KooDesk ends."""
        return any(entry.is_waiting and not entry.pending.is_undo for entry in self.entries)

    @property
    def is_undo_waiting(self) -> bool:
        """Whether something that is to be taken back waits; it stays where it is when KooDesk ends."""
        return any(entry.is_unsent and entry.pending.is_undo for entry in self.entries)

    @property
    def summary(self) -> str:
        """The number of entries of the connection in use, with a mark while one is under way or needs the user."""
        here, _elsewhere = self.by_place()
        if not here:
            return ""
        if any(entry.submission.awaits_token or entry.card.needs_user for entry in here):
            return f"{number_text(len(here))} !"
        is_busy = any(entry.submission.is_busy for entry in here)
        return f"{number_text(len(here))} …" if is_busy else number_text(len(here))

    def by_place(self) -> tuple[list[ActivityEntry], list[ActivityEntry]]:
        """Return the entries of the service and user in use, and all others, each the newest first."""
        current = self._session.current
        key = current.account_key if current is not None else None
        here = [entry for entry in self.entries if entry.account_key == key]
        return here, [entry for entry in self.entries if entry.account_key != key]

    def is_here(self, entry: ActivityEntry) -> bool:
        """Return whether `entry` belongs to the service and user in use."""
        current = self._session.current
        return current is not None and entry.account_key == current.account_key

    @property
    def _forms(self) -> tuple[str, ...]:
        """First parts of the object names of all forms that have entries."""
        return tuple(dict.fromkeys(entry.form for entry in self.entries))

    def newest(self, form: str) -> ActivityEntry | None:
        """Return the newest entry of a form, at whichever connection.

        Args:
            form: First part of the object names of the form.
        """
        return next((entry for entry in self.entries if entry.form == form), None)

    def newest_outcome(self, form: str) -> Outcome | None:
        """Return the outcome of the newest entry of a form; None without one."""
        entry = self.newest(form)
        return entry.submission.outcome if entry is not None else None

    def serve(self, form: str, focus_form: Callable[[], None]) -> None:
        """Set where the keyboard goes when the prompt of an entry is closed.

        Args:
            form: First part of the object names of the form.
            focus_form: Moves it there.
        """
        self._focus_form[form] = focus_form

    @Slot(object)
    def submit(self, pending: PendingSubmission) -> ActivityEntry:
        """Add a request, and send it as soon as it is its turn."""
        entry = self._new_entry(pending)
        waits = any(other.holds_up_next or other.is_in_line for other in self._others(entry))
        for other in self._others(entry):
            # Who presses Create again wants it to be tried again.
            former = other.submission
            is_open = other.is_waiting or former.is_busy or former.awaits_token or former.is_throttled
            other.is_passed = other.is_passed or not is_open
        self._insert(entry, 0)
        if (waits or self._session.is_token_expired) and not pending.is_undo:
            self._record(entry)
        self._advance(entry.form, is_pressed=True)
        return entry

    @property
    def held_back(self) -> list[ActivityEntry]:
        """The entries of the connection in use that are sent only when the user says so, the newest first."""
        return [entry for entry in self.by_place()[0] if entry.is_waiting and entry.needs_word]

    @Slot()
    def send_all(self) -> None:
        """Send everything that was held back, the oldest first, one after the other."""
        for entry in self.held_back:
            entry.needs_word = ""
        for form in self._forms:
            self._advance(form, is_pressed=True)
        self.changed.emit()

    def close(self) -> None:
        """Send nothing more, as the application ends; what is under way continues, what waits is kept."""
        self._is_closed = True
        for entry in self.entries:
            entry.submission.close()

    # Entries of before ----------------------------------------------------------------------------------------

    def add_restored(self, pending: PendingSubmission, asked_at: datetime, *, queued_id: int) -> None:
        """Add a request that waited when KooDesk ended; it is sent when the user says so.

        Args:
            pending: The request.
            asked_at: When the user has asked for it.
            queued_id: Its number in the journal's queue.
        """
        entry = self._new_entry(pending, asked_at)
        entry.queued_id = queued_id
        entry.needs_word = self.tr("KooDesk ended before its turn. Nothing was sent.")
        self._insert(entry, len(self.entries))
        entry.show_waiting(0)

    def add_settled(
        self,
        pending: PendingSubmission,
        asked_at: datetime,
        outcome: Outcome,
        *,
        sent_by: str = "",
        undone_at: datetime | None = None,
    ) -> None:
        """Add a request that was sent by something else: before the restart, or just now.

        Args:
            pending: The request.
            asked_at: When the user has asked for it.
            outcome: Its outcome.
            sent_by: First part of the object names of the form that has just sent it; empty for one of before, which
                comes below all others.
            undone_at: When it was taken back; None where it was not.
        """
        entry = self._new_entry(pending, asked_at, form=sent_by)
        self._insert(entry, 0 if sent_by else len(self.entries))
        entry.show_settled(outcome)
        if undone_at is not None:
            entry.card.show_undone(f"{undone_at.astimezone():%H:%M}")

    def knows(self, attempt_id: int) -> bool:
        """Return whether an entry is about the attempt."""
        outcomes = (entry.submission.outcome for entry in self.entries)
        return any(outcome is not None and outcome.attempt_id == attempt_id for outcome in outcomes)

    # ---------------------------------------------------------------------------------------------------------

    def _new_entry(
        self, pending: PendingSubmission, asked_at: datetime | None = None, *, form: str = ""
    ) -> ActivityEntry:
        form = form or pending.form
        entry = ActivityEntry(
            pending,
            self._session,
            form=form,
            prompt=self._prompt_in,
            focus_form=self._focus_form.get(form, _stay),
            asked_at=asked_at,
            parent=self,
        )
        entry.discarded.connect(self._on_discarded)
        entry.submission.busy_changed.connect(partial(self._on_busy_changed, entry))
        entry.submission.declined.connect(partial(self._leave_queue, entry))
        if pending.is_undo:
            entry.submission.settled.connect(partial(self._note_undone, entry))
            entry.submission.found_out.connect(partial(self._note_undone, entry))
        return entry

    def _note_undone(self, undo: ActivityEntry, _outcome: Outcome | None = None) -> None:
        """Show at the create what a delete has taken back."""
        outcome = undo.submission.outcome
        if outcome is not None and outcome.kind is OutcomeKind.DELETED and undo.create_id is not None:
            self.show_undone(undo.create_id, outcome.settled_at or datetime.now(UTC))

    def show_undone(self, create_id: int, at: datetime) -> None:
        """Show at a create, by its attempt ID, when it was taken back."""
        for entry in self.entries:
            if entry.create_id == create_id and not entry.pending.is_undo:
                entry.card.show_undone(f"{at.astimezone():%H:%M}")
        self.undone.emit(create_id)

    def _insert(self, entry: ActivityEntry, place: int) -> None:
        form = entry.form
        former = self.newest(form)
        self.entries.insert(place, entry)
        if former is not None and self.newest(form) is entry:
            former.card.rename(f"{form}.earlier")
        elif former is not None:
            entry.card.rename(f"{form}.earlier")
        self.added.emit(entry)
        self._change_timer.start()
        if entry.folder_ids and self.is_here(entry):
            self._names.load_names(entry.folder_ids)
            self._show_name(entry)

    @Slot()
    def _load_names(self) -> None:
        """Have the names of the shared folders looked up, of the connection in use."""
        ids = {folder_id for entry in self.by_place()[0] for folder_id in entry.folder_ids}
        if ids:
            self._names.load_names(ids)

    @Slot()
    def _show_names(self) -> None:
        for entry in self.by_place()[0]:
            self._show_name(entry)

    def _show_name(self, entry: ActivityEntry) -> None:
        name = next(filter(None, map(self._names.name, entry.folder_ids)), "")
        if name:
            entry.card.set_folder(name)

    def _others(self, entry: ActivityEntry) -> list[ActivityEntry]:
        """Return the entries of the same form and connection, the oldest first."""
        key = entry.account_key
        return [
            other
            for other in reversed(self.entries)
            if other is not entry and other.form == entry.form and other.account_key == key
        ]

    def _prompt_in(self, entry: ActivityEntry) -> SignInPrompt:
        form = entry.form
        if form not in self._prompts:
            self._prompts[form] = SignInPrompt(form, self._services)
        entry.card.hold(self._prompts[form])
        self.token_asked.emit(entry)
        return self._prompts[form]

    def _record(self, entry: ActivityEntry) -> None:
        """Write a request that waits into the journal."""
        entry.is_being_recorded = True
        pending, queue = entry.pending, self._session.backend.journal.queue
        body, now = serialization.to_json(pending.request), datetime.now(UTC)
        task = self._session.runner.start(
            Lane.CREATE, lambda: queue.add(entry.kind, body, pending.connection, now), key="queue"
        )
        task.succeeded.connect(lambda queued_id: setattr(entry, "queued_id", queued_id))
        task.failed.connect(_log_not_recorded)
        task.finished.connect(partial(self._on_recorded, entry))

    def _on_recorded(self, entry: ActivityEntry) -> None:
        entry.is_being_recorded = False
        if entry not in self.entries or not entry.is_unsent:
            # Sent, declined or discarded meanwhile: it must not be offered after a restart.
            self._leave_queue(entry)
        self._advance(entry.form, is_pressed=True)

    def _on_busy_changed(self, entry: ActivityEntry, busy: bool) -> None:  # noqa: FBT001 - as the signal has it
        if not busy:
            outcome = entry.submission.outcome
            if outcome is not None and outcome.retry_after is not None:
                self._advance_after(outcome.retry_after, entry.form)
            is_recorded = entry.queued_id is not None or entry.is_being_recorded
            if entry.is_unsent and not is_recorded and not entry.pending.is_undo:
                # It was not carried out, and is not forgotten if KooDesk ends before the user has decided.
                self._record(entry)
            self._advance(entry.form)
        self._change_timer.start()

    def _advance_after(self, seconds: float, form: str) -> None:
        # Any other kind of timer may be too early, and what waits would be stuck.
        timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(partial(self._advance, form))
        timer.timeout.connect(timer.deleteLater)
        timer.start(round(seconds * 1000) + 1)

    @Slot()
    def _on_token_changed(self) -> None:
        for form in self._forms:
            self._advance(form)
        self.changed.emit()

    def _advance(self, form: str, *, is_pressed: bool = False) -> None:
        """Send the oldest request that waits, unless another one holds it up.

        Args:
            form: First part of the object names of the form.
            is_pressed: Whether the user has just pressed Create, so that a new token may be asked for.
        """
        mine = [entry for entry in reversed(self.entries) if entry.form == form and self.is_here(entry)]
        waiting = [entry for entry in mine if entry.is_in_line]
        session = self._session
        has_token = session.token is not None and not session.is_token_expired
        is_free = not self._is_closed and not any(entry.holds_up_next for entry in mine)
        if waiting and is_free and (has_token or is_pressed) and not waiting[0].is_being_recorded:
            waiting.pop(0).start()
        for place, entry in enumerate(waiting):
            entry.show_waiting(place + any(other.holds_up_next for other in mine))

    def _leave_queue(self, entry: ActivityEntry) -> None:
        """Remove a request from the journal's queue, as the user does not want it."""
        if entry.queued_id is not None:
            queue, queued_id = self._session.backend.journal.queue, entry.queued_id
            entry.queued_id = None
            self._session.runner.start(Lane.CREATE, lambda: queue.remove(queued_id), key="queue")

    @Slot()
    def _on_discarded(self) -> None:
        entry = self.sender()
        if not isinstance(entry, ActivityEntry) or entry not in self.entries:
            return
        self.entries.remove(entry)
        self._leave_queue(entry)
        self.removed.emit(entry)
        prompt = self._prompts.get(entry.form)
        if prompt is not None and entry.card.isAncestorOf(prompt):
            # It goes with the card; the next one that needs a token gets another.
            del self._prompts[entry.form]
        entry.card.hide()
        entry.card.deleteLater()
        entry.deleteLater()
        self._advance(entry.form)
        self.changed.emit()


def _stay() -> None:
    """Leave the keyboard where it is."""


def _log_not_recorded(error: Exception) -> None:
    # The create itself says what is wrong with the history; until then the request is in memory.
    _log.warning("a request that waits could not be written down: %s", type(error).__name__)
