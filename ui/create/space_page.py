"""What the create pages share whose requests name a space: what KooDesk has filled in is nobody's input."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Slot

from ui.create.create_page import CreatePage
from ui.fields.space_field import SpaceField

if TYPE_CHECKING:
    from koodrive.rules.problems import FieldValue


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
        self.submission.busy_changed.connect(self._space.set_held)
        return self._space

    @property
    def has_unsaved_input(self) -> bool:
        """Whether something is typed that would be lost; see `CreatePage.has_unsaved_input`."""
        return self._typed(self.fields()) not in (self._typed(self._kept), self._empty)

    def holds(self, fields: dict[str, FieldValue]) -> bool:
        """Return whether `fill` with `fields` would lose nothing; see `CreatePage.holds`."""
        empty = self._empty
        told = {name: value for name, value in self._typed(fields).items() if value and name in empty}
        return self._typed(self.fields()) == empty | told

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
