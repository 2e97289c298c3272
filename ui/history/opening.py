"""The line that says how many requests have no known outcome, with the way to find out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.texts.attempts import open_count_text
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel


class OpenLine(QWidget):
    """Shows a count and a button; hidden while there is nothing to find out.

    Signals:
        find_out_requested: The button was pressed.
    """

    find_out_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PlainLabel()
        self._words.setObjectName("history.open")
        self._words.setProperty("role", "message")
        self._words.setProperty("state", "advice")
        self._button = PushButton(self.tr("&Find out…"))
        self._button.setObjectName("history.findOut")
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self.find_out_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._words)
        layout.addWidget(self._button)
        layout.addStretch(1)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many requests have no known outcome."""
        self._words.setText("? " + open_count_text(count))
        self._button.setAccessibleDescription(open_count_text(count))
        self.setVisible(count > 0)
