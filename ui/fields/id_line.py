"""Cleaning of IDs that are pasted into one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from koodrive.rules.clean_id import clean_id, has_full_width
from ui.texts.translate import joined

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from ui.inputs.field import TextField


class PastedId(QObject):
    """Removes quotes, brackets and blanks around an ID as soon as it is pasted or dropped into a line.

    Ctrl+Z restores the pasted text.

    Args:
        line: The line that holds one ID; it owns this object.

    Signals:
        note_changed: Description of the changes, in whole sentences; empty once the text is edited.
    """

    note_changed = Signal(str)

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self._length = len(line.text())
        self._cleaned = ""
        line.textEdited.connect(self._on_edited)
        line.textChanged.connect(self._on_changed)

    @Slot()
    def clean(self) -> None:
        """Remove characters that do not belong to the ID."""
        found = clean_id(self._line.text())
        if found.text != self._line.text():
            self._cleaned = found.text
            self._line.selectAll()
            self._line.insert(found.text)
            self.note_changed.emit(joined(*found.changes))

    @Slot()
    def _on_edited(self) -> None:
        text, before = self._line.text(), self._length
        self._length = len(text)
        # More than one character at once was pasted or dropped, not typed; an input method types digits one by one.
        if len(text) > before + 1 or has_full_width(text):
            self.clean()

    @Slot()
    def _on_changed(self) -> None:
        self._length = len(self._line.text())
        # Qt reports a paste once more after it was cleaned; the note has to stay then.
        if self._line.text() != self._cleaned:
            self._cleaned = ""
            self.note_changed.emit("")


def clean_pasted_ids(field: TextField) -> None:
    """Clean text pasted or typed into the line of `field`, and note the changes below it."""
    pasted = PastedId(field.line)
    pasted.note_changed.connect(field.set_note)
    field.left.connect(pasted.clean)
