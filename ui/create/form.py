"""What sends creates, a whole page or a step of one: fields with verdicts, a banner, one submit at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from ui.create.submission import Submission
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from koodrive.creation.findings import LookResult
    from koodrive.creation.search_schedule import Search
    from koodrive.models import CreateRequest, RequestKind
    from koodrive.rules.problems import FieldValue, Problems
    from ui.session.session import Session
    from ui.session.sign_in_prompt import SignInPrompt
    from ui.widgets.field import Field


class CreateForm(QFrame):
    """A form that creates one thing at a time.

    A subclass shows the fields that it gives to `add_field`, and says what they hold and how that is judged.

    Args:
        form: The first part of all object names.
        kind: What is created.
        session: Which connection is in use.

    Signals:
        history_requested: The attempt whose row the user wants to see (an int, as object).
        connection_requested: The user wants to connect an account or give a token.
        shared_album_requested: The `CreatedSharedFolder` in which the user wants a shared album.
        settled: An `Outcome` has arrived.
        resolve_requested: The attempt that the user wants to find out about, or decide (an int, as object).
        search_requested: The attempt that shall be looked for once more (likewise).
        search_stop_requested: The attempt that shall be looked for no more (likewise).
        earlier_open: The earlier attempt of unknown outcome that a request has met (likewise).
        edited: The `CreateRequest` that the form stands for now; not while its list cannot be told, or nobody
            sees the form.
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

    queues_requests = False
    """Whether what people press Create for meanwhile waits for the request under way, and is shown."""

    def __init__(self, form: str, kind: RequestKind, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.session = session
        self.banner = Banner(f"{form}.result")
        self._fields: dict[str, Field] = {}
        self._saved: dict[str, FieldValue] = {}
        self.submission = Submission(self)

    # What a subclass says about its form -----------------------------------------------------------------

    @property
    def lane_key(self) -> str:
        """Key of `Lane.CREATE`, so that forms do not wait for each other."""
        raise NotImplementedError

    @property
    def prompt(self) -> SignInPrompt:
        """Asks for a new token below the banner."""
        raise NotImplementedError

    @property
    def has_unsaved_input(self) -> bool:
        """Whether something is typed that would be lost with the form."""
        raise NotImplementedError

    def fields(self) -> dict[str, FieldValue]:
        """Return what the form holds now, by API field name, hidden fields included."""
        raise NotImplementedError

    def check(self, fields: dict[str, FieldValue]) -> Problems:
        """Return all problems of `fields`."""
        raise NotImplementedError

    def advise(self, fields: dict[str, FieldValue]) -> Problems:
        """Return what deserves a second look in `fields`."""
        raise NotImplementedError

    def request(self, fields: dict[str, FieldValue]) -> CreateRequest:
        """Return the request that `fields` stand for, complete or not."""
        raise NotImplementedError

    def names_list(self, problems: Problems) -> bool:
        """Return whether the form says which of the service's lists will show what it makes.

        Args:
            problems: Of the form as it is.
        """
        raise NotImplementedError

    def start_another(self) -> None:
        """Prepare the next one of the same sort."""
        raise NotImplementedError

    def commit_typing(self) -> None:
        """Take into `fields` what is typed but not yet part of them."""

    def scroll_to(self, field: Field) -> None:
        """Bring `field` into sight, where the form can be longer than its window."""

    # ---------------------------------------------------------------------------------------------------------

    def add_field(self, field: Field) -> None:
        """Judge `field` from now on; the order of the fields is that of focus and of problems."""
        self._fields[field.api_field] = field

    @Slot()
    def on_edited(self) -> None:
        """Judge the whole form anew and show it; to be called after every change."""
        fields = self.fields()
        problems = self._judge(fields)
        self.submission.on_edited()
        self.show_request(self.request(fields), problems)

    def _judge(self, fields: dict[str, FieldValue]) -> Problems:
        problems, advice = self.check(fields), self.advise(fields)
        for name, field in self._fields.items():
            field.set_verdict(problems.get(name), advice.get(name))
        return problems

    def show_request(self, request: CreateRequest, problems: Problems) -> None:
        """Show what the form stands for now, after every change; here only `edited` says it.

        Args:
            request: Complete or not.
            problems: Of the form as it is.
        """
        self._emit_if_visible(request, problems)

    @Slot()
    def emit_edited(self) -> None:
        """Say what the form stands for, as its list may have to be read."""
        fields = self.fields()
        self._emit_if_visible(self.request(fields), self.check(fields))

    def _emit_if_visible(self, request: CreateRequest, problems: Problems) -> None:
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

    def mark_saved(self, fields: dict[str, FieldValue]) -> None:
        """Take note that `fields` are kept elsewhere, so that nothing is lost with them."""
        self._saved = fields

    def focus_first(self) -> None:
        """Put the focus where typing begins."""
        self._fields["name"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_search(self, search: Search) -> None:
        """Say in the banner how far a search is, where the banner is about its attempt.

        Args:
            search: Of any attempt.
        """
        self.submission.show_search(search)

    def show_finding(self, finding: LookResult) -> bool:
        """Say in the banner how a search has ended, where the banner is about its attempt.

        Args:
            finding: For any attempts.

        Returns:
            Whether the banner says what was found.
        """
        return self.submission.show_finding(finding)
