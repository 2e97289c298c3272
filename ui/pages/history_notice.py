"""What stands in the place of the history's table when there is nothing to put into it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

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
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        column_layout = QVBoxLayout(column)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.setSpacing(12)
        for label in (self._title, self._message):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column_layout.addWidget(label)
        column_layout.addWidget(self._action, alignment=Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(column, stretch=100)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(2)

    def tell_opening(self) -> None:
        """Say that the history is about to appear."""
        self._tell(self.tr("Opening the history…"))

    def tell_empty(self) -> None:
        """Say what will appear in a history that is empty."""
        self._tell(
            self.tr("Nothing here yet"),
            self.tr(
                "Every album and shared folder that you create appears here, with its ID, its request and what"
                " became of it. It stays here when you quit."
            ),
        )

    def tell_nothing_found(self) -> None:
        """Say that the filters leave nothing in, and offer to clear them."""
        self._tell(
            self.tr("No attempt matches"),
            self.tr("Search for something else, or clear the filters to see everything again."),
            self.tr("Clear filters"),
        )

    def tell_not_opened(self, title: str, message: str) -> None:
        """Say why there is no history; trying again is offered elsewhere."""
        self._tell(title, message)

    def tell_problem(self, title: str, message: str) -> None:
        """Say why the history cannot be shown, and offer to try again."""
        self._tell(title, message, self.tr("Try again"))

    def _tell(self, title: str, message: str = "", action: str = "") -> None:
        for widget, text in ((self._title, title), (self._message, message), (self._action, action)):
            widget.setText(text)
            widget.setVisible(bool(text))
