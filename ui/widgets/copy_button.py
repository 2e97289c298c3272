"""A button that copies a value and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from ui.core.announcement import announce
from ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

COPIED_MS = 2_000
"""How long it says that the value was copied."""
_SIZE = 24


class CopyButton(IconButton):
    """Shows a tick for two seconds after each press.

    Args:
        value: Returns the text to copy.
        words: Purpose in words, such as ``Copy Album ID``.
        name: Object name.

    Signals:
        copied: Whether the value was copied a moment ago (bool).
    """

    copied = Signal(bool)

    def __init__(
        self, value: Callable[[], str], words: str, *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__("copy", words, parent, name=name, size=_SIZE)
        self._value = value
        self._end = QTimer(self, singleShot=True, interval=COPIED_MS)
        self._end.timeout.connect(self._on_end)
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._value())
        self.set_icon("check", "good")
        announce(self, self.tr("Copied"))
        self._end.start()
        self.copied.emit(True)  # noqa: FBT003 - a signal takes no keywords

    @Slot()
    def _on_end(self) -> None:
        self.set_icon("copy")
        self.copied.emit(False)  # noqa: FBT003 - a signal takes no keywords
