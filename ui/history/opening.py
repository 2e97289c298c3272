"""The line that says how many requests have no known outcome, with the way to find out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.texts.attempts import open_count_text
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import row


class OpenLine(QWidget):
    """Shows a count and a button; hidden while there is nothing to find out.

    Signals:
        find_out_requested: The button was pressed.
    """

    find_out_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = PlainLabel(name="history.open", role="message")
        self._text.setProperty("state", "advice")
        self._button = PushButton(self.tr("&Find out…"), name="history.findOut", auto_default=False)
        self._button.clicked.connect(self.find_out_requested)
        row(self._text, self._button, 1, parent=self)
        self.hide()

    def show_count(self, count: int) -> None:
        """Show the number of requests without a known outcome."""
        self._text.setText(self.tr("? {sentence}").format(sentence=open_count_text(count)))
        self._button.setAccessibleDescription(open_count_text(count))
        self.setVisible(count > 0)
