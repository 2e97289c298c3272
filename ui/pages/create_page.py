"""What the two create pages share: fields with verdicts, one submit at a time, the banner and the preview."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.pages.form_content import FormContent
from ui.pages.form_frame import FormFrame
from ui.pages.one_press import OnePress
from ui.pages.submission import Submission
from ui.widgets.field import TextField
from ui.widgets.request_preview import RequestPreview

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from koodrive.findings import Finding
    from koodrive.models import RequestKind
    from koodrive.rules import FieldValue, Problems
    from ui.searches import Search
    from ui.session import Session
    from ui.widgets.field import Field
    from ui.widgets.sign_in_prompt import SignInPrompt


class CreatePage(FormFrame, FormContent):
    """A form that creates one thing at a time.

    A subclass builds its fields with `add_field`, says what they hold (`fields`) and how to fill them (`fill`),
    and names the rules that judge them.

    Args:
        kind: Which create this is; the first part of all object names.
        title: The heading.
        create_label: What the button says.
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
            sees the page.
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
        kind: RequestKind,
        title: str,
        create_label: str,
        session: Session,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kind, title, create_label, RequestPreview(kind, session), parent)
        self.kind = kind
        self.session = session
        self._fields: dict[str, Field] = {}
        self._kept: dict[str, FieldValue] = {}
        self._press = OnePress(self._create, self)
        self.submission = Submission(self)
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """Say what the form stands for, as its list may have to be read; see QWidget.showEvent."""
        super().showEvent(event)
        self._tell_request()

    def _connect(self) -> None:
        self._press.pressed.connect(self.submission.submit)
        self._clear.clicked.connect(self._on_clear)
        self._preview_toggle.toggled.connect(self._on_preview_toggled)
        self.submission.busy_changed.connect(self._on_busy_changed)
        self.session.current_changed.connect(self._update_preview)
        self.session.token_changed.connect(self._tell_request)

    @cached_property
    def prompt(self) -> SignInPrompt:
        """Asks for a new token below the banner."""
        from ui.widgets.sign_in_prompt import SignInPrompt  # noqa: PLC0415 - not needed to start

        prompt = SignInPrompt(self.kind.value, self.session)
        self.add_below_banner(prompt)
        fields = [widget for field in self._fields.values() for widget in focusable(field)]
        for before, after in pairwise([*fields[-1:], *focusable(prompt), self._clear]):
            QWidget.setTabOrder(before, after)
        return prompt

    # What a subclass says about its form -----------------------------------------------------------------

    def fill(self, fields: dict[str, FieldValue]) -> None:
        """Put `fields` into the form; missing ones become empty or their default."""
        raise NotImplementedError

    def names_list(self, problems: Problems) -> bool:  # noqa: ARG002 - some subclasses need it
        """Return whether the form says which of the service's lists will show what it makes.

        Args:
            problems: Of the form as it is.
        """
        return True

    # ---------------------------------------------------------------------------------------------------------

    def add_field(self, field: Field) -> None:
        """Put `field` below the ones that are there; their order is the order of focus and of problems."""
        self._fields[field.api_field] = field
        self._form_layout.addWidget(field)
        if isinstance(field, TextField):
            self._press.add_line(field.line)

    def chain_focus(self) -> None:
        """Give Tab the order that the eye has; to be called when all fields are there."""
        fields = [widget for field in self._fields.values() for widget in focusable(field)]
        chain = [self._preview_toggle, *fields, self._clear, self._create, *focusable(self.preview)]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)
        self.banner.set_tab_anchor(fields[-1])
        self.setFocusProxy(self._fields["name"].editor)

    def field(self, api_field: str) -> Field:
        """Return the field with the API's name `api_field`."""
        return self._fields[api_field]

    @property
    def has_unsaved_input(self) -> bool:
        """Whether something is typed that would be lost with the form."""
        return self.fields() not in (self._kept, self._empty)

    def holds(self, fields: dict[str, FieldValue]) -> bool:
        """Return whether `fill` with `fields` would change nothing."""
        empty = self._empty
        told = {name: value for name, value in fields.items() if value and name in empty}
        return self.fields() == empty | told

    @property
    def _empty(self) -> dict[str, FieldValue]:
        raise NotImplementedError

    @Slot()
    def on_edited(self) -> None:
        """Judge the whole form anew and show it; to be called after every change."""
        fields = self.fields()
        problems, advice = self.check(fields), self.advise(fields)
        for name, field in self._fields.items():
            field.set_verdict(problems.get(name), advice.get(name))
        request = self.request(fields)
        self.preview.show_request(request, len(problems))
        self.submission.on_edited()
        if self.isVisible() and self.names_list(problems):
            self.edited.emit(request)

    def reveal_problems(self, problems: Problems) -> None:
        """Show all problems and move the focus to the first."""
        for field in self._fields.values():
            field.reveal()
        first = next((field for name, field in self._fields.items() if name in problems), None)
        if first is not None:
            first.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            # After the banner has taken its room.
            QTimer.singleShot(0, first, lambda: self._scroll.ensureWidgetVisible(first))

    def start_fresh(self, fields: dict[str, FieldValue] | None = None) -> None:
        """Empty the form and the banner, as after Clear.

        Args:
            fields: What to put into the form instead of nothing, as for `fill`.
        """
        self.submission.forget_result()
        self.fill(self._empty if fields is None else fields)
        for name, field in self._fields.items():
            field.conceal()
            if fields and fields.get(name):
                # Nobody is at typing it, so its problems are told at once.
                field.reveal()
        self.keep(self.fields())
        self.focus_first()

    def keep(self, fields: dict[str, FieldValue]) -> None:
        """Take note that `fields` are kept elsewhere, so that nothing is lost with them."""
        self._kept = fields

    @Slot(object)
    def show_search(self, search: Search) -> None:
        """Say in the banner how far a search is, where the banner is about its attempt.

        Args:
            search: Of any attempt.
        """
        self.submission.show_search(search)

    @Slot(object)
    def show_finding(self, finding: Finding) -> bool:
        """Say in the banner how a search has ended, where the banner is about its attempt.

        Args:
            finding: For any attempts.

        Returns:
            Whether the banner says what was found.
        """
        return self.submission.show_finding(finding)

    def start_another(self) -> None:
        """Prepare the next one of the same sort: only the name is emptied."""
        self.start_fresh({**self.fields(), "name": ""})

    def focus_first(self) -> None:
        """Put the focus where typing begins."""
        self._fields["name"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_clear(self) -> None:
        self.start_fresh()

    @Slot(bool)
    def _on_preview_toggled(self, shown: bool) -> None:  # noqa: FBT001 - the signature of Qt's signal
        self.preview.setVisible(shown)
        self._update_preview()

    @Slot()
    def _update_preview(self) -> None:
        fields = self.fields()
        self.preview.show_request(self.request(fields), len(self.check(fields)))

    @Slot()
    def _tell_request(self) -> None:
        fields = self.fields()
        if self.isVisible() and self.names_list(self.check(fields)):
            self.edited.emit(self.request(fields))

    @Slot(bool)
    def _on_busy_changed(self, busy: bool) -> None:  # noqa: FBT001 - the signature of Qt's signal
        self._form.setEnabled(not busy)
        self._create.setEnabled(not busy)
        self._clear.setEnabled(not busy)
        if self.isVisible() and self.isActiveWindow():
            # A form that is disabled loses the focus; the banner is where things go on.
            self.banner.focus_action()


def focusable(root: QWidget) -> list[QWidget]:
    """Return `root` and what is in it, in the order of creation, as far as Tab stops there."""
    return [
        widget
        for widget in (root, *root.findChildren(QWidget))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    ]
