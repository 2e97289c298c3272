"""The create pages: a form that fills the page, with the preview beside it."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Slot
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget

from ui.create.form import CreateForm
from ui.create.layout import FormLayout
from ui.create.pending_line import PendingLine
from ui.create.pending_submissions import PendingSubmission
from ui.create.request_preview import RequestPreview
from ui.create.submit_button import SubmitTrigger
from ui.fields.space_field import SpaceField
from ui.session.sign_in_prompt import SignInPrompt
from ui.widgets.field import TextField
from ui.widgets.layouts import column

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from koodrive.models import CreateRequest
    from ui.create.spec import FormFields, FormSpec
    from ui.session.services import Services
    from ui.widgets.field import Field


class CreatePage(CreateForm):
    """A form as a page, with a field for the space.

    A subclass builds its fields with `add_field` and ends with `_complete`.

    Args:
        spec: Kind of create; its value is the first part of all object names.
        title: Heading.
        create_label: Label of the button.
        services: Session, spaces and renewal.
    """

    def __init__(
        self, spec: FormSpec, title: str, create_label: str, services: Services, parent: QWidget | None = None
    ) -> None:
        name = spec.kind.value
        super().__init__(name, spec, services, lane_key=name, queues_requests=True, parent=parent)
        self.preview = RequestPreview(name, self.session)
        self._frame = FormLayout(name, title, create_label, banner=self.banner, preview=self.preview)
        self._trigger = SubmitTrigger(self._frame.create_button, self)
        self._is_name_selected = False
        """Whether the next key replaces the whole name."""
        column(self._frame, parent=self)
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """Emit `edited`, as the list of the form may have to be read."""
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

    @cached_property
    def prompt(self) -> SignInPrompt:
        """Asks for a new token below the banner."""
        prompt = SignInPrompt(self.kind.value, self.services)
        self._frame.add_below_banner(prompt)
        fields = [widget for field in self._fields.values() for widget in focusable(field)]
        set_tab_order(*fields[-1:], *focusable(prompt))
        # The banner with the reason stands above the prompt.
        self.banner.set_tab_anchor(fields[-1])
        return prompt

    def add_field(self, field: Field) -> None:
        """Add `field` below the others."""
        super().add_field(field)
        self._frame.add_field(field)
        if isinstance(field, TextField):
            self._trigger.add_line(field.line)
            if field.api_field == "name":
                # Qt emits textChanged before selectionChanged.
                field.line.selectionChanged.connect(self._on_name_selected)
                field.line.textEdited.connect(self._on_name_edited)

    def add_space(self, label: str, help_text: str) -> SpaceField:
        """Add the field for the space.

        Args:
            label: Label above it.
            help_text: Help while nothing is known about the ID.
        """
        self._space = SpaceField(self.kind.value, self.services.spaces, label=label, help_text=help_text)
        self.add_field(self._space)
        self._space.filled.connect(self._on_space_filled)
        self.submission.busy_changed.connect(self._space.set_frozen)
        return self._space

    def _complete(self) -> None:
        """Set the order of Tab and the empty content, once all fields are there."""
        self._empty: FormFields = {**self.fields(), "containerId": ""}
        fields = [widget for field in self._fields.values() for widget in focusable(field)]
        set_tab_order(
            self._frame.preview_button,
            *fields,
            self._frame.clear_button,
            self._frame.create_button,
            *focusable(self.preview),
        )
        self.banner.set_tab_anchor(fields[-1])
        self.first_input: QWidget = self._fields["name"].editor
        self.banner.set_fallback_focus(self.first_input)
        self.start_fresh()

    def field(self, api_field: str) -> Field:
        """Return the field with the API's name `api_field`."""
        return self._fields[api_field]

    @property
    def has_unsaved_input(self) -> bool:
        """Whether typed content would be lost with other content; queued content is not."""
        return self._typed(self.fields()) not in (self._typed(self._saved), self._empty)

    def holds(self, fields: FormFields) -> bool:
        """Return whether `fill` with `fields` would lose nothing."""
        given = {name: value for name, value in self._typed(fields).items() if value and name in self._empty}
        return self._typed(self.fields()) == self._empty | given

    def _typed(self, fields: FormFields) -> FormFields:
        """Return `fields` without a space that is filled in automatically."""
        space = str(fields.get("containerId") or "")
        return {**fields, "containerId": ""} if self._space.is_given(space) else fields

    def fill(self, fields: FormFields) -> None:
        """Put `fields` into the form; missing ones become empty or their default."""
        for name, default in self._empty.items():
            self._fields[name].set_value(fields.get(name) or default)
        self.on_edited()

    def show_request(self, request: CreateRequest, problem_count: int) -> None:
        """Preview the request."""
        self.preview.show_request(request, problem_count)

    def scroll_to(self, field: Field) -> None:
        """Make `field` visible, after the banner has taken its room."""
        QTimer.singleShot(0, field, lambda: self._frame.scroll_to(field))

    def start_fresh(self, fields: FormFields | None = None) -> None:
        """Empty the form and the banner, as after Clear.

        Args:
            fields: New content, see `fill`.
        """
        self.submission.forget_result()
        self.fill(self._empty if fields is None else fields)
        for name, field in self._fields.items():
            field.conceal()
            if fields and fields.get(name):
                # It was not typed, so its problems are shown at once.
                field.reveal()
        self.mark_saved(self.fields())
        self.focus_first()

    def start_another(self) -> None:
        """Prepare the next one of the same sort: only the name is emptied, unless it is already another one."""
        outcome = self.submission.outcome
        was_automatic = self._space.is_automatic
        fields, made = self.fields(), outcome.request.name if outcome is not None else None
        is_other = made is not None and fields["name"] != made
        self.start_fresh(fields if is_other else {**fields, "name": ""})
        if is_other:
            # It has made nothing yet.
            self.mark_saved({**self.fields(), "name": ""})
        if was_automatic:
            self._space.set_text("")

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
        self.preview.show_request(self.spec.build(fields), len(self.spec.check(fields)))

    def _leave_buttons(self) -> None:
        """Move the focus from a button to the name: a blank of the next name would press it."""
        if self.window().focusWidget() in (self._frame.create_button, self._frame.clear_button):
            self.focus_first()

    @Slot(bool)
    def _on_busy_changed(self, busy: bool) -> None:  # noqa: FBT001 - the signature of Qt's signal
        if busy:
            self._leave_buttons()
        self._show_pending()

    # Queued requests -----------------------------------------------------------------------------------------

    @cached_property
    def _pending_line(self) -> PendingLine:
        line = PendingLine(self.kind.value)
        self._frame.add_below_banner(line)
        last_field = focusable(list(self._fields.values())[-1])[-1]
        set_tab_order(last_field, *focusable(line))
        self.banner.set_tab_anchor(last_field)
        line.continue_requested.connect(self.submission.send_pending)
        line.edit_requested.connect(self._on_edit_pending)
        line.discard_requested.connect(self.submission.remove_first_pending)
        return line

    @Slot()
    def _show_pending(self) -> None:
        pending = self.submission.queue.entries
        if pending or "_pending_line" in vars(self):
            names = [str(one.fields.get("name", "")) for one in pending]
            self._pending_line.show_names(names, is_running=self.submission.is_busy)

    @Slot()
    def _on_edit_pending(self) -> None:
        """Exchange the first queued request and the content of the form."""
        fields = self.fields()
        request, problems = self.spec.build(fields), self.spec.check(fields)
        is_own_input = (
            bool(fields.get("name"))
            and fields != self._saved
            and request not in [one.request for one in self.submission.queue.entries]
        )
        if is_own_input and problems:
            self.reveal_problems(problems)
            return
        first = self.submission.remove_first_pending()
        if first is None:
            return
        if is_own_input:
            self.submission.queue.insert_first(PendingSubmission(fields, request, first.connection))
        self.start_fresh(first.fields)
        # It has made nothing yet.
        self.mark_saved({})

    @Slot()
    def _on_accepted(self) -> None:
        self._leave_buttons()
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

    @Slot()
    def _on_space_filled(self) -> None:
        # The user has edited nothing, and the list of the form is the same.
        with QSignalBlocker(self):
            self.on_edited()


def set_tab_order(*widgets: QWidget) -> None:
    """Let Tab go from each of `widgets` to the next."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def focusable(root: QWidget) -> list[QWidget]:
    """Return `root` and its descendants that can be Tab stops, in the order of creation."""
    return [widget for widget in (root, *root.findChildren(QWidget)) if _can_be_stop(widget)]


def _can_be_stop(widget: QWidget) -> bool:
    # Tab stops at the one of several options that is chosen.
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or isinstance(widget, QRadioButton)
