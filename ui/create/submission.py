"""One submit of a form: from the pressed button to the outcome in the banner, never two at once."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from koodrive.errors import DuplicateRequestError, KoodriveError
from koodrive.models import Outcome, OutcomeKind
from ui.create import result_texts
from ui.create.pending_submissions import PendingSubmissions
from ui.create.result_actions import ResultActions
from ui.create.result_banner import ResultBanner, SearchStatus
from ui.create.result_texts import AGAIN, BannerContent
from ui.create.sent_request import SentRequest
from ui.create.token_wait import PendingSubmission, TokenWait
from ui.texts.translate import problem_words, translate

if TYPE_CHECKING:
    from koodrive.creation.findings import LookResult
    from koodrive.creation.search_schedule import Search
    from koodrive.messages import Message
    from koodrive.models import Connection
    from koodrive.rules.problems import FieldValue, Problems
    from ui.create.form import CreateForm


class Submission(QObject):
    """Carries a page's form to the service and tells in its banner what became of it.

    Args:
        page: Whose fields, banner and connection are used; it owns this object.

    Signals:
        busy_changed: Whether a request of this form is under way.
        accepted: What the form holds is sent, or waits to be; the next one can be typed over it.
    """

    busy_changed = Signal(bool)
    accepted = Signal()

    def __init__(self, page: CreateForm) -> None:
        super().__init__(page)
        self._page = page
        self.queue = PendingSubmissions(page, self)
        """What people have pressed Create for and what is not created yet, without what is under way."""
        self._result = ResultBanner(page.banner, page)
        self._follower = SearchStatus(self._result)
        self._token_wait = TokenWait(page)
        self._token_wait.resumed.connect(self._on_token_resumed)
        self._token_wait.cancelled.connect(self._on_token_cancelled)
        self._sent = SentRequest(page, self)
        self._sent.succeeded.connect(self._on_succeeded)
        self._sent.failed.connect(self._on_failed)
        self._sent.finished.connect(self._on_finished)
        self._sent.takes_long.connect(self._result.show_still_waiting)
        self._stopped: BannerContent | None = None
        """What the banner says of a request that has stopped those that wait."""
        self._outcome: Outcome | None = None
        self._is_closed = False
        self._uncreated: PendingSubmission | None = None
        """What people have pressed Create for and what has made nothing, while nothing but the form holds it."""
        self._may_take_focus = True
        """Whether the keyboard may go to the prompt; by no means while people type the next name."""
        ResultActions(self, page, self._result)
        page.session.current_changed.connect(self.on_edited)

    @property
    def is_busy(self) -> bool:
        """Whether a request of this form is under way."""
        return self._sent.is_under_way

    @property
    def is_form_under_way(self) -> bool:
        """Whether that request is what the form holds."""
        return self.is_busy and self._sent.is_as(self._page.fields())

    @property
    def outcome(self) -> Outcome | None:
        """The last outcome, as it is known now, until a new request is sent."""
        return self._outcome

    @property
    def sent_connection(self) -> Connection | None:
        """With which connection the last request was sent, or kept from being sent as a repetition."""
        return self._sent.connection

    @property
    def pending(self) -> tuple[PendingSubmission, ...]:
        """What waits, in the order in which it is created."""
        return self.queue.entries

    def show_content(self, content: BannerContent) -> None:
        """Say in the banner what keeps the form from being sent."""
        self._result.show_content(content)

    @Slot()
    def submit(self) -> None:
        """Check the form and send it; while a request is under way, it waits for that.

        The duplicate check may refuse what repeats another.
        """
        self._submit(again=False)

    def close(self) -> None:
        """Send nothing more for good, as the application ends; what is under way goes on."""
        self._is_closed = True
        self._token_wait.stop()

    def _submit(self, *, again: bool = False, anyway: bool = False, takes_focus: bool = False) -> None:
        if self._is_closed:
            return
        page, session = self._page, self._page.session
        self._may_take_focus = takes_focus = takes_focus or not page.queues_requests
        page.commit_typing()
        fields = page.fields()
        problems = page.check(fields)
        if self.is_busy:
            self._enqueue(fields, problems)
        elif problems:
            self._result.show_content(
                BannerContent(
                    "problem",
                    self.tr("Fields to correct: {count}").format(count=len(problems)),
                    self.tr("Nothing was sent. Each field says what is wrong."),
                )
            )
            page.reveal_problems(problems)
        elif session.current is None or session.token is None:
            self._result.show_content(result_texts.connection_missing(session))
        else:
            pending = PendingSubmission(fields, session.current, again=again and self._sent.is_as(fields))
            if session.is_token_expired and not anyway:
                self._submit_later(pending, takes_focus=takes_focus)
            else:
                self._send(pending, session.token)
            self.accepted.emit()

    def submit_again(self) -> None:
        """Send what the question was about although that may make one more: the form, or the first of what waits."""
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
        """Do as `submit`, and let the keyboard go to the prompt where a token is needed, as nobody types blindly."""
        self._submit(takes_focus=True)

    def submit_anyway(self) -> None:
        """Send what is held back with the present token."""
        pending, token = self._token_wait.pending, self._page.session.token
        if (
            pending is not None
            and pending in self.queue.entries
            and token is not None
            and not self._is_closed
        ):
            self.queue.remove(pending)
            self._send(pending, token)
        else:
            self._submit(anyway=True)

    def cancel(self) -> None:
        """Wait no longer for the answer to the request under way."""
        if self.is_busy:
            self._sent.cancel()
            self._result.show_cancelling()

    def _submit_later(self, pending: PendingSubmission, *, takes_focus: bool) -> None:
        """Ask for a token first; what waits for one already comes before `pending`."""
        page, first = self._page, self.queue.first
        is_waiting_already = self._uncreated is not None and page.request(
            self._uncreated.fields
        ) == page.request(pending.fields)
        if first is None or is_waiting_already or not self.queue.is_for(pending.connection):
            self._wait_for_token(pending, takes_focus=takes_focus)
            self._uncreated = pending if page.queues_requests else None
            return
        self.queue.add(pending)
        if self._token_wait.pending is None or takes_focus:
            self._wait_for_token(first, takes_focus=takes_focus)

    # What waits for the request under way ------------------------------------------------------------------------

    def _enqueue(self, fields: dict[str, FieldValue], problems: Problems) -> None:
        page, connection = self._page, self._page.session.current
        if connection is None or not page.queues_requests:
            return
        if self.queue.first is None and self._sent.is_as(fields):
            # Enter that is held, or pressed twice.
            return
        if problems:
            page.reveal_problems(problems)
            return
        self.queue.add(PendingSubmission(fields, connection, again=False))
        self.accepted.emit()

    def _emit_accepted(self, sent: PendingSubmission) -> None:
        """Tell that the form holds what is sent or waits, as the keyboard has been elsewhere in between."""
        request = self._page.request
        if request(self._page.fields()) in [request(one.fields) for one in (sent, *self.pending)]:
            self.accepted.emit()

    @property
    def _is_first_in_question(self) -> bool:
        """Whether the banner asks if the first of what waits may make one more."""
        first, stopped = self.queue.first, self._stopped
        is_asked = stopped is not None and AGAIN in stopped.keys and not self.is_busy
        return is_asked and first is not None and self._page.request(first.fields) == self._sent.request

    @Slot()
    def send_pending(self) -> None:
        """Send the first of what waits; the others follow by themselves, each after one that was created.

        What the banner asks about comes last, as it would stop the others again.
        """
        session = self._page.session
        if self._is_first_in_question:
            self.queue.move_first_to_end()
        if session.current is not None:
            self.queue.update_connection(session.current)
        first = self.queue.first
        if self.is_busy or self._is_closed or first is None:
            return
        if session.current is None or session.token is None:
            self._result.show_content(result_texts.connection_missing(session))
        elif session.current.account_key != first.connection.account_key:
            self._result.show_content(result_texts.belongs_to_other_connection(first.connection))
        elif session.is_token_expired:
            self._wait_for_token(first)
        else:
            self._may_take_focus = False
            self.queue.remove(first)
            self._send(first, session.token)

    @Slot()
    def discard_first_pending(self) -> None:
        """Forget the first of what waits."""
        self.remove_first_pending()

    def remove_first_pending(self) -> PendingSubmission | None:
        """Let the first of what waits wait no more, and return it."""
        if self._token_wait.pending == self.queue.first:
            self._token_wait.stop()
        if self._is_first_in_question and self._stopped is not None and self._result.content is self._stopped:
            # The question goes with it.
            self._result.clear()
        return self.queue.pop_first()

    @Slot()
    def queue_uncreated(self) -> None:
        """Let what has made nothing wait, as people type the next one over it.

        The banner goes on saying why; but a question goes with the form that it was about, and is asked again.
        """
        content = self._result.content
        self._requeue_uncreated(keeps_reason=content is not None and AGAIN not in content.keys)

    def _requeue_uncreated(self, *, keeps_reason: bool) -> None:
        uncreated, self._uncreated = self._uncreated, None
        if uncreated is None or self.is_busy:
            return
        self.queue.insert_first(uncreated)
        self._stopped = None
        if keeps_reason and self._result.content is not None:
            self._stopped = result_texts.without_sending(self._result.content)
            self._result.show_content(self._stopped)

    def _continue_queue(self, *, has_form_moved_on: bool) -> None:
        """Send what waits, or let what was sent wait before it where that has made nothing.

        Args:
            has_form_moved_on: Whether the form, which would offer to send it again, holds something else by now.
        """
        outcome, session = self._outcome, self._page.session
        if outcome is not None and outcome.kind is OutcomeKind.CREATED:
            is_at_hand = session.current is not None and session.token is not None
            # An ID that the history could not take must not be replaced by what comes next.
            if is_at_hand and outcome.journal_problem is None and self.queue.is_for(session.current):
                self.send_pending()
            return
        is_unknown = outcome is not None and outcome.kind is OutcomeKind.UNKNOWN
        refused = self._sent.refused
        if refused is None or is_unknown or self._sent.was_cancelled or not self._page.queues_requests:
            return
        self._uncreated = replace(refused, was_refused=outcome is not None and outcome.is_token_refused)
        if has_form_moved_on:
            self._requeue_uncreated(keeps_reason=True)

    # What is sent -------------------------------------------------------------------------------------------------

    def _wait_for_token(self, pending: PendingSubmission, *, takes_focus: bool = False) -> None:
        self._result.show_content(result_texts.token_expired(self._page.session))
        self._token_wait.start(pending, takes_focus=takes_focus)

    def _send(self, pending: PendingSubmission, token: str, *, is_token_fresh: bool = False) -> None:
        connection = pending.connection
        subject = result_texts.subject_text(
            self._page.request(pending.fields), connection, f"{datetime.now().astimezone():%H:%M}"
        )
        self._result.set_subject(subject, connection)
        self._outcome = self._uncreated = None
        self._token_wait.stop()
        self._sent.send(pending, token, is_token_fresh=is_token_fresh)
        self._result.show_sending(accepts_next=self._page.queues_requests)
        self.busy_changed.emit(True)  # noqa: FBT003 - a signal takes no keywords

    @Slot(object)
    def _on_succeeded(self, outcome: Outcome) -> None:
        self._outcome = outcome
        if outcome.kind in {OutcomeKind.CREATED, OutcomeKind.UNKNOWN}:
            # What may have been made is in the history, too, and people are told there what became of it.
            self._page.mark_saved(self._sent.fields or {})
        if outcome.kind is OutcomeKind.CREATED:
            self._result.show_content(result_texts.created(outcome))
        elif outcome.retry_after is not None:
            self._result.count_down(
                partial(result_texts.throttled, outcome), time.monotonic() + outcome.retry_after
            )
        else:
            # After a cancel it would stand where Cancel was, for the second click of a double click.
            offers_resend = outcome.kind is OutcomeKind.NOT_SENT and not self._sent.was_cancelled
            self._result.show_content(result_texts.not_created(outcome, offers_resend=offers_resend))
            self._follower.follow(outcome)
        self._page.settled.emit(outcome)
        if outcome.name_conflict_id is not None:
            self._page.earlier_open.emit(outcome.name_conflict_id)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, DuplicateRequestError) and self._sent.request is not None:
            self._result.show_content(result_texts.duplicate_found(error))
            earlier = Outcome(
                OutcomeKind.UNKNOWN,
                self._sent.request,
                error.attempt_id,
                title=error.title,
                message=error.message,
            )
            self._follower.follow(earlier, repeats=True)
            if error.attempt_id is not None and error.object_id is None:
                self._page.earlier_open.emit(error.attempt_id)
            return
        self._result.show_content(BannerContent("problem", *problem_words(error)))
        if not isinstance(error, KoodriveError):
            self._page.session.runner.unhandled.emit(error)

    @Slot()
    def _on_finished(self) -> None:
        page = self._page
        has_form_moved_on = page.request(page.fields()) != self._sent.request
        self.busy_changed.emit(False)  # noqa: FBT003 - as above
        self._continue_queue(has_form_moved_on=has_form_moved_on)
        if has_form_moved_on or page.session.current != self._sent.connection:
            # What it offers would go to another service or user, or stand for something else.
            self.on_edited()
        self._wait_if_token_refused(has_form_moved_on=has_form_moved_on)

    def _wait_if_token_refused(self, *, has_form_moved_on: bool) -> None:
        outcome, refused, session = self._outcome, self._sent.refused, self._page.session
        if self._is_closed or outcome is None or refused is None or session.current != refused.connection:
            return
        if outcome.is_token_refused:
            is_fresh = refused.has_had_fresh_token
            self._result.show_content(result_texts.token_rejected(outcome, session, is_fresh=is_fresh))
            self._token_wait.start(refused, takes_focus=self._may_take_focus and not has_form_moved_on)

    @Slot(object)
    def _on_token_resumed(self, pending: PendingSubmission) -> None:
        page, session = self._page, self._page.session
        is_the_same = (
            page.request(page.fields()) == page.request(pending.fields) or pending in self.queue.entries
        ) and session.current == pending.connection
        if is_the_same and session.token is not None and not self.is_busy:
            # It made nothing: it was held back, or refused.
            self.queue.remove(pending)
            self._send(pending, session.token, is_token_fresh=True)
            self._emit_accepted(pending)
        elif not self.is_busy:
            self._result.show_content(result_texts.token_fresh())

    @Slot(object)
    def _on_token_cancelled(self, pending: PendingSubmission) -> None:
        content = self._result.content
        if not pending.was_refused:
            self._result.clear()
        elif (
            content is not None
            and self._page.session.current == pending.connection
            and pending not in self.queue.entries
        ):
            self._result.show_content(result_texts.with_sign_in(content, self._page.session))
        self._page.focus_first()

    # What comes afterwards ------------------------------------------------------------------------------------

    @Slot()
    def on_edited(self) -> None:
        """Take back what the banner offers for the form as it was; to be called after every change."""
        content = self._result.content
        if content is None or self.is_busy:
            return
        self._result.mark_connection(self._page.session.current)
        if content is self._stopped and self.queue.entries:
            return
        if content.state == "problem" or not self._sent.is_as(self._page.fields()):
            self._result.after_edit(self._outcome)

    def forget_result(self) -> None:
        """Say nothing more about the last request, neither in the banner nor as `outcome`, unless it is under way."""
        if self.is_busy:
            return
        self._token_wait.stop()
        self._outcome = self._uncreated = None
        self._result.clear()

    def add_remark(self, attempt_id: int | None, remark: Message) -> None:
        """Say something that was noticed later about a create, where the banner is about that.

        Args:
            attempt_id: Which create.
            remark: What was noticed.
        """
        content = self._result.content
        if content is not None and content.attempt_id == attempt_id and content.state == OutcomeKind.CREATED:
            remarks = " ".join(filter(None, (content.remark, translate(remark))))
            self._result.show_content(replace(content, remark=remarks))

    def show_search(self, search: Search) -> None:
        """See `ui.create.form.CreateForm.show_search`."""
        self._follower.show_search(search)

    def show_finding(self, finding: LookResult) -> bool:
        """See `ui.create.form.CreateForm.show_finding`."""
        settled = self._follower.show_finding(finding)
        if settled is None:
            return False
        self._outcome = settled
        if settled.kind is OutcomeKind.CREATED:
            self._uncreated = None
        if self._sent.fields is not None and settled.kind is not OutcomeKind.UNKNOWN:
            self._page.mark_saved(self._sent.fields if settled.kind is OutcomeKind.CREATED else {})
        return True
