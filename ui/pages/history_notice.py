"""What stands in the place of the history's table when there is nothing to put into it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.widgets.plain_label import PlainLabel

_WIDTH = 440


class HistoryNotice(QWidget):
    """A title, a message and at most one button, in the middle.

    Signals:
        action_chosen: The button was pressed.
    """

    action_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(selectable=True)
        self._title.setObjectName("history.notice.title")
        self._title.setProperty("role", "bannerTitle")
        self._message = PlainLabel(selectable=True)
        self._message.setObjectName("history.notice.message")
        self._action = QPushButton()
        self._action.setObjectName("history.notice.action")
        self._action.setAutoDefault(False)
        self._action.clicked.connect(self.action_chosen)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(1)
        for label in (self._title, self._message):
            label.setWordWrap(True)
            label.setAlignment(centre)
            label.setFixedWidth(_WIDTH)
            layout.addWidget(label, alignment=centre)
        layout.addWidget(self._action, alignment=centre)
        layout.addStretch(2)

    def tell(self, title: str, message: str = "", action: str = "") -> None:
        """Show a text.

        Args:
            title: What there is to say.
            message: More of it.
            action: What the button says; none when empty.
        """
        for widget, text in ((self._title, title), (self._message, message), (self._action, action)):
            widget.setText(text)
            widget.setVisible(bool(text))
