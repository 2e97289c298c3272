"""One press of a form's button: from Enter in a line, however long it is held, or from a click, double or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

_SHORTEST_PAUSE_MS = 15
"""Between release and press of a key by hand."""


class SubmitTrigger(QObject):
    """Emits `pressed` when a form is to be sent.

    Args:
        button: Button of the form.
        parent: The form; it owns this object.

    Signals:
        pressed: The form is to be sent.
    """

    pressed = Signal()

    def __init__(self, button: QPushButton, parent: QWidget) -> None:
        super().__init__(parent)
        self._button = button
        self.is_by_mouse = False
        """Whether the last press was one of the mouse; otherwise the hands are on the keys."""
        self._released_at = 0
        """When a key was released in a line, in milliseconds of the system's clock; 0 for never."""
        button.clicked.connect(self.pressed)
        button.installEventFilter(self)

    def add_line(self, line: QWidget) -> None:
        """Let Enter in `line` press the button."""
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle Enter, and drop the second click of a double click."""
        if watched is self._button:
            # The service may have answered in between, and the second click would repeat the request.
            is_second_click = event.type() == QEvent.Type.MouseButtonDblClick
            if event.type() in {QEvent.Type.MouseButtonRelease, QEvent.Type.KeyRelease, QEvent.Type.Shortcut}:
                self.is_by_mouse = event.type() == QEvent.Type.MouseButtonRelease
            return is_second_click or super().eventFilter(watched, event)
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease:
                self._released_at = event.timestamp()
            return super().eventFilter(watched, event)
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return super().eventFilter(watched, event)
        if not event.isAutoRepeat() and not self._is_held(event):
            self.is_by_mouse = False
            self.pressed.emit()
        return True

    def _is_held(self, event: QKeyEvent) -> bool:
        """Return whether a press comes from a key that is held: some X servers send a release before each repeat."""
        return bool(self._released_at) and event.timestamp() - self._released_at < _SHORTEST_PAUSE_MS
