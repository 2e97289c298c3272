"""A row of buttons for what can be done with the selected row of a table, which are its context menu as well."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget


class ActionRow(QWidget):
    """Buttons named ``<page>.<action>`` from left to right; an action that cannot be done now is disabled.

    Args:
        page: The first part of all object names.
    """

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._buttons = QHBoxLayout(self)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._buttons.setSpacing(8)

    def add_action(self, name: str, label: str) -> QAction:
        """Return a new action with a button of its own; its object name is ``<page>.menu.<name>``."""
        action = QAction(label, self)
        action.setObjectName(f"{self._page}.menu.{name}")
        button = self.add_button(name, label)
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        action.visibleChanged.connect(lambda: button.setVisible(action.isVisible()))
        return action

    def add_button(self, name: str, label: str) -> QPushButton:
        """Return a new button."""
        button = QPushButton(label)
        button.setObjectName(f"{self._page}.{name}")
        button.setAutoDefault(False)
        self._buttons.addWidget(button)
        return button
