"""One create, from the pressed button to the outcome in its banner; it may be sent again from there."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from koodrive.errors import DuplicateRequestError, KoodriveError
from koodrive.models import Outcome, OutcomeKind
from ui.create import result_texts, token_texts, undo_texts
from ui.create.banner_content import BannerAction
from ui.create.pending_submission import PendingSubmission
from ui.create.result_banner import ResultBanner
from ui.create.search_status import SearchStatus
from ui.create.sent_request import SentRequest
from ui.create.token_wait import TokenWait
from ui.create.undo_texts import KeptError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from koodrive.creation.findings import LookResult
    from ui.create.banner_content import BannerContent
    from ui.create.spec import FormAccess
    from ui.session.session import Session
    from ui.widgets.banner import Banner


class Submission(QObject):
    """Sends a form to the service, one request at a time, shows the outcome in its banner, and serves its actions.

    Args:
        form: Calls into the form.
        session: Connection and token in use.
        banner: Banner of the form.
        page: Widget that shows the banner; it owns this object.
        press: What was asked for, where the form is no more than that; it sends itself in its own way.

    Signals:
        busy_changed: Whether a request of this form is under way (bool).
        settled: The `Outcome` of a request.
        earlier_open: Attempt ID of an earlier request of unknown outcome that this one has met (int, as object).
        found_out: The outcome of a lost request became known.
        held_back: It was not sent, as there is no token for it now.
        declined: It was refused because of its token, and the user gives no other.
        history_requested: Attempt ID whose row the user wants to see (int, as object).
        connection_requested: The user wants to connect an account or give a token.
        shared_album_requested: `CreatedSharedFolder` in which the user wants a shared album, and its name.
        resolve_requested: Attempt ID that the user wants to find out about, or decide (int, as object).
        search_requested: Attempt ID to look for once more (int, as object).
        search_stop_requested: Attempt ID to look for no more (int, as object).
    """

    busy_changed = Signal(bool)
    settled = Signal(object)
    earlier_open = Signal(object)
    found_out = Signal()
    held_back = Signal()
    declined = Signal()
    history_requested = Signal(object)
    connection_requested = Signal()
    shared_album_requested = Signal(object, str)
    resolve_requested = Signal(object)
    search_requested = Signal(object)
    search_stop_requested = Signal(object)

    def __init__(
        self,
        form: FormAccess,
        session: Session,
        banner: Banner,
        page: QWidget,
        *,
        press: PendingSubmission | None = None,
    ) -> None:
        super().__init__(page)
        self._press = press
        self._form = form
        self._session = session
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
        self.outcome: Outcome | None = None
        """The last outcome, as it is known now, until a new request is sent."""
        self.may_be_sent_at = 0.0
        """When the service takes requests again after it has throttled this one, as `time.monotonic` has it."""
        """Value of `time.monotonic` before which the service would refuse any request."""
        self._is_closed = False
        self._may_take_focus = True
        """Whether the prompt may take the keyboard; not while the next name is typed."""
        banner.action_chosen.connect(self._on_action)
        session.current_changed.connect(self.on_edited)

    @property
    def is_busy(self) -> bool:
        """Whether a request of this form is under way."""
        return self.sent.is_under_way

    @property
    def awaits_token(self) -> bool:
        """Whether it is held back until there is a fresh token."""
        return self._token_wait.pending is not None

    @property
    def is_throttled(self) -> bool:
        """Whether the service would refuse any request for now."""
        return time.monotonic() < self.may_be_sent_at

    @property
    def is_in_question(self) -> bool:
        """Whether it was not sent, as it may make a second one of something."""
        content = self.result.content
        return not self.is_busy and content is not None and BannerAction.AGAIN in content.keys

    @property
    def holds_up_next(self) -> bool:
        """Whether the next request would meet what this one has met: no token, a service out of reach, throttling."""
        outcome = self.outcome
        if self.is_busy or self.awaits_token or self.is_throttled:
            return True
        return outcome is not None and outcome.kind is OutcomeKind.NOT_SENT and not self.sent.was_cancelled

    def close(self) -> None:
        """Send nothing more, as the application ends; the request under way continues."""
        self._is_closed = True
        self._token_wait.stop()

    def submit(self, *, again: bool = False, anyway: bool = False, takes_focus: bool = False) -> None:
        """Check the form and send it, unless a request is under way; the duplicate check may refuse it.

        Args:
            again: Whether the duplicate check is skipped, if the form still holds the request that it has refused.
            anyway: Whether it is sent with a token that has probably ended.
            takes_focus: Whether the prompt for a token may take the keyboard.
        """
        if self._is_closed or self.is_busy:
            return
        form, session = self._form, self._session
        self._may_take_focus = takes_focus = takes_focus or not form.is_typed_on
        form.commit_typing()
        fields = form.fields()
        problems = form.spec.check(fields)
        if problems:
            self.result.show_content(result_texts.fields_to_correct(len(problems)))
            form.reveal_problems(problems)
        elif session.current is None or session.token is None:
            self.result.show_content(result_texts.connection_missing(session))
            self.held_back.emit()
        else:
            request = form.spec.build(fields)
            is_again = again and self.sent.is_same(request)
            pending = PendingSubmission(form.spec, fields, request, session.current, again=is_again)
            if self._press is not None:
                pending = replace(self._press, connection=session.current, again=is_again)
            if session.is_token_expired and not anyway:
                self._wait_for_token(pending, takes_focus=takes_focus)
            else:
                self._send(pending, session.token)

    def cancel(self) -> None:
        """Cancel the request under way."""
        if self.is_busy:
            self.sent.cancel()
            self.result.show_cancelling()

    def show_settled(self, pending: PendingSubmission, outcome: Outcome, time_text: str) -> None:
        """Show an outcome that was known before, as after a restart.

        Args:
            pending: The request that was sent.
            outcome: Its outcome.
            time_text: When it was sent, as a clock shows it.
        """
        self.sent.last = replace(pending, was_refused=True)
        self._show_subject(pending, time_text)
        self._show_outcome(outcome)

    # The request under way -------------------------------------------------------------------------------------

    def _wait_for_token(self, pending: PendingSubmission, *, takes_focus: bool = False) -> None:
        self.result.show_content(token_texts.expired(self._session))
        self._token_wait.start(pending, takes_focus=takes_focus)

    def _send(self, pending: PendingSubmission, token: str, *, is_token_fresh: bool = False) -> None:
        self._show_subject(pending, f"{datetime.now().astimezone():%H:%M}")
        self.outcome = None
        self._token_wait.stop()
        self.sent.send(pending, token, is_token_fresh=is_token_fresh, queued_id=self._form.queued_id())
        self.result.show_sending(accepts_next=self._form.is_typed_on, is_undo=pending.is_undo)
        self.busy_changed.emit(True)  # noqa: FBT003 - a signal takes no keywords

    def _show_subject(self, pending: PendingSubmission, time_text: str) -> None:
        connection = pending.connection
        self.result.set_subject(result_texts.subject_text(pending.request, connection, time_text), connection)

    @Slot(object)
    def _on_succeeded(self, outcome: Outcome) -> None:
        if outcome.kind in {OutcomeKind.CREATED, OutcomeKind.UNKNOWN} and self.sent.last is not None:
            # The history has it, too, and shows its outcome.
            self._form.mark_saved(self.sent.last.fields)
        self.may_be_sent_at = time.monotonic() + (outcome.retry_after or 0.0)
        self._show_outcome(outcome)
        self.settled.emit(outcome)
        if outcome.name_conflict_id is not None:
            self.earlier_open.emit(outcome.name_conflict_id)

    def _show_outcome(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.result.show_outcome(outcome, was_cancelled=self.sent.was_cancelled)
        if outcome.kind not in {OutcomeKind.CREATED, OutcomeKind.DELETED} and outcome.retry_after is None:
            self.search_status.follow(outcome)

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
        if isinstance(error, KeptError):
            self.result.show_content(undo_texts.kept(error))
            for attempt_id in error.lost:
                self.earlier_open.emit(attempt_id)
            return
        self.result.show_content(result_texts.failed(error, offers_resend=self._form.is_typed_on))
        if not isinstance(error, KoodriveError):
            self._session.runner.unhandled.emit(error)

    @Slot()
    def _on_finished(self) -> None:
        has_form_moved_on = self._form.request() != self.sent.request
        if has_form_moved_on or self._session.current != self.sent.connection:
            # Its actions would go to another service or user, or stand for something else.
            self.on_edited()
        self._wait_if_token_refused(has_form_moved_on=has_form_moved_on)
        self.busy_changed.emit(self.is_busy)

    def _wait_if_token_refused(self, *, has_form_moved_on: bool) -> None:
        outcome, last, session = self.outcome, self.sent.last, self._session
        if self._is_closed or outcome is None or last is None or session.current != last.connection:
            return
        if outcome.is_token_refused:
            is_fresh = last.has_had_fresh_token
            self.result.show_content(token_texts.rejected(outcome, session, is_fresh=is_fresh))
            self._token_wait.start(last, takes_focus=self._may_take_focus and not has_form_moved_on)

    @Slot(object)
    def _on_token_resumed(self, pending: PendingSubmission) -> None:
        session, current = self._session, self._session.current
        if self.is_busy:
            return
        if (
            self._form.is_typed_on
            and current is not None
            and current.account_key == pending.connection.account_key
        ):
            # It goes with the settings that the connection has by now.
            pending = replace(pending, connection=current)
        is_wanted = self._form.request() == pending.request and current == pending.connection
        if is_wanted and session.token is not None:
            # It has created nothing: it was held back, or refused.
            self._send(pending, session.token, is_token_fresh=True)
        else:
            self.result.show_content(token_texts.fresh())
            self.held_back.emit()

    @Slot(object)
    def _on_token_cancelled(self, pending: PendingSubmission) -> None:
        is_current = self._session.current == pending.connection
        if not pending.was_refused:
            self.result.clear()
            self.held_back.emit()
        else:
            self.declined.emit()
            if self.result.content is not None and is_current:
                self.result.show_content(token_texts.with_sign_in(self.result.content, self._session))
        self._form.focus_first()

    # After the outcome -----------------------------------------------------------------------------------------

    @Slot()
    def on_edited(self) -> None:
        """Remove actions for the former content from the banner; call it after every change."""
        content = self.result.content
        if content is None or self.is_busy:
            return
        self.result.mark_connection(self._session.current)
        if self._form.is_typed_on:
            # Its content is that of the press, and its card is hidden while its account is not in use.
            return
        if content.state == "problem" or not self.sent.is_same(self._form.request()):
            self.result.after_edit(self.outcome)

    def forget_result(self) -> None:
        """Clear the banner and `outcome`, unless a request is under way."""
        if not self.is_busy:
            self._token_wait.stop()
            self.outcome = None
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
        if self.sent.last is not None and settled.kind is not OutcomeKind.UNKNOWN:
            self._form.mark_saved(self.sent.last.fields if settled.kind is OutcomeKind.CREATED else {})
        self.found_out.emit()
        return True

    # Actions of the banner -----------------------------------------------------------------------------------

    @Slot(str)
    def _on_action(self, key: str) -> None:
        actions: dict[str, Callable[[], object]] = {
            BannerAction.CANCEL: self.cancel,
            BannerAction.AGAIN: lambda: self.submit(again=True),
            BannerAction.RESEND: self.submit,
            BannerAction.SIGN_IN: lambda: self.submit(takes_focus=True),
            BannerAction.SEND_ANYWAY: lambda: self.submit(anyway=True),
            BannerAction.CONNECT: self._connect_account,
            BannerAction.OPEN_CONNECTION: self.connection_requested.emit,
            BannerAction.RELOAD_TOKEN: self._reload_token,
        }
        if key in actions:
            actions[key]()
        elif self.result.content is not None:
            self._use_content(key, self.result.content)

    def _use_content(self, key: str, content: BannerContent) -> None:
        outcome = self.outcome
        if key == BannerAction.COPY:
            QGuiApplication.clipboard().setText(content.result_id)
        elif key == BannerAction.HISTORY:
            self.history_requested.emit(content.attempt_id)
        elif key == BannerAction.RESOLVE:
            self.resolve_requested.emit(content.resolve_id)
        elif key == BannerAction.STOP_SEARCH:
            self.search_stop_requested.emit(content.follows)
        elif key == BannerAction.SEARCH:
            self.search_requested.emit(content.follows)
        elif key == BannerAction.SHARED_ALBUM and outcome is not None:
            self.shared_album_requested.emit(outcome.created, outcome.request.name or "")

    def _connect_account(self) -> None:
        if self._session.is_token_rejected:
            self._form.prompt().ask("")
        else:
            self.connection_requested.emit()

    def _reload_token(self) -> None:
        self.result.clear()
        self._form.focus_first()
        self._session.reload_token()
