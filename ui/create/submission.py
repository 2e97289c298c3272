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
from ui.create.result_actions import ResultActions
from ui.create.result_banner import ResultBanner, SearchStatus
from ui.create.result_texts import AGAIN, BannerContent
from ui.create.sent_request import SentRequest
from ui.create.token_wait import PendingSubmission, TokenWait
from ui.create.waiting_creates import WaitingCreates
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
        taken: What the form holds is sent, or waits to be; the next one can be typed over it.
    """

    busy_changed = Signal(bool)
    taken = Signal()

    def __init__(self, page: CreateForm) -> None:
        super().__init__(page)
        self._page = page
        self.queue = WaitingCreates(page, self)
        """What people have pressed Create for and what is not created yet, without what is under way."""
        self._result = ResultBanner(page.banner, page)
        self._follower = SearchStatus(self._result)
        self._pause = TokenWait(page)
        self._pause.over.connect(self._on_pause_over)
        self._pause.given_up.connect(self._on_pause_given_up)
        self._sent = SentRequest(page, self)
        self._sent.succeeded.connect(self._on_succeeded)
        self._sent.failed.connect(self._on_failed)
        self._sent.finished.connect(self._on_finished)
        self._sent.takes_long.connect(self._result.say_still_waiting)
        self._stopped: BannerContent | None = None
        """What the banner says of a request that has stopped those that wait."""
        self._outcome: Outcome | None = None
        self._is_closed = False
        self._unmade: PendingSubmission | None = None
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
    def waiting(self) -> tuple[PendingSubmission, ...]:
        """What waits, in the order in which it is created."""
        return self.queue.entries

    def say(self, told: BannerContent) -> None:
        """Say in the banner what keeps the form from being sent."""
        self._result.say(told)

    @Slot()
    def submit(self) -> None:
        """Check the form and send it; while a request is under way, it waits for that.

        The duplicate check may refuse what repeats another.
        """
        self._submit(again=False)

    def close(self) -> None:
        """Send nothing more for good, as the application ends; what is under way goes on."""
        self._is_closed = True
        self._pause.end()

    def _submit(self, *, again: bool = False, anyway: bool = False, takes_focus: bool = False) -> None:
        if self._is_closed:
            return
        page, session = self._page, self._page.session
        self._may_take_focus = takes_focus = takes_focus or not page.lets_wait
        page.commit_typing()
        fields = page.fields()
        problems = page.check(fields)
        if self.is_busy:
            self._append(fields, problems)
        elif problems:
            self._result.say(
                BannerContent(
                    "problem",
                    self.tr("Fields to correct: {count}").format(count=len(problems)),
                    self.tr("Nothing was sent. Each field says what is wrong."),
                )
            )
            page.reveal_problems(problems)
        elif session.current is None or session.token is None:
            self._result.say(result_texts.connection_missing(session))
        else:
            waiting = PendingSubmission(fields, session.current, again=again and self._sent.is_as(fields))
            if session.is_token_expired and not anyway:
                self._submit_later(waiting, takes_focus=takes_focus)
            else:
                self._send(waiting, session.token)
            self.taken.emit()

    def submit_again(self) -> None:
        """Send what the question was about although that may make one more: the form, or the first of what waits."""
        if self._is_first_in_question:
            self.queue.let_first_repeat()
            self._stopped = None
            first = self.queue.first
            self.send_waiting()
            if first is not None:
                self._tell_taken(first)
        else:
            self._submit(again=True)

    def submit_attended(self) -> None:
        """Do as `submit`, and let the keyboard go to the prompt where a token is needed, as nobody types blindly."""
        self._submit(takes_focus=True)

    def submit_anyway(self) -> None:
        """Send what is held back with the present token."""
        held, token = self._pause.waiting, self._page.session.token
        if held is not None and held in self.queue.entries and token is not None and not self._is_closed:
            self.queue.take(held)
            self._send(held, token)
        else:
            self._submit(anyway=True)

    def cancel(self) -> None:
        """Wait no longer for the answer to the request under way."""
        if self.is_busy:
            self._sent.cancel()
            self._result.say_cancelling()

    def _submit_later(self, waiting: PendingSubmission, *, takes_focus: bool) -> None:
        """Ask for a token first; what waits for one already comes before `waiting`."""
        page, first = self._page, self.queue.first
        is_held = self._unmade is not None and page.request(self._unmade.fields) == page.request(
            waiting.fields
        )
        if first is None or is_held or not self.queue.is_for(waiting.connection):
            self._hold_back(waiting, takes_focus=takes_focus)
            self._unmade = waiting if page.lets_wait else None
            return
        self.queue.add(waiting)
        if self._pause.waiting is None or takes_focus:
            self._hold_back(first, takes_focus=takes_focus)

    # What waits for the request under way ------------------------------------------------------------------------

    def _append(self, fields: dict[str, FieldValue], problems: Problems) -> None:
        page, connection = self._page, self._page.session.current
        if connection is None or not page.lets_wait:
            return
        if self.queue.first is None and self._sent.is_as(fields):
            # Enter that is held, or pressed twice.
            return
        if problems:
            page.reveal_problems(problems)
            return
        self.queue.add(PendingSubmission(fields, connection, again=False))
        self.taken.emit()

    def _tell_taken(self, sent: PendingSubmission) -> None:
        """Tell that the form holds what is sent or waits, as the keyboard has been elsewhere in between."""
        request = self._page.request
        if request(self._page.fields()) in [request(one.fields) for one in (sent, *self.waiting)]:
            self.taken.emit()

    @property
    def _is_first_in_question(self) -> bool:
        """Whether the banner asks if the first of what waits may make one more."""
        first, stopped = self.queue.first, self._stopped
        is_asked = stopped is not None and AGAIN in stopped.keys and not self.is_busy
        return is_asked and first is not None and self._page.request(first.fields) == self._sent.request

    @Slot()
    def send_waiting(self) -> None:
        """Send the first of what waits; the others follow by themselves, each after one that was created.

        What the banner asks about comes last, as it would stop the others again.
        """
        session = self._page.session
        if self._is_first_in_question:
            self.queue.put_first_last()
        if session.current is not None:
            self.queue.bring_up_to_date(session.current)
        first = self.queue.first
        if self.is_busy or self._is_closed or first is None:
            return
        if session.current is None or session.token is None:
            self._result.say(result_texts.connection_missing(session))
        elif session.current.place != first.connection.place:
            self._result.say(result_texts.waits_for_other_connection(first.connection))
        elif session.is_token_expired:
            self._hold_back(first)
        else:
            self._may_take_focus = False
            self.queue.take(first)
            self._send(first, session.token)

    @Slot()
    def discard_waiting(self) -> None:
        """Forget the first of what waits."""
        self.take_first_waiting()

    def take_first_waiting(self) -> PendingSubmission | None:
        """Let the first of what waits wait no more, and return it."""
        if self._pause.waiting == self.queue.first:
            self._pause.end()
        if self._is_first_in_question and self._stopped is not None and self._result.told is self._stopped:
            # The question goes with it.
            self._result.clear()
        return self.queue.take_first()

    @Slot()
    def let_unmade_wait(self) -> None:
        """Let what has made nothing wait, as people type the next one over it.

        The banner goes on saying why; but a question goes with the form that it was about, and is asked again.
        """
        told = self._result.told
        self._put_back(keeps_reason=told is not None and AGAIN not in told.keys)

    def _put_back(self, *, keeps_reason: bool) -> None:
        unmade, self._unmade = self._unmade, None
        if unmade is None or self.is_busy:
            return
        self.queue.put_first(unmade)
        self._stopped = None
        if keeps_reason and self._result.told is not None:
            self._stopped = result_texts.without_sending(self._result.told)
            self._result.say(self._stopped)

    def _go_on(self, *, has_form_moved_on: bool) -> None:
        """Send what waits, or let what was sent wait before it where that has made nothing.

        Args:
            has_form_moved_on: Whether the form, which would offer to send it again, holds something else by now.
        """
        outcome, session = self._outcome, self._page.session
        if outcome is not None and outcome.kind is OutcomeKind.CREATED:
            is_at_hand = session.current is not None and session.token is not None
            # An ID that the history could not take must not be replaced by what comes next.
            if is_at_hand and outcome.journal_problem is None and self.queue.is_for(session.current):
                self.send_waiting()
            return
        is_unknown = outcome is not None and outcome.kind is OutcomeKind.UNKNOWN
        refused = self._sent.refused
        if refused is None or is_unknown or self._sent.was_cancelled or not self._page.lets_wait:
            return
        self._unmade = replace(refused, was_refused=outcome is not None and outcome.is_token_refused)
        if has_form_moved_on:
            self._put_back(keeps_reason=True)

    # What is sent -------------------------------------------------------------------------------------------------

    def _hold_back(self, waiting: PendingSubmission, *, takes_focus: bool = False) -> None:
        self._result.say(result_texts.token_over(self._page.session))
        self._pause.begin(waiting, takes_focus=takes_focus)

    def _send(self, waiting: PendingSubmission, token: str, *, is_token_fresh: bool = False) -> None:
        connection = waiting.connection
        subject = result_texts.subject_words(
            self._page.request(waiting.fields), connection, f"{datetime.now().astimezone():%H:%M}"
        )
        self._result.set_subject(subject, connection)
        self._outcome = self._unmade = None
        self._pause.end()
        self._sent.send(waiting, token, is_token_fresh=is_token_fresh)
        self._result.say_sending(lets_type=self._page.lets_wait)
        self.busy_changed.emit(True)  # noqa: FBT003 - a signal takes no keywords

    @Slot(object)
    def _on_succeeded(self, outcome: Outcome) -> None:
        self._outcome = outcome
        if outcome.kind in {OutcomeKind.CREATED, OutcomeKind.UNKNOWN}:
            # What may have been made is in the history, too, and people are told there what became of it.
            self._page.keep(self._sent.fields or {})
        if outcome.kind is OutcomeKind.CREATED:
            self._result.say(result_texts.created(outcome))
        elif outcome.retry_after is not None:
            self._result.count_down(
                partial(result_texts.throttled, outcome), time.monotonic() + outcome.retry_after
            )
        else:
            # After a cancel it would stand where Cancel was, for the second click of a double click.
            offers_resend = outcome.kind is OutcomeKind.NOT_SENT and not self._sent.was_cancelled
            self._result.say(result_texts.not_created(outcome, offers_resend=offers_resend))
            self._follower.follow(outcome)
        self._page.settled.emit(outcome)
        if outcome.name_conflict_id is not None:
            self._page.earlier_open.emit(outcome.name_conflict_id)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, DuplicateRequestError) and self._sent.request is not None:
            self._result.say(result_texts.repeated(error))
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
        self._result.say(BannerContent("problem", *problem_words(error)))
        if not isinstance(error, KoodriveError):
            self._page.session.runner.unhandled.emit(error)

    @Slot()
    def _on_finished(self) -> None:
        page = self._page
        has_form_moved_on = page.request(page.fields()) != self._sent.request
        self.busy_changed.emit(False)  # noqa: FBT003 - as above
        self._go_on(has_form_moved_on=has_form_moved_on)
        if has_form_moved_on or page.session.current != self._sent.connection:
            # What it offers would go to another service or user, or stand for something else.
            self.on_edited()
        self._pause_if_refused(has_form_moved_on=has_form_moved_on)

    def _pause_if_refused(self, *, has_form_moved_on: bool) -> None:
        outcome, refused, session = self._outcome, self._sent.refused, self._page.session
        if self._is_closed or outcome is None or refused is None or session.current != refused.connection:
            return
        if outcome.is_token_refused:
            is_fresh = refused.has_had_fresh_token
            self._result.say(result_texts.token_refused(outcome, session, is_fresh=is_fresh))
            self._pause.begin(refused, takes_focus=self._may_take_focus and not has_form_moved_on)

    @Slot(object)
    def _on_pause_over(self, waiting: PendingSubmission) -> None:
        page, session = self._page, self._page.session
        is_the_same = (
            page.request(page.fields()) == page.request(waiting.fields) or waiting in self.queue.entries
        ) and session.current == waiting.connection
        if is_the_same and session.token is not None and not self.is_busy:
            # It made nothing: it was held back, or refused.
            self.queue.take(waiting)
            self._send(waiting, session.token, is_token_fresh=True)
            self._tell_taken(waiting)
        elif not self.is_busy:
            self._result.say(result_texts.token_fresh())

    @Slot(object)
    def _on_pause_given_up(self, waiting: PendingSubmission) -> None:
        told = self._result.told
        if not waiting.was_refused:
            self._result.clear()
        elif (
            told is not None
            and self._page.session.current == waiting.connection
            and waiting not in self.queue.entries
        ):
            self._result.say(result_texts.with_sign_in(told, self._page.session))
        self._page.focus_first()

    # What comes afterwards ------------------------------------------------------------------------------------

    @Slot()
    def on_edited(self) -> None:
        """Take back what the banner offers for the form as it was; to be called after every change."""
        told = self._result.told
        if told is None or self.is_busy:
            return
        self._result.mark_connection(self._page.session.current)
        if told is self._stopped and self.queue.entries:
            return
        if told.state == "problem" or not self._sent.is_as(self._page.fields()):
            self._result.after_edit(self._outcome)

    def forget_result(self) -> None:
        """Say nothing more about the last request, neither in the banner nor as `outcome`, unless it is under way."""
        if self.is_busy:
            return
        self._pause.end()
        self._outcome = self._unmade = None
        self._result.clear()

    def add_remark(self, attempt_id: int | None, said: Message) -> None:
        """Say something that was noticed later about a create, where the banner is about that.

        Args:
            attempt_id: Which create.
            said: What was noticed.
        """
        told = self._result.told
        if told is not None and told.attempt_id == attempt_id and told.state == OutcomeKind.CREATED:
            remark = " ".join(filter(None, (told.remark, translate(said))))
            self._result.say(replace(told, remark=remark))

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
            self._unmade = None
        if self._sent.fields is not None and settled.kind is not OutcomeKind.UNKNOWN:
            self._page.keep(self._sent.fields if settled.kind is OutcomeKind.CREATED else {})
        return True
