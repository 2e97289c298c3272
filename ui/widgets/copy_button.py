"""An icon button that copies, and says for two seconds that it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot

from ui.core.announcement import announce
from ui.widgets.icon_button import IconButton
from ui.widgets.labels import PlainLabel
from ui.widgets.style_state import set_style_state

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

NOTE_MS = 2_000


class CopyButton(IconButton):
    """Shows a tick instead of its icon after `confirm`, and a word in `note`, which its owner places beside it.

    Args:
        words: Purpose, such as "Copy album ID".
        name: Object name.
    """

    def __init__(self, words: str, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__("copy", words, parent, name=name)
        self.note = PlainLabel(self.tr("Copied"), role="quiet")
        """The word; hidden most of the time."""
        set_style_state(self.note, "good")
        self.note.hide()
        self._rest = QTimer(self, singleShot=True, interval=NOTE_MS)
        self._rest.timeout.connect(self._on_rest)

    @Slot()
    def confirm(self) -> None:
        """Say that something was copied."""
        self.set_icon("check", "good")
        self.note.show()
        announce(self, self.note.text())
        self._rest.start()

    @Slot()
    def _on_rest(self) -> None:
        self.set_icon("copy")
        self.note.hide()
