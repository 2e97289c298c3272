"""Says on a button that something has been copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from ui.core.announcement import announce
from ui.texts.translate import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

SHOWN_MS = 2_000


class CopiedWord(QObject):
    """Shows "Copied" on a button for two seconds; screen readers say it.

    Args:
        button: The button; it owns this object.
    """

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self._button = button
        self._label = ""
        self._end = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._end.timeout.connect(self._restore)

    @Slot()
    def show(self) -> None:
        """Begin the two seconds, or begin them again."""
        word = translate("Copied", "Copied")
        button = self._button
        if not self._end.isActive():
            self._label, letter = button.text(), button.shortcut()
            # What stands beside it keeps its place: as wide as before, and not as it was stretched.
            button.setMinimumWidth(button.sizeHint().width())
            button.setText(word)
            button.setShortcut(letter)
        self._end.start()
        announce(button, word)

    def set_label(self, label: str) -> None:
        """Set the text of the button, which comes after "Copied" where that is shown."""
        if self._end.isActive():
            self._label = label
        else:
            self._button.setText(label)

    @Slot()
    def _restore(self) -> None:
        self._button.setText(self._label)
        self._button.setMinimumWidth(0)
