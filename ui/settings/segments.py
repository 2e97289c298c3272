"""A choice among a few words that stand side by side, or in lines where that is too narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QWidget

from ui.widgets.buttons import PushButton
from ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent


class Segments(QFrame):
    """One of its buttons is always chosen; arrow keys move the choice.

    Args:
        name: Object name; the buttons are ``<name>.<value>``.
        words: Words by value, in order.

    Signals:
        chosen: Value that the user has chosen.
    """

    chosen = Signal(str)

    def __init__(self, name: str, words: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self._buttons = {value: self._button(name, value, text) for value, text in words.items()}
        self._group = QButtonGroup(self)
        for button in self._buttons.values():
            self._group.addButton(button)
        self._group.buttonToggled.connect(self._on_toggled)
        flow = FlowLayout()
        flow.setContentsMargins(2, 2, 2, 2)
        flow.setSpacing(2)
        for button in self._buttons.values():
            flow.addWidget(button)
        self.setLayout(flow)

    def _button(self, name: str, value: str, text: str) -> PushButton:
        button = PushButton(text, name=f"{name}.{value}", role="segment", auto_default=False)
        button.setCheckable(True)
        button.setProperty("value", value)
        return button

    @property
    def value(self) -> str:
        """The value that is chosen; empty before one is."""
        checked = self._group.checkedButton()
        return "" if checked is None else str(checked.property("value"))

    def set_value(self, value: str) -> None:
        """Choose a value without `chosen`; another one than there is leaves it as it was."""
        if value in self._buttons:
            self._group.blockSignals(True)  # noqa: FBT003 - as Qt has it
            self._buttons[value].setChecked(True)
            self._group.blockSignals(False)  # noqa: FBT003 - as Qt has it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice with the arrow keys."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() not in steps:
            super().keyPressEvent(event)
            return
        values = list(self._buttons)
        place = values.index(self.value) + steps[Qt.Key(event.key())] if self.value else 0
        if 0 <= place < len(values):
            button = self._buttons[values[place]]
            button.setChecked(True)
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QAbstractButton, bool)
    def _on_toggled(self, button: QAbstractButton, is_checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        if is_checked:
            self.chosen.emit(str(button.property("value")))
