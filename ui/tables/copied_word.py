"""Says on a button that something has been copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

SHOWN_MS = 2_000


class CopiedWord(QObject):
    """Shows "Copied" on a button for two seconds, in the room that it has; screen readers say it.

    Args:
        button: The button; owns this object.
    """

    def __init__(self, button: QPushButton) -> None:
        super().__init__(button)
        self._button = button
        self._label = ""
        self._end = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._end.timeout.connect(self._restore)

    @Slot()
    def show(self) -> None:
        """Begin the two seconds, or begin them again."""
        word = QCoreApplication.translate("Copied", "Copied")
        if not self._end.isActive():
            self._label = self._button.text()
            self._button.setFixedWidth(self._button.width())
            self._button.setText(word)
        self._end.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._button, word))

    @Slot()
    def _restore(self) -> None:
        self._button.setText(self._label)
        self._button.setMinimumWidth(0)
        self._button.setMaximumWidth(_UNLIMITED)


_UNLIMITED = (1 << 24) - 1
"""QWIDGETSIZE_MAX."""
