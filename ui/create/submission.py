"""Submits of one form, from the pressed button to the outcome in the banner; one request at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from koodrive.errors import DuplicateRequestError, KoodriveError
from koodrive.models import Outcome, OutcomeKind
from ui.create import result_texts
from ui.create.banner_content import BannerAction, BannerContent
from ui.create.pending_submissions import PendingSubmission, PendingSubmissions
from ui.create.result_banner import ResultBanner
from ui.create.search_status import SearchStatus
from ui.create.sent_request import SentRequest
from ui.create.token_wait import TokenWait
from ui.texts.translate import error_texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from koodrive.creation.findings import LookResult
    from koodrive.rules.problems import Problems
    from ui.create.spec import FormAccess, FormFields
    from ui.session.session import Session
    from ui.widgets.banner import Banner


class Submission(QObject):
    """Sends a form to the service and shows the outcome in its banner.

    Args:
        form: Calls into the form.
        session: Connection and token in use.
        banner: Banner of the form.
        page: Widget that shows the banner; it owns this object.

    Signals:
        busy_changed: Whether a request of this form is under way (bool).
        accepted: The content of the form is sent or queued; the next name can be typed over it.
        settled: The `Outcome` of a request.
        earlier_open: Attempt ID of an earlier request of unknown outcome that this one has met (int, as object).
        found_out: The outcome of a lost request became known.
    """

    busy_changed = Signal(bool)
    accepted = Signal()
    settled = Signal(object)
    earlier_open = Signal(object)
    found_out = Signal()

    def __init__(self, form: FormAccess, session: Session, banner: Banner, page: QWidget) -> None:
        super().__init__(page)
        self._form = form
        self._session = session
        self.queue = PendingSubmissions(self)
        """Submits that are not created yet, without the one under way."""
        self.result = ResultBanner(banner, page)
        self.search_status = SearchStatus(self.result)
        self._token_wait = TokenWait(session, form.prompt, self)
        self._token_wait.resumed.connect(self._on_token_resumed)
        self._token_wait.cancelled.connect(self._on_token_cancelled)
        self.sent = SentRequest(session, form.lane_key, self)
        self.sent.succeeded.connect(self._on_succeeded)
        self.sent.failed.connect(self._on_failed)
        self.sent.finished.connect(self._on_finished)
        self.sent.takes_long.connect(self.result.show_still_waiting)
        self._stopped: BannerContent | None = None
        """Banner content about a request that has stopped the queue."""
        self.outcome: Outcome | None = None
        """The last outcome, as it is known now, until a new request is sent."""
        self._is_closed = False
        self._uncreated: PendingSubmission | None = None
        """Last submit, while it has created nothing and only the form holds its content."""
        self._may_take_focus = True
        """Whether the prompt may take the keyboard; not while the next name is typed."""
        session.current_changed.connect(self.on_edited)

    @property
    def is_busy(self) -> bool:
        """Whether a request of this form is under way."""
        return self.sent.is_under_way

    @property
    def is_form_under_way(self) -> bool:
        """Whether the request under way is the content of the form."""
        return self.is_busy and self.sent.is_same(self._form.request())

    @Slot()
    def submit(self) -> None:
        """Check the form and send it, or queue it while a request is under way.

        The duplicate check may refuse it.
        """
        self._submit()

    def close(self) -> None:
        """Send nothing more, as the application ends; the request under way continues."""
        self._is_closed = True
        self._token_wait.stop()

    def _submit(self, *, again: bool = False, anyway: bool = False, takes_focus: bool = False) -> None:
        if self._is_closed:
            return
        form, session = self._form, self._session
        self._may_take_focus = takes_focus = takes_focus or not form.queues_requests
        form.commit_typing()
        fields = form.fields()
        problems = form.spec.check(fields)
        if self.is_busy:
            self._enqueue(fields, problems)
        elif problems:
            self.result.show_content(result_texts.fields_to_correct(len(problems)))
            form.reveal_problems(problems)
        elif session.current is None or session.token is None:
            self.result.show_content(result_texts.connection_missing(session))
        else:
            request = form.spec.build(fields)
            is_again = again and self.sent.is_same(request)
            pending = PendingSubmission(fields, request, session.current, again=is_again)
            if session.is_token_expired and not anyway:
                self._submit_later(pending, takes_focus=takes_focus)
            else:
                self._send(pending, session.token)
            self.accepted.emit()

    def submit_again(self) -> None:
        """Send the request of the question without duplicate check: the form, or the first in the queue."""
        if self._is_first_in_question:
            self.queue.allow_first_again()
            self._stopped = None
            first = self.queue.first
            self.send_pending()
            if first is not None:
                self._emit_accepted(first)
        else:
            self._submit(again=True)

    def submit_attended(self) -> None:
        """Submit, and let the prompt take the keyboard, as the press was by the mouse."""
        self._submit(takes_focus=True)

    def submit_anyway(self) -> None:
        """Send the request that waits for a token with the present one."""
        pending, token = self._token_wait.pending, self._session.token
        is_queued = pending is not None and pending in self.queue.entries
        if pending is not None and is_queued and token is not None and not self._is_closed:
            self.queue.remove(pending)
            self._send(pending, token)
        else:
            self._submit(anyway=True)

    def cancel(self) -> None:
        """Cancel the request under way."""
        if self.is_busy:
            self.sent.cancel()
            self.result.show_cancelling()

    def _submit_later(self, pending: PendingSubmission, *, takes_focus: bool) -> None:
        """Ask for a token first; a request that already waits for one comes before `pending`."""
        first = self.queue.first
        is_same = self._uncreated is not None and self._uncreated.request == pending.request
        if first is None or is_same or not self.queue.is_for(pending.connection):
            self._wait_for_token(pending, takes_focus=takes_focus)
            self._uncreated = pending if self._form.queues_requests else None
            return
        self.queue.add(pending)
        if self._token_wait.pending is None or takes_focus:
            self._wait_for_token(first, takes_focus=takes_focus)

    # The queue -----------------------------------------------------------------------------------------------

    def _enqueue(self, fields: FormFields, problems: Problems) -> None:
        connection, request = self._session.current, self._form.spec.build(fields)
        if connection is None or not self._form.queues_requests:
            return
        if self.queue.first is None and self.sent.is_same(request):
            # Enter that is held, or pressed twice.
            return
        if problems:
            self._form.reveal_problems(problems)
            return
        self.queue.add(PendingSubmission(fields, request, connection))
        self.accepted.emit()

    def _emit_accepted(self, sent: PendingSubmission) -> None:
        """Emit `accepted` if the form holds a request that is sent or queued; the prompt had the keyboard."""
        if self._form.request() in [one.request for one in (sent, *self.queue.entries)]:
            self.accepted.emit()

    @property
    def _is_first_in_question(self) -> bool:
        """Whether the banner asks if the first in the queue may create one more."""
        first, stopped = self.queue.first, self._stopped
        is_asked = stopped is not None and BannerAction.AGAIN in stopped.keys and not self.is_busy
        return is_asked and first is not None and first.request == self.sent.request

    @Slot()
    def send_pending(self) -> None:
        """Send the first in the queue; the others follow, each after one that was created.

        The request that the banner asks about comes last, as it would stop the others again.
        """
        session = self._session
        if self._is_first_in_question:
            self.queue.move_first_to_end()
        if session.current is not None:
            self.queue.update_connection(session.current)
        first = self.queue.first
        if self.is_busy or self._is_closed or first is None:
            return
        if session.current is None or session.token is None:
            self.result.show_content(result_texts.connection_missing(session))
        elif session.current.account_key != first.connection.account_key:
            self.result.show_content(result_texts.belongs_to_other_connection(first.connection))
        elif session.is_token_expired:
            self._wait_for_token(first)
        else:
            self._may_take_focus = False
            self.queue.remove(first)
            self._send(first, session.token)

    @Slot()
    def remove_first_pending(self) -> PendingSubmission | None:
        """Remove and return the first in the queue; None when it is empty."""
        if self._token_wait.pending == self.queue.first:
            self._token_wait.stop()
        if self._is_first_in_question and self._stopped is not None and self.result.content is self._stopped:
            # The question goes with it.
            self.result.clear()
        return self.queue.pop_first()

    @Slot()
    def queue_uncreated(self) -> None:
        """Queue the last submit if it has created nothing, as the next name is typed over it.

        The banner keeps the reason; a question goes with the form that it was about, and is asked again.
        """
        content = self.result.content
        self._requeue_uncreated(keeps_reason=content is not None and BannerAction.AGAIN not in content.keys)

    def _requeue_uncreated(self, *, keeps_reason: bool) -> None:
        uncreated, self._uncreated = self._uncreated, None
        if uncreated is None or self.is_busy:
            return
        self.queue.insert_first(uncreated)
        self._stopped = None
        if keeps_reason and self.result.content is not None:
            self._stopped = result_texts.without_sending(self.result.content)
            self.result.show_content(self._stopped)

    def _continue_queue(self, *, has_form_moved_on: bool) -> None:
        """Send the next request, or queue the last one again if it has created nothing.

        Args:
            has_form_moved_on: Whether the form, which would offer to send it again, holds something else by now.
        """
        outcome, last, session = self.outcome, self.sent.last, self._session
        if outcome is not None and outcome.kind is OutcomeKind.CREATED:
            is_at_hand = session.current is not None and session.token is not None
            # An ID that the history could not store must not be replaced by the next result.
            if is_at_hand and outcome.journal_problem is None and self.queue.is_for(session.current):
                self.send_pending()
            return
        is_unknown = outcome is not None and outcome.kind is OutcomeKind.UNKNOWN
        if last is None or is_unknown or self.sent.was_cancelled or not self._form.queues_requests:
            return
        self._uncreated = replace(last, was_refused=outcome is not None and outcome.is_token_refused)
        if has_form_moved_on:
            self._requeue_uncreated(keeps_reason=True)

    # The request under way -------------------------------------------------------------------------------------

    def _wait_for_token(self, pending: PendingSubmission, *, takes_focus: bool = False) -> None:
        self.result.show_content(result_texts.token_expired(self._session))
        self._token_wait.start(pending, takes_focus=takes_focus)

    def _send(self, pending: PendingSubmission, token: str, *, is_token_fresh: bool = False) -> None:
        connection, now = pending.connection, datetime.now().astimezone()
        subject = result_texts.subject_text(pending.request, connection, f"{now:%H:%M}")
        self.result.set_subject(subject, connection)
        self.outcome = self._uncreated = None
        self._token_wait.stop()
        self.sent.send(pending, token, is_token_fresh=is_token_fresh)
        self.result.show_sending(accepts_next=self._form.queues_requests)
        self.busy_changed.emit(True)  # noqa: FBT003 - a signal takes no keywords

    @Slot(object)
    def _on_succeeded(self, outcome: Outcome) -> None:
        self.outcome = outcome
        if outcome.kind in {OutcomeKind.CREATED, OutcomeKind.UNKNOWN} and self.sent.last is not None:
            # The history has it, too, and shows its outcome.
            self._form.mark_saved(self.sent.last.fields)
        self.result.show_outcome(outcome, was_cancelled=self.sent.was_cancelled)
        if outcome.kind is not OutcomeKind.CREATED and outcome.retry_after is None:
            self.search_status.follow(outcome)
        self.settled.emit(outcome)
        if outcome.name_conflict_id is not None:
            self.earlier_open.emit(outcome.name_conflict_id)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, DuplicateRequestError) and self.sent.request is not None:
            self.result.show_content(result_texts.duplicate_found(error))
            kind, request = OutcomeKind.UNKNOWN, self.sent.request
            earlier = Outcome(kind, request, error.attempt_id, title=error.title, message=error.message)
            self.search_status.follow(earlier, repeats=True)
            if error.attempt_id is not None and error.object_id is None:
                self.earlier_open.emit(error.attempt_id)
            return
        self.result.show_content(BannerContent("problem", *error_texts(error)))
        if not isinstance(error, KoodriveError):
            self._session.runner.unhandled.emit(error)

    @Slot()
    def _on_finished(self) -> None:
        has_form_moved_on = self._form.request() != self.sent.request
        self.busy_changed.emit(False)  # noqa: FBT003 - a signal takes no keywords
        self._continue_queue(has_form_moved_on=has_form_moved_on)
        if has_form_moved_on or self._session.current != self.sent.connection:
            # Its actions would go to another service or user, or stand for something else.
            self.on_edited()
        self._wait_if_token_refused(has_form_moved_on=has_form_moved_on)

    def _wait_if_token_refused(self, *, has_form_moved_on: bool) -> None:
        outcome, last, session = self.outcome, self.sent.last, self._session
        if self._is_closed or outcome is None or last is None or session.current != last.connection:
            return
        if outcome.is_token_refused:
            is_fresh = last.has_had_fresh_token
            self.result.show_content(result_texts.token_rejected(outcome, session, is_fresh=is_fresh))
            self._token_wait.start(last, takes_focus=self._may_take_focus and not has_form_moved_on)

    @Slot(object)
    def _on_token_resumed(self, pending: PendingSubmission) -> None:
        session = self._session
        is_wanted = self._form.request() == pending.request or pending in self.queue.entries
        if self.is_busy:
            return
        if is_wanted and session.current == pending.connection and session.token is not None:
            # It has created nothing: it was held back, or refused.
            self.queue.remove(pending)
            self._send(pending, session.token, is_token_fresh=True)
            self._emit_accepted(pending)
        else:
            self.result.show_content(result_texts.token_fresh())

    @Slot(object)
    def _on_token_cancelled(self, pending: PendingSubmission) -> None:
        is_current = self._session.current == pending.connection
        if not pending.was_refused:
            self.result.clear()
        elif self.result.content is not None and is_current and pending not in self.queue.entries:
            self.result.show_content(result_texts.with_sign_in(self.result.content, self._session))
        self._form.focus_first()

    # After the outcome -----------------------------------------------------------------------------------------

    @Slot()
    def on_edited(self) -> None:
        """Remove actions for the former content from the banner; call it after every change."""
        content = self.result.content
        if content is None or self.is_busy:
            return
        self.result.mark_connection(self._session.current)
        if content is self._stopped and self.queue.entries:
            return
        if content.state == "problem" or not self.sent.is_same(self._form.request()):
            self.result.after_edit(self.outcome)

    def forget_result(self) -> None:
        """Clear the banner and `outcome`, unless a request is under way."""
        if not self.is_busy:
            self._token_wait.stop()
            self.outcome = self._uncreated = None
            self.result.clear()

    def show_finding(self, finding: LookResult) -> bool:
        """Show the result of a search, if the banner is about one of its attempts.

        Returns:
            Whether the banner shows it.
        """
        settled = self.search_status.show_finding(finding)
        if settled is None:
            return False
        self.outcome = settled
        if settled.kind is OutcomeKind.CREATED:
            self._uncreated = None
        if self.sent.last is not None and settled.kind is not OutcomeKind.UNKNOWN:
            self._form.mark_saved(self.sent.last.fields if settled.kind is OutcomeKind.CREATED else {})
        self.found_out.emit()
        return True
