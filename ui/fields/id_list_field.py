"""A form field that holds a list of IDs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.rules.id_rules import SCOPE_DIR_LIMIT
from ui.fields.id_list import IdList
from ui.widgets.field import Field

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class IdListField(Field):
    """A `Field` around an `IdList`, with a counter.

    Arguments are those of `Field`, without the editor.
    """

    def __init__(
        self, form: str, api_field: str, label: str, *, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        self.list = IdList(f"{form}.{api_field}")
        super().__init__(form, api_field, label, self.list, help_text=help_text, parent=parent)
        self.list.changed.connect(self._on_changed)
        self._on_changed()

    def _told(self) -> QWidget:
        return self.list.entry

    def _on_changed(self) -> None:
        self.set_count(len(self.list.ids), SCOPE_DIR_LIMIT)
