"""Base class of everything that sends creates: a page, or a step of the recipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

if TYPE_CHECKING:
    from koodrive.models import CreateRequest
    from koodrive.rules.problems import Problems
    from ui.create.spec import FormFields, FormSpec
    from ui.inputs.field import Field
    from ui.session.services import Services


class CreateForm(QFrame):
    """Fields with verdicts.

    A subclass shows the fields that it gives to `add_field`.

    Args:
        spec: Kind of create.
        services: Session, and what renews its token.

    Signals:
        edited: `CreateRequest` that the form stands for now; not emitted while its list is unknown, or the form
            hidden.
    """

    edited = Signal(object)

    def __init__(self, spec: FormSpec, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.kind = spec.kind
        self.services = services
        self.session = services.session
        self._fields: dict[str, Field] = {}
        self._saved: FormFields = {}

    # To be overridden -----------------------------------------------------------------------------------------

    @property
    def has_unsaved_input(self) -> bool:
        """Whether typed content would be lost with the form."""
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
