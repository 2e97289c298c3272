"""What stands in the place of a table when there is nothing to put into it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel

_WIDTH = 440


class EmptyState(QWidget):
    """A title, a message and at most one button, in the middle.

    Args:
        name: The first part of the object names ``<name>.notice.title``, ``.message`` and ``.action``.

    Signals:
        action_chosen: The button was pressed.
    """

    action_chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(selectable=True)
        self._title.setObjectName(f"{name}.notice.title")
        self._title.setProperty("role", "bannerTitle")
        self._message = PlainLabel(selectable=True)
        self._message.setObjectName(f"{name}.notice.message")
        self._action = PushButton()
        self._action.setObjectName(f"{name}.notice.action")
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

    def show_content(self, title: str, message: str = "", action: str = "") -> None:
        """Say something in place of what was said before.

        Args:
            title: What there is, or is not.
            message: What it means.
            action: What the button says; empty for none.
        """
        for widget, text in ((self._title, title), (self._message, message), (self._action, action)):
            widget.setText(text)
            widget.setVisible(bool(text))
