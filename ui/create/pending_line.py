"""The line of a form that names the creates which wait for the one under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.texts.visible import in_short
from ui.widgets.buttons import PushButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import PlainLabel, with_break_points

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_NAMES = 5
_LONGEST_NAME = 40


class PendingLine(QFrame):
    """Names what is created next and, once that has stopped, offers to go on; hidden while nothing waits.

    Args:
        form: The first part of all object names: ``<form>.waiting``, ``<form>.waiting.continue`` and so on.

    Signals:
        continue_requested: Create what waits.
        edit_requested: Put the first one back into the form.
        discard_requested: Forget the first one.
    """

    continue_requested = Signal()
    edit_requested = Signal()
    discard_requested = Signal()

    def __init__(self, form: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{form}.waiting")
        self._label = PlainLabel()
        self._label.setObjectName(f"{form}.waiting.names")
        self._label.setProperty("role", "quiet")
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._buttons = [self._button(key) for key in ("continue", "edit", "discard")]
        signals = (self.continue_requested, self.edit_requested, self.discard_requested)
        for button, signal in zip(self._buttons, signals, strict=True):
            button.clicked.connect(signal)
        actions = FlowLayout()
        actions.setSpacing(8)
        for button in self._buttons:
            actions.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._label)
        layout.addLayout(actions)
        self.hide()

    def _button(self, key: str) -> PushButton:
        button = PushButton()
        button.setObjectName(f"{self.objectName()}.{key}")
        button.setProperty("role", "small")
        button.setAutoDefault(False)
        # A click leaves the keyboard where people type.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def show_names(self, names: Sequence[str], *, is_running: bool) -> None:
        """Show what waits.

        Args:
            names: In the order in which they are created; empty where one has none.
            is_running: Whether they follow by themselves.
        """
        spoken = [
            f"“{in_short(name, _LONGEST_NAME)}”" if name else self.tr("an album without a name")
            for name in names
        ]
        shown = ", ".join(spoken[:_MOST_NAMES])
        if len(spoken) > _MOST_NAMES:
            shown = self.tr("{names} and {count} more").format(names=shown, count=len(spoken) - _MOST_NAMES)
        words = self.tr("Next: {names}") if is_running else self.tr("Not created yet: {names}")
        self._label.setText(with_break_points(words.format(names=shown)))
        if spoken and not is_running:
            first = spoken[0].replace("&", "&&")
            labels = (
                self.tr("Create them now") if len(spoken) > 1 else self.tr("Create it now"),
                self.tr("Edit {name}").format(name=first),
                self.tr("Discard {name}").format(name=first),
            )
            for button, label in zip(self._buttons, labels, strict=True):
                button.setText(label)
        for button in self._buttons:
            button.setVisible(not is_running)
        self.setVisible(bool(spoken))
