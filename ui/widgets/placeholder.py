"""A message in place of an empty table."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import STYLE_SPACING, column, row

_WIDTH = 440


class EmptyState(QWidget):
    """A title, a message and at most one button, in the middle.

    Args:
        name: First part of the object names ``<name>.notice.title``, ``.message`` and ``.action``.

    Signals:
        action_chosen: The button was pressed.
    """

    action_chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(selectable=True, name=f"{name}.notice.title", role="bannerTitle", wraps=True)
        self._message = PlainLabel(selectable=True, name=f"{name}.notice.message", wraps=True)
        self._action = PushButton(name=f"{name}.notice.action")
        self._action.setAutoDefault(False)
        self._action.clicked.connect(self.action_chosen)
        content = QWidget()
        content.setMaximumWidth(_WIDTH)
        for label in (self._title, self._message):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        lines = column(self._title, self._message, spacing=12, parent=content)
        lines.addWidget(self._action, alignment=Qt.AlignmentFlag.AlignHCenter)
        across = row(1, content, 1, spacing=STYLE_SPACING)
        across.setStretch(1, 100)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(across)
        layout.addStretch(2)

    def show_content(self, title: str, message: str = "", action: str = "") -> None:
        """Replace the message.

        Args:
            title: Title.
            message: Explanation.
            action: Label of the button; empty for none.
        """
        for widget, text in ((self._title, title), (self._message, message), (self._action, action)):
            widget.setText(text)
            widget.setVisible(bool(text))
