"""What the two create pages share: a form that fills the page, with the preview beside it."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Slot
from PySide6.QtWidgets import QLineEdit, QRadioButton, QVBoxLayout, QWidget

from ui.create.form import CreateForm
from ui.create.layout import FormLayout
from ui.create.request_preview import RequestPreview
from ui.create.submit_button import SubmitTrigger
from ui.create.token_wait import PendingSubmission
from ui.fields.space_field import SpaceField
from ui.widgets.field import TextField

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from koodrive.models import CreateRequest, RequestKind
    from koodrive.rules.problems import FieldValue, Problems
    from ui.create.pending_line import PendingLine
    from ui.session.session import Session
    from ui.session.sign_in_prompt import SignInPrompt
    from ui.widgets.field import Field


class CreatePage(CreateForm):
    """A form as a page.

    A subclass builds its fields with `add_field`, says what they hold (`fields`) and how to fill them (`fill`).

    Args:
        kind: Which create this is; the first part of all object names.
        title: The heading.
        create_label: What the button says.
        session: Which connection is in use.
    """

    queues_requests = True

    def __init__(
        self,
        kind: RequestKind,
        title: str,
        create_label: str,
        session: Session,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kind.value, kind, session, parent)
        self.preview = RequestPreview(kind, session)
        self._frame = FormLayout(kind.value, title, create_label, banner=self.banner, preview=self.preview)
        self._trigger = SubmitTrigger(self._frame.create_button, self)
        self._is_name_selected = False
        """Whether the next key replaces the whole name."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._frame)
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """Say what the form stands for, as its list may have to be read; see QWidget.showEvent."""
        super().showEvent(event)
        self.emit_edited()

    def _connect(self) -> None:
        self._trigger.pressed.connect(self._on_pressed)
        self._frame.clear_button.clicked.connect(self._on_clear)
        self._frame.preview_button.toggled.connect(self._on_preview_toggled)
        self.submission.busy_changed.connect(self._on_busy_changed)
        self.submission.queue.changed.connect(self._show_pending)
        self.submission.accepted.connect(self._on_accepted)
        self.session.current_changed.connect(self._update_preview)
        self.session.token_changed.connect(self.emit_edited)

    @property
    def lane_key(self) -> str:
        """Key of `Lane.CREATE`."""
        return self.kind.value

    @cached_property
    def prompt(self) -> SignInPrompt:
        """Asks for a new token below the banner."""
        from ui.session.sign_in_prompt import SignInPrompt  # noqa: PLC0415 - not needed to start

        prompt = SignInPrompt(self.kind.value, self.session)
        self._frame.add_below_banner(prompt)
        fields = [widget for field in self._fields.values() for widget in focusable(field)]
        for before, after in pairwise([*fields[-1:], *focusable(prompt)]):
            QWidget.setTabOrder(before, after)
        # The banner that says why stands above the prompt.
        self.banner.set_tab_anchor(fields[-1])
        return prompt

    # What a subclass says about its form -----------------------------------------------------------------

    def fill(self, fields: dict[str, FieldValue]) -> None:
        """Put `fields` into the form; missing ones become empty or their default."""
        raise NotImplementedError

    @property
    def _empty(self) -> dict[str, FieldValue]:
        """What the fields hold at first."""
        raise NotImplementedError

    # ---------------------------------------------------------------------------------------------------------

    def add_field(self, field: Field) -> None:
        """Put `field` below the ones that are there; see `CreateForm.add_field`."""
        super().add_field(field)
        self._frame.add_field(field)
        if isinstance(field, TextField):
            self._trigger.add_line(field.line)
            if field.api_field == "name":
                # Qt tells the change of the text before that of the selection.
                field.line.selectionChanged.connect(self._on_name_selected)
                field.line.textEdited.connect(self._on_name_edited)

    def chain_focus(self) -> None:
        """Give Tab the order that the eye has; to be called when all fields are there."""
        fields = [widget for field in self._fields.values() for widget in focusable(field)]
        chain = [
            self._frame.preview_button,
            *fields,
            self._frame.clear_button,
            self._frame.create_button,
            *focusable(self.preview),
        ]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)
        self.banner.set_tab_anchor(fields[-1])
        self.first_input: QWidget = self._fields["name"].editor
        self.banner.set_fallback_focus(self.first_input)

    def field(self, api_field: str) -> Field:
        """Return the field with the API's name `api_field`."""
        return self._fields[api_field]

    @property
    def has_unsaved_input(self) -> bool:
        """Whether something is typed that would be lost with other content; what waits is not."""
        return self.fields() not in (self._saved, self._empty)

    def holds(self, fields: dict[str, FieldValue]) -> bool:
        """Return whether `fill` with `fields` would change nothing."""
        empty = self._empty
        given = {name: value for name, value in fields.items() if value and name in empty}
        return self.fields() == empty | given

    def names_list(self, problems: Problems) -> bool:  # noqa: ARG002 - some subclasses need it
        """Return whether the list is known, as it is where there is one only; see `CreateForm.names_list`."""
        return True

    def show_request(self, request: CreateRequest, problems: Problems) -> None:
        """Show what would be sent, too; see `CreateForm.show_request`."""
        self.preview.show_request(request, len(problems))
        super().show_request(request, problems)

    def scroll_to(self, field: Field) -> None:
        """Bring `field` into sight, after the banner has taken its room; see `CreateForm.scroll_to`."""
        QTimer.singleShot(0, field, lambda: self._frame.scroll_to(field))

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
        self.mark_saved(self.fields())
        self.focus_first()

    def start_another(self) -> None:
        """Prepare the next one of the same sort: only the name is emptied, unless it is already another one."""
        outcome = self.submission.outcome
        fields, made = self.fields(), outcome.request.name if outcome is not None else None
        is_other = made is not None and fields["name"] != made
        self.start_fresh(fields if is_other else {**fields, "name": ""})
        if is_other:
            # It has made nothing yet.
            self.mark_saved({**self.fields(), "name": ""})

    @Slot()
    def _on_pressed(self) -> None:
        if self._trigger.is_by_mouse:
            self.submission.submit_attended()
        else:
            self.submission.submit()

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

    @Slot(bool)
    def _on_busy_changed(self, busy: bool) -> None:  # noqa: FBT001 - the signature of Qt's signal
        if busy and self.window().focusWidget() in (self._frame.create_button, self._frame.clear_button):
            # A blank of the next name would press it.
            self.focus_first()
        self._show_pending()

    # What waits for the request under way --------------------------------------------------------------------

    @cached_property
    def _pending_line(self) -> PendingLine:
        from ui.create.pending_line import PendingLine  # noqa: PLC0415 - not needed to start

        line = PendingLine(self.kind.value)
        self._frame.add_below_banner(line)
        last_field = focusable(list(self._fields.values())[-1])[-1]
        for before, after in pairwise([last_field, *focusable(line)]):
            QWidget.setTabOrder(before, after)
        self.banner.set_tab_anchor(last_field)
        line.continue_requested.connect(self.submission.send_pending)
        line.edit_requested.connect(self._on_edit_pending)
        line.discard_requested.connect(self.submission.discard_first_pending)
        return line

    @Slot()
    def _show_pending(self) -> None:
        pending = self.submission.pending
        if pending or "_pending_line" in vars(self):
            names = [str(one.fields.get("name", "")) for one in pending]
            self._pending_line.show_names(names, is_running=self.submission.is_busy)

    @Slot()
    def _on_edit_pending(self) -> None:
        """Change places: what waits first comes into the form, and what the form holds waits instead."""
        fields, pending = self.fields(), self.submission.pending
        requests = [self.request(one.fields) for one in pending]
        is_own_input = (
            bool(fields.get("name")) and fields != self._saved and self.request(fields) not in requests
        )
        problems = self.check(fields)
        if is_own_input and problems:
            self.reveal_problems(problems)
            return
        first = self.submission.remove_first_pending()
        if first is None:
            return
        if is_own_input:
            self.submission.queue.insert_first(PendingSubmission(fields, first.connection, again=False))
        self.start_fresh(first.fields)
        # It has made nothing yet.
        self.mark_saved({})

    @Slot()
    def _on_accepted(self) -> None:
        if self.window().focusWidget() in (self._frame.create_button, self._frame.clear_button):
            # A blank of the next name would press it.
            self.focus_first()
        name = self._fields["name"]
        if isinstance(name, TextField):
            # The next key begins the next name.
            name.line.selectAll()

    @Slot()
    def _on_name_selected(self) -> None:
        line = self.sender()
        self._is_name_selected = isinstance(line, QLineEdit) and line.selectedText() == line.text() != ""

    @Slot(str)
    def _on_name_edited(self, name: str) -> None:
        if self._is_name_selected and name:
            self.submission.queue_uncreated()


class SpacePage(CreatePage):
    """A `CreatePage` with a `SpaceField`."""

    def _space_field(self, label: str, help_text: str) -> SpaceField:
        """Build the field for the space.

        Args:
            label: What stands above it.
            help_text: What its line says while nothing is known of the ID.
        """
        self._space = SpaceField(self.kind.value, self.session, label=label, help_text=help_text)
        self.add_field(self._space)
        self._space.line.textChanged.connect(self.on_edited)
        self._space.filled.connect(self._on_space_filled)
        self.submission.busy_changed.connect(self._space.set_frozen)
        return self._space

    @property
    def has_unsaved_input(self) -> bool:
        """Whether something is typed that would be lost; see `CreatePage.has_unsaved_input`."""
        return self._typed(self.fields()) not in (self._typed(self._saved), self._empty)

    def holds(self, fields: dict[str, FieldValue]) -> bool:
        """Return whether `fill` with `fields` would lose nothing; see `CreatePage.holds`."""
        empty = self._empty
        given = {name: value for name, value in self._typed(fields).items() if value and name in empty}
        return self._typed(self.fields()) == empty | given

    def start_another(self) -> None:
        """Keep the space as what it is: filled in, or typed; see `CreatePage.start_another`."""
        was_automatic = self._space.is_automatic
        super().start_another()
        if was_automatic:
            self._space.set_text("")

    def _typed(self, fields: dict[str, FieldValue]) -> dict[str, FieldValue]:
        """Return `fields` without a space that comes back by itself."""
        space = str(fields.get("containerId") or "")
        return {**fields, "containerId": ""} if self._space.is_given(space) else fields

    @Slot()
    def _on_space_filled(self) -> None:
        # Nobody has edited anything, and the list of the form is still the same.
        with QSignalBlocker(self):
            self.on_edited()


def focusable(root: QWidget) -> list[QWidget]:
    """Return `root` and what is in it, in the order of creation, as far as Tab stops there, now or later."""
    return [widget for widget in (root, *root.findChildren(QWidget)) if _can_be_stop(widget)]


def _can_be_stop(widget: QWidget) -> bool:
    # Tab stops at the one of several options that is chosen.
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or isinstance(widget, QRadioButton)
