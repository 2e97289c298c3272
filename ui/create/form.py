"""Base class of everything that sends creates: a page, or a step of the recipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from ui.create.banner_content import BannerAction
from ui.create.spec import FormAccess, FormSpec
from ui.create.submission import Submission
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.models import CreateRequest
    from koodrive.rules.problems import Problems
    from ui.create.banner_content import BannerContent
    from ui.create.spec import FormFields
    from ui.session.services import Services
    from ui.session.sign_in_prompt import SignInPrompt
    from ui.widgets.field import Field


class CreateForm(QFrame):
    """Fields with verdicts, a banner, and one submission at a time.

    A subclass shows the fields that it gives to `add_field`.

    Args:
        name: First part of all object names.
        spec: Kind of create.
        services: Session, and what renews its token.
        lane_key: Key of `Lane.CREATE`, so that forms do not wait for each other.
        queues_requests: Whether a submit during a request is queued.

    Signals:
        history_requested: Attempt ID whose row the user wants to see (int, as object).
        connection_requested: The user wants to connect an account or give a token.
        shared_album_requested: `CreatedSharedFolder` in which the user wants a shared album.
        settled: An `Outcome` has arrived.
        resolve_requested: Attempt ID that the user wants to find out about, or decide (int, as object).
        search_requested: Attempt ID to look for once more (int, as object).
        search_stop_requested: Attempt ID to look for no more (int, as object).
        earlier_open: Attempt ID of an earlier request of unknown outcome that a request has met (int, as object).
        edited: `CreateRequest` that the form stands for now; not emitted while its list is unknown, or the form
            hidden.
    """

    history_requested = Signal(object)
    connection_requested = Signal()
    shared_album_requested = Signal(object)
    settled = Signal(object)
    resolve_requested = Signal(object)
    search_requested = Signal(object)
    search_stop_requested = Signal(object)
    earlier_open = Signal(object)
    edited = Signal(object)

    def __init__(
        self,
        name: str,
        spec: FormSpec,
        services: Services,
        *,
        lane_key: str,
        queues_requests: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.spec = spec
        self.kind = spec.kind
        self.services = services
        self.session = session = services.session
        self.banner = Banner(f"{name}.result")
        self.banner.action_chosen.connect(self._on_action)
        self._fields: dict[str, Field] = {}
        self._saved: FormFields = {}
        access = FormAccess(
            spec,
            lane_key,
            queues_requests,
            self.fields,
            self.commit_typing,
            self.reveal_problems,
            self.mark_saved,
            self.focus_first,
            prompt=lambda: self.prompt,
        )
        self.submission = Submission(access, session, self.banner, self)
        self.submission.settled.connect(self.settled)
        self.submission.earlier_open.connect(self.earlier_open)

    # To be overridden -----------------------------------------------------------------------------------------

    @property
    def prompt(self) -> SignInPrompt:
        """Sign-in prompt below the banner."""
        raise NotImplementedError

    @property
    def has_unsaved_input(self) -> bool:
        """Whether typed content would be lost with the form."""
        raise NotImplementedError

    def start_another(self) -> None:
        """Prepare the next create of the same sort."""
        raise NotImplementedError

    def names_list(self, problems: Problems) -> bool:  # noqa: ARG002 - some subclasses need it
        """Return whether it is known which of the service's lists will show the created object.

        Args:
            problems: Problems of the form as it is.
        """
        return True

    def commit_typing(self) -> None:
        """Take over typed text that is not part of `fields` yet."""

    def show_request(self, request: CreateRequest, problem_count: int) -> None:
        """Preview the request that the form stands for, after every change."""

    def scroll_to(self, field: Field) -> None:
        """Make `field` visible, where the form can be longer than its window."""

    # ---------------------------------------------------------------------------------------------------------

    def add_field(self, field: Field) -> None:
        """Judge `field` from now on; the order of the fields is that of focus and of problems."""
        self._fields[field.api_field] = field
        if field.edited is not None:
            field.edited.connect(self.on_edited)

    def fields(self) -> FormFields:
        """Return the content by API field name, hidden fields included."""
        return {name: field.value for name, field in self._fields.items() if field.value is not None}

    @Slot()
    def on_edited(self) -> None:
        """Judge the whole form anew; call it after every change."""
        fields = self.fields()
        problems = self._judge(fields)
        self.submission.on_edited()
        request = self.spec.build(fields)
        self.show_request(request, len(problems))
        self._emit_edited(request, problems)

    def _judge(self, fields: FormFields) -> Problems:
        problems, advice = self.spec.check(fields), self.spec.advise(fields)
        for name, field in self._fields.items():
            field.set_verdict(problems.get(name), advice.get(name))
        return problems

    @Slot()
    def emit_edited(self) -> None:
        """Emit `edited`, as the list of the form may have to be read."""
        fields = self.fields()
        self._emit_edited(self.spec.build(fields), self.spec.check(fields))

    def _emit_edited(self, request: CreateRequest, problems: Problems) -> None:
        if self.isVisible() and self.names_list(problems):
            self.edited.emit(request)

    def reveal_problems(self, problems: Problems) -> None:
        """Show all problems and move the focus to the first."""
        # Nothing may have been typed so far.
        self._judge(self.fields())
        for field in self._fields.values():
            field.reveal()
        first = next((field for name, field in self._fields.items() if name in problems), None)
        if first is not None:
            first.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.scroll_to(first)

    def mark_saved(self, fields: FormFields) -> None:
        """Set the content that is stored elsewhere, so that nothing is lost with it."""
        self._saved = fields

    def focus_first(self) -> None:
        """Move the focus to the name."""
        self._fields["name"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # Actions of the banner -----------------------------------------------------------------------------------

    @Slot(str)
    def _on_action(self, key: str) -> None:
        submission = self.submission
        actions: dict[str, Callable[[], object]] = {
            BannerAction.CANCEL: submission.cancel,
            BannerAction.ANOTHER: self.start_another,
            BannerAction.AGAIN: submission.submit_again,
            BannerAction.RESEND: submission.submit,
            BannerAction.SIGN_IN: submission.submit_attended,
            BannerAction.SEND_ANYWAY: submission.submit_anyway,
            BannerAction.CONNECT: self._connect_account,
            BannerAction.OPEN_CONNECTION: self.connection_requested.emit,
            BannerAction.RELOAD_TOKEN: self._reload_token,
        }
        if key in actions:
            actions[key]()
        elif submission.result.content is not None:
            self._use_content(key, submission.result.content)

    def _use_content(self, key: str, content: BannerContent) -> None:
        outcome = self.submission.outcome
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
            self.shared_album_requested.emit(outcome.created)

    def _connect_account(self) -> None:
        if self.session.is_token_rejected:
            self.prompt.ask("")
        else:
            self.connection_requested.emit()

    def _reload_token(self) -> None:
        self.submission.result.clear()
        self.focus_first()
        self.session.reload_token()
