"""Buttons for the actions of the selected table row, which are its context menu as well."""

from __future__ import annotations

from itertools import zip_longest
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from ui.widgets.buttons import PushButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_SPACING = 8


class ActionRow(QWidget):
    """Buttons named ``<page>.<action>`` from left to right; an action that cannot be done now is disabled.

    Without room for all of them in one row, they are in two.

    Args:
        page: First part of all object names.
    """

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._shown: list[PushButton] = []
        self._buttons: list[PushButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_SPACING)

    def add_action(self, name: str, label: str) -> QAction:
        """Return a new action with a button of its own; its object name is ``<page>.menu.<name>``."""
        action = QAction(label, self)
        action.setObjectName(f"{self._page}.menu.{name}")
        button = self.add_button(name, label)
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        action.visibleChanged.connect(lambda: self.show_button(name, is_shown=action.isVisible()))
        return action

    def add_button(self, name: str, label: str) -> PushButton:
        """Return a new button."""
        button = PushButton(label, self, name=f"{self._page}.{name}", auto_default=False)
        self._buttons.append(button)
        self._shown.append(button)
        self._arrange()
        return button

    def button(self, name: str) -> PushButton:
        """Return the button of an action."""
        return next(button for button in self._buttons if button.objectName() == f"{self._page}.{name}")

    def sizeHint(self) -> QSize:
        """Return the size of one row."""
        return QSize(self._width_in(1), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the width of two rows."""
        return QSize(self._width_in(2), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width."""
        super().resizeEvent(event)
        self._arrange()

    def add_more(self, actions: Sequence[QAction]) -> PushButton:
        """Return a new button ``<page>.more`` whose menu has `actions`, where there is no room for their buttons."""
        button, menu = self.add_button("more", self.tr("&More")), QMenu(self)
        menu.setObjectName(f"{self._page}.moreMenu")
        menu.setToolTipsVisible(True)
        menu.addActions(actions)
        button.setMenu(menu)
        # As in `HelpButton`.
        menu.aboutToHide.connect(button.update)
        return button

    def show_button(self, name: str, *, is_shown: bool) -> None:
        """Show or hide the button of an action; the action itself stays as it is."""
        button = self.button(name)
        button.setVisible(is_shown)
        self._shown = [one for one in self._buttons if (is_shown if one is button else one in self._shown)]
        self._arrange()

    def _rows(self, count: int) -> list[list[PushButton]]:
        length = max(ceil(len(self._shown) / count), 1)
        return [self._shown[at : at + length] for at in range(0, len(self._shown), length)]

    def _width_in(self, count: int) -> int:
        """Return the width that the buttons need in so many rows, as columns of a grid."""
        columns = zip_longest(*self._rows(count))
        widths = [max(_width(button) for button in column if button) for column in columns]
        return sum(widths) + _SPACING * max(len(widths) - 1, 0)

    def _arrange(self) -> None:
        # Before it is styled there is no width; there is another one before it is seen.
        is_styled = self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
        rows = self._rows(2 if is_styled and self.width() < self._width_in(1) else 1)
        while self._grid.takeAt(0) is not None:
            pass
        for row, buttons in enumerate(rows):
            for column, button in enumerate(buttons):
                self._grid.addWidget(button, row, column)
        self.updateGeometry()


def _width(button: PushButton) -> int:
    """Return the width that a button needs, also while it says "Copied"."""
    return max(button.sizeHint().width(), button.minimumWidth())
