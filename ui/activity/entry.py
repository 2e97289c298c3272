"""One create in Activity, from the press over the wait for its turn to its outcome."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from koodrive.models import AlbumKind, CreateAlbum
from ui.activity.card import WAITING, ActivityCard
from ui.create.banner_content import BannerAction, BannerContent
from ui.create.spec import FormAccess
from ui.create.submission import Submission
from ui.texts.attempts import request_text
from ui.texts.numbers import number_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.models import Outcome
    from ui.create.pending_submission import PendingSubmission
    from ui.session.session import Session
    from ui.session.sign_in_prompt import SignInPrompt


class ActivityEntry(QObject):
    """A request with its card and all that becomes of it.

    Args:
        pending: The request, with the content of the form and the connection of the moment of the press.
        session: Connection and token in use.
        form: First part of the object names of the form, whose requests go one after the other.
        prompt: Returns the prompt for a token, put into the card of this entry.
        focus_form: Gives the keyboard back to the form.
        asked_at: When the user has asked for it, as a clock shows it.

    Signals:
        discarded: The user does not want it any more; nothing was sent.
        template_requested: The user wants its content in the form.
        ticket_requested: Attempt ID that the user wants to have as a text for a ticket (int, as object).
        undo_requested: Attempt ID of the create that the user wants to take back (int, as object).
    """

    discarded = Signal()
    template_requested = Signal()
    ticket_requested = Signal(object)
    undo_requested = Signal(object)

    def __init__(
        self,
        pending: PendingSubmission,
        session: Session,
        *,
        form: str,
        prompt: Callable[[ActivityEntry], SignInPrompt],
        focus_form: Callable[[], None],
        asked_at: datetime | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.pending = pending
        self.account_key = pending.connection.account_key
        """Service and user."""
        self.kind = pending.spec.kind
        self.form = form
        self.queued_id: int | None = None
        """Its number in the journal's queue, once it is written there."""
        self.is_being_recorded = False
        self.needs_word = ""
        """Why it is sent only when the user says so; empty for one whose turn comes by itself."""
        self.is_passed = False
        """Whether the next one may be sent although this one was not."""
        self._is_started = False
        self._asked_at = f"{asked_at or datetime.now().astimezone():%H:%M}"
        name = pending.request.name or self.tr("Without a name")
        kind = request_text(pending.request)
        undo = self.tr("Take back: {kind}").format(kind=kind) if pending.is_undo else ""
        self.card = ActivityCard(f"{form}.result", name, kind, self._asked_at, undo=undo)
        self.card.exclude_actions(BannerAction.COPY, *((BannerAction.TEMPLATE,) if pending.is_undo else ()))
        self.card.action_chosen.connect(self._on_action)
        access = FormAccess(
            pending.spec,
            lane_key=form,
            fields=lambda: pending.fields,
            commit_typing=_do_nothing,
            reveal_problems=_do_nothing,
            mark_saved=_do_nothing,
            focus_first=focus_form,
            prompt=lambda: prompt(self),
            is_typed_on=True,
            queued_id=lambda: self.queued_id,
        )
        self.submission = Submission(access, session, self.card, self.card, press=pending)
        self.submission.busy_changed.connect(self._on_busy_changed)
        self.submission.held_back.connect(self._on_held_back)

    @property
    def folder_ids(self) -> tuple[str, ...]:
        """The shared folder that the album is created in, by each of its IDs; empty for everything else."""
        request = self.pending.request
        if not isinstance(request, CreateAlbum) or request.album_kind is not AlbumKind.SHARED:
            return ()
        return tuple(one for one in (request.share_folder_id, request.group_id) if one)

    @property
    def create_id(self) -> int | None:
        """Attempt ID of the create that it is about; of an undo, the one that it takes back."""
        return self.pending.create_id or self.card.attempt_id

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for its turn, or for the user."""
        return not self._is_started

    @property
    def is_unsent(self) -> bool:
        """Whether it has created nothing, and may be sent when its turn, a token or an answer to a question comes."""
        return self.is_waiting or self.submission.awaits_token or self.submission.is_in_question

    @property
    def is_in_line(self) -> bool:
        """Whether its turn comes by itself."""
        return self.is_waiting and not self.needs_word

    @property
    def holds_up_next(self) -> bool:
        """Whether the next request of its form has to wait for it."""
        return self._is_started and not self.is_passed and self.submission.holds_up_next

    def start(self) -> None:
        """Send it."""
        self._is_started = True
        self.submission.submit(takes_focus=self.pending.is_by_mouse)

    def show_waiting(self, before: int) -> None:
        """Show that it waits.

        Args:
            before: How many of its form come before it.
        """
        title = self.tr("Waiting")
        if before:
            title = self.tr("Waiting · {count} before it").format(count=number_text(before))
        if self.needs_word:
            title = self.tr("Not sent yet")
        actions: tuple[tuple[str, str], ...] = ()
        if not self.is_being_recorded:
            # Before its number is known it could be sent, but not leave the queue.
            actions = ((BannerAction.RESEND, self.tr("Send")), (BannerAction.DISCARD, self.tr("Discard")))
        content, shown = (
            BannerContent(WAITING, title, self.needs_word, actions=actions),
            self.submission.result.content,
        )
        if shown is not None and replace(shown, title=title) == content:
            # Hundreds may wait, and each gets another place whenever one is sent.
            self.card.show_place(title)
        else:
            self.submission.result.show_content(content)

    def show_settled(self, outcome: Outcome) -> None:
        """Show an outcome of before the restart."""
        self._is_started = True
        self.card.attempt_id = outcome.attempt_id
        self.submission.show_settled(self.pending, outcome, self._asked_at)

    @Slot(bool)
    def _on_busy_changed(self, busy: bool) -> None:  # noqa: FBT001 - the signature of the signal
        self._is_started = self._is_started or busy
        outcome = self.submission.outcome
        self.card.attempt_id = outcome.attempt_id if outcome is not None else None

    @Slot()
    def _on_held_back(self) -> None:
        self._is_started = False
        self.needs_word = self.tr("It needs a new token. Nothing was sent.")
        self.show_waiting(0)

    @Slot(str)
    def _on_action(self, key: str) -> None:
        if key == BannerAction.DISCARD:
            self.discarded.emit()
        elif key == BannerAction.TEMPLATE:
            self.template_requested.emit()
        elif key == BannerAction.TICKET:
            self.ticket_requested.emit(self.card.attempt_id)
        elif key == BannerAction.UNDO:
            self.undo_requested.emit(self.create_id)
        elif key == BannerAction.RESEND and self.is_waiting:
            # The submission, which is served next, sends it.
            self._is_started = True


def _do_nothing(*_arguments: object) -> None:
    """Serve a form that nobody can edit any more."""
