"""The create pages: a form that fills the page; Create hands its content on and keeps the form free."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QRadioButton, QWidget

from koodrive.core.lazy import load
from ui.create import result_texts
from ui.create.banner_content import BannerAction
from ui.create.form import CreateForm
from ui.create.layout import FormLayout
from ui.create.pending_submission import PendingSubmission
from ui.create.request_preview import RequestPreview
from ui.fields.name_field import NameField
from ui.fields.space_field import SpaceField
from ui.inputs.field import TextField
from ui.inputs.submit_trigger import SubmitTrigger
from ui.widgets.banner import Banner
from ui.widgets.buttons import PushButton
from ui.widgets.layouts import column
from ui.widgets.partly_built import PartlyBuilt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QShowEvent

    from koodrive.models import Connection, CreateRequest
    from ui.create.banner_content import BannerContent
    from ui.create.spec import FormFields, FormSpec
    from ui.inputs.field import Field
    from ui.session.services import Services
    from ui.session.sign_in_prompt import SignInPrompt


class CreatePage(PartlyBuilt, CreateForm):
    """A form as a page, with a field for the space.

    A subclass builds its fields with `add_field` in `_build_fields`.

    Args:
        spec: Kind of create; its value is the first part of all object names.
        title: Heading.
        create_label: Label of the button.
        services: Session, spaces and renewal.
        in_parts: See `PartlyBuilt`.

    Signals:
        submitted: `PendingSubmission` that the user wants to create; the form is ready for the next one.
        connection_requested: The user wants to connect an account or give a token.
    """

    submitted = Signal(object)
    connection_requested = Signal()

    def __init__(
        self,
        spec: FormSpec,
        title: str,
        create_label: str,
        services: Services,
        parent: QWidget | None = None,
        *,
        in_parts: bool = False,
    ) -> None:
        name = spec.kind.value
        super().__init__(spec, services, parent)
        self.notice = Banner(f"{name}.notice")
        """Says why the content of the form could not be sent."""
        self._frame = FormLayout(name, title, create_label, self.session, notice=self.notice)
        self.templates_button = PushButton(self.tr("Templates"), name=f"{name}.templates", in_form=True)
        self.templates_button.set_icon("file")
        self._frame.add_to_head(self.templates_button)
        self.create_button = self._frame.create_button
        """Last Tab stop of the page."""
        self.activity_button = self._frame.activity_button
        """Opens Activity, where there is no room for it beside the form."""
        self._trigger = SubmitTrigger(self._frame.create_button, self)
        self._held: list[tuple[FormFields, bool, tuple[str, str] | None]] = []
        """Contents that are sent as soon as the connection is ready, each with its press and its account."""
        self._submitted_fields: FormFields | None = None
        """Content of the form after the last submit, until it is edited."""
        column(self._frame, parent=self)
        self._start_building(self._build(), in_parts=in_parts)

    def _build(self) -> Iterator[None]:
        self.preview = RequestPreview(self.kind.value, self.session)
        yield
        yield from self._build_fields()
        yield
        self._connect()
        self._complete()

    def _build_fields(self) -> Iterator[None]:
        """Add the fields, and yield where the event loop may have a turn."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Emit `edited`, as the list of the form may have to be read."""
        super().showEvent(event)
        self.emit_edited()

    def _connect(self) -> None:
        self._trigger.pressed.connect(self._on_pressed)
        self._frame.clear_button.clicked.connect(self._on_clear)
        self.notice.action_chosen.connect(self._on_notice_action)
        self.session.current_changed.connect(self.on_edited)
        self.session.token_changed.connect(self.emit_edited)
        self.session.token_changed.connect(self._send_held)

    def add_field(self, field: Field) -> None:
        """Add `field` below the others."""
        super().add_field(field)
        self._frame.add_field(field)
        if isinstance(field, TextField):
            self._trigger.add_line(field.line)

    def add_space(self, label: str, help_text: str) -> SpaceField:
        """Add the field for the space.

        Args:
            label: Label above it.
            help_text: Help while nothing is known about the ID.
        """
        self._space = SpaceField(self.kind.value, self.services.spaces, label=label, help_text=help_text)
        self.add_field(self._space)
        self._space.filled.connect(self._on_space_filled)
        return self._space

    def _complete(self) -> None:
        """Set the order of Tab and the empty content, once all fields are there."""
        self._empty: FormFields = {**self.fields(), "containerId": ""}
        fields = [widget for field in self._fields.values() for widget in focusable(field)]
        set_tab_order(
            self.templates_button,
            self._frame.activity_button,
            *fields,
            self._frame.clear_button,
            self._frame.create_button,
        )
        self._last_stop = fields[-1]
        self.notice.set_tab_anchor(self._last_stop)
        self.first_input: QWidget = self._fields["name"].editor
        self.notice.set_fallback_focus(self.first_input)
        self.start_fresh()

    @cached_property
    def prompt(self) -> SignInPrompt:
        """Asks for a new token while no request waits for one; those that wait ask in their cards."""
        prompt: SignInPrompt = load("ui.session.sign_in_prompt:SignInPrompt")(
            f"{self.kind.value}.page", self.services, home=self.first_input
        )
        self._frame.add_above_buttons(prompt)
        set_tab_order(self._last_stop, *focusable(prompt))
        return prompt

    def field(self, api_field: str) -> Field:
        """Return the field with the API's name `api_field`."""
        return self._fields[api_field]

    @property
    def has_unsaved_input(self) -> bool:
        """Whether typed content would be lost with other content."""
        typed = self._typed(self.fields())
        return bool(self._held) or typed not in (self._typed(self._saved), self._empty)

    def holds(self, fields: FormFields) -> bool:
        """Return whether `fill` with `fields` would lose nothing."""
        given = {name: value for name, value in self._typed(fields).items() if value and name in self._empty}
        return self._typed(self.fields()) == self._empty | given

    def typed_fields(self) -> FormFields:
        """Return the content as it was typed: a pattern of a name stays one."""
        name = self._fields["name"]
        fields = self._typed(self.fields())
        return {**fields, "name": name.text} if isinstance(name, TextField) else fields

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
        """Preview the request; a notice about the former content goes."""
        self.preview.show_request(request, problem_count)
        if not self._held:
            self.notice.clear()

    def scroll_to(self, field: Field) -> None:
        """Keep `field` in sight, also when the notice takes its room."""
        self._frame.fields.keep_in_sight(field)

    def start_fresh(self, fields: FormFields | None = None) -> None:
        """Empty the form, as after Clear.

        Args:
            fields: New content, see `fill`.
        """
        self.fill(self._empty if fields is None else fields)
        for name, field in self._fields.items():
            field.conceal()
            if fields and fields.get(name):
                # It was not typed, so its problems are shown at once.
                field.reveal()
        self.mark_saved(self.fields())
        self.focus_first()

    def submit(self, *, is_by_mouse: bool = False) -> None:
        """Hand the content on to be created and empty the name, or show why that cannot be.

        Args:
            is_by_mouse: Whether the button was pressed by the mouse.
        """
        self.commit_typing()
        fields, session = self.fields(), self.session
        if fields == self._submitted_fields:
            # Enter pressed twice, or a double click.
            self.focus_first()
            return
        problems = self.spec.check(fields)
        if problems:
            self._show_notice(result_texts.fields_to_correct(len(problems)))
            self.reveal_problems(problems)
        elif session.is_connecting:
            self._held.append((fields, is_by_mouse, session.account_key))
            self._prepare_next()
            self._show_held()
        elif session.current is None or session.token is None:
            self._show_notice(result_texts.connection_missing(session))
        else:
            self._prepare_next()
            self._hand_on(fields, session.current, is_by_mouse=is_by_mouse)

    def _hand_on(self, fields: FormFields, connection: Connection, *, is_by_mouse: bool) -> None:
        request = self.spec.build(fields)
        self.submitted.emit(
            PendingSubmission(self.spec, fields, request, connection, is_by_mouse=is_by_mouse)
        )

    def _show_held(self) -> None:
        names = [str(fields.get("name") or "") for fields, _is_by_mouse, _account in self._held]
        self._show_notice(result_texts.held(self.session, names))

    @Slot()
    def _send_held(self) -> None:
        """Send what was held back for the connection in use, and say what still waits."""
        current = self.session.current
        if not self._held:
            return
        if current is not None and self.session.token is not None:
            held, self._held = self._held, []
            for fields, is_by_mouse, account in held:
                if account in {None, current.account_key}:
                    self._hand_on(fields, current, is_by_mouse=is_by_mouse)
                elif not self.fields().get("name"):
                    # Another connection was chosen meanwhile: the user says whether it goes there.
                    self.fill(fields)
                else:
                    self._held.append((fields, is_by_mouse, account))
        if self._held:
            self._show_held()
        else:
            self.notice.clear()

    def _prepare_next(self) -> None:
        """Empty the name alone, which is likely to be another in the next one, or let its pattern count on."""
        name = self._fields["name"]
        if isinstance(name, NameField):
            name.prepare_next()
        self.mark_saved(self.fields())
        # Each press of a pattern makes another one.
        counts = isinstance(name, NameField) and name.counts
        self._submitted_fields = None if counts else self.fields()
        self.focus_first()

    def _show_notice(self, content: BannerContent) -> None:
        self.notice.show_content(content.state, content.title, content.message, actions=content.actions)

    @Slot(str)
    def _on_notice_action(self, key: str) -> None:
        self.notice.clear()
        if key == BannerAction.RELOAD_TOKEN:
            self.session.reload_token()
        else:
            self.connection_requested.emit()

    @Slot()
    def on_edited(self) -> None:
        """Judge the whole form anew; call it after every change."""
        if self._submitted_fields is not None and self.fields() != self._submitted_fields:
            self._submitted_fields = None
        super().on_edited()

    @Slot()
    def _on_pressed(self) -> None:
        self.submit(is_by_mouse=self._trigger.is_by_mouse)

    @Slot()
    def _on_clear(self) -> None:
        self._held.clear()
        self.start_fresh()

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
